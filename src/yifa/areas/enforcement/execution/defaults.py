"""The choices of execution that the act leaves open (口径)."""

from __future__ import annotations

from yifa.kernel.defaults import Defaults

DEFAULTS = Defaults.beside(__file__)
