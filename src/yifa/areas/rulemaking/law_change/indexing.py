"""Keeping the index of citations (引用索引): made anew for a row whenever the row is stored, never when it is asked.

Whoever stores a case or an entry does not know of this: it hangs on Django's signal, in the same transaction. An import
writes its rows in bulk, which sends no signal; the event of the book that closes the import does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from yifa.areas.rulemaking.law_change.holding import HOLDINGS, Holding
from yifa.areas.rulemaking.law_change.models import CitedPlace
from yifa.areas.rulemaking.law_change.places import cited_places
from yifa.kernel.registers.models import BookEvent, BookEventKind

CHUNK = 500


def connect() -> None:
    """Listen to what is stored."""
    for holding in HOLDINGS.all():
        post_save.connect(_stored, sender=holding.model, dispatch_uid=f"law_change.{holding.model._meta.label}")
    post_save.connect(_imported, sender=BookEvent, dispatch_uid="law_change.import")


def _stored(sender: type[Any], instance: Any, update_fields: Collection[str] | None = None, **rest: Any) -> None:
    for holding in HOLDINGS.of_model(sender):
        if update_fields is None or set(update_fields) & set(holding.fields):
            index(holding, [instance])


def _imported(sender: type[Any], instance: BookEvent, created: bool = False, **rest: Any) -> None:
    if not created or instance.kind != BookEventKind.IMPORT:
        return
    for holding in HOLDINGS.all():
        register_of = getattr(holding.model, "batch", None)
        if register_of is not None:
            index(holding, holding.rows().filter(batch_id=instance.data["batch"]).iterator(CHUNK))


def index(holding: Holding, rows: Iterable[Any]) -> int:
    """Read what rows cite and keep it in place of what was kept of them; how many citations there are."""
    kept, pending, seen = 0, list[CitedPlace](), list[int]()
    for row in rows:
        seen.append(row.pk)
        pending += _citations(holding, row)
        if len(seen) >= CHUNK:
            kept += _replace(holding, seen, pending)
            pending, seen = [], []
    return kept + _replace(holding, seen, pending)


def _replace(holding: Holding, seen: list[int], fresh: list[CitedPlace]) -> int:
    if seen:
        with transaction.atomic():
            CitedPlace._base_manager.filter(holding=holding.key, row__in=seen).delete()
            CitedPlace._base_manager.bulk_create(fresh)
    return len(fresh)


def _citations(holding: Holding, row: Any) -> list[CitedPlace]:
    return [
        CitedPlace(
            holding=holding.key, row=row.pk, organ_id=row.organ_id, field=name, act=cited.act,
            article=cited.article[0] if cited.article else None, branch=cited.article[1] if cited.article else 0,
            cited=str(cited)[:200],
        )
        for name, text in holding.texts(row)
        for cited in cited_places(text)
    ]  # fmt: skip


def index_all() -> int:
    """Index everything anew, for texts stored before there was an index; how many citations there are."""
    with transaction.atomic():
        CitedPlace._base_manager.all().delete()
        return sum(index(holding, holding.rows().iterator(CHUNK)) for holding in HOLDINGS.all())
