"""`yifa register` as people type it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from yifa.areas.services.publicity.models import Activity
from yifa.areas.services.publicity.tests.conftest import HEADER, Bureau, line
from yifa.cli.register import command
from yifa.errors import YifaError

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("all_seen")]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_the_list_names_every_register() -> None:
    assert "law_publicity\t普法活动台账\t13栏\t依据：《法治宣传教育法》" in run("list").output


def test_a_template_is_written(tmp_path: Path, bureau: Bureau) -> None:
    out = tmp_path / "模板.xlsx"
    assert "已生成" in run("template", "普法活动台账", "--out", out, "--organ", "县司法局").output
    assert out.stat().st_size > 5000


def test_a_file_is_checked_then_imported_then_exported(
    bureau: Bureau, sheet: Callable[..., Path], tmp_path: Path
) -> None:
    path = sheet([HEADER, line(1), line(2, 受众人次=900_000)])
    to = ("--register", "law_publicity", "--organ", "县司法局")
    checked = run("import", path, *to, "--dry-run")
    assert checked.exit_code == 0
    assert "核对无误，可以导入" in checked.output
    assert "提醒：第3行“受众人次”" in checked.output
    assert not Activity.objects.exists()
    assert "已全部导入" in run("import", path, *to, "--by", "周明").output
    assert Activity.objects.get(number="普1").created_by == bureau.clerk
    out = tmp_path / "out.csv"
    assert run("export", "law_publicity", out, "--organ", "县司法局", "--year", 2025, "--public").exit_code == 0
    text = out.read_text(encoding="utf-8-sig")
    assert "普2" in text
    assert "照片档号" not in text


def test_a_faulty_file_ends_with_1_and_leaves_a_list(
    bureau: Bureau, sheet: Callable[..., Path], tmp_path: Path
) -> None:
    path, errors = sheet([HEADER, line(1, 活动日期="2025-13-01")]), tmp_path / "问题.xlsx"
    result = run("import", path, "--register", "law_publicity", "--organ", "县司法局", "--errors", errors)
    assert result.exit_code == 1
    assert "第2行“活动日期”：“2025-13-01”这一天不存在。请核对年、月、日。" in result.output
    assert errors.exists()
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--register", "nothing", "--organ", "县司法局"), "没有名为“nothing”的台账"),
        (("--register", "law_publicity", "--organ", "没有的局"), "没有这个机关"),
        (("--register", "law_publicity", "--organ", "县司法局", "--by", "无名"), "没有这个人员"),
    ],
)
def test_a_wrong_name_is_said(bureau: Bureau, sheet: Callable[..., Path], arguments: tuple[str, ...], why: str) -> None:
    result = run("import", sheet([HEADER, line(1)]), *arguments)
    assert isinstance(result.exception, YifaError)
    assert why in str(result.exception)
