"""The registers of benchmarks and of leniency (裁量权基准库、免罚减罚清单)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.bases import ENVIRONMENT, LENIENCY, OUT_OF_RANGE, PENALTY, RANGES, basis_doubts
from yifa.areas.enforcement.discretion.ladder import misfits, plain, uncovered
from yifa.areas.enforcement.discretion.models import (
    DiscretionTier,
    Form,
    LenientItem,
    LenientKind,
    Level,
    TierKind,
)
from yifa.areas.enforcement.discretion.standing import rung_of, rung_text
from yifa.areas.enforcement.figures import InForce
from yifa.kernel.registers import Column, Disclosed, Problem, Register, Warned
from yifa.law import Basis, act

RULES = act("立法法")[93, 1].says("制定规章")
PUBLISHED = PENALTY[34].says("向社会公布")
SPARED: dict[str, tuple[Basis, tuple[tuple[str, ...], ...]]] = {
    LenientKind.NONE_MINOR: (PENALTY[33, 1], (("轻微",), ("改正", "纠正", "整改"), ("危害后果",))),
    LenientKind.NONE_FIRST: (PENALTY[33, 1], (("初次", "首次"), ("轻微",), ("改正", "纠正", "整改"))),
    LenientKind.NONE_NO_FAULT: (PENALTY[33, 2], (("主观过错",), ("证据", "证明"))),
    LenientKind.REDUCE: (PENALTY[32], ()),
    LenientKind.MITIGATE: (PENALTY[32], ()),
}
"""The provision of each kind, and the elements that its conditions must speak of (any word of each)."""


def _editions(entry: Any, today: date) -> Iterator[Problem]:
    """Dates of an edition in order."""
    if entry.published_on is not None and entry.published_on > today:
        yield Problem("published_on", "公布日期", f"{entry.published_on}晚于今天{today}", "请核对日期")
    if entry.ended_on is not None and entry.ended_on < entry.effective_on:
        why = f"{entry.ended_on}早于施行日期{entry.effective_on}"
        yield Problem("ended_on", "停止执行日期", why, "请核对日期")
    if not entry.legal_basis:
        yield Problem("legal_basis", "处罚依据", "没有填写", "没有处罚依据的不得制定基准、清单", PENALTY[76, 1].item(1))


def _published_after(entry: Any, basis: Basis) -> Iterator[Problem]:
    """An edition that was in force before anybody could know it."""
    if entry.published_on is not None and entry.published_on > entry.effective_on:
        why = f"{entry.published_on}晚于施行日期{entry.effective_on}"
        yield Problem("published_on", "公布日期", why, "公布以前不能作为处理依据，请核对", basis)


def _beyond_the_superior(entry: DiscretionTier) -> Iterator[Problem]:
    """A tier that reaches beyond the one that somebody above made of the same act (细化不得超出上级划定的幅度)."""
    above = list(Level)[: list(Level).index(Level(entry.issuer_level))]
    if not above:
        return
    rows = DiscretionTier._base_manager.filter(
        Q(ended_on=None) | Q(ended_on__gt=entry.effective_on), withdrawn=False, act_code=entry.act_code,
        tier_kind=entry.tier_kind, unit=entry.unit, issuer_level__in=above, effective_on__lte=entry.effective_on,
    ).exclude(pk=entry.pk)  # fmt: skip
    ranges = list(rows.values_list("range_from", "range_to"))
    if not ranges:
        return
    low, high = min(low for low, _ in ranges), max(high for _, high in ranges)
    if entry.range_from < low or entry.range_to > high:
        why = f"{rung_text(entry.range_from, entry.range_to, entry)}超出上级基准同一阶次的{rung_text(low, high, entry)}"
        yield Problem("range_to", "幅度上限", why, "细化不得超出上级划定的幅度，请核对", RANGES)


def _unpublished(register: type[Register[Any]], today: date, organs: list[int], basis: Basis) -> Iterator[Warned]:
    rows = register.model._default_manager.filter(
        Q(ended_on=None) | Q(ended_on__gt=today), withdrawn=False, organ_id__in=organs, published_on=None
    )
    for entry in rows.order_by("effective_on", "pk").iterator(200):
        text = f"“{entry}”自{entry.effective_on}起施行，尚未公布。请公布。"
        yield Warned(f"{register.key}_unpublished", text, entry.organ_id, entry.pk, entry.effective_on, basis)


class DiscretionBenchmarks(Register[DiscretionTier]):
    """裁量权基准库."""

    key, label = "discretion_benchmark", "行政处罚裁量权基准库"
    basis = PENALTY[34]
    note = "一个违法行为一个阶次一个版次一条。修改基准另登记新版，旧案仍按旧版。"
    model = DiscretionTier
    columns = (
        Column(DiscretionTier.act_code, public=True, width=16, example="SP-122"),
        Column(DiscretionTier.act, PUBLISHED, public=True, width=34, example="未取得食品经营许可从事食品经营活动"),
        Column(DiscretionTier.legal_basis, PUBLISHED, public=True, width=34, listed=False,
               example="《食品安全法》第一百二十二条"),
        Column(DiscretionTier.edition, public=True, width=8, example="1"),
        Column(DiscretionTier.tier, PUBLISHED, public=True, width=8, example="2"),
        Column(DiscretionTier.tier_kind, PUBLISHED, public=True, width=10, example="一般"),
        Column(DiscretionTier.conditions, PUBLISHED, public=True, width=44, example="货值三千元以上不满七千元"),
        Column(DiscretionTier.unit, PUBLISHED, public=True, width=14, example="元"),
        Column(DiscretionTier.range_from, PUBLISHED, public=True, example="65000"),
        Column(DiscretionTier.range_to, PUBLISHED, public=True, example="85000"),
        Column(DiscretionTier.from_open, PUBLISHED, public=True, width=10, listed=False, example="否"),
        Column(DiscretionTier.to_open, PUBLISHED, public=True, width=10, listed=False, example="是"),
        Column(DiscretionTier.statute_from, OUT_OF_RANGE, public=True, listed=False, example="50000"),
        Column(DiscretionTier.statute_to, OUT_OF_RANGE, public=True, listed=False, example="100000"),
        Column(DiscretionTier.issuer_level, RANGES, public=True, width=12, listed=False, example="县级"),
        Column(DiscretionTier.form, RANGES, public=True, width=16, listed=False, example="行政规范性文件"),
        Column(DiscretionTier.document, PUBLISHED, public=True, width=34, listed=False, example="洪市监规〔2025〕1号"),
        Column(DiscretionTier.review_no, RANGES, width=20, listed=False, example="洪司审〔2025〕12号"),
        Column(DiscretionTier.filing_no, RANGES, width=20, listed=False),
        Column(DiscretionTier.published_on, PUBLISHED, public=True, listed=False, example="2025-05-20"),
        Column(DiscretionTier.effective_on, PUBLISHED, public=True, example="2025-07-01"),
        Column(DiscretionTier.ended_on, public=True, listed=False),
    )  # fmt: skip
    unique = (DiscretionTier.act_code, DiscretionTier.edition, DiscretionTier.tier)
    dated = DiscretionTier.effective_on
    future = True
    sorted_by = DiscretionTier.tier_kind
    searched = (DiscretionTier.act_code, DiscretionTier.act, DiscretionTier.document)
    disclosed = Disclosed("行政处罚裁量权基准", PUBLISHED, Q(published_on__isnull=False))

    benchmark_acts = InForce(
        "裁量权基准事项", unit="项", basis=ENVIRONMENT[60], ended=DiscretionTier.ended_on, where=Q(tier=1),
        definition="期末施行的、有裁量基准的违法行为数，以第1阶次计。",
    )  # fmt: skip
    benchmark_tiers = InForce("裁量阶次", unit="个", ended=DiscretionTier.ended_on, definition="期末施行的全部阶次数。")

    @classmethod
    def check(cls, entry: DiscretionTier, today: date) -> Iterable[Problem]:
        """A range that is one and that the statute allows: only mitigation goes below it, nothing above."""
        yield from _editions(entry, today)
        if entry.form == Form.RULE and entry.issuer_level == Level.COUNTY:
            yield Problem("form", "制定形式", "县级不能制定规章", "请选行政规范性文件，或者核对制定层级", RULES)
        if entry.statute_to < entry.statute_from:
            yield Problem("statute_to", "法定上限", "小于法定下限", "请核对处罚依据")
        if entry.range_to < entry.range_from:
            yield Problem("range_to", "幅度上限", "小于幅度下限", "请核对")
        elif entry.range_to == entry.range_from and (entry.from_open or entry.to_open):
            yield Problem("range_to", "幅度上限", "上下限相同，又不含本数", "固定数额的，不含下限、不含上限都选否")
        if entry.range_to > entry.statute_to:
            why = f"{plain(entry.range_to)}超过法定上限{plain(entry.statute_to)}"
            yield Problem("range_to", "幅度上限", why, "不得超出法定幅度", OUT_OF_RANGE)
        below = entry.range_from < entry.statute_from
        if below and entry.tier_kind != TierKind.MITIGATED:
            why = f"{plain(entry.range_from)}低于法定下限{plain(entry.statute_from)}"
            yield Problem("range_from", "幅度下限", why, "低于法定下限的，阶次性质应为减轻", OUT_OF_RANGE)

    @classmethod
    def doubts(cls, entry: DiscretionTier) -> Iterable[Problem]:
        """Bases that do not stand; mitigation that is none; a document that nobody reviewed."""
        yield from basis_doubts("legal_basis", "处罚依据", entry.legal_basis, entry.effective_on)
        if entry.tier_kind == TierKind.MITIGATED and entry.range_from >= entry.statute_from:
            why = f"没有低于法定下限{plain(entry.statute_from)}"
            yield Problem("tier_kind", "阶次性质", why, "在法定幅度内的是从轻，请核对", PENALTY[32])
        if entry.form == Form.DOCUMENT and not entry.review_no:
            yield Problem("review_no", "合法性审核文号", "没有填写", "行政规范性文件应当经合法性审核", RANGES)
        if entry.form == Form.DOCUMENT and entry.published_on is None:
            yield Problem("published_on", "公布日期", "没有填写", "裁量基准应当向社会公布", PUBLISHED)
        yield from _published_after(entry, PUBLISHED)
        yield from _beyond_the_superior(entry)

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Benchmarks that are not public, tiers that overlap or leave a gap, two editions at once."""
        listed = list(organs)
        yield from _unpublished(cls, today, listed, PUBLISHED)
        standing = DiscretionTier.objects.filter(
            Q(ended_on=None) | Q(ended_on__gt=today), withdrawn=False, organ_id__in=listed, effective_on__lte=today
        )
        ordered = standing.order_by("organ_id", "act_code", "edition", "tier", "pk")
        for _, tiers in groupby(ordered.iterator(2000), key=lambda tier: (tier.organ_id, tier.act_code)):
            yield from _ladder(list(tiers))


def _ladder(tiers: list[DiscretionTier]) -> Iterator[Warned]:
    """What does not fit among the tiers in force of one act."""
    first = tiers[0]
    if len({tier.edition for tier in tiers}) > 1:
        text = f"“{first.act}”有两个版次同时施行。请给旧版填写停止执行日期。"
        yield Warned("benchmark_two_editions", text, first.organ_id, first.pk, first.effective_on, PUBLISHED)
        return
    if len({tier.unit for tier in tiers}) > 1:
        text = f"“{first.act}”各阶次的幅度单位不同，不能比较。货值、数额分段适用的，请分别编码。"
        yield Warned("benchmark_units", text, first.organ_id, first.pk, first.effective_on, RANGES)
        return
    for fault in misfits([rung_of(tier) for tier in tiers]):
        text = f"“{first.act}”{fault}（单位：{first.get_unit_display()}）。请核对阶次。"
        yield Warned(f"benchmark_{fault.kind}", text, first.organ_id, first.pk, first.effective_on, RANGES)
    for low, high in uncovered([rung_of(tier) for tier in tiers], first.statute_from, first.statute_to):
        text = f"“{first.act}”的阶次没有覆盖法定幅度中的{rung_text(low, high, first)}。请核对阶次。"
        yield Warned("benchmark_uncovered", text, first.organ_id, first.pk, first.effective_on, RANGES)


class LenientItems(Register[LenientItem]):
    """不予、从轻、减轻处罚清单."""

    key, label = "leniency_list", "不予、从轻、减轻处罚清单"
    basis = PENALTY[33]
    note = "轻微不罚：轻微、及时改正、没有危害后果，应当不罚。首违不罚：初次违法、危害后果轻微、及时改正，可以不罚。"
    model = LenientItem
    columns = (
        Column(LenientItem.item_code, public=True, width=16, example="MF-001"),
        Column(LenientItem.act, LENIENCY, public=True, width=34, example="个体工商户未悬挂营业执照"),
        Column(LenientItem.kind, PENALTY[33], public=True, width=16, example="轻微不罚"),
        Column(LenientItem.rule, PENALTY[33], public=True, width=24),
        Column(LenientItem.legal_basis, LENIENCY, public=True, width=34, listed=False,
               example="《市场主体登记管理条例》第四十八条"),
        Column(LenientItem.conditions, LENIENCY, public=True, width=44,
               example="违法行为轻微，及时改正，没有造成危害后果"),
        Column(LenientItem.first_scope, PENALTY[33, 1], public=True, width=30, listed=False),
        Column(LenientItem.edition, public=True, width=8, example="1"),
        Column(LenientItem.document, LENIENCY, public=True, width=34, listed=False, example="洪市监规〔2025〕2号"),
        Column(LenientItem.published_on, LENIENCY, public=True, example="2025-05-20"),
        Column(LenientItem.effective_on, LENIENCY, public=True, example="2025-07-01"),
        Column(LenientItem.ended_on, public=True, listed=False),
    )  # fmt: skip
    unique = (LenientItem.item_code, LenientItem.edition)
    dated = LenientItem.effective_on
    future = True
    sorted_by = LenientItem.kind
    searched = (LenientItem.item_code, LenientItem.act, LenientItem.document)
    disclosed = Disclosed("不予、从轻、减轻处罚清单", LENIENCY, Q(published_on__isnull=False))

    lenient_items = InForce(
        "免罚减罚清单事项", unit="项", basis=LENIENCY, ended=LenientItem.ended_on,
        definition="期末施行的不予、从轻、减轻处罚清单事项数。",
    )  # fmt: skip
    lenient_first = InForce(
        "首违不罚事项", unit="项", basis=PENALTY[33, 1], ended=LenientItem.ended_on,
        where=Q(kind=LenientKind.NONE_FIRST), definition="其中首违可以不罚的事项数。",
    )  # fmt: skip

    @classmethod
    def derive(cls, entry: LenientItem) -> None:
        """The provision that the kind rests on."""
        entry.rule = str(SPARED[entry.kind][0])

    @classmethod
    def check(cls, entry: LenientItem, today: date) -> Iterable[Problem]:
        """Dates in order; the scope of the first offence belongs to first offences only."""
        yield from _editions(entry, today)
        if entry.first_scope and entry.kind != LenientKind.NONE_FIRST:
            yield Problem("first_scope", "初次违法的范围", "不是首违不罚", "请留空，或者核对处理", PENALTY[33, 1])

    @classmethod
    def doubts(cls, entry: LenientItem) -> Iterable[Problem]:
        """Bases that do not stand; elements of the law that the conditions do not mention."""
        yield from basis_doubts("legal_basis", "违法行为的处罚依据", entry.legal_basis, entry.effective_on)
        yield from _published_after(entry, LENIENCY)
        basis, elements = SPARED[entry.kind]
        missing = [words[0] for words in elements if not any(word in entry.conditions for word in words)]
        if missing:
            yield Problem("conditions", "适用条件", f"没有写到“{'”“'.join(missing)}”", "要件应当齐全", basis)
        if entry.kind == LenientKind.NONE_FIRST and not entry.first_scope:
            why = "没有填写"
            yield Problem("first_scope", "初次违法的范围", why, "写明地域、领域、期间，否则不能核对是不是初次", basis)

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Lists that are not public; two editions of one item at once."""
        listed = list(organs)
        yield from _unpublished(cls, today, listed, LENIENCY)
        standing = LenientItem.objects.filter(
            Q(ended_on=None) | Q(ended_on__gt=today), withdrawn=False, organ_id__in=listed, effective_on__lte=today
        ).order_by("organ_id", "item_code", "edition", "pk")
        for _, found in groupby(standing.iterator(2000), key=lambda item: (item.organ_id, item.item_code)):
            items = list(found)
            if len(items) > 1:
                text = f"“{items[0].act}”有两个版次同时施行。请给旧版填写停止执行日期。"
                yield Warned(
                    "leniency_two_editions", text, items[0].organ_id, items[0].pk, items[0].effective_on, LENIENCY
                )
