"""`yifa surcharge`: sums for any day, and slips named."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from yifa.cli.surcharge import command
from yifa.errors import YifaError


def ran(*args: str) -> str:
    """What the command prints."""
    outcome = CliRunner().invoke(command, args, catch_exceptions=False)
    assert outcome.exit_code == 0, outcome.output
    return outcome.output


def test_the_worked_sums_of_the_reference() -> None:
    assert "加处罚款6,000元" in ran("20000", "--received", "2025-03-10", "--until", "2025-04-04")
    assert "2025-03-11累计达到罚款数额50,000元" in ran("50000", "--due", "2025-02-05", "--until", "2025-03-20")
    stopped = ran("10000", "--due", "2025-03-25", "--until", "2025-05-20", "--stop", "2025-04-01..2025-05-16")
    assert "加处罚款3,000元" in stopped


def test_payments_and_instalments_are_taken_in() -> None:
    told = ran("20000", "--due", "2025-03-25", "--until", "2025-03-29", "--paid", "2025-03-27=10000")
    assert "加处罚款1,800元" in told
    plan = "2025-03-20:2025-04-30=10000,2025-05-30=10000"
    assert "加处罚款9,000元" in ran("20000", "--due", "2025-03-25", "--until", "2025-05-30", "--plan", plan)
    assert "不得加收" in ran("20000", "--due", "2025-03-25", "--until", "2025-05-30", "--unstated")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("一万", "--due", "2025-02-05", "--until", "2025-03-20"), "不是金额"),
        (("100", "--due", "昨天", "--until", "2025-03-20"), "不是日期"),
        (("100", "--until", "2025-03-20"), "写一个"),
        (("100", "--due", "2025-02-05", "--received", "2025-01-17", "--until", "2025-03-20"), "写一个"),
        (("100", "--due", "2025-02-05", "--until", "2025-03-20", "--paid", "2025-03-01"), "没有写金额"),
        (("-5", "--due", "2025-02-05", "--until", "2025-03-20"), "金额"),
    ],
)
def test_a_slip_is_named(args: tuple[str, ...], words: str) -> None:
    outcome = CliRunner().invoke(command, ["--", *args] if args[0].startswith("-") else list(args))
    said = str(outcome.exception) if isinstance(outcome.exception, YifaError) else outcome.output
    assert outcome.exit_code != 0
    assert words in said or "Missing option" in said


def test_a_year_without_a_notice_is_never_reckoned_in_silence() -> None:
    asked = ("1000", "--received", "2026-12-20", "--until", "2027-01-10")
    with pytest.raises(YifaError, match="没有2027年的放假安排"):
        CliRunner().invoke(command, asked, catch_exceptions=False)
    assert ran(*asked, "--provisional").startswith("缴款期限届满日2027-01-04是暂定的：2027年放假安排未公布")
