"""A report is open to whoever handles it and whom it was told to by name, and its reporter is found nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.fixtures import PASSWORD
from yifa.areas.enforcement.authority.models import EnforcementBody
from yifa.areas.enforcement.complaint.tests.conftest import SENDER, County, fresh, receive
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case, Paper
from yifa.office import scope
from yifa.office.models import Organ, Person, Post, Reach
from yifa.office.roles import Role

pytestmark = pytest.mark.data
Enter = Callable[[Person], Client]
NOON = datetime.fromisoformat("2026-03-01T12:00:00+08:00")
FACTS = "我叫孙晓梅，住洪河县柳林镇柳湾村三组12号，电话13812345678，食品厂用过期原料"
SECRETS = [str(value) for value in SENDER.values() if value is not True]


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county; pages open their own scope."""
    with scope.everything("测试"):
        yield County()


@pytest.fixture
def enter() -> Enter:
    """Signs a person in."""

    def sign_in(person: Person) -> Client:
        person.user = User.objects.create_user(f"user{person.pk}", password=PASSWORD)
        person.save()
        client = Client()
        client.force_login(person.user, backend="yifa.office.backend.OfficeBackend")
        return client

    return sign_in


def told(county: County) -> Case:
    """A real-name report on which a letter went to the reporter."""
    case = receive(county, county.market, "report", facts=FACTS)
    county.take(case, "decide_filing", "2026-03-10", {"filing": "not_filed", "filing_reason": "没有证据"})
    county.take(case, "tell_reporter", "2026-03-12")
    return fresh(case)


def posted(name: str, organ: Organ, role: Role, reach: str) -> Person:
    """Somebody who sees further than they work."""
    person = Person.objects.create(name=name)
    Post.objects.create(person=person, organ=organ, role=role, since=date(2020, 1, 1), reach=reach)
    return person


def pages(case: Case) -> list[str]:
    """Every page on which what stands in the case could be read."""
    paper = Paper.objects.filter(case=case).latest("pk")
    return [
        f"/cases/{case.pk}/", f"/cases/{case.pk}/?format=json", f"/cases/{case.pk}/dossier.pdf",
        f"/papers/{paper.pk}/", f"/papers/{paper.pk}/preview/",
    ]  # fmt: skip


def lists(word: str) -> list[str]:
    """Every page that lists cases."""
    return ["/cases/", "/cases/?format=json", "/cases/?format=csv", "/limits/", "/", f"/search/?q={word}"]


def test_whoever_handles_reports_reads_it(county: County, enter: Enter) -> None:
    case = told(county)
    client = enter(county.people[county.market.pk])
    assert {client.get(page).status_code for page in pages(case)} == {200}
    assert SENDER["reporter_name"] in client.get(pages(case)[0]).content.decode()


@pytest.mark.parametrize(
    ("organ", "role", "reach"),
    [
        ("market", Role.HANDLER, Reach.OWN), ("market", Role.SECRETARY, Reach.OWN),
        ("market", Role.PUBLISHER, Reach.OWN), ("market", Role.SUPERVISOR, Reach.OWN),
        ("bureau", Role.SUPERVISOR, Reach.PLACE), ("government", Role.HANDLER, Reach.SUBORDINATES),
    ],
)  # fmt: skip
def test_whoever_only_sees_does_not_open_it(
    county: County, enter: Enter, organ: str, role: Role, reach: str
) -> None:  # fmt: skip
    case = told(county)
    client = enter(posted("旁观者", getattr(county, organ), role, reach))
    assert {client.get(page).status_code for page in pages(case)} == {403}
    for page in lists("孙晓梅"):
        text = client.get(page).getvalue().decode()
        assert not [secret for secret in SECRETS[1:] if secret in text], page
    found = client.get("/search/?q=孙晓梅&format=json").json()
    assert found["cases"] == []


def test_a_colleague_is_taken_into_the_circle_by_name_on_the_page(county: County, enter: Enter) -> None:
    case = told(county)
    colleague = posted("同事", county.market, Role.HANDLER, Reach.OWN)
    theirs, mine = enter(colleague), enter(county.people[county.market.pk])
    assert theirs.get(f"/cases/{case.pk}/circle/").status_code == 403
    assert "某食品厂" not in theirs.get("/cases/").getvalue().decode()
    sent = {"what": "admit", "person": colleague.pk, "reason": "一同核查"}
    assert mine.post(f"/cases/{case.pk}/circle/", sent).status_code == 302
    assert theirs.get(f"/cases/{case.pk}/").status_code == 200
    names = [one["name"] for one in mine.get(f"/cases/{case.pk}/circle/?format=json").json()["circle"]]
    assert names == ["县市场监管局经办", "同事", "县市场监管局负责人"]
    mine.post(f"/cases/{case.pk}/circle/", sent | {"what": "dismiss", "reason": "不再参与"})
    assert theirs.get(f"/cases/{case.pk}/").status_code == 403


def test_other_organs_have_no_such_case(county: County, enter: Enter) -> None:
    case = told(county)
    client = enter(county.people[county.city.pk])
    assert {client.get(page).status_code for page in pages(case)} == {404}


def test_what_becomes_of_it_elsewhere_does_not_name_the_sender(county: County, enter: Enter) -> None:
    EnforcementBody.objects.create(
        organ=county.market, name=county.market.name, kind="department", powers=["行政处罚"], legal_basis=["x"],
        confirmed_on=date(2025, 1, 1), created_at=NOON, updated_at=NOON,
    )  # fmt: skip
    filed = receive(county, county.market, "report", facts=FACTS)
    county.take(
        filed, "decide_filing", "2026-03-10",
        {"filing": "filed", "filing_reason": "有违法事实", "item_code": "X01", "item_name": "使用过期原料"},
    )  # fmt: skip
    penalty = linked_case(filed, "penalty", county.market)
    accusing = receive(
        county, county.government, "law_enforcement_complaint", target_name="", target_organ=county.city.pk,
        facts=FACTS,
    )  # fmt: skip
    county.take(accusing, "refer", "2026-03-03")
    clue = linked_case(accusing, "supervision_case", county.bureau)
    for case, organ in ((penalty, county.market), (clue, county.bureau)):
        assert case is not None
        text = enter(county.people[organ.pk]).get(f"/cases/{case.pk}/?format=json").content.decode()
        assert "过期原料" in text.encode().decode("unicode_escape") or "过期原料" in text
        assert not [secret for secret in SECRETS if secret in text]
