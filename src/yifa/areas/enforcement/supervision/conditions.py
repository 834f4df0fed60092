"""Computed conditions of supervision, and when its parts apply."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.supervision import choices as c
from yifa.clock import Period, days, working_days
from yifa.clock.periods import local_day
from yifa.errors import YifaError
from yifa.kernel.clocks import clock_of
from yifa.kernel.declare import Test
from yifa.kernel.linking import linked_cases
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar
from yifa.law import Basis
from yifa.office.models import Level, OrganKind

REMEDIES = ("reconsideration", "reconsideration_reply", "litigation")
"""The procedures in which a dispute over the supervised act may be pending."""


STATED_LIMITS = ("urge_in_time", "urge_by_date", "opinion_in_time", "opinion_by_date")
"""The limits that the letter and the opinion state."""


def target_named(situation: Situation) -> str | None:
    """It says which organ is supervised, and that is not the supervision body itself."""
    record = situation.record
    if not record.target_label:
        return "没有填写被监督机关"
    own = record.target_organ_id is not None and record.target_organ_id == record.organ_id
    return "被监督机关不能是本机构自己" if own else None


def is_supervision_body(situation: Situation) -> str | None:
    """Supervision is the justice department's; a justice office only assists it, a department has its own offices."""
    record = situation.record
    organ, target = record.organ, getattr(record, "target_organ", None)
    if organ.kind == OrganKind.JUSTICE:
        return None
    if organ.kind == OrganKind.DEPARTMENT and target is not None and target.parent_id == organ.pk:
        return None
    if organ.kind == OrganKind.GOVERNMENT:
        return "行政执法监督由司法行政部门办理，督办函、意见书由其制发；本级政府制发的是决定书"
    return f"“{organ.name}”不是行政执法监督机构，司法所只是协助；发现的线索请转县级行政执法监督机构"


def is_government(situation: Situation) -> str | None:
    """A decision is the government's, on the proposal of its supervision body."""
    organ = situation.record.organ
    return None if organ.kind == OrganKind.GOVERNMENT else f"决定书由本级人民政府制发，“{organ.name}”不能制发"


def special_is_above(situation: Situation) -> str | None:
    """A special supervision is started by a province or above; others take part in one."""
    record = situation.record
    if record.manner != c.Manner.SPECIAL:
        return None
    if not record.initiator:
        return "专项监督应当写明由哪一级监督机构发起"
    if record.initiator == c.Initiator.OWN and _level(record) != Level.PROVINCE:
        return "专项监督由省级以上监督机构发起，县级不得自行发起；可以作为重点监督办理"
    return None if record.special_plan else "专项监督应当写明经批准的工作方案文号"


def _level(record: Any) -> str:
    return str(record.organ.place.level) if record.organ_id is not None else Level.COUNTY.value


def not_in_remedy(situation: Situation) -> str | None:
    """What is before reconsideration or a court is not supervised beside it."""
    record = situation.record
    if record.dispute in c.PENDING:
        return f"该争议{c.Dispute(record.dispute).label}，不重复监督"
    if record.target_case_id is None:
        return None
    pending = (case for key in REMEDIES for case in linked_cases(record.target_case, key).filter(closed_on=None))
    found = next(pending, None)
    return None if found is None else f"被监督案件的复议、诉讼案件“{found}”尚未办结，不重复监督"


def guided(situation: Situation) -> str | None:
    """Whoever could still ask for a remedy was told so."""
    if situation.record.dispute != c.Dispute.OPEN or situation.did(situation.procedure.step("guide")):
        return None
    return "争议符合复议、诉讼受理条件，应当先引导当事人依法申请复议、提起诉讼"


def within_reach(situation: Situation) -> str | None:
    """Organs managed from above are told on, not ordered about."""
    if situation.record.relation != c.Relation.VERTICAL:
        return None
    return "被监督机关实行垂直管理，本级政府监督其守法情况，应当将问题及时告知其上一级主管部门"


def on_track(*tracks: c.Track) -> Test:
    """The clue was sorted into one of these tracks."""

    def test(situation: Situation) -> str | None:
        track = situation.record.track
        if track in tracks:
            return None
        return f"线索分类为“{c.Track(track).label if track else '未分类'}”，不适用本环节"

    return test


def investigated(situation: Situation) -> str | None:
    """On the general track at least one measure was taken before anything is found."""
    procedure = situation.procedure
    measures = tuple(procedure.step(code) for code in ("measure", "retrieve", "interview"))
    simple = situation.record.track == c.Track.SIMPLE
    return None if simple or situation.did(*measures) else "尚未采取任何监督措施，不能认定"


def finding_explained(situation: Situation) -> str | None:
    """What is found comes with facts and basis."""
    record = situation.record
    if record.finding == c.Finding.NONE:
        return None
    lacking = [label for label, text in (("事实", record.finding_text), ("依据", record.finding_basis)) if not text]
    return f"认定存在问题的，应当写明{'和'.join(lacking)}" if lacking else None


def only_for_omission(situation: Situation) -> str | None:
    """A letter that urges answers what was not done, never what was done wrongly."""
    finding = situation.record.finding
    if finding == c.Finding.OMITTED:
        return None
    return f"查明的情况是“{_said(finding)}”；督办函只适用于应当履行而未履行职责，违法或者明显不当的制发意见书"


def only_for_wrong(situation: Situation) -> str | None:
    """An opinion answers what is unlawful or obviously improper, never what was not done."""
    finding = situation.record.finding
    if finding in (c.Finding.UNLAWFUL, c.Finding.IMPROPER):
        return None
    return f"查明的情况是“{_said(finding)}”；意见书只适用于违法或者明显不当，未履行职责的制发督办函"


def _said(finding: str) -> str:
    return c.Finding(finding).label if finding else "尚未查明"


def wrong(situation: Situation) -> str | None:
    """There is something to correct."""
    finding = situation.record.finding
    return None if finding and finding != c.Finding.NONE else "没有查明需要纠正的问题"


def term_stated(prefix: str = "") -> Test:
    """The paper says by when the correction is reported: the regulation sets no number of days.

    Args:
        prefix: what the names of the three fields of this paper begin with.
    """

    def test(situation: Situation) -> str | None:
        return _term_problem(situation.record, prefix, situation.on)

    return test


def term_sound_if_given(situation: Situation) -> str | None:
    """A decision need not state a time; where it does, it states it in full."""
    return _term_problem(situation.record, "", situation.on) if situation.record.term else None


def term_complete(situation: Situation) -> str | None:
    """The term of a paper that came in is entered in full; a decision may state none."""
    record = situation.record
    if record.term == c.Term.DATE and record.until is None:
        return "报送期限写到日期的，应当填写截止日"
    if record.term in (c.Term.DAYS, c.Term.WORKING_DAYS) and not record.amount:
        return "应当填写报送期限的日数"
    needed = record.paper_kind in (c.PaperKind.URGE, c.PaperKind.OPINION) and not record.term
    return "督办函、意见书应当载明报送纠正情况的期限，请按文书填写" if needed else None


def _term_problem(record: Any, prefix: str, on: date) -> str | None:
    term, amount, until = (getattr(record, prefix + name) for name in ("term", "amount", "until"))
    if not term:
        return "条例没有规定天数，文书应当载明报送纠正情况的期限"
    if term == c.Term.DATE:
        if until is None:
            return "期限写到日期的，应当填写截止日"
        return f"截止日{until}不晚于制发日{on}" if until <= on else None
    return None if amount else "应当填写报送期限的日数"


def period_of(record: Any, prefix: str, basis: Basis) -> Period:
    """The period that a paper states.

    Raises:
        YifaError: it states none, or a date.
    """
    term, amount = getattr(record, f"{prefix}term"), getattr(record, f"{prefix}amount")
    if not amount or term not in (c.Term.DAYS, c.Term.WORKING_DAYS):
        raise YifaError("文书没有以日数载明报送期限。")
    return days(amount, basis) if term == c.Term.DAYS else working_days(amount, basis)


def has_term(record: Any, prefix: str) -> bool:
    """Whether a paper states a number of days."""
    counted = getattr(record, f"{prefix}term") in (c.Term.DAYS, c.Term.WORKING_DAYS)
    return counted and bool(getattr(record, f"{prefix}amount"))


def has_last_day(record: Any, prefix: str) -> bool:
    """Whether a paper states a date."""
    return bool(getattr(record, f"{prefix}term") == c.Term.DATE and getattr(record, f"{prefix}until"))


def may_be_proposed(situation: Situation) -> str | None:
    """A decision is asked for where the matter is grave, or a paper was not obeyed."""
    record, step = situation.record, situation.procedure.step
    if record.grave or record.checked in (c.Checked.NOT, c.Checked.PARTLY):
        return None
    papers = {"urge_served": record.urge_served_on, "opinion_served": record.opinion_served_on}
    served = [code for code, day in papers.items() if day is not None and situation.did(step(code))]
    if not served:
        return "不涉及重大问题，也没有送达过督办函、意见书"
    if reported(situation) is None:
        return "已报送纠正情况，应当先核查；核查未纠正的，可以报本级政府"
    return answer_awaited(situation)


def answer_awaited(situation: Situation) -> str | None:
    """While the time that a paper states still runs and nothing was reported, nobody can say it was not obeyed."""
    if reported(situation) is None:
        return None
    limits = (situation.procedure.limit(code) for code in STATED_LIMITS)
    clocks = (clock_of(situation, limit, current_calendar()) for limit in limits)
    ends = (clock.due.judged for clock in clocks if clock is not None and clock.due is not None)
    last_days = [local_day(end) for end in ends if end is not None]
    if not last_days or min(last_days) < situation.on:
        return None
    return f"监督文书载明的报送期限{min(last_days)}才届满，还没有报送，不能认定未按要求履职、纠正"


def reported(situation: Situation) -> str | None:
    """A correction was reported since the last paper."""
    step = situation.procedure.step
    served = situation.last(*(step(code) for code in ("urge_served", "opinion_served", "gov_decided")))
    replied = situation.last(step("receive_reply"))
    if replied is not None and (served is None or served.place < replied.place):
        return None
    return "被监督机关尚未报送纠正情况；逾期不报的，可以报本级政府"


def objection_open(situation: Situation) -> str | None:
    """There is an objection that was not answered."""
    step = situation.procedure.step
    objected, answered = situation.last(step("object")), situation.last(step("answer_objection"))
    if objected is not None and (answered is None or answered.place < objected.place):
        return None
    return "没有尚未处理的异议"


def no_objection_open(situation: Situation) -> str | None:
    """Every objection was answered."""
    return "还有异议没有处理" if objection_open(situation) is None else None


def upheld(situation: Situation) -> str | None:
    """The objection was upheld."""
    return None if situation.record.objection_result == c.Objection.UPHELD else "异议处理结果不是“异议成立”"


def ours_to_withdraw(situation: Situation) -> str | None:
    """A decision is the government's: whoever proposed it cannot take it back."""
    if situation.record.paper_kind != c.PaperKind.DECISION:
        return None
    return "决定书由本级人民政府制发，由本级人民政府撤回；异议成立的，请报请本级人民政府"


def outcome_fits(situation: Situation) -> str | None:
    """The end named is the one that the record tells."""
    record, did, step = situation.record, situation.did, situation.procedure.step
    came = {
        c.Outcome.NO_PROBLEM: record.finding == c.Finding.NONE,
        c.Outcome.ON_SPOT: did(step("correct_on_spot")),
        c.Outcome.AFTER_WARNING: did(step("warning_answered")),
        c.Outcome.AFTER_URGING: did(step("urge")) and record.checked == c.Checked.CORRECTED,
        c.Outcome.AFTER_OPINION: did(step("opine")) and record.checked == c.Checked.CORRECTED,
        c.Outcome.BY_GOVERNMENT: record.ruling == c.Ruling.CORRECT and record.checked == c.Checked.CORRECTED,
        c.Outcome.OBJECTION: did(step("withdraw_paper"), step("gov_withdrew")),
        c.Outcome.DISCIPLINE: did(step("transfer_discipline")),
        c.Outcome.SUPERIOR: did(step("tell_superior")),
        c.Outcome.DECLINED: record.ruling == c.Ruling.NOT_NEEDED,
    }
    if not record.outcome or came.get(c.Outcome(record.outcome), False):
        return None
    return f"案件记录与结果“{c.Outcome(record.outcome).label}”不符"


def nothing_left_to_correct(situation: Situation) -> str | None:
    """A case that waits for a correction is closed only where nothing is to correct, or the government says so."""
    record, procedure = situation.record, situation.procedure
    ends = (c.Outcome.NO_PROBLEM, c.Outcome.DECLINED)
    if situation.stage != procedure.stage("handled") or record.outcome in ends:
        return None
    return "问题还没有纠正；应当核查纠正情况，未纠正的报本级政府决定"


def delisted(situation: Situation) -> str | None:
    """A listed case is taken off the list before it is closed."""
    record = situation.record
    return "挂牌督办尚未摘牌" if record.listed_on is not None and record.delisted_on is None else None


def staff_named(situation: Situation) -> str | None:
    """Somebody is named."""
    return None if situation.record.staff else "没有填写人员处理建议"


def staff_answered(situation: Situation) -> str | None:
    """The competent organ's result is there for at least one of them."""
    told = any(row.get("result") for row in situation.record.staff)
    return None if told else "没有填写有权机关的处理结果"
