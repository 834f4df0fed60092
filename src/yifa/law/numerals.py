"""Chinese numerals both ways (一百二十三 ↔ 123), as statutes write them."""

from __future__ import annotations

import re
from typing import Final

from yifa.errors import YifaError

DIGITS: Final = "〇一二三四五六七八九"
UNITS: Final = {"十": 10, "百": 100, "千": 1000}
NUMERAL: Final = r"(?:[〇零○一二三四五六七八九十百千两]+|[0-9\uff10-\uff19]+)"
"""A regular expression for a numeral, Chinese or Arabic (half or full width)."""

_VALUES: Final = {c: i for i, c in enumerate(DIGITS)} | {"零": 0, "○": 0, "两": 2}
_WIDE: Final = {0xFF10 + i: str(i) for i in range(10)}
_LONGEST: Final = 20
"""Characters of a numeral; a longer run of digits is none, and Python refuses to read thousands of them."""
_SECTION: Final = re.compile(
    r"(?:([一二两三四五六七八九])千)?(?:[零〇○]?([一二两三四五六七八九])百)?"
    r"(?:[零〇○]?([一二三四五六七八九])?(十))?(?:[零〇○]?([一二三四五六七八九]))?"
)


class NotANumeral(YifaError, ValueError):
    """The text is not a numeral of a statute (1 to 9999, or digits read one by one as in 二〇二六)."""

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}”不是数字。请写成“一百二十三”“二〇二六”或者“123”。")


def to_int(text: str) -> int:
    """Read 一百二十三, 二〇二六, 123 or the same in full-width digits; raises `NotANumeral`."""
    plain = text.translate(_WIDE)
    if len(plain) > _LONGEST:
        raise NotANumeral(text[:_LONGEST] + "……")
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if plain and all(c in _VALUES for c in plain):
        return int("".join(str(_VALUES[c]) for c in plain))
    found = _SECTION.fullmatch(plain)
    if not plain or not found:
        raise NotANumeral(text)
    thousands, hundreds, tens, ten, ones = found.groups()
    total = sum(_VALUES[digit] * unit for digit, unit in ((thousands, 1000), (hundreds, 100), (ones, 1)) if digit)
    return total + (_VALUES[tens] if tens else 1) * 10 if ten else total


def half_width(text: str) -> str:
    """The text with full-width digits made half-width: １２５号 is 125号."""
    return text.translate(_WIDE)


def to_chinese(number: int) -> str:
    """Write 1 to 9999 as a statute does: 十, 二十一, 一百〇五 is written 一百零五."""
    if not 1 <= number <= 9999:
        raise NotANumeral(str(number))
    parts: list[str] = []
    rest, gap = number, False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, rest = divmod(rest, unit)
        if digit:
            parts.append(("零" if gap and parts else "") + DIGITS[digit] + name)
        gap = not digit
    text = "".join(parts)
    return text.removeprefix("一") if 10 <= number <= 19 else text


def to_digits(number: int) -> str:
    """Write digit by digit as official dates do: 2026 → 二〇二六."""
    if number < 0:
        raise NotANumeral(str(number))
    return "".join(DIGITS[int(c)] for c in str(number))


def circled(number: int) -> str:
    """①…⑳ for the paragraph in a short citation; larger numbers in angle brackets."""
    return chr(ord("①") + number - 1) if 1 <= number <= 20 else f"〈{number}〉"
