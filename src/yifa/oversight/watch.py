"""Running the models (运行监督模型): what is found is compared with what is kept, so that a run never doubles a hit.

Each place with thresholds of its own is asked with these. A hit that is not found again is marked as no longer holding
and keeps what people said of it; found once more, it holds again. What was said of a hit is never changed by a run.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.db import transaction

from yifa.clock import Calendar
from yifa.kernel.workdays import current_calendar
from yifa.office.models import Organ
from yifa.oversight.clue import DEFAULTS, Clue, Found, Look
from yifa.oversight.clues import all_clues
from yifa.oversight.models import Hit, HitState, WatchRun

BATCH = 2_000
_T = TypeVar("_T")


@dataclass(frozen=True)
class Tally:
    """What a run of a model came to."""

    clue: Clue
    found: int
    new: int
    gone: int
    milliseconds: int


def run_all(on: date, at: datetime, codes: Iterable[str] = ()) -> Iterator[Tally]:
    """Run every model that can run, or those named, as of a day; each in a transaction of its own."""
    wanted = set(codes)
    for clue in all_clues():
        if not clue.missing and (not wanted or clue.code in wanted):
            yield run(clue, on, at)


def run(clue: Clue, on: date, at: datetime) -> Tally:
    """Run one model as of a day and keep what it found."""
    started = time.perf_counter()
    with transaction.atomic():
        found = {one.subject: one for look in looks(on) for one in clue.find(look)}
        new, gone = _keep(clue, found, on)
        milliseconds = round((time.perf_counter() - started) * 1000)
        WatchRun.objects.create(
            model=clue.code, version=clue.version, on=on, at=at, found=len(found), new=new, gone=gone,
            milliseconds=milliseconds, thresholds={choice.code: choice.value for choice in clue.choices()},
        )  # fmt: skip
    return Tally(clue, len(found), new, gone, milliseconds)


def looks(on: date, calendar: Calendar | None = None) -> list[Look]:
    """One look for all organs, or one for each place that has thresholds of its own and one for the rest."""
    calendar = calendar or current_calendar()
    own = sorted(path.parent.name for path in (Path(settings.HOME) / "places").glob("*/clues.toml"))
    if not own:
        return [Look(on, calendar)]
    organs: dict[str, set[int]] = {place: set() for place in own}
    rest: set[int] = set()
    for pk, code in Organ.objects.values_list("pk", "place__code"):
        place = next((code[:length] for length in (len(code), 6) if code[:length] in organs), None)
        (organs[place] if place else rest).add(pk)
    separate = [Look(on, calendar, DEFAULTS.at(place), frozenset(ids)) for place, ids in organs.items()]
    return [*separate, Look(on, calendar, DEFAULTS, frozenset(rest))]


def _keep(clue: Clue, found: dict[str, Found], on: date) -> tuple[int, int]:
    """Enter what is new, mark what no longer holds, and bring what holds up to date; how many new and gone."""
    known = {
        subject: (pk, gone is None, state, text)
        for pk, subject, gone, state, text in Hit._base_manager.filter(model=clue.code).values_list(
            "pk", "subject", "gone_on", "state", "explanation"
        )
    }
    fresh = [one for subject, one in found.items() if subject not in known]
    for part in _batches(fresh):
        Hit._base_manager.bulk_create([_hit(clue, one, on) for one in part], ignore_conflicts=True)
    gone = [pk for subject, (pk, holds, _, _) in known.items() if holds and subject not in found]
    back = [pk for subject, (pk, holds, _, _) in known.items() if not holds and subject in found]
    for part_of in _batches(gone):
        Hit._base_manager.filter(pk__in=part_of).update(gone_on=on)
    for part_of in _batches(back):
        Hit._base_manager.filter(pk__in=part_of).update(gone_on=None)
    _reworded({pk: found[subject] for subject, (pk, _, state, text) in known.items()
               if subject in found and state == HitState.NEW and found[subject].explanation != text})  # fmt: skip
    return len(fresh), len(gone)


def _hit(clue: Clue, one: Found, on: date) -> Hit:
    return Hit(
        model=clue.code, version=clue.version, subject=one.subject, organ_id=one.organ_id, case_id=one.case_id,
        register=one.register, entry=one.entry_id, rows=list(one.rows), on=one.on, explanation=one.explanation,
        severity=clue.severity.value, found_on=on,
    )  # fmt: skip


def _reworded(changed: dict[int, Found]) -> None:
    """The sentences of hits that nobody has judged yet (逾期12日 becomes 逾期13日)."""
    hits = [Hit(pk=pk, explanation=one.explanation, rows=list(one.rows)) for pk, one in changed.items()]
    Hit._base_manager.bulk_update(hits, ["explanation", "rows"], batch_size=400)


def _batches(rows: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]
