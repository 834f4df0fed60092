"""`yifa calendar`: show a year's working days, check and enter a holiday notice."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import click

from yifa.cli._help import ChineseGroup
from yifa.cli.due import home
from yifa.clock import Calendar, Notice, read_notice
from yifa.clock.notices import doubts
from yifa.clock.words import named
from yifa.errors import YifaError, os_reason


@click.group(cls=ChineseGroup, help="工作日历：查看各年放假安排，核对、录入新的放假通知。")
def command() -> None:
    """The calendar of this installation."""


@command.command(help="显示一年的放假、调休上班和各月工作日数。")
@click.argument("year", type=click.IntRange(1949, 2100), metavar="年份")
def show(year: int) -> None:
    """Show what is known of a year."""
    calendar = installed()
    notice = calendar.notices.get(year)
    if notice is None and not calendar.covers(year):
        raise YifaError(
            f"没有{year}年的放假安排，也不能推算。需要的，照手册的样子写成文件后用 yifa calendar enter 录入。"
        )
    for line in notice_lines(notice) if notice else unknown_lines(calendar, year):
        click.echo(line)
    if calendar.covers(year):
        click.echo(workdays_line(calendar, year))


@command.command(help="核对放假通知文件（不录入），逐行指出错误。")
@click.argument("file", type=click.Path(path_type=Path), metavar="文件")
def check(file: Path) -> None:
    """Check a notice file."""
    notice = read_notice(file)
    click.echo(f"可以采用：{summary(notice)}。")
    for doubt in doubts(notice):
        click.echo(f"提醒：{doubt}。")


@command.command(help="录入放假通知：核对无误后存入本机，并重算在办期限。")
@click.argument("file", type=click.Path(path_type=Path), metavar="文件")
@click.option("--replace", is_flag=True, help="该年已有安排时，以本文件替换。")
def enter(file: Path, replace: bool) -> None:
    """Enter a notice, then tell which running limits moved."""
    notice = read_notice(file)
    before = installed()
    known = before.notices.get(notice.year)
    if known and known.published and not replace:
        raise YifaError(
            f"没有录入：{notice.year}年已有放假安排（{known.number or known.source}）。"
            "确需替换的，请核对后加上 --replace。"
        )
    target = home() / "calendars" / f"{notice.year}.yaml"
    put(file.read_bytes(), target)
    click.echo(f"已录入：{summary(notice)}，存放在 {target}。")
    for doubt in doubts(notice):
        click.echo(f"提醒：{doubt}。")
    for line in recomputed(installed(), corrected=bool(known and known.published)):
        click.echo(line)


def installed() -> Calendar:
    """The calendar of this installation: the packaged notices and those entered here."""
    return Calendar.load([home() / "calendars"])


def notice_lines(notice: Notice) -> list[str]:
    """A notice as a clerk reads it."""
    issued = f"，{notice.issued_on}" if notice.issued_on else ""
    lines = [
        f"{notice.title or f'{notice.year}年放假安排'}（{notice.number or '文号未核实'}{issued}）",
        f"状态：{'已公布' if notice.published else '暂定'}；来源：{notice.source}",
    ]
    lines += [f"说明：{notice.remarks}"] if notice.remarks else []
    for name, first, last in notice.spans():
        span = named(first) if first == last else f"{named(first)}至{named(last)}"
        lines.append(f"  {name}：{span}放假，共{(last - first).days + 1}天")
    lines += [f"  {name}：{named(day)}上班" for day, name in sorted(notice.work.items())]
    return lines


def unknown_lines(calendar: Calendar, year: int) -> list[str]:
    """What can be said of a year without a notice."""
    lines = [f"没有{year}年的放假安排，需要它的期限一律报错。通知公布后请用 yifa calendar enter 录入。"]
    holidays = list(calendar.special_days(date(year, 1, 1), date(year, 12, 31)))
    if holidays:
        lines.append("允许暂定时按下列法定节日推算（未计调休、补假）：")
        lines += [f"  {name}：{named(day)}" for day, name, _ in holidays]
    return lines


def workdays_line(calendar: Calendar, year: int) -> str:
    """How many working days each month has."""
    mark = "" if calendar.is_published(year) else "（暂定）"
    counts: Counter[int] = Counter()
    day = date(year, 1, 1)
    while day.year == year:
        counts[day.month] += calendar.is_workday(day, allow_provisional=True)
        day += timedelta(days=1)
    months = "、".join(f"{month}月{counts[month]}天" for month in range(1, 13))
    return f"工作日{mark}：全年{counts.total()}天；{months}"


def summary(notice: Notice) -> str:
    """2027年，放假29天，调休上班5天."""
    mark = "" if notice.published else "（暂定）"
    return f"{notice.year}年{mark}，放假{len(notice.off)}天，调休上班{len(notice.work)}天"


def put(content: bytes, target: Path) -> None:
    """Write a file whole or not at all: a killed process leaves the old one."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)  # mkstemp makes it private; the web process may be another user
        Path(name).replace(target)
    except OSError as error:
        raise YifaError(
            f"没有录入：写不了 {target}（{os_reason(error)}）。请检查目录权限和磁盘空间，"
            "或者用环境变量 YIFA_HOME 指定别的目录。"
        ) from None


def recomputed(calendar: Calendar, *, corrected: bool) -> list[str]:
    """Lines about the limits of cases and the entries of registers that moved; says so when none are kept here.

    Args:
        corrected: whether the year was known otherwise before, so that also what is settled is reckoned anew.
    """
    try:
        from django.db import connection

        from yifa.cli._django import setup

        setup()
        from django.utils import timezone

        from yifa.kernel.models import Case
        from yifa.kernel.recompute import recompute
        from yifa.kernel.registers.reckon import reckon_all
        from yifa.kernel.workdays import refresh_calendar
        from yifa.office import scope
    except ImportError:
        return ["本机没有装案件系统，不需要重算。"]
    if Case._meta.db_table not in connection.introspection.table_names():
        return ["没有重算在办期限：本机还没有建立案件数据库。建库后期限按新安排计算。"]
    refresh_calendar()
    at = timezone.now()
    with scope.everything("放假安排录入后重新推算"):
        cases = Case._base_manager.order_by("pk") if corrected else None
        moved = recompute(calendar, at, cases), reckon_all(at=at, whole=corrected)
        return [*_moved("案件期限", moved[0]), *_moved("台账期限", moved[1])]


def _moved(what: str, changes: Iterable[object]) -> list[str]:
    listed = [f"  {change}" for change in changes]
    return [f"有{len(listed)}项{what}变动：", *listed] if listed else [f"{what}没有变动。"]
