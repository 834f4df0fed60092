"""Certificates of officers over the year: ten people of the county, with re-sit, refusal, suspension and leaving."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.place import County
from yifa.demo.planted import Planted

Row = dict[str, Any]
MARKET, CITY = "县市场监管局", "县城管局"
FIRST = date(2025, 3, 10)


@dataclass(frozen=True)
class Applicant:
    """Somebody who is to have a certificate, and how it goes."""

    name: str
    organ: str
    matters: str
    how: str
    staffing: str = "civil_servant"


APPLICANTS = (
    Applicant("周倩", MARKET, "食品", "checked"),
    Applicant("吴海", CITY, "市容", "resat"),
    Applicant("郑岩", MARKET, "特种设备", "suspended", "institution"),
    Applicant("冯雪", CITY, "户外广告", "left"),
    Applicant("蒋涛", MARKET, "食品、特种设备", "checked"),
    Applicant("沈佳", CITY, "市容", "failed_twice", "institution"),
    Applicant("韩磊", MARKET, "食品", "untrained"),
    Applicant("杨帆", CITY, "市容、户外广告", "revoked"),
    Applicant("朱琳", MARKET, "食品", "checked"),
    Applicant("秦越", CITY, "市容", "checked", "institution"),
)
RECENT = ((6, Applicant("尤敏", MARKET, "食品", "applied")), (25, Applicant("许静", CITY, "市容", "waiting")))
"""Those of the last weeks, which are still open."""


PLANTED = [Planted("overdue", "执法证件：吴海", "发证满十二个月没有年审")]


class Certified(Side):
    """A certificate as it is told."""

    person: Applicant
    calendar: Calendar
    dice: Random
    number: int = 0

    def later(self, least: int, most: int = 0) -> date:
        """A working day so many working days from today."""
        amount = self.dice.randint(least, max(least, most))
        return self.calendar.add_working_days(self.day, amount, allow_provisional=True)

    def after(self, days: int) -> date:
        """The first working day so many days from today."""
        return self.calendar.workday_from(self.day + timedelta(days), allow_provisional=True)


def applied(side: Certified) -> Waits:
    """The body applies."""
    yield side.day
    organ = next(organ for organ in side.county.organs if organ.short_name == side.person.organ)
    hours = 52 if side.person.how == "untrained" else 60 + side.number % 3 * 4
    side.take("apply", {
        "person_name": side.person.name, "body_organ": organ.pk, "staffing": side.person.staffing,
        "cert_kind": "national", "matters": side.person.matters, "training_hours": hours,
    })  # fmt: skip


def waiting(side: Certified) -> Waits:
    """Checked, and waiting for the exam."""
    yield from applied(side)
    yield side.later(3, 6)
    side.take("approve")


def untrained(side: Certified) -> Waits:
    """Too little training: not approved."""
    yield from applied(side)
    yield side.later(4)
    side.take("decline", {"why": "岗前培训52学时，不足60学时"})


def sat(side: Certified, *, first: int) -> Waits:
    """The exam, with a first result below the mark where that is so."""
    yield from waiting(side)
    yield side.later(12, 18)
    if first < 60:
        side.take("fail_exam", {"exam_on": side.day, "exam_score": first}, result="failed")
        yield side.after(40)


def failed_twice(side: Certified) -> Waits:
    """Failed, failed again, refused."""
    yield from sat(side, first=48)
    side.take("fail_exam", {"exam_on": side.day}, result="absent")
    yield side.later(3)
    side.take("refuse", {"why": "资格考试未通过，补考缺考"})


def issued(side: Certified, *, first: int = 78) -> Waits:
    """Passed and issued for five years."""
    yield from sat(side, first=first)
    side.take("pass_exam", {"exam_on": side.day, "exam_score": max(first, 71)})
    yield side.later(4, 9)
    until = date(side.day.year + 5, side.day.month, min(side.day.day, 28))
    side.take("issue", {"cert_no": f"130999{70 + side.number:02}{side.day:%y}", "valid_to": until})


def resat(side: Certified) -> Waits:
    """Passed at the second go."""
    yield from issued(side, first=55)


def checked(side: Certified) -> Waits:
    """The yearly check was passed."""
    yield from issued(side)
    yield side.after(340)
    side.take("pass_check", {"training_hours": 44})


def suspended(side: Certified) -> Waits:
    """Too little training in the year: suspended, and resumed after more of it."""
    yield from issued(side)
    yield side.after(330)
    side.take("fail_check", {"why": "本年培训26学时，不足40学时", "training_hours": 26})
    yield side.after(35)
    side.take("resume_trained", {"training_hours": 42})


def left(side: Certified) -> Waits:
    """Transferred to an office that does not enforce."""
    yield from issued(side)
    yield side.after(200)
    side.take("cancel", {"why": "调离执法岗位", "left_on": side.day - timedelta(2)})


def revoked(side: Certified) -> Waits:
    """Suspended for lending the certificate, then revoked."""
    yield from issued(side)
    yield side.after(120)
    side.take("suspend", {"why": "将证件借给辅助人员使用"})
    yield side.after(20)
    side.take("revoke", {"why": "出借执法证件，经核查属实"})


HOW: dict[str, Callable[[Certified], Waits]] = {
    "applied": applied, "waiting": waiting, "untrained": untrained, "failed_twice": failed_twice,
    "resat": resat, "checked": checked, "suspended": suspended, "left": left, "revoked": revoked,
}  # fmt: skip


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Ten over the time since the spring of 2025, and two of these weeks."""
    begins = [(FIRST + timedelta(24 * number), person) for number, person in enumerate(APPLICANTS)]
    begins += [(today - timedelta(back), person) for back, person in RECENT]
    for number, (day, person) in enumerate(begins):
        on = calendar.workday_from(day, allow_provisional=True)
        if FIRST <= on <= today:
            side = Certified(
                f"执法证件：{person.name}", county, "certificate", county.bureau, county.clerks[county.bureau.pk]
            )
            side.person, side.calendar, side.dice, side.number, side.day = person, calendar, Random(number), number, on
            yield on, side, HOW[person.how](side)
