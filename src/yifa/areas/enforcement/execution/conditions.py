"""Guards and computed conditions that both ways of execution share (自动核对的条件)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yifa.areas.enforcement.execution import choices as c
from yifa.kernel.declare import Guard, type_of_field
from yifa.kernel.situation import Situation

# --- guards -----------------------------------------------------------------------------------------


def money(situation: Situation) -> bool:
    """Money is owed."""
    return bool(situation.record.obligation == c.Obligation.MONEY)


def not_money(situation: Situation) -> bool:
    """Something else is owed."""
    return not money(situation)


def building(situation: Situation) -> bool:
    """An illegal building is to be pulled down (强制法第四十四条)."""
    return bool(situation.record.obligation == c.Obligation.REMOVAL)


def not_building(situation: Situation) -> bool:
    """Anything else."""
    return not building(situation)


def pending(situation: Situation) -> bool:
    """A remedy is under way on the day asked."""
    record = situation.record
    return record.remedy in c.SOUGHT and not record.remedy_result


def alive(start: type_of_field) -> Guard:
    """The case was not closed before the day, told by a field, from which a limit runs: then it never does."""

    def guard(situation: Situation) -> bool:
        day = situation.value(start)
        closing = [event for event in situation.happened if event.step.target is not None][-1:]
        return not situation.stage.final or day is None or day < closing[0].on

    return guard


# --- the decision -----------------------------------------------------------------------------------


def amounts(situation: Situation) -> str | None:
    """Money has an amount, and what was added does not exceed it (强制法第四十五条第二款)."""
    record = situation.record
    if record.obligation != c.Obligation.MONEY:
        return None
    if record.principal is None or record.principal <= 0:
        return "金钱给付义务没有填写数额"
    if (record.surcharge or Decimal(0)) > record.principal:
        return f"加处罚款、滞纳金{record.surcharge}元超出金钱给付数额{record.principal}元"
    if record.surcharge and not record.surcharge_basis_told:
        return "加处罚款、滞纳金的标准没有告知当事人，不得加处"
    return None


def dates_in_order(situation: Situation) -> str | None:
    """Made, served, to be performed: in this order."""
    record = situation.record
    made, served, until = record.decision_on, record.decision_served_on, record.perform_by
    if made is not None and served is not None and served < made:
        return f"行政决定送达日{served}早于决定日{made}"
    if served is not None and until is not None and until < served:
        return f"履行期限届满日{until}早于送达日{served}"
    if record.deferred_until is not None and served is not None and record.deferred_until < served:
        return f"暂缓、分期期限结束日{record.deferred_until}早于送达日{served}"
    return None


def suit_founded(situation: Situation) -> str | None:
    """A period for the suit other than six months names its law."""
    record = situation.record
    if record.suit_until is not None and not record.suit_basis:
        return "法律另行规定起诉期限的，应当写明依据"
    return None


def due_past(situation: Situation) -> str | None:
    """The time to perform, a deferral included, is over (强制法第三十四条、处罚法第六十六条第二款)."""
    record = situation.record
    last: date | None = record.perform_by
    if last is None:
        return "没有填写履行期限届满日"
    if record.deferred_until is not None:
        last = max(last, record.deferred_until)
    return f"履行期限至{last}届满，次日起方可催告" if situation.on <= last else None


def demand_long_enough(situation: Situation) -> str | None:
    """The demand leaves time to perform."""
    until = situation.record.demand_until
    return f"催告的履行期限届满日{until}应当晚于催告日" if until is not None and until <= situation.on else None


def demand_over(situation: Situation) -> str | None:
    """The demand took effect, gave the party time, and that time is over (强制法第三十五条第一项、第三十七条第一款)."""
    record = situation.record
    served, until = record.demand_served_on, record.demand_until
    if served is None or served > situation.on:
        return "催告书尚未送达"
    if until is not None and until <= served:
        return f"催告书{served}才送达，载明的履行期限至{until}，没有给当事人留有履行的期限，应当重新催告"
    return demand_term_over(situation)


def demand_term_over(situation: Situation) -> str | None:
    """The time that the demand itself gave is over: the organ keeps to what it wrote (强制法第三十五条第一项)."""
    until = situation.record.demand_until
    return f"催告书载明的履行期限至{until}届满，次日起方可办理" if until and situation.on <= until else None


def demanded_after(situation: Situation) -> str | None:
    """The demand came after the time to perform was over; a deferral granted since asks for another."""
    record = situation.record
    if record.demand_served_on is None or record.demand_served_on > situation.on:
        return "催告书尚未送达"
    last = max(day for day in (record.perform_by, record.deferred_until) if day is not None)
    if record.demand_served_on <= last:
        return f"催告书{record.demand_served_on}送达时，履行期限（含暂缓、分期）至{last}还没有届满，应当重新催告"
    return None


def answered(situation: Situation) -> str | None:
    """What the party put forward is reviewed before another demand takes the place of the first (强制法第三十六条)."""
    record = situation.record
    if record.statement and not record.adopted:
        return "当事人对上一次催告提出的陈述、申辩尚未复核，请先办理“复核陈述、申辩”"
    return None


def who_executes(situation: Situation) -> str | None:
    """What reconsideration changed or settled is executed by whoever did so (复议法第七十八条第二项、第三项)."""
    record = situation.record
    if record.remedy != c.Remedy.REVIEW:
        return None
    if record.remedy_result == c.RemedyResult.CHANGED:
        return "行政复议决定变更了行政行为，由行政复议机关依法强制执行或者申请人民法院强制执行"
    if record.remedy_result == c.RemedyResult.MEDIATED:
        return "行政复议调解书由行政复议机关依法强制执行或者申请人民法院强制执行"
    return None


def heard(situation: Situation) -> str | None:
    """What the party put forward was recorded, reviewed, and adopted where it holds (强制法第三十六条)."""
    record = situation.record
    if record.statement and not record.adopted:
        return "当事人提出了陈述、申辩，尚未复核"
    if record.adopted == c.Adopted.ADOPTED:
        return "当事人的理由成立并已采纳，不得强制执行"
    return None


def still_stands(situation: Situation) -> str | None:
    """The decision was not revoked meanwhile (强制法第四十条第四项)."""
    if situation.record.remedy_result == c.RemedyResult.REVOKED:
        return "据以执行的行政决定已经被撤销、确认违法或者无效，应当终结执行"
    return None


def remedy_told(situation: Situation) -> str | None:
    """Who records a remedy says which."""
    return None if situation.record.remedy in c.SOUGHT else "请选择申请行政复议或者提起行政诉讼"


def remedy_ended(situation: Situation) -> str | None:
    """The end of a remedy has a day, and of reconsideration the day on which its decision was served."""
    record = situation.record
    if record.remedy_ended_on is not None and record.remedy_ended_on > situation.on:
        return f"复议决定送达、裁判生效日{record.remedy_ended_on}晚于办理日期"
    served = record.remedy_result in (c.RemedyResult.UPHELD, c.RemedyResult.CHANGED)
    served = served or (record.review_first and record.remedy_result == c.RemedyResult.REFUSED)
    if record.remedy == c.Remedy.REVIEW and served and record.review_served_on is None:
        return "经过复议的，应当填写复议决定书送达日，起诉期限自此起算"
    decided = record.remedy_result not in (*c.UNDECIDED, c.RemedyResult.REVOKED)
    if record.remedy == c.Remedy.SUIT and decided and record.judgment_until is None:
        return "经过诉讼的，应当填写判决确定的履行期限届满日；文书没有规定履行期限的，填写文书送达日"
    return None


def windows_over(situation: Situation) -> str | None:
    """Neither remedy can be used any more, and none is under way (强制法第四十四条、第五十三条): trap 13."""
    record = situation.record
    if pending(situation):
        return "当事人申请的复议、提起的诉讼尚未终结"
    if record.by_judgment:
        return None
    over = record.remedies_end_on
    if over is None:
        return "没有填写行政决定送达日，不能推算复议、起诉期限"
    if situation.on > over:
        return None
    review, suit = record.review_ends_on, record.suit_ends_on
    parts = [f"复议期限至{review}"] if record.review_served_on is None else []
    parts += [f"起诉期限至{suit}"] if suit is not None else []
    return f"{'，'.join(parts)}，都届满后（{over}的次日起）方可办理"


def ground_fits(situation: Situation) -> str | None:
    """Who ends execution because the decision was revoked, or did not say so though it was."""
    record = situation.record
    if record.remedy_result == c.RemedyResult.REVOKED and record.end_ground != c.EndGround.REVOKED:
        return "据以执行的行政决定已经被撤销，终结情形应当选择“据以执行的行政决定被撤销”"
    citizen = record.party_type in ("natural", "")
    if record.end_ground == c.EndGround.DEATH and not citizen:
        return "当事人不是公民，不适用“公民死亡”"
    if record.end_ground == c.EndGround.DISSOLVED and record.party_type == "natural":
        return "当事人是公民，不适用“法人、其他组织终止”"
    return None
