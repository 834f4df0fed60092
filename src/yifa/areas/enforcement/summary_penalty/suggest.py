"""What a form on the street may offer beforehand (现场表单的建议值): what the same officer entered last."""

from __future__ import annotations

from typing import Any

from yifa.areas.enforcement.summary_penalty.models import SummaryCase
from yifa.office.models import Organ, Person

KEPT = ("officers", "item_code", "item_name", "matter", "penalty_basis", "regime", "scene_place")
"""What usually stays the same from one case of a patrol to the next; never the party, the deed or the amount."""


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


def earlier_deeds(organ: Organ, most: int = 8) -> list[tuple[str, str, str]]:
    """The deeds punished most recently at an organ with their item and provision, each once, to be picked by a tap."""
    rows = SummaryCase.objects.filter(organ=organ).exclude(decision_date=None).order_by("-decision_date", "-pk")
    found: dict[str, tuple[str, str, str]] = {}
    for violation, code, basis in rows.values_list("violation", "item_code", "penalty_basis")[:200]:
        found.setdefault(violation, (violation, code, basis))
        if len(found) == most:
            break
    return list(found.values())
