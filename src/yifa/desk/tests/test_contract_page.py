"""The page of a contract: milestones with their state, payments and interest, what is due next; who may see it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.fixtures import Cast, employ
from yifa.areas.rulemaking.government_contract.models import ContractCase
from yifa.areas.rulemaking.government_contract.tests.conftest import CONTRACT, DRAFT
from yifa.desk import case_list
from yifa.desk.pages import case_tools
from yifa.desk.pages.contract import PER_PAGE
from yifa.kernel.engine import Authority, Entry, new_case, perform
from yifa.kernel.linking import linked_cases
from yifa.kernel.models import Case
from yifa.kernel.rules import Attempt
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.data]
SignIn = Callable[[Person], Client]


@pytest.fixture
def clerk(cast: Cast) -> Person:
    """承办人，城管局."""
    return employ("contracts", "高敏", cast.management, Role.HANDLER)


class Contract:
    """A contract of the management bureau that was signed two hundred days ago."""

    def __init__(self, cast: Cast, clerk: Person) -> None:
        self.clerk, self.today = clerk, timezone.localdate()
        subject = {**CONTRACT, "party_name": cast.management.name}
        case = new_case("government_contract", cast.management, self.day(200))
        self.case = self.take(case, "register_signed", 200, {**subject, "signer": "局长", "draft": DRAFT["draft"]})

    def day(self, ago: int) -> date:
        return self.today - timedelta(days=ago)

    def take(self, case: Case, code: str, ago: int, fields: dict[str, Any] | None = None, **data: Any) -> Case:
        with scope.everything("测试"):
            step = case.declaration.step(code)
            at = timezone.make_aware(datetime.combine(self.today, datetime.min.time()))
            attempt = Attempt(step, self.day(ago), data, [name for name, _ in step.condition_codes])
            event = perform(case, attempt, Entry(self.clerk, at, Authority.PERSON), fields or {})
            return Case._base_manager.get(pk=event.case_id)

    def plan(self, what: str, **data: Any) -> Case:
        self.take(self.case, "plan", 190, kind=data.pop("kind", "payment"), what=what, **data)
        with scope.everything("测试"):
            found = next(case for case in linked_cases(self.case, "contract_obligation") if case.record.what == what)
            return Case._base_manager.get(pk=found.pk)

    @property
    def address(self) -> str:
        return reverse("contract", args=[self.case.pk])


@pytest.fixture
def contract(cast: Cast, clerk: Person) -> Contract:
    """The contract."""
    return Contract(cast, clerk)


def test_milestones_stand_on_a_line_with_word_and_shape(contract: Contract, signed_in: SignIn) -> None:
    done = contract.plan("样品", kind="delivery", agreed_on=contract.day(150).isoformat())
    contract.take(done, "do", 160, {"done_how": "已交付"})
    late = contract.plan("首付款", amount="100000")
    contract.take(late, "deliver", 60)
    page = signed_in(contract.clerk).get(contract.address).content.decode()
    line = page[page.index('<ol class="ct-line"') :]
    assert line.index("样品") < line.index("首付款")
    assert "ct-done" in page
    assert "按期完成" in page
    assert 'aria-current="step"' in page
    assert "ct-overdue" in page


def test_interest_on_what_is_late_is_shown_with_its_sum(contract: Contract, signed_in: SignIn) -> None:
    late = contract.plan("首付款", amount="100000")
    contract.take(late, "deliver", 120)
    told = json.loads(signed_in(contract.clerk).get(contract.address, {"format": "json"}).content)
    (milestone,) = told["milestones"]
    days = (contract.today - date.fromisoformat(milestone["due"])).days
    assert Decimal(milestone["interest"]) == Decimal(50 * days)
    assert Decimal(told["totals"]["overdue"]) == Decimal(100000)
    page = signed_in(contract.clerk).get(contract.address).content.decode()
    assert f"逾期{days}日" in page
    assert "保障中小企业款项支付条例17" in page


def test_the_case_page_leads_to_it_and_another_organ_does_not_see_it(
    contract: Contract, cast: Cast, signed_in: SignIn
) -> None:
    assert "contract" in [tool.url_name for tool in case_tools("government_contract")]
    assert contract.address in signed_in(contract.clerk).get(reverse("case", args=[contract.case.pk])).content.decode()
    assert signed_in(cast.handler).get(contract.address).status_code == 404


def test_a_case_that_is_no_contract_has_no_such_page(contract: Contract, signed_in: SignIn) -> None:
    milestone = contract.plan("首付款", amount="100000")
    assert signed_in(contract.clerk).get(reverse("contract", args=[milestone.pk])).status_code == 404


def test_the_page_asks_the_database_no_more_for_more_milestones(contract: Contract, signed_in: SignIn) -> None:
    client = signed_in(contract.clerk)
    contract.plan("一", amount="1")
    contract.plan("二", amount="1")
    client.get(contract.address)
    with CaptureQueriesContext(connection) as few:
        client.get(contract.address)
    for number in range(6):
        contract.plan(f"再{number}", amount="1")
    with CaptureQueriesContext(connection) as many:
        client.get(contract.address)
    assert len(many) <= len(few)


def test_the_ledger_lists_contracts_with_review_and_lateness(contract: Contract, signed_in: SignIn) -> None:
    client = signed_in(contract.clerk)
    page = client.get(reverse("contracts")).content.decode()
    assert contract.case.number in page
    assert "未审查" in page
    assert "洪河某科技有限公司" in page
    assert "有逾期</span>" not in page
    late = contract.plan("首付款", amount="100000")
    contract.take(late, "deliver", 120)
    assert "有逾期</span>" in client.get(reverse("contracts"), {"state": "late"}).content.decode()
    assert contract.case.number not in client.get(reverse("contracts"), {"state": "ended"}).content.decode()
    csv = b"".join(client.get(reverse("contracts"), {"format": "csv"}).streaming_content).decode()
    assert "履行，有逾期节点" in csv


def test_the_ledger_keeps_to_the_scope(contract: Contract, cast: Cast, signed_in: SignIn) -> None:
    assert contract.case.number not in signed_in(cast.handler).get(reverse("contracts")).content.decode()


def test_who_only_looks_is_not_offered_to_set_a_milestone(contract: Contract, signed_in: SignIn) -> None:
    offered = reverse("step", args=[contract.case.pk, "plan"])
    assert offered in signed_in(contract.clerk).get(contract.address).content.decode()
    onlooker = employ("onlooker", "陆明", contract.case.organ, Role.SUPERVISOR)
    page = signed_in(onlooker).get(contract.address)
    assert page.status_code == 200
    assert offered not in page.content.decode()


def _more(contract: Contract, number: int) -> None:
    """Bare contracts beside the one of the story; enough for the ledger."""
    template = ContractCase._base_manager.get(pk=contract.case.pk)
    for n in range(number):
        ContractCase._base_manager.create(
            procedure="government_contract", version=template.version, organ=template.organ, stage="performing",
            opened_on=contract.day(n % 30 + 1), number=f"试{n}号", contract_title=f"采购合同{n}",
            signed_on=contract.day(1),
        )  # fmt: skip


def test_the_ledger_is_read_page_by_page_without_gap_or_repetition(contract: Contract, signed_in: SignIn) -> None:
    _more(contract, 2 * PER_PAGE + 5)
    client, address, seen = signed_in(contract.clerk), reverse("contracts") + "?state=all", list[str]()
    while address:
        page = client.get(address).content.decode()
        seen += re.findall(r'data-row="(\d+)"', page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        address = reverse("contracts") + html.unescape(following[1]) if following else ""
    assert len(seen) == len(set(seen)) == 2 * PER_PAGE + 6
    assert client.get(reverse("contracts"), {"after": "不是日期-x"}).status_code == 200


def test_the_ledger_takes_the_same_number_of_queries_however_long_it_is(contract: Contract, signed_in: SignIn) -> None:
    client = signed_in(contract.clerk)

    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    client.get(reverse("contracts"))
    few = queries(reverse("contracts"))
    _more(contract, PER_PAGE + 20)
    many = queries(reverse("contracts"))
    assert many <= few + 1  # a second page brings the one query that counts
    last = case_list.mark_of(ContractCase._base_manager.order_by("-opened_on", "-pk")[PER_PAGE - 1])
    assert queries(f"{reverse('contracts')}?after={last}") <= many


def test_disputes_stand_on_the_page_with_the_limit_that_presses(contract: Contract, signed_in: SignIn) -> None:
    contract.take(contract.case, "dispute", 30, {"dispute_kind": "litigation"})
    with scope.everything("测试"):
        dispute = linked_cases(contract.case, "contract_dispute")[0]
    suit = {"route": "litigation", "forum_name": "法院", "dispute_number": "（2026）民初1号", "claims": "付款"}
    contract.take(dispute, "served", 10, suit | {"side": "respondent"})
    page = signed_in(contract.clerk).get(contract.address).content.decode()
    assert "民事诉讼 （2026）民初1号" in page
    assert "民事答辩" in page
