"""Letters, opinions, replies, objections, and what follows (监督处理): 监督条例第二十六条至第三十四条."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from yifa.areas.enforcement.supervision import choices as c
from yifa.areas.enforcement.supervision import conditions as test
from yifa.areas.enforcement.supervision import papers
from yifa.areas.enforcement.supervision.acts import S
from yifa.areas.enforcement.supervision.clue_steps import BY, REPEATED, ClueSteps
from yifa.areas.enforcement.supervision.models import SupervisionCase as Case
from yifa.kernel.declare import ON, Echo, Follows, Input, Step, computed, judged
from yifa.kernel.linking import linked_case
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

Fields = Callable[[Situation], Mapping[str, Any]]
C = ClueSteps
STATED = S[27, 2].says("规定时限")
STATED_IN_OPINION = S[28, 2].says("规定时限")
UNANSWERED = S[29].says("处理建议")


def target_of(record: Any) -> Any:
    """The supervised organ, where it is in the books."""
    return record.target_organ


def government_of(record: Any) -> Any:
    """The government whose supervision body this is."""
    return record.organ.parent


def as_paper(kind: c.PaperKind, prefix: str) -> Fields:
    """What the supervised organ gets to see of a letter or an opinion."""

    def fields(situation: Situation) -> Mapping[str, Any]:
        record = situation.record
        return {
            "supervisor": record.organ, "paper_kind": kind.value, "paper_number": record.paper_number(kind.label),
            "target_number": record.target_number, "facts": record.finding_text,
            "demand": getattr(record, f"{prefix}demand"), "term": getattr(record, f"{prefix}term"),
            "amount": getattr(record, f"{prefix}amount"), "until": getattr(record, f"{prefix}until"),
        }  # fmt: skip

    return fields


def as_decision(situation: Situation) -> Mapping[str, Any]:
    """What the supervised organ gets to see of the government's decision."""
    record = situation.record
    decision = linked_case(record, "supervision_decision")
    term = {} if decision is None else {name: getattr(decision.record, name) for name in ("term", "amount", "until")}
    return {
        "supervisor": record.organ, "paper_kind": c.PaperKind.DECISION.value, "paper_number": record.decision_number,
        "target_number": record.target_number, "facts": record.finding_text, "demand": record.proposal,
    } | term  # fmt: skip


def proposed(situation: Situation) -> Mapping[str, Any]:
    """What the government is asked to decide."""
    record = situation.record
    why = "涉及重大问题" if record.grave else "未按照监督文书要求履职、纠正"
    return {
        "target_organ": record.target_organ, "target_name": record.target_name, "proposer": record.organ,
        "proposal": record.proposal, "facts": record.finding_text, "legal_basis": record.finding_basis, "why": why,
    }  # fmt: skip


def delivered(kind: c.PaperKind, prefix: str) -> Echo:
    """The paper as a case of the supervised organ."""
    return Echo("supervision_reply.receive", target_of, as_paper(kind, prefix), anew=True)


ISSUED = (
    computed(S[6, 1].says("行政执法监督机构"), "由行政执法监督机构制发", test.is_supervision_body),
    computed(S[2], "被监督机关属于本级监督范围", test.within_reach),
    computed(REPEATED, "争议没有进入行政复议、行政诉讼", test.not_in_remedy),
)
"""What either paper of the supervision body takes, besides its own ground and term."""


class HandlingSteps(ClueSteps, abstract=True):
    """The steps after the finding."""

    urge = Step(
        "制发督办函",
        S[27, 1].says("督办函"),
        (C.investigating | C.handled) >> C.handled,
        by=BY,
        needs=(Case.urge_demand, Case.urge_term),
        may=(Case.urge_amount, Case.urge_until),
        sets=((Case.paper_kind, c.PaperKind.URGE.value), (Case.checked, "")),
        conditions=(
            computed(S[27, 1].says("应当履行而未履行"), "查明应当履行而未履行职责", test.only_for_omission),
            *ISSUED,
            computed(STATED, "文书载明报送纠正情况的期限", test.term_stated("urge_")),
        ),
        approved_by=(Role.ORGAN_HEAD,),
        requires=(C.find,),
        once=True,
        document=papers.URGE,
        help="只适用于不履行；违法或者明显不当的，制发意见书。报送期限由文书载明，条例不设天数。",
    )
    urge_served = Step(
        "督办函送达",
        STATED,
        C.handled,
        by=BY,
        sets=((Case.urge_served_on, ON),),
        requires=(urge,),
        once=True,
        echo=delivered(c.PaperKind.URGE, "urge_"),
    )
    opine = Step(
        "制发意见书",
        S[28, 1].says("意见书"),
        (C.investigating | C.handled) >> C.handled,
        by=BY,
        needs=(Case.opinion_demand, Case.opinion_term),
        may=(Case.opinion_amount, Case.opinion_until),
        sets=((Case.paper_kind, c.PaperKind.OPINION.value), (Case.checked, "")),
        conditions=(
            computed(S[28, 1].says("违法或者明显不当"), "查明违法或者明显不当", test.only_for_wrong),
            *ISSUED,
            computed(STATED_IN_OPINION, "文书载明报送纠正情况的期限", test.term_stated("opinion_")),
        ),
        approved_by=(Role.ORGAN_HEAD,),
        requires=(C.find,),
        once=True,
        document=papers.OPINION,
        help="只适用于查明的违法或者明显不当；未履行职责的，制发督办函。报送期限由文书载明，条例不设天数。",
    )
    opinion_served = Step(
        "意见书送达",
        STATED_IN_OPINION,
        C.handled,
        by=BY,
        sets=((Case.opinion_served_on, ON),),
        requires=(opine,),
        once=True,
        echo=delivered(c.PaperKind.OPINION, "opinion_"),
    )
    receive_reply = Step(
        "收到纠正情况",
        (S[27, 2].says("报送纠正情况"), S[28, 2].says("报送纠正情况")),
        C.handled | C.before_government | C.corrected,
        by=Role.RESPONDENT,
        needs=(Case.rectification,),
        sets=((Case.replied_on, ON), (Case.checked, "")),
        follows=Follows(
            "supervision_reply.reply",
            lambda situation: {"rectification": situation.record.rectification},
        ),
        help="被监督机关在系统内报送时自动登记；纸质报送的，由本机构登记。",
    )  # fmt: skip
    object = Step(
        "收到异议",
        S[30].says("异议"),
        C.handled | C.before_government,
        by=Role.RESPONDENT,
        needs=(Case.objection,),
        sets=((Case.objected_on, ON), (Case.objection_result, ""), (Case.objection_reply, "")),
        rare=True,
        follows=Follows(
            "supervision_reply.object",
            lambda situation: {"objection": situation.record.objection},
        ),
        help="条例没有规定异议期间停止执行监督文书。",
    )  # fmt: skip
    answer_objection = Step(
        "处理异议",
        S[30].says("应当及时处理"),
        C.handled | C.before_government,
        by=BY,
        needs=(Case.objection_result, Case.objection_reply),
        conditions=(computed(S[30], "有尚未处理的异议", test.objection_open),),
        document=papers.OBJECTION,
    )
    withdraw_paper = Step(
        "撤回监督文书",
        S[30].says("应当及时处理"),
        C.handled >> C.corrected,
        by=BY,
        rare=True,
        requires=(answer_objection,),
        conditions=(
            computed(S[30], "异议成立", test.upheld),
            computed(S[29].says("本级人民政府决定"), "撤回的是本机构制发的文书", test.ours_to_withdraw),
        ),
        help="决定书由本级人民政府撤回，本机构把异议处理意见报本级人民政府。",
    )  # fmt: skip
    gov_withdrew = Step(
        "本级政府撤回决定书",
        S[30].says("应当及时处理"),
        C.handled >> C.corrected,
        by=BY,
        rare=True,
        requires=(answer_objection,),
        follows=Follows("supervision_decision.withdraw"),
    )
    confirm = Step(
        "核查已纠正",
        (S[27, 2], S[28, 2].says("及时纠正")),
        (C.handled | C.corrected) >> C.corrected,
        by=BY,
        needs=(Case.checked_note,),
        sets=((Case.checked, c.Checked.CORRECTED.value),),
        conditions=(
            computed(S[28, 2].says("报送纠正情况"), "已经收到纠正情况", test.reported),
            computed(S[30], "异议已经处理", test.no_objection_open),
        ),
    )
    find_uncorrected = Step(
        "核查未纠正",
        S[29].says("要求纠正"),
        C.handled,
        by=BY,
        rare=True,
        needs=(Case.checked, Case.checked_note),
        conditions=(
            computed(S[29], "结果为部分纠正或者未纠正",
                     lambda s: "已纠正的，请办理“核查已纠正”" if s.record.checked == c.Checked.CORRECTED else None),
            computed(STATED_IN_OPINION, "已经报送，或者文书载明的报送期限已经届满", test.answer_awaited),
        ),
    )  # fmt: skip
    propose_decision = Step(
        "报请本级政府决定",
        (S[29].says("提出处理建议"), S[26, 1].says("报请本级人民政府")),
        (C.investigating | C.handled) >> C.before_government,
        by=BY,
        needs=(Case.proposal,),
        approved_by=(Role.ORGAN_HEAD,),
        requires=(C.find,),
        conditions=(
            computed(S[29].says("重大问题"), "涉及重大问题，或者未按照监督文书要求履职、纠正", test.may_be_proposed),
            computed(S[2], "被监督机关属于本级监督范围", test.within_reach),
            computed(S[30], "异议已经处理", test.no_objection_open),
            computed(REPEATED, "争议没有进入行政复议、行政诉讼", test.not_in_remedy),
        ),
        document=papers.PROPOSAL,
        echo=Echo("supervision_decision.receive", government_of, proposed, anew=True),
        rare=True,
        help="决定书由本级人民政府制发，本机构提出处理建议。",
    )
    gov_decided = Step(
        "本级政府决定纠正",
        S[29].says("监督决定书"),
        C.before_government >> C.handled,
        by=BY,
        may=(Case.decision_number, Case.proposal),
        sets=(
            (Case.ruling, c.Ruling.CORRECT.value), (Case.paper_kind, c.PaperKind.DECISION.value), (Case.checked, ""),
        ),
        follows=Follows(
            "supervision_decision.serve",
            lambda s: {"decision_number": s.record.decision_number, "proposal": s.record.demand},
        ),
        echo=Echo(
            "supervision_reply.receive", target_of, as_decision, anew=True
        ),
    )  # fmt: skip
    gov_declined = Step(
        "本级政府不制发决定书",
        S[29],
        C.before_government >> C.handled,
        by=BY,
        sets=((Case.ruling, c.Ruling.NOT_NEEDED.value),),
        follows=Follows("supervision_decision.decline"),
        rare=True,
    )
    circulate = Step(
        "通报、公布",
        S[31].says("进行通报"),
        C.investigating | C.handled | C.before_government | C.corrected,
        by=BY,
        needs=(Case.circular_scope, Case.circular_text),
        conditions=(judged(S[31].says("拒不落实"), "拒不落实行政执法制度，或者行政执法行为存在突出问题"),),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.CIRCULAR,
        rare=True,
    )
    suggest_staff = Step(
        "提出人员处理建议",
        S[32].says("离岗教育"),
        C.investigating | C.handled | C.corrected,
        by=BY,
        needs=(Case.staff, Case.transfer_to),
        conditions=(
            computed(S[32].says("批评教育"), "写明人员和建议", test.staff_named),
            judged(S[32].says("综合考虑"), "综合考虑了主客观原因、后果、纠正情况等因素"),
        ),
        document=papers.STAFF,
        rare=True,
        help="由有权机关依法处理，本机构只提建议。",
    )
    staff_result = Step(
        "登记人员处理结果", S[32].says("有权机关"), C.investigating | C.handled | C.corrected, by=BY,
        needs=(Case.staff,), requires=(suggest_staff,), rare=True,
        conditions=(computed(S[32], "写明处理结果", test.staff_answered),),
    )  # fmt: skip
    transfer_discipline = Step(
        "移送监察机关",
        S[33, 1].says("监察机关移送"),
        C.investigating | C.handled | C.corrected,
        by=BY,
        needs=(Case.transfer_to,),
        asks=(Input("问题线索", "long", personal=True, code="what"),),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.TRANSFER,
        rare=True,
    )
    tell_superior = Step(
        "告知上一级主管部门",
        S[42, 2].says("上一级主管部门"),
        C.investigating,
        by=BY,
        needs=(Case.transfer_to,),
        requires=(C.find,),
        conditions=(
            computed(S[42, 2].says("垂直管理"), "被监督机关实行垂直管理",
                     lambda s: None if test.within_reach(s) else "被监督机关属于本级监督范围，应当由本机构处理"),
        ),
        document=papers.TOLD_ABOVE,
    )  # fmt: skip
    remedy_began = Step(
        "争议进入复议、诉讼，终结监督",
        REPEATED,
        (C.clue | C.triaged | C.investigating | C.handled | C.before_government) >> C.ended,
        by=BY,
        needs=(Case.dispute,),
        sets=((Case.outcome, c.Outcome.REMEDY.value),),
        conditions=(
            computed(REPEATED, "争议已进入行政复议、行政诉讼",
                     lambda s: None if s.record.dispute in c.PENDING else "争议状态应当是已进入复议或者诉讼"),
        ),
        rare=True,
    )  # fmt: skip
    close = Step(
        "结案",
        (S[26, 1], S[34].says("监督结果运用")),
        (C.investigating | C.warned | C.handled | C.corrected) >> C.closed,
        by=BY,
        needs=(Case.outcome, Case.closing_note),
        conditions=(
            computed(S[26, 1], "结果与记录相符", test.outcome_fits),
            computed(S[26, 1].says("予以纠正"), "没有尚待纠正的问题", test.nothing_left_to_correct),
            computed(S[20, 3].says("挂牌督办"), "挂牌督办的已经摘牌", test.delisted),
        ),
        help="监督结果作为法治政府建设成效评价的内容。",
    )
