"""Searching articles: the bigram index against a LIKE scan over the same rows.

With YIFA_LAWS_DIR naming a folder of acts the real corpus is searched; otherwise made-up acts of about the same size.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from bench.measure import Result, side_by_side
from yifa.law.corpus import LawText, read_library
from yifa.law.kinds import Kind
from yifa.law.sqlite_library import SqliteIndex
from yifa.law.statute import Article, paragraphs

WORDS = ("处罚", "听证", "备案", "复议", "行政复议", "乡镇人民政府", "重大行政决策")
SYLLABLES = (
    "行政机关公民法人组织处罚许可复议听证申请决定期限备案人民政府乡镇重大决策公开监督检查履行职责应当可以不得规定"
)


def run(quick: bool) -> list[Result]:
    """Both engines answer the same; the index must find exactly what the scan finds."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    index = SqliteIndex(connection)
    folder = os.environ.get("YIFA_LAWS_DIR")
    texts = read_library(Path(folder)) if folder else _made_up(200 if quick else 2_000)
    imported = index.replace(texts)
    for word in WORDS:
        assert index.count(word) == _scan(connection, word), word

    def ours() -> int:
        for word in WORDS:
            index.count(word)
        return len(WORDS)

    def top() -> int:
        for word in WORDS:
            index.search(word, 20)
        return len(WORDS)

    def scan() -> int:
        for word in WORDS:
            _scan(connection, word)
        return len(WORDS)

    name = f"search {imported.rows:,} articles"
    return [
        *side_by_side(f"{name}, count", "queries", ("bigram index", ours), ("LIKE scan", scan)),
        *side_by_side(f"{name}, first 20", "queries", ("bigram index", top), ("LIKE scan", scan)),
    ]


def _scan(connection: sqlite3.Connection, word: str) -> int:
    return int(connection.execute("SELECT count(*) FROM law_article WHERE text LIKE ?", (f"%{word}%",)).fetchone()[0])


def _made_up(acts: int) -> Iterator[LawText]:
    random = Random(1)
    for number in range(acts):
        articles = tuple(
            Article((n, 0), paragraphs(["".join(random.choices(SYLLABLES, k=90)) + "。"])) for n in range(1, 71)
        )
        yield LawText(
            path=f"{number}.md", title=f"测量用法{number}", prefixed=False, kind=Kind.LAW, promulgated=date(2020, 1, 1),
            effective=date(2020, 6, 1), expired=False, notes=(), number="", articles=articles,
        )  # fmt: skip
