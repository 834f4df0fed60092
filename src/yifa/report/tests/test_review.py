"""What is missing or doubtful is said; last year's published figures stand beside ours."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from yifa.areas.leadership.law_study.models import StudySession
from yifa.clock import Calendar
from yifa.kernel.models import FrozenFigure
from yifa.report import compilation, outline, review
from yifa.report.models import PublishedReport
from yifa.report.tests.conftest import NOW, OUTLINE, Government


@pytest.fixture(autouse=True)
def _small_outline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outline, "of_organ", lambda organ: OUTLINE)


def _errors(government: Government, **changed: str) -> list[str]:
    return [w.text for w in review.warnings(government.report(**changed)) if w.severity == "error"]


def test_a_whole_report_lacks_nothing(government: Government) -> None:
    assert _errors(government) == []


def test_a_mandatory_part_without_text_is_an_error(government: Government) -> None:
    (error,) = _errors(government, lacking="")

    assert "存在的不足和原因" in error
    assert "试验第二项" in error


def test_a_missing_part_is_named_with_its_year(government: Government) -> None:
    (error,) = _errors(government, plan="")

    assert "2026年的主要安排" in error


def test_a_part_that_must_name_the_reasons_says_so(government: Government) -> None:
    (error,) = _errors(government, lacking="基层执法力量不足。")

    assert "没有写到“原因”" in error


def test_a_figure_named_after_compiling_has_to_be_compiled(government: Government) -> None:
    report = government.report()
    report.sections.filter(code="lacking").update(text="原因见[[law_study.study_lectures]]。")

    assert any("law_study.study_lectures尚未汇编" in w.text for w in review.warnings(report))


def test_records_that_came_and_went_since_freezing_are_told(government: Government) -> None:
    report = government.report()
    government.activity(50, 5)

    changed = [w.text for w in review.warnings(report) if w.severity == "warning"]
    assert changed
    assert all("增加1条、减少0条" in text for text in changed)


def test_a_share_over_few_records_is_noted(government: Government) -> None:
    StudySession._base_manager.filter(exam_expected=40).update(exam_expected=4, exam_taken=4, exam_passed=3)

    assert any("分母只有4，" in w.text for w in review.warnings(government.report()))


def _published(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "上年报告.txt"
    head = "洪河县人民政府2024年法治政府建设年度报告\n\n一、2024年主要举措和成效\n"
    path.write_text(f"{head}{text}\n\n洪河县人民政府\n2025年3月20日\n", encoding="utf-8")
    return path


RECEIVED = "全年收到行政复议申请[[reconsideration.n_received]]，组织集体学法[[law_study.study_center_group]]。"


def test_last_years_published_figure_stands_beside_ours(government: Government, tmp_path: Path) -> None:
    path = _published(tmp_path, "全年收到行政复议申请243件。")
    review.keep_published(government.organ, 2024, path, NOW)

    beside = {row.code: row for row in review.beside(government.report(done__law=RECEIVED))}

    assert beside["reconsideration.n_received"].last == 243
    assert beside["reconsideration.n_received"].last_text == "243件"
    assert beside["reconsideration.n_received"].change == "-100.0%"


def test_a_figure_without_a_published_one_has_nothing_beside_it(government: Government) -> None:
    for row in review.beside(government.report()):
        assert row.last is None
        assert not row.change


def test_a_change_by_more_than_half_is_noted(government: Government, tmp_path: Path) -> None:
    review.keep_published(government.organ, 2024, _published(tmp_path, "全年收到行政复议申请243件。"), NOW)

    found = review.warnings(government.report(done__law=RECEIVED))

    (note,) = [w.text for w in found if "变化超过一半" in w.text]
    assert "本年0件，上年公布243件，" in note


def test_money_is_compared_in_one_unit_and_told_as_reports_write_it(government: Government) -> None:
    ours = FrozenFigure(label="罚没金额", unit="元", value=Decimal("2427650.00"))
    theirs = {"value": "230.5", "text": "230.5万元"}

    row = review.beside_of("enforcement_statistics.fines", ours, theirs)

    assert (row.this_text, row.last_text, row.change) == ("242.765万元", "230.5万元", "+5.3%")


def test_reading_the_same_year_again_replaces_the_older_reading(government: Government, tmp_path: Path) -> None:
    for number in (5, 6):
        path = _published(tmp_path, f"全年开展普法宣传活动{number}场。")
        review.keep_published(government.organ, 2024, path, NOW)

    assert PublishedReport.objects.count() == 1
    assert [row["text"] for row in PublishedReport.objects.get().figures] == ["6场"]


def test_the_report_is_due_before_march_and_before_april() -> None:
    dates = {due.label: due.on for due in review.due_dates(2025, Calendar.load())}

    assert dates["报送"].isoformat() <= "2026-02-28"
    assert dates["公开"].isoformat() <= "2026-03-31"


def test_a_year_that_was_not_over_when_it_was_compiled_is_said(government: Government) -> None:
    report = compilation.start(government.organ, 2026, OUTLINE)
    compilation.compile_figures(report, by=government.person, at=NOW)

    assert "2026年尚未结束，数字只统计到2026-02-10，年终后请重新汇编" in [w.text for w in review.warnings(report)]
