"""A text with findings: pieces, paragraphs, entries."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from yifa import desk
from yifa.check.model import Finding, Group, Severity
from yifa.desk.marked import address_of, pieces, sheet
from yifa.text import Source, Stretch


def finding(start: int, end: int, severity: Severity = Severity.ERROR, *, waived: str = "", path: str = "") -> Finding:
    """A finding of a rule that exists."""
    return Finding(
        rule_id="AUTH-001",
        group="authority",
        severity=severity,
        start=start,
        end=end,
        quote="",
        path=path,
        message="自行设定行政许可。",
        basis=("《行政许可法》第十七条",),
        suggestion="删除",
        confidence=0.9,
        digest="d",
        waived=waived,
    )


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12), st.sampled_from(list(Severity))), max_size=8)


@given(st.text("第一条不得。\n|（", max_size=40), SPANS)
def test_the_pieces_are_the_text_and_every_finding_begins_once(
    text: str, spans: list[tuple[int, int, Severity]]
) -> None:
    found = [finding(start, start + length, severity) for start, length, severity in spans if start <= len(text)]
    cut = pieces(text, found)
    assert "".join(one.text for one in cut) == text
    if text:
        assert sorted(number for one in cut for number in one.starts) == list(range(1, len(found) + 1))
        assert all(set(one.starts) <= set(one.findings) for one in cut)


def test_where_findings_overlap_the_gravest_decides_and_all_are_named() -> None:
    cut = pieces("商户应当经批准后方可营业", [finding(0, 8, Severity.INFO), finding(4, 12)])
    assert [(one.text, one.findings, one.severity) for one in cut] == [
        ("商户应当", (1,), "info"),
        ("经批准后", (1, 2), "error"),
        ("方可营业", (2,), "error"),
    ]


def test_a_waived_finding_does_not_count_as_grave() -> None:
    assert pieces("不得营业", [finding(0, 2, waived="清单项目")])[0].severity == "waived"


def test_a_finding_without_width_is_seen_at_the_end_of_the_text() -> None:
    assert [one.text for one in pieces("本办法", [finding(3, 3)]) if one.findings] == ["法"]


def test_paragraphs_know_their_kind() -> None:
    text = "某县招牌办法\n\n第一章 总则\n第一条 不得。\n一、加强领导\n| 甲 | 乙 |\n正文。"
    kinds = [one.kind for one in sheet(text, []).paragraphs]
    assert kinds == ["title", "blank", "chapter", "article", "heading", "row", "plain"]


def test_what_stands_beside_the_body_is_named() -> None:
    source = Source("正文。\n注：见省规定。", 4, (Stretch(4, 11, "脚注1"),))
    assert [one.kind for one in sheet(source, [finding(4, 6)]).paragraphs] == ["plain", "stretch", "plain"]


def test_counts_are_by_severity_and_group_without_what_is_waived() -> None:
    shown = sheet("商户不得营业", [finding(0, 2), finding(2, 4, Severity.INFO), finding(4, 5, waived="理由")])
    assert [(one.label, one.count) for one in shown.severities] == [("错误", 1), ("提醒", 0), ("参考", 1)]
    assert [(one.label, one.count) for one in shown.groups] == [("越权设定", 2)]
    assert (shown.total, shown.waived) == (3, 1)


def test_an_entry_without_numbering_is_placed_by_its_line() -> None:
    shown = sheet("甲\n乙\n丙", [finding(0, 1), finding(4, 5), finding(4, 5, path="第三条")])
    assert [one.place for one in shown.entries] == ["第1行", "第3行", "第三条"]


def test_an_article_has_an_address_and_a_standard_has_none() -> None:
    address = unquote(address_of("《行政许可法》第十七条第一款"))
    assert address == "/laws/article/?act=行政许可法&article=第十七条"
    assert address_of("《行政许可法》", date(2020, 1, 1)).endswith("&on=2020-01-01")
    assert address_of("GB/T 9704—2012 7.2.5") == ""


def test_the_style_hides_every_severity_and_every_group_that_can_be_filtered() -> None:
    css = (Path(desk.__file__).parent / "static/desk/marked.css").read_text(encoding="utf-8")
    for value in [*Severity, *Group]:
        assert f"[data-show={value}]" in css, value
