"""目录进度: each item of a catalogue of decisions with the decision that is made on it, and the editions published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone

from yifa.areas.rulemaking.decision_catalogue.choices import OUT, ItemStatus
from yifa.areas.rulemaking.decision_catalogue.figures import published_items
from yifa.areas.rulemaking.decision_catalogue.planned import planned_until
from yifa.areas.rulemaking.major_decision.models import DecisionCase
from yifa.desk import answers
from yifa.desk.navigation import CaseTool
from yifa.desk.scoped import case_of
from yifa.kernel.models import Case, Event

KEY = "decision_catalogue"
CASE_TOOLS = [CaseTool(KEY, "目录进度", "catalogue_progress", "limit")]


@dataclass(frozen=True)
class Item:
    """One item with its decision, and how it stands today.

    Attributes:
        state: the class of its mark (done, overdue, soon, normal, paused); words: what is said of it.
    """

    row: dict[str, Any]
    decision: Any
    until: date | None
    state: str
    words: str


def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The items as last published, each with its decision."""
    case = case_of(pk)
    if case.procedure != KEY:
        raise Http404("这件案件不是重大行政决策事项目录。")
    record, today = case.record, timezone.localdate()
    items = list(_items(record, published_items(record) or [*record.items, *record.withheld], today))
    counting = [one for one in items if one.row.get("status") not in OUT]
    done = [one for one in counting if one.state == "done"]
    context = {
        "case": case, "record": record, "items": items, "counting": len(counting), "done": len(done),
        "late": sum(one.state == "overdue" for one in items), "editions": list(_editions(case)),
    }  # fmt: skip
    return answers.page(request, "desk/catalogue.html", context, lambda: {"items": [_plain(one) for one in items]})


def _items(record: Any, rows: list[dict[str, Any]], today: date) -> Iterator[Item]:
    decisions = DecisionCase.objects.filter(organ_id=record.organ_id, catalogue_year=record.year).order_by("pk")
    known = {one.catalogue_item: one for one in decisions if one.catalogue_item}
    for row in rows:
        decision = known.get(str(row.get("no", "")))
        until = planned_until(str(row.get("planned", "")), record.year or today.year)
        yield Item(row, decision, until, *_standing(row, decision, until, today))


def _standing(row: dict[str, Any], decision: Any, until: date | None, today: date) -> tuple[str, str]:
    if row.get("status") in OUT:
        return "paused", str(ItemStatus(row["status"]).label)
    if decision is not None and decision.decided_on is not None:
        late = until is not None and decision.decided_on > until
        return "done", f"{decision.decided_on}作出决定" + ("，晚于计划" if late else "")
    begun = f"{decision.stage_label}" if decision is not None else "尚未启动"
    if until is not None and until < today:
        return "overdue", f"{begun}，已过计划时间"
    return ("normal" if decision is not None else "soon"), begun


def _editions(case: Case) -> Iterator[Event]:
    """Each publication of the catalogue, the latest first."""
    yield from Event.objects.filter(case_id=case.pk, step="announce", voided_by=None).order_by("-seq")


def _plain(one: Item) -> dict[str, Any]:
    return {
        "no": one.row.get("no"), "name": one.row.get("name"), "lead": one.row.get("lead"),
        "planned": one.row.get("planned"), "until": one.until, "state": one.state, "words": one.words,
        "decision": one.decision.pk if one.decision is not None else None,
    }  # fmt: skip


urlpatterns = [path("cases/<int:pk>/progress/", progress, name="catalogue_progress")]
