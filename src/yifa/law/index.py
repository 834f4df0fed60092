"""The index of acts (facts only): find an act by its title or short name."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise

from yifa.law.acts import Act, Version
from yifa.law.errors import AmbiguousName, LawError, UnknownAct
from yifa.law.kinds import Kind
from yifa.law.numerals import half_width

PREFIX = "中华人民共和国"
INDEXED = "indexed.csv"
ENTERED = "entered.csv"
NAMES = "names.csv"
COLUMNS = (
    "title", "prefixed", "kind", "issuer", "number", "promulgated", "effective", "repealed",
    "expired_by", "articles", "superseded_by", "source",
)  # fmt: skip


_DASH = re.compile("[-–－—―]+")


def plain_title(title: str) -> str:
    """The title without 中华人民共和国 and brackets, with one kind of inner bracket."""
    text = "".join(title.split())
    text = text[1:-1] if text[:1] == "《" and text[-1:] == "》" else text
    text = text.replace("(", "（").replace(")", "）").replace("《", "〈").replace("》", "〉")
    text = _DASH.sub("—", text)
    text = text.replace("<", "〈").replace(">", "〉").replace(f"〈{PREFIX}", "〈")
    text = text.replace("最高人民法院最高人民检察院", "最高人民法院、最高人民检察院")
    return text.removeprefix(PREFIX) or text


@dataclass(frozen=True, eq=False)
class Index:
    """All known acts, by plain title. Two indexes are never equal: each is built once."""

    acts: dict[str, Act]
    bare: frozenset[str] = frozenset()
    cited: frozenset[str] = frozenset()

    @classmethod
    def read(cls, rows: Iterable[dict[str, str]], names: Iterable[dict[str, str]] = ()) -> Index:
        """Build the index; a later row of the same title and promulgation day replaces an earlier one.

        `names` are short names: those with bare=1 may stand in a text without 《》, those with bare=条 only as a word
        of their own with an article right behind (依照处罚法第三十六条).
        """
        acts: dict[str, Act] = {}
        bare, cited = set(), set()
        for row in rows:
            one = _act(row)
            known = acts.get(one.title)
            acts[one.title] = _merge(known, one) if known else one
        acts = {title: replace(one, versions=succeeded(one.versions)) for title, one in acts.items()}
        for row in names:
            title = plain_title(row["title"])
            if title not in acts:
                raise LawError(f"简称“{row['name']}”对应的《{title}》不在法律文件索引中。请改正简称表。")
            acts[title] = replace(acts[title], short_names=(*acts[title].short_names, row["name"]))
            bare |= {row["name"]} if row["bare"] == "1" else set()
            cited |= {row["name"]} if row["bare"] == "条" else set()
        return cls(acts, frozenset(bare), frozenset(cited))

    def __iter__(self) -> Iterator[Act]:
        return iter(self.acts.values())

    def __len__(self) -> int:
        return len(self.acts)

    @cached_property
    def has_local(self) -> bool:
        """Whether it holds local regulations, which only come from a library."""
        return any(one.kind is Kind.LOCAL for one in self)

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Every short name and the plain titles it can stand for."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.acts.values():
            for name in one.short_names:
                found[name] = (*found.get(name, ()), one.title)
        return found

    @cached_property
    def without_issuer(self) -> dict[str, tuple[str, ...]]:
        """关于… for the titles that begin with the name of their issuer."""
        found: dict[str, tuple[str, ...]] = {}
        for title in self.acts:
            issuer, about, rest = title.partition("关于")
            if issuer and about:
                found[f"关于{rest}"] = (*found.get(f"关于{rest}", ()), title)
        return found

    @cached_property
    def numbers(self) -> dict[str, tuple[str, ...]]:
        """Document number (国办发〔2018〕37号) and the plain titles promulgated under it."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.acts.values():
            for number in {v.number for v in one.versions if v.number}:
                found[number] = (*found.get(number, ()), one.title)
        return found

    def titles_of(self, name: str) -> tuple[str, ...]:
        """The plain titles that a title or short name stands for: none, one or (a shared short name) several."""
        title = plain_title(name)
        full = self.without_issuer.get(title, ())
        if (known := self.acts.get(title)) and set(known.superseded_by).isdisjoint(full):
            return (title,)
        return self.names.get(title) or full  # also where only a repealed one was ever called 关于… alone

    def get(self, name: str) -> Act:
        """The act of this title or short name; raises `UnknownAct` or `AmbiguousName`."""
        titles = self.titles_of(name)
        if not titles:
            raise UnknownAct(name, self.near(name))
        if len(titles) > 1:
            raise AmbiguousName(name, titles)
        return self.acts[titles[0]]

    def near(self, name: str) -> list[str]:
        """Up to three known titles that are written much like the name."""
        return list(_near(self, plain_title(name)))


@lru_cache(maxsize=1024)
def _near(index: Index, title: str) -> tuple[str, ...]:
    """Kept, since a draft names the same unknown document again and again and each look-up reads every title."""
    from difflib import get_close_matches

    return tuple(get_close_matches(title, index.acts, n=3, cutoff=0.7))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _act(row: dict[str, str]) -> Act:
    title = plain_title(row["title"])
    try:
        version = Version(
            title=title,
            promulgated=_day(row["promulgated"]),
            effective=_day(row["effective"]),
            repealed=_day(row["repealed"]),
            expired_by=_day(row.get("expired_by", "") or row["repealed"]),
            number=half_width(row["number"]),
            articles=int(row["articles"]) if row["articles"] else None,
            source=row["source"],
        )
        kind = Kind(row["kind"])
    except ValueError as error:
        raise LawError(f"法律文件索引中《{title}》一行有误：{error}。请改正索引数据。") from None
    return Act(
        title=title,
        kind=kind,
        issuer=row["issuer"],
        prefixed=row["prefixed"] == "1",
        superseded_by=tuple(row["superseded_by"].split()),
        versions=(version,),
    )


def _merge(known: Act, new: Act) -> Act:
    """Both acts in one; for the same day of promulgation the filled fields of the new row win."""
    version = new.versions[0]
    others = []
    for one in known.versions:
        if one.promulgated == version.promulgated:
            version = _filled(version, one)
        elif one.starts != date.min:  # a row without any date only says that the title is known
            others.append(one)
    return replace(
        known,
        kind=new.kind,
        issuer=new.issuer or known.issuer,
        prefixed=known.prefixed or new.prefixed,
        superseded_by=tuple(dict.fromkeys(known.superseded_by + new.superseded_by)),
        versions=tuple(sorted((*others, version), key=lambda v: v.starts)),
    )


def succeeded(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """The versions in order, each out of force at the latest when the next is known to take effect."""
    ended = [
        replace(one, expired_by=min(following.effective, one.expired_by or following.effective))
        if following.effective
        else one
        for one, following in pairwise(versions)
    ]
    return (*ended, *versions[-1:])


def _filled(new: Version, old: Version) -> Version:
    return replace(
        new,
        effective=new.effective or old.effective,
        repealed=new.repealed or old.repealed,
        expired_by=new.expired_by or old.expired_by,
        number=new.number or old.number,
        articles=old.articles if new.articles is None else new.articles,
    )


def _rows(path: Traversable) -> Iterator[dict[str, str]]:
    if not path.is_file():
        return
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    yield from csv.DictReader(lines)


@cache
def default_index() -> Index:
    """The index that comes with the package: rows counted by `yifa law index`, then those entered by hand."""
    folder = files("yifa") / "data" / "acts"
    rows = (row for name in (INDEXED, ENTERED) for row in _rows(folder / name))
    return Index.read(rows, _rows(folder / NAMES))


def act(name: str, on: date | None = None) -> Act:
    """The act of a full or short name, pinned to the version in force on a day if one is given.

    Raises `UnknownAct`, `AmbiguousName` (a short name of several acts) or `NoVersion`.
    """
    found = default_index().get(name)
    return found.on(on) if on else found
