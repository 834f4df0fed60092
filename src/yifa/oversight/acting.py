"""Who acted, compared with the register of certificates in one pass (执法人员资格): one read of each.

A case names the officers of today; who acted on an earlier day stands in its events. These are read only of the cases
against which something is to be held (`team_of`), so that the pass over all cases stays one query a procedure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.authority.standing import why_not
from yifa.kernel.models import Event
from yifa.oversight.clue import Look
from yifa.oversight.finding import CHUNK

ACTS = (("penalty", "filed_date"), ("coercive_measure", "implemented_on"), ("inspection", "visited_on"),
        ("summary_penalty", "served_on"))  # fmt: skip
"""Procedures whose cases name officers, and the day on which they acted."""


@dataclass(frozen=True)
class Act:
    """What some officers did on a day."""

    case_id: int
    organ_id: int
    on: date
    matter: str
    numbers: tuple[str, ...]


def acts(look: Look) -> Iterator[Act]:
    """Every act of enforcement with its officers, in four queries."""
    for key, day in ACTS:
        rows = look.cases(key).filter(**{f"{day}__isnull": False})
        for row in rows.values("pk", "organ_id", day, "matter", "officers").iterator(chunk_size=CHUNK):
            yield Act(row["pk"], row["organ_id"], row[day], row["matter"], _numbers(row["officers"]))


def _numbers(officers: list[dict[str, Any]]) -> tuple[str, ...]:
    found = (str(row.get("cert_no") or "").strip() for row in officers or [])
    return tuple(dict.fromkeys(number for number in found if number))


def team_of(act: Act) -> tuple[str, ...]:
    """The certificates of those who acted on the day: those named last until then, else those named first.

    A case without such events (an import of finished cases) has only the officers it names.
    """
    events = Event.objects.filter(case_id=act.case_id, voids=None, voided_by=None, data__fields__has_key="officers")
    named = [(event.on, _numbers(event.data["fields"]["officers"])) for event in events.order_by("on", "seq")]
    before = [numbers for on, numbers in named if on <= act.on]
    return before[-1] if before else (named[0][1] if named else act.numbers)


def certificates() -> dict[str, list[Officer]]:
    """Every certificate in the register, by number; a number may have been given again."""
    found: dict[str, list[Officer]] = defaultdict(list)
    for officer in Officer._base_manager.filter(withdrawn=False).order_by("-issued_on").iterator(chunk_size=CHUNK):
        found[officer.cert_no].append(officer)
    return found


def why_unfit(number: str, held: list[Officer], on: date) -> str | None:
    """Why the holder of a certificate may not act on a day; None where they may."""
    if not held:
        return f"执法人员台账中没有证件{number}"
    if any(one.valid_on(on) for one in held):
        return None
    begun = [one for one in held if one.issued_on <= on] or held[-1:]
    return f"证件{number}{why_not(begun[0], on).removeprefix('的证件')}"
