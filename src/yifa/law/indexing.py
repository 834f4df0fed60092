"""Build the index of acts (`indexed.csv` and the structure files) from a library of texts."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from yifa.law.corpus import LawText, Unreadable, document_number, effective_clause, is_amended, one_a_version
from yifa.law.index import COLUMNS, INDEXED, plain_title
from yifa.law.kinds import SHIPPED, Kind
from yifa.law.statute import structure
from yifa.law.structure import pack, structure_file

_ADOPTION: Final = timedelta(days=150)
"""An interpretation is published within this time of its adoption; an earlier day is an earlier version."""
_REPEAL: Final = re.compile(r"[^。；]*(?:同时|即行|予以|同日)废止")
_QUOTED: Final = re.compile(r"《([^《》]+(?:《[^《》]*》[^《》]*)*)》")
_ISSUERS: Final = (
    ("全国人民代表大会常务委员会", re.compile("全国人民代表大会常务委员会第|全国人大常委会第")),
    ("全国人民代表大会", re.compile("届全国人民代表大会第|全国人民代表大会第")),
    ("国务院、中央军事委员会", re.compile("国务院、(?:中华人民共和国)?中央军(?:事委员会|委)")),
    ("国务院", re.compile("国务院")),
    ("最高人民法院、最高人民检察院", re.compile("最高人民法院.*最高人民检察院")),
    ("最高人民法院", re.compile("最高人民法院")),
    ("最高人民检察院", re.compile("最高人民检察院")),
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One line of `indexed.csv`: one version of an act."""

    title: str
    prefixed: str
    kind: str
    issuer: str
    number: str
    promulgated: str
    effective: str
    repealed: str
    expired_by: str
    articles: str
    superseded_by: str
    source: str


@dataclass(frozen=True)
class Built:
    """What was written, and what could not be read."""

    versions: int
    counted: int
    articles: int
    files: dict[str, int]
    unreadable: tuple[Unreadable, ...]


def build_index(texts: Iterable[LawText | Unreadable], source: str, as_of: date, out: Path) -> Built:
    """Write the index of the library's national acts into `out`.

    Args:
        texts: what `read_library` yields.
        source: name of the library, kept in every row.
        as_of: day of the library's state; an act it calls expired is known to be so from that day on.
        out: folder of the data files.
    """
    found, unreadable = one_a_version(texts)
    versions = {text.key: text for text in found if text.kind in SHIPPED}
    rows = _with_repeals(_rows(versions, source, as_of), versions, as_of)
    written = {INDEXED: _csv(rows, source)} | _structures(versions, source)
    out.mkdir(parents=True, exist_ok=True)
    for name, content in written.items():
        (out / name).write_text(content, encoding="utf-8")
    counted = [v for v in versions.values() if v.articles]
    return Built(
        versions=len(rows),
        counted=len(counted),
        articles=sum(len(v.articles) for v in counted),
        files={name: len(content.encode()) for name, content in written.items()},
        unreadable=unreadable,
    )


def is_complete(text: LawText) -> bool:
    """Whether the numbering runs without a gap, so that a missing article is missing from the act itself."""
    numbers = {article.key[0] for article in text.articles}
    return bool(numbers) and len(numbers) == max(numbers) - min(numbers) + 1


def _rows(versions: dict[str, LawText], source: str, as_of: date) -> list[Row]:
    rows: dict[tuple[str, str], Row] = {}
    for text in versions.values():
        for row in (*_earlier(text, as_of), _row(text, source, as_of)):
            place = row.title, row.promulgated
            if place not in rows or row.articles or not rows[place].articles:
                rows[place] = row
    return _without_adoptions(list(rows.values()))


def _without_adoptions(rows: list[Row]) -> list[Row]:
    """Of a judicial interpretation kept under two days, adoption and publication, the later stays."""
    last: dict[tuple[str, str], Row] = {}
    for row in sorted(rows, key=lambda row: row.promulgated):
        same = row.kind == Kind.INTERPRETATION and row.effective
        last[row.title, row.effective if same else row.promulgated] = row
    return list(last.values())


def _row(text: LawText, source: str, as_of: date) -> Row:
    last = max((a.key[0] for a in text.articles), default=0)
    return Row(
        title=text.title,
        prefixed="1" if text.prefixed else "",
        kind=text.kind,
        issuer=_issuer(text),
        number=text.number,
        promulgated=text.promulgated.isoformat() if text.promulgated else "",
        effective=text.effective.isoformat() if text.effective else "",
        repealed="",
        expired_by=as_of.isoformat() if text.expired else "",
        articles=str(last),
        superseded_by="",
        source=source,
    )


def _issuer(text: LawText) -> str:
    own = [note.text for note in text.notes if note.day == text.promulgated]
    lines = own + [note.text for note in text.notes] + [text.title]
    if text.kind is Kind.RULE:
        found = re.match(r"\S*?(?=令第)", own[0]) if own else None
        return found[0] if found else text.path.split("/")[1]
    for line in lines:
        for issuer, pattern in _ISSUERS:
            if pattern.search(line):
                return issuer
    return "国务院" if text.kind is Kind.REGULATION else ""


def _earlier(text: LawText, as_of: date) -> Iterator[Row]:
    """Earlier versions that the history of the text names: a day, no articles."""
    marks = {
        Kind.LAW: ("通过", "修订", "修正"),
        Kind.CONSTITUTION: ("通过", "修正"),
        Kind.REGULATION: ("公布", "发布", "修订", "修正"),
        Kind.RULE: ("公布", "发布", "修订", "修正"),
        Kind.INTERPRETATION: ("通过", "修正"),
    }.get(text.kind, ())
    meeting = text.kind in (Kind.REGULATION, Kind.RULE)
    margin = _ADOPTION if text.kind is Kind.INTERPRETATION else timedelta()
    for note in text.notes:
        before = text.promulgated and note.day < text.promulgated - margin
        passed = meeting and ("会议" in note.text or "通过" in note.text)
        if before and not passed and any(mark in note.text for mark in marks):
            yield replace(
                _row(text, "题注", as_of),
                promulgated=note.day.isoformat(),
                effective="",
                expired_by="",
                articles="",
                number=document_number(note.text),
            )


def _with_repeals(rows: list[Row], versions: dict[str, LawText], as_of: date) -> list[Row]:
    """Enter what the final clauses repeal: on known acts the day, unknown ones as acts of their own."""
    by_title: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_title[row.title].append(row)
    for text in versions.values():
        for title, day in _repealed_by(text):
            known = by_title.get(title)
            dates = {"repealed": day, "expired_by": day or as_of.isoformat()}
            if not known:
                by_title[title] = [replace(_old_act(title, text), **dates)]
            elif known[-1].promulgated < str(text.promulgated) and not known[-1].repealed:
                known[-1] = replace(known[-1], superseded_by=text.title, **dates)
    flat = [row for group in by_title.values() for row in group]
    return sorted(flat, key=lambda row: (Kind(row.kind).rank, row.title, row.promulgated))


def _old_act(title: str, by: LawText) -> Row:
    kind = Kind.DOCUMENT
    if title.endswith("法") and not title.endswith("办法"):
        kind = Kind.LAW
    elif title.endswith("条例") and by.kind in (Kind.LAW, Kind.REGULATION):
        kind = Kind.REGULATION
    clause = f"《{by.title}》附则"
    return Row(title, "", kind, "", "", "", "", "", "", "", by.title, clause)


def _repealed_by(text: LawText) -> Iterator[tuple[str, str]]:
    """Titles that the final clauses repeal, each with the day (empty where an amended act does not tell it)."""
    for article in text.articles[-3:]:
        plain = article.text.replace("〈", "《").replace("〉", "》")
        day = effective_clause(plain) or (None if is_amended(text.notes) else text.effective)
        for clause in _REPEAL.findall(plain):
            for quoted in _QUOTED.findall(clause):
                title = plain_title(quoted)
                if title != text.title and "决定" not in title[-4:] and len(title) > 2:
                    yield title, day.isoformat() if day else ""


def _csv(rows: list[Row], source: str) -> str:
    out = io.StringIO()
    out.write(f"# 由 yifa law index 生成，请勿手工修改。来源：{source}。只登记事实，不含条文\n")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(row) for row in rows)
    return out.getvalue()


def _structures(versions: dict[str, LawText], source: str) -> dict[str, str]:
    lines: dict[Kind, list[str]] = {kind: [] for kind in SHIPPED}
    for key, text in sorted(versions.items()):
        if is_complete(text):
            lines[text.kind].append(f"{key}\t{pack(structure(text.articles, digests=True))}")
    head = f"# 由 yifa law index 生成。来源：{source}。每条：条号:各款项数:摘要\n"
    return {
        structure_file(kind): head + "".join(f"{line}\n" for line in found) for kind, found in lines.items() if found
    }
