"""What a pattern cannot do without is in everything that it finds."""

from __future__ import annotations

import re

import pytest

from yifa.check.needles import needed, pieces
from yifa.check.score import FOLDER
from yifa.check.tests.test_patterns import modules, patterns

SENTENCES = [
    line.partition("|")[2]
    for path in sorted(FOLDER.glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()[::7]
]
HELD = [(text, pieces(text)) for text in SENTENCES]


@pytest.mark.parametrize("module", sorted(modules()))
def test_no_sentence_is_passed_over_in_which_a_pattern_would_be_found(module: str) -> None:
    for name, pattern in patterns(module):
        choice = needed(pattern)
        if choice is None:
            continue
        for text, held in HELD:
            assert not choice.isdisjoint(held) or not pattern.search(text), (name, text)


@pytest.mark.parametrize(
    ("pattern", "choice"),
    [
        ("扣押|查封", {"扣押", "查封"}),
        ("(?:扣押|查封)(?:车|物)", {"车", "物", "扣押", "查封"}),
        ("[甲乙]方", {"甲方", "乙方"}),
        ("(?:甲|乙丙)方", {"方"}),
        ("不?收", {"收"}),
        ("[^。]", None),
        ("(?i)ppp", None),
    ],
)
def test_the_rarest_choice_is_taken(pattern: str, choice: set[str] | None) -> None:
    found = needed(re.compile(pattern))
    assert (found is None) is (choice is None)
    assert choice is None or found is None or found <= choice
