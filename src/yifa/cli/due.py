"""`yifa due`: any time limit, ad hoc or declared, one or thousands at a time."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

import click

from yifa.cli._declared import answer_declared
from yifa.clock import BadRequest, Calendar, Due
from yifa.clock.request import answer
from yifa.clock.words import named
from yifa.errors import YifaError, os_reason

HELP = """期限试算：算出届满日并逐步说明理由。

\b
例：
  yifa due --from 2025-01-24 --working-days 5
  yifa due --from 2025-03-17 --days 60 --suspend 2025-04-10..2025-05-12 --extend 30d
  yifa due --before 2025-02-14 --working-days 5
  yifa due --by 2024-04-01 --exclusive
  yifa due --limit reconsideration.conclude --event 受理=2025-03-17
  yifa due --limit criminal_referral.transfer_in_time --event "批准移送=2025-03-14 16:20"
  yifa due --jsonl 批量.jsonl > 结果.jsonl

日期写成 2025-01-24；中止、扣除写成 起..止，尚未结束的写成 起.. 。
"""


@click.command(help=HELP)
@click.option("--from", "from_", metavar="日期", help="起算事由发生之日（当日不计入）；按小时的写到分。")
@click.option("--before", metavar="日期", help="倒推：在这一天的若干日之前。")
@click.option("--by", metavar="日期", help="固定日期：每年某日之前完成，不顺延。")
@click.option("--days", type=int, metavar="N", help="自然日。")
@click.option("--working-days", type=int, metavar="N", help="工作日。")
@click.option("--months", type=int, metavar="N", help="月。")
@click.option("--years", type=int, metavar="N", help="年。")
@click.option("--hours", type=int, metavar="N", help="小时（自下一整点起算）。")
@click.option("--from-minute", is_flag=True, help="小时自该时刻起算（限制公权的期限）。")
@click.option("--roll/--strict", "roll", default=True, help="末日遇休息日顺延（默认）／不顺延。")
@click.option("--lenient", is_flag=True, help="倒推按宽松口径判定（默认净间隔）。")
@click.option("--exclusive", is_flag=True, help="固定日期不含当日（“4月1日之前”）。")
@click.option("--suspend", multiple=True, metavar="起..止", help="中止：中止当日起不计，恢复当日计入。")
@click.option("--exclude", multiple=True, metavar="起..止", help="不计入期限：次日起至结束当日不计。")
@click.option("--extend", multiple=True, metavar="30d", help="延长：30d、10wd、1m、1y，自不顺延的届满日起。")
@click.option("--restart", multiple=True, metavar="日期", help="重新起算之日。")
@click.option("--label", metavar="文字", help="起算事由，写入说明，如“收到申请”。")
@click.option("--limit", metavar="代码", help="已声明的期限（见 yifa limits）。")
@click.option("--event", multiple=True, metavar="环节=日期", help="与 --limit 同用，可多次。")
@click.option("--data", multiple=True, metavar="环节.栏目=内容", help="与 --limit 同用：环节写明的内容，如延长的日数。")
@click.option("--on", metavar="日期", help="与 --limit 同用：按哪一天的法律版本；默认由事件日期确定。")
@click.option("--jsonl", metavar="文件", help="批量：每行一个 JSON 请求；- 表示标准输入。")
@click.option("--provisional", is_flag=True, help="允许推算尚未公布放假安排的年份，结果标为暂定。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
def command(jsonl: str | None, provisional: bool, as_json: bool, **given: Any) -> None:
    """Compute one due date, or one for each line of a file."""
    calendar = Calendar.load([home() / "calendars"])
    request = _request(given)
    if jsonl:
        if request:
            raise BadRequest("--jsonl 不能与其他期限选项同用；每一行自己写明要算什么。")
        with opened(jsonl) as lines:
            answered, failed = answer_lines(lines, calendar, provisional)
        if not answered and not failed:
            raise BadRequest(f'{jsonl} 里没有请求。每行写一个 JSON，如 {{"from": "2025-01-24", "days": 5}}。')
        sys.exit(0 if not failed else 1 if answered else 2)
    if "limit" in request:
        show_declared(answer_declared(request, calendar, provisional), as_json)
        return
    if request.keys() & {"events", "data", "on"}:
        raise BadRequest("--event、--data、--on 要同 --limit 一起用。期限的代码见 yifa limits。")
    found = answer(request, calendar, allow_provisional=provisional)
    words = in_words(found, forward="from" in request)
    click.echo(_json(found.as_dict(), indent=2) if as_json else words)


def home() -> Path:
    """The folder of this installation: $YIFA_HOME, else ./var."""
    return Path(os.environ.get("YIFA_HOME") or "var")


def _request(given: Mapping[str, Any]) -> dict[str, Any]:
    """The options that were given, as a request in the form of a JSON line."""
    renamed = {"from_": "from"}
    request = {
        renamed.get(name, name): list(value) if isinstance(value, tuple) else value
        for name, value in given.items()
        if value is not None and value is not False and value != () and name not in ("roll", "event", "data")
    }
    if not given["roll"]:
        request["strict"] = True
    return request | _events(given["event"]) | _data(given["data"])


def _events(options: tuple[str, ...]) -> dict[str, Any]:
    pairs = [text.partition("=") for text in options]
    names = dict.fromkeys(name.strip() for name, _, _ in pairs)
    found = {name: [day for other, _, day in pairs if other.strip() == name] for name in names}
    return {"events": found} if found else {}


def _data(options: tuple[str, ...]) -> dict[str, Any]:
    found: dict[str, dict[str, str]] = {}
    for text in options:
        place, _, value = text.partition("=")
        step, dot, label = place.strip().rpartition(".")
        if not dot:
            raise BadRequest(f"--data“{text}”应当写成 环节.栏目=内容，如 延长审理期限.延长天数=20。")
        found.setdefault(step, {})[label] = value.strip()
    return {"data": found} if found else {}


def opened(name: str) -> AbstractContextManager[BinaryIO]:
    """The file of requests, `-` for standard input."""
    if name == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise YifaError(f"打不开 {name}：{os_reason(error)}。请核对文件名和权限。") from None


def answer_lines(lines: Iterable[bytes], calendar: Calendar, provisional: bool) -> tuple[int, int]:
    """Answer each line of JSON by a line of JSON; errors carry the line number.

    Returns how many lines were answered and how many failed.
    """
    answered = failed = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        result: dict[str, Any] = {"line": number}
        try:
            request = _line(line)
            if "id" in request:
                result["id"] = request.pop("id")
            result |= _answer(request, calendar, provisional)
            answered += 1
        except YifaError as error:
            failed += 1
            result["error"] = str(error)
            click.echo(f"第{number}行：{error}", err=True)
        click.echo(_json(result))
    if failed:
        click.echo(f"共有{failed}行没有算出，原因见上。", err=True)
    return answered, failed


def _answer(request: dict[str, Any], calendar: Calendar, provisional: bool) -> dict[str, Any]:
    if "limit" in request:
        return answer_declared(request, calendar, provisional)
    return answer(request, calendar, allow_provisional=provisional).as_dict()


def _line(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise BadRequest("这一行不是UTF-8编码，请把文件另存为UTF-8后再试。") from None
    except (ValueError, RecursionError):
        raise BadRequest("这一行不是合法的 JSON，请检查引号、逗号和花括号。") from None
    if not isinstance(found, dict):
        raise BadRequest('这一行应当是 {"from": …, "days": …} 的样子。')
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON; an entry written twice would be lost without a word."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise BadRequest(f"“{next(name for name in names if names.count(name) > 1)}”写了两次，请留下一个。")
    return found


def _json(value: object, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "backslashreplace").decode()  # a lone surrogate cannot be written


def in_words(found: Due, *, forward: bool) -> str:
    """A due date as a clerk reads it: the dates, then the steps."""
    days = found.judged, found.strict, found.rolled, found.warn_on
    return "\n".join([*_days(*days, provisional=found.provisional, forward=forward), "计算过程：", found.explain()])


def _days(
    judged: date | None, strict: date | None, rolled: date | None, warn_on: date | None, *,
    provisional: bool, forward: bool,
) -> Iterator[str]:  # fmt: skip
    """The day that judges, both readings of the last day where they differ, and the safe one."""
    if judged is None:
        yield "届满日：待恢复后确定（期限中止中）"
    else:
        yield f"届满日：{named(judged)}{'（暂定）' if provisional else ''}"
    if forward and strict and rolled and strict != rolled:
        yield f"  不顺延：{named(strict)}；顺延：{named(rolled)}"
    if warn_on and warn_on != judged:
        yield f"  最迟办结：{named(warn_on)}（末日或者此前最后一个工作日）"


def show_declared(result: Mapping[str, Any], as_json: bool) -> None:
    """Print what the kernel computed."""
    if as_json:
        click.echo(_json(result, indent=2))
        return
    click.echo(f"{result['label']}（{result['basis']}；{result['version']}起施行的规则）")
    days = (_read(result[name]) for name in ("due", "strict", "rolled", "warn_on"))
    for line in _days(*days, provisional=result["provisional"], forward=result["before"] is None):
        click.echo(line)
    if ended := _read(result["ended_on"]):
        click.echo(f"  {named(ended)}{_state(result['state'])}")
    click.echo("计算过程：")
    for number, step in enumerate(result["explanation"], 1):
        basis = f"（{step['basis']}）" if step["basis"] else ""
        click.echo(f"{number}. {step['text']}。{basis}")


def _read(day: str | None) -> date | None:
    if day is None:
        return None
    return datetime.fromisoformat(day) if "T" in day else date.fromisoformat(day)


def _state(name: str) -> str:
    from yifa.kernel.clocks import LABELS, State

    return LABELS[State(name)]
