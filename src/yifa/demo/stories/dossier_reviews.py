"""A review of dossiers in the demonstration county: the first half of 2026, from the plan to the results."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from yifa.areas.enforcement.dossier_review.models import DossierReviewCase
from yifa.areas.enforcement.dossier_review.register import enter_results
from yifa.areas.enforcement.dossier_review.sampling import digest_of_secret
from yifa.areas.enforcement.dossier_review.sheet import sheet_for
from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.place import County
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case
from yifa.office.models import Organ

Row = dict[str, Any]
BEGINS = date(2026, 7, 6)
BODIES = ("县市场监管局", "县城管局", "县交通局", "县农业农村局")
KINDS = ("penalty", "inspection")
SECRET = "7c" * 32
FAULTS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "penalty": (
        ("P06", "6", "没有说明裁量的理由"), ("P10", "3", "送达回证没有受送达人签名的日期"),
        ("P11", "5", "询问笔录有涂改，没有捺印"), ("P04", "8", "现场照片没有注明拍摄时间、地点"),
        ("P12", "4", "卷内目录与材料不一致"),
    ),
    "inspection": (("I04", "14", "检查记录没有当事人签字，也没有说明"), ("I05", "10", "检查结果没有告知企业")),
}  # fmt: skip
"""What reviewers mark down: item, points left, reason."""


def paper_rows(organs: list[Organ]) -> list[Row]:
    """Dossiers on paper: twelve of each body and kind."""
    return [
        {
            "code": f"{organ.mark}{'罚决' if kind == 'penalty' else '检'}字〔2026〕纸{n:02}号", "organ": organ.name,
            "kind": kind, "closed_on": date(2026, 1 + n % 6, 5 + n).isoformat(),
        }
        for organ in organs for kind in KINDS for n in range(1, 13)
    ]  # fmt: skip


def scores(kind: str, number: int, reviewer: int) -> list[Row]:
    """A sheet as one reviewer fills it in: some dossiers without fault, some with one or two."""
    rows: list[Row] = list(sheet_for(kind).blank())
    faults = FAULTS.get(kind, ())
    for place in range(number % 3 if faults else 0):
        item, left, why = faults[(number + place) % len(faults)]
        softer = str(int(left) + 1) if reviewer == 2 and place == 0 else left
        rows = [row | {"points": softer, "note": why} if row["item"] == item else row for row in rows]
    return rows


class Reviewed(Side):
    """The round as it is told."""

    calendar: Calendar

    def later(self, amount: int) -> date:
        """A working day so many working days from today."""
        return self.calendar.add_working_days(self.day, amount, allow_provisional=True)

    def each(self) -> list[Side]:
        """The dossiers, each with the first reviewer."""
        found = Case._base_manager.filter(links_in__source_id=self.case, procedure="dossier_score").order_by("pk")
        return [
            Side(self.story, self.county, one.procedure, one.organ, self.by, one, self.day, self.minute)
            for one in found
        ]


def review(side: Reviewed) -> Waits:
    """Plan, draw, two scores, feedback, objections, result, rectification, register."""
    yield side.day
    organs = [organ for organ in side.county.organs if organ.short_name in BODIES]
    yield from _drawn(side, organs)
    yield side.later(3)
    _scored(side)
    yield side.later(2)
    side.take("feed_back")
    yield side.later(2)
    dossiers = side.each()
    _objected(side, dossiers)
    yield side.later(5)
    side.take("conclude", {"summary": "本次评查总体情况较好，主要问题是没有说明裁量理由、检查记录不完整。"})
    yield side.later(3)
    for one in side.each():
        if one.record.grade == "fail":
            one.take("to_supervision")
            yield from _supervised(side, one)
        elif not one.record.problems:
            one.take("archive")
    yield side.later(10)
    for one in side.each():
        if one.record.closed_on is None:
            one.take("rectified", {"rectification": "已经补正材料，并组织执法人员学习。"})
    side.take("close")
    at = timezone.make_aware(datetime.combine(side.day, time(17)))
    enter_results(DossierReviewCase._base_manager.get(pk=side.record.pk), by=side.by, at=at)


def _supervised(side: Reviewed, failed: Side) -> Waits:
    """The failed dossier as a case of supervision: an opinion, obeyed within some days."""
    assert failed.case is not None
    clue = linked_case(failed.case, "supervision_case")
    assert clue is not None
    case = Side(side.story, side.county, clue.procedure, clue.organ, side.by, clue, side.day)
    case.take("triage", {
        "track": "simple", "manner": "daily", "relation": "department", "dispute": "over",
        "triage_note": "评查已经查明事实。",
    })  # fmt: skip
    case.take("file")
    case.take("find", {
        "finding": "unlawful", "finding_text": "评查发现没有告知当事人陈述、申辩的权利。",
        "finding_basis": "《行政处罚法》第四十四条、第六十二条",
    })  # fmt: skip
    case.take("opine", {"opinion_demand": "自行纠正，并报送情况。", "opinion_term": "days", "opinion_amount": 30})
    case.take("opinion_served")
    yield side.later(5)
    reply = linked_case(clue, "supervision_reply")
    assert reply is not None
    organ = Side(
        side.story, side.county, reply.procedure, reply.organ, side.county.clerks[reply.organ_id], reply, side.day
    )
    organ.take("reply", {"rectification": "已经自行撤销决定，重新办理。"})
    case.day = side.day
    case.take("confirm", {"checked_note": "已核对重新作出的决定。"})
    case.take("close", {"outcome": "corrected_after_opinion", "closing_note": "已经纠正。"})


def _drawn(side: Reviewed, organs: list[Organ]) -> Waits:
    side.take("plan", {
        "title_text": "2026年上半年行政执法案卷评查", "period_from": date(2026, 1, 1), "period_to": date(2026, 6, 30),
        "bodies": [{"organ": organ.name} for organ in organs], "per_stratum": 3, "rectify_days": 30,
        "plan_text": "按行政处罚、行政检查案卷评分表评查，重点查告知、裁量说明和全过程记录。",
        "public_source": "福利彩票双色球第2026078期红球号码",
    })  # fmt: skip
    side.take("approve")
    side.take("freeze", {"secret_digest": digest_of_secret(SECRET), "frame": paper_rows(organs)})
    yield side.later(2)
    side.take("draw", {"secret": SECRET, "public_value": "02 09 14 21 28 33"})


def _scored(side: Reviewed) -> None:
    second = side.county.people["luo"]
    for number, one in enumerate(side.each()):
        kind = one.record.kind
        veto = ["PV4"] if kind == "penalty" and number == 6 else []
        one.take("score_first", {"first_scores": scores(kind, number, 1), "first_vetoes": veto})
        one.by = second
        low = _low(kind) if number == 3 else scores(kind, number, 2)
        one.take("score_second", {"second_scores": low, "second_vetoes": veto})
        if number == 3:
            agreed = scores(kind, 2, 1)
            one.take("reconcile", {"agreed_scores": agreed, "agreed_why": "两人核对副卷后一致认定。"})
        one.take("settle")


def _low(kind: str) -> list[Row]:
    """A sheet far below the other reviewer's."""
    return [
        row | {"points": "0", "note": "没有见到材料"} if row["item"][-1] in "34" else row
        for row in sheet_for(kind).blank()
    ]


def _objected(side: Reviewed, dossiers: list[Side]) -> None:
    """The body of the failed dossier objects; the head of the bureau rechecks."""
    faulty = [one for one in dossiers if one.record.problems]
    for one, upheld in zip(faulty[:2], (False, True), strict=False):
        one.take("object", {"objection": "有关材料在副卷中。"})
        one.by = side.county.people["zheng"]
        told: Row = {"recheck": "upheld" if upheld else "rejected", "agreed_why": "经核对副卷。"}
        if upheld:
            told |= {"agreed_scores": sheet_for(one.record.kind).blank(), "agreed_vetoes": []}
        one.take("recheck", told)


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """One round, where it has begun by today."""
    if today >= BEGINS:
        side = Reviewed("案卷评查", county, "dossier_review", county.bureau, county.people["tang"], day=BEGINS)
        side.calendar = calendar
        yield BEGINS, side, review(side)
