"""What a submitter does when the reviewers ask for materials (补充送审材料): shared by every kind of matter.

The review asks before it accepts (通知补充材料) or while it reads (审查中要求补充材料); either is noted in the case
that submitted, and what is supplied there goes back to the review as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from yifa.kernel import linking
from yifa.kernel.declare import Echo, Follows, Guard, Input, Procedure, Step
from yifa.kernel.situation import Situation

REVIEW = "legality_review"
WHAT = Input("要求补充的材料", "long", code="what")
SUPPLIED = Input("补充了什么", "long", code="what")

Fields = Callable[[Situation], Mapping[str, Any]]


def _review() -> type[Procedure]:
    from yifa.areas.rulemaking.legality_review.review_procedure import LegalityReview

    return LegalityReview


def _in_review(code: str) -> Callable[[], Step]:
    return lambda: _review().step(code)


def _demand(situation: Situation) -> Mapping[str, Any]:
    return {"what": situation.record.return_reason}


ASKED = (
    Follows(_review, _in_review("require"), data=_demand),
    Follows(_review, _in_review("query"), data=_demand),
)
"""The reviewers ask for materials, before or after they accepted the matter."""


def _review_at(stage: str) -> Guard:
    def at(situation: Situation) -> bool:
        record = situation.record
        if record.pk is None:
            return False
        review = linking.linked_case(record, REVIEW)
        return review is not None and review.stage == stage

    return at


def supplied(fields: Fields = lambda situation: {}) -> tuple[Echo, Echo]:
    """What was supplied goes to the review, which goes on where it stood.

    Args:
        fields: what the submitter sends anew (materials, the draft).
    """
    return (
        Echo(_review, _in_review("supplement"), fields=fields, when=_review_at("supplementing")),
        Echo(_review, _in_review("answer"), fields=fields, when=_review_at("suspended")),
    )


def asked_since(asked: str, answered: str) -> Guard:
    """Whether the reviewers asked for something that was not supplied since."""

    def holds(situation: Situation) -> bool:
        step = situation.procedure.step
        last, done = situation.last(step(asked)), situation.last(step(answered))
        return last is not None and (done is None or done.place < last.place)

    return holds


def review_open(situation: Situation) -> bool:
    """Whether the review still goes on, so that it has to be told that the matter was given up."""
    record = situation.record
    if record.pk is None:
        return False
    review = linking.linked_case(record, REVIEW)
    return review is not None and review.stage in ("intake", "supplementing", "reviewing", "suspended", "opined")
