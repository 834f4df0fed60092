"""What happens while a case is heard (审理)."""

from __future__ import annotations

from typing import Any

from yifa.demo.drive import Told, Waits
from yifa.demo.parts.filing import Part

EVIDENCE = "1.行政行为决定书；2.立案审批表；3.调查询问笔录；4.送达回证。"


def replied(least: int = 4, most: int = 8) -> Part:
    """The respondent signs for the copy and replies so many working days later."""

    def part(told: Told) -> Waits:
        yield told.workday(1, 2)
        told.respond().take("sign")
        yield told.workday(least, most)
        reply(told)

    return part


def reply(told: Told) -> None:
    """The respondent's clerk hands in the reply with evidence and bases."""
    told.respond().take("reply", {
        "reply_text": f"{told.facts.title}认定事实清楚，证据确凿，适用依据正确，程序合法，内容适当，请求依法处理。",
        "evidence_list": EVIDENCE, "basis_list": "有关法律、法规、规章和裁量权基准",
    })  # fmt: skip


replied_late = replied(12, 15)


def silent(told: Told) -> Waits:
    """The respondent signs and never replies."""
    yield told.workday(1, 2)
    told.respond().take("sign")
    yield told.workday(11, 13)


def heard(told: Told) -> Waits:
    """Opinions are heard, by telephone or face to face."""
    yield told.workday(1, 6)
    told.take(
        "hear_opinion", {"opinion_mode": told.random.choice(("face", "face", "phone", "internet"))},
        who=told.facts.applicants[0]["name"], record="申请人坚持复议请求，补充说明了事实经过。",
    )  # fmt: skip


def hearing(attendance: str, grave: bool = False) -> Part:
    """The case is heard, a grave one must be; the head attends, sends somebody with a reason, or stays away."""

    def part(told: Told) -> Waits:
        yield told.workday(1, 3)
        day = told.workday(9, 11)
        fields = {"hearing_on": day, "hearing_place": "洪河县行政复议听证室", "complex": grave}
        told.take("call_hearing", fields | {"hearing_matters": "行政行为认定的事实和程序"})
        yield told.workday(1, 2)
        told.take("notify_hearing")
        told.respond().take("delegate", {"delegates": [{"name": "孙立", "kind": "official"}]})
        yield day
        _hold(told, attendance)

    return part


def _hold(told: Told, attendance: str) -> None:
    absence = "参加省级业务会议，已出具委托书。" if attendance == "deputed" else ""
    told.take(
        "hold_hearing", {"head_attendance": attendance}, host="钱立新", examiners=2, recorder="吴晓燕",
        attendee="分管负责人" if attendance == "head" else "法制科科长", absence=absence,
        record="双方围绕事实认定和程序陈述意见、出示证据、相互质询。",
    )  # fmt: skip
    if attendance != "absent":
        told.respond().take(
            "attend", {"head_attendance": attendance, "head_name": "分管负责人", "absence_reason": absence}
        )


def hearing_forgone(told: Told) -> Waits:
    """The applicant does not come, without a reason."""
    yield told.workday(1, 3)
    day = told.workday(9, 11)
    told.take("call_hearing", {
        "hearing_on": day, "hearing_place": "洪河县行政复议听证室", "hearing_matters": "处罚的事实和程序",
    })  # fmt: skip
    yield told.workday(1)
    told.take("notify_hearing")
    yield day
    told.take("forgo_hearing")


def consulted(told: Told) -> Waits:
    """The committee is asked, and gives its opinion."""
    yield told.workday(1, 3)
    told.take("ask_committee", {"technical": True}, question="涉案行政行为的法律适用和专业技术问题。")
    yield told.workday(5, 8)
    told.take("committee", {"committee_opinion": "多数委员认为主要事实清楚，但程序存在瑕疵，建议予以纠正。"})


def step(code: str, fields: dict[str, Any] | None = None, *, wait: tuple[int, int] = (1, 3), **data: Any) -> Part:
    """One step after some working days."""

    def part(told: Told) -> Waits:
        yield told.workday(*wait)
        told.take(code, fields, **data)

    return part


def answer(code: str, fields: dict[str, Any] | None = None, *, wait: tuple[int, int] = (0, 2), **data: Any) -> Part:
    """One step of the respondent after some working days."""

    def part(told: Told) -> Waits:
        yield told.workday(*wait)
        told.respond().take(code, fields, **data)

    return part


def agent(told: Told) -> Waits:
    """The applicant appoints a lawyer."""
    name = told.facts.applicants[0]["name"]
    yield told.workday(1, 2)
    row = {"name": "郭律师", "kind": "lawyer", "of": name, "powers": "一般授权，至复议终结"}
    told.take("appoint_agent", {"agents": [row]})


def represented(told: Told) -> Waits:
    """More than ten applicants choose two representatives."""
    names = [{"name": row["name"]} for row in told.facts.applicants[:2]]
    yield told.workday(1, 2)
    told.take("elect_representatives", {"representatives": names, "applicant_count": 23})


def third_party(told: Told) -> Waits:
    """Somebody with an interest joins."""
    yield told.workday(1, 3)
    told.take("join_third", {"third_parties": [{"name": "贺长河", "kind": "citizen"}]})


def spans(first: str, last: str, **data: Any) -> Part:
    """An inspection on the spot or an appraisal, whose days do not count."""

    def part(told: Told) -> Waits:
        yield told.workday(2, 4)
        told.take(first, **data)
        yield told.workday(4, 12)
        told.take(last)

    return part


read_file = step("read_file", who="申请人委托的律师", answer="part", why="其中一份材料涉及第三人商业秘密，不予提供。")
investigated = step("investigate", officers=2, who="村民小组长", record="到现场走访，核实了争议地块的使用情况。")
more_evidence = step("supplement_evidence", evidence="针对申请人新提出的理由，补充执法音像记录。")


def converted(told: Told) -> Waits:
    """The matter proves disputed: the simplified procedure becomes the ordinary one."""
    yield told.workday(1, 3)
    told.take("convert", why="双方对主要事实争议较大，不宜适用简易程序。")


def extended(days: int) -> Part:
    """Extended before the period runs out, signed by the head of the agency."""

    def part(told: Told) -> Waits:
        due = told.due("conclude", "conclude_by_law")
        yield told.calendar.subtract_working_days(due, told.random.randint(2, 6), allow_provisional=True)
        told.take("extend", days=days, why="案件涉及多年土地权属变化，需要进一步核实。")

    return part


def claims_changed(told: Told) -> Waits:
    """The applicant asks for something else."""
    yield told.workday(1, 3)
    told.take("change_claims", {"claims": "请求确认被申请的行政行为违法。"})


def officers_changed(told: Told) -> Waits:
    """One of the two officers is replaced."""
    yield told.workday(1, 3)
    officers = {"handlers": [{"name": "周文彬"}, {"name": "钱立新"}]}
    told.take("reassign", officers, why="原行政复议人员与当事人有利害关系，申请更换。")


def succeeded(told: Told) -> Waits:
    """Another department goes on with the respondent's powers; it gets a copy of its own and replies anew."""
    yield told.workday(1, 3)
    told.facts.respondent = next(o for o in told.county.departments if o != told.facts.respondent)
    fields = {"respondent": told.facts.respondent, "respondent_kind": told.facts.relation}
    told.take("succeed", fields, why="机构改革后，有关职责由该机关继续行使。")
    told.take("send_copy")
    told.reply = None
    yield from replied(4, 7)(told)
