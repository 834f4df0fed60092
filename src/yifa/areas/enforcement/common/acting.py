"""Who acts in a case, for which item, in whose name (执法人员、事项、主体), asked of the registers on the day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db import models

from yifa.areas.enforcement.authority.models import DelegatedAct, Officer
from yifa.areas.enforcement.authority.standing import (
    body_problems,
    delegation_problems,
    grant_problems,
    holders_of,
    officer_problems,
)
from yifa.areas.enforcement.bases import CONFIRMED, PENALTY, QUALIFIED, TWO_OFFICERS
from yifa.kernel.declare import Condition, Guard, computed
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.registers import Problem
from yifa.kernel.situation import Situation
from yifa.law import Basis
from yifa.office.models import OrganKind

Least = int | Callable[[Situation], int]
"""How many officers an act needs, or how many it needs in a case."""

GRANTED = PENALTY[24, 2].says("规定范围")
ENTRUSTED = PENALTY[20, 4].says("委托范围内")


def offered(record: Any, on: date) -> Iterator[tuple[str, str]]:
    """The officers of the organ who may act in the matter on a day, as a form offers them: number and name."""
    organ, matter = getattr(record, "organ", None), str(getattr(record, "matter", "") or "")
    if organ is None or organ.pk is None:
        return
    rows = Officer._base_manager.filter(withdrawn=False, organ=organ, issued_on__lte=on, valid_to__gte=on)
    for one in rows.order_by("cert_no")[:OFFERED]:
        if one.valid_on(on) and (not matter or not one.matters or matter in one.matters):
            yield one.cert_no, one.name


OFFERED = 300
"""So many officers at most are offered."""

OFFICERS = (
    RowColumn("cert_no", "证件编号", required=True, help="执法人员台账中的证件编号。", suggest=offered, fills="name"),
    RowColumn("name", "姓名"),
    RowColumn("role", "分工", choices=(("lead", "主办"), ("assist", "协办"))),
)


class OfficerFields(models.Model):
    """The officers who act (执法人员), told apart by the numbers of their certificates."""

    officers = RowsField("执法人员", columns=OFFICERS, help_text="不少于两人；逐人写执法证件编号。")

    class Meta:
        abstract = True

    @property
    def officer_numbers(self) -> list[str]:
        """The numbers of their certificates, each once."""
        return list(dict.fromkeys(str(row.get("cert_no", "")).strip() for row in self.officers if row.get("cert_no")))

    @property
    def officer_names(self) -> str:
        """钱某（13099901001）、孙某（13099901002）, as instruments name them; a blank name comes from the register."""
        stored = getattr(self, "organ_id", None) is not None
        rows = [(str(row.get("name") or ""), str(row.get("cert_no") or "")) for row in self.officers]
        rows = [(name or (holders_of(number) or [""])[0] if stored else name, number) for name, number in rows]
        return "、".join(f"{name}（执法证号{number}）" if name else number for name, number in rows)


class ItemFields(models.Model):
    """The item of power that is used (执法事项), and the organisation entrusted with it, if any."""

    item_code = models.CharField("执法事项编码", max_length=40, blank=True, help_text="权责清单、赋权目录中的编码。")
    item_name = models.CharField("执法事项", max_length=200, blank=True)
    matter = models.CharField(
        "执法领域", max_length=40, blank=True, help_text="与执法证件、检查事项的领域用同一个词，例如 食品。"
    )
    agent = models.CharField(
        "受委托组织", max_length=100, blank=True, help_text="由受委托组织办理的填写全称；决定以委托机关名义作出。"
    )

    class Meta:
        abstract = True


def in_books(situation: Situation) -> bool:
    """Whether the organ is in the books, so that the registers can be asked; in a jurist's scenario it is not."""
    return situation.record.organ_id is not None


def said(problems: Iterable[Problem]) -> str | None:
    """Problems as one reason: what is wrong, what to do."""
    return "；".join(f"{problem.why}，{problem.remedy}" for problem in problems) or None


def _least(least: Least, situation: Situation) -> int:
    return least(situation) if callable(least) else least


def _enough(least: Least) -> Callable[[Situation], str | None]:
    def test(situation: Situation) -> str | None:
        number, wanted = len(situation.record.officer_numbers), _least(least, situation)
        return f"只有{number}名执法人员，应当不少于{wanted}名，请增加执法人员" if number < wanted else None

    return test


def _certified(situation: Situation) -> str | None:
    record = situation.record
    if not in_books(situation):
        return None
    matter = str(getattr(record, "matter", "") or "")
    problems = [*officer_problems(record.officer_numbers, situation.on, matter, least=0), *misnamed(record.officers)]
    return said(problems)


def misnamed(rows: Iterable[Mapping[str, Any]]) -> Iterator[Problem]:
    """Names written beside a certificate that is somebody else's: the papers would name the wrong person."""
    for row in rows:
        number, name = str(row.get("cert_no") or "").strip(), str(row.get("name") or "").strip()
        holders = set(holders_of(number)) if number and name else set()
        if holders and name not in holders:
            why = f"证件{number}的持证人是{'、'.join(sorted(holders))}，不是{name}"
            yield Problem("officers", "执法人员", why, "请核对证件编号和姓名", QUALIFIED)


def fit_officers(
    least: Least = 2, *, enough: Basis = TWO_OFFICERS, qualified: Basis | None = None, when: Guard | None = None
) -> tuple[Condition, Condition]:
    """Enough officers, each with a certificate that holds on the day of the act and covers the matter.

    Args:
        least: one only where a law says so; then `enough` is that provision.
        qualified: the provision that lets a person hold against a certificate that does not hold (none by itself).
    """
    return (
        computed(enough, "执法人员不少于规定的人数", _enough(least), when=when),
        computed(QUALIFIED, "执法人员的证件在当日有效，领域相符", _certified, qualified=qualified, when=when),
    )


def _body(situation: Situation) -> str | None:
    return said(body_problems(situation.record.organ.name, situation.on)) if in_books(situation) else None


def fit_body(*, when: Guard | None = None) -> Condition:
    """The organ's standing to enforce was confirmed and is not at an end on the day."""
    return computed(CONFIRMED, "本机关有经确认的执法主体资格", _body, when=when)


def of_township(situation: Situation) -> bool:
    """The organ is a township or a subdistrict, which has the powers that the province gave it and no others."""
    return situation.record.organ.kind in (OrganKind.TOWNSHIP, OrganKind.SUBDISTRICT)


def _granted(situation: Situation) -> str | None:
    record = situation.record
    if not in_books(situation):
        return None
    return said(grant_problems(record.organ.name, record.item_code, situation.on))


def granted_item() -> Condition:
    """A township or subdistrict imposes this penalty under a power that the province gave it and did not recall."""
    return computed(GRANTED, "事项在赋权目录内，当日有效", _granted, when=of_township)


def _entrusted(act: DelegatedAct) -> Callable[[Situation], str | None]:
    def test(situation: Situation) -> str | None:
        record = situation.record
        if not in_books(situation):
            return None
        return said(delegation_problems(record.agent, act, record.item_name, situation.on))

    return test


def _has_agent(situation: Situation) -> bool:
    return bool(situation.record.agent)


def entrusted_item(act: DelegatedAct = DelegatedAct.PENALTY, basis: Basis = ENTRUSTED) -> Condition:
    """What an entrusted organisation does lies within a letter of delegation that holds on the day."""
    return computed(basis, "在有效的委托范围和期限内", _entrusted(act), when=_has_agent)


def item_fields(model: Any) -> tuple[Any, ...]:
    """What a step needs of the item of power, as fields of a model."""
    return model.item_code, model.item_name, model.matter
