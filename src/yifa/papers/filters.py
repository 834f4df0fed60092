"""Filters of instrument templates: dates, numbers, money and names as official Chinese writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from django.template import Library

from yifa.errors import YifaError
from yifa.law.numerals import DIGITS, to_chinese, to_digits
from yifa.papers.document import chinese_date
from yifa.papers.wording import written

register = Library()

_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


class FilterError(YifaError):
    """A filter was given something it cannot write."""


@register.filter
def cn_date(value: Any) -> str:
    """A date as 2025年3月4日 (成文日期 and dates in the text)."""
    return "" if _blank(value) else chinese_date(_date(value, "cn_date"))


@register.filter
def cn_number(value: Any) -> str:
    """An integer as 二十一, a date as 二〇二五年三月四日."""
    if _blank(value):
        return ""
    if isinstance(value, date):
        return f"{to_digits(value.year)}年{to_chinese(value.month)}月{to_chinese(value.day)}日"
    number = int(value)
    return DIGITS[0] if number == 0 else to_chinese(number)


@register.filter
def money(value: Any) -> str:
    """An amount as 1,234.50元; without decimals where there are none (1,234元)."""
    if _blank(value):
        return ""
    amount = _amount(value)
    return f"{amount:,.2f}".removesuffix(".00") + "元"


@register.filter
def money_capital(value: Any) -> str:
    """An amount in capitals (大写): 人民币壹仟贰佰叁拾肆元伍角整."""
    if _blank(value):
        return ""
    amount = _amount(value)
    if not 0 <= amount < Decimal("10000000000000000"):
        raise FilterError(f"无法把金额“{value}”写成大写：金额应当不小于零、不足一亿亿元。请核对金额。")
    yuan, cents = divmod(int(amount * 100), 100)
    jiao, fen = divmod(cents, 10)
    text = _capital_integer(yuan) + "元" if yuan or not cents else ""
    if not cents:
        return f"人民币{text}整"
    text += f"{_CAPITALS[jiao]}角" if jiao else ("零" if yuan else "")
    text += f"{_CAPITALS[fen]}分" if fen else "整"
    return f"人民币{text}"


def _capital_integer(number: int) -> str:
    if number == 0:
        return _CAPITALS[0]
    groups = []
    while number:
        number, group = divmod(number, 10000)
        groups.append(group)
    text, gap = "", False
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group and text and (gap or group < 1000):
            text += _CAPITALS[0]
        if group:
            text += _capital_group(group) + _GROUPS[place]
        gap = not group
    return text


def _capital_group(group: int) -> str:
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            text += (_CAPITALS[0] if gap and text else "") + _CAPITALS[digit] + _PLACES[place]
        gap = not digit
    return text


@register.filter
def names(value: Any, at_most: int | None = None) -> str:
    """Names joined by 、; with a number only so many, then 等N人 (张三、李四等5人)."""
    if _blank(value):
        return ""
    listed = [value] if isinstance(value, str | Mapping) or not isinstance(value, Iterable) else list(value)
    texts = [written(name) for name in listed]
    if at_most and len(texts) > at_most:
        return f"{'、'.join(texts[:at_most])}等{len(texts)}人"
    return "、".join(texts)


@register.filter
def numbered(value: Any, style: str = "一、") -> str:
    """A list as paragraphs that count themselves; the style is that of the first: 一、 （一） 1. or （1）."""
    if _blank(value):
        return ""
    marks = {"一、": "{cn}、", "（一）": "（{cn}）", "1.": "{n}. ", "（1）": "（{n}）"}
    if style not in marks:
        raise FilterError(f"无法编序号：“{style}”不是序号样式。请用“一、”“（一）”“1.”或者“（1）”。")
    mark = marks[style]
    lines = (mark.format(cn=to_chinese(n), n=n) + written(item).strip() for n, item in enumerate(value, 1))
    return "\n".join(lines)


def _blank(value: Any) -> bool:
    """Nothing to write: the caller reports it by the name of the placeholder."""
    return value is None or value == ""


def _date(value: Any, filter_name: str) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise FilterError(f"“{value}”不是日期，不能用 {filter_name} 写入文书。请核对案件中填写的日期。") from error


def _amount(value: Any) -> Decimal:
    try:
        return Decimal(str(value)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    except InvalidOperation as error:
        raise FilterError(f"“{value}”不是金额，不能写入文书。请核对案件中填写的金额。") from error
