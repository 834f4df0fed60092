"""`yifa cite`: the citations in a document, each looked up."""

from __future__ import annotations

import io
import json
import zipfile
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from yifa.cli.law import DAY
from yifa.errors import YifaError
from yifa.law.citations import Citation, Place, citations

MAX_FILE: Final = 50_000_000
MAX_XML: Final = 100_000_000
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLOCKS: Final = frozenset("p div li tr td th h1 h2 h3 h4 h5 h6 br table section article title".split())


class Unreadable(YifaError):
    """A document whose text cannot be read."""


@click.command(
    help="找出文件（txt、md、html、docx）里引用的法律文件和条款，逐个核对：有没有、废止没有、条款项存在不存在。"
)
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--at", type=DAY, metavar="日期", help="按哪一天有效的版本核对（年-月-日），默认今天。")
@click.option("--only-faults", is_flag=True, help="只列出有问题的引用。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(files: tuple[Path, ...], at: date | None, only_faults: bool, as_json: bool) -> None:
    """List the citations of documents with what is to be said of each."""
    day = at or date.today()
    told = []
    for path in files:
        text = read_text(path)
        found = citations(text, day)
        shown = [one for one in found if one.finding.is_fault or not only_faults]
        if as_json:
            told.append({"file": str(path), "at": day.isoformat(), "citations": _rows(text, shown)})
        else:
            _print(path, text, found, shown)
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))


def _print(path: Path, text: str, found: list[Citation], shown: list[Citation]) -> None:
    counts = Counter(one.finding.label for one in found)
    listed = "，".join(f"{label}{count}" for label, count in counts.most_common())
    click.echo(f"{path}：引用{len(found)}处" + (f"（{listed}）" if found else ""))
    lines = _line_starts(text)
    for one in shown:
        click.echo(f"  第{bisect_right(lines, one.start)}行 {one.text}\n    【{one.finding.label}】{one.sentence}")


def _rows(text: str, shown: list[Citation]) -> list[dict[str, Any]]:
    lines = _line_starts(text)
    return [
        {
            "start": one.start,
            "end": one.end,
            "line": bisect_right(lines, one.start),
            "text": one.text,
            "act": one.act.title if one.act else None,
            "promulgated": _iso(one.version.promulgated) if one.version else None,
            "effective": _iso(one.version.effective) if one.version else None,
            "place": _place(one.mention.place),
            "through": _place(one.mention.through),
            "number": one.mention.number or None,
            "named_by": one.mention.named.value,
            "finding": one.finding.value,
            "fault": one.finding.is_fault,
            "sentence": one.sentence,
        }
        for one in shown
    ]


def _place(place: Place | None) -> dict[str, int | None] | None:
    if place is None or place.article is None:
        return None
    article, branch = place.article
    return {
        "article": article,
        "branch": branch,
        "paragraph": place.paragraph,
        "item": place.item,
        "point": place.point,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _line_starts(text: str) -> list[int]:
    return [0] + [at + 1 for at, char in enumerate(text) if char == "\n"]


def read_text(path: Path) -> str:
    """The text of a document; raises `Unreadable` with the reason and what to do."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise Unreadable(
                f"不能读取{path}：文件有{size / 1e6:.0f}兆字节，超过{MAX_FILE // 1_000_000}兆。请拆分后再查。"
            )
        raw = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"不能读取{path}：{error.strerror}。请核对文件名和权限。") from error
    kind = path.suffix.lower()
    if kind == ".docx":
        return _docx(path, raw)
    if kind in (".doc", ".pdf", ".wps", ".ofd", ".xls", ".xlsx"):
        raise Unreadable(f"不能读取{path}：不支持{kind}格式。请另存为 docx、html 或者 txt。")
    return _html(path, raw) if kind in (".html", ".htm") else _decoded(path, raw)


def _decoded(path: Path, raw: bytes) -> str:
    """Plain text in UTF-8, UTF-16 with a mark, or GB18030; nothing else is guessed."""
    encodings = ("utf-16",) if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and _is_chinese_or_plain(text):
            return text.replace("\r\n", "\n")
    raise Unreadable(f"不能读取{path}：不是文本，或者编码既不是UTF-8也不是GB18030。请另存为UTF-8编码的文本。")


def _is_chinese_or_plain(text: str) -> bool:
    """Whether it reads as Chinese or Latin text, which wrongly decoded bytes do not."""
    odd = sum(not (c.isascii() or "\u4e00" <= c <= "\u9fff" or c in "　、。〈〉《》「」『』【】〔〕“”‘’…—·〇○①②③④⑤⑥⑦⑧⑨⑩"
                   or "\uff00" <= c <= "\uffef") for c in text)  # fmt: skip
    return odd <= max(3, len(text) // 10)


def _html(path: Path, raw: bytes) -> str:
    from lxml import etree, html

    try:
        tree = html.fromstring(_decoded(path, raw).encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable(f"不能读取{path}：网页内容是空的或者坏了。请重新保存网页。") from error
    return "".join(_html_pieces(tree))


def _html_pieces(node: Any) -> Iterator[str]:
    if not isinstance(node.tag, str) or node.tag in ("script", "style"):
        yield node.tail or ""
        return
    if node.tag in _BLOCKS:
        yield "\n"
    yield node.text or ""
    for child in node:
        yield from _html_pieces(child)
    yield ("\n" if node.tag in _BLOCKS else "") + (node.tail or "")


def _docx(path: Path, raw: bytes) -> str:
    """The paragraphs of a Word document, tables included, a line each."""
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            info = archive.getinfo("word/document.xml")
            if info.file_size > MAX_XML:
                raise Unreadable(
                    f"不能读取{path}：展开后的正文超过{MAX_XML // 1_000_000}兆字节，不像一份文件。请检查。"
                )
            body = archive.read(info)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(body, parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, EOFError, ValueError, OSError) as error:
        raise Unreadable(f"不能读取{path}：不是完整的docx文件。请用Word或者WPS打开后另存。") from error
    lines = []
    for paragraph in root.iter(f"{_W}p"):
        pieces = []
        for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
            pieces.append((node.text or "") if node.tag == f"{_W}t" else " ")
        lines.append("".join(pieces))
    return "\n".join(lines)
