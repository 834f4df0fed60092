"""A plan in the books: its items, caps, numbers, names, and what makes it public again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from yifa.areas.enforcement.inspection.tests.conftest import LATE, County, code, fresh
from yifa.areas.enforcement.inspection_plan.models import PlanCase
from yifa.kernel.engine import Entry, new_case
from yifa.kernel.models import Clock, Published
from yifa.kernel.publish import publish, withdraw
from yifa.kernel.rules import Refused
from yifa.office import scope

pytestmark = pytest.mark.data
LINE = {"item_code": "JC-001", "way": "onsite", "month_from": "1", "month_until": "12", "strata": "none"}


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county with the published plan of 2026 of its market bureau."""
    with scope.everything("检查计划测试"):
        yield County()


def drafted(county: County, year: int = 2027, kind: str = "annual", **more: Any) -> Any:
    """A plan that was drawn up."""
    case = new_case("inspection_plan", county.market, date(2026, 12, 1))
    told = {"kind": kind, "year": year, "plan_title": f"{year}年度计划", "lines": [LINE]} | more
    county.take(case, "draft", "2026-12-01", told)
    return fresh(case)


def test_an_approved_plan_has_a_number_and_names_what_its_codes_mean(county: County) -> None:
    case = drafted(county, lines=[LINE | {"object_code": code(1)}])
    assert case.number == ""
    county.take(case, "approve", "2026-12-02")
    plan = PlanCase.objects.get(pk=case.pk)
    assert plan.number == "洪市监检计字〔2026〕2号"
    assert (plan.lines[0]["item_name"], plan.lines[0]["object_name"]) == ("食品监督检查", "洪河县第1食品厂")
    assert plan.covers("JC-001")
    assert not plan.covers("JC-002")


def test_items_that_are_not_published_and_visits_beyond_the_cap_are_not_planned(county: County) -> None:
    with pytest.raises(Refused, match="JC-009不在本机关已公布的检查事项清单内"):
        county.take(drafted(county, lines=[LINE | {"item_code": "JC-009"}]), "approve", "2026-12-02")
    with pytest.raises(Refused, match="第1行每个对象3次，年度频次上限为2次"):
        county.take(drafted(county, 2028, lines=[LINE | {"times": "3"}]), "approve", "2026-12-02")
    county.take(drafted(county, 2029, lines=[LINE | {"times": "3", "way": "remote"}]), "approve", "2026-12-02")


def test_there_is_one_yearly_plan_for_a_year(county: County) -> None:
    with pytest.raises(Refused, match="本机关2026年度已有检查计划"):
        drafted(county, 2026)


def test_special_plans_beyond_the_yearly_number_need_a_reason_unless_a_superior_ordered_them(county: County) -> None:
    more = {"reason": "投诉集中", "since": date(2026, 12, 7), "until": date(2026, 12, 18)}
    for _ in range(3):
        county.planned(county.market, 2026, "special", on="2026-12-01", **more)
    fourth = drafted(county, 2026, "special", **more)
    told = {"approver": "县政府", "approval_number": "洪政函2号", "superior_approved_on": date(2026, 12, 1)}
    county.take(fourth, "consent", "2026-12-01", told)
    with pytest.raises(Refused, match="已有3个专项检查计划，年度控制数为3个"):
        county.take(fourth, "approve", "2026-12-02")
    county.take(fourth, "revise", "2026-12-02", {"superior": True})
    county.take(fourth, "approve", "2026-12-02")
    assert fresh(fourth).stage == "approved"


def test_an_adjusted_plan_is_filed_and_published_again(county: County) -> None:
    plan = county.plan
    county.take(plan, "file", "2026-01-14", {"filed_with": "洪河县司法局"})
    county.take(plan, "adjust", "2026-06-01", {"lines": plan.lines[:1], "adjusted_why": "事项划出"})
    assert fresh(plan).filed_on is None
    clock = Clock.objects.filter(case=plan, limit="public_in_time").order_by("-run")[0]
    assert (clock.state, clock.due) == ("running", date(2026, 6, 30))
    entry = Entry(county.clerk, LATE)
    withdraw(Published.objects.get(case=plan), "计划调整", date(2026, 6, 2), entry)
    publish(fresh(plan), plan.declaration.publication("public"), date(2026, 6, 2), entry)
    clock = Clock.objects.filter(case=plan, limit="public_in_time").order_by("-run")[0]
    assert clock.state == "kept"
