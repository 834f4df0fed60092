"""Whole readings: any text is read, records keep their form, the annotated reports are read as promised."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from yifa.cli.read import command
from yifa.errors import YifaError
from yifa.reader import json_lines, read_text

REPORT = "某县2024年法治政府建设情况报告\n一、工作\n（一）化解纠纷\n全年收到行政复议申请45件，办结29件。\n"
_WORDS = st.sampled_from(
    "2024年 45件 100% 由 下降到 其中 占 率 第3名 、 ， 。 \n 一、 （一） 一是 “ ” （ ） 《 》 | 余 约 万 分别为 "
    "行政复议 受理 合计 百余 同比增长 平方米 万元 １２ 1,590 — 至 结转 满意 没有".split(" ")
)
REPORTS = os.environ.get("YIFA_REPORTS_DIR")


@given(st.lists(_WORDS, max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_its_figures_lie_in_it_in_order(text: str) -> None:
    reading = read_text(text, "x")
    ends = [0]
    for figure in reading.figures:
        assert text[figure.start : figure.end] == figure.text
        assert figure.start >= ends[-1]
        ends.append(figure.end)
    ids = {f.id for f in reading.figures}
    for figure in reading.figures:
        assert {figure.of_which, figure.numerator, figure.denominator, figure.change_from} <= ids | {None}
    assert json_lines(reading) == json_lines(read_text(text, "x"))


def test_reading_needs_no_django() -> None:
    script = "import sys, yifa.reader, yifa.text; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_records_are_one_document_then_figures_then_findings() -> None:
    rows = [json.loads(line) for line in json_lines(read_text(REPORT, "某县.txt")).splitlines()]
    assert [r["type"] for r in rows] == ["document", "figure", "figure"]
    assert rows[1] | {"id": "f001", "text": "45件", "value": 45, "indicator": "reconsideration.received"} == rows[1]
    assert rows[0]["report_year"] == 2024


def test_a_text_as_long_as_a_library_is_refused() -> None:
    with pytest.raises(YifaError, match="不像一份年度报告"):
        read_text("某县2024年" * 100_000, "x")


@pytest.mark.parametrize(
    "body",
    [
        "办理案件12件、罚款3万元，" * 1200,
        "分别为" + "12件、" * 1200,
        "共办理9999件，其中" + "类别3件，" * 1200,
        "单位\t件数（件）\t金额（万元）\n" + "甲局\t12\t3.4\n" * 1200,
        "1" * 40000,
        "1 2 3 4 " * 5000,
        "满意率100%，" * 800,
    ],
    ids=["one paragraph", "one list", "parts", "table", "digits", "blanks", "rates"],
)
def test_text_like_no_report_is_read_within_seconds_all_the_same(body: str) -> None:
    started = time.monotonic()
    read_text(f"某县2024年法治政府建设情况报告\n一、规范行政执法\n{body}\n", "x")
    assert time.monotonic() - started < 20


def test_a_hundred_thousand_characters_are_read_within_seconds() -> None:
    started = time.monotonic()
    reading = read_text(REPORT + "全年收到行政复议申请45件，办结29件，办结率64.4%。\n" * 3500, "x")
    assert len(reading.figures) > 10_000
    assert time.monotonic() - started < 30


def test_the_command_prints_a_summary_that_a_clerk_understands(tmp_path: Path) -> None:
    (tmp_path / "某县.txt").write_text(REPORT, "utf-8")
    result = CliRunner().invoke(command, [str(tmp_path / "某县.txt")])
    assert result.exit_code == 0
    for words in ("报告年度：2024年", "45件　收到行政复议申请件数", "发文机关：某县人民政府（推定）"):
        assert words in result.output


def test_a_folder_is_read_past_its_broken_files(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(REPORT, "utf-8")
    (tmp_path / "乙.docx").write_bytes(b"PK\x03\x04 broken")
    out = tmp_path / "out.jsonl"
    result = CliRunner().invoke(command, [str(tmp_path), "--jsonl", str(out)])
    assert result.exit_code == 1
    assert "乙.docx" in result.output
    assert {json.loads(line)["file"] for line in out.read_text("utf-8").splitlines()} == {"甲.txt"}


def test_nothing_readable_ends_with_two_and_a_reason(tmp_path: Path) -> None:
    (tmp_path / "乙.docx").write_bytes(b"PK\x03\x04 broken")
    assert CliRunner().invoke(command, [str(tmp_path / "乙.docx")]).exit_code == 2
    empty = CliRunner().invoke(command, [str(tmp_path / "没有")])
    assert empty.exit_code == 2


@pytest.mark.skipif(not REPORTS, reason="set YIFA_REPORTS_DIR to the folder of annotated reports to measure the reader")
def test_the_annotated_reports_are_read_as_well_as_promised(tmp_path: Path) -> None:
    folder = Path(REPORTS or "")
    pred, scores = tmp_path / "pred.jsonl", tmp_path / "scores.json"
    files = sorted(str(p) for p in folder.glob("*.txt"))
    assert CliRunner().invoke(command, [*files, "--jsonl", str(pred)]).exit_code == 0
    scorer = [sys.executable, str(folder / "score_reader.py"), "--pred", str(pred), "--json", str(scores)]
    subprocess.run(scorer, check=True, capture_output=True)
    overall = json.loads(scores.read_text("utf-8"))["overall"]
    assert overall["figures"]["span"]["f1"] >= 0.98
    assert overall["figures"]["indicator"]["f1"] >= 0.90
    assert overall["consistency"]["f1"] >= 0.90
    assert overall["exclusions"]["false_positives"] <= 0.005 * overall["exclusions"]["excluded"]
