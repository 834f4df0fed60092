"""Application and acceptance (申请与受理): 许可法 29—32, LIC-S01, LIC-S02."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.authority.models import DelegatedAct
from yifa.areas.enforcement.common.acting import entrusted_item
from yifa.areas.enforcement.common.party import fit_party, more_party_fields
from yifa.areas.enforcement.licence import conditions as test
from yifa.areas.enforcement.licence import papers
from yifa.areas.enforcement.licence.acts import COMMITMENT, LICENCE, LISTED, PUBLISHED, TOLD_ONCE
from yifa.areas.enforcement.licence.choices import AcceptMode, Outcome, Refusal
from yifa.areas.enforcement.licence.deciding_conditions import dates_in_order, number_free
from yifa.areas.enforcement.licence.item import item_of
from yifa.areas.enforcement.licence.models import LicenceCase as Case
from yifa.clock.periods import plus_months
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

WINDOW = (Role.HANDLER, Role.SECRETARY)
PARTY = (Case.party_id_type, Case.party_id_no, Case.party_address, *more_party_fields(Case))
ABOUT = (
    Case.kind, Case.matter, Case.agent, Case.request, Case.materials, Case.proxy, Case.confidential,
    Case.commitment, Case.handling, Case.level, Case.decide_days, Case.days_basis, Case.quota, Case.safety,
    Case.major_interest, Case.hearing_by_law, Case.substantive, Case.review_required,
)  # fmt: skip
FITS = (
    computed(LISTED, "事项在本机关公布的许可清单内", test.item_published),
    computed(PUBLISHED, "许可规定已经公布", test.item_published),
)
ON_THE_LIST = FITS[0]
IN_TIME = computed(
    LICENCE[42, 1].says("法律、法规另有规定"), "另有规定的办理天数有法律、法规依据", test.other_days_founded,
    qualified=LICENCE[42, 1].says("法律、法规另有规定"),
)  # fmt: skip
FREE = computed(LICENCE[58, 1].says("不得收取任何费用"), "没有法律、行政法规依据的不收费", test.fee_founded)
LIES = "有证据证明申请人隐瞒有关情况或者提供虚假材料，并给予警告"
FALSE = judged(LICENCE[78].says("虚假材料"), LIES)


def listed(record: Any, on: date) -> list[dict[str, str]]:
    """The papers as ticked; those of the guide, all there, where nothing was said."""
    if record.materials:
        return list(record.materials)
    item = item_of(record.organ_id, record.item_code)
    return [{"name": str(name), "state": "present"} for name in (item.materials if item is not None else [])]


def from_guide(name: str, of_item: str) -> Any:
    """A field as entered, or as the guide of the item says."""

    def value(record: Any, on: date) -> Any:
        own = getattr(record, name)
        item = item_of(record.organ_id, record.item_code)
        return own or (getattr(item, of_item) if item is not None else own)

    return value


def kind_of(record: Any, on: date) -> str:
    """The kind that the guide gives; what was chosen where there is no guide."""
    item = item_of(record.organ_id, record.item_code)
    return str(item.kind if item is not None else record.kind)


def other_days(record: Any, on: date) -> int | None:
    """The special number of days of the guide; None where it is the usual one."""
    item = item_of(record.organ_id, record.item_code)
    days = record.decide_days or (item.decide_days if item is not None else None)
    return None if days == 20 else days


def last_received(record: Any, on: date) -> Any:
    """When the papers came in: acceptance by silence counts from that day (许可法32①四)."""
    return record.last_received


def refused_until(record: Any, on: date) -> date | None:
    """The last day of the year in which a liar may not apply again (许可法78)."""
    return plus_months(on, 12) if record.safety and record.refusal == Refusal.FALSE else None


FROM_GUIDE = (
    (Case.materials, listed), (Case.kind, kind_of), (Case.safety, from_guide("safety", "safety")),
    (Case.quota, from_guide("quota", "quota")), (Case.matter, from_guide("matter", "matter")),
    (Case.hearing_by_law, from_guide("hearing_by_law", "hearing")),
    (Case.review_required, from_guide("review_required", "legal_review")),
    (Case.decide_days, other_days), (Case.days_basis, from_guide("days_basis", "days_basis")),
)  # fmt: skip


class Intake(Procedure, abstract=True):
    """Stages, and the steps until the application is accepted."""

    key, label, mark = "licence", "行政许可", "许受"
    model = Case

    received = Stage("收件")
    correcting = Stage("待补正")
    reviewing = Stage("审查")
    granted = Stage("待颁证")
    in_force = Stage("已颁证", final=True)
    lapsed = Stage("已失效，待注销")
    ended = Stage("已注销", final=True)
    denied = Stage("不予许可", final=True)
    not_accepted = Stage("未受理", final=True)
    withdrawn = Stage("已撤回申请", final=True)
    reported = Stage("已报上级", final=True)

    receive = Step(
        "收到许可申请",
        (LICENCE[29, 1], LICENCE[29, 3]),
        NEW >> received,
        by=WINDOW,
        needs=(Case.party_type, Case.party_name, Case.item_code, Case.item_name),
        may=(Case.channel, *PARTY, *ABOUT),
        sets=((Case.received_on, ON), *FROM_GUIDE),
        conditions=(fit_party(LICENCE[31]), entrusted_item(DelegatedAct.LICENCE, LICENCE[24, 3])),
        help="申请书和材料到达窗口、系统或者邮件收到之日。材料目录按许可事项清单自动列出，逐项核对。",
    )
    not_needed = Step(
        "告知不需要取得许可",
        LICENCE[32, 1].item(1).says("即时告知"),
        received >> not_accepted,
        by=WINDOW,
        needs=(Case.refusal_reason,),
        sets=((Case.refusal, Refusal.NOT_REQUIRED.value), (Case.outcome, Outcome.NOT_REQUIRED.value)),
        document=papers.NOT_REQUIRED,
    )
    correct_now = Step(
        "当场更正",
        LICENCE[32, 1].item(3).says("当场更正"),
        received,
        by=Role.APPLICANT,
        may=(Case.materials, Case.request, *PARTY),
        asks=(Input("更正的内容", "text", code="what"),),
    )
    require = Step(
        "一次告知补正",
        TOLD_ONCE,
        received >> correcting,
        by=WINDOW,
        needs=(Case.supplement_items,),
        may=(Case.supplement_until, Case.materials),
        once=True,
        document=papers.SUPPLEMENT,
        conditions=(
            judged(LICENCE[31].says("无关的技术资料"), "告知的是需要补正的全部内容，没有办事指南目录以外的材料"),
        ),
        help="当场或者五个工作日内一次告知；以后不得再要求补正。补正所需时间不计入办理期限（尚未受理）。",
    )
    supplement = Step(
        "收到补正材料",
        LICENCE[32, 1].item(5).says("全部补正"),
        correcting >> received,
        by=Role.APPLICANT,
        may=(Case.materials, Case.request),
        sets=((Case.supplemented_on, ON),),
    )
    send_back = Step(
        "逾期未补正，退回申请",
        TOLD_ONCE,
        correcting >> not_accepted,
        by=WINDOW,
        sets=((Case.outcome, Outcome.LAPSED.value), (Case.refusal, Refusal.INCOMPLETE.value)),
        document=papers.RETURNED,
        conditions=(computed(TOLD_ONCE, "补正截止日已经经过", test.supplement_overdue),),
        help="法律没有规定补正期限；补正告知书写明截止日的，逾期可以退回，申请人可以重新申请。",
    )
    refuse = Step(
        "不予受理",
        (LICENCE[32, 1].item(2).says("不予受理"), LICENCE[32, 2].says("专用印章"), LICENCE[78]),
        received >> not_accepted,
        by=WINDOW,
        needs=(Case.refusal, Case.refusal_reason),
        may=(Case.proper_organ,),
        sets=((Case.outcome, Outcome.NOT_ACCEPTED.value), (Case.banned_until, refused_until)),
        document=papers.NOT_ACCEPTED,
        conditions=(
            computed(LICENCE[32, 1].item(2), "告知申请人向有关机关申请", test.proper_organ_said),
            computed(TOLD_ONCE, "材料不齐全的，经过一次告知和补正", test.only_what_was_told),
            computed(LICENCE[78].says("再次申请"), "确在不得再次申请的期间内", test.banned),
            judged(LICENCE[78].says("虚假材料"), LIES, when=test.called_false),
        ),
        help="出具加盖专用印章和注明日期的书面凭证。",
    )
    accept = Step(
        "受理",
        (LICENCE[32, 1].item(5).says("应当受理"), LICENCE[32, 2].says("书面凭证")),
        received >> reviewing,
        by=WINDOW,
        may=(*ABOUT, Case.fee, Case.fee_basis),
        sets=((Case.accepted_on, ON), (Case.accept_mode, AcceptMode.ACCEPTED.value)),
        document=papers.ACCEPTED,
        conditions=(
            ON_THE_LIST,
            FITS[1],
            computed(LICENCE[78], "申请人不在不得再次申请的期间内", test.not_banned),
            computed(LICENCE[32, 1].item(5).says("材料齐全"), "申请材料齐全、符合法定形式", test.materials_complete),
            IN_TIME,
            FREE,
        ),
        help="出具加盖专用印章和注明日期的受理凭证；办理期限自受理之日起算。",
    )
    deem_accepted = Step(
        "视为受理",
        LICENCE[32, 1].item(4).says("即为受理"),
        received >> reviewing,
        by=Role.SYSTEM,
        sets=((Case.accepted_on, last_received), (Case.accept_mode, AcceptMode.DEEMED.value)),
        help="五个工作日内没有告知补正的，自收到申请材料之日起即为受理；办理期限自该日起算。",
    )
    register = Step(
        "补录已有许可",
        LICENCE[61, 1],
        NEW >> in_force,
        by=WINDOW,
        needs=(
            Case.party_type,
            Case.party_name,
            Case.item_code,
            Case.item_name,
            Case.certificate,
            Case.licence_no,
            Case.valid_from,
            Case.scope,
        ),
        may=(Case.valid_to, Case.decided_on, Case.kind, Case.safety, Case.renewal_days, *PARTY),
        sets=((Case.standing, "valid"), (Case.outcome, Outcome.GRANTED.value)),
        conditions=(
            fit_party(LICENCE[31]),
            computed(LICENCE[39, 1], "许可证号没有重复", number_free),
            computed(LICENCE[50, 1], "有效期起止正确，尚未届满", dates_in_order),
        ),
        help="启用本系统以前颁发的许可，补录后可以办理变更、延续、撤回、撤销、注销；不计入本年申请和许可数。",
    )
    commit = Step(
        "签收告知承诺书",
        COMMITMENT,
        received | reviewing,
        by=WINDOW,
        needs=(Case.commitment_text,),
        sets=((Case.commitment, True),),
        document=papers.COMMITMENT,
        conditions=(
            computed(COMMITMENT, "事项可以告知承诺，有书面承诺", test.commitment_allowed),
            judged(COMMITMENT, "已一次告知条件、标准、后果，申请人书面承诺并愿意承担法律责任"),
        ),
    )
