"""How a case comes in (申请、受理)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from yifa.demo.drive import Side, Told, Waits
from yifa.kernel import correction
from yifa.kernel.linking import linked_case

Part = Callable[[Told], Waits]
"""A part of a story: what happens, and the days it waits for in between."""

HANDLERS = [{"name": "周文彬"}, {"name": "吴晓燕"}]


def chained(told: Told, parts: tuple[Part, ...]) -> Waits:
    """One part after the other."""
    for part in parts:
        yield from part(told)


def filed(**changed: Any) -> Part:
    """The application comes in; `changed` are fields that differ from one in order."""

    def part(told: Told) -> Waits:
        yield told.day
        told.take("file", told.facts.application(told.day, told.random) | changed)

    return part


def filed_late(days: int, **changed: Any) -> Part:
    """The act was known so many days before the application."""

    def part(told: Told) -> Waits:
        known = told.day - timedelta(days)
        yield from filed(
            **{"known_on": known, "act_made_on": known, "omission": False, "requested_on": None, **changed}
        )(told)

    return part


def filed_after_obstacle(told: Told) -> Waits:
    """Fifty days after the act a flood kept the applicant from applying for a month (行政复议法 20②)."""
    known = told.day - timedelta(85)
    barred = {"barred_from": told.day - timedelta(45), "barred_until": told.day - timedelta(10)}
    yield from filed(known_on=known, act_made_on=known, **barred)(told)


def posted_in_time(told: Told) -> Waits:
    """Posted on the last days, received after them."""
    known = told.day - timedelta(63)
    yield from filed(channel="post", known_on=known, act_made_on=known, posted_on=told.day - timedelta(6))(told)


def not_told_of_remedy(told: Told) -> Waits:
    """The decision did not name the remedy: the period runs from when the applicant learnt of it."""
    known = told.day - timedelta(150)
    yield from filed(known_on=known, act_made_on=known, remedy_told=False, remedy_known_on=told.day - timedelta(20))(
        told
    )


def filed_orally(told: Told) -> Waits:
    """The applicant came in person and spoke; a record was made."""
    yield told.day
    fields = told.facts.application(told.day, told.random)
    told.take("file_oral", {name: value for name, value in fields.items() if name != "channel"})


def accepted(told: Told) -> Waits:
    """Examined and accepted within five working days, officers named, the copy sent."""
    yield min(told.workday(1, 4), told.due("examine"))
    told.take("accept")
    yield from prepared(told)


def accepted_though_late(told: Told) -> Waits:
    """Late, but with a proper reason that the organ accepts (行政复议法 20②)."""
    yield told.workday(2, 4)
    told.take("accept", overrides={4: "申请人期间因病住院手术，有出院记录为证，属于正当理由。"})
    yield from prepared(told)


def prepared(told: Told) -> Waits:
    """Officers and track settled, the copy sent to the respondent."""
    yield from assigned()(told)


def assigned(**fields: Any) -> Part:
    """The same, with more that is settled on the way."""

    def part(told: Told) -> Waits:
        yield told.workday(0, 1)
        told.take("assign", {"handlers": HANDLERS, "track": "ordinary", **fields})
        yield told.workday(0, 2)
        told.take("send_copy")

    return part


def accepted_for(days: int) -> Part:
    """Another law gives fewer days than sixty for the decision (行政复议法 62①)."""

    def part(told: Told) -> Waits:
        yield min(told.workday(1, 3), told.due("examine"))
        told.take("accept")
        yield from assigned(term_by_law=days)(told)

    return part


def simplified(ground: str, **fields: Any) -> Part:
    """Accepted into the simplified procedure."""

    def part(told: Told) -> Waits:
        yield told.workday(1, 3)
        told.take("accept")
        yield told.workday(0, 1)
        track: Mapping[str, Any] = {"handlers": HANDLERS, "track": "simplified", "simplified_ground": ground, **fields}
        told.take("assign", track)
        yield told.workday(0, 1)
        told.take("send_copy")

    return part


def deemed(told: Told) -> Waits:
    """Nobody decided in time: the law accepts the application by itself (行政复议法 30③)."""
    yield told.workday(7, 9)
    yield from prepared(told)


def refused(ground: str, why: str, **fields: Any) -> Part:
    """Refused on one of the seven grounds."""

    def part(told: Told) -> Waits:
        yield told.workday(2, 5)
        told.take("refuse", {"refusal_ground": ground, **fields}, why=why)

    return part


def refusal_served(told: Told) -> Waits:
    """The refusal is served."""
    yield told.workday(1, 4)
    told.take("serve", mode=told.random.choice(("direct", "post")), receiver="本人")


def accepted_by_order(told: Told) -> Waits:
    """The superior finds the refusal wrong and orders acceptance (行政复议法 35)."""
    yield told.workday(18, 25)
    told.take("accept_by_order", by_whom="上一级行政机关", why="申请人与被申请的行政行为有利害关系，不予受理不当。")
    yield from prepared(told)


def withdrawn_early(told: Told) -> Waits:
    """Withdrawn before acceptance."""
    yield told.workday(1, 4)
    told.take("withdraw_early")


def asked(told: Told) -> Waits:
    """Something is missing: the applicant is asked once to complete the application."""
    yield told.workday(1, 4)
    told.take("ask", matters="请补充行政行为的材料、身份证明复印件，并明确复议请求。")
    yield told.workday(2, 4)
    told.take("notice_received")


def supplied(told: Told) -> Waits:
    """Completed in time."""
    yield told.workday(2, 8)
    told.take("supply")


def supplied_after_extension(told: Told) -> Waits:
    """The time for completing is extended for a proper reason."""
    yield told.workday(6, 8)
    until = told.calendar.add_working_days(told.day, 15, allow_provisional=True)
    told.take("extend_supplement", until=until.isoformat(), why="申请人需到外地调取证明材料。")
    yield told.workday(10, 13)
    told.take("supply")


def abandoned(told: Told) -> Waits:
    """Not completed, without a reason: taken for abandoned."""
    yield told.workday(12, 15)
    told.take("abandon")


def respondent_corrected(told: Told) -> Waits:
    """The wrong respondent was named; told of it, the applicant names the right one."""
    proper, kind = told.facts.respondent, told.facts.relation
    yield told.workday(1, 2)
    assert proper is not None
    told.take("tell_respondent", proper=proper.name)
    yield told.workday(1, 2)
    told.take("change_respondent", {"respondent": proper, "respondent_kind": kind})


def filed_against_wrong(told: Told) -> Waits:
    """The application names a police station instead of the bureau."""
    yield from filed(respondent=None, respondent_kind="")(told)


def taken_over(told: Told) -> Waits:
    """A case of a subordinate organ is tried here (行政复议法 38)."""
    fields = told.facts.application(told.day, told.random)
    told.take("take_over", {n: v for n, v in fields.items() if n != "channel"}, sender="洪河县经济开发区管理委员会")
    yield from prepared(told)


def no_further(told: Told) -> Waits:
    """An application rejected before comes again without anything new (2026年条例 37②)."""
    yield told.workday(1, 3)
    told.take("no_further", why="曾经以没有利害关系为由驳回申请，本次没有新的事实和理由。")


def entered_by_mistake(told: Told) -> Waits:
    """An acceptance entered on the wrong case is voided by the reviewer, and the right one entered."""
    yield told.workday(1)
    event = told.take("refuse", {"refusal_ground": "claim"}, why="没有具体的复议请求。")
    assert told.case is not None
    correction.void(told.case, event, "录入时选错案件，本案请求具体明确。", told.entry(told.county.people["qian"]))
    yield from accepted(told)


def not_before(day: date) -> Part:
    """Wait until a day, for cases that cross the coming into force of a new version."""

    def part(told: Told) -> Waits:
        yield max(day, told.day)

    return part


def submitted(told: Told) -> Side:
    """The applicant hands the application to the organ that imposed the penalty (行政复议法 32①)."""
    organ = told.facts.respondent
    assert organ is not None
    side = Side(told.story, told.county, "reconsideration_reply", organ, told.county.clerks[organ.pk], day=told.day)
    name = told.facts.applicants[0]["name"]
    side.take("submit", {"applicant": name, "act_title": told.facts.title, "claims": told.facts.act["claims"]})
    return side


def corrected_by_punisher(told: Told) -> Waits:
    """The organ finds its penalty wrong and puts it right: no case of reconsideration arises."""
    side = submitted(told)
    yield told.workday(2, 4)
    side.day = told.day
    side.take("settle", {"self_corrected": "经复核，处罚对象认定有误，已撤销处罚决定并退还罚款。"})


def through_punisher(told: Told) -> Waits:
    """The organ stands by its penalty and forwards the application within five working days."""
    side = submitted(told)
    yield told.workday(1, 4)
    side.day = told.day
    side.take("transfer")
    assert side.case is not None
    told.case, told.reply = linked_case(side.case, "reconsideration"), side
    fields = told.facts.application(told.day, told.random)
    yield min(told.workday(1, 3), told.due("examine"))
    told.take("accept", {n: v for n, v in fields.items() if n not in ("applicants", "applicant_count", "channel")})
    yield from prepared(told)
