"""Turning rows of a set query into what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from yifa.kernel.models import Clock
from yifa.office.roles import Role
from yifa.oversight.clue import Found

CHUNK = 5_000
MOST_ROWS = 200
"""So many cases are kept behind a pattern."""

NOT_OURS = (
    Role.APPLICANT, Role.THIRD_PARTY, Role.CITIZEN, Role.RESPONDENT, Role.COURT, Role.POLICE, Role.PROCURATORATE,
    Role.EXPERT, Role.COUNSEL, Role.COMMITTEE, Role.PARTY_COMMITTEE, Role.SYSTEM,
)  # fmt: skip
"""Limits that bind these are not the organ's own."""

Explain = Callable[[Mapping[str, Any]], str | None]


def of_cases(rows: QuerySet[Any], *fields: str, explain: Explain, dated: str = "") -> Iterator[Found]:
    """One hit for each row that `explain` has a sentence for; `dated` is the field with the day of the act."""
    wanted = dict.fromkeys(("pk", "organ_id", *([dated] if dated else []), *fields))
    for row in rows.values(*wanted).iterator(chunk_size=CHUNK):
        text = explain(row)
        if text:
            yield Found(f"case:{row['pk']}", row["organ_id"], text, row[dated] if dated else None, row["pk"])


def of_entries(register: str, rows: QuerySet[Any], *fields: str, explain: Explain) -> Iterator[Found]:
    """One hit for each entry of a register that `explain` has a sentence for."""
    for row in rows.values("pk", "organ_id", *fields).iterator(chunk_size=CHUNK):
        text = explain(row)
        if text:
            yield Found(f"entry:{register}:{row['pk']}", row["organ_id"], text, register=register, entry_id=row["pk"])


def of_clocks(rows: QuerySet[Clock], explain: Explain) -> Iterator[Found]:
    """One hit for each run of a limit that `explain` has a sentence for."""
    fields = (
        "case_id", "case__organ_id", "case__procedure", "case__version", "limit", "run", "since", "due", "ended_on",
        "state",
    )  # fmt: skip
    for row in rows.values(*fields).iterator(chunk_size=CHUNK):
        text = explain(row)
        if text:
            subject = f"case:{row['case_id']}:{row['limit']}:{row['run']}"
            yield Found(subject, row["case__organ_id"], text, row["due"], row["case_id"])


def of_pattern(subject: str, organ_id: int, text: str, rows: Iterable[int], on: date | None = None) -> Found:
    """A hit over many cases, with the first of them."""
    return Found(subject, organ_id, text, on, rows=tuple(rows)[:MOST_ROWS])


def yuan(amount: Decimal | int | None) -> str:
    """20000元, without needless zeros."""
    if amount is None:
        return "没有数额"
    plain = f"{Decimal(amount):.2f}".rstrip("0").rstrip(".")
    return f"{plain}元"


def share(part: int, whole: int) -> str:
    """83%, rounded down so that it never claims more than there is."""
    return f"{part * 100 // whole}%"
