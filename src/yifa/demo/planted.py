"""An irregularity that a story plants (埋设的问题), labelled beside the story that plants it.

A module of `yifa.demo.stories` may have a list `PLANTED`. Each label names the clue model that must find it, words that
stand in the case's number, title or party, in the entry, or in the name of the organ, and why. Every hit of a model
that no label matches counts as a false alarm.
"""

from __future__ import annotations

from typing import NamedTuple


class Planted(NamedTuple):
    """One label."""

    model: str
    words: str
    why: str
