"""A power given to a township was never used in a year (unused_powers)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from yifa.areas.enforcement.bases import PENALTY
from yifa.office.models import Organ
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_entries


def _find(look: Look) -> Iterator[Found]:
    since = look.on - timedelta(365)
    used = set(look.cases("penalty").filter(opened_on__gt=since).values_list("organ__name", "item_code"))
    used |= set(look.cases("summary_penalty").filter(opened_on__gt=since).values_list("organ__name", "item_code"))
    known = dict(Organ.objects.values_list("name", "pk"))  # what others do stands in no book of ours
    rows = look.entries("granted_power").filter(recalled_on=None, taken_on__lte=since)

    def explain(row: Mapping[str, Any]) -> str | None:
        if row["receiver"] not in known or (row["receiver"], row["item_code"]) in used:
            return None
        return f"{row['receiver']}{row['taken_on']}承接的“{row['name']}”近一年没有立案，请评估能否有效承接。"

    receivers = dict(rows.values_list("pk", "receiver"))
    for found in of_entries("granted_power", rows, "receiver", "item_code", "name", "taken_on", explain=explain):
        yield replace(found, organ_id=known[receivers[found.entry_id]])


CLUE = Clue(
    code="unused_powers", label="赋权事项没有行使", basis=(PENALTY[24, 1],),
    looks_at="赋权事项台账；承接机关近一年的处罚案件", severity=Severity.HINT, find=_find,
    reads=("granted_power", "penalty", "summary_penalty"), act_kind="system", problem="omission", version=2,
)  # fmt: skip
