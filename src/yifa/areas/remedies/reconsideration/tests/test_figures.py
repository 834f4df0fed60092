"""The figures of reconsideration agree with each other, and open onto the cases they count."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yifa.areas.remedies.reconsideration.procedure import Reconsideration2026
from yifa.areas.remedies.reconsideration.tests.conftest import LATE, County
from yifa.kernel.figure import Window
from yifa.kernel.ticking import tick

pytestmark = pytest.mark.data
F = Reconsideration2026
IN = ("n_accepted", "n_refused", "n_told", "n_abandoned", "n_withdrawn_early", "n_no_further", "n_examining")
CLOSED = (
    "n_decided", "n_rejected", "n_mediated", "n_settled", "n_withdrawn", "n_terminated_other", "n_handed_over",
)  # fmt: skip
KINDS = (
    "n_upheld", "n_revoked", "n_changed", "n_illegal", "n_void", "n_ordered", "n_agreement", "n_claim_rejected",
)  # fmt: skip


@pytest.fixture
def year(county: County) -> Window:
    """A county's cases of 2025, one along each path, and one carried over from 2024."""
    county.accepted("2024-12-02", "2024-12-04")
    county.decided()
    county.decided(decision_kind="revoke", decision_text="撤销。", redo=True)
    county.decided("omission", decision_kind="reject_claim", decision_text="驳回。", reject_claim_ground="no_duty")
    county.accepted()
    county.filed("2025-12-29")
    refused = county.filed()
    county.take(refused, "refuse", "2025-03-12", {"refusal_ground": "interest"}, why="无利害关系")
    told = county.filed()
    ground = {"refusal_ground": "jurisdiction", "competent_organ": "某市税务局"}
    county.take(told, "refuse", "2025-03-12", ground, why="不属于本机关管辖")
    early = county.filed()
    county.take(early, "withdraw_early", "2025-03-12")
    silent = county.filed()
    county.take(silent, "ask", "2025-03-12", matters="补充行政处罚决定书")
    county.take(silent, "notice_received", "2025-03-14")
    county.take(silent, "abandon", "2025-04-01")
    settled(county)
    mediated = county.heard()
    county.take(mediated, "mediate", "2025-04-01", result="agreed")
    county.take(mediated, "mediated", "2025-04-02", {"settlement_text": "减轻罚款"})
    rejected = county.accepted()
    county.take(rejected, "reject_application", "2025-04-01", {"refusal_ground": "interest"}, why="无利害关系")
    return Window.year(2025, [county.government.pk])


def settled(county: County) -> None:
    """A case that ends by settlement."""
    case = county.accepted()
    county.take(case, "withdraw", "2025-03-20")
    county.take(case, "terminate", "2025-03-21", {"termination_ground": "settled"}, why="达成和解")


def number(code: str, window: Window) -> Decimal:
    """The value of a figure."""
    figure: Any = F.parts[code]
    value = figure.value(window).value
    assert value is not None
    return Decimal(value)


def test_what_was_received_was_accepted_dealt_with_or_is_being_examined(year: Window) -> None:
    assert number("n_received", year) == sum(number(code, year) for code in IN) == 12


def test_what_was_carried_over_and_accepted_was_closed_or_is_pending(year: Window) -> None:
    before = Window(date(2024, 1, 1), date(2024, 12, 31), year.organs)
    assert number("n_pending", before) == 1
    accepted = number("n_pending", before) + number("n_accepted", year)
    assert accepted == number("n_closed", year) + number("n_pending", year) == number("n_on_hand", year)


def test_what_was_closed_was_decided_settled_or_ended(year: Window) -> None:
    assert number("n_closed", year) == sum(number(code, year) for code in CLOSED) == 6


def test_every_decision_is_of_one_kind(year: Window) -> None:
    assert number("n_decided", year) == sum(number(code, year) for code in KINDS) == 3


def test_the_share_of_corrections_keeps_its_two_parts(year: Window) -> None:
    share = F.corrected_share.value(year)
    assert (share.numerator, share.denominator, share.value) == (1, 6, Decimal("16.67"))
    assert F.corrected_share.rows(year).get().title == "王某不服洪河县公安局行政处罚"


def test_mediation_and_settlement_are_counted_apart_from_corrections(year: Window) -> None:
    assert number("n_talked", year) == number("n_mediated", year) + number("n_settled", year) == 2


def test_a_share_without_hearings_does_not_apply(year: Window) -> None:
    assert F.attendance_share.value(year).text("%") == "不适用"


def test_replies_and_decisions_in_time_are_counted_by_their_clocks(year: Window) -> None:
    assert F.reply_share.value(year).text("%") == "100.00%"
    share = F.in_time_share.value(year)
    assert (share.numerator, share.denominator) == (6, 8), "two that nobody decided fell due within the year"


def test_a_case_ended_before_the_reply_was_due_owes_no_reply(county: County) -> None:
    quick, slow = county.accepted(), county.accepted()
    for case, ended in ((quick, "2025-03-18"), (slow, "2025-04-10")):
        county.take(case, "send_copy", "2025-03-13")
        county.take(county.reply_to(case), "sign", "2025-03-14")
        county.take(case, "withdraw", ended)
        county.take(case, "terminate", ended, {"termination_ground": "withdrawn"}, why="撤回")
    window = Window.year(2025, [county.government.pk])
    share = F.reply_share.value(window)
    assert (share.numerator, share.denominator) == (0, 1)
    assert F.n_replies_due.rows(window).get().pk == slow.pk


def test_a_case_refused_and_then_accepted_by_order_is_counted_as_accepted(county: County) -> None:
    case = county.filed()
    county.take(case, "refuse", "2025-03-12", {"refusal_ground": "interest"}, why="无利害关系")
    window = Window.year(2025, [county.government.pk])
    assert (number("n_refused", window), number("n_accepted", window)) == (1, 0)
    county.take(
        case, "accept_by_order", "2025-04-15", {"act_kind": "penalty"}, by_whom="某市人民政府", why="有利害关系"
    )
    assert (number("n_refused", window), number("n_accepted", window)) == (0, 1)


def test_a_rejected_case_that_is_resumed_is_pending_again_until_it_is_decided(county: County) -> None:
    case = county.heard()
    county.take(case, "reject_application", "2025-04-01", {"refusal_ground": "interest"}, why="无利害关系")
    county.take(case, "resume_rejected", "2025-05-12", by_whom="某市人民政府", why="有利害关系")
    window = Window.year(2025, [county.government.pk])
    assert [number(code, window) for code in ("n_closed", "n_pending", "n_rejected")] == [0, 1, 0]
    said = {"decision_kind": "uphold", "decision_text": "维持。", "facts_found": "经审理查明的事实。"}
    county.take(case, "decide", "2025-06-03", said, approval="agreed")
    assert [number(code, window) for code in ("n_closed", "n_pending", "n_decided")] == [1, 0, 1]


def test_the_nightly_run_accepts_what_nobody_examined_and_marks_what_nobody_decided(year: Window) -> None:
    first = list(tick(LATE))
    done = [(ticked.step, ticked.error) for ticked in (*first, *tick(LATE))]
    assert done.count(("视为受理", "")) == 1
    assert done.count(("逾期未作出决定", "")) == 3, "the one deemed accepted is overdue as well"
    assert not [error for _, error in done if error]
    assert not list(tick(LATE)), "nothing is left to do"
    assert number("n_examining", year) == 1, "on the last day of the year it was still being examined"


def test_every_figure_has_a_definition_and_answers(year: Window) -> None:
    for figure in F.figures():
        assert figure.definition, figure.label
        figure.value(year)
