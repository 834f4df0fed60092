"""Dates that follow from other fields of a case (推算日期), usable where a limit names its start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Derived(property):
    """A read-only field computed from others, usable where a limit names its start (推算日期).

    Like a model field it has a name and a Chinese label.
    """

    def __init__(self, label: str, compute: Callable[[Any], Any]) -> None:
        super().__init__(compute, doc=label)
        self.name = ""
        self.verbose_name = label

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
