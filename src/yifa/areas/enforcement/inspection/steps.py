"""The steps of an inspection (行政检查的环节): E14 INS-S05 to S09."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.bases import CODED, ENVIRONMENT, PENALTY, QUALIFIED, VISITS
from yifa.areas.enforcement.common.acting import fit_body, fit_officers
from yifa.areas.enforcement.criminal_referral.acts import REFERRAL
from yifa.areas.enforcement.inspection import choices as c
from yifa.areas.enforcement.inspection import conditions as test
from yifa.areas.enforcement.inspection import door_conditions as door
from yifa.areas.enforcement.inspection import own, papers
from yifa.areas.enforcement.inspection.echoes import CRIME_CASE, PENALTY_CASE
from yifa.areas.enforcement.inspection.models import InspectionCase as Case
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

RANDOM = ENVIRONMENT[54, 1].says("随机抽取")
MERGED = ENVIRONMENT[54, 1].says("尽可能合并")
TARGETED = ENVIRONMENT[54, 2].says("有针对性")
KEY = ENVIRONMENT[54, 2].says("重点监管")
SHOWN = PENALTY[55, 1].says("出示执法证件")
CRIMINAL = REFERRAL[3, 1].says("必须依照本规定")
UNRELATED = PENALTY[43, 1].says("应当回避")
RECORDED = PENALTY[55, 2].says("制作笔录")
PUBLIC = ENVIRONMENT[54, 1].says("及时向社会公开")

OBJECT = (Case.object_name, Case.object_kind, Case.township, Case.address)
WHY = (Case.plan_number, Case.superior, Case.trigger, Case.trigger_why, Case.trigger_ref)
HOW = (
    Case.matter, Case.joint_with, Case.cross_region, Case.assist_ref, Case.unannounced, Case.withheld_why,
)  # fmt: skip
NAMED: tuple[tuple[Any, Any], ...] = (
    (Case.object_name, own.of_object("name", "object_name")),
    (Case.object_kind, own.of_object("kind", "object_kind")),
    (Case.township, own.of_object("township", "township")),
    (Case.address, own.of_object("address", "address")),
    (Case.items, own.items_named),
    (Case.matter, own.matter_of),
    (Case.officers, own.officers_named),
)
GRANTED: tuple[tuple[Any, Any], ...] = (
    (Case.approved_on, ON),
    (Case.entry_code, own.code),
    (Case.freq_cap, own.cap),
    (Case.freq_used, own.used),
    (Case.freq_exempt, own.exempt),
    (Case.freq_exempt_why, own.exempt_why),
    (Case.freq_verdict, own.verdict),
    (Case.public_name, own.public_name),
)
LISTED = computed(VISITS, "检查事项已经公布", test.items_published)
WHOM = (
    computed(CODED, "检查对象编号正确", test.object_named),
    computed(VISITS, "检查对象在名录中，或者写明名称和类型", test.object_known),
)
REASONED = (
    computed(VISITS, "列入已批准的检查计划", test.planned, when=test.by_plan),
    computed(VISITS, "检查计划已经公布", test.plan_public, qualified=VISITS, when=test.by_plan),
    computed(TARGETED, "个案检查有来源和理由", test.triggered, when=test.is_case),
    computed(VISITS, "异地检查有协助函", test.assisted, when=test.elsewhere),
)
DRAWN = computed(RANDOM, "双随机事项经随机抽取", test.drawn_at_random, qualified=KEY, when=test.is_daily)
OFTEN = (
    computed(VISITS, "没有达到年度频次上限", test.cap_not_reached, when=test.enters),
    computed(VISITS, "超过上限的个案检查有必须入企的理由", test.no_alert, qualified=VISITS, when=test.enters),
)
MERGEABLE = computed(MERGED, "前后没有其他机关检查同一企业", test.not_repeated, qualified=MERGED, when=test.by_plan)
SECOND_LOOK = ((c.Way.ONSITE.value, "入企复查"), (c.Way.DOCUMENT.value, "凭照片、视频、书面材料复查，不入企"))
REINSPECTED = (("done", "已经改正"), ("partly", "部分改正"), ("not", "没有改正"))
NO_RECUSAL = computed(UNRELATED, "执法人员没有应当回避的", door.nobody_recused)
GUESTS = computed(QUALIFIED, "联合检查的对方人员证件有效", door.joint_officers_hold)
NO_BURDEN = judged(VISITS, "没有收费、转嫁费用、指定服务，没有妨碍正常生产经营")


def one_more(record: Any, on: date) -> int:
    """One more reinspection."""
    return int(record.reinspected) + 1


def ended(outcome: c.Outcome) -> tuple[tuple[Any, Any], ...]:
    """The case ends this way."""
    return ((Case.outcome, outcome.value),)


def _corrected(situation: Any) -> str | None:
    last = situation.last(situation.procedure.step("reinspect"))
    done = last is not None and last.data.get("verdict") == "done"
    return None if done else "最近一次复查没有确认改正"


class InspectionSteps(Procedure, abstract=True):
    """Stages and steps of one inspection."""

    key, label, mark = "inspection", "行政检查", "检"
    model = Case
    version_basis = ENVIRONMENT[72]

    proposed = Stage("待批准")
    approved = Stage("待检查")
    visiting = Stage("检查中")
    finished = Stage("待告知、处理")
    correcting = Stage("责令改正")
    closed = Stage("办结", final=True)
    refused = Stage("企业依法拒绝", final=True)
    aborted = Stage("终止", final=True)
    logged = Stage("走访已登记", final=True)

    propose = Step(
        "拟订检查方案",
        VISITS,
        NEW >> proposed,
        needs=(Case.kind, Case.items, Case.object_code, Case.mode, Case.planned_on, Case.officers, Case.scheme),
        may=(*WHY, Case.draw_number, *OBJECT, *HOW),
        sets=NAMED,
        conditions=(
            fit_body(),
            LISTED,
            *WHOM,
            *REASONED,
            DRAWN,
            judged(VISITS, "能非现场检查的不入企，能合并的不重复检查，能联合的不多头检查"),
        ),
        help="检查对象、事项写编号，名称由系统填写。个案检查写明来源和理由，举报人的信息不写在这里。",
    )
    propose_drawn = Step(
        "随机抽取产生",
        RANDOM,
        NEW >> proposed,
        needs=(Case.kind, Case.items, Case.object_code, Case.mode, Case.planned_on, Case.officers, Case.draw_number),
        may=(Case.plan_number, Case.scheme, Case.matter, *OBJECT),
        sets=NAMED,
        by=Role.SYSTEM,
        conditions=(LISTED, *WHOM, *REASONED[:2], computed(RANDOM, "是该批次抽中的对象", test.drawn_at_random)),
        help="由双随机抽取批次的“发起检查”自动登记。",
    )
    revise = Step(
        "修改检查方案", VISITS, proposed,
        may=(Case.items, Case.mode, Case.planned_on, Case.officers, Case.scheme, *WHY, *OBJECT, *HOW), sets=NAMED,
        conditions=(LISTED, *WHOM, *REASONED, DRAWN),
        help="抽中的人员不能执法的，在这里更换并重新报批。",
    )  # fmt: skip
    approve = Step(
        "批准检查方案",
        VISITS,
        proposed >> approved,
        approved_by=(Role.ORGAN_HEAD,),
        sets=GRANTED,
        document=papers.APPROVAL,
        holds=own.place_of_cap,
        conditions=(
            *WHOM[:1],
            *fit_officers(),
            *OFTEN,
            MERGEABLE,
            NO_RECUSAL,
            LISTED,
            REASONED[0],
            *REASONED[2:],
            GUESTS,
        ),
        help="每次检查都须批准，包括投诉举报、企业申请引起的。批准后系统给出检查码。",
    )
    reopen = Step(
        "修改已批准的方案", VISITS, approved >> proposed, asks=(Input("修改的理由", "long", code="why"),), rare=True,
        help="改期、换人、增减事项的，修改后重新报批；检查码不变。",
    )  # fmt: skip
    start_urgent = Step(
        "紧急当场检查",
        (VISITS, TARGETED),
        NEW >> visiting,
        needs=(Case.items, Case.object_code, Case.officers, Case.trigger, Case.trigger_why, Case.urgent_why),
        may=(Case.trigger_ref, *OBJECT, *HOW),
        asks=(Input("开始检查的时刻", "time", code="at"),),
        sets=(
            *NAMED,
            (Case.kind, c.Kind.CASE.value),
            (Case.mode, c.Way.ONSITE.value),
            (Case.planned_on, ON),
            (Case.visited_on, ON),
            (Case.entry_code, own.code),
        ),
        rare=True,
        conditions=(
            fit_body(),
            LISTED,
            *WHOM,
            computed(TARGETED, "个案检查有来源和理由", test.triggered),
            *fit_officers(),
            judged(SHOWN, "已经主动出示执法证件"),
            judged(VISITS, "情况紧急，来不及事先批准"),
            NO_RECUSAL,
        ),
        help="发现需要立即处置的情况，来不及事先批准的；之后及时补办批准。",
    )
    approve_later = Step(
        "补办批准", VISITS, visiting | finished, by=Role.ORGAN_HEAD, needs=(Case.scheme,), requires=(start_urgent,),
        once=True, asks=(Input("批准的时刻", "time", code="at"),),
        sets=(
            *(pair for pair in GRANTED if pair[0] is not Case.entry_code),
        ),
        document=papers.APPROVAL,
    )  # fmt: skip
    notify = Step(
        "制发检查通知书", VISITS, approved | visiting, document=papers.NOTICE, when=test.enters,
        help="不提前告知的，检查时当面交给企业。通知书印有检查码。方案修改后重新批准的，重新制发。",
    )  # fmt: skip
    enter = Step(
        "入企检查",
        (SHOWN, VISITS),
        approved >> visiting,
        sets=((Case.visited_on, ON), (Case.officers, own.officers_named)),
        when=test.enters,
        conditions=(
            *fit_officers(),
            judged(SHOWN, "已经主动出示执法证件"),
            computed(VISITS, "有检查通知书", test.notified),
            computed(VISITS, "企业凭检查码登记到达", door.arrival_registered, qualified=VISITS),
            *OFTEN[:1],
            computed(VISITS, "检查日期是批准的日期或者在其后，在核对频次的年度内", door.on_the_approved_day),
            judged(VISITS, "已经告知检查依据、事项和检查纪律"),
            NO_RECUSAL,
            LISTED,
            computed(VISITS, "检查计划仍在实施，检查日期在计划的时间以内", door.plan_holds, when=test.by_plan),
            GUESTS,
        ),
        help="先出示检查码，由企业登记到达；企业不便扫码的，写明原因后办理。换人的，先修改方案、重新批准并制发通知书。",
    )
    examine = Step(
        "开始非现场检查", VISITS, approved >> visiting, sets=((Case.visited_on, ON),), when=test.off_site,
        conditions=(*fit_officers(), NO_RECUSAL),
    )  # fmt: skip
    note = Step(
        "制作检查笔录", RECORDED, visiting, needs=(Case.record_text, Case.av_index), document=papers.RECORD,
        conditions=(NO_BURDEN,),
    )  # fmt: skip
    conclude = Step(
        "形成检查结果",
        (VISITS, RECORDED),
        visiting >> finished,
        needs=(Case.findings, Case.result),
        may=(
            Case.correction, Case.correct_by, Case.violation, Case.penalty_item, Case.penalty_item_name,
            Case.referred_to, Case.withheld_why,
        ),
        sets=(
            (Case.finished_on, ON), (Case.public_findings, own.public_findings), (Case.public_name, own.public_name),
        ),
        conditions=(
            computed(RECORDED, "现场检查制作了笔录", test.recorded, when=test.enters),
            computed(VISITS, "入企检查制发了通知书", test.notified, when=test.enters),
            computed(VISITS, "检查结果填写完整", test.result_complete),
            NO_BURDEN,
        ),
        help="检查情况要告知企业并公开，不写个人信息、商业秘密和举报人。",
    )  # fmt: skip
    tell = Step(
        "告知检查结果", VISITS, finished, once=True, sets=((Case.told_on, ON),), document=papers.TOLD,
        conditions=(computed(VISITS, "紧急检查已经补办批准", test.approved_later),),
    )  # fmt: skip
    order = Step(
        "责令改正", PENALTY[28, 1].says("责令当事人改正"), finished >> correcting,
        needs=(Case.correction, Case.correct_by), document=papers.CORRECTION, requires=(tell,),
        conditions=(computed(PENALTY[28, 1].says("限期改正"), "改正期限不早于责令改正之日", test.term_ahead),),
    )  # fmt: skip
    extend = Step(
        "延长改正期限", PENALTY[28, 1].says("限期改正"), correcting, needs=(Case.correct_by,),
        asks=(Input("企业申请延长的理由", "long", code="why"),), rare=True,
        conditions=(computed(PENALTY[28, 1].says("限期改正"), "延长后的期限不早于办理之日", test.term_ahead),),
    )  # fmt: skip
    reinspect = Step(
        "复查", PENALTY[28, 1].says("限期改正"), correcting, sets=((Case.reinspected, one_more),),
        asks=(
            Input("复查方式", "choice", SECOND_LOOK, code="way"),
            Input("复查意见", "choice", REINSPECTED, code="verdict"),
            Input("复查情况", "long", code="how"),
        ),
        document=papers.REINSPECTION,
        conditions=(
            *fit_officers(),
            judged(SHOWN, "入企复查的，已经主动出示执法证件"),
            NO_RECUSAL,
            computed(
                VISITS, "入企复查的，企业凭检查码登记到达", door.arrival_registered_again, qualified=VISITS,
                when=test.enters,
            ),
        ),
        help="能凭照片、视频、书面材料复查的，不入企。复查不占用年度频次；入企复查的，企业凭原检查码再登记一次。",
    )  # fmt: skip
    file_case = Step(
        "移交立案",
        PENALTY[54, 2].says("及时立案"),
        finished | correcting,
        once=True,
        needs=(Case.violation, Case.penalty_item, Case.penalty_item_name),
        echo=PENALTY_CASE,
        help="在本机关登记行政处罚线索，并与本次检查关联。没有改正的，也可以移交立案。",
    )
    refer_crime = Step(
        "移送涉嫌犯罪线索", CRIMINAL, finished | correcting, once=True, needs=(Case.violation, Case.suspected_crime),
        echo=CRIME_CASE, rare=True, help="在本机关登记行刑衔接案件，由专案组核实后按规定移送公安机关。",
    )  # fmt: skip
    refer = Step(
        "移送其他机关", (PENALTY[22], PENALTY[23]), finished | correcting, needs=(Case.referred_to,),
        document=papers.REFERRAL,
    )  # fmt: skip
    close = Step(
        "检查办结", VISITS, finished >> closed, sets=((Case.outcome, lambda record, on: record.result),),
        conditions=(
            computed(VISITS, "已经告知企业，后续已经移交", test.told_and_done),
            computed(VISITS, "没有需要改正的事项", lambda s: "责令改正的，应当先责令改正并复查"
                     if s.record.result == c.Result.ORDERED else None),
        ),
    )  # fmt: skip
    confirm = Step(
        "确认改正完毕", PENALTY[28, 1].says("责令当事人改正"), correcting >> closed,
        sets=((Case.corrected_on, ON), (Case.outcome, lambda record, on: record.result)), requires=(reinspect,),
        conditions=(
            computed(PENALTY[28, 1], "最近一次复查为已经改正", _corrected),
            computed(VISITS, "已经告知企业，后续已经移交", test.told_and_done),
        ),
    )  # fmt: skip
    close_filed = Step(
        "没有改正，转立案、移送后办结", (PENALTY[54, 2].says("及时立案"), CRIMINAL), correcting >> closed,
        sets=((Case.outcome, own.handed_on),),
        conditions=(
            computed(PENALTY[54, 2].says("及时立案"), "已经移交立案，或者已经移送涉嫌犯罪线索", test.handed_on),
        ),
    )  # fmt: skip
    refuse = Step(
        "企业依法拒绝检查", SHOWN, (approved | visiting) >> refused, rare=True,
        asks=(Input("拒绝的理由和经过", "long", code="why"),), sets=ended(c.Outcome.REFUSED),
        conditions=(judged(SHOWN, "没有出示执法证件、检查通知书，或者检查事项没有公布、没有经批准"),),
        help="企业无正当理由拒绝、阻挠的，不在这里登记，继续检查并写入笔录。",
    )  # fmt: skip
    abort = Step(
        "终止检查", VISITS, (proposed | approved | visiting | correcting) >> aborted, rare=True,
        asks=(Input("终止的理由", "long", code="why"),), sets=ended(c.Outcome.ABORTED),
        help="责令改正以后，企业注销、停业等无法复查的，也可以写明理由终止；检查结果仍然计入。",
    )  # fmt: skip
    log = Step(
        "登记非执法走访",
        VISITS,
        NEW >> logged,
        needs=(Case.service, Case.object_code, Case.officers, Case.findings),
        may=(*OBJECT, Case.joint_with),
        sets=(
            *NAMED,
            (Case.kind, c.Kind.SERVICE.value),
            (Case.mode, c.Way.ONSITE.value),
            (Case.planned_on, ON),
            (Case.visited_on, ON),
            (Case.entry_code, own.code),
            (Case.outcome, c.Outcome.SERVED.value),
            (Case.freq_verdict, c.Verdict.NOT_COUNTED.value),
        ),
        conditions=(
            *WHOM,
            judged(VISITS, "没有检查，没有调取材料，没有提出处理意见；以走访名义检查的，按行政检查办理"),
        ),
        help="政策宣传、指导、服务、调研等也登记，供企业查看和监督；不占用年度频次。",
    )
