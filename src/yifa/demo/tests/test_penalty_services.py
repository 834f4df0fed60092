"""The parts that penalties and licences share, told on their own: each brings its service case where it should."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from random import Random
from typing import Any

import pytest
from django.db import transaction

from yifa.areas.enforcement.authority.register import Officers
from yifa.clock import Calendar
from yifa.clock.periods import BEIJING
from yifa.demo import place
from yifa.demo.drive import Side, Timeline, Waits, tick
from yifa.demo.parts import penalty_services as part
from yifa.demo.place import County
from yifa.demo.stories import penalty_services as stories
from yifa.kernel.models import Case, Link
from yifa.kernel.registers import entries
from yifa.office import scope

pytestmark = [pytest.mark.django_db, pytest.mark.data]

CALENDAR = Calendar.load()
BEGIN, END = date(2025, 3, 10), date(2025, 12, 31)
PARTY = {
    "party_type": "legal_person", "party_name": "洪河县惠民商贸有限公司", "party_id_type": "credit_code",
    "party_id_no": "91110000600037341L", "party_address": "洪河县城关镇",
}  # fmt: skip
PEOPLE = [{"name": "钱进", "cert_no": "13099901001"}, {"name": "孙立", "cert_no": "13099901002"}]
ROW = {"name": "张三", "party_type": "natural", "id_type": "id_card", "id_no": "11010519491231002X"}
OPENED: dict[str, tuple[str, dict[str, Any]]] = {
    part.HEARING: ("tell", {
        "kind": "penalty", "client_title": "某案", "trigger_item": "fine", "investigators": PEOPLE,
    }),
    part.REVIEW: ("submit", {"act_kind": "penalty", "client_title": "某案", "triggers": [{"trigger": "complex"}]}),
    part.FINE: ("open", {"client_title": "某案", "fine_amount": 30000, "received_on": BEGIN, "surcharge_stated": True}),
    part.PUBLICATION: ("open", {
        "decision_class": "penalty", "client_title": "某案", "decision_date": BEGIN, "parties": [ROW],
        "decision_text": "罚款30000元", "regime": "market",
    }),
    part.REFERRAL: ("open", {
        "client_title": "某案", "suspected_crime": "非法经营罪", "officers": PEOPLE, "facts": "略",
    }),
}  # fmt: skip
Act = Callable[[Side], Waits]


@pytest.fixture(scope="module")
def county(django_db_setup: None, django_db_blocker: Any) -> Iterator[County]:
    """The county without any case; two officers hold certificates."""
    with django_db_blocker.unblock(), scope.everything("演示数据的测试"), transaction.atomic():
        county = place.build(Random(1), "not-secret-1")
        market = next(organ for organ in county.departments if organ.short_name == "县市场监管局")
        for row in PEOPLE:
            values = {
                "cert_no": row["cert_no"], "name": row["name"], "body": market.name, "staffing": "公务员、参公人员",
                "cert_kind": "行政执法证", "exam_on": "2020-01-06", "issued_on": "2022-01-04",
                "valid_to": "2027-01-03", "status": "有效",
            }  # fmt: skip
            entries.add(Officers, market, values, by=None, at=datetime(2025, 1, 6, 10, tzinfo=BEIJING))
        yield county
        transaction.set_rollback(True)


def told_by(county: County, procedure: str, *acts: Act, until: date = END) -> Any:
    """A client whose case opened one at the service, and the parts told one after the other; the service's case."""
    market = next(organ for organ in county.departments if organ.short_name == "县市场监管局")
    client = Side("某案", county, part.REFERRAL, market, county.clerks[market.pk])
    made: list[Case] = []

    def tale() -> Waits:
        client.day = BEGIN
        back = {"source": "exempted", "source_organ": "洪河县人民法院", "source_document": "（2025）冀刑终1号"}
        client.take("receive_back", {"client_title": "某案"} | back)
        step, fields = OPENED[procedure]
        service = Side("某案", county, procedure, market, client.by)
        service.day = BEGIN
        more = PARTY if procedure != part.PUBLICATION else {}
        service.take(step, fields | more)
        assert client.case is not None
        assert service.case is not None
        made.append(service.case)
        Link._base_manager.create(source=client.case, target=service.case, kind="测试", on=BEGIN)
        for act in acts:
            yield from act(client)

    timeline = Timeline(until, tick)
    timeline.add(client, BEGIN, tale())
    timeline.run()
    return Case._base_manager.get(pk=made[0].pk).record


def _with(function: Any, **how: Any) -> Act:
    return lambda told: function(told, CALENDAR, **how)


def _changed(told: Side) -> Waits:
    yield told.day
    part.beside(told, part.PUBLICATION).take("change", {"change": "revoked", "change_document": "洪政复〔2025〕1号"})


@pytest.mark.parametrize(
    ("procedure", "acts", "stage", "outcome"),
    [
        (part.HEARING, (_with(part.heard),), "reported", "held"),
        (part.HEARING, (_with(part.heard, refused=True, opinion="more"),), "reported", "held"),
        (part.HEARING, (_with(part.hearing_missed),), "terminated", "absent_terminated"),
        (part.HEARING, (_with(part.hearing_withdrawn),), "withdrawn", "withdrawn"),
        (part.HEARING, (_with(part.hearing_waived),), "waived", "waived"),
        (part.HEARING, (_with(part.hearing_lapsed),), "not_asked", "not_requested"),
        (part.REVIEW, (_with(part.reviewed),), "opined", None),
        (part.REVIEW, (_with(part.reviewed, first=True, law="应当引用到款项。"),), "opined", None),
        (part.REVIEW, (_with(part.review_rejected, why="没有告知。"),), "opined", None),
        (part.FINE, (_with(part.paid),), "paid", "paid"),
        (part.FINE, (_with(part.paid, late=10),), "paid", "paid_late"),
        (part.FINE, (_with(part.paid_by_instalments),), "paid", "instalment"),
        (part.FINE, (_with(part.paid_by_instalments, missed=True),), "deferred", ""),
        (part.FINE, (_with(part.unpaid, handed_over=True),), "executing", ""),
        (part.PUBLICATION, (_with(part.published, system=True),), "ready", ""),
        (part.PUBLICATION, (_with(part.withheld),), "not_published", "not_published_no_impact"),
        (part.PUBLICATION, (_with(part.published), _changed, _with(part.taken_down)), "withdrawn", "withdrawn"),
        (part.PUBLICATION, (_changed, _with(part.taken_down)), "not_published", "withdrawn"),
        (part.REFERRAL, (_with(part.referred), part.filed, part.sent_back), "sent_back", "returned_admin"),
        (part.REFERRAL, (_with(part.referred, late=True), lambda told: part.not_filed(told, reconsidered=True)),
         "administrative", "not_filed"),
    ],
)  # fmt: skip
def test_a_part_brings_its_case_where_it_should(
    county: County, procedure: str, acts: tuple[Act, ...], stage: str, outcome: str | None
) -> None:
    with transaction.atomic():
        case = told_by(county, procedure, *acts)
        assert case.stage == stage
        assert outcome is None or case.outcome == outcome
        transaction.set_rollback(True)


def test_the_services_have_stories_of_their_own(county: County) -> None:
    with transaction.atomic():
        timeline = Timeline(date(2026, 11, 20), tick)
        for on, side, waits in stories.tales(county, CALENDAR, date(2026, 11, 20)):
            timeline.add(side, on, waits)
        timeline.run()
        reverse = Case._base_manager.filter(procedure=part.REFERRAL)
        assert set(reverse.values_list("stage", flat=True)) == {"answered", "back"}
        transaction.set_rollback(True)
