"""Two clicks at the very same moment, in two threads, on both databases."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from yifa.desk.tests.conftest import Office
from yifa.kernel.models import Case, Event
from yifa.office import scope
from yifa.office.models import Person

pytestmark = [pytest.mark.data, pytest.mark.django_db(transaction=True)]
SignIn = Callable[[Person], Client]


def _both(client: Client, address: str, typed: dict[str, Any]) -> list[int]:
    """Send the same form twice at once; the statuses of both answers, sorted."""
    start = Barrier(2)

    def send(_: int) -> int:
        other = Client()
        other.cookies = client.cookies
        start.wait()
        try:
            return other.post(address, typed).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        return sorted(pool.map(send, range(2)))


def test_two_clicks_open_one_case(office: Office, signed_in: SignIn) -> None:
    client = signed_in(office.handler)
    address = f"/cases/new/toy/{office.organ.pk}/receive/"
    token = re.search(r'name="token" value="([^"]+)"', client.get(address).content.decode())
    assert token
    assert _both(client, address, {"on": office.today.isoformat(), "token": token[1]}) == [302, 302]
    with scope.everything("测试"):
        assert Case.objects.filter(procedure="toy").count() == 1


def test_two_clicks_take_a_step_once(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(5)
    typed = {"on": office.today.isoformat(), "i_ground": "death", "seen": case.length}
    assert _both(signed_in(office.handler), f"/cases/{case.pk}/steps/suspend/", typed) == [302, 422]
    with scope.everything("测试"):
        assert Event.objects.filter(case_id=case.pk, step="suspend").count() == 1
