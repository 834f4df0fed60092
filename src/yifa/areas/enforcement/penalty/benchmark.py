"""The benchmark of a case in the register (本案的裁量基准), and whether a fine lies within it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from yifa.areas.enforcement.authority.models import GrantedPower
from yifa.areas.enforcement.discretion.models import DiscretionTier, Unit
from yifa.areas.enforcement.discretion.standing import tiers_on
from yifa.areas.enforcement.penalty.proposal import Proposal, propose, range_text, scaled, statutory
from yifa.office.models import Organ, OrganKind


def benchmark_organ(record: Any) -> int | None:
    """At which organ the benchmark stands: the organ's own, of a granted power that of the department before it."""
    organ: Organ = record.organ
    if organ.pk is None or organ.kind not in (OrganKind.TOWNSHIP, OrganKind.SUBDISTRICT):
        return organ.pk
    granted = GrantedPower._base_manager.filter(withdrawn=False, receiver=organ.name, item_code=record.item_code)
    former = granted.order_by("-taken_on").values_list("former", flat=True).first()
    found = Organ._base_manager.filter(name=former).values_list("pk", flat=True).first() if former else None
    return found or organ.pk


def tiers_of(record: Any, code: str, on: date) -> list[DiscretionTier]:
    """The tiers of an act in force on a day; none where the organ is not in the books."""
    organ = benchmark_organ(record)
    return [] if organ is None or not code else list(tiers_on(organ, code, on))


def act_day(record: Any, on: date) -> date:
    """The day whose benchmark is the old one: of the act, of a lasting act its end."""
    return record.violation_end_date or record.violation_date or on


def proposal_for(record: Any, on: date) -> Proposal | None:
    """What is proposed for the main act of a case on a day."""
    then, now = tiers_of(record, record.benchmark, act_day(record, on)), tiers_of(record, record.benchmark, on)
    kinds = [str(row["kind"]) for row in record.circumstances]
    return propose(then, now, kinds, record.base_amount)


@dataclass(frozen=True)
class Act:
    """One act of a case with the fine for it, as it is measured against its benchmark."""

    label: str
    code: str
    grade: str
    fine: Decimal
    reason: str
    base: Decimal | None


def acts_of(record: Any) -> list[Act]:
    """The main act and the others; the main act has what of the total is not of the others."""
    others = [
        Act(str(row["act"]), str(row.get("benchmark") or ""), str(row.get("grade") or ""), number(row.get("fine")),
            str(row.get("reason") or ""), None)
        for row in record.other_acts
    ]  # fmt: skip
    rest = (record.fine_amount or Decimal(0)) - sum((act.fine for act in others), Decimal(0))
    main = Act("主要违法行为" if others else "", record.benchmark, record.grade, rest, record.deviation_reason,
               record.base_amount)  # fmt: skip
    return [main, *others]


def number(text: Any) -> Decimal:
    """A number written in a cell; what is none counts as nothing."""
    try:
        return Decimal(str(text or 0).replace(",", ""))
    except InvalidOperation:
        return Decimal(0)


def departures(record: Any, on: date) -> Iterator[tuple[Act, str]]:
    """The acts whose fine lies outside the tier that was chosen, each with what is wrong."""
    for act in acts_of(record):
        tiers = [tier for tier in _applied(record, act, on) if tier.unit != Unit.DAYS]
        if not tiers or not act.fine:
            continue
        chosen = [tier for tier in tiers if tier.tier_kind == act.grade] or list(tiers)
        rungs = [rung for rung in (scaled(tier, act.base) for tier in chosen) if rung is not None]
        if rungs and not any(rung.holds(act.fine) for rung in rungs):
            ranges = "、".join(range_text(rung) for rung in rungs)
            named = f"“{act.label}”" if act.label else ""
            yield act, f"{named}罚款{act.fine.normalize():f}元不在所选阶次的幅度（{ranges}元）内"


def _applied(record: Any, act: Act, on: date) -> Sequence[DiscretionTier]:
    """The tiers of the edition that was applied, else those of the day of the act, else today's."""
    then, now = tiers_of(record, act.code, act_day(record, on)), tiers_of(record, act.code, on)
    if act.code == record.benchmark and record.edition is not None:
        return next((tiers for tiers in (then, now) if tiers and tiers[0].edition == record.edition), then or now)
    return then or now


def out_of_statute(record: Any, on: date) -> str | None:
    """A fine above what the statute allows, or below it without a ground that mitigates (处罚法 32, 76①二)."""
    for act in acts_of(record):
        tiers = [tier for tier in _applied(record, act, on) if tier.unit != Unit.DAYS]
        bounds = statutory(tiers[0], act.base) if tiers and act.fine else None
        if bounds is None:
            continue
        if act.fine > bounds.high:
            return f"罚款{act.fine.normalize():f}元超过法定上限{bounds.high.normalize():f}元"
        if act.fine < bounds.low and act.grade != "mitigated":
            return f"罚款{act.fine.normalize():f}元低于法定下限{bounds.low.normalize():f}元，没有减轻处罚的情节"
    return None
