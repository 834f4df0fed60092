"""The additional fine: the worked sums of the reference, and what must hold of every fine."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.areas.enforcement.fine_collection.surcharge import RATE, Paid, Plan, Still, Terms, Tranche, reckon

D = Decimal
DUE = date(2025, 3, 25)


def terms(fine: int, due: date = DUE, **more: object) -> Terms:
    """A fine with its last day of payment."""
    return Terms(D(fine), due, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fine", "due", "paid_on", "expected"),
    [
        (20000, DUE, date(2025, 4, 4), (10, 6000, None)),
        (50000, date(2025, 2, 5), date(2025, 3, 20), (34, 50000, date(2025, 3, 11))),
        (50000, date(2025, 2, 5), date(2025, 3, 10), (33, 49500, None)),
        (50000, date(2025, 2, 5), date(2025, 3, 11), (34, 50000, date(2025, 3, 11))),
        (20000, DUE, DUE, (0, 0, None)),
        (20000, DUE, date(2025, 3, 26), (1, 600, None)),
    ],
)
def test_three_per_cent_a_day_from_the_day_after_the_last_up_to_the_day_of_payment(
    fine: int, due: date, paid_on: date, expected: tuple[int, int, date | None]
) -> None:
    told = reckon(terms(fine, due), [], paid_on)
    assert (told.days, told.surcharge, told.capped_on) == expected


def test_days_of_reconsideration_do_not_count_neither_its_first_nor_its_last() -> None:
    still = Still(date(2025, 4, 1), date(2025, 5, 16), "行政复议期间")
    told = reckon(terms(10000, still=(still,)), [], date(2025, 5, 20))
    assert (told.days, told.surcharge) == (10, D(3000))
    assert told.explain() == [
        "2025-03-26至2025-03-31，6日，未缴10,000元，每日加处300元，计1,800元",
        "2025-04-01至2025-05-16，46日，行政复议期间，不计加处罚款",
        "2025-05-17至2025-05-20，4日，未缴10,000元，每日加处300元，计1,200元",
        "截至2025-05-20：罚款10,000元，已缴0元，未缴10,000元；加处罚款3,000元，已缴0元，未缴3,000元",
    ]


def test_an_open_reconsideration_stops_the_count() -> None:
    told = reckon(terms(10000, still=(Still(date(2025, 4, 1), None, "行政复议期间"),)), [], date(2027, 1, 1))
    assert told.surcharge == D(1800)


def test_a_part_payment_lowers_the_base_from_the_next_day_on() -> None:
    told = reckon(terms(20000), [Paid(date(2025, 3, 27), D(10000))], date(2025, 3, 29))
    assert [(s.since.day, s.until.day, s.amount) for s in told.stretches] == [(26, 27, D(1200)), (28, 29, D(600))]
    assert told.fine_left == D(10000)
    assert told.surcharge_left == D(1800)


def test_where_the_place_takes_the_whole_fine_a_part_payment_changes_nothing() -> None:
    told = reckon(terms(20000, of_whole=True), [Paid(date(2025, 3, 27), D(10000))], date(2025, 3, 29))
    assert told.surcharge == D(2400)


def test_payments_go_to_the_fine_first_and_too_much_is_said() -> None:
    told = reckon(terms(20000), [Paid(date(2025, 4, 4), D(30000))], date(2025, 4, 4))
    assert (told.fine_paid, told.surcharge_paid, told.over, told.left) == (D(20000), D(6000), D(4000), D(0))


def test_a_decision_that_does_not_state_it_has_no_additional_fine() -> None:
    told = reckon(terms(20000, stated=False), [], date(2026, 1, 1))
    assert told.surcharge == 0
    assert "不得加收" in told.explain()[0]


def test_instalments_take_the_place_of_the_last_day_and_each_may_be_late() -> None:
    plan = Plan(date(2025, 3, 20), (Tranche(date(2025, 4, 30), D(10000)), Tranche(date(2025, 5, 30), D(10000))))
    told = reckon(terms(20000, plans=(plan,)), [Paid(date(2025, 5, 6), D(10000))], date(2025, 5, 30))
    assert (told.days, told.surcharge) == (6, D(1800))
    assert told.overdue == 0


def test_what_had_accrued_before_a_plan_was_granted_stays() -> None:
    plan = Plan(date(2025, 4, 1), (Tranche(date(2025, 6, 30), D(20000)),))
    told = reckon(terms(20000, plans=(plan,)), [], date(2025, 6, 30))
    assert (told.days, told.surcharge) == (6, D(3600))


def test_only_the_additional_fine_is_remitted() -> None:
    told = reckon(terms(20000), [], date(2025, 4, 4), waived=D(5000))
    assert (told.surcharge, told.fine_left) == (D(1000), D(20000))


# --- what must hold of every fine ---------------------------------------------------------------------

fines = st.integers(1, 5_000_000)
offsets = st.integers(-40, 120)
spans = st.lists(st.tuples(st.integers(-20, 90), st.integers(0, 40)), max_size=3)
payments = st.lists(st.tuples(offsets, st.integers(1, 2_000_000)), max_size=4)
plans = st.lists(
    st.tuples(st.integers(-10, 60), st.lists(st.tuples(st.integers(1, 60), st.integers(1, 2_000_000)), min_size=1,
                                             max_size=3)), max_size=2,
)  # fmt: skip


def _terms(fine: int, stopped: list[tuple[int, int]], granted: list[tuple[int, list[tuple[int, int]]]]) -> Terms:
    still = tuple(Still(DUE + timedelta(a), DUE + timedelta(a + n), "复议") for a, n in stopped)
    held = dict(granted)
    made = tuple(
        Plan(DUE + timedelta(on), tuple(Tranche(DUE + timedelta(on + n), D(amount)) for n, amount in rows))
        for on, rows in held.items()
    )
    return Terms(D(fine), DUE, still=still, plans=made)


def _paid(made: list[tuple[int, int]]) -> list[Paid]:
    return [Paid(DUE + timedelta(on), D(amount)) for on, amount in made]


def _day_by_day(of: Terms, made: list[Paid], on: date) -> Decimal:
    """The same sum without any cleverness: one day after the other."""
    total, day = D(0), of.due
    while day < on:
        day += timedelta(1)
        paid = sum((p.amount for p in made if p.on < day), D(0))
        plan = max((p for p in of.plans if p.granted_on <= day), key=lambda p: p.granted_on, default=None)
        base = of.fine - paid
        if plan is not None:
            before = sum((p.amount for p in made if p.on < plan.granted_on), D(0))
            asked = sum((t.amount for t in plan.tranches if t.due < day), D(0))
            base = min(base, asked - (paid - before))
        if base > 0 and not any(s.since <= day <= (s.until or day) for s in of.still):
            total = min(of.fine, total + base * RATE)
    return total.quantize(D("0.01"), "ROUND_HALF_UP")


@given(fines, spans, plans, payments, st.integers(-5, 150))
def test_it_is_the_sum_of_its_days(
    fine: int, stopped: list[tuple[int, int]], granted: list[tuple[int, list[tuple[int, int]]]],
    made: list[tuple[int, int]], after: int,
) -> None:  # fmt: skip
    of, paid, on = _terms(fine, stopped, granted), _paid(made), DUE + timedelta(after)
    assert reckon(of, paid, on).surcharge == _day_by_day(of, [p for p in paid if p.on <= on], on)


@given(fines, spans, payments, st.integers(-5, 150))
def test_it_never_exceeds_the_fine_and_never_shrinks(
    fine: int, stopped: list[tuple[int, int]], made: list[tuple[int, int]], after: int
) -> None:
    of, paid, on = _terms(fine, stopped, []), _paid(made), DUE + timedelta(after)
    today, tomorrow = reckon(of, paid, on), reckon(of, paid, on + timedelta(1))
    assert 0 <= today.surcharge <= tomorrow.surcharge <= of.fine


@given(fines, payments, st.integers(-5, 150))
def test_every_yuan_paid_goes_somewhere(fine: int, made: list[tuple[int, int]], after: int) -> None:
    paid, on = _paid(made), DUE + timedelta(after)
    told = reckon(Terms(D(fine), DUE), paid, on)
    assert told.fine_paid + told.surcharge_paid + told.over == sum((p.amount for p in paid if p.on <= on), D(0))
    assert told.fine_left >= 0
    assert told.surcharge_left >= 0


@given(fines, st.integers(1, 200))
def test_a_fine_paid_in_time_costs_nothing_more(fine: int, after: int) -> None:
    told = reckon(Terms(D(fine), DUE), [Paid(DUE, D(fine))], DUE + timedelta(after))
    assert (told.surcharge, told.left) == (0, 0)


@given(fines)
def test_the_cap_is_reached_on_the_thirty_fourth_day(fine: int) -> None:
    assert reckon(Terms(D(fine), DUE), [], date(2026, 1, 1)).capped_on == DUE + timedelta(34)
