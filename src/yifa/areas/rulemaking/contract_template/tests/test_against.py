"""A draft held against a model text: what is filled in is no departure, what is missing is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from yifa.areas.rulemaking.contract_template.against import Standing, held_against
from yifa.areas.rulemaking.contract_template.models import ContractTemplate
from yifa.areas.rulemaking.contract_template.register import ContractTemplates, templates_for
from yifa.areas.rulemaking.government_contract.tests.conftest import LATE, County
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused
from yifa.office import scope

MODEL = """第一条 标的 甲方向乙方采购________，数量________。
第二条 价款 合同总价为人民币________元，验收合格后____日内支付。
第三条 质量和验收 货物应当符合国家标准。甲方在收货后十日内验收。
第四条 违约责任 乙方逾期交货的，每逾期一日支付合同总价千分之一的违约金。
第五条 保密 双方对履行合同中知悉的商业秘密负有保密义务。
第六条 争议解决 发生争议的，向甲方所在地人民法院起诉。"""

DRAFT = """第一条 标的 甲方向乙方采购办公电脑，数量一百台。
第二条 价款 合同总价为人民币500000元，验收合格后30日内支付。
第三条 质量和验收 货物应当符合国家标准。甲方在收货后十日内验收。
第四条 违约责任 乙方逾期交货的，每逾期一日支付合同总价万分之一的违约金。
第五条 争议解决 发生争议的，向甲方所在地人民法院起诉。
第六条 培训 乙方提供两次操作培训。"""


def standings(draft: str, fixed: tuple[str, ...] = ()) -> dict[str, Standing]:
    """What became of each clause, by its beginning."""
    return {(line.model or line.draft)[:2]: line.standing for line in held_against(MODEL, draft, fixed).lines}


def test_blanks_filled_in_are_no_departure() -> None:
    found = standings(DRAFT)
    assert (found["标的"], found["价款"], found["质量"]) == (Standing.FILLED, Standing.FILLED, Standing.KEPT)


def test_a_changed_a_missing_and_an_added_clause_are_told_apart() -> None:
    found = standings(DRAFT)
    assert (found["违约"], found["保密"], found["培训"]) == (Standing.CHANGED, Standing.MISSING, Standing.ADDED)
    assert found["争议"] is Standing.KEPT  # renumbered only


def test_a_clause_said_in_another_clause_is_not_called_missing() -> None:
    draft = DRAFT.replace("乙方提供两次操作培训。", "乙方提供两次操作培训。双方应当保密，不得泄露对方商业秘密。")
    line = next(one for one in held_against(MODEL, draft).lines if one.model.startswith("保密"))
    assert (line.standing, line.where) == (Standing.ELSEWHERE, "双方应当保密，不得泄露对方商业秘密")


def test_a_fixed_clause_that_was_changed_is_looked_at_first() -> None:
    grave = held_against(MODEL, DRAFT, ("第四条", "第六条")).grave
    assert [(line.name, line.standing) for line in grave] == [
        ("第四条", Standing.CHANGED), ("第五条", Standing.MISSING),
    ]  # fmt: skip


def test_the_same_text_departs_in_nothing() -> None:
    assert held_against(MODEL, MODEL).counts() == [("未改动", 6)]


def test_a_clause_is_named_by_its_heading() -> None:
    topics = {line.model[:2]: line.topic for line in held_against(MODEL, DRAFT).lines if line.model}
    assert (topics["标的"], topics["价款"], topics["质量"]) == ("标的", "价款和支付", "质量和验收")


def test_an_empty_draft_lacks_everything() -> None:
    assert held_against(MODEL, "").counts() == [("缺少", 6)]


# --- the register -----------------------------------------------------------------------------------


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county of the contracts."""
    with scope.everything("合同范本测试"):
        yield County()


def told(**more: str) -> dict[str, str]:
    """A model text as it is entered."""
    return {
        "number": "范〔2025〕1号", "name": "货物采购合同范本", "contract_type": "货物采购", "nature": "民事合同",
        "since": "2025-01-01", "text": MODEL, "fixed": "第四条、第六条",
    } | more  # fmt: skip


def test_the_model_texts_of_the_bureau_serve_its_county_on_their_days(county: County) -> None:
    old = entries.add(ContractTemplates, county.bureau, told(until="2025-06-30"), by=None, at=LATE)
    new = entries.add(
        ContractTemplates, county.bureau, told(number="范〔2025〕2号", since="2025-07-01"), by=None, at=LATE
    )
    assert list(templates_for(county.housing, "goods", date(2025, 6, 30))) == [old]
    assert list(templates_for(county.housing, "goods", date(2025, 7, 1))) == [new]
    assert list(templates_for(county.housing, "works", date(2025, 7, 1))) == []


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"text": "只有一段话"}, "没有分条"),
        ({"fixed": "第九条"}, "范本中没有第九条"),
        ({"until": "2024-12-31"}, "早于启用日期"),
    ],
)
def test_what_cannot_be_compared_is_refused(county: County, more: dict[str, str], why: str) -> None:
    with pytest.raises(EntryRefused, match=why):
        entries.add(ContractTemplates, county.bureau, told(**more), by=None, at=LATE)
    assert not ContractTemplate.objects.exists()


def test_a_draft_without_a_model_text_is_told_which_there_are(county: County) -> None:
    from yifa.kernel.engine import new_case
    from yifa.kernel.rules import Refused

    from ...government_contract.tests.conftest import CONTRACT
    from ...government_contract.tests.conftest import DRAFT as DRAFTED

    entries.add(ContractTemplates, county.bureau, told(), by=None, at=LATE)
    case = new_case("government_contract", county.housing, date(2025, 9, 1))
    county.take(case, "start", "2025-09-01", CONTRACT)
    with pytest.raises(Refused, match="《货物采购合同范本》"):
        county.take(case, "draft", "2025-09-03", {**DRAFTED, "model_text": ""})
