"""What a round came to (评查结果): per body the dossiers, their mean, the grades, and the pass rate with its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from yifa.areas.enforcement.dossier_review import choices as c


@dataclass(frozen=True)
class BodyResult:
    """The result of one body; `rate` is in per cent, None where no dossier was graded."""

    body: str
    dossiers: int
    mean: Decimal | None
    grades: dict[str, int]
    passed: int
    vetoed: int
    problems: int

    @property
    def rate(self) -> Decimal | None:
        """Passed ÷ graded."""
        if not self.dossiers:
            return None
        return (Decimal(self.passed) * 100 / self.dossiers).quantize(Decimal("0.01"), ROUND_HALF_UP)

    @property
    def rate_text(self) -> str:
        """The rate with numerator and denominator: 92.31%（12／13）."""
        return "不适用" if self.rate is None else f"{self.rate}%（{self.passed}／{self.dossiers}）"


def by_body(dossiers: Iterable[Any]) -> list[BodyResult]:
    """The results of the graded dossiers, body by body, the best pass rate first."""
    held: dict[str, list[Any]] = defaultdict(list)
    for one in dossiers:
        if one.grade:
            held[one.body_label].append(one)
    found = [result_of(name, rows) for name, rows in held.items()]
    return sorted(found, key=lambda one: (-(one.rate or Decimal(0)), -(one.mean or Decimal(0)), one.body))


def result_of(name: str, rows: list[Any]) -> BodyResult:
    """The result of some dossiers under one name; `合计` for all of them."""
    points = [one.points for one in rows if one.points is not None]
    mean = (sum(points, Decimal(0)) / len(points)).quantize(Decimal("0.1"), ROUND_HALF_UP) if points else None
    grades = {grade.value: sum(one.grade == grade for one in rows) for grade in c.Grade}
    passed = sum(one.grade in c.PASSED for one in rows)
    problems = sum(len(one.problems) for one in rows)
    return BodyResult(name, len(rows), mean, grades, passed, sum(one.vetoed for one in rows), problems)


def result_lines(batch: Any) -> list[dict[str, str]]:
    """The table of the circular: each body and the total, as text."""
    graded = [one for one in batch.dossiers.all() if one.grade]
    found = [*by_body(graded), result_of("合计", graded)] if graded else []
    return [
        {
            "body": one.body, "dossiers": str(one.dossiers), "mean": str(one.mean), "rate": one.rate_text,
            "excellent": str(one.grades["excellent"]), "good": str(one.grades["good"]),
            "pass": str(one.grades["pass"]), "fail": str(one.grades["fail"]), "vetoed": str(one.vetoed),
            "problems": str(one.problems),
        }
        for one in found
    ]  # fmt: skip
