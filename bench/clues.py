"""Clue models over 10⁶ cases: as set queries, against data frames in memory, and against one pass with prefetching.

All answer the same questions and must find the same cases; none keeps its hits. The data frames are what an analyst
writes: the columns are read once for all models, every question is asked of whole columns with pandas. The pass is what
a good programmer writes who knows the ORM: each case once, in chunks, with its limits, events and links prefetched,
certificates and groups in dictionaries; it is slow enough to be run up to 10⁵ cases only. Each case is written by plain
SQL as a decided penalty with one event and one limit; some break each rule.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from bench.measure import Result
from bench.place import prepared

SIZES = (10_000, 100_000, 1_000_000)
MOST_PASSED = 100_000
CHUNK = 2_000
TODAY = date(2026, 11, 20)
MODELS = (
    "no_correction_order", "outside_tier", "before_hearing_window", "review_missing", "heavier_after_statement",
    "bad_certificate", "one_officer", "fined_twice", "unequal_fines", "overdue", "never_closed", "publication_missing",
)  # fmt: skip


Found = dict[str, set[int]]
"""The cases that each model finds."""


def run(quick: bool) -> list[Result]:
    """Each size in the same database, grown in place."""
    county = prepared()
    from yifa.office import scope

    results: list[Result] = []
    with scope.everything("测量"):
        for size in SIZES[: 1 if quick else 3]:
            grow(county, size)
            results += _compared(size)
    return results


def _compared(size: int) -> list[Result]:
    """Cases per second of all models, after checking that all sides found the same."""
    import pandas as pd  # noqa: F401  what it takes to import is not measured

    from bench.clue_frames import found_in_frames

    sides: list[tuple[str, Callable[[], Found]]] = [
        ("set queries", lambda: {code: _found(code) for code in MODELS}),
        ("pandas, columns in memory", lambda: found_in_frames(TODAY)),
    ]
    if size <= MOST_PASSED:
        sides.append(("one pass, prefetched", lambda: _Pass().over(size)))
    seconds, answers = {}, {}
    for label, ask in sides:
        begin = time.perf_counter()
        answers[label] = ask()
        seconds[label] = time.perf_counter() - begin
    _alike(answers)
    took = ", ".join(f"{label} {taken:.1f} s" for label, taken in seconds.items())
    hits = sum(len(cases) for cases in answers["set queries"].values())
    print(f"  {size:,} cases, {hits:,} hits: {took}", file=sys.stderr)
    name, ours = f"{len(MODELS)} clue models, {size:,} cases", size / seconds["set queries"]
    return [
        Result(name, "set queries", ours, label, size / taken, "cases")
        for label, taken in seconds.items() if label != "set queries"
    ]  # fmt: skip


def _alike(answers: dict[str, Found]) -> None:
    """Refuse to print a comparison of different answers."""
    ours = answers["set queries"]
    for label, other in answers.items():
        for code in MODELS:
            if ours[code] != other[code]:
                strange = sorted(ours[code] ^ other[code])[:5]
                told = f"{len(ours[code])} and {len(other[code])}, for instance {strange}"
                raise SystemExit(f"{code}: set queries and {label} differ, {told}")


def _found(code: str) -> set[int]:
    """The cases that a model finds."""
    from yifa.kernel.workdays import current_calendar
    from yifa.oversight.clue import Look
    from yifa.oversight.clues import clue_of

    clue = clue_of(code)
    assert clue is not None
    return {one.case_id for one in clue.find(Look(TODAY, current_calendar())) if one.case_id is not None}


Rule = Callable[[Any], bool]


@dataclass
class _Pass:
    """One reading of all cases; what the rules need beside a case is here."""

    found: dict[str, set[int]] = field(default_factory=lambda: {code: set() for code in MODELS})
    fined: dict[Any, list[tuple[date, int]]] = field(default_factory=lambda: defaultdict(list))
    peers: dict[Any, list[tuple[Decimal, int]]] = field(default_factory=lambda: defaultdict(list))
    windows: dict[tuple[date, int], date] = field(default_factory=dict)
    held: dict[str, list[Any]] = field(default_factory=dict)

    def over(self, size: int) -> dict[str, set[int]]:
        """Read, ask the twelve questions, compare at the end."""
        from yifa.areas.enforcement.penalty.models import PenaltyCase
        from yifa.oversight.acting import certificates

        self.held = certificates()
        rules = self.rules()
        cases = PenaltyCase._base_manager.prefetch_related("clocks", "events", "links_out__target").order_by("pk")
        read = 0
        for case in cases.iterator(chunk_size=CHUNK):
            read += 1
            for code, rule in rules.items():
                if rule(case):
                    self.found[code].add(case.pk)
            self.gather(case)
        assert read == size, (read, size)
        self.found["fined_twice"] = {pk for fines in self.fined.values() for _, pk in sorted(fines)[1:]}
        self.found["unequal_fines"] = set(self.unlike())
        return self.found

    def rules(self) -> dict[str, Rule]:
        """The questions that one case answers by itself."""
        from yifa.oversight.acting import why_unfit
        from yifa.oversight.fines import main_fine

        def outside(case: Any) -> bool:
            fine = main_fine({"fine_amount": case.fine_amount, "other_acts": case.other_acts})
            low, high = case.proposed_low, case.proposed_high
            out = None not in (fine, low, high) and not low <= fine <= high
            moved = bool(case.grade and case.proposed_grade and case.grade != case.proposed_grade)
            return not case.deviation_reason and (out or moved)

        def unfit(case: Any) -> bool:
            on = case.filed_date
            return on is not None and any(why_unfit(n, self.held.get(n, []), on) for n in case.officer_numbers)

        return {
            "no_correction_order": lambda case: (
                decided(case) and not case.corrective_order and case.corrected_on is None
                and case.case_regime != "public_security"
            ),
            "outside_tier": lambda case: decided(case) and outside(case),
            "before_hearing_window": lambda case: decided(case) and self.too_early(case),
            "review_missing": lambda case: decided(case) and unreviewed(case),
            "heavier_after_statement": lambda case: (
                decided(case) and case.noticed_fine is not None and case.fine_amount > case.noticed_fine
            ),
            "bad_certificate": unfit,
            "one_officer": lambda case: (
                case.filed_date is not None and len(case.officer_numbers) < 2 and not case.fully_recorded
            ),
            "overdue": overdue,
            "never_closed": idle,
            "publication_missing": lambda case: decided(case) and self.unpublished(case),
        }  # fmt: skip

    def last_day(self, since: date, days: int) -> date:
        """So many working days on, remembered."""
        from yifa.kernel.workdays import current_calendar

        if (since, days) not in self.windows:
            end = current_calendar().add_working_days(since, days, allow_provisional=True)
            self.windows[since, days] = end
        return self.windows[since, days]

    def too_early(self, case: Any) -> bool:
        """Decided within the five days for asking for a hearing."""
        from yifa.oversight.clues.before_hearing_window import GIVEN_UP

        asked = case.hearing_required and case.notice_served_date and case.hearing_outcome not in GIVEN_UP
        return bool(asked) and case.decision_date <= self.last_day(case.notice_served_date, 5)

    def unpublished(self, case: Any) -> bool:
        """To be public, the time over, and no case of publication."""
        if not case.social_impact or self.last_day(case.decision_date, 7) >= TODAY:
            return False
        return not any(link.target.procedure == "penalty_publication" for link in case.links_out.all())

    def gather(self, case: Any) -> None:
        """Keep what cases are compared by."""
        if not decided(case) or not case.fine_amount or not case.benchmark:
            return
        if case.party_id_no and case.violation_date and case.changed_by not in ("revoked", "confirmed_void"):
            key = (case.party_id_no, case.violation_date, case.benchmark)
            self.fined[key].append((case.decision_date, case.pk))
        if case.grade and not case.other_acts and case.decision_date > TODAY - timedelta(365 * 2):
            self.peers[case.benchmark, case.edition, case.grade].append((case.fine_amount, case.pk))

    def unlike(self) -> Iterable[int]:
        """The fines that stand out among their peers."""
        from yifa.oversight.similar import Spread

        for alike in self.peers.values():
            spread = Spread.of(sorted(amount for amount, _ in alike))
            yield from (pk for amount, pk in alike if spread.stands_out(amount, 8))


def decided(case: Any) -> bool:
    """Whether it is a penalty that was decided."""
    return case.decision_type == "penalty" and case.decision_date is not None and case.decision_date <= TODAY


def unreviewed(case: Any) -> bool:
    """Legal review was mandatory and was not passed."""
    must = case.legal_review_required or case.hearing_outcome == "held" or case.public_interest or case.complicated
    result = case.legal_review_result
    return bool(must) and not (result == "pass" or (result == "pass_with_changes" and case.legal_review_cleared))


def overdue(case: Any) -> bool:
    """A limit of the organ ran out and nothing was done."""
    from yifa.oversight.finding import NOT_OURS

    return any(
        clock.state == "running" and clock.due is not None and clock.due < TODAY and not clock.promised
        and clock.bound not in NOT_OURS and clock.limit != "limitation"
        for clock in case.clocks.all()
    )  # fmt: skip


def idle(case: Any) -> bool:
    """Nothing was done for half a year and nothing goes on elsewhere."""
    before = TODAY - timedelta(180)
    if case.closed_on is not None or case.opened_on >= before:
        return False
    last = max((event.on for event in case.events.all()), default=None)
    return (
        last is not None and last < before and not any(link.target.closed_on is None for link in case.links_out.all())
    )


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
