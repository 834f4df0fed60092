"""Headings, sentences and tables of plain text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.text import flatten, parse


def _tree(text: str) -> list[tuple[int, str, bool]]:
    return [(h.level, h.title, h.run_in) for h in parse(text, "x").headings]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("一、主要工作\n（一）加强领导\n1.健全机制。全年召开会议。\n", [
            (1, "一、主要工作", False), (2, "（一）加强领导", False), (3, "1.健全机制", True)]),
        ("（一）加强领导。一是学习走深。组织学习。二是责任压实。签订责任书。\n", [
            (2, "（一）加强领导", True), (3, "一是学习走深", True), (3, "二是责任压实", True)]),
        ("1.健全机制。一是清单管理。对照清单。二是压减材料。精简材料。\n", [(3, "1.健全机制", True)]),
        ("主要有：一是认识不足；二是能力不强；三是投入不够。\n", []),
        ("第一部分 总体情况\n二、下一步打算\n", [(1, "第一部分 总体情况", False), (1, "二、下一步打算", False)]),
        ("2.5万元罚款\n12.4宪法日\n3.5%的案件\n", []),
        ("１．全角编号。内容。\n", [(3, "１．全角编号", True)]),
        ("十一、健全保障\n", [(1, "十一、健全保障", False)]),
    ],
)  # fmt: skip
def test_headings_are_found_with_their_level(text: str, tree: list[tuple[int, str, bool]]) -> None:
    assert _tree(text) == tree


def test_headings_nest_and_end_where_the_next_of_their_rank_starts() -> None:
    text = "一、甲\n（一）乙\n文字\n（二）丙\n文字\n二、丁\n文字"
    first, second, third, last = parse(text, "x").headings
    assert (second.parent, third.parent, last.parent) == (0, 0, None)
    assert first.body_end == last.start
    assert second.body_end == third.start
    assert last.body_end == len(text)


def test_sentences_end_at_their_marks_or_lines() -> None:
    document = parse("第一句。第二句！“第三句？”第四句\n第五句", "x")
    assert [document.text[s.start : s.end] for s in document.sentences] == [
        "第一句。", "第二句！", "“第三句？”", "第四句", "第五句",
    ]  # fmt: skip


def test_lines_with_the_same_number_of_cells_are_a_table() -> None:
    document = parse("说明\n项目 | 甲 | 乙\n数量 | 3 | 4件\n文 号:无 |\n", "x")
    assert [[c.text for c in row] for row in document.tables[0].rows] == [["项目", "甲", "乙"], ["数量", "3", "4件"]]
    assert len(document.tables) == 1


@given(st.text(alphabet=st.sampled_from("一二三十是、（）(1.2)。，！\n |｜件%２３年月　甲乙“”"), max_size=200))
def test_any_text_has_a_structure_inside_its_bounds(text: str) -> None:
    document = parse(text, "x")
    assert len(flatten(text)) == len(text)
    for part in (*document.blocks, *document.sentences, *document.headings):
        assert 0 <= part.start < part.end <= len(text)
    for heading in document.headings:
        assert heading.end <= heading.body_end <= len(text)
        assert document.text[heading.start : heading.end] == heading.title


@pytest.mark.parametrize("line", ["一、甲\n", "（一）乙。一是丙。丁。\n", "甲 | 乙\n", "。", "一是", "（", "\n\n", "1"])
def test_long_repetitive_texts_take_time_in_proportion(line: str) -> None:
    started = time.monotonic()
    parse(line * (400_000 // len(line)), "x")
    assert time.monotonic() - started < 20


_PARAGRAPH = "一年来坚持依法行政，各项工作扎实推进，执法更加规范，服务更加高效，群众的获得感不断增强，取得明显成效。"


def test_headings_without_numbers_stand_alone_above_a_paragraph() -> None:
    lines = [
        "某县情况报告",
        _PARAGRAPH,
        "主要举措和成效",
        "加强党的领导，凝聚合力",
        _PARAGRAPH,
        "存在问题",
        _PARAGRAPH,
        "某县人民政府",
    ]
    found = [(h.level, h.title) for h in parse("\n".join(lines), "x").headings]
    assert found == [(1, "主要举措和成效"), (2, "加强党的领导，凝聚合力"), (1, "存在问题")]


def test_framed_and_ornamented_lines_are_headings() -> None:
    lines = ["某区报告", _PARAGRAPH, "【一年回顾】", "★ 党建引领筑牢法治之基", _PARAGRAPH, "【短板不足】", _PARAGRAPH]
    found = [(h.level, h.title) for h in parse("\n".join(lines), "x").headings]
    assert found == [(1, "【一年回顾】"), (2, "★ 党建引领筑牢法治之基"), (1, "【短板不足】")]


def test_a_paragraph_may_open_with_the_name_of_its_section() -> None:
    (heading,) = parse(f"{_PARAGRAPH}\n存在问题：执法力量不足，专业人员偏少。", "x").headings
    assert (heading.title, heading.run_in) == ("存在问题", True)


def test_numbered_headings_leave_no_room_for_bare_ones() -> None:
    text = f"一、主要做法\n{_PARAGRAPH}\n深化改革创新\n{_PARAGRAPH}\n二、存在问题\n{_PARAGRAPH}"
    assert [h.title for h in parse(text, "x").headings] == ["一、主要做法", "二、存在问题"]


def test_a_long_sentence_that_opens_with_a_list_marker_is_no_heading() -> None:
    text = "一、存在问题\n一是执法力量薄弱，十六名执法人员承担九十八项处罚事项；二是普法形式单一；三是基础工作薄弱。\n"
    assert [h.title for h in parse(text, "a.txt").headings] == ["一、存在问题"]
