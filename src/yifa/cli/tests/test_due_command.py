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
    ("--from 2025-01-24 --days 5 --restart 2025-01-20", "restart早于起算之日2025-01-24"),
    ("--by 2025-01-24 --days 5", "days不能与 by 同用"),
    ("--before 2025-01-24 --days 5 --suspend 2025-01-01..2025-01-03", "suspend不能与 before 同用"),
    ("--from 2025-01-24 --days 5 --exclusive", "exclusive不能与 from 同用"),
    ("--from 2025-01-24 --days 5 --lenient", "lenient不能与 from 同用"),
    ("--from 2025-01-24 --days 5 --from-minute", "from_minute 只用于按小时的期间"),
    ("--from 2025-01-24 --days 5 --event 受理=2025-01-24", "--event、--data、--on 要同 --limit 一起用"),
    ("--from 2025-01-24 --days 5 --jsonl a.jsonl", "--jsonl 不能与其他期限选项同用"),
    ("--limit x.y --event 受理=2025-01-24 --data 延长=5", "--data“延长=5”应当写成 环节.栏目=内容"),
    ("--from 2058-12-01 --days 900 --provisional", "推算也只到2060年"),
    ("--from 0001-01-01 --days 3", "本系统的放假安排自2004年起"),
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


DECLARED = [
    ("criminal_referral.transfer_in_time", "批准移送=2025-03-14 16:20", "", "2025-03-15T16:20:00"),
    ("criminal_referral.transfer_in_time", "批准移送=2024-09-30T17:00", "", "2024-10-01T17:00:00"),
    ("coercive_measure.ratify_in_time", "当场紧急实施=2025-10-01 22:10", "", "2025-10-02T22:10:00"),
    ("coercive_measure.seal_term", "实施查封、扣押=2025-03-03", "", "2025-04-02"),
    ("coercive_measure.seal_term", "实施查封、扣押=2024-01-31;决定延长=2024-02-20",
     "决定延长.延长日数=30", "2024-03-31"),
    ("coercive_measure.seal_term", "实施查封、扣押=2025-03-03;决定延长=2025-03-28", "决定延长.days=10", "2025-04-12"),
    ("reconsideration.conclude", "受理=2025-03-17;延长审理期限=2025-05-10", "", "2025-06-16"),
    ("reconsideration.conclude", "受理=2025-03-17;延长审理期限=2025-05-10", "延长审理期限.延长天数=20", "2025-06-05"),
    ("reconsideration.supplement", "申请人收到补正通知=2025-02-10;延长补正期限=2025-02-20",
     "延长补正期限.延长至=2025-03-10", "2025-03-10"),
    ("reconsideration.protection", "行政行为作出日=2021-02-28", "on 2026-01-05", "2026-02-28"),
]  # fmt: skip


@pytest.mark.parametrize(("limit", "events", "told", "ends"), DECLARED)
def test_a_declared_limit_takes_times_of_day_and_what_a_step_was_told(
    run, limit: str, events: str, told: str, ends: str
) -> None:
    options = [part for event in events.split(";") for part in ("--event", event)]
    options += ["--on", told[3:]] if told.startswith("on ") else ["--data", told] if told else []
    assert json.loads(run("--limit", limit, *options, "--json").stdout)["due"] == ends
    row = {"limit": limit, "events": dict(event.split("=") for event in events.split(";"))}
    if told.startswith("on "):
        row["on"] = told[3:]
    elif told:
        place, value = told.split("=")
        row["data"] = {place.split(".")[0]: {place.split(".")[1]: value}}
    line = json.dumps(row, ensure_ascii=False).encode()
    assert json.loads(run("--jsonl", "-", given=line).stdout)["due"] == ends


DECLARED_REFUSALS = [
    ("criminal_referral.transfer_in_time", "批准移送=2025-03-14", "", "“批准移送”要写明几点几分"),
    ("reconsideration.conclude", "受理=2025-03-17 10:00", "", "事件“受理”只写日期，不写时刻"),
    ("reconsideration.conclude", "受理=2025-03-17 25:00", "", "不是真实的时刻"),
    ("reconsideration.conclude", "受理=2025-03-17;中止=2025-04-10", "", "要写环节的全名，如：.*中止（申请人死亡"),
    ("coercive_measure.seal_term", "实施查封、扣押=2025-03-03;决定延长=2025-03-28", "", "“决定延长”没有写明延长日数"),
    ("coercive_measure.seal_term", "实施查封、扣押=2025-03-03;决定延长=2025-03-28", "决定延长.延长日数=三十",
     "“决定延长”的“延长日数”应当是正整数"),
    ("reconsideration.conclude", "受理=2025-03-17;延长审理期限=2025-05-10", "延长审理期限.天数=20",
     "“延长审理期限”没有“天数”这一栏，有的是：.*延长天数"),
    ("reconsideration.conclude", "受理=2025-03-17;延长审理期限=2025-05-10", "延长审理期限.延长天数=40", "最多30"),
    ("contract_obligation.keep_date", "约定日期的起算=2026-12-22", "", "案件还没有写明“约定日期”，无法计算，请补上"),
    ("reconsideration.protection", "行政行为作出日=2021-02-28", "", "可以用 --on.*2024-01-01"),
]  # fmt: skip


@pytest.mark.parametrize(("limit", "events", "told", "message"), DECLARED_REFUSALS)
def test_a_declared_limit_says_what_it_still_needs(run, limit: str, events: str, told: str, message: str) -> None:
    options = [part for event in events.split(";") for part in ("--event", event)]
    with pytest.raises(YifaError, match=message):
        run("--limit", limit, *options, *(["--data", told] if told else []))


BAD_DECLARED_LINES = [
    ('{"limit": "", "events": {"受理": "2025-03-17"}}', "limit应当是期限的代码"),
    ('{"limit": 5, "events": {"受理": "2025-03-17"}}', "limit应当是期限的代码"),
    ('{"limit": "reconsideration.conclude", "events": {"受理": "2025-03-17"}, "data": [1]}', "data应当写成"),
    ('{"limit": "reconsideration.conclude", "events": {"受理": []}}', "没有给出任何事件日期"),
    ('{"limit": "reconsideration.conclude", "events": {"受理": null}}', "事件“受理”的日期应当写成"),
    ('{"from": "2025-01-24", "days": 3, "from": "2025-01-25"}', "“from”写了两次"),
    ('{"from": "2025-01-24", "days": 3, "label": {"a": 1}}', "label应当是文字"),
]


@pytest.mark.parametrize(("line", "message"), BAD_DECLARED_LINES)
def test_a_line_that_cannot_be_meant_is_refused(run, line: str, message: str) -> None:
    result = run("--jsonl", "-", given=line.encode())
    assert result.exit_code == 2
    assert message in json.loads(result.stdout)["error"]


def test_a_file_without_requests_and_one_in_which_all_are_wrong_end_with_2(run, tmp_path: Path) -> None:
    (tmp_path / "空.jsonl").write_text("\n\n", "utf-8")
    with pytest.raises(YifaError, match="里没有请求"):
        run("--jsonl", str(tmp_path / "空.jsonl"))
    assert run("--jsonl", "-", given="依据".encode("gbk")).exit_code == 2


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
