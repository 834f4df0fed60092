"""What a figure (数字) is: a query that returns the records which it counts, so that a number opens onto them.

The kinds of figures are in `kernel.figures` and, for registers, in `kernel.registers.figures`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django.db.models import QuerySet

from yifa.kernel.parts import Declared
from yifa.law import Basis
from yifa.papers.amounts import YUAN, amount_text


@dataclass(frozen=True)
class Window:
    """The period (both days included) and the organs that a figure is taken over."""

    since: date
    until: date
    organs: tuple[int, ...]

    @classmethod
    def year(cls, year: int, organs: Iterable[int]) -> Window:
        """A calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), tuple(organs))


@dataclass(frozen=True)
class Value:
    """What a figure came to; `value` is None where there is nothing to divide by (不适用)."""

    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    def text(self, unit: str) -> str:
        """The number as printed, with its unit: 548件, 37.50%, 不适用; money as reports write it, 242.765万元."""
        if self.value is None:
            return "不适用"
        if unit == YUAN:
            return amount_text(self.value)
        number = f"{self.value:.2f}" if unit == "%" else f"{self.value.normalize():f}"
        return f"{number}{unit}"


@dataclass(eq=False)
class Figure(Declared):
    """A figure of a procedure or register.

    Attributes:
        unit: the unit printed after it.
        definition: what is counted and what is not, in Chinese (口径).
        indicator: its code in `data/indicators`, where published reports have a comparable one.
    """

    label: str
    unit: str = "件"
    definition: str = ""
    basis: Basis | None = None
    indicator: str = ""
    code: str = ""

    owner: ClassVar[Any] = None

    def rows(self, window: Window) -> QuerySet[Any]:
        """The records behind it."""
        raise TypeError(f"{type(self).__name__} does not say which rows it counts")

    def value(self, window: Window) -> Value:
        """Its value over a window: here the number of rows."""
        return Value(Decimal(self.rows(window).count()))

    @property
    def key(self) -> str:
        """Its code across the system: procedure or register, dot, code."""
        return f"{self.owner.key}.{self.code}"

    def belong_to(self, owner: Any) -> None:
        """Give it, and the figures that it is made of, the procedure or register that declares it."""
        self.__dict__["owner"] = owner
        for part in vars(self).values():
            if isinstance(part, Figure):
                part.belong_to(owner)
