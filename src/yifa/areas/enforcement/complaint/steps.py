"""The steps of complaints and reports (投诉举报的环节): 登记分流、受理、调解、核查、告知、奖励."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yifa.areas.enforcement.complaint import choices as c
from yifa.areas.enforcement.complaint import conditions as test
from yifa.areas.enforcement.complaint import papers
from yifa.areas.enforcement.complaint.acts import ACCUSED, PRIVATE, SUPERVISION, M
from yifa.areas.enforcement.complaint.models import REPORTER
from yifa.areas.enforcement.complaint.models import ComplaintCase as Case
from yifa.areas.enforcement.penalty.choices import ClueSource as PenaltySource
from yifa.areas.enforcement.supervision.choices import ClueSource
from yifa.areas.enforcement.supervision.procedure import Supervision
from yifa.kernel.declare import NEW, ON, Echo, Follows, Input, Procedure, Stage, Step, computed, judged
from yifa.kernel.situation import Situation
from yifa.office.personal import BLOCK, masked_text
from yifa.office.roles import Role

BY = (Role.HANDLER, Role.REVIEWER)
WHO = (
    Case.real_name, Case.reporter_name, Case.reporter_phone, Case.reporter_id_no, Case.reporter_address,
    Case.may_disclose,
)  # fmt: skip
WHAT = (
    Case.target_name, Case.target_type, Case.target_address, Case.target_organ, Case.matter, Case.facts, Case.channel,
    Case.source_number, Case.received_on, Case.mixed,
)  # fmt: skip
CONSUMER = test.of_kind(c.Kind.CONSUMER)
REPORT = test.of_kind(c.Kind.REPORT)
ENFORCEMENT = test.of_kind(c.Kind.ENFORCEMENT)
APART = computed(M[7].says("分别处理"), "投诉和举报已经分别处理", test.apart)
BY_HEAD = judged(M[31, 1], "延长核查已经机关负责人批准", when=lambda s: s.record.line == c.Line.MARKET)
"""The rules on penalties of the market line, to which article 31 points, ask for it (没有核对到文本)."""
SOURCES = {c.Channel.HOTLINE: ClueSource.HOTLINE, c.Channel.ENTERPRISE: ClueSource.ENTERPRISE}


def received_on(record: Any, on: date) -> date:
    """The day it came in; the day of the step where none was given."""
    return record.received_on or on


def _material(record: Any) -> dict[str, Any]:
    names = (
        "target_name",
        "target_type",
        "target_address",
        "target_organ",
        "matter",
        "channel",
        "source_number",
        "received_on",
    )
    return {name: getattr(record, name) for name in names}


def without_sender(record: Any, text: str) -> str:
    """The text without numbers, and without what tells who sent it, wherever it stands."""
    known = sorted((str(getattr(record, name)).strip() for name in REPORTER), key=len, reverse=True)
    for told in known:
        if len(told) > 1:
            text = text.replace(told, BLOCK)
    return masked_text(text)


def split_off(situation: Situation) -> Mapping[str, Any]:
    """The other part of a mixed material, with who sent it: it came in on the same day."""
    record = situation.record
    sender = {name: getattr(record, name) for name in ("real_name", *REPORTER)}
    return _material(record) | sender | {"kind": record.split_kind, "facts": record.split_facts}


def passed_on(situation: Situation) -> Mapping[str, Any]:
    """What the competent organ gets: it must be able to tell whoever reported."""
    record = situation.record
    sender = {name: getattr(record, name) for name in ("real_name", *REPORTER)}
    told = {"kind": record.kind, "facts": record.facts, "channel": c.Channel.TRANSFERRED.value, "received_on": None}
    return _material(record) | sender | told | {"source_number": record.number}


def as_clue(situation: Situation) -> Mapping[str, Any]:
    """What supervision gets of a complaint about enforcement: the matter and the number, never who complained."""
    record = situation.record
    return {
        "clue_source": SOURCES.get(record.channel, ClueSource.COMPLAINT).value, "clue_number": record.number,
        "clue_text": without_sender(record, record.facts), "target_organ": record.target_organ,
        "target_name": record.target_name, "matter": record.matter,
    }  # fmt: skip


def as_violation(situation: Situation) -> Mapping[str, Any]:
    """What the penalty case gets of a report that was filed: the facts without numbers, never who reported."""
    record = situation.record
    return {
        "clue_source": PenaltySource.COMPLAINT.value, "clue_number": record.number, "item_code": record.item_code,
        "item_name": record.item_name, "matter": record.matter, "violation": without_sender(record, record.facts),
        "discovered_date": record.received_on, "party_name": record.target_name,
    }  # fmt: skip


def supervised_by_law(situation: Situation) -> bool:
    """The regulation on supervision is in force."""
    return situation.on >= Supervision.since


class ComplaintSteps(Procedure, abstract=True):
    """Stages and steps."""

    key, label, mark = "complaint", "投诉举报", "诉举"
    model = Case
    since = date(2020, 1, 1)
    version_basis = M[40].says("2020年1月1日")

    received = Stage("登记分流")
    mediating = Stage("调解")
    supervised = Stage("监督机构办理")
    telling = Stage("待告知")
    closed = Stage("办结", final=True)
    not_accepted = Stage("不予受理", final=True)
    transferred = Stage("移送、告知", final=True)

    receive = Step(
        "登记投诉举报",
        (M[8], ACCUSED.says("申诉或者检举"), PRIVATE[53]),
        NEW >> received,
        by=Role.CITIZEN,
        needs=(Case.kind, Case.channel),
        may=(*WHO, *WHAT),
        sets=((Case.received_on, received_on), (Case.line, test.line_of), (Case.target_type, test.type_of_subject)),
        conditions=(
            computed(M[9, 1].item(2).says("被投诉人的名称"), "投诉写明被投诉人", test.subject_named),
            computed(M[24, 1].says("具体线索"), "举报有具体线索", test.lead_given),
            computed(M[31, 2].says("实名举报"), "实名的登记姓名和联系方式", test.real_name_named),
        ),
        help="投诉人、举报人的信息保密，不进入公开副本，也不转给被投诉、被举报的机关。信访事项不在此登记。",
    )
    split = Step(
        "分别处理",
        M[7].says("分别处理"),
        received,
        by=BY,
        needs=(Case.split_kind, Case.split_facts),
        once=True,
        conditions=(computed(M[7], "分出的是另一类别", test.other_kind),),
        echo=Echo(
            "complaint.receive", lambda record: record.organ, split_off, anew=True
        ),
        when=lambda s: bool(s.record.mixed),
        help="同一材料包含投诉和举报的，分出另一件，各自按程序办理，收到日期相同。",
    )  # fmt: skip
    tell_elsewhere = Step(
        "告知向有权机关提出",
        M[29].says("直接向有处理权限"),
        received >> transferred,
        by=BY,
        rare=True,
        needs=(Case.transfer_name,),
        sets=((Case.outcome, c.Outcome.TRANSFERRED.value), (Case.told_on, ON)),
        conditions=(APART, computed(M[29], "写明有权机关", test.competent_named)),
        document=papers.ELSEWHERE,
        when=lambda s: not CONSUMER(s),
        help="消费投诉不属于本机关的，作出不予受理决定并告知（第十五条第一项）。",
    )
    transfer = Step(
        "移送有权机关",
        (M[37, 1].says("及时将投诉举报分送"), M[12, 1]),
        received >> transferred,
        by=BY,
        rare=True,
        may=(Case.transfer_organ, Case.transfer_name),
        sets=((Case.outcome, c.Outcome.TRANSFERRED.value),),
        conditions=(
            APART,
            computed(M[29], "写明有权机关", test.competent_named),
            computed(test.CONFIDENTIAL, "没有转给被投诉、被举报的机关", test.not_to_the_accused),
        ),
        document=papers.TRANSFER,
        echo=Echo(
            "complaint.receive", lambda record: record.transfer_organ, passed_on, anew=True
        ),
    )  # fmt: skip
    accept = Step(
        "受理投诉",
        M[14].says("七个工作日"),
        received >> mediating,
        by=BY,
        may=(*WHO, Case.target_type, Case.target_address),
        sets=((Case.accepted_on, ON),),
        conditions=(
            APART,
            computed(M[9, 1], "投诉材料齐全", test.materials_given),
            judged(M[15].item(1), "属于本机关职责，有处理权限"),
            judged(M[15].item(2), "没有其他机关、组织受理或者处理过同一争议"),
            judged(M[15].item(3), "为生活消费需要，存在消费者权益争议"),
            judged(M[15].item(4), "知道或者应当知道权益受侵害之日起没有超过三年"),
        ),
        document=papers.ACCEPTED,
        when=CONSUMER,
    )
    refuse = Step(
        "不予受理投诉",
        M[15].says("不予受理"),
        received >> not_accepted,
        by=BY,
        rare=True,
        needs=(Case.refusal,),
        sets=((Case.outcome, c.Outcome.NOT_ACCEPTED.value), (Case.told_on, ON)),
        conditions=(APART,),
        document=papers.REFUSED,
        when=CONSUMER,
    )
    mediate_on = Step(
        "组织调解", M[16, 1].says("调解的方式"), mediating, by=BY, when=CONSUMER,
        asks=(
            Input("方式", "choice", (("site", "现场调解"), ("remote", "非现场调解")), code="way"),
            Input("调解情况", "long", code="what"),
        ),
        conditions=(
            judged(M[16, 1], "投诉人和被投诉人同意调解"),
            judged(M[19, 2].says("应当回避"), "调解人员没有应当回避的情形"),
        ),
    )  # fmt: skip
    appraise = Step(
        "委托检定、检验、检测、鉴定", M[20, 3].says("不计算在调解期限"), mediating, by=BY, rare=True, when=CONSUMER,
        asks=(Input("机构和事项", "long", code="what"),),
    )  # fmt: skip
    appraised = Step(
        "收到检定、检验、检测、鉴定结果", M[20, 3], mediating, by=BY, rare=True, when=CONSUMER, requires=(appraise,),
        asks=(Input("结果", "long", code="what"),),
    )  # fmt: skip
    agree = Step(
        "达成调解协议",
        M[22, 1].says("调解书"),
        mediating >> closed,
        by=BY,
        needs=(Case.agreement,),
        may=(Case.target_type,),
        sets=((Case.outcome, c.Outcome.MEDIATED.value),),
        document=papers.AGREEMENT,
        when=CONSUMER,
    )
    end = Step(
        "终止调解",
        M[21, 1].says("终止调解"),
        mediating >> telling,
        by=BY,
        needs=(Case.ending,),
        may=(Case.target_type,),
        sets=((Case.outcome, c.Outcome.ENDED.value),),
        conditions=(computed(M[21, 1].item(5), "以期满为由的，调解期限已满", test.ended_for_time),),
        when=CONSUMER,
    )
    tell_end = Step(
        "告知终止调解", M[21, 2].says("七个工作日"), telling >> closed, by=BY, when=CONSUMER,
        sets=((Case.told_on, ON),), document=papers.ENDED,
    )  # fmt: skip
    find_clue = Step(
        "调解中发现违法线索", M[23, 1].says("涉嫌违反"), mediating, by=BY, rare=True, once=True, when=CONSUMER,
        needs=(Case.clue,), sets=((Case.clue_on, ON),),
    )  # fmt: skip
    extend_check = Step(
        "延长核查线索", M[23, 1].says("延长十五个工作日"), mediating | telling | closed, by=BY, rare=True,
        once=True, requires=(find_clue,), when=CONSUMER, asks=(Input("特殊情况", "long", code="why"),),
        conditions=(BY_HEAD,),
    )  # fmt: skip
    check_clue = Step(
        "线索核查完毕", M[23, 1].says("予以核查"), mediating | telling | closed, by=BY, once=True,
        requires=(find_clue,), when=CONSUMER, needs=(Case.check_result,),
        help="调解结束不影响线索核查；查实的，依照处罚程序立案。",
    )  # fmt: skip
    extend_verify = Step(
        "延长核查举报", M[31, 1], received, by=BY, rare=True, once=True, when=REPORT,
        asks=(Input("特殊情况", "long", code="why"),), conditions=(BY_HEAD,),
    )  # fmt: skip
    decide_filing = Step(
        "决定是否立案",
        M[31, 1].says("处理举报"),
        received >> telling,
        by=BY,
        needs=(Case.filing, Case.filing_reason),
        may=(Case.check_result, Case.filing_number, Case.item_code, Case.item_name),
        sets=((Case.outcome, lambda record, on: record.filing),),
        conditions=(APART, computed(M[31, 2].says("是否立案决定"), "写明理由", test.reasons_given)),
        echo=Echo(
            "penalty.register",
            lambda record: record.organ,
            as_violation,
            anew=True,
            when=lambda s: bool(s.record.filing == c.Filing.FILED and s.record.item_code),
        ),
        when=REPORT,
        help="决定立案并填写处罚事项编码的，同时登记处罚案件线索；举报人的信息不转入处罚案件。",
    )
    tell_reporter = Step(
        "告知实名举报人",
        M[31, 2].says("五个工作日"),
        telling >> closed,
        by=BY,
        sets=((Case.told_on, ON),),
        document=papers.TOLD,
        when=lambda s: REPORT(s) and s.record.real_name,
        help="只告知举报人本人；不得向被举报人和与办理无关的人员透露举报人和举报办理情况。",
    )
    close_anonymous = Step(
        "匿名举报办结", M[31, 1], telling >> closed, by=BY, when=lambda s: REPORT(s) and not s.record.real_name
    )
    reward = Step(
        "发给举报奖励",
        M[32].says("实行奖励"),
        closed,
        by=BY,
        needs=(Case.reward_amount,),
        once=True,
        rare=True,
        conditions=(
            computed(M[32], "符合奖励的条件", test.rewarded_here),
            judged(test.CONFIDENTIAL, "奖励的审批和发放不泄露举报人信息"),
        ),
        when=REPORT,
    )
    refer = Step(
        "转行政执法监督机构",
        (SUPERVISION[20, 2].says("行政执法问题线索"), ACCUSED, PRIVATE[53]),
        received >> supervised,
        by=BY,
        conditions=(
            APART,
            judged(test.CONFIDENTIAL, "线索中没有写投诉人的姓名和联系方式"),
        ),
        echo=Echo(
            "supervision_case.register_clue", test.supervision_body, as_clue, anew=True,
            when=supervised_by_law,
        ),
        when=ENFORCEMENT,
    )  # fmt: skip
    supervision_done = Step(
        "监督机构已处理",
        SUPERVISION[20, 2],
        supervised >> telling,
        by=BY,
        sets=((Case.outcome, c.Outcome.ANSWERED.value),),
        follows=tuple(
            Follows(f"supervision_case.{code}") for code in ("close", "not_file", "remedy_began", "raise_up")
        ),
        when=ENFORCEMENT,
    )  # fmt: skip
    answer = Step(
        "答复投诉人",
        ACCUSED,
        (received | telling) >> closed,
        by=BY,
        needs=(Case.answer,),
        sets=((Case.told_on, ON), (Case.outcome, c.Outcome.ANSWERED.value)),
        conditions=(APART,),
        document=papers.ANSWER,
        when=ENFORCEMENT,
        help="争议符合行政复议、行政诉讼受理条件的，同时告知途径和期限。",
    )
