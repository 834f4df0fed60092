"""Whose work a government's statistics count (汇总范围): every body under it that enforces, each once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from yifa.areas.enforcement.authority.models import BodyKind, EnforcementBody
from yifa.kernel.models import Case
from yifa.office.models import Organ, OrganKind

ENFORCING = (OrganKind.DEPARTMENT, OrganKind.JUSTICE, OrganKind.TOWNSHIP, OrganKind.SUBDISTRICT, OrganKind.DISPATCHED)
"""Bodies directly below a government that are always listed: one that has a power and did not use it writes 0."""


def counted(government: Organ, year: int, procedures: Collection[str]) -> list[Organ]:
    """The bodies of a county: those below the government, the deeper ones under theirs, and the government itself.

    A case belongs to the one organ that acts in its own name, so that no case is counted twice. The government itself
    and deeper bodies (大队、所) are listed where they enforce: they stand in the register of bodies in that year, or
    have cases. Another government below makes statistics of its own, and its bodies are not counted here.

    Args:
        procedures: the keys of the procedures that the statistics count.
    """
    found = [government, *_below(government)]
    always = {organ.pk for organ in found if organ.parent_id == government.pk and organ.kind in ENFORCING}
    return _kept(found, always, year, procedures)


def enforcing(organs: Sequence[Organ], year: int, procedures: Collection[str]) -> list[Organ]:
    """Of some organs those that a table lists: bodies that enforce by their kind, and others that did."""
    return _kept(organs, {organ.pk for organ in organs if organ.kind in ENFORCING}, year, procedures)


def _kept(organs: Sequence[Organ], always: set[int], year: int, procedures: Collection[str]) -> list[Organ]:
    named = _registered(year)
    rows = Case._base_manager.filter(organ__in=[organ.pk for organ in organs], procedure__in=procedures)
    busy = set(rows.order_by().values_list("organ_id", flat=True).distinct())
    return [organ for organ in organs if organ.pk in always | busy or organ.name in named]


def _below(government: Organ) -> Iterator[Organ]:
    """Each body followed by its own; those of other governments are left to them."""
    children: dict[int | None, list[Organ]] = {}
    for organ in Organ.objects.exclude(kind=OrganKind.GOVERNMENT).order_by("pk"):
        children.setdefault(organ.parent_id, []).append(organ)

    def walk(pk: int, above: frozenset[int]) -> Iterator[Organ]:
        for organ in children.get(pk, []):
            if organ.pk not in above:
                yield organ
                yield from walk(organ.pk, above | {organ.pk})

    return walk(government.pk, frozenset({government.pk}))


def _registered(year: int) -> set[str]:
    """The names of the bodies that stood at some time of the year; an entrusted one acts in its principal's name."""
    rows = EnforcementBody._base_manager.filter(withdrawn=False, confirmed_on__lte=date(year, 12, 31))
    rows = rows.exclude(kind=BodyKind.ENTRUSTED)
    return set(rows.exclude(ended_on__lte=date(year, 1, 1)).values_list("name", flat=True))
