"""Who may take a compulsory measure, and on what basis (谁可以实施、依据什么): trap 14.

The power is never delegated (强制法第十七条第一款); a township or subdistrict that was given powers of penalty has it
only where the province said so; freezing rests on a law and on nothing below it (第二十九条第一款).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.areas.enforcement.authority.models import BodyKind, EnforcementBody, GrantedPower, Officer, Staffing
from yifa.areas.enforcement.authority.standing import DEFAULTS as AUTHORITY
from yifa.areas.enforcement.coercion.choices import HELD, MeasureType
from yifa.areas.enforcement.common.acting import in_books, of_township
from yifa.kernel.situation import Situation
from yifa.law.citations import Citation, citations
from yifa.law.kinds import Kind

BY_LAW = (Kind.LAW,)
BY_REGULATION = (Kind.LAW, Kind.REGULATION)
BY_STATUTE = (Kind.LAW, Kind.REGULATION, Kind.LOCAL)
LOCAL_REGULATION = re.compile(r"[省市州县区旗].*条例")
"""The name of a local regulation: the index has none of them, so that a person checks its article."""


def not_delegated(situation: Situation) -> str | None:
    """No organisation acts for the organ, and no officer belongs to one or is an auxiliary."""
    record = situation.record
    if record.agent:
        return f"行政强制措施权不得委托，不能由“{record.agent}”实施"
    if not in_books(situation):
        return None
    return "；".join(_strangers(record.officer_numbers, record.organ.name)) or None


def _strangers(numbers: list[str], organ: str) -> Iterator[str]:
    for officer in Officer._base_manager.filter(withdrawn=False, cert_no__in=numbers).order_by("cert_no"):
        if officer.staffing == Staffing.AUXILIARY:
            yield f"{officer}是执法辅助人员，不得实施行政强制措施"
        elif officer.body != organ and _kind(officer.body) == BodyKind.ENTRUSTED:
            yield f"{officer}是受委托组织“{officer.body}”的人员，行政强制措施权不得委托"


def _kind(body: str) -> str:
    found = EnforcementBody._base_manager.filter(withdrawn=False, name=body).order_by("-confirmed_on", "-pk").first()
    return found.kind if found is not None else ""


def body_may(situation: Situation) -> str | None:
    """The organ itself has the power: it is not a mere agent, and a township only where it was given."""
    organ = situation.record.organ
    if of_township(situation):
        return _township(situation)
    if not in_books(situation):
        return None
    body = EnforcementBody._base_manager.filter(withdrawn=False, name=organ.name).order_by("-confirmed_on").first()
    if body is None:
        return None  # that it is no confirmed body is said by another condition
    if body.kind == BodyKind.ENTRUSTED:
        return f"“{organ.name}”是受委托组织，不得实施行政强制措施"
    if body.powers and not any("强制" in power for power in body.powers):
        return f"执法主体名录中“{organ.name}”的权限是{'、'.join(body.powers)}，不含行政强制措施"
    return None


def _township(situation: Situation) -> str | None:
    record = situation.record
    if AUTHORITY.flag("granted_coercion", situation):
        return None
    if in_books(situation):
        rows = GrantedPower._base_manager.filter(
            withdrawn=False, receiver=record.organ.name, item_code=record.item_code, coercion=True,
            taken_on__lte=situation.on,
        )  # fmt: skip
        if rows.exclude(recalled_on__lte=situation.on).exists():
            return None
    return "赋予行政处罚权不等于赋予查封、扣押权，乡镇、街道没有省级明确规定的，不得实施；请由县级有权部门实施"


def by_law(situation: Situation) -> bool:
    """A measure that only a law may set: liberty, freezing (强制法第十条)."""
    return situation.record.measure_type in (MeasureType.FREEZE, MeasureType.LIBERTY)


def of_things(situation: Situation) -> bool:
    """Sealing or seizure."""
    return situation.record.measure_type in HELD


def basis_is_law(situation: Situation) -> str | None:
    """The basis written down is an article of a law."""
    return _level(situation, situation.record.legal_basis, BY_LAW, "只能由法律规定")


def basis_is_statute(situation: Situation) -> str | None:
    """The basis written down is an article of a law, an administrative or a local regulation."""
    return _level(situation, situation.record.legal_basis, BY_STATUTE, "应当由法律、法规规定")


def basis_is_regulation(situation: Situation) -> str | None:
    """The basis of another measure: a law or an administrative regulation (强制法第十条第二款、第三款)."""
    return _level(
        situation, situation.record.legal_basis, BY_REGULATION, "地方性法规只能设定查封、扣押，应当由法律、行政法规规定"
    )


def special_term_founded(situation: Situation) -> str | None:
    """A term other than thirty days names the law (of freezing and liberty) or administrative regulation it is in."""
    record = situation.record
    if record.special_days is None:
        return None
    if not record.special_basis:
        return "特别期限应当写明依据"
    kinds, words = (BY_LAW, "法律") if by_law(situation) else (BY_REGULATION, "法律、行政法规")
    return _level(situation, record.special_basis, kinds, f"特别期限只能由{words}规定")


def _level(situation: Situation, text: str, kinds: tuple[Kind, ...], wanted: str) -> str | None:
    if not text or (not in_books(situation) and text == "（略）"):
        return None  # the field itself says that it is missing
    found = citations(text, situation.on)
    if not found:
        return f"“{text}”没有认出法律文件，请写明书名号和条款"
    return next((why for cited in found if (why := _wrong(cited, kinds, wanted))), None)


def _wrong(cited: Citation, kinds: tuple[Kind, ...], wanted: str) -> str | None:
    if cited.act is None:
        local = Kind.LOCAL in kinds and LOCAL_REGULATION.search(cited.mention.text) is not None
        return None if local else f"{cited.sentence.rstrip('。')}；{wanted}"
    if cited.finding.is_fault:
        return cited.sentence.rstrip("。")
    return None if cited.act.kind in kinds else f"{cited.act}是{cited.act.kind.value}，{wanted}"
