"""Numbers of receipts as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.areas.enforcement.receipts.numbers import Unreadable, one, read


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("冀财罚000123", ["冀财罚000123"]),
        ("冀财罚 000123", ["冀财罚000123"]),
        ("冀财罚０００１２３", ["冀财罚000123"]),
        ("P-001", ["P-001"]),
        ("000123、000125", ["000123", "000125"]),
        ("冀财罚000123至000125", ["冀财罚000123", "冀财罚000124", "冀财罚000125"]),
        ("000009~000010", ["000009", "000010"]),
        ("000001至000002；000007", ["000001", "000002", "000007"]),
        ("", []),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, numbers: list[str]) -> None:
    assert [str(number) for number in read(text)] == numbers


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("000125至000123", "止号小于起号"),
        ("000123至0125", "位数不一致"),
        ("冀财罚000123至豫财罚000125", "字样或者位数不一致"),
        ("000001至002000", "超过1000个"),
        ("甲至乙", "不能读成一段号码"),
    ],
)
def test_a_run_that_cannot_be_is_named(text: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        read(text)


@given(st.integers(0, 999_000), st.integers(0, 50))
def test_a_run_names_every_number_once_and_in_order(first: int, more: int) -> None:
    numbers = read(f"冀财罚{first:06}至{first + more:06}")
    assert [number.serial for number in numbers] == list(range(first, first + more + 1))
    assert all(one(str(number)) == number for number in numbers)
