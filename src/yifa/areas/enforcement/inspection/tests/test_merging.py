"""Plans of two bodies become joint visits."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.inspection.merging import merged
from yifa.areas.enforcement.inspection.tests.conftest import County

pytestmark = [pytest.mark.django_db, pytest.mark.data]


def test_two_bodies_that_plan_the_same_enterprises_go_there_together(county: County) -> None:
    county.planned(county.fire)
    made = merged(2026)
    assert len(made.visits) == len(made.problem.visits) > made.entries == made.bound
    organs = {county.market.short_name, county.fire.short_name}
    for joint in made.proposals:
        assert {made.visits[visit.key].organ.short_name for visit in joint.visits} <= organs
        assert len({made.visits[visit.key].object_code for visit in joint.visits}) == 1


def test_a_body_whose_certificates_have_run_out_is_told_to_be_short(county: County) -> None:
    Officer._base_manager.filter(organ=county.market).update(valid_to=date(2026, 6, 30))
    county.planned(county.fire)
    made = merged(2026)
    late = {month for organ, month in made.short if organ == county.market.short_name}
    assert not late, "every visit may take place before the certificates run out"
    Officer._base_manager.filter(organ=county.market, cert_no="1309990001").update(valid_to=date(2026, 12, 31))
    assert merged(2026).entries == made.bound


def test_without_a_plan_there_is_nothing_to_merge(county: County) -> None:
    assert merged(2031).entries == 0
