"""Irregularities that the stories plant (埋设的问题), labelled beside the story that plants them.

A module of `yifa.demo.stories` may have a list `PLANTED`. Each label names the clue model that must find it, words that
stand in the case's number, title or party, in the entry, or in the name of the organ, and why. Every hit of a model
that no label matches counts as a false alarm.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from yifa.demo import stories


class Planted(NamedTuple):
    """One label."""

    model: str
    words: str
    why: str


def planted() -> Iterator[Planted]:
    """The labels of all stories: each must be found."""
    yield from _labels("PLANTED")


def observed() -> Iterator[Planted]:
    """What the stories bring with them unintended, looked at by a person and right: no false alarm where found."""
    yield from _labels("OBSERVED")


def _labels(name: str) -> Iterator[Planted]:
    for module in sorted(module.name for module in iter_modules(stories.__path__)):
        labels = getattr(import_module(f"{stories.__name__}.{module}"), name, ())
        yield from (label for label in labels if isinstance(label, Planted))
