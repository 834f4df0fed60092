"""Limits that ran out, running or ended, of some kinds (逾期): what several models ask of the stored clocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from yifa.kernel.clocks import State
from yifa.oversight.clue import Found, Look
from yifa.oversight.finding import of_clocks
from yifa.oversight.wording import limit_label, limits_of

BOTH = (State.LATE, State.RUNNING)
PUBLISHING = {
    "penalty_publication": ("PUB-T01", "PUB-T02", "PUB-T04"), "licence": ("LIC-T13",), "coercive_measure": ("PUB-T02",),
    "inspection": ("INS-T03",), "forced_execution": ("PUB-T02",),
}  # fmt: skip
"""Limits for publishing, by procedure: they have a model of their own and are left out of the general ones."""


OTHERS = (("penalty", "PEN-T01"), ("penalty_publication", "PUB-T03"), ("coercive_measure", "COE-T01", "COE-T02"))
"""Further limits with a model of their own: 处罚时效, 撤回公示, 查封扣押冻结期限."""


def without_own_model(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Without the limits that another model looks at."""
    own = [*((key, *refs) for key, refs in PUBLISHING.items()), *OTHERS]
    for procedure, *refs in own:
        rows = rows.exclude(case__procedure=procedure, limit__in=limits_of(procedure, *refs))
    return rows


def missed(look: Look, procedure: str, *refs: str, states: tuple[State, ...] = BOTH) -> Iterator[Found]:
    """Every run of these limits (by their codes in the reference) that was or is late.

    Args:
        states: LATE was kept late, RUNNING is not kept yet, LAPSED was ended by the law because nobody had done it
            (期满由金融机构解除).
    """
    rows = look.clocks(procedure).filter(state__in=states, limit__in=limits_of(procedure, *refs))
    rows = rows.exclude(state=State.RUNNING, due__gte=look.on)

    def explain(row: Mapping[str, Any]) -> str:
        ended = row["ended_on"]
        did = f"{ended}才完成" if ended else f"至{look.on}仍未完成"
        if row["state"] == State.LAPSED:
            return f"“{limit_label(row)}”自{row['since']}起算，{row['due']}届满，没有处理，由法律规定期满生效。"
        days = ((ended or look.on) - row["due"]).days
        return f"“{limit_label(row)}”自{row['since']}起算，{row['due']}届满，{did}，逾期{days}日。"

    return of_clocks(rows, explain)
