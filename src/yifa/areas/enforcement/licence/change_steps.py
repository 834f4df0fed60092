"""Changes and renewals of a licence (变更、延续): 许可法 49, 50."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from yifa.areas.enforcement.common.acting import fit_body
from yifa.areas.enforcement.common.party import more_party_fields, party_fields
from yifa.areas.enforcement.licence import echoes, papers
from yifa.areas.enforcement.licence.acts import LICENCE, TOLD_ONCE
from yifa.areas.enforcement.licence.choices import ChangeKind, ChangeOutcome
from yifa.areas.enforcement.licence.conditions import DEFAULTS, supplement_overdue
from yifa.areas.enforcement.licence.models import LicenceChangeCase as Case
from yifa.clock import months, validity_end
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.kernel.linking import linked_case
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

WINDOW = (Role.HANDLER, Role.SECRETARY)
ABOUT = (
    Case.item_code, Case.item_name, Case.licence_no, Case.certificate, Case.scope, Case.valid_from, Case.valid_to,
    Case.wanted, Case.late_application, *party_fields(Case), *more_party_fields(Case),
)  # fmt: skip


def renewing(situation: Situation) -> bool:
    """A renewal, which the law grants where nobody answers."""
    return bool(situation.record.kind == ChangeKind.RENEWAL)


def changing(situation: Situation) -> bool:
    """A change of what is licensed."""
    return not renewing(situation)


def renewal_runs(situation: Situation) -> bool:
    """A renewal that is granted by silence: one that was asked for in time, or was accepted though it was late.

    A licence that was revoked, withdrawn or cancelled meanwhile has no term that could go on; what becomes of it after
    the renewal was decided changes nothing here.
    """
    record = situation.record
    if not renewing(situation) or (record.closed_on is None and gone(record)):
        return False
    in_time = not record.late_application
    return in_time or (record.accepted_on is not None and DEFAULTS.flag("renewal_deemed_if_late", situation))


def gone(record: Any) -> bool:
    """The licence came to an end while its renewal was being dealt with."""
    licence = linked_case(record, "licence") if record.pk is not None else None
    return licence is not None and licence.stage in ("lapsed", "ended")


def in_time_to_accept(situation: Situation) -> str | None:
    """A late renewal cannot be accepted once the term is over: there is nothing left to renew (许可法50①)."""
    record = situation.record
    if not record.late_application or record.valid_to is None or situation.on <= record.valid_to:
        return None
    return f"有效期已于{record.valid_to}届满，延续申请又晚于规定的日期，请不予受理，告知重新申请许可"


def last_received(record: Any, on: date) -> date | None:
    """When the papers came in last: acceptance by silence counts from that day (许可法32①四)."""
    return record.supplemented_on or record.applied_on  # type: ignore[no-any-return]


def same_length(record: Any, on: date) -> date | None:
    """The end of the new term: as decided, else as long as the one before, from the day after its end."""
    if record.new_valid_to is not None:
        return record.new_valid_to  # type: ignore[no-any-return]
    if record.valid_to is None or record.kind != ChangeKind.RENEWAL:
        return None
    return as_long_again(record.valid_from, record.valid_to)


def as_long_again(first: date | None, last: date) -> date:
    """The last day of a term as long as the one before: in whole months where it had them, else in days.

    Both days of a term count; without a first day it is a year.
    """
    following = last + timedelta(1)
    if first is None:
        return validity_end(following, months(12))
    about = (last.year - first.year) * 12 + last.month - first.month
    for number in (about, about + 1):
        if number > 0 and validity_end(first, months(number)) == last:
            return validity_end(following, months(number))
    return last + (following - first)


def scope_said(situation: Situation) -> str | None:
    """A change says what is licensed from now on."""
    return None if situation.record.new_scope else "准予变更的，应当填写变更后的许可内容"


def term_in_order(situation: Situation) -> str | None:
    """The new term ends after the old one."""
    record = situation.record
    if record.new_valid_to is not None and record.valid_to is not None and record.new_valid_to <= record.valid_to:
        return f"延续后有效期止{record.new_valid_to}不晚于原有效期止{record.valid_to}"
    if record.new_valid_to is not None and record.new_valid_to < situation.on:
        return f"延续后有效期止{record.new_valid_to}已经届满，请核对日期"
    return None


def not_over_yet(situation: Situation) -> str | None:
    """A renewal is decided while the term runs; after that the law has granted it (许可法50②)."""
    record = situation.record
    if record.valid_to is not None and situation.on > record.valid_to and renewal_runs(situation):
        return f"有效期已于{record.valid_to}届满，逾期未作决定的视为准予延续，不得再作不予延续的决定"
    return None


def late_said(situation: Situation) -> str | None:
    """Only a late application may be refused for being late, or one whose licence ended meanwhile."""
    record = situation.record
    if record.late_application or gone(record):
        return None
    return "延续申请没有晚于规定的日期，不得以逾期为由不予受理"


class ChangeSteps(Procedure, abstract=True):
    """Stages and steps of a change or renewal."""

    key, label, mark = "licence_change", "行政许可变更、延续", "许变"
    model = Case

    received = Stage("收件")
    correcting = Stage("待补正")
    reviewing = Stage("审查")
    granted = Stage("待换证")
    done = Stage("已换证", final=True)
    denied = Stage("不予变更、延续", final=True)
    not_accepted = Stage("未受理", final=True)
    withdrawn = Stage("已撤回", final=True)

    apply = Step(
        "收到变更、延续申请",
        (LICENCE[49].says("提出申请"), LICENCE[50, 1].says("提出申请")),
        NEW >> received,
        needs=(Case.kind,),
        may=ABOUT,
        sets=((Case.applied_on, ON),),
        help="由许可案件的“收到变更申请”“收到延续申请”自动建立。",
    )
    require = Step(
        "一次告知补正", TOLD_ONCE, received >> correcting, by=WINDOW, needs=(Case.supplement_items,),
        may=(Case.supplement_until,), once=True, document=papers.SUPPLEMENT,
    )  # fmt: skip
    supplement = Step(
        "收到补正材料", LICENCE[32, 1].item(5).says("全部补正"), correcting >> received, by=Role.APPLICANT,
        sets=((Case.supplemented_on, ON),),
    )  # fmt: skip
    send_back = Step(
        "逾期未补正，退回变更、延续申请",
        TOLD_ONCE,
        correcting >> not_accepted,
        by=WINDOW,
        sets=((Case.outcome, ChangeOutcome.LAPSED.value),),
        document=papers.RETURNED,
        conditions=(computed(TOLD_ONCE, "补正截止日已经经过", supplement_overdue),),
        echo=echoes.NOT_CHANGED,
        help="补正告知书写明截止日的，逾期可以退回；延续申请退回以后，有效期届满许可失效。",
    )
    deem_accepted = Step(
        "视为受理变更、延续申请",
        TOLD_ONCE,
        received >> reviewing,
        by=Role.SYSTEM,
        sets=((Case.accepted_on, last_received),),
        help="五个工作日内没有告知补正的，自收到申请材料之日起即为受理。",
    )
    accept = Step(
        "受理变更、延续申请",
        LICENCE[32, 1].item(5).says("应当受理"),
        received >> reviewing,
        by=WINDOW,
        sets=((Case.accepted_on, ON),),
        document=papers.CHANGE_ACCEPTED,
        conditions=(computed(LICENCE[50, 1], "延续申请受理时有效期尚未届满", in_time_to_accept, when=renewing),),
    )
    refuse = Step(
        "不予受理变更、延续申请",
        (LICENCE[32, 1].item(2), LICENCE[50, 1]),
        received >> not_accepted,
        by=WINDOW,
        needs=(Case.decision_reason,),
        sets=((Case.outcome, ChangeOutcome.NOT_ACCEPTED.value),),
        document=papers.CHANGE_REFUSED,
        conditions=(computed(LICENCE[50, 1].says("三十日前"), "延续申请确实晚于规定的日期", late_said, when=renewing),),
        echo=echoes.NOT_CHANGED,
        help="延续申请晚于届满前规定日期的，可以不予受理，申请人可以重新申请许可。",
    )
    examine = Step(
        "审查变更、延续申请", (LICENCE[49], LICENCE[34, 1]), reviewing, needs=(Case.findings,),
        help="需要核实实质内容的，由两名以上工作人员核查，写明人员和情况。",
    )  # fmt: skip
    grant = Step(
        "准予变更、延续",
        (LICENCE[49].says("变更手续"), LICENCE[50, 2].says("准予延续")),
        reviewing >> granted,
        may=(Case.new_scope, Case.new_valid_to),
        sets=(
            (Case.new_valid_to, same_length), (Case.decided_on, ON), (Case.outcome, ChangeOutcome.GRANTED.value),
        ),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.CHANGE_GRANTED,
        conditions=(
            judged(LICENCE[49].says("符合法定条件"), "符合法定条件、标准"),
            fit_body(),
            computed(LICENCE[49], "写明变更后的许可内容", scope_said, when=changing),
            computed(LICENCE[50, 1], "新的有效期晚于原有效期", term_in_order, when=renewing),
            computed(LICENCE[50, 2].says("届满前"), "在有效期届满前决定", not_over_yet, when=renewing,
                     qualified=LICENCE[50, 2].says("视为准予")),
        ),
        echo=(echoes.CHANGED, echoes.RENEWED),
    )  # fmt: skip
    deny = Step(
        "不予变更、延续",
        (LICENCE[38, 2].says("说明理由"), LICENCE[50, 2]),
        reviewing >> denied,
        needs=(Case.decision_reason,),
        sets=((Case.decided_on, ON), (Case.outcome, ChangeOutcome.DENIED.value)),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.CHANGE_DENIED,
        conditions=(
            judged(LICENCE[38, 2], "不符合法定条件、标准，理由写明事实和依据的条款"),
            fit_body(),
            computed(LICENCE[50, 2].says("视为准予"), "在有效期届满前决定", not_over_yet, when=renewing),
        ),
        echo=echoes.NOT_CHANGED,
    )
    deem_renewed = Step(
        "视为准予延续",
        LICENCE[50, 2].says("视为准予"),
        (received | correcting | reviewing) >> granted,
        by=Role.SYSTEM,
        sets=((Case.new_valid_to, same_length), (Case.outcome, ChangeOutcome.DEEMED.value)),
        echo=echoes.RENEWED,
        help="有效期届满前没有作出决定的，届满次日起视为准予延续，有效期与原来等长。",
    )
    deliver = Step(
        "换发、送达许可证件", LICENCE[44].says("颁发、送达"), granted >> done, by=WINDOW,
        sets=((Case.delivered_on, ON),),
    )  # fmt: skip
    withdraw = Step(
        "被许可人撤回申请",
        LICENCE[29, 1],
        (received | correcting | reviewing) >> withdrawn,
        by=Role.APPLICANT,
        asks=(Input("情况", "text", code="how", required=False),),
        sets=((Case.outcome, ChangeOutcome.WITHDRAWN.value),),
        echo=echoes.NOT_CHANGED,
        rare=True,
    )
