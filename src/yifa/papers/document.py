"""A document in official form (公文): what it says, apart from how Word, PDF or HTML show it.

The parts are those of GB/T 9704—2012; each renderer (`word`, `typeset`, `webpage`) reads this one model, so a document
cannot say one thing in Word and another on the screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from yifa.errors import YifaError

Level = Literal[1, 2, 3, 4]
Align = Literal["left", "center", "right"]

TITLE_CHARACTERS = 20
"""How many characters of 22 pt fit into a line of 156 mm."""

_PNG = b"\x89PNG\r\n\x1a\n"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff]")


class DocumentError(YifaError):
    """The document cannot be laid out as it stands."""


def clean(text: str) -> str:
    """The text without characters that no renderer can show (control characters that pasting brings along)."""
    return _UNPRINTABLE.sub("", text)


def chinese_date(day: date) -> str:
    """A date as GB/T 9704 7.3.5.4 writes it, without padding zeros: 2025年3月4日."""
    return f"{day.year}年{day.month}月{day.day}日"


def width_in_characters(text: str) -> float:
    """How wide a text is, counted in Chinese characters: letters and digits take half of one."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


@dataclass(frozen=True)
class Run:
    """A stretch of text of one look; `link` is used by HTML only (a figure opens onto its records)."""

    text: str
    bold: bool = False
    link: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))


Text = str | Sequence[Run]


def runs(text: Text) -> tuple[Run, ...]:
    """The text as runs."""
    return (Run(text),) if isinstance(text, str) else tuple(text)


def plain(text: Text) -> str:
    """The text without its looks."""
    return "".join(run.text for run in runs(text))


@dataclass(frozen=True)
class Heading:
    """A heading of one of the four levels (一、 （一） 1. （1）); `body` runs on in the same paragraph."""

    level: Level
    text: str
    body: Text = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; the first line is indented by two characters unless it is centred or right-aligned.

    `note` marks what is said to the recipient beside the matter, above all the remedies (救济途径告知).
    """

    text: Text
    align: Literal["justify", "left", "center", "right"] = "justify"
    indent: bool = True
    note: bool = False


@dataclass(frozen=True)
class Table:
    """A table. `widths` are shares of the page's width; `align` is one entry a column (default: left)."""

    rows: tuple[tuple[Text, ...], ...]
    header: tuple[str, ...] = ()
    caption: str = ""
    widths: tuple[float, ...] = ()
    align: tuple[Align, ...] = ()

    def __post_init__(self) -> None:
        lengths = {len(row) for row in (self.header, *self.rows) if row}
        for given in (self.widths, self.align):
            lengths |= {len(given)} if given else set()
        if len(lengths) != 1:
            raise DocumentError(
                f"无法排版表格“{self.caption or '无标题'}”：表头、各行和列设置的列数不一致"
                f"（{'、'.join(map(str, sorted(lengths))) or '没有内容'}）。请补齐空单元格。"
            )

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self.header or self.rows[0])

    def column_widths(self) -> tuple[float, ...]:
        """The share of each column; they add up to 1."""
        given = self.widths or (1.0,) * self.columns
        return tuple(width / sum(given) for width in given)

    def column_align(self, column: int) -> Align:
        """How a column is aligned."""
        return self.align[column] if self.align else "left"


@dataclass(frozen=True)
class Picture:
    """A picture (PNG), `width_mm` wide at most 156 mm, with the words that stand for it (无障碍替代文字)."""

    png: bytes
    alt: str
    width_mm: float = 156.0
    caption: str = ""

    def __post_init__(self) -> None:
        if not self.png.startswith(_PNG) or len(self.png) < 24:
            raise DocumentError(f"无法插入图片“{self.alt}”：内容不是PNG图片。请先转换为PNG格式。")
        if not 0 < self.width_mm <= 156:
            raise DocumentError(f"无法插入图片“{self.alt}”：宽度{self.width_mm}毫米超出版心（156毫米）。")

    @property
    def height_mm(self) -> float:
        """The height that keeps the picture's proportions."""
        width = int.from_bytes(self.png[16:20], "big")
        height = int.from_bytes(self.png[20:24], "big")
        return self.width_mm * height / max(width, 1)


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


Block = Heading | Paragraph | Table | Picture | PageBreak


@dataclass(frozen=True)
class OfficialDocument:
    """A document in official form.

    Attributes:
        title: a line break in it is kept; a longer line is broken evenly (回行, 梯形).
        number: the document number (发文字号), shown under the title, or under the letterhead if there is one.
        recipient: the main recipient (主送机关) without the colon.
        blocks: the body.
        attachments: names of the attachments (附件说明), without numbers.
        signatory: the organ that signs (发文机关署名); several for a joint document.
        issued_on: the date of the document (成文日期).
        annotation: the annotation (附注) without its brackets.
        copies_to: recipients of copies (抄送机关), without the full stop.
        letterhead: the organ's mark in red above a red rule (发文机关标志); instruments have none.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    number: str = ""
    recipient: str = ""
    attachments: tuple[str, ...] = ()
    signatory: tuple[str, ...] = ()
    issued_on: date | None = None
    annotation: str = ""
    copies_to: str = ""
    letterhead: str = ""

    @property
    def title_lines(self) -> tuple[str, ...]:
        """The title as it is broken into lines."""
        return tuple(line for part in self.title.splitlines() for line in broken_evenly(part))

    @property
    def numbered_attachments(self) -> tuple[str, ...]:
        """The attachments as they are listed: numbered with “1. ” where there are several (GB/T 9704 7.3.4)."""
        if len(self.attachments) < 2:
            return self.attachments
        return tuple(f"{n}. {name}" for n, name in enumerate(self.attachments, 1))

    def text(self) -> str:
        """Everything it says, one paragraph a line: for search, for previews and for tests."""
        return "\n".join(line for line in self._lines() if line)

    def _lines(self) -> Iterable[str]:
        yield from (self.letterhead, *self.title.splitlines(), self.number)
        if self.recipient:
            yield self.recipient + "："
        for block in self.blocks:
            yield from _lines_of(block)
        for number, name in enumerate(self.numbered_attachments):
            yield ("" if number else "附件：") + name
        yield from self.signatory
        yield chinese_date(self.issued_on) if self.issued_on else ""
        yield f"（{self.annotation}）" if self.annotation else ""
        yield f"抄送：{self.copies_to}。" if self.copies_to else ""


def _lines_of(block: Block) -> Iterable[str]:
    match block:
        case Heading():
            yield block.text + plain(block.body)
        case Paragraph():
            yield plain(block.text)
        case Table():
            yield block.caption
            for row in (block.header, *block.rows):
                yield "\t".join(plain(cell) for cell in row)
        case Picture():
            yield block.caption


_BREAK_AFTER = (
    *("的", "、", "，", "》", "”", "）", "和", "与", "及", "关于"),
    *("印发", "公布", "加强", "规范", "推进", "做好", "开展", "修改", "废止", "成立"),
)
_BREAK_BEFORE = ("关于", "《", "“", "（", "实施", "贯彻", "进一步")
_WRONG_PLACE = 10
"""How many characters of unevenness a break in the midst of a word weighs."""


def broken_evenly(title: str) -> tuple[str, ...]:
    """A title line in lines of about the same length, broken where a word ends if that can be.

    The standard wants the meaning of words kept whole at a line break (回行时词意完整); without a dictionary we break
    after 的、和、》、印发 or before 关于、《 and the like.
    """
    lines = -(-len(title) // TITLE_CHARACTERS)
    if lines < 2:
        return (title,)
    ideal = len(title) / lines
    first = max(2, len(title) - TITLE_CHARACTERS * (lines - 1))
    places = range(first, min(TITLE_CHARACTERS, len(title) - 2) + 1)
    best = min(places, key=lambda at: abs(at - ideal) + _WRONG_PLACE * _splits(title, at))
    return (title[:best], *broken_evenly(title[best:]))


def _splits(title: str, at: int) -> int:
    """0 where a word ends at this place as far as we know, 1 where it may not, 2 before a mark."""
    if title[at] in "、，》”）。：；":
        return 2
    return 0 if title[:at].endswith(_BREAK_AFTER) or title.startswith(_BREAK_BEFORE, at) else 1


@dataclass(frozen=True)
class Signature:
    """Where the lines of the signature block stand: each with its distance from the right edge, in characters."""

    lines: tuple[tuple[str, float], ...]


def signature(document: OfficialDocument) -> Signature:
    """The signature block (落款) of a sealed document (GB/T 9704 7.3.5.1).

    The date stands four characters from the right and the organ's name is centred over it; where the name is so long
    that it would leave the page, it stands two characters from the right and the date is centred under it.
    """
    day = chinese_date(document.issued_on) if document.issued_on else ""
    names = [clean(name) for name in document.signatory]
    day_width = width_in_characters(day)
    widest = max((width_in_characters(name) for name in names), default=0.0)
    middle = max(4 + day_width / 2, 2 + widest / 2) if day else 2 + widest / 2
    texts = [*names, day] if day else names
    return Signature(tuple((text, middle - width_in_characters(text) / 2) for text in texts))
