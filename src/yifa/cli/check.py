"""`yifa check`: drafts of normative documents, decisions and contracts."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from yifa.cli.law import DAY
from yifa.errors import YifaError

if TYPE_CHECKING:
    from yifa.check.files import Checked, Task

KINDS = {"normative": "规范性文件", "decision": "决策文件", "contract": "合同", "report": "报告"}


@click.command(
    name="check",
    help="检查草案（txt、html、docx 文件或者文件夹）：引用是否有效、有没有越权设定、程序和用语是否规范，"
    "逐条给出位置、依据和建议。同一文件夹里的 名称.meta.json 是元数据，名称.waivers.json 是已经豁免的意见。"
    "退出码：0 通过，1 有达到 --fail-on 程度的意见，2 有文件读不了或者参数有误。",
)
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--kind", type=click.Choice(list(KINDS)), help="文件种类：" + "，".join(f"{k} {v}" for k, v in KINDS.items()) + "。"
)
@click.option("--at", type=DAY, metavar="日期", help="按哪一天有效的法律核对（年-月-日），默认看元数据，再默认今天。")
@click.option("--place", type=click.Path(path_type=Path, dir_okay=False), help="本地规则设置（yaml）。")
@click.option("--json", "as_json", is_flag=True, help="在屏幕上输出 JSON。")
@click.option("--jsonl", type=click.Path(path_type=Path, dir_okay=False), help="把 JSON 行写入这个文件。")
@click.option("--sarif", "sarif_to", type=click.Path(path_type=Path, dir_okay=False), help="把 SARIF 写入这个文件。")
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "info", "never"]), default="error", show_default=True,
    help="有这个程度或者更重的意见时退出码为 1：error 错误，warning 提醒，info 参考，never 不因意见失败。",
)  # fmt: skip
def command(
    *, files: tuple[Path, ...], kind: str | None, at: date | None, place: Path | None, as_json: bool,
    jsonl: Path | None, sarif_to: Path | None, fail_on: str,
) -> None:  # fmt: skip
    """Check every file, go on after those that cannot be read, and end with what was found."""
    from yifa.check import DraftKind, read_place
    from yifa.check.files import Task, expand
    from yifa.check.output import rows, sarif, text_of

    paths = list(expand(files))
    if not paths:
        raise YifaError("没有可检查的文件：所给文件夹里没有 txt、html、docx 文件。请检查路径。")
    if place:
        read_place(place)  # so that a fault in it is told once, not for every file
    results = _run(paths, Task(date.today(), at, DraftKind(kind) if kind else None, place))
    told = [row for one in results for row in rows(one)]
    if jsonl:
        _write(jsonl, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in told))
    if sarif_to:
        _write(sarif_to, json.dumps(sarif(results), ensure_ascii=False, indent=1))
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    elif not (jsonl or sarif_to):
        click.echo(
            "\n".join(text_of(one) for one in results if not one.error), nl=any(not one.error for one in results)
        )
    sys.exit(_exit_code(results, fail_on))


def _run(paths: list[Path], task: Task) -> list[Checked]:
    """Check all, with a line of progress when there are several and somebody watches."""
    from yifa.check.files import check_files

    results, watched = [], len(paths) > 1 and sys.stderr.isatty()
    for number, one in enumerate(check_files(paths, task), 1):
        if watched:
            _progress(sys.stderr, number, len(paths))
        if one.error:
            click.echo(f"{chr(10) if watched else ''}错误：{one.error}", err=True)
        results.append(one)
    if len(paths) > 1:
        failed = sum(bool(one.error) for one in results)
        click.echo(f"{chr(10) if watched else ''}已检查 {len(paths) - failed} 份，读不了 {failed} 份。", err=True)
    return results


def _progress(stream: IO[str], number: int, total: int) -> None:
    if number == total or number % 10 == 0:
        click.echo(f"\r正在检查 {number}/{total}", nl=False, file=stream)


def _write(path: Path, content: str) -> None:
    """Write so that the file appears under its name only when it is complete."""
    partial = path.with_name(path.name + ".part")
    try:
        partial.write_text(content, encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise YifaError(f"无法写入“{path}”：{error.strerror}。请换一个可写的位置。") from error


def _exit_code(results: list[Checked], fail_on: str) -> int:
    from yifa.check import Severity

    if any(one.error for one in results):
        return 2
    if fail_on == "never":
        return 0
    limit = Severity(fail_on).rank
    return int(any(f.severity.rank <= limit and not f.waived for one in results for f in one.findings))
