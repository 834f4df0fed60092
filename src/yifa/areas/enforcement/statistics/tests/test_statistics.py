"""The yearly statistics: computed and never typed, one case once, every number open, the form adds up."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from yifa.areas.enforcement.authority.models import EnforcementBody
from yifa.areas.enforcement.penalty.models import PenaltyCase
from yifa.areas.enforcement.statistics.computing import changed_since, lines_for, lines_of
from yifa.areas.enforcement.statistics.form import FORMS, KINDS, NO_POWER, TOTAL, faults_in, shown
from yifa.areas.enforcement.statistics.procedure import EnforcementStatistics as S
from yifa.areas.enforcement.summary_penalty.models import SummaryCase
from yifa.areas.enforcement.supervision.tests.conftest import County, county, fresh
from yifa.kernel.declare import field_name
from yifa.kernel.engine import new_case
from yifa.kernel.faults import faults
from yifa.kernel.figure import Window
from yifa.kernel.frozen import all_figures
from yifa.kernel.models import Case, Clock, Event, EventKind, Paper
from yifa.kernel.rules import Refused
from yifa.office import scope
from yifa.office.models import Organ
from yifa.papers import store
from yifa.text.docx import docx_to_text

pytestmark = pytest.mark.data
__all__ = ["county"]

NOON = datetime.fromisoformat("2026-11-01T12:00:00+08:00")


def told(case: Case, step: str, on: str) -> None:
    """A step as the trail holds it; how it came about is tested elsewhere."""
    Event.objects.create(
        case=case, seq=Event.objects.filter(case=case).count() + 1, kind=EventKind.STEP, step=step,
        on=date.fromisoformat(on), at=NOON, algorithm="sm3", digest="x",
    )  # fmt: skip


def penalty(organ: Organ, on: str, kind: str, **fields: Any) -> Case:
    """A penalty decided on a day, the heaviest kind of which is `kind`."""
    case = PenaltyCase.objects.create(
        procedure="penalty", version=date(2021, 7, 15), organ=organ, stage="closed", opened_on=date(2025, 1, 6),
        number=f"罚{PenaltyCase.objects.count() + 1}号", heaviest_kind=kind, **fields,
    )  # fmt: skip
    told(case, "decide", on)
    return case


def summary(organ: Organ, on: str, fine: int) -> Case:
    """A penalty imposed on the spot."""
    kind = "fine" if fine else "warning"
    case = SummaryCase.objects.create(
        procedure="summary_penalty", version=date(2021, 7, 15), organ=organ, stage="closed", opened_on=date(2025, 1, 6),
        penalty_kind=kind, fine_amount=fine or None,
    )  # fmt: skip
    told(case, "impose", on)
    return case


def made(county: County, **fields: Any) -> Any:
    """The statistics of 2025 of the county, computed on 2026-01-08."""
    case = new_case("enforcement_statistics", county.bureau, date(2026, 1, 5))
    county.take(case, "open", "2026-01-05", {"year": 2025, "whole": True} | fields)
    county.take(fresh(case), "compute", "2026-01-08")
    return fresh(case)


def cell(case: Any, organ: str, figure: str) -> dict[str, str]:
    """One number of the form."""
    return next(line for line in case.lines if (line["organ"], line["figure"]) == (organ, figure))


def test_the_declaration_has_no_fault_and_every_column_is_a_figure() -> None:
    assert faults(S) == []
    codes = {figure.code for figure in S.figures()}
    assert {column for form in FORMS for column in form.columns} <= codes
    assert all(f"enforcement_statistics.{code}" in all_figures() for code in codes)


def test_no_step_lets_anybody_type_a_number() -> None:
    typed = {field_name(one) for step in S.steps() for one in (*step.needs, *step.may)}
    assert "lines" not in typed


def test_a_case_with_two_kinds_counts_once_under_the_heaviest_with_the_money_of_the_decision(county: County) -> None:
    penalty(county.market, "2025-03-03", "confiscate_gains", fine_amount=5000, confiscated_amount=Decimal("1200.50"))
    penalty(county.market, "2025-04-03", "fine", fine_amount=3000)
    summary(county.city, "2025-05-06", 200)
    summary(county.city, "2025-05-07", 0)
    penalty(county.market, "2026-01-02", "fine", fine_amount=9000)
    window = Window.year(2025, [county.market.pk, county.city.pk])
    known = {figure.code: figure for figure in S.figures()}
    values = {code: known[code].value(window).value for code in (*KINDS, "st_penalties", "st_money")}
    assert values["st_confiscation"] == 1
    assert values["st_fine"] == 2
    assert values["st_warning"] == 1
    assert values["st_penalties"] == 4
    assert values["st_money"] == Decimal("9400.50")
    assert sum(values[code] or 0 for code in KINDS) == values["st_penalties"]


def test_a_number_opens_onto_exactly_its_cases(county: County) -> None:
    one = penalty(county.market, "2025-03-03", "fine", fine_amount=5000)
    other = summary(county.market, "2025-05-06", 100)
    window = Window.year(2025, [county.market.pk])
    assert set(S.st_fine.rows(window).values_list("pk", flat=True)) == {one.pk, other.pk}


def test_bodies_are_listed_one_by_one_and_add_up_to_the_total(county: County) -> None:
    penalty(county.market, "2025-03-03", "fine", fine_amount=5000)
    penalty(county.city, "2025-03-04", "warning")
    case = made(county)
    assert cell(case, county.market.name, "st_penalties")["value"] == "1"
    assert cell(case, TOTAL, "st_penalties")["value"] == "2"
    assert faults_in(case.lines) == []
    table = case.tables[0]
    assert table.rows[-1][0] == TOTAL
    assert table.columns[1] == "警告、通报批评（宗）"
    assert shown(Decimal("5000"), "元") == "0.50"


def test_a_body_without_the_power_says_so_and_one_that_never_used_it_has_nought(county: County) -> None:
    for organ, powers in ((county.market, ["行政处罚"]), (county.city, ["行政处罚", "行政许可"])):
        EnforcementBody.objects.create(
            organ=organ, name=organ.name, kind="department", powers=powers, legal_basis=["x"],
            confirmed_on=date(2025, 1, 1), created_at=NOON, updated_at=NOON,
        )  # fmt: skip
    case = made(county)
    assert cell(case, county.market.name, "st_granted")["note"] == NO_POWER
    assert (
        cell(case, county.city.name, "st_granted")["note"],
        cell(case, county.city.name, "st_granted")["value"],
    ) == ("", "0")


def test_what_is_entered_late_makes_the_numbers_be_computed_again(county: County) -> None:
    penalty(county.market, "2025-03-03", "fine", fine_amount=5000)
    case = made(county)
    county.take(case, "explain", "2026-01-09", {"explanation": "总体平稳。"})
    penalty(county.market, "2025-12-30", "fine", fine_amount=1000)
    with pytest.raises(Refused, match="数据计算以后案件有变化"):
        county.take(fresh(case), "approve", "2026-01-12")
    county.take(fresh(case), "compute", "2026-01-12")
    county.take(fresh(case), "approve", "2026-01-12")
    paper = Paper.objects.get(case=case)
    text = docx_to_text(store.read(paper.digest), paper.name)
    assert "行政处罚实施情况" in text
    assert "0.60" in text
    county.take(fresh(case), "report", "2026-01-20", {"reported_to": "县人民政府、市司法局"})


def test_a_year_is_made_once(county: County) -> None:
    made(county)
    again = new_case("enforcement_statistics", county.bureau, date(2026, 1, 6))
    with pytest.raises(Refused, match="已有2025年度的统计年报"):
        county.take(again, "open", "2026-01-06", {"year": 2025, "whole": True})


def test_whoever_adds_up_the_county_sees_only_numbers_but_gets_all_of_them(county: County) -> None:
    penalty(county.market, "2025-03-03", "fine", fine_amount=5000)
    with scope.of(county.people[county.bureau.pk], on=date(2026, 1, 8)):
        assert not Case.objects.filter(organ=county.market).exists()
        case = made(county)
        assert cell(case, county.market.name, "st_fine")["value"] == "1"
        assert cell(case, TOTAL, "st_money")["value"] == "5000"
        assert changed_since(case) == []


def test_a_body_that_joins_after_the_numbers_were_computed_is_noticed(county: County) -> None:
    case = made(county)
    Organ.objects.create(
        place=county.place, name="洪河县水利局", short_name="县水利局", kind="department", mark="洪水",
        parent=county.government,
    )  # fmt: skip
    assert changed_since(case) == ["洪河县水利局：计算时没有列入"]


def sub_body(county: County, name: str, parent: Organ, kind: str = "dispatched") -> Organ:
    """A body below another."""
    return Organ.objects.create(
        place=county.place, name=name, short_name=name, kind=kind, mark=name[-4:], parent=parent
    )


def test_teams_and_offices_with_cases_of_their_own_are_counted_once_and_after_their_department(county: County) -> None:
    team = sub_body(county, "洪河县交通运输综合执法大队", county.market, "other")
    office = sub_body(county, "洪河县交通运输综合执法大队城关所", team)
    sub_body(county, "洪河县城市管理局信息中心", county.city, "other")  # enforces nothing
    penalty(county.market, "2025-03-03", "fine", fine_amount=5000)
    penalty(team, "2025-03-04", "fine", fine_amount=700)
    summary(office, "2025-03-05", 30)
    case = made(county)
    names = list(dict.fromkeys(line["organ"] for line in case.lines))
    assert names[names.index(county.market.name) :][:3] == [county.market.name, team.name, office.name]
    assert "洪河县城市管理局信息中心" not in names
    assert [cell(case, organ.name, "st_penalties")["value"] for organ in (county.market, team, office)] == ["1"] * 3
    assert (cell(case, TOTAL, "st_penalties")["value"], cell(case, TOTAL, "st_money")["value"]) == ("3", "5730")
    assert faults_in(case.lines) == []


def test_the_governments_own_decisions_are_counted_and_it_is_not_listed_without_any(county: County) -> None:
    assert county.government.name not in {line["organ"] for line in made(county).lines}
    penalty(county.government, "2024-03-03", "order_closure")
    again = new_case("enforcement_statistics", county.bureau, date(2025, 1, 6))
    county.take(again, "open", "2025-01-06", {"year": 2024, "whole": True})
    county.take(fresh(again), "compute", "2025-01-08")
    assert cell(fresh(again), county.government.name, "st_stopped")["value"] == "1"
    assert cell(fresh(again), TOTAL, "st_penalties")["value"] == "1"


def test_a_team_in_the_register_of_bodies_is_listed_with_noughts_while_it_stood(county: County) -> None:
    team = sub_body(county, "洪河县文化市场综合执法大队", county.city)
    body = EnforcementBody.objects.create(
        organ=county.bureau, name=team.name, kind="authorised", powers=["行政处罚"], legal_basis=["x"],
        confirmed_on=date(2024, 5, 1), ended_on=date(2025, 2, 1), created_at=NOON, updated_at=NOON,
    )  # fmt: skip
    assert cell(made(county), team.name, "st_penalties")["value"] == "0"
    body.ended_on = date(2025, 1, 1)
    body.save()
    again = fresh(Case.objects.get(procedure="enforcement_statistics"))
    assert team.name not in {line["organ"] for line in lines_of(again, date(2026, 1, 9))}


def test_bodies_of_another_government_below_are_left_to_its_own_statistics(county: County) -> None:
    lower = sub_body(county, "洪河新区人民政府", county.government, "government")
    below = sub_body(county, "洪河新区市场监督管理局", lower, "department")
    penalty(below, "2025-03-03", "fine", fine_amount=5000)
    case = made(county)
    assert below.name not in {line["organ"] for line in case.lines}
    assert cell(case, TOTAL, "st_penalties")["value"] == "0"


def test_an_error_found_after_approval_is_put_right_in_the_same_case(county: County) -> None:
    penalty(county.market, "2025-03-03", "fine", fine_amount=5000)
    case = made(county)
    county.take(case, "explain", "2026-01-09", {"explanation": "总体平稳。"})
    county.take(fresh(case), "approve", "2026-01-12")
    county.take(fresh(case), "report", "2026-01-20", {"reported_to": "县人民政府、市司法局"})
    penalty(county.market, "2025-12-30", "fine", fine_amount=1000)
    county.take(fresh(case), "reopen", "2026-03-02", why="漏录一件处罚")
    county.take(fresh(case), "compute", "2026-03-02")
    county.take(fresh(case), "approve", "2026-03-03")
    assert cell(fresh(case), TOTAL, "st_money")["value"] == "6000"
    county.take(fresh(case), "report", "2026-03-04", {"reported_to": "县人民政府、市司法局"})
    due = Clock.objects.get(case=case, limit="report_in_time")
    assert (due.due, due.state) == (date(2026, 1, 31), "kept")


def published(parts: list[int], total: int) -> list[dict[str, str]]:
    """The penalty table of a county as it was published, as lines."""
    values = dict(zip(KINDS, parts, strict=True)) | {"st_penalties": total}
    return [
        {"table": "penalty", "organ": "某县", "figure": code, "label": code, "unit": "宗", "value": str(value)}
        for code, value in values.items()
    ]


def test_a_published_table_of_a_county_adds_up() -> None:
    parts = [12175, 94929, 235, 189, 101, 0, 11, 504, 12]
    assert faults_in(published(parts, 108156)) == []
    assert faults_in(published(parts, 108155)) == ["“某县”的行政处罚实施情况：分项相加108156，合计108155"]


def test_bodies_without_cases_cost_no_queries(county: County, django_assert_max_num_queries: Any) -> None:
    penalty(county.market, "2025-03-03", "fine", fine_amount=5000)
    more = [
        Organ.objects.create(place=county.place, name=f"第{n}局", short_name=f"{n}局", kind="department", mark=str(n))
        for n in range(20)
    ]
    bodies = [county.market, *more]
    with django_assert_max_num_queries(300):
        lines = lines_for(bodies, 2025)
    assert len({line["organ"] for line in lines}) == len(bodies) + 1
