"""`yifa limits`: every time limit that is declared, for reading and for other programs."""

from __future__ import annotations

import json

import click

from yifa.cli._django import setup


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
        starts, ends = "、".join(row["starts"]), "、".join(row["ends"])
        click.echo(f"    起算：{starts}；完成：{ends}；逾期：{row['on_expiry']}；{row['basis']}")
