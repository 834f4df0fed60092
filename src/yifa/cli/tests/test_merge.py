"""`yifa merge` from a table to proposals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from yifa.cli.merge import command
from yifa.errors import YifaError

HEAD = "编号,检查对象,机关,起始月,截止月,人日\n"


def test_visits_that_overlap_become_one_entry(tmp_path: Path) -> None:
    file = tmp_path / "计划.csv"
    file.write_text(f"{HEAD}1,某酒店,消防大队,3,5,2\n2,某酒店,市监局,5,8,1.5\n", encoding="utf-8")
    told = json.loads(CliRunner().invoke(command, [str(file), "--json"], catch_exceptions=False).output)
    assert (told["visits"], told["entries"], told["bound"]) == (2, 1, 1)
    assert told["joint"] == [
        {"检查对象": "某酒店", "月": 5, "机关": ["市监局", "消防大队"], "编号": ["2", "1"]}
    ] or told["joint"] == [{"检查对象": "某酒店", "月": 5, "机关": ["市监局", "消防大队"], "编号": ["1", "2"]}]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{HEAD}1,某酒店,消防大队,13,5,2\n", "第2行的“起始月”写的是“13”"),
        (f"{HEAD}1,某酒店,消防大队,3,5,两天\n", "第2行的“人日”"),
        (f"{HEAD}1,某酒店,消防大队,3,5,nan\n", "第2行的“人日”写的是“nan”"),
        (f"{HEAD}1,某酒店,消防大队,3,5,0.25\n", "最多一位小数"),
        (f"{HEAD}1,某酒店,消防大队,3,5,1\n1,某酒店,市监局,3,5,1\n", "“1”重复"),
        ('"' + "x" * 200_000, "不是逗号分隔的表格"),
        (f"{HEAD}1,,消防大队,3,5,2\n", "第2行没有填写“检查对象”"),
        ("编号,机关\n1,消防大队\n", "缺少列“检查对象、起始月、截止月、人日”"),
        (f"{HEAD}1,某酒店,消防大队,6,5,2\n", "早于起始月"),
    ],
)
def test_a_table_with_a_fault_is_refused_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "计划.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(YifaError, match=words):
        CliRunner().invoke(command, [str(file)], catch_exceptions=False)


def test_working_days_written_twice_for_a_month_are_refused(tmp_path: Path) -> None:
    (tmp_path / "计划.csv").write_text(f"{HEAD}1,某酒店,消防大队,3,5,2\n", encoding="utf-8")
    (tmp_path / "人日.csv").write_text("机关,月,人日\n消防大队,3,5\n消防大队,3,6\n", encoding="utf-8")
    arguments = [str(tmp_path / "计划.csv"), "--days", str(tmp_path / "人日.csv")]
    with pytest.raises(YifaError, match="第3行的消防大队3月前面已经写过"):
        CliRunner().invoke(command, arguments, catch_exceptions=False)
