"""An exception is claimed and one of its conditions is not on record (COMP-018)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Example, Rule
from yifa.check.timing import whole_hit
from yifa.law import act

_CLAIMED = ("restriction_exempt",)
_NOT_GIVEN: tuple[Any, ...] = (None, "", [], {})


def _look(draft: Draft) -> Iterator[Hit]:
    review = draft.facts.get("fcr")
    if not isinstance(review, dict) or review.get("conclusion") not in _CLAIMED:
        return
    given = review.get("exemption")
    missing = _missing({**review, **(given if isinstance(given, dict) else {})})
    if missing:
        yield whole_hit(draft, f"适用公平竞争审查条例第十二条的例外，没有写明{'、'.join(missing)}。")


def _missing(facts: dict[str, Any]) -> list[str]:
    """What article 12 and article 17 paragraph 2 ask for and the record does not hold."""
    asked = (
        ("适用的情形（第一项至第四项）", ("item", "circumstance", "ground")),
        ("没有影响更小的替代方案", ("alternative", "alternatives")),
        ("实施期限或者终止条件", ("period", "end_condition", "period_or_end_condition", "until")),
        ("审查结论中的详细说明", ("explanation", "reasons", "reason", "explained")),
    )
    return [label for label, keys in asked if all(facts.get(key) in _NOT_GIVEN for key in keys)]


RULE = Rule(
    id="COMP-018",
    group=Group.COMPETITION,
    severity=Severity.ERROR,
    summary="适用例外规定而条件没有写全",
    basis=(
        act("公平竞争审查条例")[12],
        act("公平竞争审查条例")[17, 2],
    ),
    suggestion="在审查结论中补齐适用的情形、没有影响更小的替代方案、实施期限或者终止条件，并详细说明；补不齐的删除有关内容",
    look=_look,
    fires=(
        Example("限定运输单位。", {"fcr": {"conclusion": "restriction_exempt", "period_or_end_condition": ""}}),
        Example("限定运输单位。", {"fcr": {"conclusion": "restriction_exempt"}}),
        Example(
            "限定运输单位。",
            {"fcr": {"conclusion": "restriction_exempt", "exemption": {"item": "（二）", "period": "2027-12-31"}}},
        ),
        Example(
            "限定运输单位。",
            {
                "fcr": {
                    "conclusion": "restriction_exempt",
                    "exemption": {"item": "（三）", "alternative": "无", "period": "一年"},
                }
            },
        ),
        Example(
            "限定运输单位。",
            {
                "fcr": {
                    "conclusion": "restriction_exempt",
                    "exemption": {"alternative": "无", "period": "一年"},
                    "explanation": "见结论",
                }
            },
        ),
    ),
    silent=(
        Example(
            "限定运输单位。",
            {
                "fcr": {
                    "conclusion": "restriction_exempt",
                    "exemption": {"item": "（二）", "period": "2026-12-31", "alternative": "无"},
                    "explanation": "见审查结论第三部分",
                }
            },
        ),
        Example(
            "限定运输单位。",
            {
                "fcr": {
                    "conclusion": "restriction_exempt",
                    "item": "（一）",
                    "end_condition": "险情解除",
                    "alternative": "无",
                    "explanation": "见结论",
                }
            },
        ),
        Example("公示价格。", {"fcr": {"conclusion": "no_restriction"}}),
        Example("公示价格。", {"fcr": None}),
        "限定运输单位。",
    ),
    kinds=PROVISIONS,
)
