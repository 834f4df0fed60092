"""The basis (依据) of a rule: an act, an article, a paragraph, an item."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from yifa.law.errors import ArticleMissing, LawError
from yifa.law.numerals import NUMERAL, circled, to_chinese, to_int
from yifa.law.structure import ArticleKey

if TYPE_CHECKING:
    from yifa.law.acts import Act

MAX_KEY_WORD: Final = 12
"""Longest key word: enough to check a number or a term of art, too short to be a quotation."""

_ARTICLE: Final = re.compile(rf"第?({NUMERAL})条?(?:之({NUMERAL}))?")


def article_key(number: int | str) -> ArticleKey:
    """(39, 1) for "39之一", "第三十九条之一"; (39, 0) for 39."""
    if isinstance(number, int):
        return number, 0
    found = _ARTICLE.fullmatch(number)
    if not found:
        raise LawError(f"“{number}”不是条号。请写成 39、“39之一”或者“第三十九条之一”。")
    return to_int(found[1]), to_int(found[2]) if found[2] else 0


def article_name(key: ArticleKey) -> str:
    """第三十九条之一."""
    return f"第{to_chinese(key[0]) if key[0] else '〇'}条" + (f"之{to_chinese(key[1])}" if key[1] else "")


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a rule is written. Hashable, sortable, and in Chinese by `str()`.

    Attributes:
        act: the act, pinned to a version or not.
        article: 条, None for the act as a whole.
        paragraph: 款, counted from 1; None for the whole article.
        item_number: 项, counted from 1 (made by `.item(4)`).
        point_number: 目, counted from 1 (made by `.point(1)`).
        branch: 1 for 第三十九条之一, 0 for a plain article.
        key_words: words that stand in the provision, looked up by `yifa law verify`.
    """

    act: Act
    article: int | None = None
    paragraph: int | None = None
    item_number: int | None = None
    point_number: int | None = None
    branch: int = 0
    key_words: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.act}{self.place}"

    def __lt__(self, other: Basis) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[object, ...]:
        numbers = (self.paragraph or 0, self.item_number or 0, self.point_number or 0)
        return self.act.order, (self.article or 0, self.branch), numbers, self.key_words

    @property
    def key(self) -> ArticleKey | None:
        """Number and branch of the article, as the index counts them."""
        return (self.article, self.branch) if self.article else None

    @property
    def place(self) -> str:
        """第三十条第一款第四项, without the act."""
        text = article_name((self.article, self.branch)) if self.article else ""
        units = ((self.paragraph, "款"), (self.item_number, "项"), (self.point_number, "目"))
        return text + "".join(f"第{to_chinese(number)}{unit}" for number, unit in units if number)

    @property
    def short(self) -> str:
        """行政复议法30①(四)."""
        text = self.act.short_title
        if self.article:
            text += str(self.article) + (f"之{to_chinese(self.branch)}" if self.branch else "")
        text += circled(self.paragraph) if self.paragraph else ""
        text += f"({to_chinese(self.item_number)})" if self.item_number else ""
        return text + (f"{self.point_number}目" if self.point_number else "")

    @property
    def full(self) -> str:
        """《中华人民共和国行政复议法》（2023-09-01公布，2024-01-01施行）第三十条."""
        version = f"（{self.act.pinned.label}）" if self.act.pinned else ""
        return f"《{self.act.full_title}》{version}{self.place}"

    def item(self, number: int) -> Basis:
        """The item (项) of this article or paragraph; raises `ArticleMissing`."""
        return replace(self, item_number=number).checked()

    def point(self, number: int) -> Basis:
        """The point (目) of this item; the index does not count points."""
        return replace(self, point_number=number)

    def says(self, *words: str) -> Basis:
        """Keep key words of the provision (each at most 12 characters), for `yifa law verify`."""
        for word in words:
            if not 0 < len(word) <= MAX_KEY_WORD:
                raise LawError(f"依据关键词“{word}”应当是1至{MAX_KEY_WORD}个字：它用来核对，不是摘录条文。")
        return replace(self, key_words=self.key_words + words)

    def exists(self) -> bool | None:
        """Whether the pinned version (else any version) has this place; None where nobody has counted its articles."""
        if not self.article:
            return True
        return self.act.has((self.article, self.branch), self.paragraph, self.item_number)

    def checked(self) -> Basis:
        """This basis; raises `ArticleMissing` when it certainly does not exist."""
        if self.exists() is False:
            which = f"（{self.act.pinned.label}）" if self.act.pinned else "的各个已知版本"
            raise ArticleMissing(
                f"{self}不存在：{self.act}{which}没有{self.place}。"
                "请核对条、款、项的序号，或者用 act(名称, on=日期) 指明版本。"
            )
        return self
