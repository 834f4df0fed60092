"""Several heads sign at the same moment: the last place of a yearly cap is given once."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from yifa.areas.enforcement.inspection.models import InspectionCase
from yifa.areas.enforcement.inspection.tests.conftest import OBJECT, County, code
from yifa.errors import YifaError
from yifa.office import scope

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.data]

MONTHS = ("2026-03-02", "2026-04-07", "2026-05-11", "2026-06-08", "2026-07-06", "2026-08-03")


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run the acts at the same moment, each on a connection of its own; what was refused."""
    start, refused = Barrier(len(acts)), list[str]()

    def run(act: Callable[[], object]) -> None:
        with scope.everything("并发测试"):
            start.wait(timeout=30)
            try:
                act()
            except YifaError as error:
                refused.append(str(error))
            finally:
                connection.close()

    threads = [Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return refused


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
    assert all("年度频次上限为2次，不得再次入企" in why for why in refused)
    used = InspectionCase._base_manager.filter(stage="approved").order_by("freq_used")
    assert list(used.values_list("freq_used", flat=True)) == [0, 1]


def test_approvals_for_different_enterprises_do_not_hinder_each_other(county: County) -> None:
    waiting = [county.proposed(object_code=code(number)) for number in range(1, 5)]
    acts = [lambda case=case: county.take(case, "approve", "2026-03-02") for case in waiting]
    assert at_once(*acts) == []
