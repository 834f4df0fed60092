"""What the register counts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from yifa.areas.services.publicity.register import LawPublicity
from yifa.areas.services.publicity.tests.conftest import Bureau, at, values
from yifa.kernel.figure import Window
from yifa.kernel.frozen import all_figures
from yifa.kernel.registers import entries

pytestmark = [pytest.mark.django_db, pytest.mark.data, pytest.mark.usefixtures("all_seen")]


def test_activities_people_materials_and_media_of_a_year(bureau: Bureau) -> None:
    bureau.add(number="1", people="500000", materials="10", media_items="3")
    bureau.add(number="2", people="", materials="20", on="2025-01-01")
    bureau.add(number="3", people="7", on="2024-12-31")
    gone = bureau.add(number="4", people="9")
    entries.withdraw(LawPublicity, gone.pk, "重复", seen=1, by=bureau.clerk, at=at())
    entries.add(LawPublicity, bureau.other, values(number="1"), by=bureau.outsider, at=at())
    year = Window.year(2025, [bureau.organ.pk])
    found = {figure.code: figure.value(year).value for figure in LawPublicity.figures()}
    assert found["lp_activities"] == 2
    assert found["lp_people"] == 500000
    assert found["lp_materials"] == 30
    assert found["lp_media"] == 3
    assert found["lp_lectures"] is None  # nobody wrote a number: blank, not zero
    assert LawPublicity.lp_people.rows(year).count() == 2


def test_a_year_without_activities_counts_zero(bureau: Bureau) -> None:
    year = Window.year(2020, [bureau.organ.pk])
    assert {figure.value(year).value for figure in LawPublicity.figures()} == {Decimal(0)}


def test_figures_of_registers_stand_among_all_figures() -> None:
    figure = all_figures()["law_publicity.lp_activities"]
    assert (figure.label, figure.unit) == ("普法活动场次", "场次")
    assert figure.definition


@pytest.mark.parametrize(("year", "weekday"), [(2024, 2), (2025, 3), (2026, 4)])
def test_the_constitution_day_lies_in_the_constitution_week(year: int, weekday: int, bureau: Bureau) -> None:
    day = date(year, 12, 4)
    assert day.weekday() == weekday
    entry = bureau.add(kind="宪法宣传周", on=day if day < date(2026, 11, 20) else "2025-12-04")
    assert list(LawPublicity.doubts(entry)) == []
    entry.on = date(2025, 6, 1)
    assert [doubt.field for doubt in LawPublicity.doubts(entry)] == ["kind"]
