"""Money from the decision to the treasury: lines, months, differences; old fines; the two days of 处罚法71."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from yifa.areas.enforcement.common import keeping
from yifa.areas.enforcement.receipts.models import MoneyLine, PastFine, ReceiptUse
from yifa.areas.enforcement.receipts.reconciling import differences, reconciled
from yifa.areas.enforcement.receipts.register import PastFines
from yifa.areas.enforcement.receipts.tests.conftest import NOON, Desk
from yifa.areas.enforcement.summary_penalty.tests.conftest import FINE, fresh
from yifa.kernel.models import Clock
from yifa.kernel.registers import entries, importing
from yifa.kernel.registers.models import ImportBatch
from yifa.kernel.registers.verify import verify_books
from yifa.kernel.rules import Refused

END = date(2026, 12, 31)


def told(desk: Desk) -> list[tuple[str, str, Decimal]]:
    return [(line.kind, line.on.isoformat(), line.amount) for line in MoneyLine.objects.order_by("on", "pk")]


def test_money_collected_on_the_spot_goes_its_way_in_lines(desk: Desk) -> None:
    case = desk.collected("冀财罚000101")
    desk.take(case, "hand_in", "2026-03-04")
    desk.take(case, "remit", "2026-03-05", {"remittance_no": "HJ1"})
    fifty = Decimal(50)
    assert told(desk) == [
        ("decided", "2026-03-02", fifty), ("collected", "2026-03-02", fifty), ("handed_in", "2026-03-04", fifty),
        ("remitted", "2026-03-05", fifty),
    ]  # fmt: skip
    desk.take(case, "revoke", "2026-03-16", why="当事人错误")
    desk.take(case, "refund", "2026-04-01", voucher="TF1")
    year = reconciled([desk.city.pk], 2026, END)
    march, april = year.months[3], year.months[4]
    assert (march.decided, march.collected, march.on_spot, march.remitted) == (0, fifty, fifty, fifty)
    assert (march.owed, march.unremitted) == (-fifty, 0)
    assert (april.refunded, april.owed, april.unremitted) == (fifty, 0, -fifty)
    (wrong,) = differences([desk.city.pk], END)
    assert wrong.left == -fifty


def test_a_fine_paid_late_at_the_bank_tells_its_additional_part(desk: Desk) -> None:
    fine = desk.linked(desk.imposed("2026-03-02", **FINE | {"fine_amount": "200"}), "fine_collection")
    pay = {"amount": "212", "receipt_no": "0001"}  # due 2026-03-17, two days late
    desk.take(fine, "pay", "2026-03-19", {"channel": "bank"}, **pay)
    desk.take(fine, "remit", "2026-03-20", amount="212", voucher="RK1")
    line = MoneyLine.objects.get(kind="collected")
    assert (line.amount, line.surcharge, line.channel, line.paper) == (212, 12, "bank", "0001")
    whole = reconciled([desk.city.pk], 2026, END).whole
    assert (whole.decisions, whole.decided, whole.collected, whole.surcharge) == (1, 200, 212, 12)
    assert (whole.owed, whole.unremitted) == (0, 0)
    assert not differences([desk.city.pk], END).exists()


def test_what_changes_a_decision_changes_what_was_decided_on_its_day(desk: Desk) -> None:
    fine = desk.linked(desk.imposed("2026-03-02", **FINE | {"fine_amount": "200"}), "fine_collection")
    changed = {"document": "洪政复〔2026〕3号", "why": "复议变更"}
    desk.take(fine, "change_amount", "2026-04-10", {"fine_amount": "120"}, **changed)
    desk.take(fine, "pay_part", "2026-04-13", {"channel": "bank"}, amount="50", receipt_no="0002")
    desk.take(fine, "terminate", "2026-05-06", reason="death", why="没有遗产")
    assert [(kind, amount) for kind, _, amount in told(desk)] == [
        ("decided", 200), ("decided", -80), ("collected", 50), ("written_off", 70),
    ]  # fmt: skip
    year = reconciled([desk.city.pk], 2026, END)
    assert [year.months[month].owed for month in (3, 4, 5)] == [200, 70, 0]


def test_money_that_lies_somewhere_too_long_is_a_difference(desk: Desk) -> None:
    case = desk.collected("冀财罚000101")
    (wrong,) = differences([desk.city.pk], date(2026, 3, 13))
    assert (wrong.case_id, wrong.left, wrong.last) == (case.pk, 50, date(2026, 3, 2))
    assert not differences([desk.city.pk], date(2026, 3, 2)).exists()


def test_the_year_before_is_carried_over_organ_by_organ(desk: Desk) -> None:
    desk.imposed("2025-12-30", **FINE)
    year = reconciled([desk.city.pk], 2026, date(2026, 2, 28))
    assert (year.whole.decided, year.whole.owed) == (0, 50)
    assert (year.months[1].owed, year.months[2].owed) == (50, 50)
    assert year.organs[desk.city.pk].owed == 50


@pytest.mark.parametrize(
    ("collected", "landed", "due"),
    [
        ("2025-01-27", None, "2025-02-06"),
        ("2024-09-13", None, "2024-09-18"),
        ("2026-02-28", None, "2026-03-03"),
        ("2026-03-02", "2026-03-05", "2026-03-09"),
    ],
)
def test_an_ordinary_fine_collected_on_the_spot_is_handed_in_within_two_working_days(
    desk: Desk, collected: str, landed: str | None, due: str
) -> None:
    fine = desk.linked(desk.imposed(collected, **FINE), "fine_collection")
    fields = {"channel": "on_spot"} | ({"landed_on": landed} if landed else {})
    desk.take(fine, "pay", collected, fields, amount="50", receipt_no="P-9")
    clock = Clock._base_manager.get(case=fine, limit="hand_in_time")
    assert (clock.state, str(clock.due)) == ("running", due)
    with pytest.raises(Refused, match="执法人员手中只有50元"):
        desk.take(fine, "hand_in", due, amount="60")
    desk.take(fine, "hand_in", due, amount="50")
    desk.take(fine, "remit", due, amount="50", voucher="RK")
    states = Clock._base_manager.filter(case=fine, limit__in=("hand_in_time", "remit_time"))
    assert set(states.values_list("state", flat=True)) == {"kept"}


def _row(number: int, **more: Any) -> dict[str, Any]:
    return {
        "处罚决定书文号": f"洪城罚〔2024〕{number}号", "当事人": "洪河县某店", "决定日期": date(2024, 6, 5),
        "罚款": 500, "没收款": 0, "实缴金额": 500, "其中加处罚款": 0,
        "缴款日期": date(2024, 6, 18), "缴款方式": "当场收缴",
        "票据号码": f"00{number}", "入库金额": 500, "入库日期": date(2024, 6, 19),
    } | more  # fmt: skip


def test_a_spreadsheet_of_old_fines_comes_in_whole_or_not_at_all(desk: Desk, sheet: Callable[..., Path]) -> None:
    rows = [_row(1), _row(2, 实缴金额=600), _row(3, 入库金额=900), _row(4, 缴款日期="")]
    report = importing.import_file(PastFines, desk.city, sheet(rows), by=desk.handler, at=NOON)
    assert [(fault.row, fault.column) for fault in report.faults] == [(4, "入库金额"), (5, "缴款日期")]
    assert [(doubt.row, doubt.why) for doubt in report.doubts][:1] == [(3, "600.00元超过应缴的500.00元")]
    assert not PastFine.objects.exists()
    assert not MoneyLine.objects.exists()


def test_old_fines_count_in_the_sums_and_their_receipts_are_accounted_for(
    desk: Desk, sheet: Callable[..., Path]
) -> None:
    rows = [_row(1), _row(2, 票据号码="001"), _row(3, 入库金额=0, 入库日期="")]
    report = importing.import_file(PastFines, desk.city, sheet(rows), by=desk.handler, at=NOON)
    assert report.clean
    whole = reconciled([desk.city.pk], 2024, END).whole
    assert (whole.decisions, whole.decided, whole.on_spot, whole.remitted) == (3, 1500, 1500, 1000)
    assert [each.left for each in differences([desk.city.pk], END)] == [500]
    assert ReceiptUse.objects.filter(text="001", again=True).count() == 1
    assert "001" in desk.warned()["receipt_twice"]
    entries.withdraw_batch(PastFines, ImportBatch.objects.get(), "重新导入", by=desk.handler, at=NOON)
    assert not MoneyLine.objects.exists()
    assert not ReceiptUse.objects.exists()


def test_an_old_fine_of_which_there_is_a_case_is_refused(desk: Desk, sheet: Callable[..., Path]) -> None:
    case = desk.collected("P-1")
    rows = [_row(1, 处罚决定书文号=case.number, 决定日期=date(2026, 3, 2), 缴款日期=date(2026, 3, 2),
                 入库日期=date(2026, 3, 5))]  # fmt: skip
    report = importing.import_file(PastFines, desk.city, sheet(rows), by=desk.handler, at=NOON)
    assert [fault.why for fault in report.faults] == ["本系统有这一决定的案件"]


def test_lines_can_be_made_anew_from_cases_and_books(desk: Desk) -> None:
    case = desk.collected("P-1")
    desk.take(case, "hand_in", "2026-03-04")
    before = told(desk)
    MoneyLine._base_manager.all().delete()
    ReceiptUse._base_manager.all().delete()
    keeping.keep_all()
    assert told(desk) == before
    assert ReceiptUse.objects.get().case_id == fresh(case).pk


def test_cases_from_before_anybody_checked_go_on_though_their_number_was_used_twice(desk: Desk) -> None:
    first, second = desk.collected("P-1"), desk.collected("P-2")
    type(second)._base_manager.filter(pk=second.pk).update(receipt_no="P-1")
    ReceiptUse._base_manager.all().delete()
    keeping.keep_all()
    assert list(ReceiptUse.objects.order_by("case").values_list("case", "again")) == [
        (first.pk, False), (second.pk, True),
    ]  # fmt: skip
    desk.take(fresh(second), "hand_in", "2026-03-04")
    assert ReceiptUse.objects.get(case=second.pk).again


def test_a_sheet_without_the_columns_that_may_be_left_out_verifies(desk: Desk, sheet: Callable[..., Path]) -> None:
    row = _row(1)
    for name in ("其中加处罚款", "没收款"):
        del row[name]
    assert importing.import_file(PastFines, desk.city, sheet([row]), by=desk.handler, at=NOON).clean
    assert list(verify_books([PastFines])) == []
