"""How a case is decided, and what follows (决定、送达、公开、履行)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from yifa.areas.remedies.reconsideration.choices import REJECTED_BY
from yifa.demo.drive import Told, Waits
from yifa.demo.parts.filing import Part
from yifa.demo.parts.trial import answer, step
from yifa.kernel import approval, correction, publish
from yifa.kernel.models import Clock, Published

TRIAL = ("conclude", "conclude_by_law", "conclude_simplified")
TEXTS = {
    "uphold": "维持被申请人作出的{act}。",
    "reject_claim": "驳回申请人的行政复议请求。",
    "revoke": "撤销被申请人作出的{act}。",
    "revoke_part": "撤销被申请人作出的{act}第二项，其余部分予以维持。",
    "change": "将被申请人作出的{act}确定的罚款数额变更为一千元。",
    "illegal": "确认被申请人作出的{act}违法。",
    "perform": "责令被申请人依法对申请人的请求作出处理。",
    "void": "确认被申请人作出的{act}无效。",
    "agreement_rescind": "解除{act}。",
    "agreement_conclude": "责令被申请人依法与申请人订立补偿协议。",
    "agreement_continue": "责令被申请人继续履行{act}。",
    "agreement_remedy": "责令被申请人采取补救措施，提供临时过渡用房。",
    "agreement_damages": "责令被申请人赔偿申请人因逾期交付受到的损失。",
    "agreement_compensate": "责令被申请人给予申请人合理补偿。",
}
FOUND = "{who}所称事项，经审理查明：{act}作出前，被申请人{done}。"
RIGHT = ("进行了调查并告知了陈述、申辩的权利", "认定事实清楚，证据确凿，适用依据正确，程序合法，内容适当")
WRONG = ("没有充分调查，也没有听取当事人的陈述、申辩", "行政行为的事实、证据、程序或者依据不符合法律规定，应当予以纠正")
GROUNDS = {
    "uphold": ("68",), "reject_claim": ("69",), "revoke": ("64-1-1", "64-1-2", "64-1-4"), "perform": ("66",),
    "revoke_part": ("64-1-1", "64-1-3"), "change": ("63-1-1", "63-1-2"), "illegal": ("65-1-2", "65-2-1", "65-2-2"),
    "void": ("67",), "agreement_compensate": ("71-2",),
}  # fmt: skip
"""The provisions that decisions rest on, as codes of the case's field; other agreements rest on 71①."""
ORDERS = {"perform": {"perform_days": 30}, "agreement_continue": {"perform_days": 60}}


def deadline(told: Told, least: int, most: int) -> date:
    """A working day so many days before the trial's due date, but not before tomorrow."""
    due = told.due(*TRIAL)
    day = told.calendar.subtract_working_days(due, told.random.randint(least, most), allow_provisional=True)
    return max(day, told.workday(1))


def decided(kind: str, *, late: bool = False, **fields: Any) -> Part:
    """Decided within the period, or days after it; signed by the head of the agency and the head of the organ."""

    if rejected := REJECTED_BY.get(fields.get("reject_claim_ground", "")):
        fields["decision_ground"] = str(rejected)

    def part(told: Told) -> Waits:
        if late:
            due = told.due(*TRIAL)
            yield told.calendar.add_working_days(due, told.random.randint(3, 9), allow_provisional=True)
        else:
            yield deadline(told, 2, 16)
        told.take(
            "decide", content(told, kind) | fields, approval=told.random.choice(("agreed", "agreed", "collective"))
        )

    return part


def content(told: Told, kind: str) -> dict[str, Any]:
    """Facts, reasons and the words of a decision of a kind."""
    done, why = RIGHT if kind in ("uphold", "reject_claim") else WRONG
    first = told.facts.applicants[0]
    who = first["name"] + (f"（身份证号{first['id_number']}）" if "id_number" in first else "")
    found = FOUND.format(who=who, act=told.facts.title, done=done)
    return {
        "decision_kind": kind, "decision_text": TEXTS[kind].format(act=told.facts.title), "facts_found": found,
        "decision_reasons": why + "。", "decision_ground": told.random.choice(GROUNDS.get(kind, ("71-1",))),
        **ORDERS.get(kind, {}),
    }  # fmt: skip


def returned_first(kind: str) -> Part:
    """The head of the agency returns the proposal; put right, it is signed."""

    def part(told: Told) -> Waits:
        yield deadline(told, 8, 12)
        first = told.propose("decide", content(told, kind) | {"decision_reasons": ""}, approval="agreed")
        reviewer = told.county.people["zheng"]
        approval.send_back(first, told.entry(reviewer), opinion="决定理由没有写明，请补充后再报。")
        yield told.workday(1, 3)
        told.take("decide", content(told, kind), approval="agreed")

    return part


def taken_back_first(kind: str) -> Part:
    """The handler takes the proposal back to put a slip right before anybody has signed."""

    def part(told: Told) -> Waits:
        yield deadline(told, 6, 10)
        first = told.propose("decide", content(told, kind), approval="agreed")
        approval.withdraw(first, told.entry())
        yield told.workday(1)
        told.take("decide", content(told, kind), approval="agreed")

    return part


def served(told: Told) -> Waits:
    """Served on both sides; the superior of a department gets its copy at the same time, now and then forgotten."""
    yield told.workday(1, 4)
    told.take("serve", mode=told.random.choice(("direct", "post", "electronic")), receiver="申请人")
    told.take("serve_respondent", mode="electronic", receiver="被申请人法制科")
    if "copy_in_time" in running(told) and told.random.random() < REMEMBERED:
        told.take("copy_superior", {"superior": "上一级主管部门"})


REMEMBERED = 0.99
"""How often the copy to the superior department is not forgotten."""


def running(told: Told) -> set[str]:
    """The limits of the case that run now."""
    return set(Clock._base_manager.filter(case=told.case, state="running").values_list("limit", flat=True))


def agreement_served(told: Told) -> Waits:
    """The mediation agreement, in force since it was signed, is served on both sides."""
    yield told.workday(1, 3)
    told.take("serve_mediation", mode="direct", receiver="申请人")
    told.take("serve_respondent", mode="electronic", receiver="被申请人法制科")


def served_anew(told: Told) -> Waits:
    """Served on the applicant and on the organ that took the respondent's place."""
    yield told.workday(1, 4)
    told.take("serve", mode="direct", receiver="申请人")
    told.take("serve_respondent", mode="direct", receiver="继续行使职权的机关")


def served_third(told: Told) -> Waits:
    """A third party is served too."""
    yield told.workday(1, 3)
    told.take("serve_third", mode="post", receiver="第三人")


def copied(told: Told) -> Waits:
    """The copy to the superior department follows, where it was not sent at once."""
    yield told.workday(0, 2)
    if "copy_in_time" in running(told):
        told.take("copy_superior", {"superior": "上一级主管部门"})


def published(told: Told) -> Waits:
    """The masked copy is published."""
    yield told.workday(2, 6)
    assert told.case is not None
    publication = told.case.declaration.publication("published")
    publish.publish(told.case, publication, told.day, told.entry(told.county.people["feng"]))


def published_wrongly(told: Told) -> Waits:
    """A copy is taken back and published anew."""
    yield from published(told)
    yield told.workday(2)
    assert told.case is not None
    standing = Published._base_manager.get(case=told.case, withdrawn_on=None)
    publish.withdraw(standing, "第三人姓名未完全遮蔽。", told.day, told.entry(told.county.people["feng"]))
    yield from published(told)


withheld = step("withhold", {"not_public": "minor"}, wait=(2, 5), why="案件涉及未成年人，不予公开。")
finished = answer("finish", wait=(5, 15))


def performed(least: int = 5, most: int = 15) -> Part:
    """The respondent performs and reports."""

    def part(told: Told) -> Waits:
        yield told.workday(least, most)
        told.respond().take("perform", {"performance": "已按复议决定全部履行，并书面告知申请人。"})

    return part


def redone(least: int = 20, most: int = 35) -> Part:
    """The respondent takes the act anew."""

    def part(told: Told) -> Waits:
        yield told.workday(least, most)
        told.respond().take("redo", {"redo_act": "重新作出的行政行为决定书"})

    return part


def ordered_to_perform(told: Told) -> Waits:
    """The respondent is late; ordered and summoned, it performs, and somebody answers for it."""
    yield told.workday(30, 35)
    told.take("order_performance", days=15, why="被申请人无正当理由拖延履行复议决定。")
    yield told.workday(12, 14)
    told.take("summon", how="talk", why="责令限期履行后仍未履行，约谈单位负责人。")
    yield from performed(3, 6)(told)
    told.respond().take("account", {"accountability": "对直接责任人员批评教育，责令作出书面检查。"})


enforced = step("enforce", wait=(35, 45), how="court")
clue = step("transfer_clue", wait=(1, 4), to="县监察委员会", facts="案卷显示执法人员涉嫌篡改笔录，移送有关材料。")


def opinion_letter(reply: tuple[int, int] | None) -> Part:
    """An opinion letter to the respondent, answered after so many working days or never."""

    def part(told: Told) -> Waits:
        yield told.workday(1, 3)
        assert told.facts.respondent is not None
        told.take("opinion", {
            "opinion_text": "执法程序存在疏漏，建议规范告知和送达，对同类案件开展自查。",
            "opinion_to": told.facts.respondent.name,
        })  # fmt: skip
        yield told.workday(1, 3)
        told.take("opinion_received")
        if reply is not None:
            yield told.workday(*reply)
            told.respond().take("answer_opinion", {"opinion_reply": "已组织自查，完善告知文书，开展专项培训。"})

    return part


def opinion_to_another(told: Told) -> Waits:
    """An opinion letter to an organ that is not the respondent."""
    yield told.workday(1, 3)
    told.take("opinion", {"opinion_text": "提供的核查材料不完整，建议规范协查。", "opinion_to": "洪河县民政局"})
    yield told.workday(1, 2)
    told.take("opinion_received_other", organ="洪河县民政局")
    yield told.workday(25, 35)
    told.take("opinion_replied", reply="已完善协查流程。")


advice = step(
    "advice",
    {"advice_text": "同类案件多发，建议统一裁量尺度、加强执法培训。", "advice_to": "洪河县司法行政和有关执法部门"},
)


def sued(lost: bool | None) -> Part:
    """The applicant goes to court within fifteen days; the suit ends, or is pending."""

    def part(told: Told) -> Waits:
        yield told.due("sue_in_time") - timedelta(told.random.randint(0, 3))
        told.take("sue")
        if lost is not None:
            yield told.workday(60, 85)
            told.take("suit_closed", {"suit_result": "撤销复议决定" if lost else "驳回原告诉讼请求", "suit_lost": lost})

    return part


def sued_for_silence(told: Told) -> Waits:
    """The period ran out without a decision and the applicant goes to court."""
    due = told.due(*TRIAL)
    yield told.calendar.add_working_days(due, 4, allow_provisional=True)
    told.take("sue_silence")


def mediated(told: Told) -> Waits:
    """Talks lead to an agreement, which both sides sign."""
    yield told.workday(1, 6)
    told.take("mediate", result="later", record="双方交换意见，同意继续调解。")
    told.respond().take("talk", how="派员参加调解，同意就数额协商。")
    yield told.workday(3, 8)
    told.take("mediate", result="agreed", record="就补偿数额和履行时间达成一致。")
    yield told.workday(1, 3)
    text = "被申请人于三十日内向申请人支付补偿款八千元，申请人不再就同一事项提出请求。"
    told.take("mediated", {"settlement_text": text, "perform_days": 30})


talks_failed = step("mediate", wait=(1, 4), result="none", record="双方未能达成一致。")


def rejected(ground: str, why: str, **fields: Any) -> Part:
    """After acceptance it proves that a condition was missing: the application is rejected."""

    def part(told: Told) -> Waits:
        yield deadline(told, 5, 25)
        told.take("reject_application", {"refusal_ground": ground, **fields}, why=why)

    return part


def end_served(told: Told) -> Waits:
    """The end without a decision is served on both sides."""
    yield told.workday(1, 3)
    told.take("serve", mode="post", receiver="申请人")
    told.take("serve_end", mode="electronic", receiver="被申请人法制科")


resume_rejected = step("resume_rejected", wait=(12, 18), by_whom="上一级行政机关", why="驳回申请不当，应当恢复审理。")


def amended(told: Told) -> Waits:
    """A slip in the record is put right, old and new value kept."""
    assert told.case is not None
    yield told.workday(2, 6)
    title = told.facts.title.replace("号", "-1号")
    correction.amend(told.case, {"act_title": title}, "文号漏写附号，核对原件后更正。", told.entry())


def reassigned(told: Told) -> Waits:
    """The handler is on leave; a colleague goes on."""
    assert told.case is not None
    yield told.workday(1, 3)
    other = told.county.people["wu" if told.by == told.county.people["zhou"] else "zhou"]
    correction.assign(told.case, other, "原承办人休产假，案件移交。", told.entry(told.county.people["qian"]))
    told.by = other


def proposed(told: Told) -> Waits:
    """The decision lies with its signers; the first has signed."""
    yield told.workday(8, 12)
    told.sign_first(told.propose("decide", content(told, "illegal"), approval="agreed"))


def extension_proposed(told: Told) -> Waits:
    """The handler asks for more time; the head of the agency has not answered yet."""
    yield told.workday(1, 2)
    told.propose("extend", days=30, why="案情复杂，需要进一步调取土地权属档案。")


def _soon(kind: str) -> Part:
    def part(told: Told) -> Waits:
        yield told.workday(3, 6)
        told.take("decide", content(told, kind), approval="agreed")

    return part


decided_soon = _soon("uphold")
ordered_soon = _soon("perform")
