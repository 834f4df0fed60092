"""Limits and figures of fair competition review, found by the kernel when Django starts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from yifa.areas.rulemaking.fair_competition.acts import F
from yifa.areas.rulemaking.fair_competition.choices import Conclusion
from yifa.areas.rulemaking.fair_competition.conditions import exempted
from yifa.areas.rulemaking.fair_competition.defaults import DEFAULTS
from yifa.areas.rulemaking.fair_competition.models import FairCompetitionCase
from yifa.areas.rulemaking.fair_competition.review import FairCompetitionSteps
from yifa.clock import Period, days, working_days
from yifa.kernel.declare import Consequence, Limit, Omitted
from yifa.kernel.figures import Count, Share
from yifa.kernel.situation import Situation

S = FairCompetitionSteps
TALK = Consequence("逾期仍未整改的，上一级市场监督管理部门可以约谈负责人", F[24])


def review_time(situation: Situation) -> Period:
    """How long a review takes at most, as the place has it."""
    return working_days(DEFAULTS.number("review_days", situation), F[17, 1])


def report_time(situation: Situation) -> Period:
    """How long a report may wait, as the place has it."""
    return working_days(DEFAULTS.number("report_days", situation), F[22, 1])


def rectify_time(situation: Situation) -> Period:
    """Until the day set in the letter; as the place has it where none was set."""
    urged = situation.last(situation.procedure.step("urge"))
    until = urged.data.get("until") if urged is not None else None
    if urged is None or not until:
        return days(DEFAULTS.number("rectify_days", situation), F[21, 1])
    last = until if isinstance(until, date) else date.fromisoformat(str(until))
    return days(max((last - urged.on).days, 1), F[21, 1])


def exempted_until(situation: Situation) -> bool:
    """It was issued under an exemption that ends on a day."""
    record = situation.record
    return exempted(situation) and record.exempt_until is not None and record.issued_on is not None


class FairCompetitionReview(FairCompetitionSteps):
    """Fair competition review since the regulation of 2024."""

    since = FairCompetitionSteps.since
    fixed_by = (S.receive, S.find, S.report_in)
    numbered_by = (S.receive, S.find, S.report_in)

    review_in_time = Limit(
        "公平竞争审查", F[17, 1].says("作出审查结论"), review_time,
        since=(S.concern, S.revise), until=(S.conclude,),
        on_expiry=Consequence("督促作出审查结论；没有结论不得出台", F[18]),
    )  # fmt: skip
    report_in_time = Limit(
        "处理举报", F[22, 1].says("及时处理"), report_time,
        since=(S.report_in, S.report_more), until=(S.handle_report,), outlives=True,
        on_expiry=Consequence("督促处理或者转送", F[22, 1]),
    )  # fmt: skip
    rectify_in_time = Limit(
        "整改", F[21, 1].says("整改"), rectify_time, since=(S.urge,), until=(S.rectify, S.repeal), on_expiry=TALK,
        judge_by="strict",
    )  # fmt: skip
    exemption_ends = Limit(
        "例外措施到期", F[12].says("实施期限"), None, since=(S.issue,), until=(S.end, S.revise),
        ends_on=FairCompetitionCase.exempt_until, when=exempted_until,
        on_expiry=Consequence("期限届满应当停止实施；需要继续实施的重新审查", F[12]),
    )  # fmt: skip

    fcr_count = Count(
        "公平竞争审查", by=(S.conclude,), definition="期内作出审查结论的政策措施，不含认定不涉及经营者经济活动的。"
    )
    fcr_excluded = Count("不涉及经营者经济活动", by=(S.exclude,), definition="期内认定不涉及经营者经济活动的政策措施。")
    fcr_prohibited = Count(
        "不得出台", by=(S.conclude,), where=Q(conclusion=Conclusion.PROHIBITED),
        definition="期内审查结论为违反审查标准，不得出台的；修改后重新审查的，按最后一次结论。",
    )  # fmt: skip
    fcr_exempt = Count(
        "适用例外规定", by=(S.conclude,), where=Q(conclusion=Conclusion.EXEMPT),
        definition="期内审查结论为适用第十二条例外规定的。",
    )  # fmt: skip
    fcr_due = Count(
        "应当审查", by=(S.conclude, S.find), definition="期内作出审查结论的，和发现未经审查即出台的政策措施。"
    )
    fcr_in_due_course = Count(
        "出台前审查", by=(S.conclude,), without=(S.find,),
        definition="期内作出审查结论的政策措施，不含发现未经审查即出台、事后补充审查的。",
    )  # fmt: skip
    fcr_rate = Share(
        "公平竞争审查率", numerator=fcr_in_due_course, denominator=fcr_due,
        definition="出台前作出审查结论的占应当审查的比率；应当审查的含发现未经审查即出台的，事后补充审查的不算已审。",
    )  # fmt: skip
    fcr_spot_checked = Count("抽查", by=(S.spot_check, S.find), definition="期内抽查的和发现未经审查即出台的政策措施。")
    fcr_rectified = Count("整改", by=(S.rectify, S.repeal), definition="期内完成整改或者废止的政策措施。")
    fcr_reports = Count("收到举报", by=(S.report_in, S.report_more), definition="期内收到举报的政策措施。")
    fcr_reports_handled = Count("处理举报", by=(S.handle_report,), definition="期内处理或者转送举报的政策措施。")

    omitted = (
        Omitted(F[1], "立法目的"),
        Omitted(F[3], "总的要求"),
        Omitted(F[4], "国务院的协调机制"),
        Omitted(F[5], "工作机制和经费保障，不是案件办理"),
        Omitted(F[6], "市场监督管理部门的一般职责"),
        Omitted(F[7], "考核评价，由数字提供"),
        Omitted(F[15], "鼓励探索，没有义务"),
        Omitted(F[20], "国务院市场监督管理部门的机制"),
        Omitted(F[21, 2], "向政府报告抽查情况，由数字提供；公开抽查结果可以不作"),
        Omitted(F[22, 2], "公开举报电话、信箱，不是案件办理"),
        Omitted(F[23], "国务院督查"),
        Omitted(F[26], "授权制定实施办法"),
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The policy."""
        return record.policy_title or cls.label

    @classmethod
    def counterpart_of(cls, record: Any) -> Any:
        """The drafter, where it is another organ."""
        return record.drafter if record.drafter_id != record.organ_id else None
