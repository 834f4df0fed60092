"""A step was taken without one that must come before (missing_step)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

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
        for step in PROCEDURES.latest(key).steps():
            for required in step.requires:
                yield from _without(look, key, step, required)
    for key, code, earlier in MUST:
        if key in PROCEDURES.versions:
            procedure = PROCEDURES.latest(key)
            for before in earlier:
                yield from _without(look, key, procedure.step(code), procedure.step(before))


def _without(look: Look, key: str, step: Step, required: Step) -> Iterator[Found]:
    steps = Event._base_manager.filter(kind=EventKind.STEP, voided_by=None)
    before = steps.filter(case=OuterRef("case"), step=required.code, seq__lt=OuterRef("seq"))
    rows = steps.filter(step=step.code, case__procedure=key).exclude(Exists(before))
    if look.organs is not None:
        rows = rows.filter(case__organ_id__in=look.organs)
    for case, organ, seq, on in rows.values_list("case_id", "case__organ_id", "seq", "on").iterator():
        text = f"{on}办理“{step.label}”之前没有“{required.label}”的记录（{step.bases[0]}）。"
        yield Found(f"case:{case}:{step.code}:{required.code}:{seq}", organ, text, on, case)


CLUE = Clue(
    code="missing_step", label="缺少必经环节", basis=(SUPERVISION[11], PENALTY[47]),
    looks_at="各程序声明的必经环节、案件事件的先后", severity=Severity.GRAVE, find=_find, act_kind="other",
)  # fmt: skip
