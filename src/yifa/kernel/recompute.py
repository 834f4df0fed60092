"""Reckoning anew what a holiday notice may move when it comes in (重新计算期限): open limits and provisional dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from yifa.clock import Calendar
from yifa.kernel.clocks import OPEN
from yifa.kernel.engine import Authority, Entry, append, locked
from yifa.kernel.models import Case, Clock, EventKind
from yifa.kernel.reckon import Moved, keep
from yifa.kernel.replay import situation_of


def recompute(calendar: Calendar, at: datetime, cases: Iterable[Case] | None = None) -> Iterator[Moved]:
    """Compute clocks anew with another calendar and list what moved; each case keeps an event of it.

    Args:
        cases: all of them where a notice was corrected; otherwise those with a clock that is open or whose dates are
            provisional, be it long ended.
    """
    if cases is None:
        unsettled = Clock._base_manager.filter(Q(state__in=OPEN) | Q(provisional=True))
        cases = Case._base_manager.filter(pk__in=unsettled.values("case_id")).order_by("pk")
    entry = Entry(None, at, Authority.LAW)
    for case in cases:
        with transaction.atomic():
            record = locked(case)
            moved = keep(record, situation_of(record), calendar)
            if moved:
                data = {"moved": [[m.limit, m.was, m.now] for m in moved]}
                append(record, EventKind.RECKONING, entry.today, entry, data=data)
        yield from moved
