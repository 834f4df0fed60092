"""Computed conditions of execution by the organ itself (行政机关强制执行的条件)."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal

from yifa.areas.enforcement.execution import choices as c
from yifa.areas.enforcement.execution.conditions import building, windows_over
from yifa.areas.enforcement.execution.defaults import DEFAULTS
from yifa.clock import Calendar
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar
from yifa.law.citations import citations
from yifa.law.kinds import Kind


def of_money(situation: Situation) -> bool:
    """Deposits are transferred or things are sold to pay."""
    return situation.record.method in c.OF_MONEY


def by_transfer(situation: Situation) -> bool:
    """Deposits are transferred."""
    return bool(situation.record.method == c.Method.TRANSFER)


def by_auction(situation: Situation) -> bool:
    """Things are sold."""
    return bool(situation.record.method == c.Method.AUCTION)


def in_dwelling(situation: Situation) -> bool:
    """People live there."""
    return bool(situation.record.dwelling)


def hopeless(situation: Situation) -> bool:
    """The party cannot perform and nobody is harmed by that (强制法第三十九条第二款)."""
    return bool(situation.record.harmless)


def waived(situation: Situation) -> bool:
    """Part of what was added is let off."""
    return bool(situation.record.waived)


def absent(situation: Situation) -> bool:
    """The party was not there when their duty was performed at once."""
    return bool(situation.record.absent)


def basis_is_law(situation: Situation) -> str | None:
    """The power to execute is set by a law and by nothing below it (强制法第十三条第一款)."""
    text = situation.record.force_basis
    if not text or text == "（略）":
        return None
    found = citations(text, situation.on)
    if not found:
        return f"“{text}”没有认出法律，请写明书名号和条款；法律没有规定的，应当申请人民法院强制执行"
    for cited in found:
        if cited.finding.is_fault:
            return cited.sentence.rstrip("。")
        if cited.act is None or cited.act.kind != Kind.LAW:
            kind = cited.act.kind.value if cited.act is not None else "索引中没有的文件"
            return f"{cited.mention.text}是{kind}，行政强制执行只能由法律设定，应当申请人民法院强制执行"
    return None


def surcharge_told(situation: Situation) -> str | None:
    """Who collects money directly has added a fine before, and told by how much (强制法第四十六条第一款)."""
    if situation.record.obligation != c.Obligation.MONEY or situation.record.surcharge_basis_told:
        return None
    return "没有告知标准并实施加处罚款、滞纳金，不能直接强制执行"


def announced(situation: Situation) -> str | None:
    """The announcement gave a time, and that is over (强制法第四十四条)."""
    record = situation.record
    if record.announced_on is None or record.announce_until is None:
        return "尚未公告限期当事人自行拆除"
    if situation.on <= record.announce_until:
        return f"公告限期自行拆除至{record.announce_until}届满，次日起方可办理"
    return None


def announce_after(situation: Situation) -> str | None:
    """The announcement leaves time."""
    until = situation.record.announce_until
    return f"限期自行拆除届满日{until}应当晚于公告日" if until is not None and until <= situation.on else None


def building_windows_over(situation: Situation) -> str | None:
    """Of a building: neither remedy can be used any more (trap 13)."""
    return windows_over(situation) if building(situation) else None


def not_a_building(situation: Situation) -> str | None:
    """What 第四十四条 wants to wait for is not pulled down at once."""
    return "违法建筑的强制拆除应当公告并等待复议、诉讼期限届满，不适用立即强制执行" if building(situation) else None


def within_demand(situation: Situation) -> str | None:
    """The demand was served and the time it gave runs (强制法第三十七条第三款)."""
    record = situation.record
    if record.demand_served_on is None or record.demand_served_on > situation.on:
        return "立即强制执行在催告期间作出，催告书尚未送达"
    until = record.demand_until
    if until is not None and situation.on > until:
        return f"催告的期限已于{until}届满，不是催告期间，请办理“作出强制执行决定”"
    return None


def method_fits(situation: Situation) -> str | None:
    """The method is one that this step decides on, for what is owed (强制法第十二条)."""
    method, money = situation.record.method, situation.record.obligation == c.Obligation.MONEY
    if method == c.Method.SUBSTITUTE:
        return "代履行请办理“作出代履行决定”"
    if method == c.Method.SURCHARGE:
        return "加处罚款、滞纳金在罚款收缴中办理，不作为强制执行决定的方式"
    if method == c.Method.TRANSFER and not money:
        return "划拨存款、汇款只用于金钱给付义务"
    if method == c.Method.RESTORE and money:
        return "排除妨碍、恢复原状不用于金钱给付义务"
    return None


def on_the_day(situation: Situation) -> str | None:
    """Nothing is carried out before the day that the decision names (强制法第三十七条第二款第三项)."""
    day = situation.record.force_on
    return f"决定书载明的时间是{day}，不得提前实施" if day is not None and situation.on < day else None


def decision_served(situation: Situation) -> str | None:
    """The decision to execute took effect by service (强制法第三十八条)."""
    served = situation.record.force_served_on
    if served is None or served > situation.on:
        return "强制执行决定书尚未送达"
    return None


def by_day(situation: Situation) -> str | None:
    """Neither at night nor on a holiday (强制法第四十三条第一款)."""
    return at_night(situation) or on_holiday(situation.on, current_calendar(), situation)


def at_night(situation: Situation) -> str | None:
    """The time at which it begins is no night-time."""
    said = situation.data.get("at")
    try:
        begins = time.fromisoformat(str(said))
    except ValueError:
        return None  # the input says so itself
    since, until = DEFAULTS.number("night_from", situation), DEFAULTS.number("night_until", situation)
    if begins.hour >= since or begins.hour < until:
        return f"{said}是夜间（{since}时至次日{until}时），不得实施强制执行"
    return None


def on_holiday(day: date, calendar: Calendar, situation: Situation) -> str | None:
    """The day is neither a public holiday nor, unless the place says otherwise, a day of rest."""
    holiday = calendar.holiday(day)
    if holiday is not None:
        return f"{day}是法定节假日（{holiday}），不得实施强制执行"
    rest = not calendar.is_workday(day, allow_provisional=True)
    if rest and DEFAULTS.flag("rest_days_barred", situation):
        return f"{day}是周休息日，不得实施强制执行"
    return None


def accounted(situation: Situation) -> str | None:
    """What was collected went into the treasury (强制法第四十九条)."""
    record = situation.record
    if of_money(situation) and record.collected is None:
        return "没有填写执行所得"
    if record.collected and not record.treasury_no:
        return "划拨、拍卖所得应当上缴国库或者划入财政专户，没有填写缴库票据号"
    return None


def waiver_small_enough(situation: Situation) -> str | None:
    """What is let off is part of what was added, never of the debt itself (强制法第四十二条第一款)."""
    record = situation.record
    added = record.surcharge or Decimal(0)
    if (record.waived or Decimal(0)) > added:
        return f"减免{record.waived}元超过加处罚款、滞纳金{added}元，本金不得减免"
    return None


def agreement_dated(situation: Situation) -> str | None:
    """An agreement ends on a day that lies ahead."""
    record = situation.record
    if record.agreement_until is not None and record.agreement_until <= situation.on:
        return f"执行协议履行届满日{record.agreement_until}应当晚于达成协议之日"
    return None


def stages_dated(situation: Situation) -> str | None:
    """Each stage of an agreement has a day."""
    for number, row in enumerate(situation.record.instalments, 1):
        try:
            date.fromisoformat(str(row.get("due")))
        except ValueError:
            return f"分阶段履行第{number}行的日期写成 2025-03-04 的形式"
    return None


# --- substitute performance -------------------------------------------------------------------------


def substitute_fits(situation: Situation) -> str | None:
    """Others can only do what is not personal: removing, restoring (强制法第五十条)."""
    kinds = (c.Obligation.RESTORE, c.Obligation.REMOVAL)
    return None if situation.record.obligation in kinds else "代履行适用于排除妨碍、恢复原状等义务"


def substitute_served(situation: Situation) -> str | None:
    """The decision was served before (强制法第五十一条第一款第一项)."""
    served = situation.record.substitute_served_on
    return "代履行决定书尚未送达" if served is None or served > situation.on else None


def substitute_urged(situation: Situation) -> str | None:
    """The party was called upon three working days before (强制法第五十一条第一款第二项、第六十九条)."""
    urged = situation.record.substitute_urged_on
    if urged is None:
        return "代履行三日前应当再次催告，尚未催告"
    latest = current_calendar().subtract_working_days(situation.on, 3, allow_provisional=True)
    return f"{situation.on}代履行，催告不得晚于{latest}，实为{urged}" if urged > latest else None


def cost_in_budget(situation: Situation) -> str | None:
    """The cost keeps to the budget that the party was told (强制法第五十一条第二款)."""
    record = situation.record
    if record.cost is None or record.budget is None or record.cost <= record.budget:
        return None
    return f"实际费用{record.cost}元超过预算{record.budget}元，费用按照成本合理确定"


def day_ahead(situation: Situation) -> str | None:
    """The day named for it lies ahead."""
    day = situation.record.substitute_on
    if day is None:
        return None
    earliest = situation.on + timedelta(days=1)
    return f"代履行日{day}应当晚于决定日" if day < earliest else None
