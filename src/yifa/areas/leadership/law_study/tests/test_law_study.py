"""Law study: what is counted how, what is refused, what is warned of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from yifa.areas.leadership.law_study.models import StudySession
from yifa.areas.leadership.law_study.register import LawStudy
from yifa.kernel.figure import Window
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused
from yifa.office import scope
from yifa.office.models import Organ, Place

pytestmark = [pytest.mark.django_db, pytest.mark.data]
NOW = datetime.fromisoformat("2026-11-20T10:00:00+08:00")


@pytest.fixture(autouse=True)
def _all_seen() -> Iterator[None]:
    with scope.everything("测试"):
        yield


@pytest.fixture
def government() -> Organ:
    place = Place.objects.create(code="419001", name="洪河县", level="county")
    Organ.objects.create(place=place, name="洪河县财政局", short_name="财政局", kind="department")
    return Organ.objects.create(place=place, name="洪河县人民政府", short_name="县政府", kind="government")


def add(organ: Organ, number: str, kind: str, on: str = "2025-03-05", **more: Any) -> StudySession:
    values = {"number": number, "kind": kind, "on": on, "topics": "行政复议法", **more}
    entry: StudySession = entries.add(LawStudy, organ, values, by=None, at=NOW)
    return entry


def figure(code: str, organ: Organ, year: int = 2025) -> Decimal | None:
    return LawStudy.parts[code].value(Window.year(year, [organ.pk])).value  # type: ignore[attr-defined, no-any-return]


def test_a_meeting_with_two_topics_counts_once_and_two_topics(government: Organ) -> None:
    entry = add(
        government, "1", "会前学法", topics="行政复议法、行政处罚法", meeting="政府常务会议〔2025〕5号", people="25"
    )
    assert entry.topic_count == 2
    assert figure("study_premeeting", government) == 1
    assert figure("study_topics", government) == 2
    assert figure("study_people", government) == 25
    assert figure("study_center_group", government) == 0


def test_the_pass_rate_is_of_those_who_should_have_sat_the_examination(government: Organ) -> None:
    assert figure("study_exam_pass_rate", government) is None
    add(government, "1", "网络考试", exam_expected="120", exam_taken="110", exam_passed="90")
    add(government, "2", "网络考试", exam_expected="80", exam_taken="80", exam_passed="80")
    assert figure("study_exam_pass_rate", government) == Decimal("85.00")


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        ({}, "“应考人数”没有填写"),
        ({"exam_expected": 10, "exam_taken": 11, "exam_passed": 9}, "11大于应考人数10"),
        ({"exam_expected": 10, "exam_taken": 9, "exam_passed": 10}, "10大于参考人数9"),
    ],
)
def test_an_examination_needs_numbers_that_agree(government: Organ, numbers: dict[str, Any], why: str) -> None:
    with pytest.raises(EntryRefused, match=why):
        add(government, "1", "网络考试", **numbers)


def test_one_lecture_in_the_year_is_warned_of_from_december_on(government: Organ) -> None:
    add(government, "1", "专题讲座")
    organs = list(Organ.objects.values_list("pk", flat=True))
    assert list(LawStudy.warnings(date(2025, 11, 30), organs)) == []
    warned = list(LawStudy.warnings(date(2025, 12, 1), organs))
    assert [w.text for w in warned] == ["县政府2025年已举办法治专题讲座1期，少于每年2期。请在年底前补办。"]
    add(government, "2", "专题讲座", on="2025-06-01")
    assert list(LawStudy.warnings(date(2025, 12, 1), organs)) == []


def test_a_lecture_of_another_year_does_not_count(government: Organ) -> None:
    add(government, "1", "专题讲座", on="2024-12-31")
    add(government, "2", "专题讲座", on="2025-01-01")
    assert len(list(LawStudy.warnings(date(2025, 12, 31), [government.pk]))) == 1


def test_study_before_a_meeting_without_the_meeting_is_said(government: Organ) -> None:
    assert [d.field for d in LawStudy.doubts(add(government, "1", "会前学法"))] == ["meeting"]


def test_neither_attendees_nor_scores_nor_anything_else_is_public() -> None:
    assert LawStudy.public() == ()
    assert {c.name for c in LawStudy.columns if c.personal} == {"attendees", "exam_scores"}
