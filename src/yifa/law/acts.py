"""Acts (法律文件) and their versions (版本): what was in force on a day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from yifa.law.basis import Basis, article_key
from yifa.law.errors import NoVersion
from yifa.law.kinds import Kind, Status
from yifa.law.structure import ArticleKey, Structure, structure_of, unpack


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an act, as it was promulgated (公布) on one day.

    Attributes:
        effective: 施行; None where the day is not known. Then `promulgated` stands in for it.
        repealed: 废止; None where it still is in force or the day is not known.
        expired_by: a day on which it is known to be no longer in force.
        articles: number of the last article; None where nobody has counted them, 0 where the
            text has no articles. A version that was not counted can be cited, not checked.
    """

    title: str
    promulgated: date | None
    effective: date | None
    repealed: date | None = None
    expired_by: date | None = None
    number: str = ""
    articles: int | None = None
    source: str = ""
    shape: str = field(default="", compare=False, repr=False)
    """Its articles as `structure.pack` writes them, where they come from a library and not from the package."""

    @property
    def effective_known(self) -> bool:
        """Whether the day it took effect is known, so that `starts` is no stand-in."""
        return self.effective is not None

    @property
    def starts(self) -> date:
        """The day from which this version counts when versions are put in order."""
        return self.effective or self.promulgated or date.min

    @property
    def key(self) -> str:
        """Name of this version in the index: 行政复议法@2023-09-01."""
        return f"{self.title}@{self.promulgated.isoformat() if self.promulgated else ''}"

    @property
    def label(self) -> str:
        """2023-09-01公布，2024-01-01施行."""
        parts = [f"{self.promulgated}公布" if self.promulgated else "公布日期不详"]
        parts.append(f"{self.effective}施行" if self.effective else "施行日期不详")
        if self.repealed:
            parts.append(f"{self.repealed}废止")
        elif self.expired_by:
            parts.append(f"最迟{self.expired_by}失效")
        return "，".join(parts)


@dataclass(frozen=True)
class Act:
    """An act with all its known versions; equal by title and pinned version.

    `act[30]`, `act[30, 2]` and `act["39之一"]` give a `Basis`. A pinned act (`act.on(day)`) checks articles of its
    version at once; an act that is not pinned accepts what any of its versions has.
    """

    title: str
    kind: Kind = field(compare=False)
    issuer: str = field(compare=False, default="")
    prefixed: bool = field(compare=False, default=False)
    short_names: tuple[str, ...] = field(compare=False, default=())
    superseded_by: tuple[str, ...] = field(compare=False, default=())
    versions: tuple[Version, ...] = field(compare=False, default=(), repr=False)
    pinned: Version | None = None

    def __str__(self) -> str:
        return f"《{self.title}》"

    def __lt__(self, other: Act) -> bool:
        return self.order < other.order

    @property
    def order(self) -> tuple[int, str, date]:
        """Sort key: most authoritative first, then by title and version."""
        return self.kind.rank, self.title, self.pinned.starts if self.pinned else date.min

    @property
    def full_title(self) -> str:
        """The title as it is promulgated, with 中华人民共和国 where it has it."""
        return ("中华人民共和国" if self.prefixed else "") + self.title

    @property
    def short_title(self) -> str:
        """The title, or for a title longer than 14 characters its first short name."""
        return self.short_names[0] if len(self.title) > 14 and self.short_names else self.title

    @property
    def latest(self) -> Version:
        """The last version promulgated, in force or not."""
        return self.versions[-1]

    def version_on(self, day: date) -> Version | None:
        """The version in force on that day, or None."""
        started = [v for v in self.versions if v.starts <= day]
        if not started or self.status_on(day) is Status.REPEALED:
            return None
        return started[-1]

    def status_on(self, day: date) -> Status:
        """Whether the act is in force, not yet in force or repealed on that day.

        `Status.UNKNOWN` where only a later day is known on which it was no longer in force.
        """
        if self.versions[0].starts > day:
            return Status.NOT_YET
        last = self.latest
        if last.expired_by is None or last.starts > day:
            return Status.UNKNOWN if last.starts == date.min else Status.IN_FORCE
        if (last.repealed or last.expired_by) <= day:
            return Status.REPEALED
        return Status.IN_FORCE if last.repealed else Status.UNKNOWN

    def on(self, day: date) -> Act:
        """This act pinned to the version in force that day; raises `NoVersion`."""
        version = self.version_on(day)
        if version is None:
            raise NoVersion(
                f"{self}在{day}没有有效的版本（{self.status_on(day)}）。已知版本："
                + "；".join(v.label for v in self.versions)
                + "。请核对日期。"
            )
        return replace(self, pinned=version)

    def structure(self) -> Structure | None:
        """Articles of the pinned (else the newest) version; None where nobody has counted them."""
        return self.structure_at(self.pinned or self.latest)

    def structure_at(self, version: Version) -> Structure | None:
        """Articles of one version; None where nobody has counted them."""
        return unpack(version.shape) if version.shape else structure_of(self.kind, version.key)

    def has(self, key: ArticleKey, paragraph: int | None = None, item: int | None = None) -> bool | None:
        """Whether the pinned version, else any known version, has this place; None where it cannot be told."""
        if self.pinned:
            return _has(self.kind, self.pinned, key, paragraph, item)
        verdicts = [_has(self.kind, version, key, paragraph, item) for version in self.versions]
        return True if any(verdicts) else verdicts[-1]

    @property
    def whole(self) -> Basis:
        """The act as a whole as a basis, where no article can be named."""
        return Basis(self)

    def __getitem__(self, place: int | str | tuple[int | str, int]) -> Basis:
        """The article (and paragraph) as a `Basis`; raises `ArticleMissing` when no version has it."""
        number, paragraph = place if isinstance(place, tuple) else (place, None)
        article, branch = article_key(number)
        return Basis(self, article, paragraph, branch=branch).checked()


def _has(kind: Kind, version: Version, key: ArticleKey, paragraph: int | None, item: int | None) -> bool | None:
    structure = structure_of(kind, version.key) if version.articles else None
    if structure:
        return structure.has(key, paragraph, item)
    if version.articles and key[0] > version.articles:
        return False
    return None
