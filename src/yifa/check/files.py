"""Check one file: read it, run the rules, quote what is cited, give the Word file back with comments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from yifa.check.draft import Draft
from yifa.check.engine import cause_of, check
from yifa.check.errors import BadData
from yifa.check.framed import framed
from yifa.check.marked import marked
from yifa.check.meta import read_meta
from yifa.check.model import Defect, DraftKind, Finding
from yifa.check.place import Place, read_place
from yifa.check.quoting import Quoted, quoted
from yifa.check.waivers import read_waivers
from yifa.errors import YifaError, os_reason
from yifa.law.index import Index
from yifa.law.local import index_with
from yifa.law.sqlite_library import SqliteIndex, open_library
from yifa.text import SUFFIXES, Source, layout_of, read_source

MAX_CHARACTERS: Final = 5_000_000
"""Of one text: a document of five thousand pages, which takes half a minute and two gigabytes."""


@dataclass(frozen=True)
class Task:
    """How files are to be checked; what is None is read from the metadata, then from the text.

    Attributes:
        library: the imported texts of acts, for local regulations and quotations; None where there are none.
        fix: whether corrections that are certain are put into the Word file as tracked changes.
        quote: whether the articles cited beside a finding are quoted.
    """

    today: date
    at: date | None = None
    kind: DraftKind | None = None
    place: Path | None = None
    library: Path | None = None
    fix: bool = False
    quote: bool = False


@dataclass(frozen=True)
class Job:
    """A file to check, and where its Word file with comments goes if one is wanted."""

    path: Path
    docx: Path | None = None


@dataclass(frozen=True)
class Checked:
    """One file: its findings with the line and the quoted articles of each, or why it could not be checked.

    Attributes:
        notes: what a reader should know about how the file was read.
        length: characters of the text.
        defects: rules (or with an empty rule id the check as a whole) that failed by a fault of their own.
    """

    path: Path
    findings: tuple[Finding, ...] = ()
    lines: tuple[int, ...] = ()
    cited: tuple[tuple[Quoted, ...], ...] = ()
    notes: tuple[str, ...] = ()
    defects: tuple[Defect, ...] = ()
    error: str = ""
    docx: Path | None = None
    length: int = 0

    @property
    def complete(self) -> bool:
        """Whether the file was read and every rule ran."""
        return not self.error and not self.defects


def expand(paths: Iterable[Path]) -> Iterator[Path]:
    """The documents of folders, by name, and files as they are given."""
    for path in paths:
        yield from documents(path) if path.is_dir() else (path,)


def documents(folder: Path) -> list[Path]:
    """The documents of a folder and those below it, by name; Word's own lock files are passed over."""
    found = (p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.name[:2] not in ("~$", ".~"))
    return sorted(p for p in found if p.is_file())


def jobs(paths: Sequence[Path], out: Path | None) -> list[Job]:
    """What is to be checked, each with its place in `out`: a file for one document, else a folder like the given one.

    Raises `BadData` when a marked document would overwrite one that is checked.
    """
    if out is None:
        return [Job(path) for path in expand(paths)]
    if len(paths) == 1 and not paths[0].is_dir() and not out.is_dir():
        made = [Job(paths[0], out)]
    else:
        pairs = ((path, path.parent if not path.is_dir() else path) for path in paths)
        made = [Job(one, out / _named(one, base)) for path, base in pairs for one in expand([path])]
    inputs = {job.path.resolve() for job in made}
    targets: set[Path] = set()
    for at, job in enumerate(made):
        target = job.docx
        while target in targets and target is not None:
            target = target.with_name(f"{target.stem}_{at}{target.suffix}")
        assert target is not None  # every job of this list has one
        targets.add(target)
        made[at] = Job(job.path, target)
        if target.resolve() in inputs:
            raise BadData(f"不能把带批注的文档写到“{target}”：会覆盖要检查的原文件。请用 --docx 指定别的位置。")
    return made


def _named(path: Path, base: Path) -> Path:
    """a/某办法.docx → a/某办法.docx; of another kind 某办法.txt → 某办法.txt.docx."""
    inside = path.relative_to(base)
    return inside if path.suffix.lower() == ".docx" else inside.with_name(f"{path.name}.docx")


def check_file(path: Path, task: Task, docx: Path | None = None) -> Checked:
    """Check one file; an expected error becomes its message, a fault of the program a defect."""
    try:
        return _checked(path, task, docx)
    except YifaError as error:
        return Checked(path, error=str(error))
    except Exception as error:  # whatever it is, the other files of the run are still to be checked
        return Checked(path, defects=(Defect("", cause_of(error)),))


def _checked(path: Path, task: Task, docx: Path | None) -> Checked:
    source = read_source(path)
    if len(source.text) > MAX_CHARACTERS:
        length = f"{len(source.text):,}字，超过{MAX_CHARACTERS:,}字的上限"
        raise BadData(f"无法检查“{path.name}”：有{length}。请拆分后再查。")
    meta = read_meta(path)
    library, index = _acts(task.library)
    frame = framed(source.text, source.body, meta)
    draft = Draft.read(
        frame.text, task.at or meta.at or task.today, task.kind or meta.kind, meta.title, meta.facts,
        main=frame.main, index=index, layout=layout_of(source.word) if source.word else None,
    )  # fmt: skip
    defects: list[Defect] = []
    findings = check(draft, _place(task.place), read_waivers(path), defects.append)
    cited = quoted(draft, findings, library) if task.quote and library else ((),) * len(findings)
    findings = beside_the_body([frame.back(one) for one in findings], source)
    together = sorted(zip(findings, cited, strict=True), key=lambda one: (one[0].start, one[0].severity.rank))
    findings, cited = [one for one, _ in together], tuple(one for _, one in together)
    if docx:
        _write(docx, marked(source, findings, cited, path.name, task.today, fix=task.fix))
    return Checked(
        path,
        tuple(findings),
        lines_of(source.text, findings),
        cited,
        source.notes,
        tuple(defects),
        docx=docx,
        length=len(source.text),
    )


def beside_the_body(findings: list[Finding], source: Source) -> list[Finding]:
    """Findings in footnotes and the like are placed there, not in the last article."""
    if not source.stretches:
        return findings
    starts = [one.start for one in source.stretches]

    def placed(one: Finding) -> Finding:
        at = bisect_right(starts, one.start) - 1
        return replace(one, path=source.stretches[at].label) if at >= 0 else one

    return [placed(one) for one in findings]


def lines_of(text: str, findings: Sequence[Finding]) -> tuple[int, ...]:
    """The line of each finding, counted from 1."""
    ends = [at for at, character in enumerate(text) if character == "\n"] if findings else []
    return tuple(bisect_right(ends, one.start - 1) + 1 for one in findings)


@cache
def _place(path: Path | None) -> Place:
    return read_place(path) if path else Place()


@cache
def _acts(path: Path | None) -> tuple[SqliteIndex | None, Index]:
    """The library and the acts it adds to those of the package; opened once in each process."""
    return open_library(path) if path else None, index_with(path)


def _write(path: Path, content: bytes) -> None:
    """Write so that the file appears under its name only when it is complete."""
    partial = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise BadData(f"无法写入“{path}”：{os_reason(error)}。请换一个可写的位置。") from error
