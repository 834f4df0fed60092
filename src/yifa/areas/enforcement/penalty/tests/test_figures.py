"""How penalties are counted (E01 §7)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yifa.areas.enforcement.penalty.penalty_procedure import Penalty
from yifa.areas.enforcement.penalty.record_decision import heaviest
from yifa.areas.enforcement.penalty.tests.conftest import HANDED, County
from yifa.kernel.figure import Window

pytestmark = pytest.mark.data


def value(county: County, code: str) -> Decimal | None:
    """A figure of the year 2026 at the market regulator."""
    figure = next(figure for figure in Penalty.figures() if figure.code == code)
    return figure.value(Window.year(2026, [county.market.pk])).value


@pytest.mark.parametrize(
    ("kinds", "counted"),
    [
        (["warning", "fine"], "fine"),
        (["fine", "confiscate_gains"], "confiscate_gains"),
        (["revoke_permit", "order_closure", "fine"], "revoke_permit"),
        (["detention", "fine"], "detention"),
        (["other_by_law", "warning"], "warning"),
        (["other_by_law"], "other_by_law"),
        ([], ""),
    ],
)
def test_of_several_kinds_the_heaviest_counts(kinds: list[str], counted: str) -> None:
    assert heaviest(kinds) == counted


def test_a_decision_counts_once_by_its_date_with_the_amount_of_the_decision(county: County) -> None:
    case = county.told(penalty_kinds=[{"kind": "warning"}, {"kind": "fine"}])
    county.take(case, "decide", "2026-04-10")
    assert value(county, "pen_decided") == 1
    assert value(county, "pen_fine_kind") == 1
    assert value(county, "pen_warning") == 0
    assert value(county, "pen_fine") == Decimal(20000)
    assert value(county, "pen_filed") == 1
    assert value(county, "pen_open") == 1
    assert value(county, "pen_in_time_rate") == Decimal(100)


def test_a_revoked_decision_still_counts(county: County) -> None:
    case = county.take(county.decided(), "serve", "2026-04-13", HANDED)
    county.take(case, "change", "2026-06-10", {"changed_by": "revoked"}, paper="复议决定书")
    assert value(county, "pen_decided") == 1
    assert value(county, "pen_revoked") == 1
