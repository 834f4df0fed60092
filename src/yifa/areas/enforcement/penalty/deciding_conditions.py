"""Computed conditions from the notice to the decision (告知至决定): what blocks a decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from yifa.areas.enforcement.common.acting import in_books
from yifa.areas.enforcement.common.party import CITIZENS
from yifa.areas.enforcement.common.rules import threshold_on
from yifa.areas.enforcement.decision_review.triggers import Facts, Found, triggers
from yifa.areas.enforcement.penalty import choices as c
from yifa.areas.enforcement.penalty.benchmark import departures, out_of_statute
from yifa.areas.enforcement.penalty.defaults import DEFAULTS
from yifa.areas.enforcement.penalty.record_decision import heaviest
from yifa.clock.periods import local_day
from yifa.kernel.clocks import clock_of
from yifa.kernel.linking import linked_case
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar

AMOUNTS = (
    (c.PenaltyKind.FINE, "fine_amount", "罚款金额"),
    (c.PenaltyKind.GAINS, "confiscated_amount", "没收违法所得"),
)


MINORS_HEARD, ADULT = date(2026, 1, 1), 18
"""From this day on a minor who may be detained is told of a hearing (治安管理处罚法 2025 修订 117)."""


def _place(record: Any) -> str:
    return record.organ.place.code if record.organ_id is not None else ""


def hearing_reasons(record: Any, on: date) -> list[str]:
    """Why the party must be told of the right to a hearing (处罚法 63①); none where it need not."""
    kinds, found = record.kind_codes, []
    found += [c.PenaltyKind(kind).label for kind in kinds if kind in c.ALWAYS_HEARD]
    others = (c.PenaltyKind.SUSPEND_PERMIT, c.PenaltyKind.RESTRICT)
    if DEFAULTS.at(_place(record)).flag("individual_hearing"):
        found += [f"{c.PenaltyKind(kind).label}（其他较重的行政处罚）" for kind in kinds if kind in others]
    age = record.party_age(record.violation_date or on)
    if record.is_police and on >= MINORS_HEARD and c.PenaltyKind.DETENTION in kinds and age is not None and age < ADULT:
        found.append("未成年人可能执行行政拘留（治安管理处罚法第一百一十七条）")
    limit = threshold_on(record.case_regime, record.matter, on, _place(record))
    if limit is None:
        return found
    amounts = (
        ("fine", "较大数额罚款", record.fine_amount),
        ("confiscation", "没收较大数额违法所得", record.confiscated_amount),
        ("confiscation", "没收较大价值非法财物", record.confiscated_value),
    )  # fmt: skip
    for what, label, amount in amounts:
        least = limit.of(what, record.party_type)
        if amount and least is not None and amount >= least:
            found.append(f"{label}（{least}元以上，{limit.mark}：{limit.source}）")
    return found


def hearing_trigger(record: Any) -> str:
    """Under which item of article 63① the case comes, as the hearing service names them."""
    kinds = set(record.kind_codes)
    groups = (
        ("qualification", (c.PenaltyKind.DOWNGRADE, c.PenaltyKind.REVOKE_PERMIT)),
        ("suspension", (c.PenaltyKind.SUSPENSION, c.PenaltyKind.CLOSURE, c.PenaltyKind.EMPLOYMENT)),
        ("heavy", (c.PenaltyKind.SUSPEND_PERMIT, c.PenaltyKind.RESTRICT)),
        ("fine", (c.PenaltyKind.FINE,)),
        ("confiscation", (c.PenaltyKind.GAINS, c.PenaltyKind.PROPERTY)),
    )
    return next((trigger for trigger, members in groups if kinds & set(members)), "by_law")


def review_found(record: Any, on: date) -> list[Found]:
    """Why legal review must come before the decision (处罚法 58①); none where it need not."""
    from yifa.areas.enforcement.decision_review.standing import mandatory

    limit = threshold_on(record.case_regime, record.matter, on, _place(record))
    least = limit.of("review", record.party_type) if limit else None
    facts = Facts(
        "penalty",
        heard=record.hearing_outcome in (c.HearingOutcome.HELD, c.HearingOutcome.ABSENT),
        public_interest=record.public_interest,
        complex_case=record.complicated or len(record.other_acts) > 1,
        matter=record.matter, item_code=record.item_code,
        measures=tuple(c.PenaltyKind(kind).label for kind in record.kind_codes),
        amount=record.money_taken, citizen=record.party_type in (*CITIZENS, ""),
        threshold=None if least is None else Decimal(least),
    )  # fmt: skip
    heavy = [kind for kind in record.kind_codes if kind in c.ALWAYS_HEARD]
    if heavy:
        facts = replace(facts, major=f"拟作{c.PenaltyKind(heaviest(heavy)).label}，属于重大执法决定")
    if record.organ_id is None:  # a scenario: no directory to look into
        return triggers(facts)
    return mandatory(record.organ, facts, on, record.case_regime)


def review_reasons(record: Any, on: date) -> list[str]:
    """The same in words."""
    return [f"{found.why}（{found.basis.short}）" for found in review_found(record, on)]


def collective_reasons(record: Any, on: date) -> list[str]:
    """Why the heads must discuss it together (处罚法 57②); none where they need not."""
    if record.decision_type not in ("", c.DecisionType.PENALTY):
        return []
    found = []
    if record.complicated or record.public_interest or len(record.other_acts) > 1:
        found.append("情节复杂")
    if review_reasons(record, on):
        found.append("属于重大违法行为（列入法制审核、听证范围）")
    deviates = bool(record.deviation_reason) or any(row.get("reason") for row in record.other_acts)
    if deviates and DEFAULTS.at(_place(record)).flag("deviation_collective"):
        found.append("拟偏离裁量基准")
    return found


def needs_hearing_notice(record: Any, on: date) -> bool:
    """For `Step.sets`: whether the party must be told of the right to a hearing."""
    return bool(hearing_reasons(record, on))


def needs_review(record: Any, on: date) -> bool:
    """For `Step.sets`: whether legal review is mandatory."""
    return bool(review_reasons(record, on))


def needs_discussion(record: Any, on: date) -> bool:
    """For `Step.sets`: whether collective discussion is mandatory."""
    return bool(collective_reasons(record, on))


def kind_counted(record: Any, on: date) -> str:
    """For `Step.sets`: the heaviest kind, as which the case is counted."""
    return heaviest(record.kind_codes)


def proposes_a_decision(situation: Situation) -> str | None:
    """What the end of an investigation proposes is a penalty or none; the rest have steps of their own (处罚法 57①)."""
    record = situation.record
    if record.decision_type in (c.DecisionType.PENALTY, c.DecisionType.NO_PENALTY, c.DecisionType.NOT_ESTABLISHED):
        return None
    other = "涉嫌犯罪，办理移送" if record.decision_type == c.DecisionType.CRIMINAL else "撤销立案"
    return f"“{record.get_decision_type_display() or '没有填写'}”不在本环节选择，请用“{other}”环节"


# --- what is imposed ----------------------------------------------------------------------------


def kinds_fit(situation: Situation) -> str | None:
    """Kinds and amounts agree; detention is for public security alone."""
    record, kinds = situation.record, situation.record.kind_codes
    for kind, name, label in AMOUNTS:
        amount = getattr(record, name)
        if kind in kinds and not amount:
            return f"处罚种类有{kind.label}，没有填写“{label}”"
        if amount and kind not in kinds:
            return f"填写了“{label}”，处罚种类没有{kind.label}"
    if c.PenaltyKind.DETENTION in kinds and not record.is_police:
        return "限制人身自由的行政处罚只能由公安机关和法律规定的其他机关实施"
    return None


def within_statute(situation: Situation) -> str | None:
    """No fine beyond what the statute allows."""
    return out_of_statute(situation.record, situation.on) if in_books(situation) else None


def within_benchmark(situation: Situation) -> str | None:
    """The fine lies within the tier, or it is said why not (处罚法 34; E17)."""
    if not in_books(situation):
        return None
    bare = [why for act, why in departures(situation.record, situation.on) if not act.reason]
    return f"{'；'.join(bare)}，没有写明偏离的理由" if bare else None


def tier_as_proposed(situation: Situation) -> str | None:
    """Another tier than the proposed one needs a reason."""
    record = situation.record
    if not record.proposed_grade or record.grade == record.proposed_grade or record.deviation_reason:
        return None
    chosen = record.get_grade_display() if record.grade else "没有填写"
    return f"建议适用“{record.get_proposed_grade_display()}”阶次，裁量阶次{chosen}，没有写明偏离的理由"


def mitigation_grounded(situation: Situation) -> str | None:
    """Mitigation below the statute has a ground of articles 30 to 32."""
    record = situation.record
    kinds = {str(row["kind"]) for row in record.circumstances}
    if record.grade != "mitigated" or kinds & {*c.MUST_LIGHTEN, *c.MAY_LIGHTEN}:
        return None
    return "减轻处罚没有法定情节，请在“从轻、减轻、从重情节”中登记事实和证据"


def minors_spared(situation: Situation) -> str | None:
    """Who was under 14 is not punished; who was under 18 is punished more lightly (处罚法 30)."""
    record = situation.record
    age = record.party_age(record.violation_date or situation.on)
    if age is None or age >= 18:
        return None
    if age < 14:
        return f"当事人违法时{age}周岁，不满十四周岁，不予行政处罚，责令监护人加以管教"
    if record.grade not in ("lighter", "mitigated"):
        return f"当事人违法时{age}周岁，应当从轻或者减轻处罚"
    return None


def terms_stated(situation: Situation) -> str | None:
    """What is to be done beside paying has its content and time, in its row or as the term of the decision (59①四)."""
    record = situation.record
    if record.perform_due_date is not None:
        return None
    bare = [
        c.PenaltyKind(str(row["kind"])).label for row in record.penalty_kinds
        if row["kind"] in c.TERMED and not row.get("detail")
    ]  # fmt: skip
    return f"{'、'.join(bare)}没有写明内容和期限，请填写处罚种类的“内容”或者“履行期限”" if bare else None


def sane_enough(situation: Situation) -> str | None:
    """Who could not understand or control the act is not punished (处罚法 31)."""
    return "当事人不能辨认或者不能控制自己行为，不予行政处罚" if situation.record.capacity == c.Capacity.NONE else None


# --- told, heard, reviewed ----------------------------------------------------------------------


def heard(situation: Situation) -> str | None:
    """What the party said was examined (处罚法 45①)."""
    record, step = situation.record, situation.procedure.step
    if not record.statement_received:
        return None
    said, examined = situation.last(step("state")), situation.last(step("review_statement"))
    if examined is None or (said is not None and examined.place < said.place):
        return "当事人的陈述、申辩尚未复核"
    return None


def _last_day(situation: Situation, code: str) -> date | None:
    clock = clock_of(situation, situation.procedure.limit(code), current_calendar(), provisional=True)
    return local_day(clock.due.judged) if clock is not None and clock.due.judged is not None else None


def _said_since_told(situation: Situation) -> bool:
    """The party spoke after it was told the last time: what it said to an earlier notice is not about this one."""
    step = situation.procedure.step
    said, told = situation.last(step("state")), situation.last(step("serve_notice"))
    if said is None:
        return False
    return told is None or said.place > told.place


def statement_over(situation: Situation) -> str | None:
    """The party spoke, expressly waived it, or had its time (处罚法 62)."""
    record = situation.record
    if record.statement_waived or _said_since_told(situation):
        return None
    last = _last_day(situation, "statement_in_time")
    if last is None or situation.on > last:
        return None
    return f"陈述、申辩期限至{last}届满，当事人没有明确放弃，届满前不得作出决定"


def hearing_over(situation: Situation) -> str | None:
    """The hearing was held, or the time to ask for it is over (处罚法 63, 64①一)."""
    record = situation.record
    if not record.hearing_required:
        return None
    if record.hearing_outcome and record.hearing_outcome != c.HearingOutcome.NOT_REQUESTED:
        return None
    if record.hearing_requested:
        return "当事人要求听证，听证尚未结束"
    last = _last_day(situation, "ask_hearing_in_time")
    if last is None:
        return "听证告知书尚未送达"
    return f"要求听证的期限至{last}届满，届满前不得作出决定" if situation.on <= last else None


def no_crime_pending(situation: Situation) -> str | None:
    """No penalty while a crime is verified, referred or investigated (处罚法 8②、27①，移送规定 11①)."""
    from yifa.areas.enforcement.criminal_referral.clearance import bars_fine

    record = situation.record
    referral = linked_case(record, "criminal_referral") if record.pk is not None else None
    return bars_fine(referral.stage) if referral is not None else None


def not_asked_in_time(situation: Situation) -> str | None:
    """That no hearing was asked for is certain only when the five working days are over (处罚法 64①一)."""
    record = situation.record
    if record.hearing_outcome != c.HearingOutcome.NOT_REQUESTED:
        return None
    if record.hearing_requested:
        return "当事人已经要求听证，不能登记为期满没有要求"
    last = _last_day(situation, "ask_hearing_in_time")
    if last is None:
        return "听证告知书尚未送达"
    if situation.on >= last:  # the system enters it in the night after, under the last day
        return None
    return f"要求听证的期限至{last}届满，届满前不能登记为期满没有要求"


def reviewed(situation: Situation) -> str | None:
    """Mandatory legal review was passed (处罚法 58①)."""
    from yifa.areas.enforcement.decision_review.clearance import why_not

    record, reasons = situation.record, review_reasons(situation.record, situation.on)
    why = why_not(record.legal_review_result, cleared=record.legal_review_cleared, needed=bool(reasons))
    return f"{why}：{'；'.join(reasons)}" if why and reasons else why


def discussed(situation: Situation) -> str | None:
    """Mandatory collective discussion took place after the investigation ended (处罚法 57②)."""
    record, step = situation.record, situation.procedure.step
    reasons = collective_reasons(record, situation.on)
    if not reasons:
        return None
    met, ended = situation.last(step("discuss")), situation.last(step("conclude"))
    if met is None or (ended is not None and met.place < ended.place):
        return f"应当由机关负责人集体讨论决定：{'；'.join(reasons)}"
    if record.collective_conclusion not in (c.Conclusion.APPROVE, c.Conclusion.MODIFY):
        return f"集体讨论的结论为“{record.get_collective_conclusion_display()}”，不能据此给予处罚"
    return None


def in_order(situation: Situation) -> str | None:
    """A hearing that was held comes before the review (处罚法 58①二)."""
    record, step = situation.record, situation.procedure.step
    review, hearing = situation.last(step("get_opinion")), situation.last(step("end_hearing"))
    if record.hearing_outcome not in (c.HearingOutcome.HELD, c.HearingOutcome.ABSENT):
        return None
    if record.legal_review_result and hearing is not None and review is not None and review.place < hearing.place:
        return "法制审核在听证之前，听证后应当再次送审"
    return None


def not_heavier(situation: Situation) -> str | None:
    """Not heavier than what the party was told of, least of all because it spoke (处罚法 45②)."""
    record = situation.record
    told, kinds = record.noticed_fine or Decimal(0), [str(row["kind"]) for row in record.noticed_kinds]
    more = (record.fine_amount or 0) > told or record.confiscated_total > (record.noticed_confiscated or 0)
    graver = c.WEIGHTS.get(heaviest(record.kind_codes), -1) > c.WEIGHTS.get(heaviest(kinds), -1)
    added = set(record.kind_codes) > set(kinds)
    if not (more or graver or added) or not situation.did(situation.procedure.step("notify")):
        return None
    spoke = "，不得因陈述、申辩给予更重的处罚" if record.statement_received else ""
    said = "、".join(c.PenaltyKind(kind).label for kind in kinds) or "无"
    return f"拟决定的处罚重于告知的处罚（{said}；罚款{told.normalize():f}元）{spoke}；有新的事实的，补充调查后重新告知"


def attendees_enough(situation: Situation) -> str | None:
    """It is the heads of the organ who discuss, not an office."""
    heads = [row for row in situation.record.collective_attendees if row.get("voting") != "attending"]
    return "集体讨论应当由机关负责人参加，登记的负责人不足两人" if len(heads) < 2 else None


def hearing_in_window(situation: Situation) -> str | None:
    """The party asked within five working days (处罚法 64①一); where the hearing has a case, it was judged there."""
    record = situation.record
    hearing = linked_case(record, "enforcement_hearing") if record.pk is not None else None
    if hearing is not None and hearing.record.requested_on is not None:
        return None  # what was posted in time may come in later
    last = _last_day(situation, "ask_hearing_in_time")
    return f"要求听证的期限已于{last}届满" if last is not None and situation.on > last else None


# --- closing ------------------------------------------------------------------------------------


def change_stated(situation: Situation) -> str | None:
    """What a penalty was changed to is on record; nothing else has a changed fine."""
    record = situation.record
    changed = record.changed_fine is not None or bool(record.changed_text)
    if record.changed_by == c.Changed.CHANGED:
        return None if changed else "结果是变更的，应当填写变更后的罚款金额或者处罚内容"
    return "结果不是变更，不填写变更后的罚款金额、处罚内容" if changed else None


def educated(situation: Situation) -> str | None:
    """Who is not punished is educated, and that is on record (处罚法 33③)."""
    return None if situation.record.education_record else "没有教育当事人的记录"


def spared(situation: Situation) -> bool:
    """The case ended without a penalty though an act was unlawful."""
    return bool(situation.record.decision_type == c.DecisionType.NO_PENALTY)


def carried_out(situation: Situation) -> str | None:
    """The penalty was carried out, or its execution ended by law."""
    record = situation.record
    if record.decision_type != c.DecisionType.PENALTY or record.changed_by in (
        c.Changed.REVOKED, c.Changed.ILLEGAL, c.Changed.VOID
    ):  # fmt: skip
        return None
    done = record.performance in (c.Performance.PERFORMED, c.Performance.ENFORCED, c.Performance.ENDED,
                                  c.Performance.NONE)  # fmt: skip
    return None if done else "处罚决定尚未履行完毕，也没有执行终结"
