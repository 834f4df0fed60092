"""Every instrument can be made from what its step requires, and says what the law wants it to say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yifa.areas.remedies.reconsideration import papers
from yifa.areas.remedies.reconsideration.procedure import Reconsideration, Reconsideration2026, ReconsiderationReply
from yifa.kernel.declare import PROCEDURES, Procedure, Step
from yifa.kernel.instruments import context_of
from yifa.kernel.rules import Attempt
from yifa.kernel.scenario_values import blank_record, fill, set_own
from yifa.papers.instrument import Instrument
from yifa.papers.render import render

DAY = date(2026, 8, 3)
VERSIONS = [*PROCEDURES.versions["reconsideration"], *PROCEDURES.versions["reconsideration_reply"]]
ISSUING = [(version, step) for version in VERSIONS for step in version.steps() if step.document]


HEARING = {"hearing_on": DAY, "hearing_place": "县政府会议室", "hearing_matters": "事实认定"}
LEADS_TO = {"suspended": "suspend_review", "concluded": "decide"}


def record_of(version: type[Procedure], step: Step) -> Any:
    """A case with no more than it must have when the step is taken."""
    record = blank_record(version, "洪河县人民政府")
    record.number = "洪复〔2026〕7号"
    before = [version.step(name) for name in ("file", "accept", "submit", "sign") if name in version.parts]
    if [stage.code for stage in step.sources] in [[stage] for stage in LEADS_TO]:
        before.append(version.step(LEADS_TO[step.sources[0].code]))
    for earlier in (*before, *step.requires):
        fill(record, earlier, {}, DAY)
        set_own(record, earlier, DAY)
    return record


def text_of(version: type[Procedure], step: Step, **fields: Any) -> str:
    """The text of the instrument that a step issues."""
    record = record_of(version, step)
    for name, value in fields.items():
        setattr(record, name, value)
    data = fill(record, step, {}, DAY)
    set_own(record, step, DAY)
    assert step.document is not None
    context = context_of(record, step, Attempt(step, DAY, data), None)
    paper = render(step.document, context, number="某〔2026〕1号", organ_name="洪河县人民政府", issued_on=DAY)
    return paper.text()


@pytest.mark.parametrize(("version", "step"), ISSUING, ids=[f"{v.__name__}-{s.code}" for v, s in ISSUING])
def test_an_instrument_needs_no_more_than_its_step_asks_for(version: type[Procedure], step: Step) -> None:
    text = text_of(version, step)
    assert "{{" not in text
    assert "None" not in text


def test_every_instrument_declared_is_issued_by_a_step_or_is_the_cover() -> None:
    declared = {paper.template for paper in vars(papers).values() if isinstance(paper, Instrument)}
    issued = {step.document.template for _, step in ISSUING if step.document}
    assert declared - issued == {papers.COVER.template}
    assert set(papers.FOLDER.glob("*.txt")) == declared


@pytest.mark.parametrize("code", ["decide", "refuse", "reject_application"])
def test_a_decision_against_which_one_can_sue_says_where_and_within_fifteen_days(code: str) -> None:
    text = text_of(Reconsideration, Reconsideration.step(code))
    assert "自收到本决定书之日起十五日内" in text
    assert "向" in text
    assert "人民法院提起行政诉讼" in text


def test_a_final_decision_says_that_it_is_final() -> None:
    text = text_of(Reconsideration, Reconsideration.decide, final_by_law=True)
    assert "最终裁决" in text
    assert "人民法院提起行政诉讼" not in text


def test_an_order_to_act_anew_says_within_which_time() -> None:
    text = text_of(Reconsideration, Reconsideration.decide, decision_kind="revoke", redo=True)
    assert "六十日内重新作出" in text
    text = text_of(Reconsideration, Reconsideration.decide, decision_kind="revoke", redo=True, redo_days=20)
    assert "20日内重新作出" in text


def test_a_refusal_for_want_of_jurisdiction_names_the_competent_organ() -> None:
    text = text_of(Reconsideration, Reconsideration.refuse, competent_organ="某市税务局")
    assert "可以依法向某市税务局申请行政复议" in text


@pytest.mark.parametrize(("track", "days"), [("ordinary", "十日（工作日）"), ("simplified", "五日（工作日）")])
def test_the_notice_to_reply_gives_the_term_of_the_procedure(track: str, days: str) -> None:
    text = text_of(Reconsideration, Reconsideration.send_copy, track=track)
    assert days in text
    assert "视为该行政行为没有证据、依据" in text
    assert "没有延期" in text


def test_the_notice_to_complete_the_application_says_what_silence_means() -> None:
    text = text_of(Reconsideration, Reconsideration.ask)
    assert "十日（工作日）" in text
    assert "视为放弃行政复议申请" in text


def test_the_opinion_letter_has_a_term_for_its_answer_and_the_advice_letter_none() -> None:
    assert "六十日内" in text_of(Reconsideration, Reconsideration.opinion)
    assert "日内" not in text_of(Reconsideration, Reconsideration.advice)


def test_the_hearing_notice_tells_the_respondents_head_to_come() -> None:
    assert "被申请人的负责人应当参加听证" in text_of(Reconsideration, Reconsideration.notify_hearing, **HEARING)


def test_personal_data_of_the_parties_stands_in_the_decision_itself() -> None:
    people = [
        {"name": "王五", "kind": "citizen", "gender": "male", "id_number": "110101199001011234", "address": "柳湾村"}
    ]
    text = text_of(Reconsideration2026, Reconsideration2026.decide, applicants=people)
    assert "申请人：王五，男，公民身份号码110101199001011234，住柳湾村。" in text


def test_the_reply_is_addressed_to_the_reconsideration_organ() -> None:
    text = text_of(ReconsiderationReply, ReconsiderationReply.reply, reconsideration_organ="洪河县人民政府")
    assert "洪河县人民政府：" in text.splitlines()
