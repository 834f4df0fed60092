"""How often an enterprise may be entered: the cap of a year, cases of one reason, other bodies."""

from __future__ import annotations

import pytest

from yifa.areas.enforcement.inspected.models import InspectionItem
from yifa.areas.enforcement.inspection import frequency
from yifa.areas.enforcement.inspection.choices import Verdict
from yifa.areas.enforcement.inspection.frequency import Use, verdict
from yifa.areas.enforcement.inspection.tests.conftest import OBJECT, County, fresh
from yifa.kernel.rules import Refused

COMPLAINT = {
    "kind": "case", "plan_number": "", "trigger": "complaint", "trigger_why": "反映食品过期",
    "trigger_ref": "12345-0001",
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "mode", "use", "more", "wanted"),
    [
        ("daily", "onsite", Use(2, 1), {}, Verdict.WITHIN),
        ("daily", "onsite", Use(2, 2), {}, Verdict.BLOCKED),
        ("case", "onsite", Use(2, 2), {}, Verdict.ALERT),
        ("case", "onsite", Use(2, 1), {}, Verdict.WITHIN),
        ("case", "onsite", Use(2, 2), {"case_counts": True}, Verdict.BLOCKED),
        ("special", "onsite", Use(2, 2), {}, Verdict.BLOCKED),
        ("special", "onsite", Use(2, 2), {"superior": True}, Verdict.EXEMPT),
        ("daily", "onsite", Use(2, 5, "直接涉及公共安全"), {}, Verdict.EXEMPT),
        ("daily", "remote", Use(2, 2), {}, Verdict.NOT_COUNTED),
        ("daily", "info_share", Use(2, 2), {}, Verdict.NOT_COUNTED),
        ("service", "onsite", Use(2, 2), {}, Verdict.NOT_COUNTED),
        ("daily", "onsite", Use(None, 9), {}, Verdict.WITHIN),
    ],
)
def test_what_the_cap_says(kind: str, mode: str, use: Use, more: dict[str, bool], wanted: Verdict) -> None:
    assert verdict(kind, mode, use, **more) is wanted


@pytest.mark.data
class TestInTheBooks:
    """The worked examples of E14 §8 and what surrounds them, on stored visits."""

    def test_the_third_daily_inspection_of_a_year_is_blocked(self, county: County) -> None:
        county.closed(on="2026-02-02")
        county.closed(on="2026-06-01")
        third = county.proposed(on="2026-09-01")
        with pytest.raises(Refused, match="本年已入企检查“洪河县第1食品厂”2次，年度频次上限为2次，不得再次入企"):
            county.take(third, "approve", "2026-09-01")

    def test_the_new_year_starts_at_nought(self, county: County) -> None:
        county.planned(county.market, 2027, on="2026-12-21")
        county.closed(on="2026-06-01")
        county.closed(on="2026-12-31")
        case = county.approved(on="2027-01-01", plan_number=plan_of_2027(county))
        assert (case.freq_used, case.freq_verdict) == (0, "within")

    def test_a_complaint_beyond_the_cap_is_allowed_with_an_alert_and_a_reason(self, county: County) -> None:
        county.closed(on="2026-02-02")
        county.closed(on="2026-06-01")
        case = county.proposed(on="2026-09-01", **COMPLAINT)
        with pytest.raises(Refused, match="个案检查不受限制，但不得明显超过合理频次"):
            county.take(case, "approve", "2026-09-01")
        county.take(case, "approve", "2026-09-01", overrides={5: "举报附有照片，须当场核实"})
        assert fresh(case).freq_verdict == "allowed_with_alert"

    def test_a_complaint_does_not_occupy_the_cap(self, county: County) -> None:
        county.closed(on="2026-02-02", **COMPLAINT)
        assert county.approved(on="2026-06-01").freq_used == 0

    def test_what_is_granted_occupies_its_place_until_it_is_given_up(self, county: County) -> None:
        first, second = county.approved(on="2026-02-02"), county.approved(on="2026-06-01")
        assert (first.freq_used, second.freq_used) == (0, 1)
        third = county.proposed(on="2026-09-01")
        with pytest.raises(Refused, match="不得再次入企"):
            county.take(third, "approve", "2026-09-01")
        county.take(second, "abort", "2026-06-01", why="企业停业")
        county.take(third, "approve", "2026-09-01")
        assert fresh(third).freq_used == 1

    def test_where_the_cap_is_lowered_whoever_comes_first_still_enters(self, county: County) -> None:
        first, second = county.approved(on="2026-02-02"), county.approved(on="2026-06-01")
        InspectionItem._base_manager.filter(organ=county.market).update(cap=1)
        for case, on in ((first, "2026-02-02"), (second, "2026-06-01")):
            county.take(case, "notify", on)
            county.arrive(case, on)
        county.take(first, "enter", "2026-02-02")
        with pytest.raises(Refused, match="本年已入企检查“洪河县第1食品厂”1次，年度频次上限为1次"):
            county.take(second, "enter", "2026-06-01")

    def test_items_under_key_supervision_have_no_cap(self, county: County) -> None:
        for on in ("2026-02-02", "2026-03-10", "2026-05-04"):
            county.closed(on=on, items=[{"item_code": "JC-003"}])
        case = county.approved(on="2026-09-01", items=[{"item_code": "JC-003"}])
        assert (case.freq_verdict, case.freq_exempt_why) == ("exempt", "直接涉及公共安全")
        assert county.proposed(on="2026-10-12").stage == "proposed"
        assert frequency.used_by(county.market.pk, OBJECT, 2026, case_counts=False, but=None) == 0

    def test_an_inspection_off_site_enters_nobody(self, county: County) -> None:
        county.closed(on="2026-02-02")
        county.closed(on="2026-06-01")
        assert county.approved(on="2026-09-01", mode="document").freq_verdict == "not_counted"

    def test_another_body_there_shortly_before_is_told_and_takes_a_reason(self, county: County) -> None:
        county.closed(on="2026-03-02")
        plan = county.planned(county.fire)
        case = county.proposed(county.fire, "2026-03-20", plan_number=plan.number)
        with pytest.raises(Refused, match="县市场监管局2026-03-02检查：同一企业前后30日内，应当尽可能合并或者联合"):
            county.take(case, "approve", "2026-03-20")
        county.take(case, "approve", "2026-03-20", overrides={6: "事项不同，企业同意分别检查"})
        assert fresh(case).stage == "approved"

    def test_a_joint_visit_is_no_repetition(self, county: County) -> None:
        county.closed(on="2026-03-02")
        plan = county.planned(county.fire)
        joint = [{"organ": "县市场监管局", "kind": "joint"}]
        case = county.proposed(county.fire, "2026-03-02", plan_number=plan.number, joint_with=joint)
        county.take(case, "approve", "2026-03-02")
        assert fresh(case).stage == "approved"

    def test_all_bodies_together_are_counted(self, county: County) -> None:
        plan = county.planned(county.fire)
        for on in ("2026-01-20", "2026-05-04"):
            county.closed(on=on)
        for on in ("2026-03-09", "2026-07-06"):
            county.closed(county.fire, on, plan_number=plan.number)
        case = county.proposed(on="2026-09-14", items=[{"item_code": "JC-003"}])
        with pytest.raises(Refused, match="各机关本年已入企检查该企业4次"):
            county.take(case, "approve", "2026-09-14")

    def test_a_scheme_of_last_year_is_checked_again(self, county: County) -> None:
        case = county.approved(on="2026-12-30")
        county.take(case, "notify", "2026-12-30")
        county.arrive(case, "2027-01-04")
        with pytest.raises(Refused, match="年度频次应当重新核对"):
            county.take(case, "enter", "2027-01-04")


def plan_of_2027(county: County) -> str:
    """The number of the plan of 2027."""
    from yifa.areas.enforcement.inspection_plan.models import PlanCase

    return PlanCase.objects.get(organ=county.market, year=2027).number
