"""The documents of the demonstration county: every state of force is there, and the books agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from django.db import transaction

from yifa.areas.rulemaking.cleanup.models import CleanupCase
from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase
from yifa.areas.rulemaking.normative_document.procedure import NormativeDocument as N
from yifa.areas.rulemaking.normative_document.validity import Force
from yifa.areas.rulemaking.normative_document.versions import versions_of
from yifa.clock import Calendar
from yifa.demo import place
from yifa.demo.drive import Timeline, tick
from yifa.demo.place import County
from yifa.demo.stories import document
from yifa.demo.tests.conftest import TODAY
from yifa.kernel import chain
from yifa.kernel.figure import Window
from yifa.kernel.models import Case
from yifa.office import scope

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def documents(django_db_setup: None, django_db_blocker: Any) -> Iterator[County]:
    """The county with its documents only."""
    with django_db_blocker.unblock(), scope.everything("演示文件的测试"), transaction.atomic():
        county = place.build(Random(7), "not-secret-1")
        timeline = Timeline(TODAY, tick)
        for on, side, waits in document.tales(county, Calendar.load(), TODAY):
            timeline.add(side, on, waits)
        timeline.run()
        tick(TODAY)
        yield county
        transaction.set_rollback(True)


def test_documents_stand_in_every_way_there_is_but_revoked(documents: County) -> None:
    rows = list(NormativeDocumentCase.objects.all())
    found = {row.force_on(TODAY) for row in rows}
    assert found >= {Force.DRAFT, Force.IN_FORCE, Force.AMENDED, Force.EXPIRED, Force.REPEALED, Force.INVALIDATED}
    assert {row.stage for row in rows} >= {"soliciting", "checking", "agenda", "abandoned", "not_normative"}


def test_the_stock_follows_from_the_flows(documents: County) -> None:
    organs = tuple(organ.pk for organ in documents.organs)
    before, year = Window.year(2024, organs), Window.year(2025, organs)
    assert N.nd_issued.value(year).value == 24
    stock = N.nd_in_force.value(before).value
    assert stock is not None
    assert N.nd_in_force.value(year).value == stock + 24 - (N.nd_repealed.value(year).value or 0)
    assert 0 < (N.nd_filing_timely_rate.value(year).value or 0) < 100
    assert N.nd_filing_rate.value(year).value == 100


def test_the_clean_up_round_reached_its_documents(documents: County) -> None:
    round_ = CleanupCase.objects.get()
    assert round_.screened
    assert (round_.repealed, round_.invalidated) == (1, 1)
    repealed = NormativeDocumentCase.objects.get(name="洪河县户外广告设置管理办法")
    assert (repealed.ended_on, repealed.cleanup) == (round_.published_on, "repeal")


def test_an_amended_document_has_two_versions(documents: County) -> None:
    amended = NormativeDocumentCase.objects.get(name="洪河县政府投资项目管理办法")
    assert len(versions_of(amended)) == 2
    assert amended.force_on(date(2025, 12, 31)) == Force.AMENDED


def test_every_chain_of_events_verifies(documents: County) -> None:
    assert list(chain.verify(Case.objects.prefetch_related("events"))) == []
