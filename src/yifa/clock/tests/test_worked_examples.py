"""Dates worked out by hand by jurists: one line each, computed here and compared.

code, event, period (＋ extension), strict last day, rolled last day (= the same, ? not stated),
warning day where it was stated.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from yifa.clock import (
    Calendar,
    Period,
    Roll,
    Suspension,
    Unit,
    backward,
    by_date,
    days,
    due,
    earlier,
    floor,
    months,
    validity_end,
    working_days,
    years,
)

GENERAL_RULES = """
期间-a 2024-08-31 6月 2025-02-28 =
期间-b 2024-03-31 6月 2024-09-30 2024-09-30
期间-c 2024-02-29 2年 2026-02-28 =
期间-d 2025-04-01 6月 2025-10-01 2025-10-09
期间-e 2026-02-13 15日 2026-02-28 =
期间-f 2024-01-29 10工作日 2024-02-09 =
期间-g 2024-12-31 2月 2025-02-28 =
"""

RECONSIDERATION = """
申请期限-a 2025-03-10 60日 2025-05-09 =
申请期限-b 2024-08-05 60日 2024-10-04 2024-10-08
申请期限-c 2026-08-04 60日 2026-10-03 2026-10-08
满60日未履责-a 2025-03-10 60日 2025-05-09 =
不履责申请期限-a 2025-05-09 60日 2025-07-08 =
受理审查-a 2025-01-24 5工作日 2025-02-07 =
受理审查-b 2024-09-27 5工作日 2024-10-10 =
受理审查-c 2026-02-12 5工作日 2026-02-26 =
受理审查-d 2025-03-10 5工作日 2025-03-17 =
补正-a 2025-01-21 10工作日 2025-02-10 =
补正-b 2024-09-26 10工作日 2024-10-15 =
补正-c 2026-04-28 10工作日 2026-05-14 =
自行纠正-a 2026-07-06 5工作日 2026-07-13 =
自行纠正-b 2026-09-21 5工作日 2026-09-29 =
自行纠正-c 2026-09-28 5工作日 2026-10-10 =
发送副本-a 2025-01-23 7工作日 2025-02-08 =
发送副本-b 2024-04-30 7工作日 2024-05-13 =
发送副本-c 2026-09-23 7工作日 2026-10-10 =
答复-a 2025-01-26 10工作日 2025-02-14 =
答复-b 2024-05-13 10工作日 2024-05-27 =
答复-c 2026-02-10 10工作日 2026-03-02 =
简易发送副本-a 2025-04-30 3工作日 2025-05-08 =
简易发送副本-b 2026-02-13 3工作日 2026-02-25 =
简易发送副本-c 2024-06-07 3工作日 2024-06-13 =
简易答复-a 2025-09-26 5工作日 2025-10-10 =
简易答复-b 2026-04-03 5工作日 2026-04-13 =
简易答复-c 2024-12-30 5工作日 2025-01-07 =
审理-a 2025-03-17 60日 2025-05-16 =
审理-a延长 2025-03-17 60日+30日 2025-06-15 2025-06-16 2025-06-13
审理-b 2024-08-02 60日 2024-10-01 2024-10-08 2024-09-30
审理-b延长 2024-08-02 60日+30日 2024-10-31 =
审理-c 2025-12-03 60日 2026-02-01 2026-02-02
审理-c延长 2025-12-03 60日+30日 2026-03-03 =
简易审理-a 2025-03-17 30日 2025-04-16 =
简易审理-b 2025-09-03 30日 2025-10-03 2025-10-09 2025-09-30
简易审理-c 2026-01-20 30日 2026-02-19 2026-02-24 2026-02-14
附带审查-a 2025-03-10 30日 2025-04-09 =
附带审查-b 2025-09-05 30日 2025-10-05 2025-10-09
附带审查-c 2026-01-21 30日 2026-02-20 2026-02-24
附带审查-d 2026-07-06 30日 2026-08-05 =
附带审查-e 2026-09-04 30日 2026-10-04 2026-10-08
附带审查转送-a 2026-07-06 7工作日 2026-07-15 =
附带审查转送-b 2026-09-21 7工作日 2026-10-08 =
制定机关答复-a 2025-04-22 10工作日 2025-05-08 =
制定机关答复-b 2026-09-22 10工作日 2026-10-13 =
制定机关答复-c 2024-01-29 10工作日 2024-02-09 =
中止满60日-a 2025-03-31 60日 2025-05-30 2025-05-30
中止满60日-b 2025-08-20 60日 2025-10-19 ?
中止满60日-c 2026-01-31 60日 2026-04-01 =
责令重作-a 2025-03-14 60日 2025-05-13 =
责令重作-b 2025-08-06 60日 2025-10-05 2025-10-09
责令重作-c 2026-01-30 60日 2026-03-31 =
责令重作-d 2026-08-05 60日 2026-10-04 2026-10-08
意见书反馈-a 2025-03-17 60日 2025-05-16 =
意见书反馈-b 2024-08-06 60日 2024-10-05 2024-10-08
意见书反馈-c 2025-12-22 60日 2026-02-20 2026-02-24
起诉-a 2025-04-17 15日 2025-05-02 2025-05-06
起诉-b 2024-09-18 15日 2024-10-03 2024-10-08
起诉-c 2026-02-03 15日 2026-02-18 2026-02-24
逾期不决定起诉-a 2025-05-16 15日 2025-05-31 2025-06-03
旧法答复 2023-11-15 10日 2023-11-25 2023-11-27
旧法发送副本 2023-11-06 7工作日 2023-11-15 =
旧法审理 2023-11-06 60日 2024-01-05 =
旧法审理延长 2023-11-06 60日+30日 2024-02-04 =
"""

LITIGATION_AND_COMPENSATION = """
起诉-a 2025-01-15 6月 2025-07-15 =
起诉-b 2024-08-31 6月 2025-02-28 =
起诉-c 2026-01-16 6月 2026-07-16 =
起诉-d 2025-04-01 6月 2025-10-01 2025-10-09
不履责-a 2025-03-10 2月 2025-05-10 2025-05-12
不履责直接起诉-a 2025-05-12 6月 2025-11-12 =
立案-a 2025-03-06 7日 2025-03-13 =
立案-b 2025-09-26 7日 2025-10-03 2025-10-09
立案-c 2026-02-12 7日 2026-02-19 2026-02-24
答辩-a 2025-01-15 15日 2025-01-30 2025-02-05
答辩-b 2024-09-19 15日 2024-10-04 2024-10-08
答辩-c 2026-04-20 15日 2026-05-05 2026-05-06
答辩-d 2025-03-10 15日 2025-03-25 =
一审-a 2025-03-31 6月 2025-09-30 =
一审-b 2024-08-30 6月 2025-02-28 =
一审-c 2026-04-02 6月 2026-10-02 2026-10-08
简易一审-a 2025-03-03 45日 2025-04-17 =
简易一审-b 2025-08-22 45日 2025-10-06 2025-10-09
简易一审-c 2026-01-05 45日 2026-02-19 2026-02-24
上诉判决-a 2025-01-16 15日 2025-01-31 2025-02-05
上诉判决-b 2024-12-17 15日 2025-01-01 2025-01-02
上诉判决-c 2026-09-16 15日 2026-10-01 2026-10-08
上诉裁定-d 2025-01-20 10日 2025-01-30 2025-02-05
上诉裁定-e 2024-09-23 10日 2024-10-03 2024-10-08
上诉裁定-f 2026-02-09 10日 2026-02-19 2026-02-24
二审-a 2025-07-03 3月 2025-10-03 2025-10-09
二审-b 2024-11-29 3月 2025-02-28 =
二审-c 2025-11-17 3月 2026-02-17 2026-02-24
司法建议-a 2025-07-31 2月 2025-09-30 =
司法建议-b 2024-12-31 2月 2025-02-28 =
司法建议-c 2025-12-15 2月 2026-02-15 2026-02-24
紧急检察建议-a 2025-03-12 15日 2025-03-27 =
紧急检察建议-b 2024-09-30 15日 2024-10-15 =
紧急检察建议-c 2026-02-13 15日 2026-02-28 =
赔偿决定-a 2024-12-31 2月 2025-02-28 =
赔偿决定-b 2025-08-05 2月 2025-10-05 2025-10-09
赔偿决定-c 2026-02-14 2月 2026-04-14 =
赔偿起诉-a 2025-03-03 3月 2025-06-03 =
赔偿起诉-b 2024-11-30 3月 2025-02-28 =
赔偿起诉-c 2025-07-04 3月 2025-10-04 2025-10-09
赔偿时效-a 2024-02-29 2年 2026-02-28 =
赔偿时效-b 2023-06-30 2年 2025-06-30 =
赔偿时效-c 2024-05-02 2年 2026-05-02 2026-05-06
赔偿送达-a 2025-04-21 10日 2025-05-01 2025-05-06
赔偿送达-b 2024-10-10 10日 2024-10-20 2024-10-21
赔偿送达-c 2026-06-15 10日 2026-06-25 =
赔偿支付申请-a 2025-03-10 7日 2025-03-17 =
赔偿支付申请-b 2025-09-25 7日 2025-10-02 2025-10-09
赔偿支付申请-c 2026-02-12 7日 2026-02-19 2026-02-24
财政支付-a 2025-03-17 15日 2025-04-01 =
财政支付-b 2025-09-22 15日 2025-10-07 2025-10-09
财政支付-c 2026-02-09 15日 2026-02-24 =
"""

OPENNESS = """
主动公开① 2024-09-10 20工作日 2024-10-14 =
主动公开② 2025-01-15 20工作日 2025-02-18 =
主动公开③ 2026-01-30 20工作日 2026-03-05 =
主动公开④ 2025-09-26 20工作日 2025-10-30 =
预算公开⑤ 2025-01-20 20日 2025-02-09 ?
补正告知 2025-01-17 7工作日 2025-01-27 =
答复-1 2025-01-17 20工作日 2025-02-20 =
答复-1延期 2025-01-17 20工作日+20工作日 2025-03-20 =
答复-2 2024-04-22 20工作日 2024-05-21 =
答复-2延期 2024-04-22 20工作日+20工作日 2024-06-19 =
答复-3 2026-09-14 20工作日 2026-10-16 =
答复-3延期 2026-09-14 20工作日+20工作日 2026-11-13 =
第三方意见 2026-09-14 15工作日 2026-10-10 =
重新起算 2025-03-17 20工作日 2025-04-15 =
第三方意见-2 2025-03-26 15工作日 2025-04-17 =
更正-1 2025-03-03 20工作日 2025-03-31 =
更正-2 2024-09-10 20工作日 2024-10-14 =
更正-3 2026-01-30 20工作日 2026-03-05 =
不答复复议 2026-09-14 60日 2026-11-13 =
"""

ENFORCEMENT = """
办案-a 2025-01-06 90日 2025-04-06 2025-04-07 2025-04-03
治安办案 2026-01-05 30日 2026-02-04 =
治安办案延一次 2026-01-05 30日+30日 2026-03-06 =
治安办案延二次 2026-01-05 30日+30日+30日 2026-04-05 2026-04-07
缴款-a 2025-01-17 15日 2025-02-01 2025-02-05
缴款-b 2024-09-20 15日 2024-10-05 2024-10-08
缴款-d 2025-04-16 15日 2025-05-01 2025-05-06
查封-a 2025-03-03 30日 2025-04-02 =
查封-a延长 2025-03-03 30日+30日 2025-05-02 2025-05-06 2025-04-30
查封-b 2025-09-05 30日 2025-10-05 2025-10-09 2025-09-30
移送-a 2025-03-12 3日 2025-03-15 2025-03-17
移送-b 2025-01-27 3日 2025-01-30 2025-02-05
移送-c 2026-02-13 3日 2026-02-16 2026-02-24
冻结书-a 2025-09-30 3工作日 2025-10-11 =
冻结书-b 2024-09-13 3工作日 2024-09-19 =
冻结书-c 2026-02-12 3工作日 2026-02-24 =
复议窗口 2025-01-15 60日 2025-03-16 2025-03-17
申请执行窗口 2024-11-30 3月 2025-02-28 =
催告 2025-09-26 10工作日 2025-10-16 =
催告最晚 2025-09-24 10工作日 2025-10-14 =
许可受理-a 2025-01-24 5工作日 2025-02-07 =
许可受理-b 2026-04-30 5工作日 2026-05-11 =
许可受理-c 2024-09-12 5工作日 2024-09-20 =
许可决定-a 2025-01-13 20工作日 2025-02-14 =
许可决定-a延长 2025-01-13 20工作日+10工作日 2025-02-28 =
许可决定-b 2026-09-14 20工作日 2026-10-16 =
许可决定-b延长 2026-09-14 20工作日+10工作日 2026-10-30 =
许可决定-c 2024-04-22 20工作日 2024-05-21 =
许可决定-c延长 2024-04-22 20工作日+10工作日 2024-06-04 =
联合许可 2025-03-03 45工作日 2025-05-08 =
联合许可延长 2025-03-03 45工作日+15工作日 2025-05-29 =
许可送达-a 2025-02-25 10工作日 2025-03-11 =
许可送达-b 2024-05-24 10工作日 2024-06-07 =
许可送达-c 2026-10-22 10工作日 2026-11-05 =
许可听证申请 2025-04-25 5工作日 2025-05-06 =
许可听证组织 2025-05-06 20工作日 2025-06-04 =
公告送达-a 2025-03-03 30日 2025-04-02 =
公告送达-b 2024-09-03 30日 2024-10-03 2024-10-08
公告送达-c 2026-01-20 30日 2026-02-19 2026-02-24
监督反馈-a 2026-02-10 15工作日 2026-03-09 =
监督反馈-b 2026-04-28 15工作日 2026-05-21 =
监督反馈-c 2026-09-18 15工作日 2026-10-15 =
"""

UNITS = {"日": days, "工作日": working_days, "月": months, "年": years}


def period(text: str) -> Period:
    amount, unit = re.fullmatch(r"(\d+)(日|工作日|月|年)", text).groups()  # type: ignore[union-attr]
    return UNITS[unit](int(amount))


def rows() -> list[pytest.param]:
    tables = {
        "期间规则": GENERAL_RULES,
        "复议": RECONSIDERATION,
        "诉讼赔偿": LITIGATION_AND_COMPENSATION,
        "公开": OPENNESS,
        "执法": ENFORCEMENT,
    }
    return [
        pytest.param(line.split(), id=f"{name}-{line.split()[0]}")
        for name, table in tables.items()
        for line in table.split("\n")
        if line.strip()
    ]


def computed(calendar: Calendar, event: str, written: str, **more: object):
    first, *extensions = map(period, written.split("+"))
    return due(date.fromisoformat(event), first, calendar=calendar, extensions=extensions, **more)


@pytest.mark.parametrize("row", rows())
def test_a_worked_example_comes_out(calendar: Calendar, row: list[str]) -> None:
    _, event, written, strict, rolled, *warning = row
    found = computed(calendar, event, written)
    assert found.strict == date.fromisoformat(strict)
    if rolled != "?":
        assert found.rolled == date.fromisoformat(strict if rolled == "=" else rolled)
        assert found.judged == found.rolled
    if warning:
        assert found.warn_on == date.fromisoformat(warning[0])


def test_a_case_suspended_for_32_days_ends_32_days_later(calendar: Calendar) -> None:
    pause = Suspension(date(2025, 4, 10), date(2025, 5, 12), "中止")
    found = due(date(2025, 3, 17), days(60), calendar=calendar, suspensions=[pause])
    assert found.judged == date(2025, 6, 17)


def test_the_right_to_apply_ends_after_one_year_where_that_is_earlier(calendar: Calendar) -> None:
    told = due(date(2025, 2, 20), days(60), calendar=calendar)
    cap = due(date(2024, 3, 15), years(1), calendar=calendar)
    assert told.judged == date(2025, 4, 21)
    assert earlier(told, cap).judged == date(2025, 3, 17)


BACKWARD = """
听证通知-a 2025-02-14 5工作日 2025-02-07 2025-02-08
听证通知-b 2024-10-15 5工作日 2024-10-08 2024-10-09
听证通知-c 2026-03-05 5工作日 2026-02-26 2026-02-27
开庭通知-a 2025-03-21 3日 2025-03-17 2025-03-18
开庭通知-b 2025-10-13 3日 2025-10-09 2025-10-10
开庭通知-c 2026-05-08 3日 2026-05-04 2026-05-05
延续许可-a 2025-06-30 30日 2025-05-30 2025-05-31
延续许可-b 2026-10-31 30日 2026-09-30 2026-10-01
延续许可-c 2024-12-31 30日 2024-11-30 2024-12-01
"""


@pytest.mark.parametrize("row", [line.split() for line in BACKWARD.strip().split("\n")])
def test_a_backward_limit_leaves_clear_days(calendar: Calendar, row: list[str]) -> None:
    _, event, written, clear, lenient = row
    found = backward(date.fromisoformat(event), period(written), calendar=calendar)
    assert (found.strict, found.rolled) == (date.fromisoformat(clear), date.fromisoformat(lenient))
    assert found.judged == found.strict


EXCLUDED = [
    # 查封期间送检：扣除首日的次日至末日
    ("2025-03-03", days(30), "2025-03-10", "2025-03-24", "2025-04-16"),
    # 许可中的专家评审扣除9个工作日
    ("2025-03-03", working_days(20), "2025-03-10", "2025-03-21", "2025-04-14"),
    # 征求第三方意见
    ("2025-03-17", working_days(20), "2025-03-24", "2025-04-11", "2025-05-06"),
]


@pytest.mark.parametrize("case", EXCLUDED)
def test_time_that_does_not_count_is_left_out_from_the_day_after(
    calendar: Calendar, case: tuple[str, Period, str, str, str]
) -> None:
    event, length, since, until, strict = case
    span = Suspension(date.fromisoformat(since), date.fromisoformat(until))
    found = due(date.fromisoformat(event), length, calendar=calendar, excluded=[span])
    assert found.strict == date.fromisoformat(strict)


BY_DATE = [
    # 年度报告：3月1日之前报送，4月1日之前公开
    (date(2024, 3, 1), False, date(2024, 2, 29), date(2024, 2, 29)),
    (date(2025, 3, 1), False, date(2025, 2, 28), date(2025, 2, 28)),
    (date(2026, 3, 1), False, date(2026, 2, 28), date(2026, 2, 28)),
    (date(2024, 4, 1), False, date(2024, 3, 31), date(2024, 3, 29)),
    (date(2025, 4, 1), False, date(2025, 3, 31), date(2025, 3, 31)),
    (date(2026, 4, 1), False, date(2026, 3, 31), date(2026, 3, 31)),
    # 信息公开年报：1月31日前、3月31日前
    (date(2025, 1, 31), True, date(2025, 1, 31), date(2025, 1, 27)),
    (date(2026, 1, 31), True, date(2026, 1, 31), date(2026, 1, 30)),
    (date(2024, 3, 31), True, date(2024, 3, 31), date(2024, 3, 29)),
    (date(2024, 1, 31), True, date(2024, 1, 31), date(2024, 1, 31)),
]


@pytest.mark.parametrize(("day", "inclusive", "last", "done_by"), BY_DATE)
def test_a_duty_on_a_calendar_date_is_done_on_the_last_working_day_before(
    calendar: Calendar, day: date, inclusive: bool, last: date, done_by: date
) -> None:
    found = by_date(day, calendar=calendar, inclusive=inclusive)
    assert (found.strict, found.rolled, found.judged, found.warn_on) == (last, last, last, done_by)


def test_a_report_published_on_the_first_of_april_is_late(calendar: Calendar) -> None:
    judged = by_date(date(2026, 4, 1), calendar=calendar, inclusive=False).judged
    assert judged is not None
    assert date(2026, 3, 31) <= judged < date(2026, 4, 1)


def test_a_minimum_of_thirty_days_is_full_at_the_end_of_the_thirtieth(calendar: Calendar) -> None:
    found = floor(date(2025, 3, 1), days(30), calendar=calendar)
    assert (found.strict, found.judged) == (date(2025, 3, 31), date(2025, 3, 31))


VALIDITY = [
    (date(2024, 5, 1), years(5), date(2029, 4, 30)),
    (date(2024, 2, 29), years(5), date(2029, 2, 28)),
    (date(2024, 2, 29), years(4), date(2028, 2, 28)),
    (date(2024, 8, 31), months(6), date(2025, 2, 28)),
    (date(2025, 1, 1), years(1), date(2025, 12, 31)),
    (date(2025, 1, 1), days(10), date(2025, 1, 10)),
]


@pytest.mark.parametrize(("first", "length", "last"), VALIDITY)
def test_validity_counts_its_first_day(first: date, length: Period, last: date) -> None:
    assert validity_end(first, length) == last


def test_a_longest_period_of_a_power_does_not_roll_over(calendar: Calendar) -> None:
    found = computed(calendar, "2025-09-05", "30日", roll=Roll.NONE)
    assert (found.judged, found.rolled) == (date(2025, 10, 5), date(2025, 10, 9))
    assert found.warn_on == date(2025, 9, 30)


def test_every_unit_of_the_tables_is_known() -> None:
    assert {str(unit) for unit in Unit} == {"日", "工作日", "月", "年", "小时"}
