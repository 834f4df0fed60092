"""A document in force, ND13 to ND18 (答复、评估、清理、修改、废止、失效)."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.rulemaking.normative_document import echoes, papers
from yifa.areas.rulemaking.normative_document import life_conditions as test
from yifa.areas.rulemaking.normative_document.acts import (
    DECISION_17,
    FILING,
    INTERPRETATION,
    LITIGATION,
    NOTICE_37,
    ORGANIC,
    RECONSIDERATION,
    RULES,
    SUPERVISION,
)
from yifa.areas.rulemaking.normative_document.choices import HowEnded
from yifa.areas.rulemaking.normative_document.deciding import FORCE, OFFICE, DecidingSteps
from yifa.areas.rulemaking.normative_document.making import BY
from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase as Case
from yifa.kernel.declare import ON, Input, Step, computed
from yifa.office.roles import Role

S = DecidingSteps
FROM_WHOM = Input("来文机关和案号", code="source")
CLAUSES = Input("涉及的条款", "long", code="clauses")
ANSWER = Input("答复内容", "long", code="answer")
BY_WHAT = Input("依据的决定或者文件", code="through")


def _until(record: Any, on: date) -> date | None:
    """The last day of the longer validity."""
    end: date | None = record.valid_until
    return end


class LivingSteps(DecidingSteps, abstract=True):
    """Steps on a document that was published."""

    notified = Step(
        "收到复议机构书面通知",
        (RECONSIDERATION[58, 1].says("书面通知"), RECONSIDERATION[13]),
        FORCE,
        by=OFFICE,
        asks=(FROM_WHOM, CLAUSES),
        help="当事人在行政复议中一并请求审查本文件；自收到书面通知之日起十个工作日内答复。",
    )
    answer_notified = Step(
        "书面答复复议机构",
        RECONSIDERATION[58, 1].says("书面答复"),
        FORCE,
        by=OFFICE,
        asks=(ANSWER,),
        requires=(notified,),
        document=papers.RECONSIDERATION_REPLY,
    )
    explain = Step(
        "当面说明理由",
        RECONSIDERATION[58, 2].says("当面说明理由"),
        FORCE,
        by=OFFICE,
        asks=(Input("说明情况", "long", code="how"),),
        requires=(notified,),
    )
    clause_stopped = Step(
        "复议机关决定停止条款执行",
        RECONSIDERATION[59].says("停止该条款"),
        FORCE,
        by=OFFICE,
        asks=(FROM_WHOM, CLAUSES),
        help="责令纠正的，修改或者废止有关条款；该条款不得再作为依据。",
    )
    forwarded = Step(
        "收到转送审查的文件",
        RECONSIDERATION[60].says("接受转送"),
        FORCE,
        by=OFFICE,
        asks=(FROM_WHOM, CLAUSES),
        help="复议机关无权处理而转送本机关的，自收到转送之日起六十日内回复处理意见。",
    )
    answer_forwarded = Step(
        "回复转送处理意见",
        RECONSIDERATION[60].says("处理意见"),
        FORCE,
        by=OFFICE,
        asks=(ANSWER,),
        requires=(forwarded,),
        document=papers.FORWARDED_REPLY,
    )
    heard_by_court = Step(
        "向法院陈述意见",
        (INTERPRETATION[147, 1].says("听取规范性文件"), INTERPRETATION[147, 2].says("出庭陈述")),
        FORCE,
        by=OFFICE,
        asks=(FROM_WHOM, Input("陈述的意见和提供的材料", "long", code="what")),
        help="法院认为文件可能不合法的，应当听取制定机关的意见；制定机关可以申请出庭。",
    )
    court_advised = Step(
        "收到司法建议",
        (LITIGATION[64].says("处理建议"), INTERPRETATION[149, 2].says("司法建议")),
        FORCE,
        by=OFFICE,
        asks=(FROM_WHOM, CLAUSES, Input("法院建议立即停止执行", "bool", required=False, code="stop")),
        help="法院认定文件不合法，建议修改或者废止；情况紧急的，可以建议立即停止执行。",
    )
    answer_court = Step(
        "书面答复司法建议",
        INTERPRETATION[149, 4].says("六十日内"),
        FORCE,
        by=OFFICE,
        asks=(ANSWER,),
        requires=(court_advised,),
        document=papers.COURT_REPLY,
    )
    suggested = Step(
        "收到审查建议",
        FILING[14].says("说明有关情况"),
        FORCE,
        by=OFFICE,
        asks=(CLAUSES, Input("建议的理由", "long", required=False, code="why", personal=True)),
        help="审查机关收到公民、法人和其他组织对本文件的审查建议，要求本机关说明。",
    )
    answer_suggestion = Step(
        "说明有关情况",
        FILING[14].says("予以说明"),
        FORCE,
        by=OFFICE,
        asks=(ANSWER,),
        requires=(suggested,),
    )
    evaluate = Step(
        "届满前评估",
        NOTICE_37,
        S.published,
        by=BY,
        needs=(Case.evaluation, Case.evaluation_report),
        sets=((Case.evaluated_on, ON),),
        document=papers.EVALUATION,
    )
    prolong = Step(
        "延长有效期并公布",
        NOTICE_37,
        S.published,
        by=OFFICE,
        needs=(Case.valid_until, Case.published_where),
        sets=((Case.expires_on, _until),),
        requires=(evaluate,),
        asks=(Input("延长有效期的文号", code="number"),),
        conditions=(
            computed(NOTICE_37, "评估结论为继续实施", test.evaluated_to_keep),
            computed(NOTICE_37, "在有效期届满前延长", test.still_valid),
            computed(NOTICE_37, "延长后的有效期晚于原有效期", test.prolonged),
            computed(NOTICE_37, "延长后的有效期不超过最长年限", test.prolonged_within, qualified=NOTICE_37),
        ),
        help="期满即失效，失效后不能延长，应当重新制定。",
    )
    expire = Step(
        "有效期届满失效",
        NOTICE_37,
        S.published >> S.expired,
        by=Role.SYSTEM,
        sets=((Case.ended_on, ON), (Case.ended_how, HowEnded.EXPIRED.value)),
        help="有效期最后一日的次日由系统自动登记；自该日起不得作为依据。",
    )
    cleaned = Step(
        "登记清理结论",
        (DECISION_17, NOTICE_37),
        S.published,
        by=OFFICE,
        needs=(Case.cleanup,),
        may=(Case.cleanup_round,),
        asks=(Input("理由", "long", required=False, code="why"),),
        sets=((Case.cleaned_on, ON),),
        help="清理结果公布时由系统自动登记；未列入继续有效目录的，不得作为依据。",
    )
    amended = Step(
        "修改",
        (RULES[39, 1].says("修改、废止程序"), RULES[36].says("参照"), NOTICE_37),
        S.published,
        by=OFFICE,
        needs=(Case.text, Case.amended_on),
        asks=(BY_WHAT,),
        help="由修改文件的公布自动登记；以会议决定修改的，修改同样经过合法性审核、集体审议和公布，再登记修改后的全文和施行日期。",
    )
    repealed = Step(
        "废止",
        (RULES[39, 1].says("修改、废止程序"), RULES[36].says("参照"), NOTICE_37),
        S.published >> S.repealed_stage,
        by=OFFICE,
        needs=(Case.ended_how, Case.ended_on, Case.ended_by, Case.end_reason),
        may=(Case.end_published_on,),
        conditions=(
            computed(NOTICE_37, "失去效力的方式为废止或者替代", test.ended_by_repeal),
            computed(NOTICE_37, "失去效力之日不早于本日", test.ends_from_now),
        ),
        rare=True,
    )
    declared_invalid = Step(
        "宣布失效",
        (RULES[39, 1].says("修改、废止程序"), DECISION_17),
        S.published >> S.invalid,
        by=OFFICE,
        needs=(Case.ended_by, Case.end_reason),
        may=(Case.end_published_on,),
        sets=((Case.ended_on, ON), (Case.ended_how, HowEnded.INVALIDATED.value)),
        rare=True,
    )
    annulled = Step(
        "被有权机关撤销",
        (ORGANIC[73].item(3).says("改变或者撤销"), ORGANIC[50, 1].item(12), SUPERVISION[39].says("有权予以撤销")),
        S.published >> S.revoked,
        by=OFFICE,
        needs=(Case.ended_on, Case.ended_by, Case.end_reason),
        may=(Case.ended_how,),
        sets=((Case.ended_how, HowEnded.REVOKED.value),),
        follows=echoes.ANNULLED,
        rare=True,
    )
    partly_annulled = Step(
        "部分条款被改变、撤销",
        (ORGANIC[73].item(3).says("改变或者撤销"), ORGANIC[50, 1].item(12), SUPERVISION[39].says("有权予以撤销")),
        FORCE,
        by=OFFICE,
        asks=(FROM_WHOM, CLAUSES),
        may=(Case.filing_opinion,),
        follows=echoes.PARTLY_ANNULLED,
        help="有关条款不得再作为依据，文件的其他内容继续有效；接着办理“修改”，登记修改后的全文。",
        rare=True,
    )
    announce_end = Step(
        "公布失去效力",
        (RULES[39, 2].says("及时公布"), DECISION_17),
        S.expired | S.repealed_stage | S.invalid | S.revoked,
        by=(Role.PUBLISHER, *OFFICE),
        asks=(Input("公布载体", code="where"),),
        sets=((Case.end_published_on, ON),),
        once=True,
        document=papers.END_NOTICE,
        help="失效、废止、宣布失效、被撤销的，及时向社会公布，并变更有效性标注。",
    )
