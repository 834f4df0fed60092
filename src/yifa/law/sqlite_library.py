"""The library of texts on SQLite: a contentless FTS5 table over bigrams."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

from yifa.errors import os_reason
from yifa.law.bigrams import Phrase
from yifa.law.errors import LibraryMissing
from yifa.law.library import Row, SqlIndex, committed, default_path

_TABLES: Final = (
    "DROP TABLE IF EXISTS law_words",
    "DROP TABLE IF EXISTS law_article",
    "DROP TABLE IF EXISTS law_version",
    "CREATE TABLE law_version (id INTEGER PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL,"
    " promulgated TEXT NOT NULL, effective TEXT NOT NULL, expired INTEGER NOT NULL, path TEXT NOT NULL,"
    " number TEXT NOT NULL, shape TEXT NOT NULL)",
    "CREATE TABLE law_article (id INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES law_version,"
    " number INTEGER NOT NULL, branch INTEGER NOT NULL, text TEXT NOT NULL)",
    "CREATE INDEX law_article_place ON law_article (version, number, branch)",
    "CREATE INDEX law_version_title ON law_version (title, promulgated)",
    "CREATE VIRTUAL TABLE law_words USING fts5(words, content='', columnsize=0, prefix='1',"
    " tokenize='unicode61 remove_diacritics 0')",
)


_REASONS: Final = {
    "not a database": "它不是数据库文件",
    "no such table": "里面没有导入过法律文件",
    "locked": "正被别的程序占用",
    "readonly": "它是只读的",
    "unable to open": "没有权限，或者位置不对",
    "malformed": "文件已损坏",
}


class SqliteIndex(SqlIndex):
    """The library on a `sqlite3` connection."""

    failures = (sqlite3.Error,)

    def _create(self) -> None:
        for statement in _TABLES:
            self.connection.execute(statement)

    def _insert(self, rows: list[Row]) -> None:
        articles = [row[:5] for row in rows]
        words = [(row[0], row[5]) for row in rows]
        self.connection.executemany("INSERT INTO law_article VALUES (?, ?, ?, ?, ?)", articles)
        self.connection.executemany("INSERT INTO law_words (rowid, words) VALUES (?, ?)", words)

    def _settle(self) -> None:
        self.connection.execute("INSERT INTO law_words (law_words) VALUES ('optimize')")

    def _transaction(self) -> AbstractContextManager[None]:
        return committed(lambda: self.connection.execute("BEGIN IMMEDIATE"), self.connection)

    def _match(self, asked: list[Phrase]) -> tuple[str, str]:
        query = " AND ".join(f'"{" ".join(phrase.tokens)}"' + (" *" if phrase.prefix else "") for phrase in asked)
        return "a.id IN (SELECT rowid FROM law_words WHERE law_words MATCH ?)", query


def open_library(path: Path | None = None, create: bool = False) -> SqliteIndex:
    """The library in a file, by default `default_path()`.

    Raises `LibraryMissing` when there is none and it is not to be made, or when the file is not one.
    """
    place = path or default_path()
    if create:
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryMissing(f"不能建立法律库{place}：{os_reason(error)}。请换一个位置。") from error
    elif not place.is_file():
        why = "是文件夹" if place.is_dir() else "不存在"
        raise LibraryMissing(f"没有导入过法律文件（{place}{why}）。请先运行：yifa law import 法律文件夹")
    try:
        connection = sqlite3.connect(place, isolation_level=None, timeout=30)
        if not create:  # asked first, so that nothing is written into a file that is no library
            connection.execute("SELECT 1 FROM law_version LIMIT 1")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
    except sqlite3.Error as error:
        reason = next((said for word, said in _REASONS.items() if word in str(error)), str(error))
        raise LibraryMissing(
            f"打不开法律库{place}：{reason}。请核对位置；确是损坏的法律库的，删去它，重新运行 yifa law import。"
        ) from error
    return SqliteIndex(connection)
