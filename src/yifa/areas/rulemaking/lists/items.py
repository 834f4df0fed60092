"""What the lists have in common (清单共同规则): editions, publication, and whether the basis still stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, ClassVar

from django.db.models import Max, Q

from yifa.areas.rulemaking.law_change.models import CitedPlace
from yifa.areas.rulemaking.law_change.places import cited_places
from yifa.areas.rulemaking.lists.models import ListItem, Reason, Status
from yifa.clock import Calendar, Due, due, working_days
from yifa.kernel.registers import REGISTERS, Problem, Warned
from yifa.kernel.registers.declare import reminders
from yifa.kernel.workdays import current_calendar
from yifa.law import Act, Basis, act
from yifa.law.basis import article_name
from yifa.law.kinds import Kind
from yifa.law.kinds import Status as InForce

OPEN = act("政府信息公开条例")
PUBLISH = OPEN[26].says("20个工作日")
TERM = working_days(20, PUBLISH)
ENVIRONMENT = act("优化营商环境条例")
ORGANIC = act("地方各级人民代表大会和地方各级人民政府组织法")
STANDING = Q(status=Status.IN_FORCE, withdrawn=False)
REVIEWED_WITHIN = timedelta(days=730)
"""For how long an amendment of the act is reported after it took effect."""


@lru_cache(maxsize=4096)
def _due(start: date, calendar: Calendar) -> Due:
    return due(start, TERM, calendar=calendar, allow_provisional=True, start_label="列入、调整")


class ItemRules:
    """What every list declares and checks; a list derives from this before `Register`.

    Attributes:
        identity: the fields that make two editions the same item.
        sources: the kinds of act that an item may rest on, `source_words` in Chinese.
    """

    key: ClassVar[str] = ""
    basis: ClassVar[Basis]
    model: type[Any]
    identity: ClassVar[tuple[str, ...]] = ("name",)
    sources: ClassVar[tuple[Kind, ...]] = ()
    source_words: ClassVar[str] = ""

    @classmethod
    def derive(cls, entry: Any) -> None:
        """By when the edition is public, and whether it was."""
        found = _due(entry.listed_on, current_calendar())
        entry.due_on = found.judged if isinstance(found.judged, date) else None
        entry.provisional = found.provisional
        entry.on_time = None
        if entry.published_on is not None and entry.due_on is not None:
            entry.on_time = entry.published_on <= entry.due_on

    @classmethod
    def explain(cls, entry: Any) -> str:
        """How the last day was computed."""
        return _due(entry.listed_on, current_calendar()).explain()

    @classmethod
    def check(cls, entry: Any, today: date) -> Iterable[Problem]:
        """Editions in order, one in force, a basis, nothing published before it was listed."""
        if entry.published_on is not None and entry.published_on < entry.listed_on:
            yield Problem(
                "published_on", "公布日期", f"{entry.published_on}早于列入日期{entry.listed_on}", "请核对日期"
            )
        if not entry.legal_basis:
            yield Problem("legal_basis", "依据", "没有填写", "没有依据的事项不得列入清单", cls.basis)
        if (entry.edition == 1) != (entry.adjust_reason == Reason.FIRST):
            yield Problem("adjust_reason", "调整原因", "与版次不一致", "第1版选首次列入，以后各版写明调整原因")
        yield from cls._editions(entry)

    @classmethod
    def _editions(cls, entry: Any) -> Iterator[Problem]:
        same = cls.model._base_manager.filter(
            organ_id=entry.organ_id, withdrawn=False, **{name: getattr(entry, name) for name in cls.identity}
        ).exclude(pk=entry.pk)
        if entry.status == Status.IN_FORCE and same.filter(status=Status.IN_FORCE).exists():
            yield Problem("status", "状态", "同一事项已有现行的版次", "请先把旧版改为历史版本，再登记新版")
        latest = same.aggregate(latest=Max("edition"))["latest"] or 0
        if entry.status == Status.IN_FORCE and entry.edition <= latest:
            yield Problem("edition", "版次", f"已有第{latest}版", f"新版写第{latest + 1}版")

    @classmethod
    def bound(cls, entry: Any) -> bool:
        """Whether the law says on which kinds of act this item may rest."""
        return bool(cls.sources)

    @classmethod
    def doubts(cls, entry: Any) -> Iterable[Problem]:
        """A basis that cannot be read, that is repealed, or that is not one the list may rest on."""
        for line in entry.legal_basis:
            places = cited_places(str(line))
            if not places:
                yield Problem(
                    "legal_basis", "依据", f"“{line}”没有认出法律文件", "写明书名号和条款；地方文件请人工核对"
                )
            for cited in places:
                found = act(cited.act)
                if found.status_on(entry.listed_on) is InForce.REPEALED:
                    yield Problem("legal_basis", "依据", f"《{cited.act}》已经废止", "请改用现行依据")
                if cls.bound(entry) and not _allowed(found, cls.sources):
                    why = f"《{cited.act}》是{found.kind.value}"
                    yield Problem("legal_basis", "依据", why, f"应当以{cls.source_words}为依据", cls.basis)

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Editions that should be public by now or soon, and items whose basis was repealed or amended."""
        listed = list(organs)
        yield from reminders(REGISTERS.get(cls.key), today, listed)
        items = cls.model._default_manager.filter(STANDING, organ_id__in=listed)
        for entry in items.filter(published_on=None, due_on__lt=today).order_by("due_on", "pk").iterator(200):
            text = f"“{entry}”应于{entry.due_on}前公布，已逾期{(today - entry.due_on).days}日。请尽快公布。"
            yield Warned("list_unpublished", text, entry.organ_id, entry.pk, entry.due_on, PUBLISH)
        yield from cls._bases_gone(today, listed)

    @classmethod
    def _bases_gone(cls, today: date, organs: list[int]) -> Iterator[Warned]:
        """Items that cite a repealed act, or one amended since the item was listed (动态调整)."""
        places = CitedPlace._base_manager.filter(holding=cls.key, organ_id__in=organs)
        named = {title: act(title) for title in places.order_by().values_list("act", flat=True).distinct()}
        gone = {title for title, found in named.items() if found.status_on(today) is InForce.REPEALED}
        moved = {
            title: day for title, found in named.items() if (day := amended_on(found, today)) and title not in gone
        }
        touched = places.filter(act__in=[*gone, *moved]).order_by("row", "pk")
        rows = cls.model._default_manager.filter(STANDING, pk__in=touched.values("row")).in_bulk()
        told: set[tuple[int, str]] = set()
        for place in touched:
            entry = rows.get(place.row)
            if entry is None or (place.row, place.act) in told:
                continue
            text = _gone(entry, place, named[place.act]) if place.act in gone else _moved(entry, place, moved)
            if text:
                told.add((place.row, place.act))
                code = "basis_repealed" if place.act in gone else "basis_amended"
                yield Warned(code, text, entry.organ_id, entry.pk, None, cls.basis)


def _allowed(found: Act, sources: tuple[Kind, ...]) -> bool:
    """Whether an act is of a kind the list may rest on; of documents only those of the State Council."""
    return found.kind in sources and (found.kind is not Kind.DOCUMENT or found.issuer == "国务院")


def amended_on(found: Act, today: date) -> date | None:
    """When the version in force of an act took effect, where that is recent and not the first."""
    version = found.version_on(today)
    if version is None or version.key == found.versions[0].key or version.effective is None:
        return None
    return version.effective if today - version.effective <= REVIEWED_WITHIN else None


def _gone(entry: ListItem, place: CitedPlace, found: Act) -> str:
    instead = f"（由{'、'.join(f'《{title}》' for title in found.superseded_by)}替代）" if found.superseded_by else ""
    return f"“{entry}”的依据{place.cited}已经废止{instead}。请进行清单动态调整。"


def _moved(entry: ListItem, place: CitedPlace, moved: dict[str, date]) -> str:
    day = moved[place.act]
    if entry.listed_on >= day:
        return ""
    changed = _changed(place, day)
    return f"“{entry}”的依据{place.cited}所在的法律文件{day}起施行新的文本{changed}。请核对，需要的进行清单动态调整。"


def _changed(place: CitedPlace, day: date) -> str:
    from yifa.areas.rulemaking.law_change.impact import changed_articles

    if place.article is None:
        return ""
    keys, key = changed_articles(act(place.act), day), (place.article, place.branch)
    if not keys:
        return ""
    return f"，{article_name(key)}已有变动" if key in keys else f"，{article_name(key)}条序对应的文字没有变动"
