"""The second reviewer of a dossier reads nothing of the first one's sheet until both have handed in (互不可见)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.fixtures import PASSWORD
from yifa.areas.enforcement.dossier_review.tests.conftest import County, drawn, fresh, scores
from yifa.kernel.correction import amend, void
from yifa.kernel.engine import Entry
from yifa.kernel.models import Case, Event
from yifa.kernel.rules import Refused
from yifa.kernel.veils import standing, unseen
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = pytest.mark.data
NOW = datetime.fromisoformat("2026-07-15T10:00:00+08:00")
NOTE, OTHER = "现场笔录没有见证人", "文书没有写明日期"
TOLD = "已经提交，第二评查员提交评分以后可见"


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county; pages open their own scope."""
    with scope.everything("测试"):
        yield County()


@pytest.fixture
def enter() -> Callable[[Person], Client]:
    """Signs a person in."""

    def sign_in(person: Person) -> Client:
        person.user = User.objects.create_user(f"user{person.pk}", password=PASSWORD)
        person.save()
        client = Client()
        client.force_login(person.user, backend="yifa.office.backend.OfficeBackend")
        return client

    return sign_in


def sheet(case: Case, note: str) -> list[dict[str, str]]:
    """A sheet on which the first item lost everything, with the reason."""
    rows = scores(fresh(case).kind)
    return [row | ({"points": "0", "note": note} if row == rows[0] else {}) for row in rows]


@pytest.fixture
def half(county: County) -> tuple[County, Case, Person]:
    """A dossier that one has scored, and who is to score it next."""
    _, dossiers = drawn(county)
    case = dossiers[0]
    second = county.person("第二评查员", county.bureau, Role.REVIEWER, Role.HANDLER)
    county.take(case, "score_first", "2026-07-13",
                {"first_scores": sheet(case, NOTE), "first_vetoes": []})  # fmt: skip
    return county, case, second


def pages(case: Case) -> list[str]:
    """Every page and file on which the sheet could stand."""
    steps = ("score_first", "score_second", "reconcile", "settle")
    return [
        f"/cases/{case.pk}/", f"/cases/{case.pk}/?format=json", f"/cases/{case.pk}/amend/",
        *(f"/cases/{case.pk}/steps/{step}/{form}" for step in steps for form in ("", "?format=json")),
    ]  # fmt: skip


Half = tuple[County, Case, Person]


def test_the_second_reviewer_finds_it_on_no_page_and_in_no_file(half: Half, enter: Callable[[Person], Client]) -> None:
    _, case, second = half
    client = enter(second)
    for page in pages(case):
        text = client.get(page).content.decode()
        assert NOTE not in text, page
        assert "相差" not in text, page
    data = client.get(f"/cases/{case.pk}/?format=json").json()
    assert data["record"]["第一评查员评分"]["第一评查员评分"] == [TOLD]
    scored = next(event for event in data["events"] if event["title"] == "第一评查员评分")
    assert ["第一评查员评分", TOLD] in scored["facts"]
    assert f"/cases/{case.pk}/" not in client.get(f"/search/?q={NOTE}").content.decode()


def test_whoever_filled_it_in_goes_on_reading_it(half: Half, enter: Callable[[Person], Client]) -> None:
    county, case, _ = half
    assert NOTE in enter(county.people[county.bureau.pk]).get(f"/cases/{case.pk}/").content.decode()


def test_both_are_open_once_both_are_in(half: Half, enter: Callable[[Person], Client]) -> None:
    county, case, second = half
    county.take(case, "score_second", "2026-07-14",
                {"second_scores": sheet(case, OTHER), "second_vetoes": []}, by=second)  # fmt: skip
    for person in (second, county.people[county.bureau.pk]):
        text = enter(person).get(f"/cases/{case.pk}/").content.decode()
        assert NOTE in text
        assert OTHER in text


def test_nobody_else_corrects_it_and_afterwards_nobody_at_all(half: Half) -> None:
    county, case, second = half
    changed = {"first_scores": sheet(case, "另有理由")}
    with pytest.raises(Refused, match=TOLD):
        amend(fresh(case), changed, "笔误", Entry(second, NOW))
    first = county.people[county.bureau.pk]
    amend(fresh(case), changed, "笔误", Entry(first, NOW))
    county.take(case, "score_second", "2026-07-14",
                {"second_scores": sheet(case, OTHER), "second_vetoes": []}, by=second)  # fmt: skip
    for name, person in (("first_scores", first), ("second_scores", second)):
        with pytest.raises(Refused, match="两名评查员都已提交"):
            amend(fresh(case), {name: scores(fresh(case).kind)}, "想改", Entry(person, NOW))


def test_a_sheet_that_was_voided_stays_hidden_until_both_are_in(half: Half, enter: Callable[[Person], Client]) -> None:
    county, case, second = half
    head = county.person("机构负责人", county.bureau, Role.AGENCY_HEAD)
    event = Event.objects.get(case=case, step="score_first")
    void(fresh(case), event, "误登", Entry(head, NOW))
    assert NOTE not in enter(second).get(f"/cases/{case.pk}/").content.decode()


def test_what_the_veil_covers_is_asked_of_the_case(half: Half) -> None:
    from yifa.kernel.replay import situation_of

    county, case, second = half
    situation = situation_of(fresh(case))
    assert set(standing(situation)) == {"first_scores", "first_vetoes"}
    assert unseen(situation, county.people[county.bureau.pk].pk) == {}
    assert set(unseen(situation, second.pk)) == set(unseen(situation, None)) == {"first_scores", "first_vetoes"}
