"""Limits that ran out, running or ended, of some kinds (逾期): what several models ask of the stored clocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from yifa.kernel.clocks import State
from yifa.oversight.clue import Found, Look
from yifa.oversight.finding import of_clocks
from yifa.oversight.wording import limit_named, limits_of

BOTH = (State.LATE, State.RUNNING)
PUBLISHING = {
    "penalty_publication": ("PUB-T01", "PUB-T02", "PUB-T04"), "licence": ("LIC-T13",), "coercive_measure": ("PUB-T02",),
    "inspection": ("INS-T03",), "forced_execution": ("PUB-T02",),
}  # fmt: skip
"""Limits for publishing, by procedure: they have a model of their own and are left out of the general ones."""


LICENCES = ("LIC-T01", "LIC-T02", "LIC-T03", "LIC-T04", "LIC-T05")
COMPLAINTS = ("CMP-T01", "CMP-T02", "CMP-T03", "CMP-T04", "CMP-T05", "CMP-T06")
PAPERS = ("SUP-T01", "SUP-T01a", "SUP-T02", "SUP-T02a")
OTHERS = (
    ("penalty", "PEN-T01"), ("penalty_publication", "PUB-T03"), ("coercive_measure", "COE-T01", "COE-T02"),
    ("licence", *LICENCES), ("complaint", *COMPLAINTS), ("supervision_case", *PAPERS),
)  # fmt: skip
"""Further limits with a model of their own: 处罚时效, 撤回公示, 查封扣押冻结期限, 许可, 投诉举报, 监督文书."""
ANSWERS = ("reply_in_time", "reply_by_date")
"""The same time as in `PAPERS`, at the body that must answer: one omission is one hit."""


def without_own_model(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Without the limits that another model looks at."""
    own = [*((key, *refs) for key, refs in PUBLISHING.items()), *OTHERS]
    for procedure, *refs in own:
        rows = rows.exclude(case__procedure=procedure, limit__in=limits_of(procedure, *refs))
    return rows.exclude(case__procedure="supervision_reply", limit__in=ANSWERS)


def missed(look: Look, procedure: str, *refs: str, states: tuple[State, ...] = BOTH) -> Iterator[Found]:
    """Every run of these limits (by their codes in the reference) that was or is late.

    Args:
        states: LATE was kept late, RUNNING is not kept yet, LAPSED was ended by the law because nobody had done it
            (期满由金融机构解除).
    """
    return of_clocks(ran_out(look, procedure, *refs, states=states), lambda row: told(row, look.on))


def ran_out(look: Look, procedure: str, *refs: str, states: tuple[State, ...] = BOTH) -> QuerySet[Any]:
    """The runs of these limits that were or are late."""
    rows = look.clocks(procedure).filter(state__in=states, limit__in=limits_of(procedure, *refs))
    return rows.exclude(state=State.RUNNING, due__gte=look.on)


def told(row: Mapping[str, Any], on: date) -> str:
    """A limit that ran out, in one sentence."""
    ended, begun = row["ended_on"], f"{limit_named(row)}自{row['since']}起算，{row['due']}届满"
    if row["state"] == State.LAPSED:
        return f"{begun}，没有处理，由法律规定期满生效。"
    did = f"{ended}才完成" if ended else f"至{on}仍未完成"
    days = ((ended or on) - row["due"]).days
    return f"{begun}，{did}，{f'逾期{days}日' if days else '超过规定的时刻'}。"
