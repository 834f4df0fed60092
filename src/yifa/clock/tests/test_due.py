"""Due dates at the edges: unknown years, pauses, hours, restarts, recomputation, explanations."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta

import pytest

from yifa.clock import (
    BadPeriod,
    Calendar,
    CalendarMissing,
    DateOutOfRange,
    Reckoning,
    Restart,
    Roll,
    Suspension,
    backward,
    by_date,
    compute,
    days,
    due,
    earlier,
    hours,
    later,
    months,
    moved,
    parse_notice,
    working_days,
    years,
)
from yifa.law import act

NOTICE_2027 = parse_notice("""
年份: 2027
来源: 测试用假设的安排，不是真实通知
放假:
  元旦: 2027-01-01 至 2027-01-03
  春节: 2027-02-05 至 2027-02-12
上班:
  元旦: 2026-12-27
""")


# years without a notice


def test_a_date_that_needs_an_unknown_notice_is_refused_with_the_strict_date(
    calendar: Calendar,
) -> None:
    with pytest.raises(CalendarMissing) as caught:
        due(date(2026, 12, 30), days(5), calendar=calendar)
    assert caught.value.year == 2027
    assert caught.value.strict == date(2027, 1, 4)
    assert "没有2027年的放假安排" in str(caught.value)
    assert "2027-01-04" in str(caught.value)


def test_a_strict_date_is_given_where_it_decides_even_without_a_notice(calendar: Calendar) -> None:
    found = due(date(2026, 12, 30), days(5), calendar=calendar, roll=Roll.NONE)
    assert (found.judged, found.rolled, found.warn_on) == (date(2027, 1, 4), None, None)
    assert "2027年放假安排未公布" in found.provisional_reason
    assert "2027年放假安排未公布" in found.explain()


def test_a_provisional_date_says_so_and_says_why(calendar: Calendar) -> None:
    found = due(date(2026, 12, 30), working_days(5), calendar=calendar, allow_provisional=True)
    assert (found.judged, found.provisional) == (date(2027, 1, 7), True)
    assert "2027年放假安排未公布" in found.provisional_reason
    assert "暂定" in found.explain()


def test_statutory_holidays_of_a_provisional_year_follow_the_2024_revision(
    calendar: Calendar,
) -> None:
    """除夕 2027-02-05 and 2 May are days off since 2025."""
    rest = [date(2027, 2, 5), date(2027, 2, 8), date(2028, 5, 2), date(2027, 4, 5)]
    assert not any(calendar.is_workday(day, allow_provisional=True) for day in rest)
    assert calendar.is_workday(date(2027, 2, 9), allow_provisional=True)


def test_before_the_first_notice_nothing_is_computed(calendar: Calendar) -> None:
    with pytest.raises(CalendarMissing, match="自2004年起"):
        due(date(2003, 6, 1), working_days(5), calendar=calendar, allow_provisional=True)
    with pytest.raises(CalendarMissing, match="自2004年起"):
        backward(date(2004, 1, 3), working_days(5), calendar=calendar)
    with pytest.raises(CalendarMissing):
        calendar.is_workday(date(1990, 1, 1), allow_provisional=True)


def test_beyond_the_lunar_table_nothing_is_guessed(calendar: Calendar) -> None:
    with pytest.raises(CalendarMissing, match="2061年"):
        due(date(2060, 12, 28), working_days(20), calendar=calendar, allow_provisional=True)
    with pytest.raises(CalendarMissing):
        due(date(2060, 12, 28), days(200), calendar=calendar, allow_provisional=True)


def test_a_natural_day_period_only_needs_the_notice_of_its_end(calendar: Calendar) -> None:
    """A limit of 2006 may start long before the first notice."""
    assert due(date(2000, 3, 1), years(20), calendar=calendar).judged == date(2020, 3, 2)


def test_a_new_notice_moves_what_it_touches_and_confirms_the_rest(calendar: Calendar) -> None:
    after = calendar.with_notice(NOTICE_2027)
    reckonings = [
        ("moved", Reckoning(date(2027, 2, 4), working_days(3))),
        ("confirmed", Reckoning(date(2027, 3, 1), working_days(3))),
        ("make-up in December", Reckoning(date(2026, 12, 25), working_days(1))),
        ("untouched", Reckoning(date(2026, 3, 2), working_days(3))),
    ]
    found = {change.key: change for change in moved(calendar, after, reckonings)}
    assert set(found) == {"moved", "confirmed", "make-up in December"}
    assert (found["moved"].was.judged, found["moved"].now.judged) == (
        date(2027, 2, 11),
        date(2027, 2, 17),
    )
    assert found["confirmed"].confirmed
    assert not found["confirmed"].date_changed
    assert found["make-up in December"].now.judged == date(2026, 12, 27)


# pauses, restarts


def test_an_open_suspension_leaves_the_end_unknown_and_says_what_remains(
    calendar: Calendar,
) -> None:
    found = due(date(2025, 3, 17), days(60), calendar=calendar, suspensions=[Suspension(date(2025, 4, 10))])
    assert found.stopped
    assert (found.strict, found.rolled, found.judged) == (None, None, None)
    assert found.left == 37  # 23 of 60 days have passed when 10 April begins
    assert "尚余37日" in found.explain()


def test_what_remains_after_a_suspension_is_what_is_counted_from_its_end(
    calendar: Calendar,
) -> None:
    stopped = Suspension(date(2025, 4, 10))
    for period in (days(60), working_days(40), months(2)):
        left = due(date(2025, 3, 17), period, calendar=calendar, suspensions=[stopped]).left
        unit = working_days if period == working_days(40) else days
        resumed = due(
            date(2025, 3, 17),
            period,
            calendar=calendar,
            suspensions=[Suspension(date(2025, 4, 10), date(2025, 5, 12))],
        )
        assert resumed.strict == due(date(2025, 5, 11), unit(left), calendar=calendar).strict


def test_a_suspension_after_the_end_changes_nothing(calendar: Calendar) -> None:
    plain = due(date(2025, 3, 17), days(60), calendar=calendar)
    late = due(date(2025, 3, 17), days(60), calendar=calendar, suspensions=[Suspension(date(2025, 5, 17))])
    assert late == plain
    assert "没有影响" in late.explain()


def test_suspensions_and_excluded_time_that_overlap_count_once(calendar: Calendar) -> None:
    found = due(
        date(2025, 3, 17),
        days(60),
        calendar=calendar,
        suspensions=[Suspension(date(2025, 4, 10), date(2025, 5, 12), "中止")],
        excluded=[Suspension(date(2025, 4, 20), date(2025, 5, 20), "鉴定")],
    )
    assert found.strict == date(2025, 5, 16) + timedelta(days=32 + 9)
    assert "只扣除一次" in found.explain()


def test_a_pause_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BadPeriod, match="鉴定的结束日2025-04-01早于开始日2025-04-10"):
        Suspension(date(2025, 4, 10), date(2025, 4, 1), "鉴定")


def test_a_restart_counts_from_the_last_one_and_drops_earlier_pauses(calendar: Calendar) -> None:
    found = due(
        date(2025, 3, 3),
        working_days(20),
        calendar=calendar,
        restarts=[Restart(date(2025, 3, 10)), Restart(date(2025, 3, 17), "收到补正材料")],
        excluded=[Suspension(date(2025, 3, 4), date(2025, 3, 12))],
        start_label="收到申请",
    )
    assert found.judged == date(2025, 4, 15)
    assert "收到补正材料，期限重新起算" in found.explain()


def test_the_choice_between_a_running_and_a_stopped_limit(calendar: Calendar) -> None:
    running = due(date(2025, 3, 17), days(60), calendar=calendar)
    stopped = due(date(2025, 3, 17), days(30), calendar=calendar, suspensions=[Suspension(date(2025, 3, 20))])
    assert earlier(stopped, running).judged == running.judged
    assert later(running, stopped).judged is None
    assert "先届满" in earlier(running, running).explain()


def test_a_choice_is_provisional_when_one_side_is(calendar: Calendar) -> None:
    firm = due(date(2026, 11, 2), days(10), calendar=calendar)
    open_year = due(date(2026, 12, 30), days(30), calendar=calendar, allow_provisional=True)
    assert earlier(firm, open_year).provisional
    assert later(firm, open_year).provisional


# hours


def test_hours_start_with_the_next_full_hour(calendar: Calendar) -> None:
    found = due(datetime(2025, 3, 14, 16, 20), hours(24), calendar=calendar)
    assert found.judged == datetime(2025, 3, 15, 17)
    assert "下一整点" in found.explain()


HOURS_FROM_THE_MINUTE = [
    (datetime(2025, 3, 14, 16, 20), datetime(2025, 3, 15, 16, 20)),
    (datetime(2024, 9, 30, 17), datetime(2024, 10, 1, 17)),
    (datetime(2026, 1, 1, 9), datetime(2026, 1, 2, 9)),
]


@pytest.mark.parametrize(("start", "end"), HOURS_FROM_THE_MINUTE)
def test_hours_of_a_power_run_from_the_minute_through_holidays(
    calendar: Calendar, start: datetime, end: datetime
) -> None:
    found = due(start, hours(24, from_next_hour=False), calendar=calendar)
    assert found.strict == found.rolled == found.judged == end


def test_hours_are_extended_from_where_they_end(calendar: Calendar) -> None:
    found = due(datetime(2025, 3, 14, 16, 20), hours(24), calendar=calendar, extensions=[hours(12)])
    assert found.judged == datetime(2025, 3, 16, 5)


def test_a_moment_in_another_zone_is_taken_by_the_day_in_china(calendar: Calendar) -> None:
    """17:00 UTC on 16 March is already the 17th in China."""
    late = datetime(2025, 3, 16, 17, tzinfo=UTC)
    assert due(late, days(60), calendar=calendar).judged == date(2025, 5, 16)
    ended = due(late, hours(24), calendar=calendar).judged
    assert isinstance(ended, datetime)
    assert (ended.day, ended.hour) == (18, 2)
    assert "2025-03-17（周一）01:00起算" in due(late, hours(24), calendar=calendar).explain()


def test_hours_need_a_moment_and_cannot_be_mixed(calendar: Calendar) -> None:
    with pytest.raises(BadPeriod, match="几点几分"):
        due(date(2025, 3, 14), hours(24), calendar=calendar)
    with pytest.raises(BadPeriod, match="混合延长"):
        due(datetime(2025, 3, 14, 9), days(3), calendar=calendar, extensions=[hours(24)])
    with pytest.raises(BadPeriod, match="不能倒推"):
        backward(date(2025, 3, 14), hours(24), calendar=calendar)


# bad input


@pytest.mark.parametrize("amount", [0, -5, 40_001, True, 2.5])
def test_an_impossible_amount_is_refused(amount: int) -> None:
    with pytest.raises(BadPeriod, match="不能建立期间"):
        days(amount)


def test_an_end_beyond_all_calendars_is_refused_in_chinese(calendar: Calendar) -> None:
    for period in (days(400), months(5), years(1)):
        with pytest.raises(DateOutOfRange, match="超出了可以计算的日期范围"):
            due(date(9999, 12, 1), period, calendar=calendar)


# explanations


def test_the_explanation_names_holidays_make_up_workdays_and_articles(calendar: Calendar) -> None:
    law = act("行政复议法")
    found = due(date(2025, 1, 24), working_days(5, law[88, 2]), calendar=calendar, start_label="收到申请")
    assert found.explain().split("\n") == [
        "1. 2025-01-24（周五）收到申请，当日不计入，自2025-01-25（周六）起算。（《民法典》第二百零一条第一款）",
        "2. 数满5个工作日，依次为01-26、01-27、02-05、02-06、02-07，"
        "第5个工作日是2025-02-07（周五）。（《行政复议法》第八十八条第二款）",
        "3. 2025-01-26（周日）因春节调休上班，计入；2025-01-28至02-04春节放假，不计。"
        "（《全国年节及纪念日放假办法》第七条）",
        "4. 期间另有周六、周日1日休息，不计。（《国务院关于职工工作时间的规定》第七条第一款）",
        "5. 末日2025-02-07（周五）是工作日，就是届满日。",
    ]
    assert found.steps[1].basis == law[88, 2]


EXPLAINED = [
    (
        date(2024, 8, 2),
        days(60),
        "末日2024-10-01（周二）适逢国庆节放假，顺延至其后第一个工作日2024-10-08",
    ),
    (date(2025, 9, 5), days(30), "顺延至其后第一个工作日2025-10-09（周四）"),
    (date(2026, 2, 13), days(15), "末日2026-02-28（周六）因春节调休上班，是工作日，不顺延"),
    (date(2025, 5, 16), days(15), "末日2025-05-31（周六）适逢端午节放假"),
    (date(2024, 8, 31), months(6), "2025年02月没有31日，以月末日2025-02-28（周五）为末日"),
    (date(2024, 3, 15), years(1), "到期月的对应日是2025-03-15（周六）"),
    (
        date(2024, 3, 15),
        years(1),
        "末日2025-03-15（周六）适逢周休息日，顺延至其后第一个工作日2025-03-17",
    ),
]


@pytest.mark.parametrize(("start", "period", "sentence"), EXPLAINED)
def test_the_explanation_says(calendar: Calendar, start: date, period: object, sentence: str) -> None:
    assert sentence in due(start, period, calendar=calendar).explain()  # type: ignore[arg-type]


def test_a_limit_that_does_not_roll_over_says_what_rolling_would_give(calendar: Calendar) -> None:
    text = due(date(2025, 9, 5), days(30), calendar=calendar, roll=Roll.NONE).explain()
    assert "仍于当日届满（顺延则为2025-10-09（周四））" in text


def test_backward_and_fixed_dates_explain_themselves(calendar: Calendar) -> None:
    assert "留足5个工作日（净间隔），最迟2025-02-07（周五）" in (
        backward(date(2025, 2, 14), working_days(5), calendar=calendar).explain()
    )
    assert "2024-03-31（周日）适逢周休息日，应在此前最后一个工作日2024-03-29（周五）完成" in (
        by_date(date(2024, 4, 1), inclusive=False, calendar=calendar).explain()
    )


def test_a_due_date_can_be_copied_stored_and_computed_again(calendar: Calendar) -> None:
    reckoning = Reckoning(date(2025, 3, 17), days(60))
    found = compute(reckoning, calendar)
    assert copy.copy(found) == found
    assert pickle.loads(pickle.dumps(reckoning)) == reckoning
    assert hash(reckoning) == hash(Reckoning(date(2025, 3, 17), days(60)))
