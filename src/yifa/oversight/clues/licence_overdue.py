"""A licence was decided, told or delivered late, or still waits (licence_overdue)."""

from __future__ import annotations

from yifa.areas.enforcement.bases import LICENCE
from yifa.oversight.clue import Clue, Severity
from yifa.oversight.timely import LICENCES, missed

CLUE = Clue(
    code="licence_overdue", label="行政许可逾期",
    basis=(LICENCE[42, 1], LICENCE[42, 2], LICENCE[32, 1].item(4), LICENCE[43], LICENCE[44]),
    looks_at="许可案件受理补正、决定、送达的期限", severity=Severity.GRAVE,
    find=lambda look: missed(look, "licence", *LICENCES), reads=("licence",), act_kind="licence",
)  # fmt: skip
