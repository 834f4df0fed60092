"""对照范本: the draft of a contract beside the model text that its bureau keeps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.fixtures import Cast, employ
from yifa.areas.rulemaking.contract_template.register import ContractTemplates
from yifa.areas.rulemaking.contract_template.tests.test_against import DRAFT, MODEL
from yifa.areas.rulemaking.government_contract.models import ContractCase
from yifa.desk.tests.test_contract_page import Contract
from yifa.kernel.registers import entries
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.data]
SignIn = Callable[[Person], Client]


@pytest.fixture
def contract(cast: Cast) -> Contract:
    """A contract whose text departs from the model in some clauses."""
    contract = Contract(cast, employ("contracts", "高敏", cast.management, Role.HANDLER))
    ContractCase._base_manager.filter(pk=contract.case.pk).update(draft=DRAFT)
    return contract


def keep(cast: Cast, number: str = "范〔2025〕1号", name: str = "货物采购合同范本") -> int:
    """A model text of the justice bureau."""
    values = {
        "number": number, "name": name, "contract_type": "货物采购", "nature": "民事合同", "since": "2025-01-01",
        "text": MODEL, "fixed": "第四条",
    }  # fmt: skip
    with scope.everything("测试"):
        return int(entries.add(ContractTemplates, cast.justice, values, by=None, at=timezone.now()).pk)


def test_clauses_are_shown_with_what_became_of_them(contract: Contract, cast: Cast, signed_in: SignIn) -> None:
    keep(cast)
    page = signed_in(contract.clerk).get(reverse("contract_template", args=[contract.case.pk])).content.decode()
    assert "货物采购合同范本" in page
    assert "请先看" in page
    assert "范本规定不得改动，改动" in page
    assert "<del>千</del><ins>万</ins>" in page
    assert "缺少1条" in page


def test_the_model_text_can_be_chosen_and_is_data_too(contract: Contract, cast: Cast, signed_in: SignIn) -> None:
    keep(cast)
    other = keep(cast, "范〔2025〕2号", "通用货物合同范本")
    address = reverse("contract_template", args=[contract.case.pk])
    told = signed_in(contract.clerk).get(address, {"template": str(other), "format": "json"}).json()
    assert told["template"]["name"] == "通用货物合同范本"
    assert told["counts"]["缺少"] == 1
    assert {line["standing"] for line in told["clauses"]} >= {"filled", "changed", "missing", "added", "kept"}


def test_without_a_model_text_it_is_said_where_they_are_kept(contract: Contract, signed_in: SignIn) -> None:
    page = signed_in(contract.clerk).get(reverse("contract_template", args=[contract.case.pk])).content.decode()
    assert "没有可用的合同范本" in page


def test_it_serves_contracts_and_their_reviews_only(contract: Contract, cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.handler).get(reverse("contract_template", args=[contract.case.pk])).status_code == 404
