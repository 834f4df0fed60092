"""One party was fined twice for an act of one day and kind, by one body or by two (fined_twice)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Count, Exists, OuterRef, QuerySet

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import CHUNK, yuan

NO_FINE = ("revoked", "confirmed_void")
"""A decision that was set aside or is void was no fine (处罚法 29)."""
Key = tuple[str, date, str]
"""The party, the day of the act, and what it was."""


class _Fine(NamedTuple):
    on: date
    pk: int
    organ: int
    short: str
    amount: Decimal


def _find(look: Look) -> Iterator[Found]:
    """By the code of the act, and by the item of power where one of them was imposed on the spot."""
    fined = look.penalties().filter(fine_amount__gt=0, violation_date__isnull=False)
    fined = fined.exclude(party_id_no="").exclude(changed_by__in=NO_FINE)
    for (_, day, code), fines in _same_act(fined.exclude(benchmark="")):
        yield from _again(f"{day}的同一违法行为（{code}）", fines)
    spot = look.cases("summary_penalty").filter(fine_amount__gt=0, served_on__lte=look.on).exclude(party_id_no="")
    for (_, day, item), fines in _same_item(fined.exclude(item_code=""), spot.exclude(item_code="")):
        yield from _again(f"{day}在同一事项（{item}）的违法行为", fines)


def _same_act(fined: QuerySet[Any]) -> Iterator[tuple[Key, list[_Fine]]]:
    key = ("party_id_no", "violation_date", "benchmark")
    twice = fined.values(*key).annotate(n=Count("pk")).filter(n__gt=1).order_by(*key)
    wanted = {tuple(group[name] for name in key) for group in twice}
    rows = fined.filter(party_id_no__in={party for party, _, _ in wanted}) if wanted else fined.none()
    found = _grouped(rows, "violation_date", "benchmark", "decision_date")
    yield from sorted((same, fines) for same, fines in found.items() if same in wanted)


def _same_item(fined: QuerySet[Any], spot: QuerySet[Any]) -> Iterator[tuple[Key, list[_Fine]]]:
    day, item = "violation_date", "item_code"
    like = {"party_id_no": OuterRef("party_id_no"), item: OuterRef(item)}
    here = _grouped(spot.filter(Exists(fined.filter(**like, violation_date=OuterRef("served_on")))),
                    "served_on", item, "served_on")  # fmt: skip
    there = _grouped(fined.filter(Exists(spot.filter(**like, served_on=OuterRef(day)))), day, item, "decision_date")
    yield from sorted((same, [*fines, *here.get(same, [])]) for same, fines in there.items())


def _grouped(rows: QuerySet[Any], day: str, code: str, decided: str) -> dict[Key, list[_Fine]]:
    found: dict[Key, list[_Fine]] = defaultdict(list)
    fields = ("party_id_no", day, code, decided, "pk", "organ_id", "organ__short_name", "fine_amount")
    for party, acted, what, *fine in rows.values_list(*fields).iterator(chunk_size=CHUNK):
        found[party, acted, what].append(_Fine(*fine))
    return found


def _again(what: str, fines: list[_Fine]) -> Iterator[Found]:
    """Every fine after the first."""
    first, *others = sorted(fines)
    for one in others:
        before = f"{first.short}{first.on}已罚款{yuan(first.amount)}"
        text = f"同一当事人{what}，{before}，{one.on}又罚款{yuan(one.amount)}。"
        yield Found(f"case:{one.pk}", one.organ, text, one.on, one.pk)


CLUE = Clue(
    code="fined_twice", label="一事再罚", basis=(PENALTY[29],),
    looks_at="处罚决定、当场处罚：当事人证件号码、违法行为编码（事项编码）和发生日、罚款（被撤销、确认无效的不计）",
    severity=Severity.GRAVE, find=_find, reads=("penalty", "summary_penalty"), problem="decision", version=2,
)  # fmt: skip
