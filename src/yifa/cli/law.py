"""`yifa law`: the index of acts, and the library of their texts."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from yifa.cli._help import ChineseGroup
from yifa.law.acts import Act, Version
from yifa.law.basis import Basis, article_key, article_name
from yifa.law.citations import Place
from yifa.law.citations.places import parse_places
from yifa.law.corpus import Unreadable, files_of, read_library
from yifa.law.errors import LawError
from yifa.law.index import default_index
from yifa.law.library import ArticleIndex, Hit, default_path

_T = TypeVar("_T")
_SHOWN = 10


class Day(click.ParamType[date]):
    """A date on the command line, written 2026-08-01."""

    name = "日期"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the date; an impossible one is refused with how to write it."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError as error:
            raise LawError(f"“{value}”不是日期，请写成 2026-08-01 的样子。") from error


DAY = Day()


@click.group(cls=ChineseGroup, help="法律文件：查版本和条款，导入、检索文本，核对依据。")
def command() -> None:
    """The group of all commands about acts."""


def _library(db: str | None, create: bool = False) -> ArticleIndex:
    """The library named by a file or a PostgreSQL connection string, else the default file."""
    if db and ("://" in db or "dbname=" in db):
        from yifa.law.postgres_library import connect_library

        return connect_library(db)
    from yifa.law.sqlite_library import open_library

    return open_library(Path(db) if db else None, create=create)


_db_option = click.option(
    "--db",
    metavar="文件或连接字符串",
    help="法律库的位置：SQLite 文件或者 PostgreSQL 连接字符串。默认是 $YIFA_HOME/law.sqlite3。",
)


def _watched(texts: Iterable[_T], total: int, label: str) -> Iterator[_T]:
    """The same texts, with a progress bar on a terminal."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(texts, label, total=total, console=console, disable=not console.is_terminal)


def _report_unreadable(unreadable: Iterable[Unreadable]) -> None:
    listed = list(unreadable)
    if listed:
        click.echo(f"有{len(listed)}个文件没有读入：", err=True)
    for one in listed:
        click.echo(f"  {one.path}：{one.reason}", err=True)


@command.command(
    "import",
    help="把法律文件夹（LawRefBook 的目录结构，可以给几个）导入法律库，供检索和核对。整体替换，出错则不变。"
    "其中的地方性法规导入后，yifa check 也能核对对它们的引用。"
    "没有读入的文件逐个列出；一个也没有读成的，法律库保持原样。",
)
@click.argument("folders", metavar="文件夹…", nargs=-1, required=True, type=click.Path(path_type=Path))
@_db_option
def import_(folders: tuple[Path, ...], db: str | None) -> None:
    """Replace the library by the texts of some folders, unless not one of them can be read."""
    total = sum(len(files_of(one)) for one in folders)
    texts = list(_watched(read_library(*folders), total, "读取法律文件"))
    if all(isinstance(text, Unreadable) for text in texts):
        _report_unreadable(text for text in texts if isinstance(text, Unreadable))
        raise LawError("没有导入：所给文件夹里的文件一个也没有读成，法律库保持原样。请按上列原因改正，或者核对文件夹。")
    done = _library(db, create=True).replace(texts, watch=lambda kept: _watched(kept, len(kept), "导入法律文件"))
    _report_unreadable(done.unreadable)
    click.echo(
        f"已导入{done.versions}个法律文件版本、{done.articles}条，检索单位{done.rows}个。"
        f"法律库：{'PostgreSQL' if db and '=' in db else db or default_path()}"
    )


@command.command("index", help="从法律文件夹重新统计随程序提供的法律文件索引（只有事实，没有条文）。")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@click.option(
    "--source", required=True, metavar="名称", help="来源名称，写进每一行，例如“LawRefBook/Laws 2025-04-19”。"
)
@click.option("--as-of", required=True, type=DAY, metavar="日期", help="来源内容的截止日期（年-月-日）。")
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="目录", help="写到哪个目录。")
def index_(folder: Path, source: str, as_of: date, out: Path) -> None:
    """Write the index of acts."""
    from yifa.law.indexing import build_index

    texts = _watched(read_library(folder), len(files_of(folder)), "统计法律文件")
    built = build_index(texts, source, as_of, out)
    _report_unreadable(built.unreadable)
    click.echo(f"已登记{built.versions}个版本，其中{built.counted}个统计了条款，共{built.articles}条。")
    for name, size in built.files.items():
        click.echo(f"  {out / name}：{size:,}字节")


@command.command(help="查一个法律文件的版本和条款。例：yifa law show 行政复议法 62 --on 2026-08-01")
@click.argument("name", metavar="名称")
@click.argument("article", metavar="[条号]", required=False)
@click.option("--on", type=DAY, metavar="日期", help="看哪一天有效的版本（年-月-日），默认今天。")
@_db_option
def show(name: str, article: str | None, on: date | None, db: str | None) -> None:
    """Show the versions of an act, and an article of the one in force."""
    day = on or date.today()
    act = default_index().get(name)
    version = act.version_on(day)
    wanted = _article_lines(act, version, article, db) if article else []
    click.echo(f"《{act.full_title}》 {act.kind}" + (f" {act.issuer}" if act.issuer else ""))
    click.echo(f"{day}：{act.status_on(day)}" + (f"，{version.label}" if version else ""))
    if act.superseded_by:
        click.echo("已由" + "、".join(f"《{title}》" for title in act.superseded_by) + "取代")
    for one in act.versions:
        count = "条数不详" if one.articles is None else f"{one.articles}条" if one.articles else "不分条"
        click.echo(f"  {'*' if one == version else ' '} {one.label}，{count}{'，' + one.number if one.number else ''}")
    for line in wanted:
        click.echo(line)


def _article_lines(act: Act, in_force: Version | None, written: str, db: str | None) -> list[str]:
    """What is known of an article; of the latest version where none is in force that day, which is then said."""
    place, version = _place(written), in_force or act.latest
    assert place.article
    structure = act.structure_at(version) if version.articles else None
    shape = structure.article(place.article) if structure else None
    if structure and (missing := structure.missing(place.article, place.paragraph, place.item)):
        last = article_name(structure.articles[-1].key)
        extent = f"最后一条是{last}" if missing == "条" else f"该条共{shape.paragraphs}款" if shape else ""
        extent += f"，{_items(shape.items)}" if missing == "项" and shape and any(shape.items) else ""
        raise LawError(f"{act}（{version.label}）没有{place}，{extent}。请核对条号，或者用 --on 指定日期。")
    name = article_name(place.article)
    of = "" if in_force else f"（{version.label}的版本）"
    lines = [f"\n{name}{of}" + ("" if shape else "：条款没有登记")]
    if shape:
        lines.append(f"共{shape.paragraphs}款" + (f"，{_items(shape.items)}" if any(shape.items) else ""))
    text = _text(act, version, place.article, db)
    return [*lines, text or "（法律库里没有这个版本的文本；运行 yifa law import 导入后可以显示条文）"]


def _place(written: str) -> Place:
    """The article that was asked for, written 62, 39之一 or as in a citation (第三十条第一款第四项)."""
    placed, end = parse_places(written, 0)
    if len(placed) == 1 and end == len(written) and placed[0].place.article and not placed[0].through:
        return placed[0].place
    return Place(article_key(written))


def _items(items: Sequence[int]) -> str:
    return "，".join(f"第{n}款{count}项" for n, count in enumerate(items, 1) if count)


def _text(act: Act, version: Version, key: tuple[int, int], db: str | None) -> str | None:
    if db is None and not default_path().is_file():
        return None
    found = _library(db).article(act.title, version.promulgated, key)
    return found.text if found else None


@command.command(help="在法律库里检索。多个词用空格隔开，都要出现；现行的、层级高的、新的排在前面。")
@click.argument("words", metavar="词…", nargs=-1, required=True)
@click.option(
    "--limit", default=_SHOWN, show_default=True, type=click.IntRange(1, 1000), metavar="条数", help="最多列出多少条。"
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@_db_option
def search(words: tuple[str, ...], limit: int, as_json: bool, db: str | None) -> None:
    """Search the library."""
    library = _library(db)
    asked = " ".join(words)
    hits, total = library.search(asked, limit), library.count(asked)
    if as_json:
        click.echo(json.dumps({"total": total, "hits": [_hit(h) for h in hits]}, ensure_ascii=False, indent=1))
        return
    click.echo(f"“{asked}”共{total}处" + (f"，列出前{len(hits)}处" if total > len(hits) else ""))
    for hit in hits:
        place = article_name(hit.article) if hit.article else ""
        old = "（旧版本）" if hit.expired else ""
        click.echo(f"\n《{hit.title}》{place} {hit.kind} {hit.promulgated or ''}{old}\n  {_around(hit.text, words[0])}")


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "title": hit.title,
        "kind": hit.kind.value,
        "promulgated": hit.promulgated.isoformat() if hit.promulgated else None,
        "expired": hit.expired,
        "article": article_name(hit.article) if hit.article else None,
        "text": hit.text,
    }


def _around(text: str, word: str, width: int = 60) -> str:
    at = max(text.find(word), 0)
    start, end = max(0, at - width // 2), at + width
    line = text[start:end].replace("\n", " ")
    return ("…" if start else "") + line + ("…" if end < len(text) else "")


@command.command(help="用导入的文本核对程序里声明的每个依据：条款是否存在，关键词是否在条文里，文本是否与索引一致。")
@click.option("--all", "whole", is_flag=True, help="再把整个法律库与索引的摘要逐条比对。")
@_db_option
def verify(whole: bool, db: str | None) -> None:
    """Check all declared bases; exit with 1 when one is wrong."""
    from yifa.law.verify import compare
    from yifa.law.verify import verify as verify_bases

    library = _library(db)
    owners = {basis: owner for owner, basis in reversed(list(_declared()))}
    found = verify_bases(owners, library)
    faults = [fault for fault in found if fault.reason.is_fault]
    for fault in faults:
        click.echo(f"错误：{owners[fault.basis]} {fault.sentence}")
    unread = Counter(
        f"{one.basis.act}（{(one.basis.act.pinned or one.basis.act.latest).label}）"
        for one in found
        if not one.reason.is_fault
    )
    for version, count in unread.items():
        click.echo(f"提示：法律库里没有{version}的文本，{count}个依据只核对了条号。")
    differing = list(compare(library)) if whole else []
    for fault in differing:
        click.echo(f"错误：{fault.sentence}")
    wrong = len(faults) + len(differing)
    click.echo(f"核对依据{len(owners)}个：错误{wrong}处，没有文本{unread.total()}处。")
    if wrong:
        sys.exit(1)


def _declared() -> Iterator[tuple[str, Basis]]:
    """Every basis of every declared procedure and register, with the name of its owner."""
    from yifa.cli._django import setup

    setup()
    from yifa.kernel.faults import all_bases
    from yifa.kernel.registers import REGISTERS
    from yifa.kernel.registers.faults import bases_of

    yield from all_bases()
    for register in REGISTERS.all():
        for basis in bases_of(register):
            yield register.label, basis
