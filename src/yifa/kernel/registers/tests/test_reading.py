"""Files as people hand them in: right, odd and hostile."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from yifa.kernel.registers import reading
from yifa.kernel.registers.errors import UnreadableSheet
from yifa.kernel.registers.reading import read_sheet


def rows(path: Path) -> list[tuple[int, list[object]]]:
    return [(number, list(cells)) for number, cells in read_sheet(path).rows()]


def test_cells_of_an_xlsx_keep_their_types_and_row_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(2, 0, ["甲", 3])
    sheet.write_datetime(2, 2, datetime(2024, 3, 5), book.add_format({"num_format": "yyyy-mm-dd"}))
    sheet.write_formula(2, 3, "=1+1", None, 2)
    book.close()
    found = [(number, cells) for number, cells in rows(path) if cells[0] == "甲"]
    assert found == [(3, ["甲", 3.0, date(2024, 3, 5), 2.0])]


def test_merged_cells_repeat_their_value(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(2, 1, ["单位", "主题"])  # neither in the first row nor in the first column
    sheet.merge_range(3, 1, 5, 1, "司法局")
    for line in (3, 4, 5):
        sheet.write_string(line, 2, f"主题{line}")
    book.close()
    assert rows(path)[3:] == [(line + 1, ["司法局", f"主题{line}"]) for line in (3, 4, 5)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes('编号,主题\n1,"宪法,宣传"\n'.encode(encoding))
    assert rows(path) == [(1, ["编号", "主题"]), (2, ["1", "宪法,宣传"])]


def test_a_csv_may_be_separated_by_tabs(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("编号\t主题\n1\t宪法\n", encoding="utf-8")
    assert rows(path)[1] == (2, ["1", "宪法"])


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.xlsx", b"", "空的"),
        ("a.xlsx", b"PK\x03\x04 cut off", "已损坏"),
        ("a.xlsx", b"no workbook at all", "不是电子表格"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off", "已损坏"),
        ("a.pdf", b"%PDF-1.7", "不支持.pdf"),
        ("a.csv", b"\xff\xff\xff\xff\x81", "编码"),
        ("a.csv", b"a,b\n\x00\x00", "不是文字"),
        ("a.csv", b"\n,,\n", "没有内容"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_the_reason(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableSheet, match=why):
        read_sheet(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSheet, match="不存在"):
        read_sheet(tmp_path / "nowhere.xlsx")
    with pytest.raises(UnreadableSheet, match="不是文件"):
        read_sheet(tmp_path)


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(UnreadableSheet, match="200MB"):
        read_sheet(path)


def test_a_zip_bomb_is_refused_without_being_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container,
        container.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(64):
            part.write(b" " * (1 << 20))
    with pytest.raises(UnreadableSheet, match="不像正常的表格"):
        read_sheet(path)


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "liar.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("xl/workbook.xml", b" " * (1 << 20))
    data = bytearray(path.read_bytes())
    real, claimed = (1 << 20).to_bytes(4, "little"), (100).to_bytes(4, "little")
    path.write_bytes(bytes(data).replace(real, claimed))
    with pytest.raises(UnreadableSheet, match="已损坏"):
        read_sheet(path)


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "ROWS", 10)
    path = tmp_path / "a.csv"
    path.write_text("编号\n" * 40, encoding="utf-8")
    with pytest.raises(UnreadableSheet, match="超过10行"):
        read_sheet(path)


def test_a_sheet_can_be_read_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("编号,主题\n1,宪法\n", encoding="utf-8")
    sheet = read_sheet(path)
    assert list(sheet.rows()) == list(sheet.rows())


def test_a_stray_cell_in_the_last_row_and_column_is_refused_instead_of_ending_the_process(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write(0, 0, "编号")
    sheet.write(1_048_575, 16_383, "误填")
    book.close()
    with pytest.raises(UnreadableSheet, match="第1048576行、第16384列"):
        read_sheet(path)


def test_a_far_cell_that_is_only_formatted_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["编号", "主题"])
    sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))
    book.close()
    assert rows(path)[0] == (1, ["编号", "主题"])


ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
 <table:table table:name="S">%s</table:table></office:spreadsheet></office:body></office:document-content>"""
CELL = '<table:table-cell office:value-type="string"%s><text:p>%s</text:p></table:table-cell>'


def ods(path: Path, body: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        container.writestr("content.xml", ODS % body)
        container.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def test_an_ods_is_read_with_its_dates_and_its_endless_empty_rows(tmp_path: Path) -> None:
    day = '<table:table-cell office:value-type="date" office:date-value="2024-03-05"/>'
    nothing = '<table:table-cell table:number-columns-repeated="16384"/>'
    empty = f'<table:table-row table:number-rows-repeated="1048574">{nothing}</table:table-row>'
    body = f"<table:table-row>{CELL % ('', '编号')}{CELL % ('', '日期')}</table:table-row>"
    body += f"<table:table-row>{CELL % ('', '1')}{day}</table:table-row>{empty}"
    assert rows(ods(tmp_path / "a.ods", body)) == [(1, ["编号", "日期"]), (2, ["1", date(2024, 3, 5)])]


@pytest.mark.parametrize(
    "body",
    [
        '<table:table-row table:number-rows-repeated="1000000">' + CELL % ("", "x") * 20 + "</table:table-row>",
        "<table:table-row>" + CELL % (' table:number-columns-repeated="999999999"', "x") + "</table:table-row>",
        f"<table:table-row>{CELL % ('', 'x') * 30}</table:table-row>"
        '<table:table-row table:number-rows-repeated="999999"><table:table-cell/></table:table-row>'
        f"<table:table-row>{CELL % ('', 'x')}</table:table-row>",
    ],
)
def test_cells_repeated_without_end_are_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(UnreadableSheet, match="范围过大"):
        read_sheet(ods(tmp_path / "a.ods", body))


def test_a_cut_off_ods_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSheet, match="已损坏"):
        read_sheet(ods(tmp_path / "a.ods", "<table:table-row>"))
