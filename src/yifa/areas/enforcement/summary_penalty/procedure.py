"""Limits, figures and versions of on-the-spot penalties: 行政处罚法 51—53, 67—71."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db.models import Q

from yifa.areas.enforcement.bases import PENALTY
from yifa.areas.enforcement.summary_penalty import conditions as test
from yifa.areas.enforcement.summary_penalty.acts import FILED, HANDED, HARD, LITIGATION, ORDER, PAID, REMOTE, ROADS
from yifa.areas.enforcement.summary_penalty.choices import PenaltyKind, Regime
from yifa.areas.enforcement.summary_penalty.models import SummaryCase as Case
from yifa.areas.enforcement.summary_penalty.steps import SummarySteps
from yifa.clock import Period, days, hours, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit, Omitted
from yifa.kernel.figures import Count, Share, Sum, Timely
from yifa.kernel.situation import Situation
from yifa.law import act
from yifa.office.roles import Role

S = SummarySteps
BEFORE_2026 = act("治安管理处罚法", on=date(2013, 1, 1))
TWO_DAYS = working_days(2, PENALTY[85].says("工作日"))
UNLAWFUL = Consequence("逾期，应当立即上缴；截留、私分或者变相私分的，依法给予处分", PENALTY[79, 1].says("截留"))
SURCHARGE = Consequence("每日按罚款数额的百分之三加处罚款，不超出罚款的数额", PENALTY[72, 1].item(1).says("百分之三"))
FINES = Q(penalty_kind__in=(PenaltyKind.FINE, PenaltyKind.BOTH))


def filing_term(situation: Situation) -> Period:
    """The working days in which the place wants the decision reported to the organ; the law names none."""
    return working_days(test.DEFAULTS.number("filing_days", situation), FILED)


class SummaryPenalty(SummarySteps):
    """Penalties imposed on the spot from 2021-07-15 on."""

    since = date(2021, 7, 15)
    version_basis = PENALTY[86]
    numbered_by = (S.impose,)
    fixed_by = (S.impose, S.spare, S.convert)

    hand_in_time = Limit(
        "当场收缴款交至机关", HANDED, TWO_DAYS, ref="PSM-T01", since=(Case.held_from,), until=(S.hand_in, S.revoke),
        when=test.collected_generally, on_expiry=UNLAWFUL,
    )  # fmt: skip
    remit_time = Limit(
        "机关缴付银行", HANDED, TWO_DAYS, ref="PSM-T02", since=(S.hand_in,), until=(S.remit, S.revoke),
        when=test.collected_generally, on_expiry=UNLAWFUL,
    )  # fmt: skip
    # the two days of the police are natural days (治安法 has no clause on working days); their last day moves past a
    # holiday, and their hours run from the next hour (公安机关办理行政案件程序规定35)
    hand_in_police = Limit(
        "当场收缴款交至公安机关", BEFORE_2026[105], days(2, BEFORE_2026[105]), since=(Case.held_from,),
        until=(S.hand_in, S.revoke), when=test.collected_by_police, on_expiry=UNLAWFUL,
    )  # fmt: skip
    remit_police = Limit(
        "公安机关缴付银行", BEFORE_2026[105], days(2, BEFORE_2026[105]), since=(S.hand_in,),
        until=(S.remit, S.revoke), when=test.collected_by_police, on_expiry=UNLAWFUL,
    )  # fmt: skip
    pay_time = Limit(
        "当事人缴纳罚款", PAID, days(15, PAID), ref="PSM-T03", since=(Case.served_on,),
        until=(S.pay, S.deferred, S.fine_ended, S.revoke), when=test.to_bank, bound=Role.APPLICANT,
        on_expiry=SURCHARGE,
    )  # fmt: skip
    file_time = Limit(
        "报所属机关备案", FILED, filing_term, since=(S.impose,), until=(S.file, S.revoke), when=test.ordinary_regime,
        on_expiry=Consequence("逾期，应当立即备案；法律没有规定天数，按本机关的要求办理", FILED),
    )  # fmt: skip
    file_police = Limit(
        "二十四小时以内报公安机关备案", BEFORE_2026[101], hours(24, BEFORE_2026[101]), since=(S.impose,),
        until=(S.file, S.revoke), when=test.public_security,
        on_expiry=Consequence("逾期，应当立即备案", BEFORE_2026[101]),
    )  # fmt: skip

    sp_imposed = Count(
        "当场处罚", unit="宗", indicator="enforcement.cases_simple", by=(S.impose,),
        definition="期内作出的简易程序处罚决定，含后来被撤销的；警告并处罚款的计一宗。",
    )  # fmt: skip
    sp_warnings = Count(
        "当场警告", unit="宗", by=(S.impose,), where=Q(penalty_kind=PenaltyKind.WARNING), definition="其中只处警告的。"
    )
    sp_fines = Count(
        "当场罚款", unit="宗", by=(S.impose,), where=FINES, definition="其中处以罚款的，含警告并处罚款，归入罚款。"
    )
    sp_fine_amount = Sum(
        "当场罚款金额", unit="元", of=Case.fine_amount, over=sp_fines,
        definition="上述决定书确定的罚款数额合计，不是实缴数额。",
    )  # fmt: skip
    sp_police = Count(
        "其中治安管理当场处罚", unit="宗", by=(S.impose,), where=Q(regime=Regime.PUBLIC_SECURITY),
        definition="其中适用治安管理处罚法的；记录封存，不公开。",
    )  # fmt: skip
    sp_collected = Count(
        "当场收缴",
        unit="宗",
        by=(S.impose,),
        where=FINES & Q(collected_on_spot=True),
        definition="其中当场收缴罚款的。",
    )
    sp_handed = Timely(
        "上缴当场收缴款", unit="宗", limits=(hand_in_time, hand_in_police), states=(State.KEPT, State.LATE),
        definition="期内交至机关的。",
    )  # fmt: skip
    sp_handed_in_time = Timely(
        "按期上缴当场收缴款", unit="宗", limits=(hand_in_time, hand_in_police), states=(State.KEPT,),
        definition="其中在二日内交至机关的。",
    )  # fmt: skip
    sp_handed_rate = Share(
        "当场收缴款按期上缴率",
        numerator=sp_handed_in_time,
        denominator=sp_handed,
        definition="按期上缴的占上缴的比率。",
    )
    sp_filed = Timely(
        "备案", unit="宗", limits=(file_time, file_police), states=(State.KEPT, State.LATE),
        definition="期内报所属机关备案的。",
    )  # fmt: skip
    sp_filed_in_time = Timely(
        "按期备案",
        unit="宗",
        limits=(file_time, file_police),
        states=(State.KEPT,),
        definition="其中在规定时间内备案的。",
    )
    sp_filed_rate = Share("备案及时率", numerator=sp_filed_in_time, denominator=sp_filed, definition="按期备案的比率。")
    sp_converted = Count("转为普通程序", by=(S.convert,), definition="期内现场处理后转为普通程序的。")
    sp_spared = Count("不予处罚", by=(S.spare,), definition="期内现场处理后不予处罚并教育的，不计入处罚。")
    sp_revoked = Count("自行撤销", unit="宗", by=(S.revoke,), definition="期内自行撤销的；原决定仍计入作出的年度。")

    omitted = (
        Omitted(HARD, "是否事后难以执行由执法人员判断，理由在“当场收缴理由”中选定"),
        Omitted(REMOTE, "是否边远、水上、交通不便由执法人员判断；普通程序也可以按此当场收缴"),
        Omitted(PENALTY[49].says("快速、从重"), "突发事件的快速处罚按各该规定，不改变当场处罚的数额"),
        Omitted(PENALTY[66, 2], "延期、分期缴纳由罚款缴纳程序办理"),
        Omitted(ROADS[107, 2], "决定书载明事项由文书模板保证"),
        Omitted(LITIGATION[45], "起诉期限写在决定书的告知中"),
    )

    @classmethod
    def title_of(cls, record: Case) -> str:
        """The party and what it did; of a natural person the surname alone."""
        return "：".join(part for part in (record.party_public_name, record.violation) if part) or cls.label


class SummaryPenalty2026(SummaryPenalty):
    """From 2026-01-01 on: the act on public security as revised in 2025."""

    since = date(2026, 1, 1)
    version_basis = ORDER[144]

    hand_in_police = replace(SummaryPenalty.hand_in_police, basis=ORDER[124], period=days(2, ORDER[124]))
    remit_police = replace(SummaryPenalty.remit_police, basis=ORDER[124], period=days(2, ORDER[124]))
    file_police = replace(
        SummaryPenalty.file_police, basis=ORDER[120], period=hours(24, ORDER[120]),
        on_expiry=Consequence("逾期，应当立即备案", ORDER[120]),
    )  # fmt: skip
