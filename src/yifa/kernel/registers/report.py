"""The error report of an import as a spreadsheet (问题清单): a list, and the faulty rows with marked cells."""

from __future__ import annotations

import io

import xlsxwriter

from yifa.kernel.registers.importing import CellFault, ImportReport

_HEADER = ("行", "栏目", "填写内容", "问题", "怎样改正", "依据")
_WIDTHS = (8, 18, 24, 36, 40, 18)


def error_report(report: ImportReport) -> bytes:
    """An xlsx with the sheets 问题清单 and 错误标注; the faulty cells are red and carry a comment."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold = book.add_format({"bold": True, "bg_color": "#E8EEF7", "border": 1})
    text = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    sheet = book.add_worksheet("问题清单")
    for at, (title, width) in enumerate(zip(_HEADER, _WIDTHS, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, title, bold)
    sheet.freeze_panes(1, 0)
    for line, fault in enumerate([*report.faults, *report.doubts], 1):
        sheet.write_number(line, 0, fault.row)
        for at, cell in enumerate(_cells(report, fault), 1):
            sheet.write_string(line, at, cell, text)
    if report.fault_count > len(report.faults):
        rest = f"另有{report.fault_count - len(report.faults)}处错误没有列出，改正以上错误后再次核对即可看到。"
        sheet.write_string(len(report.faults) + len(report.doubts) + 1, 1, rest, text)
    if report.faulty:
        _marked(book, report, bold)
    book.close()
    return buffer.getvalue()


def _cells(report: ImportReport, fault: CellFault) -> tuple[str, ...]:
    why = fault.why if fault in report.faults else f"（提醒）{fault.why}"
    return fault.column, fault.value, why, fault.remedy, fault.basis


def _marked(book: xlsxwriter.Workbook, report: ImportReport, bold: object) -> None:
    sheet = book.add_worksheet("错误标注")
    plain = book.add_format({"quote_prefix": True})
    red = book.add_format({"bg_color": "#F8D7DA", "quote_prefix": True})
    for at, title in enumerate(["原行号", *report.header]):
        sheet.write_string(0, at, title, bold)
        sheet.set_column(at, at, 16)
    sheet.freeze_panes(1, 1)
    by_row: dict[int, list[CellFault]] = {}
    for fault in report.faults:
        by_row.setdefault(fault.row, []).append(fault)
    for line, (row, cells) in enumerate(report.faulty.items(), 1):
        marks: dict[int, list[CellFault]] = {}
        for fault in by_row.get(row, []):
            marks.setdefault(-1 if fault.at is None else fault.at, []).append(fault)
        sheet.write_number(line, 0, row, red if -1 in marks else None)
        width = max(len(cells), len(report.header))
        for at in range(width):
            value = cells[at] if at < len(cells) else ""
            sheet.write_string(line, at + 1, value, red if at in marks else plain)
        for at, faults in marks.items():
            note = "\n".join(f"{fault.why}。{fault.remedy}" for fault in faults)
            sheet.write_comment(line, at + 1, note, {"x_scale": 2})
