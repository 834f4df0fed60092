"""Guards and computed conditions of compulsory measures (自动核对的条件)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from yifa.areas.enforcement.coercion import choices as c
from yifa.areas.enforcement.coercion.acts import PRIVATE_SECTOR_SINCE
from yifa.areas.enforcement.coercion.defaults import DEFAULTS
from yifa.clock.periods import local_day
from yifa.kernel.clocks import clock_of
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar

LONGEST = 30
"""Days by which a measure is extended at most (强制法第二十五条第一款、第三十二条第一款)."""

# --- guards -----------------------------------------------------------------------------------------


def held(situation: Situation) -> bool:
    """Sealing or seizure."""
    return situation.record.measure_type in c.HELD


def sealed(situation: Situation) -> bool:
    """Sealing."""
    return bool(situation.record.measure_type == c.MeasureType.SEAL)


def frozen(situation: Situation) -> bool:
    """Freezing."""
    return bool(situation.record.measure_type == c.MeasureType.FREEZE)


def liberty(situation: Situation) -> bool:
    """A restriction of personal liberty."""
    return bool(situation.record.measure_type == c.MeasureType.LIBERTY)


def other(situation: Situation) -> bool:
    """Neither over things nor over money: liberty, and what single acts provide for."""
    return situation.record.measure_type in (c.MeasureType.LIBERTY, c.MeasureType.OTHER)


def neither_things_nor_persons(situation: Situation) -> bool:
    """A measure of the fifth kind (强制法第九条第五项)."""
    return bool(situation.record.measure_type == c.MeasureType.OTHER)


def absent(situation: Situation) -> bool:
    """Nobody was there to be handed the decision on sealing or seizure."""
    return held(situation) and situation.record.scene == c.Scene.ABSENT


def handed_at_once(situation: Situation) -> bool:
    """The decision on sealing or seizure is handed to somebody who is there (强制法第二十四条第一款)."""
    return held(situation) and not absent(situation)


def other_with_term(situation: Situation) -> bool:
    """Another measure whose act names a term."""
    return other(situation) and situation.record.special_days is not None


def of_citizen(situation: Situation) -> bool:
    """The party is a natural person or runs a business under their own name: the family's necessities are theirs."""
    return situation.record.party_type in ("natural", "individual_business")


def of_business(situation: Situation) -> bool:
    """The party is a business and 民营经济促进法 is in force."""
    return situation.record.party_type != "natural" and situation.on >= PRIVATE_SECTOR_SINCE


def returned_due(situation: Situation) -> bool:
    """Things or money have to be given back."""
    return held(situation)


def private_custody(situation: Situation) -> bool:
    """A loss was caused by the third party that keeps the things."""
    return bool(situation.record.loss_by == "third")


# --- the scene --------------------------------------------------------------------------------------


def freeze_approved_before(situation: Situation) -> str | None:
    """Freezing needs approval beforehand and a bank (强制法第三十条第一款)."""
    return "冻结应当事先经负责人批准，请先报告并批准，再办理“实施冻结”" if frozen(situation) else None


def urgent_of_things(situation: Situation) -> str | None:
    """The decision and the list are those of sealing and seizure."""
    return "不是查封、扣押，请办理“当场紧急实施其他强制措施”" if other(situation) else None


def urgent_of_others(situation: Situation) -> str | None:
    """Sealing and seizure have a decision and a list of their own."""
    return "查封、扣押应当制作决定书和清单，请办理“当场紧急实施”" if held(situation) else None


def listed(situation: Situation) -> str | None:
    """The list names every thing with its number; sealing may be of a place alone."""
    record = situation.record
    if not record.items:
        alone = record.measure_type == c.MeasureType.SEAL and record.sealed_place
        return None if alone else "没有填写财物清单，应当制作清单，逐项写明名称、数量"
    for number, row in enumerate(record.items, 1):
        if row.get("quantity") in (None, ""):
            continue  # the column itself is required
        try:
            if Decimal(str(row["quantity"])) <= 0:
                return f"财物清单第{number}行数量应当大于零"
        except InvalidOperation:
            return f"财物清单第{number}行数量“{row['quantity']}”不是数字"
    return None


def scene_signed(situation: Situation) -> str | None:
    """Whoever stays away is stood in for by a witness."""
    record = situation.record
    if record.scene == c.Scene.ABSENT and not record.witness:
        return "当事人不到场的，应当邀请见证人到场并签名，请填写现场见证人"
    return None


def amount_matches(situation: Situation) -> str | None:
    """What is frozen is not more than what the violation is about."""
    record = situation.record
    if record.freeze_amount is None or record.involved_amount is None:
        return "没有填写冻结数额和违法行为涉及的金额"
    if record.freeze_amount > record.involved_amount:
        return f"冻结数额{record.freeze_amount}元超过违法行为涉及的金额{record.involved_amount}元"
    return None


def term_known(situation: Situation) -> str | None:
    """A restriction of liberty has a term that a law sets."""
    return None if situation.record.special_days else "限制人身自由不得超过法定期限，应当写明期限和依据"


# --- the term ---------------------------------------------------------------------------------------


def term_ends(situation: Situation) -> date | None:
    """The last day of the measure as it stands; None where it has no term or stands still for a test."""
    for code in ("seal_term", "freeze_term", "other_term"):
        clock = clock_of(situation, situation.procedure.limit(code), current_calendar())
        if clock is not None and clock.due.judged is not None:
            return local_day(clock.due.judged)
    return None


def not_over(situation: Situation) -> str | None:
    """The measure still holds: after its last day there is only lifting (强制法第二十八条第一款第四项)."""
    end = term_ends(situation)
    if end is not None and situation.on > end:
        return f"期限已于{end}届满，应当及时解除，不能再办理本环节"
    return None


def extension_short_enough(situation: Situation) -> str | None:
    """Thirty days at the longest, unless the provision of a special term says otherwise."""
    wanted = situation.data.get("days")
    if situation.record.special_basis or not isinstance(wanted, int) or wanted <= LONGEST:
        return None
    return f"延长{wanted}日，延长期限不得超过{LONGEST}日"


def extended_once(situation: Situation) -> str | None:
    """There is one extension, thirty days at the longest altogether, unless a special provision says otherwise."""
    step = situation.procedure.step("extend")
    if situation.record.special_basis:
        return None
    return "已经延长过，延长合计不得超过三十日，不得再次延长" if situation.did(step) else None


def test_until_after(situation: Situation) -> str | None:
    """The end of the test that the party was told of lies ahead."""
    until = situation.record.test_until
    return f"告知的检测期间届满日{until}早于办理日期" if until is not None and until < situation.on else None


def expired(situation: Situation) -> str | None:
    """Who lifts because the term is over must be past it, and the other way round nobody needs to be told."""
    record, end = situation.record, term_ends(situation)
    if record.lift_ground == c.LiftGround.EXPIRED and end is not None and situation.on < end:
        return f"期限至{end}才届满，请选择实际的解除情形"
    if record.lift_ground == c.LiftGround.NOT_APPROVED:
        return "紧急实施后没有批准的，请办理“不予批准，立即解除”"
    return None


def decided_named(situation: Situation) -> str | None:
    """Who lifts because the matter is decided names the decision."""
    record = situation.record
    if record.lift_ground == c.LiftGround.DECIDED and not record.final_decision:
        return "已经作出处理决定的，请填写处理决定文号"
    return None


def confiscated(situation: Situation) -> str | None:
    """What is decided on the things themselves is confiscation or destruction."""
    how = situation.record.disposal
    if how in ("", *c.DECIDED):
        return None
    return f"处理结果应当是没收或者销毁，不是{c.Disposal(how).label}"


def party_told(situation: Situation) -> str | None:
    """The party was told in writing by the day of the transfer (强制法第二十一条)."""
    told = situation.record.party_told_on
    return f"书面告知当事人的日期{told}晚于办理日期" if told is not None and told > situation.on else None


# --- custody ----------------------------------------------------------------------------------------


def nothing_charged(situation: Situation) -> str | None:
    """Custody and tests are at the organ's expense (强制法第二十五条第三款、第二十六条第三款)."""
    charged = situation.record.charged_fee
    return f"向当事人收取了{charged}元，保管、检测、鉴定费用由行政机关承担，应当退还" if charged else None


def lost_paid(situation: Situation) -> str | None:
    """A loss is made good before the things count as given back."""
    record = situation.record
    if record.loss_amount and (record.indemnity or Decimal(0)) < record.loss_amount:
        return f"财物损失{record.loss_amount}元，已赔付{record.indemnity or 0}元，应当先行赔付"
    return None


def recovery_small_enough(situation: Situation) -> str | None:
    """Nobody recovers more than was paid."""
    record = situation.record
    if (record.recovered or Decimal(0)) > (record.indemnity or Decimal(0)):
        return f"追偿{record.recovered}元超过已赔付的{record.indemnity or 0}元"
    return None


def price_fair(situation: Situation) -> str | None:
    """A sale clearly under the market price is compensated (强制法第二十八条第二款)."""
    record = situation.record
    price, market = record.proceeds, record.market_value
    percent = DEFAULTS.number("low_price_percent", situation)
    if price is None or market is None or price * 100 >= market * percent:
        return None
    gap, paid = market - price, record.compensation or Decimal(0)
    if paid >= gap:
        return None
    return f"变卖价款{price}元不到市场价值{market}元的{percent}%，差额{gap}元应当补偿，已补偿{paid}元"


def perishable_listed(situation: Situation) -> str | None:
    """Only what spoils or cannot be kept is sold while the measure lasts."""
    if any(row.get("perishable") == "yes" for row in situation.record.items):
        return None
    return "清单中没有标明鲜活或者不易保管的财物，不得在查封、扣押期间变卖"


def things_settled(situation: Situation) -> str | None:
    """No thing of this case is left in custody in the register, with what became of it unsaid."""
    record = situation.record
    if record.pk is None:
        return None
    from yifa.areas.enforcement.coercion.models import SeizedItem

    left = SeizedItem._base_manager.filter(withdrawn=False, case_id=record.pk, fate=c.Fate.HELD).order_by("number")
    names = [str(item) for item in left[:3]]
    return f"涉案财物台账中还有保管中的财物：{'、'.join(names)}，请先登记去向" if names else None
