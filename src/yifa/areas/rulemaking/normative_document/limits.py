"""Time limits of a document (期限 T-ND-1 至 T-ND-12); that of the legality review stands with the reviewer (T-ND-3)."""

from __future__ import annotations

from yifa.areas.rulemaking.normative_document import guards
from yifa.areas.rulemaking.normative_document.acts import (
    BUSINESS,
    DECISION_17,
    DISCLOSURE,
    FILING,
    INTERPRETATION,
    MODEL,
    NOTICE_37,
    RECONSIDERATION,
    RULES,
    STEPS_75,
    SUPERVISION,
    WORKING_DAYS,
)
from yifa.areas.rulemaking.normative_document.deciding import files_with_government
from yifa.areas.rulemaking.normative_document.defaults import DEFAULTS, term
from yifa.areas.rulemaking.normative_document.living import LivingSteps
from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase as Case
from yifa.clock import Period, days, months, working_days
from yifa.kernel.declare import Consequence, Limit
from yifa.kernel.situation import Situation

S = LivingSteps
ENDS = (S.expire, S.repealed, S.declared_invalid, S.annulled)
LATE_FILING = Consequence("逾期报备，计入报备及时率；备案机关可以责令限期报送", DECISION_17)
URGE = Consequence("催办并报告主要负责人")


def solicit_other(situation: Situation) -> Period:
    """How long other drafts are open, as the place has it."""
    return term("solicit", MODEL, situation)


def filing(situation: Situation) -> Period:
    """How soon a document is filed with the government above, as the place has it."""
    return term("filing", DECISION_17, situation)


def filing_with_congress(situation: Situation) -> Period:
    """How soon it is filed with the standing committee, as the place has it."""
    return term("congress", SUPERVISION[40], situation)


def refiling(situation: Situation) -> Period:
    """How soon a returned filing is made good, as the place has it."""
    return days(DEFAULTS.number("refile_days", situation), FILING[9, 2])


def correcting(situation: Situation) -> Period:
    """How soon the issuer reports on an opinion of the filing organ, as the place has it."""
    return days(DEFAULTS.number("correction_days", situation), FILING[21])


def interpreting(situation: Situation) -> Period:
    """How soon the explanation follows, as the place has it."""
    return working_days(DEFAULTS.number("interpretation_days", situation), NOTICE_37)


def announcing(situation: Situation) -> Period:
    """How soon the end of a document is made public, as the place has it."""
    return working_days(DEFAULTS.number("repeal_publication_days", situation), RULES[39, 2])


def evaluating(situation: Situation) -> Period:
    """How long before expiry it is evaluated, as the place has it."""
    return months(DEFAULTS.number("evaluation_months", situation), NOTICE_37)


def not_shortened(situation: Situation) -> bool:
    """The time for opinions is the ordinary one."""
    return not situation.record.shorten_reason


def end_not_announced(situation: Situation) -> bool:
    """Its end was not made public by the very document that ended it."""
    announced = situation.did(situation.procedure.step("announce_end"))
    return announced or situation.record.end_published_on is None


class Limits(LivingSteps, abstract=True):
    """Stages, steps and limits."""

    solicit_market = Limit(
        "公开征求意见（市场主体密切相关）", BUSINESS[62, 2].says("不少于30日"), days(30, BUSINESS[62, 2]), ref="T-ND-1",
        since=(S.solicit,), until=(S.close_consultation,), floor=True, judge_by="strict",
        when=guards.both(guards.market, not_shortened),
        on_expiry=Consequence("期限是下限：届满后才能结束征求意见", BUSINESS[62, 2]),
    )  # fmt: skip
    solicit_general = Limit(
        "公开征求意见（其他）", MODEL, solicit_other, ref="T-ND-2",
        since=(S.solicit,), until=(S.close_consultation,), floor=True, judge_by="strict",
        when=guards.both(guards.neither(guards.market), not_shortened),
        on_expiry=Consequence("期限是下限：届满后才能结束征求意见", MODEL),
    )  # fmt: skip
    publish_in_time = Limit(
        "公布", DISCLOSURE[26].says("20个工作日"), working_days(20, DISCLOSURE[26]), since=(S.sign,),
        until=(S.publish, S.back_to_drafting), on_expiry=URGE,
    )  # fmt: skip
    file_superior_in_time = Limit(
        "报上一级人民政府备案", STEPS_75.says("备案"), filing, ref="T-ND-4",
        since=(S.publish,), until=(S.file_superior,), when=guards.government, outlives=True, on_expiry=LATE_FILING,
    )  # fmt: skip
    file_congress_in_time = Limit(
        "报本级人大常委会备案", STEPS_75.says("备案"), filing_with_congress, ref="T-ND-4a",
        since=(S.publish,), until=(S.file_congress,), when=guards.government, outlives=True, on_expiry=LATE_FILING,
    )  # fmt: skip
    file_government_in_time = Limit(
        "报县级人民政府备案", DECISION_17, filing, ref="T-ND-4b",
        since=(S.publish,), until=(S.file_government,), when=files_with_government, outlives=True,
        on_expiry=LATE_FILING,
    )  # fmt: skip
    file_higher_in_time = Limit(
        "报上级主管部门备案", DECISION_17, filing, ref="T-ND-4c",
        since=(S.publish,), until=(S.file_higher,), when=guards.vertical, outlives=True, on_expiry=LATE_FILING,
    )  # fmt: skip
    refile_in_time = Limit(
        "补正报备材料", FILING[9, 2].says("15日内"), refiling,
        since=(S.filing_sent_back,), until=(S.file_superior, S.file_congress, S.file_government, S.file_higher),
        outlives=True, on_expiry=LATE_FILING,
    )  # fmt: skip
    correct_in_time = Limit(
        "报告备案审查意见处理情况", FILING[21].says("30日内"), correcting,
        since=(S.filing_questioned,), until=(S.report_correction, S.annulled, S.partly_annulled), outlives=True,
        on_expiry=Consequence("备案机关可以改变或者撤销", STEPS_75),
    )  # fmt: skip
    interpret_in_time = Limit(
        "发布政策解读", NOTICE_37, interpreting, since=(S.publish,), until=(S.interpret,),
        when=lambda s: not s.record.interpreted_on or s.record.interpreted_on >= s.record.published_on,
        on_expiry=URGE,
    )  # fmt: skip
    validity = Limit(
        "有效期", NOTICE_37, None, ref="T-ND-5", judge_by="strict", since=(S.publish, S.prolong), until=ENDS,
        ends_on=Case.expires_on, effect_after=True, on_expiry=S.expire,
    )  # fmt: skip
    # The last day of validity still counts, so that six whole months lie between it and the same day six months before.
    evaluate_in_time = Limit(
        "届满前评估", NOTICE_37, evaluating, ref="T-ND-6", judge_by="lenient",
        since=(S.publish, S.prolong), until=(S.evaluate,), before=Case.expires_on,
        on_expiry=Consequence("没有评估的，期满失效；需要继续实施的，重新制定"),
    )  # fmt: skip
    announce_in_time = Limit(
        "公布失去效力", RULES[39, 2].says("及时公布"), announcing,
        since=ENDS, until=(S.announce_end,), when=end_not_announced, outlives=True, on_expiry=URGE,
    )  # fmt: skip
    answer_reconsideration = Limit(
        "书面答复复议机构", RECONSIDERATION[58, 1].says("十日内"), working_days(10, WORKING_DAYS), ref="T-ND-9",
        since=(S.notified,), until=(S.answer_notified,), outlives=True, on_expiry=URGE,
    )  # fmt: skip
    answer_transfer = Limit(
        "回复转送处理意见", RECONSIDERATION[60].says("六十日内"), days(60, RECONSIDERATION[60]), ref="T-ND-10",
        since=(S.forwarded,), until=(S.answer_forwarded,), outlives=True, on_expiry=URGE,
    )  # fmt: skip
    answer_advice = Limit(
        "书面答复司法建议", INTERPRETATION[149, 4].says("六十日内"), days(60, INTERPRETATION[149, 4]), ref="T-ND-11",
        since=(S.court_advised,), until=(S.answer_court,), outlives=True, on_expiry=URGE,
    )  # fmt: skip
