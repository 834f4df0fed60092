"""Read a library of acts: a folder of Markdown files in the LawRefBook layout, with its `db.sqlite3`."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from yifa.errors import os_reason
from yifa.law.errors import BadLibrary
from yifa.law.index import PREFIX, plain_title
from yifa.law.kinds import Kind
from yifa.law.statute import Article, clean_line, split_articles, split_numbered

INFO_END: Final = "<!-- INFO END -->"
MAX_FILE: Final = 20_000_000
"""Bytes; the longest act known has less than a twentieth of this."""

_DATED_NAME: Final = re.compile(r"(.*?)\s*[（(](\d{4}-\d\d-\d\d)[）)]")
_DATED_LINE: Final = re.compile(r"（?\s*(\d{4})年(\d{1,2})月(\d{1,2})日[\s，,]*(.*)")
_FROM: Final = re.compile(r"自\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日起\s*(?:施行|实施|执行|生效)")
_NUMBER: Final = re.compile(r"(?:[一-龥、]{2,40}令第\d+号|[一-龥]{1,8}〔\d{4}〕\d+号)")
_LOCAL_FOLDER: Final = re.compile(r"地方性?法规$")
_FOLDERS: Final = {
    "宪法": Kind.CONSTITUTION,
    "行政法规": Kind.REGULATION,
    "司法解释": Kind.INTERPRETATION,
    "部门规章": Kind.RULE,
    "DLC": Kind.LOCAL,
    "其他": Kind.DOCUMENT,
}


@dataclass(frozen=True)
class Note:
    """One line of an act's history (题注): a day and what happened."""

    day: date
    text: str


@dataclass(frozen=True)
class LawText:
    """One version of an act as a library holds it."""

    path: str
    title: str
    prefixed: bool
    kind: Kind
    promulgated: date | None
    effective: date | None
    expired: bool
    notes: tuple[Note, ...]
    number: str
    articles: tuple[Article, ...] = field(repr=False)
    words: str = field(repr=False, default="")

    @property
    def key(self) -> str:
        """Name of the version in the index: 行政复议法@2023-09-01."""
        return f"{self.title}@{self.promulgated.isoformat() if self.promulgated else ''}"

    @cached_property
    def by_key(self) -> dict[tuple[int, int], Article]:
        """The articles by number and branch."""
        return {article.key: article for article in self.articles}


@dataclass(frozen=True)
class Unreadable:
    """A file that could not be read, and why (Chinese)."""

    path: str
    reason: str


@dataclass(frozen=True)
class _Entry:
    effective: date | None
    expired: bool


def files_of(folder: Path) -> list[Path]:
    """The Markdown files of acts, in a fixed order; raises `BadLibrary` when there are none."""
    if not folder.is_dir():
        raise BadLibrary(f"不能读取法律库：{folder}不是文件夹。请给出存放法律文件的文件夹。")
    found = sorted(path for path in folder.rglob("*.md") if not path.name.startswith("_"))
    if not found:
        raise BadLibrary(f"不能读取法律库：{folder}里没有法律文件（.md）。请核对文件夹。")
    return found


def read_library(*folders: Path) -> Iterator[LawText | Unreadable]:
    """Every act of the folders; a file that cannot be read is reported in its place."""
    for folder in folders:
        entries = _entries(folder)
        for path in files_of(folder):
            yield read_file(folder, path, entries)


def one_a_version(
    texts: Iterable[LawText | Unreadable],
) -> tuple[list[LawText], tuple[Unreadable, ...]]:
    """The versions, each once, and the files that could not be read.

    A code kept in several files is joined; of an act that stands in two folders the longer text stays.
    """
    versions: dict[str, LawText] = {}
    unreadable: list[Unreadable] = []
    for text in texts:
        if isinstance(text, Unreadable):
            unreadable.append(text)
        else:
            versions[text.key] = _joined(versions[text.key], text) if text.key in versions else text
    return list(versions.values()), tuple(unreadable)


def _joined(one: LawText, other: LawText) -> LawText:
    if one.articles and other.articles and not one.by_key.keys() & other.by_key.keys():
        return replace(one, articles=tuple(sorted((*one.articles, *other.articles), key=lambda a: a.key)))
    return max(one, other, key=lambda text: sum(len(a.text) for a in text.articles) + len(text.words))


def _entries(folder: Path) -> dict[tuple[str, str], _Entry]:
    """What the library's databases say of effective dates and expiry, by title and day of promulgation."""
    found: dict[tuple[str, str], _Entry] = {}
    for path in sorted(folder.rglob("db.sqlite3")):
        try:
            uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            with closing(sqlite3.connect(uri, uri=True)) as db:
                rows = db.execute("SELECT name, publish, valid_from, expired FROM law").fetchall()
            for name, publish, valid_from, expired in rows:
                entry = _Entry(date.fromisoformat(valid_from) if valid_from else None, bool(expired))
                found[plain_title(name), publish or ""] = entry
        except (sqlite3.Error, ValueError, TypeError, AttributeError) as error:
            raise BadLibrary(f"不能读取法律库的目录数据库{path}（{error}）。请重新下载，或者删去它再导入。") from error
    return found


def read_file(folder: Path, path: Path, entries: dict[tuple[str, str], _Entry] | None = None) -> LawText | Unreadable:
    """Read one file of the library."""
    name = path.relative_to(folder).as_posix()
    try:
        if path.stat().st_size > MAX_FILE:
            return Unreadable(name, f"文件超过{MAX_FILE // 1_000_000}兆字节，不像一部法律文件")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Unreadable(name, f"不是UTF-8编码（第{error.start + 1}个字节起），请转换编码")
    except OSError as error:
        return Unreadable(name, f"读不出来（{os_reason(error)}）")
    return parse(name, text, entries or {})


def parse(name: str, text: str, entries: dict[tuple[str, str], _Entry]) -> LawText | Unreadable:
    """Read the text of one file; `name` is its path inside the library."""
    if not text.strip():
        return Unreadable(name, "里面没有文字")
    head, mark, body = text.partition(INFO_END)
    if not mark:
        head, body = "", text
    lines = [clean_line(line) for line in head.splitlines()]
    headings = [line.lstrip("# ") for line in lines if line.startswith("#")]
    stem = _DATED_NAME.fullmatch(name.rsplit("/", 1)[-1].removesuffix(".md"))
    heading = headings[0] if headings else ""
    file_title = stem[1] if stem else name.rsplit("/", 1)[-1].removesuffix(".md")
    title = plain_title(heading if len(headings) > 1 else file_title)
    if not title:
        return Unreadable(name, "没有标题")
    notes = tuple(note for note in map(_note, lines) if note)
    day = date.fromisoformat(stem[2]) if stem else _promulgation(notes)
    entry = entries.get((title, day.isoformat() if day else "")) or entries.get((title, "")) or _Entry(None, False)
    articles = tuple(split_articles(body.splitlines()))
    if "修正案" in title:
        articles = _without_quoted(articles) or tuple(split_numbered(body.splitlines()))
    if not (articles or mark or stem):
        return Unreadable(name, "不像法律文件：没有条文，没有题注，文件名里也没有公布日期")
    number = next((document_number(n.text) for n in notes if n.day == day), "")
    return LawText(
        path=name,
        title=title,
        prefixed=heading.startswith(PREFIX),
        kind=_kind_of(name),
        promulgated=day,
        effective=entry.effective or _effective(notes, day, articles),
        expired=entry.expired,
        notes=notes,
        number=number,
        articles=articles,
        words="" if articles else body,
    )


def _kind_of(name: str) -> Kind:
    """By the folder: local regulations also where their folder alone is imported."""
    folders = name.split("/")[:-1]
    if any(_LOCAL_FOLDER.search(folder) for folder in folders):
        return Kind.LOCAL
    return _FOLDERS.get(folders[0] if folders else "", Kind.LAW)


def _without_quoted(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """An amendment's own articles: those it quotes from the amended act come after a gap in the numbering."""
    own = (at for at in range(1, len(articles)) if articles[at].key[0] > articles[at - 1].key[0] + 1)
    return articles[: next(own, len(articles))]


def _note(line: str) -> Note | None:
    found = _DATED_LINE.match(line)
    if not found:
        return None
    try:
        return Note(date(int(found[1]), int(found[2]), int(found[3])), found[4])
    except ValueError:
        return None


def _promulgation(notes: tuple[Note, ...]) -> date | None:
    days = [note.day for note in notes if not note.text.startswith(("施行", "起施行"))]
    return days[-1] if days else None


def document_number(text: str) -> str:
    """国务院令第836号 or 法释〔2025〕8号 in a line of history, without 中华人民共和国; else ""."""
    found = _NUMBER.search(text.replace(PREFIX, ""))
    return found[0] if found else ""


def is_amended(notes: tuple[Note, ...]) -> bool:
    """Whether the text came about by a decision to amend (修正), which leaves the act's own 施行 clause as it was."""
    return any("修正" in note.text or "《" in note.text for note in notes)


def effective_clause(text: str) -> date | None:
    """The day of 自2024年1月1日起施行, or None."""
    found = _FROM.search(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _effective(notes: tuple[Note, ...], day: date | None, articles: tuple[Article, ...]) -> date | None:
    """The day the version took effect, where the text says so beyond doubt."""
    if day is None:
        return None
    stated = [n.day for n in notes if "施行" in n.text[:5] and n.day >= day]
    if stated:
        return stated[-1]
    last = articles[-1].text if articles else ""
    clause = effective_clause(last)
    if clause:
        return clause if clause >= day else None
    at_once = re.search(r"自(?:公布|发布|颁布|印发)之日起(?:施行|实施|执行|生效)", last)
    return day if at_once and not is_amended(notes) else None
