"""An official document as PDF, set by typst in the same layout as the .docx.

The proprietary fonts of the standard are used when the machine has them; otherwise free ones, the best first.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import typst

from yifa.errors import YifaError
from yifa.papers import layout
from yifa.papers.document import (
    Block,
    Heading,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Text,
    clean,
    runs,
    signature,
)

SERIF: Final = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Noto Serif SC",
    "FandolSong",
    "SimSun",
    "宋体",
)
SANS: Final = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans SC",
    "FandolHei",
    "Microsoft YaHei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
)
FANGSONG: Final = ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong")
KAITI: Final = ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "FandolKai")
FAMILIES: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", *SERIF, *SANS),
    "body": (*FANGSONG, "FandolFang R", "FandolFang", *SERIF, *SANS),
    "level_1": ("黑体", "SimHei", "STHeiti", "FandolHei", *SANS, *SERIF),
    "level_2": (*KAITI, "AR PL UKai CN", *SERIF, *SANS),
    "number": ("宋体", "SimSun", *SERIF, *SANS),
}
"""For each use the fonts that will do, the best first."""

FONT_FOLDERS: Final = ("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",)
"""Where Debian's texlive-lang-chinese puts the Fandol fonts; other system folders typst finds by itself."""

_UNBROKEN: Final = re.compile(r"([!-~]{24})(?=[!-~])")
NO_FONT: Final = (
    "无法生成PDF：这台机器上没有中文字体。请安装字体后重试：apt-get install -y fonts-noto-cjk；"
    "如需仿宋、楷体，再安装 texlive-lang-chinese，或者把字体文件放进环境变量 YIFA_FONTS "
    "指定的文件夹。"
)


class TypesettingError(YifaError):
    """The PDF cannot be made."""


@cache
def installed_fonts(own_folder: str = "") -> typst.Fonts:
    """All fonts of this machine; looking for them takes a sixth of a second, so it happens once."""
    folders = [Path(folder) for folder in (*FONT_FOLDERS, packaged_fonts(), own_folder) if folder]
    return typst.Fonts(font_paths=[folder for folder in folders if folder.is_dir()])


def packaged_fonts() -> str:
    """The folder of the fonts that come with our dependencies (Noto Sans SC, Noto Serif SC), the last resort."""
    found = find_spec("pylopdf_fonts_zh_cn")
    return str(Path(found.origin).parent) if found and found.origin else ""


def own_font_folder() -> str:
    """The folder with fonts of the office's own, from the environment variable YIFA_FONTS."""
    return os.environ.get("YIFA_FONTS", "")


def chosen_fonts(installed: Iterable[str]) -> dict[str, list[str]]:
    """For each use the installed families that will do.

    Raises:
        TypesettingError: there is no Chinese font at all; it says which package to install.
    """
    there = set(installed)
    chosen = {use: [name for name in names if name in there] for use, names in FAMILIES.items()}
    if not all(chosen.values()):
        raise TypesettingError(NO_FONT)
    return chosen


def to_pdf(document: OfficialDocument, *, dated: date | None = None) -> bytes:
    """The document as PDF; `dated` is the date in the file's properties (default: 成文日期).

    Raises:
        TypesettingError: no Chinese font is installed, or typst cannot set the document.
    """
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    files = {f"image{n}.png": picture.png for n, picture in enumerate(pictures, 1)}
    day = dated or document.issued_on
    return compile_pdf("official.typ", _data(document), files, dated=day)


def compile_pdf(
    template: str, data: Mapping[str, Any], files: Mapping[str, bytes], *, dated: date | None = None
) -> bytes:
    """Set one of our typst templates with data; `files` are pictures that it names."""
    installed = installed_fonts(own_font_folder())
    given = {**_measures(), **data, "fonts": chosen_fonts(installed.families())}
    source = resources.files("yifa.papers").joinpath("typst", template).read_bytes()
    moment = datetime.combine(dated or date(1980, 1, 1), datetime.min.time(), UTC)
    with tempfile.TemporaryDirectory(prefix="yifa-typst-") as folder:
        Path(folder, template).write_bytes(source)
        for name, content in files.items():
            Path(folder, name).write_bytes(content)
        try:
            made = typst.compile(
                str(Path(folder, template)),
                root=folder,
                font_paths=installed,
                sys_inputs={"data": json.dumps(given, ensure_ascii=False)},
                timestamp=moment,
            )
        except typst.TypstError as error:
            raise TypesettingError(
                f"无法生成PDF“{data.get('plain_title', '')}”：排版程序报告“{error.message}”。"
                "请检查文中的图片是否完好，其余情形请联系系统管理员。"
            ) from error
    return bytes(made)


def _measures() -> dict[str, float]:
    return {
        "top": layout.TOP,
        "left": layout.LEFT,
        "right": layout.RIGHT,
        "bottom": layout.BOTTOM,
        "text_width": layout.TEXT_WIDTH,
        "characters": layout.CHARACTERS,
        "pitch": layout.LINE_PITCH,
        "size": layout.BODY_SIZE,
        "title_size": layout.TITLE_SIZE,
        "table_size": layout.TABLE_SIZE,
        "number_size": layout.PAGE_NUMBER_SIZE,
    }


def _data(document: OfficialDocument) -> dict[str, Any]:
    pictures = iter(range(1, len(document.blocks) + 1))
    return {
        "plain_title": clean("".join(document.title.splitlines())),
        "title": [clean(line) for line in document.title_lines],
        "number": clean(document.number),
        "recipient": clean(document.recipient),
        "letterhead": clean(document.letterhead),
        "blocks": [_block(block, pictures) for block in document.blocks],
        "attachments": [clean(name) for name in document.numbered_attachments],
        "signatory": [clean(name) for name in document.signatory],
        "signature": [list(line) for line in signature(document).lines],
        "annotation": clean(document.annotation),
        "copies_to": clean(document.copies_to),
    }


def breakable(text: str) -> str:
    """Long runs of letters and digits (addresses, digests) may break, or they would leave the page."""
    return _UNBROKEN.sub("\\1\u200b", text)


def _runs(text: Text) -> list[dict[str, Any]]:
    return [{"text": breakable(run.text), "bold": run.bold} for run in runs(text) if run.text]


def _block(block: Block, pictures: Iterable[int]) -> dict[str, Any]:
    match block:
        case Heading():
            return {
                "kind": "heading",
                "level": block.level,
                "text": clean(block.text),
                "body": _runs(block.body),
            }
        case Paragraph():
            return {
                "kind": "paragraph",
                "runs": _runs(block.text),
                "align": block.align,
                "indent": block.indent,
            }
        case Table():
            return {
                "kind": "table",
                "caption": clean(block.caption),
                "header": [clean(cell) for cell in block.header],
                "rows": [[{"runs": _runs(cell)} for cell in row] for row in block.rows],
                "widths": list(block.column_widths()),
                "align": [block.column_align(column) for column in range(block.columns)],
            }
        case Picture():
            return {
                "kind": "picture",
                "file": f"image{next(iter(pictures))}.png",
                "alt": clean(block.alt),
                "width": block.width_mm,
                "caption": clean(block.caption),
            }
        case PageBreak():
            return {"kind": "break"}
