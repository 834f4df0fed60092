"""Computed conditions at the meeting and after (上会、决定、公布、执行的条件)."""

from __future__ import annotations

from yifa.areas.rulemaking.fair_competition.clearance import why_not as fair_why_not
from yifa.areas.rulemaking.legality_review.choices import Conclusion
from yifa.areas.rulemaking.legality_review.clearance import why_not
from yifa.areas.rulemaking.legality_review.materials import incomplete
from yifa.areas.rulemaking.major_decision import choices as c
from yifa.areas.rulemaking.major_decision.course import PARTICIPATION, did, last, since
from yifa.clock.periods import local_day
from yifa.kernel.clocks import clock_of
from yifa.kernel.declare import Test
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar

# --- legality review (合法性审查) ------------------------------------------------------------------------


def materials_of(situation: Situation) -> list[dict[str, str]]:
    """The materials that go to the reviewers, as the record has them (26①)."""
    record = situation.record
    held = {
        "决策草案": record.draft, "起草说明": record.explanation, "法律、法规、规章等依据": record.legal_basis,
        "履行决策法定程序的说明": record.procedure_statement,
    }  # fmt: skip
    rows = [{"item": item, "state": "present" if text else "missing"} for item, text in held.items()]
    conditional = {
        "公众参与情况和意见采纳情况": did(situation, "close_consultation"),
        "专家论证意见": did(situation, "argue"),
        "风险评估报告": did(situation, "assess_risk"),
        "公平竞争审查结论": bool(record.fair_conclusion),
    }
    rows += [
        {"item": item, "state": "present" if there else "not_applicable"} for item, there in conditional.items()
    ]  # fmt: skip
    return rows


def materials_ready(situation: Situation) -> str | None:
    """Draft, explanation, bases and the account of the procedure are there (26①)."""
    lacking = incomplete("major_decision", materials_of(situation))
    return f"送审材料缺少：{'、'.join(lacking)}" if lacking else None


def reviewed(situation: Situation) -> str | None:
    """The draft was reviewed, was not found illegal, and is the text that was reviewed (25①②)."""
    record = situation.record
    if not did(situation, "receive_opinion") or not since(situation, "receive_opinion", "send_review"):
        return "尚未收到合法性审查意见"
    if record.review_conclusion == Conclusion.OUT_OF_SCOPE:
        return "审查单位认为不属于审查范围，决策草案没有经过合法性审查"
    return why_not(
        record.review_conclusion, reviewed=record.reviewed_digest, cleared=record.cleared_digest,
        now=record.draft_digest,
    )  # fmt: skip


def risk_told(situation: Situation) -> str | None:
    """A reform without clear rules goes on only with its legal risk disclosed (25②)."""
    record = situation.record
    if record.review_conclusion != Conclusion.RISK:
        return None
    if not record.exploratory:
        return "“明示法律风险”只适用于国家尚无明确规定的探索性改革决策事项"
    return None if record.review_risk else "应当写明法律风险，一并提交讨论"


def time_was_given(situation: Situation) -> str | None:
    """The reviewers had seven working days, as a rule (26②)."""
    limit = situation.procedure.limit("review_time")
    clock = clock_of(situation, limit, current_calendar())
    if clock is None or clock.due.judged is None:
        return None
    until = local_day(clock.due.judged)
    if situation.on >= until:
        return None
    return f"审查时间自{clock.since}起一般不少于{limit.length(situation)}，至{until}；在此之前提交讨论的，应当说明理由"


# --- materials for the meeting (上会材料) -----------------------------------------------------------------


def units_consulted(situation: Situation) -> str | None:
    """Units whose duties are touched were consulted (13)."""
    if situation.record.other_units and not did(situation, "consult_units"):
        return "涉及其他单位职责的，应当与其充分协商"
    return None


def public_heard(situation: Situation) -> str | None:
    """The public was heard, unless the law forbids it (14①)."""
    return None if did(situation, *PARTICIPATION) else "没有听取社会公众意见；依法不予公开的，请登记依据"


def plan_solicited(situation: Situation) -> str | None:
    """A compensation plan is published for opinions (征收与补偿条例 10②)."""
    return None if did(situation, "solicit") else "征收补偿方案应当公布，征求公众意见，期限不得少于30日"


def group_heard(situation: Situation) -> str | None:
    """The group whose interests are touched was talked with (14③)."""
    group = situation.record.specific_group
    return f"涉及特定群体“{group}”，尚未沟通协商" if group and not did(situation, "talk_with_group") else None


def hearing_held(situation: Situation) -> str | None:
    """Where another law orders a hearing, it was held (16①)."""
    basis = situation.record.hearing_by_law
    return f"依照{basis}应当听证，尚未举行听证会" if basis and not did(situation, "hold_hearing") else None


def opinions_studied(situation: Situation) -> str | None:
    """What the public said was studied after it was last heard (18、29(二))."""
    heard = last(situation, *PARTICIPATION)
    if heard is None:
        return None
    studied = last(situation, "close_consultation")
    if studied is None or studied.place < heard.place:
        return f"“{heard.step.label}”以后，公众意见尚未研究；应当报送主要意见的研究采纳情况"
    return None


def experts_heard(situation: Situation) -> str | None:
    """A technical matter was argued by experts (19①)."""
    if situation.record.highly_technical and not did(situation, "argue"):
        return "专业性、技术性较强的决策事项，应当组织专家、专业机构论证"
    return None


def expert_adoption_told(situation: Situation) -> str | None:
    """What became of the experts' opinions is told (29(三))."""
    if did(situation, "argue") and not situation.record.expert_adoption:
        return "应当报送专家论证意见的研究采纳情况"
    return None


def risk_assessed(situation: Situation) -> str | None:
    """Where stability or safety may suffer, the risk was assessed (22①)."""
    if situation.record.stability_risk and not did(situation, "assess_risk"):
        return "可能对社会稳定、公共安全等造成不利影响的，应当进行风险评估"
    return None


def fair_reviewed(situation: Situation) -> str | None:
    """What touches the market was reviewed for competition at the draft stage (29(一))."""
    if did(situation, "fair_result") and situation.record.fair_conclusion:
        return None
    return "涉及市场主体经济活动的，应当在起草阶段经过公平竞争审查"


def fair_allowed(situation: Situation) -> str | None:
    """A measure that restricts competition without exemption may not be issued (公平竞争审查条例 18)."""
    return fair_why_not(concerned=True, conclusion=situation.record.fair_conclusion or "not_applicable")


def risk_controllable(situation: Situation) -> str | None:
    """The risk is under control (24)."""
    if situation.record.risk_result == c.RiskResult.UNCONTROLLABLE:
        return "风险评估认为风险不可控；采取调整草案等措施并重新评估，确保可控后可以作出决定"
    return None


# --- meeting and decision (讨论、决定) --------------------------------------------------------------------


def meeting_fits(situation: Situation) -> str | None:
    """A government's standing or plenary meeting (30①)."""
    return "应当经常务会议或者全体会议讨论" if situation.record.meeting == c.Meeting.OFFICE else None


def head_last(situation: Situation) -> str | None:
    """The head spoke last (30②)."""
    return "行政首长应当最后发表意见" if situation.record.head_spoke_last is False else None


def deviation_explained(*wanted: c.Majority) -> Test:
    """The head follows the majority, or gave the reasons at the meeting (30②)."""

    def test(situation: Situation) -> str | None:
        record = situation.record
        if record.majority in wanted or record.deviation_reason:
            return None
        said = c.Majority(record.majority).label if record.majority else "没有填写"
        return f"多数人的意见为“{said}”，拟作出的决定与之不一致，行政首长应当在会上说明理由"

    return test


def reviewed_or_changed_at_meeting(situation: Situation) -> str | None:
    """The text decided on is the one reviewed; what the meeting itself changed is decided as changed (25②、30①)."""
    if situation.record.result == c.Result.APPROVED_CHANGED:
        return None
    return reviewed(situation)


def discussed(situation: Situation) -> str | None:
    """It was discussed since it was last submitted (30①)."""
    return None if since(situation, "discuss", "submit") else "尚未经过集体讨论"


def result_fits(situation: Situation) -> str | None:
    """What is adopted is called adopted."""
    result = situation.record.result
    return "本环节登记“通过”或者“修改后通过”" if result and result not in c.ADOPTED else None


# --- publication (公布) ---------------------------------------------------------------------------------


def party_told(situation: Situation) -> str | None:
    """The party committee of the same level was asked before it is issued (31), and again of a draft taken back."""
    if since(situation, "report_party", "redraft"):
        return None
    again = "草案退回修改以后，" if did(situation, "report_party") else ""
    return f"{again}出台前应当按照规定向同级党委请示报告"


def congress_told(situation: Situation) -> str | None:
    """What belongs before the people's congress was put there before it is issued (8①)."""
    record = situation.record
    if record.congress in ("", c.Congress.NONE) or since(situation, "report_congress", "redraft"):
        return None
    label = c.Congress(record.congress).label
    return f"本事项{label}，尚未向本级人民代表大会及其常务委员会报告或者提请"


def adoption_explained(situation: Situation) -> str | None:
    """Of what people care about or what is technical, it is told what became of the opinions (32)."""
    record = situation.record
    cared = record.public_concern or record.highly_technical
    if cared and not record.public_adoption:
        return "社会公众普遍关心或者专业性、技术性较强的，应当说明公众意见、专家论证意见的采纳情况"
    return None


def plan_answered(situation: Situation) -> str | None:
    """What was said on a compensation plan and what was changed is published (征收与补偿条例 11①)."""
    told = situation.record.public_adoption
    return None if told else "应当公布征求意见情况和根据公众意见修改的情况，请填写“意见采纳情况说明”"


# --- carrying-out and afterwards (执行、评估、调整) --------------------------------------------------------


def evaluator_free(situation: Situation) -> str | None:
    """A third party that did the main assessment before the decision does not evaluate it (36②)."""
    record = situation.record
    if not record.eval_third_party:
        return None
    before = {record.risk_assessor, *(row.get("unit", "") for row in record.experts)} - {""}
    if record.evaluator in before:
        return f"{record.evaluator}在决策作出前承担主要论证评估工作，不得受委托开展后评估"
    return None


def trouble_came(situation: Situation) -> str | None:
    """One of the situations of article 35 arose (37)."""
    steps = situation.procedure.step
    return None if situation.did(steps("report_problem"), steps("hear_public")) else "没有登记第三十五条规定的情形"


def evaluated(situation: Situation) -> str | None:
    """An evaluation that was begun is finished."""
    steps = situation.procedure.step
    begun, ended = situation.last(steps("begin_evaluation")), situation.last(steps("finish_evaluation"))
    if begun is not None and (ended is None or ended.place < begun.place):
        return "决策后评估尚未完成"
    return None
