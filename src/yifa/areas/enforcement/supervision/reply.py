"""A paper of supervision at the organ that must answer it (办理行政执法监督文书): 监督条例第二十七、二十八、三十条."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.supervision import choices as c
from yifa.areas.enforcement.supervision import conditions as test
from yifa.areas.enforcement.supervision import papers
from yifa.areas.enforcement.supervision.acts import S
from yifa.areas.enforcement.supervision.models import SupervisionReply as Case
from yifa.clock import Period
from yifa.kernel.declare import NEW, ON, Consequence, Follows, Limit, Procedure, Stage, Step, computed
from yifa.kernel.figures import Count
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

BY = (Role.HANDLER, Role.SECRETARY)
ASKED = (
    Case.supervisor, Case.paper_number, Case.target_number, Case.facts, Case.demand, Case.term, Case.amount,
    Case.until,
)  # fmt: skip
REPORT = S[28, 2].says("报送纠正情况")


def stated(situation: Situation) -> Period:
    """The period that the paper states."""
    return test.period_of(situation.record, "", S[28, 2])


class SupervisionReply(Procedure):
    """The supervised organ's work on one paper."""

    key, label, mark = "supervision_reply", "行政执法监督文书办理", "执监复"
    model = Case
    since = date(2026, 2, 1)
    version_basis = S[44]

    pending = Stage("待纠正")
    reported = Stage("已报送", final=True)
    withdrawn = Stage("不再要求", final=True)

    receive = Step(
        "收到监督文书",
        (S[27, 2], S[28, 2], S[29]),
        NEW >> pending,
        by=BY,
        needs=(Case.paper_kind,),
        may=ASKED,
        sets=((Case.served_on, ON),),
        conditions=(computed(S[28, 2].says("规定时限"), "按文书填写报送期限", test.term_complete),),
        help="行政执法监督机构在系统内送达时自动登记。",
    )
    numbered_by = (receive,)

    object = Step(
        "提出异议", S[30].says("说明理由"), pending, by=BY, needs=(Case.objection,), rare=True,
        sets=((Case.objection_result, ""), (Case.objection_reply, "")),
        help="异议期间，报送纠正情况的期限照常计算。",
    )  # fmt: skip
    objection_answered = Step(
        "收到异议答复",
        S[30].says("应当及时处理"),
        pending,
        by=BY,
        needs=(Case.objection_result,),
        may=(Case.objection_reply,),
        follows=Follows(
            "supervision_case.answer_objection",
            lambda s: {"objection_result": s.record.objection_result, "objection_reply": s.record.objection_reply},
        ),
    )  # fmt: skip
    reply = Step(
        "报送纠正情况", (S[27, 2].says("报送纠正情况"), REPORT), pending >> reported, by=BY,
        needs=(Case.rectification,), document=papers.REPORT,
    )  # fmt: skip
    told = Step(
        "监督文书撤回、监督终结",
        (S[30], S[33, 3]),
        pending >> withdrawn,
        by=BY,
        rare=True,
        follows=tuple(
            Follows(f"supervision_case.{code}")
            for code in ("withdraw_paper", "gov_withdrew", "close", "remedy_began", "raise_up")
        ),
    )

    reply_in_time = Limit(
        "报送纠正情况（日数）", REPORT, stated, since=(receive,), until=(reply, told),
        when=lambda s: test.has_term(s.record, ""),
        on_expiry=Consequence("可能被报请本级政府决定纠正", S[29]),
    )  # fmt: skip
    reply_by_date = Limit(
        "报送纠正情况（截止日）", REPORT, None, since=(receive,), until=(reply, told), ends_on=Case.until,
        when=lambda s: test.has_last_day(s.record, ""),
        on_expiry=Consequence("可能被报请本级政府决定纠正", S[29]),
    )  # fmt: skip

    sup_received = Count(
        "收到行政执法监督文书", unit="份", by=(receive,), definition="期内收到的督办函、意见书、决定书。"
    )
    sup_answered = Count("报送纠正情况", unit="份", by=(reply,), definition="期内报送纠正情况的监督文书。")

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The paper."""
        kind = c.PaperKind(record.paper_kind).label if record.paper_kind else cls.label
        return f"{kind} {record.paper_number}".strip()

    @classmethod
    def counterpart_of(cls, record: Any) -> Any:
        """Who sent it."""
        return record.supervisor
