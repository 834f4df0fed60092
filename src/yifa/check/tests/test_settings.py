"""Settings of a place, waivers and metadata."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from yifa.check import Draft, DraftKind, Severity, check, read_place
from yifa.check.errors import BadData
from yifa.check.meta import read_meta
from yifa.check.waivers import digest, read_waivers

DAY = date(2026, 11, 22)
TEXT = "第一条 进场施工单位应当缴纳文明施工保证金2万元。\n第二条 依照《行政处罚法》第16条处理。\n"


def place_file(folder: Path, content: str) -> Path:
    """A file of settings."""
    path = folder / "place.yaml"
    path.write_text("source: 某县规则设置\ndate: 2026-11-22\n" + content, encoding="utf-8")
    return path


def ids(content: str, folder: Path, text: str = TEXT) -> list[tuple[str, Severity]]:
    """Rules that fire under the settings of a place."""
    found = check(Draft.read(text, DAY), read_place(place_file(folder, content)))
    return [(one.rule_id, one.severity) for one in found]


def test_a_place_switches_a_rule_off_and_weighs_another(tmp_path: Path) -> None:
    assert ids("", tmp_path) == [("AUTH-008", Severity.ERROR), ("CITE-010", Severity.INFO)]
    changed = "rules:\n  AUTH-008: {enabled: false}\n  CITE-010: {severity: 提醒}\n"
    assert ids(changed, tmp_path) == [("AUTH-010", Severity.WARNING), ("CITE-010", Severity.WARNING)]


def test_a_place_allows_words(tmp_path: Path) -> None:
    assert ids("rules:\n  AUTH-008: {allow: [文明施工保证金]}\n", tmp_path) == [("CITE-010", Severity.INFO)]


def test_a_place_sets_its_own_figures(tmp_path: Path) -> None:
    text = "某县河道管理办法\n第一条 河道应当疏浚。\n第二条 本办法有效期4年。"
    assert ids("", tmp_path, text) == []
    assert ids("rules:\n  PROC-003: {years: 3}\n", tmp_path, text) == [("PROC-003", Severity.WARNING)]
    assert ids("rules:\n  PROC-003: {years: 3, trial_years: 1, enabled: false}\n", tmp_path, text) == []


def test_a_place_adds_a_rule_of_its_own_that_understands_denial(tmp_path: Path) -> None:
    own = (
        "add:\n- {id: LOCAL-001, severity: 提醒, words: 村级考核, unless: 经县委批准, summary: 不得新设村级考核,"
        " basis: 某县减负清单, suggestion: 删除}\n"
    )
    assert ids(own, tmp_path, "各部门开展村级考核。") == [("LOCAL-001", Severity.WARNING)]
    assert ids(own, tmp_path, "各部门不得开展村级考核。") == []
    assert ids(own, tmp_path, "经县委批准，开展村级考核。") == []


@pytest.mark.parametrize(
    "content",
    ["rules: {NO-1: {enabled: false}}",
     "rules: {AUTH-008: {enable: false}}", "rules: {AUTH-008: {severity: 重}}", "rules: [1]",
     "rules: {AUTH-008: {allow: 保证金}}", "rules: {AUTH-008: {enabled: 'off'}}",
     "rules: {AUTH-008: {severity: [错误]}}",
     "rules: {PROC-003: {years: 三}}", "rules: {PROC-003: {months: 3}}", "add: 3",
     "add: [{id: CITE-001, severity: 错误, words: 招牌, summary: s, basis: b, suggestion: g}]",
     "add: [{id: X}]", "add: [{id: X, severity: 错误, words: '(', summary: s, basis: b, suggestion: g}]", "a: ["],
)  # fmt: skip
def test_settings_that_are_wrong_are_refused_in_chinese(tmp_path: Path, content: str) -> None:
    with pytest.raises(BadData, match="本地规则文件"):
        read_place(place_file(tmp_path, content))


def test_a_waiver_holds_until_the_sentence_changes(tmp_path: Path) -> None:
    draft = Draft.read(TEXT, DAY)
    waived = {check(draft)[0].digest: "清单保留（张三，2026-11-22）"}
    assert [bool(one.waived) for one in check(draft, waivers=waived)] == [True, False]
    changed = Draft.read(TEXT.replace("2万元", "3万元"), DAY)
    assert [bool(one.waived) for one in check(changed, waivers=waived)] == [False, False]


def test_waivers_name_who_when_and_why(tmp_path: Path) -> None:
    draft = tmp_path / "办法.txt"
    file = tmp_path / "办法.waivers.json"
    one = {"digest": digest("AUTH-008", "句子。"), "reason": "清单保留", "by": "张三", "on": "2026-11-22"}
    file.write_text(json.dumps([one], ensure_ascii=False), encoding="utf-8")
    assert list(read_waivers(draft).values()) == ["清单保留（张三，2026-11-22）"]
    file.write_text(json.dumps([{**one, "reason": ""}]), encoding="utf-8")
    with pytest.raises(BadData, match="reason"):
        read_waivers(draft)


def test_blanks_do_not_change_the_digest_and_rules_do() -> None:
    assert digest("A", "应当 缴纳\n押金。") == digest("A", "应当缴纳押金。") != digest("B", "应当缴纳押金。")


def test_metadata_tell_kind_title_and_day(tmp_path: Path) -> None:
    (tmp_path / "a.meta.json").write_text(
        '{"kind": "decision", "header": {"title": "某决定"}, "metadata": {"published_on": "2026-05-01", "impact": []}}',
        encoding="utf-8",
    )
    meta = read_meta(tmp_path / "a.docx")
    assert (meta.kind, meta.title, meta.at) == (DraftKind.DECISION, "某决定", date(2026, 5, 1))
    assert read_meta(tmp_path / "b.docx").kind is None


@pytest.mark.parametrize(
    "content", ["[", "[]", '{"kind": "诗"}', '{"header": {"date": "五月"}}', '{"metadata": 3}', "\xff"]
)
def test_metadata_that_are_wrong_are_refused_in_chinese(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.meta.json").write_bytes(content.encode("latin-1") if content == "\xff" else content.encode())
    with pytest.raises(BadData, match="元数据文件"):
        read_meta(tmp_path / "a.txt")


@pytest.mark.parametrize("part", ["header", "metadata"])
def test_a_day_of_the_metadata_that_does_not_exist_is_named_also_beside_one_that_does(
    tmp_path: Path, part: str
) -> None:
    told: dict[str, dict[str, str]] = {"header": {}, "metadata": {"published_on": "2026-05-01"}}
    told[part]["date"] = "2026-13-01"
    (tmp_path / "a.meta.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(BadData, match="日期“2026-13-01”应当写成 2026-05-01 的样子"):
        read_meta(tmp_path / "a.txt")
