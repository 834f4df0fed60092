"""`yifa compare`: two versions of a document by article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import click

from yifa.text.compare import Change, Comparison, Kind, compare
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
        click.echo(json.dumps(plain(found), ensure_ascii=False, indent=1))
        return
    click.echo(found.summary())
    for change in found.changes:
        if change.kind is not Kind.SAME or change.renumbered or change.moved:
            click.echo(f"\n{change.label}")
            if change.kind is not Kind.SAME:
                click.echo("  " + "".join(_marked(change)).replace("\n", "\n  "))


def plain(found: Comparison) -> dict[str, Any]:
    """A comparison as plain data."""
    return {
        "substantive": found.substantive,
        "summary": found.summary(),
        "counts": found.counts(),
        "articles": [_plain(change) for change in found.changes],
    }


def _plain(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "old": change.old.label if change.old else None,
        "new": change.new.label if change.new else None,
        "renumbered": change.renumbered,
        "moved": change.moved,
        "substantive": change.substantive,
        "pieces": [[piece.mark, piece.text] for piece in change.pieces] if change.kind is not Kind.SAME else [],
    }


def _marked(change: Change) -> list[str]:
    return [f"{_MARKS[piece.mark][0]}{piece.text}{_MARKS[piece.mark][1]}" for piece in change.pieces]
