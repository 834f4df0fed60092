"""What a change of law touches (法律变动): the list for an act or an article, and rounds of work made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.areas.rulemaking.law_change.impact import Touched, impact, said_of
from yifa.areas.rulemaking.law_change.models import ChangeKind, ItemState, LawChange
from yifa.areas.rulemaking.law_change.rounds import open_round
from yifa.desk import answers
from yifa.desk.navigation import NavItem
from yifa.desk.present import person_in
from yifa.desk.rows import Column
from yifa.errors import YifaError
from yifa.kernel.registers.entries import WRITERS
from yifa.law import Act, LawError
from yifa.law import act as act_named
from yifa.law.basis import article_key, article_name
from yifa.law.structure import ArticleKey
from yifa.office import scope
from yifa.office.models import Organ, OrganKind, Person
from yifa.office.posts import roles_of

NAV = [NavItem("法律变动", "law_change", "law", 26)]
SHOWN = 300
"""How many the page lists; the files hold all."""

COLUMNS: Sequence[Column[Touched]] = (
    Column("what", "类别", lambda one: one.what),
    Column("title", "名称", lambda one: one.title, css="wide"),
    Column("holder", "所属单位", lambda one: one.holder),
    Column("cited", "所引条款", lambda one: one.cited, css="wide"),
)


@dataclass(frozen=True)
class Asked:
    """The question: an act, perhaps an article, a day."""

    name: str = ""
    article: str = ""
    on: date = date.min
    act: Act | None = None
    key: ArticleKey | None = None
    error: str = ""

    @property
    def where(self) -> str:
        """The act and the article as they are printed."""
        return f"《{self.name}》{article_name(self.key) if self.key else ''}"


@dataclass(frozen=True)
class Line:
    """One thing with the address of its record, where it has one."""

    touched: Touched
    address: str


def page(request: HttpRequest) -> HttpResponseBase:
    """The question, its answer, and the rounds that go on; twins as JSON, CSV, xlsx."""
    person, today = person_in(request), timezone.localdate()
    asked = _asked(request, today)
    found = impact(asked.act, asked.key, organs=_asked_of(person, today)) if asked.act else []
    kind = answers.wanted(request)
    if kind in ("csv", "xlsx"):
        return answers.file(kind, f"引用{asked.name}的事项", COLUMNS, found)
    if kind == "json":
        return answers.as_json({"act": asked.name, "touched": [_plain(one) for one in found]})
    act_said = said_of(asked.act, asked.key, asked.on) if asked.act else ""
    context = {
        "asked": asked, "said": act_said, "lines": [Line(one, address_of(one)) for one in found[:SHOWN]],
        "total": len(found), "hidden": max(0, len(found) - SHOWN), "rounds": _rounds(),
        "counts": _counts(found), "kinds": ChangeKind.choices, "organs": _writable(person, today),
        "twins": answers.twins(request, "csv", "xlsx", "json") if found else [],
    }  # fmt: skip
    return render(request, "desk/law_change.html", context)


def _asked(request: HttpRequest, today: date) -> Asked:
    name, article, on = (request.GET.get(key, "").strip()[:100] for key in ("act", "article", "on"))
    asked = Asked(name, article, today)
    try:
        if on:
            asked = replace(asked, on=date.fromisoformat(on))
        if name:
            found = act_named(name.strip("《》"))
            asked = replace(asked, act=found, name=found.title)
        if article:
            asked = replace(asked, key=article_key(article))
    except LawError as error:
        return replace(asked, act=None, error=str(error))
    except ValueError:
        return replace(asked, act=None, error=f"“{on}”不是有效的日期。请写成2026-05-01的样子。")
    return asked


def _seen() -> list[int]:
    """The organs in scope."""
    present = scope.current()
    return sorted(present.organs) if present is not None else []


def _asked_of(person: Person, today: date) -> list[int]:
    """The organs whose titles are listed: those in scope, and for who works at a justice bureau all of its division.

    A justice bureau leads the review of what a change of law touches; what it sees of others is the title and the
    place cited, and the record opens only to those in whose scope it is.
    """
    seen = set(_seen())
    for bureau in Organ.objects.filter(pk__in=seen, kind=OrganKind.JUSTICE).select_related("place"):
        if roles_of(person, bureau, today) & WRITERS:
            below = Q(place=bureau.place) | Q(place__parent=bureau.place)
            seen |= set(Organ.objects.filter(below).values_list("pk", flat=True))
    return sorted(seen)


def _writable(person: Person, today: date) -> list[Organ]:
    """The organs in whose books the person may write."""
    organs = Organ.objects.filter(pk__in=_seen()).order_by("pk")
    return [organ for organ in organs if roles_of(person, organ, today) & WRITERS]


def address_of(one: Touched) -> str:
    """The page of the record; empty for declarations, templates, and records out of scope."""
    if one.pk is None or one.organ not in _seen():
        return ""
    if one.kind == "case":
        return reverse("case", args=[one.pk])
    return reverse("register_entry", args=[one.key, one.pk]) if one.kind == "entry" else ""


def _counts(found: list[Touched]) -> list[tuple[str, int]]:
    kinds: dict[str, int] = {}
    for one in found:
        kinds[one.what] = kinds.get(one.what, 0) + 1
    return list(kinds.items())


def _plain(one: Touched) -> dict[str, Any]:
    return {"what": one.what, "title": one.title, "holder": one.holder, "cited": one.cited, "url": address_of(one)}


def _rounds() -> list[LawChange]:
    """The latest rounds with how many of their items there are and how many are still open."""
    standing = Q(items__withdrawn=False)
    rounds = LawChange.objects.filter(withdrawn=False).annotate(
        total=Count("items", filter=standing),
        left=Count("items", filter=standing & Q(items__state=ItemState.OPEN)),
    )
    return list(rounds.select_related("organ").order_by("-changed_on", "-pk")[:20])


@require_POST
def note(request: HttpRequest) -> HttpResponse:
    """Note the change and make the list a round of work."""
    person, now = person_in(request), timezone.now()
    asked = {
        key: request.POST.get(key, "").strip()[:200] for key in ("act", "article", "kind", "on", "due_on", "number")
    }
    back = f"{reverse('law_change')}?{urlencode({key: asked[key] for key in ('act', 'article', 'on')})}"
    organ = next(
        (o for o in _writable(person, timezone.localdate(now)) if str(o.pk) == request.POST.get("organ")), None
    )
    if organ is None:
        messages.error(request, "不能登记：请选择您可以登记台账的机关。")
        return redirect(back)
    try:
        values = {
            "number": asked["number"], "act": asked["act"], "kind": asked["kind"], "changed_on": asked["on"],
            "article": article_name(article_key(asked["article"])) if asked["article"] else "",
            "due_on": asked["due_on"], "replaced_by": "、".join(act_named(asked["act"]).superseded_by),
        }  # fmt: skip
        seen = _asked_of(person, timezone.localdate(now))
        made = open_round(organ, values, organs=seen, by=person, at=now)
    except YifaError as error:
        messages.error(request, str(error))
        return redirect(back)
    messages.success(request, f"已登记“{made.change}”，列入影响清单{made.added}项。")
    return redirect(f"{reverse('register', args=['law_change_item'])}?q={made.change.number}")


urlpatterns = [
    path("law-change/", page, name="law_change"),
    path("law-change/note/", note, name="law_change_note"),
]
