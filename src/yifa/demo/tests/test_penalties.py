"""The penalty cases of the demonstration, told by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from django.db import transaction

from yifa.areas.enforcement.penalty.models import PenaltyCase
from yifa.areas.enforcement.penalty.penalty_procedure import Penalty
from yifa.clock import Calendar
from yifa.demo import place
from yifa.demo.drive import Timeline, tick
from yifa.demo.place import County
from yifa.demo.stories import enforcement_books, penalties, penalties_books, penalties_planted
from yifa.kernel.figure import Window
from yifa.office import scope

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[County]:
    """The county with nothing but the books of enforcement and these cases."""
    with django_db_blocker.unblock(), scope.everything("演示处罚案件的测试"), transaction.atomic():
        county, timeline = place.build(Random(7), "not-secret-1"), Timeline(TODAY, tick)
        for module in (enforcement_books, penalties_books, penalties):
            for on, side, waits in module.tales(county, Calendar.load(), TODAY):
                timeline.add(side, on, waits)
        timeline.run()
        yield county
        transaction.set_rollback(True)


def test_there_are_cases_of_every_outcome_and_open_ones(told: County) -> None:
    outcomes = Counter(PenaltyCase.objects.values_list("decision_type", flat=True))
    stages = Counter(PenaltyCase.objects.values_list("stage", flat=True))
    assert PenaltyCase.objects.count() >= 60
    assert set(outcomes) == {
        "", "penalty", "no_penalty_minor", "no_penalty_not_established", "transfer_criminal", "withdrawn_filing",
    }  # fmt: skip
    assert {"clue", "investigating", "examining", "noticed", "executing", "archived", "not_filed", "transferred",
            "withdrawn", "referred"} <= set(stages)  # fmt: skip


def test_every_label_that_names_a_party_names_its_case(told: County) -> None:
    for label in penalties_planted.PLANTED:
        if label.words.startswith("洪河县"):
            assert PenaltyCase.objects.filter(party_name=label.words).exists(), label


def test_the_figures_of_the_year_open_onto_these_cases(told: County) -> None:
    window = Window.year(2025, [organ.pk for organ in told.organs])
    figures = {figure.code: figure.value(window).value for figure in Penalty.figures()}
    assert (figures["pen_decided"] or 0) > 20
    kinds = [code for code in figures if code not in ("pen_fine",) and figures[code] and code.startswith("pen_fine_")]
    assert kinds == ["pen_fine_kind"]
    assert figures["pen_spared"] == 3
