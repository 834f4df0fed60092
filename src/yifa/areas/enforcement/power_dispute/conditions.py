"""Computed conditions of coordination."""

from __future__ import annotations

from datetime import date

from yifa.areas.enforcement.power_dispute import choices as c
from yifa.kernel.situation import Situation
from yifa.law.citations import citations
from yifa.office.models import OrganKind


def is_supervision_body(situation: Situation) -> str | None:
    """Coordination belongs to the supervision body of the government (行政执法监督条例第六条第一款)."""
    organ = situation.record.organ
    if organ.kind == OrganKind.JUSTICE:
        return None
    return f"执法争议由本级政府的行政执法监督机构（司法行政部门）协调，“{organ.name}”不办理"


def between_bodies(situation: Situation) -> str | None:
    """A dispute has two sides, and none of them is the one who coordinates."""
    names = [str(row.get("name", "")).strip() for row in situation.record.bodies]
    if len(names) < 2:
        return "争议各方不足两个，请逐一登记"
    if len(set(names)) < len(names):
        return "争议各方有重复登记的机关"
    if situation.record.organ.name in names:
        return f"“{situation.record.organ.name}”是争议一方的，不能由它协调，报本级政府另行指定"
    return None


def filing_dates_readable(situation: Situation) -> str | None:
    """Who filed first matters where both may act; a date must be one, and not lie ahead."""
    for number, row in enumerate(situation.record.bodies, 1):
        written = row.get("filed_on")
        if not written:
            continue
        try:
            filed = date.fromisoformat(str(written))
        except ValueError:
            return f"争议各方第{number}行立案日期“{written}”不是日期，应写成 2026-03-02"
        if filed > situation.on:
            return f"争议各方第{number}行立案日期{filed}晚于本环节日期"
    return None


def under_one_government(situation: Situation) -> str | None:
    """Bodies that do not stand under this government have a common superior elsewhere."""
    strangers = [row["name"] for row in situation.record.bodies if row.get("standing") == c.Standing.OTHER]
    if not strangers:
        return None
    return f"{'、'.join(strangers)}不属于本级政府，协商不成的报请共同的上一级行政机关，请办理“不予协调”"


def above_says_why(situation: Situation) -> str | None:
    """The common superior is somebody else only where one of the bodies stands elsewhere."""
    record = situation.record
    if record.refusal == c.Refusal.ABOVE and all(row.get("standing") == c.Standing.OWN for row in record.bodies):
        return "各方都属于本级政府，不能以没有共同隶属为由不予协调"
    return None


def coordinated_first(situation: Situation) -> str | None:
    """An opinion goes to the government only when coordination has failed."""
    return None if situation.record.met_on is not None else "还没有协调过；协调不成的，才提出处理意见报本级政府"


def basis_sound(situation: Situation) -> str | None:
    """The provisions that an opinion rests on exist on that day."""
    found = citations(str(situation.record.legal_basis), situation.on)
    return "；".join(cited.sentence.rstrip("。") for cited in found if cited.finding.is_fault) or None


def served_first(situation: Situation) -> str | None:
    """What nobody was told is not carried out."""
    return None if situation.record.served_on is not None else "协调意见、决定尚未送达各方"


def about_a_list(situation: Situation) -> bool:
    """Whether a list of powers has to be changed afterwards."""
    return str(situation.record.kind) in (c.Kind.LIST, c.Kind.GRANTED)
