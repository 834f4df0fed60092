"""`yifa merge`: propose which planned visits to make together, from a table of visits."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from random import Random

import click

from yifa.errors import YifaError

VISITS = ("编号", "检查对象", "机关", "起始月", "截止月", "人日")
CAPACITY = ("机关", "月", "人日")


@click.command(
    help="合并检查建议：读计划检查表（CSV，列为 编号、检查对象、机关、起始月、截止月、人日），给出合并后的月份。"
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="计划检查.csv")
@click.option("--days", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="人日.csv",
              help="各机关各月可用的人日（列为 机关、月、人日）；没有写的不限。")  # fmt: skip
@click.option("--most", default=4, show_default=True, type=click.IntRange(1, 20), help="一次最多几个机关一起去。")
@click.option("--seed", default=1, show_default=True, help="同样的表和种子得到同样的建议。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(file: Path, days: Path | None, most: int, seed: int, as_json: bool) -> None:
    """Print the joint visits, how many entries they save, and the bound that no plan undercuts."""
    from yifa.merging import Problem, Visit, greedy, improved, proposals

    visits = [
        Visit(row["编号"], row["检查对象"], row["机关"], _month(file, line, row, "起始月"),
              _month(file, line, row, "截止月"), _tenths(file, line, row))
        for line, row in _rows(file, VISITS)
    ]  # fmt: skip
    problem = Problem(visits, _capacity(days) if days else {}, most)
    plan = improved(problem, greedy(problem), Random(seed))
    joint = list(proposals(problem, plan))
    told = {
        "visits": len(visits), "entries": problem.entries(plan), "bound": problem.bound(),
        "over": [{"机关": at[0], "月": at[1], "人日": over / 10} for at, over in problem.overload(plan).items()],
        "months": dict(plan),
        "joint": [
            {"检查对象": each.place, "月": each.month, "机关": sorted({v.body for v in each.visits}),
             "编号": [v.key for v in each.visits]}
            for each in joint
        ],
    }  # fmt: skip
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    for each in joint:
        click.echo(f"{each.place}  {each.month}月  {'、'.join(sorted({visit.body for visit in each.visits}))}")
    for (body, month), over in sorted(problem.overload(plan).items()):
        click.echo(f"力量不足：{body} {month}月还差{over / 10:g}人日。")
    click.echo(f"计划检查{len(visits)}次，合并后入企{told['entries']}次（任何安排都不会少于{told['bound']}次）。")


def _capacity(file: Path) -> dict[tuple[str, int], int]:
    found: dict[tuple[str, int], int] = {}
    for line, row in _rows(file, CAPACITY):
        at = (row["机关"], _month(file, line, row, "月"))
        if at in found:
            raise YifaError(f"{file.name} 第{line}行的{at[0]}{at[1]}月前面已经写过，请留下一行。")
        found[at] = _tenths(file, line, row)
    return found


def _rows(file: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
        yield from _cells(file, csv.DictReader(text.splitlines()), columns)
    except UnicodeDecodeError:
        raise YifaError(f"不能读取 {file.name}：不是UTF-8编码。请另存为UTF-8编码的CSV。") from None
    except csv.Error:
        raise YifaError(f"不能读取 {file.name}：不是逗号分隔的表格。请用表格软件另存为UTF-8编码的CSV。") from None


def _cells(file: Path, reader: csv.DictReader[str], columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    missing = [name for name in columns if name not in (reader.fieldnames or ())]
    if missing:
        raise YifaError(f"不能读取 {file.name}：缺少列“{'、'.join(missing)}”。第一行应当是：{'、'.join(columns)}。")
    for line, row in enumerate(reader, 2):
        blank = [name for name in columns if not (row.get(name) or "").strip()]
        if blank:
            raise YifaError(f"{file.name} 第{line}行没有填写“{'、'.join(blank)}”，请补上。")
        yield line, {name: row[name].strip() for name in columns}


def _month(file: Path, line: int, row: dict[str, str], name: str) -> int:
    written = row[name]
    if not (written.isascii() and written.isdigit() and 1 <= int(written) <= 12):
        raise YifaError(f"{file.name} 第{line}行的“{name}”写的是“{written}”，应当是1到12的月份。")
    return int(written)


def _tenths(file: Path, line: int, row: dict[str, str]) -> int:
    try:
        days = Decimal(row["人日"])
    except InvalidOperation:
        days = Decimal("nan")
    if not days.is_finite() or not 0 <= days <= 10_000 or days * 10 % 1:
        raise YifaError(f"{file.name} 第{line}行的“人日”写的是“{row['人日']}”，应当是0以上的数，最多一位小数。")
    return int(days * 10)
