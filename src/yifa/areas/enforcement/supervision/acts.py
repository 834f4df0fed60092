"""The acts that supervision rests on, by the names used in its declaration."""

from __future__ import annotations

from yifa.law import act

S = act("行政执法监督条例")
RECONSIDERATION = act("行政复议法")
