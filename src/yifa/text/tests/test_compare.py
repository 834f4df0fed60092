"""Comparing versions by article: tables for what a reader expects, properties for what must always hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.text.compare import Kind, compare, pieces, substantive, units_of

OLD = """洪河县养老服务办法
第一章 总则
第一条 为了规范养老服务，根据有关法律，制定本办法。
第二条 本办法适用于本县行政区域内的养老服务活动。
第三条 县民政部门负责养老服务的监督管理工作。
第二章 服务
第四条 养老机构应当自登记之日起二十日内备案。
备案不收取费用。
第五条 养老机构不得向老年人收取押金。
第六条 本办法自2024年5月1日起施行，有效期5年。"""


def kinds(old: str, new: str) -> list[str]:
    return [change.label for change in compare(old, new).changes if change.kind is not Kind.SAME or change.renumbered]


def test_an_equal_text_has_no_change() -> None:
    found = compare(OLD, OLD)
    assert found.summary() == "没有改动。"
    assert not found.substantive
    assert {change.kind for change in found.changes} == {Kind.SAME}


def test_articles_stand_with_their_chapter_and_all_paragraphs() -> None:
    fourth = next(unit for unit in units_of(OLD) if unit.label == "第四条")
    assert fourth.division == "第二章 服务"
    assert fourth.text == "养老机构应当自登记之日起二十日内备案。\n备案不收取费用。"


def test_a_deleted_article_renumbers_those_after_it_without_changing_them() -> None:
    new = OLD.replace("第三条 县民政部门负责养老服务的监督管理工作。\n", "")
    for before, after in (("第四条", "第三条"), ("第五条", "第四条"), ("第六条", "第五条")):
        new = new.replace(before, after)
    assert kinds(OLD, new) == ["第三条（删除）", "第三条（原第四条）", "第四条（原第五条）", "第五条（原第六条）"]
    assert compare(OLD, new).counts() == {"删除": 1, "条序变动": 3}


def test_an_added_article_is_added_though_another_bears_its_old_number() -> None:
    new = OLD.replace("第六条 本办法", "第六条 县财政部门应当安排养老服务补助资金。\n第七条 本办法")
    assert kinds(OLD, new) == ["第六条（新增）", "第七条（原第六条）"]


def test_a_changed_article_is_marked_by_words() -> None:
    new = OLD.replace("二十日内备案", "十日内向县民政部门备案")
    change = next(c for c in compare(OLD, new).changes if c.kind is Kind.CHANGED)
    assert change.label == "第四条（修改）"
    assert [(p.mark, p.text) for p in change.pieces if p.mark != "="] == [("-", "二"), ("+", "向县民政部门")]


def test_an_article_changed_and_renumbered_is_still_the_same_article() -> None:
    new = OLD.replace("第五条 养老机构不得向老年人收取押金。\n", "")
    new = new.replace("第三条", "第四条　养老机构不得向老年人及其家属收取押金。\n第三条", 1)
    labels = kinds(OLD, new)
    assert "第四条（修改，原第五条，移动）" in labels


def test_an_article_that_changed_place_is_moved() -> None:
    lines = OLD.splitlines()
    lines[2], lines[3] = lines[3].replace("第二条", "第一条"), lines[2].replace("第一条", "第二条")
    moved = [c for c in compare(OLD, "\n".join(lines)).changes if c.moved]
    assert len(moved) == 1
    assert moved[0].renumbered


def test_a_notice_is_compared_by_its_numbered_parts() -> None:
    old = "关于加强烟花爆竹管理的通知\n一、禁放区域\n（一）城区。\n（二）景区。\n二、施行日期\n自2025年1月1日起施行。"
    new = old.replace("（二）景区。", "（二）景区和医院周边五十米。")
    assert kinds(old, new) == ["一（二）（修改）"]


def test_a_citation_at_the_start_of_a_line_is_no_article() -> None:
    text = "第一条 甲。\n第二条的规定不适用于本条。\n第二条 乙。"
    assert [unit.label for unit in units_of(text)] == ["第一条", "第二条"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("自公布之日起三十日内，备案。", "自公布之日起30日内备案。"),
        ("开立帐户；其它事项", "开立账户，其他事项"),
        ("二〇二五年五月一日", "2025年5月1日"),
        ("（一）罚款；\n（二）警告。", "(一)罚款;(二)警告"),
        ("不得 收取押金", "不得收取押金"),
        ("５％", "5%"),
    ],
)
def test_writing_it_otherwise_is_no_change_of_substance(old: str, new: str) -> None:
    assert not substantive(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("应当备案", "可以备案"),
        ("第五、十条", "第五十条"),
        ("1.5%", "15%"),
        ("5—10日", "510日"),
        ("三十日", "三十个工作日"),
        ("第三条", "第四条"),
        ("不得收取", "得收取"),
        ("5%", "5"),
        ("罚款一千元", "罚款一万元"),
        ("五、六条", "五至六条"),
    ],
)
def test_what_may_have_effect_is_substance(old: str, new: str) -> None:
    assert substantive(old, new)


def test_a_change_of_punctuation_only_says_so() -> None:
    found = compare(OLD, OLD.replace("，根据有关法律，", "、根据有关法律，"))
    assert not found.substantive
    assert found.summary() == "修改1条；只有文字、标点的调整，不涉及实质内容。"
    assert [c.label for c in found.changes if c.kind is Kind.CHANGED] == ["第一条（文字、标点调整）"]


BODY = st.text(alphabet="甲乙丙丁应当不得备案日五十，。；1290% \n", max_size=40)
TEXTS = st.lists(BODY, max_size=8).map(
    lambda bodies: "\n".join(f"第{'一二三四五六七八'[i]}条 {body}" for i, body in enumerate(bodies))
)


@given(BODY, BODY)
def test_the_pieces_give_back_both_versions(old: str, new: str) -> None:
    marked = pieces(old, new)
    assert "".join(p.text for p in marked if p.mark != "+") == old
    assert "".join(p.text for p in marked if p.mark != "-") == new


@given(TEXTS, TEXTS)
def test_every_article_of_either_version_stands_in_the_comparison_once(old: str, new: str) -> None:
    changes = compare(old, new).changes
    assert sorted((c.old.label, c.old.text) for c in changes if c.old) == sorted(
        (u.label, u.text) for u in units_of(old)
    )
    assert [c.new for c in changes if c.new] == units_of(new)


@given(TEXTS)
def test_a_text_against_itself_never_changes(text: str) -> None:
    found = compare(text, text)
    assert not found.counts()
    assert not found.substantive


@given(TEXTS, TEXTS)
def test_substance_is_the_same_seen_from_either_side(old: str, new: str) -> None:
    assert substantive(old, new) == substantive(new, old)
    added = sum(c.kind is Kind.ADDED for c in compare(old, new).changes)
    assert added - sum(c.kind is Kind.DELETED for c in compare(old, new).changes) == len(units_of(new)) - len(
        units_of(old)
    )
