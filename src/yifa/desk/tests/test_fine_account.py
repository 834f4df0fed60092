"""The account of a fine: today's and any day's, with its reckoning; for who may see the case alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.fixtures import Cast, employ
from yifa.desk.pages import case_tools
from yifa.kernel.engine import Entry, new_case, perform
from yifa.kernel.models import Case
from yifa.kernel.rules import Attempt
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.data]
SignIn = Callable[[Person], Client]


@pytest.fixture
def clerk(cast: Cast) -> Person:
    """承办人，城管局."""
    return employ("fines", "高敏", cast.management, Role.HANDLER)


@pytest.fixture
def fine(cast: Cast, clerk: Person) -> Case:
    """A fine of 20,000 yuan, due on 25 March 2025; 10,000 were paid on the 27th."""

    def take(case: Case, code: str, on: date, fields: dict[str, Any], **data: Any) -> Case:
        step = case.declaration.step(code)
        at = timezone.make_aware(datetime.combine(timezone.localdate(), datetime.min.time()))
        attempt = Attempt(step, on, data, [name for name, _ in step.condition_codes])
        return Case._base_manager.get(pk=perform(case, attempt, Entry(clerk, at), fields).case_id)

    with scope.everything("测试"):
        received = date(2025, 3, 10)
        about = {"client_title": "占道经营", "fine_amount": 20000, "received_on": received, "surcharge_stated": True}
        case = take(new_case("fine_collection", cast.management, received), "open", received, about)
        return take(case, "pay_part", date(2025, 3, 27), {"channel": "bank"}, amount="10000", receipt_no="票1")


def test_any_day_can_be_asked_for(fine: Case, clerk: Person, signed_in: SignIn) -> None:
    page = signed_in(clerk).get(reverse("fine_account", args=[fine.pk]), {"on": "2025-03-29"})
    text = page.content.decode()
    assert page.status_code == 200
    assert "2025-03-28至2025-03-29，2日，未缴10,000元，每日加处300元，计600元" in text
    assert "1,800.00" in text


def test_programs_get_the_same(fine: Case, clerk: Person, signed_in: SignIn) -> None:
    told = signed_in(clerk).get(reverse("fine_account", args=[fine.pk]), {"on": "2025-03-29", "format": "json"}).json()
    assert (told["fine_left"], told["surcharge"], told["days"]) == ("10000.00", "1800.00", 4)


def test_a_slip_in_the_date_is_named(fine: Case, clerk: Person, signed_in: SignIn) -> None:
    page = signed_in(clerk).get(reverse("fine_account", args=[fine.pk]), {"on": "昨天"})
    assert page.status_code == 422
    assert "不是日期" in page.content.decode()


def test_others_do_not_see_it_and_it_is_offered_on_the_case_page(fine: Case, cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.handler).get(reverse("fine_account", args=[fine.pk])).status_code == 404
    assert [tool.url_name for tool in case_tools("fine_collection")] == ["fine_account"]
