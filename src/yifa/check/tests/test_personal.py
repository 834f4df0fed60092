"""Numbers, names and offices in what is to be published."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.check import Draft, DraftKind, check
from yifa.check.personal import NAME, identity_number, luhn, real_name

DAY = date(2026, 11, 22)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def found(text: str, kind: DraftKind = DraftKind.NORMATIVE, **facts: Any) -> list[str]:
    """The rules on personal data that fire."""
    return [one.rule_id for one in check(Draft.read(text, DAY, kind, "", facts)) if one.rule_id.startswith("PII")]


@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.integers(0, 999))
def test_a_number_with_its_check_character_is_an_identity_number_and_any_other_is_not(day: date, order: int) -> None:
    body = f"999999{day:%Y%m%d}{order:03d}"
    right = "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]
    assert [end for end in "0123456789X" if identity_number(body + end)] == [right]


@pytest.mark.parametrize("number", ["99999919990231001X", "999999199913010010", "999999199900000010"])
def test_a_day_that_does_not_exist_is_no_birthday(number: str) -> None:
    assert not any(identity_number(number[:17] + end) for end in "0123456789X")


@given(st.text("0123456789", min_size=15, max_size=18))
def test_one_check_digit_in_ten_fits(body: str) -> None:
    assert sum(luhn(body + digit) for digit in "0123456789") == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [("张小明，男", "张小明"), ("欧阳倩（女）", "欧阳倩"), ("王芳女士", "王芳"), ("李大伟反映", "李大伟"),
     ("张某某", ""),
     ("高度重视", ""), ("任何人", ""), ("许可证", ""), ("王某的", "")],
)  # fmt: skip
def test_a_name_is_a_surname_and_one_or_two_characters_unmasked(text: str, name: str) -> None:
    match = re.match(NAME, text)
    assert (match[0] if match and real_name(match[0]) else "") == name


def test_annexes_tables_and_quotations_are_published_too() -> None:
    assert found("第一条 名单见附件。\n附件\n姓名|身份证号|金额\n张某|略|500") == ["PII-008"]
    assert found("第一条 申请人写明“999999190001010015”。") == ["PII-001"]


def test_contracts_are_looked_at_only_when_a_copy_is_to_be_published() -> None:
    text = "乙方联系人李明，手机13800138000。"
    assert found(text, DraftKind.CONTRACT) == []
    assert found(text, DraftKind.CONTRACT, public=True) == ["PII-002"]
    assert found(text, DraftKind.NORMATIVE, public=False) == []
