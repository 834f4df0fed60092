"""Books of the county, each brought in on its day through the importer like any other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from yifa.demo.drive import Side, Waits
from yifa.demo.place import County
from yifa.demo.registers import Row, imported
from yifa.office.models import Organ

Book = tuple[date, str, str, Callable[[Organ], list[Row]]]
"""The day, the register, the organ by its short name, and its rows."""


def books(told: Iterable[Book], county: County, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """The tales of those books that are there by today."""
    for on, key, name, rows in told:
        organ = next(organ for organ in county.organs if organ.short_name == name)
        if on <= today:
            side = Side(f"台账：{key}", county, "", organ, county.clerks[organ.pk])
            yield on, side, _brought(side, key, rows)


def _brought(side: Side, key: str, rows: Callable[[Organ], list[Row]]) -> Waits:
    yield side.day
    imported(side.county, key, side.organ, rows(side.organ), side.day)
