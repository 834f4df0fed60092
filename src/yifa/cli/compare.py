"""`yifa compare`: two versions of a document by article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import click

from yifa.text.compare import Change, Kind, compare
from yifa.text.load import file_text

_MARKS: Final = {"=": ("", ""), "-": ("[删：", "]"), "+": ("[增：", "]")}


@click.command(help="按条对照同一文件的两个版本（txt、md、html、docx）：修改、新增、删除、条序变动，逐字标明。")
@click.argument("old", metavar="旧版", type=click.Path(path_type=Path))
@click.argument("new", metavar="新版", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(old: Path, new: Path, as_json: bool) -> None:
    """Print what changed, article by article."""
    found = compare(file_text(old), file_text(new))
    if as_json:
        click.echo(json.dumps(found.plain(), ensure_ascii=False, indent=1))
        return
    click.echo(found.summary())
    for change in found.changes:
        if change.kind is not Kind.SAME or change.renumbered or change.moved:
            click.echo(f"\n{change.label}")
            if change.kind is not Kind.SAME:
                click.echo("  " + "".join(_marked(change)).replace("\n", "\n  "))


def _marked(change: Change) -> list[str]:
    return [f"{_MARKS[piece.mark][0]}{piece.text}{_MARKS[piece.mark][1]}" for piece in change.pieces]
