"""Numbers of receipts as people write them (票据号码): 冀财罚000123、000125至000127."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MOST = 1000
"""Nobody writes down more numbers than this at a time; a longer run is a slip."""

_BETWEEN = re.compile(r"[、,;；，\n]+")
_RUN = re.compile(r"至|~|～|—+|–")
_NUMBER = re.compile(r"(.*?)(\d*)")


@dataclass(frozen=True)
class Number:
    """One number: what stands before its digits (字轨), and the digits with their leading zeros."""

    prefix: str
    digits: str

    @property
    def serial(self) -> int | None:
        """The digits as a number; None where there are none."""
        return int(self.digits) if self.digits else None

    def __str__(self) -> str:
        return self.prefix + self.digits


class Unreadable(ValueError):
    """What was written cannot be read as numbers; the message says why, in Chinese."""


def one(text: str) -> Number:
    """A single number; spaces and wide characters do not count."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).upper()
    found = _NUMBER.fullmatch(plain)
    assert found is not None
    return Number(found[1], found[2])


def read(text: str) -> list[Number]:
    """Every number that a text names, runs spelt out.

    Raises:
        Unreadable: a run goes backwards, is too long, or its ends do not fit together.
    """
    found: list[Number] = []
    for part in _BETWEEN.split(text):
        ends = [one(end) for end in _RUN.split(part.strip()) if end.strip()]
        if len(ends) == 1:
            found.append(ends[0])
        elif ends:
            found += _run(part.strip(), ends)
    return found


def run(first: Number, last: Number) -> list[Number]:
    """The numbers from the first to the last.

    Raises:
        Unreadable: see `read`.
    """
    return _run(f"{first}至{last}", [first, last])


def _run(said: str, ends: list[Number]) -> list[Number]:
    if len(ends) != 2 or ends[0].serial is None or ends[1].serial is None:
        raise Unreadable(f"“{said[:40]}”不能读成一段号码，写成 000123至000125 的形式")
    first, last = ends
    if last.prefix not in ("", first.prefix) or len(first.digits) != len(last.digits):
        raise Unreadable(f"“{said[:40]}”起止号码的字样或者位数不一致")
    begin, end = int(first.digits), int(last.digits)
    if end < begin:
        raise Unreadable(f"“{said[:40]}”止号小于起号")
    if end - begin >= MOST:
        raise Unreadable(f"“{said[:40]}”一次超过{MOST}个号码")
    return [Number(first.prefix, str(n).zfill(len(first.digits))) for n in range(begin, end + 1)]
