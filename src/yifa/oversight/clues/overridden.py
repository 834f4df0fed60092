"""A person held a reason against what the record said (overridden)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from yifa.areas.enforcement.bases import SUPERVISION
from yifa.kernel.models import Event, EventKind
from yifa.oversight.clue import Clue, Found, Look, Severity, enforcement
from yifa.oversight.finding import CHUNK


def _find(look: Look) -> Iterator[Found]:
    rows = Event._base_manager.filter(
        kind=EventKind.STEP, voided_by=None, case__procedure__in=enforcement(), data__has_key="overrides",
        on__gt=look.on - timedelta(365), on__lte=look.on,
    )  # fmt: skip
    if look.organs is not None:
        rows = rows.filter(case__organ_id__in=look.organs)
    for case, organ, seq, on, data in rows.values_list("case_id", "case__organ_id", "seq", "on", "data").iterator(
        chunk_size=CHUNK
    ):
        reasons = "；".join(str(reason) for reason, _ in data["overrides"].values())
        text = f"{on}办理时，系统按记录判断条件不具备，办理人以理由继续办理：{reasons[:120]}。"
        yield Found(f"case:{case}:{seq}", organ, text, on, case)


CLUE = Clue(
    code="overridden", label="以理由越过系统判断", basis=(SUPERVISION[11, 2].item(2),),
    looks_at="近一年执法案件的办理记录中，对系统判断不具备的条件写明理由继续办理的", severity=Severity.HINT, find=_find,
    act_kind="other",
)  # fmt: skip
