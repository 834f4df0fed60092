"""Importing a spreadsheet of law publicity activities: the whole importer against the bare calamine read."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from bench.measure import Result, rate_of
from bench.place import prepared


def run(quick: bool) -> list[Result]:
    """One import each; checking, digests, keys, the trail and the rows are in it."""
    county = prepared()
    from django.utils import timezone

    from yifa.kernel.registers import REGISTERS
    from yifa.kernel.registers.importing import dry_run, import_file
    from yifa.office import scope

    count, register, organ = 5_000 if quick else 100_000, REGISTERS.get("law_publicity"), county.bureau
    clerk, now = county.clerks[organ.pk], timezone.now()
    with tempfile.TemporaryDirectory() as folder, scope.everything("测量"):
        path = Path(folder) / "activities.xlsx"
        _write(path, count)

        def bare() -> int:
            return len(CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()) - 1

        def checked() -> int:
            return dry_run(register, organ, path, today=timezone.localdate(now)).rows

        def imported() -> int:
            report = import_file(register, organ, path, by=clerk, at=now)
            assert report.clean, report.summary
            return report.rows

        bare_rate, dry_rate, whole_rate = rate_of(bare), rate_of(checked), rate_of(imported)
    name = f"import {count:,} rows"
    return [
        Result(name, "dry run (read and check)", dry_rate, "bare calamine read", bare_rate, "rows"),
        Result(name, "whole import", whole_rate, "bare calamine read", bare_rate, "rows"),
    ]


SAME = ("宪法进校园", "法律进学校", "中心小学", "司法局")


def _write(path: Path, count: int) -> None:
    labels = ("活动编号", "活动日期", "主题", "类型", "地点", "主办单位", "受众人次", "发放资料")
    with xlsxwriter.Workbook(path, {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, labels)
        for n in range(1, count + 1):
            day = date(2025, 1, 1) + timedelta(days=n % 320)
            sheet.write_row(n, 0, (f"普〔2025〕{n}号", day, *SAME, n % 900, n % 500))
