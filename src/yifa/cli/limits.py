"""`yifa limits`: every time limit that is declared, for reading and for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import click

from yifa.cli._django import setup

_JUDGED: Final = {"rolled": "末日遇休息日顺延", "strict": "末日不顺延", "clear": "净间隔"}
"""How a limit is judged, in the words of `yifa due`."""


@click.command(help="列出全部已声明的法定期限：长度、单位、起算、停止、扣除、延长、完成、判定口径、逾期后果与依据。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
@click.option("--procedure", default="", help="只列这个程序（代码，如 reconsideration）。")
def command(as_json: bool, procedure: str) -> None:
    """List declared limits."""
    setup()
    from yifa.kernel.declare import PROCEDURES
    from yifa.kernel.limits import listed

    if procedure:
        PROCEDURES.latest(procedure)
    rows = [row for row in listed() if procedure in ("", row["procedure"])]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo(
            f"{row['procedure']}.{row['code']}（{row['version']}起） {row['ref']} {row['label']}：{row['period']}"
        )
        click.echo(f"    {'；'.join(_told(row))}；{row['basis']}")


def _told(row: Mapping[str, Any]) -> Iterator[str]:
    """What starts, stops, excludes, extends and ends a limit, how it is judged, and what follows; in words."""
    if row["before"]:
        yield f"倒推自：{row['before']}"
    yield f"起算：{'、'.join(row['starts'])}"
    if row["stops_by"]:
        yield f"停止：{'、'.join(row['stops_by'])}；恢复：{'、'.join(row['resumes_by'])}"
    if row["excludes"]:
        yield f"不计入：{'、'.join(row['excludes'])}"
    if row["extends"]:
        yield f"延长：{row['extends']['step']}（最长{row['extends']['at_most']}，{row['extends']['basis']}）"
    if row["ends"]:
        yield f"完成：{'、'.join(row['ends'])}"
    if row["floor"]:
        yield "最短期间，期满方可办理下一步"
    elif row["before"] or row["unit"] not in ("工作日", "小时"):
        yield f"判定：{_JUDGED[row['roll']]}"
    yield f"逾期：{row['on_expiry']}"
