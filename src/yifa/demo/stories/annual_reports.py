"""The yearly reports on 2025 in the demonstration county: most in time, one published late, one never (年度报告)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from yifa.areas.leadership.annual_report.procedure import AnnualReporting
from yifa.clock import Calendar
from yifa.demo import report as of_government
from yifa.demo.drive import Side, Waits
from yifa.demo.place import County
from yifa.kernel.models import Case
from yifa.kernel.publish import publish
from yifa.office.models import Organ
from yifa.report import compilation

YEAR = 2025
GOVERNMENT = "县政府"
TEXTS = {
    "shortcomings": "个别案卷文书不够规范，法制审核力量不足。主要原因是人员变动较多，业务培训没有跟上。",
    "first_responsible": "主要负责人履行推进法治建设第一责任人职责，专题研究法治政府建设两次，带头学法、述法。",
    "plan": "开展两期法治培训，补齐法制审核人员，对上年案卷问题逐件整改。",
}


@dataclass(frozen=True)
class Course:
    """How one organ's report goes; a day that is None never came.

    Attributes:
        organ: its short name; meeting: where it was discussed.
        first: the text as first compiled lacked its reasons and was compiled again.
    """

    organ: str
    meeting: str
    agreed: date
    sent: date
    public: date | None
    first: bool = False


COURSES = (
    Course(GOVERNMENT, "县政府第61次常务会议", date(2026, 2, 3), date(2026, 2, 12), date(2026, 3, 18)),
    Course("县公安局", "局党委会议", date(2026, 2, 4), date(2026, 2, 13), date(2026, 3, 16)),
    Course("县市场监管局", "局党组会议", date(2026, 2, 5), date(2026, 2, 27), date(2026, 3, 31), first=True),
    Course("县城管局", "局党组会议", date(2026, 2, 10), date(2026, 2, 28), date(2026, 4, 2)),
    Course("县教育局", "局党组会议", date(2026, 3, 4), date(2026, 3, 9), None),
    Course("城关镇", "镇党委会议", date(2026, 2, 6), date(2026, 2, 14), date(2026, 3, 20)),
    Course("白石镇", "镇党委会议", date(2026, 2, 9), date(2026, 2, 26), date(2026, 3, 27)),
)
"""县城管局 published on 2 April, 县教育局 submitted late and has not published yet."""


class Reporting(Side):
    """One organ's report as it is told."""

    course: Course

    def compiled(self, **changed: str) -> None:
        """The report is written and compiled, which freezes it into the case."""
        at = self.entry().at
        if self.organ == self.county.government:
            of_government.compile_report(self.organ, YEAR, by=self.county.people["xu"], at=at)
            return
        made = compilation.start(self.organ, YEAR)
        for section in made.sections.filter(code__in=TEXTS):
            made.refresh_from_db(fields=["edits"])
            text = changed.get(section.code, TEXTS[section.code])
            compilation.rewrite(section, text, seen=made.edits, by=self.by, at=at)
        made.refresh_from_db()
        compilation.compile_figures(made, by=self.by, at=at)

    def submitted(self, receipt: str = "") -> list[dict[str, str]]:
        """A row for everybody who gets it."""
        on = self.course.sent.isoformat()
        return [{"to": row["to"], "kind": row["kind"], "on": on, "receipt": receipt} for row in self.record.recipients]


def _told(side: Reporting) -> Waits:
    course = side.course
    yield side.day
    side.take("begin", {"year": YEAR})
    yield date(2026, 1, 19)
    side.compiled(**({"shortcomings": "个别案卷文书不够规范。"} if course.first else {}))
    if course.first:
        yield date(2026, 1, 22)
        side.compiled()
    yield date(2026, 1, 23)
    side.take("check")
    yield course.agreed
    consent = {"party_consent": "县委常委会会议同意"} if side.organ == side.county.government else {}
    side.take("agree", {"meeting": course.meeting} | consent)
    yield course.sent
    side.take("submit", {"sent": side.submitted()})
    yield date(2026, 3, 10)
    side.take("receipt", {"sent": side.submitted("已签收")})
    yield from _published(side) if course.public else _urged(side)


def _published(side: Reporting) -> Waits:
    public = side.course.public
    assert public is not None
    yield date(2026, 3, 12)
    side.take("review", {
        "secrecy_finding": "clear", "reviewed_by": "办公室", "privacy_note": "没有个人信息，案件只列件数。",
    })  # fmt: skip
    yield public
    media: dict[str, Any] = {"media": [{"medium": "县政府网站法治政府建设年度报告专栏", "address": ""}]}
    side.take("publish", media | {"index_number": f"130999-{side.organ.pk:03}-2026-003", "written_on": public})
    assert side.case is not None
    publish(Case._base_manager.get(pk=side.case.pk), AnnualReporting.public_copy, side.day, side.entry())
    yield date(2026, 4, 14)
    side.take("archive", {"archive_number": f"2026-法治-{side.organ.pk:03}"})


def _urged(side: Reporting) -> Waits:
    yield date(2026, 4, 7)
    side.take("urge", who="县委全面依法治县委员会办公室", what="年度报告至今没有向社会公开，请立即公开。")


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """All of them begin in the first week of the year."""
    begun = date(2026, 1, 6)
    organs = {organ.short_name: organ for organ in county.organs}
    if begun > today:
        return
    for course in COURSES:
        side = _side(county, organs[course.organ], course)
        yield begun, side, _told(side)


def _side(county: County, organ: Organ, course: Course) -> Reporting:
    by = county.people["jiang"] if organ == county.government else county.clerks[organ.pk]
    side = Reporting("年度报告", county, "annual_report", organ, by)
    side.course = course
    return side
