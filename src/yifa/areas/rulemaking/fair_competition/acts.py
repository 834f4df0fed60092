"""The acts that fair competition review rests on."""

from __future__ import annotations

from yifa.law import Basis, act

F = act("公平竞争审查条例")
RULES = Basis(act("公平竞争审查条例实施办法"))
"""国家市场监督管理总局令第99号: its articles are not in the books, so it is named as a whole."""
