"""Finding one case for a page, and those tied to it; the managers of the kernel keep to the scope of the request."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from yifa.kernel.models import Case, Link
from yifa.office import scope
from yifa.office.posts import roles_of


def case_of(pk: int) -> Case:
    """One case in scope; outside of it there is no such case.

    Raises:
        Http404: there is none, or it is out of scope.
        PermissionDenied: it is confided to roles that whoever asks does not hold at its organ.
    """
    found = Case.objects.filter(pk=pk).select_related("organ", "handler", "counterpart").first()
    if found is None:
        raise Http404("没有这件案件，或者不在您的数据范围内。")
    require_confidence(found)
    return found


def require_confidence(case: Case) -> None:
    """Refuse whoever is not among those to whom the case is confided (举报人信息保密).

    Lists and numbers show such a case with its title, which tells nothing; what stands in it is for those who work
    on it at its own organ, not for those who may only see from elsewhere.

    Raises:
        PermissionDenied: the role is lacking.
    """
    model: Any = case.declaration.model
    trusted, present = model.confided_to, scope.current()
    if not trusted or present is None or present.person is None or present.on is None:
        return
    if not roles_of(present.person, case.organ, present.on) & set(trusted):
        roles = "、".join(role.label for role in trusted)
        raise PermissionDenied(f"“{case.declaration.label}”应当保密，只供{case.organ.short_name}的{roles}查看。")


def linked(case: Case) -> list[tuple[str, Case]]:
    """The cases tied to one, as (kind of tie, case); only those in scope."""
    ties = list(Link.objects.filter(Q(source_id=case.pk) | Q(target_id=case.pk)).order_by("pk"))
    others = {tie.pk: tie.target_id if tie.source_id == case.pk else tie.source_id for tie in ties}
    seen = Case.objects.select_related("organ").in_bulk(others.values())
    return [(tie.kind, seen[others[tie.pk]]) for tie in ties if others[tie.pk] in seen]
