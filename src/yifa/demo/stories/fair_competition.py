"""Fair competition reviews of policies that no other procedure makes, their spot checks and reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts import fair_competition as part
from yifa.demo.parts.legality_review import source
from yifa.demo.place import County
from yifa.office.models import Organ

Row = dict[str, Any]
Tale = tuple[date, Side, Waits]

FIRST = date(2025, 1, 6)
A_YEAR = 24


class Teller:
    """What all stories of these reviews need."""

    def __init__(self, county: County, calendar: Calendar) -> None:
        self.county, self.calendar = county, calendar
        self.dice = Random(20240801)
        self.regulator = next(organ for organ in county.departments if "市场监督管理" in organ.name)

    def workday(self, since: date, least: int, most: int) -> date:
        """A working day so many working days later."""
        return self.calendar.add_working_days(since, self.dice.randint(least, most), allow_provisional=True)

    def side(self, story: str, organ: Organ) -> Side:
        """A case at an organ, worked on by its clerk."""
        return Side(story, self.county, "fair_competition", organ, self.county.clerks[organ.pk])

    def drafter(self, policy: Row) -> Organ:
        """Who drafts a policy; what the government issues is drafted by its first department."""
        found = next((organ for organ in self.county.departments if organ.short_name == policy["organ"]), None)
        return found or self.county.departments[0]

    def received(self, side: Side, policy: Row) -> None:
        """The policy is entered at whoever reviews it."""
        government = policy["organ"] == "县政府"
        side.take("receive", {
            "policy_title": policy["title"], "policy_kind": "policy", "drafter": self.drafter(policy),
            "issuer_kind": "government" if government else "department",
        })  # fmt: skip

    def reviewed(self, side: Side, policy: Row) -> Waits:
        """Reviewed; issued, or mended and reviewed again, or dropped."""
        self.received(side, policy)
        found, exempt = policy["found"], bool(policy.get("exempt"))
        yield from part.concluded(side, side, self.calendar, found, exempt=exempt, days=self.dice.randint(3, 8))
        yield self.workday(side.day, 3, 10)
        if found and not exempt:
            if self.dice.random() < 0.3:
                side.take("drop")
                return
            side.take("revise")
            side.take("examine", {"hits": part.hits({})})
            side.take("conclude", {"conclusion": "no_restriction", "conclusion_text": "修改后没有限制竞争的内容。"})
            yield self.workday(side.day, 2, 6)
        side.take("issue")
        if self.dice.random() < 0.3:
            yield self.workday(side.day, 20, 60)
            side.take("spot_check", {"check_result": "compliant"})

    def not_concerned(self, side: Side, policy: Row) -> Waits:
        """A measure that concerns nobody's business."""
        self.received(side, policy | {"title": f"{policy['title']}工作分工"})
        yield self.workday(side.day, 1, 2)
        side.take("exclude", {"not_concerned_reason": "只明确内部分工，不涉及经营者经济活动。"})

    def found_out(self, side: Side, policy: Row) -> Waits:
        """Issued without review, found by the regulator, mended late after the heads had been talked to."""
        side.take("find", {
            "policy_title": f"{policy['title']}（旧版）", "issuer_kind": "department", "drafter": self.drafter(policy),
            "check_finding": "印发前没有公平竞争审查。",
        })  # fmt: skip
        until = side.day + timedelta(20)
        side.take("urge", until=until)
        yield self.calendar.workday_from(until + timedelta(3), allow_provisional=True)
        side.take("interview", what="上一级市场监督管理部门约谈了起草单位负责人。")
        yield self.workday(side.day, 3, 8)
        side.take("rectify", {"rectification": "已停止执行并补充审查。"})
        side.take("discipline", what="移送有管理权限的机关处理。")

    def repealed(self, side: Side, policy: Row) -> Waits:
        """Reported by a company, checked, repealed."""
        side.take("report_in", {
            "policy_title": f"{policy['title']}（试行）", "issuer_kind": "department", "drafter": self.drafter(policy),
            "reports": [{"on": side.day.isoformat(), "by": "某企业", "what": "限定本地企业参加。"}],
        })  # fmt: skip
        yield self.workday(side.day, 2, 8)
        rows = [row | {"handled": "handled", "result": "经核查属实，督促整改。"} for row in side.record.reports]
        side.take("handle_report", {"reports": rows}, result="经核查属实，已督促起草单位整改。")
        side.take("spot_check", {"check_result": "violation", "check_finding": "限定本地企业参加。"})
        side.take("urge", until=side.day + timedelta(30))
        yield self.workday(side.day, 8, 15)
        side.take("repeal", {"rectification": "已废止。"})
        yield self.workday(side.day, 5, 10)
        again = {"on": side.day.isoformat(), "by": "某商户", "what": "仍按废止的办法要求登记。"}
        side.take("report_more", {"reports": [*rows, again]})
        yield self.workday(side.day, 2, 5)
        answered = [*rows, again | {"handled": "forwarded", "result": "转送起草单位的上级机关。"}]
        side.take("handle_report", {"reports": answered}, result="已转送有关部门处理。")

    def ended(self, side: Side, policy: Row) -> Waits:
        """An exempted measure whose purpose is reached early."""
        self.received(side, policy)
        yield from part.concluded(side, side, self.calendar, {"10.2": "择优补助"}, exempt=True)
        side.take("issue")
        yield self.workday(side.day, 60, 90)
        side.take("end", why="项目结束，终止条件成就。")


def tales(county: County, calendar: Calendar, today: date) -> Iterator[Tale]:
    """About two dozen policies a year; each rarer story once a year at least."""
    teller, span = Teller(county, calendar), (today - FIRST).days
    for number in range(max(14, A_YEAR * span // 365)):
        day = FIRST + timedelta(teller.dice.randrange(max(span * 3 // 5 if number < 14 else span, 1)))
        on = calendar.workday_from(day, allow_provisional=True)
        if on <= today:
            yield _tale(teller, number, on)


def _tale(teller: Teller, number: int, on: date) -> Tale:
    policies = source()["policies"]
    policy = policies[number % len(policies)]
    ways: dict[int, tuple[str, Callable[..., Waits]]] = {
        2: ("未经公平竞争审查即出台", teller.found_out), 5: ("举报后废止", teller.repealed),
        7: ("不涉及经营者经济活动", teller.not_concerned), 10: ("例外措施提前终止", teller.ended),
    }  # fmt: skip
    name, how = ways.get(number % 14, ("公平竞争审查", teller.reviewed))
    at_regulator = policy["organ"] == "县政府" or how in (teller.found_out, teller.repealed)
    side = teller.side(name, teller.regulator if at_regulator else teller.drafter(policy))
    return on, side, how(side, policy)
