"""`yifa report`: compile the annual report and write it as Word, PDF and HTML."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from yifa.cli._django import setup

FORMATS = ("docx", "pdf", "html")


@click.command(help="汇编年度报告：从记录中冻结全部数字，写出 docx、pdf、html，并列出缺项与疑点。")
@click.option("--organ", required=True, help="报告机关的名称或者简称。")
@click.option("--year", required=True, type=click.IntRange(1949, 2100), help="报告年度。")
@click.option(
    "--out", "folder", type=click.Path(file_okay=False, path_type=Path), default=Path("out"), help="输出目录。"
)
@click.option(
    "--last", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="上年已公开的报告，用于对照。"
)
@click.option("--issued-on", metavar="日期", type=click.DateTime(["%Y-%m-%d"]), help="成文日期，默认今天。")
def command(organ: str, year: int, folder: Path, last: Path | None, issued_on: object) -> None:
    """Compile, check and write a report."""
    setup()
    from django.db import transaction
    from django.utils import timezone

    from yifa.errors import YifaError
    from yifa.office import scope
    from yifa.office.models import Organ
    from yifa.report import compilation, review, writing

    found = Organ.objects.filter(name=organ).first() or Organ.objects.filter(short_name=organ).first()
    if found is None:
        raise YifaError(f"没有名为“{organ}”的机关，请核对全称或者简称。")
    now = timezone.now()
    day = getattr(issued_on, "date", timezone.localdate)()
    with scope.everything("汇编年度报告"):
        if last is not None:
            review.keep_published(found, year - 1, last, now)
        with transaction.atomic():  # a report that cannot be compiled is not begun
            report = compilation.start(found, year)
            printed = compilation.compile_figures(report, by=None, at=now)
        files = writing.write(report, folder, day if isinstance(day, date) else timezone.localdate(now))
        click.echo(f"{report.title}：冻结{len(printed)}个数字。")
        for path in files:
            click.echo(f"  已写出 {path}")
        for warning in review.warnings(report):
            click.echo(f"  [{ {'error': '缺项', 'warning': '疑点', 'note': '提示'}[warning.severity] }] {warning.text}")
