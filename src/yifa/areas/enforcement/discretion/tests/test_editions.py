"""A benchmark is changed as a whole: each cell and the ladder are checked, and old cases keep their edition."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yifa.areas.enforcement.discretion.editions import EditionRefused, Saved, newest, save, tiers_of
from yifa.areas.enforcement.discretion.ladder import plain
from yifa.areas.enforcement.discretion.models import DiscretionTier
from yifa.areas.enforcement.discretion.register import DiscretionBenchmarks
from yifa.areas.enforcement.discretion.standing import tiers_on
from yifa.areas.enforcement.discretion.tests.test_discretion import NOW, ladder
from yifa.kernel.registers import entries
from yifa.office.models import Organ

pytestmark = [pytest.mark.django_db, pytest.mark.data]
HEAD = {
    "act_code": "SP-122", "act": "未取得食品经营许可从事食品经营活动", "legal_basis": "《食品安全法》第一百二十二条",
    "unit": "yuan", "statute_from": "50000", "statute_to": "100000", "issuer_level": "county", "form": "document",
    "document": "洪市监规〔2026〕3号", "review_no": "洪司审〔2026〕9号", "published_on": "2026-11-10",
    "effective_on": "2026-12-01",
}  # fmt: skip


def row(low: str, high: str, kind: str = "一般", **more: str) -> dict[str, str]:
    told = {"tier_kind": kind, "conditions": "没有从轻、从重情节", "range_from": low, "range_to": high}
    return told | {"from_open": "否", "to_open": "是"} | more


TIERS = [row("50000", "60000", "从轻"), row("60000", "90000"),
         row("90000", "100000", "从重", to_open="否")]  # fmt: skip


def saved(organ: Organ, rows: Any = None, seen: int = 1, **head: str) -> Saved:
    return save(organ, HEAD | head, TIERS if rows is None else rows, seen=seen, by=None, at=NOW)


def faults(organ: Organ, rows: Any = None, seen: int = 1, **head: str) -> list[tuple[int, str]]:
    with pytest.raises(EditionRefused) as refused:
        saved(organ, rows, seen, **head)
    return [(fault.row, fault.field) for fault in refused.value.faults]


def test_the_edition_before_stops_on_the_first_day_of_the_new_one(market: Organ) -> None:
    ladder(market)
    result = saved(market)
    assert [one.edition for one in result.tiers] == [2, 2, 2]
    assert {one.ended_on for one in tiers_of(market.pk, "SP-122", 1)} == {date(2026, 12, 1)}
    assert {one.edition for one in tiers_on(market.pk, "SP-122", date(2026, 11, 30))} == {1}
    assert next(plain(one.range_to) for one in tiers_on(market.pk, "SP-122", date(2026, 12, 1))) == "60000"
    assert result.notices == []
    told = entries.history(tiers_of(market.pk, "SP-122", 1)[0], DiscretionBenchmarks)
    assert [event.kind for event in told] == ["add", "amend"]


def test_a_first_edition_needs_none_before(market: Organ) -> None:
    assert [one.edition for one in saved(market, seen=0).tiers] == [1, 1, 1]
    assert newest(market.pk, "SP-122") == 1


@pytest.mark.parametrize(("number", "change", "where"), [
    (1, {"range_from": "58000"}, (2, "range_from")),
    (1, {"range_from": "61000"}, (2, "range_from")),
    (0, {"range_from": "40000"}, (1, "range_from")),
    (2, {"range_to": "120000"}, (3, "range_to")),
    (1, {"range_from": "六万"}, (2, "range_from")),
    (1, {"tier_kind": "中等"}, (2, "tier_kind")),
    (1, {"conditions": ""}, (2, "conditions")),
    (1, {"range_to": "59000"}, (2, "range_to")),
])  # fmt: skip
def test_a_fault_is_told_at_its_cell_and_nothing_is_saved(
    market: Organ, number: int, change: dict[str, str], where: tuple[int, str]
) -> None:
    ladder(market)
    rows = [one | (change if index == number else {}) for index, one in enumerate(TIERS)]
    assert where in faults(market, rows)
    assert newest(market.pk, "SP-122") == 1
    assert not DiscretionTier._base_manager.exclude(ended_on=None).exists()


def test_the_message_names_the_tier_the_numbers_and_the_article(market: Organ) -> None:
    rows = [TIERS[0], TIERS[1] | {"range_from": "58000"}, TIERS[2]]
    with pytest.raises(EditionRefused, match=r"第2阶次“幅度下限”第1阶次和第2阶次在58000至60000重叠（.*27号文"):
        saved(market, rows, seen=0)


@pytest.mark.parametrize(("head", "field"), [
    ({"effective_on": "2025-07-01"}, "effective_on"),
    ({"effective_on": "2025-06-30"}, "effective_on"),
    ({"effective_on": "2026-02-30"}, "effective_on"),
    ({"legal_basis": ""}, "legal_basis"),
    ({"published_on": "2026-11-21"}, "published_on"),
    ({"statute_to": "40000"}, "statute_to"),
])  # fmt: skip
def test_what_all_tiers_share_is_told_once(market: Organ, head: dict[str, str], field: str) -> None:
    ladder(market)
    assert faults(market, **head).count((0, field)) == 1


def test_who_comes_second_is_told_and_saves_nothing(market: Organ) -> None:
    ladder(market)
    saved(market)
    assert faults(market, effective_on="2026-12-15") == [(0, "act_code")]
    assert faults(market, seen=0) == [(0, "act_code")]
    assert newest(market.pk, "SP-122") == 2


def test_an_edition_that_is_not_in_force_yet_is_replaced_from_its_own_day(market: Organ) -> None:
    ladder(market)
    saved(market)
    assert saved(market, seen=2).tiers[0].edition == 3
    assert {one.edition for one in tiers_on(market.pk, "SP-122", date(2026, 12, 1))} == {3}


def test_shared_bounds_uncovered_ends_and_past_days_are_noticed_not_refused(market: Organ) -> None:
    rows = [TIERS[0] | {"to_open": "否"}, TIERS[1]]
    told = saved(market, rows, seen=0, effective_on="2026-11-01").notices
    assert any("都含60000" in one for one in told)
    assert any("没有覆盖法定幅度中的90000至100000元" in one for one in told)
    assert any("早于今天" in one for one in told)
    top = saved(market, [*TIERS[:2], TIERS[2] | {"to_open": "是"}], effective_on="2026-12-02").notices
    assert top == ["第3阶次不含法定上限本数100000，最高一个阶次的上限应当选“含”。"]


def test_no_rows_and_too_many_rows_are_refused(market: Organ) -> None:
    assert faults(market, [], seen=0) == faults(market, TIERS * 7, seen=0) == [(0, "tiers")]
