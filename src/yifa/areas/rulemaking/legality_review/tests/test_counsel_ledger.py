"""What counsel say in a review stands in the book of their services by itself, and follows every correction."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yifa.areas.rulemaking.counsel.models import CounselService
from yifa.areas.rulemaking.counsel.register import CounselServices, CounselTerms
from yifa.areas.rulemaking.legality_review.tests.conftest import LATE, County, fresh
from yifa.kernel import correction
from yifa.kernel.engine import Entry, perform
from yifa.kernel.figure import Window
from yifa.kernel.models import Case, Event
from yifa.kernel.registers import entries
from yifa.kernel.registers.verify import verify_books
from yifa.kernel.rules import Attempt, Override, Refused
from yifa.office.models import Organ

pytestmark = pytest.mark.data
TERM = ("2024-07-01", "2026-06-30")


def row(**more: Any) -> dict[str, Any]:
    """An opinion of the counsel of the tests."""
    return {"counsel": "顾2024-01", "on": "2025-03-05", "view": "同意", "output": "法意〔2025〕7号"} | more


def standing() -> list[CounselService]:
    """The services in the book, in the order in which they came."""
    return list(CounselService._base_manager.filter(withdrawn=False).order_by("pk"))


def amend(county: County, case: Case, rows: list[dict[str, Any]]) -> None:
    """Correct the rows of a review."""
    correction.amend(fresh(case), {"counsel_opinions": rows}, "登记有误", Entry(county.handler, LATE))


@pytest.mark.parametrize(
    ("kind", "service"),
    [("contract", "contract_review"), ("major_decision", "decision_review"), ("township_matter", "opinion_letter")],
)
def test_an_opinion_is_a_service_in_the_book(county: County, kind: str, service: str) -> None:
    county.counsel(*TERM)
    case = county.reviewing(kind)
    county.take(case, "advise", "2025-03-05", {"counsel_opinions": [row(adopted="adopted")]})
    (entry,) = standing()
    assert (entry.kind, entry.on, entry.counsel.number) == (service, date(2025, 3, 5), "顾2024-01")
    assert (entry.output, entry.adopted) == ("法意〔2025〕7号", "adopted")
    assert entry.target == f"城区供热特许经营协议（{fresh(case).number}）"
    assert entry.number == f"{fresh(case).number}-顾1"
    assert list(verify_books()) == []


def test_the_figure_counts_it_once(county: County) -> None:
    county.counsel(*TERM)
    case = county.reviewing()
    county.take(case, "advise", "2025-03-05", {"counsel_opinions": [row()]})
    county.take(case, "advise", "2025-03-06", {"counsel_opinions": [row(), row(on="2025-03-06")]})
    window = Window(date(2025, 1, 1), date(2025, 12, 31), [county.bureau.pk])
    assert CounselServices.counsel_services.value(window).value == 2


def test_a_corrected_row_corrects_the_entry_and_a_row_that_goes_withdraws_it(county: County) -> None:
    county.counsel(*TERM)
    case = county.reviewing()
    county.take(case, "advise", "2025-03-05", {"counsel_opinions": [row(), row(on="2025-03-04")]})
    amend(county, case, [row(output="法意〔2025〕8号"), row(on="2025-03-04")])
    assert [entry.output for entry in standing()] == ["法意〔2025〕8号", "法意〔2025〕7号"]
    assert standing()[0].version == 2
    amend(county, case, [row(output="法意〔2025〕8号")])
    assert [entry.on for entry in standing()] == [date(2025, 3, 5)]
    gone = CounselService._base_manager.get(withdrawn=True)
    assert "更正或者撤销" in gone.withdrawn_why
    assert list(verify_books()) == []


def test_a_voided_step_takes_its_services_out_of_the_book_and_a_new_one_brings_them_back(county: County) -> None:
    county.counsel(*TERM)
    case = county.reviewing()
    event = county.take(case, "advise", "2025-03-05", {"counsel_opinions": [row()]})
    correction.void(fresh(case), Event.objects.get(pk=event.pk), "录错案件", Entry(county.second, LATE))
    assert standing() == []
    county.take(case, "advise", "2025-03-05", {"counsel_opinions": [row()]})
    assert [entry.number for entry in standing()] == [f"{fresh(case).number}-顾2"]


def test_what_a_person_took_out_of_the_book_does_not_come_back(county: County) -> None:
    county.counsel(*TERM)
    case = county.reviewing()
    county.take(case, "advise", "2025-03-05", {"counsel_opinions": [row()]})
    entry = standing()[0]
    entries.withdraw(CounselServices, entry.pk, "不是服务", seen=entry.version, by=county.handler, at=LATE)
    county.take(case, "advise", "2025-03-06", {"counsel_opinions": [row(), row(on="2025-03-06")]})
    assert [one.on for one in standing()] == [date(2025, 3, 6)]


def test_hours_added_by_hand_stay(county: County) -> None:
    county.counsel(*TERM)
    case = county.reviewing()
    county.take(case, "advise", "2025-03-05", {"counsel_opinions": [row()]})
    entry = standing()[0]
    entries.amend(CounselServices, entry.pk, {"hours": "2.5"}, seen=entry.version, by=county.handler, at=LATE)
    amend(county, case, [row(adopted="partly")])
    assert (standing()[0].hours, standing()[0].adopted) == (2.5, "partly")


def test_counsel_of_the_government_are_served_from_its_book(county: County) -> None:
    values = {
        "number": "顾2025-09", "kind": "公职律师", "name": "马律师", "licence_no": "14101202010123457",
        "retained_by": "洪河县人民政府", "term_start": "2025-01-01", "term_end": "2026-12-31",
        "conflict_declared": "是",
    }  # fmt: skip
    entries.add(CounselTerms, county.government, values, by=None, at=LATE)
    case = county.reviewing()
    county.take(case, "advise", "2025-03-05", {"counsel_opinions": [row(counsel="顾2025-09")]})
    assert Organ.objects.get(pk=standing()[0].organ_id) == county.government


def test_an_unknown_number_is_said_and_may_be_explained(county: County) -> None:
    case = county.reviewing()
    with pytest.raises(Refused, match="没有编号“方律师”，这次意见不能自动记入服务台账"):
        county.take(case, "advise", "2025-03-05", {"counsel_opinions": [row(counsel="方律师")]})
    step = fresh(case).declaration.step("advise")
    codes = [code for code, _ in step.condition_codes]
    attempt = Attempt(step, date(2025, 3, 5), {}, codes, {codes[0]: Override("临时聘请的专家")})
    perform(fresh(case), attempt, Entry(county.handler, LATE), {"counsel_opinions": [row(counsel="方律师")]})
    assert standing() == []


@pytest.mark.parametrize(
    ("on", "why"), [("三月五日", "不是日期"), ("2025-03-06", "晚于办理日期2025-03-05"), ("2024-06-30", "不在聘期内")]
)
def test_the_day_of_an_opinion_is_looked_at(county: County, on: str, why: str) -> None:
    county.counsel(*TERM)
    with pytest.raises(Refused, match=why):
        county.take(county.reviewing(), "advise", "2025-03-05", {"counsel_opinions": [row(on=on)]})


def test_the_same_service_entered_by_hand_is_doubted(county: County) -> None:
    county.counsel(*TERM)
    case = county.reviewing()
    county.take(case, "advise", "2025-03-05", {"counsel_opinions": [row()]})
    values = {
        "number": "顾服〔2025〕7号", "counsel": "顾2024-01", "kind": "合同审查", "on": "2025-03-05",
        "target": "城区供热特许经营协议",
    }  # fmt: skip
    entry = entries.add(CounselServices, county.bureau, values, by=None, at=LATE)
    assert any("已经登记为" in str(doubt) for doubt in CounselServices.doubts(entry))
