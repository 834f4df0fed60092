"""The library of texts: the same answers on SQLite and PostgreSQL, exact for words of any length, all or nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.postgres import dsn
from yifa.law.bigrams import BREAK, bigrams, fold, phrases
from yifa.law.corpus import LawText, Unreadable, read_library
from yifa.law.errors import LawError, LibraryMissing
from yifa.law.kinds import Kind
from yifa.law.library import MAX_ROW, ArticleIndex
from yifa.law.postgres_library import connect_library
from yifa.law.sqlite_library import open_library
from yifa.law.statute import Article, Paragraph
from yifa.law.tests.tea import make_library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_library(tmp_path / "laws")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.data)])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ArticleIndex]:
    if request.param == "sqlite":
        index = open_library(tmp_path / "law.sqlite3", create=True)
        yield index
        index.connection.close()
        return
    server = connect_library(dsn())
    server.execute("CREATE SCHEMA law_test")
    server.execute("SET search_path TO law_test")
    yield server
    server.execute("DROP SCHEMA law_test CASCADE")
    server.connection.close()


def text_of(title: str, *articles: str, kind: Kind = Kind.LAW, day: date = date(2020, 1, 1)) -> LawText:
    made = tuple(Article((n, 0), [Paragraph(text.split("\n"))]) for n, text in enumerate(articles, 1))
    return LawText(f"{title}.md", title, False, kind, day, day, False, (), "", made)


def places(library: ArticleIndex, words: str) -> list[str]:
    return [f"{hit.title}{hit.article[0] if hit.article else '-'}" for hit in library.search(words, 100)]


def test_words_of_any_length_are_found_in_the_order_of_authority(library: ArticleIndex, folder: Path) -> None:
    done = library.replace(read_library(folder))
    assert (done.versions, done.articles, done.unreadable) == (4, 8, ())
    assert places(library, "听证") == [
        "茶叶法2",
        "茶叶法实施条例2",
        "最高人民法院关于采茶的批复-",
        "最高人民法院关于采茶的批复-",
        "茶叶法2",
    ]
    assert [hit.expired for hit in library.search("听证")] == [False, False, False, False, True]
    assert places(library, "罚") == ["茶叶法实施条例2"]
    assert places(library, "二千元罚款") == ["茶叶法实施条例2"]
    assert places(library, "听证 三十日") == ["茶叶法实施条例2"]
    assert places(library, "2024年") == ["茶叶法2"]
    assert library.count("听证") == 5


def test_nothing_is_found_across_punctuation_or_lines(library: ArticleIndex, folder: Path) -> None:
    library.replace(read_library(folder))
    assert places(library, "乡镇人民政府") == ["茶叶法2"]
    assert places(library, "负责人") == []
    assert places(library, "行违") == []
    assert places(library, "202") == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.text("甲乙丙，。2a ", min_size=1, max_size=30), min_size=1, max_size=6),
    word=st.text("甲乙丙", min_size=1, max_size=4),
)
def test_a_word_of_han_characters_is_found_exactly_where_it_stands(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], word: str
) -> None:
    index = open_library(tmp_path_factory.mktemp("law") / "law.sqlite3", create=True)
    index.replace([text_of(f"法{n:03}", text) for n, text in enumerate(texts)])
    assert places(index, word) == [f"法{n:03}1" for n, text in enumerate(texts) if word in text]
    index.connection.close()


@settings(max_examples=200)
@given(st.text("甲乙2a，", min_size=1, max_size=12), st.text("甲乙2a", min_size=1, max_size=5))
def test_mixed_words_are_phrases_of_the_same_tokens(text: str, word: str) -> None:
    tokens = [token for token in bigrams(text) if token != BREAK]
    for phrase in phrases(word):
        last = phrase.tokens[-1]
        assert phrase.prefix == (len(last) == 1 and not last.isascii())
    if word in fold(text).split("，"):
        assert all(any(t.startswith(p.tokens[0]) for t in tokens) for p in phrases(word))


def test_articles_and_versions_can_be_read_back(library: ArticleIndex, folder: Path) -> None:
    library.replace(read_library(folder))
    article = library.article("茶叶法", date(2020, 5, 6), (2, 0))
    assert article is not None
    assert article.shape.items == (3, 0, 0)
    assert library.article("茶叶法", date(2020, 5, 6), (2, 1)) is not None
    assert library.article("茶叶法", date(2020, 5, 6), (9, 0)) is None
    assert [v.effective for v in library.versions("茶叶法")] == [date(2020, 7, 1), date(2010, 5, 1)]
    assert len(library.versions()) == 4


def test_a_long_article_is_kept_in_pieces_and_read_back_whole(library: ArticleIndex) -> None:
    lines = [f"茶{'叶' * 40}。" for _ in range(300)]
    library.replace([text_of("长法", "\n".join(lines))])
    article = library.article("长法", date(2020, 1, 1), (1, 0))
    assert article is not None
    assert article.text == "\n".join(lines)
    assert library.count("茶叶") == -(-len("\n".join(lines)) // MAX_ROW)


def test_a_failed_import_changes_nothing(library: ArticleIndex) -> None:
    library.replace([text_of("甲法", "听证。")])

    def broken() -> Iterator[LawText]:
        yield text_of("乙法", "听证。")
        yield LawText("x", "丙法", False, Kind.LAW, None, None, False, (), "", (None,))  # type: ignore[arg-type]

    with pytest.raises(AttributeError):
        library.replace(broken())
    assert places(library, "听证") == ["甲法1"]


def test_two_imports_at_once_leave_one_library(tmp_path: Path) -> None:
    path = tmp_path / "law.sqlite3"
    first, second = (open_library(path, create=True) for _ in range(2))
    first.replace([text_of("甲法", "听证。")])
    second.connection.execute("PRAGMA busy_timeout=10")
    first.connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(LawError, match="法律库保持原样"):
        second.replace([text_of("乙法", "听证。")])
    first.connection.rollback()
    assert places(second, "听证") == ["甲法1"]
    first.connection.close()
    second.connection.close()


def test_a_killed_import_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "law.sqlite3"
    index = open_library(path, create=True)
    index.replace([text_of("甲法", "听证。")])
    index.connection.close()
    script = (
        "import os, sys; from pathlib import Path\n"
        "from yifa.law.sqlite_library import open_library, SqliteIndex\n"
        "from yifa.law.tests.test_library import text_of\n"
        "class Killed(SqliteIndex):\n"
        "    def _insert(self, rows):\n"
        "        super()._insert(rows); os._exit(9)\n"
        "index = open_library(Path(sys.argv[1])); index.__class__ = Killed\n"
        "index.replace([text_of('乙法', '听证。')])\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert done.returncode == 9
    again = open_library(path)
    assert places(again, "听证") == ["甲法1"]
    again.connection.close()


def test_unreadable_files_are_reported_and_the_rest_is_imported(library: ArticleIndex, folder: Path) -> None:
    (folder / "坏.md").write_bytes("第一条 中文".encode("gb18030"))
    done = library.replace(read_library(folder))
    assert done.versions == 4
    assert done.unreadable == (Unreadable("坏.md", "不是UTF-8编码（第1个字节起），请转换编码"),)


def test_a_version_kept_in_two_files_counts_once_and_parts_are_joined(library: ArticleIndex) -> None:
    twice = [text_of("甲法", "听证。"), text_of("甲法", "听证。", "公告。")]
    second = Article((2, 0), [Paragraph(["听证。"])])
    part = replace(text_of("乙法", "公告。"), articles=(second,))
    library.replace([*twice, text_of("乙法", "总则。"), part])
    assert places(library, "听证") == ["乙法2", "甲法1"]
    assert len(library.versions()) == 2


def test_a_search_without_a_word_is_refused(library: ArticleIndex, folder: Path) -> None:
    library.replace(read_library(folder))
    for words in ("", "，。", "  "):
        with pytest.raises(LawError, match="里面没有字"):
            library.search(words)
    assert places(library, "\"甲\" OR '乙' * ) (") == []


def test_a_missing_or_foreign_file_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing, match="yifa law import"):
        open_library(tmp_path / "none.sqlite3")
    (tmp_path / "foreign").write_text("这不是数据库" * 100)
    with pytest.raises(LibraryMissing, match="打不开"):
        open_library(tmp_path / "foreign")
