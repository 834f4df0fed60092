"""The books of enforcement, told by themselves: sound, drawn from, and what is planted is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.db import transaction

from yifa.areas.enforcement.inspected.pools import write_pools
from yifa.clock import Calendar
from yifa.demo import place
from yifa.demo.drive import Timeline, tick
from yifa.demo.place import County
from yifa.demo.stories import enforcement_books
from yifa.draw import files, reading
from yifa.kernel.registers import REGISTERS
from yifa.kernel.registers.verify import verify_books
from yifa.office import scope
from yifa.office.models import Organ

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
KEYS = sorted({key for _, key, _, _ in enforcement_books.BOOKS})
PLANTED = {
    "certificate_expired": 2, "certificate_suspended": 2, "expires": 2, "delegation_unpublished": 1,
    "grant_unevaluated": 2, "inspection_unpublished": 1, "benchmark_overlap": 1,
    "body_without_officers": 22,  # these books hold the officers of two departments only
}  # fmt: skip


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[County]:
    """The county with nothing but these books."""
    with django_db_blocker.unblock(), scope.everything("演示执法台账的测试"), transaction.atomic():
        county, timeline = place.build(Random(7), "not-secret-1"), Timeline(TODAY, tick)
        for on, side, waits in enforcement_books.tales(county, Calendar.load(), TODAY):
            timeline.add(side, on, waits)
        timeline.run()
        yield county
        transaction.set_rollback(True)


def test_every_register_of_enforcement_has_entries_and_sound_books(told: County) -> None:
    assert all(REGISTERS.get(key).model.objects.exists() for key in KEYS)
    assert list(verify_books([REGISTERS.get(key) for key in KEYS])) == []


def test_what_is_planted_is_found_and_nothing_else(told: County) -> None:
    organs = [organ.pk for organ in told.organs]
    found = Counter(warned.code for key in KEYS for warned in REGISTERS.get(key).warnings(TODAY, organs))
    assert found == PLANTED


def test_no_basis_in_the_books_is_doubted(told: County) -> None:
    fields = ("legal_basis", "act", "body", "receiver")
    doubts = [
        str(doubt)
        for key in KEYS
        for entry in REGISTERS.get(key).model.objects.all()
        for doubt in REGISTERS.get(key).doubts(entry)
        if doubt.field in fields
    ]
    assert doubts == []


def test_a_draw_can_be_prepared_from_the_books(told: County, tmp_path: Path) -> None:
    market = Organ.objects.get(short_name=enforcement_books.MARKET)
    objects, officers = write_pools(market, tmp_path / "抽查", "食品", date(2026, 11, 24))
    assert (objects, officers) == (24, 8)
    plan = 'title = "抽查"\non = 2026-11-24\npublic_source = "某号码"\n[quotas]\nA = 1\nB = 3\nC = 2\nD = 1\n'
    (tmp_path / "抽查" / reading.PLAN).write_text(plan, encoding="utf-8")
    assert files.COMMITMENT in files.published_first(tmp_path / "抽查", "ab" * 32, "cd" * 32)
