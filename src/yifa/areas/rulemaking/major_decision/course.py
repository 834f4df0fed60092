"""What counts of the course of a case: after a major adjustment began, only what happened since (重新履行程序)."""

from __future__ import annotations

from datetime import date

from yifa.kernel.situation import Happened, Situation

PARTICIPATION = ("solicit", "participate", "hold_hearing", "talk_with_group")
"""The ways in which the public takes part."""


def _begun(situation: Situation) -> tuple[date, int]:
    started = situation.last(situation.procedure.step("adjust"))
    return started.place if started is not None else (date.min, 0)


def last(situation: Situation, *codes: str) -> Happened | None:
    """The latest of these steps in the present round."""
    found = situation.last(*(situation.procedure.step(code) for code in codes))
    return found if found is not None and found.place > _begun(situation) else None


def did(situation: Situation, *codes: str) -> bool:
    """Whether one of these steps was taken in the present round."""
    return last(situation, *codes) is not None


def since(situation: Situation, code: str, after: str) -> bool:
    """Whether a step was taken later than the latest of another one; also where the other never was."""
    own, other = last(situation, code), last(situation, after)
    return own is not None and (other is None or own.place > other.place)


def adjusting(situation: Situation) -> bool:
    """A decision that was issued is being adjusted: until a new one is issued, the original one stands (37)."""
    steps = situation.procedure.step
    begun = situation.last(steps("adjust"))
    ended = situation.last(steps("announce"), steps("issue_withheld"), steps("keep_original"))
    return begun is not None and (ended is None or ended.place < begun.place)


def not_adjusting(situation: Situation) -> bool:
    """No decision stands yet."""
    return not adjusting(situation)


def times(situation: Situation, code: str) -> int:
    """How often a step was taken in the present round."""
    step, begun = situation.procedure.step(code), _begun(situation)
    return sum(event.step == step and event.place > begun for event in situation.happened)
