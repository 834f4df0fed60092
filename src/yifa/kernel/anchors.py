"""The daily anchors (锚点): proof that no chain was rewritten as a whole.

`anchors.txt` gets one line a night: day, number of chains and of events, digest over all heads. `anchors.heads.txt`
beside it gets the heads that changed since the line before (with the number of the line), so that a rewritten chain is
not only noticed but named. Both only grow; a copy of them belongs on another machine or on paper.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from yifa.errors import YifaError, os_reason
from yifa.kernel import chain

Key = str
"""A chain: `c12` the events of a case, `b3` those of a book (台账)."""

Head = tuple[int, str]
"""How long a chain is and the digest of its last event."""


@dataclass
class Kept:
    """What the files say: the heads of every night, and what is wrong with the files themselves."""

    heads: dict[Key, list[Head]] = field(default_factory=dict)
    nights: int = 0
    faults: list[str] = field(default_factory=list)


def present() -> dict[Key, Head]:
    """The heads of all chains as they are now."""
    from yifa.kernel.models import Case
    from yifa.kernel.registers.verify import heads

    cases = Case._base_manager.order_by("pk").values_list("pk", "length", "head")
    found = {f"c{pk}": (length, head) for pk, length, head in cases.iterator()}
    return found | {f"b{pk}": (length, head) for pk, length, head in heads()}


def anchor(path: Path, day: date) -> str:
    """Write tonight's line, and the heads that changed beside it; returns the line.

    The heads are written before the line: a night that was cut off has no line, and the next one takes over. Of two
    runs at once the second waits.

    Raises:
        YifaError: the files cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            return _anchor(path, day)
    except OSError as error:
        raise YifaError(f"不能写入锚点文件 {path}：{os_reason(error)}。请检查目录权限和磁盘空间。") from error


def _anchor(path: Path, day: date) -> str:
    kept, now = read(path), present()
    last = {key: heads[-1] for key, heads in kept.heads.items()}
    number = kept.nights + 1
    changed = [f"{number} {key} {head[0]} {head[1]}\n" for key, head in now.items() if last.get(key) != head]
    line = line_of(now, day)
    _append(beside(path), changed)
    _append(path, [line + "\n"])
    return line


def line_of(heads: dict[Key, Head], day: date) -> str:
    """The line of a night over all heads, in a fixed order."""
    ordered = sorted(heads.items())
    digest = chain.digest("".join(f"{key}:{length}:{head}\n" for key, (length, head) in ordered))
    return f"{day} {len(heads)} {sum(length for length, _ in heads.values())} {chain.ALGORITHM}:{digest}"


def beside(path: Path) -> Path:
    """The file of heads beside a file of lines."""
    return path.with_name(f"{path.stem}.heads{path.suffix}")


def _append(path: Path, lines: Iterable[str]) -> None:
    """Add lines; a line that a killed process left unfinished is cut off first."""
    with path.open("a+b") as file:
        file.seek(0)
        content = file.read()
        whole = content.rfind(b"\n") + 1
        if whole < len(content):
            file.truncate(whole)
        file.seek(0, os.SEEK_END)
        file.write("".join(lines).encode())
        file.flush()
        os.fsync(file.fileno())


def read(path: Path, *, checking: bool = False) -> Kept:
    """The files as they are; if asked, every line is checked against the heads written up to its night."""
    kept = Kept()
    standing: dict[Key, Head] = {}
    heads = [_parsed(line, kept) for line in _lines(beside(path))]
    position = 0
    for kept.nights, line in enumerate(_lines(path), 1):
        while position < len(heads) and heads[position][0] <= kept.nights:
            _take(heads[position], standing, kept)
            position += 1
        if checking and line.split(" ")[1:] != line_of(standing, date.min).split(" ")[1:]:
            day = line.split(" ")[0]
            kept.faults.append(f"锚点文件{day}的一行与当日链头不符：{path.name}或者{beside(path).name}被改动")
    for rest in heads[position:]:
        _take(rest, standing, kept)
    return kept


def _parsed(line: str, kept: Kept) -> tuple[int, Key, Head]:
    number, key, length, head = (*line.split(" "), "", "", "")[:4]
    if not (number.isdigit() and length.isdigit() and key[:1] in ("c", "b") and key[1:].isdigit()):
        kept.faults.append(f"锚点文件有一行不能读取：“{line[:40]}”")
        return 0, "", (0, "")
    return int(number), key, (int(length), head)


def _take(line: tuple[int, Key, Head], standing: dict[Key, Head], kept: Kept) -> None:
    _, key, head = line
    if key:
        standing[key] = head
        kept.heads.setdefault(key, []).append(head)


def _lines(path: Path) -> list[str]:
    if not path.exists():
        return []
    return [line for line in path.read_text(encoding="utf-8", errors="replace").split("\n")[:-1] if line.strip()]


def verify(path: Path) -> Iterator[str]:
    """Every chain that no longer holds what an anchor saw of it, and every fault of the files."""
    kept = read(path, checking=True)
    yield from kept.faults
    cases = {int(key[1:]): heads for key, heads in kept.heads.items() if key[0] == "c"}
    books = {int(key[1:]): heads for key, heads in kept.heads.items() if key[0] == "b"}
    yield from _against("案件", cases, _case_digests())
    yield from _against("台账", books, _book_digests())


def _against(what: str, seen: dict[int, list[Head]], digests: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    """Compare the digest of each anchored event with the one that stands there now."""
    wanted = {(pk, length): head for pk, heads in seen.items() for length, head in heads if length}
    wrong: dict[int, int] = {}
    for pk, seq, digest in digests:
        head = wanted.pop((pk, seq), digest)
        if head != digest:
            wrong.setdefault(pk, seq)
    for pk, seq in sorted(wrong.items()):
        yield f"{what}{pk}：第{seq}号及以前的事件与锚点不符（整条链被改写）"
    for pk, seq in sorted(wanted):
        yield f"{what}{pk}：锚点见过的第{seq}号事件已不存在"


def _case_digests() -> Iterable[tuple[int, int, str]]:
    from yifa.kernel.models import Event

    return Event._base_manager.order_by("pk").values_list("case_id", "seq", "digest").iterator()


def _book_digests() -> Iterable[tuple[int, int, str]]:
    from yifa.kernel.registers.models import BookEvent

    return BookEvent._base_manager.order_by("pk").values_list("book_id", "seq", "digest").iterator()
