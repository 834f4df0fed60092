"""The contracts and the yearly books of the demonstration, told by themselves: every step, every limit, sound books."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from django.db import transaction

from yifa.areas.rulemaking.government_contract.models import ContractRisk
from yifa.areas.rulemaking.law_change.models import LawChangeItem
from yifa.areas.rulemaking.lists.register import LicenceList, PowerList
from yifa.clock import Calendar
from yifa.demo import place, registers
from yifa.demo.drive import Timeline, tick
from yifa.demo.place import County
from yifa.demo.stories import drafting_books, government_contract, yearly_books
from yifa.kernel import chain
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.models import Case, Clock, Event, EventKind, Proposal
from yifa.kernel.registers.verify import verify_books
from yifa.office import scope

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
KEYS = ["government_contract", "contract_obligation", "contract_filing", "contract_dispute"]
RARE = {"demand_late", "remand", "retry", "retried", "be_enforced", "set_aside_lapsed", "retry_lapsed"}
"""Three years of limitation, remands, retrials and the end of their time do not fit into what is told."""
UNTOLD = {
    "appeal_administrative_order", "answer_administrative_appeal", "perform_administrative", "enforce_administrative",
}  # fmt: skip
"""The one administrative suit is not appealed against; the scenarios of disputes walk these."""


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[County]:
    """The county with nothing but these stories."""
    with django_db_blocker.unblock(), scope.everything("演示合同的测试"), transaction.atomic():
        yield _tell(TODAY)
        transaction.set_rollback(True)


def _tell(today: date) -> County:
    county = place.build(Random(7), "not-secret-1")
    for key in ("counsel", "counsel_service"):
        rows = [registers.MAKERS[key](county, county.government, 2025, n, Random(n)) for n in range(1, 13)]
        registers.imported(county, key, county.government, rows, date(2025, 12, 31))
    timeline, calendar = Timeline(today, tick), Calendar.load()
    for module in (drafting_books, yearly_books, government_contract):
        for on, side, waits in module.tales(county, calendar, today):
            timeline.add(side, on, waits)
    timeline.run()
    return county


@pytest.mark.parametrize("key", KEYS)
def test_every_step_and_every_limit_of_contracts_is_walked(told: County, key: str) -> None:
    taken = set(Event.objects.filter(case__procedure=key, kind=EventKind.STEP).values_list("step", flat=True))
    run = set(Clock.objects.filter(case__procedure=key).values_list("limit", flat=True))
    versions = PROCEDURES.versions[key]

    assert {step.code for version in versions for step in version.steps()} - taken <= RARE
    assert {limit.code for version in versions for limit in version.limits()} - run <= UNTOLD


def test_chains_and_books_verify_and_nothing_is_dated_after_today(told: County) -> None:
    assert list(chain.verify(Case.objects.prefetch_related("events"))) == []
    assert list(verify_books()) == []
    assert not Event.objects.filter(on__gt=TODAY).exists()


def test_there_is_something_late_something_near_and_something_to_sign(told: County) -> None:
    running = Clock.objects.filter(case__procedure="contract_obligation", state="running")

    assert running.filter(due__lt=TODAY).exists()
    assert running.filter(due__gte=TODAY).exists()
    assert Proposal.objects.filter(case__procedure="government_contract", state="open").exists()
    assert ContractRisk.objects.filter(closed_on=None).exists()
    assert {"open", "kept"} <= set(LawChangeItem.objects.values_list("state", flat=True))


def test_a_milestone_that_is_done_has_no_running_limit(told: County) -> None:
    closed = Clock.objects.filter(case__procedure="contract_obligation", state="running", case__closed_on__isnull=False)

    assert not closed.exclude(limit="confirm_in_time").exists()


def test_the_environmental_items_are_to_be_adjusted(told: County) -> None:
    organs = [organ.pk for organ in told.organs]
    codes = {warned.code for book in (PowerList, LicenceList) for warned in book.warnings(TODAY, organs)}

    assert "basis_repealed" in codes
    assert "list_unpublished" not in codes
