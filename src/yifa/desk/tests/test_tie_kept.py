"""A tie to a case that the handler cannot see stays when a form that shows it is sent without touching it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from tests.fixtures import PASSWORD
from yifa.areas.enforcement.supervision.tests.conftest import County, fresh
from yifa.kernel.engine import Authority, Entry, new_case, perform
from yifa.kernel.models import Case
from yifa.kernel.rules import Attempt
from yifa.office import scope

pytestmark = pytest.mark.data


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county; pages open their own scope."""
    with scope.everything("测试"):
        yield County()


def test_the_supervised_case_stays_though_its_organ_is_out_of_scope(county: County) -> None:
    market = Case.objects.create(
        procedure="penalty", version=date(2021, 7, 15), organ=county.market, stage="closed", title="某案",
        number="洪市监罚〔2026〕9号", opened_on=date(2026, 2, 2),
    )  # fmt: skip
    day, handler = timezone.localdate(), county.people[county.bureau.pk]
    case = new_case("supervision_case", county.bureau, day)
    step = case.declaration.step("register_clue")
    brought = {
        "clue_source": "model",
        "clue_text": "没有责令改正",
        "target_organ": county.market,
        "target_case": market,
    }
    entry = Entry(handler, timezone.now(), Authority.ECHO)
    perform(case, Attempt(step, day, {}, [code for code, _ in step.condition_codes]), entry, brought)
    handler.user = User.objects.create_user("xu", password=PASSWORD)
    handler.save()
    client = Client()
    client.force_login(handler.user, backend="yifa.office.backend.OfficeBackend")
    address = f"/cases/{case.pk}/steps/triage/"
    page = client.get(address).content.decode()
    assert re.search(rf'<option value="{market.pk}" selected', page)
    sent = {
        "on": day.isoformat(), "seen": "1", "f_track": "general", "f_manner": "daily", "f_relation": "department",
        "f_dispute": "none", "f_target_organ": str(county.market.pk), "f_target_case": str(market.pk),
    }  # fmt: skip
    sent |= dict.fromkeys(re.findall(r'name="(c_\d+)"', page), "1")
    answer = client.post(address, sent)
    assert answer.status_code == 302, answer.content.decode()
    assert fresh(case).target_case_id == market.pk
