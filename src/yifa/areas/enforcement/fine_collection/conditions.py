"""Guards and computed conditions of collecting a fine."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yifa.areas.enforcement.common.money import Channel
from yifa.areas.enforcement.fine_collection.ledger import (
    PAYING,
    account,
    confiscated_paid,
    number,
    refunded,
    tranche,
)
from yifa.areas.enforcement.fine_collection.surcharge import Paid, Reckoned, Tranche, yuan
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar

ZERO = Decimal(0)
THIRTY = 30


def something_owed(situation: Situation) -> str | None:
    """There is a fine or a confiscated sum."""
    record = situation.record
    return None if (record.fine_amount or ZERO) + (record.confiscated_amount or ZERO) > 0 else "罚款和没收款都是0"


def received_in_order(situation: Situation) -> str | None:
    """The decision was received after it was made."""
    record = situation.record
    if record.decision_date and record.received_on and record.received_on < record.decision_date:
        return f"收到处罚决定书日{record.received_on}早于处罚决定日{record.decision_date}"
    return None


def now(situation: Situation) -> Reckoned:
    """The account with the payment that is being entered."""
    return account(situation, situation.on, also=(Paid(situation.on, number(situation.data, "amount")),))


def confiscated_left(situation: Situation) -> Decimal:
    """What is left of the confiscated sum after the payment that is being entered."""
    paid = confiscated_paid(situation) + number(situation.data, "confiscated")
    return (situation.record.confiscated_amount or ZERO) - paid


def paid_something(situation: Situation) -> str | None:
    """A payment is more than nothing and not more than is owed."""
    amount = number(situation.data, "amount") + number(situation.data, "confiscated")
    if amount <= 0:
        return None if nothing_left(situation) else "缴纳的金额应当大于0"
    after = now(situation)
    if after.over > 0:
        return f"比应缴的多{yuan(after.over)}，多缴的应当退还；请核对金额和日期"
    if confiscated_left(situation) < 0:
        return f"没收款比应缴的多{yuan(-confiscated_left(situation))}，请核对"
    return None


def nothing_left(situation: Situation) -> bool:
    """Nothing is owed although nothing is being paid: the sum was lowered, or the rest was remitted."""
    return now(situation).left <= 0 and confiscated_left(situation) <= 0


def all_paid(situation: Situation) -> str | None:
    """Nothing is left of fine, additional fine and confiscated sum."""
    after, left = now(situation), confiscated_left(situation)
    parts = [
        f"{label}{yuan(amount)}"
        for label, amount in (("罚款", after.fine_left), ("加处罚款", after.surcharge_left), ("没收款", left))
        if amount > 0
    ]
    return f"尚欠{'、'.join(parts)}；没有缴清的请登记“缴纳部分款项”" if parts else None


def not_all_paid(situation: Situation) -> str | None:
    """Something is left; the last payment closes the case."""
    if paid_something(situation) is not None:
        return None
    return None if all_paid(situation) else "已经缴清，请登记“缴清款项”"


def on_the_spot(situation: Situation) -> bool:
    """The money was taken by an officer."""
    return bool(situation.record.channel == Channel.ON_SPOT)


def collected_here(situation: Situation) -> bool:
    """Officers collected money themselves, in some payment."""
    return situation.record.collected_on is not None


def handed_in_bounds(situation: Situation) -> str | None:
    """No more is handed in than officers hold."""
    wanted = number(situation.data, "amount")
    if wanted <= 0:
        return "交至机关的金额应当大于0"
    left = held_by_officers(situation)
    return f"执法人员手中只有{yuan(max(ZERO, left))}，请核对" if wanted > left else None


def held_by_officers(situation: Situation) -> Decimal:
    """What officers collected on the spot and have not handed in.

    The channel is told only of the latest payment: where several were made through different channels, what is in
    their hands is at most all that was paid.
    """
    paid = [event for event in situation.happened if event.step.code in PAYING]
    taken = sum((number(event.data, name) for event in paid for name in ("amount", "confiscated")), ZERO)
    handed = (number(event.data, "amount") for event in situation.happened if event.step.code == "hand_in")
    return taken - sum(handed, ZERO)


def by_auction(situation: Situation) -> bool:
    """The money came from what was seized."""
    return bool(situation.record.channel == Channel.AUCTION)


def seized(situation: Situation) -> str | None:
    """Something had been seized before."""
    return None if situation.record.seized else "没有已经查封、扣押的财物，不能拍卖抵缴"


def with_plan(situation: Situation) -> bool:
    """A deferral or instalments were granted."""
    return situation.record.plan_ends_on is not None


def without_plan(situation: Situation) -> bool:
    """Nothing was granted."""
    return not with_plan(situation)


def direct(situation: Situation) -> bool:
    """The organ has itself the power to enforce."""
    return bool(situation.record.own_power)


def over_by(situation: Situation, day: date | None) -> bool:
    """Paid, handed over or given up by a day: what would only begin on that day never does."""
    step = situation.procedure.step
    ends = situation.dates(step("pay"), step("hand_over"), step("terminate"), step("cancel"))
    return day is not None and bool(ends) and min(ends) <= day


def direct_with_plan(situation: Situation) -> bool:
    """The organ has the power, and had granted a deferral or instalments."""
    return direct(situation) and with_plan(situation)


def thirty_days_after_plan(situation: Situation) -> str | None:
    """After a plan the thirty days run from its missed days, so that the additional fine itself tells (强制法46①)."""
    days = account(situation, situation.on).days
    return None if days > THIRTY else f"加处罚款只计算了{days}日，超过三十日、经催告仍不履行的方可强制执行"


def enforceable(situation: Situation) -> bool:
    """The organ may enforce itself once thirty days of additional fine are over."""
    return direct(situation) and without_plan(situation) and not over_by(situation, situation.record.due_on)


def court_window(situation: Situation) -> bool:
    """The court may be applied to for three months from the end of the plan."""
    plan_over = over_by(situation, situation.record.plan_ends_on)
    return with_plan(situation) and not direct(situation) and not plan_over


def plan_fits(situation: Situation) -> str | None:
    """The plan adds up to what is left of the fine, its days lie ahead in order and are working days."""
    fresh = [row for row in situation.record.plan if not row.get("granted_on")]
    if not fresh:
        return "没有填写这次批准的各期"
    try:
        rows = [tranche(row) for row in fresh]
    except ValueError:
        return "延期、分期的缴纳期限写成 2025-03-04 的形式，金额写数字"
    wrong = _days(rows, situation.on)
    if wrong:
        return wrong
    left, total = account(situation, situation.on).fine_left, sum((row.amount for row in rows), ZERO)
    return None if total == left else f"各期合计{yuan(total)}，尚未缴纳的罚款为{yuan(left)}，应当相等"


def _days(rows: list[Tranche], on: date) -> str | None:
    for before, row in zip([on, *(row.due for row in rows)], rows, strict=False):
        if row.amount <= 0:
            return f"{row.due}一期的金额应当大于0"
        if row.due <= before:
            return f"缴纳期限{row.due}应当晚于{before}"
        if not current_calendar().is_workday(row.due, allow_provisional=True):
            return f"缴纳期限{row.due}是休息日，请改为工作日"
    return None


def overdue(situation: Situation) -> str | None:
    """Something is overdue on the day."""
    record, told = situation.record, account(situation, situation.on)
    if told.overdue > 0 or (told.fine_left == 0 and told.surcharge_left > 0):
        return None
    if record.due_on is not None and record.due_on < situation.on and confiscated_left(situation) > 0:
        return None
    last = record.plan_ends_on or record.due_on
    return f"缴款期限至{last}，尚未逾期" if told.left > 0 else "已经没有应缴的款项"


def nothing_pending(situation: Situation) -> str | None:
    """No reconsideration or litigation is going on already."""
    return "已有进行中的复议、诉讼，请先登记其结束" if _pending(situation) else None


def pending(situation: Situation) -> str | None:
    """One is going on."""
    return None if _pending(situation) else "没有进行中的复议、诉讼"


def _pending(situation: Situation) -> bool:
    step = situation.procedure.step
    last = situation.last(step("stop"), step("resume"))
    return last is not None and last.step == step("stop")


def waived_in_bounds(situation: Situation) -> str | None:
    """Only what has accrued can be remitted; the fine itself never."""
    left, wanted = account(situation, situation.on).surcharge_left, number(situation.data, "amount")
    if wanted <= 0:
        return "减免的数额应当大于0"
    return f"加处罚款尚欠{yuan(left)}，减免不得超过这一数额；罚款本身不能减免" if wanted > left else None


def paid_any(situation: Situation) -> str | None:
    """Something was paid before."""
    return None if any(event.step.code in PAYING for event in situation.happened) else "还没有缴款记录"


def to_refund(situation: Situation) -> Decimal:
    """What is to be given back: all that was paid where the decision fell, else what nobody owes; less what was."""
    told, confiscated = account(situation, situation.on), confiscated_paid(situation)
    if situation.stage == situation.procedure.stage("cancelled"):
        owed = told.fine_paid + told.surcharge_paid + told.over + confiscated
    else:
        owed = told.over + max(ZERO, confiscated - (situation.record.confiscated_amount or ZERO))
    return owed - refunded(situation)


def refund_in_bounds(situation: Situation) -> str | None:
    """Money goes back only as far as it was paid without being owed."""
    wanted, owed = number(situation.data, "amount"), to_refund(situation)
    if wanted <= 0:
        return "退还的金额应当大于0"
    return f"应当退还的只有{yuan(max(ZERO, owed))}，请核对；决定被撤销的先登记“决定被撤销”" if wanted > owed else None


def nothing_new_owed(situation: Situation) -> str | None:
    """A closed collection is not opened again by a changed decision."""
    if situation.stage != situation.procedure.stage("paid") or nothing_left(situation):
        return None
    return "案件已经缴清，变更后的数额不能高于已缴的数额"


def remitted_in_bounds(situation: Situation) -> str | None:
    """No more goes to the treasury than was paid."""
    events = [event for event in situation.happened if event.step.code in PAYING]
    paid = sum((number(event.data, name) for event in events for name in ("amount", "confiscated")), ZERO)
    before = [event for event in situation.happened if event.step.code == "remit"]
    told = sum((number(event.data, "amount") for event in before), ZERO) + number(situation.data, "amount")
    return f"入库合计{yuan(told)}，超过实缴的{yuan(paid)}，请核对" if told > paid else None
