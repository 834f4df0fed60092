"""The rules of a consultation (征求意见的规则), shared by decisions and documents.

Both keep their own minimum periods; what is common stands here: every opinion gets an answer with a reason before the
consultation can be closed, and what the public is shown names nobody.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from yifa.areas.rulemaking.consultation.models import Adoption, Opinion
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.masking import Names
from yifa.kernel.situation import Situation
from yifa.office.personal import masked_names, masked_text

CLOSING: Final = "close_consultation"
"""What the step is called that closes a consultation: a procedure that declares it has one."""


def consulting() -> list[str]:
    """The keys of the procedures that consult; the register of opinions need not know them."""
    return [key for key in PROCEDURES.versions if CLOSING in PROCEDURES.latest(key).parts]


def opinions_of(case: Any) -> Any:
    """The opinions on a case in their order; none where the case is not in the books (a jurist's scenario)."""
    if case.pk is None:
        return Opinion._base_manager.none()
    return Opinion._base_manager.filter(case_id=case.pk, withdrawn=False).order_by("seq")


@dataclass(frozen=True)
class Counts:
    """How many opinions came and what became of them (采纳情况)."""

    received: int = 0
    full: int = 0
    partial: int = 0
    none: int = 0

    @property
    def open(self) -> int:
        """Those without an answer."""
        return self.received - self.full - self.partial - self.none

    @property
    def text(self) -> str:
        """收到意见12条，采纳5条，部分采纳3条，不采纳4条."""
        if not self.received:
            return "没有收到意见"
        parts = [
            f"收到意见{self.received}条",
            f"采纳{self.full}条",
            f"部分采纳{self.partial}条",
            f"不采纳{self.none}条",
        ]
        return "，".join([*parts, *([f"尚未答复{self.open}条"] if self.open else [])])


def counts_of(case: Any) -> Counts:
    """The counts of a case."""
    found = Counter(opinions_of(case).values_list("adopt", flat=True))
    return Counts(sum(found.values()), found[Adoption.FULL], found[Adoption.PARTIAL], found[Adoption.NONE])


def all_answered(situation: Situation) -> str | None:
    """Every opinion in the register has its answer with a reason (决策条例 18)."""
    waiting = list(opinions_of(situation.record).filter(adopt="").values_list("seq", flat=True))
    if not waiting:
        return None
    named = "、".join(str(seq) for seq in waiting[:8]) + ("等" if len(waiting) > 8 else "")
    return f"还有{len(waiting)}条意见没有研究答复（第{named}条），请在征求意见台账中逐条填写采纳情况和理由"


def none_later(situation: Situation) -> str | None:
    """No opinion in the register came after the day of the step, and no answer was given after it."""
    rows = opinions_of(situation.record)
    late = [row.seq for row in rows if max(row.received_on, row.answered_on or row.received_on) > situation.on]
    if not late:
        return None
    return f"第{'、'.join(map(str, late[:8]))}条意见的收到或者答复日期晚于{situation.on}，请核对日期"


@dataclass(frozen=True)
class PublicOpinion:
    """One opinion as the public sees it: no name, no way of reaching the person."""

    seq: int
    source: str
    article: str
    content: str
    adopt: str
    reason: str


def public_summary(case: Any, most: int | None = None) -> list[PublicOpinion]:
    """The opinions without the people who gave them; names of theirs inside the texts are hidden as well.

    Args:
        most: how many of them; the names of all are hidden all the same.
    """
    rows = opinions_of(case)
    given = rows.exclude(name="").values_list("name", flat=True)
    names = Names(masked_names(name for name in given if len(name) > 1))
    return [
        PublicOpinion(
            row.seq, row.get_source_display(), row.article, masked_text(names.hide(row.content)),
            row.get_adopt_display() if row.adopt else "研究中", masked_text(names.hide(row.reason)),
        )
        for row in rows[:most]
    ]  # fmt: skip
