"""From a template and the facts of a case to an official document.

A template is a plain text file beside the procedure that declares the instrument, in Django's template language, and
then in these marks at the start of a line; each line is one paragraph, empty lines are ignored:

    # 洪河县人民政府       a line of the title (without any: the organ and the instrument's title)
    主送：张三             the main recipient
    一、 （一） 1. （1）   a heading, if the line has no punctuation at its end; else a paragraph
    > 如不服本决定……       a note to the recipient, above all the remedies (救济途径告知)
    | 序号 | 名称 |        a row of a table; the first is the header if |---|---| follows
    附件：申请书副本       an attachment; they number themselves
    附注：此件公开发布     the annotation, without its brackets
    抄送：县财政局         recipients of copies
    ---                    a new page

What comes from the case is never taken for a mark; line breaks in it make paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.template import TemplateSyntaxError

from yifa.errors import YifaError
from yifa.papers.document import (
    Block,
    Heading,
    Level,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Table,
)
from yifa.papers.instrument import Instrument
from yifa.papers.strict import BAR, BREAK, VALUE, StrictContext, StrictTemplate, compiled

_HEADINGS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (1, re.compile(r"[一二三四五六七八九十百]+、")),
    (2, re.compile(r"（[一二三四五六七八九十百]+）")),
    (3, re.compile(r"\d+[.．]")),
    (4, re.compile(r"（\d+）")),
)
_SENTENCE_END = tuple("。；：，、！？…;:,")
_RULE = re.compile(r"\|(?:\s*:?-{3,}:?\s*\|)+")
_LABELS = re.compile(r"(主送|附件|附注|抄送)：(.+)")


class TemplateError(YifaError):
    """A template is missing or not well written."""


class MissingValue(YifaError):
    """The case lacks something that the instrument says; `placeholders` are their names in the template."""

    def __init__(self, instrument: Instrument, placeholders: list[str]) -> None:
        self.placeholders = tuple(placeholders)
        named = "、".join(f"“{name}”" for name in placeholders)
        super().__init__(
            f"无法制作《{instrument.title}》：缺少{named}（模板 {instrument.template.name}）。"
            "请先在案件中填写相应内容；已经填写的，请管理员核对模板中的名称。"
        )


def render(
    instrument: Instrument,
    context: Mapping[str, Any],
    *,
    number: str,
    organ_name: str,
    issued_on: date,
) -> OfficialDocument:
    """The instrument of a case.

    Args:
        instrument: what is issued; its `template` is read.
        context: what the template may use, beside `number`, `organ_name`, `issued_on` and `title`.
        number: the document number (文号).
        organ_name: the organ that signs (署名).
        issued_on: the date of the document (成文日期).

    Raises:
        MissingValue: a placeholder has no value, or a condition names something that is not there.
        TemplateError: the template file is missing or not well written.
    """
    given = {"number": number, "organ_name": organ_name, "issued_on": issued_on}
    values = StrictContext({"title": instrument.title, **context, **given})
    text = _template(instrument.template, _modified(instrument.template)).render(values)
    if values.missing:
        raise MissingValue(instrument, values.missing)
    page = _Page()
    for line in text.splitlines():
        page.add(line.strip())
    return page.document(instrument, number, organ_name, issued_on)


def check(instrument: Instrument) -> None:
    """That the template is there and well written; raises `TemplateError`. For the checks at start-up."""
    _template(instrument.template, _modified(instrument.template))


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError as error:
        raise TemplateError(f"找不到文书模板 {path}。请恢复这个文件，或者更正文书声明中的路径。") from error


@lru_cache(maxsize=512)
def _template(path: Path, modified: float) -> StrictTemplate:
    """The compiled template; compiled again when the file has changed."""
    try:
        return compiled(path.read_text(encoding="utf-8"), path.name)
    except UnicodeDecodeError as error:
        raise TemplateError(f"文书模板 {path} 不是UTF-8编码。请用UTF-8编码另存。") from error
    except TemplateSyntaxError as error:
        token = getattr(error, "token", None)
        where = f"第{token.lineno}行" if token is not None else ""
        raise TemplateError(f"文书模板 {path}{where}写法有误：{error}。请更正模板。") from error


@dataclass
class _Page:
    """The document as it grows line by line."""

    title: list[str] = field(default_factory=list)
    labels: dict[str, list[str]] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    rows: list[tuple[str, ...]] = field(default_factory=list)
    has_header: bool = False

    def add(self, line: str) -> None:
        """Take one line of the rendered template."""
        if line.startswith("|") and line.endswith("|") and len(line) > 2:
            self._row(line)
            return
        self._end_table()
        label = _LABELS.match(line)
        if not _plain(line).strip():
            return
        if label:
            parts = self.labels.setdefault(label[1], [])
            parts += [part for part in _paragraphs(label[2]) if part]
        elif line.startswith("# "):
            self.title += _paragraphs(line[2:])
        elif line.startswith("> "):
            self.blocks += [Paragraph(part, note=True) for part in _paragraphs(line[2:])]
        elif re.fullmatch(r"-{3,}", line):
            self.blocks.append(PageBreak())
        else:
            self.blocks += _text(line)

    def _row(self, line: str) -> None:
        if _RULE.fullmatch(line):
            self.has_header = len(self.rows) == 1
            return
        self.rows.append(tuple(_plain(cell).strip() for cell in line[1:-1].split("|")))

    def _end_table(self) -> None:
        if not self.rows:
            return
        header = self.rows.pop(0) if self.has_header else ()
        if self.rows:
            self.blocks.append(Table(rows=tuple(self.rows), header=header))
        self.rows, self.has_header = [], False

    def document(self, instrument: Instrument, number: str, organ_name: str, issued_on: date) -> OfficialDocument:
        """The finished document."""
        self._end_table()
        said = {name: "、".join(parts).removesuffix("。") for name, parts in self.labels.items()}
        return OfficialDocument(
            title="\n".join(self.title or [organ_name, instrument.title]),
            number=number,
            recipient=said.get("主送", "").removesuffix("："),
            blocks=tuple(self.blocks),
            attachments=tuple(self.labels.get("附件", ())),
            signatory=(organ_name,),
            issued_on=issued_on,
            annotation=said.get("附注", ""),
            copies_to=said.get("抄送", ""),
        )


def _plain(text: str) -> str:
    return text.replace(VALUE, "").replace(BREAK, "\n").replace(BAR, "|")


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in _plain(text).split("\n") if part.strip()]


def _text(line: str) -> list[Block]:
    if not line.endswith(_SENTENCE_END) and BREAK not in line:
        for level, mark in _HEADINGS:
            if mark.match(line):
                return [Heading(level, _plain(line))]
    return [Paragraph(part) for part in _paragraphs(line)]
