"""Rows of tables are read with the heads of their columns, and only warn."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.check import Draft, DraftKind, Severity, check
from yifa.check.tables import rows

DAY = date(2026, 11, 22)
TABLE = "事项 | 审批单位 | 未批后果\n夜间摆摊 | 须经镇市场办审批 | 没收摊车，罚款二百元\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("第一条 没有表格。", []),
        (TABLE, ["事项：夜间摆摊，审批单位：须经镇市场办审批，未批后果：没收摊车，罚款二百元"]),
        ("| 项目 | 标准 |\n|---|---|\n| 摊位费 | 每摊五元 |\n", ["项目：摊位费，标准：每摊五元"]),
        ("摊位费，每月 | 五百元，交市场办\n", ["摊位费，每月，五百元，交市场办"]),
        ("姓名 | 村 | 村\n张某某 | 河东村 | 河东村\n", ["姓名：张某某，村：河东村"]),
        (
            "甲：\n项目 | 标准\n押金 | 一百元\n正文。\n押金收取，每户 | 两百元整\n",
            ["项目：押金，标准：一百元", "押金收取，每户，两百元整"],
        ),
    ],
)
def test_a_row_is_said_with_the_heads_of_its_columns(text: str, said: list[str]) -> None:
    assert [row.says.text for row in rows(text)] == said


def test_a_row_that_sets_a_licence_is_a_warning_at_the_row() -> None:
    text = f"某县集市管理办法\n第一条 审批事项见下表。\n{TABLE}"
    (found,) = [one for one in check(Draft.read(text, DAY)) if one.group == "authority"]
    assert found.severity is Severity.WARNING
    assert found.quote in TABLE


@pytest.mark.parametrize(
    "text",
    [
        "姓名 | 所在村 | 补助金额\n张某某 | 河东村 | 三百元\n李某某 | 河西村 | 五百元\n",
        "事项 | 办理单位 | 办理方式\n夜间摆摊 | 镇便民服务中心 | 电话告知，不收费\n",
        "序号 | 材料名称 | 要求\n1 | 居民身份证 | 原件核对后退还\n",
    ],
)
def test_an_ordinary_table_is_left_alone(text: str) -> None:
    draft = Draft.read(f"第一条 见下表。\n{text}", DAY, DraftKind.NORMATIVE, "")
    assert not [one for one in check(draft) if one.group in ("authority", "competition")]
