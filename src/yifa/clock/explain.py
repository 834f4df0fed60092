"""How a due date came about (计算过程), told in Chinese step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from yifa.clock.calendar import Calendar
from yifa.clock.periods import Period, Unit, local_day, local_moment, plus_days, plus_months, whole_months
from yifa.clock.reckoning import Leg, Pause, Reckoning, Suspension, pauses, walk
from yifa.clock.rules import Rule
from yifa.clock.words import kind_of_rest, named, plain_weekends, special_days, stretch

if TYPE_CHECKING:
    from yifa.clock.due import Due
    from yifa.law import Basis

LISTED = 10  # so many counted working days are listed one by one


@dataclass(frozen=True, slots=True)
class Explained:
    """One step of a computation: a Chinese sentence, and the article it follows."""

    text: str
    basis: Basis | None = None

    def __str__(self) -> str:
        return f"{self.text}。（{self.basis}）" if self.basis else f"{self.text}。"


@dataclass(frozen=True, slots=True)
class PeriodTrace:
    """The trace of a period: its reckoning and the calendar it was computed with."""

    reckoning: Reckoning
    calendar: Calendar

    def legs(self) -> list[Leg]:
        """The counted stretches, provisional years included."""
        return walk(self.reckoning, self.calendar, allow_provisional=True)

    def explain(self, due: Due) -> tuple[Explained, ...]:
        """The steps in Chinese, each with its basis."""
        if self.reckoning.period.unit is Unit.HOUR:
            return tuple(_hours(self.reckoning, due))
        return tuple(self._steps(due))

    def _steps(self, due: Due) -> Iterator[Explained]:
        yield from _start(self.reckoning)
        legs = self.legs()
        yield from _pauses(self.reckoning, legs)
        stops = pauses(self.reckoning)
        for number, leg in enumerate(legs):
            yield from _leg(leg, stops, self.calendar, extension=number > 0)
        if isinstance(due.strict, date):
            yield from end_steps(due, self.calendar, due.strict)


def _start(reckoning: Reckoning) -> Iterator[Explained]:
    start = local_day(reckoning.start)
    if reckoning.first_day == start:
        happened = f"{named(start)}{reckoning.start_label or '起算'}"
        yield Explained(f"{happened}，当日不计入，自{named(plus_days(start, 1))}起算", Rule.START.basis)
        return
    yield Explained(f"{named(start)}{reckoning.start_label or '起算'}")
    restart = max(reckoning.restarts, key=lambda restart: restart.on)
    yield Explained(
        f"{named(restart.on)}{restart.label and restart.label + '，期限'}重新起算，此前经过的时间不计；"
        f"当日不计入，自{named(plus_days(restart.on, 1))}起算",
        restart.basis or Rule.START.basis,
    )


def _pauses(reckoning: Reckoning, legs: list[Leg]) -> Iterator[Explained]:
    end = legs[-1].end or date.max
    spans = [(span, False) for span in reckoning.suspensions] + [(span, True) for span in reckoning.excluded]
    counted = 0
    for span, excluded in sorted(spans, key=lambda pair: pair[0].since):
        over = span.until is not None and span.until <= reckoning.first_day
        if over or span.since > end:
            yield Explained(f"{_span(span, excluded)}，不在本期限之内，没有影响", span.basis)
            continue
        counted += 1
        yield Explained(_pause(span, excluded), span.basis)
    if counted > 1 and _overlap(reckoning, pauses(reckoning)):
        yield Explained("以上时段有重叠，重叠的日子只扣除一次")


def _span(span: Suspension, excluded: bool) -> str:
    label = span.label or ("不计入期限的事项" if excluded else "中止")
    until = f"至{named(span.until)}" if span.until else "起，尚未结束"
    return f"{label}：{named(span.since)}{until}"


def _pause(span: Suspension, excluded: bool) -> str:
    if span.until is None:
        rule = "自次日起" if excluded else "自当日起"
        return f"{_span(span, excluded)}，{rule}停止计算，恢复后才能确定届满日"
    length = (span.until - span.since).days
    rule = "自次日起至结束当日不计" if excluded else "自当日起不计，恢复当日计入"
    return f"{_span(span, excluded)}，{rule}，共{length}日"


def _overlap(reckoning: Reckoning, stops: list[Pause]) -> bool:
    spans = (*reckoning.suspensions, *reckoning.excluded)
    if any(span.until is None for span in spans):
        return False
    apart = sum((span.until - span.since).days for span in spans if span.until)
    return apart != sum((stop.last - stop.first).days + 1 for stop in stops if stop.last)


def _leg(leg: Leg, stops: list[Pause], calendar: Calendar, *, extension: bool) -> Iterator[Explained]:
    head = f"延长{leg.period}，自原届满日{named(leg.start)}（不顺延）的次日起算：" if extension else ""
    if leg.end is None:
        yield Explained(
            f"{head}{leg.period}尚余{leg.left}{_counted_unit(leg.period)}，待恢复后继续计算",
            leg.period.basis,
        )
    elif leg.period.unit is Unit.WORKING_DAY:
        yield from _working_days(leg, leg.end, stops, calendar, head)
    elif leg.period.unit is Unit.DAY:
        paused = f"，另加不计的{leg.paused}日" if leg.paused else ""
        yield Explained(
            f"{head}数满{leg.period}（自然日，中间的节假日不扣除）{paused}，为{named(leg.end)}",
            leg.period.basis,
        )
    else:
        yield Explained(f"{head}期间为{leg.period}", leg.period.basis)
        yield Explained(_corresponding(leg, leg.end), Rule.CORRESPONDING_DAY.basis)


def _counted_unit(period: Period) -> str:
    return "个工作日" if period.unit is Unit.WORKING_DAY else "日"


def _corresponding(leg: Leg, end: date) -> str:
    plain = plus_months(leg.start, whole_months(leg.period))
    if plain.day == leg.start.day:
        text = f"到期月的对应日是{named(plain)}"
    else:
        text = f"{plain:%Y年%m月}没有{leg.start.day}日，以月末日{named(plain)}为末日"
    return text + (f"，另加不计的{leg.paused}日，为{named(end)}" if leg.paused else "")


def _working_days(leg: Leg, end: date, stops: list[Pause], calendar: Calendar, head: str) -> Iterator[Explained]:
    paused = {day for stop in stops for day in _within(stop, leg.start, end)}
    running = [day for day in stretch(leg.start, end) if day not in paused]
    counted = [day for day in running if calendar.is_workday(day, allow_provisional=True)]
    if len(counted) <= LISTED:
        listed = "依次为" + "、".join(f"{day:%m-%d}" for day in counted)
    else:
        listed = f"第1个工作日是{named(counted[0])}"
    skipped = f"，扣除其中不计的{leg.paused}个工作日" if leg.paused else ""
    yield Explained(
        f"{head}数满{leg.period}{skipped}，{listed}，第{len(counted)}个工作日是{named(end)}",
        leg.period.basis,
    )
    clauses = list(special_days(running, calendar))
    if clauses:
        yield Explained("；".join(clauses), Rule.EXCHANGE.basis)
    if weekends := plain_weekends(running, calendar):
        yield Explained(f"期间另有周六、周日{weekends}日休息，不计", Rule.WEEKEND.basis)


def _within(stop: Pause, after: date, until: date) -> list[date]:
    last = min(stop.last or until, until)
    return stretch(max(plus_days(stop.first, -1), after), last)


def end_steps(due: Due, calendar: Calendar, strict: date) -> Iterator[Explained]:
    """What becomes of the strict last day: roll-over, which date decides, when to be done, whether
    it is provisional."""
    if due.rolled is None:
        yield Explained(f"末日是{named(strict)}；{due.provisional_reason}")
    elif due.rolled != strict:
        yield _rolled(due, calendar, strict)
    elif make_up := calendar.make_up(strict):
        yield Explained(f"末日{named(strict)}因{make_up}调休上班，是工作日，不顺延", Rule.EXCHANGE.basis)
    else:
        yield Explained(f"末日{named(strict)}是工作日，就是届满日")
    if due.warn_on and due.warn_on != strict:
        yield Explained(f"稳妥起见，最迟在{named(due.warn_on)}（此前最后一个工作日）办结")
    if due.provisional:
        yield Explained(f"以上日期暂定：{due.provisional_reason}", Rule.HOLIDAYS.basis)


def _rolled(due: Due, calendar: Calendar, strict: date) -> Explained:
    assert isinstance(due.rolled, date)
    rest = f"末日{named(strict)}适逢{kind_of_rest(strict, calendar)}"
    if due.judged == strict:
        return Explained(f"{rest}；本期限不因末日遇休息日而顺延，仍于当日届满（顺延则为{named(due.rolled)}）")
    days = special_days(stretch(strict, due.rolled), calendar)
    between = "；".join(clause.removesuffix("，不计") for clause in days)
    passed = f"（{between}）" if between else ""
    return Explained(f"{rest}，顺延至其后第一个工作日{named(due.rolled)}{passed}", Rule.ROLL.basis)


def _hours(reckoning: Reckoning, due: Due) -> Iterator[Explained]:
    assert isinstance(reckoning.start, datetime)
    period = reckoning.period
    happened = f"{named(local_moment(reckoning.start))}{reckoning.start_label or '起算'}"
    if period.from_next_hour:
        yield Explained(f"{happened}，所在的小时不计入，自下一整点起算", Rule.NEXT_HOUR.basis)
    else:
        yield Explained(f"{happened}，自该时刻起算", Rule.FROM_MOMENT.basis)
    yield Explained(f"期间为{period}，节假日照常计算，不顺延", period.basis)
    for extension in reckoning.extensions:
        yield Explained(f"延长{extension}", extension.basis)
    if due.strict:
        yield Explained(f"于{named(due.strict)}届满")
