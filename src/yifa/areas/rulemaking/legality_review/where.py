"""Which organ reviews a matter (审查机构): what clients give as `Echo.organ`."""

from __future__ import annotations

from yifa.areas.rulemaking.legality_review.defaults import DEFAULTS
from yifa.office.models import Organ, OrganKind


def reviewing_organ(maker: Organ | None) -> Organ | None:
    """The organ that reviews what `maker` decides, issues or signs.

    For a government its justice bureau; for a department itself (its own legal unit); for a township or subdistrict
    the justice bureau of its county, unless the place lets townships review themselves. None where it is not in the
    books: then the matter is submitted on paper.
    """
    if maker is None:
        return None
    if maker.kind in (OrganKind.TOWNSHIP, OrganKind.SUBDISTRICT):
        own = DEFAULTS.at(maker.place.code).text("township_reviewer") == "own"
        return maker if own else bureau_over(maker)
    if maker.kind == OrganKind.GOVERNMENT:
        return Organ.objects.filter(parent=maker, kind=OrganKind.JUSTICE).order_by("pk").first()
    return maker


def bureau_over(organ: Organ) -> Organ | None:
    """The justice bureau of the government to which an organ belongs; a government's own."""
    government: Organ | None = organ
    while government is not None and government.kind != OrganKind.GOVERNMENT:
        government = government.parent
    return reviewing_organ(government)
