"""`yifa check`: drafts of normative documents, decisions and contracts."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

import click

from yifa.cli.law import DAY
from yifa.errors import YifaError, os_reason

if TYPE_CHECKING:
    from yifa.check.files import Checked, Job, Task

INTERRUPTED: Final = 130
KINDS: Final = {"normative": "规范性文件", "decision": "决策文件", "contract": "合同", "report": "报告"}


@click.command(
    name="check",
    help="检查草案（docx、pdf、html、txt、md，装有 LibreOffice 的还有 doc、wps、rtf；文件或者文件夹）："
    "引用是否有效、有没有越权设定、程序和用语是否规范，"
    "逐条给出位置、依据和建议。同一文件夹里的 名称.meta.json 是元数据，名称.waivers.json 是已经豁免的意见。"
    "退出码：0 通过，1 有达到 --fail-on 程度的意见，2 有文件读不了、规则出错或者参数有误，130 被中断。",
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
    "--docx",
    type=click.Path(path_type=Path),
    help="写出带批注的 Word 文档：检查一个文件时是文件名，检查文件夹时是文件夹名。docx 的其余内容原样不动。",
)
@click.option("--fix", is_flag=True, help="在带批注的文档里用修订改好有把握的错误（同 --docx 一起用）。")
@click.option("--quote", is_flag=True, help="列出意见所在句子引用的条文（先用 yifa law import 导入法律文本）。")
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "info", "never"]), default="error", show_default=True,
    help="有这个程度或者更重的意见时退出码为 1：error 错误，warning 提醒，info 参考，never 不因意见失败。",
)  # fmt: skip
def command(
    *, files: tuple[Path, ...], kind: str | None, at: date | None, place: Path | None, as_json: bool,
    jsonl: Path | None, sarif_to: Path | None, docx: Path | None, fix: bool, quote: bool, fail_on: str,
) -> None:  # fmt: skip
    """Check every file, go on after those that cannot be read, and end with what was found."""
    from yifa.check import DraftKind, read_place
    from yifa.check.files import Task, jobs
    from yifa.law.library import default_path
    from yifa.law.local import index_with

    if fix and docx is None:
        raise YifaError("--fix 要同 --docx 一起用：改好的地方写在 --docx 指定的文档里，原文件不动。")
    library = default_path() if default_path().is_file() else None
    if quote and library is None:
        raise YifaError("不能列出条文：没有导入过法律文本。请先运行：yifa law import 法律文件夹")
    index_with(library)  # so that a fault in it is told once, not for every file
    todo = jobs(files, docx)
    if not todo:
        raise YifaError("没有可检查的文件：所给文件夹里没有 docx、pdf、html、txt、doc、wps、rtf 文件。请检查路径。")
    if place:
        read_place(place)  # so that a fault in it is told once, not for every file
    day = date.today()
    task = Task(day, at, DraftKind(kind) if kind else None, place, library, fix, quote)
    told = _Told(as_json, jsonl, sarif_to, fail_on, many=len(todo) > 1)
    try:
        told.run(todo, task)
    except KeyboardInterrupt:
        told.drop()
        click.echo(
            f"\n已中断：检查了 {told.count} 份，还有 {len(todo) - told.count} 份没有检查；没有写出结果文件。", err=True
        )
        sys.exit(INTERRUPTED)
    except BaseException:
        told.drop()
        raise
    sys.exit(told.finish())


class _Told:
    """What is told of a run while it goes on, so that thousands of files need no more memory than one."""

    def __init__(self, as_json: bool, jsonl: Path | None, sarif_to: Path | None, fail_on: str, many: bool) -> None:
        self.as_json, self.jsonl, self.sarif_to, self.fail_on, self.many = as_json, jsonl, sarif_to, fail_on, many
        self.on_screen = not (as_json or jsonl or sarif_to)
        self.watched = many and sys.stderr.isatty()
        self.lines = _opened(jsonl) if jsonl else None
        self.rows: list[dict[str, Any]] = []
        self.kept: list[Checked] = []
        self.count = self.unread = self.failing = self.defective = 0

    def run(self, todo: Sequence[Job], task: Task) -> None:
        """Check all and tell of each as it comes."""
        from yifa.check.running import check_files

        for one in check_files(todo, task):
            self.count += 1
            self._take(one)
            if self.watched and (self.count % 10 == 0 or self.count == len(todo)):
                click.echo(f"\r正在检查 {self.count}/{len(todo)}", nl=False, err=True)

    def _take(self, one: Checked) -> None:
        from yifa.check.output import rows, text_of, troubles_of

        for trouble in troubles_of(one):
            click.echo(f"{chr(10) if self.watched else ''}{trouble}", err=True)
        self.unread += bool(one.error)
        self.defective += bool(one.defects)
        self.failing += self._fails(one)
        found = rows(one) if self.as_json or self.lines else []
        if self.lines:
            self.lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
        if self.as_json:
            self.rows += found
        if self.sarif_to:
            self.kept.append(one)
        if self.on_screen and not one.error:
            click.echo(text_of(one))

    def _fails(self, one: Checked) -> bool:
        from yifa.check import Severity

        if self.fail_on == "never":
            return False
        limit = Severity(self.fail_on).rank
        return any(finding.severity.rank <= limit and not finding.waived for finding in one.findings)

    def finish(self) -> int:
        """Write what is written at the end, say how it went, and give the exit code."""
        from yifa.check.output import sarif

        if self.lines and self.jsonl:
            self.lines.close()
            _partial(self.jsonl).replace(self.jsonl)
        if self.sarif_to:
            with _opened(self.sarif_to) as stream:
                json.dump(sarif(self.kept), stream, ensure_ascii=False, indent=1)
            _partial(self.sarif_to).replace(self.sarif_to)
        if self.as_json:
            click.echo(json.dumps(self.rows, ensure_ascii=False, indent=1))
        if self.many:
            defects = f"，有规则出错的 {self.defective} 份" if self.defective else ""
            summary = f"已检查 {self.count - self.unread} 份，读不了 {self.unread} 份{defects}。"
            click.echo(f"{chr(10) if self.watched else ''}{summary}", err=True)
        return 2 if self.unread or self.defective else int(self.failing > 0)

    def drop(self) -> None:
        """Leave no half-written file behind."""
        if self.lines and self.jsonl:
            self.lines.close()
            _partial(self.jsonl).unlink(missing_ok=True)


def _partial(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _opened(path: Path) -> TextIO:
    """A file beside the one that is wanted, which takes its name when it is complete."""
    try:
        return _partial(path).open("w", encoding="utf-8")
    except OSError as error:
        raise YifaError(f"无法写入“{path}”：{os_reason(error)}。请换一个可写的位置。") from error
