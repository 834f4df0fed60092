"""Numbers of a book of receipts are missing: nobody says what became of them (receipt_missing)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.books import warned
from yifa.oversight.clue import Clue, Severity

CLUE = Clue(
    code="receipt_missing", label="罚没票据缺号", basis=(PENALTY[74, 2], PENALTY[79, 1]),
    looks_at="罚没票据台账的号段；案件中使用的票据；作废、遗失、缴回的登记", severity=Severity.PLAIN,
    find=lambda look: warned(look, "receipt_book", "receipt_missing"), reads=("receipt_book",),
)  # fmt: skip
