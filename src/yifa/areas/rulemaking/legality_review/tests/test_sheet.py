"""The reviewer's sheet: rows from findings, opinions from rows, and two people's work put together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yifa.areas.rulemaking.legality_review import sheet
from yifa.areas.rulemaking.legality_review.choices import TargetType
from yifa.check import Draft, DraftKind, check
from yifa.check.model import Finding

DAY = date(2025, 3, 3)
TEXT = "第一条 处五万元罚款。\n第二条 处五万元罚款。\n第三条 须缴纳管理费。\n"
NAMES = ("verdict",)


def findings() -> list[Finding]:
    return check(Draft.read(TEXT, DAY, DraftKind.NORMATIVE))


def row(key: str, verdict: str) -> dict[str, Any]:
    return {"key": key, "verdict": verdict}


def test_the_same_sentence_twice_has_two_keys() -> None:
    marks = sheet.keys([{"digest": "a"}, {"digest": "b"}, {"digest": "a"}])
    assert marks == ["a", "b", "a~2"]


def test_what_was_decided_stays_with_its_sentence_and_not_with_its_place() -> None:
    rows = sheet.finding_rows(findings(), ())
    rows[-1] |= {"verdict": "rejected", "reason": "有依据"}
    moved = check(Draft.read(TEXT.replace("第一条 处五万元罚款。\n", ""), DAY, DraftKind.NORMATIVE))
    again = sheet.finding_rows(moved, rows)
    last = next(one for one in again if one["digest"] == rows[-1]["digest"])
    assert (last["verdict"], last["reason"]) == ("rejected", "有依据")


def test_an_opinion_says_where_what_and_how_to_mend_it() -> None:
    finding = next(one for one in findings() if one.rule_id.startswith("AUTH"))
    opinion = sheet.opinion_of(finding, "k")
    assert opinion["severity"] == "must"
    assert opinion["category"] == "authority"
    assert opinion["text"].startswith(finding.path)
    assert finding.suggestion in opinion["text"]
    assert opinion["basis"] == "；".join(finding.basis)


def test_opinions_are_numbered_through_the_rounds() -> None:
    earlier = [{"seq": "1", "text": "甲", "adopt_status": "full"}]
    told = sheet.numbered(earlier, [{"text": "乙"}, {"text": "丙", "adopt_status": "none"}], 2)
    assert [(one["seq"], one["adopt_status"]) for one in told] == [("1", "full"), ("2", "pending"), ("3", "none")]
    assert [sheet.of_round(one, 2) for one in told] == [False, True, True]


@pytest.mark.parametrize(
    ("mine", "theirs", "verdict", "differ", "taken"),
    [
        ("accepted", "pending", "accepted", (), 0),
        ("pending", "rejected", "rejected", (), 1),
        ("accepted", "accepted", "accepted", (), 0),
        ("accepted", "rejected", "accepted", ("k",), 0),
        ("pending", "pending", "pending", (), 0),
    ],
)
def test_two_people_on_one_row(mine: str, theirs: str, verdict: str, differ: tuple[str, ...], taken: int) -> None:
    merged = sheet.merge([row("k", "pending")], [row("k", mine)], [row("k", theirs)], NAMES)
    assert [one["verdict"] for one in merged.rows] == [verdict]
    assert (merged.differ, merged.taken_over) == (differ, taken)


def test_rows_that_one_added_and_the_other_removed_are_both_minded() -> None:
    base = [row("old", "x")]
    merged = sheet.merge(base, [row("old", "x"), row("mine", "x")], [row("theirs", "x")], NAMES)
    assert [one["key"] for one in merged.rows] == ["mine", "theirs"]
    kept = sheet.merge(base, [row("old", "changed")], [], NAMES)
    assert [one["key"] for one in kept.rows] == ["old"]
    changed = sheet.merge(base, [], [row("old", "changed")], NAMES)
    assert [one["verdict"] for one in changed.rows] == ["changed"]
    assert sheet.merge(base, [], [row("old", "x")], NAMES).rows == []


def test_every_type_of_matter_is_checked_as_something() -> None:
    assert sheet.draft_kind("normative_document") is DraftKind.NORMATIVE
    assert sheet.draft_kind("administrative_agreement") is DraftKind.CONTRACT
    assert sheet.draft_kind("meeting_topic") is None
    assert sheet.draft_kind("") is None
    assert sheet.facts_of("administrative_agreement")["nature"] == "administrative_agreement"
    assert all(sheet.facts_of(kind)["status"] == "draft" for kind in TargetType.values)
