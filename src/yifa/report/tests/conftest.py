"""A small government with a year of counted things, without any procedure of the areas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from yifa.areas.leadership.law_study.models import StudyKind, StudySession
from yifa.areas.services.publicity.models import Activity, ActivityKind
from yifa.office import scope
from yifa.office.models import Organ, OrganKind, Person, Place, Post
from yifa.office.roles import Role
from yifa.report import compilation
from yifa.report.models import AnnualReport
from yifa.report.outline import Outline, Part

NOW = timezone.make_aware(datetime(2026, 2, 10, 9))
TEXT = (
    "全年开展普法宣传活动[[law_publicity.lp_activities]]，受众[[law_publicity.lp_people]]，"
    "发放宣传资料[[law_publicity.lp_materials]]。\n"
    "组织集体学法[[law_study.study_center_group]]；学法考试合格率[[law_study.study_exam_pass_rate]]，"
    "应考[[law_study.study_exam_pass_rate:denominator]]人中合格[[law_study.study_exam_pass_rate:numerator]]人。"
)
OUTLINE = Outline(
    "{place}人民政府{year}年法治政府建设年度报告",
    "试验",
    (
        Part("done", 1, "{year}年主要举措和成效", "", "试验第一项"),
        Part("done.law", 2, "增强全社会法治观念", TEXT),
        Part("lacking", 1, "存在的不足和原因", "基层执法力量不足，原因是培训不够。", "试验第二项", ("原因",)),
        Part("plan", 1, "{next}年的主要安排", "加强培训。", "试验第三项"),
    ),
)


@dataclass
class Government:
    """The government, its compiler, and its outline."""

    organ: Organ
    person: Person
    made: int = 0
    outline: Outline = field(default=OUTLINE)

    def activity(self, people: int, materials: int, on: date = date(2025, 5, 6)) -> Activity:
        """An activity held in the year."""
        self.made += 1
        return Activity._base_manager.create(
            organ=self.organ, number=f"普〔2025〕{self.made}号", on=on, theme="宪法宣传", kind=ActivityKind.VILLAGES,
            place="文化广场", organizer="司法局", people=people, materials=materials, created_at=NOW, updated_at=NOW,
        )  # fmt: skip

    def study(self, kind: str = StudyKind.CENTER_GROUP, **numbers: int) -> StudySession:
        """A session of study, or an examination with its numbers."""
        self.made += 1
        return StudySession._base_manager.create(
            organ=self.organ, number=f"学〔2025〕{self.made}号", on=date(2025, 3, 4), kind=kind, topics=["宪法"],
            created_at=NOW, updated_at=NOW, **numbers,
        )  # fmt: skip

    def report(self, **changed: str) -> AnnualReport:
        """The report with its figures frozen; `changed` are texts of sections by code."""
        report = compilation.start(self.organ, 2025, self.outline)
        for code, text in changed.items():
            report.sections.filter(code=code.replace("__", ".")).update(text=text)
        compilation.compile_figures(report, by=self.person, at=NOW)
        return report


@pytest.fixture
def government(db: None) -> Iterator[Government]:
    """A government with three activities, two sessions and an examination in 2025."""
    place = Place.objects.create(code="130999", name="洪河县", level="county")
    organ = Organ.objects.create(
        place=place, name="洪河县人民政府", short_name="县政府", kind=OrganKind.GOVERNMENT, mark="洪复"
    )
    person = Person.objects.create(name="许佳")
    Post.objects.create(person=person, organ=organ, role=Role.HANDLER, since=date(2023, 1, 1))
    made = Government(organ, person)
    with scope.everything("报告的测试"):
        for people, materials in ((1200, 300), (80, 0), (20000, 1500)):
            made.activity(people, materials)
        made.activity(999, 999, on=date(2024, 12, 31))
        made.study()
        made.study()
        made.study(StudyKind.EXAM, exam_expected=40, exam_taken=39, exam_passed=37)
        yield made


EXPECTED: list[tuple[Decimal, str]] = [
    (Decimal(3), "场次"),
    (Decimal(21280), "人次"),
    (Decimal(1800), "份"),
    (Decimal(2), "次"),
    (Decimal("92.5"), "%"),
    (Decimal(40), "人"),
    (Decimal(37), "人"),
]
"""The figures that the report's text prints, in order."""


def read_back(figures: Any) -> list[tuple[Decimal, str]]:
    """What the reader found: value and unit, in order."""
    return [(Decimal(str(figure.raw_value)), figure.raw_unit) for figure in figures]
