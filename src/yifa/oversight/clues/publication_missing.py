"""A decision or a result that must be public is not, and the time is over (publication_missing)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef

from yifa.areas.enforcement.bases import PENALTY, PUBLICITY
from yifa.areas.enforcement.common.identity import age_on, birth_of
from yifa.kernel.clocks import State
from yifa.kernel.models import Link
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases
from yifa.oversight.timely import PUBLISHING, missed

ADULT, NEW_LENGTH = 18, 18
"""Years of age, and the digits of an identity number in which the day of birth stands."""


def _find(look: Look) -> Iterator[Found]:
    opened = Link._base_manager.filter(source=OuterRef("pk"), target__procedure="penalty_publication")
    rows = look.penalties().filter(~Exists(opened), social_impact=True, decision_date__lt=look.on - timedelta(7))
    rows = rows.exclude(case_regime="public_security").exclude(case_regime="market", heaviest_kind="warning")

    def explain(row: Mapping[str, Any]) -> str | None:
        due = look.calendar.add_working_days(row["decision_date"], 7, allow_provisional=True)
        if due >= look.on or _minor(row):
            return None
        return f"{row['decision_date']}的处罚决定应当公开（至{due}），没有公示的记录。"

    yield from of_cases(
        rows, "party_type", "party_birth_date", "party_id_no", "violation_date", explain=explain, dated="decision_date"
    )
    for procedure, refs in PUBLISHING.items():
        yield from missed(look, procedure, *refs, states=(State.RUNNING,))


def _minor(row: Mapping[str, Any]) -> bool:
    """Whether the party was under 18 when it acted: such records are sealed."""
    number = str(row["party_id_no"])
    born = row["party_birth_date"] or (birth_of(number) if len(number) == NEW_LENGTH else None)
    acted = row["violation_date"] or row["decision_date"]
    return row["party_type"] == "natural" and born is not None and age_on(born, acted) < ADULT


CLUE = Clue(
    code="publication_missing", label="应当公开而没有公示", basis=(PENALTY[48, 1], PUBLICITY),
    looks_at="公示期限已过而没有公示的；没有建立公示的处罚决定（治安案件、未成年人、市场监管仅警告、没有社会影响的不计）",
    severity=Severity.PLAIN,
    find=_find, reads=("penalty", *PUBLISHING), act_kind="system", problem="system",
)  # fmt: skip
