"""Computed conditions from performance to the end of a contract: None where met, otherwise why not, in Chinese."""

from __future__ import annotations

from yifa.areas.rulemaking.government_contract import choices as c
from yifa.areas.rulemaking.government_contract.conditions import changing, civil
from yifa.areas.rulemaking.government_contract.echoes import open_disputes
from yifa.clock.periods import local_day
from yifa.kernel.clocks import clock_of
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar


def milestone_complete(situation: Situation) -> str | None:
    """A milestone says when it falls due or how that is reckoned, and a payment how much it is."""
    data = situation.data
    if data.get("kind") in (c.ObligationKind.PAYMENT, c.ObligationKind.RECEIPT) and not data.get("amount"):
        return "付款、收款节点应当填写金额"
    if data.get("kind") != c.ObligationKind.PAYMENT and not data.get("agreed_on"):
        return "应当填写约定日期"
    return None


def not_arbitrated(situation: Situation) -> str | None:
    """Disputes over administrative agreements do not go to arbitration."""
    found = situation.record.dispute_kind == c.DisputeKind.ARBITRATION
    return "行政协议纠纷不适用仲裁" if found else None


def heard_as_administrative(situation: Situation) -> str | None:
    """Nor to the civil courts, unless concluded before 2015-05-01 (协议规定第二十八条)."""
    found = situation.record.dispute_kind == c.DisputeKind.LITIGATION
    return "行政协议纠纷依行政诉讼解决，不适用民事诉讼" if found else None


def milestones_done(situation: Situation) -> str | None:
    """Every milestone and payment is done or cancelled."""
    step = situation.procedure.step
    left = len(situation.dates(step("plan"))) - len(situation.dates(step("obligation_done")))
    return f"还有{left}个履行节点没有完成或者取消" if left > 0 else None


def nothing_pending(situation: Situation) -> str | None:
    """No dispute and no proposed change is open."""
    if disputed(situation):
        return "还有纠纷没有办结"
    return "还有提出的变更、解除没有办结" if changing(situation) else None


def disputed(situation: Situation) -> bool:
    """A dispute is open."""
    step = situation.procedure.step
    return len(situation.dates(step("dispute"))) > len(situation.dates(step("settle")))


def civil_dispute(situation: Situation) -> bool:
    """A dispute over a civil contract is open, so that the organ may sue."""
    return civil(situation) and disputed(situation)


def dispute_closed(situation: Situation) -> str | None:
    """What the case of a dispute brought to its end is settled here with it, not before it."""
    step = situation.procedure.step
    unsettled = len(situation.dates(step("dispute"))) - len(situation.dates(step("settle")))
    still = open_disputes(situation.record)
    if len(still) < unsettled:
        return None
    return f"合同纠纷案件“{still[0]}”还没有办结，请在该案登记“纠纷办结”，结果自动回来"


def addition_small_enough(situation: Situation) -> str | None:
    """All supplements to a procurement contract together are at most a tenth (政府采购法第四十九条)."""
    record = situation.record
    if record.change_amount is None or record.amount is None:
        return "追加采购的，应当填写增加金额"
    total, most = record.change_amount + (record.added_before or 0), record.amount / 10
    return f"各次追加采购合计{total}元，超过原合同采购金额的10%" if total > most else None


def compensated(situation: Situation) -> str | None:
    """Who suffers by a change for the public interest is compensated (优化营商环境条例第三十一条)."""
    return None if situation.record.compensation else "因公共利益变更、解除的，应当依法补偿，请填写补偿情况"


def claim_alive(situation: Situation) -> str | None:
    """The period of limitation still runs: a demand after it interrupts nothing (民法典第一百九十五条)."""
    clock = clock_of(situation, situation.procedure.limit("claim_in_time"), current_calendar())
    if clock is None or not clock.open or clock.due.judged is None:
        return None
    last = local_day(clock.due.judged)
    return f"诉讼时效已于{last}届满，催告不再中断时效，请登记“时效届满后催告”" if situation.on > last else None


def remedies_over(situation: Situation) -> str | None:
    """Nobody contested the decision in time, or it was upheld."""
    step = situation.procedure.step
    if situation.did(step("remedy_lapsed"), step("upheld")):
        return None
    return "对方申请复议、起诉的期限没有届满，或者复议、诉讼还没有终结"


def proposed_to_end(situation: Situation) -> str | None:
    """What was proposed and reviewed is an end of the contract."""
    return None if situation.record.change_kind in c.ENDING else "提出的是变更，不是解除"


def proposed_to_change(situation: Situation) -> str | None:
    """What was proposed and reviewed is a change."""
    return "提出的是解除，不是变更" if situation.record.change_kind in c.ENDING else None


def outcome_fits(situation: Situation) -> str | None:
    """The way it ends is the one proposed: agreed, or by one side."""
    record = situation.record
    wanted = c.Outcome.AGREED if record.change_kind == c.Change.TERMINATION else c.Outcome.UNILATERAL
    return None if record.outcome in ("", wanted) else f"终结方式应为“{wanted.label}”"
