"""The registers of volunteer supervisors and contact points."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from yifa.areas.enforcement.watchers.register import ContactPoints, Watchers
from yifa.kernel.figure import Window
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused
from yifa.office import scope
from yifa.office.models import Organ, Place

pytestmark = [pytest.mark.django_db, pytest.mark.data]
AT = datetime.fromisoformat("2026-11-22T10:00:00+08:00")
WATCHER = {
    "number": "洪司监聘〔2026〕1号", "name": "王小五", "kind": "企业、商会人士", "agreed": "否", "since": "2026-01-10",
    "until": "2026-12-09",
}  # fmt: skip
POINT = {
    "number": "LXD-001", "name": "洪河县食品行业协会", "kind": "商会、行业协会", "township": "柳林镇",
    "since": "2026-02-03",
}  # fmt: skip


@pytest.fixture
def bureau() -> Organ:
    place = Place.objects.create(code="130999", name="洪河县", level="county")
    return Organ.objects.create(place=place, name="洪河县司法局", short_name="县司法局", kind="justice")


def add(register: Any, organ: Organ, values: dict[str, str]) -> Any:
    return entries.add(register, organ, values, by=None, at=AT)


def test_watchers_count_while_their_term_lasts_and_a_term_about_to_end_is_told(bureau: Organ) -> None:
    add(Watchers, bureau, WATCHER)
    with scope.everything("测试"):
        assert Watchers.watchers.value(Window.year(2026, (bureau.pk,))).value == 0
        within = Window(date(2026, 1, 1), date(2026, 12, 9), (bureau.pk,))
        assert Watchers.watchers.value(within).value == 1
        (told,) = Watchers.warnings(date(2026, 11, 22), [bureau.pk])
    assert "还有17日届满" in told.text
    assert "王小五" not in told.text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"until": "2025-12-31"}, "早于聘任日期"),
        ({"ended_on": "2026-12-30"}, "不在聘期以内"),
        ({"kind": "亲友"}, "来源"),
    ],
)
def test_a_term_that_cannot_be_is_refused(bureau: Organ, change: dict[str, str], words: str) -> None:
    with pytest.raises(EntryRefused, match=words):
        add(Watchers, bureau, WATCHER | change)


def test_a_contact_point_counts_until_it_is_given_up(bureau: Organ) -> None:
    add(ContactPoints, bureau, POINT | {"ended_on": "2026-06-30"})
    add(ContactPoints, bureau, POINT | {"number": "LXD-002"})
    with scope.everything("测试"):
        assert ContactPoints.contact_points.value(Window.year(2026, (bureau.pk,))).value == 1
    with pytest.raises(EntryRefused, match="校验码"):
        add(ContactPoints, bureau, POINT | {"number": "LXD-003", "credit_code": "91110000600037341M"})
