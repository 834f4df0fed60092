"""Checking a row of 双公示 field by field: every fault names the row, the field, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError

from yifa.areas.enforcement.common.identity import birth_of
from yifa.office.codes import validate_credit_code
from yifa.office.personal import BLOCK
from yifa.oversight.exchange.layouts import NATURAL, Field, Layout

FULL_ID = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])|(?<![0-9A-Za-z])[1-9]\d{14}(?![0-9A-Za-z])")
FOREVER = date(2099, 12, 31)


@dataclass(frozen=True)
class Fault:
    """What is wrong with one field of one row."""

    row: int
    code: str
    label: str
    why: str

    def __str__(self) -> str:
        return f"第{self.row}行“{self.label}”（{self.code}）：{self.why}。"


def faults(
    layout: Layout, row: Mapping[str, str], number: int, today: date, *, optional: Collection[str] = ()
) -> Iterator[Fault]:
    """Everything wrong with a row.

    Args:
        number: the row as people count it, the heading included.
        optional: required fields that may be blank (those an older layout did not have).
    """
    for field in layout.fields:
        why = _why(field, row.get(field.code, ""), field.code in optional)
        if why:
            yield Fault(number, field.code, field.label, why)
    for code, why in _together(layout, row, today, old=bool(optional)):
        yield Fault(number, code, layout.named(code).label, why)


def _why(field: Field, value: str, optional: bool) -> str | None:
    if not value:
        return None if optional or not field.required else "没有填写，应当填写"
    if len(value) > field.most:
        return f"共{len(value)}字，超过{field.most}字"
    if field.kind not in ("credit", "amount") and not field.registered and _shows_identity(value):
        return "含有没有遮蔽的身份证件号码，请遮蔽"
    return FORMS[field.kind](field, value)


def _shows_identity(text: str) -> bool:
    """Whether an identity number stands in it: 18 or 15 digits with a day of birth, checked or mistyped."""
    return any(_born(number) for number in FULL_ID.findall(text))


def _born(number: str) -> bool:
    return birth_of(number if len(number) == NEW_LENGTH else f"{number[:6]}19{number[6:]}") is not None


NEW_LENGTH = 18


def _text(field: Field, value: str) -> str | None:
    return None


def _date(field: Field, value: str) -> str | None:
    return None if as_date(value) else f"“{value[:20]}”不是日期，写成2026-03-04"


def _choice(field: Field, value: str) -> str | None:
    known = "、".join(field.choices)
    return None if value in field.choices else f"“{value[:20]}”不在可选的值内：{known}"


def as_date(value: str) -> date | None:
    """2026-03-04, 2026/3/4 or 20260304 as a day."""
    parts = re.fullmatch(r"(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[ T]00:00:00)?", value.strip())
    try:
        return date(*(int(part) for part in parts.groups())) if parts else None
    except ValueError:
        return None


def _amount(field: Field, value: str) -> str | None:
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return f"“{value[:20]}”不是数字，单位是万元"
    if not amount.is_finite() or amount < 0:
        return "不能小于0"
    exponent = amount.as_tuple().exponent
    return "小数超过6位，单位是万元" if isinstance(exponent, int) and exponent < -6 else None


def _credit(field: Field, value: str) -> str | None:
    try:
        validate_credit_code(value)
    except ValidationError as error:
        return "".join(error.messages).rstrip("。")
    return None


FORMS: dict[str, Callable[[Field, str], str | None]] = {
    "text": _text, "date": _date, "amount": _amount, "credit": _credit, "choice": _choice,
}  # fmt: skip


def _together(layout: Layout, row: Mapping[str, str], today: date, *, old: bool) -> Iterator[tuple[str, str]]:
    """What one field says of another."""
    yield from _party_together(layout, row, old=old)
    decided = as_date(row.get(layout.date, ""))
    if decided is not None and decided > today:
        yield layout.date, f"{decided}晚于今天{today}"
    if layout.key == "penalty":
        yield from _penalty_together(row, decided)
    else:
        since, until = as_date(row.get("XK_YXQZ", "")), as_date(row.get("XK_YXQZI", ""))
        if since and until and until < since:
            yield "XK_YXQZI", f"{until}早于有效期自{since}"


def _party_together(layout: Layout, row: Mapping[str, str], *, old: bool) -> Iterator[tuple[str, str]]:
    """A natural person has a certificate and no code of an organisation; an organisation the reverse."""
    kind, code, paper, number = (f"{layout.prefix}_XDR_{name}" for name in ("LB", "SHXYM", "ZJLX", "ZJHM"))
    codes = (code, *(f"{layout.prefix}_XDR_{other}" for other in OTHER_CODES))
    if row.get(kind) == NATURAL:
        yield from ((each, "相对人是自然人，不填单位的代码") for each in codes if row.get(each))
        if not row.get(number):
            yield number, f"相对人是自然人，应当填写证件号码；公开的写{BLOCK}"
        if not row.get(paper) and not old:
            yield paper, "相对人是自然人，应当填写证件类型"
        name = row.get(layout.name, "")
        if name and "某" not in name:
            yield layout.name, "相对人是自然人，姓名没有遮蔽，写成张某"
    elif row.get(kind):
        if not any(row.get(each) for each in codes):
            yield code, "相对人不是自然人，应当填写统一社会信用代码，或者其他一种代码"
        yield from ((each, "相对人不是自然人，不填自然人的证件") for each in (paper, number) if row.get(each))


OTHER_CODES = ("GSZC", "ZZJG", "SWDJ", "SYDW", "SHZZ")


def _penalty_together(row: Mapping[str, str], decided: date | None) -> Iterator[tuple[str, str]]:
    kinds = row.get("CF_CFLB", "")
    if "罚款" in kinds and not row.get("CF_NR_FK") and "CF_NR_FK" in row:
        yield "CF_NR_FK", "处罚类别有罚款，应当填写金额（万元）"
    if ("暂扣" in kinds or "吊销" in kinds) and not row.get("CF_NR_ZKDX") and "CF_NR_ZKDX" in row:
        yield "CF_NR_ZKDX", "处罚类别有暂扣、吊销，应当填写证照名称及编号"
    for code in ("CF_YXQ", "CF_GSJZQ"):
        until = as_date(row.get(code, ""))
        if until and decided and until < decided:
            yield code, f"{until}早于决定日期{decided}"
