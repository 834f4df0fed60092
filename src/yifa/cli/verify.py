"""`yifa verify`: recompute every chain and all that chains prove, and name what does not agree."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from yifa.cli._django import setup
from yifa.errors import YifaError, os_reason


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
    from django.conf import settings

    from yifa.kernel import anchors
    from yifa.kernel.frozen import verify_frozen
    from yifa.kernel.models import Case
    from yifa.kernel.registers.verify import verify_books
    from yifa.kernel.verify import verify_everything
    from yifa.office import scope
    from yifa.report.lifecycle import verify_printed

    path = Path(anchor_file) if anchor_file else settings.HOME / "anchors.txt"
    if anchor_file and not path.exists():
        raise click.BadParameter(f"找不到锚点文件 {path}。", param_hint="--anchor")
    if anchor_file:
        _check_readable(path)
    found = 0
    with scope.everything("校验全部记录"):
        for source in (verify_everything(), verify_books(), verify_frozen(), verify_printed(), anchors.verify(path)):
            for finding in source:
                found += 1
                click.echo(str(finding))
        count = Case.objects.count()
    nights = anchors.read(path).nights
    anchored = f"{nights}次锚点" if nights else "锚点（尚无，请每晚运行 yifa tick）"
    click.echo(f"已校验{count}件案件、全部台账、冻结数字和{anchored}，发现{found}处问题。")
    sys.exit(1 if found else 0)


def _check_readable(path: Path) -> None:
    """That a file that was named holds anchors: an empty or foreign one would prove nothing, and look as if it did."""
    from yifa.kernel import anchors

    try:
        held = path.read_text(encoding="utf-8").strip()
    except UnicodeDecodeError:
        raise YifaError(f"锚点文件 {path} 不是UTF-8编码的文本。请给出 yifa tick 写的、另行保存的那一份。") from None
    except OSError as error:
        raise YifaError(f"锚点文件 {path} 读不了：{os_reason(error)}。请核对路径和权限。") from None
    if not held or not anchors.read(path).nights:
        raise YifaError(f"锚点文件 {path} 里没有锚点，核对不了。请给出 yifa tick 写的、另行保存的那一份。")
