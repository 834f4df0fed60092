"""The yearly reports of the demonstration, told by themselves: in time, late, never; the rates open onto them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from django.db import transaction

from yifa.areas.leadership.annual_report.models import AnnualReportCase
from yifa.areas.leadership.annual_report.procedure import AnnualReporting
from yifa.clock import Calendar
from yifa.demo import place
from yifa.demo.drive import Timeline, tick
from yifa.demo.place import County
from yifa.demo.stories import annual_reports
from yifa.kernel.figure import Window
from yifa.kernel.models import Clock, Published
from yifa.office import scope

pytestmark = pytest.mark.django_db
TODAY = date(2026, 4, 20)


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[County]:
    """The county with nothing but these stories."""
    with django_db_blocker.unblock(), scope.everything("演示年度报告的测试"), transaction.atomic():
        county = place.build(Random(7), "not-secret-1")
        timeline = Timeline(TODAY, lambda day: tick(day) if day.day in (1, 2) else None)
        for on, side, waits in annual_reports.tales(county, Calendar.load(), TODAY):
            timeline.add(side, on, waits)
        timeline.run()
        yield county
        transaction.set_rollback(True)


def late(limit: str) -> set[str]:
    """Whose clock of a limit ended late, or has run out and runs on."""
    clocks = Clock.objects.filter(limit=limit)
    found = clocks.filter(state="late") | clocks.filter(state="running", due__lt=TODAY)
    return set(found.values_list("case__organ__short_name", flat=True))


def test_one_organ_published_late_and_one_never(told: County) -> None:
    assert late("publish_in_time") == {"县城管局", "县教育局"}
    assert late("submit_in_time") == {"县教育局"}
    stages = dict(AnnualReportCase.objects.values_list("organ__short_name", "stage"))
    assert stages.pop("县教育局") == "agreed"
    assert set(stages.values()) == {"archived"}


def test_each_report_carries_its_text_and_stands_in_public(told: County) -> None:
    assert Published.objects.filter(case__procedure="annual_report", withdrawn_on=None).count() == 6
    for case in AnnualReportCase.objects.all():
        assert case.report_title == f"{case.organ.name}2025年法治政府建设年度报告"
        assert "〔" not in case.text
        assert "第一责任人" in case.text


def test_the_rate_of_publication_opens_onto_the_reports(told: County) -> None:
    window = Window.year(2026, [organ.pk for organ in told.organs])
    value = AnnualReporting.arr_publish_rate.value(window)
    assert (value.numerator, value.denominator) == (5, 7)
    assert AnnualReporting.arr_content_ok.value(window).value == 7
