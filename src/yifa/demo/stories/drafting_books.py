"""What the justice bureau keeps for those who draft and review: model texts of contracts, the library of opinions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from yifa.areas.rulemaking.contract_kinds import ContractType
from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts.books import Book, books
from yifa.demo.place import County
from yifa.demo.registers import Row
from yifa.demo.stories.government_contract import source
from yifa.office.models import Organ

SINCE = date(2025, 1, 2)


def template_rows(organ: Organ) -> list[Row]:
    """The model texts of contracts."""
    texts: dict[str, dict[str, Any]] = source()["templates"]
    return [
        {
            "范本编号": f"范〔2025〕{n}号", "范本名称": one["name"], "合同类型": ContractType(kind).label,
            "合同性质": "民事合同", "来源": "县司法局", "启用日期": SINCE, "范本全文": one["text"],
            "不得改动的条款": one["fixed"],
        }
        for n, (kind, one) in enumerate(texts.items(), 1)
    ]  # fmt: skip


def library_rows(organ: Organ) -> list[Row]:
    """The opinions that are given again and again."""
    names = ("送审事项类型", "条款事项", "意见", "依据", "程度", "类别", "适用情形")
    return [
        {"意见编号": f"意库〔2025〕{n}号", "收入日期": SINCE} | dict(zip(names, row, strict=True))
        for n, row in enumerate(source()["library"], 1)
    ]


BOOKS: tuple[Book, ...] = (
    (SINCE, "contract_template", "县司法局", template_rows),
    (SINCE, "opinion_library", "县司法局", library_rows),
)


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Each book on its day."""
    return books(BOOKS, county, today)
