"""The cases open today (在办案件): what the board of limits shows — due today, soon, overdue, provisional, paused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from yifa.clock import Calendar
from yifa.demo.drive import Told, Waits
from yifa.demo.parts import filing as f
from yifa.demo.parts import interruption as i
from yifa.demo.parts import outcome as o
from yifa.demo.parts import trial as t
from yifa.demo.stories.story import Story, kind


@dataclass(frozen=True)
class Open:
    """Stories that begin on a day counted back from today; they stop where today ends them."""

    begins: Callable[[date, Calendar], date]
    story: Story


def working(number: int) -> Callable[[date, Calendar], date]:
    """So many working days before today."""
    return lambda today, calendar: calendar.subtract_working_days(today, number, allow_provisional=True)


def calendar_days(number: int) -> Callable[[date, Calendar], date]:
    """The working day on or before so many days before today."""
    return lambda today, calendar: calendar.workday_until(today - timedelta(number), allow_provisional=True)


def exactly(number: int) -> Callable[[date, Calendar], date]:
    """So many days before today, working day or not."""
    return lambda today, calendar: today - timedelta(number)


def accepted_at_once(told: Told) -> Waits:
    """Accepted on the day it came in."""
    told.take("accept")
    yield from f.prepared(told)


def dies(told: Told) -> Waits:
    """Five days later the applicant dies, and the case stands still."""
    yield told.day + timedelta(5)
    told.take("suspend_party", {"party_lost": "death"}, why="申请人死亡，其近亲属尚未表明是否参加。")


def never(told: Told) -> Waits:
    """Nothing more happens."""
    yield date.max


FILED = (f.filed(),)
AT_ONCE = (f.filed(), accepted_at_once)
RECENT = (
    Open(working(5), Story("审查期限今天届满", 1, FILED)),
    Open(working(4), Story("审查中", 2, FILED)),
    Open(working(2), Story("刚收到", 3, FILED)),
    Open(working(6), Story("补正通知已发", 2, (*FILED, f.asked, never))),
    Open(working(1), Story("当日收到", 2, FILED)),
    Open(calendar_days(60), Story("审理期限今天前后届满", 2, (*AT_ONCE, t.replied(), t.heard, never))),
    Open(calendar_days(57), Story("审理期限三日内届满", 2, (*AT_ONCE, t.replied(), t.heard, never))),
    Open(calendar_days(54), Story("审理将近届满", 3, (*AT_ONCE, t.replied(), t.heard, never))),
    Open(calendar_days(68), Story("审理逾期", 2, (*AT_ONCE, t.replied(), t.heard, never))),
    Open(calendar_days(30), Story("答复逾期", 2, (*AT_ONCE, t.silent, never))),
    Open(working(9), Story("等待答复", 3, (*AT_ONCE, t.answer("sign", wait=(1, 1)), never))),
    Open(working(3), Story("副本待签收", 2, (*AT_ONCE, never))),
    Open(calendar_days(24), Story("届满日在明年，暂定", 4, (*AT_ONCE, t.replied(), t.heard, never))),
    Open(exactly(65), Story("中止今天满六十日", 1, (*AT_ONCE, dies, never))),
    Open(
        calendar_days(50),
        Story("中止，等待继承人", 1, (*AT_ONCE, t.replied(), i.party_lost("death", "申请人死亡。"), never)),
    ),
    Open(
        calendar_days(45), Story("中止，和解中", 2, (*AT_ONCE, t.replied(), i.paused("talks", "双方同意和解。"), never))
    ),
    Open(calendar_days(40), Story("鉴定中", 1, (*AT_ONCE, t.replied(), t.step("appraise", matter="伤情鉴定"), never))),
    Open(calendar_days(35), Story("待听证", 1, (*AT_ONCE, t.replied(), t.hearing("head"), never))),
    Open(
        calendar_days(26),
        Story("简易程序将届满", 2, (f.filed(), f.simplified("disclosure"), t.replied(1, 3), never), kind("disclosure")),
    ),
    Open(calendar_days(46), Story("延期待审批", 2, (*AT_ONCE, t.replied(), t.heard, o.extension_proposed, never))),
    Open(calendar_days(50), Story("决定报批中", 2, (*AT_ONCE, t.replied(), t.heard, o.proposed, never))),
    Open(calendar_days(55), Story("决定待公开", 2, (*AT_ONCE, t.replied(), t.heard, o.decided_soon, o.served, never))),
    Open(
        calendar_days(52),
        Story("责令履行待履行", 1, (*AT_ONCE, t.replied(), t.heard, o.ordered_soon, o.served, never), kind("omission")),
    ),
)
"""Told beginning at most about seventy days before today."""
