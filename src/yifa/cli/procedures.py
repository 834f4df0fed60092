"""`yifa procedures`: what is declared, the committed lock of it, and the reference pages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from yifa.cli._django import setup
from yifa.cli._help import ChineseGroup


@click.group(cls=ChineseGroup, help="程序声明：清单、快照、参考页。")
def command() -> None:
    """The declarations."""


@command.command("list", help="列出程序及其版本。")
def list_() -> None:
    """One line a version."""
    setup()
    from yifa.kernel.declare import PROCEDURES

    for version in PROCEDURES.all():
        counts = f"{len(version.steps())}个环节，{len(version.limits())}个期限，{len(version.figures())}个数字"
        click.echo(f"{version.key} {version.label} 自{version.since}起：{counts}")


@command.command("lock", help="写入声明快照；加 --check 时只核对，有出入则退出码为1。")
@click.option("--check", is_flag=True, help="只核对。")
def lock(check: bool) -> None:
    """Write or check the lock file."""
    setup()
    from yifa.kernel import lock as locks

    if not check:
        locks.LOCK.write_text("\n".join(locks.lines()) + "\n", encoding="utf-8")
        click.echo(f"已写入{locks.LOCK.name}")
        return
    found = list(locks.differences())
    for line in found:
        click.echo(line)
    if found:
        click.echo("声明与快照不一致：请核对上列变化，确认后运行 yifa procedures lock 并一同提交。", err=True)
        sys.exit(1)


@command.command("docs", help="生成参考页到 docs/reference/procedures；加 --check 时只核对。")
@click.option("--check", is_flag=True, help="只核对，有出入则退出码为1。")
@click.option(
    "--to", "folder", type=click.Path(file_okay=False, path_type=Path), default=Path("docs/reference/procedures")
)
def docs(check: bool, folder: Path) -> None:
    """Write or check the reference pages."""
    setup()
    from yifa.kernel.declare import PROCEDURES
    from yifa.kernel.describe import reference_page

    stale = []
    for version in PROCEDURES.all():
        path, page = folder / f"{version.key}-{version.since}.md", reference_page(version)
        if check and (not path.exists() or path.read_text(encoding="utf-8") != page):
            stale.append(str(path))
        if not check:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(page, encoding="utf-8")
            click.echo(str(path))
    if stale:
        click.echo(f"参考页已过时：{'、'.join(stale)}；请运行 yifa procedures docs。", err=True)
        sys.exit(1)
