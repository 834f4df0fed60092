"""The runner of scenarios: what it reports, what it refuses, and how it names a mistake in a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from yifa.cli.scenario import command
from yifa.kernel.scenario import run, within
from yifa.kernel.scenario_file import ScenarioError

COURSE = "  经过:\n    - 2025-03-10: "
HEAD = "- 情形: 试验\n  依据: 行政复议法第三十条\n  程序: 行政复议\n"


def written(folder: Path, text: str) -> Path:
    """A scenario file."""
    path = folder / "情形.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_wrong_expectation_is_shown_with_what_came_out(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + "  经过:\n    - 2025-03-10: 收到申请\n  届满: {受理审查: 2025-03-16}\n")
    (outcome,) = run(path)
    assert outcome.mismatches == ["期限“受理审查”届满应为2025-03-16，实为2025-03-17"]


def test_an_unexpected_refusal_gives_every_reason_with_its_article(tmp_path: Path) -> None:
    course = "    - 2025-03-10: 收到申请\n    - 2025-03-11: {环节: 受理, 未确认: [利害关系, 具体的行政复议请求]}\n"
    (outcome,) = run(written(tmp_path, HEAD + "  经过:\n" + course))
    assert "第6行" in outcome.mismatches[0]
    assert "行政复议法30①(二)" in outcome.mismatches[0]
    assert "行政复议法30①(三)" in outcome.mismatches[0]


def test_a_refused_step_leaves_the_case_as_it_was(tmp_path: Path) -> None:
    refused = "{环节: 受理, 未确认: [利害关系], 登记: {被申请人: 甲局}, 拒绝: 行政复议法30①(二)}"
    course = f"    - 2025-03-10: 收到申请\n    - 2025-03-11: {refused}\n"
    (outcome,) = run(written(tmp_path, HEAD + "  经过:\n" + course + "  阶段: 审查\n  记录: {被申请人: None}\n"))
    assert outcome.ok, outcome.report()


def test_an_expected_refusal_that_does_not_come_is_a_mismatch(tmp_path: Path) -> None:
    course = "    - 2025-03-10: {环节: 收到申请, 拒绝: 行政复议法第三十条}\n"
    (outcome,) = run(written(tmp_path, HEAD + "  经过:\n" + course))
    assert "应当不予办理，实际可以办理" in outcome.mismatches[0]


def test_an_expected_refusal_for_another_reason_is_a_mismatch(tmp_path: Path) -> None:
    course = "    - 2025-03-10: 收到申请\n    - 2025-03-11: {环节: 作出决定, 拒绝: 行政复议法第六十三条}\n"
    (outcome,) = run(written(tmp_path, HEAD + "  经过:\n" + course))
    assert "没有“行政复议法第六十三条”" in outcome.mismatches[0]


def test_blanks_are_not_filled_in_where_the_scenario_says_so(tmp_path: Path) -> None:
    course = "  补全: 否\n  经过:\n    - 2025-03-10: {环节: 收到申请, 拒绝: [未填写“申请人”, 未填写“提交渠道”]}\n"
    (outcome,) = run(written(tmp_path, HEAD + course))
    assert outcome.ok, outcome.report()


@pytest.mark.parametrize(
    ("wanted", "provision", "same"),
    [
        ("行政处罚法42", "行政处罚法42①", True),
        ("行政处罚法42①", "行政处罚法42①", True),
        ("行政处罚法第四十二条", "行政处罚法第四十二条第一款", True),
        ("行政处罚法4", "行政处罚法42①", False),
        ("刑法17", "刑法17之一", False),
        ("刑法第十七条", "刑法第十七条之一", False),
        ("行政处罚法42②", "行政处罚法42①", False),
    ],
)
def test_an_article_stands_for_its_paragraphs_and_for_no_other_article(wanted: str, provision: str, same: bool) -> None:
    assert within(wanted, provision) is same


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "第1行：文件应当是若干情形的列表"),
        ("情形: 一", "应当是若干情形的列表"),
        ("- 情形: [", "行：格式有误。请检查缩进、冒号后的空格和引号"),
        ("- 一句话", "每个情形应当写成"),
        ("- 情形: 一\n  程序: 行政复议\n", "第1行：缺少“经过”"),
        ("- 情形: 一\n  情形: 二\n", "第2行：“情形”写了两次"),
        (HEAD + "  历程: []\n  经过:\n    - 2025-03-10: 收到申请\n", "第1行：不认识“历程”"),
        (HEAD + "  经过:\n    - 2025-02-30: 收到申请\n", "第5行：“2025-02-30”不是日期"),
        (HEAD + "  经过:\n    - 三月十日: 收到申请\n", "第5行：“三月十日”不是日期"),
        (HEAD + "  经过:\n    - 2025-03-10: 收到申清\n", "第5行：行政复议没有“收到申清”，可用的有：收到申请"),
        (HEAD + COURSE + "{环节: 收到申请, 登记: {申请人名: 甲}}\n", "第5行：没有名为“申请人名”的登记事项"),
        (HEAD + "  经过:\n    - 2025-03-10: {环节: 收到申请, 登记: {提交渠道: 飞鸽}}\n", "应为以下之一：邮寄"),
        (HEAD + "  经过:\n    - 2025-03-10: {环节: 收到申请, 数据: {天数: 3}}\n", "没有填写事项“天数”"),
        (HEAD + "  经过:\n    - 2025-03-10: {环节: 收到申请, 例外: {天气: 雨}}\n", "没有条件“天气”"),
        (HEAD + COURSE + "收到申请\n  届满: {受理期: 2025-03-17}\n", "没有“受理期”，可用的有：申请期限"),
        (HEAD + "  经过:\n    - 2019-03-10: 收到申请\n", "第1行：行政复议的规则自2024-01-01起收录"),
        (HEAD.replace("复议\n", "复义\n") + COURSE + "收到申请\n", "没有名为“行政复义”的程序"),
    ],
)
def test_a_mistake_in_a_file_is_named_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(ScenarioError) as error:
        run(written(tmp_path, text))
    assert expected in str(error.value)


def test_a_file_that_is_missing_or_in_another_encoding_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="不能读取"):
        run(tmp_path / "无.yaml")
    path = tmp_path / "旧.yaml"
    path.write_bytes("- 情形: 一".encode("gb18030"))
    with pytest.raises(ScenarioError, match="不是UTF-8编码"):
        run(path)


def test_the_command_ends_with_1_on_a_mismatch_and_0_without(tmp_path: Path) -> None:
    good = HEAD + COURSE + "收到申请\n  届满: {受理审查: 2025-03-17}\n"
    result = CliRunner().invoke(command, [str(written(tmp_path, good))])
    assert result.exit_code == 0, result.output
    assert "共1个情形，1个相符，0个不符。" in result.output
    result = CliRunner().invoke(command, [str(written(tmp_path, good.replace("03-17", "03-18")))])
    assert result.exit_code == 1
    assert "不符：期限“受理审查”届满应为2025-03-18，实为2025-03-17" in result.output


def test_the_command_runs_no_query_at_all(tmp_path: Path) -> None:
    """No database is allowed in this test: pytest-django would refuse the first query."""
    path = written(tmp_path, HEAD + "  经过:\n    - 2025-03-10: 收到申请\n  今天: 2025-06-30\n")
    (outcome,) = run(path)
    assert [taken.by_law for taken in outcome.taken][:3] == [False, True, True]
