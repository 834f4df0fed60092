"""Limits and figures of changes and renewals: 许可法 42, 44, 49, 50."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from yifa.areas.enforcement.licence.acts import BY_WORKDAYS, LICENCE, TEN_DAYS, TOLD_ONCE
from yifa.areas.enforcement.licence.change_steps import ChangeSteps, changing, renewal_runs, renewing
from yifa.areas.enforcement.licence.choices import ChangeKind
from yifa.areas.enforcement.licence.conditions import DEFAULTS, may_be_deemed
from yifa.areas.enforcement.licence.models import LicenceChangeCase as Case
from yifa.clock import Period, working_days
from yifa.kernel.declare import Consequence, Limit
from yifa.kernel.figures import Count
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

S = ChangeSteps
CHANGE, RENEWAL = Q(kind=ChangeKind.CHANGE), Q(kind=ChangeKind.RENEWAL)
DECIDED = (S.grant, S.deny, S.withdraw)
WINDOW_ANSWERS = (S.accept, S.require, S.refuse, S.withdraw, S.deem_renewed, S.deem_accepted)


def change_term(situation: Situation) -> Period:
    """The working days for a change, as the place sets them."""
    return working_days(DEFAULTS.number("change_days", situation), BY_WORKDAYS)


class LicenceChange(ChangeSteps):
    """Changes and renewals under the act as amended in 2019."""

    since = date(2019, 4, 23)
    version_basis = LICENCE[83]
    numbered_by = (S.accept, S.deem_accepted, S.deem_renewed)
    fixed_by = (S.apply,)

    tell_once = Limit(
        "受理或者一次告知补正（变更、延续）", TOLD_ONCE, working_days(5, BY_WORKDAYS), since=(S.apply, S.supplement),
        until=WINDOW_ANSWERS, on_expiry=S.deem_accepted, when=may_be_deemed,
    )  # fmt: skip
    renew_time = Limit(
        "作出延续决定", LICENCE[50, 2].says("届满前"), None, ref="LIC-T11", since=(S.apply,),
        until=(*DECIDED, S.refuse, S.send_back, S.deem_renewed), ends_on=Case.valid_to, when=renewal_runs,
        effect_after=True, on_expiry=S.deem_renewed, looks_at=("licence",),
    )  # fmt: skip
    supplement_time = Limit(
        "补正材料（变更、延续）", TOLD_ONCE, None, since=(S.require,), ends_on=Case.supplement_until,
        until=(S.supplement, S.send_back, S.withdraw, S.deem_renewed), bound=Role.APPLICANT,
        on_expiry=Consequence("可以退回申请；申请人可以重新申请", TOLD_ONCE),
    )  # fmt: skip
    change_time = Limit(
        "办理变更", LICENCE[42, 1].says("二十日内"), change_term, since=(Case.accepted_on,), until=DECIDED,
        when=changing, on_expiry=Consequence("逾期，应当立即办理", LICENCE[49]),
    )  # fmt: skip
    deliver_time = Limit(
        "换发、送达许可证件", LICENCE[44].says("十日内"), TEN_DAYS, since=(S.grant, S.deem_renewed),
        until=(S.deliver,), on_expiry=Consequence("逾期，应当立即颁发、送达", LICENCE[44]),
    )  # fmt: skip

    lc_change_applied = Count("变更申请", by=(S.apply,), where=CHANGE, definition="期内收到的变更申请。")
    lc_renewal_applied = Count("延续申请", by=(S.apply,), where=RENEWAL, definition="期内收到的延续申请。")
    lc_changes = Count("准予变更", by=(S.grant,), where=CHANGE, definition="期内作出的准予变更决定，计入许可数。")
    lc_renewals = Count(
        "准予延续", by=(S.grant, S.deem_renewed), where=RENEWAL, definition="期内准予延续的，含视为准予的，计入许可数。"
    )
    lc_deemed_renewals = Count(
        "视为准予延续", by=(S.deem_renewed,), definition="其中有效期届满前没有作出决定，视为准予的。"
    )
    lc_change_denied = Count(
        "不予变更、延续", by=(S.deny,), definition="期内作出的不予变更、不予延续决定，计入不予许可数。"
    )
    lc_change_refused = Count(
        "变更、延续未受理", by=(S.refuse, S.send_back), definition="期内不予受理、逾期未补正退回的变更、延续申请。"
    )

    @classmethod
    def title_of(cls, record: Case) -> str:
        """What is asked for, of which licence."""
        kind = ChangeKind(record.kind).label if record.kind else "变更、延续"
        return f"{record.item_name or '行政许可'}{kind}：{record.party_public_name}"


__all__ = ["LicenceChange", "renewing"]
