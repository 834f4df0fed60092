"""The stories of the demonstration county: each a chain of parts, by how often it is told in a year."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from yifa.demo.planted import Planted


def planted() -> Iterator[Planted]:
    """The labels of all stories: each must be found."""
    yield from _labels("PLANTED")


def observed() -> Iterator[Planted]:
    """What the stories bring with them unintended, looked at by a person and right: no false alarm where found."""
    yield from _labels("OBSERVED")


def _labels(name: str) -> Iterator[Planted]:
    for module in sorted(module.name for module in iter_modules(__path__)):
        labels = getattr(import_module(f"{__name__}.{module}"), name, ())
        yield from (label for label in labels if isinstance(label, Planted))
