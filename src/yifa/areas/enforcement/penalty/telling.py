"""From the end of the investigation to what the party says (终结、告知、陈述申辩、听证): 行政处罚法 44, 45, 62—65."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.common.party import age_known, fit_party
from yifa.areas.enforcement.common.service import not_in_effect, serving
from yifa.areas.enforcement.evidence.conditions import rows_fit
from yifa.areas.enforcement.penalty import choices as c
from yifa.areas.enforcement.penalty import conditions as early
from yifa.areas.enforcement.penalty import deciding_conditions as test
from yifa.areas.enforcement.penalty import papers
from yifa.areas.enforcement.penalty.acts import RANGES, P
from yifa.areas.enforcement.penalty.benchmark import proposal_for
from yifa.areas.enforcement.penalty.first_offence import prior_text
from yifa.areas.enforcement.penalty.investigation import Investigation
from yifa.areas.enforcement.penalty.models import PenaltyCase as Case
from yifa.areas.enforcement.penalty.service_ties import HEARING_ASKED, HEARING_ENDED, HEARING_TOLD
from yifa.kernel.declare import Input, Step, computed, judged
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

LAW = (Case.violated_provisions, Case.penalty_basis)
IMPOSED = (
    Case.penalty_kinds, Case.fine_amount, Case.confiscated_amount, Case.confiscated_value, Case.grade,
    Case.deviation_reason, Case.other_acts, Case.circumstances,
)  # fmt: skip
SPARING = (Case.spare_ground, Case.spare_elements, Case.no_fault_evidence, Case.guardian_order, Case.guardian)


UNDECIDED = Investigation.investigating | Investigation.examining | Investigation.noticed | Investigation.referred
"""What comes in from a hearing or a review is entered even where the case went back to investigation meanwhile."""


def penal(situation: Situation) -> bool:
    """A penalty is proposed."""
    return bool(situation.record.decision_type == c.DecisionType.PENALTY)


RANGE = (
    computed(P[76, 1].item(2).says("种类、幅度"), "没有超出法定幅度", test.within_statute, when=penal),
    computed(P[34].says("行政处罚裁量基准"), "在裁量基准的幅度内，或者写明理由", test.within_benchmark, when=penal),
    computed(RANGES, "适用建议的阶次，或者写明理由", test.tier_as_proposed, when=penal),
    computed(P[32].says("从轻或者减轻"), "减轻处罚有法定情节", test.mitigation_grounded, when=penal),
)
PERSON = (
    computed(P[30].says("不满十四周岁"), "当事人依其年龄应当受这样的处罚", test.minors_spared, when=penal),
    computed(P[31].says("不能辨认"), "当事人能够辨认和控制自己行为", test.sane_enough, when=penal),
)
KNOWN = (
    computed(P[40].says("查明事实"), "当事人的身份已经查明", early.party_known, when=penal),
    age_known(when=penal),
    fit_party(),
)
KINDS = computed(P[9], "处罚种类和数额相符", test.kinds_fit, when=penal)
ONCE = computed(
    P[29].says("两次以上罚款"), "同一违法行为没有罚过款", early.fined_already, qualified=P[29].says("同一个违法行为"),
    when=penal,
)  # fmt: skip
WITHIN_LIMITATION = (
    computed(P[36, 1].says("危害后果"), "时效类别与查明的后果相符", early.class_fits, when=penal),
    computed(P[36, 1].says("不再给予"), "违法行为在处罚时效内被发现", early.not_time_barred, when=penal),
)
"""Asked again once the harm is known: five years need harm (处罚法 36①)."""
RECUSED = computed(
    P[43, 3].says("依法审查"), "回避申请已经决定",
    early.none_open("ask_recusal", "decide_recusal", "当事人的回避申请尚未决定"),
)  # fmt: skip
PROPOSED = computed(P[57, 1].says("根据不同情况"), "拟作的处理是给予处罚、不予处罚之一", test.proposes_a_decision)
UNTOLD: tuple[tuple[Any, Any], ...] = (
    (Case.notice_served_date, None), (Case.statement_waived, False), (Case.hearing_outcome, ""),
    (Case.hearing_requested, False), (Case.legal_review_result, ""), (Case.legal_review_cleared, False),
)  # fmt: skip
"""What is done anew with every notice."""


def _of_proposal(name: str) -> Any:
    """For `Step.sets`: one part of the proposal of that day; nothing where there is no benchmark."""

    def value(record: Any, on: date) -> Any:
        found = proposal_for(record, on)
        if name == "proposal_text":
            return found.text if found else "没有可以适用的裁量基准，依照法律、法规、规章规定的幅度综合裁量。"
        if found is None:
            return "" if name == "proposed_grade" else None
        values = {
            "edition": found.edition, "tier": found.tier, "proposed_grade": found.kind,
            "proposed_low": found.rung.low, "proposed_high": found.rung.high,
        }  # fmt: skip
        return values[name]

    return value


class Telling(Investigation, abstract=True):
    """The end of the investigation, the notice, statement and hearing."""

    propose_tier = Step(
        "裁量测算",
        (P[34].says("规范行使"), P[32]),
        Investigation.investigating | Investigation.examining,
        needs=(Case.benchmark,),
        may=(Case.circumstances, Case.base_amount, Case.harm, Case.capacity, Case.emergency),
        sets=(
            (Case.edition, _of_proposal("edition")),
            (Case.tier, _of_proposal("tier")),
            (Case.proposed_grade, _of_proposal("proposed_grade")),
            (Case.proposed_low, _of_proposal("proposed_low")),
            (Case.proposed_high, _of_proposal("proposed_high")),
            (Case.proposal_text, _of_proposal("proposal_text")),
            (Case.prior_penalties, prior_text),
        ),
        conditions=(judged(P[57, 1].item(1).says("情节轻重"), "情节已经查清，有证据证明"),),
        help="按违法行为编码、情节和基数，提出阶次、幅度和理由，并查询当事人以往处罚。情节变化的，重新测算。",
    )
    conclude = Step(
        "调查终结",
        (P[57, 1].says("调查终结"), P[46, 2], P[40]),
        Investigation.investigating >> Investigation.examining,
        needs=(Case.decision_type, Case.evidence, Case.violated_provisions, Case.harm),
        may=(Case.penalty_basis, *IMPOSED, *SPARING, Case.public_interest, Case.complicated, Case.violation,
             Case.benchmark, Case.limitation_class, Case.limitation_months),
        sets=(
            (Case.hearing_required, test.needs_hearing_notice),
            (Case.legal_review_required, test.needs_review),
            (Case.collective_required, test.needs_discussion),
            (Case.heaviest_kind, test.kind_counted),
        ),
        document=papers.REPORT,
        conditions=(
            computed(P[46, 2].says("查证属实"), "证据已经查证属实", early.evidence_verified),
            judged(P[46, 3].says("非法手段"), "没有以非法手段取得的证据"),
            computed(
                P[41, 2].says("未经审核"), "电子技术监控记录经审核符合要求", early.surveillance_reviewed,
                when=early.surveillance_used,
            ),
            computed(
                P[56].says("及时作出处理决定"), "先行登记保存的证据已经处理",
                early.none_open("preserve", "dispose_preserved", "先行登记保存的证据尚未处理"),
            ),
            RECUSED,
            computed(
                P[28, 1].says("责令当事人改正"), "已经责令改正", early.order_given,
                qualified=P[28, 1], when=lambda s: s.record.decision_type != c.DecisionType.NOT_ESTABLISHED,
            ),
            computed(P[34], "已经按裁量基准测算", early.proposal_made, when=penal),
            KINDS, ONCE, *PERSON, *RANGE, *WITHIN_LIMITATION, PROPOSED, rows_fit(), *KNOWN,
        ),
        help="拟给予处罚的，写明种类、数额、阶次和依据；应当听证、法制审核、集体讨论的，由系统按数据判断。"
             "涉嫌犯罪、撤销立案的，用相应环节。",
    )  # fmt: skip
    reopen = Step(
        "退回补充调查",
        (P[57, 1].says("对调查结果进行审查"), P[40]),
        (Investigation.examining | Investigation.noticed) >> Investigation.investigating,
        rare=True,
        by=(Role.HANDLER, Role.AGENCY_HEAD, Role.ORGAN_HEAD),
        asks=(Input("退回的理由", "long", code="why"),),
        sets=((Case.notice_issued_date, None), *UNTOLD),
        help="补充调查后，事实、依据、处罚有变化的，重新告知。",
    )  # fmt: skip
    notify = Step(
        "制作事先告知书",
        (P[44].says("拟作出的行政处罚内容"), P[63, 1].says("要求听证的权利")),
        Investigation.examining >> Investigation.noticed,
        when=penal,
        needs=(Case.penalty_basis, Case.penalty_kinds),
        may=IMPOSED,
        sets=(
            *UNTOLD,
            (Case.notice_issued_date, lambda record, on: on),
            (Case.noticed_fine, lambda record, on: record.fine_amount),
            (Case.noticed_confiscated, lambda record, on: record.confiscated_total),
            (Case.noticed_kinds, lambda record, on: record.penalty_kinds),
            (Case.hearing_required, test.needs_hearing_notice),
            (Case.heaviest_kind, test.kind_counted),
        ),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.NOTICE,
        conditions=(KINDS, ONCE, *PERSON, *RANGE, *WITHIN_LIMITATION),
        help="写明拟处罚的内容、事实、理由、依据和陈述、申辩权利；属于听证范围的，同时告知要求听证的权利。",
    )
    serve_notice = Step(
        "送达事先告知书",
        (P[44].says("告知当事人"), P[61, 2]),
        Investigation.noticed,
        **serving(Case, Case.notice_served_date),
        document=papers.SERVED,
        echo=HEARING_TOLD,
    )
    state = Step(
        "当事人陈述、申辩",
        (P[45, 1].says("充分听取"), P[44]),
        Investigation.noticed,
        by=Role.APPLICANT,
        needs=(Case.statement_text,),
        may=(Case.evidence,),
        conditions=(rows_fit(),),
        sets=((Case.statement_received, True),),
        asks=(Input("方式", "choice", (("written", "书面"), ("oral", "口头"), ("online", "网上")), code="way"),),
        document=papers.STATEMENT,
        help="口头提出的制作笔录。期满后提出的，决定作出前也应当听取。",
    )
    waive = Step(
        "当事人明确放弃陈述、申辩",
        P[62].says("明确放弃"),
        Investigation.noticed,
        rare=True,
        by=Role.APPLICANT,
        sets=((Case.statement_waived, True),),
        asks=(Input("放弃的书面材料", code="paper"),),
        conditions=(
            judged(P[62].says("明确放弃"), "当事人书面或者在笔录中明确表示放弃；不表示意见的不是放弃"),
            computed(P[44], "告知书已经送达", not_in_effect(Case.notice_served_date, "事先告知书")),
        ),
    )
    review_statement = Step(
        "复核陈述、申辩意见",
        P[45, 1].says("进行复核"),
        Investigation.noticed,
        requires=(state,),
        needs=(Case.statement_review,),
        asks=(
            Input("结论", "choice", (("adopted", "采纳"), ("partly", "部分采纳"), ("not", "不采纳")), code="result"),
        ),
        document=papers.STATEMENT_REVIEW,
        help="对事实、理由和证据逐项复核；成立的应当采纳。不得因陈述、申辩给予更重的处罚。",
    )
    ask_hearing = Step(
        "当事人要求听证",
        P[64, 1].item(1).says("五日内提出"),
        UNDECIDED,
        by=Role.APPLICANT,
        when=lambda situation: bool(situation.record.hearing_required),
        sets=((Case.hearing_requested, True), (Case.hearing_outcome, "")),
        conditions=(
            computed(
                P[64, 1].item(1), "在告知后五个工作日内提出", test.hearing_in_window,
                qualified=P[63, 1].says("应当组织听证"),
            ),
        ),
        follows=HEARING_ASKED,
        help="在听证案件中登记要求听证的，本环节随之办理。期满前交邮的，说明后登记。",
    )  # fmt: skip
    end_hearing = Step(
        "听证结束",
        P[65].says("根据听证笔录"),
        UNDECIDED | Investigation.decided | Investigation.executing,
        when=lambda situation: bool(situation.record.hearing_required),
        needs=(Case.hearing_outcome,),
        may=(Case.hearing_summary,),
        sets=((Case.legal_review_required, test.needs_review), (Case.collective_required, test.needs_discussion)),
        conditions=(
            computed(P[64, 1].item(1).says("五日内提出"), "没有要求听证的，期限已经届满", test.not_asked_in_time),
        ),
        follows=HEARING_ENDED,
        help="听证报告提出、当事人放弃、缺席终止、撤回或者期满没有要求的，随听证案件自动登记。",
    )
