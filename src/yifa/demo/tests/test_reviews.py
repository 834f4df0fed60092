"""The stories of reviews, told alone: every one comes to where it should."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from django.db import transaction

from yifa.areas.rulemaking.fair_competition.procedure import FairCompetitionReview
from yifa.areas.rulemaking.legality_review.agenda import AgendaItem
from yifa.areas.rulemaking.legality_review.review_procedure import LegalityReview
from yifa.areas.rulemaking.legality_review.submission import ReviewSubmission
from yifa.clock import Calendar
from yifa.demo import place
from yifa.demo.drive import Timeline, tick
from yifa.demo.stories import fair_competition, legality_review
from yifa.kernel.declare import Procedure
from yifa.kernel.figure import Window
from yifa.kernel.models import Case, Event, EventKind
from yifa.office import scope

pytestmark = [pytest.mark.django_db, pytest.mark.data]

TODAY = date(2025, 9, 30)


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: object) -> Iterator[Counter[str]]:
    """Nine months of reviews, without any other story."""
    with django_db_blocker.unblock(), scope.everything("演示数据的测试"), transaction.atomic():  # type: ignore[attr-defined]
        county, names = place.build(Random(1), "not-secret-1"), Counter[str]()
        timeline = Timeline(TODAY, tick)
        for module in (legality_review, fair_competition):
            for on, side, waits in module.tales(county, Calendar.load(), TODAY):
                timeline.add(side, on, waits)
                names[side.story] += 1
        timeline.run()
        yield names
        transaction.set_rollback(True)


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("procedure", [LegalityReview, AgendaItem, ReviewSubmission, FairCompetitionReview])
def test_every_step_is_taken(procedure: type[Procedure]) -> None:
    events = Event.objects.filter(case__procedure=procedure.key, kind=EventKind.STEP)
    assert {step.code for step in procedure.steps()} - set(events.values_list("step", flat=True)) == set()


@pytest.mark.usefixtures("told")
def test_most_reviews_are_put_away_and_two_drafts_lie_on_the_desk() -> None:
    stages = Counter(Case.objects.filter(procedure="legality_review").values_list("stage", flat=True))
    assert stages["closed"] > sum(stages.values()) / 2
    assert stages["reviewing"] >= 2
    open_ = Case.objects.filter(procedure="legality_review", stage="reviewing")
    assert sum(bool(case.record.findings) for case in open_) >= 1


def test_topics_reach_their_meeting_only_after_their_review(told: Counter[str]) -> None:
    items = [case.record for case in Case.objects.filter(procedure="agenda_item")]
    assert told["会议议题合法性审查"] == len(items)
    discussed = [item for item in items if item.stage == "discussed"]
    assert discussed
    assert all(item.review_number for item in discussed)
    assert all(item.review_conclusion != "illegal" for item in discussed)


def test_the_figures_of_the_year_have_records(told: Counter[str]) -> None:
    bureau = Case.objects.filter(procedure="legality_review")[0].organ
    window = Window.year(2025, [bureau.pk])
    assert (LegalityReview.lr_count.value(window).value or 0) >= 15
    rate = LegalityReview.lr_adopt_rate_items.value(window).value
    assert rate is not None
    assert 60 <= rate <= 100


@pytest.mark.usefixtures("told")
def test_exempted_measures_run_until_their_day_and_unreviewed_ones_lower_the_rate() -> None:
    organs = {case.organ_id for case in Case.objects.filter(procedure="fair_competition")}
    window = Window.year(2025, organs)
    assert (FairCompetitionReview.fcr_exempt.value(window).value or 0) >= 1
    rate = FairCompetitionReview.fcr_rate.value(window).value
    assert rate is not None
    assert 80 <= rate < 100
