"""Finding one case for a page, and those tied to it; the managers of the kernel keep to the scope of the request."""

from __future__ import annotations

from django.db.models import Q
from django.http import Http404

from yifa.kernel.models import Case, Link


def case_of(pk: int) -> Case:
    """One case in scope; outside of it there is no such case."""
    found = Case.objects.filter(pk=pk).select_related("organ", "handler", "counterpart").first()
    if found is None:
        raise Http404("没有这件案件，或者不在您的数据范围内。")
    return found


def linked(case: Case) -> list[tuple[str, Case]]:
    """The cases tied to one, as (kind of tie, case); only those in scope."""
    ties = list(Link.objects.filter(Q(source_id=case.pk) | Q(target_id=case.pk)).order_by("pk"))
    others = {tie.pk: tie.target_id if tie.source_id == case.pk else tie.source_id for tie in ties}
    seen = Case.objects.select_related("organ").in_bulk(others.values())
    return [(tie.kind, seen[others[tie.pk]]) for tie in ties if others[tie.pk] in seen]
