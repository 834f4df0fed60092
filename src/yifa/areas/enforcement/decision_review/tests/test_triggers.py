"""Which decisions have to be reviewed: the cases of the reference, and a directory as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from yifa.areas.enforcement.decision_review.choices import Result, Trigger
from yifa.areas.enforcement.decision_review.clearance import why_not
from yifa.areas.enforcement.decision_review.materials import incomplete, list_for, lists
from yifa.areas.enforcement.decision_review.triggers import Facts, triggers

D = Decimal


@dataclass
class Item:
    """An item of a directory."""

    code: str = "FS-001"
    name: str = "较大数额的处罚"
    act_kind: str = "penalty"
    matter: str = ""
    item_codes: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    citizen_amount: Decimal | None = None
    organisation_amount: Decimal | None = None


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        (Facts("penalty", heard=True), [Trigger.HEARD]),
        (Facts("penalty", complex_case=True), [Trigger.COMPLEX]),
        (Facts("penalty", public_interest=True, by_law="某条例第九条"), [Trigger.PUBLIC, Trigger.BY_LAW]),
        (Facts("penalty", measures=("警告",)), []),
        (Facts("licence", heard=True), []),
        (Facts("penalty", amount=D(100000), threshold=D(100000)), [Trigger.CATALOGUE]),
        (Facts("penalty", amount=D(99999), threshold=D(100000)), []),
        (Facts("penalty", major="拟作吊销许可证件，属于重大执法决定"), [Trigger.CATALOGUE]),
    ],
)
def test_the_statute_names_four_cases_for_penalties(facts: Facts, found: list[Trigger]) -> None:
    assert [one.trigger for one in triggers(facts)] == found


def test_no_act_is_cited_for_a_decision_that_only_the_document_calls_major() -> None:
    (found,) = triggers(Facts("penalty", major="拟作责令停产停业，属于重大执法决定"))
    assert found.basis.short == "118号文"


@pytest.mark.parametrize(
    ("item", "hit"),
    [
        (Item(citizen_amount=D(5000), organisation_amount=D(50000)), True),
        (Item(citizen_amount=D(5000), organisation_amount=D(50001)), False),
        (Item(citizen_amount=D(5000)), False),
        (Item(measures=["吊销许可证件", "责令停产停业"]), True),
        (Item(measures=["吊销许可证件"]), False),
        (Item(matter="食品", item_codes=["SP-122"]), True),
        (Item(matter="药品"), False),
        (Item(item_codes=["SP-123"]), False),
        (Item(act_kind="licence"), False),
        (Item(), True),
    ],
)
def test_an_item_of_the_directory_covers_what_agrees_with_everything_it_names(item: Item, hit: bool) -> None:
    facts = Facts("penalty", matter="食品", item_code="SP-122", measures=("罚款", "责令停产停业"), amount=D(50000),
                  citizen=False)  # fmt: skip
    assert bool(triggers(facts, [item])) is hit


@pytest.mark.parametrize(
    ("result", "cleared", "needed", "why"),
    [
        ("", False, True, "尚未审核通过"),
        ("", False, False, None),
        (Result.PASS, True, True, None),
        (Result.CHANGES, False, True, "尚未经审核人员核对"),
        (Result.CHANGES, True, True, None),
        (Result.REJECT, False, True, "不通过"),
        (Result.REJECT, True, False, "不通过"),
    ],
)
def test_no_decision_without_a_review_that_was_passed(
    result: str, cleared: bool, needed: bool, why: str | None
) -> None:
    told = why_not(result, cleared=cleared, needed=needed)
    assert told is None if why is None else why in str(told)


def test_every_kind_of_act_has_its_materials() -> None:
    assert set(lists()) == {"penalty", "coercion", "licence", "levy", "inspection", "other"}
    assert incomplete("penalty", list_for("penalty").rows("present")) == []
    bare = [{"item": "全部证据", "state": "missing"}]
    assert "全部证据" in incomplete("penalty", bare)
    excused = [*list_for("penalty").rows("present"), {"item": "全部证据", "state": "not_applicable", "note": "另案"}]
    assert incomplete("penalty", excused) == []
