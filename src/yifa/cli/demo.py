"""`yifa demo`: build the demonstration county, compile its report, and serve it on this machine."""

from __future__ import annotations

import time
from pathlib import Path

import click

from yifa.cli._django import setup


@click.command(
    help="建立演示县“洪河县”和它一年的工作，汇编年度报告到 --out，并在本机提供网页。再次运行时沿用已有的演示数据。"
)
@click.option("--seed", default=1, show_default=True, help="随机种子：种子和日期相同，数据相同。")
@click.option("--serve/--no-serve", default=True, help="建好后是否提供网页。")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="网页端口，只对本机开放。")
@click.option(
    "--out", "folder", default=Path("out"), show_default=True, type=click.Path(file_okay=False, path_type=Path),
    help="年度报告的输出目录。",
)  # fmt: skip
def command(seed: int, serve: bool, port: int, folder: Path) -> None:
    """Build or reuse, report, serve."""
    started = time.monotonic()
    setup()
    from django.core.management import call_command

    from yifa.demo import serving, session

    call_command("migrate", interactive=False, verbosity=0)
    with session.alone():
        session.prepare(seed, folder, started)
    if serve:
        serving.serve(port)
