"""What the pages of normative documents show (规范性文件): what is in force on a day, the texts of one through time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import Http404, QueryDict
from django.urls import reverse
from markupsafe import Markup, escape

from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase as Document
from yifa.areas.rulemaking.normative_document.procedure import NormativeDocument
from yifa.areas.rulemaking.normative_document.validity import Force
from yifa.areas.rulemaking.normative_document.versions import Version, drafts_of, text_on, versions_of
from yifa.desk.filters import Filter, Filters, choices
from yifa.desk.rows import Column
from yifa.desk.templatetags.yifa import state
from yifa.desk.urgency import Urgency, urgency
from yifa.errors import YifaError
from yifa.kernel.models import Clock
from yifa.law.citations import Citation, citations
from yifa.office.models import Organ
from yifa.text.units import Unit, units_of

STATES: Final = {
    Force.DRAFT: "normal", Force.NOT_YET: "soon", Force.IN_FORCE: "done", Force.AMENDED: "done",
    Force.EXPIRED: "paused", Force.REPEALED: "paused", Force.INVALIDATED: "paused", Force.REVOKED: "overdue",
}  # fmt: skip
FORCES: Final = (
    ("binding", "现行有效"), ("not_yet", "尚未施行"), ("ended", "已失去效力"), ("draft", "制定中"), ("all", "全部"),
)  # fmt: skip
SOON: Final = 183
"""Documents that expire within as many days are marked."""


def day_of(written: str, today: date) -> date:
    """The day asked for in an address; today where none is.

    Raises:
        YifaError: it is no date.
    """
    try:
        return date.fromisoformat(written) if written else today
    except ValueError:
        raise YifaError(f"“{written[:20]}”不是有效的日期。请写成2026-05-01的样子。") from None


# --- the list ---------------------------------------------------------------------------------------


def filters_of(organs: Sequence[Organ], query: QueryDict) -> Filters:
    """Day, state of force, organ and words."""
    declared = [Filter("q", "包含"), Filter("on", ""), Filter("force", "效力", choices(FORCES))]
    if len(organs) > 1:
        declared.append(Filter("organ", "制定机关", choices((organ.pk, organ) for organ in organs)))
    return Filters(declared, query)


def found(filters: Filters, day: date) -> QuerySet[Document]:
    """The documents in scope as they stand on a day; those in force where nothing else is asked."""
    rows = Document.objects.select_related("organ").filter(_force(filters.get("force") or "binding", day))
    if (organ := filters.number("organ")) is not None:
        rows = rows.filter(organ_id=organ)
    if words := filters.get("q"):
        named = Q(name__icontains=words) | Q(document_number__icontains=words) | Q(unified_number__icontains=words)
        rows = rows.filter(named)
    ordered: QuerySet[Document] = rows.order_by("-published_on", "-pk")
    return ordered


def _force(wanted: str, day: date) -> Q:
    published, effective = Q(published_on__lte=day), Q(effective_on__lte=day)
    stands = (Q(ended_on=None) | Q(ended_on__gt=day)) & (Q(expires_on=None) | Q(expires_on__gte=day))
    return {
        "binding": published & effective & stands,
        "not_yet": published & Q(effective_on__gt=day) & stands,
        "ended": published & (Q(ended_on__lte=day) | Q(expires_on__lt=day)),
        "draft": (Q(published_on=None) | Q(published_on__gt=day)) & Q(opened_on__lte=day) & ~Q(stage__in=STOPPED),
        "all": Q(),
    }[wanted]


STOPPED: Final = ("abandoned", "not_normative")


def columns(day: date, *, several: bool) -> list[Column[Document]]:
    """The columns of the list as it stands on a day, `several` organs or one."""
    listed: list[Column[Document]] = [
        Column("name", "文件名称", lambda d: d.name, _linked(day), css="yf-main-cell wide"),
        Column("document_number", "发文字号", lambda d: d.document_number or "—", css="yf-no"),
        Column("unified_number", "统一编号", lambda d: d.unified_number or "—", css="yf-no yf-spare"),
        Column("published_on", "公布", lambda d: _ymd(d.published_on), css="yf-date"),
        Column("effective_on", "施行", lambda d: _ymd(d.effective_on), css="yf-date yf-spare"),
        Column("expires_on", "有效期至", lambda d: _ymd(d.expires_on), lambda d: _expiry(d, day), css="yf-date"),
        Column("force", "效力", lambda d: _standing(d, day), lambda d: _state(d, day), css="yf-no"),
        Column("interpretation", "政策解读", lambda d: d.interpretation_where, shown=False),
        Column("ended_by", "失去效力的依据", lambda d: d.ended_by, shown=False),
    ]
    if several:
        listed.insert(1, Column("organ", "制定机关", lambda d: d.organ.short_name, css="yf-no"))
    return listed


def _linked(day: date) -> Any:
    def cell(document: Document) -> Markup:
        address = f"{reverse('document', args=[document.pk])}?on={day.isoformat()}"
        return Markup('<a href="{}">{}</a>').format(address, document.name or "（未命名）")

    return cell


def _expiry(document: Document, day: date) -> Markup:
    text = escape(_ymd(document.expires_on))
    end = document.expires_on
    if end is not None and day <= end <= day + timedelta(days=SOON) and document.force_on(day).binding:
        return Markup("{} {}").format(text, state("soon", f"还有{(end - day).days}日"))
    return text


def _standing(document: Document, day: date) -> str:
    """Its force on the day; of a draft the stage it has reached."""
    force = document.force_on(day)
    return f"{force.value}：{document.stage_label}" if _unpublished(document) else force.value


def _unpublished(document: Document) -> bool:
    return document.published_on is None


def _state(document: Document, day: date) -> Markup:
    return Markup(state(STATES[document.force_on(day)], _standing(document, day)))


def _ymd(day: date | None) -> str:
    return day.isoformat() if day else "—"


# --- one document -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Text:
    """One text that can be shown and compared: a version in force or a draft."""

    key: str
    label: str
    text: str
    on: date


@dataclass(frozen=True)
class Filing:
    """One duty to file, with its due date and how it stands."""

    label: str
    due: date | None
    filed_on: date | None
    how: Urgency


@dataclass(frozen=True)
class Bar:
    """One stretch of the line of time, in thousandths of its width."""

    start: int
    width: int
    label: str
    address: str
    chosen: bool


class Page:
    """One document as it stands on a day."""

    def __init__(self, pk: int, day: date, today: date) -> None:
        document = Document.objects.filter(pk=pk).select_related("organ", "drafter", "target").first()
        if document is None:
            raise Http404("没有这件规范性文件，或者不在您的数据范围内。")
        self.document, self.day, self.today = document, day, today

    @property
    def force(self) -> Force:
        """How it stands on the day."""
        return self.document.force_on(self.day)

    @property
    def state(self) -> str:
        """The state in which the frame draws it."""
        return STATES[self.force]

    @cached_property
    def versions(self) -> list[Version]:
        """Its versions in force."""
        return versions_of(self.document)

    @cached_property
    def version(self) -> Version | None:
        """The version in force on the day."""
        return text_on(self.versions, self.day)

    @cached_property
    def texts(self) -> list[Text]:
        """Every text, versions first, then drafts from the newest."""
        inforce = [Text(f"v{v.number}", f"{v.label}（{v.since}起施行）", v.text, v.since) for v in self.versions]
        drafts = [
            Text(f"d{number}", f"第{number}稿（{draft.on} {_step_label(draft.step)}）", draft.text, draft.on)
            for number, draft in enumerate(drafts_of(self.document), 1)
        ]
        return [*inforce, *reversed(drafts)]

    @property
    def shown(self) -> str:
        """The text to show: in force on the day, or the draft as it is while none was published."""
        if self.version is not None:
            return self.version.text
        return "" if self.versions else self.document.text

    @cached_property
    def units(self) -> list[tuple[str, Unit]]:
        """The articles of the text shown, each with the heading of its chapter where a new one begins."""
        found, last = [], ""
        for unit in units_of(self.shown):
            heading = unit.division if unit.division != last and not unit.label.startswith(unit.division[:2]) else ""
            last = unit.division
            found.append((heading if "章" in heading or "节" in heading else "", unit))
        return found

    @cached_property
    def cited(self) -> list[tuple[Citation, str]]:
        """What the text cites, each once, as it is on the day, with the address of the article."""
        seen: dict[str, tuple[Citation, str]] = {}
        for one in citations(self.shown, self.day):
            seen.setdefault(one.text, (one, _article_address(one, self.day)))
        return list(seen.values())

    @cached_property
    def filings(self) -> list[Filing]:
        """Each duty to file, with its latest run."""
        latest: dict[str, Clock] = {}
        clocks = Clock.objects.filter(case_id=self.document.pk, limit__in=FILINGS).order_by("run")
        for clock in clocks:
            latest[clock.limit] = clock
        found = []
        for code in (code for code in FILINGS if code in latest):
            limit, run = NormativeDocument.limit(code), latest[code]
            found.append(Filing(limit.label, run.due, run.ended_on, urgency(run, limit, self.today)))
        return found

    @property
    def days_left(self) -> str:
        """How long it will still be in force, counted from the day, where that is soon; else blank."""
        end = self.document.expires_on
        if end is None or not self.force.binding or (end - self.day).days > SOON:
            return ""
        return f"还有{(end - self.day).days}日"

    @property
    def successors(self) -> list[Document]:
        """The documents that amend, replace or repeal it."""
        return list(Document.objects.filter(target_id=self.document.pk).order_by("published_on", "pk"))

    @cached_property
    def line(self) -> list[Bar]:
        """Its versions on a line of time, from publication to the end or to a little after the day."""
        if not self.versions:
            return []
        first, last = self.span
        return [_bar(first, last, v, f"?on={v.since.isoformat()}", self.version == v) for v in self.versions]

    @property
    def span(self) -> tuple[date, date]:
        """The days at the ends of the line."""
        first = min(v.published_on for v in self.versions)
        ends = [v.until or max(self.day, self.today) for v in self.versions]
        return first, max(*ends, self.today, first + timedelta(days=30))

    @property
    def marks(self) -> list[tuple[int, str, str]]:
        """Days to mark on the line: place, class, words."""
        if not self.versions:
            return []
        first, last = self.span
        wanted = [(self.today, "dc-today", "今天"), (self.day, "dc-day", "所选日期")]
        return [(_place(first, last, day), css, words) for day, css, words in wanted if first <= day <= last]


FILINGS: Final = (
    "file_superior_in_time", "file_congress_in_time", "file_government_in_time", "file_higher_in_time",
    "refile_in_time", "correct_in_time",
)  # fmt: skip
WIDE: Final = 1000


def _place(first: date, last: date, day: date) -> int:
    return round((day - first).days * WIDE / max((last - first).days, 1))


def _bar(first: date, last: date, version: Version, address: str, chosen: bool) -> Bar:
    start = _place(first, last, version.since)
    end = _place(first, last, version.until) if version.until else WIDE
    return Bar(start, max(end - start, 4), version.label, address, chosen)


def _step_label(code: str) -> str:
    return NormativeDocument.step(code).label


def _article_address(one: Citation, day: date) -> str:
    place = one.mention.place
    if one.act is None:
        return ""
    article = f"{place.article[0]}" if place and place.article else ""
    if place and place.article and place.article[1]:
        article += f"之{place.article[1]}"
    return f"{reverse('law_article')}?{urlencode({'act': one.act.title, 'article': article, 'on': day.isoformat()})}"


def text_of(texts: Iterable[Text], key: str) -> Text | None:
    """One of the texts by its key."""
    return next((text for text in texts if text.key == key), None)


def plain(page: Page) -> dict[str, Any]:
    """The document as data: numbers, dates, how it stands on the day, its versions and filings."""
    document = page.document
    named = ("name", "document_number", "unified_number", "ended_by", "end_reason")
    dated = (
        "signed_on", "made_on", "printed_on", "published_on", "effective_on", "expires_on", "amended_on", "ended_on",
    )  # fmt: skip
    return {
        "id": document.pk,
        "organ": document.organ.name,
        **{name: getattr(document, name) for name in (*named, *dated)},
        "on": page.day,
        "force": page.force.value,
        "binding": page.force.binding,
        "versions": [
            {"number": v.number, "since": v.since, "until": v.until, "by": v.by, "text": v.text} for v in page.versions
        ],
        "in_force": page.version.number if page.version else None,
        "filings": [
            {"label": f.label, "due": f.due, "filed_on": f.filed_on, "state": f.how.words} for f in page.filings
        ],
        "citations": [{"text": c.text, "finding": c.finding.value, "sentence": c.sentence} for c, _ in page.cited],
    }
