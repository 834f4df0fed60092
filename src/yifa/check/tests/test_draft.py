"""Zones, numbering, kind and speed of reading a draft."""

from __future__ import annotations

import time
from datetime import date

import pytest

from yifa.check import Draft, DraftKind, check
from yifa.check.outline import outline

DAY = date(2026, 11, 22)
TEXT = """某县户外招牌管理办法

第一章 总则
第一条 为了规范招牌设置，制定本办法。
第二条 招牌的设置适用本办法。
居住区内的招牌参照本办法。
第二章 设置
第三条 设置人应当遵守下列要求：
（一）牢固安全；
（二）乱倒污水的商铺，由镇政府处五百元罚款。
附件
第四条 违规商铺由镇政府处五百元罚款。
"""


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("为了规范", "第一章第一条第一款"),
        ("居住区内", "第一章第二条第二款"),
        ("牢固", "第二章第三条第一款第一项"),
        ("乱倒", "第二章第三条第一款第二项"),
        ("某县户外", ""),
    ],
)
def test_the_path_counts_chapters_articles_paragraphs_and_items(words: str, path: str) -> None:
    assert outline(TEXT).path(TEXT.index(words)) == path


def test_a_text_without_articles_is_counted_by_its_headings() -> None:
    text = "一、总体要求\n（一）加强领导。\n二、任务\n具体工作。"
    assert outline(text).path(text.index("加强")) == "一、（一）"
    assert outline(text).path(text.index("具体")) == "二、"


def test_provisions_are_judged_and_annexes_are_not() -> None:
    found = [one for one in check(Draft.read(TEXT, DAY)) if one.rule_id == "AUTH-004"]
    assert [one.path for one in found] == ["第二章第三条第一款第二项"]


def test_a_quote_is_exactly_the_characters_of_its_span_also_behind_rare_characters() -> None:
    text = "第一条 𠮷祥街道的商铺乱倒污水的，由镇政府处五百元罚款。"
    (found,) = [one for one in check(Draft.read(text, DAY)) if one.rule_id == "AUTH-004"]
    assert text[found.start : found.end] == found.quote


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("某县环卫服务合同", DraftKind.CONTRACT),
        ("某县合同管理办法", DraftKind.NORMATIVE),
        ("某县2026年法治政府建设情况报告", DraftKind.REPORT),
        ("某县招牌管理规定", DraftKind.NORMATIVE),
    ],
)
def test_the_kind_is_read_from_the_title(title: str, kind: DraftKind) -> None:
    assert Draft.read(f"{title}\n第一条 内容。\n", DAY).kind is kind


def test_an_article_that_cites_its_law_makes_only_a_warning() -> None:
    text = "第一条 乱倒污水的商铺，由镇政府处五百元罚款。具体依照《行政处罚法》第九条办理。"
    (found,) = [one for one in check(Draft.read(text, DAY)) if one.rule_id == "AUTH-004"]
    assert found.severity.label == "提醒"


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "“" * 9_000, "《" * 9_000, "第一条" * 9_000, "应当经" * 9_000, "商户应当，" * 9_000, "|" * 50_000],
)
def test_odd_texts_are_checked_in_time_and_without_failing(text: str) -> None:
    began = time.monotonic()
    check(Draft.read(text, DAY))
    assert time.monotonic() - began < 20
