"""What valid events say: fields put back, versions put back, public copies taken back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import models

from yifa.kernel import approval, chain, correction, publish
from yifa.kernel.declare import Publication
from yifa.kernel.engine import Entry
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.filling import as_stored
from yifa.kernel.models import Case, Clock, Event, EventKind, Proposal
from yifa.kernel.replay import Told, fields_told, situation_of, situation_told, situations_of, told_by, valid
from yifa.kernel.rules import Attempt, Refused
from yifa.kernel.tests.conftest import Bureau, at
from yifa.kernel.tests.toy import Toy
from yifa.office.roles import Role


def told(pk: int, kind: str, voids: int | None = None, **data: object) -> Told:
    return Told(pk, kind, "", date(2025, 1, pk), data, None, False, pk, voids)


def test_a_copy_taken_back_counts_as_never_published_and_a_new_one_counts_again() -> None:
    first, back = told(1, "publication", publication="p"), told(2, "publication", publication="p", withdrawn="误")
    assert valid([first, back]) == []
    again = told(3, "publication", publication="p")
    assert valid([first, back, again]) == [again]


def test_fields_are_what_the_last_valid_event_says_amendments_included() -> None:
    events = [
        told(1, "step", fields={"a": 1, "b": 1}), told(2, "amendment", changed={"a": [1, 2]}),
        told(3, "step", fields={"b": 5}), told(4, "correction", voids=3),
    ]  # fmt: skip
    assert fields_told(valid(events)) == {"a": 2, "b": 1}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (models.DateField(), date(2025, 2, 7)),
        (models.DecimalField(max_digits=9, decimal_places=2), Decimal("3000.50")),
        (models.BooleanField(null=True), False),
        (models.IntegerField(null=True), None),
        (RowsField(columns=[RowColumn("name", "姓名")]), [{"name": "王五"}]),
        (models.CharField(), "文"),
    ],
)
def test_a_value_comes_back_from_an_event_as_it_went_in(field: models.Field, value: object) -> None:  # type: ignore[type-arg]
    assert as_stored(field, chain.plain(value)) == value


pytestmark = pytest.mark.data


def test_voiding_the_acceptance_that_changed_the_version_puts_the_old_version_back(bureau: Bureau) -> None:
    case = bureau.take(None, Toy.receive, "2026-06-29").case
    bureau.take(case, Toy.accept, "2026-07-01", confirmed=["accept.1"])
    accepted = Event.objects.get(case=case, step="accept")
    correction.void(case, accepted, "误登", Entry(bureau.head, at("2026-07-02")))
    case = Case._base_manager.get(pk=case.pk)
    assert (case.version, case.stage) == (date(2024, 1, 1), "review")
    versions = Event.objects.filter(case=case, kind=EventKind.VERSION).order_by("seq")
    assert [v.data["to"] for v in versions] == ["2026-07-01", "2024-01-01"]
    assert Clock.objects.get(case=case).due == date(2026, 7, 6)
    assert list(chain.verify([case])) == []


def test_the_opening_step_is_not_voided(bureau: Bureau) -> None:
    case = bureau.take(None, Toy.receive, "2025-03-10").case
    with pytest.raises(Refused, match="这是立案环节"):
        correction.void(case, Event.objects.get(case=case), "误登", Entry(bureau.head, at("2025-03-11")))


def test_a_published_step_is_voided_only_after_the_copy_was_taken_back(bureau: Bureau, public: Publication) -> None:
    case = bureau.accepted()
    decided = bureau.take(case, Toy.decide, "2025-04-10", by=bureau.second)
    with pytest.raises(Refused, match="日期2025-04-09早于2025-04-10"):
        publish.publish(case, public, date(2025, 4, 9), Entry(bureau.handler, at("2025-04-11")))
    copy = publish.publish(case, public, date(2025, 4, 11), Entry(bureau.handler, at("2025-04-11")))
    head = Entry(bureau.head, at("2025-04-14"))
    with pytest.raises(Refused, match="“决定公开”以它为前提，请先撤回公开"):
        correction.void(case, decided, "误登", head)
    publish.withdraw(copy, "决定登记有误", date(2025, 4, 14), Entry(bureau.handler, at("2025-04-14")))
    with pytest.raises(Refused, match="已于2025-04-14撤回"):
        publish.withdraw(copy, "再撤一次", date(2025, 4, 14), Entry(bureau.handler, at("2025-04-14")))
    correction.void(case, decided, "误登", head)
    assert Case._base_manager.get(pk=case.pk).stage == "trial"


def test_voiding_in_a_published_case_is_refused_for_the_later_step_and_not_for_the_publication(
    bureau: Bureau, public: Publication
) -> None:
    case = bureau.accepted()
    bureau.take(case, Toy.suspend, "2025-03-20", data={"ground": "death"})
    resumed = bureau.take(case, Toy.resume, "2025-03-25")
    bureau.take(case, Toy.decide, "2025-04-10", by=bureau.second)
    publish.publish(case, public, date(2025, 4, 11), Entry(bureau.handler, at("2025-04-11")))
    with pytest.raises(Refused, match="其后的“作出决定”"):
        correction.void(case, resumed, "误登", Entry(bureau.head, at("2025-04-14")))


def test_one_person_signs_a_proposal_once_even_in_two_posts(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Toy.extend, "approved_by", (Role.AGENCY_HEAD, Role.AGENCY_HEAD))
    other = bureau._person("何副主任", Role.AGENCY_HEAD)
    case = bureau.accepted("2025-03-14", "2025-03-17")
    attempt = Attempt(Toy.extend, date(2025, 5, 6), {"extended_by": 30})
    proposal = approval.propose(case, attempt, Entry(bureau.handler, at("2025-05-06")))
    assert approval.sign(proposal, Entry(bureau.head, at("2025-05-07"))) is None
    with pytest.raises(Refused, match="郑主任已审批过这份报批"):
        approval.sign(proposal, Entry(bureau.head, at("2025-05-08")))
    with pytest.raises(Refused, match="已有人审批"):
        approval.withdraw(proposal, Entry(bureau.handler, at("2025-05-08")))
    event = approval.sign(proposal, Entry(other, at("2025-05-08")))
    assert event is not None
    assert [signed["person"] for signed in event.data["signed"]] == [bureau.head.pk, other.pk]


def test_a_proposal_that_became_impossible_is_refused_and_can_be_returned(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-14", "2025-03-17")
    attempt = Attempt(Toy.extend, date(2025, 5, 6), {"extended_by": 30})
    proposal = approval.propose(case, attempt, Entry(bureau.handler, at("2025-05-06")))
    bureau.take(case, Toy.decide, "2025-05-06", by=bureau.second)
    head = Entry(bureau.head, at("2025-05-07"))
    with pytest.raises(Refused, match=r"案件处于“办结”.*报批之后案件情况已有变化，可以退回报批人"):
        approval.sign(proposal, head)
    assert Proposal.objects.get().signatures.get().verdict == "pending"
    approval.send_back(proposal, head, opinion="案件已办结")
    assert Proposal.objects.get().state == "returned"


def test_an_opening_step_is_not_proposed(bureau: Bureau) -> None:
    from yifa.kernel.engine import new_case

    case = new_case("toy", bureau.organ, date(2025, 3, 10))
    with pytest.raises(Refused, match="案件尚未立案"):
        approval.propose(case, Attempt(Toy.receive, date(2025, 3, 10)), Entry(bureau.handler, at("2025-03-10")))


def test_many_cases_at_once_are_told_as_each_alone_also_where_a_copy_was_taken_back(
    bureau: Bureau, public: Publication, django_assert_num_queries: Any
) -> None:
    shown, back = bureau.accepted(), bureau.accepted()
    for case in (shown, back):
        bureau.take(case, Toy.decide, "2025-04-10", by=bureau.second)
        copy = publish.publish(case, public, date(2025, 4, 11), Entry(bureau.handler, at("2025-04-11")))
    publish.withdraw(copy, "决定登记有误", date(2025, 4, 14), Entry(bureau.handler, at("2025-04-14")))
    with django_assert_num_queries(2):
        told = situations_of([shown, back])
    assert [told[case.pk].did(public.done) for case in (shown, back)] == [True, False]
    for case in (shown, back):
        alone = situation_of(Case._base_manager.get(pk=case.pk))
        together = situation_told(case, map(told_by, Event.objects.filter(case=case).order_by("seq")))
        assert told[case.pk].happened == alone.happened == together.happened
