"""The draft checker: reads a draft document, decision or contract and says what is wrong, where and why.

`check(Draft.read(text, at))` gives findings; `yifa check` is its command.
"""

from yifa.check.draft import Draft
from yifa.check.engine import check
from yifa.check.model import DraftKind, Finding, Group, Hit, Severity
from yifa.check.place import Place, read_place
from yifa.check.rule import Rule
from yifa.check.rules import all_rules

__all__ = [
    "Draft",
    "DraftKind",
    "Finding",
    "Group",
    "Hit",
    "Place",
    "Rule",
    "Severity",
    "all_rules",
    "check",
    "read_place",
]
