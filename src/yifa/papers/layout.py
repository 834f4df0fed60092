"""The layout of official documents: GB/T 9704—2012 党政机关公文格式, as numbers.

Lengths are in millimetres, type sizes in points. Everything a renderer needs stands here once.
"""

from __future__ import annotations

from typing import Final

PAGE_WIDTH: Final = 210.0
PAGE_HEIGHT: Final = 297.0
TOP: Final = 37.0
"""天头 (5.2.1: 37 mm ± 1 mm)."""
LEFT: Final = 28.0
"""订口 (5.2.1: 28 mm ± 1 mm)."""
TEXT_WIDTH: Final = 156.0
TEXT_HEIGHT: Final = 225.0
RIGHT: Final = PAGE_WIDTH - LEFT - TEXT_WIDTH
BOTTOM: Final = PAGE_HEIGHT - TOP - TEXT_HEIGHT

LINES: Final = 22
"""Lines a page (5.2.3)."""
CHARACTERS: Final = 28
"""Characters a line (5.2.3)."""
BODY_SIZE: Final = 16.0
"""3号."""
TITLE_SIZE: Final = 22.0
"""2号."""
PAGE_NUMBER_SIZE: Final = 14.0
"""4号 (7.5)."""
TABLE_SIZE: Final = 12.0
"""小4号: the standard leaves tables open; smaller type keeps columns readable."""
COPIES_SIZE: Final = 14.0
"""4号 for 抄送 (7.4.2)."""
LETTERHEAD_SIZE: Final = 36.0
"""The standard leaves the size of the organ's mark to the eye, not above 22 mm high (7.2.4)."""
LINE_PITCH: Final = 28.95
"""Distance of lines in points: 225 mm in 22 lines is 28.99, rounded down so that the last line still fits."""
FOOTER: Final = 25.0
"""From the paper's edge to the page number, so that its dashes lie 7 mm under the text area (7.5)."""

POINTS_PER_MM: Final = 72 / 25.4

FONT_TITLE: Final = "方正小标宋简体"
FONT_BODY: Final = "仿宋_GB2312"
FONT_LEVEL_1: Final = "黑体"
FONT_LEVEL_2: Final = "楷体_GB2312"
FONT_PAGE_NUMBER: Final = "宋体"

HEADING_FONTS: Final = {1: FONT_LEVEL_1, 2: FONT_LEVEL_2, 3: FONT_BODY, 4: FONT_BODY}
"""7.3.3: first level 黑体, second 楷体, third and fourth 仿宋."""
BOLD_LEVELS: Final = frozenset({3})
"""Third-level headings are bold as well, since they would otherwise look like body text."""


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point, the unit of WordprocessingML."""
    return round(millimetres * POINTS_PER_MM * 20)
