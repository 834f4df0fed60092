"""What must hold before a case is decided (作出决定的条件)."""

from __future__ import annotations

from yifa.areas.remedies.reconsideration import choices as c
from yifa.areas.remedies.reconsideration.acts import SINCE_2026
from yifa.areas.remedies.reconsideration.conditions import clock, ordinary
from yifa.areas.remedies.reconsideration.defaults import DEFAULTS
from yifa.kernel.clocks import Clock, State
from yifa.kernel.declare import Test
from yifa.kernel.situation import Situation


def replied_or_lapsed(situation: Situation) -> str | None:
    """The respondent replied, or its time ran out (行政复议法 48、54、70)."""
    run = _reply(situation)
    if run is None or run.due.judged is None:
        return "尚未向被申请人发送副本、送达答复通知"
    if run.ended_on is None and situation.on <= run.due.judged:
        return f"被申请人的答复期限至{run.due.judged}届满，尚未答复"
    return None


def _reply(situation: Situation) -> Clock | None:
    """The respondent's time to reply, as it ran last: after a change of respondent it runs anew."""
    return clock(situation, "reply" if ordinary(situation) else "reply_simplified")


def _silent(situation: Situation) -> bool:
    """Whether the time to reply ran out without a reply; before that `replied_or_lapsed` alone speaks."""
    run = _reply(situation)
    return run is not None and run.ended_on is None and replied_or_lapsed(situation) is None


def silence_answered(situation: Situation) -> str | None:
    """An act without reply and evidence cannot be upheld, save for a third party's evidence (行政复议法 70)."""
    if not _silent(situation) or _without_evidence_allowed(situation):
        return None
    return "被申请人未答复、未提交证据，视为该行政行为没有证据、依据，不得维持或者驳回请求"


def reply_in_time(situation: Situation) -> str | None:
    """A reply after its time is none, unless the lateness is excused (行政复议法 70、88①)."""
    run = _reply(situation)
    if run is None or run.state is not State.LATE or _without_evidence_allowed(situation):
        return None
    return f"被申请人的答复期限至{run.due.judged}届满，{run.ended_on}才答复，视为该行政行为没有证据、依据"


def silence_not_changed(situation: Situation) -> str | None:
    """An act without evidence is revoked, declared illegal or void, not changed unless facts are found (70、63①三)."""
    record = situation.record
    if record.decision_kind != c.DecisionKind.CHANGE or record.third_party_evidence:
        return None
    run = _reply(situation)
    if not _silent(situation) and (run is None or run.state is not State.LATE):
        return None
    return "被申请人没有按期答复、提交证据，应当撤销、部分撤销、确认违法、无效或者责令履行，不作变更决定"


def _without_evidence_allowed(situation: Situation) -> bool:
    record = situation.record
    return bool(record.third_party_evidence) or record.decision_kind in c.CORRECTED


def opinion_heard(situation: Situation) -> str | None:
    """In the ordinary procedure opinions are heard (行政复议法 49)."""
    steps = situation.procedure.step
    heard = [steps("hear_opinion")]
    if DEFAULTS.flag("hearing_counts_as_heard"):
        heard.append(steps("hold_hearing"))
    return None if situation.did(*heard) else "适用普通程序，尚未听取当事人意见"


def hearing_held(situation: Situation) -> str | None:
    """A grave, difficult or complex case is heard (行政复议法 50①)."""
    steps = situation.procedure.step
    if not situation.record.complex or situation.did(steps("hold_hearing"), steps("forgo_hearing")):
        return None
    return "重大、疑难、复杂案件应当组织听证，尚未举行"


def committee_asked(situation: Situation) -> str | None:
    """The committee gave its opinion where the act asks for one (行政复议法 52②)."""
    record = situation.record
    own = record.respondent_kind == c.RespondentKind.OWN
    if not (record.complex or record.technical or own):
        return None
    if situation.did(situation.procedure.step("committee")):
        return None
    return "重大、疑难、复杂或者专业性、技术性较强的案件，应当提请行政复议委员会提出咨询意见"


def adoption_stated(situation: Situation) -> str | None:
    """Whether the opinion, an important reference, was adopted (行政复议法 61③)."""
    asked = situation.did(situation.procedure.step("committee"))
    return "请填写咨询意见的采纳情况" if asked and not situation.record.committee_adoption else None


def adoption_explained(situation: Situation) -> str | None:
    """Why an opinion was not adopted (2026年条例 52)."""
    record = situation.record
    if not situation.did(situation.procedure.step("committee")) or not record.committee_adoption:
        return None
    if record.committee_adoption != c.Adoption.ADOPTED and not record.committee_reason:
        return "未采纳或者部分采纳咨询意见的，应当说明理由"
    return None


def not_worse(situation: Situation) -> str | None:
    """No change to the applicant's disadvantage, save at a third party's contrary claim (行政复议法 63②)."""
    record = situation.record
    if record.decision_kind == c.DecisionKind.CHANGE and record.worse_for_applicant and not record.contrary_claim:
        return "不得作出对申请人更为不利的变更决定"
    return None


def void_asked(situation: Situation) -> str | None:
    """An act is declared void only where the applicant asks for it (行政复议法 67)."""
    record = situation.record
    if record.decision_kind == c.DecisionKind.VOID and not record.asks_void:
        return "申请人没有申请确认无效"
    return None


def claim_rejected_for(*grounds: str) -> Test:
    """The condition that a claim is rejected only on grounds that the law in force knows."""
    allowed = "、".join(c.RejectClaimGround(ground).label for ground in grounds)

    def test(situation: Situation) -> str | None:
        record = situation.record
        if record.decision_kind != c.DecisionKind.REJECT_CLAIM:
            return None
        if not record.reject_claim_ground:
            return "驳回行政复议请求的，应当填写属于哪一种情形"
        if record.reject_claim_ground in c.OF_OMISSION and record.act_kind in c.TAKEN and not record.omission:
            return f"“{record.get_reject_claim_ground_display()}”只用于认为被申请人不履行法定职责的申请"
        if record.reject_claim_ground not in grounds:
            return f"驳回请求只适用于：{allowed}"
        if record.reject_claim_ground == c.RejectClaimGround.WORSE and record.contrary_claim:
            return "第三人提出相反请求的，不因变更更为不利而驳回请求，可以作出变更决定"
        return None

    return test


def ground_fits(situation: Situation) -> str | None:
    """The provision named carries this kind of decision (行政复议法 63–71)."""
    record = situation.record
    if not record.decision_ground or record.decision_kind not in c.GROUNDS:
        return None
    kind = c.DecisionKind(record.decision_kind)
    rejected = kind is c.DecisionKind.REJECT_CLAIM and c.REJECTED_BY.get(record.reject_claim_ground)
    fitting = (rejected,) if rejected else c.GROUNDS[kind]
    regulation = record.decision_ground.startswith("R") and situation.procedure.since < SINCE_2026
    if record.decision_ground.startswith(fitting) and not regulation:
        return None
    return f"{c.DecisionGround(record.decision_ground).label}不是作出“{kind.label}”决定的依据"


def duty_kinds_fit(situation: Situation) -> str | None:
    """Agreements are decided as agreements (行政复议法 71)."""
    record = situation.record
    agreement = record.decision_kind.startswith("agreement_")
    if agreement and record.act_kind != c.ActKind.AGREEMENT:
        return "被申请的行政行为不是行政协议，不能作出行政协议类决定"
    return None


def compensation_answered(situation: Situation) -> str | None:
    """A claim for compensation is answered at the same time (行政复议法 72①)."""
    record = situation.record
    if record.compensation_claim and not record.compensation:
        return "申请人一并提出行政赔偿请求，应当同时作出处理，请填写"
    return None


def compensation_fits(situation: Situation) -> str | None:
    """Damages, return and remedies come with a decision that corrects the act (行政复议法 72)."""
    record = situation.record
    if not record.compensation or record.compensation == c.Compensation.REJECTED:
        return None
    label = c.Compensation(record.compensation).label
    if record.decision_kind in (c.DecisionKind.UPHOLD, c.DecisionKind.REJECT_CLAIM):
        return f"维持、驳回请求的，不能“{label}”；不予赔偿的，应当驳回行政赔偿请求"
    if record.compensation == c.Compensation.REMEDY and record.decision_kind != c.DecisionKind.ILLEGAL:
        return "只有确认违法的，才可以同时责令采取补救措施"
    return None


def agreed(situation: Situation) -> str | None:
    """The last talks ended in an agreement (行政复议法 73①)."""
    last = situation.last(situation.procedure.step("mediate"))
    return None if last is None or last.data.get("result") == "agreed" else "最近一次调解没有达成协议"


def norm_answered(situation: Situation) -> str | None:
    """A request to review a document is dealt with before the decision (行政复议法 56、59)."""
    steps = situation.procedure.step
    if not situation.record.norm_claim or situation.did(steps("norm_result"), steps("norm_reply")):
        return None
    return "申请人提出了附带审查申请，尚未处理完毕"


def redo_fits(situation: Situation) -> str | None:
    """Only a revoked act is to be taken anew (行政复议法 64①)."""
    record = situation.record
    revoked = (c.DecisionKind.REVOKE, c.DecisionKind.REVOKE_PART)
    if record.redo and record.decision_kind not in revoked:
        return "只有撤销、部分撤销行政行为的，才可以责令重新作出"
    return None


def performance_term(situation: Situation) -> str | None:
    """An order to perform sets a term (行政复议法 66)."""
    record = situation.record
    if record.decision_kind == c.DecisionKind.PERFORM and not record.perform_days:
        return "责令履行的，应当填写履行期限"
    return None


def respondent_signed(situation: Situation) -> str | None:
    """A mediation is closed only between a known respondent and the applicant, before any decision."""
    return None if situation.record.settlement_text else "请填写调解协议内容"
