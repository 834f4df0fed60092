"""What one person brought and others do not see yet (互不可见): two who judge the same thing, each without the other.

A model says so with `veils`. The fields stand in the record and in the trail as all others do, covered by the chain;
pages and files leave them out for everybody but whoever brought them until the veil is lifted. From then on they are
part of the record that nobody corrects: a sheet that could still be brought into line would not be independent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yifa.kernel.situation import Situation


@dataclass(frozen=True)
class Veil:
    """Fields that only whoever brought them sees until another step was taken.

    Attributes:
        fields: names of fields of the case.
        brought_by, until: codes of the step that brings them and of the step that lifts the veil; the same where they
            are open at once and only kept from being corrected.
        told: what stands in their place meanwhile.
        settled: why they are not corrected afterwards.
    """

    fields: tuple[str, ...]
    brought_by: str
    until: str
    told: str
    settled: str


def veils_of(situation: Situation) -> tuple[Veil, ...]:
    """The veils that the case's model declares."""
    return tuple(getattr(type(situation.record), "veils", ()))


def standing(situation: Situation) -> dict[str, str]:
    """The fields whose veil is not lifted, each with what stands in its place."""
    return {
        name: veil.told
        for veil in veils_of(situation)
        if veil.until != veil.brought_by and not situation.did(situation.procedure.step(veil.until))
        for name in veil.fields
    }  # fmt: skip


def unseen(situation: Situation, person: int | None) -> dict[str, str]:
    """The fields of the record that a person does not see yet, each with what stands in its place."""
    kept = standing(situation)
    for veil in veils_of(situation):
        brought = situation.last(situation.procedure.step(veil.brought_by))
        if brought is not None and person is not None and brought.actor == person:
            kept = {name: told for name, told in kept.items() if name not in veil.fields}
    return kept


def uncorrectable(situation: Situation, names: Iterable[str], person: int | None) -> Iterator[tuple[str, str]]:
    """Which of these fields may not be corrected by a person now, each with why."""
    wanted, hidden = set(names), unseen(situation, person)
    for veil in veils_of(situation):
        lifted = situation.did(situation.procedure.step(veil.until))
        for name in veil.fields:
            if name in wanted and (lifted or name in hidden):
                yield name, veil.settled if lifted else veil.told
