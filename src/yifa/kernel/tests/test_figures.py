"""A figure is the rows it returns."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Q

from tests.flush import unprotected
from yifa.kernel.clocks import State
from yifa.kernel.correction import void
from yifa.kernel.declare import Publication
from yifa.kernel.engine import Authority, Entry, new_case, perform
from yifa.kernel.figure import Value, Window
from yifa.kernel.figures import Copies, Count, Timely
from yifa.kernel.frozen import drift, freeze, verify_frozen
from yifa.kernel.models import Case, Event, FrozenFigure
from yifa.kernel.publish import publish, withdraw
from yifa.kernel.rules import Attempt
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


def test_a_frozen_figure_cannot_be_changed_and_an_intruder_who_changes_its_records_is_named(bureau: Bureau) -> None:
    bureau.accepted()
    frozen = freeze(Toy.accepted, year(bureau), organ=bureau.organ, by=None, at=at("2025-12-31"))
    with pytest.raises(DatabaseError, match="冻结数字不得修改"), transaction.atomic():
        FrozenFigure._base_manager.update(rows=[])
    assert list(verify_frozen()) == []
    unprotected("kernel_frozenfigure")
    FrozenFigure._base_manager.update(rows=[])
    named = f"冻结数字“受理”（2025-01-01至2025-12-31，第{frozen.pk}号）：所计记录与摘要不符"
    assert list(verify_frozen()) == [named]


def test_a_public_copy_counts_in_its_year_until_it_is_taken_back(bureau: Bureau, public: Publication) -> None:
    figure = Copies("公开的决定", publication=public)
    figure.belong_to(Toy)
    case = bureau.accepted()
    bureau.take(case, Toy.decide, "2025-04-10", by=bureau.second)
    assert figure.value(year(bureau)).value == 0
    copy = publish(case, public, date(2025, 4, 11), Entry(bureau.handler, at("2025-04-11")))
    assert list(figure.rows(year(bureau)).values_list("pk", flat=True)) == [case.pk]
    assert figure.value(year(bureau, 2026)).value == 0
    withdraw(copy, "决定登记有误", date(2026, 1, 14), Entry(bureau.handler, at("2026-01-14")))
    assert figure.value(year(bureau)).value == 1
    assert figure.value(Window(date(2025, 1, 1), date(2026, 12, 31), (bureau.organ.pk,))).value == 0


def test_a_condition_that_looks_into_several_rows_of_a_case_counts_it_once(bureau: Bureau) -> None:
    bureau.accepted()
    doubled = Count("受理且有期限", by=(Toy.accept,), where=Q(clocks__run=1) | ~Q(clocks__state="late"))
    doubled.belong_to(Toy)
    assert doubled.value(year(bureau)).value == 1
    assert doubled.rows(year(bureau)).count() == len(list(doubled.rows(year(bureau)))) == 1


def test_a_case_with_two_steps_in_the_window_is_one_case(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-10", "2025-03-12")
    bureau.take(case, Toy.suspend, "2025-03-20", data={"ground": "death"})
    bureau.take(case, Toy.resume, "2025-03-25")
    bureau.take(case, Toy.suspend, "2025-04-01", data={"ground": "other"})
    suspended = Count("中止", by=(Toy.suspend,))
    suspended.belong_to(Toy)
    assert suspended.value(year(bureau)).value == 1


def test_history_with_gaps_is_left_out_of_figures_on_time(bureau: Bureau) -> None:
    in_time = Timely("按期办结", limits=(Toy.conclude,), states=(State.KEPT,))
    in_time.belong_to(Toy)
    for steps in (((Toy.receive, 10), (Toy.accept, 11), (Toy.decide, 28)), ((Toy.receive, 10), (Toy.decide, 28))):
        case = new_case("toy", bureau.organ, date(2025, 3, 10), historic=True)
        for step, day in steps:
            attempt = Attempt(step, date(2025, 3, day))
            event = perform(case, attempt, Entry(bureau.handler, at("2026-01-05"), Authority.IMPORT))
            case = Case.objects.get(pk=event.case_id)
    assert Toy.decided.value(year(bureau)).value == 2
    assert in_time.value(year(bureau)).value == 1


def test_drift_of_a_share_tells_of_its_denominator_and_of_its_value(bureau: Bureau) -> None:
    decided = bureau.accepted()
    bureau.take(decided, Toy.decide, "2025-04-10", by=bureau.second)
    frozen = freeze(Toy.decided_share, year(bureau), organ=bureau.organ, by=None, at=at("2025-12-31"))
    assert not drift(frozen, year(bureau)).any
    other = bureau.accepted("2025-12-29", "2025-12-31")
    changed = drift(frozen, year(bureau))
    assert (changed.came, changed.below_came) == ((), (other.pk,))
    assert (changed.was, changed.now) == (Decimal(100), Decimal(50))


def test_figures_reach_their_events_and_clocks_by_index(bureau: Bureau) -> None:
    bureau.accepted()
    in_time = Timely("按期受理", limits=(Toy.examine,))
    in_time.belong_to(Toy)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        for figure, index in (
            (Toy.accepted, "event_by_step"),
            (Toy.pending, "event_by_step"),
            (in_time, "clock_by_limit"),
        ):
            plan = figure.rows(year(bureau)).explain()
            reached = "Seq Scan" not in plan if connection.vendor == "postgresql" else index in plan
            assert reached, plan
