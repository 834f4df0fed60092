"""Numbers as reports write them: 1,590 · ３ · 三十六 · 两 · 百余 · 3.4万 · 十几. Zero, fractions and 万/亿 included."""

from __future__ import annotations

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "几": 0}
SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}


def scale_factor(scale: str) -> int:
    """百 → 100, 千万 → 10,000,000, an empty string → 1."""
    factor = 1
    for mark in scale:
        factor *= SCALES[mark]
    return factor


def chinese_value(numeral: str) -> float | None:
    """The value of a Chinese numeral (二十三, 两百, 三千零五, 一万二千, 十, 百, 二〇二六), None when it is not one."""
    if not numeral or any(c not in DIGITS and c not in SCALES for c in numeral):
        return None
    if all(c in DIGITS for c in numeral):
        return float("".join(str(DIGITS[c]) for c in numeral))
    total = section = 0
    digit: int | None = None
    for mark in numeral:
        if mark in DIGITS:
            digit = DIGITS[mark]
            continue
        scale = SCALES[mark]
        if scale < 10_000:
            section += (1 if digit is None else digit) * scale
        else:
            lower = section + (digit or 0)
            total = (total + (lower or 1)) * scale if lower or not total else total * scale
            section = 0
        digit = None
    return float(total + section + (digit or 0))


def tidy(value: float) -> float:
    """Round away binary noise left by multiplying (201.7 × 10000)."""
    rounded = round(value, 6)
    return rounded + 0.0
