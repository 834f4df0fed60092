"""`yifa register`: the registers of this system; templates, import and export of their entries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yifa.cli._django import setup
from yifa.cli._help import ChineseGroup
from yifa.errors import YifaError

if TYPE_CHECKING:
    from yifa.kernel.registers.importing import ImportReport
    from yifa.office.models import Organ, Person

SHOWN = 20
"""How many faults are printed; the report file holds all that were kept."""


@click.group("register", cls=ChineseGroup, help="台账：查看、下载模板、导入和导出。")
def command() -> None:
    """The root of the subcommands."""
    setup()


@command.command("list", help="列出全部台账和各自的栏目数。")
def list_() -> None:
    """One line a register."""
    from yifa.kernel.registers import REGISTERS

    for register in REGISTERS.all():
        click.echo(f"{register.key}\t{register.label}\t{len(register.asked())}栏\t依据：{register.basis}")


@command.command(help="生成导入模板（xlsx）。")
@click.argument("key", metavar="台账")
@click.option("--out", type=click.Path(path_type=Path), help="保存到哪里；默认为“台账名称导入模板.xlsx”。")
@click.option("--organ", "organ_name", help="机关名称；写明后，对应其他台账的栏目有下拉列表。")
def template(key: str, out: Path | None, organ_name: str | None) -> None:
    """Write the template."""
    from yifa.kernel.registers import REGISTERS
    from yifa.kernel.registers.template import template as made

    register = REGISTERS.get(key)
    path = out or Path(f"{register.label}导入模板.xlsx")
    if path.is_file():
        raise YifaError(f"没有生成：已经有“{path}”，可能是填了一半的表格。请换一个名称，或者先把它移走。")
    path.write_bytes(made(register, _organ(organ_name) if organ_name else None))
    click.echo(f"已生成{path}。填写后用 yifa register import 导入。")


@command.command("import", help="导入表格（xlsx、xls、ods、csv）：全部正确才写入，否则一条也不写。")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--register", "key", required=True, help="台账代号或者名称，见 yifa register list。")
@click.option("--organ", "organ_name", required=True, help="记入哪个机关的台账（名称或者简称）。")
@click.option("--by", "by_name", help="导入人姓名；不写明的记为系统。")
@click.option("--dry-run", is_flag=True, help="只核对，不写入。")
@click.option("--errors", type=click.Path(path_type=Path), help="把问题清单保存为 xlsx。")
@click.pass_context
def import_(
    context: click.Context,
    file: Path,
    key: str,
    organ_name: str,
    by_name: str | None,
    *,
    dry_run: bool,
    errors: Path | None,
) -> None:
    """Import a file, or check it; exit code 1 where it has faults."""
    from django.utils import timezone

    from yifa.kernel.registers import REGISTERS, importing
    from yifa.kernel.registers.report import error_report
    from yifa.office import scope

    with scope.everything("命令行导入台账"):
        register, organ, now = REGISTERS.get(key), _organ(organ_name), timezone.now()
        if dry_run:
            today = timezone.localdate(now)
            report = importing.dry_run(register, organ, file, today=today, progress=_progress)
        else:
            by = _person(by_name) if by_name else None
            report = importing.import_file(register, organ, file, by=by, at=now, progress=_progress)
    _print(report)
    if errors is not None and (report.faults or report.doubts):
        errors.write_bytes(error_report(report))
        click.echo(f"问题清单已保存到{errors}。")
    if not report.clean:
        context.exit(1)


@command.command(help="导出台账（xlsx、csv、json，按扩展名）。")
@click.argument("key", metavar="台账")
@click.argument("out", metavar="文件", type=click.Path(path_type=Path))
@click.option("--organ", "organ_name", help="只导出一个机关的；默认全部机关。")
@click.option("--year", type=click.IntRange(1949, 2100), help="只导出一年的。")
@click.option("--public", is_flag=True, help="只导出依法公开的记录和栏目。")
def export(key: str, out: Path, organ_name: str | None, year: int | None, *, public: bool) -> None:
    """Write the entries to a file."""
    from django.utils import timezone

    from yifa.kernel.registers import REGISTERS
    from yifa.kernel.registers.exporting import entries_of, public_of, save
    from yifa.kernel.registers.exporting import export as exported
    from yifa.office import scope

    register = REGISTERS.get(key)
    format_ = out.suffix.lower().removeprefix(".")
    filters: dict[str, Any] = {f"{register.dated_name()}__year": year} if year else {}
    with scope.everything("命令行导出台账"):
        organs = [_organ(organ_name).pk] if organ_name else None
        rows = entries_of(register, organs, **filters)
        columns = register.columns
        if public:
            rows, columns = public_of(register, rows, timezone.localdate()), register.public()
        save(exported(register, rows, format_, columns=columns), out)
    click.echo(f"已导出到{out}。")


@command.command(help="录入放假安排后，重新推算台账中的期限，列出变动了哪些记录。")
@click.option("--whole", is_flag=True, help="重新推算全部记录；默认只推算期限暂定的。")
def reckon(*, whole: bool) -> None:
    """Compute the computed columns anew."""
    from django.utils import timezone

    from yifa.kernel.registers.reckon import reckon_all
    from yifa.office import scope

    count = 0
    with scope.everything("放假安排录入后重新推算台账期限"):
        for moved in reckon_all(at=timezone.now(), whole=whole):
            click.echo(str(moved))
            count += 1
    click.echo(f"共变动{count}条。")


def _organ(name: str) -> Organ:
    from django.db.models import Q

    from yifa.kernel.registers.errors import RegisterError
    from yifa.office.models import Organ

    found = list(Organ.objects.filter(Q(name=name) | Q(short_name=name))[:2])
    if len(found) != 1:
        why = "没有这个机关" if not found else "有几个机关叫这个简称，请写全称"
        raise RegisterError(f"不能确定机关“{name}”：{why}。")
    return found[0]


def _person(name: str) -> Person:
    from yifa.kernel.registers.errors import RegisterError
    from yifa.office.models import Person

    found = list(Person.objects.filter(name=name)[:2])
    if len(found) != 1:
        raise RegisterError(f"不能确定导入人“{name}”：{'没有这个人员' if not found else '有几个人员同名'}。")
    return found[0]


def _progress(stage: str, rows: int) -> None:
    click.echo(f"\r{stage} {rows} 条", nl=False, err=True)


def _print(report: ImportReport) -> None:
    click.echo("", err=True)
    for note in report.notes:
        click.echo(f"注意：{note}。")
    for fault in report.faults[:SHOWN]:
        click.echo(f"错误：{fault}")
    if report.fault_count > SHOWN:
        click.echo(f"……另有{report.fault_count - SHOWN}处错误，可用 --errors 文件名.xlsx 保存清单。")
    for doubt in report.doubts[:SHOWN]:
        click.echo(f"提醒：{doubt}")
    if report.doubt_count > SHOWN:
        click.echo(f"……另有{report.doubt_count - SHOWN}处提醒。")
    click.echo(report.summary())
