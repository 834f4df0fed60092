"""What ties a step to steps in other cases (联动): echoes, and steps that follow; see docs/adr/0009."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yifa.kernel.parts import Guard
    from yifa.kernel.situation import Situation

Target = tuple[Any, Mapping[str, Any], Mapping[str, Any]]
"""A case, the fields and the inputs that a step brings to it."""


@dataclass(frozen=True)
class Tie:
    """A step of another procedure, by name: `decision_review.submit`.

    It is a name and not the step itself because two procedures may be tied to each other, and because the case at the
    other end has the step of its own version. `manage.py check` finds names that nothing bears.
    """

    to: str

    @property
    def procedure(self) -> str:
        """The key of the other procedure."""
        return self.to.partition(".")[0]

    @property
    def step(self) -> str:
        """The code of the step there."""
        return self.to.partition(".")[2]


@dataclass(frozen=True)
class Echo(Tie):
    """What a step does in a linked case (关联案件), in the same transaction and on the same date.

    Attributes:
        organ: where the linked case is, from the record; None takes the latest linked case of any organ. Where there
            is none at that organ and the echoed step opens a case, it is opened there.
        fields, data: the fields and inputs it brings, from the situation of the case that echoes.
        anew: whether it opens another linked case each time (a second review, each milestone of a contract).
        each: instead of one linked case, the cases in which the step is taken, each with its fields and inputs (the
            documents that a clean-up round decides on); they are tied to this one.
        when: whether it applies.
        if_awaited: whether it is left out where no linked case is at a stage in which the step can be taken; else the
            refusal there refuses this step too.
    """

    organ: Callable[[Any], Any] = lambda record: None
    fields: Callable[[Situation], Mapping[str, Any]] = lambda situation: {}
    data: Callable[[Situation], Mapping[str, Any]] = lambda situation: {}
    anew: bool = False
    if_awaited: bool = False
    each: Callable[[Situation], Iterable[Target]] | None = None
    when: Guard | None = None


@dataclass(frozen=True)
class Follows(Tie):
    """The step of another procedure that brings this step with it (随之办理) in every open case linked to that one.

    It is the echo declared at the other end: a service (legality review) need not know who asks for it. `fields` and
    `data` are drawn from the situation of the other case; `when` says, of the same, whether it applies.
    """

    fields: Callable[[Situation], Mapping[str, Any]] = lambda situation: {}
    data: Callable[[Situation], Mapping[str, Any]] = lambda situation: {}
    when: Guard | None = None
