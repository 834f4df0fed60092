"""Chinese numerals in both directions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.law.numerals import NotANumeral, circled, to_chinese, to_digits, to_int


@given(st.integers(min_value=1, max_value=9999))
def test_a_number_written_in_chinese_reads_back_the_same(number: int) -> None:
    assert to_int(to_chinese(number)) == number
    assert to_int(to_digits(number)) == number
    assert to_int(str(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一", 1), ("十", 10), ("十一", 11), ("二十", 20), ("一百", 100), ("一百零五", 105),
        ("一百〇五", 105), ("一百一十", 110), ("一百二十三", 123), ("一千零一", 1001),
        ("一千二百六十", 1260), ("二〇二六", 2026), ("二○二六", 2026), ("二零二六", 2026),
        ("１２３", 123), ("007", 7), ("两", 2),
    ],
)  # fmt: skip
def test_each_way_of_writing_is_read(text: str, number: int) -> None:
    assert to_int(text) == number


@pytest.mark.parametrize("text", ["", "百", "千百", "十十", "一百一百", "甲", "第一", "-1", "1.5", "五十百"])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(NotANumeral, match="不是数字"):
        to_int(text)


@pytest.mark.parametrize(("number", "text"), [(10, "十"), (12, "十二"), (110, "一百一十"), (1010, "一千零一十")])
def test_numbers_are_written_as_statutes_write_them(number: int, text: str) -> None:
    assert to_chinese(number) == text


def test_numbers_out_of_range_are_refused() -> None:
    for number in (0, -2, 10000):
        with pytest.raises(NotANumeral):
            to_chinese(number)


def test_a_paragraph_number_is_circled_as_far_as_there_are_signs() -> None:
    assert (circled(1), circled(20), circled(21)) == ("①", "⑳", "〈21〉")


def test_thousands_of_digits_are_no_numeral() -> None:
    with pytest.raises(NotANumeral):
        to_int("1" * 5000)
    with pytest.raises(NotANumeral):
        to_int("一" * 5000)
