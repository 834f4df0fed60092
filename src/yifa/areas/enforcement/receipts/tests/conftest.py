"""A county whose officers collect fines with receipts out of books."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from yifa.areas.enforcement.receipts.models import ReceiptBook
from yifa.areas.enforcement.receipts.register import LooseReceipts, ReceiptBooks
from yifa.areas.enforcement.summary_penalty.tests.conftest import FINE, LATE, SPOT, County
from yifa.kernel.registers import entries
from yifa.office import scope
from yifa.office.models import Organ

BOOK: dict[str, Any] = {
    "number": "洪财票领〔2026〕1号", "kind": "当场处罚罚款收据", "maker": "省级财政部门", "prefix": "冀财罚",
    "first": "000101", "last": "000125", "received_on": "2026-01-08", "unit": "城关中队", "holder": "孙立",
}  # fmt: skip
NOON = LATE
COUNTER = count(1)


class Desk(County):
    """The county with its finance clerk."""

    def book(self, organ: Organ | None = None, **more: Any) -> ReceiptBook:
        """A book taken from the finance department."""
        entry: ReceiptBook = entries.add(ReceiptBooks, organ or self.city, BOOK | more, by=None, at=NOON)
        return entry

    def loose(self, number: str, fate: str = "作废", on: str = "2026-03-05", **more: Any) -> Any:
        """A number that no case used."""
        values = {"number": number, "fate": fate, "on": on, "reason": "写错", "complete": "是"} | more
        return entries.add(LooseReceipts, self.city, values, by=None, at=NOON)

    def collected(self, receipt: str, on: str = "2026-03-02", fine: str = "50", **more: Any) -> Any:
        """A fine imposed and collected on the spot, of somebody else each time."""
        more = {"party_name": f"马长{next(COUNTER)}"} | more
        return self.imposed(on, **FINE | {"fine_amount": fine} | SPOT | {"receipt_no": receipt} | more)

    def warned(self, on: str = "2026-03-31") -> dict[str, str]:
        """What the register of books warns of, by kind."""
        organs = list(Organ.objects.values_list("pk", flat=True))
        return {one.code: one.text for one in ReceiptBooks.warnings(date.fromisoformat(on), organs)}


@pytest.fixture
def desk(db: None) -> Iterator[Desk]:
    """The county, seen by everybody."""
    with scope.everything("票据测试"):
        yield Desk()


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows of labelled cells into a spreadsheet."""

    def write(rows: list[dict[str, Any]]) -> Path:
        path = tmp_path / "旧台账.xlsx"
        with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
            page = book.add_worksheet()
            labels = list(dict.fromkeys(label for row in rows for label in row))
            page.write_row(0, 0, labels)
            for number, row in enumerate(rows, 1):
                for column, label in enumerate(labels):
                    page.write(number, column, row.get(label, ""))
        return path

    return write
