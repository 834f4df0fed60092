"""`yifa verify`: recompute every chain and all that chains prove, and name what does not agree."""

from __future__ import annotations

import sys

import click

from yifa.cli._django import setup


@click.command(
    help="逐条重算案件与台账的事件链，并据此核对登记事项、期限、文书文件、公开副本和锚点，"
    "指出被改动、缺失或者插入的记录；无问题退出码为0，有问题为1。"
)
@click.option(
    "--anchor",
    "anchor_file",
    type=click.Path(dir_okay=False),
    help="锚点文件（可以是另行保存的一份），默认为数据目录的 anchors.txt。",
)
def command(anchor_file: str | None) -> None:
    """Verify everything."""
    setup()
    from pathlib import Path

    from django.conf import settings

    from yifa.kernel import anchors
    from yifa.kernel.models import Case
    from yifa.kernel.registers.verify import verify_books
    from yifa.kernel.verify import verify_everything
    from yifa.office import scope

    path = Path(anchor_file) if anchor_file else settings.HOME / "anchors.txt"
    if anchor_file and not path.exists():
        raise click.BadParameter(f"找不到锚点文件 {path}。", param_hint="--anchor")
    found = 0
    with scope.everything("校验全部记录"):
        for source in (verify_everything(), verify_books(), anchors.verify(path)):
            for finding in source:
                found += 1
                click.echo(str(finding))
        count = Case.objects.count()
    nights = anchors.read(path).nights
    anchored = f"{nights}次锚点" if nights else "锚点（尚无，请每晚运行 yifa tick）"
    click.echo(f"已校验{count}件案件、全部台账和{anchored}，发现{found}处问题。")
    sys.exit(1 if found else 0)
