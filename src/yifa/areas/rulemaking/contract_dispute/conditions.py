"""Guards and computed conditions of a dispute over a contract."""

from __future__ import annotations

from yifa.areas.rulemaking.contract_dispute import choices as c
from yifa.areas.rulemaking.contract_dispute.acts import ARBITRATION, ARBITRATION_2017, REVISED_ON
from yifa.areas.rulemaking.contract_dispute.defaults import DEFAULTS
from yifa.areas.rulemaking.contract_kinds import Nature
from yifa.areas.rulemaking.government_contract.choices import DisputeKind
from yifa.clock import Period, months
from yifa.kernel.situation import Situation

IN_COURT = (DisputeKind.LITIGATION, DisputeKind.ADMINISTRATIVE)


def civil_suit(situation: Situation) -> bool:
    """A civil suit."""
    return bool(situation.record.route == DisputeKind.LITIGATION)


def administrative_suit(situation: Situation) -> bool:
    """A suit against the organ over an administrative agreement."""
    return bool(situation.record.route == DisputeKind.ADMINISTRATIVE)


def not_administrative(situation: Situation) -> bool:
    """A civil suit or an arbitration: what follows goes by the civil procedure."""
    return not administrative_suit(situation)


def in_court(situation: Situation) -> bool:
    """A suit of either kind: there is an appeal."""
    return situation.record.route in IN_COURT


def arbitrated(situation: Situation) -> bool:
    """An arbitration."""
    return bool(situation.record.route == DisputeKind.ARBITRATION)


def reconsidered(situation: Situation) -> bool:
    """Administrative reconsideration: it has its own procedure, here only its end is noted."""
    return bool(situation.record.route == DisputeKind.RECONSIDERATION)


def answering(situation: Situation) -> bool:
    """The organ is the one that was sued."""
    return bool(situation.record.side == c.Side.RESPONDENT)


def civil_defence(situation: Situation) -> bool:
    """The organ answers a civil suit."""
    return civil_suit(situation) and answering(situation)


def administrative_defence(situation: Situation) -> bool:
    """The organ answers an administrative suit."""
    return administrative_suit(situation) and answering(situation)


def civil_judgment(situation: Situation) -> bool:
    """A judgment of first instance in a civil suit; what the second said later changes nothing."""
    return civil_suit(situation) and bool(situation.record.first_ruling == c.Ruling.JUDGMENT)


def civil_order(situation: Situation) -> bool:
    """An order of first instance in a civil suit against which an appeal lies."""
    return civil_suit(situation) and bool(situation.record.first_ruling == c.Ruling.ORDER)


def administrative_judgment(situation: Situation) -> bool:
    """A judgment of first instance in an administrative suit."""
    return administrative_suit(situation) and bool(situation.record.first_ruling == c.Ruling.JUDGMENT)


def administrative_order(situation: Situation) -> bool:
    """An order of first instance in an administrative suit against which an appeal lies."""
    return administrative_suit(situation) and bool(situation.record.first_ruling == c.Ruling.ORDER)


def creditor(situation: Situation) -> bool:
    """The other side has to perform, so that the organ may ask for enforcement."""
    record = situation.record
    return record.debtor in (c.Debtor.OTHER, c.Debtor.BOTH) and record.perform_by is not None


def debtor(situation: Situation) -> bool:
    """The organ has to perform."""
    record = situation.record
    return record.debtor in (c.Debtor.OURSELVES, c.Debtor.BOTH) and record.perform_by is not None


def civil_creditor(situation: Situation) -> bool:
    """What enforcement of a civil judgment or an award goes by."""
    return creditor(situation) and not administrative_suit(situation)


def administrative_creditor(situation: Situation) -> bool:
    """What enforcement of an administrative judgment goes by."""
    return creditor(situation) and administrative_suit(situation)


def civil_debtor(situation: Situation) -> bool:
    """The organ performs a civil judgment or an award."""
    return debtor(situation) and not administrative_suit(situation)


def administrative_debtor(situation: Situation) -> bool:
    """The organ performs an administrative judgment."""
    return debtor(situation) and administrative_suit(situation)


def set_aside_term(situation: Situation) -> Period:
    """How long an award can be attacked: six months, three since the revision."""
    served = situation.record.first_served_on
    if served is None or served < REVISED_ON:
        return months(6, ARBITRATION_2017[59])
    return months(DEFAULTS.number("set_aside_months", situation), ARBITRATION)


# --- conditions --------------------------------------------------------------------------------------


def may_sue(situation: Situation) -> str | None:
    """An organ does not sue over an administrative agreement (行政诉讼法第二条、协议规定第二十四条)."""
    if situation.record.nature == Nature.AGREEMENT:
        return "行政协议中行政机关不能起诉，催告后作出履行协议的书面决定"
    return None


def may_be_arbitrated(situation: Situation) -> str | None:
    """Nor is it arbitrated (协议规定第二十六条)."""
    record = situation.record
    found = record.nature == Nature.AGREEMENT and record.route == DisputeKind.ARBITRATION
    return "行政协议纠纷不适用仲裁" if found else None


def route_of_a_suit(situation: Situation) -> str | None:
    """What goes to a court or tribunal has a route that leads there."""
    if situation.record.route in (*IN_COURT, DisputeKind.ARBITRATION):
        return None
    return "处理途径应当改为民事诉讼、行政诉讼或者仲裁"


def route_fits_nature(situation: Situation) -> str | None:
    """A civil contract has no administrative suit, an administrative agreement no civil one (协议规定 4①).

    Where the other side sued by the wrong way all the same, the organ has to answer there until the court has said so.
    """
    record = situation.record
    if record.nature == Nature.CIVIL and record.route == DisputeKind.ADMINISTRATIVE:
        return "民事合同纠纷不适用行政诉讼"
    if record.nature == Nature.AGREEMENT and record.route == DisputeKind.LITIGATION:
        return "行政协议纠纷依行政诉讼解决，不适用民事诉讼"
    return None


def performance_day_named(situation: Situation) -> str | None:
    """Where somebody has to perform it is known until when (民诉法250②、行诉解释153②)."""
    record = situation.record
    if record.debtor in ("", c.Debtor.NOBODY) or record.perform_by is not None:
        return None
    other = "裁判文书送达日" if administrative_suit(situation) else "裁判生效日"
    return f"裁判有给付内容的，填写履行期限届满日；没有规定履行期间的，填写{other}"


def appeal_open(situation: Situation) -> str | None:
    """What the organ did not appeal against in time is final for it; a ruling after a remand may be appealed anew."""
    steps = situation.procedure.step
    last = situation.last(steps("rule"), steps("appeal"), steps("not_appealed"))
    if last is None or last.step.code == "rule":
        return None
    if last.step.code == "appeal":
        return f"本机关已于{last.on}上诉"
    return f"上诉期限已于{last.on}届满"


def _owed(situation: Situation) -> str | None:
    """What is left of the sum awarded; not known where both sides owe or nothing is awarded in money."""
    record = situation.record
    if record.awarded_amount is None or record.debtor == c.Debtor.BOTH:
        return None
    left = record.awarded_amount - (record.performed or 0)
    return f"裁判确定给付{record.awarded_amount}元，已经履行{record.performed or 0}元" if left > 0 else ""


def all_performed(situation: Situation) -> str | None:
    """Performance in part does not end the period for performing (民诉法 264、行诉法 94)."""
    owed = _owed(situation)
    return f"{owed}，没有履行完毕，请登记“部分履行”" if owed else None


def not_all_performed(situation: Situation) -> str | None:
    """A sum that reaches what was awarded is performance in full."""
    return "金额已经达到裁判确定的数额，请登记“履行完毕”" if _owed(situation) == "" else None


def ended_performed(situation: Situation) -> str | None:
    """Closed as performed only where all was."""
    if situation.record.ending != c.Ending.PERFORMED:
        return None
    owed = _owed(situation)
    return f"{owed}，没有履行完毕" if owed else None


def ending_fits(situation: Situation) -> str | None:
    """The way it ended agrees with the stage that it ended in."""
    ending, stage = situation.record.ending, situation.stage.code
    if ending in c.BY_ENFORCEMENT and stage != "enforcing":
        return "没有申请执行，不能以执行完毕、终结执行办结"
    if ending in c.BY_RULING and stage not in ("effective", "enforcing"):
        return "裁判还没有生效，不能以裁判履行完毕、没有给付内容办结"
    if ending == c.Ending.WITHDRAWN and stage == "effective":
        return "裁判已经生效，不能以撤诉办结；放弃权利的，按规定报批后以和解办结"
    return None
