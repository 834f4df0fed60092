"""The times that complaints and reports are given (口径): by line, to be changed by a place."""

from __future__ import annotations

from yifa.kernel.defaults import Defaults

DEFAULTS = Defaults.beside(__file__)
