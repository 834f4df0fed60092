"""`yifa watch`: run the clue models of supervision over everything that is stored."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Any

import click

from yifa.cli._django import setup


@click.command(
    help="运行行政执法监督模型：对全部案件、期限、台账作集合查询，登记命中。重复运行不重复登记；已确认、已排除的保留；"
    "不再符合的标明。--list 列出模型，--hits 列出命中，--score 用演示县埋设的问题核对查准率和查全率。"
)
@click.argument("models", metavar="[模型代号…]", nargs=-1)
@click.option("--list", "listing", is_flag=True, help="只列出模型：代码、名称、依据、所看的数据、阈值。")
@click.option("--hits", is_flag=True, help="运行后列出命中（排除的和不再符合的除外）。")
@click.option("--score", is_flag=True, help="运行后与演示县的标注比较。")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="截至哪一天，默认今天。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
def command(models: tuple[str, ...], *, listing: bool, hits: bool, score: bool, day: Any, as_json: bool) -> None:
    """Run models and print what they found."""
    setup()
    from django.utils import timezone

    from yifa.errors import YifaError
    from yifa.office import scope
    from yifa.oversight.clues import all_clues
    from yifa.oversight.watch import run_all

    unknown = sorted(set(models) - {clue.code for clue in all_clues()})
    if unknown:
        raise YifaError(f"没有监督模型“{'、'.join(unknown)}”。请用 yifa watch --list 查看全部模型。")
    if listing:
        _print([_described(clue) for clue in all_clues()], as_json, "{code}\t{label}\t{severity}\t{basis}\t{looks_at}")
        return
    now = timezone.now()
    with scope.everything("运行监督模型"):
        ran = list(run_all(day.date() if day else timezone.localdate(now), now, models))
        if score:
            sys.exit(_score(as_json))
        if hits:
            _print(_hits(models), as_json, "{id}\t{label}\t{state}\t{organ}\t{about}\t{explanation}")
            return
    done = [
        {"model": one.clue.code, "label": one.clue.label, "found": one.found, "new": one.new, "gone": one.gone,
         "milliseconds": one.milliseconds} for one in ran
    ]  # fmt: skip
    _print(done, as_json, "{model}\t{label}\t命中{found}\t新{new}\t不再符合{gone}\t{milliseconds}毫秒")
    for clue in all_clues():
        if clue.missing and not as_json:
            click.echo(f"{clue.code}\t{clue.label}\t没有运行：未安装{'、'.join(clue.missing)}", err=True)


def _described(clue: Any) -> dict[str, Any]:
    return {
        "code": clue.code, "label": clue.label, "severity": clue.severity.label, "basis": clue.basis_text,
        "looks_at": clue.looks_at, "version": clue.version, "missing": clue.missing,
        "thresholds": [{"code": choice.code, "label": choice.label, "value": choice.value, "mark": choice.mark,
                        "source": choice.source} for choice in clue.choices()],
    }  # fmt: skip


def _hits(models: tuple[str, ...]) -> list[dict[str, Any]]:
    from yifa.oversight.models import Hit, HitState

    rows = Hit.objects.filter(gone_on=None).exclude(state=HitState.REJECTED).select_related("organ", "case")
    if models:
        rows = rows.filter(model__in=models)
    return [
        {
            "id": hit.pk, "model": hit.model, "label": hit.label, "state": hit.get_state_display(),
            "organ": hit.organ.short_name, "case": hit.case_id, "register": hit.register, "entry": hit.entry,
            "about": str(hit.case or hit.subject), "on": hit.on.isoformat() if hit.on else None,
            "explanation": hit.explanation,
        }
        for hit in rows.order_by("model", "pk").iterator(chunk_size=2_000)
    ]  # fmt: skip


def _score(as_json: bool) -> int:
    """Print planted, found, false alarms, precision and recall; 1 where something planted was not found."""
    from yifa.demo.stories import observed, planted
    from yifa.oversight.score import scored

    scores = scored(planted(), observed())
    if as_json:
        told = [asdict(one) | {"precision": one.precision, "recall": one.recall} for one in scores]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return 1 if any(one.missed for one in scores) else 0
    click.echo("模型\t埋设\t找到\t命中\t误报\t查准率\t查全率")
    for one in scores:
        ratios = f"{_percent(one.precision)}\t{_percent(one.recall)}"
        click.echo(f"{one.model}\t{one.planted}\t{one.found}\t{one.hits}\t{len(one.false)}\t{ratios}")
        for words in one.missed:
            click.echo(f"    没有找到：{words}")
        for words in one.false:
            click.echo(f"    误报：{words}")
    return 1 if any(one.missed for one in scores) else 0


def _percent(number: int | None) -> str:
    return "—" if number is None else f"{number}%"


def _print(rows: list[dict[str, Any]], as_json: bool, line: str) -> None:
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo(line.format(**row))
