"""Parts of stories in which a policy is reviewed for fair competition (公平竞争审查)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from yifa.areas.rulemaking.fair_competition.standards import STANDARDS
from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits

HEARD = [
    {"name": "洪河县企业联合会", "kind": "association", "view": "建议条件公开、标准统一。", "answer": "采纳。"},
    {"name": "洪河县三家有关企业", "kind": "operator", "view": "没有不同意见。", "answer": ""},
]


def hits(found: Mapping[str, str]) -> list[dict[str, str]]:
    """All standards gone through: those of `found` hold what it quotes, the rest nothing."""
    return [
        {"standard": one.code, "result": "found" if one.code in found else "none", "quote": found.get(one.code, "")}
        for one in STANDARDS
    ]


def concluded(
    told: Side, review: Side, calendar: Calendar, found: Mapping[str, str], *, exempt: bool = False, days: int = 5
) -> Waits:
    """From the finding that operators are concerned to the conclusion, `days` working days later."""
    begun = told.day
    review.day = told.day
    review.take("concern")
    yield calendar.add_working_days(begun, max(1, days - 2), allow_provisional=True)
    review.day = told.day
    if review.record.issuer_kind in ("government", "congress") and not review.record.initial_opinion:
        review.take("first_opinion", {
            "initial_conclusion": "no_restriction", "initial_opinion": "经初审，未发现排除、限制竞争的内容。",
        })  # fmt: skip
    review.take("hear", {"consultees": HEARD})
    review.take("examine", {"hits": hits(found)})
    if exempt:
        review.take("justify", {
            "exemption": "12.2", "no_alternative": "面向全部符合条件的企业，条件客观公开，没有影响更小的办法。",
            "exempt_until": review.day + timedelta(400), "exemption_detail": "促进科学技术进步，增强自主创新能力。",
        })  # fmt: skip
    yield calendar.add_working_days(begun, days, allow_provisional=True)
    review.day = told.day
    review.take("conclude", conclusion_of(found, exempt))


def conclusion_of(found: Mapping[str, str], exempt: bool) -> dict[str, Any]:
    """The conclusion that fits what was found."""
    if not found:
        return {"conclusion": "no_restriction", "conclusion_text": "逐项对照，没有排除、限制竞争的内容。"}
    if exempt:
        return {"conclusion": "restriction_exempt", "conclusion_text": "具有限制竞争效果，符合例外规定。"}
    return {"conclusion": "restriction_prohibited", "conclusion_text": "违反审查标准，且不符合例外规定。"}
