"""What cites an act or one of its articles (影响清单): one look into the index, one into each holding."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from yifa.areas.rulemaking.law_change.declared import all_resting
from yifa.areas.rulemaking.law_change.holding import HOLDINGS, Holding
from yifa.areas.rulemaking.law_change.models import CitedPlace
from yifa.kernel.models import Case
from yifa.kernel.registers import REGISTERS
from yifa.kernel.registers.models import Entry
from yifa.law import Act
from yifa.law.basis import article_name
from yifa.law.structure import ArticleKey

WHOLE = "（未写明条款）"


@dataclass(frozen=True)
class Touched:
    """One thing that cites what changed.

    Attributes:
        what: its kind (政府合同, 权责清单, 程序声明); title: its name; holder: the organ that has it.
        cited: the places it cites; whole: whether it names the act only, so that somebody has to look.
        kind, key, pk: for records: case or entry, the register, the number of the row.
    """

    what: str
    title: str
    cited: str
    holder: str = ""
    organ: int | None = None
    whole: bool = False
    kind: str = ""
    key: str = ""
    pk: int | None = None

    @property
    def address(self) -> str:
        """How a round remembers the record: case:12, entry:power_list:3; empty for declarations."""
        return ":".join(str(part) for part in (self.kind, self.key, self.pk) if part) if self.pk else ""


def impact(act: Act, article: ArticleKey | None = None, *, organs: Collection[int] | None = None) -> list[Touched]:
    """Everything that stands and cites an act, or one article of it; records first, then declarations and templates.

    Where an article is asked for, what names the act without any article comes last.

    Args:
        organs: whose records; None for everybody's.
    """
    found = [*_records(act.title, article, organs), *_declared(act.title, article)]
    return sorted(found, key=lambda one: one.whole)


def _records(act: str, article: ArticleKey | None, organs: Collection[int] | None) -> Iterator[Touched]:
    wanted = Q(act=act)
    if article is not None:
        wanted &= Q(article=article[0], branch=article[1]) | Q(article=None)
    if organs is not None:
        wanted &= Q(organ_id__in=organs)
    for holding in HOLDINGS.all():
        places = CitedPlace._base_manager.filter(wanted, holding=holding.key)
        rows = (
            holding.rows().filter(holding.standing, pk__in=places.values("row")).select_related("organ").order_by("pk")
        )
        standing = list(rows)
        if not standing:
            continue
        cited: dict[int, list[CitedPlace]] = {}
        for place in places.order_by("row", "article", "branch", "pk").iterator(2000):
            cited.setdefault(place.row, []).append(place)
        for row in standing:
            yield _touched(holding, row, cited[row.pk], article)


def _touched(holding: Holding, row: Any, places: list[CitedPlace], article: ArticleKey | None) -> Touched:
    exact = [place for place in places if article is None or place.article is not None]
    cited = "、".join(dict.fromkeys(place.cited for place in exact or places))
    kind, key = ("case", "") if isinstance(row, Case) else ("entry", REGISTERS.of_model(type(row)).key)
    whole = article is not None and not exact
    return Touched(
        holding.label, holding.title(row)[:200], (cited + WHOLE if whole else cited)[:300], row.organ.short_name,
        row.organ_id, whole, kind if isinstance(row, Case | Entry) else "", key, row.pk,
    )  # fmt: skip


def _declared(act: str, article: ArticleKey | None) -> Iterator[Touched]:
    for one in dict.fromkeys(all_resting()):
        if one.act != act or (article is not None and one.article not in (article, None)):
            continue
        whole = article is not None and one.article is None
        yield Touched(one.what, one.where, one.cited + (WHOLE if whole else ""), whole=whole)


# --- what is known of the change --------------------------------------------------------------------


def changed_articles(act: Act, on: date) -> list[ArticleKey]:
    """The articles whose text differs between the version in force before a day and the one from that day on.

    Told from the digests of the index; empty where one of the versions has none.
    """
    versions = [version for version in act.versions if version.starts <= on]
    if len(versions) < 2:
        return []
    old, new = (act.structure_at(version) for version in versions[-2:])
    if old is None or new is None:
        return []
    before = {shape.key: shape.digest for shape in old.articles}
    after = {shape.key: shape.digest for shape in new.articles}
    if not all(before.values()) or not all(after.values()):
        return []
    return sorted(key for key in before | after if before.get(key) != after.get(key))


def said_of(act: Act, article: ArticleKey | None, on: date) -> str:
    """What the index knows of an act on a day, in a sentence."""
    status = act.status_on(on)
    text = f"{act}{article_name(article) if article else ''}：{on}{status}"
    version = act.version_on(on)
    if version is not None:
        text += f"，{version.label}"
    if act.superseded_by:
        text += f"；由{'、'.join(f'《{title}》' for title in act.superseded_by)}替代"
    changed = changed_articles(act, on) if version is not None else []
    if changed:
        told = "、".join(article_name(key) for key in changed[:12]) + ("等" if len(changed) > 12 else "")
        text += f"；与前一版本相比有{len(changed)}条不同（{told}）"
    return text + "。"
