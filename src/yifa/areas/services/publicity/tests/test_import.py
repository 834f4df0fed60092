"""Excel import: what is wrong with which cell, all rows or none, never twice."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import python_calamine

from yifa.areas.services.publicity.models import Activity
from yifa.areas.services.publicity.register import LawPublicity
from yifa.areas.services.publicity.tests.conftest import HEADER, TODAY, Bureau, at, line
from yifa.kernel.registers import entries, importing
from yifa.kernel.registers.errors import AlreadyImported, RegisterError, UnreadableSheet
from yifa.kernel.registers.models import Book, BookEvent, ImportBatch
from yifa.kernel.registers.report import error_report
from yifa.kernel.registers.template import template

Write = Callable[..., Path]

pytestmark = [pytest.mark.django_db, pytest.mark.data, pytest.mark.usefixtures("all_seen")]


def test_a_right_file_is_imported_whole_as_one_event(bureau: Bureau, sheet: Write) -> None:
    report = bureau.take(sheet([HEADER, *(line(n) for n in range(1, 31))]))
    assert report.summary() == "“活动.xlsx”共30条，已全部导入普法活动台账（县司法局）。"
    assert Activity.objects.count() == 30
    event = BookEvent.objects.get()
    assert (event.kind, event.data["rows"], event.actor) == ("import", 30, bureau.clerk)
    entry = Activity.objects.get(number="普7")
    assert (entry.on, entry.kind, entry.people, entry.row) == (date(2025, 12, 4), "communities", 100, 7)


def test_a_dry_run_writes_nothing(bureau: Bureau, sheet: Write) -> None:
    report = bureau.check(sheet([HEADER, line(1)]))
    assert report.clean
    assert "可以导入" in report.summary()
    assert not Activity.objects.exists()
    assert not Book.objects.exists()


def test_every_faulty_cell_is_named_and_nothing_is_written(bureau: Bureau, sheet: Write) -> None:
    rows = [
        HEADER,
        line(1),
        line(2, 活动日期="2025-02-30", 受众人次="约300人"),
        line(3, 类型="法律进社会", 主题=None),
        line(1),
        line(5, 活动日期="2027-01-01"),
    ]
    report = bureau.take(sheet(rows))
    assert [(fault.row, fault.column, fault.why) for fault in report.faults] == [
        (3, "活动日期", "“2025-02-30”这一天不存在"),
        (3, "受众人次（人次）", "“约300人”不是数字"),
        (4, "主题", "没有填写"),
        (4, "类型", "“法律进社会”不在可选项中"),
        (5, "活动编号", "与第2行重复"),
        (6, "活动日期", "2027-01-01晚于今天2026-11-20"),
    ]
    assert (report.fault_count, report.faulty_rows, report.batch) == (6, 4, None)
    assert str(report.faults[3]).startswith("第4行“类型”：“法律进社会”不在可选项中。是否为“法律进社区”？")
    assert "一条也没有导入" in report.summary()
    assert not Activity.objects.exists()
    assert not ImportBatch.objects.exists()


def test_a_number_that_is_in_the_book_is_named(bureau: Bureau, sheet: Write) -> None:
    bureau.add(number="普2")
    report = bureau.check(sheet([HEADER, line(1), line(2)]))
    assert [(fault.row, fault.why) for fault in report.faults] == [(3, "台账中已有这条记录")]


def test_columns_may_stand_in_any_order_under_a_title_and_beside_others(bureau: Bureau, sheet: Write) -> None:
    backwards = [[*reversed(HEADER), "备注"], [*reversed(line(1)), "无"]]
    report = bureau.take(sheet([["2025年普法活动台账"], [], *backwards]))
    assert report.batch is not None
    assert "“备注”不是本台账的栏目，没有导入" in report.notes
    assert "没有以下栏目，按未填写处理：横幅展板（条）、法治讲座（场）" in report.notes[1]


def test_stars_blanks_and_units_in_a_header_do_not_matter(bureau: Bureau, sheet: Write) -> None:
    odd = ["*活动编号", "活动 日期", "主题", "类型：", "地点", "主办单位", "受众人次（人次）", "发放资料(份)"]
    assert bureau.check(sheet([odd, line(1)])).clean


def test_a_missing_required_column_and_a_column_twice_are_named(bureau: Bureau, sheet: Write) -> None:
    header = [*HEADER, "主题"]
    header[1] = "日子"
    report = bureau.check(sheet([header, [*line(1), "又一个"]]))
    assert [fault.why for fault in report.faults] == [
        "“主题”栏出现了两次，请删去一栏",
        "缺少“活动日期”栏，这一栏必须填写",
    ]


def test_a_table_of_something_else_is_refused(bureau: Bureau, sheet: Write) -> None:
    with pytest.raises(UnreadableSheet, match=r"找不到表头.*请使用本台账的导入模板"):
        bureau.check(sheet([["姓名", "年龄"], ["张三", 3]]))


def test_blank_rows_totals_and_the_notes_of_the_template_are_left_out(bureau: Bureau, sheet: Write) -> None:
    rows = [
        HEADER,
        ["说明：必填"],
        ["示例：普1"],
        line(1),
        [],
        [None, " "],
        line(2),
        ["合计", None, None, None, None, None, 200],
    ]
    report = bureau.take(sheet([*rows, [], []]))
    assert report.rows == 2
    assert "第8行是合计行，没有导入" in report.notes


def test_dates_may_be_cells_serial_numbers_or_text(bureau: Bureau, sheet: Write) -> None:
    ways: list[Any] = [date(2025, 12, 4), 45995, "2025年12月4日", "2025.12.4"]
    bureau.take(sheet([HEADER, *(line(n, 活动日期=way) for n, way in enumerate(ways))]))
    assert set(Activity.objects.values_list("on", flat=True)) == {date(2025, 12, 4)}


def test_the_same_file_is_not_imported_twice(bureau: Bureau, sheet: Write) -> None:
    path = sheet([HEADER, line(1)])
    bureau.take(path)
    again = path.rename(path.with_name("改个名字.xlsx"))
    for run in (bureau.take, bureau.check):
        with pytest.raises(AlreadyImported, match="同一文件已于2026-11-20 10:00导入（1条）"):
            run(again)
    assert Activity.objects.count() == 1


def test_an_import_withdrawn_as_a_whole_may_come_again(bureau: Bureau, sheet: Write) -> None:
    path = sheet([HEADER, line(1), line(2)])
    report = bureau.take(path)
    assert report.batch is not None
    assert entries.withdraw_batch(LawPublicity, report.batch, "导错了", by=bureau.clerk, at=at()) == 2
    bureau.take(path)
    assert Activity.objects.filter(withdrawn=False).count() == 2


def test_what_looks_wrong_but_may_be_right_is_imported_and_said(bureau: Bureau, sheet: Write) -> None:
    report = bureau.take(sheet([HEADER, line(1, 受众人次=600_000), line(2, 类型="宪法宣传周", 活动日期="2025-06-01")]))
    assert report.batch is not None
    assert [(doubt.row, doubt.column) for doubt in report.doubts] == [(2, "受众人次"), (3, "类型")]


def test_a_number_taken_between_check_and_writing_keeps_the_whole_file_out(bureau: Bureau, sheet: Write) -> None:
    path = sheet([HEADER, *(line(n) for n in range(1, 2500))])

    def meanwhile(stage: str, rows: int) -> None:
        if stage == "写入" and rows == importing.CHUNK:
            last = Activity._base_manager.get(number="普1")
            last.pk, last.number = None, "普2499"
            last.save(force_insert=True)

    with pytest.raises(RegisterError, match="已由他人登记"):
        bureau.take(path, progress=meanwhile)
    assert not Activity.objects.exists()
    assert not BookEvent.objects.exists()


def test_the_error_report_lists_and_marks(bureau: Bureau, sheet: Write) -> None:
    report = bureau.check(sheet([HEADER, line(1), line(2, 受众人次="=1+1")]))
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(error_report(report)))
    assert book.sheet_names == ["问题清单", "错误标注"]
    assert book.get_sheet_by_index(0).to_python()[1][:2] == [3.0, "受众人次（人次）"]
    marked = book.get_sheet_by_index(1).to_python()
    assert marked[0][:2] == ["原行号", "活动编号"]
    assert marked[1][:2] == [3.0, "普2"]


def test_the_template_is_read_back_without_data_and_takes_rows(bureau: Bureau, tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    path.write_bytes(template(LawPublicity, bureau.organ))
    report = bureau.check(path)
    assert (report.rows, report.fault_count) == (0, 0)
    rows = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert rows[0][:2] == ["*活动编号", "*活动日期"]
    assert "依据：" in str(rows[1])
    assert str(rows[2][0]).startswith("示例：")


def test_a_csv_of_wps_is_imported(bureau: Bureau, tmp_path: Path) -> None:
    path = tmp_path / "活动.csv"
    text = "\r\n".join(",".join(str(cell) for cell in row) for row in [HEADER, line(1), line(2)])
    path.write_bytes(text.encode("gb18030"))
    assert bureau.take(path).rows == 2


KILLED = """
import os, sys, django
os.environ["DJANGO_SETTINGS_MODULE"] = "yifa.settings"
django.setup()
from pathlib import Path
from django.utils import timezone
from yifa.areas.services.publicity.register import LawPublicity
from yifa.kernel.registers.importing import import_file
from yifa.office.models import Organ
def progress(stage, rows):
    print(stage, rows, flush=True)
    if stage == "写入":
        sys.stdin.readline()
import_file(LawPublicity, Organ.objects.get(), Path(sys.argv[1]), by=None, at=timezone.now(), progress=progress)
"""
COUNTED = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "yifa.settings"
django.setup()
from yifa.areas.services.publicity.models import Activity
from yifa.kernel.registers.models import BookEvent, ImportBatch
print(Activity._base_manager.count(), BookEvent.objects.count(), ImportBatch.objects.count())
"""
MADE = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "yifa.settings"
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0, skip_checks=True)
from yifa.office.models import Organ, Place
place = Place.objects.create(code="419001", name="洪河县", level="county")
Organ.objects.create(place=place, name="洪河县司法局", short_name="县司法局", kind="justice")
"""


def test_a_process_killed_while_it_writes_leaves_nothing_behind(sheet: Write, tmp_path: Path) -> None:
    path = sheet([HEADER, *(line(n) for n in range(1, 6001))])
    environment = {**os.environ, "YIFA_HOME": str(tmp_path / "home")}
    environment.pop("DATABASE_URL", None)

    def run(script: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True, timeout=120
        )
        return done.stdout.strip()

    run(MADE)
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        while "写入" not in process.stdout.readline():
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
    assert run(COUNTED) == "0 0 0"


def test_today_decides_what_is_still_to_come(bureau: Bureau, sheet: Write) -> None:
    path = sheet([HEADER, line(1, 活动日期=TODAY)])
    assert bureau.check(path).clean
    early = importing.dry_run(LawPublicity, bureau.organ, path, today=date(2026, 11, 19))
    assert early.fault_count == 1
