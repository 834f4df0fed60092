"""Compulsory measures as they are recorded: who may, instruments, clocks, publication, figures, the register."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from yifa.areas.enforcement.authority.models import EnforcementBody, GrantedPower
from yifa.areas.enforcement.coercion.coercion_procedure import CoerciveMeasure
from yifa.areas.enforcement.coercion.models import SeizedItem
from yifa.areas.enforcement.coercion.register import SeizedProperty
from yifa.areas.enforcement.coercion.tests.conftest import LATE, OFFICERS, SUBJECT, WINE, County, fresh
from yifa.areas.enforcement.decision_review.models import DirectoryItem
from yifa.kernel.engine import new_case
from yifa.kernel.faults import faults
from yifa.kernel.figure import Window
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case, Clock, Paper
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused
from yifa.kernel.rules import Refused
from yifa.kernel.ticking import tick
from yifa.papers import store
from yifa.text.docx import docx_to_text

pytestmark = pytest.mark.data
MAIL = {"service_mode": "mail", "service_mail_no": "1012345678901"}
FREEZE = {
    "legal_basis": "《税收征收管理法》第三十八条", "bank": "某银行洪河支行", "account_no": "6222020000001234567",
    "freeze_amount": "50000", "involved_amount": "50000",
}  # fmt: skip


def text_of(case: Case, title: str) -> str:
    """What the instrument issued last says, as plain text."""
    paper = Paper.objects.filter(case=case, title=title).order_by("-pk")[0]
    return docx_to_text(store.read(paper.digest), paper.name)


def clock(case: Case, limit: str) -> Clock:
    """The last run of a limit."""
    return Clock.objects.filter(case=case, limit=limit).order_by("-run")[0]


def test_the_declaration_has_no_faults() -> None:
    assert faults(CoerciveMeasure) == []


def test_a_seizure_is_numbered_and_its_decision_says_what_the_act_asks_for(county: County) -> None:
    case = county.seized()
    assert case.number == "洪市监强字〔2025〕1号"
    assert (case.stage, case.custodian) == ("in_force", "洪河县市场监督管理局")
    text = text_of(case, "查封（扣押）决定书")
    for wanted in ("某商行", "人民路1号", "《食品安全法》第一百一十条", "30日", "白酒", "48", "行政复议", "行政诉讼"):
        assert wanted in text
    assert clock(case, "seal_term").due == date(2025, 4, 2)


@pytest.mark.parametrize(
    ("number", "more", "why"),
    [
        ("13099901009", {"staffing": "auxiliary"}, "辅助人员"),
        ("13099901009", {"body": "洪河县市容环境卫生服务中心"}, "不得委托"),
        ("13099901009", {"valid_to": date(2025, 3, 2)}, "到期"),
        ("13099901009", {"matters": ["市容"]}, "领域"),
    ],
)
def test_who_is_not_fit_does_not_seize(county: County, number: str, more: dict[str, Any], why: str) -> None:
    EnforcementBody.objects.create(
        name="洪河县市容环境卫生服务中心", kind="entrusted", confirmed_on=date(2022, 1, 1), organ=county.market,
        principal=county.market.name, created_at=LATE, updated_at=LATE,
    )  # fmt: skip
    county.officer(number, "赵某", **more)
    case = county.reported(items=WINE)
    county.take(case, "approve", "2025-03-03")
    with pytest.raises(Refused, match=why):
        county.take(
            case, "implement", "2025-03-03", {"scene": "signed", "officers": [OFFICERS[0], {"cert_no": number}]}
        )


def test_a_place_may_require_the_recording_of_the_whole_scene(county: County) -> None:
    case = county.reported(items=WINE)
    county.take(case, "approve", "2025-03-03")
    path = Path(settings.HOME) / "places" / "130999" / "common.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[scene_recorded]\nvalue = true\nsource = "本省规定"\n', encoding="utf-8")
    fields = {"scene": "signed", "officers": OFFICERS}
    try:
        with pytest.raises(Refused, match="请填写现场音像记录编号"):
            county.take(case, "implement", "2025-03-03", fields)
        taken = county.take(case, "implement", "2025-03-03", fields, recording="执法记录仪03-20250303-02")
    finally:
        path.unlink()
    assert taken.stage == "in_force"


def test_a_township_has_no_power_to_seize_until_the_province_says_so(county: County) -> None:
    with pytest.raises(Refused, match="赋予行政处罚权不等于"):
        county.reported(organ=county.town, item_code="冀赋-001")
    GrantedPower.objects.create(
        item_code="冀赋-001", name="某事项", receiver=county.town.name, receiver_kind="township", former="某局",
        decision_no="冀政字〔2024〕9号", published_on=date(2024, 5, 1), taken_on=date(2024, 7, 1), coercion=True,
        organ=county.government, created_at=LATE, updated_at=LATE,
    )  # fmt: skip
    assert county.reported(organ=county.town, item_code="冀赋-001").stage == "proposed"


def test_a_body_whose_powers_do_not_hold_it_does_not_coerce(county: County) -> None:
    EnforcementBody.objects.filter(name=county.market.name).update(powers=["行政检查"])
    with pytest.raises(Refused, match="不含行政强制措施"):
        county.reported()


def test_what_the_directory_calls_major_is_reviewed_before_it_is_approved(county: County) -> None:
    DirectoryItem.objects.create(
        code="QZ-1", name="扣押财物", act_kind="coercion", measures=["扣押"], document="洪市监法〔2024〕1号",
        effective_on=date(2024, 1, 1), organ=county.market, created_at=LATE, updated_at=LATE,
    )  # fmt: skip
    case = county.reported(items=WINE)
    with pytest.raises(Refused, match="法制审核"):
        county.take(case, "approve", "2025-03-03")
    county.take(case, "submit_review", "2025-03-03")
    review = linked_case(fresh(case), "decision_review")
    assert review is not None
    assert review.record.triggers[0]["trigger"] == "catalogue"
    county.take(case, "review_done", "2025-03-04", {"review_result": "reject"})
    with pytest.raises(Refused, match="审核不通过"):
        county.take(case, "approve", "2025-03-04")
    county.take(case, "review_done", "2025-03-05", {"review_result": "pass", "review_cleared": True})
    assert county.take(case, "approve", "2025-03-05").stage == "approved"


def test_an_urgent_measure_is_late_a_minute_after_twenty_four_hours(county: County) -> None:
    case = new_case("coercive_measure", county.market, date(2025, 10, 1))
    fields = SUBJECT | {"measure_type": "seize", "officers": OFFICERS, "items": WINE, "scene": "refused"}
    county.take(case, "implement_urgent", "2025-10-01", fields, at="22:10", why="当事人正在转移涉案物品")
    assert clock(case, "ratify_in_time").state == "running"
    county.take(case, "ratify", "2025-10-02", at="22:11")
    assert clock(case, "ratify_in_time").state == "late"
    assert fresh(case).emergency


def test_a_freezing_nobody_lifted_ends_at_the_bank_on_its_last_day(county: County) -> None:
    case = county.reported("freeze", "2025-09-05", **FREEZE)
    county.take(case, "approve", "2025-09-05")
    county.take(case, "freeze", "2025-09-05")
    county.take(case, "deliver_freeze", "2025-09-10", MAIL)
    assert clock(case, "deliver_in_time").state == "kept"
    assert [t.error for t in tick(LATE)] == [""]
    record = fresh(case)
    assert (record.stage, record.disposal, record.closed_on) == ("lapsed", "expired_released", date(2025, 10, 5))


def test_the_account_number_stands_in_no_public_copy(county: County) -> None:
    case = county.reported("freeze", "2025-09-05", **FREEZE)
    county.take(case, "approve", "2025-09-05")
    county.take(case, "freeze", "2025-09-05")
    from yifa.kernel.publish import copy_of

    lines = copy_of(fresh(case), CoerciveMeasure.notice)
    assert "6222020000001234567" not in "".join(line.text for line in lines)
    assert "6222020000001234567" in text_of(case, "冻结通知书")


ITEM = {"number": "财1", "holding": "seize", "name": "白酒", "quantity": "48", "held_on": "2025-03-03",
        "place": "本机关仓库", "custodian": "本机关", "owner": "某商行"}  # fmt: skip


def entered(county: County, case: Case, **more: Any) -> SeizedItem:
    """A thing in the register."""
    item: SeizedItem = entries.add(
        SeizedProperty, county.market, ITEM | {"case": case.number} | more, by=county.handler, at=LATE
    )
    return item


def test_things_are_not_given_back_while_the_register_says_that_they_are_held(county: County) -> None:
    case = county.seized()
    item = entered(county, case)
    county.take(case, "lift", "2025-03-20", {"lift_ground": "no_violation"})
    with pytest.raises(Refused, match="保管中的财物"):
        county.take(case, "return_items", "2025-03-20", {"return_note": "当面点清。"})
    fate = {"fate": "returned", "fate_on": "2025-03-20", "fate_basis": "解除决定书", "receiver": "周某"}
    entries.amend(SeizedProperty, item.pk, fate, seen=item.version, by=county.handler, at=LATE)
    assert county.take(case, "return_items", "2025-03-20", {"return_note": "当面点清。"}).disposal == "released"


def test_things_still_held_after_the_term_are_pointed_out(county: County) -> None:
    entered(county, county.seized())
    organs = [county.market.pk]
    assert list(SeizedProperty.warnings(date(2025, 4, 2), organs)) == []
    assert [w.code for w in SeizedProperty.warnings(date(2025, 4, 3), organs)] == ["seized_not_returned"]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"fate": "returned", "receiver": "周某", "fate_basis": "解除"}, "处理日期"),
        ({"fate": "returned", "fate_on": "2025-03-05", "receiver": "周某"}, "处理依据"),
        ({"fate": "returned", "fate_on": "2025-03-05", "fate_basis": "解除"}, "接收人"),
        ({"fate": "auctioned", "fate_on": "2025-03-05", "fate_basis": "处罚决定"}, "变卖价款"),
        ({"fate": "returned", "fate_on": "2025-03-01", "fate_basis": "解除", "receiver": "周某"}, "早于取得日期"),
        ({"fate_on": "2025-03-05"}, "保管中"),
        ({"quantity": "-1"}, "数量"),
    ],
)
def test_a_fate_is_told_whole(county: County, more: dict[str, str], why: str) -> None:
    case = county.seized()
    with pytest.raises(EntryRefused, match=why):
        entered(county, case, **more)


def test_things_preserved_over_seven_working_days_and_confiscated_ones_are_pointed_out(county: County) -> None:
    case, organs = county.seized(), [county.market.pk]
    entered(county, case, holding="preserved")
    assert list(SeizedProperty.warnings(date(2025, 3, 12), organs)) == []
    (told,) = SeizedProperty.warnings(date(2025, 3, 13), organs)
    assert (told.code, told.on) == ("preserved_too_long", date(2025, 3, 12))
    entered(county, case, number="财2", fate="confiscated", fate_on="2025-03-20", fate_basis="处罚决定")
    assert [w.code for w in SeizedProperty.warnings(date(2025, 9, 20), organs)][-1] == "preserved_too_long"
    assert [w.code for w in SeizedProperty.warnings(date(2025, 9, 21), organs)][-1] == "confiscated_undisposed"


def test_what_is_confiscated_is_in_custody_until_it_is_disposed_of(county: County) -> None:
    case = county.seized()
    item = entered(county, case, fate="confiscated", fate_on="2025-03-20", fate_basis="处罚决定")
    year = Window.year(2025, [county.market.pk])
    assert SeizedProperty.seized_in_custody.value(year).value == 1
    assert SeizedProperty.seized_confiscated.value(year).value == 1
    sold = {"fate": "auctioned", "fate_on": "2025-06-03", "fate_basis": "拍卖成交确认书", "proceeds": "5000"}
    entries.amend(SeizedProperty, item.pk, sold, seen=item.version, by=county.handler, at=LATE)
    assert SeizedProperty.seized_in_custody.value(year).value == 0
    assert SeizedProperty.seized_confiscated.value(year).value == 0


def test_what_keeps_is_not_sold_and_what_is_lost_is_explained(county: County) -> None:
    case = county.seized()
    with pytest.raises(EntryRefused, match=r"写明损毁、灭失的原因和赔付情况"):
        entered(county, case, fate="lost", fate_on="2025-03-05")
    sold = {"fate": "proceeds", "fate_on": "2025-03-05", "fate_basis": "变卖", "receiver": "周某", "proceeds": "69"}
    item = entered(county, case, value="100", **sold)
    doubts = {doubt.field: doubt.why for doubt in SeizedProperty.doubts(item)}
    assert set(doubts) >= {"fate", "proceeds"}
    assert doubts["proceeds"].endswith("的70%")


def test_the_figures_count_measures_by_kind_and_by_time(county: County) -> None:
    county.seized()
    late = county.seized("seal", "2025-03-04")
    county.take(late, "lift", "2025-04-10", {"lift_ground": "expired"})
    window = Window.year(2025, [county.market.pk])
    figures = {f.code: f.value(window).value for f in CoerciveMeasure.figures()}
    assert (figures["measures"], figures["sealings"], figures["seizures"], figures["running"]) == (2, 1, 1, 1)
    assert (figures["lifted"], figures["in_time_rate"]) == (1, 0)


def test_an_urgent_measure_over_a_person_has_a_decision_of_its_own_and_nothing_to_fetch(county: County) -> None:
    case = new_case("coercive_measure", county.market, date(2025, 3, 3))
    fields = SUBJECT | {
        "measure_type": "liberty", "legal_basis": "《治安管理处罚法》第八十二条", "special_days": "1",
        "special_basis": "《治安管理处罚法》第八十三条", "officers": OFFICERS, "scene": "signed",
    }  # fmt: skip
    with pytest.raises(Refused, match="当场紧急实施其他强制措施"):
        county.take(case, "implement_urgent", "2025-03-03", fields, at="10:00", why="正在逃跑")
    case = new_case("coercive_measure", county.market, date(2025, 3, 3))
    county.take(case, "implement_other_urgent", "2025-03-03", fields, at="10:00", why="正在逃跑")
    assert "限制公民人身自由" in text_of(case, "行政强制措施决定书")
    county.take(case, "refuse_ratify", "2025-03-03", at="11:00", why="没有必要")
    text = text_of(case, "解除行政强制措施决定书")
    assert "第十九条、第二十条第二款" in text
    assert "领取财物" not in text


def test_a_party_that_stays_away_is_served_afterwards(county: County) -> None:
    case = county.reported(items=WINE)
    county.take(case, "approve", "2025-03-03")
    county.take(case, "implement", "2025-03-03", {"scene": "absent", "witness": "周某", "custody_place": "本机关仓库"})
    county.take(case, "deliver_decision", "2025-03-06", MAIL)
    assert fresh(case).decision_told_on == date(2025, 3, 6)
    county.take(case, "lift", "2025-03-20", {"lift_ground": "no_violation"})
    assert "第二十八条" in text_of(case, "解除行政强制措施决定书")
