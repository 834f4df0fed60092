"""`yifa calendar`: show, check, enter."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from yifa.cli.calendar import command, put
from yifa.clock import BadNotice, Calendar
from yifa.errors import YifaError

NOTICE = """年份: 2027
来源: 测试用假设的安排，不是真实通知
放假:
  元旦: 2027-01-01 至 2027-01-03
上班:
  元旦: 2026-12-27
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("YIFA_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "通知.yaml"
    path.write_text(NOTICE, "utf-8")
    return path


def run(*args: str) -> str:
    return CliRunner().invoke(command, args, catch_exceptions=False).stdout


def test_a_known_year_is_shown_with_its_notice(home: Path) -> None:
    text = run("show", "2026")
    assert "国办发明电〔2025〕7号，2025-11-04" in text
    assert "春节：2026-02-15（周日）至2026-02-23（周一）放假，共9天" in text
    assert "春节：2026-02-14（周六）上班" in text
    assert "全年248天" in text


def test_a_year_whose_number_nobody_verified_says_so(home: Path) -> None:
    assert "文号未核实" in run("show", "2005")


def test_an_unknown_year_is_shown_as_provisional(home: Path) -> None:
    text = run("show", "2027")
    assert "没有2027年的放假安排" in text
    assert "春节：2027-02-06（周六）" in text
    assert "工作日（暂定）" in text


@pytest.mark.parametrize("year", ["2003", "2099"])
def test_a_year_of_which_nothing_is_known_is_refused(home: Path, year: str) -> None:
    with pytest.raises(YifaError, match=f"没有{year}年的放假安排，也不能推算"):
        run("show", year)


def test_a_notice_is_checked_and_doubts_are_told(home: Path, notice: Path) -> None:
    text = run("check", str(notice))
    assert "可以采用：2027年，放假3天，调休上班1天" in text
    assert "提醒：2027-10-01（周五）是法定节日（国庆节），但不在“放假”之列" in text


def test_a_wrong_notice_is_refused_with_its_lines(home: Path, notice: Path) -> None:
    notice.write_text(NOTICE.replace("2026-12-27", "2026-12-28"), "utf-8")
    for verb in ("check", "enter"):
        with pytest.raises(BadNotice, match="第6行：2026-12-28是周一"):
            run(verb, str(notice))
    assert not (home / "calendars").exists()


def test_a_year_that_is_known_is_only_replaced_on_request(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "2026.yaml"
    path.write_text("年份: 2026\n来源: 测试用假设\n放假:\n  元旦: 2026-01-01\n", "utf-8")
    with pytest.raises(YifaError, match="--replace"):
        run("enter", str(path))


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "calendars" / "2027.yaml"
    put(NOTICE.encode(), target)
    put(NOTICE.encode(), target)
    assert [path.name for path in target.parent.iterdir()] == ["2027.yaml"]
    assert not Calendar.load([target.parent]).unpublished_years(date(2027, 1, 1), date(2027, 12, 31))
    (tmp_path / "file").write_text("")
    with pytest.raises(YifaError, match="没有录入：写不了"):
        put(b"", tmp_path / "file" / "2027.yaml")


def test_entering_a_notice_from_the_shell(home: Path, notice: Path) -> None:
    def shell(*args: str) -> subprocess.CompletedProcess[str]:
        program = [sys.executable, "-c", "from yifa.cli import main; main()", *args]
        environment = {
            **os.environ,
            "YIFA_HOME": str(home),
            "DJANGO_SETTINGS_MODULE": "yifa.settings",
        }
        return subprocess.run(program, env=environment, capture_output=True, text=True, check=False)

    entered = shell("calendar", "enter", str(notice))
    assert entered.returncode == 0, entered.stderr
    assert "已录入：2027年" in entered.stdout
    assert "没有重算在办期限" in entered.stdout
    again = shell("calendar", "enter", str(notice))
    assert again.returncode == 2
    assert again.stderr.startswith("错误：没有录入：2027年已有放假安排")
    assert "Traceback" not in again.stderr
