"""Words of several classes mean one act in whatever order they stand; the spot says what the sentence makes of it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from yifa.check import Draft, DraftKind
from yifa.check.frames import find, first_said, frame, once
from yifa.check.model import Hit

DEPOSIT = frame("收|交|缴", near=("押金|保证金",), within=("商户|企业",), unless="自愿")


def draft(text: str) -> Draft:
    return Draft.read(text, date(2026, 11, 22), DraftKind.NORMATIVE, "")


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("商户应当交押金。", True),
        ("押金由商户先交。", True),
        ("对企业，镇里收保证金。", True),
        ("商户交材料，押金另行研究。", False),
        ("村民交押金。", False),
        ("商户自愿交押金。", False),
    ],
)
def test_a_frame_asks_for_its_classes_and_not_for_their_order(text: str, means: bool) -> None:
    assert bool(list(find(draft(text), (DEPOSIT,)))) is means


def test_what_the_sentence_makes_of_the_act_is_asked_of_the_spot() -> None:
    assert next(find(draft("不得向商户收押金。"), (DEPOSIT,))).denied
    assert next(find(draft("商户须交押金。"), (DEPOSIT,))).ordered


def test_of_a_sentence_only_the_first_reading_that_speaks_is_heard() -> None:
    one = draft("商户交押金。企业交保证金。")
    first, second = one.statements
    readings = ([Hit(first.start, first.start + 1)], [Hit(first.start + 2, first.end), Hit(second.start, second.end)])
    assert [hit.start for hit in first_said(one, *readings)] == [first.start, second.start]
    assert len(list(once([Hit(0, 1), Hit(1, 2)], one))) == 1


@pytest.mark.parametrize("words", [("押金",), ("押金", "企业"), ("没有的话",)])
def test_the_sentences_that_may_hold_words_are_those_that_do_and_perhaps_more(words: tuple[str, ...]) -> None:
    one = draft("商户交押金。企业交材料。企业交押金。")
    patterns = [re.compile(word) for word in words]
    assert {s.start for s in one.statements if all(s.has(p) for p in patterns)} <= {
        s.start for s in one.holding(*patterns)
    }
