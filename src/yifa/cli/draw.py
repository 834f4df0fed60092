"""`yifa draw`: commit to a random draw, run it, and check anybody's published draw."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path
from typing import Any

import click

from yifa.draw import files
from yifa.errors import YifaError

FOLDER = click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="文件夹")


@click.group(help="双随机抽取：先公布承诺，再抽取；任何人都可以用公布的文件重算。")
def command() -> None:
    """Random draw of objects and officers."""


@command.command(help="承诺：核对名录和方案，生成密值，写出 commitment.json（公布）和 secret.txt（保密，抽取时公开）。")
@FOLDER
@click.option("--replaces", default="", metavar="摘要", help="重新抽取时，所取代的承诺的摘要。")
@click.option("--reason", default="", help="重新抽取的理由，随承诺公布。")
def commit(folder: Path, replaces: str, reason: str) -> None:
    """Write the commitment and keep the secret."""
    secret = secrets.token_hex(32)
    made = files.commit(folder, secret, replaces=replaces, reason=reason)
    descriptor = os.open(folder / files.SECRET, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secret)
    _write(folder / files.COMMITMENT, made)
    click.echo(f"已写出 {files.COMMITMENT}，摘要 {files.commitment_digest(made)}。")
    click.echo(f"请公布三个名录、方案文件和承诺；{files.SECRET} 在抽取以前不得给任何人看。")


@command.command(help="抽取：用密值和公开数值算出结果，写出 result.json。结果已有的，拒绝再抽。")
@FOLDER
@click.option("--public", required=True, metavar="数值", help="方案写明的公开来源在承诺以后公布的数值。")
def run(folder: Path, public: str) -> None:
    """Write the result; never twice."""
    if (folder / files.RESULT).exists():
        raise YifaError("不能抽取：这次抽取已有结果。结果不满意不是重抽的理由；确需重抽的，另行承诺并说明理由。")
    secret = (folder / files.SECRET).read_text(encoding="ascii").strip() if (folder / files.SECRET).exists() else ""
    made = files.run(folder, secret, public)
    _write(folder / files.RESULT, made)
    for line in made["drawn"]:
        click.echo(f"{line['place']:>4} {line['name']}：{'、'.join(officer['name'] for officer in line['team'])}")


@command.command(help="核对：用公布的文件重算，逐个比对。不一致的列出，退出码为 1。")
@FOLDER
def check(folder: Path) -> None:
    """Compute a published result again."""
    differences = files.check(folder)
    for line in differences:
        click.echo(line)
    if differences:
        raise SystemExit(1)
    click.echo("核对一致：名录、方案与承诺相符，抽取结果与重算相同。")


def _write(path: Path, data: dict[str, Any]) -> None:
    """Write a file whole or not at all."""
    half = path.with_suffix(".part")
    half.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    half.replace(path)
