"""The register of results of dossier review (案卷评查结果台账), written from the dossiers or brought in from paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.dossier_review import choices as c
from yifa.areas.enforcement.dossier_review.acts import EXAMINED, S
from yifa.areas.enforcement.dossier_review.defaults import floors
from yifa.areas.enforcement.dossier_review.models import DossierReviewCase, DossierScoreCase, ReviewedDossier
from yifa.areas.enforcement.dossier_review.sheet import grade_of, total
from yifa.kernel.figures import Share
from yifa.kernel.models import Case, Event
from yifa.kernel.registers import Column, EntryCount, Problem, Register, entries


class ReviewedDossiers(Register[ReviewedDossier]):
    """案卷评查结果台账."""

    key, label = "reviewed_dossier", "案卷评查结果台账"
    basis = EXAMINED
    note = "一卷一条。系统内评查的由命令写入；以往的纸质评查结果可以从Excel导入。不写当事人。"
    model = ReviewedDossier
    columns = (
        Column(ReviewedDossier.number, width=18, example="洪司评卷〔2026〕1号"),
        Column(ReviewedDossier.review, width=24, listed=False, example="2026年上半年案卷评查"),
        Column(ReviewedDossier.body, EXAMINED, width=26, example="洪河县城市管理综合行政执法局"),
        Column(ReviewedDossier.kind, EXAMINED, width=18, example="行政处罚（普通程序）"),
        Column(ReviewedDossier.dossier_code, width=22, example="洪城罚决字〔2026〕3号"),
        Column(ReviewedDossier.case, lookup=Case.number, width=22),
        Column(ReviewedDossier.first, listed=False, unit="分", example="88"),
        Column(ReviewedDossier.second, listed=False, unit="分", example="86"),
        Column(ReviewedDossier.points, EXAMINED, unit="分", width=8, example="87"),
        Column(ReviewedDossier.vetoed, width=10, example="否"),
        Column(ReviewedDossier.grade, EXAMINED, width=8),
        Column(ReviewedDossier.problems, EXAMINED, width=36, listed=False, example="没有写明裁量理由"),
        Column(ReviewedDossier.graded_on, example="2026-07-10"),
        Column(ReviewedDossier.rectified_on, S[28, 2], example="2026-08-01"),
    )
    unique = (ReviewedDossier.number,)
    dated = ReviewedDossier.graded_on
    sorted_by = ReviewedDossier.grade
    searched = (ReviewedDossier.number, ReviewedDossier.body, ReviewedDossier.dossier_code)

    rd_dossiers = EntryCount("台账案卷", unit="卷", definition="期内（按定等日期）登记的评查案卷。")
    rd_pass_rate = Share(
        "台账案卷合格率", numerator=EntryCount("", unit="卷", where=Q(grade__in=c.PASSED)), denominator=rd_dossiers,
        definition="合格以上的占登记的评查案卷的比率。",
    )  # fmt: skip

    @classmethod
    def derive(cls, entry: ReviewedDossier) -> None:
        """The grade follows from points and vetoes."""
        entry.grade = grade_of(entry.points, entry.vetoed, floors(entry.organ.place.code)).value

    @classmethod
    def check(cls, entry: ReviewedDossier, today: date) -> Iterable[Problem]:
        """A failed dossier says why, and is not put right before it was graded."""
        if entry.grade == c.Grade.FAIL and not entry.problems:
            yield Problem("problems", "发现的问题", "不合格的案卷没有写明问题", "请逐项写明", EXAMINED)
        if entry.rectified_on is not None and entry.rectified_on < entry.graded_on:
            yield Problem("rectified_on", "整改完成日期", f"{entry.rectified_on}早于定等日期", "请核对日期")


def enter_results(batch: DossierReviewCase, *, by: Any, at: datetime) -> int:
    """Write the graded dossiers of a round into the register; those that stand there already stay as they are.

    Returns: how many were written.
    """
    known = set(
        ReviewedDossier._base_manager.filter(organ=batch.organ, withdrawn=False).values_list("number", flat=True)
    )
    written = 0
    for one in DossierScoreCase._base_manager.filter(batch=batch).select_related("body", "target_case").order_by("pk"):
        graded = Event._base_manager.filter(case=one, step="finalise").order_by("-seq").first()
        if graded is None or one.number in known:
            continue
        entries.add(ReviewedDossiers, batch.organ, values_of(batch, one, graded.on), by=by, at=at)
        written += 1
    return written


def values_of(batch: DossierReviewCase, one: Any, graded_on: date) -> dict[str, Any]:
    """A dossier as a line of the register."""
    done = Event._base_manager.filter(case=one, step="rectified").order_by("-seq").first()
    first, second = total(one.first_scores), total(one.second_scores)
    return {
        "number": one.number, "review": batch.title_text, "body": one.body_label, "kind": one.get_kind_display(),
        "dossier_code": one.dossier_code, "case": one.target_case or "",
        "first": str(first), "second": str(second), "points": str(one.points),
        "vetoed": "是" if one.vetoed else "否", "problems": [line.replace("、", "，") for line in one.problems],
        "graded_on": graded_on.isoformat(), "rectified_on": done.on.isoformat() if done else "",
    }  # fmt: skip
