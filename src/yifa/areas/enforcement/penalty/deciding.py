"""Legal review, discussion and the decision (审核、集体讨论、决定): 行政处罚法 57—59."""

from __future__ import annotations

from typing import Any

from yifa.areas.enforcement.common.service import not_in_effect
from yifa.areas.enforcement.penalty import choices as c
from yifa.areas.enforcement.penalty import conditions as early
from yifa.areas.enforcement.penalty import deciding_conditions as test
from yifa.areas.enforcement.penalty import papers
from yifa.areas.enforcement.penalty import sparing_conditions as sparing
from yifa.areas.enforcement.penalty.acts import P
from yifa.areas.enforcement.penalty.models import PenaltyCase as Case
from yifa.areas.enforcement.penalty.service_ties import (
    CRIME_OPENED,
    CRIME_RETURNED,
    CRIME_SETTLED,
    PUBLISHED,
    REFERRED,
    REVIEW_ADOPTED,
    REVIEW_AGAIN,
    REVIEW_ASKED,
    REVIEW_DONE,
)
from yifa.areas.enforcement.penalty.telling import (
    IMPOSED,
    KINDS,
    ONCE,
    PERSON,
    PROPOSED,
    RANGE,
    RECUSED,
    SPARING,
    UNDECIDED,
    UNTOLD,
    WITHIN_LIMITATION,
    Telling,
    penal,
)
from yifa.kernel.declare import ON, Condition, Input, Step, computed, judged
from yifa.kernel.situation import Situation
from yifa.office.models import OrganKind
from yifa.office.roles import Role

WORDING = judged(
    P[59, 1].says("载明下列事项"),
    "决定书载明当事人、事实和证据、种类和依据、履行方式和期限、救济途径和期限、机关和日期",
)
HEARD: tuple[Condition, ...] = (
    computed(
        P[62].says("不得作出行政处罚决定"), "已经告知拟处罚的内容、事实、理由、依据",
        not_in_effect(Case.notice_served_date, "事先告知书"),
    ),
    computed(
        P[62].says("拒绝听取"), "当事人已经陈述、申辩，或者期满，或者明确放弃", test.statement_over,
        qualified=P[62].says("明确放弃"),
    ),
    computed(P[45, 1].says("进行复核"), "陈述、申辩意见已经复核", test.heard),
    computed(P[63, 1].says("应当组织听证"), "听证已经结束，或者要求听证的期限已经届满", test.hearing_over),
)  # fmt: skip
"""Told and heard: hard; of statement and defence alone an express waiver may be held against it (处罚法 62)."""
EXAMINED: tuple[Condition, ...] = (
    computed(P[58, 1].says("不得作出决定"), "应当法制审核的已经审核通过", test.reviewed),
    computed(P[58, 1].item(2).says("经过听证程序"), "听证后再经过法制审核", test.in_order),
    computed(P[57, 2].says("集体讨论决定"), "情节复杂或者重大违法行为，已经负责人集体讨论", test.discussed),
    computed(P[45, 2].says("更重的处罚"), "不重于告知的处罚", test.not_heavier),
)


def _spared_condition(ground: c.SpareGround, label: str) -> Condition:
    return computed(c.GROUND_BASES[ground], label, sparing.TESTS[ground], when=sparing.on_ground(ground))


GROUNDS: tuple[Condition, ...] = (
    computed(P[57, 1].says("根据不同情况"), "不予处罚写明理由", sparing.grounded),
    _spared_condition(c.SpareGround.MINOR, "轻微、及时改正、没有造成危害后果"),
    _spared_condition(c.SpareGround.FIRST, "初次违法、危害后果轻微、及时改正"),
    computed(
        P[33, 1].says("可以不予行政处罚"), "列入首违不罚清单", sparing.listed_first, qualified=P[33, 1],
        when=sparing.on_ground(c.SpareGround.FIRST),
    ),
    _spared_condition(c.SpareGround.NO_FAULT, "当事人有证据足以证明没有主观过错"),
    judged(
        P[33, 2].says("另有规定"), "法律、行政法规没有另外规定（规章不在其内）",
        when=sparing.on_ground(c.SpareGround.NO_FAULT),
    ),
    _spared_condition(c.SpareGround.UNDER_14, "当事人违法时不满十四周岁，责令监护人管教"),
    _spared_condition(c.SpareGround.MENTAL, "当事人不能辨认或者不能控制自己行为，责令监护人看管和治疗"),
    _spared_condition(c.SpareGround.TIME_BARRED, "超过处罚时效"),
)  # fmt: skip


def unpunished(situation: Situation) -> bool:
    """No penalty is proposed: it is spared, or nothing unlawful was found."""
    return situation.record.decision_type in (c.DecisionType.NO_PENALTY, c.DecisionType.NOT_ESTABLISHED)


def fined(situation: Situation) -> bool:
    """A fine is imposed."""
    return bool(situation.record.fine_amount)


def remedy_organ(record: Any, on: Any) -> str:
    """Who reconsiders: what was written; else the government of the organ (复议法 24①), or the one above it."""
    if record.remedy_organ or record.organ_id is None:
        return str(record.remedy_organ or "本级人民政府")
    above = record.organ.parent
    while above is not None and above.kind != OrganKind.GOVERNMENT:
        above = above.parent
    return above.name if above is not None else "本级人民政府"


def _counted(record: Any, on: Any) -> str:
    return test.kind_counted(record, on)


class Deciding(Telling, abstract=True):
    """Review, discussion and the four decisions."""

    submit_review = Step(
        "送法制审核",
        P[58, 1].says("法制审核"),
        Telling.noticed,
        when=penal,
        sets=((Case.legal_review_result, ""), (Case.legal_review_cleared, False)),
        echo=REVIEW_ASKED,
        help="调查终结、听证之后，集体讨论和决定之前送审。应当审核的由系统按数据判断；不属应当审核的也可以送审。",
    )
    resubmit_review = Step(
        "修改后再次送法制审核",
        P[58, 1].says("审核未通过"),
        Telling.noticed,
        rare=True,
        requires=(submit_review,),
        may=IMPOSED,
        conditions=(KINDS, *RANGE),
        echo=REVIEW_AGAIN,
        help="审核未通过，或者修改较大的，修改后再次送审。",
    )
    get_opinion = Step(
        "收到法制审核意见",
        P[58, 1].says("法制审核"),
        UNDECIDED,
        needs=(Case.legal_review_result,),
        may=(Case.legal_review_number, Case.legal_review_cleared),
        follows=REVIEW_DONE,
        help="审核人员在系统内出具意见书时自动登记。",
    )
    discuss = Step(
        "负责人集体讨论",
        P[57, 2].says("集体讨论决定"),
        Telling.examining | Telling.noticed,
        by=(Role.HANDLER, Role.SECRETARY, Role.ORGAN_HEAD),
        needs=(Case.collective_attendees, Case.collective_conclusion),
        may=(*IMPOSED, Case.social_impact),
        sets=((Case.collective_on, ON), (Case.heaviest_kind, _counted)),
        asks=(Input("讨论情况", "long", code="record"),),
        document=papers.MINUTES,
        conditions=(
            computed(P[57, 2].says("行政机关负责人"), "由机关负责人集体讨论", test.attendees_enough),
            *RANGE,
        ),
        help="参加的是机关负责人，业务机构人员列席。推荐顺序：听证、法制审核、集体讨论。讨论记录可以不公开。",
    )
    decide = Step(
        "作出行政处罚决定",
        (P[57, 1].item(1).says("作出行政处罚决定"), P[59], P[65]),
        Telling.noticed >> Telling.decided,
        when=penal,
        needs=(Case.penalty_kinds, Case.penalty_basis),
        may=(*IMPOSED, Case.social_impact, Case.surcharge_stated, Case.perform_due_date, Case.remedy_organ),
        sets=((Case.decision_date, ON), (Case.heaviest_kind, _counted), (Case.remedy_organ, remedy_organ)),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.DECISION,
        conditions=(
            *HEARD, *EXAMINED, KINDS, ONCE, *PERSON, *RANGE, WORDING,
            judged(P[33, 1].says("不予行政处罚"), "没有应当不予处罚的情形"),
            judged(P[28, 2].says("应当予以没收"), "没有违法所得，或者除依法应当退赔的外已经没收"),
            judged(P[29].says("罚款数额高"), "同一行为违反多个规定的，按罚款数额高的规定处罚", when=fined),
            computed(P[59, 1].item(4).says("履行方式和期限"), "罚款以外的处罚写明内容和期限", test.terms_stated),
            computed(P[27, 1].says("及时将案件移送司法机关"), "没有正在移送的涉嫌犯罪", test.no_crime_pending),
            RECUSED, *WITHIN_LIMITATION,
        ),
        echo=(PUBLISHED, REVIEW_ADOPTED),
        help="自立案之日起九十日（自然日）内作出。决定书自决定之日起七个工作日内送达，依法应当公开的随之办理公示。",
    )  # fmt: skip
    spare = Step(
        "作出不予行政处罚决定",
        (P[57, 1].item(2), P[57, 1].item(3), P[33, 3].says("进行教育")),
        (Telling.examining | Telling.noticed) >> Telling.decided,
        when=unpunished,
        may=(
            *SPARING, Case.corrected_on, Case.harm, Case.education_record, Case.limitation_class, Case.remedy_organ
        ),
        sets=(
            (Case.decision_date, ON), (Case.remedy_organ, remedy_organ), (Case.heaviest_kind, ""),
            (Case.penalty_kinds, lambda record, on: []),
            (Case.fine_amount, None), (Case.confiscated_amount, None), (Case.confiscated_value, None),
        ),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.SPARED,
        conditions=(*GROUNDS, RECUSED),
        help="应当不罚与可以不罚要件不同：前者没有危害后果，后者初次违法、危害后果轻微；都要求及时改正，都应当教育。",
    )  # fmt: skip
    turn = Step(
        "改变拟作的处理",
        P[57, 1].says("根据不同情况"),
        Telling.examining | Telling.noticed,
        rare=True,
        by=(Role.HANDLER, Role.ORGAN_HEAD),
        needs=(Case.decision_type,),
        may=(*SPARING, *IMPOSED, Case.harm, Case.corrected_on, Case.limitation_class),
        asks=(Input("理由", "long", code="why"),),
        conditions=(PROPOSED,),
        help="例如采纳陈述、申辩，由给予处罚改为不予处罚。改为更重的，退回补充调查后重新告知。",
    )
    suspect_crime = Step(
        "涉嫌犯罪，办理移送",
        (P[57, 1].item(4).says("移送司法机关"), P[27, 1].says("及时将案件移送")),
        Telling.investigating | Telling.examining | Telling.noticed,
        rare=True,
        asks=(Input("涉嫌的罪名", code="crime"), Input("主要事实", "long", code="facts")),
        echo=CRIME_OPENED,
        help="随之建立移送案件，由正职负责人或者主持工作的负责人在三日内决定。不得以罚代刑。",
    )
    refer = Step(
        "作出移送司法机关的决定",
        P[57, 1].item(4).says("移送司法机关"),
        (Telling.investigating | Telling.examining | Telling.noticed) >> Telling.referred,
        rare=True,
        sets=((Case.decision_type, c.DecisionType.CRIMINAL.value), (Case.decision_date, ON)),
        asks=(Input("移送书文号", required=False, code="paper"),),
        follows=REFERRED,
        help="移送案件办理移送时自动登记。",
    )
    take_back = Step(
        "司法机关退回，恢复办理",
        P[27, 1].says("应当给予行政处罚"),
        Telling.referred >> Telling.investigating,
        rare=True,
        asks=(Input("退回的文书", required=False, code="paper"),),
        sets=((Case.decision_type, ""), (Case.decision_date, None), (Case.notice_issued_date, None), *UNTOLD),
        follows=CRIME_RETURNED,
        help="不立案、不起诉、免予刑事处罚，但应当给予行政处罚的。办案期限自退回之日重新起算（没有明文，从严）。",
    )
    settle_crime = Step(
        "刑事程序终结",
        (P[35], P[27, 2].says("信息通报")),
        Telling.referred >> Telling.closed,
        rare=True,
        asks=(Input("结果", "long", required=False, code="result"),),
        sets=((Case.closed_date, ON),),
        follows=CRIME_SETTLED,
    )
    withdraw_filing = Step(
        "撤销立案",
        P[54, 2],
        (Telling.investigating | Telling.examining) >> Telling.withdrawn,
        rare=True,
        asks=(Input("理由", "long", code="why"),),
        sets=((Case.decision_type, c.DecisionType.WITHDRAWN.value), (Case.closed_date, ON)),
        approved_by=(Role.AGENCY_HEAD, Role.ORGAN_HEAD),
        conditions=(
            computed(
                P[56].says("及时作出处理决定"), "先行登记保存的证据已经处理",
                early.none_open("preserve", "dispose_preserved", "先行登记保存的证据尚未处理"),
            ),
        ),
        document=papers.WITHDRAWAL,
        help="例如当事人死亡、终止又没有权利义务承受人。违法事实不能成立的，不用本环节，作出不予处罚决定。",
    )  # fmt: skip
