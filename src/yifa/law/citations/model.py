"""What a citation (引用) is: where it stands, what it names, and whether that exists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from yifa.law.acts import Act, Version
from yifa.law.basis import article_name
from yifa.law.numerals import to_chinese
from yifa.law.structure import ArticleKey


class Finding(StrEnum):
    """What is to be said of a citation."""

    OK = "ok"
    UNCHECKED = "unchecked"
    UNKNOWN_ACT = "unknown_act"
    AMBIGUOUS = "ambiguous"
    REPEALED = "repealed"
    NOT_YET_IN_FORCE = "not_yet_in_force"
    ARTICLE_MISSING = "article_missing"
    PARAGRAPH_MISSING = "paragraph_missing"
    ITEM_MISSING = "item_missing"
    SUPERSEDED = "superseded"
    NO_ACT = "no_act"
    NUMBER_MISMATCH = "number_mismatch"

    @property
    def label(self) -> str:
        """The Chinese word for it."""
        return _LABELS[self]

    @property
    def is_fault(self) -> bool:
        """Whether somebody has to look at it; what could not be checked is no fault."""
        return self not in (Finding.OK, Finding.UNCHECKED)


_LABELS = {
    Finding.OK: "正确",
    Finding.UNCHECKED: "未能核对",
    Finding.UNKNOWN_ACT: "索引中没有",
    Finding.AMBIGUOUS: "指向不明",
    Finding.REPEALED: "已经废止",
    Finding.NOT_YET_IN_FORCE: "尚未施行",
    Finding.ARTICLE_MISSING: "没有这一条",
    Finding.PARAGRAPH_MISSING: "没有这一款",
    Finding.ITEM_MISSING: "没有这一项",
    Finding.SUPERSEDED: "不是当日有效的版本",
    Finding.NO_ACT: "没有写明法律文件",
    Finding.NUMBER_MISMATCH: "名称与文号不符",
}


class Named(StrEnum):
    """How the text names the act."""

    BRACKETS = "书名号"
    BARE = "名称"
    DEFINED = "以下简称"
    NUMBER = "文号"
    SELF = "本文"
    SAME = "上文"
    NONE = "无"


@dataclass(frozen=True, slots=True)
class Place:
    """Article, paragraph, item and point as the text writes them; None where it does not."""

    article: ArticleKey | None = None
    paragraph: int | None = None
    item: int | None = None
    point: int | None = None

    def __str__(self) -> str:
        units = ((self.paragraph, "款"), (self.item, "项"), (self.point, "目"))
        text = article_name(self.article) if self.article else ""
        return text + "".join(f"第{to_chinese(n)}{unit}" for n, unit in units if n)


@dataclass(frozen=True, slots=True)
class Mention:
    """One citation as it stands in the text, before anything is looked up about it.

    Attributes:
        start, end: character offsets of the whole citation (of its own place in a list).
        text: exactly these characters.
        named: how the act is named.
        name: the act as the text writes it ("" where it does not).
        titles: plain titles it can stand for; none where the index does not know it.
        place: the article and so on; None for the act as a whole.
        through: the last place of a range (第三条至第五条), else None.
        number: the document number written with it, e.g. 国办发〔2018〕37号.
        year: the year of the version the text names, e.g. （2017年修正）.
        former: whether the text says that it means a version before an amendment (修正前的…).
    """

    start: int
    end: int
    text: str
    named: Named
    name: str = ""
    titles: tuple[str, ...] = ()
    place: Place | None = None
    through: Place | None = None
    number: str = ""
    year: int | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention, looked up: the act, its version on the day, and the finding."""

    mention: Mention
    finding: Finding
    sentence: str
    act: Act | None = None
    version: Version | None = None

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.mention.start

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.mention.end

    @property
    def text(self) -> str:
        """The citation as it is written."""
        return self.mention.text
