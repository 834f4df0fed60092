"""The chain of events (事件链): digests, verification and the daily anchor.

Each event carries the digest of its content and of the event before it; the case keeps the length and the head of its
chain. `verify` recomputes all of it and names what was altered, is missing or was inserted. Whoever can rewrite a
whole chain is caught by the anchor: a line a day over the heads of all cases, kept elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives import hashes

if TYPE_CHECKING:
    from yifa.kernel.models import Case, Event

ALGORITHM = "sm3"
_BLANK = {"sm3": hashes.Hash(hashes.SM3()), "sha256": hashes.Hash(hashes.SHA256())}


def canonical(value: Any) -> str:
    """JSON in one fixed form: sorted keys, no spaces, Chinese as it is, dates as ISO text."""
    return "".join(_chunks(value, 0))


def plain(value: Any) -> Any:
    """The same value as it comes back from a JSON column."""
    return json.loads(canonical(value))


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if hasattr(value, "pk"):
        return value.pk
    raise TypeError(f"{type(value).__name__} cannot be kept in an event")


_ENCODER = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain, check_circular=False
)  # fmt: skip


def _slow_chunks(value: Any, level: int) -> Iterable[str]:
    return _ENCODER.iterencode(value)


_make = getattr(json.encoder, "c_make_encoder", None)
_chunks = _slow_chunks if _make is None else _make(
    None, _plain, json.encoder.encode_basestring, None, ":", ",", True, False, True
)  # fmt: skip
"""What `_ENCODER` makes anew for each value, made once where the interpreter has it."""
_quoted = json.encoder.encode_basestring
"""A text as JSON writes it, Chinese as it is."""


def digest(text: str | bytes, algorithm: str = ALGORITHM) -> str:
    """The digest of a text in hexadecimal; SM3 (GB/T 32905) unless another algorithm is named."""
    state = _BLANK[algorithm].copy()
    state.update(text.encode() if isinstance(text, str) else text)
    return state.finalize().hex()


def event_digest(event: Event) -> str:
    """The digest of an event's content and of the digest before it; the moment of entry counts in UTC.

    Digested is the canonical JSON of the list case, seq, kind, step, on, at, actor, voids, data, imported, previous. It
    is put together by hand, because a county's chains are recomputed whole: twice as fast as the encoder. The digest
    before it needs no quoting: whatever else stood there would not be the digest of the event before.
    """
    of = vars(event)
    at, actor, voids = of["at"], of["actor_id"], of["voids_id"]
    moment = at if at.tzinfo is UTC else at.astimezone(UTC)
    text = (
        f'[{of["case_id"]},{of["seq"]},{_quoted(of["kind"])},{_quoted(of["step"])},"{of["on"]!s}",'
        f'"{moment.isoformat("T", "microseconds")}",'
        f"{'null' if actor is None else actor},{'null' if voids is None else voids},{_join(_chunks(of['data'], 0))},"
        f'{"true" if of["imported"] else "false"},"{of["previous"]}"]'
    )
    state = _BLANK[of["algorithm"]].copy()
    state.update(text.encode())
    return state.finalize().hex()


_join = "".join


@dataclass(frozen=True)
class Broken:
    """A finding of the verification (校验发现)."""

    case: str
    seq: int | None
    text: str

    def __str__(self) -> str:
        place = f"第{self.seq}号事件" if self.seq else "案件"
        return f"{self.case} {place}：{self.text}"


def verify(cases: Iterable[Case]) -> Iterator[Broken]:
    """Recompute the chains of cases; what does not agree is named."""
    for case in cases:
        yield from verify_case(case, sorted(case.events.all(), key=lambda event: event.seq))


def verify_case(case: Case, events: list[Event]) -> Iterator[Broken]:
    """Recompute the chain of one case from its events in order."""
    name = str(case) or f"案件{case.pk}"
    previous, expected = "", 1
    for event in events:
        seq, stored = event.seq, event.digest
        while expected < seq:
            yield Broken(name, expected, "缺失（序号不连续）")
            expected += 1
        if event_digest(event) != stored:
            yield Broken(name, seq, f"内容被改动（{event.step or event.kind}，{event.on}）")
        elif event.previous != previous:
            yield Broken(name, seq, "与前一事件不衔接（前一事件被改动、删除，或本事件系插入）")
        previous, expected = stored, seq + 1
    while expected <= case.length:
        yield Broken(name, expected, "缺失（末尾事件被删除）")
        expected += 1
    if len(events) > case.length:
        yield Broken(name, events[-1].seq, "多出的事件（案件记载的事件数较少）")
    elif case.length == len(events) and case.head != previous:
        yield Broken(name, None, "链头摘要与末一事件不符")


def anchor(heads: Iterable[tuple[int, int, str]], day: date) -> str:
    """One line over the heads of all cases on a day: date, number of cases and of events, digest."""
    state = hashes.Hash(hashes.SM3())
    cases = events = 0
    for pk, length, head in heads:
        state.update(f"{pk}:{length}:{head}\n".encode())
        cases, events = cases + 1, events + length
    return f"{day.isoformat()} {cases} {events} {ALGORITHM}:{state.finalize().hex()}"
