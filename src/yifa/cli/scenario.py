"""`yifa scenario`: a jurist's scenario files run against the declared procedures, without stored data."""

from __future__ import annotations

import sys
from pathlib import Path

import click

HELP = """情形检验：用写好的情形文件检验各法定程序，不读写任何案件。

\b
例：
  yifa scenario 情形.yaml
  yifa scenario --quiet 目录/*.yaml

\b
逐个情形列出：每个环节可以办理，还是不予办理及全部理由和条文；每个期限的起算、届满和状态；
与“届满”“拒绝”“阶段”所写不符的地方。全部相符时退出码为0，有不符为1，文件写错为2。
"""


@click.command(help=HELP)
@click.argument("files", nargs=-1, required=True, metavar="文件…", type=click.Path(path_type=Path))
@click.option("--quiet", is_flag=True, help="只显示不符的情形和总数。")
def command(files: tuple[Path, ...], quiet: bool) -> None:
    """Run scenario files and say where they differ from what they expect."""
    from yifa.cli._django import setup

    setup()
    from yifa.kernel.scenario import run

    outcomes = [outcome for file in files for outcome in run(file)]
    for outcome in outcomes:
        if not (quiet and outcome.ok):
            click.echo(outcome.report())
            click.echo()
    wrong = sum(not outcome.ok for outcome in outcomes)
    click.echo(f"共{len(outcomes)}个情形，{len(outcomes) - wrong}个相符，{wrong}个不符。")
    sys.exit(1 if wrong else 0)
