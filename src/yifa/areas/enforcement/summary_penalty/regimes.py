"""What may be imposed and collected on the spot under which act (当场处罚的适用范围), as data with the days it held."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from yifa.errors import YifaError

SOURCE = Path(__file__).parent / "regimes.toml"


@dataclass(frozen=True)
class RegimeRule:
    """The numbers of one act while they held; both days count, amounts in yuan include the number itself.

    Attributes:
        natural, organisation: the highest fine on the spot for a citizen, and for a legal person or organisation.
        grounds: why a fine may be collected on the spot; smallest: the highest “small” fine.
        consent: whether a small fine is collected only where the party does not object.
        alone: whether one officer may act, on the condition `alone_needs`.
        filing_hours: in how many hours the officer reports to the organ; 0 where the act says nothing.
        working: whether the two days for handing money over are working days.
    """

    code: str
    basis: str
    collecting: str
    since: date
    natural: int
    organisation: int
    smallest: int
    consent: bool
    grounds: tuple[str, ...]
    alone: bool
    alone_needs: str
    filing_hours: int
    working: bool
    mark: str
    until: date = date.max

    def most(self, citizen: bool) -> Decimal:
        """The highest fine for this kind of party."""
        return Decimal(self.natural if citizen else self.organisation)


@cache
def rules() -> tuple[RegimeRule, ...]:
    """All rules of the file.

    Raises:
        YifaError: the file cannot be read.
    """
    try:
        entries = tomllib.loads(SOURCE.read_text(encoding="utf-8"))["regime"]
        return tuple(RegimeRule(**entry | {"grounds": tuple(entry["grounds"])}) for entry in entries)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise YifaError(f"不能读取当场处罚的适用范围 {SOURCE.name}：{error}。请改正该文件。") from None


def rule_on(code: str, day: date) -> RegimeRule | None:
    """The rule of an act that held on a day; None where the act allows none."""
    return next((rule for rule in rules() if rule.code == code and rule.since <= day <= rule.until), None)
