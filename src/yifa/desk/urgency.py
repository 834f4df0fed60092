"""How pressing a clock is, as colour, word and shape (期限状态): 逾期2日, 今日届满, 还有11日, 中止，余12日.

Only the office itself is late (逾期). The time of somebody outside is over (已过2日): a right that nobody used has
lapsed and is waited for no longer, and what follows for who did not do a duty is told by the limit (`afterwards`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from yifa.desk.declared import ours
from yifa.kernel.clocks import LABELS, State
from yifa.kernel.declare import Consequence, Limit

T = TypeVar("T")

SOON = 3
"""A limit is near (临近) in its last three days, or from the day of warning on."""


@dataclass(frozen=True)
class Urgency:
    """How a clock stands today.

    Attributes:
        state: one of `yifa.desk.templatetags.yifa.STATES`.
        words: how long, never a bare number.
        days: days left, negative when overdue; None where nothing runs.
    """

    state: str
    words: str
    days: int | None = None


def urgency(clock: Any, limit: Limit, today: date) -> Urgency:
    """How a stored or computed clock of a limit stands; stored rows and `kernel.clocks.Clock` both serve."""
    state = State(clock.state)
    if state is State.PAUSED:
        left = getattr(clock, "left", None)
        return Urgency("paused", f"中止，余{left}日" if left else "中止")
    if state is State.FLOOR:
        return _floor(judged_on(clock), today)
    if state is not State.RUNNING:
        return Urgency("overdue" if state is State.LATE else "done", LABELS[state])
    due = judged_on(clock)
    if due is None:
        return Urgency("paused", "期限停止计算")
    days = (due - today).days
    if days < 0 and not ours(limit):
        return Urgency("passed", f"已过{-days}日", days)
    return _running(clock, days, today)


def afterwards(limit: Limit) -> str:
    """What follows when the time is over and no step says so by itself: 期满没有陈述、申辩的，可以作出决定."""
    return limit.on_expiry.text if isinstance(limit.on_expiry, Consequence) else ""


def _floor(last: date | None, today: date) -> Urgency:
    """A minimum period: until its last day is over one has to wait, then one may go on."""
    if last is None or today <= last:
        return Urgency("normal", f"还须满{(last - today).days + 1}日" if last else "期间停止计算")
    return Urgency("done", "期间已满")


def _running(clock: Any, days: int, today: date) -> Urgency:
    if days < 0:
        return Urgency("overdue", f"逾期{-days}日", days)
    if days == 0:
        return Urgency("today", "今日届满", days)
    words = f"还有{days}日"
    if _provisional(clock):
        return Urgency("provisional", f"{words}（暂定）", days)
    warn_on = clock.due.warn_on if hasattr(clock.due, "warn_on") else clock.warn_on
    near = days <= SOON or (warn_on is not None and warn_on <= today)
    return Urgency("soon" if near else "normal", words, days)


def judged_on(clock: Any) -> date | None:
    """The day that decides on lateness."""
    due = clock.due
    day: date | None = due.judged if hasattr(due, "judged") else due
    return day


def _provisional(clock: Any) -> bool:
    return bool(clock.due.provisional if hasattr(clock.due, "provisional") else clock.provisional)


def most_pressing(clocks: Iterable[tuple[Limit, T]]) -> T | None:
    """The clock to show where there is room for one: ours first, running first, the earliest due date."""
    ordered = min(clocks, key=lambda pair: _order(*pair), default=None)
    return ordered[1] if ordered else None


def _order(limit: Limit, clock: Any) -> tuple[bool, bool, date]:
    return not ours(limit), State(clock.state) is not State.RUNNING, judged_on(clock) or date.max
