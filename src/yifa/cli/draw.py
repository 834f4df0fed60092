"""`yifa draw`: commit to a random draw, run it, and check anybody's published draw."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

import click

from yifa.cli._help import ChineseGroup
from yifa.draw import files, reading
from yifa.errors import YifaError

FOLDER = click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="文件夹")
PUBLIC, SECRET, KEY = "public", "secret.txt", "key.txt"


@click.group(cls=ChineseGroup, help="双随机抽取：先公布承诺，再抽取；任何人都可以用公布的文件重算。")
def command() -> None:
    """Random draw of objects and officers."""


@command.command(
    help="承诺：核对名录和方案，在 public/ 里写出要公布的文件；secret.txt 抽取时公开，key.txt 一直由本机关保存。"
)
@FOLDER
@click.option("--replaces", default="", metavar="摘要", help="重新抽取时，所取代的承诺的摘要。")
@click.option("--reason", default="", help="重新抽取的理由，随承诺公布。")
def commit(folder: Path, replaces: str, reason: str) -> None:
    """Write what is published and keep the secret and the key."""
    public = folder / PUBLIC
    if public.exists():
        raise YifaError(
            f"“{folder.resolve().name}”已经有承诺。一次抽取只承诺一次；重新抽取请另建文件夹，并写明所取代的承诺和理由。"
        )
    left = [name for name in (SECRET, KEY, f"{PUBLIC}.part") if (folder / name).exists()]
    if left:
        raise YifaError(
            f"“{folder.resolve().name}”里有上一次没有完成的承诺（{'、'.join(left)}）。它没有公布过，删去这些文件后再承诺。"
        )
    secret, key = secrets.token_hex(32), secrets.token_hex(32)
    made = files.published_first(folder, secret, key, replaces=replaces, reason=reason)
    for name, text in ((SECRET, secret), (KEY, key)):
        descriptor = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
    half = folder / f"{PUBLIC}.part"
    half.mkdir()
    for name, content in made.items():
        (half / name).write_bytes(content)
    half.rename(public)
    named = files.commitment_digest(json.loads(made[files.COMMITMENT]))
    click.echo(f"已在 {PUBLIC}/ 写出{len(made)}个文件，承诺的摘要 {named}。")
    click.echo(
        f"请公布 {PUBLIC}/ 里的全部文件；其他文件含有等级和回避信息，不公布；{SECRET} 在抽取以前不得给任何人看。"
    )


@command.command(help="抽取：用密值和公开数值算出结果，写出 public/result.json。结果已有的，拒绝再抽。")
@FOLDER
@click.option("--public", required=True, metavar="数值", help="方案写明的公开来源在承诺以后公布的数值。")
def run(folder: Path, public: str) -> None:
    """Write the result; never twice."""
    path = folder / PUBLIC / files.RESULT
    if path.exists():
        raise YifaError("不能抽取：这次抽取已有结果。结果不满意不是重抽的理由；确需重抽的，另行承诺并说明理由。")
    if (folder / PUBLIC).is_dir() and not (folder / SECRET).exists():
        raise YifaError(
            f"不能抽取：{SECRET}不在。已经抽过的，密值随结果公布，不能再抽，请从公布处取回 {files.RESULT}；"
            "没有抽过而密值丢失的，另行承诺并说明理由。"
        )
    made = files.run(folder, folder / PUBLIC, _kept(folder, SECRET), _kept(folder, KEY), public)
    half = path.with_suffix(".part")
    half.write_bytes(files.written(made))
    half.replace(path)
    (folder / SECRET).unlink()  # it stands in the result now; without the result nobody can draw again in silence
    for line in made["drawn"]:
        click.echo(f"{line['place']:>4} {line['name']}：{'、'.join(officer['name'] for officer in line['team'])}")


def _kept(folder: Path, name: str) -> str:
    return reading.text(folder, name).strip() if (folder / name).exists() else ""


@command.command(help="核对：用公布的文件重算，逐个比对。不一致的列出，退出码为 1。")
@FOLDER
@click.option(
    "--pools", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="文件夹",
    help="监督机关用：机关封存的全部名录、方案和 key.txt 所在的文件夹，核对公布的文件确由它们得出。",
)  # fmt: skip
def check(folder: Path, pools: Path | None) -> None:
    """Compute a published result again."""
    public = folder / PUBLIC if (folder / PUBLIC).is_dir() else folder
    differences = files.check(public)
    if pools is not None:
        differences += files.check_sealed(pools, public, _kept(pools, KEY))
    for line in differences:
        click.echo(line)
    if differences:
        raise SystemExit(1)
    click.echo("核对一致：公布的文件与承诺相符，抽取结果与重算相同。")
    if pools is not None:
        click.echo("封存的全部名录与承诺相符，公布的文件和结果确由它们得出。")
