"""What people write in a cell, and what becomes of it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.validators import MaxValueValidator
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from yifa.kernel.registers.cells import (
    BadCell,
    is_blank,
    parse_bool,
    parse_date,
    parse_list,
    parse_number,
    parser_for,
    text_of,
)

FIFTH = date(2024, 3, 5)


@pytest.mark.parametrize(
    "cell",
    [
        FIFTH,
        datetime(2024, 3, 5, 9, 30),
        "2024-03-05",
        "2024-3-5",
        "2024/3/5",
        "2024.3.5",
        "2024年3月5日",
        "2024 年 3 月 5 日",
        "２０２４年３月５日",
        "二〇二四年三月五日",
        "20240305",
        20240305,
        20240305.0,
        45356,
        45356.0,
        "45356",
        "2024-03-05 00:00:00",
        "　2024-03-05 ",
    ],
)
def test_a_date_is_read_in_every_usual_way(cell: Any) -> None:
    assert parse_date(cell) == FIFTH


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("2024-02-30", "不存在"),
        ("2023年2月29日", "不存在"),
        ("2024年3月", "只有年月"),
        ("昨天", "不是日期"),
        ("3月5日", "不是日期"),
        (5, "1949年至2100年"),
        (0.5, "1949年至2100年"),
        (-3, "不是日期"),
        (True, "不是日期"),
        ("0024-03-05", "1949年至2100年"),
        (date(1900, 1, 5), "1949年至2100年"),
        (20241305, "不存在"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(cell: Any, why: str) -> None:
    with pytest.raises(BadCell, match=why):
        parse_date(cell)


@given(st.dates(date(1949, 1, 1), date(2100, 12, 31)))
def test_every_way_of_writing_a_day_gives_the_same_day(day: date) -> None:
    ways = [
        f"{day:%Y-%m-%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}.{day.month}.{day.day}",
        (day - date(1899, 12, 30)).days,
        int(f"{day:%Y%m%d}"),
    ]
    assert {parse_date(way) for way in ways} == {day}


@pytest.mark.parametrize(
    ("cell", "number"),
    [("1,200", 1200), ("１２０", 120), (120.0, 120), (0.1, Decimal("0.1")), ("-3", -3), (" 12 ", 12), ("＋5", 5)],
)
def test_a_number_is_read(cell: Any, number: Any) -> None:
    assert parse_number(cell) == Decimal(number)


@pytest.mark.parametrize(
    ("cell", "remedy"),
    [
        ("1.5万", "15000"),
        ("120人", "120"),
        ("若干", "阿拉伯数字"),
        (date(2024, 3, 5), "阿拉伯数字"),
        ("约300人", "阿拉伯数字"),
    ],
)
def test_a_number_with_a_unit_is_not_guessed_but_suggested(cell: Any, remedy: str) -> None:
    with pytest.raises(BadCell, match=remedy):
        parse_number(cell)


@pytest.mark.parametrize("cell", ["是", "有", "√", "TRUE", True, 1, "y"])
def test_yes(cell: Any) -> None:
    assert parse_bool(cell) is True


@pytest.mark.parametrize("cell", ["否", "无", "×", False, 0, "no"])
def test_no(cell: Any) -> None:
    assert parse_bool(cell) is False


def test_several_words_are_separated_by_any_of_the_usual_signs() -> None:
    assert parse_list("行政复议法、行政处罚法；民法典\n宪法，") == ["行政复议法", "行政处罚法", "民法典", "宪法"]


def test_text_loses_what_cannot_be_seen_and_the_apostrophe_of_our_export() -> None:
    assert text_of("\ufeff 普法\u200b活动\x07　") == "普法活动"
    assert text_of("'=1+1") == "=1+1"
    assert text_of(3.0) == "3"
    assert is_blank(" 　")


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        (models.PositiveIntegerField("数"), "12", 12),
        (models.PositiveIntegerField("数", null=True, blank=True), "", None),
        (models.CharField("字", max_length=3), 12.0, "12"),
        (models.CharField("选", max_length=3, choices=[("a", "甲")]), "甲", "a"),
        (models.CharField("选", max_length=3, choices=[("a", "甲")]), "a", "a"),
        (models.CharField("选", max_length=3, choices=[("a", "甲")], default="a"), None, "a"),
        (models.CharField("选", max_length=3, choices=[("a", "吊销、注销"), ("b", "有效")]), "注销", "a"),
        (models.CharField("选", max_length=3, choices=[("A", "A"), ("B", "B")]), "ｂ", "B"),
        (models.CharField("号", max_length=20), 13099988001.0, "13099988001"),
        (models.DecimalField("学时", max_digits=4, decimal_places=1), "1.5", Decimal("1.5")),
        (models.BooleanField("是否", default=False), "", False),
    ],
)
def test_a_field_decides_how_its_cell_is_read(field: Any, cell: Any, value: Any) -> None:
    field.set_attributes_from_name("x")
    assert parser_for(field)(cell) == value


@pytest.mark.parametrize(
    ("field", "cell", "why"),
    [
        (models.PositiveIntegerField("数"), "", "没有填写"),
        (models.PositiveIntegerField("数"), "-1", "小于0"),
        (models.PositiveIntegerField("数"), "1.5", "不是整数"),
        (models.PositiveIntegerField("数"), "99999999999", "过大"),
        (models.PositiveIntegerField("数", validators=[MaxValueValidator(5, "太大了")]), "6", "太大了"),
        (models.CharField("字", max_length=3), "四个字呢", "超过3个字"),
        (models.CharField("选", max_length=9, choices=[("a", "法律进机关")]), "法律进机构", "不在可选项中.*法律进机关"),
        (models.CharField("选", max_length=9, choices=[("a", "甲、丙"), ("b", "乙、丙")]), "丙", "甲、丙；乙、丙"),
        (models.CharField("号", max_length=20), 9.1130999e17, "第15位以后的数字已经丢失.*文本格式"),
        (models.DecimalField("学时", max_digits=4, decimal_places=1), "1.55", "小数位过多"),
        (models.DecimalField("学时", max_digits=4, decimal_places=1), "12345", "过大"),
        (models.CharField("字", max_length=9), "#REF!", "公式出错"),
        (models.URLField("网址"), "不是网址", "有效的"),
    ],
)
def test_a_bad_cell_says_what_is_wrong(field: Any, cell: Any, why: str) -> None:
    field.set_attributes_from_name("x")
    with pytest.raises(BadCell, match=why):
        parser_for(field)(cell)
