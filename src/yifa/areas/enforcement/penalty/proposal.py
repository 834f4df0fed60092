"""Which tier and which range are proposed, and why (裁量建议): pure arithmetic over tiers.

The lighter of two editions governs where the benchmark changed between the act and the decision (从旧兼从轻, 37).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from yifa.areas.enforcement.discretion.ladder import Rung, plain
from yifa.areas.enforcement.discretion.models import TierKind, Unit
from yifa.areas.enforcement.penalty.choices import (
    CIRCUMSTANCE_BASES,
    HEAVIER,
    MAY_LIGHTEN,
    MUST_LIGHTEN,
    Circumstance,
)

ORDER = (TierKind.MITIGATED, TierKind.LIGHTER, TierKind.ORDINARY, TierKind.HEAVIER)


class Tier(Protocol):
    """What is read of a tier of a benchmark."""

    edition: int
    tier: int
    tier_kind: str
    conditions: str
    unit: str
    range_from: Decimal
    range_to: Decimal
    from_open: bool
    to_open: bool
    statute_from: Decimal
    statute_to: Decimal


@dataclass(frozen=True)
class Proposal:
    """A tier with its range in yuan (in days, where the benchmark is in days) and the reasons, one sentence each."""

    edition: int
    tier: int
    kind: str
    rung: Rung
    reasons: tuple[str, ...]

    @property
    def text(self) -> str:
        """The reasons as one paragraph."""
        return "".join(f"{reason}。" for reason in self.reasons)


def scaled(tier: Tier, base: Decimal | None) -> Rung | None:
    """The range of a tier in yuan; None where it is a multiple and the amount to be multiplied is not known."""
    factor = _factor(tier, base)
    if factor is None:
        return None
    return Rung(tier.tier, tier.range_from * factor, tier.range_to * factor, tier.from_open, tier.to_open)


def statutory(tier: Tier, base: Decimal | None) -> Rung | None:
    """The range that the statute allows, in yuan."""
    factor = _factor(tier, base)
    return None if factor is None else Rung(0, tier.statute_from * factor, tier.statute_to * factor)


def _factor(tier: Tier, base: Decimal | None) -> Decimal | None:
    if tier.unit in (Unit.YUAN, Unit.DAYS):
        return Decimal(1)
    if base is None:
        return None
    return base / 100 if tier.unit == Unit.PRICE else base


def wanted(circumstances: Iterable[str]) -> tuple[TierKind, str]:
    """Which kind of tier the circumstances ask for, and why."""
    given = list(dict.fromkeys(circumstances))
    light = [one for one in given if one in (*MUST_LIGHTEN, *MAY_LIGHTEN)]
    must = [one for one in light if one in MUST_LIGHTEN]
    heavy = [one for one in given if one in HEAVIER]
    if light and heavy:
        minor = Circumstance.MINOR_AGE in given  # must be lighter, whatever else there is (处罚法 30)
        kind, word = (TierKind.LIGHTER, "建议从轻") if minor else (TierKind.ORDINARY, "建议综合考虑，按一般阶次")
        return kind, f"既有{_named(light)}，又有{_named(heavy)}，{word}"
    if len(must) > 1:
        return TierKind.MITIGATED, f"有{_named(must)}，应当从轻或者减轻，情节不止一项，建议减轻"
    if must:
        return TierKind.LIGHTER, f"有{_named(must)}，应当从轻或者减轻，建议从轻"
    if light:
        return TierKind.LIGHTER, f"有{_named(light)}，可以从轻或者减轻，建议从轻"
    if heavy:
        return TierKind.HEAVIER, f"有{_named(heavy)}，建议从重"
    return TierKind.ORDINARY, "没有从轻、减轻、从重情节，建议按一般阶次"


def _named(kinds: Sequence[str]) -> str:
    parts = []
    for kind in kinds:
        basis = CIRCUMSTANCE_BASES.get(kind)
        parts.append(f"“{Circumstance(kind).label}”" + (f"（{basis}）" if basis else ""))
    return "、".join(parts)


def nearest(tiers: Sequence[Tier], kind: TierKind) -> Tier:
    """The tier of a kind; where the benchmark has none, the nearest, a lighter one before a heavier one."""
    place = ORDER.index(kind)

    def distance(tier: Tier) -> tuple[int, bool, int]:
        other = ORDER.index(TierKind(tier.tier_kind))
        return abs(other - place), other > place, tier.tier

    return min(tiers, key=distance)


def propose(
    then: Sequence[Tier], now: Sequence[Tier], circumstances: Iterable[str], base: Decimal | None = None
) -> Proposal | None:
    """The proposal for an act.

    Args:
        then: the tiers in force when the act was committed; now: those of the day of the decision.
        circumstances: codes of `Circumstance`; base: what multiples and percentages are taken of, in yuan.

    Returns:
        None where there is no benchmark at all, or its base is not known.
    """
    given = list(circumstances)
    if not then:
        why = "违法行为发生时没有施行的基准，适用现行基准"
        return _proposed(now, given, base, (why,)) if now else None
    if not now or now[0].edition == then[0].edition:
        return _proposed(then, given, base, ())
    old, new = _proposed(then, given, base, ()), _proposed(now, given, base, ())
    if old is None or new is None:
        return old or new
    lighter = (new.rung.high, new.rung.low) < (old.rung.high, old.rung.low)
    chosen, word = (now, "新版幅度较轻，适用新版") if lighter else (then, "新版不轻于旧版，适用违法行为发生时的旧版")
    why = f"基准在违法行为发生后由第{then[0].edition}版修改为第{now[0].edition}版，{word}（参照行政处罚法第三十七条）"
    return _proposed(chosen, given, base, (why,))


def _proposed(
    tiers: Sequence[Tier], circumstances: Sequence[str], base: Decimal | None, first: tuple[str, ...]
) -> Proposal | None:
    kind, why = wanted(circumstances)
    tier = nearest(tiers, kind)
    rung = scaled(tier, base)
    if rung is None:
        return None
    reasons = [*first, why]
    if tier.tier_kind != kind:
        reasons.append(f"基准没有“{kind.label}”阶次，取最接近的“{TierKind(tier.tier_kind).label}”阶次")
    unit = "日" if tier.unit == Unit.DAYS else "元"
    reasons.append(
        f"适用第{tier.edition}版第{tier.tier}阶次（{TierKind(tier.tier_kind).label}：{tier.conditions}），"
        f"幅度{range_text(rung)}{unit}"
    )
    return Proposal(tier.edition, tier.tier, tier.tier_kind, rung, tuple(reasons))


def range_text(rung: Rung) -> str:
    """超过1000至5000（不含）: a range in words."""
    low = f"{'超过' if rung.low_open else ''}{plain(rung.low)}"
    return low if rung.low == rung.high else f"{low}至{plain(rung.high)}{'（不含）' if rung.high_open else ''}"
