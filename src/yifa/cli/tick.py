"""`yifa tick`: the nightly run: what the law performs by itself, and the anchor of the day."""

from __future__ import annotations

import sys

import click

from yifa.cli._django import setup


@click.command(
    help="夜间运行：期满视为办理的环节自动入案，并把全部案件和台账链头的锚点追加到文件（请另行保存一份）。"
    "重复运行、同时运行都没有害处；有不能自动办理的，列出并以退出码1结束。"
)
@click.option(
    "--anchor", "anchor_file", type=click.Path(dir_okay=False), help="锚点文件，默认写入数据目录 anchors.txt。"
)
def command(anchor_file: str | None) -> None:
    """Perform lapsed limits and write the anchor."""
    setup()
    from pathlib import Path

    from django.conf import settings
    from django.utils import timezone

    from yifa.kernel import anchors, promises
    from yifa.kernel.registers.reckon import reckon_all
    from yifa.kernel.ticking import tick
    from yifa.office import scope

    now, failed = timezone.now(), 0
    with scope.everything("夜间期限检查"):
        for ticked in tick(now):
            failed += bool(ticked.error)
            click.echo(f"{ticked.case} {ticked.on} {ticked.step} {ticked.error or '已入案'}")
        for moved in reckon_all(at=now):
            click.echo(str(moved))
        for fault in promises.faults():
            failed += 1
            click.echo(fault)
        path = Path(anchor_file) if anchor_file else settings.HOME / "anchors.txt"
        line = anchors.anchor(path, timezone.localdate(now))
    click.echo(f"锚点：{line}")
    sys.exit(1 if failed else 0)
