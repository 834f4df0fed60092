"""A fine was imposed without a benchmark though the organ has one for the provision (no_benchmark)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from yifa.areas.enforcement.bases import PENALTY, RANGES
from yifa.areas.enforcement.discretion.models import DiscretionTier
from yifa.law.citations import citations
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan


class _Held(NamedTuple):
    """From when a tier holds, from when it no longer does, and the articles that it is for."""

    since: date
    ended: date | None
    articles: frozenset[str]

    def covers(self, day: date, articles: frozenset[str]) -> bool:
        """Whether it may be for these articles on a day; where either names none, that cannot be told."""
        in_force = self.since <= day and (self.ended is None or day < self.ended)
        return in_force and (not articles or not self.articles or bool(articles & self.articles))


def _find(look: Look) -> Iterator[Found]:
    tiers = _tiers(look.on)
    rows = look.penalties().filter(organ__in=list(tiers), benchmark="", fine_amount__gt=0, deviation_reason="")

    def explain(row: Mapping[str, Any]) -> str | None:
        own = _articles([row["penalty_basis"]], look.on)
        if not any(held.covers(row["decision_date"], own) for held in tiers[row["organ_id"]]):
            return None
        return f"罚款{yuan(row['fine_amount'])}，没有写明适用的裁量基准，本机关当日有公布的基准。"

    return of_cases(rows, "fine_amount", "penalty_basis", explain=explain, dated="decision_date")


def _tiers(on: date) -> Mapping[int, list[_Held]]:
    found: dict[int, list[_Held]] = defaultdict(list)
    rows = DiscretionTier._base_manager.filter(withdrawn=False, tier=1)
    for organ, since, ended, basis in rows.values_list("organ_id", "effective_on", "ended_on", "legal_basis"):
        found[organ].append(_Held(since, ended, _articles(basis, on)))
    return found


def _articles(lines: Iterable[str], on: date) -> frozenset[str]:
    """The articles that are cited, as 食品安全法 126; what is not recognised is left out."""
    mentions = (cited.mention for line in lines for cited in citations(str(line), on))
    return frozenset(
        f"{(one.titles or (one.name,))[0]} {one.place.article}" for one in mentions if one.place and one.place.article
    )


CLUE = Clue(
    code="no_benchmark", label="罚款没有适用裁量基准", basis=(PENALTY[34], RANGES),
    looks_at="处罚决定：违法行为编码、处罚依据、罚款金额；裁量权基准库", severity=Severity.PLAIN, find=_find,
    reads=("penalty", "discretion_benchmark"), problem="decision", version=2,
)  # fmt: skip
