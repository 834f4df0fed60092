"""`yifa tick`: the nightly run: what the law performs by itself, and the anchor of the day."""

from __future__ import annotations

import sys

import click

from yifa.cli._django import setup


@click.command(help="夜间运行：期满视为办理的环节自动入案，并把当日全部案件链头的锚点追加到文件（请另行保存一份）。")
@click.option(
    "--anchor", "anchor_file", type=click.Path(dir_okay=False), help="锚点文件，默认写入数据目录 anchors.txt。"
)
def command(anchor_file: str | None) -> None:
    """Perform lapsed limits and write the anchor."""
    setup()
    from pathlib import Path

    from django.conf import settings
    from django.utils import timezone

    from yifa.kernel import chain, reckon
    from yifa.kernel.models import Case
    from yifa.office import scope

    now, failed = timezone.now(), 0
    with scope.everything("夜间期限检查"):
        for ticked in reckon.tick(now):
            failed += bool(ticked.error)
            click.echo(f"{ticked.case} {ticked.on} {ticked.step} {ticked.error or '已入案'}")
        heads = Case.objects.order_by("pk").values_list("pk", "length", "head")
        line = chain.anchor(heads.iterator(), timezone.localdate(now))
    path = Path(anchor_file) if anchor_file else settings.HOME / "anchors.txt"
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    click.echo(f"锚点：{line}")
    sys.exit(1 if failed else 0)
