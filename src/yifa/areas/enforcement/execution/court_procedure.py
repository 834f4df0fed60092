"""Limits and figures of applications to the court (申请人民法院强制执行的期限、数字): both windows together."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.execution import conditions as shared
from yifa.areas.enforcement.execution import court_conditions as test
from yifa.areas.enforcement.execution.acts import RULES, WORKING, C
from yifa.areas.enforcement.execution.court import Court
from yifa.areas.enforcement.execution.models import CourtExecutionCase as Case
from yifa.clock import days, months, working_days, years
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit, Omitted
from yifa.kernel.figures import Count, Share, Sum, Timely
from yifa.office.roles import Role

S = Court
GIVEN_UP = (S.performed, S.terminate, S.window_lost)
LOST = Consequence("逾期申请的，除有正当理由外，人民法院不予受理", RULES[156].says("不予受理"))
ASK = Consequence("逾期，可以向人民法院催办", C[56, 1])
OVER = Consequence("逾期没有申请复议的，裁定生效", C[56, 2])


class CourtExecution(Court):
    """Applications by organs that have no power to execute, since the act entered into force."""

    since = date(2012, 1, 1)
    fixed_by = (S.apply,)
    numbered_by = (S.start,)

    demanded_long_enough = Limit(
        "催告书送达满十日", C[54].says("十日后"), working_days(10, WORKING), ref="ENF-T01",
        since=(Case.demand_served_on,), until=(S.apply,), floor=True,
        when=shared.alive(Case.demand_served_on),
        on_expiry=Consequence("当事人仍未履行的，次日起可以申请人民法院强制执行", C[54]),
    )  # fmt: skip
    apply_in_time = Limit(
        "申请执行期限", C[53].says("三个月内"), months(3, C[53].says("三个月内")), ref="ENF-T02",
        since=(Case.window_from,), until=(S.apply, *GIVEN_UP), done_on=Case.mailed_on, on_expiry=LOST,
        when=lambda situation: test.not_sued(situation) and shared.alive(Case.window_from)(situation),
    )  # fmt: skip
    demand_in_time = Limit(
        "催告书最晚送达日", C[54].says("催告书送达十日后"), None, since=(S.start, S.defer),
        until=(S.serve_demand, *GIVEN_UP), ends_on=Case.latest_demand_on, done_on=Case.demand_served_on,
        when=test.not_sued,
        on_expiry=Consequence("以后送达催告书的，满十日时申请执行期限已经届满，丧失申请权", C[53].says("三个月内")),
    )  # fmt: skip
    demand_term = Limit(
        "催告的履行期限", C[35].item(1).says("履行义务的期限"), None, since=(Case.demand_served_on,),
        until=(S.demand_lapsed, S.apply, *GIVEN_UP), ends_on=Case.demand_until, bound=Role.APPLICANT,
        on_expiry=S.demand_lapsed, when=shared.alive(Case.demand_served_on),
    )  # fmt: skip
    remedies_term = Limit(
        "复议、起诉期限届满", C[53].says("法定期限内"), None, since=(Case.decision_served_on,),
        until=(S.remedies_lapsed, S.apply, *GIVEN_UP), ends_on=Case.remedies_end_on, bound=Role.APPLICANT,
        when=lambda situation: test.not_sued(situation) and not shared.pending(situation),
        on_expiry=S.remedies_lapsed,
    )  # fmt: skip
    judgment_in_time = Limit(
        "申请执行判决的期限", RULES[153, 1].says("二年"), years(2, RULES[153, 1].says("二年")),
        since=(Case.judgment_until,), until=(S.apply, *GIVEN_UP),
        when=lambda situation: test.sued(situation) and shared.alive(Case.judgment_until)(situation),
        on_expiry=Consequence("逾期申请的，除有正当理由外，人民法院不予受理", RULES[153, 3].says("不予受理")),
    )  # fmt: skip
    accept_in_time = Limit(
        "法院受理", C[56, 1].says("五日内"), working_days(5, WORKING), ref="ENF-T06", since=(S.apply,),
        until=(S.accept, S.turn_away, S.withdraw, S.performed, S.terminate), bound=Role.COURT, on_expiry=ASK,
    )  # fmt: skip
    contest_turning_in_time = Limit(
        "对不予受理申请复议", C[56, 2].says("十五日内"), days(15, C[56, 2]), ref="ENF-T07", since=(S.turn_away,),
        until=(S.contest_turning, S.accept_turning, S.turning_final, S.performed, S.terminate),
        on_expiry=S.turning_final,
    )  # fmt: skip
    turning_ruled_in_time = Limit(
        "上一级法院裁定是否受理", C[56, 2].says("十五日内"), days(15, C[56, 2]), ref="ENF-T07b",
        since=(S.contest_turning,), until=(S.told_to_accept, S.turning_upheld, S.performed, S.terminate),
        bound=Role.COURT, on_expiry=ASK,
    )  # fmt: skip
    ruled_in_time = Limit(
        "法院作出执行裁定", C[57].says("七日内"), working_days(7, WORKING), ref="ENF-T08",
        since=(S.accept, S.told_to_accept), until=(S.permit, S.refuse, S.withdraw, S.performed, S.terminate),
        when=test.plain, bound=Role.COURT, on_expiry=Consequence("逾期，可以向人民法院催办", C[57]),
    )  # fmt: skip
    ruled_in_thirty = Limit(
        "法院审查明显违法后裁定", C[58, 2].says("三十日内"), days(30, C[58, 2]), ref="ENF-T08b",
        since=(S.accept, S.told_to_accept), until=(S.permit, S.refuse, S.withdraw, S.performed, S.terminate),
        when=test.obvious, bound=Role.COURT, on_expiry=Consequence("逾期，可以向人民法院催办", C[58, 2]),
    )  # fmt: skip
    refusal_sent_in_time = Limit(
        "不准予执行裁定送达行政机关", C[58, 2].says("五日内"), working_days(5, WORKING), ref="ENF-T09",
        since=(S.refuse,), until=(S.receive_refusal, S.accept_refusal, S.performed, S.terminate),
        bound=Role.COURT, on_expiry=ASK,
    )  # fmt: skip
    contest_refusal_in_time = Limit(
        "对不准予执行申请复议", C[58, 3].says("十五日内"), days(15, C[58, 3]), ref="ENF-T10",
        since=(S.receive_refusal,), on_expiry=S.deny_final,
        until=(S.contest_refusal, S.accept_refusal, S.deny_final, S.performed, S.terminate),
    )  # fmt: skip
    refusal_ruled_in_time = Limit(
        "上一级法院裁定是否执行", C[58, 3].says("三十日内"), days(30, C[58, 3]), ref="ENF-T10b",
        since=(S.contest_refusal,), until=(S.told_to_permit, S.refusal_upheld, S.performed, S.terminate),
        bound=Role.COURT, on_expiry=ASK,
    )  # fmt: skip
    urgent_in_time = Limit(
        "立即执行", C[59].says("五日内执行"), working_days(5, WORKING), ref="ENF-T11",
        since=(S.permit, S.told_to_permit), until=(S.executed, S.performed, S.terminate), when=test.urgent,
        bound=Role.COURT, on_expiry=Consequence("逾期，可以向人民法院催办", C[59]),
    )  # fmt: skip

    applications = Count("申请法院强制执行", by=(S.apply,), definition="期内向人民法院申请强制执行的案件。")
    accepted = Count("法院受理的执行申请", by=(S.accept, S.told_to_accept), definition="期内法院受理的。")
    permissions = Count("法院准予执行", by=(S.permit, S.told_to_permit), definition="期内裁定准予执行的。")
    refusals = Count(
        "法院不准予执行", by=(S.refuse,), without=(S.told_to_permit,),
        definition="期内裁定不准予执行，期末没有被上一级法院改变的。",
    )  # fmt: skip
    turned = Count(
        "法院不予受理执行申请", by=(S.turn_away,), without=(S.told_to_accept,),
        definition="期内裁定不予受理，期末没有被上一级法院改变的。",
    )  # fmt: skip
    completed = Count("法院执行完毕", by=(S.executed,), definition="期内执行完毕的。")
    applied_sum = Sum(
        "申请法院执行的金额", unit="元", of=Case.principal, over=Count("", by=(S.apply,), where=Q(obligation="money")),
        definition="期内申请执行的金钱给付本金合计，不含加处罚款。",
    )  # fmt: skip
    lost_windows = Count("逾期丧失申请权", by=(S.window_lost,), definition="期内登记的逾期丧失申请权的案件。")
    performed_first = Count("催告后、执行中自行履行", by=(S.performed,), definition="期内当事人自行履行的。")
    applied_all = Timely(
        "到期的执行申请", limits=(apply_in_time,), states=(State.KEPT, State.LATE), definition="期内申请或者结束的。"
    )
    applied_in_time = Timely(
        "按期的执行申请", limits=(apply_in_time,), states=(State.KEPT,), definition="其中在申请执行期限内的。"
    )
    in_time_rate = Share(
        "申请执行按期率",
        numerator=applied_in_time,
        denominator=applied_all,
        definition="在申请执行期限内的占全部的比率。",
    )

    omitted = (
        Omitted(C[60, 2], "人民法院扣除执行费用，由人民法院办理"),
        Omitted(C[60, 3], "人民法院委托拍卖，由人民法院办理"),
        Omitted(RULES[158], "行政裁决的权利人申请执行，不是行政机关的申请"),
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """Against whom which decision is to be executed."""
        return f"申请执行{record.party_name}的{record.decision_title}{record.decision_number}"[:200]
