"""Random walks: whatever people do with a clue, a decision, a complaint or a dossier, the rules answer and hold."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.walking import Dice, Value, Walk, always
from yifa.areas.enforcement.complaint.procedure import Complaint
from yifa.areas.enforcement.dossier_review.dossier import DossierScore
from yifa.areas.enforcement.dossier_review.sheet import sheet_for
from yifa.areas.enforcement.supervision import choices as c
from yifa.areas.enforcement.supervision.case_procedure import Supervision
from yifa.areas.enforcement.supervision.decision import SupervisionDecision
from yifa.areas.enforcement.supervision.reply import SupervisionReply
from yifa.kernel.declare import Procedure


def _scores(record: Any, dice: Dice, day: date) -> list[dict[str, str]]:
    rows = [dict(row) for row in sheet_for(record.kind).blank()]
    return [row | {"points": "1", "note": "不规范"} if dice.random() < 0.2 else row for row in rows]


VALUES: dict[str, Value] = {
    "first_scores": _scores, "second_scores": _scores, "agreed_scores": _scores,
    "staff": always([{"name": "某人", "measure": "criticism", "reason": "轻微", "result": "已处理"}]),
    "received_on": lambda record, dice, day: day,
    "secret_kind": always(""), "secret_basis": always(""),
}  # fmt: skip


def _walk(version: type[Procedure], organ: str) -> Walk:
    return Walk(
        version, organ, date(2026, 2, 2), pauses=(0, 1, 1, 2, 3, 7, 15), brings=0.5, values=VALUES, words="某某",
        ahead=(1, 60),
    )  # fmt: skip


CLUES = _walk(Supervision, "某县司法局")
WALKS = [
    CLUES, _walk(SupervisionDecision, "某县人民政府"), _walk(SupervisionReply, "某县城市管理局"),
    _walk(Complaint, "某县市场监督管理局"), _walk(DossierScore, "某县司法局"),
]  # fmt: skip


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.version.__name__)
def test_whatever_happens_every_clock_is_consistent(walk: Walk) -> None:
    assert walk.check(40)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.version.__name__)
def test_random_walks_reach_every_stage(walk: Walk) -> None:
    assert walk.missed(300) == set()


def test_no_walk_confuses_letter_and_opinion_or_issues_either_without_a_term() -> None:
    for situation in CLUES.many(200):
        steps = {event.step for event in situation.happened}
        record = situation.record
        if Supervision.urge in steps:
            assert record.urge_term in c.Term.values
        if Supervision.opine in steps:
            assert record.opinion_term in c.Term.values
        if record.relation == c.Relation.VERTICAL:
            assert not steps & {Supervision.urge, Supervision.opine, Supervision.propose_decision}
        if Supervision.urge in steps and Supervision.opine not in steps:
            assert record.paper_kind in (c.PaperKind.URGE, c.PaperKind.DECISION)
