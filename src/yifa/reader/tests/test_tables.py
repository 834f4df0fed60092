"""Numbers in tables, however the table was copied, take their unit and what they count from its headers."""

from __future__ import annotations

from pathlib import Path

import pytest

from yifa.reader import read_file, read_text
from yifa.reader.model import Reading

_HEAD = "某县2024年法治政府建设情况报告\n2024年，某县推进法治政府建设。\n一、规范行政执法\n主要数据如下：\n"
_CASES = {
    "bars": (
        "项目 | 2023年 | 2024年 | 同比\n行政处罚（件） | 120 | 90 | -25%\n罚没金额（万元） | 33.5 | 40.2 | 20%\n",
        ["120件", "90件", "25%", "33.5万元", "40.2万元", "20%"],
    ),
    "tabs and a unit column": (
        "指标\t单位\t2023年\t2024年\t增减\n行政处罚\t件\t1,120\t908\t-18.93%\n罚没金额\t万元\t33.5\t40.2\t20%\n",
        ["1120件", "908件", "18.93%", "33.5万元", "40.2万元", "20%"],
    ),
    "wide blanks": (
        "单位名称　　处罚案件（件）　　罚没金额（万元）\n公安局　　　12　　　3.4\n交通局　　　56　　　7.8\n",
        ["12件", "3.4万元", "56件", "7.8万元"],
    ),
    "one cell a line": (
        "部门\n处罚（件）\n许可（件）\n公安局\n12\n340\n交通局\n56\n78\n",
        ["12件", "340件", "56件", "78件"],
    ),
    "a scale in the caption": (
        "表1 办件情况（单位：万件）\n类别 | 窗口办件 | 网上办件\n户政 | 2.4 | 16.8\n交管 | 30.5 | 84.9\n",
        ["24000件", "168000件", "305000件", "849000件"],
    ),
    "two units in the caption": (
        "（单位：件、万元）\n部门 | 办结案件 | 罚没金额\n公安局 | 12 | 3.4\n交通局 | 56 | 7.8\n",
        ["12件", "3.4万元", "56件", "7.8万元"],
    ),
    "running numbers and years are left out": (
        "序号 | 部门 | 案件数\n1 | 公安局 | 12\n2 | 交通局 | 56\n",
        ["12件", "56件"],
    ),
    "a heading over all columns": (
        "类别 | 2023年（件） | 2024年（件）\n一般案件 | 3 | 4\n重点领域\n食品药品 | 12 | 14\n安全生产 | 5 | 6\n",
        ["3件", "4件", "12件", "14件", "5件", "6件"],
    ),
}  # fmt: skip


def _shown(reading: Reading) -> list[str]:
    return [f"{f.value:g}{f.unit or ''}" for f in reading.figures]


@pytest.mark.parametrize("name", _CASES)
def test_cells_take_their_unit_from_the_table(name: str) -> None:
    table, expected = _CASES[name]
    assert _shown(read_text(f"{_HEAD}{table}以上数据均来自年度统计。\n", "某县.txt")) == expected


def test_merged_cells_of_a_web_page_keep_their_headers(tmp_path: Path) -> None:
    page = tmp_path / "报告.html"
    page.write_text(
        "<html><body><h1>某县2024年法治政府建设情况报告</h1><p>一、规范行政执法</p><table>"
        '<tr><th rowspan="2">单位</th><th colspan="2">行政处罚</th><th rowspan="2">行政许可（件）</th></tr>'
        "<tr><th>件数</th><th>罚没金额（万元）</th></tr>"
        "<tr><td>市场监管局</td><td>１２３</td><td>45.6</td><td>1,234</td></tr>"
        "<tr><td>合计</td><td>123</td><td>45.6</td><td>1,234</td></tr></table></body></html>",
        "utf-8",
    )
    reading = read_file(page)
    assert _shown(reading)[:3] == ["123件", "45.6万元", "1234件"]
    assert [f.indicator for f in reading.figures[:3]] == [
        "enforcement.penalties", "enforcement.fine_amount", "enforcement.licences_granted",
    ]  # fmt: skip


def test_a_label_over_several_rows_holds_for_each_of_them() -> None:
    table = "地区 | 类别 | 案件（件）\n东区 | 处罚 | 12\n许可 | 34\n西区 | 处罚 | 5\n许可 | 6\n"
    labels = [f.label for f in read_text(_HEAD + table, "某县.txt").figures]
    assert [label.split()[1] for label in labels] == ["东区", "东区", "西区", "西区"]


def test_a_negative_cell_is_not_taken_for_a_range() -> None:
    table = "指标\t2023年\t2024年\t增减\n处罚案件（件）\t55\t50\t-9.09%\n许可事项（件）\t10\t12\t20%\n"
    assert all(f.value_max is None for f in read_text(_HEAD + table, "某县.txt").figures)


def test_lines_of_a_notice_with_blanks_are_no_table() -> None:
    text = "来源　　县司法局　　2025年1月3日\n浏览　　次　　字体\n"
    assert _shown(read_text(_HEAD + text, "某县.txt")) == []


def test_numbers_of_the_page_around_the_report_are_no_cells() -> None:
    menu = "栏目\n点击\n要闻\n12\n公告\n34\n专题\n56\n"
    assert _shown(read_text(menu + _HEAD + "全年办理案件5件。\n", "某县.txt")) == ["5件"]


def test_a_year_in_a_cell_is_no_count() -> None:
    table = "名称 | 时间节点 | 数量\n甲条例 | 2019 | 3\n乙办法 | 2021 | 4\n"
    assert _shown(read_text(_HEAD + table, "某县.txt")) == ["3件", "4件"]
