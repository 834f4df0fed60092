"""`yifa office`: the template is filled in and entered; what cannot be read is refused in Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner

from yifa.cli.office import command
from yifa.kernel.directory import tables
from yifa.kernel.registers.errors import UnreadableSheet
from yifa.office.directory import SHEETS
from yifa.office.models import Organ, Person

pytestmark = pytest.mark.django_db
ROWS = {
    "行政区划": [["130999", "洪河县", ""]],
    "机关": [["洪河县人民政府", "县政府", "政府", "130999", "", "", "洪政"]],
    "人员": [["zhou", "周明", "县政府", "承办人", "科员", "2026-01-04", "", "", ""]],
}


def book(path: Path, rows: dict[str, list[list[str]]]) -> Path:
    workbook = xlsxwriter.Workbook(str(path))
    for name, lines in rows.items():
        sheet = workbook.add_worksheet(name)
        sheet.write_row(0, 0, [column.heading for column in SHEETS.get(name, ())])
        for at, line in enumerate(lines, 1):
            sheet.write_row(at, 0, line)
    workbook.close()
    return path


def test_the_template_has_the_three_sheets_and_no_row_yet(tmp_path: Path) -> None:
    out = tmp_path / "名册.xlsx"
    assert CliRunner().invoke(command, ["template", "--out", str(out)]).exit_code == 0
    assert tables(out) == {name: [] for name in SHEETS}
    again = CliRunner().invoke(command, ["template", "--out", str(out)])
    assert "已经有" in str(again.exception)


def test_a_workbook_is_entered_and_first_passwords_are_for_their_owner_only(tmp_path: Path) -> None:
    accounts = tmp_path / "新账号.txt"
    file = book(tmp_path / "名册.xlsx", ROWS)
    done = CliRunner().invoke(command, ["enter", str(file), "--accounts", str(accounts)])
    assert done.exit_code == 0, done.output
    assert "机关：新增1，修改0。" in done.output
    assert accounts.stat().st_mode & 0o777 == 0o600
    name, login, password = accounts.read_text(encoding="utf-8").split()
    user = Person.objects.get().user
    assert user is not None
    assert (name, login, user.check_password(password)) == ("周明", "zhou", True)


def test_a_fault_is_told_with_its_cell_and_nothing_is_written(tmp_path: Path) -> None:
    wrong = ROWS | {"人员": [["zhou", "周明", "县政府", "打字员", "", "2026-01-04", "", "", ""]]}
    accounts = tmp_path / "新账号.txt"
    done = CliRunner().invoke(command, ["enter", str(book(tmp_path / "a.xlsx", wrong)), "--accounts", str(accounts)])
    assert "“人员”第2行“岗位”：没有“打字员”" in done.output
    assert not Organ.objects.exists()
    assert not accounts.exists()


def test_passwords_that_were_not_given_out_are_not_written_over(tmp_path: Path) -> None:
    accounts = tmp_path / "新账号.txt"
    accounts.write_text("张三\tzhang\tword\n", encoding="utf-8")
    done = CliRunner().invoke(command, ["enter", str(book(tmp_path / "a.xlsx", ROWS)), "--accounts", str(accounts)])
    assert "还没有分发的密码" in str(done.exception)
    assert accounts.read_text(encoding="utf-8").startswith("张三")


def test_nothing_is_entered_where_the_first_passwords_cannot_be_kept(tmp_path: Path) -> None:
    nowhere = tmp_path / "没有这个目录" / "新账号.txt"
    done = CliRunner().invoke(command, ["enter", str(book(tmp_path / "a.xlsx", ROWS)), "--accounts", str(nowhere)])
    assert "首次密码写不到" in str(done.exception)
    assert not Organ.objects.exists()


def test_whoever_enters_an_office_without_an_administrator_is_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(command, ["enter", str(book(tmp_path / "a.xlsx", ROWS)), "--dry-run"])
    assert "还没有系统管理员" in done.output


@pytest.mark.parametrize(
    ("rows", "said"),
    [({"别的表": []}, "里面没有"), ({"机关": []}, ""), ({"人员": [], "说明": []}, "")],
)
def test_a_workbook_without_any_of_the_sheets_is_refused(
    tmp_path: Path, rows: dict[str, list[list[str]]], said: str
) -> None:
    file = book(tmp_path / "b.xlsx", rows)
    if not said:
        assert list(tables(file)) == [name for name in rows if name in SHEETS]
        return
    with pytest.raises(UnreadableSheet):
        tables(file)


def test_a_csv_file_is_no_workbook(tmp_path: Path) -> None:
    file = tmp_path / "名册.csv"
    file.write_text("代码,名称\n130999,洪河县\n", encoding="utf-8")
    with pytest.raises(UnreadableSheet, match="不是有几张表的电子表格"):
        tables(file)
