"""Clue models over 10⁶ cases: as set queries, and as a loop that opens case by case (on a sample, scaled).

The loop is what a rule written over one case does: it reads the case and asks for what the rule needs beside it. Each
case is written by plain SQL as a decided penalty with one event and one limit; some break each rule.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from bench.measure import Result
from bench.place import prepared

SIZES = (10_000, 100_000, 1_000_000)
SAMPLE = 300
TODAY = date(2026, 11, 20)
MODELS = (
    "no_correction_order", "outside_tier", "before_hearing_window", "review_missing", "heavier_after_statement",
    "bad_certificate", "one_officer", "fined_twice", "unequal_fines", "overdue", "never_closed", "publication_missing",
)  # fmt: skip


def run(quick: bool) -> list[Result]:
    """Each size in the same database, grown in place."""
    county = prepared()
    from yifa.office import scope

    results: list[Result] = []
    with scope.everything("测量"):
        for size in SIZES[: 1 if quick else 3]:
            grow(county, size)
            ours = {code: _set(code, size) for code in MODELS}
            loop = {code: _loop(code) for code in MODELS}
            for code in MODELS if size == SIZES[-1] or quick else ():
                results.append(_result(f"clue {code}, {size:,} cases", ours[code], loop[code]))
            total = size / sum(size / rate for rate in ours.values())
            results.append(_result(f"{len(MODELS)} clue models, {size:,} cases", total, _loop(*MODELS)))
    return results


def _result(name: str, ours: float, other: float) -> Result:
    return Result(name, "set query", ours, f"case by case, sample of {SAMPLE}", other, "cases")


def _set(code: str, size: int) -> float:
    """Cases per second of a whole run, hits kept."""
    from django.utils import timezone

    from yifa.oversight import watch
    from yifa.oversight.clue import clue_of

    clue = clue_of(code)
    assert clue is not None
    begin = time.perf_counter()
    watch.run(clue, TODAY, timezone.make_aware(datetime(2026, 11, 20, 2)))
    return size / (time.perf_counter() - begin)


def _loop(*codes: str) -> float:
    """Cases per second when each is opened once and asked by these models."""
    from yifa.areas.enforcement.penalty.models import PenaltyCase

    keys = list(PenaltyCase._base_manager.order_by("-pk").values_list("pk", flat=True)[:SAMPLE])
    begin = time.perf_counter()
    for pk in keys:
        case = PenaltyCase._base_manager.get(pk=pk)
        for code in codes:
            NAIVE[code](case)
    return len(keys) / (time.perf_counter() - begin)


def _window(case: Any) -> bool:
    from yifa.kernel.workdays import current_calendar

    end = current_calendar().add_working_days(case.notice_served_date, 5, allow_provisional=True)
    return bool(case.hearing_required and case.decision_date <= end)


def _certificate(case: Any) -> bool:
    from yifa.areas.enforcement.authority.standing import officer_problems

    return bool(list(officer_problems(case.officer_numbers, case.filed_date, case.matter)))


def _twice(case: Any) -> bool:
    same = {"party_id_no": case.party_id_no, "violation_date": case.violation_date, "benchmark": case.benchmark}
    return bool(type(case)._base_manager.filter(**same).exclude(pk=case.pk).exists())


def _peers(case: Any) -> bool:
    """Read once a group and remembered, as even a naive programmer would: otherwise it is the square."""
    from yifa.oversight.similar import Spread

    key = (case.benchmark, case.edition, case.grade)
    if key not in _KNOWN:
        fines = type(case)._base_manager.filter(benchmark=key[0], edition=key[1], grade=key[2])
        _KNOWN[key] = Spread.of(sorted(fines.values_list("fine_amount", flat=True)))
    return bool(_KNOWN[key].stands_out(case.fine_amount, 8))


_KNOWN: dict[Any, Any] = {}


def _overdue(case: Any) -> bool:
    from yifa.kernel.models import Clock

    return any(c.state == "running" and c.due < TODAY for c in Clock._base_manager.filter(case=case.pk))


def _idle(case: Any) -> bool:
    from yifa.kernel.models import Event

    last = Event._base_manager.filter(case=case.pk).order_by("-on").first()
    return case.closed_on is None and last is not None and (TODAY - last.on).days > 180


def _unpublished(case: Any) -> bool:
    from yifa.kernel.models import Link

    links = Link._base_manager.filter(source=case.pk, target__procedure="penalty_publication")
    return case.social_impact and not links.exists()


NAIVE: dict[str, Callable[[Any], bool]] = {
    "no_correction_order": lambda case: not case.corrective_order,
    "outside_tier": lambda case: case.fine_amount > case.proposed_high and not case.deviation_reason,
    "before_hearing_window": _window,
    "review_missing": lambda case: case.legal_review_required and not case.legal_review_result,
    "heavier_after_statement": lambda case: case.fine_amount > case.noticed_fine,
    "bad_certificate": _certificate,
    "one_officer": lambda case: len(case.officer_numbers) < 2,
    "fined_twice": _twice,
    "unequal_fines": _peers,
    "overdue": _overdue,
    "never_closed": _idle,
    "publication_missing": _unpublished,
}


def grow(county: Any, size: int) -> None:
    """Bring the number of penalties up to a size: copies of one row by plain SQL, faults by the number of the row."""
    from django.db import connection

    from yifa.areas.enforcement.penalty.models import PenaltyCase
    from yifa.kernel.models import Case, Clock, Event

    template = _template(county)
    there = PenaltyCase._base_manager.count()
    case, own = _columns(Case), _columns(PenaltyCase)
    with connection.cursor() as cursor:
        start, more = template.pk + there, size - there
        if more <= 0:
            return
        series = _series(connection.vendor, start, start + more - 1)
        ids = {"id": "i"}
        cursor.execute(
            _copy(
                Case._meta.db_table,
                case,
                ids | {"number": "'罚' || i", "closed_on": _fault("NULL", "closed_on", 1000)},
                series,
                ("id", template.pk),
            )
        )
        day = _day(connection.vendor)
        faults = {
            "case_ptr_id": "i", "decision_date": day, "party_id_no": "'P' || (i - i % 2000 / 1999)",
            "corrective_order": _fault("''", "corrective_order", 1000), "fine_amount": "17000 + i % 90 * 100",
            "noticed_fine": _fault("10000", "30000", 900), "proposed_high": _fault("16000", "proposed_high", 700),
            "legal_review_required": _fault("true", "legal_review_required", 1100), "benchmark": "'SP-' || (i % 400)",
            "officers": _fault("'[]'", "officers", 1300),
        }  # fmt: skip
        cursor.execute(_copy(PenaltyCase._meta.db_table, own, faults, series, ("case_ptr_id", template.pk)))
        for model, rows in ((Clock, Clock._base_manager), (Event, Event._base_manager)):
            row = rows.filter(case=template.pk).first()
            changed = {"id": f"i + {10_000_000}", "case_id": "i"}
            if model is Clock:
                changed["state"] = _fault("'running'", "state", 1000)
            cursor.execute(_copy(model._meta.db_table, _columns(model), changed, series, ("id", row.pk)))
        cursor.execute("ANALYZE")


def _columns(model: Any) -> list[str]:
    return [field.column for field in model._meta.local_fields]


def _series(vendor: str, first: int, last: int) -> str:
    if vendor == "postgresql":
        return f"WITH n(i) AS (SELECT generate_series({first + 1}, {last + 1}))"
    return f"WITH RECURSIVE n(i) AS (SELECT {first + 1} UNION ALL SELECT i + 1 FROM n WHERE i <= {last})"


def _copy(table: str, columns: list[str], changed: dict[str, str], series: str, place: tuple[str, int]) -> str:
    key, template = place
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(changed.get(name, f't."{name}"').replace("SELF", f't."{name}"') for name in columns)
    return f'INSERT INTO "{table}" ({names}) {series} SELECT {values} FROM n, "{table}" t WHERE t."{key}" = {template}'


def _fault(wrong: str, right: str, every: int) -> str:
    kept = right if right.isdigit() else "SELF"
    return f"CASE WHEN i % {every} = 0 THEN {wrong} ELSE {kept} END"


def _day(vendor: str) -> str:
    return (
        "date '2025-01-02' + (i % 600)" if vendor == "postgresql" else "date('2025-01-02', '+' || (i % 600) || ' days')"
    )


def _template(county: Any) -> Any:
    """One decided penalty in order, with an event and a limit."""
    from django.utils import timezone

    from yifa.areas.enforcement.authority.models import Officer
    from yifa.areas.enforcement.penalty.models import PenaltyCase
    from yifa.kernel.declare import PROCEDURES
    from yifa.kernel.models import Clock, Event

    found = PenaltyCase._base_manager.order_by("pk").first()
    if found is not None:
        return found
    organ, now = county.departments[0], timezone.now()
    for number in ("1", "2"):
        Officer._base_manager.create(
            organ=organ, cert_no=number, name="某", body=organ.name, staffing="civil_servant", cert_kind="national",
            exam_on=date(2023, 1, 1), issued_on=date(2023, 1, 2), valid_to=date(2028, 1, 1), created_at=now,
            updated_at=now,
        )  # fmt: skip
    made = PenaltyCase._base_manager.create(
        procedure="penalty", version=PROCEDURES.latest("penalty").since, organ=organ, stage="closed", title="某案",
        opened_on=date(2025, 1, 2), closed_on=date(2026, 9, 1), decision_type="penalty", decision_date=date(2026, 5, 6),
        filed_date=date(2025, 1, 2), notice_served_date=date(2024, 12, 2), fine_amount=20000, noticed_fine=30000,
        officers=[{"cert_no": "1"}, {"cert_no": "2"}], corrective_order="改正", benchmark="SP-1", edition=1,
        grade="ordinary", proposed_grade="ordinary", proposed_low=1, proposed_high=90000, social_impact=False,
        violation_date=date(2025, 1, 1), party_id_no="P", hearing_required=True, hearing_outcome="held",
        legal_review_result="pass", number="罚0",
    )  # fmt: skip
    Clock._base_manager.create(
        case=made, limit="decide_in_time", run=1, bound="handler", since=date(2025, 1, 2), due=date(2025, 4, 2),
        state="kept", ended_on=date(2025, 3, 2),
    )  # fmt: skip
    Event._base_manager.create(
        case=made, seq=1, kind="step", step="decide", on=date(2025, 3, 2), at=now, algorithm="x", digest="x"
    )
    return made
