"""Which organ reviews a policy (条例 13, 14): what clients give as `Echo.organ`."""

from __future__ import annotations

from yifa.areas.rulemaking.fair_competition.conditions import GOVERNMENT, REGULATOR
from yifa.office.models import Organ, OrganKind


def reviewing_organ(issuer_kind: str, drafter: Organ | None) -> Organ | None:
    """The drafter for what departments issue, the market regulator of the county for what its government issues.

    None where it is not in the books: then the policy is sent on paper.
    """
    if issuer_kind not in GOVERNMENT or drafter is None:
        return drafter
    government: Organ | None = drafter
    while government is not None and government.kind != OrganKind.GOVERNMENT:
        government = government.parent
    if government is None:
        return None
    return Organ.objects.filter(parent=government, name__contains=REGULATOR).order_by("pk").first()
