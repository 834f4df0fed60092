"""The stories of licences, told by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from django.db import transaction

from yifa.areas.enforcement.licence.models import LicenceCase, LicenceChangeCase, LicenceEndCase
from yifa.areas.enforcement.licence.procedure import AdministrativeLicence
from yifa.clock import Calendar
from yifa.demo import place
from yifa.demo.drive import Timeline, tick
from yifa.demo.place import County
from yifa.demo.stories import enforcement_books, licences
from yifa.kernel.figure import Window
from yifa.kernel.models import Clock
from yifa.office import scope

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[County]:
    """The county with nothing but its books and these stories."""
    with django_db_blocker.unblock(), scope.everything("演示行政许可的测试"), transaction.atomic():
        county, timeline = place.build(Random(7), "not-secret-1"), Timeline(TODAY, tick)
        for module in (enforcement_books, licences):
            for on, side, waits in module.tales(county, Calendar.load(), TODAY):
                timeline.add(side, on, waits)
        timeline.run()
        tick(TODAY)
        yield county
        transaction.set_rollback(True)


def test_applications_come_to_every_end_at_several_bodies(told: County) -> None:
    ends = Counter(LicenceCase.objects.exclude(outcome="").values_list("outcome", flat=True))
    assert set(ends) == {
        "granted", "denied", "not_accepted", "not_required", "supplement_lapsed", "withdrawn", "reported"
    }  # fmt: skip
    assert LicenceCase.objects.count() >= 60
    assert LicenceCase.objects.values("organ").distinct().count() >= 8
    assert {"at_once", "deemed_accepted"} < set(LicenceCase.objects.values_list("accept_mode", flat=True))


def test_licences_are_changed_renewed_taken_back_revoked_and_cancelled(told: County) -> None:
    changes = set(LicenceChangeCase.objects.values_list("kind", "outcome"))
    assert changes >= {("change", "granted"), ("change", "denied"), ("renewal", "granted"), ("renewal", "denied"),
                       ("renewal", "deemed_renewed")}  # fmt: skip
    assert set(LicenceEndCase.objects.values_list("kind", flat=True)) == {"withdrawal", "revocation", "cancellation"}
    standing = set(LicenceCase.objects.values_list("standing", flat=True))
    assert {"valid", "expired", "cancelled"} <= standing


def test_only_the_planted_ones_are_late(told: County) -> None:
    rows = Clock._base_manager.filter(case__procedure__in=("licence", "licence_change", "licence_end"))
    late = set(rows.filter(state="late").values_list("case__title", flat=True))
    late |= set(rows.filter(state="running", due__lt=TODAY).values_list("case__title", flat=True))
    names = {label.words for label in licences.PLANTED}
    assert {title for title in late if not any(name in title for name in names)} == set()
    assert {name for name in names if not any(name in title for title in late)} == set()


def test_the_figures_of_a_year_open_onto_the_cases(told: County) -> None:
    window = Window.year(2025, [organ.pk for organ in told.organs])
    granted, accepted = AdministrativeLicence.lc_granted.value(window), AdministrativeLicence.lc_accepted.value(window)
    assert granted.value == AdministrativeLicence.lc_granted.rows(window).count() >= 30
    assert accepted.value is not None
    assert accepted.value >= granted.value
