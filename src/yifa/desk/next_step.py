"""What comes next in a case and what blocks it (下一步): each unmet condition with its article, and what meets it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date

from yifa.desk.casework import Offer, Option, against, next_step
from yifa.kernel.declare import ON, Limit, Step, field_name
from yifa.kernel.rules import Reason
from yifa.kernel.situation import Happened, Situation

MOST_TRIED = 24
"""So many steps are tried as remedies, those that can be taken now first."""


@dataclass(frozen=True)
class Blocker:
    """One reason against the next step, and the steps after which it would be gone (先办什么)."""

    reason: Reason
    remedies: tuple[Option, ...] = ()


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
    awaited = [step for limit in limits if (step := next_step(situation, limit)) is not None]
    option = offer.primary or _pick(offer.blocked, awaited) or _pick(offer.others, awaited)
    if option is None:
        return None
    usual = sorted((each for each in found if not each.step.rare), key=lambda each: not each.ready)
    tried = [each for each in usual if each.step is not option.step][:MOST_TRIED]
    standing = against(situation, option.step, today)  # who may act is another matter: no step changes it
    blockers = [
        Blocker(reason, tuple(_remedies(situation, option.step, reason, tried, today)) if reason in standing else ())
        for reason in option.reasons
    ]
    return NextStep(option, tuple(blockers))


def _pick(options: Sequence[Option], awaited: Sequence[Step]) -> Option | None:
    """Of several, the one that a running limit is about, else the first that moves the case on in the usual way."""
    about = [option for step in awaited for option in options if option.step == step]
    moving = [option for option in options if option.step.target is not None and not option.step.rare]
    return next(iter([*about, *moving]), None)


def _remedies(
    situation: Situation, step: Step, reason: Reason, tried: Sequence[Option], today: date
) -> Iterator[Option]:
    """The steps after which a reason no longer stands, by trying each in memory; nothing is written."""
    for option in tried:
        remedy = option.step
        after = situation.after(Happened(len(situation.happened) + 1, remedy, today))
        after = after.asked(remedy, today, _told(situation, remedy, today), {})
        if after.stage in step.sources and not any(_same(reason, left) for left in against(after, step, today)):
            yield option


def _told(situation: Situation, step: Step, today: date) -> object:
    """A copy of the record with what a step sets without asking anybody."""
    record = copy(situation.record)
    for reference, value in step.sets:
        if value is ON or not callable(value):
            setattr(record, field_name(reference), today if value is ON else value)
    return record


def _same(one: Reason, other: Reason) -> bool:
    return one.condition == other.condition if one.condition else one.text == other.text
