"""The command line itself: how a mistake, a full disk, a closed pipe and a missing database are told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from yifa.cli._help import ChineseHelp

RUN = "from yifa.cli import main; main()"


def yifa(*arguments: str, home: Path, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own, with an empty data folder."""
    environment = os.environ | {"YIFA_HOME": str(home), "DATABASE_URL": ""}
    environment.pop("DATABASE_URL")
    return subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        env=environment, stdout=stdout, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
    )  # fmt: skip


MISTAKES = [
    (["nosuch"], "没有“nosuch”这个命令。用法见：yifa --help"),
    (["due", "--nosuch"], "没有 --nosuch 这个选项。用法见：yifa due --help"),
    (["limits", "--jso"], "没有 --jso 这个选项，是不是 --json？用法见：yifa limits --help"),
    (["due", "--days", "x"], "选项 --days：“x”不是整数。"),
    (["due", "extra"], "多写了“extra”。"),
    (["due", "--from"], "选项 --from 后面没有写内容。"),
    (["limits", "--json=3"], "选项 --json 后面不写内容。"),
    (["calendar", "show"], "没有写明“年份”。"),
    (["calendar", "show", "abc"], "“年份”：“abc”不是整数。"),
    (["calendar", "show", "9999"], "“年份”：9999不在1949至2100之间。"),
    (
        ["check", "a.txt", "--kind", "foo"],
        "选项 --kind：不能写“foo”，可以写的有：normative、decision、contract、report。",
    ),
    (["check", "a.txt", "--place", "."], "选项 --place：“.”是文件夹，这里要的是文件。"),
    (["merge", "没有.csv"], "“计划检查.csv”：“没有.csv”不存在，请检查路径。"),
    (["draw", "check", "没有"], "“文件夹”：“没有”不存在，请检查路径。"),
    (["cite", "a.txt", "--at", "2026-02-30"], "“2026-02-30”不是日期，请写成 2026-08-01 的样子。"),
]


@pytest.mark.parametrize(("arguments", "told"), MISTAKES, ids=[" ".join(row[0]) for row in MISTAKES])
def test_a_mistake_on_the_command_line_is_told_in_one_chinese_line(
    arguments: list[str], told: str, tmp_path: Path
) -> None:
    run = yifa(*arguments, home=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(f"错误：{told}")
    assert run.stderr.count("\n") == 1


def test_help_pages_are_chinese_and_every_command_has_its_line(tmp_path: Path) -> None:
    page = yifa("--help", home=tmp_path).stdout
    assert page.startswith("用法：yifa [选项] 命令 …")
    assert "Options" not in page
    assert "Show" not in page
    listed = [line.split(maxsplit=1) for line in page.partition("命令：\n")[2].splitlines() if line[2] != " "]
    assert len(listed) > 15
    assert all(len(line) == 2 and len(line[1]) > 5 and "..." not in line[1] for line in listed)
    assert "[默认：4，1至20]" in yifa("merge", "--help", home=tmp_path).stdout
    nothing = yifa(home=tmp_path)
    assert nothing.returncode == 2
    assert "期限试算" in nothing.stderr


def test_the_columns_of_help_stand_under_each_other_as_they_are_seen() -> None:
    page = ChineseHelp(width=40)
    page.write_dl([("--jsonl 文件", "把 JSON 行写入这个文件，每行一个对象，另有说明。"), ("--quiet", "显示本说明。")])
    page.write_text("第一段有些长，要折成两行才放得下，不会超出，也不从标点开始。\n\n\b\n例：\n  照原样")
    assert page.getvalue().splitlines() == [
        "--jsonl 文件  把 JSON 行写入这个文件，每",
        "              行一个对象，另有说明。",
        "--quiet       显示本说明。",
        "第一段有些长，要折成两行才放得下，不会超",
        "出，也不从标点开始。",
        "",
        "例：",
        "  照原样",
    ]


@pytest.mark.parametrize("arguments", [["limits"], ["calendar", "show", "2026"], ["--help"]], ids=" ".join)
def test_a_reader_that_stops_early_ends_the_command_without_a_word(arguments: list[str], tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    run = yifa(*arguments, home=tmp_path, stdout=writing)
    os.close(writing)
    assert (run.returncode, run.stderr) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="本机没有 /dev/full")
def test_a_full_disk_is_told_and_ends_with_2(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        run = yifa("limits", home=tmp_path, stdout=full.fileno())
    assert run.stderr == "错误：读写结果时出错：磁盘已满。请排除原因后重试。\n"
    assert run.returncode == 2


@pytest.mark.parametrize(
    "arguments", [["verify"], ["register", "export", "law_publicity", "a.csv"], ["watch"]], ids=" ".join
)
def test_commands_that_need_the_database_say_how_to_make_it(arguments: list[str], tmp_path: Path) -> None:
    run = yifa(*arguments, home=tmp_path)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr
    assert "数据库还没有建好。请先运行 make demo" in run.stderr
