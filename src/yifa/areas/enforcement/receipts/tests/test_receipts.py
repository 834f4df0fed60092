"""Books of receipts and what became of their numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yifa.areas.enforcement.receipts.gaps import states
from yifa.areas.enforcement.receipts.models import Fate, ReceiptBook, ReceiptUse
from yifa.areas.enforcement.receipts.register import LooseReceipts, ReceiptBooks
from yifa.areas.enforcement.receipts.tests.conftest import BOOK, NOON, Desk
from yifa.areas.enforcement.summary_penalty.tests.conftest import FINE, SCENE, SPOT, fresh
from yifa.kernel import correction, engine
from yifa.kernel.engine import Authority, Entry, new_case, perform
from yifa.kernel.models import Event
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused
from yifa.kernel.rules import Attempt, Override, Refused
from yifa.office.models import Organ, Person, Post
from yifa.office.roles import Role


def test_a_number_is_read_from_the_case_and_lies_in_its_book(desk: Desk) -> None:
    book = desk.book()
    case = desk.collected("冀财罚000101")
    use = ReceiptUse.objects.get()
    assert (use.case_id, use.book, use.serial, use.fate, use.amount) == (case.pk, book, 101, Fate.USED, Decimal(50))
    desk.collected("000102")
    assert ReceiptUse.objects.get(serial=102).book == book


def test_a_number_outside_the_range_given_to_the_body_is_refused_unless_somebody_says_why(desk: Desk) -> None:
    desk.book()
    with pytest.raises(Refused, match=r"冀财罚000126不在本机关领用的票据号段内.*行政处罚法70"):
        desk.collected("冀财罚000126")
    assert not ReceiptUse.objects.exists()
    _by_hand(desk, "冀财罚000126", "新领的一本还没有登记")
    assert ReceiptUse.objects.get().book is None
    assert "冀财罚000126" in desk.warned()["receipt_unknown"]


def _by_hand(desk: Desk, receipt: str, why: str) -> None:
    """Imposed with every computed “no” that may be overridden held against."""
    case = new_case("summary_penalty", desk.city, date(2026, 3, 2))
    step = case.declaration.step("impose")
    codes = [code for code, _ in step.condition_codes]
    held = {code: Override(why) for code, condition in step.condition_codes if condition.qualified is not None}
    fields = SCENE | FINE | SPOT | {"receipt_no": receipt}
    perform(case, Attempt(step, date(2026, 3, 2), {"at": "10:00"}, codes, held), Entry(desk.handler, NOON), fields)


def test_a_number_is_used_once_and_nobody_can_hold_against_it(desk: Desk) -> None:
    desk.book()
    first = desk.collected("冀财罚000101")
    with pytest.raises(Refused, match=f"票据冀财罚000101已于2026-03-02在{first.number}登记为使用，不能再用"):
        _by_hand(desk, "000101", "另一联")
    with pytest.raises(Refused, match="写了两次"):
        desk.collected("冀财罚000102、000102")
    assert ReceiptUse.objects.count() == 1


def test_without_any_book_a_number_is_still_used_once(desk: Desk) -> None:
    desk.collected("P-001")
    with pytest.raises(Refused, match="P-001已于2026-03-02"):
        desk.collected("P－001")
    assert desk.warned() == {}


def test_a_cancelled_number_cannot_be_used_nor_a_used_one_cancelled(desk: Desk) -> None:
    desk.book()
    desk.loose("冀财罚000103", on="2026-03-02")
    with pytest.raises(Refused, match="在票据台账登记为作废"):
        desk.collected("冀财罚000103")
    desk.collected("冀财罚000104")
    with pytest.raises(EntryRefused, match="冀财罚000104已于2026-03-02"):
        desk.loose("冀财罚000104")
    with pytest.raises(EntryRefused, match="冀财罚000103已于"):
        desk.loose("000102", last="000103", fate="缴回未用", on="2026-03-04")
    with pytest.raises(EntryRefused, match="作废、遗失的必须写明原因"):
        desk.loose("冀财罚000105", reason="")


def test_a_number_left_out_is_missing_until_somebody_says_what_became_of_it(desk: Desk) -> None:
    book = desk.book()
    desk.collected("冀财罚000101", "2026-03-02")
    desk.collected("冀财罚000103", "2026-03-03")
    desk.collected("冀财罚000106", "2026-03-09")
    assert "receipt_missing" not in desk.warned("2026-03-09")
    assert "缺号1个：冀财罚000102。" in desk.warned("2026-03-10")["receipt_missing"]
    assert "缺号3个：冀财罚000102、冀财罚000104至000105。" in desk.warned("2026-03-16")["receipt_missing"]
    desk.loose("冀财罚000102")
    desk.loose("冀财罚000104", last="冀财罚000105", fate="遗失")
    assert desk.warned("2026-03-31") == {}
    (state,) = states([book], date(2026, 3, 31))
    assert (state.used, state.voided, state.lost, state.missing_count, state.left) == (3, 1, 2, 0, 19)


def test_of_a_book_checked_off_every_number_must_be_accounted_for(desk: Desk) -> None:
    book = desk.book(last="000105")
    desk.collected("冀财罚000101")
    entries.amend(ReceiptBooks, book.pk, {"checked_on": "2026-03-20"}, seen=1, by=None, at=NOON)
    assert "缺号4个：冀财罚000102至000105。" in desk.warned()["receipt_missing"]
    with pytest.raises(Refused, match="已于2026-03-20核销"):
        desk.collected("冀财罚000102", "2026-03-23")
    desk.loose("冀财罚000102", last="冀财罚000105", fate="缴回未用", on="2026-03-20")
    assert desk.warned() == {}


def test_a_book_entered_late_takes_in_what_was_used_before(desk: Desk) -> None:
    desk.collected("冀财罚000101")
    assert ReceiptUse.objects.get().book is None
    book = desk.book()
    assert ReceiptUse.objects.get().book == book
    entries.withdraw(ReceiptBooks, book.pk, "登记错误", seen=1, by=None, at=NOON)
    assert ReceiptUse.objects.get().book is None


def test_finance_gives_a_number_to_one_body_only(desk: Desk) -> None:
    desk.book()
    market = Organ.objects.create(
        place=desk.city.place, name="洪河县市场监督管理局", short_name="县市场监管局", kind="department", mark="洪市监"
    )
    with pytest.raises(EntryRefused, match="与县城管局的冀财罚000101—000125（洪财票领〔2026〕1号）重叠"):
        desk.book(market, number="洪财票领〔2026〕2号", first="000120", last="000140")
    desk.book(market, number="洪财票领〔2026〕3号", prefix="豫财罚")


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"first": "冀101"}, "应当是数字"),
        ({"last": "00125"}, "位数不同"),
        ({"last": "000100"}, "小于起号"),
        ({"first": "0000001", "last": "9999999"}, "超过100000个"),
        ({"kind": "定额罚款收据"}, "定额票据没有填写"),
        ({"face": "50"}, "不是定额票据"),
        ({"checked_on": "2026-01-07"}, "早于领用日期"),
        ({"maker": "县财政局"}, "制发部门"),
    ],
)
def test_a_book_that_cannot_be_is_refused(desk: Desk, more: dict[str, Any], why: str) -> None:
    with pytest.raises(EntryRefused, match=why):
        desk.book(**more)


def test_a_book_cannot_be_cut_below_what_was_used(desk: Desk) -> None:
    book = desk.book()
    desk.collected("冀财罚000110")
    with pytest.raises(EntryRefused, match="改后不含已经使用的冀财罚000110"):
        entries.amend(ReceiptBooks, book.pk, {"last": "000109"}, seen=1, by=None, at=NOON)


def test_receipts_of_fixed_value_add_up_to_the_fine(desk: Desk) -> None:
    desk.book(kind="定额罚款收据", face="50")
    with pytest.raises(Refused, match="定额票据合计50元，与金额100元不一致"):
        desk.collected("冀财罚000101", fine="100")
    desk.collected("冀财罚000101至000102", fine="100")
    assert list(ReceiptUse.objects.order_by("serial").values_list("serial", "amount")) == [(101, 100), (102, None)]


def test_a_receipt_for_goods_or_not_yet_taken_is_not_for_this_fine(desk: Desk) -> None:
    desk.book(kind="没收财物收据")
    with pytest.raises(Refused, match="没收财物收据"):
        desk.collected("冀财罚000101")
    desk.book(number="二", first="000201", last="000225", received_on="2026-03-10")
    with pytest.raises(Refused, match="领用于2026-03-10，晚于2026-03-02"):
        desk.collected("冀财罚000201")


def test_two_books_of_one_number_ask_for_the_prefix(desk: Desk) -> None:
    desk.book()
    desk.book(number="二", prefix="冀财没")
    with pytest.raises(Refused, match="请把字轨写在号码前面"):
        desk.collected("000101")
    desk.collected("冀财没000101")


def test_correcting_the_number_of_a_case_frees_the_wrong_one_and_checks_the_right_one(desk: Desk) -> None:
    desk.book()
    desk.collected("冀财罚000101")
    case = desk.collected("冀财罚000103")
    with pytest.raises(Refused, match="冀财罚000101已于2026-03-02"):
        correction.amend(case, {"receipt_no": "冀财罚000101"}, "核对存根", Entry(desk.handler, NOON))
    correction.amend(fresh(case), {"receipt_no": "冀财罚000102"}, "核对存根", Entry(desk.handler, NOON))
    assert sorted(ReceiptUse.objects.values_list("serial", flat=True)) == [101, 102]


def test_a_payment_voided_frees_its_number(desk: Desk) -> None:
    desk.book()
    reviewer = Person.objects.create(name="周审")
    Post.objects.create(person=reviewer, organ=desk.city, role=Role.REVIEWER, since=date(2020, 1, 1))
    fine = desk.linked(desk.imposed(**FINE), "fine_collection")
    desk.take(fine, "pay", "2026-03-10", {"channel": "on_spot"}, amount="50", receipt_no="冀财罚000101")
    assert ReceiptUse.objects.get().serial == 101
    event = Event._base_manager.get(case=fine, step="pay")
    correction.void(fresh(fine), event, "录错案件", Entry(reviewer, NOON))
    assert not ReceiptUse.objects.exists()


def test_a_bank_receipt_entered_twice_needs_a_reason(desk: Desk) -> None:
    desk.book()
    for number in (1, 2):
        fine = desk.linked(desk.imposed(**FINE | {"violation": f"占道{number}"}), "fine_collection")
        pay = {"amount": "50", "receipt_no": "0012345"}
        if number == 2:
            with pytest.raises(Refused, match="一张收据合并缴纳几个决定的，说明理由后办理"):
                desk.take(fine, "pay", "2026-03-10", {"channel": "bank"}, **pay)
            pay["receipt_no"] = "0012346"
        desk.take(fine, "pay", "2026-03-10", {"channel": "bank"}, **pay)
    assert not ReceiptUse.objects.filter(own=True).exists()
    assert desk.warned() == {}


def test_history_with_a_number_used_twice_is_kept_and_named(desk: Desk) -> None:
    desk.book()
    desk.collected("冀财罚000101")
    case = new_case("summary_penalty", desk.city, date(2026, 2, 2), historic=True)
    fields = {"decision_date": date(2026, 2, 2), "collected_on": date(2026, 2, 2)}
    for name, value in (
        SCENE | FINE | SPOT | {"receipt_no": "冀财罚000101", "fine_amount": Decimal(50)} | fields
    ).items():
        setattr(case, name, value)
    step = case.declaration.step("impose")
    engine.perform(case, Attempt(step, date(2026, 2, 2), {}), Entry(desk.handler, NOON, Authority.IMPORT))
    assert ReceiptUse.objects.filter(again=True, serial=101).count() == 1
    assert "1张票据的号码重复使用：冀财罚000101" in desk.warned()["receipt_twice"]


def test_a_withdrawn_note_frees_its_numbers(desk: Desk) -> None:
    desk.book()
    note = desk.loose("冀财罚000105", last="冀财罚000107", fate="缴回未用")
    assert ReceiptUse.objects.count() == 3
    entries.withdraw(LooseReceipts, note.pk, "登记错误", seen=1, by=None, at=NOON)
    desk.collected("冀财罚000105")


def test_a_number_may_carry_the_code_printed_above_it(desk: Desk) -> None:
    book: ReceiptBook = desk.book(code="13010126", prefix="")
    desk.collected("13010126 000101")
    assert ReceiptUse.objects.get().serial == 101
    with pytest.raises(Refused, match="已于2026-03-02"):
        desk.collected("000101")
    assert BOOK["first"] == book.first
