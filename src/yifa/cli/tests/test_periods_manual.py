"""The commands and answers printed in the manual's page on periods are real."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from yifa.cli.due import command
from yifa.clock import parse_notice

PAGE = Path(__file__).parents[4] / "docs" / "manual" / "periods.md"
TEXT = PAGE.read_text("utf-8")
COMMANDS = re.findall(r"`yifa due (--(?:from|before|by) [^`]+)`", TEXT)


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_in_the_manual_works(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YIFA_HOME", str(tmp_path))
    result = CliRunner().invoke(command, shlex.split(line), catch_exceptions=False)
    assert result.exit_code == 0
    assert result.stdout.startswith("届满日：")


def test_the_answer_shown_in_the_manual_is_what_the_command_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YIFA_HOME", str(tmp_path))
    shown = re.search(r"```console\n\$ yifa due (--from .+)\n((?:.+\n)+)```", TEXT)
    assert shown
    result = CliRunner().invoke(command, shlex.split(shown[1]), catch_exceptions=False)
    assert result.stdout == shown[2]


def test_the_notice_shown_in_the_manual_is_accepted() -> None:
    shown = re.search(r"```yaml\n(.+?)```", TEXT, re.DOTALL)
    assert shown
    assert parse_notice(shown[1]).year == 2027


def test_the_manual_shows_every_kind_of_limit() -> None:
    assert len(COMMANDS) >= 10
