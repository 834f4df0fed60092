"""The stories of supervision, complaints and dossier review, told by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from django.db import transaction

from yifa.areas.enforcement.complaint.models import ComplaintCase
from yifa.areas.enforcement.dossier_review.dossier import DossierScore
from yifa.areas.enforcement.dossier_review.models import ReviewedDossier
from yifa.areas.enforcement.statistics.models import StatisticsCase
from yifa.areas.enforcement.supervision.case_procedure import Supervision
from yifa.areas.enforcement.supervision.models import SupervisionCase
from yifa.clock import Calendar
from yifa.demo import place
from yifa.demo.drive import Timeline, tick
from yifa.demo.place import County
from yifa.demo.stories import complaints, dossier_reviews, supervision, supervision_statistics
from yifa.kernel.figure import Window
from yifa.kernel.models import Case, Clock
from yifa.office import scope
from yifa.oversight.clue import Look
from yifa.oversight.clues import all_clues

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
MODULES = (supervision, complaints, dossier_reviews, supervision_statistics)


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[County]:
    """The county with nothing but these stories."""
    with django_db_blocker.unblock(), scope.everything("演示执法监督的测试"), transaction.atomic():
        county, timeline = place.build(Random(7), "not-secret-1"), Timeline(TODAY, tick)
        for module in MODULES:
            for on, side, waits in module.tales(county, Calendar.load(), TODAY):
                timeline.add(side, on, waits)
        timeline.run()
        tick(TODAY)
        yield county
        transaction.set_rollback(True)


def test_supervision_shows_every_end_and_some_that_are_open(told: County) -> None:
    window = Window.year(2026, [organ.pk for organ in told.organs])
    ends = Counter(SupervisionCase.objects.exclude(outcome="").values_list("outcome", flat=True))
    assert set(ends) >= {
        "no_problem", "corrected_on_spot", "answered_warning", "corrected_after_urge", "corrected_after_opinion",
        "gov_decision_corrected", "objection_upheld", "guided_to_remedy", "told_superior",
    }  # fmt: skip
    assert int(Supervision.sup_clues.value(window).value or 0) >= 20
    assert int(Supervision.sup_open.value(window).value or 0) >= 2


def test_complaints_of_all_three_kinds_come_to_every_end(told: County) -> None:
    ends = Counter(ComplaintCase.objects.exclude(outcome="").values_list("outcome", flat=True))
    assert set(ends) == {
        "filed", "not_filed", "mediated", "mediation_terminated", "transferred", "not_accepted", "answered",
    }  # fmt: skip
    assert ComplaintCase.objects.count() >= 30
    assert ComplaintCase.objects.filter(closed_on=None).exists()


def test_the_review_of_dossiers_ends_in_a_pass_rate_with_its_denominator(told: County) -> None:
    rate = DossierScore.dr_pass_rate.value(Window.year(2026, [organ.pk for organ in told.organs]))
    assert rate.denominator == ReviewedDossier.objects.count() == 24
    assert rate.numerator == 23


def test_the_statistics_of_the_year_were_public_before_31_january(told: County) -> None:
    cases = StatisticsCase.objects.filter(year=2025)
    assert {case.whole for case in cases} == {True, False}
    clocks = Clock.objects.filter(case__in=cases, limit__in=("publish_in_time", "report_in_time"))
    assert set(clocks.values_list("due", "state")) == {(date(2026, 1, 31), "kept")}


def test_what_is_late_is_labelled_and_nothing_else_is_late(told: County) -> None:
    labels = [*supervision.PLANTED, *complaints.PLANTED]
    found = []
    for code in ("overdue", "late", "never_closed", "complaint_unanswered", "supervision_unanswered"):
        clue = next(clue for clue in all_clues() if clue.code == code)
        for hit in clue.find(Look(TODAY, Calendar.load())):
            case = Case.objects.get(pk=hit.case_id or 0)
            known = any(label.model == code and label.words in case.title for label in labels)
            found.append((code, case.title, hit.explanation, known))
    unlabelled = [" ".join(map(str, hit[:3])) for hit in found if not hit[3]]
    assert not unlabelled, "\n".join(unlabelled)
    missed = [label for label in labels if not any(label.model == hit[0] and label.words in hit[1] for hit in found)]
    assert missed == []
