"""What a pattern cannot do without, so that most sentences need not be searched for it at all.

Of `(?:扣押|查封)(?:车|物)` every match holds 扣押 or 查封; a sentence without either is passed over. Which of several
pieces is asked for does not change what is found, only how often the pattern has to be tried.

What a pattern is made of is read with the parser of `re`, for which Python offers no public name. It is used here and
nowhere else: on a Python without it, or with one that says things otherwise, no pattern makes a choice, so that every
sentence is searched and the same is found, only slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from itertools import pairwise
from types import ModuleType
from typing import Any, Final

Pieces = frozenset[str]

_MOST: Final = 40
"""A choice of more characters than this is in nearly every sentence."""
_known: dict[int, tuple[re.Pattern[str], Pieces | None]] = {}
"""By identity: to hash a compiled pattern takes as long as to search with it. The pattern is kept, so its id stays."""


def _private(name: str) -> ModuleType | None:
    try:
        return import_module(f"re.{name}")
    except ImportError:
        return None


parser: ModuleType | None = _private("_parser")
"""What reads a pattern, None on a Python that has moved it."""
code: Any = _private("_constants")


wanted: Final[set[str]] = set()
"""All pieces of the choices that have been made so far."""


def pieces(text: str) -> Pieces:
    """The characters of a text and its pairs of neighbours."""
    return frozenset(text).union(map("".join, pairwise(text)))


def needed(pattern: re.Pattern[str]) -> Pieces | None:
    """Characters and pairs of which every match of the pattern holds one; None where there is no such choice."""
    known = _known.get(id(pattern))
    if known is None:
        choice = _choice(pattern)
        known = _known[id(pattern)] = (pattern, choice)
        wanted.update(choice or ())
    return known[1]


def _choice(pattern: re.Pattern[str]) -> Pieces | None:
    """What the pattern cannot do without; None where its parts cannot be read."""
    if parser is None or code is None or pattern.flags & re.IGNORECASE:  # then a letter stands for two
        return None
    try:
        return _of_sequence(list(parser.parse(pattern.pattern, pattern.flags)))
    except (AttributeError, IndexError, TypeError, ValueError):
        return None  # this Python writes them down in another way: the pattern is tried on every sentence


def _of_sequence(sequence: Sequence[Any]) -> Pieces | None:
    """The best choice that one of the elements of a sequence, or two neighbours, make."""
    single = [_of_element(op, value) for op, value in sequence]
    choices = [choice for choice in single if choice is not None]
    for at in range(len(sequence) - 1):
        first, second = _single(sequence[at]), _starts(sequence[at + 1])
        if first and second:
            choices.append(frozenset(one + other for one in first for other in second))
    return min(choices, key=_cost, default=None)


def _of_element(op: Any, value: Any) -> Pieces | None:
    if op is code.LITERAL:
        return frozenset(chr(value))
    if op is code.IN:
        return _of_set(value)
    if op is code.BRANCH:
        return _of_branches(value[1])
    if op is code.SUBPATTERN:
        return _of_sequence(list(value[3]))
    if op in (code.MAX_REPEAT, code.MIN_REPEAT) and value[0] > 0:
        return _of_sequence(list(value[2]))
    return None


def _starts(element: tuple[Any, Any]) -> Pieces | None:
    """The characters that an element which takes at least one may begin with."""
    op, value = element
    if op is code.SUBPATTERN and len(value[3]):
        return _starts(value[3][0])
    if op is code.BRANCH:
        starts = [_starts(branch[0]) if len(branch) else None for branch in value[1]]
        return None if None in starts else frozenset().union(*(one for one in starts if one))
    return _of_element(op, value) if op in (code.LITERAL, code.IN) else None


def _single(element: tuple[Any, Any]) -> Pieces | None:
    """The characters of an element of exactly one."""
    op, value = element
    if op is code.SUBPATTERN and len(value[3]) == 1:
        return _single(value[3][0])
    return _of_element(op, value) if op in (code.LITERAL, code.IN) else None


def _of_set(items: list[tuple[Any, Any]]) -> Pieces | None:
    """The characters of [甲乙丙]; a set that is negated, a range or a category is no choice."""
    if len(items) > _MOST or any(op is not code.LITERAL for op, _ in items):
        return None
    return frozenset(chr(value) for _, value in items)


def _of_branches(branches: Iterable[Any]) -> Pieces | None:
    found: set[str] = set()
    for one in branches:
        choice = _of_sequence(list(one))
        if choice is None:
            return None
        found |= choice
    return frozenset(found)


def _cost(choice: Pieces) -> float:
    """How likely a sentence is to hold one of them: a pair is some twenty times rarer than a character."""
    return sum(1 if len(one) == 1 else 0.05 for one in choice)
