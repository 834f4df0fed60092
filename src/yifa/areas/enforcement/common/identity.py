"""Numbers that tell a party apart (证件号码): pure arithmetic, no storage."""

from __future__ import annotations

import re
from datetime import date

from django.core.exceptions import ValidationError

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def identity_check_character(first_17: str) -> str:
    """The 18th character of a citizen identity number over its first 17 digits (GB 11643—1999)."""
    return CHECKS[sum(int(digit) * weight for digit, weight in zip(first_17, WEIGHTS, strict=True)) % 11]


def validate_identity_number(number: str) -> None:
    """Refuse what is not a citizen identity number (公民身份号码), and say which part is wrong.

    Raises:
        ValidationError: the number itself is never repeated in the message.
    """
    if not re.fullmatch(r"\d{17}[\dX]", number, re.ASCII):
        raise ValidationError("公民身份号码不正确：应为17位数字加1位数字或者大写X。请核对证件。")
    if birth_of(number) is None:
        raise ValidationError("公民身份号码不正确：第7至14位不是出生日期。请核对证件。")
    if identity_check_character(number[:17]) != number[17]:
        raise ValidationError("公民身份号码不正确：最后一位校验码不符，可能有一位录错。请逐位核对。")


def birth_of(number: str) -> date | None:
    """The date of birth in an identity number; None where there is none."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def age_on(birth: date, day: date) -> int:
    """Completed years of age (周岁): a year is completed when the birthday has passed, so from the day after it.

    The day of birth is not counted and the last day runs to its end (民法典201①、202、203②; the same for 刑法17 in
    法释〔2006〕1号2): whoever acts on the fourteenth birthday is still under fourteen.
    """
    return day.year - birth.year - ((day.month, day.day) <= (birth.month, birth.day))
