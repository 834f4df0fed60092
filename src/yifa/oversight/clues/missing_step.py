"""A step was taken without one that must come before (missing_step)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q

from yifa.areas.enforcement.bases import PENALTY, SUPERVISION
from yifa.kernel.declare import PROCEDURES, Step
from yifa.kernel.models import Event, EventKind
from yifa.oversight.clue import Clue, Found, Look, Severity, enforcement

MUST = (
    ("penalty", "decide", ("file_case", "conclude", "notify")),
    ("coercive_measure", "implement", ("approve",)),
    ("coercive_measure", "freeze", ("approve",)),
    ("court_execution", "apply", ("serve_demand",)),
)
"""What must come first though the declaration asks for it by a condition on the record."""


def _find(look: Look) -> Iterator[Found]:
    for key in enforcement():
        for version in PROCEDURES.versions[key]:
            parts = {step.code: step for step in version.steps()}
            asked = [(step, required) for step in parts.values() for required in step.requires]
            asked += [
                (parts[code], parts[before]) for owner, code, earlier in MUST if owner == key and code in parts
                for before in earlier if before in parts
            ]  # fmt: skip
            for step, required in asked:
                yield from _without(look, key, version.since, step, required)


def _without(look: Look, key: str, since: date, step: Step, required: Step) -> Iterator[Found]:
    """The order is that of the legal dates, as in every case: what was entered later may have been done before."""
    steps = Event._base_manager.filter(kind=EventKind.STEP, voided_by=None)
    earlier = Q(on__lt=OuterRef("on")) | Q(on=OuterRef("on"), seq__lt=OuterRef("seq"))
    before = steps.filter(earlier, case=OuterRef("case"), step=required.code)
    rows = steps.filter(step=step.code, case__procedure=key, case__version=since).exclude(Exists(before))
    if look.organs is not None:
        rows = rows.filter(case__organ_id__in=look.organs)
    for case, organ, seq, on in rows.values_list("case_id", "case__organ_id", "seq", "on").iterator():
        text = f"{on}办理“{step.label}”之前没有“{required.label}”的记录（{required.bases[0]}）。"
        yield Found(f"case:{case}:{step.code}:{required.code}:{seq}", organ, text, on, case)


CLUE = Clue(
    code="missing_step", label="缺少必经环节", basis=(SUPERVISION[11, 2].item(2), PENALTY[47]),
    looks_at="各程序声明的必经环节（按案件适用的版本）、案件事件的法定日期先后", severity=Severity.GRAVE, find=_find,
    act_kind="other", version=2,
)  # fmt: skip
