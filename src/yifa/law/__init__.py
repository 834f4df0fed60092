"""Acts and their versions, the basis of a rule, Chinese numerals, citations. Pure Python."""

from yifa.law.acts import Act, Version
from yifa.law.basis import Basis
from yifa.law.errors import AmbiguousName, ArticleMissing, LawError, NoVersion, UnknownAct
from yifa.law.index import Index, act, default_index
from yifa.law.kinds import Kind, Status

__all__ = [
    "Act",
    "AmbiguousName",
    "ArticleMissing",
    "Basis",
    "Index",
    "Kind",
    "LawError",
    "NoVersion",
    "Status",
    "UnknownAct",
    "Version",
    "act",
    "default_index",
]
