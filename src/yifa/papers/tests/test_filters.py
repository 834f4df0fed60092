from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.papers import filters

DIGITS = {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")}


@pytest.mark.parametrize(
    ("amount", "capital"),
    [
        ("0", "人民币零元整"),
        ("0.05", "人民币伍分"),
        ("0.50", "人民币伍角整"),
        ("1.05", "人民币壹元零伍分"),
        ("10", "人民币壹拾元整"),
        ("200", "人民币贰佰元整"),
        ("1005", "人民币壹仟零伍元整"),
        ("1680.32", "人民币壹仟陆佰捌拾元叁角贰分"),
        ("10005", "人民币壹万零伍元整"),
        ("100000", "人民币壹拾万元整"),
        ("107000.53", "人民币壹拾万柒仟元伍角叁分"),
        ("500000", "人民币伍拾万元整"),
        ("1000000", "人民币壹佰万元整"),
        ("100000005", "人民币壹亿零伍元整"),
        ("100050000", "人民币壹亿零伍万元整"),
        ("1000000000000", "人民币壹万亿元整"),
        ("20001000", "人民币贰仟万壹仟元整"),
    ],
)
def test_an_amount_in_capitals(amount: str, capital: str) -> None:
    assert filters.money_capital(Decimal(amount)) == capital


def read_back(text: str) -> int:
    """The whole yuan of an amount in capitals, read by another way than it was written."""
    units = {"拾": 10, "佰": 100, "仟": 1000}
    total = section = digit = 0
    for character in text.removeprefix("人民币").removesuffix("元整"):
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in units:
            section += digit * units[character]
            digit = 0
        else:
            section += digit
            digit = 0
            if character == "亿":
                total = (total + section) * 10**8
            else:
                total += section * 10**4
            section = 0
    return total + section + digit


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_an_amount_in_capitals_reads_back_as_itself(amount: int) -> None:
    text = filters.money_capital(amount)
    assert read_back(text) == amount
    assert "零零" not in text


def test_money_has_no_decimals_where_there_are_none() -> None:
    assert filters.money(20000) == "20,000元"
    assert filters.money("0.1") == "0.10元"


def test_dates_have_no_padding_zeros() -> None:
    assert filters.cn_date(date(2025, 3, 4)) == "2025年3月4日"
    assert filters.cn_date("2025-03-04") == "2025年3月4日"
    assert filters.cn_number(date(2025, 10, 21)) == "二〇二五年十月二十一日"
    assert filters.cn_number(0) == "〇"


def test_what_is_no_date_or_amount_is_refused_with_the_value() -> None:
    with pytest.raises(filters.FilterError, match="“明天”不是日期"):
        filters.cn_date("明天")
    with pytest.raises(filters.FilterError, match="“若干”不是金额"):
        filters.money("若干")


def test_one_name_stands_alone() -> None:
    assert filters.names("张三") == "张三"
    assert filters.names(["张三", "李四"], 2) == "张三、李四"
