"""Reckoning the open limits anew when a holiday notice comes in (重新计算期限)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction

from yifa.clock import Calendar
from yifa.kernel.clocks import OPEN
from yifa.kernel.engine import Authority, Entry, append, locked
from yifa.kernel.models import Case, Clock, EventKind
from yifa.kernel.reckon import Moved, keep
from yifa.kernel.replay import situation_of


def recompute(calendar: Calendar, at: datetime, cases: Iterable[Case] | None = None) -> Iterator[Moved]:
    """Compute the open clocks anew with another calendar and list what moved; each case keeps an event of it."""
    if cases is None:
        open_clocks = Clock._base_manager.filter(state__in=OPEN)
        cases = Case._base_manager.filter(pk__in=open_clocks.values("case_id")).order_by("pk")
    entry = Entry(None, at, Authority.LAW)
    for case in cases:
        with transaction.atomic():
            record = locked(case)
            moved = keep(record, situation_of(record), calendar)
            if moved:
                data = {"moved": [[m.limit, m.was, m.now] for m in moved]}
                append(record, EventKind.RECKONING, entry.today, entry, data=data)
        yield from moved
