"""Statutory holidays (法定节日) of years whose notice is not known: 全国年节及纪念日放假办法 (2024
revision) article 2.

Used only for dates marked provisional (暂定). Days off in lieu (补假) and exchanged days (调休)
are left out, because only the yearly notice fixes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml

TABLE = Path(__file__).parent.parent / "data" / "calendars" / "lunar.yaml"


@cache
def _lunar() -> Mapping[int, Mapping[str, date]]:
    """Per year the Gregorian dates of 春节 (正月初一), 清明, 端午, 中秋, from the shipped table."""
    table = yaml.safe_load(TABLE.read_text("utf-8"))["年份"]
    return {
        year: {name: date(year, *map(int, text.split("-"))) for name, text in row.items()}
        for year, row in table.items()
    }


def statutory_years() -> range:
    """The years for which the shipped table gives the lunar holidays."""
    return range(min(_lunar()), max(_lunar()) + 1)


def statutory_holidays(year: int) -> dict[date, str]:
    """The thirteen statutory days off of a year by article 2, weekends included, nothing moved.

    Raises:
        KeyError: the year is not in the table of lunar dates.
    """
    lunar = _lunar()[year]
    eve = lunar["春节"] - timedelta(days=1)
    found = {date(year, 1, 1): "元旦"}
    found |= {eve + timedelta(days=offset): "春节" for offset in range(4)}
    found[lunar["清明"]] = "清明节"
    found |= {date(year, 5, day): "劳动节" for day in (1, 2)}
    found[lunar["端午"]] = "端午节"
    found |= {date(year, 10, day): "国庆节" for day in (1, 2, 3)}
    found.setdefault(lunar["中秋"], "中秋节")
    return found
