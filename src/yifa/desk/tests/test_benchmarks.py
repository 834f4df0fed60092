"""The grid of a benchmark: what is typed is checked at the cell and saved as a new edition, by who may write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.fixtures import PASSWORD
from yifa.areas.enforcement.certificate.tests.conftest import Bureau
from yifa.areas.enforcement.discretion.editions import tiers_of
from yifa.areas.enforcement.discretion.tests.test_discretion import ladder
from yifa.areas.enforcement.discretion.tests.test_editions import HEAD, TIERS
from yifa.office import scope
from yifa.office.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.data]
Enter = Callable[[Person], Client]
TABLES = "/registers/discretion_benchmark/tables/"


@pytest.fixture
def bureau(db: None) -> Iterator[Bureau]:
    """The county; pages open their own scope."""
    with scope.everything("测试"):
        yield Bureau()


@pytest.fixture
def enter(client: Client) -> Enter:
    """Signs a person in."""

    def sign_in(person: Person) -> Client:
        person.user = User.objects.create_user(f"user{person.pk}", password=PASSWORD)
        person.save()
        client.force_login(person.user, backend="yifa.office.backend.OfficeBackend")
        return client

    return sign_in


def posted(rows: list[dict[str, str]] | None = None, **head: Any) -> dict[str, Any]:
    """The form as a browser sends it, the blank row at its end included."""
    told: dict[str, Any] = HEAD | {"seen": 1} | head
    for number, row in enumerate([*(TIERS if rows is None else rows), {"tier_kind": "ordinary", "conditions": ""}]):
        told |= {f"tier-{number}-{name}": value for name, value in row.items()}
    return told


def test_a_clerk_saves_a_new_edition_from_the_grid(bureau: Bureau, enter: Enter) -> None:
    ladder(bureau.market)
    old = tiers_of(bureau.market.pk, "SP-122", 1)[0]
    client = enter(bureau.people[bureau.market.pk])
    assert "未取得食品经营许可" in client.get(TABLES).content.decode()
    page = client.get(f"{TABLES}{old.pk}/").content.decode()
    assert 'value="65000"' in page
    assert "保存为第2版" in page
    answer = client.post(f"{TABLES}{old.pk}/", posted(), follow=True)
    text = answer.content.decode()
    assert "第2版，3个阶次，自2026-12-01起施行；旧案仍按旧版" in text
    assert "第1版</a>" in text
    earlier = client.get(f"{TABLES}{old.pk}/").content.decode()
    assert "保存为" not in earlier
    assert client.post(f"{TABLES}{old.pk}/", posted()).status_code == 403
    assert client.get(TABLES, {"format": "json"}).json()["benchmarks"][0]["edition"] == 2


def test_a_fault_stands_at_its_cell_and_what_was_typed_is_kept(bureau: Bureau, enter: Enter) -> None:
    ladder(bureau.market)
    old = tiers_of(bureau.market.pk, "SP-122", 1)[0]
    rows = [TIERS[0], TIERS[1] | {"range_from": "58000", "conditions": "<b>没有</b>"}, TIERS[2]]
    answer = enter(bureau.people[bureau.market.pk]).post(f"{TABLES}{old.pk}/", posted(rows, document="新文件"))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#c-tier-1-range_from"' in text
    assert 'id="e-tier-1-range_from">第1阶次和第2阶次在58000至60000重叠' in text
    assert 'value="新文件"' in text
    assert "&lt;b&gt;没有&lt;/b&gt;" in text
    assert "<script>" not in text
    assert " style=" not in text


def test_an_act_without_a_benchmark_gets_its_first_edition(bureau: Bureau, enter: Enter) -> None:
    client = enter(bureau.people[bureau.market.pk])
    assert "违法行为编码" in client.get(f"{TABLES}new/").content.decode()
    answer = client.post(f"{TABLES}new/", posted(seen=0), follow=True)
    assert "第1版" in answer.content.decode()
    assert len(tiers_of(bureau.market.pk, "SP-122", 1)) == 3
    again = client.post(f"{TABLES}new/", posted(seen=0))
    assert "已经有第1版" in again.content.decode()


def test_another_organ_neither_sees_nor_changes_it(bureau: Bureau, enter: Enter) -> None:
    ladder(bureau.market)
    old = tiers_of(bureau.market.pk, "SP-122", 1)[0]
    client = enter(bureau.people[bureau.city.pk])
    assert client.get(f"{TABLES}{old.pk}/").status_code == 404
    assert client.post(f"{TABLES}{old.pk}/", posted()).status_code == 404


def test_the_square_of_a_certificate_stands_on_its_case_and_on_its_entry(bureau: Bureau, enter: Enter) -> None:
    waiting, case = bureau.applied(person_name="林晓"), bureau.issued()
    client = enter(bureau.people[bureau.bureau.pk])
    assert "查验码" in client.get(f"/cases/{case.pk}/").content.decode()
    shown = client.get(f"/cases/{case.pk}/certificate/").content.decode()
    assert "/open/officer/13099901001/qr.svg" in shown
    assert "发证以后才有查验码" in client.get(f"/cases/{waiting.pk}/certificate/").content.decode()
    entry = bureau.officer()
    assert client.get(f"/registers/enforcement_officer/{entry.pk}/code/").status_code == 404


def test_the_department_opens_the_square_from_its_register(bureau: Bureau, enter: Enter) -> None:
    bureau.issued()
    entry = bureau.officer()
    client = enter(bureau.people[bureau.market.pk])
    assert (
        f"/registers/enforcement_officer/{entry.pk}/code/"
        in client.get(f"/registers/enforcement_officer/{entry.pk}/").content.decode()
    )
    assert "二维码" in client.get(f"/registers/enforcement_officer/{entry.pk}/code/").content.decode()
