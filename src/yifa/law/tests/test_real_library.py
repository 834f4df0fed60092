"""The whole national library, where one is at hand: YIFA_LAWS_DIR names a folder in the LawRefBook layout.

Nothing is tested only here: these runs find what made-up acts do not think of.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from yifa.law.citations import citations
from yifa.law.corpus import LawText, read_library
from yifa.law.index import default_index
from yifa.law.kinds import Kind
from yifa.law.sqlite_library import open_library
from yifa.law.statute import structure
from yifa.law.structure import structure_of
from yifa.law.verify import Reason, compare

FOLDER = os.environ.get("YIFA_LAWS_DIR", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="set YIFA_LAWS_DIR to a folder of acts (LawRefBook layout) to run")


@pytest.fixture(scope="module")
def texts() -> list[LawText]:
    return [text for text in read_library(Path(FOLDER)) if isinstance(text, LawText)]


def test_the_index_of_the_package_agrees_with_the_library(texts: list[LawText]) -> None:
    differing = []
    for text in texts:
        known = default_index().acts.get(text.title)
        counted = structure_of(known.kind, text.key) if known else None
        if counted is None or text.kind is Kind.LOCAL or "民法典" in text.title:
            continue
        if counted.articles != structure(text.articles, digests=True).articles:
            differing.append(text.path)
    assert len(differing) <= 5, differing  # acts that the library holds twice


def test_every_citation_of_the_library_is_found_without_a_crash_and_few_are_wrong(texts: list[LawText]) -> None:
    total = faults = 0
    for text in texts:
        whole = "\n".join(f"第{a.key[0]}条 {a.text}" for a in text.articles if not a.key[1])
        for one in citations(whole, text.effective or text.promulgated or date(2025, 4, 19)):
            assert whole[one.start : one.end] == one.text
            total += 1
            faults += one.finding in ("article_missing", "paragraph_missing", "item_missing")
    assert total > 20_000
    assert faults / total < 0.01


def test_a_search_finds_exactly_what_a_scan_finds(texts: list[LawText], tmp_path: Path) -> None:
    index = open_library(tmp_path / "law.sqlite3", create=True)
    index.replace(texts)
    for word in ("处罚", "听证", "备案", "复议", "罚没", "信访", "法", "行政复议", "重大行政决策"):
        scan = index.execute("SELECT count(*) FROM law_article WHERE text LIKE ?", (f"%{word}%",)).fetchone()[0]
        assert index.count(word) == scan, word
    reasons = [fault for fault in compare(index) if fault.reason is not Reason.OTHER_TEXT]
    assert len(reasons) < 10, reasons
    index.connection.close()
