"""What comes next in a case and what blocks it (下一步): each unmet condition with its article, and what meets it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date

from yifa.desk.casework import Offer, Option, against
from yifa.kernel.declare import ON, Limit, Step, field_name
from yifa.kernel.rules import Reason
from yifa.kernel.situation import Happened, Situation

MOST_TRIED = 8
"""So many steps are tried as remedies; a stage offers hardly more that are not rare."""


@dataclass(frozen=True)
class Blocker:
    """One reason against the next step, and the steps after which it would be gone (先办什么)."""

    reason: Reason
    remedies: tuple[Step, ...] = ()


@dataclass(frozen=True)
class NextStep:
    """The step with which the case goes on."""

    option: Option
    blockers: tuple[Blocker, ...] = ()

    @property
    def blocked(self) -> bool:
        """Whether something stands against it that no reason given by a person removes."""
        return any(not blocker.reason.overridable for blocker in self.blockers)


def next_step_of(
    offer: Offer, found: Sequence[Option], limits: Sequence[Limit], situation: Situation, today: date
) -> NextStep | None:
    """What the case goes on with: the step on the title line, else the one that is blocked, else that of another post.

    Args:
        limits: those that run, the most pressing first; a blocked step that one of them waits for comes before others.
    """
    if offer.first is not None:
        return None  # a publication: it stands on the title line, and nothing blocks it
    option = offer.primary or _pick([*offer.blocked], limits) or _pick([*offer.others], limits)
    if option is None:
        return None
    tried = [each.step for each in found if each.step is not option.step and not each.step.rare][:MOST_TRIED]
    standing = against(situation, option.step, today)  # who may act is another matter: no step changes it
    blockers = [
        Blocker(reason, tuple(_remedies(situation, option.step, reason, tried, today)) if reason in standing else ())
        for reason in option.reasons
    ]
    return NextStep(option, tuple(blockers))


def _pick(options: Sequence[Option], limits: Sequence[Limit]) -> Option | None:
    """Of several, the one that a running limit waits for, else the first that moves the case on in the usual way."""
    moving = [option for option in options if option.step.target is not None and not option.step.rare]
    awaited = [option for limit in limits for option in moving if option.step in limit.until]
    return next(iter([*awaited, *moving]), None)


def _remedies(situation: Situation, step: Step, reason: Reason, tried: Sequence[Step], today: date) -> Iterator[Step]:
    """The steps after which a reason no longer stands, by trying each in memory; nothing is written."""
    for remedy in tried:
        after = situation.after(Happened(len(situation.happened) + 1, remedy, today))
        after = after.asked(remedy, today, _told(situation, remedy, today), {})
        if after.stage in step.sources and not any(_same(reason, left) for left in against(after, step, today)):
            yield remedy


def _told(situation: Situation, step: Step, today: date) -> object:
    """A copy of the record with what a step sets without asking anybody."""
    record = copy(situation.record)
    for reference, value in step.sets:
        if value is ON or not callable(value):
            setattr(record, field_name(reference), today if value is ON else value)
    return record


def _same(one: Reason, other: Reason) -> bool:
    return one.condition == other.condition if one.condition else one.text == other.text
