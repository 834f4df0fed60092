"""Nothing is offered that would be refused, and every form there is opens and answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.fixtures import Cast, employ
from yifa.desk.tests.conftest import Office
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.rules import opening_steps
from yifa.kernel.tests.toy import Toy
from yifa.office.models import Person, Post
from yifa.office.roles import Role

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]
OPENINGS = [(key, step.code) for key in sorted(PROCEDURES.versions) for step in opening_steps(PROCEDURES.latest(key))]


def test_every_opening_form_opens_and_tells_what_a_blank_one_lacks(cast: Cast, signed_in: SignIn) -> None:
    for role in set(Role) - {Role.HANDLER}:
        Post.objects.create(person=cast.handler, organ=cast.government, role=role, since="2024-01-01")
    client, broken = signed_in(cast.handler), []
    client.raise_request_exception = False

    for key, code in OPENINGS:
        address = f"/cases/new/{key}/{cast.government.pk}/{code}/"
        check = client.post(f"{address}check/", {"on": ""}, headers={"HX-Request": "true"})
        answers = (client.get(address), check, client.post(address, {}))
        if [answer.status_code for answer in answers] != [200, 200, 422]:
            broken.append((key, code, [answer.status_code for answer in answers]))

    assert broken == []


def test_who_begins_no_case_and_keeps_no_book_is_offered_neither(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(employ("lu", "陆明", cast.government, Role.SUPERVISOR))
    for address in ("/", "/cases/", "/registers/contract_risk/"):
        page = client.get(address).content.decode()
        assert "/cases/new/" not in page, address
        assert "/contract_risk/new/" not in page, address
    assert "/cases/new/" in signed_in(cast.handler).get("/").content.decode()


def test_a_limit_offers_its_step_only_to_who_records_it(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(100)
    address = f"/cases/{case.pk}/steps/{Toy.decide.code}/"
    watcher = employ("lu", "陆明", office.organ, Role.SUPERVISOR)

    assert address in signed_in(office.handler).get("/?whose=all").content.decode()
    work = signed_in(watcher).get("/").content.decode()
    assert address not in work
    assert f"/cases/{case.pk}/" in work


def test_the_clerk_who_handles_documents_is_not_offered_to_publish(office: Office, signed_in: SignIn) -> None:
    case = office.accepted()
    secretary = employ("jiang", "江澜", office.organ, Role.SECRETARY)

    assert "登记收到的材料" in signed_in(office.handler).get(f"/cases/{case.pk}/").content.decode()
    assert "登记收到的材料" not in signed_in(secretary).get(f"/cases/{case.pk}/").content.decode()


def test_a_part_of_a_page_opened_by_itself_leads_to_the_whole_page(office: Office, signed_in: SignIn) -> None:
    client, case = signed_in(office.handler), office.received()
    part = client.get("/cases/filters/?year=2026", headers={"HX-Request": "true"}).content.decode()
    whole = client.get("/cases/filters/?year=2026", follow=True)
    check = client.get(f"/cases/{case.pk}/steps/{Toy.accept.code}/check/")
    opening = client.get(f"/cases/new/toy/{office.organ.pk}/{Toy.receive.code}/check/")

    assert "<html" not in part
    assert whole.redirect_chain[-1][0] == "/cases/?year=2026&unfolded=1"
    assert '<details class="pg-menu" open>' in whole.content.decode()
    assert check["Location"] == f"/cases/{case.pk}/steps/{Toy.accept.code}/"
    assert opening["Location"] == f"/cases/new/toy/{office.organ.pk}/{Toy.receive.code}/"
