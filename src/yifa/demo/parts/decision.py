"""Parts of the stories of major decisions: from a suggestion to its end, with the reviews it is sent to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from yifa.areas.rulemaking.consultation.register import ConsultationOpinions
from yifa.areas.rulemaking.fair_competition.standards import STANDARDS
from yifa.clock import Calendar
from yifa.demo.drive import DemoDefect, Side, Waits
from yifa.demo.parts.legality_review import advised
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Published
from yifa.kernel.publish import publish, withdraw
from yifa.kernel.registers import entries

NATURE = ("affects_market", "highly_technical", "stability_risk", "public_concern", "other_units")
SOURCES = ("公民", "公民", "公民", "企业", "行业协会、商会", "人大代表、政协委员", "人民团体、社会组织")
SAID = (
    ("建议增加夜间和节假日的安排。", "采纳", "已增加一款，对夜间和节假日作出安排。"),
    ("建议延长过渡期至六个月。", "部分采纳", "过渡期由三个月延长至四个月。"),
    ("建议由财政全额补贴。", "不采纳", "超出本县财政承受能力，且上级规定实行分担。"),
    ("第二条表述不够清楚，容易产生歧义。", "采纳", "已修改表述。"),
    ("建议对老年人、残疾人给予照顾。", "采纳", "已增加照顾特殊群体的规定。"),
    ("建议取消有关收费。", "不采纳", "收费依据为国务院批准的目录，本级无权取消。"),
)
NAMES = ("贾文清", "侯小满", "尹春来", "阎秋实", "薛大河", "雷永平")


@dataclass
class Decision(Side):
    """A decision as a story tells it, with its dice and working days."""

    calendar: Calendar = field(default_factory=Calendar.load)
    random: Random = field(default_factory=Random)
    matter: str = ""
    lead: str = ""
    flags: dict[str, Any] = field(default_factory=dict)

    def workday(self, number: int) -> date:
        """A working day so many working days from today."""
        return self.calendar.add_working_days(self.day, number, allow_provisional=True)

    def after(self, days: int) -> date:
        """The first working day so many days from today."""
        return self.calendar.workday_from(self.day + timedelta(days), allow_provisional=True)

    def publish(self, code: str) -> None:
        """Put the public copy out (公开), masked."""
        make_public(self, code)

    def beside(self, procedure: str, login: str = "") -> Side:
        """The linked case of another procedure on the same day, as somebody there works on it."""
        assert self.case is not None
        case = linked_case(self.case, procedure)
        if case is None:
            raise DemoDefect(f"演示故事“{self.story}”在{self.day}没有对应的{procedure}案件。")
        by = self.county.people[login] if login else self.county.clerks[case.organ_id]
        return Side(self.story, self.county, procedure, case.organ, by, case, self.day, self.minute)


Part = Callable[[Decision], Waits]


def make_public(side: Side, code: str) -> None:
    """Publish the masked copy of a case; one that stands is taken back first, with the reason."""
    assert side.case is not None
    standing = Published._base_manager.filter(case_id=side.case.pk, publication=code, withdrawn_on=None).first()
    if standing is not None:
        withdraw(standing, "内容已经调整，以新公布的为准", side.day, side.entry())
    publish(side.record, side.case.declaration.publication(code), side.day, side.entry())


def chained(told: Decision, parts: Sequence[Part]) -> Waits:
    """One part after the other."""
    for part in parts:
        yield from part(told)


def reasons(told: Decision, code: str, *words: str) -> dict[int, str]:
    """What is held against the qualified conditions whose text has one of these words."""
    assert told.case is not None
    conditions = told.case.declaration.step(code).conditions
    return {
        number: "参照办理，只涉及本单位内部安排"
        for number, condition in enumerate(conditions, 1)
        if condition.qualified is not None and any(word in condition.text for word in words)
    }


# --- suggestion and draft (建议、草案) ------------------------------------------------------------------


def proposed(source: str = "leader", kind: str = "policy", **more: Any) -> Part:
    """Suggested and studied."""

    def part(told: Decision) -> Waits:
        about = {
            "matter": told.matter, "matter_type": kind, "source_type": source, "proposal": f"建议研究{told.matter}。",
        }  # fmt: skip
        if source == "dept":
            about |= {
                "proposer_unit": told.lead, "problem": "现有办法不能适应实际需要。", "grounds": "上级规划和本县实际。",
                "plan": "制定管理措施，分步实施。", "necessity": "确有必要，具备实施条件。",
            }  # fmt: skip
        told.take("propose", about | more)
        yield told.workday(6)
        told.take("study", {"study_unit": told.lead, "study_report": "经研究论证，该事项确有必要。"})
        yield told.workday(3)

    return part


def started(year: int = 0, item: str = "", reason: str = "", co_units: str = "") -> Part:
    """The procedure is started, by the catalogue or beside it."""

    def part(told: Decision) -> Waits:
        named: dict[str, Any] = {"lead_unit": told.lead, "co_units": co_units}
        named |= {"catalogue_year": year, "catalogue_item": item} if item else {"off_catalogue_reason": reason}
        told.take("start", named)
        yield told.workday(15)

    return part


def reassigned(told: Decision) -> Waits:
    """The lead unit is changed."""
    told.take(
        "reassign", {"lead_unit": told.lead, "co_units": "县公安局、县交通局"}, why="涉及道路停车，增加共同承办单位"
    )
    yield told.workday(3)


def declined(told: Decision) -> Waits:
    """Not started."""
    told.take("decline", {"decline_reason": "该事项已有规定，不需要另行决策。"})
    yield told.day


def drafted(**flags: Any) -> Part:
    """The draft with its explanation; what is not named does not apply."""

    def part(told: Decision) -> Waits:
        told.flags = dict.fromkeys(NATURE, False) | flags
        told.take("prepare", texts(told) | told.flags)
        consulted(told)
        yield told.workday(4)

    return part


def consulted(told: Decision) -> None:
    """Units whose duties are touched are consulted."""
    if told.flags["other_units"]:
        rows = [
            {"unit": "县财政局", "opinion": "资金安排需分年度落实。", "result": "adjusted", "handling": "已修改。"},
            {"unit": "县交通局", "opinion": "无不同意见。", "result": "agreed"},
        ]
        told.take("consult_units", {"unit_opinions": rows})


def texts(told: Decision, version: str = "") -> dict[str, Any]:
    """The texts of a draft."""
    return {
        "draft": f"{told.matter}{version}\n第一条　为了规范有关工作，结合本县实际，制定本措施。\n"
        f"第二条　{told.lead}负责组织实施。\n第三条　本措施自公布之日起施行。",
        "explanation": f"{told.lead}在调查研究的基础上拟订了草案。", "legal_basis": "有关法律、法规、规章和上级政策。",
    }  # fmt: skip


# --- participation, experts, risk, competition (参与、论证、评估) -------------------------------------------


def solicited(days: int = 31, opinions: int = 4, reason: str = "") -> Part:
    """The draft is published for opinions, which are all answered."""

    def part(told: Decision) -> Waits:
        until = told.day + timedelta(days)
        told.take(
            "solicit",
            {
                "solicit_until": until, "solicit_channels": "县政府网站、政务新媒体、县融媒体中心",
                "solicit_how": f"信函寄{told.lead}，或者发送电子邮件", "shorten_reason": reason,
            },
        )  # fmt: skip
        told.publish("draft_published")
        begun = told.day
        yield told.calendar.workday_from(until + timedelta(2), allow_provisional=True)
        for number in range(1, opinions + 1):
            opined(told, number, begun + timedelta(3 * number), answered=told.day)
        told.take("close_consultation", {"adoption_summary": f"收到意见{opinions}条，逐条研究并说明理由。"})
        yield told.workday(2)

    return part


def opined(told: Decision, number: int, received: date, *, answered: date | None = None, form: str = "") -> None:
    """One opinion in the register, with its answer where there is one."""
    content, adopt, why = SAID[(number + len(told.matter)) % len(SAID)]
    received = min(received, told.day)
    values: dict[str, Any] = {
        "case": told.record.number, "seq": number, "received_on": received, "form": form or "公开征求意见",
        "source": SOURCES[number % len(SOURCES)], "name": NAMES[number % len(NAMES)], "content": content,
        "contact": f"0399-5{told.random.randrange(10**6):06}", "article": "第二条" if number % 2 else "",
    }  # fmt: skip
    if answered is not None:
        values |= {"adopt": adopt, "reason": why, "answered_on": answered, "answered_by": told.lead}
    at = timezone.make_aware(datetime.combine(told.day, time(15)))
    entries.add(ConsultationOpinions, told.organ, values, by=told.by, at=at)


def waiting_for_answers(told: Decision) -> Waits:
    """The draft is out for opinions; three have come and none is answered yet."""
    until = told.day + timedelta(32)
    asked = {"solicit_until": until, "solicit_channels": "县政府网站", "solicit_how": "发送电子邮件"}
    told.take("solicit", asked)
    told.publish("draft_published")
    begun = told.day
    for number in (1, 2, 3):
        yield begun + timedelta(5 * number)
        opined(told, number, told.day)


def seminar(told: Decision) -> Waits:
    """A seminar instead of a public solicitation, or another one after an adjustment."""
    first = told.record.counts.received + 1
    told.take("participate", way="seminar", who="居民代表、企业代表共12人", views="总体赞成，建议增加过渡安排。")
    yield told.workday(2)
    for number in (first, first + 1):
        opined(told, number, told.day, answered=told.day, form="座谈会")
    told.take("close_consultation", {"adoption_summary": "座谈会意见2条，已经研究。"})
    yield told.workday(2)


def group(told: Decision) -> Waits:
    """Talks with the group whose interests are touched."""
    told.take(
        "talk_with_group", {"specific_group": "残疾人"}, who="县残疾人联合会和群众代表", views="建议保留无障碍设施。"
    )  # fmt: skip
    yield told.workday(1)


def heard(late: bool = False) -> Part:
    """A hearing; materials that come late put it off."""

    def part(told: Decision) -> Waits:
        day = told.after(28)
        told.take("announce_hearing", {"hearing_on": day, "hearing_place": "县政府第三会议室"})
        yield told.workday(6)
        people = [
            {"name": "贾文清", "kind": "居民代表", "unit": "城关镇东关社区"},
            {"name": "侯小满", "kind": "经营者代表"}, {"name": "尹春来", "kind": "人大代表"},
        ]  # fmt: skip
        told.take("publish_participants", {"hearing_people": people})
        yield told.calendar.workday_from(day - timedelta(5 if late else 13), allow_provisional=True)
        told.take("serve_materials")
        if late:
            day = told.after(16)
            told.take("postpone_hearing", {"hearing_on": day}, why="材料没有在七日前送达参加人")
        yield day
        told.take("hold_hearing", {"hearing_record": "参加人陈述意见，承办单位作了说明。"}, chair="主持人")
        yield told.workday(3)

    return part


def argued(told: Decision) -> Waits:
    """Experts argue."""
    experts = [
        {"name": "阎秋实", "unit": "某大学", "field": "城乡规划", "interest": "no", "signed": "yes", "opinion": "可行"},
        {
            "name": "薛大河",
            "unit": "某设计研究院",
            "field": "市政",
            "interest": "no",
            "signed": "yes",
            "opinion": "可行",
        },
    ]
    said = {"experts": experts, "expert_form": "meeting", "expert_opinion": "方案必要、可行，建议分期实施。"}
    told.take("argue", said)
    yield told.workday(3)
    told.take("adopt_expert_view", {"expert_adoption": "采纳分期实施的建议。"})


def assessed(result: str = "controllable") -> Part:
    """The risk is assessed."""

    def part(told: Decision) -> Waits:
        level = "low" if result == "controllable" else "middle"
        told.take(
            "assess_risk",
            {
                "risk_assessor": "某风险评估咨询有限公司", "risk_level": level,
                "risk_result": result, "risk_points": "施工扰民；补偿预期不一。",
                "risk_measures": "公开标准，设立咨询窗口。", "risk_plan": "成立工作专班，制定处置预案。",
            },
        )  # fmt: skip
        yield told.workday(2)

    return part


def compared(told: Decision) -> Waits:
    """The market regulator reviews fair competition."""
    told.take("send_fair", {"fair_first": "no_restriction", "fair_view": "没有排除、限制竞争的内容。"})
    yield told.workday(2)
    review = told.beside("fair_competition")
    review.take("concern")
    review.take(
        "hear", {"consultees": [{"name": "县个体私营企业协会", "kind": "association", "view": "没有意见。"}]}
    )  # fmt: skip
    yield told.workday(3)
    review.day = told.day
    review.take("examine", {"hits": [{"standard": one.code, "result": "none"} for one in STANDARDS]})
    review.take("conclude", {"conclusion": "no_restriction", "conclusion_text": "不违反审查标准，可以出台。"})
    yield told.workday(1)


# --- legality review (合法性审查) --------------------------------------------------------------------------


def sent(told: Decision, trouble: str = "") -> Waits:
    """Sent to the reviewers, who accept it: at once, once materials came (require), or when sent again (return)."""
    told.take("send_review", {"procedure_statement": "已经依法履行有关程序。"}, to="县司法局")
    yield told.workday(1)
    review = told.beside("legality_review", "luo")
    if trouble == "return":
        review.take("send_back", {"return_reason": "缺少有关依据的文本"})
        yield told.workday(2)
        told.take("send_review", {"procedure_statement": "已经依法履行有关程序。"}, to="县司法局")
    if trouble == "require":
        review.take("require", {"return_reason": "补充征求意见情况的材料"})
        yield told.workday(2)
        told.take("supply", what="补充了征求意见情况")
    accepted(told)


def accepted(told: Decision) -> None:
    """The reviewers accept a submission that is new to them, and say who reviews."""
    review = told.beside("legality_review", "luo")
    if review.record.stage == "intake":
        review.take("accept", {"materials": review.record.materials})
        review.take("assign", {"reviewers": [{"name": "罗颖", "kind": "lead", "unit": "县司法局"}]})


def reviewed(conclusion: str = "legal", days: int = 8, trouble: str = "", **fields: Any) -> Part:
    """The reviewers give their opinion; `trouble` is what they wanted first (require, return, query)."""

    def part(told: Decision) -> Waits:
        yield from sent(told, trouble)
        yield told.workday(days)
        review = told.beside("legality_review", "luo")
        if trouble == "query":
            review.take("query", {"return_reason": "说明与上位规划的衔接"})
            yield told.workday(2)
            told.take("answer_query", what="补充了说明")
            review = told.beside("legality_review", "luo")
        advised(review, "同意审查意见。")
        review.take("propose", {"conclusion": conclusion, "conclusion_text": "经审查，意见如下。"} | fields)
        told.beside("legality_review", "shen").take("verify", verdict="agree")
        review.take("opine", overrides={} if days >= 8 else given_time(review))
        yield told.workday(1)

    return part


def given_time(review: Side) -> dict[int, str]:
    """Why the reviewers took less than the usual time."""
    assert review.case is not None
    conditions = review.case.declaration.step("opine").conditions
    return {n: "防汛工作紧急，集中力量提前审结" for n, one in enumerate(conditions, 1) if one.qualified is not None}


def adapted(told: Decision) -> Waits:
    """The draft is changed as the reviewers asked, and they check it."""
    answered = [row | {"adopt_status": "full"} for row in told.record.review_opinions]
    changed = {"draft": texts(told, "（修改稿）")["draft"], "review_opinions": answered}
    told.take("adapt", changed, what="按照审查意见删去有关条款")
    yield told.workday(2)
    told.beside("legality_review", "luo").take("confirm_adoption", {"adoption_note": "审查意见全部采纳。"})
    yield told.workday(1)


def redrafted(told: Decision) -> Waits:
    """Back to the draft after an opinion that it is illegal."""
    told.take("redraft", why="合法性审查认为超越权限，需要重新拟订")
    yield told.workday(8)
    told.take("prepare", texts(told, "（重新拟订）") | told.flags)
    yield told.workday(2)
