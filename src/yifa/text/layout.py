"""The page of a Word document (版面): size, margins, grid, and the font of its body text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from lxml import etree

from yifa.text.container import Container, Refused, open_container
from yifa.text.docx import STRICT_WORD, WORD, main_part, relationships

_TWIPS: Final = 56.6929
"""Twentieths of a point in a millimetre."""
_USUAL_SIZE: Final = 10.5
_ROUND: Final = 0.02
"""So much of a line may be missing at the end of a page."""
_INHERITED: Final = 20
"""How many styles may be based on one another."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The first section of a document; lengths in millimetres, sizes in points, None where the file does not say.

    `body_font` and `body_size` are those of most characters of the body: of the run, else its style, else the defaults.
    """

    page_width: float | None = None
    page_height: float | None = None
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    lines_per_page: int | None = None
    characters_per_line: int | None = None
    body_font: str | None = None
    body_size: float | None = None


def layout_of(data: bytes) -> Layout | None:
    """The layout of a .docx; None where the bytes are none."""
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        with open_container(data) as container:
            return _read(container)
    except Refused:
        return None


def _read(container: Container) -> Layout | None:
    name = main_part(container)
    if name not in container.names:
        return None
    root = container.xml(name).getroot()
    w = STRICT_WORD if str(root.tag).startswith(STRICT_WORD) else WORD
    styles = next((target for kind, target in relationships(container, name).values() if kind == "styles"), "")
    fonts = _Fonts(container.xml(styles).getroot() if styles in container.names else None, w)
    font, size = fonts.of_body(root)
    section = next(root.iter(f"{w}sectPr"), None)
    if section is None:
        return Layout(body_font=font, body_size=size)
    page = _Page(section, w)
    width, height = page.length("pgSz", "w"), page.length("pgSz", "h")
    top, bottom, left, right = (page.length("pgMar", side) for side in ("top", "bottom", "left", "right"))
    return Layout(
        *(width, height, top, bottom, left, right),
        lines_per_page=page.lines(_between(height, top, bottom)),
        characters_per_line=page.characters(_between(width, left, right), fonts.default_size or _USUAL_SIZE),
        body_font=font,
        body_size=size,
    )


def _between(whole: float | None, before: float | None, behind: float | None) -> float | None:
    return None if whole is None or before is None or behind is None else whole - before - behind


class _Page:
    """What a section says of its page and grid."""

    def __init__(self, section: etree._Element, w: str) -> None:
        self.section = section
        self.w = w
        self.grid = section.find(f"{w}docGrid")

    def length(self, element: str, attribute: str) -> float | None:
        node = self.section.find(f"{self.w}{element}")
        return _number(node.get(f"{self.w}{attribute}") if node is not None else None, _TWIPS)

    def lines(self, height: float | None) -> int | None:
        step = self._grid("linePitch", _TWIPS, ("lines", "linesAndChars", "snapToChars"))
        return int(height / step + _ROUND) if step and height else None

    def characters(self, width: float | None, size: float) -> int | None:
        """The grid adds so many 4096ths of a point to each character of the standard size."""
        more = self._grid("charSpace", 4096.0, ("linesAndChars", "snapToChars"))
        return int(width * _TWIPS / 20 / (size + more) + _ROUND) if more is not None and width else None

    def _grid(self, attribute: str, divisor: float, kinds: tuple[str, ...]) -> float | None:
        if self.grid is None or self.grid.get(f"{self.w}type") not in kinds:
            return None
        return _number(self.grid.get(f"{self.w}{attribute}", "0"), divisor)


def _number(text: str | None, divisor: float) -> float | None:
    try:
        return float(text) / divisor if text else None
    except ValueError:
        return None


class _Fonts:
    """What runs, styles and defaults say of the East Asian font and the size."""

    def __init__(self, styles: etree._Element | None, w: str) -> None:
        self.w = w
        self.styles: dict[str, etree._Element] = {}
        self.default = ""
        self.defaults: tuple[str | None, float | None] = (None, None)
        for node in styles if styles is not None else ():
            if node.tag == f"{w}docDefaults":
                self.defaults = self._said(node.find(f"{w}rPrDefault/{w}rPr"))
            elif node.tag == f"{w}style":
                name = node.get(f"{w}styleId", "")
                self.styles[name] = node
                if node.get(f"{w}type") == "paragraph" and node.get(f"{w}default") in ("1", "true", "on"):
                    self.default = name

    @property
    def default_size(self) -> float | None:
        """The size of a paragraph without a style."""
        return self._of_style(self.default)[1] or self.defaults[1]

    def of_body(self, root: etree._Element) -> tuple[str | None, float | None]:
        """Font and size of most characters."""
        fonts: Counter[str | None] = Counter()
        sizes: Counter[float | None] = Counter()
        for paragraph in root.iter(f"{self.w}p"):
            style = paragraph.find(f"{self.w}pPr/{self.w}pStyle")
            inherited = self._of_style(style.get(f"{self.w}val", "") if style is not None else self.default)
            for run in paragraph.iterfind(f"{self.w}r"):
                length = sum(len(node.text or "") for node in run.iterfind(f"{self.w}t"))
                font, size = self._said(run.find(f"{self.w}rPr"))
                fonts[font or inherited[0] or self.defaults[0]] += length
                sizes[size or inherited[1] or self.defaults[1]] += length
        return (
            fonts.most_common(1)[0][0] if fonts.total() else None,
            sizes.most_common(1)[0][0] if sizes.total() else None,
        )

    def _of_style(self, name: str) -> tuple[str | None, float | None]:
        font: str | None = None
        size: float | None = None
        for _ in range(_INHERITED):
            node = self.styles.get(name)
            if node is None:
                break
            own_font, own_size = self._said(node.find(f"{self.w}rPr"))
            font, size = font or own_font, size or own_size
            base = node.find(f"{self.w}basedOn")
            name = base.get(f"{self.w}val", "") if base is not None else ""
        return font, size

    def _said(self, properties: etree._Element | None) -> tuple[str | None, float | None]:
        if properties is None:
            return None, None
        fonts, size = properties.find(f"{self.w}rFonts"), properties.find(f"{self.w}sz")
        return (
            fonts.get(f"{self.w}eastAsia") if fonts is not None else None,
            _number(size.get(f"{self.w}val"), 2.0) if size is not None else None,
        )
