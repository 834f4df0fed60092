"""What happens at one moment: the last place of a yearly cap, a draw while the register changes, two draws at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.racing import at_once
from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.inspected.models import InspectionObject
from yifa.areas.enforcement.inspection import drawing
from yifa.areas.enforcement.inspection.models import DrawCase, InspectionCase
from yifa.areas.enforcement.inspection.tests.conftest import OBJECT, County, code, fresh
from yifa.areas.enforcement.inspection.tests.test_draw import prepared
from yifa.kernel.rules import Refused

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.data]

MONTHS = ("2026-03-02", "2026-04-07", "2026-05-11", "2026-06-08", "2026-07-06", "2026-08-03")


@pytest.mark.parametrize(
    "whom",
    [
        {"object_code": OBJECT},
        {"object_code": code(77), "object_name": "洪河县新办食品厂", "object_kind": "enterprise"},
    ],
    ids=["in the register", "not in the register yet"],
)
def test_of_six_approvals_at_one_moment_two_take_the_two_places(county: County, whom: dict[str, str]) -> None:
    waiting = [county.proposed(on=on, **whom) for on in MONTHS]

    def approving(number: int) -> Callable[[], object]:
        return lambda: county.take(waiting[number], "approve", MONTHS[number])

    refused = at_once(*(approving(number) for number in range(len(MONTHS))))
    assert InspectionCase._base_manager.filter(stage="approved").count() == 2
    assert len(refused) == 4
    assert all("年度频次上限为2次，不得再次入企" in str(why) for why in refused)
    used = InspectionCase._base_manager.filter(stage="approved").order_by("freq_used")
    assert list(used.values_list("freq_used", flat=True)) == [0, 1]


def test_approvals_for_different_enterprises_do_not_hinder_each_other(county: County) -> None:
    waiting = [county.proposed(object_code=code(number)) for number in range(1, 5)]
    acts = [lambda case=case: county.take(case, "approve", "2026-03-02") for case in waiting]
    assert at_once(*acts) == []


def test_a_draw_committed_while_the_register_changes_is_of_one_state_and_notices_the_rest(county: County) -> None:
    case = prepared(county)

    def change() -> None:
        for number in range(20, 26):
            county.listed(county.market, number, "食品")
        InspectionObject._base_manager.filter(code=code(3)).update(withdrawn=True)
        Officer._base_manager.filter(cert_no="1309990002").update(recused=[code(5)])

    assert at_once(lambda: county.take(case, "commit", "2026-03-02"), change) == []
    record = fresh(case)
    committed = reading_names(record)
    assert len(committed) == record.objects_count == dict(drawing.published(record))["lots.csv"].count(b"\n") - 1
    told = drawing.changed_since(record, in_full=True)
    now = {code(number) for number in (1, 2, 4, 5, 6, 7, 8, *range(20, 26))}
    assert all(each in told for each in sorted(now - committed)[:5])
    assert all(each in told for each in committed - now)
    value = {"public_value": "03 07 11 19 24 30 + 09"}
    if told:
        with pytest.raises(Refused, match="承诺以后名录有变动"):
            county.take(case, "run", "2026-03-05", value)
    county.take(case, "run", "2026-03-05", value, overrides={2: "名录变动不影响已承诺的批次"} if told else {})
    assert {row["code"] for row in fresh(case).drawn} <= committed
    assert drawing.verified(fresh(case)) == []


def reading_names(record: DrawCase) -> set[str]:
    """The codes of the objects that a batch was committed to."""
    lines = dict(drawing.published(record))["names.csv"].decode().splitlines()[1:]
    return {line.split(",")[0] for line in lines}


def test_of_two_who_draw_at_one_moment_with_different_values_one_is_refused(county: County) -> None:
    case = prepared(county)
    county.take(case, "commit", "2026-03-02")

    def draw(value: str) -> Callable[[], object]:
        return lambda: county.take(case, "run", "2026-03-05", {"public_value": value})

    assert len(at_once(draw("03 07 11"), draw("05 06 12"))) == 1
    record = fresh(case)
    assert (record.stage, len(record.drawn)) == ("drawn", 2)
    assert drawing.verified(record) == []
