"""Computed conditions of an application (自动核对的条件): None where met, otherwise why not, in Chinese."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.common.acting import in_books
from yifa.areas.enforcement.licence import choices as c
from yifa.areas.enforcement.licence.item import item_of
from yifa.areas.enforcement.licence.special_days import STATUTES, days_fault, level_fault
from yifa.kernel.defaults import Defaults
from yifa.kernel.situation import Situation

DEFAULTS = Defaults.beside(__file__)

# --- guards -----------------------------------------------------------------------------------------


def jointly(situation: Situation) -> bool:
    """Handled by several departments together."""
    return bool(situation.record.jointly)


def preliminary(situation: Situation) -> bool:
    """This organ only looks at it first and reports upward."""
    return bool(situation.record.level == c.Level.LOWER)


def deciding(situation: Situation) -> bool:
    """This organ decides."""
    return not preliminary(situation)


def alone(situation: Situation) -> bool:
    """This organ decides by itself: twenty working days."""
    return deciding(situation) and not jointly(situation)


def joint_decision(situation: Situation) -> bool:
    """Decided together with others: forty-five working days."""
    return deciding(situation) and jointly(situation)


def supplemented(situation: Situation) -> bool:
    """Papers were handed in after a request."""
    return situation.did(situation.procedure.step("supplement"))


def may_be_deemed(situation: Situation) -> bool:
    """Whether silence counts as acceptance: always for the application, by the place's choice after a supplement."""
    return not supplemented(situation) or DEFAULTS.flag("supplement_deemed", situation)


def approval(situation: Situation) -> bool:
    """Things that have to be inspected, tested or quarantined (许可法12④)."""
    return bool(situation.record.kind == c.Kind.APPROVAL)


def franchise(situation: Situation) -> bool:
    """Scarce resources and particular rights (许可法12②)."""
    return bool(situation.record.kind == c.Kind.FRANCHISE)


def qualification(situation: Situation) -> bool:
    """Qualifications of persons and bodies (许可法12③)."""
    return bool(situation.record.kind == c.Kind.QUALIFICATION)


def limited(situation: Situation) -> bool:
    """Only so many may be granted (许可法57)."""
    return situation.record.quota is not None


def committed(situation: Situation) -> bool:
    """Handled by commitment."""
    return bool(situation.record.commitment)


def of_interest(situation: Situation) -> bool:
    """It directly concerns great interests of others."""
    return bool(situation.record.major_interest or situation.record.interested)


def technical(situation: Situation) -> bool:
    """Decided on the result of an inspection, test or quarantine."""
    return approval(situation) and situation.record.special in c.TECHNICAL


def dangerous(situation: Situation) -> bool:
    """It directly concerns public safety, health, life or property."""
    return bool(situation.record.safety)


def called_false(situation: Situation) -> bool:
    """Sent away for hiding facts or false papers (许可法78)."""
    return bool(situation.record.refusal == c.Refusal.FALSE)


# --- at the window ----------------------------------------------------------------------------------


def item_published(situation: Situation) -> str | None:
    """The item stands on the published list; what was not published is no basis for licensing (许可法5②)."""
    record = situation.record
    if not in_books(situation):
        return None
    item = item_of(record.organ_id, record.item_code)
    if item is None:
        return f"本机关公布的许可办事指南中没有“{record.item_code or record.item_name}”，清单之外不得实施行政许可"
    if not item.stands_on(situation.on):
        return f"许可事项“{item}”在{situation.on}没有公布或者已经取消，不得作为实施行政许可的依据"
    return None


def not_banned(situation: Situation) -> str | None:
    """The applicant is not barred from applying for this licence again (许可法78、79)."""
    until = _banned(situation.record, situation.on) if in_books(situation) else None
    return f"申请人在{until}以前不得再次申请该行政许可，请办理“不予受理”" if until is not None else None


def _banned(record: Any, on: date) -> date | None:
    from yifa.areas.enforcement.licence.models import LicenceCase, LicenceEndCase

    if not record.party_key:
        return None
    for model in (LicenceCase, LicenceEndCase):
        rows = model._base_manager.filter(organ_id=record.organ_id, item_code=record.item_code, banned_until__gte=on)
        same = rows.filter(party_id_no=record.party_id_no) if record.party_id_no else rows.filter(
            party_name=record.party_name
        )  # fmt: skip
        until = same.exclude(pk=record.pk).order_by("-banned_until").values_list("banned_until", flat=True).first()
        if until is not None:
            return until
    return None


def banned(situation: Situation) -> str | None:
    """The other way round: refusing for a ban needs a ban."""
    record = situation.record
    if record.refusal != c.Refusal.BANNED or not in_books(situation):
        return None
    return None if _banned(record, situation.on) else "没有查到不得再次申请的记录，请核对证件号码"


def materials_complete(situation: Situation) -> str | None:
    """All papers are there and in their form, or a defect was mended on the spot."""
    record = situation.record
    missing = record.missing_materials
    return f"申请材料还缺：{'、'.join(missing)}；不齐全的，应当一次告知补正" if missing else None


def proper_organ_said(situation: Situation) -> str | None:
    """Whoever sends an applicant away says where to go (许可法32①二)."""
    record = situation.record
    if record.refusal == c.Refusal.NO_JURISDICTION and not record.proper_organ:
        return "不属于本机关职权范围的，应当告知申请人向哪一机关申请"
    return None


def only_what_was_told(situation: Situation) -> str | None:
    """Incomplete after a supplement can only be an application that was told once what to supply."""
    record = situation.record
    if record.refusal == c.Refusal.INCOMPLETE and not supplemented(situation):
        return "没有一次告知补正、没有收到补正材料的，不得以材料不齐全为由不予受理"
    return None


def supplement_overdue(situation: Situation) -> str | None:
    """The day set for the supplement is over."""
    until = situation.record.supplement_until
    if until is None:
        return "补正告知书没有写明补正截止日，不能以逾期未补正退回"
    return None if situation.on > until else f"补正截止日{until}尚未经过"


def commitment_allowed(situation: Situation) -> str | None:
    """Only items for which the guide says so are handled by commitment, on a written commitment."""
    record = situation.record
    item = item_of(record.organ_id, record.item_code) if in_books(situation) else None
    if item is not None and not item.commitment:
        return f"许可事项“{item}”没有列为可以告知承诺的事项"
    return None if record.commitment_text else "告知承诺方式办理的，应当有申请人的书面承诺"


def other_days_founded(situation: Situation) -> str | None:
    """Another time than twenty working days rests on a law or regulation (许可法42①); departmental rules do not do."""
    record = situation.record
    return days_fault(record.decide_days, record.days_basis, situation.on)


def fee_founded(situation: Situation) -> str | None:
    """No fee without a law or an administrative regulation (许可法58①)."""
    record = situation.record
    if not record.fee:
        return None
    if not record.fee_basis:
        return f"收取费用{record.fee}元没有依据；实施行政许可不得收取任何费用，法律、行政法规另有规定的除外"
    fault = level_fault(record.fee_basis, situation.on, STATUTES)
    return f"{fault}，不得以其他文件为依据收费" if fault else None
