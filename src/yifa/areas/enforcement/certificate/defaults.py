"""What provinces set differently about certificates (口径): days, hours, exam."""

from __future__ import annotations

from yifa.kernel.defaults import Defaults

DEFAULTS = Defaults.beside(__file__)
