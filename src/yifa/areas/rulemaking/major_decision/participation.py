"""Participation, experts, risk, fair competition (公众参与、专家论证、风险评估、公平竞争审查): articles 14—24."""

from __future__ import annotations

from yifa.areas.rulemaking.consultation.rules import all_answered, none_later
from yifa.areas.rulemaking.major_decision import choices as c
from yifa.areas.rulemaking.major_decision import conditions as test
from yifa.areas.rulemaking.major_decision import papers
from yifa.areas.rulemaking.major_decision.acts import COMPETITION, EXPROPRIATION, D
from yifa.areas.rulemaking.major_decision.echoes import FAIR_CONCLUDED, FAIR_EXCLUDED, FAIR_SENT, FAIR_SENT_AGAIN
from yifa.areas.rulemaking.major_decision.models import DecisionCase as Case
from yifa.areas.rulemaking.major_decision.preparation import BY, Preparation
from yifa.areas.rulemaking.major_decision.where import bound
from yifa.kernel.declare import Input, Step, computed, judged
from yifa.office.roles import Role

P = Preparation
HOUR = Input("具体时间", code="hour", required=False, help="例如“上午9时”。")
WHO = Input("参加人员", "long", code="who", help="写明人数和身份类别，不写姓名。")


class Participation(Preparation, abstract=True):
    """What happens to the draft before its legality is reviewed."""

    solicit = Step(
        "公开征求意见", D[15, 1].says("公布决策草案及其说明"), P.drafting, by=(*BY, Role.PUBLISHER),
        needs=(Case.solicit_until, Case.solicit_channels, Case.solicit_how),
        may=(Case.solicit_url, Case.shorten_reason), requires=(P.prepare,), document=papers.SOLICITATION,
        when=test.open_matter,
        conditions=(
            computed(D[15, 1], "截止日在公布日之后", test.in_order),
            *bound(
                D[15, 1].says("不少于30日"), "期限不少于30日，或者在公告中说明缩短的理由", test.long_enough,
                when=test.ordinary,
            ),
            computed(
                EXPROPRIATION[10, 2].says("不得少于30日"), "房屋征收补偿方案不得少于30日", test.long_enough,
                when=test.expropriation,
            ),
        ),
        help="办理日期为公布草案之日。缩短期限的，理由写入公告本身；事后补充的不算。",
    )  # fmt: skip
    participate = Step(
        "以其他方式听取公众意见", D[14, 2].says("多种方式"), P.drafting, by=BY,
        asks=(
            Input("方式", "choice", tuple(c.Way.choices), code="way"), WHO,
            Input("主要意见", "long", code="views", help="逐条登记在征求意见台账中。"),
        ),
        when=test.open_matter,
    )  # fmt: skip
    talk_with_group = Step(
        "与特定群体沟通协商", D[14, 3].says("沟通协商"), P.drafting, by=BY, needs=(Case.specific_group,),
        asks=(Input("人民团体、社会组织和群众代表", "long", code="who"), Input("意见建议", "long", code="views")),
        when=test.open_matter,
    )  # fmt: skip
    announce_hearing = Step(
        "听证公告", D[16, 2].says("提前公布"), P.drafting, by=(*BY, Role.PUBLISHER),
        needs=(Case.hearing_on, Case.hearing_place), may=(Case.hearing_selection, Case.hearing_by_law),
        asks=(HOUR,), requires=(P.prepare,), document=papers.HEARING, when=test.open_matter,
        conditions=bound(D[16, 2].says("提前公布"), "公告在听证会之前", test.announced_ahead),
        help="直接涉及切身利益或者存在较大分歧的，可以听证；法律、法规、规章规定应当听证的，必须听证。",
    )  # fmt: skip
    publish_participants = Step(
        "公布听证参加人名单", D[16, 3].says("提前向社会公布"), P.drafting, by=(*BY, Role.PUBLISHER),
        needs=(Case.hearing_people,), requires=(announce_hearing,), document=papers.PARTICIPANTS,
        conditions=(judged(D[16, 3].says("公平公开"), "需要遴选的，提前公布遴选办法，公平公开组织，相关各方都有代表"),),
    )  # fmt: skip
    serve_materials = Step(
        "送达听证会材料", D[16, 3].says("7日前"), P.drafting, by=BY, requires=(announce_hearing,),
        help="办理日期为送达最后一名参加人的日期，最晚在听证会7日前。",
    )  # fmt: skip
    postpone_hearing = Step(
        "听证改期", D[16, 2].says("听证时间"), P.drafting, by=(*BY, Role.PUBLISHER),
        needs=(Case.hearing_on,), may=(Case.hearing_place,), requires=(announce_hearing,), document=papers.HEARING,
        asks=(HOUR, Input("改期的原因", "long", code="why")),
        conditions=bound(D[16, 2].says("提前公布"), "新的日期在公告之后", test.announced_ahead),
    )  # fmt: skip
    hold_hearing = Step(
        "举行听证会", D[17].says("公开举行"), P.drafting, by=BY, needs=(Case.hearing_record,),
        asks=(Input("主持人", code="chair"),), requires=(announce_hearing,), document=papers.HEARING_RECORD,
        conditions=(
            computed(D[16, 2], "在公告的日期举行", test.on_announced_day),
            *bound(D[16, 2].says("提前公布"), "提前公布草案、时间和地点", test.announced_before),
            *bound(D[16, 3].says("提前向社会公布"), "参加人名单提前公布", test.list_published),
            *bound(D[16, 3].says("7日前"), "材料在7日前送达参加人", test.materials_in_time),
            judged(D[17].item(1), "承办单位介绍了决策草案、依据和有关情况"),
            judged(D[17].item(2).says("质证和辩论"), "参加人陈述意见，进行了询问、质证和辩论"),
            judged(D[17].item(3).says("签字"), "参加人确认听证会记录并签字"),
        ),
    )  # fmt: skip
    close_consultation = Step(
        "研究采纳公众意见", (D[18].says("归纳整理"), D[29].item(2)), P.drafting, by=BY,
        needs=(Case.adoption_summary,), document=papers.STUDIED,
        conditions=(
            computed(D[18], "已经听取公众意见", test.took_part),
            computed(D[15, 1].says("期限"), "公告的期限已满", test.solicitation_over),
            computed(D[18].says("充分采纳合理意见"), "台账中的意见逐条研究答复", all_answered),
            computed(D[18], "答复不晚于本环节", none_later),
        ),
        when=test.open_matter,
        help="征求意见台账中的每一条意见都有采纳情况和理由，才能办理。",
    )  # fmt: skip
    argue = Step(
        "专家论证", (D[19, 1].says("论证其必要性"), D[20]), P.drafting, by=(*BY, Role.EXPERT),
        needs=(Case.experts, Case.expert_form, Case.expert_opinion), may=(Case.expert_adoption,),
        document=papers.ARGUMENT,
        conditions=(
            *bound(D[20].says("直接利害关系"), "没有选择有直接利害关系的专家、专业机构", test.experts_disinterested),
            *bound(D[19, 2].says("署名、盖章"), "书面论证意见已经署名、盖章", test.opinions_signed),
            judged(D[20].says("代表性和中立性"), "注重专业性、代表性和中立性，注重选择持不同意见的专家"),
        ),
    )  # fmt: skip
    adopt_expert_view = Step(
        "研究采纳专家论证意见", D[29].item(3).says("研究采纳情况"), P.drafting | P.reviewed, by=BY,
        needs=(Case.expert_adoption,), requires=(argue,),
    )  # fmt: skip
    assess_risk = Step(
        "风险评估", (D[22, 1].says("风险可控性"), D[23, 2]), P.drafting | P.reviewed | P.submitted | P.discussed,
        by=BY,
        needs=(Case.risk_assessor, Case.risk_level, Case.risk_result),
        may=(Case.risk_points, Case.risk_measures, Case.risk_plan, Case.risk_reused), document=papers.RISK,
        conditions=(
            *bound(D[23, 2].says("明确风险点"), "报告明确风险点、防范措施和处置预案", test.report_whole),
            judged(
                D[23, 2].says("有关部门的意见"), "已经听取有关部门的意见",
                when=lambda situation: not situation.record.risk_reused,
            ),
        ),
        help="按规定已经评价、评估的，不作重复评估，写明已有的报告。调整草案后重新评估的，再次办理本环节。",
    )  # fmt: skip
    send_fair = Step(
        "送公平竞争审查", (D[29].item(1).says("公平竞争审查"), COMPETITION[14].says("起草阶段")), P.drafting, by=BY,
        needs=(Case.fair_first, Case.fair_view), may=(Case.fair_organ,), requires=(P.prepare,), when=test.in_market,
        echo=(FAIR_SENT, FAIR_SENT_AGAIN),
        help="在起草阶段办理。政府出台的，起草单位初审后送本级市场监督管理部门；部门出台的，由起草单位自行审查。",
    )  # fmt: skip
    fair_result = Step(
        "公平竞争审查结论", (D[29].item(1), COMPETITION[18]), P.drafting | P.reviewing | P.reviewed, by=BY,
        needs=(Case.fair_conclusion,), may=(Case.fair_number,), requires=(send_fair,),
        follows=(FAIR_CONCLUDED, FAIR_EXCLUDED),
    )  # fmt: skip
