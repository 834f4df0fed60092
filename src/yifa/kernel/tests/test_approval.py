"""Signatures: nobody signs for themselves, a return goes back with its reason, the last one performs the step."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.kernel.approval import propose, send_back, sign, withdraw
from yifa.kernel.engine import Entry
from yifa.kernel.models import Case, Clock, Event, EventKind, Proposal
from yifa.kernel.rules import Attempt, Refused
from yifa.kernel.tests.conftest import Bureau, at
from yifa.kernel.tests.toy import Toy

pytestmark = pytest.mark.data


def proposed(bureau: Bureau, case: Case, days: int = 30) -> Proposal:
    attempt = Attempt(Toy.extend, date(2025, 5, 6), {"extended_by": days})
    return propose(case, attempt, Entry(bureau.handler, at("2025-05-06")))


def test_a_step_that_needs_a_signature_is_refused_without_one(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-14", "2025-03-17")
    with pytest.raises(Refused, match="须经机构负责人审批，请先报批"):
        bureau.take(case, Toy.extend, "2025-05-06", data={"extended_by": 30})


def test_the_last_signature_performs_the_step_and_the_clock_moves(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-14", "2025-03-17")
    event = sign(proposed(bureau, case), Entry(bureau.head, at("2025-05-07")), opinion="同意")
    assert event is not None
    assert event.data["signed"][0]["person"] == bureau.head.pk
    clock = Clock.objects.get(case=case, limit="conclude")
    assert (clock.strict, clock.due, clock.warn_on) == (date(2025, 6, 15), date(2025, 6, 16), date(2025, 6, 13))


def test_what_would_be_refused_never_reaches_the_signer(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-14", "2025-03-17")
    with pytest.raises(Refused, match="“延长日数”不得超过30"):
        proposed(bureau, case, days=31)
    assert not Proposal.objects.exists()


def test_only_the_role_whose_turn_it_is_may_sign(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-14", "2025-03-17")
    with pytest.raises(Refused, match="本次应由机构负责人审批"):
        sign(proposed(bureau, case), Entry(bureau.second, at("2025-05-07")))


def test_a_return_closes_the_proposal_and_a_new_one_can_be_made(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-14", "2025-03-17")
    with pytest.raises(Refused, match="退回须写明理由"):
        send_back(proposed(bureau, case), Entry(bureau.head, at("2025-05-07")), opinion=" ")
    send_back(Proposal.objects.get(), Entry(bureau.head, at("2025-05-07")), opinion="理由不足")
    assert Proposal.objects.get().state == "returned"
    assert proposed(bureau, case).state == "open"
    assert Event.objects.filter(case=case, kind=EventKind.SIGNATURE).count() == 3


def test_a_second_proposal_for_the_same_step_waits_for_the_first(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-14", "2025-03-17")
    proposed(bureau, case)
    with pytest.raises(Refused, match="已在审批中"):
        proposed(bureau, case)


def test_the_proposer_takes_it_back_while_nobody_has_acted(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-14", "2025-03-17")
    proposal = proposed(bureau, case)
    with pytest.raises(Refused, match="不是由您报批"):
        withdraw(proposal, Entry(bureau.second, at("2025-05-06")))
    withdraw(proposal, Entry(bureau.handler, at("2025-05-06")))
    with pytest.raises(Refused, match="已取回，不能再审批"):
        sign(proposal, Entry(bureau.head, at("2025-05-07")))
