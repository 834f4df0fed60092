"""`yifa due` as a clerk and as a program use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from yifa.cli.due import command
from yifa.errors import YifaError


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("YIFA_HOME", str(tmp_path))

    def invoke(*args: str, given: bytes | None = None) -> Result:
        result = CliRunner().invoke(command, args, input=given)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


ANSWERS = [
    ("--from 2025-01-24 --working-days 5", "2025-02-07"),
    ("--from 2024-08-02 --days 60", "2024-10-08"),
    ("--from 2024-08-02 --days 60 --strict", "2024-10-01"),
    ("--from 2024-08-02 --days 60 --extend 30d", "2024-10-31"),
    ("--from 2024-08-02 --days 60 --extend 30日", "2024-10-31"),
    ("--from 2025-01-13 --working-days 20 --extend 10wd", "2025-02-28"),
    ("--from 2025-03-17 --days 60 --suspend 2025-04-10..2025-05-12", "2025-06-17"),
    ("--from 2025-03-17 --working-days 20 --exclude 2025-03-24..2025-04-11", "2025-05-06"),
    ("--from 2025-03-03 --working-days 20 --restart 2025-03-17", "2025-04-15"),
    ("--from 2024-08-31 --months 6", "2025-02-28"),
    ("--from 2024-02-29 --years 2", "2026-02-28"),
    ("--from 2025-03-14T16:20 --hours 24", "2025-03-15T17:00:00"),
    ("--from 2025-03-14T16:20 --hours 24 --from-minute", "2025-03-15T16:20:00"),
    ("--before 2025-02-14 --working-days 5", "2025-02-07"),
    ("--before 2025-02-14 --working-days 5 --lenient", "2025-02-08"),
    ("--by 2024-04-01 --exclusive", "2024-03-31"),
    ("--from 2026-12-30 --days 5 --provisional", "2027-01-04"),
    ("--from 2025-03-17 --days 60 --suspend 2025-04-10..", None),
]


@pytest.mark.parametrize(("line", "ends"), ANSWERS)
def test_a_limit_is_computed_from_the_options(run, line: str, ends: str | None) -> None:
    found = json.loads(run(*line.split(), "--json").stdout)
    assert found["due"] == ends
    assert found["explanation"]
    assert found["stopped"] is (ends is None)


def test_the_answer_in_words_gives_the_dates_and_the_steps(run) -> None:
    text = run("--from", "2024-08-02", "--days", "60", "--label", "受理").stdout
    assert text.startswith("届满日：2024-10-08（周二）\n  不顺延：2024-10-01（周二）；顺延：2024-10-08")
    assert "最迟办结：2024-09-30（周一）" in text
    assert "1. 2024-08-02（周五）受理，当日不计入" in text
    assert "（《民法典》第二百零三条第一款）" in text


REFUSALS = [
    ("--days 5", "一个也没有给"),
    ("--from 2025-01-24", "期间"),
    ("--from 2025-01-24 --days 5 --months 1", "现在给了days、months"),
    ("--from 2025-01-24 --before 2025-02-01 --days 5", "现在给了from、before"),
    ("--from 2025-02-30 --days 5", "from“2025-02-30”不是真实的日期"),
    ("--from 昨天 --days 5", "from应当写成 2025-01-24 的样子"),
    ("--from 2025-01-24 --days 0", "0日不是合理的期间"),
    ("--from 2025-01-24 --days 5 --suspend 2025-01-26", "suspend“2025-01-26”应当写成"),
    ("--from 2025-01-24 --days 5 --suspend 2025-01-26..2025-01-20", "早于开始日"),
    ("--from 2025-01-24 --days 5 --extend 三十日", "extend“三十日”应当写成 30d"),
    ("--from 2025-01-24 --hours 5", "几点几分"),
    ("--from 2026-12-30 --days 5", "没有2027年的放假安排"),
    ("--limit x.y", "没有给出事件"),
    ("--limit x.y --event 受理=2025-02-30", "事件“受理”的日期“2025-02-30”不是真实的日期"),
    ("--limit x.y --event 受理=2025-02-28 --days 5", "days不能与 limit 同用"),
    ("--jsonl 没有这个文件.jsonl", "打不开 没有这个文件.jsonl：文件不存在"),
]


@pytest.mark.parametrize(("line", "message"), REFUSALS)
def test_what_cannot_be_computed_is_refused_in_chinese(run, line: str, message: str) -> None:
    with pytest.raises(YifaError, match=message):
        run(*line.split())


def test_thousands_of_lines_are_answered_in_one_call(run) -> None:
    requests = [{"id": f"案{n}", "from": "2025-01-24", "days": n % 90 + 1} for n in range(3000)]
    given = "\n".join(json.dumps(request, ensure_ascii=False) for request in requests)
    result = run("--jsonl", "-", given=given.encode())
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [answer["id"] for answer in answers] == [request["id"] for request in requests]
    assert answers[13]["due"] == "2025-02-07"


BAD_LINES = b"""\xef\xbb\xbf{"from": "2025-01-24", "working_days": 5}

{"id": 7, "from": "2025-13-01", "days": 5}
not json
[1]
{"from": "2025-01-24", "day": 5}
{"from": "2025-01-24", "days": "5"}
{"from": "2025-01-24", "days": 5, "suspend": "2025-04-10"}
{"from": "2025-01-24", "days": 5, "strict": "yes"}
{"from": "2025-01-24", "days": 5, "label": "\xca\xdc\xc0\xed"}
{"from": "2024-08-02", "days": 60, "strict": true}
"""


def test_wrong_lines_are_reported_by_number_and_the_others_are_answered(run) -> None:
    result = run("--jsonl", "-", given=BAD_LINES)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [answer["line"] for answer in answers] == [1, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    assert (answers[0]["due"], answers[-1]["due"]) == ("2025-02-07", "2024-10-01")
    assert answers[1]["id"] == 7
    assert "第3行：不能计算：from“2025-13-01”不是真实的日期" in result.stderr
    assert "第4行：不能计算：这一行不是合法的 JSON" in result.stderr
    assert "第6行：不能计算：不认识的项目“day”" in result.stderr
    assert "第10行：不能计算：这一行不是UTF-8编码" in result.stderr
    assert "共有8行没有算出" in result.stderr


def test_half_a_character_in_a_line_does_not_break_the_rest(run) -> None:
    given = b'{"id": "\\ud83d", "from": "2025-01-24", "days": 5}\n' * 2
    assert run("--jsonl", "-", given=given).stdout.count('"due": "2025-02-05"') == 2


def test_a_year_entered_here_is_used(run, tmp_path: Path) -> None:
    (tmp_path / "calendars").mkdir()
    (tmp_path / "calendars" / "2027.yaml").write_text(
        "年份: 2027\n来源: 测试用假设\n放假:\n  元旦: 2027-01-01 至 2027-01-05\n", "utf-8"
    )
    found = json.loads(run("--from", "2026-12-30", "--days", "5", "--json").stdout)
    assert (found["due"], found["provisional"]) == ("2027-01-06", False)
