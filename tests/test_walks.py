"""Whatever people do with a case of any procedure, the rules answer and its clocks agree with each other."""

from __future__ import annotations

from datetime import date

import pytest

from tests.walking import Value, Walk, always
from yifa.kernel.declare import PROCEDURES, Procedure
from yifa.office.models import Organ, Place

pytestmark = pytest.mark.django_db

EARLIEST = date(2024, 1, 2)
ORGANS = ("洪河县人民政府", "洪河县城市管理局", "洪河县司法局")
GIVEN: dict[str, dict[str, Value]] = {
    "decision_review": {"triggers": always([{"trigger": "heard"}])},
    "dossier_review": {"period_from": always(date(2024, 1, 1)), "period_to": always(date(2024, 12, 31))},
    "draw_batch": {"quotas": always([{"stratum": "A", "number": "3"}])},
    "inspection_plan": {"lines": always([{"item_name": "现场检查", "month_from": "3", "month_until": "5"}])},
    "review_suggestion": {"document_name": always("某县停车管理办法")},
    "normative_document": {"planned": always(True), "plan_year": always(2025), "purpose": always("new")},
}
"""What a procedure cannot begin without, beside what is thrown."""


@pytest.fixture
def other() -> Organ:
    """Another organ of the books, for fields that name one."""
    place = Place.objects.create(code="330999", name="某县")
    return Organ.objects.create(place=place, name="某县某局", short_name="某县某局", kind="department", mark="某")


@pytest.mark.parametrize("version", PROCEDURES.all(), ids=lambda version: f"{version.key}-{version.since}")
def test_every_procedure_survives_random_walks(version: type[Procedure], other: Organ) -> None:
    values = {"year": always(2025)} | GIVEN.get(version.key, {})
    taken = 0
    for organ in ORGANS:
        since = max(version.since, EARLIEST)
        walk = Walk(version, organ, since, attempts=40, values=values, ahead=(-40, 40), other=other)
        taken += walk.check(8)
    assert taken > 0
