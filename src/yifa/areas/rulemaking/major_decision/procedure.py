"""Major decisions as a procedure: limits, publications, figures (重大行政决策程序暂行条例)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from yifa.areas.rulemaking.decision_catalogue.acts import LISTED
from yifa.areas.rulemaking.decision_catalogue.figures import ItemCount
from yifa.areas.rulemaking.legality_review.choices import Conclusion
from yifa.areas.rulemaking.major_decision import conditions as test
from yifa.areas.rulemaking.major_decision.acts import DISCLOSURE, EXPROPRIATION, D
from yifa.areas.rulemaking.major_decision.choices import Result
from yifa.areas.rulemaking.major_decision.defaults import DEFAULTS
from yifa.areas.rulemaking.major_decision.executing import Executing
from yifa.areas.rulemaking.major_decision.figures import FinishedItems, Having
from yifa.areas.rulemaking.major_decision.models import DecisionCase as Case
from yifa.areas.rulemaking.major_decision.omitted import OMITTED
from yifa.clock import Period, days, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit, Publication, Shown, Span
from yifa.kernel.figures import Count, Share, Timely
from yifa.kernel.situation import Situation
from yifa.office.personal import Mask

S = Executing
THIRTY = D[15, 1].says("不少于30日")
PLAN = EXPROPRIATION[10, 2].says("不得少于30日")
SEVEN = D[26, 2].says("7个工作日")
STANDS = ~Q(result=Result.TERMINATED)
"""A decision that was ended before it was issued (党委、人大不同意出台) does not count as made."""
VALID = (Conclusion.LEGAL, Conclusion.REVISE, Conclusion.RISK)


def review_days(situation: Situation) -> Period:
    """How long reviewers have at least, as the place has it."""
    return working_days(DEFAULTS.number("review_days", situation), SEVEN)


def publish_days(situation: Situation) -> Period:
    """How soon a decision is published, as the place has it."""
    return working_days(DEFAULTS.number("publish_days", situation), DISCLOSURE[26].says("20个工作日"))


class MajorDecision(Executing):
    """Decisions of governments at and above the county; departments and townships follow by reference (42)."""

    since = Executing.since
    numbered_by = (S.start,)
    omitted = OMITTED

    solicitation = Limit(
        "公开征求意见", THIRTY, days(30, THIRTY), ref="T-MD-1", since=(S.solicit,), until=(S.close_consultation,),
        floor=True, when=test.ordinary_term,
        on_expiry=Consequence("期限一般不少于30日；缩短的，在公告中说明理由", D[15, 1]),
    )  # fmt: skip
    plan_solicitation = Limit(
        "房屋征收补偿方案征求意见", PLAN, days(30, PLAN), ref="T-MD-5", since=(S.solicit,),
        until=(S.close_consultation,), floor=True, when=test.expropriation,
        on_expiry=Consequence("不得少于30日，没有可以缩短的情形", EXPROPRIATION[10, 2]),
    )  # fmt: skip
    hearing_materials = Limit(
        "听证会材料送达", D[16, 3].says("7日前"), days(7, D[16, 3].says("7日前")), ref="T-MD-2",
        since=(S.announce_hearing,), until=(S.serve_materials,), before=Case.hearing_on,
        on_expiry=Consequence("没有在7日前送达的，听证会改期举行", D[16, 3]),
    )  # fmt: skip
    review_time = Limit(
        "合法性审查时间", SEVEN, review_days, ref="T-MD-3", since=(S.send_review, S.supply), until=(), floor=True,
        outlives=True, excludes=(Span("审查中补充材料", S.queried, S.answer_query, D[26, 1].says("要求补充")),),
        on_expiry=Consequence("在此之前提交讨论的，应当说明理由", D[26, 2]),
    )  # fmt: skip
    publish_in_time = Limit(
        "决策公布", D[32].says("及时公布"), publish_days, ref="T-MD-4", since=(S.adopt,),
        until=(S.announce, S.issue_withheld), when=test.open_matter,
        on_expiry=Consequence("条例写“及时公布”，没有天数；按政府信息公开条例的期限提醒", DISCLOSURE[26]),
    )  # fmt: skip

    draft_published = Publication(
        "决策草案公布", D[15, 1].says("公布决策草案及其说明"), after=(S.solicit,), withheld_if=test.confidential,
        shows=(
            Shown(Case.matter), Shown(Case.draft, Mask.TEXT), Shown(Case.explanation, Mask.TEXT),
            Shown(Case.solicit_until), Shown(Case.solicit_how), Shown(Case.shorten_reason, Mask.TEXT),
        ),
    )  # fmt: skip
    hearing_announced = Publication(
        "听证公告", D[16, 2].says("提前公布"), after=(S.announce_hearing,), withheld_if=test.confidential,
        shows=(
            Shown(Case.matter), Shown(Case.hearing_on), Shown(Case.hearing_place),
            Shown(Case.hearing_selection, Mask.TEXT), Shown(Case.draft, Mask.TEXT), Shown(Case.explanation, Mask.TEXT),
        ),
    )  # fmt: skip
    participants_announced = Publication(
        "听证参加人名单", D[16, 3].says("提前向社会公布"), after=(S.publish_participants,),
        withheld_if=test.confidential,
        shows=(
            Shown(Case.matter), Shown(Case.hearing_on), Shown(Case.hearing_place),
            Shown(Case.hearing_people, Mask.TEXT, columns=("name", "kind"), open=("name",)),
        ),
    )  # fmt: skip
    consultation_feedback = Publication(
        "公众意见采纳情况", D[32].says("采纳情况"), after=(S.close_consultation,), withheld_if=test.confidential,
        shows=(Shown(Case.matter), Shown(Case.adoption_summary, Mask.TEXT)),
    )  # fmt: skip
    published = Publication(
        "决策公布", D[32].says("及时公布"), after=(S.announce,), withheld_if=test.confidential,
        shows=(
            Shown(Case.number), Shown(Case.matter), Shown(Case.document_number), Shown(Case.decided_on),
            Shown(Case.decision_text, Mask.TEXT), Shown(Case.public_adoption, Mask.TEXT), Shown(Case.exec_unit),
            Shown(Case.interpretation, Mask.TEXT), Shown(Case.interpretation_url),
        ),
    )  # fmt: skip

    md_started = Count("启动重大行政决策", by=(S.start,), definition="期内决定启动决策程序的事项。")
    md_decided = Count(
        "重大行政决策", by=(S.adopt,), where=STANDS, basis=D[30, 1],
        definition="期内作出决定（通过、修改后通过）的事项；暂缓、不予通过、决定后没有公布就终止的不计，重大调整后再作决定的计一件。",
    )  # fmt: skip
    md_legal_review_rate = Share(
        "重大行政决策合法性审查率", basis=D[25, 1],
        numerator=Count("", by=(S.adopt,), where=STANDS & Q(review_conclusion__in=VALID)),
        denominator=Count("", by=(S.adopt,), where=STANDS),
        definition="作出决定且有有效合法性审查意见的件数÷作出决定件数；分母含没有送审就作出决定的。",
    )  # fmt: skip
    md_public_participation_rate = Share(
        "重大行政决策公众参与率", basis=D[14, 1],
        numerator=Having(
            "", by=(S.adopt,), where=STANDS & Q(confidential=False),
            having=(S.solicit, S.participate, S.hold_hearing, S.talk_with_group),
        ),
        denominator=Count("", by=(S.adopt,), where=STANDS & Q(confidential=False)),
        definition="履行公众参与程序的件数÷应当公众参与的作出决定件数；依法不予公开的不计入分母。",
    )  # fmt: skip
    md_expert_rate = Share(
        "重大行政决策专家论证率", basis=D[19, 1],
        numerator=Having("", by=(S.adopt,), where=STANDS & Q(highly_technical=True), having=(S.argue,)),
        denominator=Count("", by=(S.adopt,), where=STANDS & Q(highly_technical=True)),
        definition="经过专家论证的件数÷专业性、技术性较强的作出决定件数。",
    )  # fmt: skip
    md_risk_rate = Share(
        "重大行政决策风险评估率", basis=D[22, 1],
        numerator=Having("", by=(S.adopt,), where=STANDS & Q(stability_risk=True), having=(S.assess_risk,)),
        denominator=Count("", by=(S.adopt,), where=STANDS & Q(stability_risk=True)),
        definition="经过风险评估的件数÷可能影响社会稳定、公共安全的作出决定件数；引用已有评估报告的计为经过。",
    )  # fmt: skip
    md_collective_rate = Share(
        "重大行政决策集体讨论率", basis=D[30, 1],
        numerator=Having("", by=(S.adopt,), where=STANDS, having=(S.discuss,)),
        denominator=Count("", by=(S.adopt,), where=STANDS),
        definition="经过集体讨论的件数÷作出决定件数。",
    )  # fmt: skip
    md_hearings = Count("重大行政决策听证", by=(S.hold_hearing,), definition="期内举行听证会的决策事项。")
    md_blocked = Count(
        "审查不合法的决策草案", by=(S.receive_opinion,), where=Q(review_conclusion=Conclusion.ILLEGAL),
        definition="期内收到审查意见，最后一次结论为不合法的事项。",
    )  # fmt: skip
    md_published_in_time = Timely(
        "按期公布的决策", limits=(publish_in_time,), states=(State.KEPT,), definition="期内在设定的期限内公布的决策。"
    )
    md_post_eval_count = Count("决策后评估", by=(S.finish_evaluation,), definition="期内完成后评估的决策。")
    md_adjusted = Count("启动重大调整的决策", by=(S.adjust,), definition="期内启动重大调整程序的决策。")
    md_stopped = Count("中止、停止执行的决策", by=(S.suspend, S.stop), definition="期内中止或者停止执行的决策。")
    md_revoked_count = Count(
        "被撤销、责令改正的决策", by=(S.corrected,), basis=D[38, 1], definition="期内被上级机关撤销、责令改正的决策。"
    )
    md_finish_rate = Share(
        "目录事项完成率", basis=LISTED, numerator=FinishedItems(""), denominator=ItemCount(""),
        definition="目录内当年作出决定的事项数÷当年最终公布的目录事项数；调出和转入下一年度的从分母中剔除并列明。",
    )  # fmt: skip

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The matter."""
        return record.matter or cls.label
