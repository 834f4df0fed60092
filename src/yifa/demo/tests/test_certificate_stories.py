"""The stories of certificates, told by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from django.db import transaction

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.authority.standing import officer_problems
from yifa.areas.enforcement.certificate.models import CertificateCase
from yifa.areas.enforcement.certificate.procedure import Certificate
from yifa.clock import Calendar
from yifa.demo import place
from yifa.demo.drive import Timeline, tick
from yifa.demo.place import County
from yifa.demo.stories import certificates, enforcement_books
from yifa.kernel.figure import Window
from yifa.kernel.models import Clock
from yifa.office import scope

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[County]:
    """The county with nothing but its books and these stories."""
    with django_db_blocker.unblock(), scope.everything("演示执法证件的测试"), transaction.atomic():
        county, timeline = place.build(Random(7), "not-secret-1"), Timeline(TODAY, tick)
        for module in (enforcement_books, certificates):
            for on, side, waits in module.tales(county, Calendar.load(), TODAY):
                timeline.add(side, on, waits)
        timeline.run()
        tick(TODAY)
        yield county
        transaction.set_rollback(True)


def test_there_are_certificates_of_every_end_and_open_ones(told: County) -> None:
    stages = Counter(CertificateCase.objects.values_list("stage", flat=True))
    assert set(stages) == {"applied", "examining", "holding", "refused", "revoked", "cancelled"}
    assert stages["holding"] >= 5
    clocks = Clock.objects.filter(case__procedure="certificate")
    assert not clocks.filter(state="late").exists()
    overdue = clocks.filter(state="running", due__lt=TODAY)
    assert [clock.case.title.split("（")[0] for clock in overdue] == ["执法证件：吴海"]


def test_the_register_says_the_same_as_the_cases(told: County) -> None:
    for case in CertificateCase.objects.exclude(cert_no=""):
        fit = not list(officer_problems([case.cert_no], TODAY, least=1))
        assert fit == (case.stage == "holding"), case
        assert Officer.objects.get(cert_no=case.cert_no).organ == case.body_organ


def test_the_figures_of_a_year_open_onto_these_cases(told: County) -> None:
    window = Window.year(2025, [told.bureau.pk])
    figures = {figure.code: figure.value(window).value for figure in Certificate.figures()}
    assert (figures["ct_applied"], figures["ct_issued"], figures["ct_refused"]) == (10, 8, 2)
    assert figures["ct_pass_rate"] is not None
    assert 80 < figures["ct_pass_rate"] < 100
