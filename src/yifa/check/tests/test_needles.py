"""What a pattern cannot do without is in everything that it finds."""

from __future__ import annotations

import re
from datetime import date
from types import ModuleType, SimpleNamespace

import pytest

from yifa.check import Draft, DraftKind, check, needles
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


def findings() -> list[tuple[str, int, int]]:
    text = "商户应当交押金。未经批准，不得设摊。对外地企业加收费用。企业必须建立台帐。"
    draft = Draft.read(text, date(2026, 11, 22), DraftKind.NORMATIVE, "")
    return [(one.rule_id, one.start, one.end) for one in check(draft)]


class Otherwise:
    """A parser that writes patterns down as no other does."""

    def parse(self, pattern: str, flags: int) -> list[tuple[str, str]]:
        return [(pattern, "")] if flags else [()]  # type: ignore[list-item]


@pytest.mark.parametrize("parser", [None, SimpleNamespace(), Otherwise()])
def test_a_python_that_reads_patterns_otherwise_finds_the_same(
    parser: ModuleType | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = findings()
    monkeypatch.setattr(needles, "_known", {})
    monkeypatch.setattr(needles, "parser", parser)
    assert needed(re.compile("[扣收]押金")) is None
    assert findings() == usual
    assert usual


def test_this_python_still_reads_patterns_so_that_most_sentences_are_passed_over() -> None:
    assert needles.parser is not None
    assert needed(re.compile("(?:扣押|查封)(?:车|物)")) is not None
