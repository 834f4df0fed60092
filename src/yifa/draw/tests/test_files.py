"""A published draw: committed to, run once, and computed again by an outsider."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from yifa.cli import main_group
from yifa.draw import files
from yifa.draw.errors import DrawError

OBJECTS = "编号,名称,分层,风险等级,领域\n" + "".join(
    f"o{n},企业{n},{'高' if n % 3 == 0 else '低'},{'C' if n % 2 else 'A'},食品\n" for n in range(30)
)
OFFICERS = (
    "证号,姓名,领域,有效期至,状态,回避,已查次数\n"
    "p1,甲,食品、药品,2027-12-31,有效,,3\np2,乙,食品,2027-12-31,有效,o1、o2,0\n"
    "p3,丙,,2027-12-31,有效,,0\np4,丁,食品,2027-12-31,有效,,1\n"
)
PLAN = """
title = "2026年第四季度食品抽查"
on = 2026-11-24
public_source = "某公开开奖号码2026-11-24"
team = 2
[quotas]
"高" = 4
"低" = 3
[weights."风险等级"]
A = 1
C = 3
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "抽查"
    made.mkdir()
    for name, text in ((files.OBJECTS, OBJECTS), (files.OFFICERS, OFFICERS), (files.PLAN, PLAN)):
        (made / name).write_text(text, encoding="utf-8")
    return made


def yifa(*arguments: str) -> Result:
    return CliRunner().invoke(main_group, ["draw", *arguments])


def done(folder: Path) -> Path:
    assert yifa("commit", str(folder)).exit_code == 0
    assert yifa("run", str(folder), "--public", "03 07 11 19 24 30 + 09").exit_code == 0
    return folder


def test_an_outsider_gets_the_same_list_from_the_published_files(folder: Path, tmp_path: Path) -> None:
    done(folder)
    outside = tmp_path / "别处"
    outside.mkdir()
    for name in (*files.PUBLISHED_FIRST, files.COMMITMENT, files.RESULT):
        shutil.copy(folder / name, outside / name)
    run = yifa("check", str(outside))
    assert (run.exit_code, "核对一致" in run.output) == (0, True)
    result = json.loads((folder / files.RESULT).read_text(encoding="utf-8"))
    assert [line["stratum"] for line in result["drawn"]] == ["高"] * 4 + ["低"] * 3


def test_the_secret_is_kept_from_others_until_the_draw(folder: Path) -> None:
    yifa("commit", str(folder))
    assert (folder / files.SECRET).stat().st_mode & 0o077 == 0
    secret = (folder / files.SECRET).read_text(encoding="ascii")
    assert secret not in (folder / files.COMMITMENT).read_text(encoding="utf-8")


def test_a_draw_is_not_made_twice(folder: Path) -> None:
    done(folder)
    assert "这次抽取已有结果" in str(yifa("run", str(folder), "--public", "1").exception)
    assert "已经有承诺" in str(yifa("commit", str(folder)).exception)


def test_a_new_draw_names_the_one_it_replaces_and_why(folder: Path) -> None:
    with pytest.raises(DrawError, match="应当写明理由"):
        files.commit(folder, "ab" * 32, replaces="cd" * 32)
    made = files.commit(folder, "ab" * 32, replaces="cd" * 32, reason="名录遗漏三家企业")
    assert (made["replaces"], made["reason"]) == ("cd" * 32, "名录遗漏三家企业")


def test_a_pool_that_changed_after_the_commitment_is_named(folder: Path) -> None:
    yifa("commit", str(folder))
    (folder / files.OBJECTS).write_text(OBJECTS.replace("企业5", "企业五"), encoding="utf-8")
    run = yifa("run", str(folder), "--public", "1")
    assert "objects.csv在承诺以后被改动" in str(run.exception)
    assert not (folder / files.RESULT).exists()


def test_another_secret_than_the_one_committed_to_is_refused(folder: Path) -> None:
    yifa("commit", str(folder))
    with pytest.raises(DrawError, match="密值与承诺不符"):
        files.run(folder, "ab" * 32, "1")


def test_a_result_that_was_tampered_with_is_told_line_by_line(folder: Path) -> None:
    done(folder)
    path = folder / files.RESULT
    result = json.loads(path.read_text(encoding="utf-8"))
    right = result["drawn"][2]["name"]
    result["drawn"][2]["name"] = "邻居的企业"
    result["drawn"].pop()
    path.write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
    run = yifa("check", str(folder))
    assert run.exit_code == 1
    assert "第3个：公布的是邻居的企业" in run.output
    assert f"重算是{right}" in run.output
    assert "公布了6个对象，重算是7个" in run.output


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (files.OBJECTS, "编号,名称", "代码,名称", "objects.csv 缺少栏目：编号"),
        (files.OBJECTS, "o4,企业4", ",企业4", "objects.csv 第6行没有填写编号"),
        (files.OBJECTS, "企业4,低,A", "企业4,低,D", "objects.csv 第6行的风险等级是“D”，方案没有这一级的系数"),
        (files.OFFICERS, "2027-12-31,有效,,3", "2027-13-31,有效,,3", "officers.csv 第2行的“2027-13-31”不是日期"),
        (files.OFFICERS, "有效,,3", "有效,,三", "officers.csv 第2行的已查次数“三”不是整数"),
        (files.OFFICERS, "p3,丙,,2027", "p3,丙,,2025", "1个对象合格的检查人员不足2名（企业1等）"),
        (files.PLAN, "team = 2", "team = 1", "不得少于两人"),
        (files.PLAN, '"低" = 3', '"低" = 300', "“低”要抽300个，名录中有20个"),
        (files.PLAN, "public_source", "source", "plan.toml 没有写明 public_source"),
        (files.PLAN, "[quotas]", "[quotas", "plan.toml 写法有误"),
    ],
)
def test_what_is_wrong_is_named_before_anything_is_committed(
    folder: Path, name: str, old: str, new: str, told: str
) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new)
    if "丙" in old:  # with the third gone and the fourth recused, one object lacks officers
        text = text.replace("p4,丁,食品,2027-12-31,有效,,1", "p4,丁,食品,2027-12-31,有效,o1,1")
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(DrawError, match=told):
        files.commit(folder, "ab" * 32)
    assert not (folder / files.COMMITMENT).exists()
