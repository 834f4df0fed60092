"""The library of texts on PostgreSQL: a tsvector of the same bigrams with a GIN index.

The vectors are written out with their positions instead of being parsed by the server, so that no locale or
dictionary of the server has a say in what is found.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any, Final

from yifa.law.bigrams import Phrase
from yifa.law.errors import LibraryMissing
from yifa.law.library import Row, SqlIndex

_TABLES: Final = (
    "DROP TABLE IF EXISTS law_article",
    "DROP TABLE IF EXISTS law_version",
    "CREATE TABLE law_version (id integer PRIMARY KEY, title text NOT NULL, kind text NOT NULL,"
    " promulgated text NOT NULL, effective text NOT NULL, expired integer NOT NULL, path text NOT NULL,"
    " number text NOT NULL, shape text NOT NULL)",
    "CREATE TABLE law_article (id integer PRIMARY KEY, version integer NOT NULL REFERENCES law_version,"
    " number integer NOT NULL, branch integer NOT NULL, text text NOT NULL, words tsvector NOT NULL)",
    "CREATE INDEX law_article_place ON law_article (version, number, branch)",
    "CREATE INDEX law_version_title ON law_version (title, promulgated)",
    "ALTER TABLE law_article ALTER words SET STATISTICS 2000",
    "CREATE INDEX law_article_words ON law_article USING gin (words)",
)


class PostgresIndex(SqlIndex):
    """The library on a `psycopg` connection."""

    mark = "%s"

    def __init__(self, connection: Any) -> None:
        import psycopg

        super().__init__(connection)
        self.failures = (psycopg.Error,)

    def _create(self) -> None:
        for statement in _TABLES:
            self.connection.execute(statement)

    def _insert(self, rows: list[Row]) -> None:
        with (
            self.connection.cursor() as cursor,
            cursor.copy("COPY law_article (id, version, number, branch, text, words) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row((*row[:5], _vector(row[5])))

    def _settle(self) -> None:
        self.connection.execute("ANALYZE law_version")
        self.connection.execute("ANALYZE law_article")

    def _transaction(self) -> AbstractContextManager[Any]:
        transaction: AbstractContextManager[Any] = self.connection.transaction()
        return transaction

    def _match(self, asked: list[Phrase]) -> tuple[str, str]:
        query = " & ".join(_query(phrase) for phrase in asked)
        return "a.words @@ CAST(? AS tsquery)", query


def _vector(words: str) -> str:
    places: dict[str, list[int]] = {}
    for position, token in enumerate(words.split(" "), 1):
        if token:
            places.setdefault(token, []).append(position)
    return " ".join(f"'{token}':{','.join(map(str, at))}" for token, at in places.items())


def _query(phrase: Phrase) -> str:
    tokens = [f"'{token}'" for token in phrase.tokens]
    if phrase.prefix:
        tokens[-1] += ":*"
    return "(" + " <-> ".join(tokens) + ")"


def connect_library(dsn: str) -> PostgresIndex:
    """The library in the database of a connection string; raises `LibraryMissing`."""
    try:
        import psycopg
    except ImportError as error:
        raise LibraryMissing("没有安装 PostgreSQL 的驱动程序。请运行：pip install 'yifa[postgres]'") from error
    try:
        return PostgresIndex(psycopg.connect(dsn, autocommit=True))
    except psycopg.Error as error:
        raise LibraryMissing(f"连接不上数据库（{' '.join(str(error).split())}）。请核对连接字符串。") from error
