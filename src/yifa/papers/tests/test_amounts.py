"""Amounts of money are written in the scale that says them whole, so that nobody counts digits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.papers.amounts import amount_text
from yifa.reader import read_text


@pytest.mark.parametrize(
    ("yuan", "text"),
    [
        ("0", "0元"), ("9800", "9,800元"), ("9999.5", "9,999.50元"), ("10000", "1万元"), ("2427650", "242.765万元"),
        ("2427700", "242.77万元"), ("12345678", "1234.5678万元"), ("1234567.89", "1,234,567.89元"),
        ("150000000", "1.5亿元"), ("123456789", "12345.6789万元"), ("2427650.00", "242.765万元"), ("-30000", "-3万元"),
    ],
)  # fmt: skip
def test_an_amount_stands_in_the_largest_scale_that_says_it_whole(yuan: str, text: str) -> None:
    assert amount_text(Decimal(yuan)) == text


@given(st.integers(1, 10**12))
def test_the_reader_of_published_reports_gets_the_very_amount_back(cents: int) -> None:
    yuan = Decimal(cents) / 100
    text = f"洪河县人民政府2025年法治政府建设年度报告\n一、行政执法\n全年罚款金额{amount_text(yuan)}。"

    (figure,) = read_text(text, "报告.txt").figures
    assert figure.value == pytest.approx(float(yuan / 10000))
