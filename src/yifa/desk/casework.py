"""What can be done in a case (可以办理), what stands against it and why, and what comes next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from django.urls import reverse

from yifa.desk.declared import OUTSIDERS, ours
from yifa.kernel.declare import PROCEDURES, Condition, Limit, Procedure, Publication, Step, field_name
from yifa.kernel.rules import Attempt, Reason, opening_steps, possible, reasons_against
from yifa.kernel.situation import Situation
from yifa.office.models import Person
from yifa.office.roles import Role, recorders

PUBLISHING = frozenset({Role.HANDLER, Role.PUBLISHER})
"""Who lays public copies before the public."""


@dataclass(frozen=True)
class Option:
    """A step that exists for a case now.

    Attributes:
        reasons: what stands against it, apart from what its form will bring.
        mine: whether the person holds a post that records it.
        waiting: whether a proposal of it waits for signatures.
    """

    step: Step
    reasons: tuple[Reason, ...]
    mine: bool
    waiting: bool = False

    @property
    def ready(self) -> bool:
        """Whether the person could take it now."""
        return self.mine and not self.waiting and not any(not reason.overridable for reason in self.reasons)

    @property
    def who(self) -> str:
        """The roles that record it, in Chinese."""
        return "、".join(role.label for role in self.step.roles)

    @property
    def approval(self) -> str:
        """The roles that sign it first, in Chinese."""
        return "、".join(role.label for role in self.step.approved_by)


def offered(situation: Situation) -> list[Step]:
    """The steps that people may be offered; what the law performs by itself is left out."""
    return [step for step in possible(situation) if step.roles != (Role.SYSTEM,)]


def options(
    situation: Situation, held: Collection[Role], person: Person, today: date, waiting: Iterable[str] = ()
) -> list[Option]:
    """Every step that exists now, what can be taken first, with what stands against the rest."""
    open_proposals = set(waiting)
    found = []
    for step in offered(situation):
        reasons = [*against(situation, step, today), *_same_person(situation, step, person)]
        found.append(Option(step, tuple(reasons), may_record(step, held), step.code in open_proposals))
    return sorted(found, key=lambda option: not option.ready)


def against(situation: Situation, step: Step, today: date) -> list[Reason]:
    """A dry check: the reasons that filling in the form would not remove. Nothing is written."""
    confirmed = [code for code, condition in step.condition_codes if condition.test is None]
    brought = {field_name(reference) for reference in (*step.needs, *step.may)}
    brought |= {asked.code for asked in step.asks} | {"on"}
    asked = situation.asked(step, today, situation.record, {})
    reasons = reasons_against(asked, Attempt(step, today, confirmed=confirmed), today=today)
    conditions = dict(step.condition_codes)
    return [
        reason
        for reason in reasons
        if reason.field not in brought
        and not (reason.condition and _rests_on(conditions[reason.condition], asked, brought))
    ]


def _rests_on(condition: Condition, asked: Situation, brought: set[str]) -> bool:
    """Whether a computed condition looked at something that the form is still to bring; then it says nothing yet."""
    watched = Watched(asked.record)
    inputs = WatchedInputs(watched.seen)
    if condition.test is not None:
        condition.test(replace(asked, record=watched, data=inputs))
    return not watched.seen.isdisjoint(brought)


class Watched:
    """A record that notes which of its fields are looked at."""

    def __init__(self, record: Any) -> None:
        self._record = record
        self.seen: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        self.seen.add(name)
        return getattr(self._record, name)


class WatchedInputs(dict[str, Any]):
    """No inputs yet, but noting which are asked for."""

    def __init__(self, seen: set[str]) -> None:
        super().__init__()
        self._seen = seen

    def get(self, key: str, default: Any = None) -> Any:
        """Nothing is there."""
        self._seen.add(key)
        return default

    def __contains__(self, key: object) -> bool:
        self._seen.add(str(key))
        return False


def _same_person(situation: Situation, step: Step, person: Person) -> list[Reason]:
    earlier = situation.last(step.not_by) if step.not_by else None
    if earlier is None or earlier.actor != person.pk:
        return []
    return [Reason(f"“{earlier.step.label}”由您办理，不得由同一人办理", step.bases[0])]


@lru_cache(maxsize=256)
def opens_cases(held: frozenset[Role]) -> bool:
    """Whether one of these roles begins a case of some procedure (登记新案)."""
    return any(may_record(step, held) for key in PROCEDURES.versions for step in opening_steps(PROCEDURES.latest(key)))


def may_record(step: Step, held: Collection[Role]) -> bool:
    """Whether one of these roles records the step, for itself or for an outsider."""
    return any(not recorders(role).isdisjoint(held) for role in step.roles)


@dataclass(frozen=True)
class Next:
    """What comes next in a case, as a button: its words and where it leads."""

    label: str
    address: str


def next_action(case: Any, situation: Situation, limit: Limit, held: Collection[Role]) -> Next | None:
    """The act a limit waits for: a step, or a publication that has become due; None for who may not do it."""
    publication = due_publication(situation, limit)
    if publication is not None:
        return _publishing(case, publication) if PUBLISHING.intersection(held) else None
    step = next_step(situation, limit)
    if step is None or not may_record(step, held):
        return None
    return Next(step.label, reverse("step", args=[case.pk, step.code]))


def _publishing(case: Any, publication: Publication) -> Next:
    label = f"公开{publication.label.removesuffix('公开')}"
    return Next(label, reverse("public_copy", args=[case.pk, publication.code]))


def due_publication(situation: Situation, limit: Limit) -> Publication | None:
    """The publication a limit waits for, once the step before it has been taken and unless the law withholds it."""
    for publication in situation.procedure.publications():
        withheld = publication.withheld_if is not None and publication.withheld_if(situation)
        if publication.done in limit.until and situation.did(*publication.after) and not withheld:
            return publication
    return None


def next_step(situation: Situation, limit: Limit) -> Step | None:
    """The step that a limit waits for; None where no step can be named that the case goes on with.

    A limit is about those of the steps which keep it that keep the fewest other limits: 发送副本 rather than 作出决定,
    which ends them all. Where it is about several (受理、不予受理), the declaration names the usual one first. What
    else keeps it is never named in their place: 判定不公开 is not what a limit for publishing waits for. A rare one
    (撤销立案) is named only by a limit that nothing else can keep (换证). Whatever comes from outside is not ours to
    choose: a limit of somebody else names a step only where there is but one that they take (收到书面答复, and not
    one of 准予执行、不准予执行).
    """
    if due_publication(situation, limit) is not None:
        return None
    there = offered(situation)
    about = [step for step in _about(situation.procedure, limit) if step in there]
    if ours(limit):
        return next(iter(about), None)
    theirs = [step for step in limit.until if limit.bound in step.roles and step in there and not step.rare] or about
    return theirs[0] if len(theirs) == 1 else None


def _about(procedure: type[Procedure], limit: Limit) -> list[Step]:
    """The steps that a limit is about, in the order of the declaration."""
    limits = procedure.limits()
    usual = [step for step in limit.until if not step.rare] or limit.until
    kept = [(step, sum(step in each.until for each in limits)) for step in usual if step.roles != (Role.SYSTEM,)]
    fewest = min((number for _, number in kept), default=0)
    return [step for step, number in kept if number == fewest]


@dataclass(frozen=True)
class Offer:
    """The steps of a case in the order in which people look for them (可以办理)."""

    first: Next | None
    primary: Option | None
    wanted: tuple[Option, ...]
    moving: tuple[Option, ...]
    other: tuple[Option, ...]
    blocked: tuple[Option, ...]
    others: tuple[Option, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing exists at all."""
        return not (self.primary or self.wanted or self.moving or self.other or self.blocked or self.others)


def offer(case: Any, found: list[Option], limits: Sequence[Limit], situation: Situation) -> Offer:
    """Sort the options.

    Args:
        limits: those that run, the most pressing first and those against the office before the rest. While one
            runs, only what it waits for is put on the title line: nobody should suspend a case by a reflex.
    """
    ready = [option for option in found if option.ready]
    waited = [step for limit in limits if (step := next_step(situation, limit)) is not None]
    wanted = sorted((o for o in ready if o.step in waited), key=lambda option: waited.index(option.step))
    moving = [option for option in ready if option.step.target is not None and option not in wanted]
    published = next((limit for limit in limits if due_publication(situation, limit) is not None), None)
    onward = None if waited or not all(map(ours, limits)) else _onward(found, situation)
    first = None if published else next(iter(wanted), onward)
    due = due_publication(situation, published) if published else None
    return Offer(
        _publishing(case, due) if due else None,
        first,
        tuple(option for option in wanted if option is not first),
        tuple(option for option in moving if option is not first),
        tuple(o for o in ready if o is not first and o not in wanted and o not in moving),
        tuple(option for option in found if not option.ready and (option.mine or option.waiting)),
        tuple(option for option in found if not option.ready and not option.mine and not option.waiting),
    )


def _onward(found: Sequence[Option], situation: Situation) -> Option | None:
    """The step with which a case goes on that no limit presses: the first that is declared for its stage, if ready.

    One that is over goes on only to what ends it further (归档): reopening it (依上级责令受理) is not the usual way.
    Nor is one of several named that come from outside (准予执行、不准予执行).
    """
    declared, stage = situation.procedure.steps(), situation.stage
    moving = [
        option for option in found
        if (to := option.step.target) not in (None, stage) and not option.step.rare and to.final >= stage.final
    ]  # fmt: skip
    first = min(moving, key=lambda option: declared.index(option.step), default=None)
    if first is None or not first.ready:
        return None
    from_outside = [option for option in moving if OUTSIDERS.issuperset(option.step.roles)]
    return None if first in from_outside and len(from_outside) > 1 else first
