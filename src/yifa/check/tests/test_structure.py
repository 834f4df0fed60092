"""Documents within a draft, letters and the law that a draft copies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yifa.check import Draft, check
from yifa.check.parts import read_parts

DAY = date(2026, 11, 22)
NOTICE = """某县人民政府关于印发某县渡口办法的通知
各镇人民政府：
现将《某县渡口办法》印发给你们，请遵照执行。
附件：1. 某县渡口办法
2. 登记表
某县人民政府
2026年5月1日
附件1
某县渡口办法
目 录
第一章 总则
第二章 附则
第一章 总则
第一条 为了规范渡口，制定本办法。
第二条 渡口应当设置下列设施：
（一）码头；
码头应当坚固。
（二）灯具。
前款所称灯具，是指
导航灯。
第二章 附则
第三条 将《某规定》第九条改为：“第九条 渡船应当检验。
第十条 渡工应当培训。”
附件2
登记表
第一条 姓名
"""


def test_a_notice_and_what_it_issues_are_documents_of_their_own() -> None:
    parts = read_parts(NOTICE)
    assert [(part.title[:6], part.annex, len(part.articles)) for part in parts] == [
        ("某县人民政府", False, 0),
        ("某县渡口办法", True, 3),
        ("", True, 1),
    ]


def test_a_table_of_contents_gives_no_headings() -> None:
    heads = read_parts(NOTICE)[1].heads
    assert [(head.unit, head.number, head.title) for head in heads] == [("章", 1, "总则"), ("章", 2, "附则")]


def test_text_below_an_item_and_wrapped_lines_open_no_paragraph() -> None:
    article = read_parts(NOTICE)[1].articles[1]
    assert [[item.number for item in paragraph.items] for paragraph in article.paragraphs] == [[1, 2], []]


def test_articles_in_a_quotation_over_several_lines_are_not_those_of_the_text() -> None:
    assert [article.number for article in read_parts(NOTICE)[1].articles] == [1, 2, 3]


def test_the_frame_of_a_letter_is_read() -> None:
    letter = Draft.read(NOTICE, DAY).letter
    assert letter.title is not None
    assert (letter.title.genre, letter.issuers, letter.complete) == ("通知", ("某县人民政府", "某县人民政府"), True)
    assert [line.text for line in letter.listed] == ["附件：1. 某县渡口办法", "2. 登记表"]


COPY = (
    "第二条 灯塔看守人应当在日落前半小时点亮灯器，每两小时记录一次灯光和海面情况，发现船舶遇险的，"
    "应当立即鸣放雾笛并报告海务机构。"
)


def _copies(text: str) -> list[str]:
    return [one.message for one in check(Draft.read(text, DAY)) if one.rule_id == "STRU-012"]


def test_the_law_that_is_copied_is_named() -> None:
    assert _copies(COPY) == ["重复了《灯塔守护条例》第五条的规定（相似度100%）。"]


def test_without_a_library_nothing_is_said_of_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YIFA_HOME", str(tmp_path))
    assert _copies(COPY) == []
    (tmp_path / "law.sqlite3").write_text("不是数据库", encoding="utf-8")
    assert _copies(COPY) == []
