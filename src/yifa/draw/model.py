"""What a draw is made of: objects with weights in strata, officers with their fields, and the plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Candidate:
    """An object that may be drawn (检查对象).

    Attributes:
        code: what tells it apart, for instance the unified credit code.
        stratum: the group that has a quota of its own (层); blank where there is only one.
        weight: how likely it is against the others of its stratum, greater than 0; twice the weight is drawn first
            twice as often.
        matter: the field of inspection (领域), which its officers must hold; blank where any officer will do.
    """

    code: str
    name: str
    stratum: str = ""
    weight: Decimal = Decimal(1)
    matter: str = ""


@dataclass(frozen=True)
class Officer:
    """A person who may be sent (检查人员).

    Attributes:
        matters: the fields that the certificate covers; empty where it covers all.
        valid_to: the last day of the certificate.
        recused: objects from which they must keep away (回避), by code; nobody reads them in a published file.
        load: how many visits they have made already this year.
    """

    code: str
    name: str
    matters: frozenset[str] = frozenset()
    valid_to: date | None = None
    suspended: bool = False
    recused: frozenset[str] = frozenset()
    load: int = 0

    def may_visit(self, candidate: Candidate, on: date) -> bool:
        """Whether the certificate lets them be sent to an object on a day: valid and of the field."""
        covered = not candidate.matter or not self.matters or candidate.matter in self.matters
        return covered and self.holds_on(on)

    def holds_on(self, on: date) -> bool:
        """Whether the certificate holds on a day."""
        return not self.suspended and (self.valid_to is None or self.valid_to >= on)


@dataclass(frozen=True)
class Plan:
    """What is to be drawn.

    Attributes:
        on: the day of the draw, on which certificates must be valid.
        public_source: which public value, published after the commitment, goes into the seed.
        quotas: how many of each stratum.
        team: officers a visit, at least two (行政处罚法第四十二条).
        weights: the factor of each grade of risk and of credit, by the name of its column.
    """

    title: str
    on: date
    public_source: str
    quotas: dict[str, int]
    team: int = 2
    weights: dict[str, dict[str, Decimal]] = field(default_factory=dict)


@dataclass(frozen=True)
class Drawn:
    """An object that was drawn: its place in the order, who goes, and who was passed over as not to be sent there."""

    place: int
    candidate: Candidate
    key: Decimal
    team: tuple[Officer, ...] = ()
    passed: tuple[Officer, ...] = ()
