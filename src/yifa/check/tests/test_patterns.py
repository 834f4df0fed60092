"""No pattern of the checker takes time that grows with the square of an odd text (thousands of blanks or digits)."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import yifa.check
from yifa.check.frames import Frame

MANY = 100
"""A repeat of at most so many characters costs a constant."""
SAMPLE = "0１一某条的 \t\u3000\n，。；：、（）《》“”〔〕()[]._-+#|aA"
REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT)
CATEGORIES = {
    code.CATEGORY_DIGIT: str.isdigit,
    code.CATEGORY_NOT_DIGIT: lambda c: not c.isdigit(),
    code.CATEGORY_SPACE: str.isspace,
    code.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    code.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    code.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


def modules() -> Iterator[str]:
    for found in pkgutil.walk_packages(yifa.check.__path__, "yifa.check."):
        if ".tests" not in found.name:
            yield found.name


def patterns(module: str) -> list[tuple[str, re.Pattern[str]]]:
    found: list[tuple[str, re.Pattern[str]]] = []
    for name, value in vars(importlib.import_module(module)).items():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Frame):
                held = (one.act, *one.near, *one.within, one.unless)
                found += [(name, pattern) for pattern in held if pattern]
            elif isinstance(one, re.Pattern):
                found.append((name, one))
    return found


def accepts(op: Any, value: Any, char: str) -> bool:
    """Whether one element of a pattern can stand for a character."""
    if op is code.ANY:
        return char != "\n"
    if op in (code.LITERAL, code.NOT_LITERAL):
        return (value == ord(char)) is (op is code.LITERAL)
    if op is code.IN:
        negated = bool(value) and value[0][0] is code.NEGATE
        return any(accepts(*one, char) for one in value if one[0] is not code.NEGATE) is not negated
    if op is code.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    return bool(op is code.CATEGORY and CATEGORIES[value](char))


def parts(op: Any, value: Any) -> list[Any]:
    """The sequences inside an element."""
    if op in REPEATS:
        return [value[2]]
    if op is code.SUBPATTERN:
        return [value[3]]
    return list(value[1]) if op is code.BRANCH else []


def long(op: Any, value: Any) -> bool:
    return op in REPEATS and value[1] > MANY


def chars(op: Any, value: Any) -> set[str]:
    """The sample characters that an element may hold."""
    inside = parts(op, value)
    if inside:
        return {char for one in inside for item in one for char in chars(*item)}
    return {char for char in SAMPLE if accepts(op, value, char)}


def optional(op: Any, value: Any) -> bool:
    """Whether an element may take no character."""
    if op in (code.ASSERT, code.ASSERT_NOT, code.AT) or (op in REPEATS and value[0] == 0):
        return True
    if op is code.SUBPATTERN or op in REPEATS:
        return all(optional(*item) for item in parts(op, value)[0])
    return op is code.BRANCH and any(all(optional(*item) for item in one) for one in parts(op, value))


def between(op: Any, value: Any, taken: set[str]) -> set[str]:
    """What is left in common with a repeat before an element, when that must take something."""
    if optional(op, value):
        return taken
    if not parts(op, value):
        return taken & chars(op, value)
    left: set[str] = set()
    for one in parts(op, value):
        rest = taken
        for item in one:
            rest = between(*item, rest)
        left |= rest
    return left


def slow(sequence: Any) -> Iterator[str]:
    """Repeats without bound inside each other, or next to each other with characters in common."""
    open_sets: list[set[str]] = []
    for op, value in sequence:
        held = chars(op, value)
        if long(op, value):
            if any(long(*one) for one in value[2]):
                yield "nested"
            if any(held & other for other in open_sets):
                yield "adjacent"
            open_sets.append(held)
        else:  # what must stand between parts two repeats, unless both can take it too
            open_sets = [between(op, value, other) for other in open_sets]
        for inside in parts(op, value):
            yield from slow(inside)


@pytest.mark.parametrize("module", sorted(modules()))
def test_no_pattern_repeats_without_bound_what_another_repeat_of_it_can_take(module: str) -> None:
    found = {name: list(slow(parser.parse(one.pattern, one.flags))) for name, one in patterns(module)}
    assert not {name: why for name, why in found.items() if why}


@pytest.mark.parametrize("module", sorted(modules()))
def test_no_pattern_holds_a_count_or_a_name_that_was_meant_to_be_filled_in(module: str) -> None:
    """`{0,4}` in an f-string becomes the words (0, 4), and {HERE} in a plain string stays as it is."""
    left = re.compile(r"\(\d+, \d+\)|\{[A-Za-z_]+\}|\{\{|\}\}")
    assert not [(name, found[0]) for name, one in patterns(module) if (found := left.search(one.pattern))]
