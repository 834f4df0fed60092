"""What a story is, and the chains of parts that many share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yifa.demo.drive import Told, Waits
from yifa.demo.parts import filing as f
from yifa.demo.parts import outcome as o
from yifa.demo.parts import trial as t
from yifa.demo.parts.filing import Part


@dataclass(frozen=True)
class Story:
    """One story: its name, how many cases a year tell it, its parts, which acts fit it, how many apply together."""

    name: str
    count: int
    parts: tuple[Part, ...]
    fits: Callable[[dict[str, Any]], bool] | None = None
    people: int = 0


def kind(*kinds: str) -> Callable[[dict[str, Any]], bool]:
    """Acts of these kinds."""
    return lambda act: act["kind"] in kinds


def learnt(act: dict[str, Any]) -> bool:
    """Acts that are learnt of on a day, not omissions."""
    return bool(act["kind"] != "omission")


def small(act: dict[str, Any]) -> bool:
    """Penalties of up to three thousand yuan."""
    return bool(act["kind"] == "penalty" and 0 < act.get("amount", 0) <= 3000)


def of_department(act: dict[str, Any]) -> bool:
    """Acts of departments, not of townships."""
    return bool(act["domain"] != "township")


OPEN = (f.filed(), f.accepted)
REPLIED = (*OPEN, t.replied())
HEARD = (*REPLIED, t.heard)
SHOWN = (o.served, o.published)
CLOSED = (o.served, o.published, o.finished)
BRIEF = (t.replied(1, 3),)
ENDED = (o.end_served,)


def refused(ground: str, why: str, **fields: Any) -> Part:
    """Refused, and the refusal served."""

    def part(told: Told) -> Waits:
        yield from f.refused(ground, why, **fields)(told)
        yield from f.refusal_served(told)

    return part


def decided(name: str, count: int, what: str, *then: Part, **options: Any) -> Story:
    """An ordinary case with a decision of a kind."""
    fits = options.pop("fits", None)
    return Story(name, count, (*HEARD, o.decided(what, **options), *(then or CLOSED)), fits)
