"""The benchmark in a case: proposed, departed from with a reason, never beyond the statute; first offences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from yifa.areas.enforcement.discretion.models import DiscretionTier
from yifa.areas.enforcement.penalty.first_offence import priors
from yifa.areas.enforcement.penalty.tests.conftest import ENTERED, EVIDENCE, FINE, HANDED, ITEM, PARTY, County
from yifa.kernel.rules import Refused

pytestmark = pytest.mark.data


def test_a_fine_outside_the_tier_needs_a_reason_and_is_discussed(county: County) -> None:
    with pytest.raises(Refused, match="不在所选阶次"):
        county.concluded(fine_amount="40000")
    case = county.filed()
    county.take(case, "order_correction", "2026-03-03", {"corrective_order": "建立记录"})
    county.take(case, "propose_tier", "2026-03-20", {"benchmark": "SP-126"})
    case = county.take(
        case, "conclude", "2026-03-20", FINE | {"fine_amount": "40000", "deviation_reason": "影响学校供餐"}
    )
    assert case.collective_required
    assert case.proposed_high == Decimal(36000)


def test_another_tier_than_the_proposed_one_needs_a_reason(county: County) -> None:
    with pytest.raises(Refused, match="建议适用“一般”阶次"):
        county.concluded(fine_amount="8000", grade="lighter")


def test_no_fine_beyond_the_statute(county: County) -> None:
    with pytest.raises(Refused, match="超过法定上限50000"):
        county.concluded(fine_amount="60000", deviation_reason="情节恶劣")
    with pytest.raises(Refused, match="低于法定下限5000"):
        county.concluded(fine_amount="3000", deviation_reason="经营困难", grade="lighter")


def test_mitigation_needs_a_ground_of_the_law(county: County) -> None:
    more = {"fine_amount": "3000", "grade": "mitigated", "deviation_reason": "主动召回"}
    with pytest.raises(Refused, match="减轻处罚没有法定情节"):
        county.concluded(**more)


def test_an_old_act_keeps_the_edition_of_its_day_unless_the_new_one_is_lighter(county: County) -> None:
    DiscretionTier.objects.filter(act_code="SP-126").update(ended_on=date(2026, 3, 1))
    for tier, (low, high) in enumerate(((20000, 30000), (30000, 45000), (45000, 50000)), 1):
        DiscretionTier.objects.create(
            **ENTERED, organ=county.market, act_code="SP-126", act="未按规定建立进货查验记录制度", edition=2, tier=tier,
            tier_kind=("lighter", "ordinary", "heavier")[tier - 1], conditions="新版", unit="yuan",
            range_from=low, range_to=high, to_open=tier < 3, statute_from=5000, statute_to=50000,
            issuer_level="county", form="document", document="洪市监规〔2026〕1号", effective_on=date(2026, 3, 1),
        )  # fmt: skip
    case = county.concluded()
    assert (case.edition, case.proposed_high) == (1, Decimal(36000))
    assert "旧版" in case.proposal_text


def test_an_earlier_penalty_of_the_same_party_is_found_and_bars_a_first_offence(county: County) -> None:
    county.decided()
    clue = county.clue(on="2026-06-01", discovered_date="2026-06-01")
    facts = {"violation": "2026年5月20日又未建立进货查验记录制度。", "violation_date": "2026-05-20"}
    case = county.take(clue, "file_case", "2026-06-02", PARTY | ITEM | {
        **facts, "discovered_date": "2026-06-01", "limitation_class": "2y", "benchmark": "SP-126",
        "officers": [{"cert_no": "13099901001"}, {"cert_no": "13099901002"}],
    })  # fmt: skip
    assert [prior.same for prior in priors(case, date(2026, 6, 2))] == [True]
    county.take(case, "order_correction", "2026-06-02", {"corrective_order": "改正"})
    elements = [{"element": one, "met": "yes"} for one in ("初次违法", "危害后果轻微", "及时改正")]
    county.take(case, "conclude", "2026-06-10", {
        "decision_type": "no_penalty_minor", "evidence": EVIDENCE, "violated_provisions": "《食品安全法》第五十三条",
        "harm": "slight", "spare_ground": "none_first_offence", "spare_elements": elements,
    })  # fmt: skip
    with pytest.raises(Refused, match="不是初次违法，2年内有同类违法的处理：2026-04-10"):
        county.take(case, "spare", "2026-06-11", {"corrected_on": "2026-06-05"}, held={4: "符合法律规定"})


def test_a_first_offence_outside_the_list_says_why(county: County) -> None:
    case = county.filed()
    county.take(case, "order_correction", "2026-03-03", {"corrective_order": "改正"})
    elements = [{"element": one, "met": "yes"} for one in ("初次违法", "危害后果轻微", "及时改正")]
    county.take(case, "conclude", "2026-03-20", {
        "decision_type": "no_penalty_minor", "evidence": EVIDENCE, "violated_provisions": "《食品安全法》第五十三条",
        "harm": "slight", "spare_ground": "none_first_offence", "spare_elements": elements,
    })  # fmt: skip
    with pytest.raises(Refused, match="没有列入"):
        county.take(case, "spare", "2026-03-21", {"corrected_on": "2026-03-06"})
    done = county.take(case, "spare", "2026-03-21", {"corrected_on": "2026-03-06"}, held={4: "直接依照法律认定"})
    assert (done.stage, done.fine_amount) == ("decided", None)
    again = county.clue(on="2026-06-01", party_name=done.party_name, party_id_no=done.party_id_no)
    assert [prior.same for prior in priors(again, date(2026, 6, 2))] == [True]  # spared once: the next is not the first
    county.take(done, "change", "2026-05-06", {"changed_by": "revoked"}, paper="自行纠正")
    assert priors(again, date(2026, 6, 2)) == []


def test_a_benchmark_in_days_does_not_measure_a_fine(county: County) -> None:
    DiscretionTier.objects.filter(act_code="SP-126").update(
        unit="days", range_from=10, range_to=30, statute_from=5, statute_to=60
    )
    assert county.concluded().fine_amount == Decimal(20000)


def test_the_same_act_is_not_fined_twice_by_whatever_organ(county: County) -> None:
    first = county.decided()
    county.take(first, "serve", "2026-04-13", HANDED)
    second = county.take(county.clue(on="2026-04-20"), "file_case", "2026-04-21", PARTY | ITEM | {
        "violation": "同一行为", "violation_date": "2026-02-10", "discovered_date": "2026-02-26", "benchmark": "SP-126",
        "limitation_class": "2y", "officers": [{"cert_no": "13099901001"}, {"cert_no": "13099901002"}],
    })  # fmt: skip
    county.take(second, "order_correction", "2026-04-21", {"corrective_order": "改正"})
    county.take(second, "propose_tier", "2026-04-22", {"benchmark": "SP-126"})
    with pytest.raises(Refused, match="已于2026-04-10对同一违法行为罚款"):
        county.take(second, "conclude", "2026-04-22", FINE)
