"""`yifa cite`: the citations in a document, each looked up."""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import click

from yifa.cli.law import DAY
from yifa.law.citations import Citation, Place, citations
from yifa.law.library import default_path
from yifa.law.local import index_with
from yifa.text import UnreadableFile, read_source


@click.command(
    help="找出文件（docx、pdf、html、txt、md）里引用的法律文件和条款，逐个核对：有没有、废止没有、条款项存在不存在。"
)
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--at", type=DAY, metavar="日期", help="按哪一天有效的版本核对（年-月-日），默认今天。")
@click.option("--only-faults", is_flag=True, help="只列出有问题的引用。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(files: tuple[Path, ...], at: date | None, only_faults: bool, as_json: bool) -> None:
    """List the citations of documents with what is to be said of each; exit with 2 where a file cannot be read."""
    day = at or date.today()
    index = index_with(default_path() if default_path().is_file() else None)
    told, unread = [], 0
    for path in files:
        try:
            text = read_source(path).text
        except UnreadableFile as error:
            unread += 1
            click.echo(f"错误：{error}", err=True)
            continue
        found = citations(text, day, index)
        shown = [one for one in found if one.finding.is_fault or not only_faults]
        if as_json:
            told.append({"file": str(path), "at": day.isoformat(), "citations": _rows(text, shown)})
        else:
            _print(path, text, found, shown)
    if as_json and told:
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    if unread:
        sys.exit(2)


def _print(path: Path, text: str, found: list[Citation], shown: list[Citation]) -> None:
    counts = Counter(one.finding.label for one in found)
    listed = "，".join(f"{label}{count}" for label, count in counts.most_common())
    click.echo(f"{path}：引用{len(found)}处" + (f"（{listed}）" if found else ""))
    lines = _line_starts(text)
    for one in shown:
        click.echo(f"  第{bisect_right(lines, one.start)}行 {one.text}\n    【{one.finding.label}】{one.sentence}")


def _rows(text: str, shown: list[Citation]) -> list[dict[str, Any]]:
    lines = _line_starts(text)
    return [
        {
            "start": one.start,
            "end": one.end,
            "line": bisect_right(lines, one.start),
            "text": one.text,
            "act": one.act.title if one.act else None,
            "promulgated": _iso(one.version.promulgated) if one.version else None,
            "effective": _iso(one.version.effective) if one.version else None,
            "place": _place(one.mention.place),
            "through": _place(one.mention.through),
            "number": one.mention.number or None,
            "named_by": one.mention.named.value,
            "finding": one.finding.value,
            "fault": one.finding.is_fault,
            "sentence": one.sentence,
        }
        for one in shown
    ]


def _place(place: Place | None) -> dict[str, int | None] | None:
    if place is None or place.article is None:
        return None
    article, branch = place.article
    return {
        "article": article,
        "branch": branch,
        "paragraph": place.paragraph,
        "item": place.item,
        "point": place.point,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _line_starts(text: str) -> list[int]:
    return [0] + [at + 1 for at, char in enumerate(text) if char == "\n"]
