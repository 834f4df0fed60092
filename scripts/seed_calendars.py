"""Write src/yifa/data/calendars/ from the development packages chinesecalendar and holidays.

Run once a year after the packages know the new notice, look at the difference, and commit it:
    .venv/bin/python scripts/seed_calendars.py
Notice numbers and dates are in `NOTICES` below, by hand and only where verified; the rest stays
blank.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
from chinese_calendar.constants import Holiday
from chinese_calendar.constants import holidays as off_days
from chinese_calendar.constants import workdays as make_up_days
from holidays.calendars.chinese import _ChineseLunisolar

TARGET = Path(__file__).parent.parent / "src" / "yifa" / "data" / "calendars"
FIRST_LUNAR, LAST_LUNAR = 2027, 2060
DECEMBER = 12
NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}
VICTORY = "抗战胜利70周年纪念日"
SOURCE = "chinesecalendar {version} 整理的国务院办公厅历年放假通知；与 holidays 逐日核对一致（有测试）"

MISSED = {date(2005, 12, 31): Holiday.new_years_day.value}
"""Make-up workdays that the package lacks: the notice for 2006 orders work on 31 December 2005."""

SEEN = ""
COPIED = "文号和日期据公开的整理资料，未见通知原文"
NOTICES: dict[int, tuple[str, str, str]] = {
    2006: ("国办发明电〔2005〕35号", "2005-12-16", SEEN),
    2007: ("国办发明电〔2006〕49号", "2006-12-14", SEEN),
    2008: ("国办发明电〔2007〕52号", "2007-12-15", COPIED),
    2009: ("国办发明电〔2008〕42号", "2008-12-04", COPIED),
    2010: ("国办发明电〔2009〕27号", "2009-12-07", SEEN),
    2011: ("国办发明电〔2010〕40号", "", "文号据公开的整理资料，未见通知原文；日期各处不一，留空"),
    2012: ("国办发明电〔2011〕45号", "2011-12-06", COPIED),
    2013: ("国办发明电〔2012〕33号", "2012-12-08", SEEN),
    2014: ("国办发明电〔2013〕28号", "2013-12-11", COPIED),
    2015: (
        "国办发明电〔2014〕28号",
        "2014-12-16",
        "9月3日至5日的安排另据国务院2015年5月13日的通知",
    ),
    2016: ("国办发明电〔2015〕18号", "2015-12-10", SEEN),
    2017: ("国办发明电〔2016〕17号", "2016-12-01", SEEN),
    2018: ("国办发明电〔2017〕12号", "2017-11-30", SEEN),
    2019: ("国办发明电〔2018〕15号", "2018-12-04", "劳动节的安排经国务院办公厅2019年3月的通知调整"),
    2020: (
        "国办发明电〔2019〕16号",
        "2019-11-21",
        "春节假期经国务院办公厅2020年1月的通知延长至2月2日",
    ),
    2021: ("国办发明电〔2020〕27号", "2020-11-25", SEEN),
    2022: ("国办发明电〔2021〕11号", "2021-10-25", SEEN),
    2023: ("国办发明电〔2022〕16号", "2022-12-08", SEEN),
    2024: ("国办发明电〔2023〕7号", "2023-10-25", SEEN),
    2025: ("国办发明电〔2024〕12号", "2024-11-12", SEEN),
    2026: ("国办发明电〔2025〕7号", "2025-11-04", SEEN),
}
"""Year → (number 文号, date 成文日期, remarks 说明).

Without a remark: read in copies of the notice, or agreed by at least two independent lists.
"""


def holiday_name(english: str) -> str:
    chinese = Holiday(english).chinese
    return VICTORY if english == Holiday.anti_fascist_70th_day.value else NAMES.get(chinese, chinese)


def notice_year(day: date, english: str) -> int:
    """Days of late December for 元旦 belong to the next year's notice."""
    return day.year + (day.month == DECEMBER and english == Holiday.new_years_day.value)


def by_year(table: dict[date, str]) -> dict[int, dict[str, list[date]]]:
    found: dict[int, dict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    for day, english in sorted(table.items()):
        found[notice_year(day, english)][holiday_name(english)].append(day)
    return found


def spans(days: list[date]) -> str:
    """2025-01-28 至 2025-02-04、…"""
    runs: list[list[date]] = []
    for day in days:
        if runs and day == runs[-1][-1] + timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return "、".join(str(run[0]) if len(run) == 1 else f"{run[0]} 至 {run[-1]}" for run in runs)


def notice_file(year: int, off: dict[str, list[date]], work: dict[str, list[date]]) -> str:
    number, issued_on, remarks = NOTICES.get(year, ("", "", ""))
    lines = [
        f"年份: {year}",
        f"标题: 国务院办公厅关于{year}年部分节假日安排的通知",
        f"文号: {number}" if number else "文号:  # 未核实，留空",
        f"成文日期: {issued_on}" if issued_on else "成文日期:  # 未核实，留空",
        f"来源: {SOURCE.format(version=chinese_calendar.__version__)}",
        "状态: 已公布",
    ]
    lines += [f"说明: {remarks}"] if remarks else []
    lines += ["放假:", *(f"  {name}: {spans(days)}" for name, days in off.items())]
    if work:
        lines += [
            "上班:",
            *(f"  {name}: {'、'.join(map(str, days))}" for name, days in work.items()),
        ]
    return "\n".join(lines) + "\n"


def lunar_file() -> str:
    lunar = _ChineseLunisolar()
    lines = [
        "# 农历节日的公历日期，只用于推算放假通知尚未公布的年份（结果一律标为“暂定”）。",
        "来源: holidays 0.109 的农历与节气表，已与 lunar_python 核对一致，未与紫金山天文台历表核对",
        "日期: 2026-11-22",
        "年份:",
    ]
    for year in range(FIRST_LUNAR, LAST_LUNAR + 1):
        days = {
            "春节": lunar.lunar_new_year_date(year)[0],
            "清明": lunar.qingming_date(year)[0],
            "端午": lunar.dragon_boat_date(year)[0],
            "中秋": lunar.mid_autumn_date(year)[0],
        }
        row = ", ".join(f"{name}: '{day:%m-%d}'" for name, day in days.items() if day)
        lines.append(f"  {year}: {{{row}}}")
    return "\n".join(lines) + "\n"


def main() -> None:
    off, work = by_year(off_days), by_year(make_up_days | MISSED)
    for year in sorted(off):
        (TARGET / f"{year}.yaml").write_text(notice_file(year, off[year], work.get(year, {})), "utf-8")
    (TARGET / "lunar.yaml").write_text(lunar_file(), "utf-8")
    print(f"已写入 {len(off)} 个年份和 lunar.yaml：{TARGET}")


if __name__ == "__main__":
    main()
