"""To whom and when a rule applies (适用情形).

Article 75 of the organic law binds governments of counties and above only; departments and townships follow the
notices of the State Council's office and their province's rules. A rule is never held against an organ it does not
bind.
"""

from __future__ import annotations

from datetime import date

from yifa.areas.rulemaking.normative_document.choices import Purpose
from yifa.kernel.declare import Guard
from yifa.kernel.situation import Situation
from yifa.office.models import OrganKind

LOCAL = (OrganKind.TOWNSHIP, OrganKind.SUBDISTRICT)
STEPS_SINCE = date(2022, 3, 12)
"""From this day on 组织法75 orders the steps; before, the notices of the State Council's office did."""

COMPETITION_SINCE = date(2024, 8, 1)
"""From this day on 竞审条例 is in force; before, the review rested on 营商条例63①."""


def _since(situation: Situation, day: date) -> bool:
    """Whether a provision in force from a day on holds on the day asked about; where none is named it does."""
    return situation.on == date.min or situation.on >= day


def government(situation: Situation) -> bool:
    """The issuer is a government of a county or above."""
    return bool(situation.record.organ.kind == OrganKind.GOVERNMENT)


def local(situation: Situation) -> bool:
    """The issuer is a township government or a subdistrict office."""
    return situation.record.organ.kind in LOCAL


def rights(situation: Situation) -> bool:
    """It touches rights and duties of citizens, companies or other organisations."""
    return bool(situation.record.affects_rights)


def bound_by_75(situation: Situation) -> bool:
    """The steps of 组织法75 are ordered by law: a government's document that touches rights and duties."""
    return government(situation) and rights(situation) and _since(situation, STEPS_SINCE)


def market(situation: Situation) -> bool:
    """It is closely tied to what market entities do."""
    return bool(situation.record.market)


def economic(situation: Situation) -> bool:
    """It concerns economic activities of operators, so it needs a fair competition review."""
    return bool(situation.record.economic)


def bound_by_competition(situation: Situation) -> bool:
    """It concerns economic activities, and 竞审条例18 forbids to issue it unreviewed."""
    return economic(situation) and _since(situation, COMPETITION_SINCE)


def competitive(situation: Situation) -> bool:
    """It needs a fair competition review: economic activities (竞审条例2), or market entities (营商条例63①)."""
    return economic(situation) or market(situation)


def others_powers(situation: Situation) -> bool:
    """It touches the powers of other departments or places."""
    return bool(situation.record.others_powers)


def vertical(situation: Situation) -> bool:
    """A department led from above files with its superior department."""
    return bool(situation.record.reports_to)


def purposed(*purposes: Purpose) -> Guard:
    """The document amends, replaces or repeals another one that is in the books."""

    def guard(situation: Situation) -> bool:
        return situation.record.purpose in purposes and situation.record.target_id is not None

    return guard


def both(*guards: Guard) -> Guard:
    """All of these."""
    return lambda situation: all(guard(situation) for guard in guards)


def neither(*guards: Guard) -> Guard:
    """None of these."""
    return lambda situation: not any(guard(situation) for guard in guards)
