"""What can go wrong when an act, a version or an article is named."""

from __future__ import annotations

from collections.abc import Iterable

from yifa.errors import YifaError


class LawError(YifaError):
    """The root of this package's errors."""


class UnknownAct(LawError, LookupError):
    """The index of acts knows neither this title nor this short name."""

    def __init__(self, name: str, near: Iterable[str] = ()) -> None:
        hint = "、".join(f"《{title}》" for title in near)
        super().__init__(
            f"找不到法律文件“{name}”：索引中没有这个名称或者简称。"
            + (f"是不是要找{hint}？" if hint else "请核对名称，或者在索引中补登。")
        )
        self.name = name


class AmbiguousName(LawError, LookupError):
    """A short name that several acts share."""

    def __init__(self, name: str, titles: Iterable[str]) -> None:
        listed = "、".join(f"《{title}》" for title in titles)
        super().__init__(f"“{name}”同时是{listed}的简称，不能确定指哪一个。请写全称。")
        self.name = name


class NoVersion(LawError, LookupError):
    """No version of the act was in force on the day."""


class ArticleMissing(LawError, LookupError):
    """The version has no such article, paragraph or item."""


class LibraryMissing(LawError):
    """No library of texts was imported, or the index file cannot be read."""


class BadLibrary(LawError):
    """The folder to import is not a library of acts."""
