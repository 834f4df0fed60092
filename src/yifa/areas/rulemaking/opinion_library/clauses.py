"""Which clause an opinion or a stretch of a draft is about (条款事项), told from its words; see `clauses.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from yifa.areas.rulemaking.legality_review.choices import TargetType

OTHER = "other"


@dataclass(frozen=True)
class Clause:
    """One topic of clauses."""

    key: str
    label: str
    words: re.Pattern[str]


@cache
def clauses(kind: str) -> tuple[Clause, ...]:
    """The topics of contracts (`contract`) or of everything else (`rule`), the more telling first."""
    tables = tomllib.loads(Path(__file__).with_name("clauses.toml").read_text(encoding="utf-8"))
    return tuple(Clause(key, one["label"], re.compile(one["words"])) for key, one in tables[kind].items())


def kind_of(target_type: str) -> str:
    """Which list serves a kind of matter."""
    return "contract" if target_type in (TargetType.CONTRACT, TargetType.AGREEMENT) else "rule"


def clause_of(text: str, target_type: str) -> str:
    """The topic whose words come most often, the more telling ones counting for more; `other` where none comes."""
    known = clauses(kind_of(target_type))
    scores = [len(one.words.findall(text)) * (len(known) - place) for place, one in enumerate(known)]
    best = max(scores)
    return known[scores.index(best)].key if best else OTHER


def label_of(key: str, target_type: str) -> str:
    """The Chinese name of a topic."""
    return next((one.label for one in clauses(kind_of(target_type)) if one.key == key), "其他")


@cache
def all_topics() -> tuple[tuple[str, str], ...]:
    """Every topic of either list with its name, as the choices of a field."""
    named: dict[str, str] = {}
    for kind in ("contract", "rule"):
        for one in clauses(kind):
            named.setdefault(one.key, one.label)
    return (*named.items(), (OTHER, "其他"))
