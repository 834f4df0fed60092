"""Every text colour of the desk can be read on what it stands on (WCAG: 4.5:1; 7:1 in large type)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from yifa import desk

CSS = (Path(desk.__file__).parent / "static/desk/yifa.css").read_text(encoding="utf-8")

PAIRS = [
    ("ink", "paper"),
    ("ink", "ground"),
    ("ink-2", "paper"),
    ("ink-2", "ground"),
    ("ink-3", "paper"),
    ("ink-3", "ground"),
    ("brand", "paper"),
    ("brand", "brand-soft"),
    ("on-brand", "brand"),
    ("soon", "soon-soft"),
    ("today", "today-soft"),
    ("soon", "paper"),
    ("soon", "raised"),
    ("brand", "raised"),
    ("late", "raised"),
    ("late", "paper"),
    ("late", "late-soft"),
    ("on-late", "late"),
    ("done", "done-soft"),
    ("ink", "mark"),
]


def tokens(selector: str) -> dict[str, str]:
    """The --yf- colours of the rule with this selector."""
    body = CSS.split(f"{selector} {{", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--yf-([\w-]+):\s*(#[0-9a-f]{3,6}|var\(--yf-[\w-]+\))", body))


def colours(theme: str, large: bool) -> dict[str, str]:
    """The colours of a theme as the browser resolves them."""
    found = tokens(":root, [data-bs-theme=light]" if theme == "light" else "[data-bs-theme=dark]")
    if large:
        found |= tokens("html[data-size=large]")
        found |= tokens(f"html[data-size=large][data-bs-theme={theme}]")
    for name, value in found.items():
        if value.startswith("var"):
            found[name] = found[value[len("var(--yf-") : -1]]
    return found


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_the_standard_one() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("large", "least"), [(False, 4.5), (True, 7.0)])
def test_every_text_can_be_read(theme: str, large: bool, least: float) -> None:
    known = colours(theme, large)
    measured = {pair: round(contrast(known[pair[0]], known[pair[1]]), 2) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in measured.items() if ratio < least} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_the_edge_of_a_field_can_be_seen(theme: str, ground: str) -> None:
    known = colours(theme, large=False)
    assert contrast(known["field"], known[ground]) >= 3
