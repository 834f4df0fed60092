"""Local regulations come from the user's library: they are found, dated and counted like acts of the package."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from yifa.law.citations import Finding, citations
from yifa.law.corpus import read_library
from yifa.law.errors import LibraryMissing
from yifa.law.index import Index, default_index
from yifa.law.kinds import Kind
from yifa.law.local import with_local
from yifa.law.sqlite_library import open_library

BAMBOO = """# 青溪省竹林条例

2015年3月1日 青溪省第十二届人民代表大会常务委员会第十次会议通过

<!-- INFO END -->

## 第一章 总则

第一条 为了保护竹林，制定本条例。

第二条 竹林由乡镇人民政府管理。

采伐竹林应当登记。

第三条 有下列情形的，不得采伐：

（一）竹龄不满三年；

（二）汛期。

第四条 本条例自2015年5月1日起施行。
"""
OLD_DUCKS = "# 青溪省养鸭规定\n\n<!-- INFO END -->\n\n第一条 养鸭应当登记。\n"
AS_OF = date(2026, 11, 22)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The layout of a downloaded add-on: 青溪地方法规/地方性法规/青溪/*.md with a database beside."""
    place = tmp_path / "青溪地方法规" / "地方性法规" / "青溪"
    place.mkdir(parents=True)
    (place / "青溪省竹林条例(2015-03-01).md").write_text(BAMBOO, encoding="utf-8")
    (place / "青溪省养鸭规定(1998-01-01).md").write_text(OLD_DUCKS, encoding="utf-8")
    (place / "_index.md").write_text("目录", encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "青溪地方法规" / "db.sqlite3")) as db:
        db.execute("CREATE TABLE law (name, publish, valid_from, expired)")
        db.execute("INSERT INTO law VALUES ('青溪省竹林条例', '2015-03-01', '2015-05-01', 0)")
        db.execute("INSERT INTO law VALUES ('青溪省养鸭规定', '1998-01-01', '1998-02-01', 1)")
        db.commit()
    return tmp_path


@pytest.fixture
def index(folder: Path, tmp_path: Path) -> Index:
    library = open_library(tmp_path / "law.sqlite3", create=True)
    library.replace(read_library(folder))
    return with_local(default_index(), library.versions(), AS_OF)


def verdicts(text: str, index: Index, at: date = AS_OF) -> list[Finding]:
    return [one.finding for one in citations(text, at, index)]


def test_a_folder_of_local_regulations_is_known_as_such_wherever_it_stands(folder: Path) -> None:
    for root in (folder, folder / "青溪地方法规"):
        assert {text.kind for text in read_library(root)} == {Kind.LOCAL}


def test_citations_of_local_regulations_are_looked_up_to_the_item(index: Index) -> None:
    assert verdicts("《青溪省竹林条例》第二条第二款、第三条第二项", index) == [Finding.OK, Finding.OK]
    assert verdicts("《青溪省竹林条例》第五条", index) == [Finding.ARTICLE_MISSING]
    assert verdicts("《青溪省竹林条例》第二条第三款", index) == [Finding.PARAGRAPH_MISSING]
    assert verdicts("《青溪省竹林条例》第三条第三项", index) == [Finding.ITEM_MISSING]
    assert verdicts("依照青溪省竹林条例第三条", index) == [Finding.OK]


def test_an_expired_or_unknown_local_regulation_is_told(index: Index) -> None:
    assert verdicts("《青溪省养鸭规定》", index) == [Finding.REPEALED]
    assert verdicts("《青溪省养鱼条例》", index) == [Finding.UNKNOWN_ACT]


def test_a_name_of_another_place_is_not_suggested(index: Index) -> None:
    (same,) = citations("依照《青溪省竹林保护条例》", AS_OF, index)
    (other,) = citations("依照《碧湖市竹林条例》", AS_OF, index)
    (alone,) = citations("依照《碧湖市竹林条例》", AS_OF)
    assert "是不是《青溪省竹林条例》？" in same.sentence
    assert "是不是" not in other.sentence
    assert "导入的法律库里也没有" in other.sentence
    assert "索引不登记地方文件" in alone.sentence


def test_earlier_days_than_the_only_version_known_are_not_judged(index: Index) -> None:
    assert verdicts("《青溪省竹林条例》第二条", index, date(2014, 1, 1)) == [Finding.UNCHECKED]


def test_without_a_library_the_index_stays_the_one_of_the_package() -> None:
    assert with_local(default_index(), [], AS_OF) is default_index()


def test_several_folders_are_imported_together(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "b" / "地方性法规"
    other.mkdir(parents=True)
    (other / "碧湖市节水条例(2020-01-01).md").write_text(BAMBOO.replace("青溪省竹林", "碧湖市节水"), encoding="utf-8")
    titles = {text.title for text in read_library(folder / "青溪地方法规", tmp_path / "b")}
    assert titles == {"青溪省竹林条例", "青溪省养鸭规定", "碧湖市节水条例"}


def test_a_library_of_an_older_form_asks_to_be_imported_again(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "old.sqlite3")) as db:
        db.execute("CREATE TABLE law_version (id, title, kind, promulgated, effective, expired, path)")
        db.commit()
    with pytest.raises(LibraryMissing, match="重新运行：yifa law import"):
        open_library(tmp_path / "old.sqlite3").versions()
