"""The parts of a declaration (声明的组成): stages, steps, conditions, publications; limits stand in `limit`.

Parts refer to each other by object, never by name. They are told apart by their `code`, the name they are bound to in
the class of the procedure, so that a later version replaces a part by declaring one of the same name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from yifa.errors import YifaError
from yifa.kernel.ties import Echo, Follows
from yifa.law import Basis
from yifa.office.personal import Mask
from yifa.office.roles import Role
from yifa.papers.instrument import Instrument

if TYPE_CHECKING:
    from yifa.kernel.situation import Situation

type_of_field = Any
"""A model field as written on the class (`Case.known_on`): Django gives a descriptor there."""

Guard = Callable[["Situation"], bool]
"""Whether a part of the declaration applies to the case at hand."""

Test = Callable[["Situation"], "str | None"]
"""A computed condition: None where it is met, otherwise the reason in Chinese."""


Holds = Callable[[Any, date], "tuple[str, ...]"]
"""What a step takes that is scarce: a function of the record and the legal date."""


class DeclarationError(YifaError):
    """A declaration contradicts itself; it is raised while the module that holds it is imported."""


def field_name(reference: type_of_field) -> str:
    """The name of a model field given as `Model.field`."""
    descriptor = getattr(reference, "field", reference)
    name = getattr(descriptor, "name", None)
    if not isinstance(name, str):
        raise DeclarationError(f"声明中的“{reference!r}”不是模型字段，请写成“模型.字段”。")
    return name


def field_label(reference: type_of_field) -> str:
    """The Chinese name of a model field given as `Model.field`; its name where it has none."""
    return str(getattr(getattr(reference, "field", reference), "verbose_name", None) or field_name(reference))


class Declared:
    """A part of a declaration; its `code` is the name it is bound to in the procedure's class."""

    code: str = ""

    def __set_name__(self, owner: type, name: str) -> None:
        if not self.code:
            object.__setattr__(self, "code", name)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.code == getattr(other, "code", None)

    def __hash__(self) -> int:
        return hash((type(self).__name__, self.code))


@dataclass(frozen=True)
class Move:
    """From which stages a step may be taken and where it leads; no target means that the case stays."""

    sources: tuple[Stage, ...]
    target: Stage | None = None


@dataclass(eq=False)
class Stage(Declared):
    """A stage of a case (阶段). `a >> b` reads “from a to b”, `a | b` “from a or b”."""

    label: str
    final: bool = False
    code: str = ""

    def __rshift__(self, target: Stage) -> Move:
        return Move((self,), target)

    def __or__(self, other: Stage) -> Stages:
        return Stages((self, other))


@dataclass(frozen=True)
class Stages:
    """Several stages, as the start of a move or as the place where a step may be taken."""

    members: tuple[Stage, ...]

    def __or__(self, other: Stage) -> Stages:
        return Stages((*self.members, other))

    def __rshift__(self, target: Stage) -> Move:
        return Move(self.members, target)


NEW = Stage("未立案", code="new")
"""Where every case starts: not yet in the books."""


@dataclass(eq=False)
class Input(Declared):
    """Something a step asks for that belongs to the event, not to the case (本环节填写事项).

    An input of kind `time` (14:30) is the time of the act itself, from which limits in hours run.
    """

    label: str
    kind: Literal["text", "long", "int", "date", "choice", "bool", "decimal", "time"] = "text"
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = True
    at_least: int | None = None
    at_most: int | None = None
    help: str = ""
    personal: bool = False
    basis: Basis | None = None
    code: str = ""


@dataclass(frozen=True)
class Condition:
    """A condition of a step (条件): judged by a person, or computed from the record.

    `qualified` names the provision that lets a person override a computed “no” with a reason; without it the
    computed answer is final.
    """

    basis: Basis
    text: str
    test: Test | None = None
    qualified: Basis | None = None
    when: Guard | None = None


def judged(basis: Basis, text: str, *, when: Guard | None = None) -> Condition:
    """A condition that a person confirms one by one; each confirmation is kept in the event."""
    return Condition(basis, text, when=when)


def computed(
    basis: Basis, text: str, test: Test, *, qualified: Basis | None = None, when: Guard | None = None
) -> Condition:
    """A condition that the record answers; `qualified` is what the law allows a person to hold against it."""
    return Condition(basis, text, test, qualified, when)


ON = "on"
"""In `sets`: the legal date of the step."""


@dataclass(eq=False)
class Step(Declared):
    """A step of the procedure (环节): who takes it, from which stage, on which conditions, with which instrument.

    Attributes:
        by: the roles that may record the step; acts of outsiders are recorded for them (office.roles).
        needs, may: fields of the case that the step must or may fill in.
        asks: inputs that belong to the event.
        sets: fields filled in by the step itself: `ON` for its legal date, a constant, or a function of the record
            and that date (a number out of a series, the digest of a text); in a scenario the organ of the record is
            not in the books (no `pk`), and the function must do without it.
        approved_by: roles that must have signed the proposal before it takes effect (审批), in order.
        not_by: a step whose recorder may not be the one who takes this (不得由同一人).
        requires: steps that must have happened before.
        once: whether a second one is refused.
        when: whether the step exists for this case at all (for instance only in the ordinary procedure).
        rare: whether it is never offered as the one thing to do next (停止执行、撤销), since nobody should take it by
            a reflex.
        holds: names of what is scarce and taken by the step (年度频次、数量限制), out of the record and the legal date;
            two such steps are taken one after the other (kernel.holding).
        echo: what it does in linked cases; follows: the steps of linked cases that bring it with them. A step that
            follows may also be recorded by hand, where the other side works on paper.
    """

    label: str
    basis: Basis | tuple[Basis, ...]
    move: Move | Stage | Stages
    by: Role | tuple[Role, ...] = Role.HANDLER
    needs: tuple[type_of_field, ...] = ()
    may: tuple[type_of_field, ...] = ()
    asks: tuple[Input, ...] = ()
    sets: tuple[tuple[type_of_field, Any], ...] = ()
    conditions: tuple[Condition, ...] = ()
    document: Instrument | None = None
    approved_by: tuple[Role, ...] = ()
    not_by: Step | None = None
    requires: tuple[Step, ...] = ()
    once: bool = False
    when: Guard | None = None
    rare: bool = False
    holds: Holds | None = None
    echo: Echo | tuple[Echo, ...] = ()
    follows: Follows | tuple[Follows, ...] = ()
    help: str = ""
    code: str = ""

    @property
    def bases(self) -> tuple[Basis, ...]:
        """The provisions the step rests on."""
        return self.basis if isinstance(self.basis, tuple) else (self.basis,)

    @property
    def echoes(self) -> tuple[Echo, ...]:
        """What it does in linked cases."""
        return self.echo if isinstance(self.echo, tuple) else (self.echo,)

    @property
    def followed(self) -> tuple[Follows, ...]:
        """The steps of linked cases that bring it with them."""
        return self.follows if isinstance(self.follows, tuple) else (self.follows,)

    @property
    def sources(self) -> tuple[Stage, ...]:
        """The stages in which the step may be taken."""
        if isinstance(self.move, Stage):
            return (self.move,)
        return self.move.members if isinstance(self.move, Stages) else self.move.sources

    @property
    def target(self) -> Stage | None:
        """The stage it leads to; None where the case stays."""
        return self.move.target if isinstance(self.move, Move) else None

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that may record it."""
        return self.by if isinstance(self.by, tuple) else (self.by,)

    @property
    def condition_codes(self) -> tuple[tuple[str, Condition], ...]:
        """Each condition with the code under which its confirmation is recorded."""
        return tuple((f"{self.code}.{n}", condition) for n, condition in enumerate(self.conditions, 1))


@dataclass(frozen=True)
class Shown:
    """A field in the public copy, with the way it is masked (None: as it stands).

    Attributes:
        mask: cells of rows have masks of their own; `Mask.TEXT` beside them hides numbers and names in what else is
            written there.
        columns: of a field of rows, the columns that are shown; blank for all of them.
        open: those whose masked names this publication shows as they stand, since the act that it rests on orders it
            (听证参加人名单); numbers, telephones and addresses are never opened.
    """

    field: type_of_field
    mask: str | None = None
    columns: tuple[str, ...] = ()
    open: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        masks = {c.name: c.mask for c in getattr(getattr(self.field, "field", self.field), "columns", ())}
        if wrong := [name for name in self.open if masks.get(name) != Mask.NAME]:
            raise DeclarationError(f"公开事项只能公开姓名栏目，“{'、'.join(wrong)}”不是姓名，或者没有这一栏。")
        if wrong := [name for name in self.columns if name not in masks]:
            raise DeclarationError(f"公开事项写明的栏目不存在：{'、'.join(wrong)}。")


@dataclass(eq=False)
class Publication(Declared):
    """What must be public (公开): named fields only, each with its masking.

    `done` stands for the act of publishing wherever a step is asked for, for instance in the `until` of a limit.
    """

    label: str
    basis: Basis
    after: tuple[Step, ...]
    shows: tuple[Shown, ...]
    instrument: Instrument | None = None
    withheld_if: Guard | None = None
    code: str = ""

    def __post_init__(self) -> None:
        self.done = Step(self.label, self.basis, NEW, code=self.code)

    def __set_name__(self, owner: type, name: str) -> None:
        super().__set_name__(owner, name)
        self.done.code = self.code


@dataclass(frozen=True)
class Omitted:
    """An article of the chapter that the declaration does not express, with the reason (未表达条款)."""

    basis: Basis
    reason: str
