"""What the rules on structure share: self-names, defined names, annexes that a text refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from yifa.check.draft import Draft
from yifa.check.parts import Part
from yifa.law.numerals import NotANumeral, to_int

_GENRES: Final = (
    "办法",
    "规定",
    "细则",
    "条例",
    "规则",
    "意见",
    "方案",
    "通知",
    "决定",
    "规程",
    "预案",
    "通告",
    "公告",
)
_TITLE_GENRE: Final = re.compile(rf"({'|'.join(_GENRES)})(?:[（(][^（）()]{{0,60}}[）)]){{0,6}}$")
_SELF: Final = re.compile(
    rf"(?<![基根成文资日样版剧脚课副读账底抄原范标])本((?:实施|管理|暂行|试行|工作)?({'|'.join(_GENRES)}))(?![书栏])"
)
_DEFINED: Final = re.compile(
    r"(?:以下|下)(?:分别|均|合|并|统)?(?:简|统|合"
    r"|并)?称为?[：:]?[ ]?(?P<names>(?:[“《][^“”《》\n]{1,30}[”》][、和]?)+|[^（）()。；，\n]{1,40})"
)
_NAME: Final = re.compile(r"[“《]([^”》]{1,20})[”》]")
_REFERENCE: Final = re.compile(
    r"附件[ \u3000]?(?P<first>[0-9]{1,2}"
    r"|[一二三四五六七八九十]{1,3})(?P<more>(?:[ ]?(?:、|和|及|与|至|到|-|—|~"
    r"|～)[ ]?(?:附件)?[ ]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?![0-9年月日项个]))*)"
)
_ANNEX_LINE: Final = re.compile(
    r"^[ \t\u3000]*附件[ \t\u3000]{0,9}([0-9]{1,2}|[一二三四五六七八九十]{1,3})?[ \t\u3000]*(?:[：:.][^\n]*)?$",
    re.MULTILINE,
)
_LISTED_NUMBER: Final = re.compile(
    r"(?:附件[ \t]*[：:])?[ \t\u3000]*(?:附件)?([0-9]{1,2}|[一二三四五六七八九十]{1,3})[ \t]*[.．、：:）)]"
)
_OTHERS: Final = re.compile(r"》[^。；，\n]{0,12}$|[其该]$|号[^。；，\n]{0,6}$|文件$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name that the text defines (以下简称…)."""

    name: str
    start: int
    end: int


def genre_of(part: Part) -> str:
    """The genre in the title of a document: 办法; "" where there is none."""
    found = _TITLE_GENRE.search(part.title)
    return found[1] if found else ""


def self_names(draft: Draft, part: Part) -> Iterator[tuple[int, int, str]]:
    """Where a document calls itself 本办法: start, end, genre."""
    for found in _SELF.finditer(draft.masked, part.start, part.end):
        after = draft.masked[found.end() : found.end() + 12]
        ruling = found[2] == "决定" and not re.match(r"自|由|所|施行|第|公布|印发", after)
        if not ruling and not inside_quotation(draft, found.start()):
            yield found.start(), found.end(), found[2]


def defined_names(draft: Draft, part: Part) -> Iterator[Named]:
    """The short names that a document defines."""
    for found in _DEFINED.finditer(draft.text, part.start, part.end):
        names = found["names"]
        marked = list(_NAME.finditer(names))
        for one in marked:
            yield Named(one[1], found.start("names") + one.start(1), found.start("names") + one.end(1))
        if not marked:
            bare = re.sub(r"^为|[”》]$", "", names.strip("“《"))
            pieces = [piece for piece in re.split(r"[、和]", bare) if piece]
            at = found.start("names") + names.index(bare)
            if 1 <= len(bare) <= 16 and len(pieces) == 1:
                yield Named(bare, at, at + len(bare))


def inside_quotation(draft: Draft, offset: int) -> bool:
    """Whether an offset lies in a quotation over several lines, where another text speaks."""
    part = draft.part_at(offset)
    if part is None:
        return False
    line = next((line for line in reversed(part.lines) if line.start <= offset), None)
    return line is None or offset > line.end


def listed_annexes(draft: Draft) -> dict[int, tuple[int, int]]:
    """The annexes that the list at the foot of a letter names, by number; 1 where there is only one."""
    listed: dict[int, tuple[int, int]] = {}
    for line in draft.letter.listed:
        bare = line.text.strip()
        found = _LISTED_NUMBER.match(bare)
        number = _value(found[1]) if found else (1 if not listed else 0)
        if number:
            listed[number] = (line.start + line.text.index(bare), line.start + line.text.index(bare) + len(bare))
    return listed


def appended_annexes(draft: Draft) -> dict[int, tuple[int, int]]:
    """The annexes that stand behind the text, by number; 0 for one without a number."""
    listed = draft.letter.listed
    skip = (listed[0].start, listed[-1].end) if listed else (-1, -1)
    found: dict[int, tuple[int, int]] = {}
    for one in _ANNEX_LINE.finditer(draft.text):
        if not skip[0] <= one.start() < skip[1]:
            found.setdefault(_value(one[1]) if one[1] else 0, one.span())
    return found


def annex_references(draft: Draft) -> Iterator[tuple[int, int, int]]:
    """Where the text speaks of an annex of its own: start, end, number."""
    listed = draft.letter.listed
    for found in _REFERENCE.finditer(draft.masked):
        line = draft.text.rfind("\n", 0, found.start()) + 1
        before = draft.masked[max(line, found.start() - 20) : found.start()]
        if _OTHERS.search(before) or not before.strip(" \t\u3000"):
            continue
        if listed and listed[0].start <= found.start() < listed[-1].end:
            continue
        for number in _numbers(found):
            yield found.start(), found.end(), number


def _numbers(found: re.Match[str]) -> list[int]:
    """附件1、3 is two, 附件1至3 three."""
    numbers = [_value(found["first"])]
    for mark, text in re.findall(
        r"(、|和|及|与|至|到|-|—|~|～)[ ]?(?:附件)?[ ]?([0-9]{1,2}|[一二三四五六七八九十]{1,3})", found["more"]
    ):
        value = _value(text)
        numbers += range(numbers[-1] + 1, value + 1) if mark in "至到-—~～" else [value]
    return [number for number in numbers if number]


def _value(text: str) -> int:
    try:
        return to_int(text)
    except NotANumeral:
        return 0
