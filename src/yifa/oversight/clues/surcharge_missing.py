"""A fine was paid late in full and no additional fine was paid or remitted (surcharge_missing)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from yifa.areas.enforcement.bases import COERCION, PENALTY
from yifa.kernel.models import Event, EventKind
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import CHUNK, of_cases, yuan


def _find(look: Look) -> Iterator[Found]:
    late = look.cases("fine_collection").filter(outcome="paid_late", surcharge_stated=True)
    paid: dict[int, Decimal] = defaultdict(Decimal)
    waived: set[int] = set()
    events = Event._base_manager.filter(
        kind=EventKind.STEP, step__in=("pay", "pay_part", "waive", "stop"), case__in=late.values("pk"), voided_by=None
    )
    for case, step, data in events.values_list("case_id", "step", "data").iterator(chunk_size=CHUNK):
        if step in ("waive", "stop"):
            waived.add(case)
        else:
            paid[case] += _amount(data)

    def explain(row: Mapping[str, Any]) -> str | None:
        if row["pk"] in waived or paid[row["pk"]] > row["fine_amount"]:
            return None
        return f"罚款{yuan(row['fine_amount'])}逾期缴清，共缴{yuan(paid[row['pk']])}，没有加处罚款，也没有减免的决定。"

    return of_cases(late, "fine_amount", explain=explain, dated="received_on")


def _amount(data: Mapping[str, Any]) -> Decimal:
    try:
        return Decimal(str(data.get("inputs", {}).get("amount") or 0))
    except InvalidOperation:
        return Decimal(0)


CLUE = Clue(
    code="surcharge_missing", label="逾期缴款没有加处罚款", basis=(PENALTY[72, 1].item(1), COERCION[45, 1]),
    looks_at="逾期缴清的罚款：决定书是否载明加处、各笔缴款、减免", severity=Severity.HINT, find=_find,
    reads=("fine_collection",), problem="omission",
)  # fmt: skip
