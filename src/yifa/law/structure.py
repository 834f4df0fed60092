"""What an act consists of: its articles, how many paragraphs and items each has, and a digest of each text."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Final

from yifa.law.kinds import Kind

ArticleKey = tuple[int, int]
"""Number and branch of an article: 第三十九条 = (39, 0), 第三十九条之一 = (39, 1)."""

_BLANK: Final = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_SAME: Final = str.maketrans({"〈": "<", "〉": ">", "〇": "零", "○": "零", "“": '"', "”": '"', "‘": "'", "’": "'"})


def normalised(text: str) -> str:
    """The text without blanks, with one width and one kind of quotation mark, so that editions agree."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text)).translate(_SAME)


def digest(text: str) -> str:
    """Eight characters (48 bits of SHA-256) that tell two wordings of an article apart."""
    return base64.urlsafe_b64encode(hashlib.sha256(normalised(text).encode()).digest()[:6]).decode()


@dataclass(frozen=True, slots=True)
class ArticleShape:
    """One article: the items of each paragraph, and the digest of its text.

    `items` has one number a paragraph: (0, 5) is two paragraphs, the second with five items.
    """

    key: ArticleKey
    items: tuple[int, ...]
    digest: str = ""

    @property
    def paragraphs(self) -> int:
        """How many paragraphs (款) the article has."""
        return len(self.items)


@dataclass(frozen=True)
class Structure:
    """The articles of one version of an act."""

    articles: tuple[ArticleShape, ...]

    @cached_property
    def _by_key(self) -> dict[ArticleKey, ArticleShape]:
        return {article.key: article for article in self.articles}

    def article(self, key: ArticleKey) -> ArticleShape | None:
        """The counts of one article, or None."""
        return self._by_key.get(key)

    def has(self, key: ArticleKey, paragraph: int | None = None, item: int | None = None) -> bool:
        """Whether the article, and in it the paragraph and item, exist."""
        return self.missing(key, paragraph, item) is None

    def missing(self, key: ArticleKey, paragraph: int | None = None, item: int | None = None) -> str | None:
        """条, 款 or 项: the first level that does not exist, or None.

        An item without a paragraph is looked for in every paragraph of the article.
        """
        shape = self.article(key)
        if shape is None:
            return "条"
        if paragraph is not None and not 1 <= paragraph <= shape.paragraphs:
            return "款"
        counts = shape.items if paragraph is None else (shape.items[paragraph - 1],)
        return "项" if item is not None and not 1 <= item <= max(counts, default=0) else None


def structure_file(kind: Kind) -> str:
    """Name of the file which holds the structures of all acts of a kind."""
    return f"structure-{kind.name.lower().replace('_', '-')}.txt"


ENTERED: Final = "structure-entered.txt"
"""Structures counted by hand, of acts newer than the library of texts; they have no digests."""


@cache
def _lines(name: str) -> dict[str, str]:
    path = files("yifa") / "data" / "acts" / name
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if line[:1] != "#")
    return {key: packed for key, _, packed in rows}


@cache
def structure_of(kind: Kind, version_key: str) -> Structure | None:
    """The articles of a version, or None where nobody has counted them. Read only when first asked for."""
    packed = _lines(structure_file(kind)).get(version_key) or _lines(ENTERED).get(version_key)
    return unpack(packed) if packed is not None else None


def pack(structure: Structure) -> str:
    """One line: `1:0:digest 2:0.5:digest 39-1:0:digest`, an article each."""
    return " ".join(
        f"{a.key[0]}{f'-{a.key[1]}' if a.key[1] else ''}:{'.'.join(map(str, a.items))}:{a.digest}"
        for a in structure.articles
    )


@lru_cache(512)
def unpack(packed: str) -> Structure:
    """The inverse of `pack`."""
    shapes = []
    for word in packed.split():
        name, items, mark = word.split(":")
        number, _, branch = name.partition("-")
        counts = tuple(int(count) for count in items.split(".") if count)
        shapes.append(ArticleShape((int(number), int(branch or 0)), counts, mark))
    return Structure(tuple(shapes))
