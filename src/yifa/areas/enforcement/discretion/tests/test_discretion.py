"""Benchmarks and leniency: the statutory range, editions by day, publication, elements of the law."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from yifa.areas.enforcement.discretion.models import DiscretionTier, LenientItem
from yifa.areas.enforcement.discretion.register import DiscretionBenchmarks, LenientItems
from yifa.areas.enforcement.discretion.standing import lenient_on, tiers_holding, tiers_on
from yifa.kernel.figure import Window
from yifa.kernel.registers import entries, importing
from yifa.kernel.registers.errors import EntryRefused
from yifa.kernel.registers.exporting import entries_of, public_of
from yifa.office.models import Organ

pytestmark = [pytest.mark.django_db, pytest.mark.data]
NOW = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
TODAY = date(2026, 11, 20)
TIER = {
    "act_code": "SP-122", "act": "未取得食品经营许可从事食品经营活动", "legal_basis": "《食品安全法》第一百二十二条",
    "edition": "1", "tier": "1", "tier_kind": "从轻", "conditions": "货值不满三千元", "unit": "元",
    "range_from": "50000",
    "range_to": "65000", "from_open": "否", "to_open": "是", "statute_from": "50000", "statute_to": "100000",
    "issuer_level": "县级", "form": "行政规范性文件", "document": "洪市监规〔2025〕1号",
    "review_no": "洪司审〔2025〕12号",
    "published_on": "2025-05-20", "effective_on": "2025-07-01",
}  # fmt: skip
SECOND = {"tier": "2", "tier_kind": "一般", "range_from": "65000", "range_to": "85000"}
THIRD = {"tier": "3", "tier_kind": "从重", "range_from": "85000", "range_to": "100000", "to_open": "否"}
ITEM = {
    "item_code": "MF-001", "act": "未悬挂营业执照", "kind": "轻微不罚",
    "legal_basis": "《市场主体登记管理条例》第四十八条",
    "conditions": "违法行为轻微，及时改正，没有造成危害后果", "edition": "1", "document": "洪市监规〔2025〕2号",
    "published_on": "2025-05-20", "effective_on": "2025-07-01",
}  # fmt: skip


def tier(organ: Organ, **more: Any) -> DiscretionTier:
    entry: DiscretionTier = entries.add(DiscretionBenchmarks, organ, TIER | more, by=None, at=NOW)
    return entry


def ladder(organ: Organ, **more: Any) -> None:
    for one in ({}, SECOND, THIRD):
        tier(organ, **one | more)


def lenient(organ: Organ, **more: Any) -> LenientItem:
    entry: LenientItem = entries.add(LenientItems, organ, ITEM | more, by=None, at=NOW)
    return entry


def codes(organ: Organ, on: date = TODAY) -> list[str]:
    return [warned.code for warned in DiscretionBenchmarks.warnings(on, [organ.pk])]


@pytest.mark.parametrize(("changed", "message"), [
    ({"range_to": "100001"}, "100001超过法定上限100000（行政处罚法76①(二)），不得超出法定幅度"),
    ({"range_from": "49999"}, "49999低于法定下限50000（行政处罚法76①(二)），低于法定下限的，阶次性质应为减轻"),
    ({"range_to": "40000"}, "小于幅度下限"),
    ({"range_to": "50000"}, "上下限相同，又不含本数"),
    ({"statute_to": "40000"}, "小于法定下限"),
    ({"legal_basis": "、"}, "（行政处罚法76①(一)），没有处罚依据的不得制定基准、清单"),
    ({"published_on": "2026-11-21"}, "晚于今天"),
    ({"ended_on": "2025-06-30"}, "早于施行日期"),
    ({"range_from": "5万"}, "请折算后填写：50000"),
    ({"range_from": "-1"}, "不能小于0"),
    ({"tier": "0"}, "从1开始"),
    ({"tier_kind": "较重"}, "不在可选项中"),
    ({"form": "规章"}, "“制定形式”县级不能制定规章（立法法93①），请选行政规范性文件，或者核对制定层级"),
])  # fmt: skip
def test_a_tier_is_refused_with_the_article(market: Organ, changed: dict[str, str], message: str) -> None:
    with pytest.raises(EntryRefused) as refused:
        tier(market, **changed)
    assert message in str(refused.value)


def test_only_mitigation_goes_below_the_statute(market: Organ) -> None:
    entry = tier(market, tier_kind="减轻", range_from="20000", range_to="50000")
    assert "tier_kind" not in {doubt.field for doubt in DiscretionBenchmarks.doubts(entry)}
    inside = tier(market, tier="2", tier_kind="减轻")
    assert "tier_kind" in {doubt.field for doubt in DiscretionBenchmarks.doubts(inside)}


def test_tiers_that_fit_are_not_warned_of(market: Organ) -> None:
    ladder(market)
    assert codes(market) == []


@pytest.mark.parametrize(("third", "expected"), [
    (THIRD | {"range_from": "80000"}, ["benchmark_overlap"]),
    (THIRD | {"range_from": "90000"}, ["benchmark_gap"]),
    (THIRD | {"range_to": "95000"}, ["benchmark_uncovered"]),
    (THIRD | {"from_open": "是"}, ["benchmark_gap"]),
    (THIRD | {"unit": "货值倍数"}, ["benchmark_units"]),
    (THIRD | {"edition": "2"}, ["benchmark_two_editions"]),
    (THIRD | {"published_on": ""}, ["discretion_benchmark_unpublished"]),
    (THIRD | {"act_code": "SP-123"}, ["benchmark_uncovered", "benchmark_uncovered"]),
])  # fmt: skip
def test_tiers_that_do_not_fit_are_warned_of(market: Organ, third: dict[str, str], expected: list[str]) -> None:
    for one in ({}, SECOND, third):
        tier(market, **one)
    assert codes(market) == expected


def test_the_same_act_of_two_organs_is_two_ladders(market: Organ, bureau: Organ) -> None:
    ladder(market)
    ladder(bureau)
    assert codes(market) + codes(bureau) == []


def test_an_old_act_keeps_the_edition_of_its_day(market: Organ) -> None:
    ladder(market, ended_on="2026-07-01")
    ladder(market, edition="2", effective_on="2026-07-01", document="洪市监规〔2026〕1号")
    for day, edition in ((date(2025, 6, 30), None), (date(2026, 6, 30), 1), (date(2026, 7, 1), 2)):
        found = {one.edition for one in tiers_on(market.pk, "SP-122", day)}
        assert found == ({edition} if edition else set())
    assert codes(market) == []


@pytest.mark.parametrize(("amount", "tiers"), [
    ("49999.99", []), ("50000", [1]), ("64999.99", [1]), ("65000", [2]), ("100000", [3]), ("100000.01", []),
])  # fmt: skip
def test_an_amount_falls_into_one_tier_or_departs_from_the_benchmark(
    market: Organ, amount: str, tiers: list[int]
) -> None:
    ladder(market)
    assert [one.tier for one in tiers_holding(market.pk, "SP-122", TODAY, Decimal(amount))] == tiers


def test_only_published_benchmarks_are_in_the_public_file(market: Organ) -> None:
    tier(market)
    tier(market, **SECOND, published_on="")
    assert public_of(DiscretionBenchmarks, entries_of(DiscretionBenchmarks), TODAY).count() == 1
    public = {column.name for column in DiscretionBenchmarks.public()}
    assert {"act", "legal_basis", "conditions", "range_from", "range_to"} <= public
    assert "review_no" not in public


@pytest.mark.parametrize(("kind", "conditions", "missing"), [
    ("轻微不罚", "违法行为轻微，及时改正", ["危害后果"]),
    ("轻微不罚", "违法行为轻微，及时纠正，没有造成危害后果", []),
    ("首违可以不罚", "违法行为轻微，及时改正", ["初次", "初次违法的范围"]),
    ("首违可以不罚", "首次违法", ["轻微”“改正", "初次违法的范围"]),
    ("无主观过错不罚", "没有主观过错", ["证据"]),
    ("减轻处罚", "主动消除危害后果", []),
])  # fmt: skip
def test_elements_of_the_law_that_the_conditions_leave_out_are_doubted(
    market: Organ, kind: str, conditions: str, missing: list[str]
) -> None:
    entry = lenient(market, kind=kind, conditions=conditions)
    doubts = [str(doubt) for doubt in LenientItems.doubts(entry)]
    assert len(doubts) == len(missing)
    for word, doubt in zip(missing, doubts, strict=True):
        assert word in doubt


@pytest.mark.parametrize(("kind", "rule"), [
    ("轻微不罚", "《行政处罚法》第三十三条第一款"), ("首违可以不罚", "《行政处罚法》第三十三条第一款"),
    ("无主观过错不罚", "《行政处罚法》第三十三条第二款"), ("减轻处罚", "《行政处罚法》第三十二条"),
])  # fmt: skip
def test_the_provision_follows_from_the_kind(market: Organ, kind: str, rule: str) -> None:
    assert lenient(market, kind=kind).rule == rule


def test_the_scope_of_a_first_offence_belongs_to_first_offences(market: Organ) -> None:
    with pytest.raises(EntryRefused, match="不是首违不罚"):
        lenient(market, first_scope="本县两年内")


def test_leniency_in_force_unpublished_and_doubled(market: Organ) -> None:
    lenient(market, published_on="")
    lenient(market, edition="2", effective_on="2026-07-01")
    assert [w.code for w in LenientItems.warnings(TODAY, [market.pk])] == [
        "leniency_list_unpublished", "leniency_two_editions"
    ]  # fmt: skip
    assert [item.edition for item in lenient_on(market.pk, date(2026, 6, 30))] == [1]


def test_figures_count_acts_and_tiers_in_force(market: Organ) -> None:
    ladder(market, ended_on="2026-07-01")
    ladder(market, edition="2", effective_on="2026-07-01")
    lenient(market, kind="首违可以不罚")
    window = Window.year(2026, [market.pk])
    assert DiscretionBenchmarks.benchmark_acts.value(window).value == Decimal(1)
    assert DiscretionBenchmarks.benchmark_tiers.value(window).value == Decimal(3)
    assert (LenientItems.lenient_items.value(window).value, LenientItems.lenient_first.value(window).value) == (1, 1)


def test_a_table_of_tiers_is_imported_whole_or_not_at_all(market: Organ, tmp_path: Path) -> None:
    columns = {column.name: column.label for column in DiscretionBenchmarks.asked()}
    path = tmp_path / "基准.csv"

    def write(*rows: dict[str, str]) -> None:
        lines = [",".join(columns[name] for name in TIER)]
        lines += [",".join((TIER | row)[name] for name in TIER) for row in rows]
        path.write_text("\n".join(lines), encoding="utf-8")

    write({}, SECOND, THIRD | {"range_to": "200000"})
    report = importing.import_file(DiscretionBenchmarks, market, path, by=None, at=NOW)
    assert (report.batch, DiscretionTier.objects.count(), report.fault_count) == (None, 0, 1)
    assert "第4行“幅度上限”：200000超过法定上限100000" in str(report.faults[0])
    write({}, SECOND, THIRD)
    assert importing.import_file(DiscretionBenchmarks, market, path, by=None, at=NOW).batch is not None
    assert codes(market) == []


def test_a_tier_beyond_the_one_above_and_one_published_too_late_are_doubted(market: Organ) -> None:
    def doubts(entry: DiscretionTier) -> str:
        return "；".join(str(doubt) for doubt in DiscretionBenchmarks.doubts(entry))

    tier(market, issuer_level="省级", form="规章", range_to="60000")
    within = tier(market, edition="2", range_from="50000", range_to="60000", published_on="2025-07-01")
    assert doubts(within) == ""
    beyond = tier(market, edition="3", published_on="2025-07-02")
    assert "50000至65000元超出上级基准同一阶次的50000至60000元" in doubts(beyond)
    assert "2025-07-02晚于施行日期2025-07-01（行政处罚法34）" in doubts(beyond)
    assert "超出上级" not in doubts(tier(market, edition="4", tier="2", tier_kind="一般"))
