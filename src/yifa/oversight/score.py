"""How good the models are (准确率、召回率): against labels, and against what people said of their hits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q

from yifa.kernel.declare import PROCEDURES
from yifa.kernel.models import Case
from yifa.kernel.registers import REGISTERS
from yifa.oversight.clues import all_clues
from yifa.oversight.models import Hit, HitState

KNOWN_BY = ("title", "party_name", "object_name", "client_title", "client_number", "decision_number")
Label = tuple[str, str, str]
"""The model, words that stand in what the hit is about, and why it is one."""


@dataclass(frozen=True)
class Judged:
    """What people said of the hits of one model."""

    found: int
    new: int
    confirmed: int
    rejected: int
    gone: int

    @property
    def precision(self) -> int | None:
        """The share of the judged hits that were confirmed, in per cent; None where none is judged."""
        judged = self.confirmed + self.rejected
        return self.confirmed * 100 // judged if judged else None


def judged(hits: Iterable[str] = ()) -> dict[str, Judged]:
    """The tallies of every model, of the hits in scope; models without hits too."""
    rows = Hit.objects.order_by().values_list("model").annotate(
        found=Count("pk", filter=Q(gone_on=None)),
        new=Count("pk", filter=Q(state=HitState.NEW, gone_on=None)),
        confirmed=Count("pk", filter=Q(state=HitState.CONFIRMED)),
        rejected=Count("pk", filter=Q(state=HitState.REJECTED)),
        gone=Count("pk", filter=Q(gone_on__isnull=False)),
    )  # fmt: skip
    known = {model: Judged(*numbers) for model, *numbers in rows}
    return {clue.code: known.get(clue.code, Judged(0, 0, 0, 0, 0)) for clue in all_clues()}


@dataclass
class Score:
    """One model against the labels.

    Attributes:
        planted: labels of the model; found: those that some hit matches; missed: those that none matches.
        hits: its hits; right: those that some label matches; false: the rest, in words.
    """

    model: str
    planted: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)
    hits: int = 0
    right: int = 0
    false: list[str] = field(default_factory=list)

    @property
    def precision(self) -> int | None:
        """Right hits among all hits, in per cent."""
        return self.right * 100 // self.hits if self.hits else None

    @property
    def recall(self) -> int | None:
        """Found labels among all labels, in per cent."""
        return self.found * 100 // self.planted if self.planted else None


def scored(labels: Iterable[Label], observed: Iterable[Label] = ()) -> list[Score]:
    """Every model with labels or hits, by code; hits that no longer hold do not count.

    Args:
        observed: what people looked at and found right though nobody planted it; not to be found, but no false alarm.
    """
    seen = [(model, words) for model, words, _ in observed]
    scores = {clue.code: Score(clue.code) for clue in all_clues()}
    wanted: dict[str, list[str]] = {}
    for model, words, _ in labels:
        wanted.setdefault(model, []).append(words)
        scores.setdefault(model, Score(model)).planted += 1
    matched: Counter[tuple[str, str]] = Counter()
    for hit, words in subjects().items():
        score = scores.setdefault(hit.model, Score(hit.model))
        score.hits += 1
        told = [label for label in wanted.get(hit.model, []) if label in words]
        right = bool(told) or any(model == hit.model and label in words for model, label in seen)
        score.right += right
        matched.update((hit.model, label) for label in told)
        if not right:
            score.false.append(f"{words} {hit.explanation}")
    for model, mine in wanted.items():
        scores[model].missed = [label for label in mine if not matched[model, label]]
        scores[model].found = scores[model].planted - len(scores[model].missed)
    return [score for _, score in sorted(scores.items()) if score.planted or score.hits]


def subjects() -> Mapping[Hit, str]:
    """Every hit that holds with the words that its subject is known by: organ, number, title, party, entry."""
    hits = list(Hit.objects.filter(gone_on=None).select_related("organ", "case").order_by("pk"))
    named = {**_entries(hits), **_parties(hits)}
    return {hit: " ".join(filter(None, (hit.organ.short_name, str(hit.case or ""), named.get(hit.pk), hit.subject)))
            for hit in hits}  # fmt: skip


def _parties(hits: list[Hit]) -> dict[int, str]:
    """The party or object of the cases behind each hit, one query a procedure."""
    behind = {hit.pk: [hit.case_id] if hit.case_id is not None else hit.rows for hit in hits}
    wanted = {case for cases in behind.values() for case in cases}
    by_procedure: dict[str, list[int]] = {}
    for pk, procedure in Case._base_manager.filter(pk__in=wanted).values_list("pk", "procedure"):
        by_procedure.setdefault(procedure, []).append(pk)
    known = {pk: text for key, cases in by_procedure.items() for pk, text in _known_as(key, cases)}
    return {hit: " ".join(known.get(case, "") for case in cases) for hit, cases in behind.items() if cases}


def _known_as(procedure: str, cases: list[int]) -> Iterable[tuple[int, str]]:
    model: Any = PROCEDURES.latest(procedure).model
    names = [name for name in KNOWN_BY if _has(model, name)]
    for pk, *values in model._base_manager.filter(pk__in=cases).values_list("pk", *names):
        yield pk, " ".join(str(value) for value in values if value)


def _has(model: object, name: str) -> bool:
    return any(field.name == name for field in model._meta.get_fields())  # type: ignore[attr-defined]


def _entries(hits: list[Hit]) -> dict[int, str]:
    named: dict[int, str] = {}
    for key in {hit.register for hit in hits if hit.register}:
        mine = [hit for hit in hits if hit.register == key and hit.entry is not None]
        entries = REGISTERS.get(key).model._base_manager.in_bulk({hit.entry for hit in mine})
        named.update({hit.pk: str(entries[hit.entry]) for hit in mine if hit.entry in entries})
    return named
