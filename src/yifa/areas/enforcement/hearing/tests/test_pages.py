"""The five services on the desk: every case page and the form of every step that can be taken is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures import Cast, employ
from yifa.areas.enforcement.hearing.tests.office import LATE, OFFICERS
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Case
from yifa.kernel.rules import Attempt
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 11)
CITIZEN = {"name": "张三", "party_type": "natural", "id_type": "id_card", "id_no": "11010519491231002X"}
OPENED: list[tuple[str, str, dict[str, Any]]] = [
    ("enforcement_hearing", "tell", {"kind": "penalty", "trigger_item": "fine", "investigators": OFFICERS}),
    ("decision_review", "submit", {"act_kind": "penalty", "triggers": [{"trigger": "complex"}], "officers": OFFICERS}),
    ("fine_collection", "open", {"fine_amount": 20000, "received_on": DAY, "surcharge_stated": True}),
    ("penalty_publication", "open", {"decision_class": "penalty", "decision_date": DAY, "parties": [CITIZEN]}),
    ("criminal_referral", "receive_back", {
        "source": "not_prosecuted", "source_organ": "县检察院", "source_document": "洪检意〔2026〕1号"
    }),
]  # fmt: skip


@pytest.mark.parametrize(("procedure", "code", "fields"), OPENED)
def test_every_form_can_be_opened(
    procedure: str, code: str, fields: dict[str, Any], cast: Cast, signed_in: Callable[[Person], Client]
) -> None:
    clerk = employ("services", "高敏", cast.management, Role.HANDLER)
    with scope.everything("测试"):
        case = new_case(procedure, cast.management, DAY)
        attempt = Attempt(case.declaration.step(code), DAY, {}, [])
        event = perform(case, attempt, Entry(clerk, LATE), {"client_title": "占道经营"} | fields)
        case = Case._base_manager.get(pk=event.case_id)
        here = [step for step in case.declaration.steps() if case.declaration.stage(case.stage) in step.sources]
    client = signed_in(clerk)
    assert client.get(reverse("case", args=[case.pk])).status_code == 200
    for step in here:
        if Role.SYSTEM in step.roles:
            continue
        page = client.get(reverse("step", args=[case.pk, step.code]))
        assert page.status_code in (200, 404), step.label
    assert client.get(reverse("step", args=[case.pk, here[0].code])).status_code == 200
