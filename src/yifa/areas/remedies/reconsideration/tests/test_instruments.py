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


@pytest.mark.parametrize(
    ("fields", "basis"),
    [
        ({"decision_kind": "uphold"}, "依照《中华人民共和国行政复议法》第六十八条的规定"),
        ({"decision_kind": "revoke", "decision_ground": "64-1-2"}, "行政复议法》第六十四条第一款第二项的规定"),
        (
            {"decision_kind": "revoke", "decision_ground": "64-1-1", "more_grounds": "第六十四条第一款第二项"},
            "第六十四条第一款第一项、第六十四条第一款第二项的规定",
        ),
        (
            {"decision_kind": "illegal", "decision_ground": "65-2-1", "compensation": "remedy"},
            "第六十五条第二款第一项、第七十二条第一款的规定",
        ),
        (
            {"decision_kind": "revoke", "decision_ground": "64-1-4", "compensation": "return"},
            "第六十四条第一款第四项、第七十二条第二款的规定",
        ),
        (
            {"decision_kind": "reject_claim", "reject_claim_ground": "no_duty"},
            "依照《中华人民共和国行政复议法》第六十九条的规定",
        ),
        (
            {"decision_kind": "reject_claim", "reject_claim_ground": "unable"},
            "依照《中华人民共和国行政复议法实施条例》第六十一条第一款第二项的规定",
        ),
        (
            {"decision_kind": "reject_claim", "decision_ground": "R61-1-1", "compensation": "rejected"},
            "第六十一条第一款第一项、《中华人民共和国行政复议法》第七十二条第一款的规定",
        ),
    ],
)  # fmt: skip
def test_a_decision_cites_the_provision_it_rests_on(fields: dict[str, str], basis: str) -> None:
    assert basis in text_of(Reconsideration2026, Reconsideration2026.decide, **fields)


def test_a_decision_gives_both_sides_views_and_never_lacks_reasons() -> None:
    views = {"respondent_view": "处罚适当。", "third_party_view": "应当维持。"}
    text = text_of(Reconsideration, Reconsideration.decide, decision_ground="68", decision_kind="uphold", **views)
    assert "被申请人称：处罚适当。" in text
    assert "第三人称：应当维持。" in text
    assert "本机关认为：本案属于《中华人民共和国行政复议法》第六十八条规定的情形：合法、适当。" in text


def test_a_decision_names_guardians_and_joint_respondents_but_no_telephone_numbers() -> None:
    text = text_of(
        Reconsideration,
        Reconsideration.decide,
        applicants=[{"name": "王小五", "contact": "13812345678"}],
        agents=[{"name": "王父", "kind": "statutory", "of": "王小五"}],
        co_respondents=[{"name": "洪河县财政局"}],
    )
    assert "法定代理人：王父（代理王小五）。" in text
    assert "共同被申请人：洪河县财政局。" in text
    assert "13812345678" not in text


def test_the_record_of_an_oral_application_keeps_how_to_reach_the_applicant() -> None:
    people = [{"name": "王五", "contact": "13812345678", "service_address": "柳湾村12号"}]
    text = text_of(Reconsideration2026, Reconsideration2026.file_oral, applicants=people)
    assert "联系电话：13812345678" in text
    assert "送达地址：柳湾村12号" in text


@pytest.mark.parametrize(
    ("version", "matter", "basis"),
    [
        (Reconsideration2026, "petition", "《中华人民共和国行政复议法实施条例》第三十六条第五项"),
        (Reconsideration2026, "civil", "《中华人民共和国行政复议法》第十二条第四项"),
        (Reconsideration, "petition", "第三十条第一款第五项规定的受理条件。"),
    ],
)
def test_a_refusal_names_what_excludes_the_matter(version: type[Procedure], matter: str, basis: str) -> None:
    text = text_of(version, version.step("refuse"), refusal_ground="scope", excluded_matter=matter)
    assert basis in text
    assert version is Reconsideration2026 or "实施条例" not in text


def test_a_rejection_under_the_regulation_cites_its_item() -> None:
    text = text_of(Reconsideration2026, Reconsideration2026.reject_application, refusal_ground="not_its_duty")
    assert "《中华人民共和国行政复议法实施条例》第三十七条第一款第二项" in text
    assert "第三十条第一款" not in text


@pytest.mark.parametrize(
    ("code", "article"),
    [("advice", ("第五十七条第二款", "第六十九条")), ("tell_respondent", ("第二十二条", "第二十九条"))],
)
def test_each_version_cites_its_own_regulation(code: str, article: tuple[str, str]) -> None:
    for version, cited, other in ((Reconsideration, *article), (Reconsideration2026, *reversed(article))):
        text = text_of(version, version.step(code))
        assert f"实施条例》{cited}" in text
        assert f"实施条例》{other}" not in text


@pytest.mark.parametrize(
    ("code", "kind", "paper"),
    [
        ("serve", {"decision_kind": "revoke"}, "行政复议决定书"),
        ("serve_mediation", {"settlement_text": "减轻"}, "行政复议调解书"),
    ],
)  # fmt: skip
def test_the_record_of_service_names_the_paper_and_the_addressee(code: str, kind: dict[str, str], paper: str) -> None:
    blank = {"decision_kind": "", "settlement_text": "", "applicants": [{"name": "王五"}]}
    text = text_of(Reconsideration, Reconsideration.step(code), **blank | kind)
    assert f"送达文书：{paper}" in text
    assert "受送达人：王五" in text


def test_the_letter_to_the_superior_speaks_of_no_decision_where_there_is_only_an_opinion() -> None:
    text = text_of(Reconsideration, Reconsideration.copy_superior, decision_kind="", opinion_text="程序瑕疵")
    assert "制发了行政复议意见书" in text
    assert "决定书" not in text


def test_enforcement_is_asked_of_the_court_or_left_to_the_organ_of_the_act() -> None:
    step = Reconsideration.enforce
    record = record_of(Reconsideration, step)
    record.decision_kind = "uphold"
    for how, words in (("court", "现申请强制执行"), ("organ", "由你单位依法强制执行")):
        data = fill(record, step, {"how": how}, DAY)
        assert step.document is not None
        context = context_of(record, step, Attempt(step, DAY, data), None)
        paper = render(step.document, context, number="", organ_name="洪河县人民政府", issued_on=DAY)
        assert words in paper.text()
        assert ("强制执行申请书" in paper.text()) is (how == "court")
