"""Reviews that no other procedure sends: matters of townships, village rules, topics of the government's meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from yifa.areas.rulemaking.legality_review.sheet import finding_rows, keys, numbered, opinion_of
from yifa.check import Draft, DraftKind, check
from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts import legality_review as part
from yifa.demo.place import County
from yifa.office.models import Organ

Row = dict[str, Any]
Tale = tuple[date, Side, Waits]

FIRST = date(2025, 1, 3)
A_YEAR = 40


class Teller:
    """What all stories of reviews need: the county, the calendar, dice of their own."""

    def __init__(self, county: County, calendar: Calendar, today: date) -> None:
        self.county, self.calendar, self.today = county, calendar, today
        self.dice = Random(20250903)

    def workday(self, since: date, least: int, most: int) -> date:
        """A working day so many working days later."""
        return self.calendar.add_working_days(since, self.dice.randint(least, most), allow_provisional=True)

    def sent(self, side: Side, kind: str, matter: Row, **fields: Any) -> None:
        """A township sends a matter to the bureau."""
        township = self.township(matter)
        side.take("receive", {
            "target_type": kind, "target_title": f"{township.short_name}{matter['title']}", "submitter": township,
            "materials": part.materials_of(kind), **fields,
        })  # fmt: skip

    def township(self, matter: Row) -> Organ:
        """Whose matter it is."""
        townships = self.county.townships
        return townships[sum(map(ord, matter["title"])) % len(townships)]

    def plain(self, side: Side, kind: str, matter: Row) -> Waits:
        """Received, reviewed, answered, put away."""
        self.sent(side, kind, matter)
        yield from self.reviewed(side, matter)

    def reviewed(self, side: Side, matter: Row) -> Waits:
        """Reviewed in two to five working days and answered within a fortnight."""
        opinions = part.opinions_of(matter)
        conclusion = matter.get("conclusion", "revise" if opinions else "legal")
        days = self.dice.randint(2, 5)
        yield from part.concluded(side, side, self.calendar, conclusion, opinions, days=days)
        yield self.workday(side.day, 2, 9)
        if conclusion == "illegal":
            side.take("archive")
        else:
            part.closed(side, side, self.dice.choice((0, 0, 1)))

    def supplemented(self, side: Side, kind: str, matter: Row) -> Waits:
        """Materials were lacking; the time runs from the day they were complete."""
        self.sent(side, kind, matter, materials=part.materials_of(kind, ("有关依据",)))
        side.take("require", {"return_reason": "缺少有关依据。"})
        yield self.workday(side.day, 1, 4)
        side.take("supplement", {"materials": part.materials_of(kind)})
        yield from self.reviewed(side, matter)

    def returned(self, side: Side, kind: str, matter: Row) -> Waits:
        """Sent back, and sent again."""
        self.sent(side, kind, matter, materials=part.materials_of(kind, ("送审文本", "有关依据")))
        side.take("send_back", {"return_reason": "送审文本为空白样稿，没有依据，请备齐后重新送审。"})
        yield self.workday(side.day, 5, 12)
        self.sent(side, kind, matter)
        yield from self.reviewed(side, matter)

    def late(self, side: Side, kind: str, matter: Row) -> Waits:
        """An opinion that came after its term, which nobody takes for consent."""
        self.sent(side, kind, matter)
        opinions = part.opinions_of(matter)
        yield from part.concluded(side, side, self.calendar, "revise" if opinions else "legal", opinions, days=8)
        yield self.workday(side.day, 2, 5)
        part.closed(side, side)

    def twice(self, side: Side, kind: str, matter: Row) -> Waits:
        """What had to be changed was not; the next draft was reviewed again."""
        self.sent(side, kind, matter)
        opinions = part.opinions_of(matter)
        yield from part.concluded(side, side, self.calendar, "revise", opinions, days=4)
        yield self.workday(side.day, 2, 4)
        refused = [row | {"adopt_status": "none", "reason_if_not": "拟保留原条款。"} for row in opinions]
        side.take("feed_back", {"opinions": refused})
        yield self.workday(side.day, 2, 5)
        side.take("resubmit", {"draft": "第二稿：已按审查意见删除有关条款。"})
        people = [{"name": side.by.name, "kind": "lead"}]
        side.take("assign", {"reviewers": people})
        side.take("propose", {"conclusion": "legal", "conclusion_text": "修改后的文本没有发现违法内容。"})
        yield self.workday(side.day, 1, 2)
        part.verified(side)
        side.take("opine")
        side.take("archive")

    def document(self, side: Side, kind: str, matter: Row) -> Waits:
        """A township's normative document: five to fifteen working days, and called otherwise."""
        self.sent(side, "normative_document", matter, materials=part.materials_of("normative_document"))
        opinions = part.opinions_of(matter)
        conclusion = "revise" if opinions else "legal"
        yield from part.concluded(side, side, self.calendar, conclusion, opinions, days=self.dice.randint(6, 12))
        yield self.workday(side.day, 3, 8)
        part.closed(side, side)

    def queried(self, side: Side, kind: str, matter: Row) -> Waits:
        """Asked for more while under review, by a reviewer who took over from one who had helped to draft."""
        self.sent(side, kind, matter)
        part.accepted(side, side)
        people = [
            {"name": self.county.people["tang"].name, "kind": "lead", "recused": "曾参与文本起草"},
            {"name": side.by.name, "kind": "lead"},
        ]
        side.take("recuse", {"reviewers": people}, why="唐毅曾参与文本起草，申请回避。")
        yield self.workday(side.day, 1, 1)
        side.take("query", {"return_reason": "请补充资金测算依据。"})
        yield self.workday(side.day, 3, 6)
        side.take("answer", {"materials": part.materials_of(kind)})
        side.take("propose", {"conclusion": "legal", "conclusion_text": "未发现违法内容。"})
        part.verified(side)
        yield self.workday(side.day, 1, 1)
        side.take("opine")
        side.take("archive")

    def withdrawn(self, side: Side, kind: str, matter: Row) -> Waits:
        """Given up by the township while under review."""
        self.sent(side, kind, matter)
        part.accepted(side, side)
        yield self.workday(side.day, 1, 2)
        side.take("withdraw", why="项目不再实施。")

    def on_the_desk(self, side: Side, kind: str, matter: Row) -> Waits:
        """A draft on the reviewer's desk today: findings there, the first few already dealt with."""
        text = str(part.source()["draft"]).replace("城关镇", self.township(matter).short_name)
        self.sent(side, kind, matter, draft=text)
        part.accepted(side, side)
        yield self.workday(side.day, 1, 1)
        findings = check(Draft.read(text, side.day, DraftKind.NORMATIVE))
        rows = finding_rows(findings, ())
        marks = keys(rows)
        for row in rows[:2]:
            row["verdict"] = "accepted"
        opinions = [opinion_of(finding, mark) for finding, mark in zip(findings[:2], marks, strict=False)]
        side.take("screen", {"findings": rows, "opinions": numbered((), opinions, 1)})

    def submitted(self, side: Side, matter: Row, turn: int) -> Waits:
        """Submitted from the township's own desk; in turn plainly, after a question, sent back, given up, changed."""
        text = f"{matter['title']}\n\n一、事由。二、拟办意见。"
        side.take("submit", {"matter": matter["title"], "target_type": "township_matter", "draft": text})
        yield self.workday(side.day, 0, 1)
        review = part.beside(side)
        if turn == 1:
            yield from self.asked(side, review)
        elif turn == 2:
            review.take("send_back", {"return_reason": "送审文本没有写明依据。"})
            yield self.workday(side.day, 2, 4)
            side.take("submit_again", {"draft": f"{text}\n三、依据附后。"})
        elif turn == 3:
            side.take("withdraw", why="项目不再实施。")
            return
        opinions = part.opinions_of(matter)
        review.day = side.day
        yield from part.concluded(side, review, self.calendar, "revise" if opinions else "legal", opinions, days=3)
        yield self.workday(side.day, 1, 3)
        if turn == 4 and opinions:
            yield from self.changed(side, review, text)
        elif opinions:
            rows = part.answered(side.record.review_opinions)
            side.take("respond", {"review_opinions": rows, "draft": f"{text}\n三、已按审查意见修改。"})
            review.day = side.day
            review.take("confirm_adoption", {"adoption_note": "修改内容与审查意见一致。"})
            review.take("archive")
        yield self.workday(side.day, 1, 4)
        side.take("go_ahead", {"outcome": f"{side.day:%Y年%-m月%-d日}印发。"})

    def asked(self, side: Side, review: Side) -> Waits:
        """The reviewers ask for something first; the submitter supplies it from its own case."""
        review.day = side.day
        review.take("require", {"return_reason": "缺少有关依据。"})
        yield self.workday(side.day, 1, 2)
        side.take("materials_supplied", what="补交了有关依据。")
        yield self.workday(side.day, 0, 1)

    def changed(self, side: Side, review: Side, text: str) -> Waits:
        """Changed so much that it was reviewed a second time."""
        side.take("submit_changed", {"draft": f"{text}\n三、改为委托有资质的单位办理。"})
        yield self.workday(side.day, 1, 2)
        review.day = side.day
        review.take("propose", {"conclusion": "legal", "conclusion_text": "修改后的文本没有发现违法内容。"})
        part.verified(review)
        review.take("opine")
        side.take("respond", {"review_opinions": part.answered(side.record.review_opinions)})
        review.take("archive")

    def topic(self, side: Side, matter: Row, turn: int = 0) -> Waits:
        """A topic proposed for a meeting, reviewed, and put on the agenda unless it is unlawful."""
        department = self.dice.choice(self.county.departments)
        text = f"{matter['title']}\n\n一、基本情况。二、建议事项。"
        side.take("propose", {
            "topic": matter["title"], "meeting": "standing", "needs_review": True, "draft": text,
            "proposer": department, "reviewing_organ": self.county.bureau,
        })  # fmt: skip
        side.take("send_to_review", {"draft": text})
        yield self.workday(side.day, 0, 1)
        opinions = part.opinions_of(matter)
        conclusion = matter.get("conclusion", "revise" if opinions else "legal")
        review = part.beside(side, by="tang")
        if turn == 1:
            yield from self.asked(side, review)
        elif turn == 3:
            review.take("send_back", {"return_reason": "议题材料没有写明依据。"})
            yield self.workday(side.day, 1, 2)
            side.take("send_to_review", {"draft": text})
        review.day = side.day
        yield from part.concluded(side, review, self.calendar, conclusion, opinions, days=self.dice.randint(2, 4))
        yield self.workday(side.day, 1, 4)
        if conclusion == "illegal":
            side.take("withdraw", why="审查结论为不合法，退回提请单位。")
            review.day = side.day
            review.take("archive")
            return
        if opinions and "财政兜底" in str(opinions):
            yield from self.sent_again(side, review, text)
        elif opinions:
            rows = part.answered(side.record.review_opinions)
            side.take("respond", {"review_opinions": rows, "draft": f"{text}\n三、已按审查意见修改。"})
            review.day = side.day
            review.take("confirm_adoption", {"adoption_note": "修改内容与审查意见一致。"})
            review.take("archive")
        yield from self.discussed(side, turn)

    def sent_again(self, side: Side, review: Side, text: str) -> Waits:
        """Changed so much that it was reviewed a second time."""
        side.take("send_again", {"draft": f"{text}\n三、改由社会资本出资，财政不作任何承诺。"})
        yield self.workday(side.day, 1, 2)
        review.day = side.day
        review.take("propose", {"conclusion": "legal", "conclusion_text": "修改后的文本没有发现违法内容。"})
        part.verified(review)
        review.take("opine")
        answered = part.answered(review.record.opinions)
        review.take("feed_back", {"opinions": answered})
        review.take("archive")
        yield self.workday(side.day, 1, 1)

    def discussed(self, side: Side, turn: int) -> Waits:
        """Put on the agenda, sometimes put off, discussed."""
        side.take("schedule", {"meeting_on": self.workday(side.day, 1, 5), "meeting_number": "县政府常务会议"})
        yield self.workday(side.day, 3, 8)
        if turn == 2:
            side.take("defer", why="本次会议议题已满。")
            side.take("schedule", {"meeting_on": self.workday(side.day, 5, 8)})
            yield self.workday(side.day, 8, 10)
        elif turn == 0:
            side.take("discuss", {"outcome": "deferred"})
            yield self.workday(side.day, 5, 8)
            side.take("propose_again")
            side.take("schedule", {"meeting_on": self.workday(side.day, 3, 5)})
            yield self.workday(side.day, 5, 6)
        side.take("discuss", {"outcome": self.dice.choice(("approved", "approved", "changed"))})


def tales(county: County, calendar: Calendar, today: date) -> Iterator[Tale]:
    """About forty reviews a year, one in three of them a topic of a meeting; two lie on the desk today."""
    teller = Teller(county, calendar, today)
    span = (today - FIRST).days
    for number in range(max(20, A_YEAR * span // 365)):
        on = calendar.workday_from(FIRST + timedelta(teller.dice.randrange(max(span, 1))), allow_provisional=True)
        if on <= today:
            yield _tale(teller, number, on)
    for back, title in ((2, "农贸市场管理办法"), (1, "集贸市场秩序管理办法")):
        on = _before(calendar, today, back)
        side = _side(county, "审查台上的送审稿", "legality_review")
        yield on, side, teller.on_the_desk(side, "township_matter", {"title": title, "opinions": []})


FROM_TOWNSHIPS = {8: 2, 6: 1, 17: 3, 19: 4, 0: 0, 3: 0}
"""Which matters come from the townships' own desks, and in which turn."""


def _tale(teller: Teller, number: int, on: date) -> Tale:
    source = part.source()
    if number % 3 == 0:
        matter = source["topics"][(number // 3) % len(source["topics"])]
        side = _side(teller.county, "会议议题合法性审查", "agenda_item")
        return on, side, teller.topic(side, matter, number // 3 % 5)
    if number % 7 == 1:
        matter = source["village"][(number // 7) % len(source["village"])]
        side = _side(teller.county, "村规民约合法性审查", "legality_review")
        return on, side, teller.plain(side, "village_rule", matter)
    matter = source["township"][number % len(source["township"])]
    if number % 20 in FROM_TOWNSHIPS and "conclusion" not in matter:
        organ = teller.township(matter)
        side = Side("乡镇在线送审", teller.county, "review_submission", organ, teller.county.clerks[organ.pk])
        return on, side, teller.submitted(side, matter, FROM_TOWNSHIPS[number % 20])
    name, how = _way(teller, matter, number)
    side = _side(teller.county, name, "legality_review")
    return on, side, how(side, "township_matter", matter)


def _way(teller: Teller, matter: Row, number: int) -> tuple[str, Callable[..., Waits]]:
    """The story of a matter of a township: each of the rarer ones comes round in turn."""
    plain = ("乡镇事项合法性审查", teller.plain)
    if "conclusion" in matter:
        return plain
    ways = {
        2: ("补充材料后审查", teller.supplemented), 4: ("退回后重新送审", teller.returned),
        5: ("审查逾期", teller.late), 7: ("修改后重新送审", teller.twice) if matter["opinions"] else plain,
        14: ("乡镇规范性文件合法性审核", teller.document), 11: ("审查中补充材料", teller.queried),
        13: ("撤回送审", teller.withdrawn), 16: ("修改后重新送审", teller.twice) if matter["opinions"] else plain,
    }  # fmt: skip
    return ways.get(number % 20, plain)


def _side(county: County, story: str, procedure: str) -> Side:
    if procedure == "agenda_item":
        return Side(story, county, procedure, county.government, county.people["jiang"])
    return Side(story, county, procedure, county.bureau, county.people["luo"])


def _before(calendar: Calendar, today: date, back: int) -> date:
    day = today
    for _ in range(back):
        day = _working_day_before(calendar, day)
    return day


def _working_day_before(calendar: Calendar, day: date) -> date:
    earlier = day - timedelta(1)
    while not calendar.is_workday(earlier, allow_provisional=True):
        earlier -= timedelta(1)
    return earlier
