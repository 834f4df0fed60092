"""What a reviewer is offered (常用意见): the library first, then what was often given for this kind of matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from typing import Any

from django.db import transaction
from django.db.models import Count, Max, Q
from django.utils import timezone

from yifa.areas.rulemaking.legality_review.choices import Adoption, Category, Weight
from yifa.areas.rulemaking.legality_review.where import bureau_over
from yifa.areas.rulemaking.opinion_library.clauses import OTHER, clause_of, label_of
from yifa.areas.rulemaking.opinion_library.given import generalised, shape_of
from yifa.areas.rulemaking.opinion_library.models import GivenOpinion, OpinionBlock
from yifa.areas.rulemaking.opinion_library.register import OpinionLibrary
from yifa.kernel.registers import entries
from yifa.kernel.registers.entries import locked_book
from yifa.office import scope
from yifa.office.models import Organ, Person

OFTEN = 2
"""So often an opinion was given before it is offered."""

MOST = 40


@dataclass(frozen=True)
class Offer:
    """One opinion that may be put into a letter.

    Attributes:
        times: how often it was given; answered, adopted: how many of these were answered, and adopted in whole or part.
        block: its number in the library; blank where it only comes from experience.
    """

    text: str
    basis: str
    severity: str
    category: str
    clause: str
    clause_label: str
    times: int = 0
    answered: int = 0
    adopted: int = 0
    last: date | None = None
    block: str = ""
    when_used: str = ""

    @property
    def rate(self) -> int | None:
        """The share adopted, in per cent; None where none was answered."""
        return round(self.adopted * 100 / self.answered) if self.answered else None

    @property
    def severity_label(self) -> str:
        """How much it weighs, in Chinese."""
        return Weight(self.severity).label if self.severity else ""


def offers(organ: Organ, target_type: str, *, clause: str = "", words: str = "", near: str = "") -> list[Offer]:
    """The library's opinions, then the frequent ones that are not in it; those about the clause at hand first.

    Args:
        clause: only this topic; words: only those that hold these; near: the text in hand, whose topic comes first.
    """
    found = [*_from_library(organ, target_type), *_often(organ, target_type)]
    known: set[str] = set()
    kept = []
    for one in found:
        shape = shape_of(one.text)
        if shape not in known and (not clause or one.clause == clause) and _holds(one, words):
            known.add(shape)
            kept.append(one)
    first = clause_of(near, target_type) if near.strip() else ""
    kept.sort(key=lambda one: (one.clause != first if first and first != OTHER else False, not one.block, -one.times))
    return kept[:MOST]


def _holds(one: Offer, words: str) -> bool:
    return all(word in f"{one.text}{one.basis}{one.clause_label}" for word in words.split())


def _from_library(organ: Organ, target_type: str) -> Iterable[Offer]:
    """The library of the organ and that of its justice bureau, which serves townships and departments."""
    bureau = bureau_over(organ)
    organs = {organ.pk, bureau.pk if bureau is not None else organ.pk}
    with scope.everything("司法局的审查意见库供县乡共用，其中没有个人信息"):
        blocks = list(
            OpinionBlock._base_manager.filter(organ_id__in=organs, target_type=target_type, withdrawn=False)
            .order_by("-entered_on", "-pk")[: 5 * MOST]
        )  # fmt: skip
    experience = _experience(organ, target_type)
    for block in blocks:
        times, answered, adopted, last = experience.get(shape_of(block.text), (0, 0, 0, None))
        yield Offer(
            block.text, block.basis, block.severity, block.category, block.clause, label_of(block.clause, target_type),
            times, answered, adopted, last, block.number, block.when_used,
        )  # fmt: skip


def _grouped(organ: Organ, target_type: str) -> Any:
    answered = Q(adoption__in=(Adoption.FULL, Adoption.PARTIAL, Adoption.NONE))
    return (
        GivenOpinion._base_manager.filter(organ=organ, target_type=target_type)
        .values("shape")
        .annotate(
            times=Count("pk"), answered=Count("pk", filter=answered),
            adopted=Count("pk", filter=Q(adoption__in=(Adoption.FULL, Adoption.PARTIAL))), last=Max("on"),
            latest=Max("pk"),
        )
        .order_by("-times", "-last")
    )  # fmt: skip


def _experience(organ: Organ, target_type: str) -> dict[str, tuple[int, int, int, date | None]]:
    return {
        row["shape"]: (row["times"], row["answered"], row["adopted"], row["last"])
        for row in _grouped(organ, target_type)[:1000]
    }


def _often(organ: Organ, target_type: str) -> Iterable[Offer]:
    rows = list(_grouped(organ, target_type).filter(times__gte=OFTEN)[: 5 * MOST])
    latest = GivenOpinion._base_manager.in_bulk([row["latest"] for row in rows])
    for row in rows:
        one = latest[row["latest"]]
        yield Offer(
            generalised(one.text), one.basis, one.severity, one.category, one.clause,
            label_of(one.clause, target_type), row["times"], row["answered"], row["adopted"], row["last"],
        )  # fmt: skip


def promote(organ: Organ, target_type: str, values: dict[str, str], *, by: Person | None, at: datetime) -> OpinionBlock:
    """Take an opinion into the library of an organ, under the next number.

    Args:
        values: text, basis, severity, category; the topic is told from the words.

    Raises:
        EntryRefused: it is not complete, or too long.
    """
    text = generalised(values.get("text", ""))
    today = timezone.localdate(at)
    with transaction.atomic():
        book = locked_book(OpinionLibrary, organ)
        raw = {
            "number": _next_number(organ, today.year, book.length + 1), "target_type": target_type,
            "clause": values.get("clause") or clause_of(text, target_type),
            "category": values.get("category") or Category.CONTENT.value,
            "severity": values.get("severity") or Weight.SHOULD.value, "text": text, "basis": values.get("basis", ""),
            "entered_on": today,
        }  # fmt: skip
        block: OpinionBlock = entries.add(OpinionLibrary, organ, raw, by=by, at=at)
    return block


def _next_number(organ: Organ, year: int, first: int) -> str:
    taken = set(OpinionBlock._base_manager.filter(organ=organ).values_list("number", flat=True))
    return next(number for n in count(first) if (number := f"意库〔{year}〕{n}号") not in taken)


def in_library(organ: Organ, target_type: str, text: str) -> bool:
    """Whether the library of the organ has an opinion that says the same."""
    shape = shape_of(text)
    blocks = OpinionBlock._base_manager.filter(organ=organ, target_type=target_type, withdrawn=False)
    return any(shape_of(one) == shape for one in blocks.values_list("text", flat=True))
