"""The clue models (监督模型), one a file: each module has `CLUE`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from yifa.oversight.clue import Clue


@cache
def all_clues() -> tuple[Clue, ...]:
    """Every model, by code."""
    found: list[Clue] = [import_module(f"{__name__}.{module.name}").CLUE for module in iter_modules(__path__)]
    return tuple(sorted(found, key=lambda clue: clue.code))


def clue_of(code: str) -> Clue | None:
    """The model of this code."""
    return next((clue for clue in all_clues() if clue.code == code), None)
