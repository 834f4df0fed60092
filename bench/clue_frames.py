"""The questions of the clue models asked of data frames: every column is read once, every answer is a mask."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

COLUMNS = (
    "case_id", "decision_type", "decision_date", "filed_date", "corrective_order", "corrected_on", "case_regime",
    "fine_amount", "proposed_low", "proposed_high", "grade", "proposed_grade", "deviation_reason", "other_acts",
    "hearing_required", "notice_served_date", "hearing_outcome", "legal_review_required", "public_interest",
    "complicated", "legal_review_result", "legal_review_cleared", "noticed_fine", "officers", "fully_recorded",
    "party_id_no", "violation_date", "benchmark", "edition", "changed_by", "social_impact", "organ_id", "opened_on",
    "closed_on",
)  # fmt: skip
MONEY = ("fine_amount", "proposed_low", "proposed_high", "noticed_fine")
GIVEN_UP = ("waived", "withdrawn", "held", "absent_terminated")


def found_in_frames(today: date) -> dict[str, set[int]]:
    """Read the columns, ask the twelve questions."""
    import pandas as pd

    rows = _cases()
    on = pd.Timestamp(today)
    done = (rows.decision_type == "penalty") & (rows.decision_date <= on)
    teams = {text: _numbers(text) for text in rows.officers.unique()}
    masks = {
        "no_correction_order": done & (rows.corrective_order == "") & rows.corrected_on.isna()
        & (rows.case_regime != "public_security"),
        "outside_tier": done & (rows.deviation_reason == "") & _moved_or_outside(rows),
        "before_hearing_window": done & rows.hearing_required & ~rows.hearing_outcome.isin(GIVEN_UP)
        & (rows.decision_date <= _later(rows.notice_served_date, 5)),
        "review_missing": done & _unreviewed(rows),
        "heavier_after_statement": done & (rows.fine_amount > rows.noticed_fine),
        "bad_certificate": rows.filed_date.notna() & _unfit(rows, teams),
        "one_officer": rows.filed_date.notna() & ~rows.fully_recorded
        & rows.officers.map(lambda text: len(teams[text]) < 2),
        "publication_missing": done & rows.social_impact & (_later(rows.decision_date, 7) < on)
        & ~rows.case_id.isin(_published()),
    }  # fmt: skip
    found = {code: set(rows.case_id[mask]) for code, mask in masks.items()}
    found["fined_twice"] = set(_twice(rows[done]))
    found["unequal_fines"] = set(_unlike(rows[done & (rows.decision_date > on - pd.Timedelta(days=730))]))
    found["overdue"] = _overdue(today)
    found["never_closed"] = _idle(rows, on)
    return found


def _read(sql: str) -> Any:
    import pandas as pd
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql)
        names = [column[0] for column in cursor.description]
        return pd.DataFrame(cursor.fetchall(), columns=names)


def _cases() -> Any:
    import pandas as pd

    from yifa.areas.enforcement.penalty.models import PenaltyCase
    from yifa.kernel.models import Case

    own = [name for name in COLUMNS if name not in ("case_id", "organ_id", "opened_on", "closed_on")]
    wanted = ", ".join(f'p."{name}"' for name in own)
    rows = _read(
        f"SELECT c.id AS case_id, c.organ_id, c.opened_on, c.closed_on, {wanted} "
        f'FROM "{PenaltyCase._meta.db_table}" p JOIN "{Case._meta.db_table}" c ON c.id = p.case_ptr_id'
    )
    for name in rows.columns:
        if name.endswith(("_date", "_on")):
            rows[name] = pd.to_datetime(rows[name])
    for name in MONEY:
        rows[name] = rows[name].astype(float)
    for name in ("hearing_required", "legal_review_required", "public_interest", "complicated", "legal_review_cleared",
                 "fully_recorded", "social_impact"):  # fmt: skip
        rows[name] = rows[name].astype(bool)
    return rows


def _numbers(text: Any) -> list[str]:
    held = text if isinstance(text, list) else json.loads(text or "[]")
    return list(dict.fromkeys(str(row["cert_no"]) for row in held if row.get("cert_no")))


def _later(days: Any, amount: int) -> Any:
    """So many working days after each day, computed once a day."""
    import pandas as pd

    from yifa.kernel.workdays import current_calendar

    calendar = current_calendar()
    known = {
        day: pd.Timestamp(calendar.add_working_days(day.date(), amount, allow_provisional=True))
        for day in days.dropna().unique()
    }
    return pd.to_datetime(days.map(known))


def _moved_or_outside(rows: Any) -> Any:
    plain = rows.other_acts.astype(str) == "[]"
    outside = plain & ((rows.fine_amount < rows.proposed_low) | (rows.fine_amount > rows.proposed_high))
    moved = (rows.grade != "") & (rows.proposed_grade != "") & (rows.grade != rows.proposed_grade)
    return outside | moved


def _unreviewed(rows: Any) -> Any:
    must = rows.legal_review_required | (rows.hearing_outcome == "held") | rows.public_interest | rows.complicated
    changed = (rows.legal_review_result == "pass_with_changes") & rows.legal_review_cleared
    return must & ~((rows.legal_review_result == "pass") | changed)


def _unfit(rows: Any, teams: dict[Any, list[str]]) -> Any:
    """Each pair of team and day is looked up once."""
    import pandas as pd

    from yifa.oversight.acting import certificates, why_unfit

    held, known = certificates(), {}
    for text, day in rows[["officers", "filed_date"]].dropna().drop_duplicates().itertuples(index=False):
        known[text, day] = any(why_unfit(number, held.get(number, []), day.date()) for number in teams[text])
    pairs = zip(rows.officers, rows.filed_date, strict=True)
    return pd.Series([known.get(pair, False) for pair in pairs], index=rows.index, dtype=bool)


def _twice(rows: Any) -> Any:
    kept = rows[(rows.fine_amount > 0) & (rows.party_id_no != "") & (rows.benchmark != "")
                & rows.violation_date.notna() & ~rows.changed_by.isin(("revoked", "confirmed_void"))]  # fmt: skip
    kept = kept.sort_values(["decision_date", "case_id"])
    return kept.case_id[kept.duplicated(["party_id_no", "violation_date", "benchmark"])]


def _unlike(rows: Any) -> Any:
    """Beyond Tukey's fences and a fifth from the median, among at least eight."""
    kept = rows[(rows.fine_amount > 0) & (rows.benchmark != "") & (rows.grade != "")
                & (rows.other_acts.astype(str) == "[]")]  # fmt: skip
    groups = kept.groupby(["benchmark", "edition", "grade"]).fine_amount
    low, middle, high = (groups.transform(lambda fines, q=q: fines.quantile(q)).round(2) for q in (0.25, 0.5, 0.75))
    reach, size = 1.5 * (high - low), groups.transform("size")
    far = (kept.fine_amount < low - reach) | (kept.fine_amount > high + reach)
    return kept.case_id[far & ((kept.fine_amount - middle).abs() >= 0.2 * middle) & (size >= 8)]


def _overdue(today: date) -> set[int]:
    from yifa.kernel.models import Clock
    from yifa.oversight.finding import NOT_OURS

    rows = _read(f'SELECT case_id, "limit", bound, due, state, promised FROM "{Clock._meta.db_table}"')
    late = (rows.state == "running") & (rows.due.astype(str) < today.isoformat()) & ~rows.promised.astype(bool)
    ours = ~rows.bound.isin([role.value for role in NOT_OURS]) & (rows["limit"] != "limitation")
    return set(rows.case_id[late & ours])


def _idle(rows: Any, on: Any) -> set[int]:
    import pandas as pd

    from yifa.kernel.models import Event

    before = on - timedelta(180)
    events = _read(f'SELECT case_id, MAX("on") AS last FROM "{Event._meta.db_table}" GROUP BY case_id')
    last = rows.case_id.map(dict(zip(events.case_id, pd.to_datetime(events["last"]), strict=True)))
    return set(rows.case_id[rows.closed_on.isna() & (rows.opened_on < before) & (last < before)])


def _published() -> set[int]:
    from yifa.kernel.models import Case, Link

    rows = _read(
        f'SELECT l.source_id FROM "{Link._meta.db_table}" l JOIN "{Case._meta.db_table}" c ON c.id = l.target_id '
        "WHERE c.procedure = 'penalty_publication'"
    )
    return set(rows.source_id)
