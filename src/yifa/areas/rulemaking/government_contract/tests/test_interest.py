"""Interest on late payment, as the regulation and the worked example have it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.areas.rulemaking.government_contract.interest import RateTooLow, days_late, overdue_interest


def test_a_million_forty_five_days_late_without_a_rate_agreed_is_22500() -> None:
    found = overdue_interest(Decimal(1_000_000), 45)
    assert found.amount == Decimal("22500.00")
    assert found.text == "1,000,000.00元×每日万分之五（未约定利率）×逾期45日＝22,500.00元"
    assert found.basis.short == "保障中小企业款项支付条例17"


def test_a_rate_agreed_counts_by_the_year_of_365_days() -> None:
    found = overdue_interest(Decimal(365_000), 10, yearly=Decimal("3.65"), lpr=Decimal("3.1"))
    assert found.amount == Decimal("365.00")


def test_a_rate_below_the_loan_prime_rate_is_not_applied() -> None:
    with pytest.raises(RateTooLow, match=r"年利率2%低于订立时1年期贷款市场报价利率3\.1%"):
        overdue_interest(Decimal(100), 1, yearly=Decimal("2.0"), lpr=Decimal("3.10"))


@pytest.mark.parametrize(
    ("until", "days"),
    [(date(2025, 7, 7), 0), (date(2025, 7, 8), 1), (date(2025, 8, 21), 45), (date(2025, 7, 1), 0)],
)
def test_the_first_day_late_is_the_day_after_the_last_of_the_period(until: date, days: int) -> None:
    assert days_late(date(2025, 7, 7), until) == days


@given(
    st.decimals(min_value=0, max_value=10**9, places=2), st.integers(min_value=0, max_value=3000),
    st.integers(min_value=0, max_value=3000),
)  # fmt: skip
def test_interest_never_falls_with_the_days(principal: Decimal, days: int, more: int) -> None:
    assert overdue_interest(principal, days + more).amount >= overdue_interest(principal, days).amount
