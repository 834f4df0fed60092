"""The text of an act, cut into articles, paragraphs and items."""

import pytest

from yifa.law.statute import split_articles, split_numbered, structure
from yifa.law.structure import Structure, digest, pack, unpack


def shapes(text: str) -> list[tuple[tuple[int, int], tuple[int, ...]]]:
    return [(a.key, a.shape.items) for a in split_articles(text.split("\n"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一条 甲。", [((1, 0), (0,))]),
        ("第一条　甲。\n\n乙。", [((1, 0), (0, 0))]),
        ("第一条 甲：\n（一）乙；\n（二）丙。\n丁。", [((1, 0), (2, 0))]),
        ("第一条 甲：\n(一)乙；\n(二)丙。", [((1, 0), (2,))]),
        ("第一条 甲。\n第一条之一 乙。\n第二条 丙。", [((1, 0), (0,)), ((1, 1), (0,)), ((2, 0), (0,))]),
        ("第一百二十八 条甲。", [((128, 0), (0,))]),
        ("笫五条 甲。", [((5, 0), (0,))]),
        ("## 第一章 总则\n第一条 甲。\n## 第二章 分则\n乙乙", [((1, 0), (0,))]),
        ("第一条 甲。\n附件：名录\n第一条 乙。", [((1, 0), (0,))]),
        ("第一条 甲。\n第二条 乙。\n第一条 丙。", [((1, 0), (0,)), ((2, 0), (0,))]),
        ("第一条 组成：\n总理，\n副总理，\n部长。\n丁。", [((1, 0), (0, 0))]),
        ("第一条 甲在\n乙。", [((1, 0), (0,))]),
        ("第一条 甲：\n（一）乙：\n1．丙；\n2．丁；\n（二）戊。", [((1, 0), (2,))]),
        ("第一条 甲。\n业务规则与风险控制\n第二条 乙。", [((1, 0), (0,)), ((2, 0), (0,))]),
        ("\u200b第一条 甲。", [((1, 0), (0,))]),
        ("违反第一条 的规定", []),
        ("", []),
    ],
)
def test_articles_paragraphs_and_items_are_counted(
    text: str, expected: list[tuple[tuple[int, int], tuple[int, ...]]]
) -> None:
    assert shapes(text) == expected


def test_parts_of_an_article_can_be_read() -> None:
    article = split_articles("第一条 甲：\n（一）乙；\n（二）丙：\n1.丁。\n戊。".split("\n"))[0]
    assert article.part(1, 2) == "（二）丙：\n1.丁。"
    assert article.part(2) == "戊。"
    assert article.part(3) is None
    assert article.part(2, 1) is None
    assert article.part(None, 1) == "（一）乙；"


def test_an_amendment_is_cut_at_its_numbers() -> None:
    parts = split_numbered("一、将第一条修改为：\n“甲。\n二、增加一条。".split("\n"))
    assert [part.key for part in parts] == [(1, 0), (2, 0)]


def test_a_digest_ignores_blanks_and_widths_but_no_word() -> None:
    assert digest("第（一）项 甲。\n乙") == digest("第(一)项甲。乙")
    assert digest("三十日") != digest("六十日")


def test_a_structure_survives_packing() -> None:
    before = structure(split_articles("第一条 甲：\n（一）乙。\n第一条之一 丙。".split("\n")), digests=True)
    assert unpack(pack(before)) == before
    assert unpack(pack(Structure(()))) == Structure(())
