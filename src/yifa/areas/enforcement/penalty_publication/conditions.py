"""Guards and computed conditions of publishing a decision."""

from __future__ import annotations

from datetime import date

from yifa.areas.enforcement.penalty_publication import choices as c
from yifa.areas.enforcement.penalty_publication.defaults import DEFAULTS
from yifa.areas.enforcement.penalty_publication.privacy import exposed
from yifa.kernel.clocks import clock_of
from yifa.kernel.models import Published
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar

SHOWN = {
    "public_text": "公开文本", "violation": "违法事实", "decision_basis": "决定依据", "decision_text": "决定内容",
    "withdraw_reason": "撤回的理由",
}  # fmt: skip


def of_penalty(situation: Situation) -> bool:
    """A penalty."""
    return bool(situation.record.decision_class == c.DecisionClass.PENALTY)


def of_market(situation: Situation) -> bool:
    """A penalty of market supervision."""
    return of_penalty(situation) and bool(situation.record.regime == c.Regime.MARKET)


def elsewhere(situation: Situation) -> bool:
    """The party is registered in another province."""
    return of_market(situation) and bool(situation.record.registered_elsewhere)


def sealed_order(situation: Situation) -> str | None:
    """Records of public security violations are sealed from the day of the new act on."""
    since = date.fromisoformat(DEFAULTS.text("sealed_since", situation))
    if situation.record.regime != c.Regime.SECURITY or situation.on < since:
        return None
    return f"违反治安管理的记录自{since}起应当封存，不得提供、不得公开"


def sealed_child(situation: Situation) -> str | None:
    """Records of minors are sealed."""
    return "未成年人被行政处罚的记录应当封存，不得公开" if situation.record.juvenile else None


def warning_only(situation: Situation) -> str | None:
    """A mere warning is not published in market supervision."""
    return "仅受到警告的，不予公示" if situation.record.warning_only else None


def decided_in_order(situation: Situation) -> str | None:
    """A decision is not published before it is made."""
    day = situation.record.decision_date
    return f"决定日期{day}晚于办理日期{situation.on}" if day is not None and day > situation.on else None


def text_clean(situation: Situation) -> str | None:
    """What becomes public shows nobody's number, name or address."""
    record = situation.record
    found = [
        f"“{label}”{where}"
        for name, label in SHOWN.items()
        for where in exposed(str(getattr(record, name) or ""), record.parties)
    ]
    return f"{'；'.join(found)}，请遮蔽或者删去后再公开" if found else None


def withheld_explained(situation: Situation) -> str | None:
    """The reason fits the record."""
    record = situation.record
    if record.withheld == c.Withheld.SECURITY and record.regime != c.Regime.SECURITY:
        return "不是治安案件，请选择实际的情形"
    if record.withheld == c.Withheld.CHILD and not record.juvenile:
        return "没有登记为未成年人，请核对“当事人是未成年人”"
    if record.withheld == c.Withheld.WARNING and not (record.warning_only and of_market(situation)):
        return "只有市场监管案件中登记为仅给予警告的处罚才按此不公示；其他警告按有没有社会影响判定"
    if record.withheld == c.Withheld.NO_IMPACT and not of_penalty(situation):
        return f"只有行政处罚以“一定社会影响”判定，{record.get_decision_class_display()}决定应当公开，请选择其他情形"
    explained = (c.Withheld.NO_IMPACT, c.Withheld.STATE, c.Withheld.OTHERS, c.Withheld.BY_LAW)
    if record.withheld in explained and not record.withheld_why:
        return "应当在“不公开的说明”中写明理由和依据"
    return None


def published(situation: Situation) -> str | None:
    """The public copy was published."""
    if situation.did(situation.procedure.publication("copy").done) or situation.record.pk is None:
        return None
    return "公开副本尚未公开"


def taken_down(situation: Situation) -> str | None:
    """No public copy is standing any more in this system."""
    pk = situation.record.pk
    if pk is None or not Published._base_manager.filter(case_id=pk, publication="copy", withdrawn_on=None).exists():
        return None
    return "公开副本仍在公开，请先在“公开副本”中撤回并写明理由"


def was_changed(situation: Situation) -> str | None:
    """There is a changed decision to publish."""
    return None if situation.record.change == c.Change.CHANGED else "只有决定被变更的，才有变更后的决定可以公开"


def never_shown(situation: Situation) -> str | None:
    """No copy was ever public, here or at another channel."""
    record, step = situation.record, situation.procedure.step
    shown = record.pk is not None and Published._base_manager.filter(case_id=record.pk, publication="copy").exists()
    if shown or situation.did(step("credit"), step("system"), step("push")):
        return "原决定已经公开过，应当撤回并公开说明理由"
    return None


def graded(situation: Situation) -> bool:
    """It is on the credit site, under the rules of grades."""
    record = situation.record
    return record.credit_on is not None and bool(record.credit_class)


def graded_at_least(situation: Situation) -> bool:
    """The same, and there is a least time."""
    return graded(situation) and least_months(situation) > 0


def most_months(situation: Situation) -> int:
    """How long at most it is shown on the credit site."""
    return DEFAULTS.number(f"{situation.record.credit_class or c.CreditClass.GENERAL.value}_most_months", situation)


def least_months(situation: Situation) -> int:
    """How long at least."""
    return DEFAULTS.number(f"{situation.record.credit_class or c.CreditClass.GENERAL.value}_least_months", situation)


def by_grades(situation: Situation) -> str | None:
    """Grades are known since the day of the rules."""
    since = date.fromisoformat(DEFAULTS.text("repair_since", situation))
    if situation.on >= since or not situation.record.credit_class:
        return None
    return f"失信程度分级自{since}起施行，此前归集的不填写失信程度"


def repair_possible(situation: Situation) -> str | None:
    """Something is on the credit site that can be repaired."""
    return None if graded(situation) else "没有在信用网站按失信程度公示的信息"


def terms_over(situation: Situation) -> str | None:
    """No term of a channel is running."""
    for code in ("credit_term", "system_term"):
        limit = situation.procedure.limit(code)
        clock = clock_of(situation, limit, current_calendar())
        if clock is not None and clock.open:
            return f"“{limit.label}”尚未届满"
    return None


def in_public(situation: Situation) -> bool:
    """The duty to publish stands: the decision was not changed and the case not closed."""
    return situation.stage.code not in ("to_withdraw", "withdrawn", "sealed")
