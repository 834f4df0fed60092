"""Statements of banks: any heading that is known, whole or not at all; each payment matched with its case or listed."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.db import connection
from django.test.utils import CaptureQueriesContext

from yifa.areas.enforcement.fine_collection.matching import Matched, State, matched
from yifa.areas.enforcement.receipts.bank_register import BankEntries
from yifa.areas.enforcement.receipts.models import BankEntry, MoneyLine
from yifa.areas.enforcement.receipts.statement import import_statement
from yifa.areas.enforcement.receipts.tests.conftest import NOON, Desk
from yifa.areas.enforcement.summary_penalty.tests.conftest import FINE
from yifa.kernel.registers.errors import AlreadyImported, UnreadableSheet
from yifa.kernel.registers.importing import ImportReport
from yifa.kernel.registers.template import template

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
BANK = ["交易流水号", "交易日期", "借方发生额", "贷方发生额", "余额", "对方户名", "对方账号", "摘要", "附言"]


def written(folder: Path, rows: list[list[Any]], name: str = "流水.xlsx") -> Path:
    path = folder / name
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                page.write(number, column, cell)
    return path


def taken(desk: Desk, path: Path) -> ImportReport:
    return import_statement(path, path.name, organ=desk.city, by=None, at=NOON)


def statement(desk: Desk, folder: Path, *rows: tuple[str, str, Any, str, str]) -> ImportReport:
    """Payments as (流水号, 日期, 金额, 缴款人, 附言)."""
    listed = [[number, on, "", amount, "", payer, "", "", memo] for number, on, amount, payer, memo in rows]
    return taken(desk, written(folder, [BANK, *listed]))


def found(desk: Desk) -> Matched:
    return matched([desk.city.pk], *YEAR)


def told(desk: Desk) -> dict[str, tuple[State, str]]:
    return {each.entry.number: (each.state, each.text) for each in found(desk).payments}


def fined(desk: Desk, amount: str = "200", **more: Any) -> Any:
    """A fine of the second of March that is to be paid at the bank until the seventeenth."""
    return desk.linked(desk.imposed("2026-03-02", **FINE | {"fine_amount": amount} | more), "fine_collection")


def test_a_statement_is_taken_with_the_headings_of_the_bank(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, [
        ["某银行账户明细"], ["账号", "6200"], BANK,
        ["A1", datetime(2026, 3, 4), "", "1,200.00", 1, "马长喜", "6222", "罚没款", "洪城管当罚〔2026〕1号"],
        ["A2", "20260305", "", "￥300", 1, "某店", "6222", "罚没款", "罚没款"],
        ["A3", "2026-03-05 10:20:33", 1500, "", 1, "国库", "", "上缴", ""],
        ["A4", "2026/3/6", 0, 50.5, 1, "", "", "", ""],
        ["合计", "", 1500, 1550.5, "", "", "", "", ""],
    ])  # fmt: skip
    report = taken(desk, path)
    assert (report.rows, report.faults, report.notes[-1]) == (3, [], "1行是支出或者没有收入金额，没有导入")
    kept = list(BankEntry.objects.order_by("number").values_list("number", "on", "amount", "payer", "memo"))
    assert kept == [
        ("A1", date(2026, 3, 4), Decimal("1200"), "马长喜", "罚没款；洪城管当罚〔2026〕1号"),
        ("A2", date(2026, 3, 5), Decimal("300"), "某店", "罚没款"),
        ("A4", date(2026, 3, 6), Decimal("50.5"), "", ""),
    ]
    assert not BankEntry.objects.filter(memo__contains="6222").exists()
    with pytest.raises(AlreadyImported):
        taken(desk, path)


def test_a_statement_with_one_column_of_amounts_is_read_by_its_sign(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "明细.csv"
    path.write_bytes(
        "凭证号,记账日期,借贷标志,交易金额,付款人\nB1,2026-03-04,贷,200,甲\nB2,2026-03-04,借,900,国库\n".encode(
            "gb18030"
        )
    )
    assert taken(desk, path).rows == 1
    assert BankEntry.objects.get().number == "B1"


def test_one_fault_and_nothing_of_a_statement_is_taken_and_the_rows_are_those_of_the_bank(
    desk: Desk, tmp_path: Path
) -> None:
    path = written(tmp_path, [
        ["某银行账户明细"], BANK,
        ["A1", "2026-03-04", "", 200, 1, "甲", "", "", ""], ["A2", "2026-03-04", 900, "", 1, "国库", "", "", ""],
        ["A3", "2026-13-04", "", 200, 1, "乙", "", "", ""], ["A1", "2026-03-05", "", "两百", 1, "丙", "", "", ""],
        ["A5", "2027-03-05", "", -3, 1, "丁", "", "", ""], ["", "2026-03-05", "", 3, 1, "戊", "", "", ""],
    ])  # fmt: skip
    report = taken(desk, path)
    wrong = [(fault.row, fault.column) for fault in report.faults]
    assert {(5, "缴款日期"), (6, "收入金额（元）"), (7, "收入金额（元）"), (8, "流水号")} <= set(wrong)
    assert {row for row, _ in wrong} == {5, 6, 7, 8}
    assert report.batch is None
    assert not BankEntry.objects.exists()


@pytest.mark.parametrize(("heading", "why"), [
    (["交易日期", "贷方发生额", "摘要"], "表头中找不到流水号"),
    (["流水号", "交易日期", "摘要"], "表头中找不到收入金额"),
])  # fmt: skip
def test_a_statement_without_a_column_that_is_needed_says_which(
    desk: Desk, tmp_path: Path, heading: list[str], why: str
) -> None:
    with pytest.raises(UnreadableSheet, match=why):
        taken(desk, written(tmp_path, [heading, ["1", "2026-03-04", "200"]]))


def test_a_serial_number_whose_digits_were_lost_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UnreadableSheet, match="第2行的流水号在表格中是数字，第15位以后的数字已经丢失"):
        taken(desk, written(tmp_path, [BANK, [20260319000127123456, "2026-03-04", "", 200, 1, "甲", "", "", ""]]))


def test_a_place_adds_the_words_of_its_own_bank(desk: Desk, tmp_path: Path, settings: Any) -> None:
    rows: list[list[Any]] = [["柜员流水", "交易日期", "贷方发生额"], ["A1", "2026-03-04", 200]]
    with pytest.raises(UnreadableSheet, match="口径配置"):
        taken(desk, written(tmp_path, rows))
    settings.HOME = tmp_path
    folder = tmp_path / "places" / desk.city.place.code
    folder.mkdir(parents=True)
    words = '[bank_number]\nvalue = "柜员流水"\nsource = "县农商行代收协议"\n'
    (folder / "receipts.toml").write_text(words, encoding="utf-8")
    assert taken(desk, written(tmp_path, rows)).rows == 1


def test_a_payment_that_names_its_decision_is_told_what_is_to_be_entered(desk: Desk, tmp_path: Path) -> None:
    fine, other = fined(desk), fined(desk, party_name="丁小满")
    number, second = fine.decision_number or fine.client_number, other.decision_number or other.client_number
    statement(
        desk, tmp_path, ("A1", "2026-03-17", 200, "某人", f"缴{number}罚款"),
        ("A2", "2026-03-19", 200, "丁小满", second.replace("〔", "(").replace("〕", ")")),
    )  # fmt: skip
    stands = told(desk)
    assert stands["A1"] == (State.SETTLES, "与2026-03-17应缴的200.00元相符")
    assert stands["A2"] == (State.PART, "2026-03-19应缴212.00元，还差12.00元")
    (first,) = [each for each in found(desk).payments if each.entry.number == "A1"]
    assert first.case == fine


def test_more_than_was_owed_and_what_belongs_to_nothing_come_first(desk: Desk, tmp_path: Path) -> None:
    fine = fined(desk)
    number = fine.decision_number or fine.client_number
    statement(desk, tmp_path, ("A1", "2026-03-17", "250", "某人", number), ("A2", "2026-03-18", "77", "", "房租"))
    assert [(each.entry.number, each.state) for each in found(desk).payments] == [
        ("A2", State.NONE),
        ("A1", State.OVER),
    ]
    assert "多50.00元" in told(desk)["A1"][1]


def test_a_payment_entered_already_is_recognised_by_number_or_by_amount_and_day(desk: Desk, tmp_path: Path) -> None:
    one, two, three = fined(desk), fined(desk, "150", party_name="丁小满"), fined(desk, "120", party_name="万年")
    for case, amount, on in ((one, "200", "2026-03-16"), (two, "150", "2026-03-16"), (three, "120", "2026-03-16")):
        desk.take(case, "pay", on, {"channel": "bank"}, amount=amount, receipt_no=f"0{amount}")
    statement(
        desk, tmp_path, ("A1", "2026-03-16", 200, "", one.decision_number or one.client_number),
        ("A2", "2026-03-18", 150, "", "罚款"),
        ("A3", "2026-03-12", 120, "", three.decision_number or three.client_number),
        ("A4", "2026-03-16", 999, "", "罚款"),
    )  # fmt: skip
    stands = told(desk)
    assert (stands["A1"][0], stands["A2"][0], stands["A4"][0]) == (State.RECORDED, State.RECORDED, State.NONE)
    assert stands["A3"] == (State.DAY, "登记的缴款日期是2026-03-16，流水是2026-03-12，请核对加处罚款")
    assert not found(desk).unheard


def test_one_payment_entered_answers_for_one_payment_of_the_bank_only(desk: Desk, tmp_path: Path) -> None:
    fine = fined(desk)
    number = fine.decision_number or fine.client_number
    desk.take(fine, "pay", "2026-03-16", {"channel": "bank"}, amount="200", receipt_no="01")
    statement(desk, tmp_path, ("A1", "2026-03-16", 200, "", number), ("A2", "2026-03-16", 200, "", number))
    assert sorted(each.state for each in found(desk).payments) == sorted([State.RECORDED, State.OVER])


def test_equal_amounts_of_several_cases_are_left_to_a_person_unless_the_payer_tells(desk: Desk, tmp_path: Path) -> None:
    for name in ("丁小满", "万年"):
        case = fined(desk, party_name=name)
        desk.take(case, "pay", "2026-03-16", {"channel": "bank"}, amount="200", receipt_no=name)
    statement(desk, tmp_path, ("A1", "2026-03-16", 200, "某公司", ""))
    assert told(desk)["A1"] == (State.LIKELY, "有2笔登记的缴款金额相同，缴款人对不上或者不止一人，请按收据核对")
    statement(desk, tmp_path, ("A2", "2026-03-16", 200, "万年", "再缴"))
    stands = told(desk)
    assert {stands["A1"][0], stands["A2"][0]} == {State.RECORDED, State.LIKELY}


def test_the_same_amount_of_another_payer_is_not_taken_for_the_payment(desk: Desk, tmp_path: Path) -> None:
    case = fined(desk, party_name="丁小满")
    desk.take(case, "pay", "2026-03-16", {"channel": "bank"}, amount="200", receipt_no="01")
    statement(desk, tmp_path, ("A1", "2026-03-16", 200, "某公司", ""))
    assert told(desk)["A1"] == (State.LIKELY, "有1笔登记的缴款金额相同，缴款人对不上或者不止一人，请按收据核对")
    assert len(found(desk).unheard) == 1


def test_more_payments_take_no_more_queries(desk: Desk, tmp_path: Path) -> None:
    def payments(count: int) -> None:
        fines = [fined(desk, party_name=f"某店{count}{number}") for number in range(count)]
        statement(desk, tmp_path, *(
            (f"A{count}{number}", "2026-03-17", 200, "", fine.decision_number or fine.client_number)
            for number, fine in enumerate(fines)
        ))  # fmt: skip

    payments(1)
    with CaptureQueriesContext(connection) as few:
        found(desk)
    payments(4)
    with CaptureQueriesContext(connection) as many:
        assert [each.state for each in found(desk).payments] == [State.SETTLES] * 5
    assert len(many) == len(few)


def test_a_payment_in_a_case_that_the_bank_does_not_tell_of_is_listed(desk: Desk, tmp_path: Path) -> None:
    one, two = fined(desk), fined(desk, "150", party_name="丁小满")
    for case, amount, on in ((one, "200", "2026-03-12"), (two, "150", "2026-03-13")):
        desk.take(case, "pay", on, {"channel": "bank"}, amount=amount, receipt_no=f"0{amount}")
    statement(desk, tmp_path, ("A1", "2026-03-12", 200, "", ""), ("A2", "2026-03-16", 10, "", ""))
    assert found(desk).unheard == [MoneyLine.objects.get(kind="collected", amount=150)]


def test_our_own_template_is_a_statement_too(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    path.write_bytes(template(BankEntries))
    report = taken(desk, path)
    assert (report.rows, report.faults, report.batch) == (0, [], None)
