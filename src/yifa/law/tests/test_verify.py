"""Bases checked against imported texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from yifa.law import Basis, act
from yifa.law.corpus import LawText
from yifa.law.kinds import Kind
from yifa.law.sqlite_library import SqliteIndex, open_library
from yifa.law.statute import split_articles
from yifa.law.verify import Reason, compare, verify

L = act("行政复议法", on=date(2024, 1, 1))

MADE_UP = """第三十条 收到申请后，应当在五日内审查，条件有：
（一）有人；
（二）有事。
补正的，应当在十日内提出。
第三十一条 另一条。"""
"""Not the words of the act: only its numbers and key words."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SqliteIndex]:
    index = open_library(tmp_path / "law.sqlite3", create=True)
    articles = tuple(split_articles(MADE_UP.split("\n")))
    text = LawText(
        "行政复议法.md", "行政复议法", True, Kind.LAW, date(2023, 9, 1), date(2024, 1, 1), False, (), "", articles
    )
    index.replace([text])
    yield index
    index.connection.close()


def told(bases: list[Basis], library: SqliteIndex) -> list[Reason]:
    """The reasons, without the one that made-up texts always give."""
    return [fault.reason for fault in verify(bases, library) if fault.reason is not Reason.OTHER_TEXT]


def test_key_words_are_looked_for_in_the_paragraph_and_item(library: SqliteIndex) -> None:
    good = [L[30].says("五日", "十日"), L[30, 1].says("五日"), L[30, 2].says("十日"), L[30, 1].item(2).says("有事")]
    assert told(good, library) == []
    assert told([L[30, 2].says("五日")], library) == [Reason.NO_WORDS]


def test_a_word_that_stands_in_another_paragraph_is_pointed_out(library: SqliteIndex) -> None:
    faults = [f for f in verify([L[30, 1].says("十日")], library) if f.reason is Reason.NO_WORDS]
    assert "同一条的其他款、项里有" in faults[0].sentence
    faults = [f for f in verify([L[30, 1].says("百日")], library) if f.reason is Reason.NO_WORDS]
    assert "请核对条号和关键词" in faults[0].sentence


def test_a_place_that_the_text_lacks_is_a_fault(library: SqliteIndex) -> None:
    assert told([L[30, 3]], library) == [Reason.NO_PLACE]
    assert told([L[62]], library) == [Reason.NO_PLACE]
    missing = Basis(L, 91)
    assert [f.reason for f in verify([missing], library)] == [Reason.NO_PLACE]


def test_a_text_that_is_not_the_one_counted_is_told_by_its_digest(library: SqliteIndex) -> None:
    assert [f.reason for f in verify([L[31]], library)] == [Reason.OTHER_TEXT]
    reasons = {fault.reason for fault in compare(library)}
    assert reasons == {Reason.OTHER_TEXT, Reason.NO_PLACE}


def test_a_version_that_was_not_imported_is_no_fault(library: SqliteIndex) -> None:
    faults = verify([act("行政处罚法")[33].says("首次违法")], library)
    assert [fault.reason for fault in faults] == [Reason.NO_TEXT]
    assert not faults[0].reason.is_fault


def test_an_act_as_a_whole_needs_no_text(library: SqliteIndex) -> None:
    assert verify([act("37号").whole, L.whole], library) == []


def test_each_basis_is_checked_once(library: SqliteIndex) -> None:
    basis = L[30, 2].says("五日")
    assert told([basis, basis, L[30, 2].says("五日")], library) == [Reason.NO_WORDS]
