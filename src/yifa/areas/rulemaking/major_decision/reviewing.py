"""Legality review and submission to the meeting (合法性审查、提请讨论): articles 25—29."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.rulemaking.major_decision import conditions as test
from yifa.areas.rulemaking.major_decision import echoes, gates, papers
from yifa.areas.rulemaking.major_decision.acts import COMPETITION, EXPROPRIATION, D
from yifa.areas.rulemaking.major_decision.models import DecisionCase as Case
from yifa.areas.rulemaking.major_decision.participation import Participation
from yifa.areas.rulemaking.major_decision.preparation import BY
from yifa.areas.rulemaking.major_decision.where import applies, both, bound, refers
from yifa.kernel.declare import Input, Step, computed, judged
from yifa.kernel.situation import Situation

P = Participation
WHAT = Input("要求补充的材料、原因", "long", code="what")

MATERIALS = (
    *bound(D[13].says("充分协商"), "与有关单位充分协商", gates.units_consulted),
    *bound(D[14, 1].says("充分听取意见"), "听取了公众意见", gates.public_heard, when=test.open_matter),
    *bound(D[14, 3].says("沟通协商"), "与特定群体沟通协商", gates.group_heard, when=test.open_matter),
    computed(D[16, 1].says("另有规定"), "法律、法规、规章规定听证的，已经听证", gates.hearing_held),
    computed(
        EXPROPRIATION[10, 2].says("征求公众意见"), "征收补偿方案公开征求意见", gates.plan_solicited,
        when=test.expropriation,
    ),
    *bound(D[19, 1].says("专业性、技术性较强"), "专业性、技术性较强的，经过专家论证", gates.experts_heard),
    *bound(D[22, 1].says("不利影响"), "可能造成不利影响的，经过风险评估", gates.risk_assessed),
    computed(
        D[29].item(1).says("公平竞争审查"), "（一）涉及市场主体经济活动的，有公平竞争审查情况", gates.fair_reviewed,
        when=both(applies, test.in_market),
    ),
    computed(
        COMPETITION[18].says("未经公平竞争审查"), "（一）涉及市场主体经济活动的，有公平竞争审查情况（不属于参照）",
        gates.fair_reviewed, when=both(refers, test.in_market),
    ),
    computed(COMPETITION[18].says("不得出台"), "公平竞争审查允许出台", gates.fair_allowed),
    *bound(D[29].item(2).says("研究采纳情况"), "（二）公众意见研究采纳情况", gates.opinions_studied),
    *bound(D[29].item(3).says("研究采纳情况"), "（三）专家论证意见研究采纳情况", gates.expert_adoption_told),
    *bound(D[25, 2].says("未经合法性审查"), "（五）经过合法性审查，没有不合法的结论", gates.reviewed),
    *bound(D[25, 2].says("明示法律风险"), "探索性改革明示法律风险", gates.risk_told),
    computed(
        D[26, 2].says("一般不少于7个工作日"), "保证了必要的审查时间", gates.time_was_given,
        qualified=D[26, 2].says("一般不少于"),
    ),
)  # fmt: skip
"""What has to be there before the meeting; the risk report (四) is the instrument of its step."""


def wants_review(situation: Situation) -> bool:
    """The draft has yet to be reviewed, or has to be reviewed once more."""
    return situation.stage != P.reviewed or gates.reviewed(situation) is not None


def reviewed_text(record: Any, on: date) -> str:
    """The digest of the text that was reviewed: as the reviewers gave it, or of the draft where they work on paper."""
    return str(record.reviewed_digest or record.draft_digest)


def cleared_text(record: Any, on: date) -> str:
    """The same of the text in which they found their opinions adopted."""
    return str(record.cleared_digest or record.draft_digest)


def no_rows(record: Any, on: date) -> list[dict[str, str]]:
    """What was said at an earlier meeting is not carried over to the next."""
    return []


def no_day(record: Any, on: date) -> date | None:
    """Nothing is decided any more."""
    return None


class Reviewing(Participation, abstract=True):
    """From the submission to the reviewers to the submission to the meeting."""

    send_review = Step(
        "送请合法性审查", (D[25, 1].says("提交决策机关讨论前"), D[26, 1]), (P.drafting | P.reviewed) >> P.reviewing,
        by=BY, needs=(Case.procedure_statement,), may=(Case.review_organ,), document=papers.REVIEW_LETTER,
        asks=(Input("送往", code="to", help="例如“县司法局”。"),), echo=echoes.SENT, when=wants_review,
        sets=((Case.reviewed_digest, ""), (Case.cleared_digest, "")),
        conditions=(
            *bound(D[26, 1].says("相关材料"), "草案、依据和履行程序的说明齐全", gates.materials_ready),
            judged(D[25, 1].says("不得以征求意见"), "不是以征求意见等方式代替合法性审查"),
        ),
        help="草案在审查以后又有修改的，再次办理本环节，在原来的审查案件中开始新一轮审查。",
    )  # fmt: skip
    receive_opinion = Step(
        "收到合法性审查意见", (D[28].says("合法性审查意见"), D[27]), P.reviewing >> P.reviewed, by=BY,
        needs=(Case.review_conclusion,),
        may=(Case.review_number, Case.review_opinions, Case.review_risk, Case.reviewed_digest),
        sets=((Case.reviewed_digest, reviewed_text),), follows=echoes.OPINED,
        help="审查单位在系统内出具意见时自动登记；纸质意见由承办人登记。",
    )  # fmt: skip
    returned = Step(
        "审查单位退回", D[26, 1].says("可以退回"), P.reviewing >> P.drafting, by=BY, rare=True, asks=(WHAT,),
        follows=echoes.RETURNED,
    )  # fmt: skip
    demanded = Step(
        "审查单位要求补充材料", D[26, 1].says("要求补充"), P.reviewing, by=BY, asks=(WHAT,), follows=echoes.REQUIRED
    )
    supply = Step(
        "补齐送审材料", D[26, 1].says("要求补充"), P.reviewing, by=BY, may=(Case.procedure_statement, Case.legal_basis),
        requires=(demanded,), asks=(Input("补充了什么", "long", code="what"),), echo=echoes.SUPPLEMENTED,
        help="审查时间自材料齐备之日重新起算。",
    )  # fmt: skip
    queried = Step(
        "审查中要求补充材料", D[26, 1].says("要求补充"), P.reviewing, by=BY, asks=(WHAT,), follows=echoes.QUERIED
    )
    answer_query = Step(
        "补充审查中要求的材料", D[26, 1].says("要求补充"), P.reviewing, by=BY,
        may=(Case.procedure_statement, Case.legal_basis), requires=(queried,),
        asks=(Input("补充了什么", "long", code="what"),), echo=echoes.ANSWERED,
        help="自要求补充的次日起至补充当日，不计入审查时间。",
    )  # fmt: skip
    adapt = Step(
        "根据审查意见调整补充", D[28].says("必要的调整或者补充"), P.reviewed, by=BY,
        may=(Case.draft, Case.explanation, Case.legal_basis, Case.review_opinions), echo=echoes.FED_BACK,
        sets=((Case.cleared_digest, ""),),
        asks=(Input("调整补充的情况", "long", code="what"),),
        help="逐条填写采纳情况；修改后的草案经审查单位核对采纳情况，才能提交讨论。有实质性修改的，重新送审。",
    )  # fmt: skip
    adoption_confirmed = Step(
        "审查单位核对采纳情况", D[28].says("必要的调整或者补充"), P.reviewed | P.submitted | P.discussed, by=BY,
        may=(Case.cleared_digest, Case.review_opinions), sets=((Case.cleared_digest, cleared_text),),
        requires=(receive_opinion,), follows=echoes.CONFIRMED,
    )  # fmt: skip
    submit = Step(
        "提交决策机关讨论", (D[29].says("报送下列材料"), D[25, 2]), P.reviewed >> P.submitted, by=BY,
        asks=(
            Input("需要报送的其他材料", "long", code="others", required=False),
        ),
        sets=((Case.majority, ""), (Case.deviation_reason, ""), (Case.dissent, no_rows)),
        document=papers.MATERIALS, conditions=MATERIALS,
        help="六类材料齐全才能提交；没有经过合法性审查或者审查不合法的，不得提交。",
    )  # fmt: skip
    redraft = Step(
        "退回重新拟订草案", (D[25, 2], D[24], D[31]),
        (P.reviewed | P.submitted | P.discussed | P.decided) >> P.drafting, by=BY, rare=True,
        asks=(Input("原因", "long", code="why"),), sets=((Case.result, ""), (Case.decided_on, no_day)),
        help="审查不合法、风险不可控，党委、人大另有意见等需要实质性修改的，回到草案形成；修改后重新送审、讨论、决定。",
    )  # fmt: skip
