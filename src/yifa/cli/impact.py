"""`yifa impact`: what cites an act or one of its articles."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import click

from yifa.cli._django import setup
from yifa.cli.law import DAY
from yifa.law import act as act_named
from yifa.law.basis import article_key

if TYPE_CHECKING:
    from yifa.areas.rulemaking.law_change.impact import Touched


@click.command(
    help="列出引用某个法律文件或者其中一条的合同、清单事项、文件、程序声明和文书模板，例如：yifa impact 行政许可法 12。"
)
@click.argument("name", metavar="法律文件", required=False)
@click.argument("article", metavar="[条]", required=False)
@click.option("--on", type=DAY, metavar="日期", help="按这一天说明法律文件的效力，默认今天。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
@click.option("--reindex", is_flag=True, help="先把已经保存的文本全部重新编入引用索引。")
def command(name: str | None, article: str | None, on: date | None, as_json: bool, reindex: bool) -> None:
    """List what an act touches."""
    setup()
    from yifa.areas.rulemaking.law_change.impact import impact, said_of
    from yifa.areas.rulemaking.law_change.indexing import index_all
    from yifa.office import scope

    with scope.everything("法律变动影响"):
        if reindex:
            click.echo(f"已重新编入索引：引用{index_all()}处。", err=True)
        if name is None:
            if reindex:
                return
            raise click.UsageError("请写明法律文件的名称。")
        found_act, key = act_named(name), article_key(article) if article else None
        said = said_of(found_act, key, on or date.today())
        touched = impact(found_act, key)
    if as_json:
        rows = [{name: value for name, value in asdict(one).items() if name != "organ"} for one in touched]
        click.echo(json.dumps({"act": found_act.title, "said": said, "touched": rows}, ensure_ascii=False, indent=2))
        return
    click.echo(said)
    _print(touched)


def _print(touched: list[Touched]) -> None:
    if not touched:
        click.echo("没有找到引用它的合同、清单事项、文件、声明和模板。")
        return
    click.echo(f"引用它的共{len(touched)}项：")
    for one in touched:
        holder = f"（{one.holder}）" if one.holder else ""
        click.echo(f"  {one.what}　{one.title}{holder}　{one.cited}")
