"""What is refused, with the article: officers, bodies, powers, numbers, dates."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yifa.areas.enforcement.penalty.tests.conftest import FACTS, ITEM, PARTY, PERSON, County
from yifa.kernel.engine import new_case
from yifa.kernel.rules import Refused

pytestmark = pytest.mark.data


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"officers": [{"cert_no": "13099901001"}]}, "只有1名执法人员.*行政处罚法42①"),
        ({"officers": [{"cert_no": "13099901001"}, {"cert_no": "13099901001"}]}, "只有1名执法人员"),
        ({"officers": [{"cert_no": "13099901001"}, {"cert_no": "99"}]}, "没有编号为“99”的执法证件"),
        (
            {"officers": [{"cert_no": "13099901001", "name": "陈立"}, {"cert_no": "13099901002", "name": "林小"}]},
            "证件13099901002的持证人是林晓，不是林小，请核对证件编号和姓名.*行政处罚法42①",
        ),
        ({"party_id_no": "91130999MA0ABCDE10"}, "校验码不符.*行政处罚法59"),
        ({"party_type": "natural"}, "自然人.*统一社会信用代码"),
        ({"matter": "特种设备"}, "不含“特种设备”领域"),
        ({"limitation_class": "6m"}, "只适用于治安案件"),
        ({"violation_date": "2026-03-09"}, "晚于办理日期"),
        ({"violation_date": "2023-01-10"}, "不再给予行政处罚.*行政处罚法36①"),
    ],
)
def test_a_case_is_not_filed_with_what_is_wrong(county: County, changed: dict[str, Any], wrong: str) -> None:
    with pytest.raises(Refused, match=wrong):
        county.filed(**changed)


def test_an_expired_certificate_is_refused_on_the_day_of_the_act(county: County) -> None:
    team = [{"cert_no": "13099901001"}, {"cert_no": "13099901003"}]
    case = county.filed(on="2026-03-30", officers=team)
    with pytest.raises(Refused, match="证件已于2026-03-31到期"):
        county.take(case, "investigate", "2026-04-01", way="inquiry", found="情况")


def test_a_citizens_wrong_number_is_not_repeated_in_the_message(county: County) -> None:
    with pytest.raises(Refused, match="校验码") as caught:
        county.filed(**PERSON | {"party_id_no": "110105194912310021"})
    assert "110105194912310021" not in str(caught.value)


def test_a_birth_date_that_contradicts_the_number_is_refused(county: County) -> None:
    with pytest.raises(Refused, match="不一致"):
        county.filed(**PERSON | {"party_birth_date": "1950-01-01"})


def test_a_township_acts_only_within_the_powers_it_was_given(county: County) -> None:
    fields = {"clue_source": "inspection", "violation": "擅自设置户外广告", "discovered_date": "2026-02-26"}
    other = county.take(new_case("penalty", county.town, date(2026, 2, 26)), "register", "2026-02-26", fields | ITEM)
    with pytest.raises(Refused, match=r"没有承接事项.*行政处罚法24②"):
        county.take(other, "file_case", "2026-03-02", PARTY | ITEM | FACTS)
    gone = county.take(other, "transfer", "2026-03-02", {"transfer_to": county.market.pk}, why="不在赋权目录内")
    assert gone.stage == "transferred"
    granted = {"item_code": "冀赋-001", "item_name": "擅自设置户外广告的处罚"}
    case = county.take(new_case("penalty", county.town, date(2026, 2, 26)), "register", "2026-02-26", fields | granted)
    assert case.stage == "clue"


def test_a_body_that_was_never_confirmed_does_not_enforce(county: County) -> None:
    from yifa.areas.enforcement.authority.models import EnforcementBody

    EnforcementBody.objects.filter(name=county.market.name).update(confirmed_on=date(2026, 6, 1))
    with pytest.raises(Refused, match="没有经确认的执法主体资格"):
        county.clue()


def test_the_organ_that_filed_first_has_the_case(county: County) -> None:
    county.filed()
    clue = county.clue(county.city)
    with pytest.raises(Refused, match=r"县市场监管局已于2026-03-02对同一违法行为先立案.*行政处罚法25①"):
        county.take(clue, "file_case", "2026-03-05", PARTY | ITEM | FACTS)


def test_an_organ_that_gave_the_case_away_no_longer_stands_in_the_way(county: County) -> None:
    first = county.filed()
    county.take(first, "transfer", "2026-03-05", {"transfer_to_name": "洪河县城市管理综合行政执法局"}, why="属于其职责")
    clue = county.clue(county.city)
    assert county.take(clue, "file_case", "2026-03-06", PARTY | ITEM | FACTS).stage == "investigating"
