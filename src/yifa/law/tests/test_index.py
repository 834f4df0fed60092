"""The index of acts: built from a library, read back, and the one that comes with the package."""

from __future__ import annotations

import csv
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from yifa.law.acts import Act, Version
from yifa.law.corpus import Unreadable, read_library
from yifa.law.errors import AmbiguousName, BadLibrary, LawError, UnknownAct
from yifa.law.index import Index, act, default_index, plain_title
from yifa.law.indexing import build_index
from yifa.law.kinds import Kind, Status
from yifa.law.structure import structure_file, structure_of, unpack
from yifa.law.tests.tea import make_library

AS_OF = date(2025, 4, 19)


def built(tmp_path: Path) -> tuple[Index, Path]:
    out = tmp_path / "out"
    build_index(read_library(make_library(tmp_path / "laws")), "自编", AS_OF, out)
    lines = (out / "indexed.csv").read_text(encoding="utf-8").splitlines()
    return Index.read(csv.DictReader(line for line in lines if line[:1] != "#")), out


def test_versions_dates_and_succession_are_read_from_the_texts(tmp_path: Path) -> None:
    index, _ = built(tmp_path)
    tea = index.get("中华人民共和国茶叶法")
    assert tea.prefixed
    assert tea.issuer == "全国人民代表大会常务委员会"
    assert [(v.promulgated, v.effective, v.articles) for v in tea.versions] == [
        (date(2010, 3, 1), date(2010, 5, 1), 2),
        (date(2020, 5, 6), date(2020, 7, 1), 3),
    ]
    assert tea.version_on(date(2020, 6, 30)) == tea.versions[0]
    assert tea.version_on(date(2020, 7, 1)) == tea.versions[1]
    assert tea.status_on(date(2010, 4, 30)) is Status.NOT_YET
    assert index.get("茶叶法实施条例").latest.number == "国务院令第999号"
    assert index.numbers["国务院令第999号"] == ("茶叶法实施条例",)


def test_an_act_that_a_final_clause_repeals_is_entered_with_its_end(tmp_path: Path) -> None:
    index, _ = built(tmp_path)
    old = index.get("采茶条例")
    assert old.superseded_by == ("茶叶法",)
    assert old.status_on(date(2020, 7, 1)) is Status.REPEALED
    assert old.status_on(date(2020, 6, 30)) is Status.IN_FORCE


def test_structures_are_written_by_kind_and_hold_no_text(tmp_path: Path) -> None:
    _, out = built(tmp_path)
    text = (out / structure_file(Kind.LAW)).read_text(encoding="utf-8")
    assert "种茶" not in text
    rows = dict(line.split("\t") for line in text.splitlines() if line[:1] != "#")
    shapes = unpack(rows["茶叶法@2020-05-06"]).articles
    assert [(a.key, a.items) for a in shapes] == [
        ((1, 0), (0,)),
        ((2, 0), (3, 0, 0)),
        ((2, 1), (0,)),
        ((3, 0), (0,)),
    ]


def test_a_file_that_is_no_text_is_reported_not_fatal(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "laws")
    (folder / "坏(2020-01-01).md").write_bytes(b"\xff\xfe\x00")
    found = [one for one in read_library(folder) if isinstance(one, Unreadable)]
    assert [one.path for one in found] == ["坏(2020-01-01).md"]


def test_a_page_that_is_no_act_is_not_taken_for_one(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "laws")
    (folder / "README.md").write_text("# 说明\n\n这里是年度报告，不是法律。\n", "utf-8")
    found = [one for one in read_library(folder) if isinstance(one, Unreadable)]
    assert [(one.path, one.reason[:6]) for one in found] == [("README.md", "不像法律文件")]


def test_a_version_is_out_of_force_when_the_next_takes_effect(tmp_path: Path) -> None:
    old = act("行政复议法", on=date(2023, 6, 1)).pinned
    assert old is not None
    assert old.label == "2017-09-01公布，2018-01-01施行，最迟2024-01-01失效"


def test_an_empty_or_missing_folder_and_a_broken_database_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadLibrary, match="不是文件夹"):
        list(read_library(tmp_path / "none"))
    with pytest.raises(BadLibrary, match="没有法律文件"):
        list(read_library(tmp_path))
    folder = make_library(tmp_path / "laws")
    (folder / "db.sqlite3").write_bytes(b"no database" * 100)
    with pytest.raises(BadLibrary, match="目录数据库"):
        list(read_library(folder))


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("中华人民共和国行政复议法", "行政复议法"),
        ("《中华人民共和国 行政复议法》", "行政复议法"),
        ("最高人民法院关于适用《中华人民共和国民法典》的解释", "最高人民法院关于适用〈民法典〉的解释"),
        ("刑法修正案(九)", "刑法修正案（九）"),
        ("中华人民共和国", "中华人民共和国"),
    ],
)
def test_titles_are_compared_in_one_spelling(title: str, plain: str) -> None:
    assert plain_title(title) == plain


def test_a_bad_row_and_a_short_name_of_nothing_are_refused() -> None:
    row = {"title": "甲法", "kind": "法律", "promulgated": "2020-02-30"} | dict.fromkeys(
        ("prefixed", "issuer", "number", "effective", "repealed", "articles", "superseded_by", "source"), ""
    )
    with pytest.raises(LawError, match="甲法"):
        Index.read([row])
    with pytest.raises(LawError, match="不在法律文件索引中"):
        Index.read([], [{"name": "甲", "title": "乙法", "bare": "0"}])


def test_a_short_name_of_two_acts_is_not_resolved() -> None:
    row = dict.fromkeys(("prefixed", "issuer", "number", "effective", "repealed", "articles", "superseded_by"), "")
    rows = [row | {"title": t, "kind": "法律", "promulgated": "2020-01-01", "source": ""} for t in ("甲法", "乙法")]
    index = Index.read(rows, [{"name": "丙法", "title": t, "bare": "0"} for t in ("甲法", "乙法")])
    with pytest.raises(AmbiguousName, match="请写全称"):
        index.get("丙法")


def test_the_index_of_the_package_knows_what_the_procedures_rest_on() -> None:
    index = default_index()
    assert len(index) > 1500
    for name in index.names:
        assert isinstance(act(name), Act)
    regulation = act("行政复议法实施条例")
    assert [(v.promulgated, v.effective, v.articles) for v in regulation.versions] == [
        (date(2007, 5, 29), date(2007, 8, 1), 66),
        (date(2026, 4, 29), date(2026, 7, 1), 77),
    ]
    supervision = act("行政执法监督条例").latest
    assert (supervision.effective, supervision.articles) == (date(2026, 2, 1), 44)
    assert act("行政复议法", on=date(2023, 12, 31)).pinned != act("行政复议法", on=date(2024, 1, 1)).pinned
    with pytest.raises(UnknownAct):
        act("不存在的法")


def test_every_act_of_the_package_is_in_order() -> None:
    for one in default_index():
        days = [version.starts for version in one.versions]
        assert days == sorted(days), one.title
        for version in one.versions:
            assert isinstance(version, Version)
            if version.effective and version.promulgated:
                assert version.effective >= version.promulgated, version.label
            structure = structure_of(one.kind, version.key)
            if structure:
                assert structure.articles[-1].key[0] == version.articles, version.label


def test_the_package_holds_no_text_of_any_act() -> None:
    folder = Path(__file__).parents[2] / "data" / "acts"
    for path in folder.glob("structure-*.txt"):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            assert line.partition("\t")[2].isascii(), path


def test_importing_the_package_and_naming_an_act_loads_nothing_else() -> None:
    script = (
        "import sys; from yifa.law import act; act('行政复议法')\n"
        "from yifa.law.structure import _lines\n"
        "heavy = {'django', 'lxml', 'sqlite3', 'psycopg', 'ahocorasick_rs', 'rich', 'click'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "assert _lines.cache_info().currsize == 0\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
