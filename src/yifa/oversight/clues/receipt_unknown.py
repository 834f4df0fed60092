"""A fine was collected on the spot with a receipt that nobody gave to the body (receipt_unknown)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.books import warned
from yifa.oversight.clue import Clue, Severity

CLUE = Clue(
    code="receipt_unknown", label="使用号段以外的票据", basis=(PENALTY[70], PENALTY[77]),
    looks_at="罚没票据台账的号段；当场收缴使用的票据", severity=Severity.GRAVE,
    find=lambda look: warned(look, "receipt_book", "receipt_unknown"), reads=("receipt_book",),
)  # fmt: skip
