"""A figure is the rows it returns."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from yifa.kernel.correction import void
from yifa.kernel.engine import Entry
from yifa.kernel.figures import Value, Window, drift, freeze
from yifa.kernel.models import Event
from yifa.kernel.tests.conftest import Bureau, at
from yifa.kernel.tests.toy import Toy

pytestmark = pytest.mark.data


def year(bureau: Bureau, number: int = 2025) -> Window:
    return Window.year(number, [bureau.organ.pk])


def test_flow_and_stock_are_counted_apart_over_the_turn_of_the_year(bureau: Bureau) -> None:
    carried = bureau.accepted("2024-12-02", "2024-12-05")
    bureau.accepted("2025-03-10", "2025-03-12")
    bureau.take(carried, Toy.decide, "2025-01-20", by=bureau.second)
    assert [Toy.accepted.value(year(bureau, y)).value for y in (2024, 2025)] == [1, 1]
    assert [Toy.pending.value(year(bureau, y)).value for y in (2024, 2025)] == [1, 1]
    assert list(Toy.decided.rows(year(bureau)).values_list("pk", flat=True)) == [carried.pk]


def test_a_share_without_a_denominator_has_no_value_and_zero_is_zero(bureau: Bureau) -> None:
    assert Toy.decided_share.value(year(bureau)) == Value(None, Decimal(0), Decimal(0))
    assert Toy.decided_share.value(year(bureau)).text("%") == "不适用"
    bureau.accepted()
    assert Toy.decided_share.value(year(bureau)).text("%") == "0.00%"


def test_a_voided_step_is_not_counted(bureau: Bureau) -> None:
    case = bureau.accepted()
    void(case, Event.objects.get(case=case, step="accept"), "误登", Entry(bureau.head, at("2025-03-13")))
    assert Toy.accepted.value(year(bureau)).value == 0


def test_another_organ_is_not_counted(bureau: Bureau) -> None:
    bureau.accepted()
    assert Toy.accepted.value(Window(date(2025, 1, 1), date(2025, 12, 31), ())).value == 0


def test_a_frozen_figure_keeps_its_rows_and_tells_what_came_since(bureau: Bureau) -> None:
    first = bureau.accepted()
    frozen = freeze(Toy.accepted, year(bureau), organ=bureau.organ, by=bureau.handler, at=at("2025-12-31"))
    late = bureau.accepted("2025-12-29", "2025-12-31")
    assert (frozen.value, frozen.rows) == (1, [first.pk])
    assert drift(frozen, year(bureau)).came == (late.pk,)
