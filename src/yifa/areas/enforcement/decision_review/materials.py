"""Which materials a submission must bring (送审材料清单), read from `materials.toml` by the kind of act."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from yifa.areas.enforcement.decision_review.choices import ActKind, Presence


@dataclass(frozen=True)
class MaterialList:
    """The list for one kind of act, with its source; `conditional` ones may be not applicable."""

    required: tuple[str, ...]
    conditional: tuple[str, ...]
    basis: str
    mark: str

    def rows(self, state: str = "") -> list[dict[str, str]]:
        """Rows for a submission: every item with its state still open, or all of one state."""
        return [{"item": item} | ({"state": state} if state else {}) for item in (*self.required, *self.conditional)]


@cache
def lists() -> dict[str, MaterialList]:
    """Every list, by kind of act."""
    path = Path(__file__).with_name("materials.toml")
    tables: dict[str, dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        kind: MaterialList(tuple(one["required"]), tuple(one["conditional"]), one["basis"], one["mark"])
        for kind, one in tables.items()
    }


def list_for(act_kind: str) -> MaterialList:
    """The list for a kind of act; that of other acts where it is not known."""
    return lists().get(act_kind, lists()[ActKind.OTHER])


def incomplete(act_kind: str, rows: Sequence[dict[str, Any]]) -> list[str]:
    """What is missing: required items that are not there, and others that nobody ticked or that are missing."""
    wanted, states = list_for(act_kind), {row.get("item"): row.get("state") for row in rows}
    excused = set() if wanted.mark == "V" else {row.get("item") for row in rows if _does_not_apply(row)}
    lacking = [item for item in wanted.required if states.get(item) != Presence.PRESENT and item not in excused]
    settled = (Presence.PRESENT, Presence.NOT_APPLICABLE)
    lacking += [item for item in wanted.conditional if item in states and states[item] not in settled]
    extra = [item for item, state in states.items() if state == Presence.MISSING and item not in lacking]
    return [*lacking, *(str(item) for item in extra)]


def _does_not_apply(row: dict[str, Any]) -> bool:
    """Said not to apply, with a reason: enough where no law asks for the material."""
    return row.get("state") == Presence.NOT_APPLICABLE and bool(row.get("note"))
