"""What could not be checked in a published text (口径)."""

from __future__ import annotations

from yifa.kernel.defaults import Defaults

DEFAULTS = Defaults.beside(__file__)
