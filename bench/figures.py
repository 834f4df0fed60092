"""Figures of the annual report over 10⁶ events, against one bare SQL count of the same events.

A count (received, accepted), a standing figure (pending at the end of the year: of all years' cases those without an
end), a share and a sum of days are taken over a year; the events lie in two years, the cases belong to one organ.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from bench.lists import grow
from bench.measure import Result, side_by_side
from bench.place import prepared

STEPS = ("file", "accept", "send_copy", "decide")
FIGURES = ("n_received", "n_accepted", "n_closed", "n_pending", "in_time_share")
YEAR = 2025
BARE = """SELECT count(DISTINCT case_id) FROM kernel_event
    WHERE step = %s AND "on" BETWEEN '2025-01-01' AND '2025-12-31' AND kind = 'step'"""


def run(quick: bool) -> list[Result]:
    """Each figure side by side with the bare count; `rate` is figures a second."""
    county = prepared()
    _fill(county, 25_000 if quick else 250_000)
    from django.db import connection

    from yifa.kernel.figure import Window
    from yifa.kernel.frozen import all_figures
    from yifa.office import scope

    def bare() -> int:
        with connection.cursor() as cursor:
            cursor.execute(BARE, ["file"])
            (found,) = cursor.fetchone()
        assert found
        return 1

    def own(key: str) -> int:
        with scope.everything("测量"):
            value = all_figures()[f"reconsideration.{key}"].value(window)
        assert value.value, f"{key} counts nothing"
        return 1

    window = Window.year(YEAR, (county.government.pk,))
    name = "figure over 100,000 events" if quick else "figure over 1,000,000 events"
    results = []
    for key in FIGURES:
        results += side_by_side(name, "figures", (key, partial(own, key)), ("bare SQL count", bare))
    return results


def _fill(county: Any, cases: int) -> None:
    """Cases with four events and one clock each, by plain SQL: only the figures are measured, not the engine."""
    from django.db import connection

    from yifa.areas.remedies.reconsideration.models import ReconsiderationCase

    grow(county, cases)
    with connection.cursor() as cursor:
        cursor.execute(_children(ReconsiderationCase))
        for place, step in enumerate(STEPS, 1):
            left_out = "WHERE id % 7 > 0" if step == "decide" else ""
            cursor.execute(
                f"""INSERT INTO kernel_event (case_id, seq, kind, step, "on", at, data, imported, algorithm, previous,
                digest) SELECT id, {place}, 'step', '{step}', date('2024-01-01', '+' || (id % 690 + {place * 10}) ||
                ' days'), '2025-01-01 00:00:00', '{{}}', 0, 'sha256', '', 'x' || id || '{step}'
                FROM kernel_case {left_out}"""
            )
        cursor.execute(
            """INSERT INTO kernel_clock (case_id, "limit", run, bound, promised, state, since, due, ended_on,
            provisional, trace) SELECT id, 'conclude', 1, 'handler', 0, CASE id % 9 WHEN 0 THEN 'late' ELSE 'kept' END,
            opened_on, '2025-06-30', date('2024-01-01', '+' || (id % 690) || ' days'), 0, '[]' FROM kernel_case"""
        )
        cursor.execute("ANALYZE")


def _children(model: Any) -> str:
    """A row of the procedure's own table for each case that has none, every field at its blank."""
    from django.db import models

    names, blanks = [], []
    for field in model._meta.local_concrete_fields[1:]:
        names.append(f'"{field.column}"')
        number = isinstance(field, (models.IntegerField, models.DecimalField, models.BooleanField))
        rows = "'[]'" if isinstance(field, models.JSONField) else "''"
        blanks.append("NULL" if field.null else "0" if number else rows)
    table = model._meta.db_table
    own = model._meta.local_concrete_fields[0].column
    return (
        f'INSERT INTO "{table}" ("{own}", {", ".join(names)}) SELECT id, {", ".join(blanks)} FROM kernel_case '
        f'WHERE id NOT IN (SELECT "{own}" FROM "{table}")'
    )
