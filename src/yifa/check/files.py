"""Check files: one, or a folder of thousands on all cores. A file that cannot be read does not end the run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yifa.check.draft import Draft
from yifa.check.engine import check
from yifa.check.meta import read_meta
from yifa.check.model import DraftKind, Finding
from yifa.check.place import Place, read_place
from yifa.check.waivers import read_waivers
from yifa.errors import YifaError
from yifa.text import SUFFIXES, file_text

REFUSED = (".doc", ".pdf", ".wps")
"""Kinds of document that are named as unreadable rather than passed over in a folder."""


@dataclass(frozen=True)
class Task:
    """How files are to be checked; what is None is read from the metadata, then from the text."""

    today: date
    at: date | None = None
    kind: DraftKind | None = None
    place: Path | None = None


@dataclass(frozen=True)
class Checked:
    """One file: its findings with the line of each, or why it could not be checked."""

    path: Path
    findings: tuple[Finding, ...] = ()
    lines: tuple[int, ...] = ()
    error: str = ""


def expand(paths: Iterable[Path]) -> Iterator[Path]:
    """The documents of folders, by name, and files as they are given."""
    for path in paths:
        if path.is_dir():
            kinds = (*SUFFIXES, *REFUSED)
            yield from sorted(
                p for p in path.rglob("*") if p.suffix.lower() in kinds and p.is_file() and p.name[:2] != "~$"
            )
        else:
            yield path


def check_file(path: Path, task: Task) -> Checked:
    """Check one file; an expected error becomes its message."""
    try:
        text = file_text(path)
        meta = read_meta(path)
        day = task.at or meta.at or task.today
        draft = Draft.read(text, day, task.kind or meta.kind, meta.title, meta.facts)
        place = read_place(task.place) if task.place else Place()
        findings = check(draft, place, read_waivers(path))
    except YifaError as error:
        return Checked(path, error=str(error))
    return Checked(path, tuple(findings), tuple(text.count("\n", 0, one.start) + 1 for one in findings))


def check_files(paths: list[Path], task: Task) -> Iterator[Checked]:
    """Check files in their order, on as many cores as there are when there are several."""
    workers = min(os.cpu_count() or 1, len(paths))
    if workers < 2 or len(paths) < 4:
        yield from (check_file(path, task) for path in paths)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(
            check_file, paths, [task] * len(paths), chunksize=max(1, min(16, len(paths) // (workers * 4)))
        )
