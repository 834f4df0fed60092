"""A published draw: committed to, run once, and computed again by an outsider."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from yifa.cli import main_group
from yifa.draw import files, reading
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
    for name, text in ((reading.OBJECTS, OBJECTS), (reading.OFFICERS, OFFICERS), (reading.PLAN, PLAN)):
        (made / name).write_text(text, encoding="utf-8")
    return made


def yifa(*arguments: str) -> Result:
    return CliRunner().invoke(main_group, ["draw", *arguments])


def done(folder: Path) -> Path:
    """A draw that was made; what is published."""
    assert yifa("commit", str(folder)).exit_code == 0
    assert yifa("run", str(folder), "--public", "03 07 11 19 24 30 + 09").exit_code == 0
    return folder / "public"


def result_of(public: Path) -> dict[str, Any]:
    return dict(json.loads((public / files.RESULT).read_text(encoding="utf-8")))


def test_an_outsider_gets_the_same_list_from_the_published_files(folder: Path, tmp_path: Path) -> None:
    public = done(folder)
    outside = tmp_path / "别处"
    shutil.copytree(public, outside)
    assert sorted(path.name for path in outside.iterdir()) == sorted(
        [*files.PUBLISHED_FIRST, files.COMMITMENT, files.RESULT]
    )
    run = yifa("check", str(outside))
    assert (run.exit_code, "核对一致" in run.output) == (0, True)
    assert [line["stratum"] for line in result_of(outside)["drawn"]] == ["高"] * 4 + ["低"] * 3


def test_no_published_file_tells_a_grade_by_name_or_from_whom_an_officer_keeps_away(folder: Path) -> None:
    public = done(folder)
    assert "回避" not in (public / reading.OFFICERS).read_text(encoding="utf-8")
    names = (public / reading.NAMES).read_text(encoding="utf-8").splitlines()
    assert names[0] == "编号,名称"
    lots = (public / reading.LOTS).read_text(encoding="utf-8")
    assert "企业" not in lots
    assert not any(f"o{n}," in lots for n in range(30))
    told = (public / files.RESULT).read_text(encoding="utf-8") + (public / files.COMMITMENT).read_text(encoding="utf-8")
    key = (folder / "key.txt").read_text(encoding="ascii")
    assert key not in told
    undrawn = {f"o{n}" for n in range(30)} - {line["code"] for line in result_of(public)["drawn"]}
    assert not any(f'"{code}"' in told for code in undrawn)


def test_whoever_supervises_sees_that_the_published_files_come_from_the_full_pools(
    folder: Path, tmp_path: Path
) -> None:
    public = done(folder)
    assert yifa("check", str(public), "--pools", str(folder)).exit_code == 0
    exchanged = tmp_path / "换过的名录"
    shutil.copytree(folder, exchanged, ignore=shutil.ignore_patterns("public"))
    path = exchanged / reading.OFFICERS
    path.write_text(OFFICERS.replace("o1、o2", "o3"), encoding="utf-8")
    run = yifa("check", str(public), "--pools", str(exchanged))
    assert run.exit_code == 1
    assert "全部名录或者封存密钥与承诺不符" in run.output
    assert "withheld.txt 不是由全部名录得出的" in run.output


def test_pools_exchanged_after_the_commitment_are_not_drawn_from(folder: Path) -> None:
    yifa("commit", str(folder))
    (folder / reading.OFFICERS).write_text(OFFICERS.replace("o1、o2", "o3"), encoding="utf-8")
    assert "本机关的名录或者封存密钥与承诺不符" in str(yifa("run", str(folder), "--public", "1").exception)


def test_the_secret_is_kept_from_others_until_the_draw_and_the_key_for_ever(folder: Path) -> None:
    yifa("commit", str(folder))
    for name in ("secret.txt", "key.txt"):
        assert (folder / name).stat().st_mode & 0o077 == 0
        kept = (folder / name).read_text(encoding="ascii")
        assert not any(kept in path.read_text(encoding="utf-8") for path in (folder / "public").iterdir())


def test_a_draw_is_not_made_twice(folder: Path) -> None:
    done(folder)
    assert "这次抽取已有结果" in str(yifa("run", str(folder), "--public", "1").exception)
    assert "已经有承诺" in str(yifa("commit", str(folder)).exception)


def test_removing_the_result_does_not_let_anybody_draw_again(folder: Path) -> None:
    public = done(folder)
    told = result_of(public)
    assert not (folder / "secret.txt").exists()
    (public / files.RESULT).unlink()
    assert "已经抽过的，密值随结果公布，不能再抽" in str(yifa("run", str(folder), "--public", "1").exception)
    assert "已经有承诺" in str(yifa("commit", str(folder)).exception)
    (public / files.RESULT).write_bytes(files.written(told))
    assert yifa("check", str(public), "--pools", str(folder)).exit_code == 0


def test_a_new_draw_names_the_one_it_replaces_and_why(folder: Path) -> None:
    with pytest.raises(DrawError, match="应当写明理由"):
        files.published_first(folder, "ab" * 32, "ef" * 32, replaces="cd" * 32)
    made = files.published_first(folder, "ab" * 32, "ef" * 32, replaces="cd" * 32, reason="名录遗漏三家企业")
    commitment = json.loads(made[files.COMMITMENT])
    assert (commitment["replaces"], commitment["reason"]) == ("cd" * 32, "名录遗漏三家企业")


def test_a_published_file_that_changed_after_the_commitment_is_named(folder: Path) -> None:
    yifa("commit", str(folder))
    path = folder / "public" / reading.LOTS
    path.write_text(path.read_text(encoding="utf-8").replace("食品", "药品", 1), encoding="utf-8")
    run = yifa("run", str(folder), "--public", "1")
    assert "lots.csv在承诺以后被改动" in str(run.exception)
    assert not (folder / "public" / files.RESULT).exists()


def test_another_secret_than_the_one_committed_to_is_refused(folder: Path) -> None:
    yifa("commit", str(folder))
    with pytest.raises(DrawError, match="密值与承诺不符"):
        files.run(folder, folder / "public", "ab" * 32, "ab" * 32, "1")


@pytest.mark.parametrize("written", ["3 7 11 19 24 30 9", "03,07,11,19,24,30+09", "０３０７１１１９２４３００９"])
def test_how_the_public_value_is_written_chooses_nothing(written: str) -> None:
    assert files.value_of(written) == files.value_of("03 07 11 19 24 30 + 09")


def tampered(public: Path, change: Callable[[dict[str, Any]], object]) -> str:
    """What an outsider is told of a result that was changed."""
    result = result_of(public)
    change(result)
    (public / files.RESULT).write_bytes(files.written(result))
    run = yifa("check", str(public))
    assert run.exit_code == 1
    return run.output


def test_a_result_that_was_tampered_with_is_told_line_by_line(folder: Path) -> None:
    public = done(folder)
    right = result_of(public)["drawn"][2]

    def neighbour(result: dict[str, Any]) -> None:
        result["drawn"][2] |= {"name": "邻居的企业", "code": "o99"}
        result["drawn"].pop()

    told = tampered(public, neighbour)
    assert f"第3个：邻居的企业（o99）不是签号{right['lot']}的对象" in told
    assert "第3个：names.csv 里没有邻居的企业（o99）" in told
    assert "公布了6个对象，重算是7个" in told


def test_nobody_is_passed_over_who_was_not_withheld_before_the_draw(folder: Path) -> None:
    public = done(folder)

    def passed_over(result: dict[str, Any]) -> None:
        first = result["drawn"][0]
        first["passed"].append({"code": first["team"][0]["code"], "opening": "ab" * 32})

    told = tampered(public, passed_over)
    assert "但承诺里没有这一不派的组合" in told
    assert "第1个：公布的是" in told


def test_who_was_withheld_and_sent_all_the_same_shows_when_computed_again(folder: Path) -> None:
    """p2 keeps away from every object, and has made the fewest visits: the published order would send them."""
    everything = "、".join(f"o{n}" for n in range(30))
    text = OFFICERS.replace("o1、o2", everything) + "p5,戊,食品,2027-12-31,有效,,9\n"
    (folder / reading.OFFICERS).write_text(text, encoding="utf-8")
    public = done(folder)
    lines = result_of(public)["drawn"]
    assert all("p2" not in {one["code"] for one in line["team"]} for line in lines)
    assert any(each["code"] == "p2" for line in lines for each in line["passed"])
    assert yifa("check", str(public)).exit_code == 0
    told = tampered(public, lambda result: [line.update(passed=[]) for line in result["drawn"]])
    assert "重算是" in told


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (reading.OBJECTS, "编号,名称", "代码,名称", "objects.csv 缺少栏目：编号"),
        (reading.OBJECTS, "o4,企业4", ",企业4", "objects.csv 第6行没有填写编号"),
        (reading.OBJECTS, "企业4,低,A", "企业4,低,D", "objects.csv 第6行的风险等级是“D”，方案没有这一级的系数"),
        (reading.OFFICERS, "2027-12-31,有效,,3", "2027-13-31,有效,,3", "officers.csv 第2行的“2027-13-31”不是日期"),
        (reading.OFFICERS, "有效,,3", "有效,,三", "officers.csv 第2行的已查次数“三”不是整数"),
        (reading.OFFICERS, "p3,丙,,2027", "p3,丙,,2025", "1个对象合格的检查人员不足2名（企业1等）"),
        (reading.PLAN, "team = 2", "team = 1", "不得少于两人"),
        (reading.PLAN, '"低" = 3', '"低" = 300', "“低”要抽300个，名录中有20个"),
        (reading.PLAN, "public_source", "source", "plan.toml 没有写明 public_source"),
        (reading.PLAN, "某公开开奖号码2026-11-24", " ", "plan.toml 没有写明 public_source"),
        (reading.PLAN, "2026年第四季度食品抽查", "", "plan.toml 没有写明 title"),
        (reading.PLAN, "[quotas]", "[quotas", "plan.toml 第6行写法有误"),
        (reading.PLAN, "on = 2026-11-24", "on = 2026-11-24T10:00:00", "plan.toml 没有写明 on，或者写法不对"),
        (reading.PLAN, "C = 3", "C = inf", "plan.toml 的 weights的“inf”不是可用的数字"),
        (reading.PLAN, '[weights."风险等级"]\nA = 1\nC = 3', "[weights]\nA = 1", "weights 应当按栏目写"),
        (
            reading.OBJECTS,
            "领域\no0,企业0,高,A,食品",
            "权重\no0,企业0,高,A,nan",
            "objects.csv 第2行的“nan”不是可用的数字",
        ),
        (
            reading.OBJECTS,
            "领域\no0,企业0,高,A,食品",
            "权重\no0,企业0,高,A,1e99",
            "objects.csv 第2行的“1e99”不是可用的",
        ),
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
        files.published_first(folder, "ab" * 32, "cd" * 32)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (reading.OBJECTS, "编号".encode("gbk"), "读不了 objects.csv：第1个字节起不是UTF-8编码"),
        (reading.PLAN, "标题".encode("utf-16"), "读不了 plan.toml：第1个字节起不是UTF-8编码"),
        (reading.OFFICERS, b'"' + b"x" * 200_000, "officers.csv 不是逗号分隔的表格"),
        (reading.OFFICERS, b"", "officers.csv 缺少栏目：证号、姓名、有效期至"),
        (reading.OFFICERS, None, "读不了 officers.csv：这是目录，不是文件"),
    ],
)
def test_a_file_that_is_no_table_commits_to_nothing(folder: Path, name: str, content: bytes | None, told: str) -> None:
    (folder / name).unlink()
    (folder / name).mkdir() if content is None else (folder / name).write_bytes(content)
    assert told in str(yifa("commit", str(folder)).exception)
    assert {path.name for path in folder.iterdir()} == {reading.OBJECTS, reading.OFFICERS, reading.PLAN}


def test_a_commitment_that_was_broken_off_is_told_apart_from_a_finished_one(folder: Path) -> None:
    (folder / "secret.txt").write_text("ab", encoding="ascii")
    (folder / "public.part").mkdir()
    told = str(yifa("commit", str(folder)).exception)
    assert "没有完成的承诺（secret.txt、public.part）" in told


@pytest.mark.parametrize("written", ["", "乱", "{}", "[]", '{"files": 5, "secret_sm3": 1, "pools_sm3": 2}'])
def test_a_spoilt_commitment_or_secret_is_refused(folder: Path, written: str) -> None:
    assert yifa("commit", str(folder)).exit_code == 0
    kept = (folder / "public" / files.COMMITMENT).read_bytes()
    (folder / "public" / files.COMMITMENT).write_text(written, encoding="utf-8")
    assert "不完整" in str(yifa("run", str(folder), "--public", "1").exception)
    (folder / "public" / files.COMMITMENT).write_bytes(kept)
    (folder / "secret.txt").write_text(written, encoding="utf-8")
    assert "密值与承诺不符" in str(yifa("run", str(folder), "--public", "1").exception)
    assert not (folder / "public" / files.RESULT).exists()


@pytest.mark.parametrize("written", ["x", "[1]", "{}", '{"secret": 1, "public": 2, "drawn": [[]]}'])
def test_a_spoilt_result_is_refused(folder: Path, written: str) -> None:
    public = done(folder)
    (public / files.RESULT).write_text(written, encoding="utf-8")
    assert "不完整" in str(yifa("check", str(public)).exception)
