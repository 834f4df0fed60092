"""Verifying chains of events: with the whole of our event against bare SM3 and SHA-256 over the same bytes."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

from bench.measure import Result, side_by_side


def run(quick: bool) -> list[Result]:
    """Chains of twelve events, as a case has them."""
    from yifa.cli._django import setup

    setup()
    from yifa.kernel import chain
    from yifa.kernel.models import Case, Event

    count = 2_400 if quick else 24_000
    cases = [_chain(Case, Event, chain, pk, 12) for pk in range(1, count // 12 + 1)]
    texts = [
        chain.canonical([event.case_id, event.seq, event.step, event.on.isoformat(), event.data, event.previous])
        for _, events in cases
        for event in events
    ]

    def ours() -> int:
        for case, events in cases:
            assert not list(chain.verify_case(case, events))
        return count

    def bare(algorithm: str) -> int:
        for text in texts:
            chain.digest(text, algorithm)
        return count

    def sha() -> int:
        for text in texts:
            hashlib.sha256(text.encode()).hexdigest()
        return count

    return side_by_side(
        "verify chained events", "events", ("verify_case", ours),
        ("bare SM3 of the same text", lambda: bare("sm3")), ("bare SHA-256 (hashlib)", sha),
    )  # fmt: skip


def _chain(case_model, event_model, chain, pk: int, length: int):  # type: ignore[no-untyped-def]
    case = case_model(pk=pk, number=f"洪复〔2025〕{pk}号", procedure="reconsideration")
    events = []
    for seq in range(1, length + 1):
        event = event_model(
            case_id=pk, seq=seq, kind="step", step="suspend", on=date(2025, 3, seq), actor_id=3, imported=False,
            at=datetime(2025, 3, seq, 2, tzinfo=UTC), algorithm="sm3", previous=case.head,
            data={"inputs": {"why": "需要以另案的审理结果为依据"}, "fields": {"suspension_ground": "other_case"}},
        )  # fmt: skip
        event.digest = chain.event_digest(event)
        case.head, case.length = event.digest, seq
        events.append(event)
    return case, events
