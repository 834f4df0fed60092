"""One cell of a spreadsheet into one value (单元格取值): whatever people write for a date, a number or a choice.

A parser is made once for a field and then called for every row; it raises `BadCell` with why and what to do.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import DecimalValidator, MaxLengthValidator
from django.db import models

from yifa.errors import YifaError
from yifa.law.numerals import to_int

type_of_cell = Any
"""What a reader gives for a cell: None, str, bool, int, float, date, datetime, time or timedelta."""

Parser = Callable[[Any], Any]

FORMULA_SIGNS = "=+-@＝＋－＠"
"""What a spreadsheet may take for the beginning of a formula."""

FIRST_YEAR, LAST_YEAR = 1949, 2100
"""Dates outside these years are slips of the pen (a number read as a date, a missing digit)."""

TOO_LONG = 10**15
"""From here on a spreadsheet no longer keeps every digit of a number (证件号码、信用代码)."""

_EPOCH = date(1899, 12, 30)
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_BLANKS = " \t\r\n\u3000\xa0"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b]")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_CHINESE_DATE = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_WITH_UNIT = re.compile(r"([\d.]+)(亿|万|千|百)?([^\d.]*)")
_UNITS = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100}
_YES = {"是", "有", "√", "✓", "对", "1", "true", "yes", "y"}
_NO = {"否", "无", "×", "✗", "不", "0", "false", "no", "n", "-"}
_ERRORS = {"#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!"}
_SEPARATORS = re.compile(r"[、，；;,\n]+")
DATE_REMEDY = "请写成 2024-03-05 或者 2024年3月5日"


class BadCell(YifaError):
    """A cell that cannot become a value of its field."""

    def __init__(self, why: str, remedy: str) -> None:
        self.why, self.remedy = why, remedy
        super().__init__(f"{why}，{remedy}")


def text_of(cell: type_of_cell) -> str:
    """The cell as text: without the “.0” of whole numbers, without invisible characters, trimmed."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = (cell if cell.isprintable() else _CONTROL.sub("", cell)).strip(_BLANKS)
        # An apostrophe before = + - @ is what our export put there against formulas.
        return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in FORMULA_SIGNS else text
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(" ")
    return str(cell)


def is_blank(cell: type_of_cell) -> bool:
    """Whether a cell holds nothing (spaces count as nothing)."""
    return cell is None or cell == "" or (isinstance(cell, str) and not text_of(cell))


def parse_date(cell: type_of_cell) -> date:
    """A date out of a date cell, a serial number or any usual way of writing one."""
    if isinstance(cell, datetime):
        return _plausible(cell.date(), cell)
    if isinstance(cell, date):
        return _plausible(cell, cell)
    if isinstance(cell, bool):
        raise BadCell(f"“{text_of(cell)}”不是日期", DATE_REMEDY)
    if isinstance(cell, int | float):
        return _from_number(cell)
    return _from_text(text_of(cell))


def _from_number(number: float) -> date:
    found = _COMPACT.fullmatch(str(int(number)))
    if found and FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return _day(found.groups(), str(int(number)))
    if not 0 < number < 80000:
        raise BadCell(f"“{text_of(number)}”不是日期", DATE_REMEDY)
    return _plausible(_EPOCH + timedelta(days=int(number)), number)


@lru_cache(maxsize=4096)
def _from_text(text: str) -> date:
    plain = text.translate(_WIDE)
    squeezed = re.sub(r"\s*([-/.年月日])\s*", r"\1", plain).strip()
    for pattern in (_DATE, _COMPACT):
        if found := pattern.fullmatch(squeezed):
            return _plausible(_day(found.groups(), text), text)
    if found := _CHINESE_DATE.fullmatch(squeezed):
        return _plausible(_day(tuple(str(to_int(part)) for part in found.groups()), text), text)
    if re.fullmatch(r"\d{5}", squeezed):
        return _from_number(int(squeezed))
    if re.fullmatch(r"\d{4}[-/.年]\d{1,2}月?", squeezed):
        raise BadCell(f"“{text}”只有年月，没有日", DATE_REMEDY)
    raise BadCell(f"“{text}”不是日期", DATE_REMEDY)


def _day(parts: Iterable[str | Any], written: str) -> date:
    year, month, day = (int(part) for part in parts)
    try:
        return date(year, month, day)
    except ValueError:
        raise BadCell(f"“{written}”这一天不存在", "请核对年、月、日") from None


def _plausible(day: date, written: type_of_cell) -> date:
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    raise BadCell(f"“{text_of(written)}”（{day.isoformat()}）不在{FIRST_YEAR}年至{LAST_YEAR}年之间", DATE_REMEDY)


def parse_number(cell: type_of_cell) -> Decimal:
    """A number; thousands separators and full-width digits are understood, units are not guessed."""
    if isinstance(cell, bool | date):
        raise BadCell(f"“{text_of(cell)}”不是数字", "请填写阿拉伯数字")
    if isinstance(cell, int):
        return Decimal(cell)
    if isinstance(cell, float):
        return Decimal(repr(cell))
    written = text_of(cell)
    plain = written.translate(_WIDE).replace(",", "").replace(" ", "")
    if _NUMBER.fullmatch(plain):
        return Decimal(plain)
    raise BadCell(f"“{written}”不是数字", _number_remedy(plain))


def _number_remedy(plain: str) -> str:
    found = _WITH_UNIT.fullmatch(plain)
    if found:
        try:
            number = Decimal(found[1]) * _UNITS.get(found[2] or "", 1)
        except InvalidOperation:
            return "请填写阿拉伯数字"
        return f"请只填数字：{number:f}" if found[2] is None else f"请折算后填写：{number.normalize():f}"
    return "请填写阿拉伯数字，没有的留空"


def parser_for(field: models.Field[Any, Any]) -> Parser:
    """The parser of a field: blank check, conversion, length, choices and the validators of the field itself."""
    convert = _converter(field)
    checks = [v for v in field.validators if not _kept_by_converter(v)]
    blank_value = _blank_value(field)
    required = is_required(field)

    def parse(cell: type_of_cell) -> Any:
        if is_blank(cell):
            if required:
                raise BadCell("没有填写", "这一栏必须填写")
            return blank_value
        if isinstance(cell, str) and cell in _ERRORS:
            raise BadCell(f"公式出错（{cell}）", "请改正公式，或者改为直接填写数值")
        value = convert(cell)
        for check in checks:
            try:
                check(value)
            except ValidationError as error:
                raise BadCell("；".join(m.rstrip("。") for m in error.messages), "请核对后改正") from None
        return value

    return parse


def is_required(field: models.Field[Any, Any]) -> bool:
    """Whether a blank is refused: nothing stands in for it."""
    return not field.blank and not (field.has_default() and field.get_default() not in (None, "", []))


def _blank_value(field: models.Field[Any, Any]) -> Any:
    if field.has_default():
        return field.get_default()
    return None if field.null else ""


def _kept_by_converter(validator: Any) -> bool:
    return isinstance(validator, MaxLengthValidator | DecimalValidator)


def _converter(field: models.Field[Any, Any]) -> Parser:
    if field.choices and not isinstance(field, models.JSONField):
        return _choice_parser(field)
    makers: tuple[tuple[type[models.Field[Any, Any]], Callable[[Any], Parser]], ...] = (
        (models.DateField, lambda _: parse_date),
        (models.BooleanField, lambda _: parse_bool),
        (models.IntegerField, _integer_parser),
        (models.DecimalField, _decimal_parser),
        (models.JSONField, lambda _: parse_list),
    )
    make = next((make for kind, make in makers if isinstance(field, kind)), _text_parser)
    return make(field)


def parse_bool(cell: type_of_cell) -> bool:
    """是 or 否, in the usual ways of ticking a box."""
    written = text_of(cell).translate(_WIDE).lower()
    if written in _YES:
        return True
    if written in _NO:
        return False
    raise BadCell(f"“{text_of(cell)}”应为“是”或者“否”", "请填写“是”或者“否”")


def parse_list(cell: type_of_cell) -> list[str]:
    """Several words in one cell, separated by 、 ， ； or a line break."""
    return [word.strip() for word in _SEPARATORS.split(text_of(cell)) if word.strip()]


def _choice_words(field: models.Field[Any, Any]) -> dict[str, Any]:
    """Every word that means one choice: its label, its value, and a part of its label (公务员 of 公务员、参公人员)."""
    parts: dict[str, set[Any]] = {}
    for value, label in field.flatchoices:
        for part in str(label).split("、"):
            parts.setdefault(part, set()).add(value)
    by_word = {part: next(iter(values)) for part, values in parts.items() if len(values) == 1}
    for value, label in field.flatchoices:
        by_word[str(label)] = by_word[str(value)] = value
    return by_word


def _choice_parser(field: models.Field[Any, Any]) -> Parser:
    labels = [str(label) for _, label in field.flatchoices]
    by_word = _choice_words(field)
    listed = ("；" if any("、" in label for label in labels) else "、").join(labels)

    def parse(cell: type_of_cell) -> Any:
        written = text_of(cell)
        found = by_word.get(written, by_word.get(written.translate(_WIDE).upper()))
        if found is not None:
            return found
        near = difflib.get_close_matches(written, labels, n=1, cutoff=0.5)
        hint = f"是否为“{near[0]}”？" if near else ""
        raise BadCell(f"“{written}”不在可选项中", f"{hint}可选：{listed}")

    return parse


def _integer_parser(field: models.Field[Any, Any]) -> Parser:
    negative_allowed = not isinstance(field, models.PositiveIntegerField | models.PositiveSmallIntegerField)

    def parse(cell: type_of_cell) -> int:
        number = parse_number(cell)
        if number != number.to_integral_value():
            raise BadCell(f"“{text_of(cell)}”不是整数", "请填写整数")
        if number < 0 and not negative_allowed:
            raise BadCell(f"“{text_of(cell)}”小于0", "请填写0或者正整数")
        if abs(number) > 2**31 - 1:
            raise BadCell(f"“{text_of(cell)}”过大", "请核对位数")
        return int(number)

    return parse


def _decimal_parser(field: models.DecimalField[Any, Any]) -> Parser:
    quantum = Decimal(1).scaleb(-field.decimal_places)
    ceiling = Decimal(10) ** (field.max_digits - field.decimal_places)

    def parse(cell: type_of_cell) -> Decimal:
        number = parse_number(cell)
        if abs(number) >= ceiling:
            raise BadCell(f"“{text_of(cell)}”过大", "请核对位数和单位")
        kept = number.quantize(quantum)
        if kept != number and not isinstance(cell, float):
            raise BadCell(f"“{text_of(cell)}”小数位过多", f"最多{field.decimal_places}位小数")
        return kept

    return parse


def _text_parser(field: models.Field[Any, Any]) -> Parser:
    limit = field.max_length

    def parse(cell: type_of_cell) -> str:
        if isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) >= TOO_LONG:
            raise BadCell(
                f"“{text_of(cell)}”在表格中是数字，第15位以后的数字已经丢失", "请把这一列设为文本格式后重新录入"
            )
        text = text_of(cell)
        if limit is not None and len(text) > limit:
            raise BadCell(f"有{len(text)}个字，超过{limit}个字", "请精简")
        return text

    return parse
