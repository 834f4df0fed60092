"""One receipt stands for several payments (receipt_twice)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.books import warned
from yifa.oversight.clue import Clue, Severity

CLUE = Clue(
    code="receipt_twice", label="罚没票据重复使用", basis=(PENALTY[70], PENALTY[74, 2]),
    looks_at="案件、历史罚没台账中使用的票据号码", severity=Severity.GRAVE,
    find=lambda look: warned(look, "receipt_book", "receipt_twice", "bank_receipt_twice"), reads=("receipt_book",),
)  # fmt: skip
