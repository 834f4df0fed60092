"""A legal review in the database: opinion, changes, rejection, who may review, directory, figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yifa.areas.enforcement.decision_review.choices import Finding, Point, Trigger
from yifa.areas.enforcement.decision_review.materials import list_for
from yifa.areas.enforcement.decision_review.models import DirectoryItem
from yifa.areas.enforcement.decision_review.procedure import DecisionReview
from yifa.areas.enforcement.decision_review.register import MajorDecisionDirectory
from yifa.areas.enforcement.decision_review.standing import mandatory
from yifa.areas.enforcement.decision_review.triggers import Facts
from yifa.areas.enforcement.hearing.tests.office import COMPANY, LATE, OFFICERS, Bureau, fresh, papers_of
from yifa.kernel.figure import Window
from yifa.kernel.registers import entries
from yifa.kernel.rules import Refused
from yifa.office.models import Post
from yifa.office.roles import Role


def points(**found: str) -> list[dict[str, str]]:
    """All nine points without fault, except those named."""
    return [
        {
            "point": point.value, "finding": found.get(point.value, Finding.OK.value),
            "text": "应当改正。" if point.value in found else "",
        }
        for point in Point
    ]  # fmt: skip


def submitted(bureau: Bureau, **more: Any) -> Any:
    """A penalty submitted on 25 March 2025, its reviewer named."""
    fields = {
        "act_kind": "penalty", "client_title": "未经许可从事食品经营", "unit": "食品科", "officers": OFFICERS,
        "triggers": [{"trigger": "heard"}], "heard": True, "materials": list_for("penalty").rows("present"), **COMPANY,
    }  # fmt: skip
    case = bureau.opened("decision_review", "submit", "2025-03-25", fields | more)
    bureau.take(case, "assign", "2025-03-25", {"reviewer": "周审", "first_time": False}, by=bureau.reviewer)
    return fresh(case)


def opine(bureau: Bureau, case: Any, result: str, on: str = "2025-03-27", text: str = "", **found: str) -> Any:
    """The opinion."""
    fields = {"points": points(**found), "result": result, "result_text": text}
    bureau.take(case, "opine", on, fields, by=bureau.reviewer)
    return fresh(case)


def test_a_passed_review_is_cleared_at_once_and_adopted(bureau: Bureau) -> None:
    case = opine(bureau, submitted(bureau), "pass")
    assert case.cleared_on == date(2025, 3, 27)
    assert case.opinion_number == "洪市监法审字〔2025〕1号" or case.opinion_number.startswith("洪市监法审")
    bureau.take(case, "adopt", "2025-03-28", {"adopted": "none"})
    assert (fresh(case).stage, papers_of(case)) == ("adopted", ["法制审核意见书"])


def test_changes_are_checked_before_it_passes(bureau: Bureau) -> None:
    case = opine(bureau, submitted(bureau), "pass_with_changes", law="change")
    assert case.cleared_on is None
    with pytest.raises(Refused, match="尚未经审核人员核对"):
        bureau.take(case, "adopt", "2025-03-28", {"adopted": "full"})
    rows = [row | ({"answer": "已改"} if row["finding"] != "ok" else {}) for row in case.points]
    bureau.take(case, "confirm", "2025-03-28", {"points": rows}, by=bureau.reviewer)
    assert fresh(case).cleared_on == date(2025, 3, 28)
    assert papers_of(case) == ["法制审核意见书", "审核意见修改情况核对表"]


def test_a_rejected_decision_is_reviewed_anew(bureau: Bureau) -> None:
    case = opine(bureau, submitted(bureau), "reject", text="没有告知。", procedure="fatal")
    bureau.take(case, "resubmit", "2025-04-08")
    case = fresh(case)
    assert (case.round, case.result, case.stage) == (2, "", "reviewing")
    assert all(not row.get("finding") for row in case.points)
    assert opine(bureau, case, "pass", "2025-04-10").cleared_on == date(2025, 4, 10)


def test_who_submitted_it_may_not_review_it(bureau: Bureau) -> None:
    case = submitted(bureau)
    both = bureau.handler
    Post.objects.create(person=both, organ=bureau.organ, role=Role.REVIEWER, since=date(2020, 1, 1))
    fields = {"points": points(), "result": "pass"}
    with pytest.raises(Refused, match="不得由同一人"):
        bureau.take(case, "opine", "2025-03-27", fields, by=both)


def test_missing_materials_are_asked_for_with_a_letter(bureau: Bureau) -> None:
    case = submitted(bureau, materials=[{"item": "调查终结报告", "state": "present"}])
    with pytest.raises(Refused, match="送审材料不齐"):
        opine(bureau, case, "pass")
    bureau.take(case, "return_materials", "2025-03-26", {"lacking": "全部证据"}, by=bureau.reviewer)
    bureau.take(case, "supplement", "2025-03-31", {"materials": list_for("penalty").rows("present")})
    assert papers_of(case) == ["补充送审材料通知书"]
    assert opine(bureau, fresh(case), "pass", "2025-04-01").stage == "opined"


def test_the_directory_of_an_organ_says_what_is_major(bureau: Bureau) -> None:
    facts = Facts("penalty", matter="食品", amount=Decimal(100000), citizen=False)
    assert [found.trigger for found in mandatory(bureau.organ, facts, date(2025, 3, 3))] == [Trigger.CATALOGUE]
    values = {
        "code": "FS-001", "name": "对单位罚没二十万元以上", "act_kind": "行政处罚", "organisation_amount": "200000",
        "document": "洪市监〔2025〕3号", "effective_on": "2025-01-01", "published_on": "2025-01-01",
    }  # fmt: skip
    entries.add(MajorDecisionDirectory, bureau.organ, values, by=None, at=LATE)
    assert mandatory(bureau.organ, facts, date(2025, 3, 3)) == []
    more = Facts("penalty", matter="食品", amount=Decimal(200000), citizen=False)
    assert [found.why for found in mandatory(bureau.organ, more, date(2025, 3, 3))] == ["FS-001 对单位罚没二十万元以上"]
    assert DirectoryItem._base_manager.count() == 1


def test_figures_tell_results_and_punctuality(bureau: Bureau) -> None:
    opine(bureau, submitted(bureau), "pass")
    opine(bureau, submitted(bureau), "reject", on="2025-04-30", text="没有告知。", procedure="fatal")
    window = Window.year(2025, [bureau.organ.pk])
    values = {figure.code: figure.value(window).value for figure in DecisionReview.figures()}
    assert (values["reviews"], values["reviews_passed"], values["reviews_rejected"]) == (2, 1, 1)
    assert values["reviews_in_time_rate"] == Decimal(50)
