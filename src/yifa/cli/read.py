"""`yifa read`: published annual reports into facts, figures and findings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import click

from yifa.errors import YifaError, os_reason


@click.command(
    name="read",
    help="阅读已公布的法治政府建设年度报告（txt、html、docx、pdf、doc、wps 文件或文件夹），"
    "列出基本事实、各项数字和前后不一致之处。"
    "退出码：0 全部读完，1 部分文件读不了，2 一份也没读成。",
)
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="在屏幕上输出 JSON 行，代替中文摘要。")
@click.option("--jsonl", type=click.Path(path_type=Path, dir_okay=False), help="把 JSON 行写入这个文件。")
def command(files: tuple[Path, ...], as_json: bool, jsonl: Path | None) -> None:
    """Read every file, go on after those that cannot be read, and say at the end which they were."""
    paths = list(_expand(files))
    if not paths:
        raise YifaError("没有可读的文件：所给文件夹里没有 txt、html、docx、pdf、doc、wps 文件。请检查路径。")
    with _output(jsonl) as target:
        failed = _read_all(paths, as_json, target)
    if failed:
        sys.exit(2 if failed == len(paths) else 1)


def _expand(files: tuple[Path, ...]) -> Iterator[Path]:
    from yifa.text import SUFFIXES

    for path in files:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        else:
            yield path


class _output:  # noqa: N801 - reads as a statement
    """A file that appears under its name only when everything has been written to it."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.partial = path.with_name(path.name + ".part") if path else None
        self.stream: IO[str] | None = None

    def __enter__(self) -> IO[str] | None:
        if self.partial:
            try:
                self.stream = self.partial.open("w", encoding="utf-8")
            except OSError as error:
                raise YifaError(f"无法写入“{self.path}”：{os_reason(error)}。请换一个可写的位置。") from error
        return self.stream

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self.stream and self.partial and self.path:
            self.stream.close()
            if kind is None:
                self.partial.replace(self.path)
            else:
                self.partial.unlink(missing_ok=True)


def _read_all(paths: list[Path], as_json: bool, target: IO[str] | None) -> int:
    """The number of files that could not be read."""
    from yifa.reader import json_lines, read_file
    from yifa.reader.summary import summary

    failed = 0
    for number, path in enumerate(paths, 1):
        if len(paths) > 1 and sys.stderr.isatty():
            click.echo(f"\r正在阅读 {number}/{len(paths)} {path.name[:40]:<40}", nl=False, err=True)
        try:
            reading = read_file(path)
        except YifaError as error:
            failed += 1
            click.echo(f"{'' if len(paths) == 1 else chr(10)}错误：{error}", err=True)
            continue
        if target:
            target.write(json_lines(reading))
        if as_json:
            click.echo(json_lines(reading), nl=False)
        elif not target:
            click.echo(summary(reading))
    if len(paths) > 1:
        click.echo(
            f"{chr(13) if sys.stderr.isatty() else ''}已读 {len(paths) - failed} 份，读不了 {failed} 份。", err=True
        )
    return failed
