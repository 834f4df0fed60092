"""Certificates: what the register says after each step, who may act on which day, what is refused and why."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.authority.register import Officers
from yifa.areas.enforcement.authority.standing import officer_problems
from yifa.areas.enforcement.certificate.procedure import Certificate
from yifa.areas.enforcement.certificate.tests.conftest import Bureau, fresh
from yifa.kernel import ticking
from yifa.kernel.faults import faults
from yifa.kernel.figure import Window
from yifa.kernel.registers import entries
from yifa.kernel.rules import Refused
from yifa.kernel.scenario import run
from yifa.office import scope

pytestmark = [pytest.mark.django_db, pytest.mark.data]
SCENARIOS = Path(__file__).parent.parent / "scenarios" / "certificate.yaml"


def unfit(day: str, number: str = "13099901001") -> str:
    """Why the holder may not act on a day."""
    found = list(officer_problems([number], date.fromisoformat(day), least=1))
    return "；".join(str(problem) for problem in found)


def refused(bureau: Bureau, case: Any, code: str, on: str, fields: dict[str, Any]) -> str:
    """Why a step is refused."""
    with pytest.raises(Refused) as caught:
        bureau.take(case, code, on, fields)
    return str(caught.value)


def test_the_declaration_has_no_fault() -> None:
    assert faults(Certificate) == []


def test_the_scenarios_come_out_as_written() -> None:
    assert [outcome.report() for outcome in run(SCENARIOS) if not outcome.ok] == []


def test_an_issued_certificate_stands_in_the_register_of_the_officers_organ(bureau: Bureau) -> None:
    case = bureau.issued()
    officer = bureau.officer()
    assert (case.entry, officer.organ, officer.body) == (officer.pk, bureau.market, bureau.market.name)
    assert (officer.matters, officer.issued_on, officer.exam_on) == (
        ["食品", "药品"], date(2025, 3, 31), date(2025, 3, 18),
    )  # fmt: skip
    assert "2025-03-31才发放" in unfit("2025-03-30")
    assert unfit("2025-03-31") == unfit("2026-12-31") == ""
    assert "已于2026-12-31到期（行政处罚法42①）" in unfit("2027-01-01")


def test_the_clerk_of_the_bureau_writes_without_seeing_the_departments_books(bureau: Bureau) -> None:
    case = bureau.examined()
    with scope.of(bureau.people[bureau.bureau.pk], on=date(2026, 11, 20)):
        bureau.take(case, "issue", "2025-03-31", {"cert_no": "A1", "valid_to": "2026-12-31"})
    assert bureau.officer("A1").body == bureau.market.name


def test_auxiliary_staff_an_unknown_body_and_a_second_certificate_are_refused(bureau: Bureau) -> None:
    with pytest.raises(Refused, match=r"执法辅助人员没有行政执法资格.*行政处罚法"):
        bureau.applied(staffing="auxiliary")
    with pytest.raises(Refused, match=r"没有经确认的执法主体资格.*行政执法监督条例"):
        bureau.applied(body="洪河县某某服务中心")
    bureau.issued()
    with pytest.raises(Refused, match="已有有效期至2026-12-31的证件，到期请办换证"):
        bureau.applied("2025-06-03")


def test_a_number_that_somebody_holds_is_refused(bureau: Bureau) -> None:
    bureau.issued()
    case = bureau.examined(person_name="林晓")
    told = {"cert_no": "13099901001", "valid_to": "2026-12-31"}
    assert "已由陈立" in refused(bureau, case, "issue", "2025-03-31", told)
    assert fresh(case).stage == "passed"


def test_what_the_register_refuses_refuses_the_step(bureau: Bureau) -> None:
    case = bureau.examined()
    case.exam_on = date(2025, 4, 30)
    case.save()
    told = {"cert_no": "A1", "valid_to": "2026-12-31"}
    said = refused(bureau, case, "issue", "2025-03-31", told)
    assert "执法人员台账" in said
    assert "通过资格考试后才能发证" in said
    assert fresh(case).entry is None


def test_days_of_a_suspension_stay_invalid_after_it_is_over(bureau: Bureau) -> None:
    case = bureau.issued()
    bureau.take(case, "suspend", "2025-06-03", {"why": "粗暴执法"})
    assert "自2025-06-03起暂扣" in unfit("2025-06-03")
    bureau.take(fresh(case), "resume", "2025-07-01")
    assert unfit("2025-06-02") == unfit("2025-07-01") == ""
    assert "在2025-06-03至2025-06-30期间暂扣" in unfit("2025-06-30")
    bureau.take(fresh(case), "suspend", "2025-09-01", {"why": "再次投诉属实"})
    bureau.take(fresh(case), "resume", "2025-09-02")
    assert bureau.officer().pauses == ["2025-06-03至2025-06-30", "2025-09-01至2025-09-01"]
    assert not fresh(case).title.endswith("属实")


@pytest.mark.parametrize(("code", "told", "first_free"), [
    ("revoke", {"why": "弄虚作假"}, "2025-07-01"), ("cancel", {"why": "调离", "left_on": "2025-06-20"}, "2025-06-20"),
])  # fmt: skip
def test_days_of_a_suspension_stay_invalid_when_the_certificate_ends(
    bureau: Bureau, code: str, told: dict[str, Any], first_free: str
) -> None:
    case = bureau.issued()
    bureau.take(case, "suspend", "2025-06-03", {"why": "粗暴执法"})
    bureau.take(fresh(case), code, "2025-07-01", told)
    assert unfit("2025-06-02") == ""
    assert "期间暂扣" in unfit("2025-06-03")
    assert [bool(unfit(day)) for day in ("2025-06-19", first_free, "2025-07-02")] == [True] * 3


def test_who_left_before_the_suspension_was_never_suspended(bureau: Bureau) -> None:
    case = bureau.issued()
    bureau.take(case, "suspend", "2025-06-03", {"why": "粗暴执法"})
    bureau.take(fresh(case), "cancel", "2025-07-01", {"why": "调离", "left_on": "2025-06-01"})
    assert bureau.officer().pauses == []
    assert "自2025-06-01起离岗收回" in unfit("2025-06-03")


def test_a_failed_yearly_check_suspends_and_names_the_case(bureau: Bureau) -> None:
    case = bureau.issued()
    assert "不足40学时" in refused(bureau, case, "pass_check", "2026-03-02", {"training_hours": 12})
    bureau.take(case, "fail_check", "2026-03-02", {"why": "学时不足", "training_hours": 12})
    assert bureau.officer().status_why == f"学时不足（{case.number}）"
    assert "暂扣" in unfit("2026-03-02")


def test_a_renewal_with_a_new_number_ends_the_old_certificate_on_the_day(bureau: Bureau) -> None:
    case = bureau.issued()
    told = {"new_cert_no": "B2", "renew_to": "2031-12-31", "training_hours": 40}
    bureau.take(case, "renew", "2026-11-02", told)
    record = fresh(case)
    assert (record.cert_no, record.valid_to, record.new_cert_no) == ("B2", date(2031, 12, 31), "")
    assert unfit("2026-11-01") == unfit("2026-11-02", "B2") == ""
    assert "吊销、注销" in unfit("2026-11-02")
    bureau.take(record, "cancel", "2026-11-10", {"why": "退休", "left_on": "2026-11-06"})
    assert unfit("2026-11-05", "B2") == ""
    assert "自2026-11-06起离岗收回" in unfit("2026-11-06", "B2")


def test_a_renewal_without_a_new_number_runs_on(bureau: Bureau) -> None:
    case = bureau.issued()
    bureau.take(case, "renew", "2026-11-02", {"renew_to": "2031-12-31", "training_hours": 40, "matters": "食品"})
    assert (bureau.officer().valid_to, bureau.officer().matters) == (date(2031, 12, 31), ["食品"])
    assert unfit("2027-01-01") == ""


def test_the_night_after_the_last_day_ends_the_case(bureau: Bureau) -> None:
    case = bureau.issued(valid_to="2026-06-30")
    list(ticking.tick(datetime.fromisoformat("2026-06-30T00:30:00+08:00")))
    assert fresh(case).stage == "holding"
    list(ticking.tick(datetime.fromisoformat("2026-07-01T00:30:00+08:00")))
    assert fresh(case).stage == "expired"


def test_a_certificate_in_the_register_is_taken_over(bureau: Bureau) -> None:
    from yifa.areas.enforcement.supervision.tests.conftest import LATE
    from yifa.kernel.engine import new_case

    told = {
        "cert_no": "C3", "name": "何勇", "body": bureau.market.name, "staffing": "事业编制", "cert_kind": "行政执法证",
        "matters": "食品", "exam_on": "2023-11-20", "issued_on": "2023-12-08", "valid_to": "2028-12-07",
        "status": "有效",
    }  # fmt: skip
    entries.add(Officers, bureau.market, told, by=None, at=LATE)
    case = new_case("certificate", bureau.bureau, date(2026, 3, 2))
    bureau.take(case, "take_over", "2026-03-02", {"cert_no": "C3", "body_organ": bureau.market.pk})
    record = fresh(case)
    assert (record.person_name, record.matters, record.staffing) == ("何勇", "食品", "institution")
    bureau.take(record, "revoke", "2026-03-09", {"why": "弄虚作假"})
    assert "吊销、注销" in unfit("2026-03-09", "C3")


def test_a_suspended_certificate_is_taken_over_once_and_given_back(bureau: Bureau) -> None:
    from yifa.areas.enforcement.supervision.tests.conftest import LATE
    from yifa.kernel.engine import new_case

    told = {
        "cert_no": "C4", "name": "何勇", "body": bureau.market.name, "staffing": "事业编制", "cert_kind": "行政执法证",
        "issued_on": "2023-12-08", "valid_to": "2028-12-07", "status": "暂扣", "status_on": "2026-01-05",
        "status_why": "投诉属实",
    }  # fmt: skip
    entries.add(Officers, bureau.market, told, by=None, at=LATE)
    case = new_case("certificate", bureau.bureau, date(2026, 3, 2))
    named = {"cert_no": "C4", "body_organ": bureau.market.pk}
    assert "请办“登记已暂扣证件”" in refused(bureau, case, "take_over", "2026-03-02", named)
    bureau.take(case, "take_over_suspended", "2026-03-02", named)
    other = new_case("certificate", bureau.bureau, date(2026, 3, 3))
    said = refused(bureau, other, "take_over_suspended", "2026-03-03", named)
    assert f"编号“C4”的证件已由{fresh(case).number}办理" in said
    bureau.take(fresh(case), "resume", "2026-03-09")
    assert bureau.officer("C4").pauses == ["2026-01-05至2026-03-08"]
    assert fresh(case).stage == "holding"


def test_a_person_applies_once_and_gets_one_certificate(bureau: Bureau) -> None:
    first = bureau.examined()
    with pytest.raises(Refused, match=f"陈立已有办理中的申领{first.number}"):
        bureau.applied("2025-03-10")


def test_an_expired_number_may_be_issued_again_to_the_same_person(bureau: Bureau) -> None:
    case = bureau.issued(valid_to="2025-06-30")
    list(ticking.tick(datetime.fromisoformat("2025-07-01T00:30:00+08:00")))
    assert fresh(case).stage == "expired"
    again = bureau.applied("2025-09-01")
    bureau.take(again, "approve", "2025-09-03")
    bureau.take(fresh(again), "pass_exam", "2025-09-20", {"exam_on": "2025-09-18", "exam_score": 80})
    bureau.take(fresh(again), "issue", "2025-09-29", {"cert_no": "13099901001", "valid_to": "2030-09-28"})
    assert unfit("2025-06-30") == unfit("2025-09-29") == ""
    assert unfit("2025-07-01") != "" != unfit("2025-09-28")


def test_a_transfer_goes_on_in_the_book_of_the_other_organ_without_an_exam(bureau: Bureau) -> None:
    case = bureau.issued()
    assert "请选择调入的机关" in refused(bureau, case, "transfer", "2026-03-02", {"body_organ": bureau.market.pk})
    city = {"body_organ": bureau.city.pk}
    assert "没有经确认的执法主体资格" in refused(bureau, fresh(case), "transfer", "2026-03-02", city)
    bureau.confirm(bureau.city)
    bureau.take(fresh(case), "transfer", "2026-03-02", city)
    held = Officer._base_manager.get(cert_no="13099901001", status="valid")
    assert (held.organ, held.body, held.issued_on, held.valid_to) == (
        bureau.city, bureau.city.name, date(2026, 3, 2), date(2026, 12, 31),
    )  # fmt: skip
    assert unfit("2026-03-01") == unfit("2026-03-02") == ""
    record = fresh(case)
    assert (record.body, record.stage, record.entry) == (bureau.city.name, "holding", held.pk)
    bureau.take(record, "suspend", "2026-04-01", {"why": "粗暴执法"})
    assert "自2026-04-01起暂扣" in unfit("2026-04-01")


def test_figures_count_people_and_certificates(bureau: Bureau) -> None:
    case = bureau.issued()
    bureau.take(case, "suspend", "2025-06-03", {"why": "粗暴执法"})
    other = bureau.applied(person_name="林晓")
    bureau.take(other, "approve", "2025-03-05")
    bureau.take(fresh(other), "fail_exam", "2025-03-20", {"exam_on": "2025-03-18", "exam_score": 41}, result="failed")
    window = Window.year(2025, [bureau.bureau.pk])
    told = {figure.code: figure.value(window).text(figure.unit) for figure in Certificate.figures()}
    assert (told["ct_applied"], told["ct_issued"], told["ct_suspended"], told["ct_cancelled"]) == (
        "2件", "1件", "1件", "0件",
    )  # fmt: skip
    assert told["ct_pass_rate"] == "50.00%"
