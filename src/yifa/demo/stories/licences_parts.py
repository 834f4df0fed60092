"""How licences are handled in the demonstration (许可的经过): parts that the stories are put together from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yifa.clock.periods import plus_months
from yifa.demo.drive import Waits
from yifa.demo.parts.told import Act, Told, step
from yifa.kernel import publish
from yifa.kernel.models import Clock

STAFF = [{"name": "王立", "cert_no": ""}, {"name": "郑敏", "cert_no": ""}]
SIGNED = [{"name": row["name"]} for row in STAFF]


def due_of(told: Told, limit: str) -> date:
    """When a limit of the case ends, as it stands."""
    found = Clock._base_manager.filter(case=told.case, limit=limit).order_by("-run").values_list("due", flat=True)
    day = found.first()
    assert day is not None, f"{told.story}没有期限{limit}"
    return day


def received(told: Told) -> Waits:
    """The application comes in, at the window or online."""
    yield told.day
    channel = told.random.choice(("window", "window", "online", "online", "mail"))
    told.take("receive", {"channel": channel} | dict(told.facts["application"]))


def accepted(told: Told) -> Waits:
    """It is complete and accepted, on the day or the next."""
    yield told.workday(0, 1)
    told.take("accept")


IN = (received, accepted)


def silent(told: Told) -> Waits:
    """Nobody answers for five working days."""
    yield told.workday(8)


def corrected(told: Told) -> Waits:
    """Papers are missing: told once, handed in, accepted."""
    yield told.workday(1, 3)
    told.take("require", {"supplement_items": "补充经营场所平面图和房屋使用证明。", "supplement_until": told.after(15)})
    yield told.workday(3, 6)
    told.take("supplement")
    yield told.workday(0, 2)
    told.take("accept")


def not_corrected(told: Told) -> Waits:
    """Papers never come and the application goes back."""
    yield told.workday(1, 2)
    told.take("require", {"supplement_items": "补充主体资格证明。", "supplement_until": told.after(14)})
    yield told.after(16)
    told.take("send_back")


def checked(told: Told) -> Waits:
    """Two people look at the place."""
    yield told.workday(3, 6)
    told.take("check", {"checkers": SIGNED, "check_findings": "场所、设施与申请材料一致。", "substantive": True})


def decision(scope: str) -> Mapping[str, Any]:
    """What a decision to grant says."""
    return {"scope": scope}


def granted(least: int = 4, most: int = 9) -> Act:
    """Granted so many working days later, signed by the head."""

    def part(told: Told) -> Waits:
        yield told.workday(least, most)
        told.take("grant", decision(told.facts["scope"]))

    return part


def granted_late(days: int) -> Act:
    """Granted some working days after the limit."""

    def part(told: Told) -> Waits:
        yield told.calendar.add_working_days(due_of(told, "decide"), days, allow_provisional=True)
        told.take("grant", decision(told.facts["scope"]))

    return part


def at_once(told: Told) -> Waits:
    """Received, accepted and decided at the window."""
    yield told.day
    told.take("grant_at_once", decision(told.facts["scope"]))


def denied(reason: str) -> Act:
    """Refused with reasons."""
    return step("deny", {"decision_reason": reason}, wait=(6, 12))


def delivered(least: int = 1, most: int = 5, months: int | None = None) -> Act:
    """The certificate is handed over."""

    def part(told: Told) -> Waits:
        yield told.workday(least, most)
        first: date = told.record.decided_on
        term = months if months is not None else told.facts["months"]
        last = plus_months(first, term).replace() if term else None
        told.take("deliver", {
            "certificate": told.facts["certificate"], "licence_no": told.facts["licence_no"], "valid_from": first,
            "valid_to": date.fromordinal(last.toordinal() - 1) if last is not None else None, "delivery": "窗口领取",
        })  # fmt: skip

    return part


def published(least: int = 1, most: int = 3) -> Act:
    """The decision is made public."""

    def part(told: Told) -> Waits:
        yield told.workday(least, most)
        publish.publish(told.record, told.record.declaration.publication("decision_copy"), told.day, told.entry())

    return part


DONE = (granted(), published(), delivered())


def special(kind: str, days: int, result: str) -> tuple[Act, Act]:
    """A tender, inspection or expert review, whose time does not count."""
    return (
        step("start_special", {"special": kind, "special_days": days}, wait=(2, 4)),
        step("end_special", {"special_result": result}, wait=(days, days + 1)),
    )


def neighbours_told(told: Told) -> Waits:
    """The neighbours are told and heard, and told of their right to a hearing."""
    yield told.workday(2, 3)
    rows = [{"name": "柳青", "told_on": told.day.isoformat(), "opinion": "担心噪声，要求限制营业时间。"}]
    told.take("tell_third", {"interested": rows, "major_interest": True})
    told.take("hear_third", {"interested": rows, "applicant_opinion": "已与邻近住户协商。"})
    told.take("tell_hearing")


def hearing_held(told: Told) -> Waits:
    """A hearing is asked for within five working days and held."""
    yield told.workday(3)
    side = told.beside("enforcement_hearing")
    side.take("request", {"request_channel": "written", "requester": "柳青"})
    yield told.workday(1)
    side = told.beside("enforcement_hearing")
    side.take("appoint", {"host": "沈秋", "host_post": "法规科科长", "investigators": SIGNED})
    day = told.workday(11)
    side.take("notify", {"hearing_on": day, "hearing_time": "上午9:00", "venue": "二楼会议室", "public": True})
    yield day
    side = told.beside("enforcement_hearing")
    side.take("hold", {
        "attended": "申请人、利害关系人和审查人员", "claims": "建议准予，限制营业时间。",
        "defence": "同意限制营业时间。",
        "transcript": f"听笔{told.day:%Y%m%d}",
    })  # fmt: skip
    side.take("sign", {"transcript_signed": "signed"})
    yield told.workday(1, 2)
    said = {"report_opinion": "grant", "report_summary": "各方就营业时间达成一致。"}
    told.beside("enforcement_hearing").take("report", said)


def hearing_lapsed(told: Told) -> Waits:
    """Nobody asks for a hearing."""
    yield told.workday(7)


def law_reviewed(told: Told) -> Waits:
    """The decision is on the list and goes through legal review."""
    yield told.workday(2, 3)
    told.take("submit_review", proposed="拟准予许可。")
    yield told.workday(1)
    side = told.beside("decision_review")
    side.by = told.county.checkers[side.organ.pk]
    side.take("assign", {"reviewer": side.by.name, "first_time": False})
    yield told.workday(2)
    side = told.beside("decision_review")
    side.by = told.county.checkers[side.organ.pk]
    points = [row | {"finding": "ok"} for row in side.record.points]
    there = [row | {"state": "present"} for row in side.record.materials]
    side.take("opine", {"points": points, "result": "pass", "materials": there})


def change(result: str, **fields: Any) -> Act:
    """A change or renewal that was asked for is accepted and decided in its own case."""

    def part(told: Told) -> Waits:
        yield told.workday(1, 2)
        told.beside("licence_change").take("accept")
        yield told.workday(3, 6)
        side = told.beside("licence_change")
        side.take("examine", {"findings": "经核查，条件没有变化。"})
        yield told.workday(1, 3)
        told.beside("licence_change").take(result, fields)
        if result == "grant":
            yield told.workday(2, 4)
            told.beside("licence_change").take("deliver")

    return part


def asked(code: str, wanted: str, before: int | None = None) -> Act:
    """The holder asks for a change, or for renewal so many days before the end."""

    def part(told: Told) -> Waits:
        if before is None:
            yield told.after(60)
        else:
            yield told.calendar.workday_until(
                date.fromordinal(told.record.valid_to.toordinal() - before), allow_provisional=True
            )
        told.take(code, wanted=wanted)

    return part


def only_accepted(told: Told) -> Waits:
    """A renewal is accepted, and then nobody decides."""
    yield told.workday(2)
    told.beside("licence_change").take("accept")


def reissued(told: Told) -> Waits:
    """After the law has renewed it, the holder gets a new certificate."""
    yield told.calendar.add_working_days(told.record.valid_to, 4, allow_provisional=True)
    told.beside("licence_change").take("deliver")


def ended(code: str, ground: str, facts: str, result: str, **fields: Any) -> Act:
    """The organ withdraws or revokes: told, heard, decided, served, paid."""

    def part(told: Told) -> Waits:
        yield told.after(90)
        told.take(code, ground=ground, facts=facts)
        yield told.workday(2)
        told.beside("licence_end").take("tell")
        yield told.workday(6)
        side = told.beside("licence_end")
        side.take("hear", {"opinion": "要求如实核定损失。", "opinion_answer": "已核定。", "loss": "0"} | fields)
        yield told.workday(2)
        side = told.beside("licence_end")
        side.take(result)
        yield told.workday(1, 2)
        side = told.beside("licence_end")
        side.take("serve", {"certificate_back": True}, how="直接送达，本人签收。")
        if side.record.compensation:
            side.take("pay")
        side.take("finish")

    return part


def cancelled(ground: str, facts: str, wait: tuple[int, int] = (3, 6)) -> Act:
    """What is no longer valid is struck off."""

    def part(told: Told) -> Waits:
        yield told.workday(*wait)
        told.take("start_cancellation", ground=ground, facts=facts)
        yield told.workday(1, 3)
        told.beside("licence_end").take("cancel", {"certificate_back": True})
        side = told.beside("licence_end")
        side.take("serve", {"certificate_back": True}, how="直接送达。")
        side.take("finish")

    return part
