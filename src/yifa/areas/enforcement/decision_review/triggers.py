"""Whether a decision must be reviewed, and why (应当法制审核的情形): pure, from facts and a directory.

A client asks before it decides; the answers are the triggers of its submission.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from yifa.areas.enforcement.decision_review.acts import PENALTY, SYSTEM
from yifa.areas.enforcement.decision_review.choices import ActKind, Trigger
from yifa.law import Basis


@dataclass(frozen=True)
class Facts:
    """What is known of a proposed decision.

    Attributes:
        measures: kinds of penalty or measure, by their Chinese names (吊销许可证件).
        amount: fine and confiscation together, in yuan.
        citizen: whether amounts for citizens count.
        by_law: the provision that asks for review, in words; blank where none does.
        major: why the decision is a major one without a provision that says so (重大执法决定), in words.
        threshold: the amount of the place from which a penalty is major; None where there is none.
    """

    act_kind: str
    heard: bool = False
    public_interest: bool = False
    complex_case: bool = False
    by_law: str = ""
    major: str = ""
    matter: str = ""
    item_code: str = ""
    measures: tuple[str, ...] = ()
    amount: Decimal = Decimal(0)
    citizen: bool = True
    threshold: Decimal | None = None


@dataclass(frozen=True)
class Found:
    """One reason for review."""

    trigger: Trigger
    why: str
    basis: Basis

    @property
    def row(self) -> dict[str, str]:
        """As a row of the submission."""
        return {"trigger": self.trigger.value, "why": self.why}


class Listed(Protocol):
    """An item of the directory, as far as it matters here."""

    code: str
    name: str
    act_kind: str
    matter: str
    item_codes: list[str]
    measures: list[str]
    citizen_amount: Decimal | None
    organisation_amount: Decimal | None


def triggers(facts: Facts, directory: Iterable[Listed] = ()) -> list[Found]:
    """Every reason for which the decision has to be reviewed; none means that it need not be."""
    return [*_by_statute(facts), *_by_directory(facts, directory)]


def _by_statute(facts: Facts) -> Iterator[Found]:
    """行政处罚法 58①: for penalties; other acts come under review through the directory and special laws."""
    of_penalty = facts.act_kind == ActKind.PENALTY
    if facts.public_interest and of_penalty:
        yield Found(Trigger.PUBLIC, "涉及重大公共利益", PENALTY[58, 1].item(1))
    if facts.heard and of_penalty:
        yield Found(Trigger.HEARD, "经过听证程序，直接关系重大权益", PENALTY[58, 1].item(2))
    if facts.complex_case and of_penalty:
        yield Found(Trigger.COMPLEX, "案件情况疑难复杂、涉及多个法律关系", PENALTY[58, 1].item(3))
    if facts.by_law:
        yield Found(Trigger.BY_LAW, facts.by_law, PENALTY[58, 1].item(4) if of_penalty else SYSTEM)


def _by_directory(facts: Facts, directory: Iterable[Listed]) -> Iterator[Found]:
    """The document on the three systems: what is major is listed, and reviewed though no act says so (118号文)."""
    if facts.major:
        yield Found(Trigger.CATALOGUE, facts.major, SYSTEM)
    for item in directory:
        if listed(facts, item):
            yield Found(Trigger.CATALOGUE, f"{item.code} {item.name}", SYSTEM)
    if facts.threshold is not None and facts.amount >= facts.threshold:
        why = f"罚没合计{facts.amount}元，达到列入目录的数额{facts.threshold}元"
        yield Found(Trigger.CATALOGUE, why, SYSTEM)


def listed(facts: Facts, item: Listed) -> bool:
    """Whether an item of the directory covers the decision: everything that it names must agree."""
    if item.act_kind != facts.act_kind or (item.matter and item.matter != facts.matter):
        return False
    if item.item_codes and facts.item_code not in item.item_codes:
        return False
    if item.measures and not set(item.measures) & set(facts.measures):
        return False
    amount = item.citizen_amount if facts.citizen else item.organisation_amount
    by_amount = item.citizen_amount is not None or item.organisation_amount is not None
    return facts.amount >= amount if amount is not None else not by_amount


def in_force(item: object, on: date) -> bool:
    """Whether an item of the directory holds on a day."""
    since, ended = getattr(item, "effective_on", None), getattr(item, "ended_on", None)
    return (since is None or since <= on) and (ended is None or on < ended)
