"""The list of a round against the documents in the books (清理清单与现行有效目录)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from yifa.areas.rulemaking.law_change.models import CitedPlace
from yifa.areas.rulemaking.normative_document.choices import Cleanup, HowEnded
from yifa.areas.rulemaking.normative_document.holdings import DOCUMENTS
from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase
from yifa.kernel.situation import Situation
from yifa.kernel.ties import Target
from yifa.law import UnknownAct, act


def documents_in_force(record: Any, day: date) -> QuerySet[NormativeDocumentCase]:
    """The published documents of the organ that leads a round which have force on a day."""
    manager: Any = NormativeDocumentCase._base_manager
    documents: QuerySet[NormativeDocumentCase] = manager.filter(
        Q(expires_on=None) | Q(expires_on__gte=day), organ_id=record.organ_id, stage="published"
    )
    return documents.select_related("organ").order_by("pk")


def listed(record: Any, on: date) -> list[dict[str, str]]:
    """What a round starts with: the documents in force; where a law changed, those that cite it."""
    if record.items or record.organ_id is None:
        items: list[dict[str, str]] = record.items
        return items
    documents = documents_in_force(record, on)
    if record.kind != "general" and record.trigger_act:
        cited = CitedPlace._base_manager.filter(holding=DOCUMENTS.key, act=_title(record.trigger_act))
        documents = documents.filter(pk__in=cited.values("row"))
    return [{"number": d.unified_number, "title": d.name, "issuer": d.organ.name} for d in documents]


def _title(name: str) -> str:
    """The act as the index calls it; as it was written where the index does not know it."""
    try:
        return act(name.strip("《》 ")).title
    except UnknownAct:
        return name


def counted(*conclusions: Cleanup) -> Callable[[Any, date], int]:
    """How many documents of the list have one of these conclusions."""
    wanted = {conclusion.value for conclusion in conclusions}
    return lambda record, on: sum(1 for row in record.items if row.get("conclusion") in wanted)


def all_concluded(situation: Situation) -> str | None:
    """Every document of the list has its conclusion, and a reason where it does not simply go on."""
    open_ = [row["title"] for row in situation.record.items if not row.get("conclusion")]
    if open_:
        return f"还有{len(open_)}件没有清理结论：{_named(open_)}"
    bare = [
        row["title"] for row in situation.record.items
        if row.get("conclusion") != Cleanup.KEEP and not row.get("reason")
    ]  # fmt: skip
    return f"以下文件不是继续有效，没有写明理由：{_named(bare)}" if bare else None


def none_left_out(situation: Situation) -> str | None:
    """A general round looks at every document of the organ: what is left out could no longer be relied on."""
    record = situation.record
    if record.kind != "general" or record.organ_id is None:
        return None
    listed = {row["number"] for row in record.items}
    left = [
        d.name for d in documents_in_force(record, situation.on)
        if not {d.unified_number, d.document_number} & listed
    ]  # fmt: skip
    return f"现行有效的文件没有列入清单，公布后将不得作为依据：{_named(left)}" if left else None


def twice(situation: Situation) -> str | None:
    """No document stands in the list twice."""
    numbers = [row["number"] for row in situation.record.items]
    double = sorted({number for number in numbers if numbers.count(number) > 1})
    return f"清单中重复列入：{_named(double)}" if double else None


def _named(names: Collection[str]) -> str:
    shown = "、".join(list(names)[:5])
    return f"{shown}等{len(names)}件" if len(names) > 5 else shown


def _found(record: Any) -> Iterator[tuple[dict[str, Any], NormativeDocumentCase]]:
    """The rows whose documents are in the books and still stand, with them."""
    rows = {row["number"]: row for row in record.items}
    manager: Any = NormativeDocumentCase._base_manager
    known = manager.filter(
        Q(unified_number__in=rows) | Q(document_number__in=rows), Q(organ=record.organ) | Q(organ__parent=record.organ),
        stage="published",
    ).order_by("pk")  # fmt: skip
    for document in known:
        yield rows.get(document.unified_number) or rows[document.document_number], document


def _own(record: Any) -> Iterator[tuple[dict[str, Any], NormativeDocumentCase]]:
    """Those made by the organ itself: of others' documents only the conclusion is noted, who made them ends them."""
    yield from ((row, document) for row, document in _found(record) if document.organ_id == record.organ_id)


def cleaned(situation: Situation) -> list[Target]:
    """The conclusion goes into every document."""
    record = situation.record
    return [
        (document, {"cleanup": row["conclusion"], "cleanup_round": record.name[:60]}, {"why": row.get("reason") or ""})
        for row, document in _found(record)
    ]


def repealed(situation: Situation) -> list[Target]:
    """What the round repeals is repealed from its publication on."""
    return [
        (document, _end(situation, row) | {"ended_how": HowEnded.REPEALED.value, "ended_on": situation.on}, {})
        for row, document in _own(situation.record)
        if row["conclusion"] == Cleanup.REPEAL
    ]


def invalidated(situation: Situation) -> list[Target]:
    """What the round declares void is void from its publication on."""
    return [
        (document, _end(situation, row), {})
        for row, document in _own(situation.record)
        if row["conclusion"] == Cleanup.EXPIRE
    ]


def _end(situation: Situation, row: dict[str, Any]) -> dict[str, Any]:
    record = situation.record
    by = f"{record.name}（{record.document_number}）" if record.document_number else record.name
    return {"ended_by": by, "end_reason": row.get("reason") or "清理", "end_published_on": situation.on}
