"""Words of Chinese text for a full-text index: overlapping pairs, exact for words of any length.

行政复议，2024年 becomes 行政 政复 复议 议 ж 2024 年: each run of Han characters gives its pairs and its
last character alone, an ASCII word stays whole, and a break stands where punctuation divides a word
from a number. A search is a phrase of the same tokens, so it finds exactly what stands in the text
between two punctuation marks. One character alone is looked up as the beginning of a pair.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

BREAK: Final = "ж"
"""A token that no text gives and both engines keep."""
_RUN: Final = re.compile(
    "(?P<han>[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\U00020000-\U0002b81d]+)|(?P<ascii>[0-9a-z]+)"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens that must follow each other; the last may be only the beginning of one."""

    tokens: tuple[str, ...]
    prefix: bool = False


def fold(text: str) -> str:
    """One width, one case: what two spellings of the same word have in common."""
    return unicodedata.normalize("NFKC", text).lower()


def bigrams(text: str) -> list[str]:
    """The tokens of a text, in order."""
    tokens: list[str] = []
    end, was_ascii = 0, False
    for found in _RUN.finditer(fold(text)):
        is_ascii = bool(found["ascii"])
        if found.start() > end and tokens and (is_ascii or was_ascii):
            tokens.append(BREAK)
        tokens += [found[0]] if is_ascii else _pairs(found[0])
        end, was_ascii = found.end(), is_ascii
    return tokens


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run))]


def phrases(words: str) -> list[Phrase]:
    """What a search asks for: one phrase for each stretch without a blank or punctuation; all must be found."""
    asked: list[list[str]] = []
    end = -1
    for found in _RUN.finditer(fold(words)):
        if found.start() != end:
            asked.append([])
        asked[-1] += [found[0]]
        end = found.end()
    return [_phrase(runs) for runs in asked]


def _phrase(runs: list[str]) -> Phrase:
    tokens: list[str] = []
    for run in runs:
        tokens += [run] if run.isascii() else _pairs(run)
    last = runs[-1]
    if last.isascii():
        return Phrase(tuple(tokens))
    if len(last) == 1:
        return Phrase(tuple(tokens), prefix=True)
    return Phrase(tuple(tokens[:-1]))
