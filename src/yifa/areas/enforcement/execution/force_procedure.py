"""Limits, publication and figures of execution by the organ itself (行政强制执行的期限、公示、数字)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.execution import conditions as shared
from yifa.areas.enforcement.execution import force_conditions as test
from yifa.areas.enforcement.execution.acts import PENALTY, PUBLICITY, WORKING, C
from yifa.areas.enforcement.execution.choices import Method
from yifa.areas.enforcement.execution.defaults import DEFAULTS
from yifa.areas.enforcement.execution.models import ForcedExecutionCase as Case
from yifa.areas.enforcement.execution.substitute import Substitute
from yifa.clock import Period, days, working_days, years
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit, Omitted, Publication, Shown, Span
from yifa.kernel.figures import Count, Share, Sum, Timely
from yifa.kernel.situation import Situation
from yifa.office.personal import Mask
from yifa.office.roles import Role

S = Substitute
DECIDED = (S.decide, S.decide_at_once, S.decide_substitute)
DONE = (S.finish, S.substitute, S.substitute_at_once)
ENDED = (*DONE, S.performed, S.keep_agreement, S.perform_itself, S.terminate, S.end_substitute, S.abandon)
GO_ON = Consequence("经催告仍不履行的，可以作出强制执行决定", C[37, 1].says("可以作出强制执行决定"))
UNLAWFUL = Consequence("违反法定程序", C[61].item(3).says("违反法定程序"))


def told_length(situation: Situation) -> Period:
    """At once; as many working days as the place has it."""
    return working_days(DEFAULTS.number("told_days", situation), WORKING)


def publish_length(situation: Situation) -> Period:
    """The working days in which decisions of enforcement are published."""
    return working_days(DEFAULTS.number("publish_days", situation), PUBLICITY)


def to_publish(situation: Situation) -> bool:
    """Nothing stands against publishing."""
    return not situation.record.withhold_reason


def by(method: Method) -> Q:
    """Executions by this method."""
    return Q(method=method)


class ForcedExecution(Substitute):
    """Execution by organs that have the power by law, since the act entered into force."""

    key, label, mark = "forced_execution", "行政强制执行", "强执"
    model = Case
    since = date(2012, 1, 1)
    fixed_by = (*DECIDED, S.substitute_at_once)
    numbered_by = (S.start, S.substitute_at_once)

    notice = Publication(
        "强制执行决定公示",
        PUBLICITY,
        after=DECIDED,
        shows=(
            Shown(Case.number), Shown(Case.party_name, Mask.NAME), Shown(Case.decision_title),
            Shown(Case.decision_number), Shown(Case.obligation_text, Mask.TEXT), Shown(Case.method),
            Shown(Case.force_basis), Shown(Case.force_decided_on),
        ),
        withheld_if=lambda situation: not to_publish(situation),
    )  # fmt: skip

    demand_term = Limit(
        "催告的履行期限", C[35].item(1).says("履行义务的期限"), None, since=(Case.demand_served_on,),
        until=(S.demand_lapsed, *DECIDED, S.performed, S.terminate), ends_on=Case.demand_until, bound=Role.APPLICANT,
        on_expiry=S.demand_lapsed, when=shared.alive(Case.demand_served_on),
    )  # fmt: skip
    surcharge_long_enough = Limit(
        "加处罚款、滞纳金超过三十日", C[46, 1].says("超过三十日"), days(30, C[46, 1].says("超过三十日")), ref="ENF-T04",
        since=(Case.surcharge_base,), until=(S.decide,), floor=True, when=shared.money, on_expiry=GO_ON,
        excludes=(
            Span("复议、诉讼期间", Case.remedy_day_before, Case.remedy_ended_on, PENALTY[73, 3].says("不予计算")),
        ),
    )  # fmt: skip
    announce_term = Limit(
        "公告限期自行拆除", C[44].says("限期当事人自行拆除"), None, since=(S.announce,),
        until=(S.announce_lapsed, *DECIDED, S.performed, S.terminate), ends_on=Case.announce_until,
        when=shared.building, bound=Role.APPLICANT, on_expiry=S.announce_lapsed,
    )  # fmt: skip
    remedies_term = Limit(
        "违法建筑：复议、起诉期限届满", C[44].says("法定期限内"), None, since=(Case.decision_served_on,),
        until=(S.remedies_lapsed, *DECIDED, S.performed, S.terminate), ends_on=Case.remedies_end_on,
        when=lambda situation: shared.building(situation) and not shared.pending(situation), bound=Role.APPLICANT,
        on_expiry=S.remedies_lapsed,
    )  # fmt: skip
    urge_in_time = Limit(
        "代履行三日前催告", C[51, 1].item(2).says("三日前"), working_days(3, WORKING), ref="ENF-T03",
        since=(S.decide_substitute, S.postpone_substitute), until=(S.urge_substitute, *ENDED),
        before=Case.substitute_on, done_on=Case.substitute_urged_on, on_expiry=UNLAWFUL,
    )  # fmt: skip
    given_up = Limit(
        "中止执行满三年", C[39, 2].says("满三年"), years(3, C[39, 2].says("满三年")), ref="ENF-T05", since=(S.stay,),
        until=(S.resume, S.abandon, S.performed, S.terminate), when=test.hopeless, on_expiry=S.abandon,
        bound=Role.SYSTEM,
    )  # fmt: skip
    agreement_term = Limit(
        "履行执行协议", C[42, 2].says("应当履行"), None, since=(S.agree,),
        until=(S.keep_agreement, S.break_agreement, S.terminate), ends_on=Case.agreement_until, bound=Role.APPLICANT,
        on_expiry=Consequence("不履行执行协议的，应当恢复强制执行", C[42, 2].says("恢复强制执行")),
    )  # fmt: skip
    notify_in_time = Limit(
        "立即代履行后通知当事人", C[52].says("立即通知当事人"), told_length, since=(S.substitute_at_once,),
        until=(S.notify_party,), when=test.absent, outlives=True, on_expiry=UNLAWFUL,
    )  # fmt: skip
    publish_in_time = Limit(
        "强制执行决定公示", PUBLICITY, publish_length, ref="PUB-T02", since=DECIDED, until=(notice.done,),
        when=to_publish, bound=Role.PUBLISHER, outlives=True, on_expiry=Consequence("逾期，应当立即公示", PUBLICITY),
    )  # fmt: skip

    executions = Count(
        "行政强制执行", unit="宗", by=(*DECIDED, S.substitute_at_once),
        definition="期内作出强制执行、代履行决定和立即代履行的；申请法院执行的另计。",
    )  # fmt: skip
    transfers = Count("划拨存款、汇款", unit="宗", by=DECIDED, where=by(Method.TRANSFER), definition="其中划拨的。")
    auctions = Count(
        "拍卖、依法处理财物", unit="宗", by=DECIDED, where=by(Method.AUCTION), definition="其中拍卖处理的。"
    )
    restorations = Count(
        "排除妨碍、恢复原状", unit="宗", by=DECIDED, where=by(Method.RESTORE), definition="其中排除妨碍、恢复原状的。"
    )
    substitutions = Count(
        "代履行", unit="宗", by=(S.decide_substitute, S.substitute_at_once), definition="其中代履行的，含立即代履行。"
    )
    other_executions = Count(
        "其他强制执行方式", unit="宗", by=DECIDED, where=by(Method.OTHER), definition="其中其他方式的。"
    )
    surcharged = Count(
        "实施加处罚款、滞纳金的案件", unit="宗", by=(S.demand,), where=Q(surcharge__gt=0),
        definition="期内催告的案件中已经加处罚款、滞纳金的。",
    )  # fmt: skip
    demolitions = Count(
        "强制拆除违法建筑", unit="宗", by=DECIDED, where=Q(obligation="removal"), definition="其中拆除违法建筑物的。"
    )
    demands = Count("催告", unit="件", by=(S.demand,), definition="期内发出催告书的案件。")
    performed_after = Count(
        "当事人自行履行", by=(S.performed, S.perform_itself), definition="期内建立案件后、执行完毕前当事人自行履行的。"
    )
    finished = Count("强制执行完毕", by=DONE, definition="期内强制执行、代履行完毕的。")
    collected_sum = Sum(
        "强制执行所得", unit="元", of=Case.collected, over=finished, definition="上述案件的执行所得合计。"
    )
    stayed_cases = Count(
        "中止执行",
        by=(S.stay,),
        without=(S.resume, S.abandon, S.terminate, S.performed),
        standing=True,
        definition="期末仍在中止的。",
    )
    ended_cases = Count("终结执行", by=(S.terminate, S.end_substitute), definition="期内终结执行的。")
    agreements = Count("达成执行协议", by=(S.agree,), definition="期内达成执行协议的。")
    published = Timely(
        "公示的强制执行决定", limits=(publish_in_time,), states=(State.KEPT, State.LATE), definition="期内公示的。"
    )
    published_in_time = Timely(
        "按期公示的强制执行决定", limits=(publish_in_time,), states=(State.KEPT,), definition="其中按期公示的。"
    )
    publish_rate = Share(
        "强制执行决定按期公示率",
        numerator=published_in_time,
        denominator=published,
        definition="按期公示占已经公示的比率。",
    )

    omitted = (
        Omitted(C[45, 1], "加处罚款、滞纳金的计算在罚款收缴程序中"),
        Omitted(C[46, 3], "没有强制执行权的机关拍卖抵缴，在强制措施的“依法拍卖抵缴罚款”中办理"),
        Omitted(C[47, 2], "金融机构立即划拨，由金融机构把握"),
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """Against whom which decision is executed."""
        return f"对{record.party_name}强制执行{record.decision_title}{record.decision_number}"[:200]
