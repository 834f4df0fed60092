"""Mistakes are set right in the open: voided by somebody else, and only if the rest still stands."""

from __future__ import annotations

import pytest

from yifa.kernel import chain, correction
from yifa.kernel.engine import Entry
from yifa.kernel.models import Case, Clock, Event
from yifa.kernel.rules import Refused
from yifa.kernel.tests.conftest import Bureau, at
from yifa.kernel.tests.toy import Toy

pytestmark = pytest.mark.data


def test_a_step_entered_by_mistake_is_voided_and_the_clocks_go_back(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-10", "2025-03-12")
    mistaken = Event.objects.get(case=case, step="accept")
    correction.void(case, mistaken, "误将另案登记于本案", Entry(bureau.head, at("2025-03-13")))
    case = Case._base_manager.get(pk=case.pk)
    assert case.stage == "review"
    assert [c.state for c in Clock.objects.filter(case=case)] == ["running"]
    assert list(chain.verify([case])) == []
    assert Event.objects.filter(pk=mistaken.pk).exists()


def test_who_entered_a_step_cannot_void_it(bureau: Bureau) -> None:
    case = bureau.accepted()
    with pytest.raises(Refused, match="由审核人、机构负责人办理"):
        correction.void(
            case, Event.objects.get(case=case, step="accept"), "误登", Entry(bureau.handler, at("2025-03-13"))
        )


def test_a_step_on_which_a_later_one_rests_is_not_voided(bureau: Bureau) -> None:
    case = bureau.accepted()
    bureau.take(case, Toy.suspend, "2025-03-20", data={"ground": "death"})
    with pytest.raises(Refused, match="其后的“中止”（2025-03-20）以它为前提"):
        correction.void(case, Event.objects.get(case=case, step="accept"), "误登", Entry(bureau.head, at("2025-03-21")))


def test_voiding_without_a_reason_is_refused(bureau: Bureau) -> None:
    case = bureau.accepted()
    with pytest.raises(Refused, match="未写明理由"):
        correction.void(case, Event.objects.get(case=case, step="accept"), "", Entry(bureau.head, at("2025-03-13")))


def test_another_handler_takes_the_case_over_and_its_clocks_stay(bureau: Bureau) -> None:
    case = bureau.accepted()
    before = list(Clock.objects.filter(case=case).values_list("due", flat=True))
    correction.assign(case, bureau.second, "原承办人调离", Entry(bureau.head, at("2025-03-20")))
    assert Case._base_manager.get(pk=case.pk).handler == bureau.second
    assert list(Clock.objects.filter(case=case).values_list("due", flat=True)) == before
