"""Which tier is proposed and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.areas.enforcement.discretion.models import TierKind
from yifa.areas.enforcement.penalty.choices import HEAVIER, MUST_LIGHTEN, Circumstance
from yifa.areas.enforcement.penalty.proposal import propose, wanted

MUST, UNDONE = Circumstance.CONFESSED, Circumstance.UNDONE


@dataclass(frozen=True)
class Row:
    edition: int
    tier: int
    tier_kind: str
    range_from: Decimal
    range_to: Decimal
    to_open: bool = True
    from_open: bool = False
    conditions: str = "条件"
    unit: str = "yuan"
    statute_from: Decimal = Decimal(5000)
    statute_to: Decimal = Decimal(50000)


LADDER = [
    Row(1, 1, "lighter", Decimal(5000), Decimal(16000)),
    Row(1, 2, "ordinary", Decimal(16000), Decimal(36000)),
    Row(1, 3, "heavier", Decimal(36000), Decimal(50000), to_open=False),
]


@pytest.mark.parametrize(
    ("circumstances", "kind", "why"),
    [
        ([], "ordinary", "没有从轻"),
        ([MUST], "lighter", "第三十二条第三项"),
        ([Circumstance.PARTIAL_CAPACITY], "lighter", "可以从轻"),
        ([MUST, UNDONE], "mitigated", "不止一项"),
        ([Circumstance.REPEATED], "heavier", "从重"),
        ([Circumstance.EMERGENCY], "heavier", "第四十九条"),
        ([MUST, Circumstance.REPEATED], "ordinary", "综合考虑"),
        ([Circumstance.MINOR_AGE, Circumstance.REPEATED], "lighter", "第三十条"),
    ],
)
def test_circumstances_ask_for_a_kind_of_tier_with_its_provision(circumstances: list[str], kind: str, why: str) -> None:
    found, reason = wanted(circumstances)
    assert found == kind
    assert why in reason


def test_without_the_wanted_tier_the_nearest_is_taken_and_that_is_said() -> None:
    found = propose(LADDER, LADDER, [MUST, UNDONE])
    assert found is not None
    assert (found.kind, found.rung.low, found.rung.high) == ("lighter", Decimal(5000), Decimal(16000))
    assert "没有“减轻”阶次" in found.text


def test_the_lighter_of_two_editions_governs() -> None:
    lighter = [replace(row, edition=2, range_from=row.range_from / 2, range_to=row.range_to / 2) for row in LADDER]
    found = propose(LADDER, lighter, [])
    assert found is not None
    assert (found.edition, found.rung.high) == (2, Decimal(18000))
    assert "第三十七条" in found.text
    back = propose(lighter, LADDER, [])
    assert back is not None
    assert back.edition == 2
    assert "违法行为发生时的旧版" in back.text


def test_without_a_benchmark_at_the_time_the_present_one_is_used() -> None:
    found = propose([], LADDER, [])
    assert found is not None
    assert "没有施行的基准" in found.text
    assert propose([], [], []) is None


def test_a_multiple_needs_its_base() -> None:
    times = [replace(row, unit="goods", range_from=Decimal(10), range_to=Decimal(15)) for row in LADDER]
    assert propose(times, times, []) is None
    found = propose(times, times, [], Decimal(3000))
    assert found is not None
    assert (found.rung.low, found.rung.high) == (Decimal(30000), Decimal(45000))
    percent = [replace(row, unit="price") for row in times]
    share = propose(percent, percent, [], Decimal(100000))
    assert share is not None
    assert share.rung.high == Decimal(15000)


@given(st.lists(st.sampled_from(list(Circumstance))))
def test_more_lightening_is_never_heavier(circumstances: list[Circumstance]) -> None:
    order = list(TierKind)
    before = order.index(wanted(circumstances)[0])
    for light in MUST_LIGHTEN:
        after = order.index(wanted([*circumstances, light])[0])
        assert after <= before
    for heavy in HEAVIER:
        assert order.index(wanted([*circumstances, heavy])[0]) >= before
