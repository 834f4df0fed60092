"""The page of changes of law: the list for an act, who sees whose records, and a round made of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures import Cast, employ
from yifa.areas.rulemaking.law_change.models import LawChange, LawChangeItem
from yifa.areas.rulemaking.lists.register import PowerList
from yifa.areas.rulemaking.lists.tests.test_lists import POWER
from yifa.kernel.registers import entries
from yifa.office import scope
from yifa.office.models import Organ, Person
from yifa.office.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.data]
NOW = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
SignIn = Callable[[Person], Client]
ASKED = {"act": "环境保护法", "article": "42", "on": "2026-08-15"}


@pytest.fixture
def clerk(cast: Cast) -> Person:
    """承办人，城管局."""
    return employ("lists", "高敏", cast.management, Role.HANDLER)


def item(organ: Organ, **more: Any) -> Any:
    with scope.everything("测试"):
        values = POWER | {"legal_basis": "《环境保护法》第四十二条"} | more
        return entries.add(PowerList, organ, values, by=None, at=NOW)


def test_an_item_is_listed_and_opens(cast: Cast, clerk: Person, signed_in: SignIn) -> None:
    entry = item(cast.management)
    page = signed_in(clerk).get(reverse("law_change"), ASKED).content.decode()
    assert "2026-08-15已废止；由《生态环境法典》替代" in page
    assert reverse("register_entry", args=["power_list", entry.pk]) in page
    told = json.loads(signed_in(clerk).get(reverse("law_change"), ASKED | {"format": "json"}).content)
    assert [row["what"] for row in told["touched"] if row["url"]] == ["权责清单"]
    assert signed_in(clerk).get(reverse("law_change"), ASKED | {"format": "csv"}).status_code == 200


def test_the_justice_bureau_sees_the_titles_of_others_without_opening_them(cast: Cast, signed_in: SignIn) -> None:
    entry = item(cast.management)
    page = (
        signed_in(employ("law", "罗文", cast.justice, Role.HANDLER)).get(reverse("law_change"), ASKED).content.decode()
    )
    assert "食品经营许可（第1版）" in page
    assert reverse("register_entry", args=["power_list", entry.pk]) not in page


def test_another_department_sees_nothing_of_it(cast: Cast, clerk: Person, signed_in: SignIn) -> None:
    item(cast.justice)
    page = signed_in(clerk).get(reverse("law_change"), ASKED).content.decode()
    assert "食品经营许可" not in page


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"act": "某某法"}, "找不到法律文件"), ({"act": "环境保护法", "article": "甲"}, "不是条号"),
        ({"act": "环境保护法", "on": "昨天"}, "不是有效的日期"),
    ],
)  # fmt: skip
def test_a_question_that_cannot_be_answered_says_why(
    clerk: Person, signed_in: SignIn, asked: dict[str, str], says: str
) -> None:
    answer = signed_in(clerk).get(reverse("law_change"), asked)
    assert answer.status_code == 200
    assert says in answer.content.decode()


def test_a_change_becomes_a_round_of_work(cast: Cast, clerk: Person, signed_in: SignIn) -> None:
    item(cast.management)
    values = ASKED | {"number": "变〔2026〕1号", "kind": "repealed", "organ": str(cast.management.pk)}
    answer = signed_in(clerk).post(reverse("law_change_note"), values)
    assert answer.status_code == 302
    with scope.everything("测试"):
        change = LawChange.objects.get()
        assert (change.article, change.replaced_by) == ("第四十二条", "生态环境法典")
        assert LawChangeItem.objects.filter(change=change, what="权责清单").count() == 1
    page = signed_in(clerk).get(reverse("law_change")).content.decode()
    assert "变〔2026〕1号" in page
    assert "待处理" in page


def test_a_round_needs_a_number_and_a_book_to_write_in(cast: Cast, clerk: Person, signed_in: SignIn) -> None:
    client = signed_in(clerk)
    for values in (
        ASKED | {"number": "", "kind": "repealed", "organ": str(cast.management.pk)},
        ASKED | {"number": "变1", "kind": "repealed", "organ": str(cast.justice.pk)},
    ):
        client.post(reverse("law_change_note"), values)
    with scope.everything("测试"):
        assert not LawChange.objects.exists()
