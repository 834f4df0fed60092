"""Amounts of money in a contract (金额): digits and capitals (壹佰万元整), totals and what they consist of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

_CAPITALS: Final = {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")} | {
    "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "弍": 2, "陸": 6,
    "貳": 2, "叄": 3, "参": 3,
}  # fmt: skip
_UNITS: Final = {"拾": 10, "佰": 100, "仟": 1000, "十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_WORDS: Final = "零壹贰叁肆伍陆柒捌玖〇貳叄陸参拾佰仟万萬亿億"
CAPITAL: Final = re.compile(
    rf"(?P<whole>[{_WORDS}]{{2,30}})(?P<yuan>[元圆])(?P<rest>(?:[{_WORDS}]角)?零?(?:[{_WORDS}]分)?[整正]?)"
)
"""An amount in capitals, 元 or 圆 behind it."""
_SMALL: Final = re.compile(
    r"(?<![第\d〇零一二三四五六七八九十百千万亿两])[〇零一二两三四五六七八九十百千万亿]{1,14}(?=元)元"
)
"""An amount in the usual Chinese numerals: 三十五万元."""
FIGURE: Final = re.compile(
    r"(?P<sign>[¥￥]|RMB|人民币)?[ ]?(?P<number>[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?"
    r"|[0-9]+(?:\.[0-9]+)?)[ ]?(?P<scale>亿|千万|百万|万)?(?P<yuan>元)?"
)
_SCALES: Final = {"": 1, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}


@dataclass(frozen=True, slots=True)
class Amount:
    """Money at a place of the text, in yuan."""

    start: int
    end: int
    yuan: Decimal
    capital: bool


def capital_value(text: str) -> int | None:
    """壹佰贰拾万 → 1,200,000; None where it is no numeral."""
    total = section = digit = 0
    for mark in text:
        if mark in _CAPITALS:
            digit = _CAPITALS[mark]
        elif mark in _UNITS:
            section += (digit or 1) * _UNITS[mark]
            digit = 0
        elif mark in _LARGE:
            lower = section + digit
            total = (total + lower) * _LARGE[mark] if mark in "亿億" else total + lower * _LARGE[mark]
            section = digit = 0
        else:
            return None
    return total + section + digit


def amounts(text: str, start: int = 0, end: int | None = None) -> Iterator[Amount]:
    """All amounts of a stretch of text, in order: capitals, and figures with 元 or a sign of money."""
    end = len(text) if end is None else end
    found = [*_capitals(text, start, end), *_figures(text, start, end), *_plain(text, start, end)]
    return iter(sorted(found, key=lambda one: one.start))


def _capitals(text: str, start: int, end: int) -> Iterator[Amount]:
    for found in CAPITAL.finditer(text, start, end):
        value = capital_value(found["whole"])
        if value is not None:
            yield Amount(found.start(), found.end(), value + _small(found["rest"]), True)


def _plain(text: str, start: int, end: int) -> Iterator[Amount]:
    for found in _SMALL.finditer(text, start, end):
        value = capital_value(found[0][:-1])
        if value and found.end() < len(text) and text[found.end()] != "/":
            yield Amount(found.start(), found.end(), Decimal(value), False)


def _small(rest: str) -> Decimal:
    """角 and 分."""
    value = Decimal(0)
    for mark, unit in re.findall(r"([壹贰叁肆伍陆柒捌玖])([角分])", rest):
        value += Decimal(_CAPITALS[mark]) * (Decimal("0.1") if unit == "角" else Decimal("0.01"))
    return value


def _figures(text: str, start: int, end: int) -> Iterator[Amount]:
    for found in FIGURE.finditer(text, start, end):
        money = found["yuan"] or (found["sign"] and found["sign"] != "人民币")
        if not money or text[found.end() : found.end() + 1] == "/":
            continue
        try:
            number = Decimal(re.sub(r"[,，]", "", found["number"]))
        except InvalidOperation:
            continue
        yield Amount(found.start(), found.end(), number * _SCALES[found["scale"] or ""], False)
