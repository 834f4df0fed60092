"""Performance in the party's stead (代履行): 行政强制法第五十条至第五十二条."""

from __future__ import annotations

from yifa.areas.enforcement.coercion import reviewing
from yifa.areas.enforcement.common.acting import fit_body
from yifa.areas.enforcement.common.party import fit_party
from yifa.areas.enforcement.common.service import serving
from yifa.areas.enforcement.execution import conditions as shared
from yifa.areas.enforcement.execution import force_conditions as test
from yifa.areas.enforcement.execution import papers
from yifa.areas.enforcement.execution.acts import C
from yifa.areas.enforcement.execution.choices import Method, Outcome
from yifa.areas.enforcement.execution.demand import ABOUT, HEARD, NEEDED, STANDS, Demand
from yifa.areas.enforcement.execution.force import (
    ANNOUNCED,
    AT,
    BY_DAY,
    DEMANDED,
    NO_CUTTING,
    NOT_STAYED,
    OURS,
    REVIEWED,
    WINDOWS,
    Force,
)
from yifa.areas.enforcement.execution.models import ForcedExecutionCase as Case
from yifa.kernel.declare import NEW, ON, Input, Stage, Step, computed, judged
from yifa.office.roles import Role

HARM = judged(C[50].says("危害交通安全"), "后果已经或者将危害交通安全、造成环境污染或者破坏自然资源")
NO_STAKE = judged(C[50].says("没有利害关系"), "由本机关代履行，或者代履行人没有利害关系")
ON_THE_SPOT = (
    judged(C[51, 1].item(3).says("派员到场监督"), "本机关派员到场监督"),
    judged(C[51, 1].item(4).says("签名或者盖章"), "监督人员、代履行人和当事人或者见证人已经在执行文书上签名、盖章"),
    judged(C[51, 3].says("暴力、胁迫"), "没有采用暴力、胁迫以及其他非法方式"),
)


class Substitute(Force, abstract=True):
    """The steps of performance in the party's stead."""

    to_substitute = Stage("已决定代履行")

    decide_substitute = Step(
        "作出代履行决定",
        (C[50].says("可以代履行"), C[51, 1].item(1)),
        Demand.demanded >> to_substitute,
        needs=(Case.party_address, Case.performer, Case.substitute_on, Case.budget),
        may=(Case.withhold_reason,),
        sets=((Case.method, Method.SUBSTITUTE), (Case.force_decided_on, ON)),
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(
            computed(C[50].says("恢复原状等义务"), "义务是排除妨碍、恢复原状等", test.substitute_fits),
            computed(C[50].says("经催告仍不履行"), "催告书已经送达，催告的期限已经届满", shared.demand_over),
            HARM,
            NO_STAKE,
            computed(C[51, 1].item(1).says("代履行前"), "代履行日在决定日以后", test.day_ahead),
            HEARD,
            STANDS,
            NOT_STAYED,
            WINDOWS,
            ANNOUNCED,
            REVIEWED,
            DEMANDED,
            OURS,
        ),
        document=papers.SUBSTITUTE,
        echo=reviewing.ADOPTED,
    )
    serve_substitute = Step(
        "送达代履行决定书", C[51, 1].item(1).says("送达决定书"), to_substitute,
        **serving(Case, Case.substitute_served_on),
    )  # fmt: skip
    postpone_substitute = Step(
        "变更代履行日", C[51, 1].item(1).says("方式和时间"), to_substitute, needs=(Case.substitute_on,), rare=True,
        asks=(Input("变更的理由", "text", code="why"),),
        conditions=(computed(C[51, 1].item(1).says("代履行前"), "代履行日在办理日以后", test.day_ahead),),
    )  # fmt: skip
    urge_substitute = Step(
        "代履行催告", (C[51, 1].item(2).says("三日前"), C[38].says("直接送达")), to_substitute,
        document=papers.SUBSTITUTE_URGING, **serving(Case, Case.substitute_urged_on),
    )  # fmt: skip
    substitute = Step(
        "实施代履行",
        C[51, 1].says("代履行时"),
        to_substitute >> Force.executed,
        needs=(Case.cost, Case.supervisors, Case.result),
        asks=(AT,),
        sets=((Case.executed_on, ON), (Case.outcome, Outcome.SELF)),
        conditions=(
            computed(C[51, 1].item(1).says("送达决定书"), "代履行决定书已经送达", test.substitute_served),
            computed(C[51, 1].item(2).says("三日前"), "三个工作日前已经催告", test.substitute_urged),
            *ON_THE_SPOT,
            BY_DAY,
            NO_CUTTING,
            STANDS,
            WINDOWS,
            computed(C[51, 2].says("按照成本合理确定"), "费用没有超过预算", test.cost_in_budget,
                     qualified=C[51, 2].says("按照成本合理确定")),
        ),
        document=papers.SUBSTITUTE_RECORD,
    )  # fmt: skip
    perform_itself = Step(
        "当事人履行，停止代履行", C[51, 1].item(2).says("停止代履行"), to_substitute >> Demand.performed_itself,
        asks=(Input("履行情况", "long", code="how"),), sets=((Case.outcome, Outcome.PERFORMED),),
    )  # fmt: skip
    end_substitute = Step(
        "终结代履行", C[40].says("终结执行"), to_substitute >> Demand.terminated,
        needs=(Case.end_ground, Case.end_reason), sets=((Case.outcome, Outcome.TERMINATED),), document=papers.END,
        conditions=(computed(C[40], "终结情形与当事人、行政决定的情况相符", shared.ground_fits),), rare=True,
    )  # fmt: skip
    substitute_at_once = Step(
        "立即实施代履行",
        C[52].says("立即实施代履行"),
        (NEW | Demand.preparing | Demand.urging | Demand.demanded) >> Force.executed,
        needs=(*NEEDED[:2], Case.obligation_text, Case.performer, Case.supervisors, Case.result),
        may=(*NEEDED[2:], *ABOUT, Case.cost, Case.absent),
        sets=((Case.executed_on, ON), (Case.method, Method.SUBSTITUTE), (Case.outcome, Outcome.SELF)),
        conditions=(
            judged(C[52].says("遗洒物、障碍物"), "需要立即清除道路、河道、航道或者公共场所的遗洒物、障碍物、污染物"),
            judged(C[52].says("不能清除"), "当事人不能清除"),
            *ON_THE_SPOT,
            fit_body(),
            fit_party(),
        ),
        document=papers.SUBSTITUTE_RECORD,
        rare=True,
        help="不需要催告；当事人不在场的，事后立即通知并依法处理。",
    )
    notify_party = Step(
        "通知不在场的当事人", C[52].says("立即通知当事人"), Force.executed, requires=(substitute_at_once,),
        when=test.absent, document=papers.AT_ONCE_NOTICE,
    )  # fmt: skip
    charge = Step(
        "通知缴纳代履行费用", C[51, 2].says("由当事人承担"), Force.executed, needs=(Case.cost,), document=papers.COST,
        when=lambda situation: situation.record.method == Method.SUBSTITUTE,
    )  # fmt: skip
