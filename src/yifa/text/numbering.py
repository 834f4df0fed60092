"""Automatic numbers (自动编号) of a Word document: 第一条, 一、, （一）, 1. as Word shows them before a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from yifa.law.numerals import to_chinese

LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_HUNDRED: Final = 100
_TEN_THOUSAND: Final = 10_000
_MOST: Final = 1_000_000
"""A start value above this is damage, not a number somebody wants to see."""


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list, as numbering.xml describes it."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass
class _Style:
    """What a paragraph style says of numbers."""

    based_on: str = ""
    number: str | None = None
    level: int | None = None


@dataclass
class Numbering:
    """Counts the numbered paragraphs of one document in their order."""

    namespace: str
    abstracts: dict[str, dict[int, _Level]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    overrides: dict[tuple[str, int], _Level] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    styles: dict[str, _Style] = field(default_factory=dict)
    default_style: str = ""
    counters: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def read(cls, numbering: etree._ElementTree | None, styles: etree._ElementTree | None, ns: str) -> Numbering:
        """From numbering.xml and styles.xml; a document without lists has neither and no numbers."""
        found = cls(ns)
        if numbering is None:
            return found
        if styles is not None:
            found._read_styles(styles.getroot())
        found._read_numbers(numbering.getroot())
        return found

    def label(self, paragraph: etree._Element) -> str:
        """The number of the next paragraph with the blank behind it; "" where it has none. Counts it."""
        if not self.numbers:
            return ""
        place = self._place(paragraph.find(f"{self.namespace}pPr"))
        if place is None:
            return ""
        number, depth = place
        counter = self._count(number, depth)
        level = self._level(number, depth)
        if level.format in ("bullet", "none"):
            return ""
        label = _PLACE.sub(lambda at: self._shown(number, counter, int(at[1]) - 1, level.legal), level.text)
        return label + _blank(label, level.suffix)

    def _read_styles(self, root: etree._Element) -> None:
        ns = self.namespace
        for node in root.iterfind(f"{ns}style"):
            name = node.get(f"{ns}styleId", "")
            base = node.find(f"{ns}basedOn")
            number, level = self._number_of(node.find(f"{ns}pPr"))
            self.styles[name] = _Style(base.get(f"{ns}val", "") if base is not None else "", number, level)
            if node.get(f"{ns}type") == "paragraph" and node.get(f"{ns}default") in ("1", "true", "on"):
                self.default_style = name

    def _read_numbers(self, root: etree._Element) -> None:
        ns = self.namespace
        links = {}
        for node in root.iterfind(f"{ns}abstractNum"):
            name = node.get(f"{ns}abstractNumId", "")
            self.abstracts[name] = dict(self._levels(node))
            link = node.find(f"{ns}numStyleLink")
            if link is not None:
                links[name] = link.get(f"{ns}val", "")
        for node in root.iterfind(f"{ns}num"):
            number, abstract = node.get(f"{ns}numId", ""), node.find(f"{ns}abstractNumId")
            self.numbers[number] = abstract.get(f"{ns}val", "") if abstract is not None else ""
            for override in node.iterfind(f"{ns}lvlOverride"):
                self._override(number, override)
        for name, style in links.items():
            number_of_style = self.styles[style].number if style in self.styles else None
            linked = self.numbers.get(number_of_style or "", name)
            self.numbers = {n: linked if a == name else a for n, a in self.numbers.items()}

    def _override(self, number: str, node: etree._Element) -> None:
        ns = self.namespace
        depth = _integer(node.get(f"{ns}ilvl"), 0)
        start = node.find(f"{ns}startOverride")
        if start is not None:
            self.starts[number, depth] = _integer(start.get(f"{ns}val"), 1)
        for at, level in self._levels(node):
            self.overrides[number, at] = level

    def _levels(self, parent: etree._Element) -> Iterator[tuple[int, _Level]]:
        ns = self.namespace

        def value(node: etree._Element, name: str) -> str | None:
            found = node.find(f"{ns}{name}")
            return None if found is None else str(found.get(f"{ns}val", ""))

        for node in parent.iterfind(f"{ns}lvl"):
            restart = value(node, "lvlRestart")
            legal = value(node, "isLgl")
            yield (
                _integer(node.get(f"{ns}ilvl"), 0),
                _Level(
                    start=_integer(value(node, "start"), 0),
                    format=value(node, "numFmt") or "decimal",
                    text=value(node, "lvlText") or "",
                    suffix=value(node, "suff") or "tab",
                    restart=None if restart is None else _integer(restart, 0),
                    legal=legal is not None and legal not in ("0", "false", "off"),
                    style=value(node, "pStyle") or "",
                ),
            )

    def _number_of(self, properties: etree._Element | None) -> tuple[str | None, int | None]:
        ns = self.namespace
        node = properties.find(f"{ns}numPr") if properties is not None else None
        if node is None:
            return None, None
        number, level = node.find(f"{ns}numId"), node.find(f"{ns}ilvl")
        return (
            None if number is None else number.get(f"{ns}val", ""),
            None if level is None else _integer(level.get(f"{ns}val"), 0),
        )

    def _place(self, properties: etree._Element | None) -> tuple[str, int] | None:
        """List and level of a paragraph: its own, else those of its style or of a style that one is based on."""
        number, depth = self._number_of(properties)
        style = properties.find(f"{self.namespace}pStyle") if properties is not None else None
        name = style.get(f"{self.namespace}val", "") if style is not None else self.default_style
        seen: set[str] = set()
        while number is None and name in self.styles and name not in seen:
            seen.add(name)
            one = self.styles[name]
            if one.number is not None:
                number = one.number
                depth = depth if depth is not None else one.level
                depth = depth if depth is not None else self._level_of_style(one.number, name)
            name = one.based_on
        if number not in self.numbers or self.numbers[number] not in self.abstracts:
            return None  # also numId 0, by which a paragraph leaves the list of its style
        return number, min(max(depth or 0, 0), LEVELS - 1)

    def _level_of_style(self, number: str, style: str) -> int:
        levels = self.abstracts.get(self.numbers.get(number, ""), {})
        return next((at for at, level in levels.items() if level.style == style), 0)

    def _level(self, number: str, depth: int) -> _Level:
        return self.overrides.get((number, depth)) or self.abstracts[self.numbers[number]].get(depth) or _Level()

    def _count(self, number: str, depth: int) -> list[int | None]:
        """Step the counter of a level; the levels below begin anew, those above that were never used stand at one."""
        counter = self.counters.setdefault(self.numbers[number], [None] * LEVELS)
        for above in range(depth):
            if counter[above] is None:
                counter[above] = self._start(number, above)
        known = counter[depth]
        fresh = (number, depth) in self.starts and (number, depth) not in self.begun
        counter[depth] = self._start(number, depth) if known is None or fresh else known + 1
        self.begun.add((number, depth))
        for below in range(depth + 1, LEVELS):
            restart = self._level(number, below).restart
            if restart is None or 0 < depth + 1 <= restart:
                counter[below] = None
        return counter

    def _start(self, number: str, depth: int) -> int:
        return self.starts.get((number, depth), self._level(number, depth).start)

    def _shown(self, number: str, counter: list[int | None], depth: int, legal: bool) -> str:
        value = counter[depth]
        if value is None:
            return ""
        form = self._level(number, depth).format
        return shown(value, "decimal" if legal and form != "none" else form)


def _integer(text: str | None, default: int) -> int:
    try:
        number = int(text or "")
    except ValueError:
        return default
    return number if 0 <= number <= _MOST else default


def _blank(label: str, suffix: str) -> str:
    """One blank where Word leaves room; none behind 、 and ）, after which an official text goes on at once."""
    if not label or label.endswith(("、", "）", ")", "．", " ", "\u3000")):
        return ""
    if suffix == "nothing":
        return " " if label.endswith(("编", "章", "节", "条")) else ""
    return " "


_LEGAL_DIGITS: Final = dict(zip("零一二三四五六七八九十百千万", "零壹贰叁肆伍陆柒捌玖拾佰仟万", strict=True))
_DIGITS: Final = "〇一二三四五六七八九"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"), strict=True)
)  # fmt: skip


def _chinese(value: int) -> str:
    return to_chinese(value) if 1 <= value < _TEN_THOUSAND else str(value)


def _legal(value: int) -> str:
    return "".join(_LEGAL_DIGITS.get(c, c) for c in _chinese(value))


def _digits(value: int) -> str:
    return "".join(_DIGITS[int(c)] for c in str(value))


def _letters(value: int) -> str:
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value <= 26 * 20 else str(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (value // worth)
        value %= worth
    return text


def _from(first: str, most: int) -> Callable[[int], str]:
    """Signs that stand in Unicode one behind the other: ①②③."""
    return lambda value: chr(ord(first) + value - 1) if 1 <= value <= most else str(value)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)] if value > 0 else str(value)


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "japaneseLegal": _legal,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalFullWidth": lambda value: str(value).translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"}),
    "decimalFullWidth2": lambda value: str(value).translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"}),
    "decimalZero": lambda value: f"{value:02}",
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "none": lambda value: "",
    "bullet": lambda value: "",
}


def shown(value: int, form: str) -> str:
    """A number in one of Word's formats; decimal where the format is not one used in Chinese documents."""
    return _FORMATS.get(form, str)(value)
