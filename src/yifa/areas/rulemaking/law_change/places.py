"""Which places of which acts a text cites (所引条款), each once: pure, without storage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yifa.law import default_index
from yifa.law.basis import article_name
from yifa.law.citations import find
from yifa.law.citations.model import Mention, Named
from yifa.law.structure import ArticleKey

LONGEST_RANGE = 60
"""第八条至第十一条 names each article between; a longer range is taken for its two ends."""


@dataclass(frozen=True)
class Cited:
    """One act, and the article of it where the text names one."""

    act: str
    article: ArticleKey | None

    def __str__(self) -> str:
        return f"《{self.act}》" + (article_name(self.article) if self.article else "")


def cited_places(text: str) -> list[Cited]:
    """Every act and article that a text cites and the index knows, in the order of the text, each once.

    What the text calls by 本法 or 第五条 is its own and does not count; a short name that could be several acts
    neither.
    """
    found: dict[Cited, None] = {}
    for mention in find(text):
        for cited in _places(mention):
            found.setdefault(cited)
    return list(found)


def _places(mention: Mention) -> Iterator[Cited]:
    if mention.named in (Named.NONE, Named.SELF):
        return
    titles = mention.titles or default_index().numbers.get(mention.number or mention.name, ())
    if len(titles) != 1:
        return
    for key in _articles(mention):
        yield Cited(titles[0], key)


def _articles(mention: Mention) -> Iterator[ArticleKey | None]:
    first = mention.place.article if mention.place else None
    last = mention.through.article if mention.through else None
    yield first
    if first is None or last is None or last <= first:
        return
    if last[0] - first[0] <= LONGEST_RANGE:
        yield from ((number, 0) for number in range(first[0] + 1, last[0]))
    yield last
