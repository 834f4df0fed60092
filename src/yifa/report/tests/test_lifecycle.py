"""The report and its case: compiling tells it figures, text and contents, opens none, stops once it is agreed on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from tests.flush import unprotected
from yifa.areas.leadership.annual_report.models import AnnualReportCase
from yifa.areas.leadership.annual_report.procedure import AnnualReporting
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Event, FrozenFigure
from yifa.kernel.rules import Attempt
from yifa.report import compilation, lifecycle, prose
from yifa.report.lifecycle import AlreadyAgreed
from yifa.report.tests.conftest import NOW, Government

pytestmark = pytest.mark.data
WRITTEN = {
    "achievements__publicity": "全年开展普法宣传活动[[law_publicity.lp_activities]]。",
    "shortcomings": "力量不足，原因是培训不够。",
    "first_responsible": "主要负责人履行第一责任人职责。",
    "plan": "继续培训。",
}


def take(government: Government, case: Any, code: str, **fields: Any) -> Any:
    """A step on the day of compiling, with every condition confirmed."""
    step = AnnualReporting.step(code)
    attempt = Attempt(step, timezone.localdate(NOW), {}, [name for name, _ in step.condition_codes])
    perform(case, attempt, Entry(government.person, NOW), fields)
    return AnnualReportCase._base_manager.get(pk=case.pk)


def begun(government: Government) -> Any:
    return take(government, new_case("annual_report", government.organ, date(2026, 2, 10)), "begin", year=2025)


def written(government: Government, **changed: str) -> Any:
    """The report in the outline that everybody has, its other sections empty."""
    report = compilation.start(government.organ, 2025)
    report.sections.update(text="")
    for code, text in (WRITTEN | changed).items():
        report.sections.filter(code=code.replace("__", ".")).update(text=text)
    return report


def test_compiling_without_a_case_opens_none(government: Government) -> None:
    compilation.compile_figures(written(government), by=government.person, at=NOW)
    assert not AnnualReportCase._base_manager.exists()


def test_the_case_learns_the_figures_the_text_and_the_contents(government: Government) -> None:
    case = begun(government)
    compilation.compile_figures(written(government), by=government.person, at=NOW)
    case.refresh_from_db()
    assert (case.frozen_on, case.figure_count) == (date(2026, 2, 10), 1)
    assert "全年开展普法宣传活动3场次。" in case.text
    assert case.report_title == "洪河县人民政府2025年法治政府建设年度报告"
    assert [row["part"] for row in case.contents if row["length"] == "0"] == ["other"]
    assert Event.objects.get(case=case, step="freeze").actor == government.person
    assert take(government, case, "check").complete


def test_a_value_changed_after_it_was_printed_is_named_by_the_case(government: Government) -> None:
    begun(government)
    report = written(government)
    compilation.compile_figures(report, by=government.person, at=NOW)
    assert list(lifecycle.verify_printed()) == []
    unprotected("kernel_frozenfigure")
    FrozenFigure._base_manager.update(value=99)
    assert list(lifecycle.verify_printed()) == [f"{report.title}：所用数字与冻结时登记的不符（冻结数字被改动）"]


def test_printing_amounts_in_another_scale_is_no_alteration(
    government: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(government)
    compilation.compile_figures(written(government), by=government.person, at=NOW)
    monkeypatch.setattr(prose, "in_words", lambda value, unit: f"{value}（换了写法）{unit}")
    assert list(lifecycle.verify_printed()) == []


def test_what_a_section_lacks_keeps_the_contents_from_being_complete(government: Government) -> None:
    case = begun(government)
    compilation.compile_figures(written(government, shortcomings="力量不足。"), by=government.person, at=NOW)
    case.refresh_from_db()
    with pytest.raises(Exception, match="“存在的不足和原因”没有写到“原因”"):
        take(government, case, "check")


def test_what_was_agreed_on_is_not_compiled_again_until_it_is_sent_back(government: Government) -> None:
    case, report = begun(government), written(government)
    compilation.compile_figures(report, by=government.person, at=NOW)
    case.refresh_from_db()
    case = take(government, take(government, case, "check"), "agree", meeting="县政府常务会议")
    before = report.printed.get().figure_id
    with pytest.raises(AlreadyAgreed, match="先在年度报告案件中办理“退回修改”"):
        compilation.compile_figures(report, by=government.person, at=NOW)
    assert report.printed.get().figure_id == before
    attempt = Attempt(AnnualReporting.send_back, timezone.localdate(NOW), {"who": "常务会议", "why": "补充数字"})
    perform(case, attempt, Entry(government.person, NOW), {})
    compilation.compile_figures(report, by=government.person, at=NOW)
    assert report.printed.get().figure_id != before
    found = lifecycle.case_of(government.organ, 2025)
    assert found is not None
    assert not found.complete
