"""What a form on the street may offer beforehand (现场表单的建议值): what was entered last, and what the books say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.common.party import PartyType
from yifa.areas.enforcement.discretion.ladder import plain
from yifa.areas.enforcement.discretion.models import DiscretionTier, Unit
from yifa.areas.enforcement.inspected.models import InspectionObject, ObjectKind
from yifa.areas.enforcement.summary_penalty.choices import Regime
from yifa.areas.enforcement.summary_penalty.conditions import DEFAULTS
from yifa.areas.enforcement.summary_penalty.models import SummaryCase
from yifa.areas.enforcement.summary_penalty.regimes import rule_on
from yifa.office.models import Organ, Person

KEPT = ("officers", "item_code", "item_name", "matter", "penalty_basis", "regime", "scene_place")
"""What usually stays the same from one case of a patrol to the next; never the party, the deed or the amount."""

LOOKED_THROUGH = 200
"""So many of the latest penalties of an organ are looked through for deeds."""
PARTY_OF = {ObjectKind.ENTERPRISE.value: PartyType.LEGAL.value, ObjectKind.COOPERATIVE.value: PartyType.LEGAL.value,
            ObjectKind.ORGANISATION.value: PartyType.OTHER.value, ObjectKind.SITE.value: PartyType.OTHER.value,
            ObjectKind.INDIVIDUAL.value: PartyType.INDIVIDUAL.value}  # fmt: skip
"""As what an object of the register appears as a party."""


def suggested(person: Person, organ: Organ) -> dict[str, Any]:
    """The values of the last penalty that this person recorded at this organ; empty for the first one."""
    last = (
        SummaryCase.objects.filter(organ=organ, handler=person).exclude(decision_date=None)
        .order_by("-decision_date", "-pk").first()
    )  # fmt: skip
    if last is None:
        return {}
    values = {name: getattr(last, name) for name in KEPT}
    return {name: value for name, value in values.items() if value not in (None, "", [])}


@dataclass(frozen=True)
class Deed:
    """A deed that was punished here lately, to be picked by a tap.

    Attributes:
        fields: the fields of the form that it fills.
        amounts: fines that the benchmark of the organ gives for it on that day, each with its tier.
    """

    violation: str
    fields: Mapping[str, str]
    amounts: tuple[tuple[str, str], ...] = ()


DEED = ("violation", "item_code", "item_name", "matter", "penalty_basis", "regime")


def earlier_deeds(organ: Organ, on: date, most: int = 8) -> list[Deed]:
    """The deeds punished most recently at an organ, each once, with item, provision and the benchmark of the day."""
    rows = SummaryCase.objects.filter(organ=organ).exclude(decision_date=None).order_by("-decision_date", "-pk")
    found: dict[str, dict[str, str]] = {}
    for row in rows.values(*DEED)[:LOOKED_THROUGH]:
        found.setdefault(row["violation"], {name: row[name] for name in DEED})
        if len(found) == most:
            break
    ladders = _ladders(organ, on, {one["item_code"] for one in found.values()} - {""})
    return [Deed(name, fields, ladders.get(fields["item_code"], ())) for name, fields in found.items()]


def _ladders(organ: Organ, on: date, codes: Iterable[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The ends of every tier in yuan, from the lightest; a tier without number below gives its upper end only."""
    rows = DiscretionTier._base_manager.filter(
        Q(ended_on=None) | Q(ended_on__gt=on), withdrawn=False, organ=organ, act_code__in=codes,
        effective_on__lte=on, unit=Unit.YUAN,
    )  # fmt: skip
    ladders: dict[str, dict[str, str]] = {}
    for tier in rows.order_by("act_code", "edition", "tier"):
        ends = [(tier.range_from, tier.from_open), (tier.range_to, tier.to_open)]
        for amount, outside in ends:
            if amount > 0 and not outside:
                ladders.setdefault(tier.act_code, {}).setdefault(plain(amount), tier.get_tier_kind_display())
    return {code: tuple(amounts.items()) for code, amounts in ladders.items()}


def highest_fines(organ: Organ, on: date) -> dict[str, dict[str, str]]:
    """By act and kind of party the highest fine that may be imposed on the spot on a day (处罚法51)."""
    alike = bool(DEFAULTS.at(organ.place.code)["individual_as_citizen"].value)
    found: dict[str, dict[str, str]] = {}
    for regime in Regime.values:
        rule = rule_on(regime, on)
        if rule is None:
            continue
        citizens = {PartyType.NATURAL.value, *([PartyType.INDIVIDUAL.value] if alike else [])}
        found[regime] = {kind: plain(Decimal(rule.most(kind in citizens))) for kind in PartyType.values}
    return found


def fit_to_act(organ: Organ, on: date, most: int = 60) -> list[tuple[str, str]]:
    """Who of an organ holds a certificate on a day, as (number, name)."""
    rows = Officer._base_manager.filter(withdrawn=False, body=organ.name, valid_to__gte=on).order_by("cert_no", "-pk")
    return [(one.cert_no, one.name) for one in rows[: 2 * most] if one.valid_on(on)][:most]


def party_by_code(code: str) -> dict[str, str] | None:
    """The object with this credit code in the registers within reach, as fields of a party."""
    rows = InspectionObject.objects.filter(withdrawn=False, code=code, ended_on=None)
    found = rows.order_by("-listed_on", "-pk").first()
    if found is None:
        return None
    return {
        "party_name": found.name, "party_type": PARTY_OF[found.kind], "party_id_type": "credit_code",
        "party_address": found.address,
    }  # fmt: skip
