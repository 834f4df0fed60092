"""A holiday notice comes in: what it moves is reckoned anew, and what it settles is no longer provisional."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yifa.clock import Calendar
from yifa.kernel.models import Case, Clock, EventKind
from yifa.kernel.recompute import recompute
from yifa.kernel.tests.conftest import Bureau, at
from yifa.kernel.tests.toy import Toy
from yifa.office import scope

pytestmark = [pytest.mark.django_db, pytest.mark.data]

NOTICE = """\
年份: 2027
标题: 试验用放假安排
来源: 试验
状态: 已公布
放假:
  元旦: 2027-01-01 至 2027-01-06
上班: {}
"""
"""Three days longer than a calendar without a notice takes New Year to be."""


@pytest.fixture
def noticed(tmp_path: Path) -> Calendar:
    (tmp_path / "2027.yaml").write_text(NOTICE, encoding="utf-8")
    return Calendar.load([tmp_path])


def examination(case: Case) -> Clock:
    return Clock._base_manager.get(case_id=case.pk, limit="examine")


def test_a_case_of_which_only_the_receipt_is_known_gets_its_new_date_and_an_event(
    bureau: Bureau, noticed: Calendar
) -> None:
    case = bureau.take(None, Toy.receive, "2026-12-28").case
    before = examination(case)
    assert (before.due, before.provisional) == (date(2027, 1, 12), True)
    with scope.everything("测试"):
        (moved,) = recompute(noticed, at("2026-12-29"))
    assert str(moved).endswith("受理审查：2027-01-12 → 2027-01-15")
    after = examination(case)
    assert (after.due, after.provisional) == (date(2027, 1, 15), False)
    assert [event.kind for event in case.events.order_by("seq")] == [EventKind.STEP, EventKind.RECKONING]


def test_a_limit_that_ended_long_ago_is_no_longer_provisional(bureau: Bureau, noticed: Calendar) -> None:
    case = bureau.take(None, Toy.receive, "2026-12-28").case
    bureau.take(case, Toy.accept, "2026-12-30", confirmed=["accept.1"])
    Clock._base_manager.filter(case_id=case.pk, limit="conclude").delete()
    assert examination(case).provisional
    with scope.everything("测试"):
        list(recompute(noticed, at("2026-12-31")))
    assert not examination(case).provisional


def test_nothing_moves_twice(bureau: Bureau, noticed: Calendar) -> None:
    bureau.take(None, Toy.receive, "2026-12-28")
    with scope.everything("测试"):
        assert len(list(recompute(noticed, at("2026-12-29")))) == 1
        assert list(recompute(noticed, at("2026-12-30"))) == []
