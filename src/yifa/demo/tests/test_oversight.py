"""A supervisor finds every planted irregularity of the demonstration year; what no label explains is counted."""

from __future__ import annotations

from typing import Any

import pytest

from yifa.demo.build import Built
from yifa.demo.planted import Planted
from yifa.demo.stories import observed, planted
from yifa.office import scope
from yifa.oversight.clues import all_clues
from yifa.oversight.score import Score, scored

pytestmark = pytest.mark.django_db
LEAST_PRECISION = 80
"""Of all hits in the demonstration county, in per cent; what is missing is printed when this fails."""


@pytest.fixture(scope="module")
def scores(county: Built, django_db_blocker: Any) -> dict[str, Score]:
    """What all models found when the county was built."""
    with django_db_blocker.unblock(), scope.everything("测试"):
        return {score.model: score for score in scored(planted(), observed())}


def test_every_planted_irregularity_is_found(scores: dict[str, Score]) -> None:
    missed = {model: score.missed for model, score in scores.items() if score.missed}
    assert not missed


def test_every_model_has_something_planted_for_it() -> None:
    labelled = {label.model for label in planted()}
    assert not {clue.code for clue in all_clues()} - labelled - {"complaint_unanswered"}


def test_every_label_names_a_model_that_there_is() -> None:
    known = {clue.code for clue in all_clues()}
    assert not [label for label in planted() if label.model not in known]
    assert all(isinstance(label, Planted) and label.words and label.why for label in planted())


def test_false_alarms_are_few(scores: dict[str, Score]) -> None:
    hits, right = sum(s.hits for s in scores.values()), sum(s.right for s in scores.values())
    false = [f"{s.model}: {words}" for s in scores.values() for words in s.false]
    assert right * 100 >= hits * LEAST_PRECISION, "\n".join(false)
