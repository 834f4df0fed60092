"""Numbers and ages of parties."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from yifa.areas.enforcement.common.identity import age_on, identity_check_character, validate_identity_number
from yifa.areas.enforcement.common.party import number_fault

RIGHT = "11010519491231002X"  # the example of GB 11643—1999


def test_the_example_of_the_standard_is_right() -> None:
    validate_identity_number(RIGHT)
    assert identity_check_character(RIGHT[:17]) == RIGHT[17]


@pytest.mark.parametrize(
    ("number", "wrong"),
    [("110105194912310021", "校验码"), ("11010519491331002X", "出生日期"), ("1101051949123100", "17位数字"),
     ("11010519491231002x", "大写X")],
)  # fmt: skip
def test_a_wrong_number_is_refused_and_never_repeated(number: str, wrong: str) -> None:
    with pytest.raises(ValidationError, match=wrong) as caught:
        validate_identity_number(number)
    assert number not in "".join(caught.value.messages)


@given(st.dates(date(1920, 1, 1), date(2026, 1, 1)), st.integers(0, 999), st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(birth: date, serial: int, place: int, shift: int) -> None:
    body = f"130999{birth:%Y%m%d}{serial:03}"
    number = body + identity_check_character(body)
    validate_identity_number(number)
    old = number[place]
    changed = "X" if old != "X" and place == 17 else str((int(old) + shift) % 10) if old != "X" else "5"
    with pytest.raises(ValidationError):
        validate_identity_number(number[:place] + changed + number[place + 1 :])


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [("2012-03-05", "2026-03-05", 13), ("2012-03-05", "2026-03-06", 14), ("2008-02-29", "2026-02-28", 17),
     ("2008-02-29", "2026-03-01", 18)],
)  # fmt: skip
def test_a_year_of_age_is_completed_when_the_birthday_has_passed(birth: str, day: str, age: int) -> None:
    assert age_on(date.fromisoformat(birth), date.fromisoformat(day)) == age


@pytest.mark.parametrize(
    ("party_type", "id_type", "number", "wrong"),
    [
        ("legal_person", "id_card", RIGHT, "当事人是单位"),
        ("natural", "credit_code", "91130999MA0ABCDE1M", "当事人是自然人"),
        ("legal_person", "credit_code", "91130999MA0ABCDE10", "校验码"),
        ("natural", "id_card", "110105194912310021", "校验码"),
    ],
)
def test_number_and_kind_of_the_party_must_agree(party_type: str, id_type: str, number: str, wrong: str) -> None:
    assert wrong in (number_fault(party_type, id_type, number) or "")


def test_a_passport_is_not_checked() -> None:
    assert number_fault("natural", "passport", "E12345678") is None
