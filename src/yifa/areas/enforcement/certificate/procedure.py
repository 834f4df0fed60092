"""Limits, publication and figures of certificates (行政执法证件)."""

from __future__ import annotations

from typing import Any

from yifa.areas.enforcement.bases import CERTIFIED, PUBLICITY, QUALIFIED
from yifa.areas.enforcement.certificate import conditions as test
from yifa.areas.enforcement.certificate.defaults import DEFAULTS
from yifa.areas.enforcement.certificate.models import CertificateCase as Case
from yifa.areas.enforcement.certificate.steps import CertificateSteps
from yifa.clock import Period, days
from yifa.kernel.declare import Consequence, Limit, Omitted, Publication, Shown
from yifa.kernel.figures import Count, Share
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

S = CertificateSteps
HOLDS = (S.issue, S.take_over, S.take_over_suspended)
CHECKED = (S.pass_check, S.resume_trained)
ENDS = (S.revoke, S.cancel)


def reminder(situation: Situation) -> Period:
    """How long before the end a renewal is asked for."""
    return days(DEFAULTS.number("remind_days", situation), CERTIFIED)


class Certificate(CertificateSteps):
    """Certificates from application to their end."""

    since = CertificateSteps.since
    fixed_by = (S.apply, S.take_over, S.take_over_suspended)
    numbered_by = (S.apply, S.take_over, S.take_over_suspended)

    check = Limit(
        "审核申领", CERTIFIED, test.days_of("check_days"), ref="AUT-T01", since=(Case.received_on,),
        until=(S.approve, S.decline, S.withdraw), on_expiry=Consequence("督促审核", CERTIFIED),
    )  # fmt: skip
    issue_in_time = Limit(
        "发证", CERTIFIED, test.days_of("issue_days"), ref="AUT-T02", since=(S.pass_exam,),
        until=(S.issue, S.refuse, S.withdraw), on_expiry=Consequence("督促发证", CERTIFIED),
    )  # fmt: skip
    yearly = Limit(
        "年审", CERTIFIED, test.a_year, ref="AUT-T03", since=(*HOLDS, *CHECKED),
        until=(S.pass_check, S.fail_check, *ENDS, S.expire), stops_in=(S.suspended,), stop_basis=CERTIFIED,
        on_expiry=Consequence("没有年审的，可以暂扣，督促补办", CERTIFIED),
    )  # fmt: skip
    renewal = Limit(
        "提出换证", CERTIFIED, reminder, ref="AUT-T04", since=(*HOLDS, S.renew), before=Case.valid_to,
        judge_by="lenient", until=(S.renew, *ENDS, S.expire),
        on_expiry=Consequence("到期以前仍可换证；到期失效的应当重新申领", CERTIFIED),
    )  # fmt: skip
    validity = Limit(
        "证件有效期", QUALIFIED, None, ref="AUT-T05", since=(*HOLDS, S.renew), ends_on=Case.valid_to,
        until=(S.renew, *ENDS), effect_after=True, bound=Role.SYSTEM, on_expiry=S.expire,
    )  # fmt: skip

    officer_public = Publication(
        "执法人员公示",
        PUBLICITY,
        after=(S.issue, S.renew, S.transfer),
        shows=(
            Shown(Case.person_name), Shown(Case.cert_no), Shown(Case.cert_kind), Shown(Case.body), Shown(Case.matters),
        ),
        withheld_if=lambda s: s.stage != S.holding,
    )  # fmt: skip

    ct_applied = Count("申领执法证件", by=(S.apply,), definition="期内登记的申领。")
    ct_issued = Count("发放执法证件", by=(S.issue,), definition="期内发证的；换证不计。")
    ct_renewed = Count("换发执法证件", by=(S.renew,), definition="期内换证的，一证换几次的计一件。")
    ct_refused = Count("不予发证", by=(S.decline, S.refuse), definition="期内审核不通过、不予发证的。")
    ct_passed = Count("资格考试合格", by=(S.pass_exam,), definition="期内考试合格的人数，含补考合格。")
    ct_sat = Count(
        "参加资格考试", by=(S.pass_exam, S.fail_exam), definition="期内登记考试结果的人数，缺考计入，补考不重复计。"
    )
    ct_pass_rate = Share(
        "资格考试通过率", numerator=ct_passed, denominator=ct_sat, definition="期内合格人数占登记考试结果人数的比率。"
    )
    ct_checked = Count("年审合格", by=(S.pass_check,), definition="期内年审合格的。")
    ct_suspended = Count("暂扣执法证件", by=(S.suspend, S.fail_check), definition="期内暂扣的，含年审不合格暂扣。")
    ct_resumed = Count(
        "恢复使用执法证件", by=(S.resume, S.resume_trained), definition="期内恢复使用的，含补训合格恢复的。"
    )
    ct_transferred = Count("调转执法证件", by=(S.transfer,), definition="期内调到本县另一个执法主体的。")
    ct_revoked = Count("吊销执法证件", by=(S.revoke,), definition="期内吊销的。")
    ct_cancelled = Count("注销执法证件", by=(S.cancel,), definition="期内离岗注销的。")
    ct_expired = Count("到期失效执法证件", by=(S.expire,), definition="期内到期没有换证而失效的。")

    omitted = (
        Omitted(QUALIFIED, "执法人数、出示证件由各执法程序逐次核验，不在证件管理中表达"),
        Omitted(CERTIFIED, "证件式样、工本由省级规定，不在系统中表达"),
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The person and the body."""
        about = f"{record.person_name}（{record.body}）" if record.body else record.person_name
        return f"执法证件：{about}" if about else cls.label
