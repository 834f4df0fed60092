"""Limits and figures of taking back, revoking and cancelling licences."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from yifa.areas.enforcement.licence.acts import BY_WORKDAYS, LICENCE
from yifa.areas.enforcement.licence.choices import EndGround, EndKind
from yifa.areas.enforcement.licence.conditions import DEFAULTS
from yifa.areas.enforcement.licence.end_steps import EndSteps, adverse
from yifa.areas.enforcement.licence.models import LicenceEndCase as Case
from yifa.clock import Period, working_days, years
from yifa.kernel.declare import Consequence, Limit
from yifa.kernel.figures import Count, Sum
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

S = EndSteps


def listening(situation: Situation) -> Period:
    """The working days that the holder has for being heard, as the place sets them."""
    return working_days(DEFAULTS.number("listen_days", situation), BY_WORKDAYS)


def barred(situation: Situation) -> bool:
    """The holder got it by fraud in a matter of safety."""
    return situation.record.banned_until is not None


class LicenceEnd(EndSteps):
    """Under the act as amended in 2019."""

    since = date(2019, 4, 23)
    version_basis = LICENCE[83]
    fixed_by = (S.open,)
    numbered_by = (S.open,)

    listen = Limit(
        "听取陈述、申辩", LICENCE[7].says("陈述权、申辩权"), listening, since=(S.tell,), until=(S.take_back, S.revoke),
        when=adverse, floor=True, on_expiry=Consequence("可以作出决定", LICENCE[7]),
    )  # fmt: skip
    barred_time = Limit(
        "三年内不得再次申请", LICENCE[79].says("三年内"), years(3, LICENCE[79]), ref="LIC-T12",
        since=(S.revoke,), until=(), when=barred, floor=True, outlives=True, bound=Role.APPLICANT,
        on_expiry=Consequence("期满可以再次申请", LICENCE[79]),
    )  # fmt: skip

    lc_taken_back = Count("撤回许可", by=(S.take_back,), definition="期内作出的撤回许可决定。")
    lc_compensation = Sum(
        "撤回许可的补偿金额",
        unit="元",
        of=Case.compensation,
        over=lc_taken_back,
        definition="上述决定确定的补偿金额合计。",
    )
    lc_revoked = Count("撤销许可", by=(S.revoke,), definition="期内作出的撤销许可决定。")
    lc_revoked_fraud = Count(
        "撤销骗取的许可", by=(S.revoke,), where=Q(ground=EndGround.FRAUD), definition="其中以欺骗、贿赂等手段取得的。"
    )
    lc_cancelled = Count("注销许可", by=(S.cancel,), definition="期内办理的注销。")

    @classmethod
    def title_of(cls, record: Case) -> str:
        """What is done to which licence."""
        kind = EndKind(record.kind).label if record.kind else "终止"
        return f"{kind}{record.item_name or '行政许可'}：{record.party_public_name}"
