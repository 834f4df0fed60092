"""A fee was taken for a licence and no provision is named (licence_fee)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.areas.enforcement.bases import LICENCE
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan


def _find(look: Look) -> Iterator[Found]:
    rows = look.cases("licence").filter(fee__gt=0, fee_basis="")
    return of_cases(
        rows,
        "fee",
        explain=lambda row: f"收费{yuan(row['fee'])}，没有写明依据。",
        dated="decided_on",
    )


CLUE = Clue(
    code="licence_fee", label="许可收费没有依据", basis=(LICENCE[58, 1],),
    looks_at="许可案件：收取费用、收费依据", severity=Severity.GRAVE, find=_find, reads=("licence",),
    act_kind="licence", problem="decision",
)  # fmt: skip
