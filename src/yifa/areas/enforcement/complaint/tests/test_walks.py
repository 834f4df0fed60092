"""Random walks: whatever people do with a clue, a decision, a complaint or a dossier, the rules answer and hold."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest

from yifa.areas.enforcement.complaint.procedure import Complaint
from yifa.areas.enforcement.dossier_review.dossier import DossierScore
from yifa.areas.enforcement.dossier_review.sheet import sheet_for
from yifa.areas.enforcement.supervision import choices as c
from yifa.areas.enforcement.supervision.case_procedure import Supervision
from yifa.areas.enforcement.supervision.decision import SupervisionDecision
from yifa.areas.enforcement.supervision.reply import SupervisionReply
from yifa.clock import Calendar
from yifa.kernel.clocks import State, clocks_of
from yifa.kernel.declare import NEW, Procedure, Step, field_name
from yifa.kernel.rules import Attempt, Override, possible, reasons_against
from yifa.kernel.scenario_values import blank_record, fill, set_own
from yifa.kernel.situation import Happened, Situation

LAST = date(2026, 12, 20)
WALKED: list[tuple[type[Procedure], str]] = [
    (Supervision, "某县司法局"), (SupervisionDecision, "某县人民政府"), (SupervisionReply, "某县城市管理局"),
    (Complaint, "某县市场监督管理局"), (DossierScore, "某县司法局"),
]  # fmt: skip


def _scores(record: Any, dice: random.Random) -> list[dict[str, str]]:
    rows = [dict(row) for row in sheet_for(record.kind).blank()]
    for row in rows:
        if dice.random() < 0.2:
            row |= {"points": "1", "note": "不规范"}
    return rows


def chosen(record: Any, step: Step, dice: random.Random, day: date) -> dict[str, Any]:
    """Fill in a step: what it needs at random, some of what it may bring, and its inputs."""
    for reference in (*step.needs, *(r for r in step.may if dice.random() < 0.5)):
        model_field = record._meta.get_field(field_name(reference))
        if model_field.name.endswith("_scores"):
            setattr(record, model_field.name, _scores(record, dice))
        elif model_field.name == "staff":
            record.staff = [{"name": "某人", "measure": "criticism", "reason": "轻微", "result": "已处理"}]
        elif model_field.choices:
            setattr(record, model_field.name, dice.choice(model_field.flatchoices)[0])
        elif model_field.get_internal_type() == "BooleanField":
            setattr(record, model_field.name, dice.random() < 0.4)
        elif model_field.get_internal_type() == "PositiveSmallIntegerField":
            setattr(record, model_field.name, dice.randint(1, 30))
        elif model_field.get_internal_type() == "DateField" and model_field.name != "received_on":
            setattr(record, model_field.name, day + timedelta(days=dice.randint(1, 60)))
        elif model_field.get_internal_type() in ("CharField", "TextField") and "secret" not in model_field.name:
            setattr(record, model_field.name, "某某")
    return fill(record, step, {}, day)


def walked(version: type[Procedure], organ: str, dice: random.Random) -> Situation:
    """A case after a random walk of up to sixty attempts."""
    situation = Situation(version, blank_record(version, organ))
    day = date(2026, 2, 2) + timedelta(days=dice.randint(0, 60))
    for seq in range(1, 61):
        day = min(day + timedelta(days=dice.choice((0, 1, 1, 2, 3, 7, 15))), LAST)
        if not (steps := possible(situation)):
            break
        onward = [step for step in steps if not step.rare]
        step = dice.choice(onward if onward and dice.random() < 0.75 else steps)
        before = dict(vars(situation.record))
        data = chosen(situation.record, step, dice, day)
        codes = [code for code, _ in step.condition_codes]
        attempt = Attempt(step, day, data, codes, {code: Override("有正当理由") for code in codes})
        asked = situation.asked(step, day, situation.record, data)
        if reasons_against(asked, attempt, today=LAST):
            vars(situation.record).clear()
            vars(situation.record).update(before)
            continue
        set_own(situation.record, step, day)
        situation = Situation(version, situation.record, situation.happened).after(Happened(seq, step, day, data))
    return situation


@pytest.mark.parametrize(("version", "organ"), WALKED)
def test_whatever_happens_every_clock_is_consistent(version: type[Procedure], organ: str) -> None:
    calendar = Calendar.load()
    for seed in range(40):
        situation = walked(version, organ, random.Random(seed))
        version.title_of(situation.record)
        for clock in clocks_of(situation, calendar):
            assert clock.state is not State.PAUSED
            if clock.due.judged is not None and clock.limit.ends_on is None:
                assert clock.due.judged >= clock.since, clock.limit.label


@pytest.mark.parametrize(("version", "organ"), WALKED)
def test_random_walks_reach_every_stage(version: type[Procedure], organ: str) -> None:
    reached = {NEW.code}
    for seed in range(300):
        situation = walked(version, organ, random.Random(seed))
        reached |= {event.step.target.code for event in situation.happened if event.step.target}
        if {stage.code for stage in version.stages()} <= reached:
            return
    assert {stage.code for stage in version.stages()} - reached == set()


def test_no_walk_confuses_letter_and_opinion_or_issues_either_without_a_term() -> None:
    for seed in range(200):
        situation = walked(Supervision, "某县司法局", random.Random(seed))
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
