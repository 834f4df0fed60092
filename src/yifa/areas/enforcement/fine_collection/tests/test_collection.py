"""Collecting a fine in the database: payments as events, voided ones, plans, letters, figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yifa.areas.enforcement.fine_collection.ledger import account
from yifa.areas.enforcement.fine_collection.procedure import FineCollection
from yifa.areas.enforcement.hearing.tests.office import COMPANY, LATE, Bureau, fresh, papers_of
from yifa.kernel import correction
from yifa.kernel.engine import Entry
from yifa.kernel.figure import Window
from yifa.kernel.models import Clock, Paper
from yifa.kernel.rules import Refused
from yifa.papers import store
from yifa.text.docx import docx_to_text


def told(case: Any) -> str:
    """The text of the newest letter."""
    paper = Paper._base_manager.filter(case_id=case.pk).order_by("-pk")[0]
    return docx_to_text(store.read(paper.digest), paper.name)


def opened(bureau: Bureau, fine: int = 20000, on: str = "2025-03-10", **more: Any) -> Any:
    """A fine whose decision was received on 10 March 2025, so that it is due on 25 March."""
    fields = {
        "client_title": "未经许可从事食品经营", "decision_number": "洪市监罚〔2025〕8号", "decision_date": on,
        "received_on": on, "fine_amount": fine, "surcharge_stated": True, "bank": "洪河农商银行", **COMPANY,
    }  # fmt: skip
    return bureau.opened("fine_collection", "open", on, fields | more)


def pay(bureau: Bureau, case: Any, amount: object, on: str, step: str = "pay_part", **more: Any) -> Any:
    """A payment at the bank."""
    fields = {"channel": more.pop("channel", "bank")}
    return bureau.take(case, step, on, fields, amount=str(amount), receipt_no=f"票{on}", **more)


def test_a_voided_payment_is_owed_again(bureau: Bureau) -> None:
    case = opened(bureau)
    event = pay(bureau, case, 5000, "2025-03-20")
    assert account(fresh(case), date(2025, 3, 25)).fine_left == Decimal(15000)
    correction.void(fresh(case), event, "录错案件", Entry(bureau.reviewer, LATE))
    assert account(fresh(case), date(2025, 3, 25)).fine_left == Decimal(20000)


def test_what_is_owed_can_be_asked_for_any_day(bureau: Bureau) -> None:
    case = opened(bureau)
    owed = {day: account(fresh(case), date(2025, 4, day)).surcharge for day in (1, 4, 27, 28, 30)}
    assert owed == {1: Decimal(4200), 4: Decimal(6000), 27: Decimal(19800), 28: Decimal(20000), 30: Decimal(20000)}


def test_the_last_payment_closes_the_case(bureau: Bureau) -> None:
    case = opened(bureau)
    with pytest.raises(Refused, match="加处罚款6,000元"):
        pay(bureau, case, 20000, "2025-04-04", "pay")
    pay(bureau, case, 26000, "2025-04-04", "pay")
    bureau.take(case, "remit", "2025-04-07", amount="26000", voucher="国库1")
    case = fresh(case)
    assert (case.stage, case.outcome) == ("paid", "paid_late")
    assert Clock._base_manager.get(case=case, limit="pay_in_time").state == "late"


def test_instalments_are_granted_by_the_head_and_later_plans_keep_the_earlier_rows(bureau: Bureau) -> None:
    case = opened(bureau)
    bureau.take(case, "apply_deferral", "2025-03-12", {"hardship_reason": "停业两个月。"})
    first = [{"due": "2025-04-30", "amount": "10000"}, {"due": "2025-05-30", "amount": "10000"}]
    bureau.take(case, "approve_deferral", "2025-03-14", {"plan": first})
    pay(bureau, case, 10000, "2025-04-30")
    bureau.take(case, "apply_deferral", "2025-05-20", {"hardship_reason": "仍未复业。"})
    again = [*fresh(case).plan, {"due": "2025-07-31", "amount": "10000"}]
    bureau.take(case, "approve_deferral", "2025-05-22", {"plan": again})
    case = fresh(case)
    assert case.plan_ends_on == date(2025, 7, 31)
    assert [row["granted_on"] for row in case.plan] == ["2025-03-14", "2025-03-14", "2025-05-22"]
    assert account(case, date(2025, 7, 31)).surcharge == 0
    assert account(case, date(2025, 8, 1)).surcharge == Decimal(300)
    assert papers_of(case) == ["延期（分期）缴纳罚款批准书"] * 2
    pay(bureau, case, 10000, "2025-07-31", "pay")
    assert fresh(case).outcome == "deferred"


def test_letters_tell_what_is_owed_on_their_day(bureau: Bureau) -> None:
    case = opened(bureau)
    bureau.take(case, "urge", "2025-04-04")
    case = fresh(case)
    assert (case.owed_fine, case.owed_surcharge) == (Decimal(20000), Decimal(6000))
    bureau.take(case, "hand_over", "2025-04-21")
    pay(bureau, case, 30000, "2025-04-30", channel="court")
    bureau.take(case, "terminate", "2025-06-30", reason="dissolved", why="公司已注销，没有财产。")
    assert papers_of(case) == ["缴纳罚款催告书", "终结执行决定书"]
    assert (fresh(case).owed_fine, fresh(case).owed_surcharge) == (Decimal(0), Decimal(10000))


def test_a_refused_deferral_is_told_with_its_reason(bureau: Bureau) -> None:
    case = opened(bureau)
    bureau.take(case, "apply_deferral", "2025-03-12", {"hardship_reason": "资金紧张。"})
    bureau.take(case, "refuse_deferral", "2025-03-14", {"refusal": "没有提交证明材料。"})
    assert papers_of(case) == ["不予延期（分期）缴纳罚款决定书"]


def test_a_changed_decision_is_reckoned_from_the_beginning(bureau: Bureau) -> None:
    case = opened(bureau)
    bureau.take(case, "stop", "2025-04-01", kind="reconsideration")
    bureau.take(case, "resume", "2025-05-16", result="changed")
    changed = {"document": "洪政复〔2025〕31号", "why": "复议变更"}
    bureau.take(case, "change_amount", "2025-05-16", {"fine_amount": "10000"}, **changed)
    told = account(fresh(case), date(2025, 5, 20))
    assert (told.days, told.surcharge) == (10, Decimal(3000))


def test_figures_count_money_on_the_day_it_came(bureau: Bureau) -> None:
    case = opened(bureau, confiscated_amount=3000)
    pay(bureau, case, 10000, "2025-03-20", confiscated="3000")
    pay(bureau, case, 10300, "2025-03-26", "pay")
    opened(bureau, 50000, "2025-10-09")
    window = Window.year(2025, [bureau.organ.pk])
    values = {figure.code: figure.value(window).value for figure in FineCollection.figures()}
    assert values["fines_opened"] == 2
    assert values["fines_decided"] == Decimal(70000)
    assert values["money_paid"] == Decimal(23300)
    assert values["fines_overdue"] == 1
    assert values["fines_in_time_rate"] == 0
    first = Window(date(2025, 1, 1), date(2025, 3, 25), (bureau.organ.pk,))
    assert FineCollection.money_paid.value(first).value == Decimal(13000)


def test_a_payment_date_is_not_before_the_fine(bureau: Bureau) -> None:
    with pytest.raises(Refused, match="早于"):
        pay(bureau, opened(bureau), 100, "2025-03-01")


def test_a_letter_of_demand_names_the_rate_and_what_was_confiscated(bureau: Bureau) -> None:
    case = opened(bureau, confiscated_amount=3000)
    bureau.take(case, "urge", "2025-04-04")
    text = told(case)
    assert "没收款3,000元" in text.replace("3,000.00", "3,000")
    assert "每日按百分之三" in text


def test_nothing_is_said_of_an_additional_fine_that_the_decision_did_not_state(bureau: Bureau) -> None:
    case = opened(bureau, surcharge_stated=False)
    bureau.take(case, "urge", "2025-04-04")
    assert "百分之三" not in told(case)


def test_an_execution_given_up_after_three_years_rests_on_another_article(bureau: Bureau) -> None:
    case = opened(bureau)
    bureau.take(case, "terminate", "2025-06-30", reason="three_years", why="查无财产。")
    assert "第三十九条第二款，决定不再执行" in told(case)


def test_figures_of_a_past_window_count_what_was_overdue_then(bureau: Bureau) -> None:
    case = opened(bureau)
    pay(bureau, case, 26000, "2025-04-04", "pay")
    at_the_end_of_march = Window(date(2025, 1, 1), date(2025, 3, 31), (bureau.organ.pk,))
    assert FineCollection.fines_overdue.value(at_the_end_of_march).value == 1
    assert FineCollection.fines_overdue.value(Window.year(2025, [bureau.organ.pk])).value == 0
