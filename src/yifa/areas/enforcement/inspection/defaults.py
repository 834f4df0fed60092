"""The choices of inspections that no act fixes (口径)."""

from __future__ import annotations

from yifa.kernel.defaults import Defaults

DEFAULTS = Defaults.beside(__file__)
