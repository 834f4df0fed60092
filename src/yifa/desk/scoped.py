"""Finding one case for a page, and those tied to it; the managers of the kernel keep to the scope of the request."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from yifa.kernel.insiders import may_open
from yifa.kernel.models import Case, Link
from yifa.office import scope
from yifa.office.models import Organ


def case_of(pk: int) -> Case:
    """One case in scope; outside of it there is no such case.

    Raises:
        Http404: there is none, or it is out of scope.
        PermissionDenied: it is kept among few, and whoever asks is not one of them.
    """
    found = Case.objects.filter(pk=pk).select_related("organ", "handler", "counterpart").first()
    if found is None:
        raise Http404("没有这件案件，或者不在您的数据范围内。")
    require_confidence(found)
    return found


def organs_seen() -> list[Organ]:
    """The organs whose records the request may see, for filters and tables."""
    present = scope.current()
    return list(Organ.objects.filter(pk__in=present.organs if present is not None else ()).order_by("pk"))


def require_confidence(case: Case) -> None:
    """Refuse whoever is not among those to whom the case is told (举报人信息保密).

    Lists and numbers show such a case with its title, which tells nothing; what stands in it is for those who work
    on it, by name, and for the heads of its organ; not for their colleagues, and not for those who see from elsewhere.

    Raises:
        PermissionDenied: they are not in the circle of the case.
    """
    present = scope.current()
    if present is None or present.person is None or present.on is None:
        return
    if not may_open(present.person, case, present.on):
        whom = f"{case.organ.short_name}的承办人、按名单纳入的人员和负责人"
        raise PermissionDenied(
            f"“{case.declaration.label}”应当保密，只供{whom}查看。需要查看的，请承办人纳入知悉范围。"
        )


def linked(case: Case) -> list[tuple[str, Case]]:
    """The cases tied to one, as (kind of tie, case); only those in scope."""
    ties = list(Link.objects.filter(Q(source_id=case.pk) | Q(target_id=case.pk)).order_by("pk"))
    others = {tie.pk: tie.target_id if tie.source_id == case.pk else tie.source_id for tie in ties}
    seen = Case.objects.select_related("organ").in_bulk(others.values())
    return [(tie.kind, seen[others[tie.pk]]) for tie in ties if others[tie.pk] in seen]
