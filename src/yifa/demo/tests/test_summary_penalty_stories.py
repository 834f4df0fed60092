"""The stories of on-the-spot penalties, told by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from django.db import transaction

from yifa.areas.enforcement.summary_penalty.models import SummaryCase
from yifa.areas.enforcement.summary_penalty.procedure import SummaryPenalty2026
from yifa.clock import Calendar
from yifa.demo import place
from yifa.demo.drive import Timeline, tick
from yifa.demo.place import County
from yifa.demo.stories import enforcement_books, penalties_books, receipts, summary_penalties
from yifa.kernel.figure import Window
from yifa.kernel.models import Case, Clock
from yifa.office import scope

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[County]:
    """The county with nothing but its books and these stories."""
    with django_db_blocker.unblock(), scope.everything("演示当场处罚的测试"), transaction.atomic():
        county, timeline = place.build(Random(7), "not-secret-1"), Timeline(TODAY, tick)
        for module in (enforcement_books, penalties_books, receipts, summary_penalties):
            for on, side, waits in module.tales(county, Calendar.load(), TODAY):
                timeline.add(side, on, waits)
        timeline.run()
        tick(TODAY)
        yield county
        transaction.set_rollback(True)


def test_they_come_to_every_end_at_several_bodies(told: County) -> None:
    ends = Counter(SummaryCase.objects.values_list("outcome", flat=True))
    assert set(ends) == {"summary_penalty", "converted_to_ordinary", "no_penalty", "revoked"}
    assert SummaryCase.objects.count() >= 40
    assert SummaryCase.objects.values("organ").distinct().count() >= 5
    assert set(SummaryCase.objects.values_list("regime", flat=True)) == {
        "general", "public_security", "road_traffic"
    }  # fmt: skip


def test_fines_for_the_bank_clues_and_publications_stand_in_cases_of_their_own(told: County) -> None:
    found = Counter(Case.objects.values_list("procedure", flat=True))
    assert found["fine_collection"] >= 8
    assert found["penalty"] == 1
    assert found["penalty_publication"] == 1


def test_only_the_planted_ones_are_late(told: County) -> None:
    rows = Clock._base_manager.filter(case__procedure="summary_penalty").exclude(bound="applicant")
    late = set(rows.filter(state="late").values_list("case__title", flat=True))
    late |= set(rows.filter(state="running", due__lt=TODAY).values_list("case__title", flat=True))
    names = {label.words for label in summary_penalties.PLANTED}
    assert {title for title in late if not any(name in title for name in names)} == set()
    assert {name for name in names if not any(name in title for title in late)} == set()


def test_the_figures_of_a_year(told: County) -> None:
    window = Window.year(2025, [organ.pk for organ in told.organs])
    imposed = SummaryPenalty2026.sp_imposed.value(window).value
    amount = SummaryPenalty2026.sp_fine_amount.value(window).value
    assert imposed is not None
    assert amount is not None
    assert imposed >= 20
    assert amount >= 5000
