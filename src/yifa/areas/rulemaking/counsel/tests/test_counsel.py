"""Counsel: terms, reminders, services, findings, figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from yifa.areas.rulemaking.counsel.models import Counsel, CounselService
from yifa.areas.rulemaking.counsel.register import CounselAssessments, CounselServices, CounselTerms
from yifa.kernel.figure import Window
from yifa.kernel.registers import entries, importing
from yifa.kernel.registers.errors import EntryRefused
from yifa.kernel.registers.verify import verify_books
from yifa.office import scope
from yifa.office.models import Organ, Place

pytestmark = [pytest.mark.django_db, pytest.mark.data]
NOW = datetime.fromisoformat("2026-11-20T10:00:00+08:00")


@pytest.fixture(autouse=True)
def _all_seen() -> Iterator[None]:
    with scope.everything("测试"):
        yield


@pytest.fixture
def bureau() -> Organ:
    place = Place.objects.create(code="419001", name="洪河县", level="county")
    Organ.objects.create(place=place, name="洪河县第一派出所", short_name="一所", kind="dispatched")
    Organ.objects.create(place=place, name="洪河县财政局", short_name="财政局", kind="department")
    return Organ.objects.create(place=place, name="洪河县司法局", short_name="县司法局", kind="justice")


def retain(organ: Organ, number: str = "顾1", **more: Any) -> Counsel:
    values = {
        "number": number, "kind": "外聘法律顾问", "name": "钱律师", "licence_no": "14101202010123456",
        "firm": "明法律师事务所", "retained_by": "洪河县人民政府", "term_start": "2024-07-01", "term_end": "2026-06-30",
        "conflict_declared": "是", **more,
    }  # fmt: skip
    entry: Counsel = entries.add(CounselTerms, organ, values, by=None, at=NOW)
    return entry


def serve(organ: Organ, number: str, **more: Any) -> CounselService:
    values = {
        "number": number,
        "counsel": "顾1",
        "kind": "出具法律意见书",
        "on": "2025-05-20",
        "target": "供热协议",
        **more,
    }
    entry: CounselService = entries.add(CounselServices, organ, values, by=None, at=NOW)
    return entry


def test_renewal_is_reminded_of_thirty_days_before_the_term_is_over(bureau: Organ) -> None:
    retain(bureau)
    assert CounselTerms.renewal.remind_on(date(2026, 6, 30)) == date(2026, 6, 1)
    assert list(CounselTerms.warnings(date(2026, 5, 31), [bureau.pk])) == []
    for day in (date(2026, 6, 1), date(2026, 6, 30)):
        assert [w.code for w in CounselTerms.warnings(day, [bureau.pk])] == ["renewal"]
    assert "“顾1”聘期届满为2026-06-30，还有29日。" in next(CounselTerms.warnings(date(2026, 6, 1), [bureau.pk])).text
    assert list(CounselTerms.warnings(date(2026, 7, 1), [bureau.pk])) == []


def test_a_term_that_was_renewed_is_not_reminded_of(bureau: Organ) -> None:
    retain(bureau)
    retain(bureau, "顾2", term_start="2026-07-01", term_end="2028-06-30")
    assert list(CounselTerms.warnings(date(2026, 6, 15), [bureau.pk])) == []


def test_one_licence_one_unit_one_term(bureau: Organ) -> None:
    retain(bureau)
    with pytest.raises(EntryRefused, match="已经登记过"):
        retain(bureau, "顾2")
    retain(bureau, "顾2", retained_by="洪河县财政局")
    for number in ("内1", "内2"):  # without a licence there is nothing to tell apart by
        retain(bureau, number, kind="内部法律顾问", licence_no="")


def test_a_term_that_ends_before_it_begins_and_a_lawyer_without_licence_are_refused(bureau: Organ) -> None:
    with pytest.raises(EntryRefused, match=r"2024-06-30早于聘期起2024-07-01.*“执业证号”没有填写"):
        retain(bureau, term_end="2024-06-30", licence_no="")


def test_an_opinion_out_of_term_is_found(bureau: Organ) -> None:
    retain(bureau)
    inside, outside = serve(bureau, "1", on="2026-06-30"), serve(bureau, "2", on="2026-07-01")
    assert list(CounselServices.doubts(inside)) == []
    assert [d.field for d in CounselServices.doubts(outside)] == ["on"]
    warned = list(CounselServices.warnings(date(2026, 11, 20), [bureau.pk]))
    assert [(w.code, w.entry) for w in warned] == [("counsel_out_of_term", outside.pk)]


def test_a_conflict_of_interest_is_found(bureau: Organ) -> None:
    retain(bureau)
    entry = serve(bureau, "1", acts_against="是")
    assert [w.code for w in CounselServices.warnings(date(2026, 11, 20), [bureau.pk])] == ["counsel_conflict"]
    assert [d.field for d in CounselServices.doubts(entry)] == ["acts_against"]


def test_a_service_names_its_counsel_by_number(bureau: Organ) -> None:
    with pytest.raises(EntryRefused, match="找不到编号为“顾1”的记录"):
        serve(bureau, "1")
    counsel = retain(bureau)
    assert serve(bureau, "1").counsel == counsel


def test_counsel_on_whom_services_rest_is_not_withdrawn(bureau: Organ) -> None:
    counsel = retain(bureau)
    service = serve(bureau, "1")
    with pytest.raises(EntryRefused, match="还有1条法律顾问服务以它为依据"):
        entries.withdraw(CounselTerms, counsel.pk, "登记错误", seen=1, by=None, at=NOW)
    entries.withdraw(CounselServices, service.pk, "登记错误", seen=1, by=None, at=NOW)
    entries.withdraw(CounselTerms, counsel.pk, "登记错误", seen=1, by=None, at=NOW)
    assert list(verify_books([CounselTerms, CounselServices])) == []


def test_services_are_counted_whole_and_by_kind(bureau: Organ) -> None:
    retain(bureau)
    kinds = ["出具法律意见书"] * 3 + ["参加会议"] * 2 + ["参与接访", "解答咨询"]
    for number, kind in enumerate(kinds):
        serve(bureau, str(number), kind=kind)
    year = Window.year(2025, [bureau.pk])
    found = {figure.code: figure.value(year).value for figure in CounselServices.figures()}
    assert found == {
        "counsel_services": 7,
        "counsel_opinions": 3,
        "counsel_meetings": 2,
        "counsel_receptions": 1,
        "counsel_contracts": 0,
    }


def test_coverage_is_units_in_term_of_units_that_ought_to_have_counsel(bureau: Organ) -> None:
    retain(bureau)
    retain(bureau, "顾2", licence_no="2")
    organs = Organ.objects.values_list("pk", flat=True)
    covered = CounselTerms.counsel_coverage.value(Window.year(2025, organs))
    assert (covered.value, covered.numerator, covered.denominator) == (Decimal("50.00"), 1, 2)
    assert CounselTerms.counsel_coverage.value(Window.year(2026, organs)).value == 0
    assert CounselTerms.counsel_terms.value(Window.year(2025, organs)).value == 2


def test_services_are_imported_against_the_counsel_in_the_book(bureau: Organ, tmp_path: Path) -> None:
    retain(bureau)
    path = tmp_path / "服务.csv"
    head = "服务编号,服务日期,服务类别,顾问编号,事项\n"
    path.write_text(head + "1,2025-05-20,参加会议,顾1,常务会\n2,2025-05-21,参加会议,顾9,常务会\n", encoding="utf-8")
    report = importing.dry_run(CounselServices, bureau, path, today=NOW.date())
    assert [(f.row, f.why) for f in report.faults] == [(3, "找不到编号为“顾9”的记录")]
    path.write_text(head + "1,2025-05-20,参加会议,顾1,常务会\n", encoding="utf-8")
    assert importing.import_file(CounselServices, bureau, path, by=None, at=NOW).batch is not None
    assert list(verify_books([CounselServices])) == []


def test_names_and_licences_are_never_public() -> None:
    assert {c.name for c in CounselTerms.columns if c.personal} == {"name", "licence_no"}
    assert [c.name for c in CounselTerms.public()] == ["kind", "retained_by", "term_start", "term_end"]


def assess(organ: Organ, **more: Any) -> Any:
    values = {
        "number": "顾考〔2025〕1号",
        "counsel": "顾1",
        "year": "2025",
        "on": "2026-01-15",
        "grade": "合格",
        **more,
    }
    return entries.add(CounselAssessments, organ, values, by=None, at=NOW)


def test_an_assessment_counts_the_services_of_its_year(bureau: Organ) -> None:
    retain(bureau)
    serve(bureau, "1", on="2025-05-20")
    serve(bureau, "2", on="2026-01-05")
    assert assess(bureau).services == 1
    with pytest.raises(EntryRefused, match="已经登记过"):
        assess(bureau, number="顾考〔2025〕2号")


def test_an_assessment_out_of_term_or_unfit_without_word_is_refused(bureau: Organ) -> None:
    retain(bureau)
    with pytest.raises(EntryRefused, match=r"2023年不在聘期内.*写明处理意见"):
        assess(bureau, year="2023", grade="不合格")


def test_counsel_that_nobody_assessed_is_named_from_february_on(bureau: Organ) -> None:
    retain(bureau)
    assert list(CounselAssessments.warnings(date(2026, 1, 31), [bureau.pk])) == []
    (warned,) = CounselAssessments.warnings(date(2026, 2, 1), [bureau.pk])
    assert warned.text == "顾问“顾1”2025年度还没有考核。请考核并登记。"
    assess(bureau)
    assert list(CounselAssessments.warnings(date(2026, 2, 1), [bureau.pk])) == []
