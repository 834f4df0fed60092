"""The figures of legality review, with both ways to count adoption."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yifa.areas.rulemaking.legality_review.review_procedure import LegalityReview as R
from yifa.areas.rulemaking.legality_review.tests.conftest import County
from yifa.kernel.figure import Window

pytestmark = pytest.mark.data

TEN = [
    {"seq": str(n), "text": "意见", "severity": "should", "adopt_status": status, "reason_if_not": "有理由"}
    for n, status in enumerate(["full"] * 6 + ["partial"] * 2 + ["none"] + ["pending"], 1)
]
"""Ten opinions: six adopted, two in part, one not, one unanswered."""


def year(county: County) -> Window:
    return Window.year(2025, [county.bureau.pk])


def test_ten_opinions_six_adopted_two_in_part_one_not_one_open_make_8889_per_cent_of_those_answered(
    county: County,
) -> None:
    county.opined(opinions=TEN)
    share = R.lr_adopt_rate_items.value(year(county))
    assert (share.value, share.numerator, share.denominator) == (Decimal("88.89"), 8, 9)
    assert R.lr_opinion_items.value(year(county)).value == 10


def test_adoption_by_cases_counts_cases_that_asked_for_changes(county: County) -> None:
    county.opined(opinions=TEN)
    county.opined(opinions=[TEN[8]])
    county.opined(opinions=[TEN[0] | {"severity": "note"}], conclusion="illegal")
    county.opined(conclusion="legal")
    share = R.lr_adopt_rate_cases.value(year(county))
    assert (share.value, share.numerator, share.denominator) == (Decimal("50.00"), 1, 2)
    assert R.lr_illegal_blocked.value(year(county)).value == 1


def test_an_items_figure_opens_onto_the_cases_that_hold_the_items(county: County) -> None:
    held = county.opined(opinions=TEN)
    county.opined(conclusion="legal")
    assert [row.pk for row in R.lr_adopted_items.rows(year(county))] == [held.pk]
    assert R.lr_count.value(year(county)).value == 2


def test_kinds_add_up_to_the_whole(county: County) -> None:
    for kind in ("contract", "normative_document", "major_decision", "village_rule"):
        county.opined(kind, conclusion="legal")
    parts = (
        R.lr_decisions, R.lr_documents, R.lr_contracts, R.lr_agreements, R.lr_township, R.lr_topics,
        R.lr_village_rules, R.lr_others,
    )  # fmt: skip
    window = year(county)
    assert sum(int(part.value(window).value or 0) for part in parts) == R.lr_count.value(window).value == 4


def test_decisions_have_no_longest_time_and_stay_out_of_the_share_in_time(county: County) -> None:
    county.opined("major_decision", conclusion="legal")
    county.opined("contract", conclusion="legal")  # complete on 3 March, five working days, opinion on the 17th
    share = R.lr_in_time_rate.value(year(county))
    assert (share.numerator, share.denominator) == (0, 1)
