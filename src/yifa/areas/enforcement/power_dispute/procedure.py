"""Coordination of a dispute between enforcement bodies (执法争议协调): 行政执法监督条例第十三条, 行政处罚法第二十五条.

The regulation names the way (coordinate; what cannot be settled goes to the government with an opinion) and no
number of days. The decision of the government is a paper of its own; its number and content are entered here.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.power_dispute import conditions as test
from yifa.areas.enforcement.power_dispute import papers
from yifa.areas.enforcement.power_dispute.acts import (
    COMMON_SUPERIOR,
    COORDINATION,
    FIRST_FILED,
    NEGOTIATED,
    SUPERVISION,
)
from yifa.areas.enforcement.power_dispute.choices import Result
from yifa.areas.enforcement.power_dispute.defaults import DEFAULTS
from yifa.areas.enforcement.power_dispute.models import PowerDispute as Case
from yifa.clock import Period, working_days
from yifa.kernel.declare import NEW, ON, Consequence, Input, Limit, Procedure, Stage, Step, computed, judged
from yifa.kernel.figures import Count
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

BY = (Role.HANDLER,)
OURS = computed(SUPERVISION[6, 1], "由行政执法监督机构协调", test.is_supervision_body)
SIDES = (
    computed(COORDINATION, "写明争议各方", test.between_bodies),
    computed(FIRST_FILED, "立案日期写法正确", test.filing_dates_readable),
)


def coordination_days(situation: Situation) -> Period:
    """How long coordination is given, as the place has it (working days)."""
    return working_days(DEFAULTS.number("coordinate_days", situation), COORDINATION)


class PowerDisputeCoordination(Procedure):
    """One dispute, at the supervision body."""

    key, label, mark = "power_dispute", "执法争议协调", "执协"
    model = Case
    since = date(2026, 2, 1)
    version_basis = SUPERVISION[44]

    received = Stage("待审查")
    coordinating = Stage("协调中")
    settled = Stage("已协调一致，待落实")
    proposed = Stage("已报本级政府，待决定")
    ruled = Stage("已决定，待落实")
    refused = Stage("不予协调", final=True)
    closed = Stage("办结", final=True)

    receive = Step(
        "登记争议", COORDINATION, NEW >> received, by=BY,
        needs=(Case.kind, Case.question, Case.bodies), may=(Case.about, Case.legal_basis),
        conditions=(OURS, *SIDES),
        help="执法机关报请协调，或者监督中发现的，都在此登记；具体案件的办理期限不因协调中止。",
    )  # fmt: skip
    numbered_by = (receive,)
    refuse = Step(
        "不予协调", (COORDINATION, COMMON_SUPERIOR), received >> refused, by=BY, rare=True,
        needs=(Case.refusal, Case.refusal_reason), sets=((Case.result, Result.REFUSED.value),),
        conditions=(computed(COMMON_SUPERIOR, "情形与争议各方相符", test.above_says_why),),
        document=papers.REFUSAL,
    )  # fmt: skip
    ask = Step(
        "开始协调，通知各方说明", COORDINATION, received >> coordinating, by=BY, may=(Case.bodies,),
        asks=(
            Input("要求说明的事项", "long", code="asked"),
            Input("说明的截止日", "date", required=False, code="until"),
        ),
        sets=((Case.begun_on, ON),),
        conditions=(*SIDES, computed(COMMON_SUPERIOR, "各方都属于本级政府", test.under_one_government)),
        document=papers.NOTICE,
    )  # fmt: skip
    answer = Step(
        "收到一方说明", COORDINATION, coordinating, by=BY, may=(Case.bodies, Case.legal_basis),
        asks=(Input("哪一机关", code="body"), Input("说明要点", "long", code="said")),
        conditions=SIDES,
    )  # fmt: skip
    meet = Step(
        "协调", COORDINATION, coordinating, by=BY, needs=(Case.minutes,), may=(Case.legal_basis,),
        sets=((Case.met_on, ON),),
        help="召集各方当面协调或者书面协调；可以进行几次，协调情况写最近一次的。",
    )  # fmt: skip
    agree = Step(
        "协调一致", COORDINATION, coordinating >> settled, by=BY, needs=(Case.agreement, Case.competent),
        may=(Case.legal_basis,), sets=((Case.result, Result.AGREED.value),),
        conditions=(
            judged(COORDINATION, "各方已经书面确认一致意见"),
            judged(FIRST_FILED, "一致意见符合法律规定的管辖，没有改变法定职权"),
            computed(COORDINATION, "认定依据的条款存在、有效", test.basis_sound),
        ),
        approved_by=(Role.ORGAN_HEAD,), document=papers.AGREEMENT,
    )  # fmt: skip
    propose = Step(
        "协调不成，报本级政府", COORDINATION, coordinating >> proposed, by=BY, needs=(Case.opinion, Case.legal_basis),
        conditions=(
            computed(COORDINATION, "已经协调过", test.coordinated_first),
            judged(COORDINATION, "各方意见和依据已经如实附上"),
            computed(COORDINATION, "认定依据的条款存在、有效", test.basis_sound),
        ),
        approved_by=(Role.ORGAN_HEAD,), document=papers.PROPOSAL,
    )  # fmt: skip
    send_back = Step(
        "本级政府退回，继续协调", COORDINATION, proposed >> coordinating, by=BY, rare=True,
        asks=(Input("退回的要求", "long", code="why"),),
    )  # fmt: skip
    rule = Step(
        "本级政府决定", COORDINATION, proposed >> ruled, by=BY,
        needs=(Case.ruling, Case.ruling_no, Case.competent), sets=((Case.result, Result.RULED.value),),
        help="填写本级政府决定的文号和内容。",
    )  # fmt: skip
    themselves = Step(
        "各方自行协商解决", NEGOTIATED, (received | coordinating | proposed) >> settled, by=BY, rare=True,
        needs=(Case.agreement, Case.competent), sets=((Case.result, Result.THEMSELVES.value),),
    )  # fmt: skip
    serve = Step("送达各方", COORDINATION, settled | ruled, by=BY, sets=((Case.served_on, ON),), once=True)
    carry_out = Step(
        "落实情况", COORDINATION, (settled | ruled) >> closed, by=BY, needs=(Case.carried_out,),
        conditions=(
            computed(COORDINATION, "已经送达各方", test.served_first),
            judged(COORDINATION, "权力和责任清单、赋权目录已经按程序调整并公布", when=test.about_a_list),
        ),
    )  # fmt: skip

    coordinate_in_time = Limit(
        "协调", COORDINATION, coordination_days, ref="AUT-S06", since=(ask, send_back),
        until=(agree, propose, themselves),
        on_expiry=Consequence("督促各方；协调不成的，提出处理意见报本级政府", COORDINATION),
    )  # fmt: skip

    disputes_received = Count("登记执法争议", by=(receive,), definition="期内登记的执法争议，报请的和自行发现的都计。")
    disputes_settled = Count(
        "协调一致", by=(agree, themselves), definition="期内协调一致的执法争议，包括协调中各方自行协商解决的。"
    )
    disputes_ruled = Count("本级政府决定的执法争议", by=(rule,), definition="期内协调不成、由本级政府决定的执法争议。")

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The bodies and the matter."""
        return f"{record.names}{record.get_kind_display() or '执法争议'}"
