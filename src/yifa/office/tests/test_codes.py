"""Codes of places and organs."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from yifa.office.codes import (
    CREDIT_ALPHABET,
    credit_check_character,
    division_level,
    validate_credit_code,
    validate_division_code,
)

# Published by the bodies themselves: 百度在线, 阿里巴巴(中国), 华为技术.
REAL = ["91110000802100433B", "91330100799655058B", "914403001922038216"]


@pytest.mark.parametrize("code", REAL)
def test_a_published_credit_code_is_accepted(code: str) -> None:
    validate_credit_code(code)
    assert credit_check_character(code[:17]) == code[17]


@given(st.text(CREDIT_ALPHABET, min_size=17, max_size=17), st.integers(0, 16), st.data())
def test_any_single_wrong_character_is_found(first: str, place: int, data: st.DataObject) -> None:
    code = first + credit_check_character(first)
    wrong = data.draw(st.sampled_from(CREDIT_ALPHABET.replace(code[place], "")))
    with pytest.raises(ValidationError, match="校验码不符"):
        validate_credit_code(code[:place] + wrong + code[place + 1 :])


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("9111000080210043", "应为18位，现为16位"),
        ("91110000802100433I", "不使用字符“I”"),
        ("91110000802100433b", "不使用字符“b”"),
        ("911100008021004330", "校验码不符"),
    ],
)
def test_a_wrong_credit_code_is_told_apart(code: str, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        validate_credit_code(code)


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("410000", "province"),
        ("410100", "city"),
        ("419001", "county"),
        ("419001000", "county"),
        ("419001102", "township"),
        ("419001102000", "township"),
        ("419001102203", "village"),
    ],
)
def test_a_division_code_says_its_level(code: str, level: str) -> None:
    validate_division_code(code)
    assert division_level(code) == level


@pytest.mark.parametrize("code", ["", "4190", "41900110", "A19001", "019001", "４１９００１"])
def test_what_is_no_division_code_is_refused(code: str) -> None:
    with pytest.raises(ValidationError, match="行政区划代码"):
        validate_division_code(code)
