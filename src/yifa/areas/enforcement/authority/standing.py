"""Who may act today (执法资格核验): asked by every procedure of enforcement on the day of the act.

Each function returns the problems, with the article; none where the act may be done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Q, QuerySet

from yifa.areas.enforcement.authority.models import (
    CertificateStatus,
    DelegatedAct,
    Delegation,
    EnforcementBody,
    GrantedPower,
    Officer,
)
from yifa.areas.enforcement.bases import CONFIRMED, LICENCE, PENALTY, QUALIFIED, TWO_OFFICERS
from yifa.kernel.defaults import Defaults
from yifa.kernel.registers import Problem
from yifa.kernel.registers.models import Entry
from yifa.law import Basis
from yifa.office.models import OrganKind

DEFAULTS = Defaults.beside(__file__)
KEEPERS = (OrganKind.JUSTICE, OrganKind.GOVERNMENT)
"""Who keeps the books of those that may enforce: the supervision body, or the government it acts for."""


def kept_by_the_bureau(entry: Entry, field: str, label: str, basis: Basis) -> Iterator[Problem]:
    """No organ enters itself in the books that say who may enforce."""
    if entry.organ.kind not in KEEPERS:
        yield Problem(field, label, f"不能由“{entry.organ}”登记", "由司法行政部门（行政执法监督机构）登记", basis)


def officer_problems(numbers: Sequence[str], on: date, matter: str = "", least: int = 2) -> Iterator[Problem]:
    """Why the holders of these certificates may not act together on a day.

    Args:
        matter: the field of the act (领域); a certificate without fields covers all.
        least: how many officers the act needs; one only where a law says so.
    """
    distinct = list(dict.fromkeys(numbers))
    if len(distinct) < least:
        why = f"只有{len(distinct)}名执法人员，应当不少于{least}名"
        yield Problem("officers", "执法人员", why, "请增加执法人员", TWO_OFFICERS)
    for number in distinct:
        yield from _certificate(number, on, matter)


def _certificate(number: str, on: date, matter: str) -> Iterator[Problem]:
    found = list(Officer._base_manager.filter(withdrawn=False, cert_no=number).order_by("-issued_on", "-pk"))
    valid = [one for one in found if one.valid_on(on)]
    if not found:
        yield _unfit(f"没有编号为“{number}”的执法证件")
    elif not valid:
        yield _unfit(f"{found[0]}{why_not(found[0], on)}")
    elif matter and not any(not one.matters or matter in one.matters for one in valid):
        yield _unfit(f"{valid[0]}的证件不含“{matter}”领域")


def holders_of(number: str) -> list[str]:
    """The names under which a number stands in the register, the latest first."""
    rows = Officer._base_manager.filter(withdrawn=False, cert_no=number).order_by("-issued_on", "-pk")
    return list(rows.values_list("name", flat=True))


def why_not(officer: Officer, on: date) -> str:
    """Why a certificate does not hold on a day, to be read after the officer's name: 的证件已于2026-05-01到期."""
    if on > officer.valid_to:
        return f"的证件已于{officer.valid_to}到期"
    if on < officer.issued_on:
        return f"的证件{officer.issued_on}才发放"
    if (pause := officer.paused_on(on)) is not None:
        return f"的证件在{pause[0]}至{pause[1]}期间暂扣"
    return f"的证件自{officer.status_on}起{CertificateStatus(officer.status).label}"


def _unfit(why: str) -> Problem:
    return Problem("officers", "执法人员", why, "请由执法证件在当日有效的人员执法", QUALIFIED)


def body_problems(name: str, on: date) -> Iterator[Problem]:
    """Why a body may not enforce on a day: its standing was not confirmed, or is at an end."""
    body = EnforcementBody._base_manager.filter(withdrawn=False, name=name).order_by("-confirmed_on", "-pk").first()
    if body is None or body.confirmed_on > on:
        yield Problem("body", "执法主体", f"“{name}”在{on}没有经确认的执法主体资格", "请先确认并公告", CONFIRMED)
    elif body.ended_on is not None and body.ended_on <= on:
        yield Problem("body", "执法主体", f"“{name}”的主体资格已于{body.ended_on}取消", "请由承接的机关办理", CONFIRMED)


def delegations_on(agent: str, act: DelegatedAct, on: date) -> QuerySet[Delegation]:
    """The delegations under which an agent may do a kind of act on a day; both ends of the term count."""
    ended = Q(ended_on__lte=on)
    rows: QuerySet[Delegation] = Delegation._base_manager.filter(withdrawn=False, agent=agent, act=act)
    return rows.filter(since__lte=on, until__gte=on).exclude(ended)


def delegation_problems(agent: str, act: DelegatedAct, matter: str, on: date) -> Iterator[Problem]:
    """Why an agent may not do this in its principal's name on a day."""
    if not any(matter in one.matters for one in delegations_on(agent, act, on)):
        why = f"“{agent}”在{on}没有“{matter}”的有效委托"
        basis = LICENCE[24, 1] if act is DelegatedAct.LICENCE else PENALTY[20, 1]
        yield Problem("agent", "受委托方", why, "请由有权机关办理，或者依法委托并公布", basis)


def grant_problems(receiver: str, item_code: str, on: date) -> Iterator[Problem]:
    """Why a township or subdistrict may not impose this penalty in its own name on a day."""
    rows = GrantedPower._base_manager.filter(withdrawn=False, receiver=receiver, item_code=item_code, taken_on__lte=on)
    if not rows.exclude(recalled_on__lte=on).exists():
        why = f"“{receiver}”在{on}没有承接事项“{item_code}”"
        yield Problem("item", "赋权事项", why, "请移送县级有权部门", PENALTY[24, 2].says("规定范围"))
