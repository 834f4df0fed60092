"""The library of imported texts: one row an article, searched by bigrams, on SQLite or PostgreSQL."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, Protocol

from yifa.law.bigrams import Phrase, bigrams, phrases
from yifa.law.corpus import LawText, Unreadable, one_a_version
from yifa.law.errors import LawError, LibraryMissing
from yifa.law.kinds import SHIPPED, Kind
from yifa.law.statute import Article, paragraphs, structure
from yifa.law.structure import ArticleKey, pack

MAX_ROW: Final = 5000
"""Characters of one row: PostgreSQL counts at most 255 places of one word in a row."""
_ROWS_AT_ONCE: Final = 2000


Row = tuple[Any, ...]
Watch = Callable[[Sequence[LawText]], Iterable[LawText]]


def default_path() -> Path:
    """`$YIFA_HOME/law.sqlite3`, by default under ./var."""
    return Path(os.environ.get("YIFA_HOME", "var")) / "law.sqlite3"


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that a search found."""

    title: str
    kind: Kind
    promulgated: date | None
    expired: bool
    article: ArticleKey | None
    text: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What one import put into the library."""

    versions: int
    articles: int
    rows: int
    unreadable: tuple[Unreadable, ...]


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """One version of an act in the library."""

    title: str
    kind: Kind
    promulgated: date | None
    effective: date | None
    expired: bool
    number: str = ""
    shape: str = ""
    """Its articles as `pack` writes them, for acts that the index of the package does not hold; else ""."""


class ArticleIndex(Protocol):
    """A library of texts that can be filled, searched and read."""

    def replace(self, texts: Iterable[LawText | Unreadable], watch: Watch = iter) -> Imported:
        """Put these texts in place of all that is there, all or nothing."""

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Articles that hold all the words: in force, authoritative and recent acts first."""

    def count(self, words: str) -> int:
        """How many rows hold all the words."""

    def article(self, title: str, promulgated: date | None, key: ArticleKey) -> Article | None:
        """The text of one article of one version, or None."""

    def versions(self, title: str = "") -> list[StoredVersion]:
        """The versions of one act, or of all."""


class SqlIndex(ABC):
    """What both engines share: the order of the rows, and reading them back.

    Row numbers are given in the order of the answers, so that both engines answer alike and the first answers of a
    common word cost no sorting.
    """

    mark = "?"
    """How the engine's driver marks a value in a statement."""
    failures: tuple[type[Exception], ...] = ()
    """What the engine's driver raises."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    @abstractmethod
    def _create(self) -> None:
        """Make the tables anew."""

    @abstractmethod
    def _insert(self, rows: list[Row]) -> None:
        """Add rows of number, version, article number, branch, text and tokens."""

    @abstractmethod
    def _settle(self) -> None:
        """What the engine wants done after the last row."""

    @abstractmethod
    def _transaction(self) -> AbstractContextManager[Any]:
        """A transaction that any error rolls back."""

    @abstractmethod
    def _match(self, asked: list[Phrase]) -> tuple[str, str]:
        """A condition on `law_article a` with one value, and that value."""

    def execute(self, sql: str, values: Iterable[Any] = ()) -> Any:
        """Run one statement written with `?`."""
        return self.connection.execute(sql.replace("?", self.mark), tuple(values))

    def replace(self, texts: Iterable[LawText | Unreadable], watch: Watch = iter) -> Imported:
        """Put these texts in place of all that is there, all or nothing.

        `watch` sees the sorted texts pass by, to show how far the import has come.
        """
        kept, unreadable = one_a_version(texts)
        kept.sort(key=_authority)
        rows = 0
        try:
            with self._transaction():
                self._create()
                for number, text in enumerate(watch(kept), 1):
                    rows = self._add(number, text, rows)
                self._settle()
        except self.failures as error:
            raise LawError(f"导入没有完成，法律库保持原样：{error}。请排除原因后重新导入。") from error
        return Imported(len(kept), sum(len(text.articles) for text in kept), rows, unreadable)

    def _add(self, number: int, text: LawText, rows: int) -> int:
        """Enter one version after `rows` rows; returns how many rows there are then."""
        self.execute(
            "INSERT INTO law_version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, text.title, text.kind.value, _iso(text.promulgated), _iso(text.effective),
             int(text.expired), text.path, text.number, _shape(text)),
        )  # fmt: skip
        pieces = list(_pieces(text))
        for start in range(0, len(pieces), _ROWS_AT_ONCE):
            part = pieces[start : start + _ROWS_AT_ONCE]
            self._insert([(rows + i, number, *piece) for i, piece in enumerate(part, 1)])
            rows += len(part)
        return rows

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Articles that hold all the words, in the order of the rows."""
        asked = phrases(words)
        if not asked:
            raise LawError(f"不能检索“{words}”：里面没有字。请写一个词，例如“听证”。")
        where, value = self._match(asked)
        found = self.execute(
            "SELECT v.title, v.kind, v.promulgated, v.expired, a.number, a.branch, a.text"
            " FROM law_article a JOIN law_version v ON v.id = a.version"
            f" WHERE {where} ORDER BY a.id LIMIT ?",
            (value, limit),
        )
        return [
            Hit(row[0], Kind(row[1]), _day(row[2]), bool(row[3]), (row[4], row[5]) if row[4] else None, row[6])
            for row in found.fetchall()
        ]

    def count(self, words: str) -> int:
        """How many rows hold all the words."""
        asked = phrases(words)
        if not asked:
            return 0
        where, value = self._match(asked)
        row = self.execute(f"SELECT count(*) FROM law_article a WHERE {where}", (value,)).fetchone()
        return int(row[0])

    def article(self, title: str, promulgated: date | None, key: ArticleKey) -> Article | None:
        """The text of one article of one version, or None."""
        rows = self.execute(
            "SELECT a.text FROM law_article a JOIN law_version v ON v.id = a.version"
            " WHERE v.title = ? AND v.promulgated = ? AND a.number = ? AND a.branch = ? ORDER BY a.id",
            (title, _iso(promulgated), *key),
        ).fetchall()
        if not rows:
            return None
        return Article(key, paragraphs(line for row in rows for line in row[0].split("\n")))

    def versions(self, title: str = "") -> list[StoredVersion]:
        """The versions of one act, or of all, in the order of the rows."""
        try:
            rows = self.execute(
                "SELECT title, kind, promulgated, effective, expired, number, shape FROM law_version"
                " WHERE title = ? OR ? = '' ORDER BY id",
                (title, title),
            ).fetchall()
        except self.failures as error:
            raise LibraryMissing(f"法律库不能用：{error}。请重新运行：yifa law import 法律文件夹") from error
        return [
            StoredVersion(row[0], Kind(row[1]), _day(row[2]), _day(row[3]), bool(row[4]), row[5], row[6])
            for row in rows
        ]


@contextmanager
def committed(begin: Callable[[], Any], connection: Any) -> Iterator[None]:
    """A transaction that is rolled back by any error."""
    begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _shape(text: LawText) -> str:
    return "" if text.kind in SHIPPED else pack(structure(text.articles))


def _authority(text: LawText) -> tuple[bool, int, int, str, str]:
    recent = text.effective or text.promulgated or date.min
    return text.expired, text.kind.rank, -recent.toordinal(), text.title, text.path


def _pieces(text: LawText) -> Iterator[tuple[int, int, str, str]]:
    """Number, branch, text and tokens of each row: an article, or a line of a text without articles."""
    for article in text.articles:
        for part in _cut(article.text):
            yield article.key[0], article.key[1], part, " ".join(bigrams(part))
    for line in text.words.split("\n"):
        for part in _cut(line.strip()):
            yield 0, 0, part, " ".join(bigrams(part))


def _cut(text: str) -> Iterator[str]:
    """The text in pieces of at most `MAX_ROW` characters, divided between lines where that is possible."""
    while len(text) > MAX_ROW:
        at = text.rfind("\n", 1, MAX_ROW)
        at = at if at > 0 else MAX_ROW
        yield text[:at]
        text = text[at:].lstrip("\n")
    if text:
        yield text


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
