"""`yifa office`: the directory of this installation – places, organs, people, posts – from one workbook."""

from __future__ import annotations

import secrets
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yifa.cli._django import setup
from yifa.cli._help import ChineseGroup
from yifa.errors import YifaError, os_reason

if TYPE_CHECKING:
    from yifa.office.directory import Entered

SHOWN = 50
"""How many faults are printed."""


@click.group("office", cls=ChineseGroup, help="机构人员名册：生成模板，录入行政区划、机关、人员和岗位，开立账号。")
def command() -> None:
    """The root of the subcommands."""
    setup()


@command.command(help="生成名册模板（xlsx）：行政区划、机关、人员三张表。")
@click.option("--out", type=click.Path(path_type=Path), default=Path("机构人员名册.xlsx"), help="保存到哪里。")
def template(out: Path) -> None:
    """Write the workbook to fill in."""
    from yifa.kernel.directory import template as made

    if out.exists():
        raise YifaError(f"没有生成：已经有“{out}”，可能是填了一半的名册。请换一个名称，或者先把它移走。")
    out.write_bytes(made())
    click.echo(f"已生成{out}。填写后先用 yifa office enter {out} --dry-run 核对。")


@command.command(help="录入名册：全部正确才写入，否则一行也不写。可以重复录入，写法不同的按新的改。")
@click.argument("file", metavar="名册", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="只核对，不写入。")
@click.option(
    "--accounts", type=click.Path(path_type=Path), default=Path("新账号.txt"), help="新账号和首次密码写到哪个文件。"
)
def enter(file: Path, dry_run: bool, accounts: Path) -> None:
    """Enter the workbook; first passwords go into a file that only its owner can read."""
    from django.utils import timezone

    from yifa.kernel.directory import tables
    from yifa.office import directory

    if accounts.exists() and not dry_run:
        raise YifaError(
            f"没有录入：已经有“{accounts}”，里面可能是还没有分发的密码。请先移走，或者用 --accounts 换一个。"
        )
    read = tables(file)
    try:
        entered = directory.enter(
            read, timezone.localdate(), lambda: secrets.token_urlsafe(9), partial(_keep, accounts), dry_run=dry_run
        )
    except directory.DirectoryRefused as refused:
        for fault in refused.faults[:SHOWN]:
            click.echo(f"  {fault}", err=True)
        raise
    _say(entered, accounts, dry_run)


def _keep(path: Path, entered: Entered) -> None:
    """Write the first passwords; where that cannot be done nothing is entered."""
    if not entered.accounts:
        return
    try:
        path.touch(mode=0o600, exist_ok=False)
        path.write_text("".join("\t".join(one) + "\n" for one in entered.accounts), encoding="utf-8")
    except OSError as error:
        raise YifaError(
            f"没有录入：首次密码写不到“{path}”（{os_reason(error)}）。请用 --accounts 换一个能写的文件。"
        ) from None


def _say(entered: Entered, accounts: Path, dry_run: bool) -> None:
    if entered.accounts and not dry_run:
        number = len(entered.accounts)
        click.echo(
            f"新账号{number}个，姓名、登录名和首次密码在{accounts}（仅本人可读）。请逐个交给本人，登录后修改密码。"
        )
    for what in ("行政区划", "机关", "人员", "岗位"):
        click.echo(f"{what}：新增{entered.new.get(what, 0)}，修改{entered.changed.get(what, 0)}。")
    if not entered.administrators:
        click.echo("提醒：还没有系统管理员。请在“人员”表中写明一名，以后由其在 /admin/ 维护机构、人员和账号。")
    click.echo("只核对，没有写入。" if dry_run else "已录入。")
