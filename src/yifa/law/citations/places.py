"""The grammar of places: 第三十条第一款第（四）项, ranges and lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from yifa.law.citations.model import Place
from yifa.law.numerals import NUMERAL, NotANumeral, to_int

_LEVELS: Final = "条款项目"
_LARGEST: Final = 9999
_OPEN: Final = r"[（(]"
_SHUT: Final = r"[）)]"
_SPACED: Final = r"[〇零○一二三四五六七八九十百千两](?:[ \u3000][〇零○一二三四五六七八九十百千两])+"
"""A numeral that a scan has set with blanks: 第 三 十 条."""
_NUM: Final = rf"{_OPEN}?\s?(?:{_SPACED}|{NUMERAL})\s?{_SHUT}?"
_RANGE: Final = r"[至到\-—－–~～]+"
_AND: Final = r"[、，,]?(?:和|及|与|以及|或者|或)|[、，,]"
_MORE: Final = rf"\s?(?:{_RANGE}|、|和|及|与|或)\s?第?\s?{_NUM}|{_OPEN}{NUMERAL}{_SHUT}"
"""Further numbers of a list: 、四, 至（六）, and 第（一）（二）项 without anything between."""
_UNIT: Final = re.compile(
    rf"第\s?(?P<nums>{_NUM}(?:{_MORE}){{0,40}})\s?"
    rf"(?P<level>[{_LEVELS}])(?:之(?P<branch>{NUMERAL}))?"
)
_BARE_UNIT: Final = re.compile(rf"(?P<nums>{NUMERAL})\s?(?P<level>[条款])")
_BRACKETED: Final = rf"{_OPEN}(?:[一二三四五六七八九十]+|[0-9\uff10-\uff19]{{1,2}}){_SHUT}"
_NUMBERED_ITEM: Final = re.compile(
    rf"(?P<nums>{_BRACKETED}(?:(?:{_RANGE}|、|和|及|与|或)?{_BRACKETED}){{0,40}})(?P<level>项)"
)
_SEPARATOR: Final = re.compile(rf"\s?(?:(?P<range>{_RANGE})|{_AND})\s?(?=第)")
_WITHOUT_ORDINAL: Final = re.compile(
    rf"\s?(?:(?P<range>[至到])|、|和|及|与|或)\s?(?=(?P<num>{NUMERAL})\s?(?P<level>[条款]))"
)
"""What may stand before a place that lacks its 第: 第三十条、三十一条."""
_PARTS: Final = re.compile(rf"(?P<sep>{_RANGE}|、|和|及|与|或)?\s?第?\s?{_OPEN}?\s?(?P<num>{_SPACED}|{NUMERAL})")

PLACE_START: Final = re.compile(rf"第\s?{_NUM}(?:{_MORE}){{0,40}}\s?[条款项]")
"""What every place begins with."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A place and the characters it takes up; `through` is the end of a range."""

    start: int
    end: int
    place: Place
    through: Place | None = None


@dataclass(frozen=True, slots=True)
class _Unit:
    """One 第…条 / 款 / 项 / 目 with the numbers it lists."""

    start: int
    end: int
    level: str
    numbers: tuple[tuple[int, bool], ...]
    branch: int


def parse_places(text: str, at: int, context: Place | None = None) -> tuple[list[Placed], int]:
    """All places of the list which begins at `at`, and where it ends.

    `context` completes a place that begins with a lower unit (第二款 after 第五条). A number too large or no numeral
    at all ends the list.
    """
    placed: list[Placed] = []
    here = context or Place()
    ranged, start = False, at
    while True:
        units = list(_chain(text, start, bare=start > at))
        if not units:
            return placed, placed[-1].end if placed else at
        found = _placed(units, here)
        if ranged and placed and found:
            placed[-1] = replace(placed[-1], end=found[0].end, through=found[0].place)
            found = found[1:]
        placed += found
        last = placed[-1]
        here = last.through or last.place
        between = _SEPARATOR.match(text, last.end) or _next_without_ordinal(text, units[-1])
        if not between:
            return placed, last.end
        ranged = bool(between["range"])
        start = between.end()


def _next_without_ordinal(text: str, last: _Unit) -> re.Match[str] | None:
    """The separator before 三十一条 in 第三十条、三十一条: same level, larger number, and not 两条 (two articles)."""
    found = _WITHOUT_ORDINAL.match(text, last.end)
    if not found or found["level"] != last.level:
        return None
    try:
        larger = to_int(found["num"]) > last.numbers[-1][0]
    except NotANumeral:
        return None
    return found if larger and "两" not in found["num"] else None


def _chain(text: str, at: int, *, bare: bool) -> Iterator[_Unit]:
    """Units that follow each other without a separator, each deeper than the one before; `bare` lets the first of
    them lack its 第."""
    depth = -1
    while True:
        blank = 1 if depth >= 0 and text[at : at + 1] in (" ", "\u3000") else 0
        found = _UNIT.match(text, at + blank) or (_NUMBERED_ITEM.match(text, at) if depth >= 0 else None)
        if not found and bare and depth < 0:
            found = _BARE_UNIT.match(text, at)
        if not found or _LEVELS.index(found["level"]) <= depth:
            return
        unit = _unit(found)
        if unit is None:
            return
        depth = _LEVELS.index(unit.level)
        yield unit
        at = unit.end


def _unit(found: re.Match[str]) -> _Unit | None:
    numbers = []
    try:
        for part in _PARTS.finditer(found["nums"]):
            separator = part["sep"] or ""
            numbers.append((to_int("".join(part["num"].split())), bool(re.fullmatch(_RANGE, separator))))
        branch = found.groupdict().get("branch")
        if max(number for number, _ in numbers) > _LARGEST:
            return None
        return _Unit(found.start(), found.end(), found["level"], tuple(numbers), to_int(branch) if branch else 0)
    except NotANumeral:
        return None


def _placed(units: list[_Unit], here: Place) -> list[Placed]:
    """The places of one chain: one, or several where its last unit lists numbers (第三、四条)."""
    for unit in units[:-1]:
        here = _deeper(here, unit, unit.numbers[-1][0])
    last = units[-1]
    places: list[Placed] = []
    for number, is_range in last.numbers:
        place = _deeper(here, last, number)
        if is_range and places:
            places[-1] = replace(places[-1], through=place, end=last.end)
        else:
            places.append(Placed(units[0].start, last.end, place))
    return places


def _deeper(here: Place, unit: _Unit, number: int) -> Place:
    if unit.level == "条":
        return Place((number, unit.branch))
    if unit.level == "款":
        return Place(here.article, number)
    if unit.level == "项":
        return Place(here.article, here.paragraph, number)
    return replace(here, point=number)
