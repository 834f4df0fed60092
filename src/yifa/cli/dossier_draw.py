"""`yifa dossier-draw`: the secret of a draw of dossiers, and the draw done again from what was published."""

from __future__ import annotations

import json
import secrets
import sys
from pathlib import Path
from typing import Any

import click

from yifa.cli._help import ChineseGroup
from yifa.errors import YifaError, reason_of

HELP = """案卷评查抽取：生成密值，用公布的材料重算抽取结果。

\b
例：
  yifa dossier-draw secret              生成密值和摘要，摘要填入评查案件，密值妥善保存
  yifa dossier-draw export 12 -o 抽取.json   导出编号为12的评查批次的抽取材料，供公布
  yifa dossier-draw check 抽取.json     任何人用公布的材料重算，结果一致退出码为0，不一致为1
  yifa dossier-draw register 12         把结果已经确定的案卷写入案卷评查结果台账
"""


@click.group(cls=ChineseGroup, help=HELP)
def command() -> None:
    """Draws of dossiers."""


@command.command("secret", help="生成密值及其摘要。")
def secret() -> None:
    """A secret nobody can guess, and its digest."""
    from yifa.cli._django import setup

    setup()
    from yifa.areas.enforcement.dossier_review.sampling import digest_of_secret

    value = secrets.token_hex(32)
    click.echo(f"密值（抽取前不得公开）：{value}")
    click.echo(f"密值摘要（填入评查案件并公布）：{digest_of_secret(value)}")


@command.command("export", help="导出一个评查批次的抽取材料（JSON）。")
@click.argument("batch", type=int, metavar="批次编号")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="写入的文件；不写则显示在屏幕上。")
def export(batch: int, output: Path | None) -> None:
    """The published material of a draw."""
    from yifa.cli._django import setup

    setup()
    from yifa.areas.enforcement.dossier_review.sampling import published

    record = _batch(batch)
    if not record.sample:
        raise YifaError("这个评查批次还没有抽取，密值不能公开。请在抽取以后导出。")
    text = json.dumps(published(record), ensure_ascii=False, indent=1)
    if output is None:
        click.echo(text)
    else:
        output.write_text(text, encoding="utf-8")
        click.echo(f"已写入 {output}。")


@command.command("check", help="用公布的材料重算抽取结果。")
@click.argument("file", type=click.Path(path_type=Path), metavar="文件")
def check(file: Path) -> None:
    """Draw again and compare."""
    from yifa.cli._django import setup

    setup()
    from yifa.areas.enforcement.dossier_review.sampling import differences

    try:
        told = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise YifaError(f"不能读取 {file.name}：{reason_of(error)}。请从公布处重新取得。") from None
    if not isinstance(told, dict):
        raise YifaError(f"{file.name} 不是抽取材料。请从公布处重新取得。")
    try:
        found, drawn = list(differences(told)), len(told["sample"])
    except (KeyError, TypeError, ValueError, AttributeError):
        raise YifaError(f"{file.name} 不是抽取材料，或者不完整。请从公布处重新取得。") from None
    for line in found:
        click.echo(f"不符：{line}。")
    if not found:
        click.echo(f"一致：{drawn}卷，与公布的结果相同。")
    sys.exit(1 if found else 0)


@command.command("register", help="把一个评查批次中结果已经确定的案卷写入案卷评查结果台账；已经写入的不重复。")
@click.argument("batch", type=int, metavar="批次编号")
def register(batch: int) -> None:
    """Write results into the register."""
    from yifa.cli._django import setup

    setup()
    from django.utils import timezone

    from yifa.areas.enforcement.dossier_review.register import enter_results
    from yifa.office import scope

    with scope.everything("写入案卷评查结果台账"):
        written = enter_results(_batch(batch), by=None, at=timezone.now())
    click.echo(f"已写入{written}卷。")


def _batch(number: int) -> Any:
    from yifa.areas.enforcement.dossier_review.models import DossierReviewCase

    record = DossierReviewCase._base_manager.filter(pk=number).first()
    if record is None:
        raise YifaError(f"没有编号为{number}的评查批次。请核对编号。")
    return record
