"""What a submitter does when the reviewers ask for materials (补充送审材料): shared by every kind of matter.

The review asks before it accepts (通知补充材料) or while it reads (审查中要求补充材料); either is noted in the case
that submitted, and what is supplied there goes back to the review as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from yifa.kernel.declare import Echo, Follows, Guard, Input
from yifa.kernel.situation import Situation

WHAT = Input("要求补充的材料", "long", code="what")
SUPPLIED = Input("补充了什么", "long", code="what")

Fields = Callable[[Situation], Mapping[str, Any]]


def _demand(situation: Situation) -> Mapping[str, Any]:
    return {"what": situation.record.return_reason}


ASKED = (
    Follows("legality_review.require", data=_demand),
    Follows("legality_review.query", data=_demand),
)
"""The reviewers ask for materials, before or after they accepted the matter."""


def supplied(fields: Fields = lambda situation: {}) -> tuple[Echo, Echo]:
    """What was supplied goes to the review, which goes on where it stood.

    Args:
        fields: what the submitter sends anew (materials, the draft).
    """
    return (
        Echo("legality_review.supplement", fields=fields, if_awaited=True),
        Echo("legality_review.answer", fields=fields, if_awaited=True),
    )


def asked_since(asked: str, answered: str) -> Guard:
    """Whether the reviewers asked for something that was not supplied since."""

    def holds(situation: Situation) -> bool:
        step = situation.procedure.step
        last, done = situation.last(step(asked)), situation.last(step(answered))
        return last is not None and (done is None or done.place < last.place)

    return holds
