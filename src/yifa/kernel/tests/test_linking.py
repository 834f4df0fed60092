"""What a step brings with it in other cases: echoes, steps that follow, and taking both back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from yifa.kernel import correction
from yifa.kernel.declare import NEW, PROCEDURES, Echo, Follows, Procedure, Stage, Step
from yifa.kernel.engine import Authority, Entry, new_case, perform
from yifa.kernel.linking import linked_case, linked_cases
from yifa.kernel.models import Case, Event, Link
from yifa.kernel.rules import Attempt, Refused
from yifa.kernel.tests.conftest import Bureau, at
from yifa.kernel.tests.toy import L
from yifa.kernel.verify import verify_everything
from yifa.office.models import Organ, Post
from yifa.office.roles import Role

pytestmark = pytest.mark.data


def _reviewing_organ(record: Any) -> Organ | None:
    return Organ.objects.filter(short_name="审查一处").first()


class Service(Procedure, abstract=True):
    """A service that others ask for; it knows none of them."""

    key, label, model, since = "service", "试验审查", Case, date(2024, 1, 1)
    open = Stage("审查中")
    closed = Stage("办结", final=True)
    receive = Step("收到送审", L[30], NEW >> open)
    answer = Step("出具意见", L[61], open >> closed)


class Client(Procedure, abstract=True):
    """A procedure that asks for the service, twice if it likes."""

    key, label, model, since = "client", "试验送审", Case, date(2024, 1, 1)
    drafting = Stage("起草")
    done = Stage("办结", final=True)
    start = Step("起草", L[30], NEW >> drafting)
    submit = Step(
        "送审", L[30], drafting,
        echo=Echo("service.receive", _reviewing_organ, anew=True),
    )  # fmt: skip
    ask = Step("请协助", L[30], drafting, echo=Echo("service.receive", _reviewing_organ))
    settle = Step("催出意见", L[30], drafting, echo=Echo("service.answer", if_awaited=True))
    receive = Step("收到意见", L[61], drafting, follows=Follows("service.answer"))
    finish = Step("办结", L[61], drafting >> done)
    finish_all = Step(
        "一并办结", L[61], drafting >> done,
        echo=Echo("client.finish", each=lambda situation: [
            (case, {}, {}) for case in Case._base_manager.filter(procedure="client", closed_on=None)
        ]),
    )  # fmt: skip


@pytest.fixture(autouse=True)
def procedures() -> Iterator[None]:
    """Both procedures are in the books while a test runs."""
    PROCEDURES.add(Service)
    PROCEDURES.add(Client)
    yield
    for key in ("service", "client"):
        PROCEDURES.versions.pop(key)
    PROCEDURES._following = None


@pytest.fixture
def reviewers(bureau: Bureau) -> list[Organ]:
    """Two organs that review, with the bureau's people."""
    organs = []
    for name in ("审查一处", "审查二处"):
        organ = Organ.objects.create(place=bureau.organ.place, name=name, short_name=name, kind="department", mark="审")
        Post.objects.create(person=bureau.handler, organ=organ, role=Role.HANDLER, since=date(2020, 1, 1))
        organs.append(organ)
    return organs


def take(bureau: Bureau, case: Case, step: Step, on: str, **more: Any) -> Event:
    return perform(case, Attempt(step, date.fromisoformat(on)), Entry(bureau.handler, at(on), **more))


def started(bureau: Bureau) -> Case:
    return take(bureau, new_case("client", bureau.organ, date(2025, 3, 3)), Client.start, "2025-03-03").case


def test_an_echo_that_opens_anew_opens_another_linked_case_each_time(bureau: Bureau, reviewers: list[Organ]) -> None:
    case = started(bureau)
    take(bureau, case, Client.submit, "2025-03-04")
    take(bureau, case, Client.submit, "2025-03-10")
    opened = [linked.opened_on for linked in linked_cases(case, "service")]
    assert opened == [date(2025, 3, 10), date(2025, 3, 4)]


def test_a_step_that_follows_is_taken_in_the_case_that_asked(bureau: Bureau, reviewers: list[Organ]) -> None:
    case, other = started(bureau), started(bureau)
    take(bureau, case, Client.submit, "2025-03-04")
    review = linked_case(case, "service")
    assert review is not None
    take(bureau, review, Service.answer, "2025-03-07")
    event = Event.objects.get(step="receive", case=case)
    assert (event.on, event.data["authority"], event.data["echo"]) == (
        date(2025, 3, 7), Authority.ECHO, f"{review.pk}.2"
    )  # fmt: skip
    assert not Event.objects.filter(step="receive", case=other).exists()


def test_a_case_that_is_over_is_not_followed(bureau: Bureau, reviewers: list[Organ]) -> None:
    case = started(bureau)
    take(bureau, case, Client.submit, "2025-03-04")
    take(bureau, case, Client.finish, "2025-03-05")
    review = linked_case(case, "service")
    assert review is not None
    take(bureau, review, Service.answer, "2025-03-07")
    assert not Event.objects.filter(step="receive", case=case).exists()


def test_the_linked_case_is_the_one_at_the_organ_that_is_named_now(bureau: Bureau, reviewers: list[Organ]) -> None:
    case = started(bureau)
    take(bureau, case, Client.ask, "2025-03-04")
    with pytest.raises(Refused, match=r"关联的试验审查案件.*不能“收到送审”"):
        take(bureau, case, Client.ask, "2025-03-05")
    Organ.objects.filter(pk=reviewers[0].pk).update(short_name="撤销的处")
    Organ.objects.filter(pk=reviewers[1].pk).update(short_name="审查一处")
    take(bureau, case, Client.ask, "2025-03-06")
    assert [linked.organ for linked in linked_cases(case, "service")] == [reviewers[1], reviewers[0]]
    assert linked_case(case, "service", reviewers[0]) != linked_case(case, "service", reviewers[1])


def test_an_echo_for_a_case_that_awaits_it_is_left_out_where_none_does(bureau: Bureau, reviewers: list[Organ]) -> None:
    case = started(bureau)
    take(bureau, case, Client.settle, "2025-03-04")
    assert linked_case(case, "service") is None
    take(bureau, case, Client.submit, "2025-03-05")
    take(bureau, case, Client.settle, "2025-03-06")
    review = linked_case(case, "service")
    assert review is not None
    assert review.stage == "closed"
    take(bureau, case, Client.settle, "2025-03-07")
    assert Event.objects.filter(case=review, step="answer").count() == 1


def test_nothing_is_tied_to_a_case_that_is_not_stored_yet(bureau: Bureau, reviewers: list[Organ]) -> None:
    started(bureau)
    fresh = new_case("client", bureau.organ, date(2025, 3, 3))
    assert list(linked_cases(fresh, "client")) == []


def test_a_step_may_be_taken_in_each_of_several_cases_or_in_none(bureau: Bureau, reviewers: list[Organ]) -> None:
    case, others = started(bureau), [started(bureau), started(bureau)]
    take(bureau, case, Client.finish_all, "2025-03-10")
    assert all(Case.objects.get(pk=one.pk).closed_on == date(2025, 3, 10) for one in (case, *others))
    assert Link.objects.filter(source=case).count() == 2
    first, late = started(bureau), started(bureau)
    take(bureau, late, Client.submit, "2025-03-12")
    with pytest.raises(Refused, match="关联的试验送审案件"):
        take(bureau, first, Client.finish_all, "2025-03-11")
    assert Case.objects.get(pk=first.pk).closed_on is None


def test_voiding_a_step_voids_what_it_brought_about(bureau: Bureau, reviewers: list[Organ]) -> None:
    case = started(bureau)
    take(bureau, case, Client.submit, "2025-03-04")
    review = linked_case(case, "service")
    assert review is not None
    for organ in reviewers:
        Post.objects.create(person=bureau.head, organ=organ, role=Role.AGENCY_HEAD, since=date(2020, 1, 1))
    answered = take(bureau, review, Service.answer, "2025-03-07")
    correction.void(review, answered, "发错了", Entry(bureau.head, at("2025-03-08")))
    event = Event.objects.get(step="receive", case=case)
    assert event.voided_by.count() == 1
    assert Case.objects.get(pk=review.pk).stage == "open"


def test_a_step_that_opened_another_case_is_voided_only_when_that_case_is_over(
    bureau: Bureau, reviewers: list[Organ]
) -> None:
    case = started(bureau)
    submitted = take(bureau, case, Client.submit, "2025-03-04")
    head = Entry(bureau.head, at("2025-03-08"))
    with pytest.raises(Refused, match=r"它立了关联的试验审查案件.*请先在该案登记结案环节"):
        correction.void(case, submitted, "误送", head)
    review = linked_case(case, "service")
    assert review is not None
    take(bureau, review, Service.answer, "2025-03-07")
    correction.void(case, submitted, "误送", head)
    assert submitted.voided_by.count() == 1


def test_a_case_that_an_echo_opened_belongs_to_the_first_handler_who_acts(
    bureau: Bureau, reviewers: list[Organ]
) -> None:
    case = started(bureau)
    take(bureau, case, Client.submit, "2025-03-04")
    review = linked_case(case, "service")
    assert review is not None
    assert review.handler is None
    Post.objects.create(person=bureau.second, organ=review.organ, role=Role.HANDLER, since=date(2020, 1, 1))
    Post.objects.create(person=bureau.head, organ=review.organ, role=Role.AGENCY_HEAD, since=date(2020, 1, 1))
    entry = Entry(bureau.second, at("2025-03-07"))
    event = perform(review, Attempt(Service.answer, date(2025, 3, 7)), entry)
    assert Case.objects.get(pk=review.pk).handler == bureau.second
    assert list(verify_everything()) == []
    correction.void(review, event, "误登", Entry(bureau.head, at("2025-03-08")))
    assert Case.objects.get(pk=review.pk).handler is None
    assert list(verify_everything()) == []
