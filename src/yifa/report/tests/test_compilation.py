"""Compiling: exactly the figures that the text names are frozen, and nobody's change is lost."""

from __future__ import annotations

import pytest

from yifa.kernel.models import FrozenFigure
from yifa.report import compilation
from yifa.report.compilation import ReportError
from yifa.report.models import AnnualReport
from yifa.report.tests.conftest import NOW, Government


def test_exactly_the_named_figures_are_frozen(government: Government) -> None:
    report = government.report()

    assert set(report.frozen()) == {
        "law_publicity.lp_activities", "law_publicity.lp_people", "law_publicity.lp_materials",
        "law_study.study_center_group", "law_study.study_exam_pass_rate",
    }  # fmt: skip


def test_a_frozen_figure_keeps_its_records(government: Government) -> None:
    figure = government.report().frozen()["law_publicity.lp_activities"]

    assert figure.value == 3
    assert len(figure.rows) == 3


def test_the_year_before_is_not_counted(government: Government) -> None:
    assert government.report().frozen()["law_publicity.lp_people"].value == 21280


def test_compiling_again_drops_figures_that_are_no_longer_named(government: Government) -> None:
    report = government.report()
    report.sections.filter(code="done.law").update(text="开展普法宣传活动[[law_publicity.lp_activities]]。")

    compilation.compile_figures(report, by=government.person, at=NOW)

    assert set(report.frozen()) == {"law_publicity.lp_activities"}


def test_an_unknown_figure_is_refused_and_nothing_is_frozen(government: Government) -> None:
    with pytest.raises(ReportError, match=r"存在的不足和原因.*law_publicity\.nothing.*“数字”页"):
        government.report(lacking="原因见[[law_publicity.nothing]]。")

    assert not FrozenFigure.objects.exists()


def test_a_report_is_started_once(government: Government) -> None:
    first = compilation.start(government.organ, 2025, government.outline)

    assert compilation.start(government.organ, 2025, government.outline) == first
    assert AnnualReport.objects.count() == 1
    assert first.sections.count() == 4


def test_titles_name_place_and_year(government: Government) -> None:
    report = compilation.start(government.organ, 2025, government.outline)

    assert report.title == "洪河县人民政府2025年法治政府建设年度报告"
    assert report.sections.get(code="done").title == "2025年主要举措和成效"


def test_a_change_made_meanwhile_is_not_overwritten(government: Government) -> None:
    report = compilation.start(government.organ, 2025, government.outline)
    section = report.sections.get(code="lacking")
    compilation.rewrite(section, "甲的修改，原因在培训。", seen=0, by=government.person, at=NOW)

    with pytest.raises(ReportError, match="刚刚被他人修改过"):
        compilation.rewrite(section, "乙的修改", seen=0, by=government.person, at=NOW)

    section.refresh_from_db()
    assert section.text == "甲的修改，原因在培训。"


def test_a_year_that_has_not_begun_is_not_compiled(government: Government) -> None:
    report = compilation.start(government.organ, 2027, government.outline)

    with pytest.raises(ReportError, match="2027年还没有开始"):
        compilation.compile_figures(report, by=government.person, at=NOW)
