"""What interrupts a case or ends it without a decision (中止、终止、附带审查、提级)."""

from __future__ import annotations

from typing import Any

from yifa.demo.drive import Told, Waits
from yifa.demo.parts.filing import Part

NORM = {"norm_title": "《洪河县临时占道经营管理办法》第六条", "norm_maker": "洪河县城市管理综合行政执法局"}


def suspended(code: str, fields: dict[str, Any], why: str) -> Part:
    """Suspended on a ground."""

    def part(told: Told) -> Waits:
        yield told.workday(1, 4)
        told.take(code, fields, why=why)

    return part


def party_lost(ground: str, why: str) -> Part:
    """The applicant is lost for the time being (death, incapacity, end of a company)."""
    return suspended("suspend_party", {"party_lost": ground}, why)


def paused(ground: str, why: str) -> Part:
    """Another ground of suspension."""
    return suspended("suspend", {"suspension_ground": ground}, why)


def resumed(least: int = 10, most: int = 25, by_order: bool = False) -> Part:
    """The ground has gone; the trial goes on, sometimes only on the superior's order."""

    def part(told: Told) -> Waits:
        yield told.workday(least, most)
        if by_order:
            told.take("resume_by_order", by_whom="上一级行政机关")
        else:
            told.take("resume", why="中止的原因已经消除。")

    return part


def sixty_days(told: Told) -> Waits:
    """Sixty days of suspension pass."""
    yield told.after(62)


def ended(ground: str, why: str) -> Part:
    """Terminated; on withdrawal and settlement the applicant has asked for it."""

    def part(told: Told) -> Waits:
        if ground in ("withdrawn", "settled"):
            yield told.workday(1, 8)
            told.take("withdraw", why=why)
        yield told.workday(0, 3)
        told.take("terminate", {"termination_ground": ground}, why=why)
        yield told.workday(1, 3)
        told.take("serve", mode="direct", receiver="申请人")
        told.take("serve_end", mode="electronic", receiver="被申请人法制科")

    return part


def reviewed(result: str, by: str = "requested") -> Part:
    """A document of the county's own is reviewed."""

    def part(told: Told) -> Waits:
        yield told.workday(1, 3)
        fields = {"norm_review": by, "norm_power": "own", **NORM, "norm_claim": by == "requested"}
        told.take("suspend_review", fields, why="需要对行政行为的依据进行附带审查。")
        yield told.workday(1, 2)
        told.take("notify_maker")
        yield told.workday(1, 2)
        told.take("maker_received")
        yield told.workday(4, 8)
        told.take("maker_replied")
        told.take("maker_explains", record="制定机关派员说明制定背景和依据。")
        yield told.workday(1, 3)
        opinion = "相关条款合法" if result == "lawful" else "相关条款超越权限，停止执行，责令制定机关予以纠正"
        told.take("norm_result", {"norm_result": opinion}, result=result)
        yield told.workday(1, 2)
        told.take("resume", why="附带审查已经处理完毕。")

    return part


def forwarded(told: Told) -> Waits:
    """A document of a higher organ is forwarded to whoever may deal with it."""
    yield told.workday(1, 3)
    fields = {"norm_review": "requested", "norm_power": "forward", "norm_claim": True, "norm_maker": "上级主管部门"}
    told.take("suspend_review", fields | {"norm_title": "《城市市容管理实施细则》第九条"}, why="依据由上级机关制定。")
    yield told.workday(2, 5)
    told.take("forward_norm", {"norm_organ": "上级人民政府"})
    yield told.workday(2, 4)
    told.take("norm_received")
    yield told.workday(25, 35)
    told.take("norm_reply", {"norm_result": "相关条款不与上位法抵触"})
    yield told.workday(1, 2)
    told.take("resume", why="有权机关已经回复处理意见。")


def elevation_asked(answer: str) -> Part:
    """Elevation is asked for; its days do not count under the regulation of 2026."""

    def part(told: Told) -> Waits:
        yield told.workday(1, 3)
        told.take("request_elevation", why="案件涉及面广，社会影响较大。")
        yield told.workday(6, 10)
        told.take("elevation_answered", answer=answer)

    return part


def handed_over(told: Told) -> Waits:
    """The superior tries the case itself."""
    yield told.workday(1, 3)
    told.take("elevation_notified", upper="上级人民政府")
    yield told.workday(1, 4)
    told.take("hand_over")
