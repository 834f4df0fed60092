"""The stories of plans, draws and visits, told with the books they need and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner
from django.db import transaction

from yifa.areas.enforcement.inspection import drawing
from yifa.areas.enforcement.inspection.models import Arrival, DrawCase, InspectionCase, Rating
from yifa.areas.enforcement.inspection.planned import planned_visits
from yifa.areas.enforcement.inspection.procedure import DrawBatch, Inspection
from yifa.areas.enforcement.inspection_plan.procedure import InspectionPlan
from yifa.cli.draw import command
from yifa.clock import Calendar
from yifa.demo import place
from yifa.demo.drive import Timeline, tick
from yifa.demo.place import County
from yifa.demo.stories import enforcement_books, inspections, inspections_books, inspections_planted
from yifa.kernel import chain
from yifa.kernel.figure import Window
from yifa.kernel.models import Case, Clock, Event, EventKind
from yifa.office import scope

pytestmark = [pytest.mark.django_db, pytest.mark.data]
TODAY = date(2026, 11, 20)
MODULES = (enforcement_books, inspections_books, inspections, inspections_planted)


def tell(county: County) -> None:
    """All of them, day by day."""
    timeline = Timeline(TODAY, tick)
    for module in MODULES:
        for on, side, waits in module.tales(county, Calendar.load(), TODAY):
            timeline.add(side, on, waits)
    timeline.run()
    tick(TODAY)


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[County]:
    """The county with nothing but these stories."""
    with django_db_blocker.unblock(), scope.everything("演示行政检查的测试"), transaction.atomic():
        county = place.build(Random(7), "not-secret-1")
        tell(county)
        yield county
        transaction.set_rollback(True)


@pytest.mark.parametrize("procedure", [Inspection, DrawBatch, InspectionPlan])
def test_every_step_is_taken_and_every_limit_runs(told: County, procedure: Any) -> None:
    taken = set(Event.objects.filter(case__procedure=procedure.key, kind=EventKind.STEP).values_list("step", flat=True))
    assert {step.code for step in procedure.steps()} - taken == set()
    run = set(Clock.objects.filter(case__procedure=procedure.key).values_list("limit", flat=True))
    assert {limit.code for limit in procedure.limits()} - run == set()


def test_there_are_visits_of_every_outcome_and_some_open(told: County) -> None:
    visits = InspectionCase.objects.all()
    assert visits.count() >= 80
    ends = Counter(visits.exclude(outcome="").values_list("outcome", flat=True))
    assert set(ends) == {
        "no_issue", "corrected_on_spot", "rectification_ordered", "case_filed", "referred_other", "criminal_referral",
        "refused_illegal_inspection", "aborted", "served",
    }  # fmt: skip
    assert set(visits.filter(closed_on=None).values_list("stage", flat=True)) == {
        "proposed", "approved", "visiting", "finished", "correcting",
    }  # fmt: skip
    assert Arrival.objects.count() >= 60
    assert Rating.objects.count() >= 20


def test_every_draw_of_the_year_is_run_again_from_its_files(told: County, tmp_path: Path) -> None:
    drawn = DrawCase.objects.exclude(result_file="")
    assert drawn.count() == 4
    for batch in drawn:
        folder = tmp_path / str(batch.pk)
        with zipfile.ZipFile(io.BytesIO(drawing.bundle(batch))) as archive:
            archive.extractall(folder)
        result = CliRunner().invoke(command, ["check", str(folder)])
        assert (result.exit_code, result.output) == (0, "核对一致：公布的文件与承诺相符，抽取结果与重算相同。\n")


def test_what_is_planted_is_there(told: County) -> None:
    titles = " ".join(InspectionCase.objects.values_list("title", flat=True))
    for label in inspections_planted.PLANTED:
        assert label.words in titles, label
    over = InspectionCase.objects.filter(object_name=inspections_books.name_of(inspections_planted.CAPPED))
    assert over.filter(visited_on__year=2026, kind="daily").count() == 3
    bare = InspectionCase.objects.filter(object_name=inspections_books.name_of(inspections_planted.BARE))
    assert not Arrival.objects.filter(case__in=bare).exists()


def test_the_plans_of_a_year_become_visits_to_be_merged(told: County) -> None:
    visits = list(planned_visits(2026))
    organs = Counter(one.organ.short_name for one in visits)
    assert organs["县应急局"] == 20 + 40
    assert organs["县市场监管局"] == sum(len(one.drawn) for one in DrawCase.objects.filter(drawn_on__year=2026))
    assert "县城管局" not in organs
    shared = {one.object_code for one in visits if one.organ.short_name == "县应急局"}
    assert inspections_books.code_of(5) in shared
    assert any(one.case is not None for one in visits)


def test_the_figures_of_the_year_add_up(told: County) -> None:
    window = Window.year(2026, [organ.pk for organ in told.organs])
    value = {figure.code: figure.value(window).value for figure in Inspection.figures()}
    kinds = [value[f"inspections_{kind}"] for kind in ("daily", "case", "special")]
    assert value["inspections"] == sum(number or 0 for number in kinds)
    assert value["inspections_off_site"] == 3
    assert value["visits_logged"] == 3
    assert (value["inspections_growth"] or 0) > 0


def test_the_chains_hold(told: County) -> None:
    assert list(chain.verify(Case.objects.prefetch_related("events"))) == []
