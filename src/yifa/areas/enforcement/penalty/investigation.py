"""From the clue to the end of the investigation (线索、立案、调查): 行政处罚法 22—29, 36, 41—43, 54—56."""

from __future__ import annotations

from datetime import date

from yifa.areas.enforcement.common.acting import (
    entrusted_item,
    fit_body,
    fit_officers,
    granted_item,
    item_fields,
)
from yifa.areas.enforcement.common.party import fit_party, more_party_fields, party_fields
from yifa.areas.enforcement.evidence.conditions import rows_fit
from yifa.areas.enforcement.penalty import choices as c
from yifa.areas.enforcement.penalty import conditions as test
from yifa.areas.enforcement.penalty import papers
from yifa.areas.enforcement.penalty.acts import P
from yifa.areas.enforcement.penalty.echoes import JOINED, SPLIT, TRANSFERRED
from yifa.areas.enforcement.penalty.models import PenaltyCase as Case
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

WHAT = (Case.violation, Case.violation_date, Case.discovered_date)
MORE_FACTS = (
    Case.violation_end_date, Case.violation_place, Case.limitation_months, Case.accepted_date, Case.harm, Case.capacity,
    Case.guardian, Case.emergency, Case.public_interest, Case.complicated, Case.other_acts, Case.surveillance_used,
    Case.benchmark, Case.agent, Case.case_regime, Case.secrecy,
)  # fmt: skip
CLUE = (Case.clue_number, Case.informant, Case.agent)
SIGNED = (Role.AGENCY_HEAD, Role.ORGAN_HEAD)
STANDING = (fit_body(), granted_item(), entrusted_item())
JURISDICTION = judged(P[22].says("违法行为发生地"), "违法行为发生在本机关辖区，属于本机关职权")
ACTING = fit_officers(test.officers_needed)
SHOWN = judged(P[55, 1].says("出示执法证件"), "执法人员已经主动出示执法证件")


class Investigation(Procedure, abstract=True):
    """Stages of a case, and the steps until the investigation ends."""

    key, label, mark = "penalty", "行政处罚（普通程序）", "罚立"
    model = Case
    since = date(2021, 7, 15)
    version_basis = P[86]

    clue = Stage("线索核查")
    investigating = Stage("调查取证")
    examining = Stage("审查")
    noticed = Stage("告知、审核")
    decided = Stage("待送达")
    executing = Stage("执行")
    referred = Stage("已移送司法机关")
    closed = Stage("结案", final=True)
    archived = Stage("归档", final=True)
    not_filed = Stage("不予立案", final=True)
    transferred = Stage("已移送", final=True)
    withdrawn = Stage("撤销立案", final=True)
    joined = Stage("已并案", final=True)

    register = Step(
        "登记线索",
        (P[54, 1].says("发现"), P[22]),
        NEW >> clue,
        needs=(Case.clue_source, Case.item_code, Case.item_name, Case.violation, Case.discovered_date),
        may=(*CLUE, Case.matter, Case.violation_date, *party_fields(Case), *more_party_fields(Case), Case.case_regime),
        conditions=(fit_body(), fit_party()),
        document=papers.CLUE,
        help="举报人信息保密，不进入文书。当事人不明的，核查后在立案时填写。不属于本机关事项的，登记后移送。",
    )
    receive_transfer = Step(
        "接收移送",
        (P[22], P[25, 2].says("指定管辖")),
        NEW >> clue,
        needs=(Case.clue_source, Case.violation, Case.discovered_date),
        may=(*CLUE, *item_fields(Case), Case.violation_date, *party_fields(Case), *more_party_fields(Case)),
        help="其他机关在系统内移送时自动登记；纸质移送的由本机关登记。期限自本机关立案之日起算。",
    )
    verify_clue = Step(
        "核查线索",
        P[54, 1].says("全面、客观、公正"),
        clue,
        needs=(Case.officers,),
        asks=(Input("核查情况", "long", code="found"),),
        conditions=(*ACTING, SHOWN),
    )
    refuse_filing = Step(
        "不予立案",
        P[54, 2].says("立案标准"),
        clue >> not_filed,
        rare=True,
        asks=(Input("不符合立案标准的理由", "long", code="why"),),
        approved_by=SIGNED,
        document=papers.NOT_FILED,
    )
    file_case = Step(
        "立案",
        (P[54, 2].says("及时立案"), P[36, 1]),
        clue >> investigating,
        needs=(Case.party_type, Case.party_name, *item_fields(Case), *WHAT, Case.limitation_class, Case.officers),
        may=(*party_fields(Case)[2:], *more_party_fields(Case), *MORE_FACTS),
        sets=((Case.filed_date, ON),),
        approved_by=SIGNED,
        document=papers.FILING,
        conditions=(
            *STANDING,
            JURISDICTION,
            judged(P[54, 2].says("立案标准"), "符合立案标准：有违法行为，依法应当给予处罚"),
            computed(P[36, 2].says("发生之日起"), "违法行为、发现、立案的日期相符", test.dates_in_order),
            computed(P[36, 1].says("二年内"), "违法行为在处罚时效内被发现", test.not_time_barred),
            computed(P[36, 1].says("危害后果"), "时效类别与案件相符", test.class_fits),
            computed(
                P[25, 1].says("最先立案"), "没有其他机关先立案", test.own_case_elsewhere,
                qualified=P[25, 2].says("指定管辖"),
            ),
            computed(P[60].says("另有规定"), "特别制度的起算日已经填写", test.accepted_known),
            fit_party(),
            *ACTING,
        ),
        help="办案期限自立案之日起算（行政处罚法第六十条）；部门规章另有规定的，选相应案件制度。身份一时不明的，当事人写“身份待查”，"
             "在调查取证中补齐，调查终结以前查明。",
    )  # fmt: skip
    investigate = Step(
        "调查取证",
        (P[54, 1].says("收集有关证据"), P[55], P[46]),
        investigating,
        may=(
            Case.evidence, Case.officers, Case.fully_recorded, *MORE_FACTS, Case.violation, Case.limitation_class,
            *party_fields(Case), *more_party_fields(Case),
        ),
        asks=(
            Input(
                "方式", "choice", (("inquiry", "询问"), ("inspection", "现场检查"), ("survey", "勘验"),
                ("collect", "调取证据"), ("expert", "委托鉴定、检测"), ("assist", "请求协助")), code="way",
            ),
            Input("情况", "long", code="found", help="询问、检查制作笔录，经核对签名；拒绝签名的注明。"),
            Input("音像记录编号", required=False, code="recording"),
        ),
        conditions=(
            *ACTING,
            judged(SHOWN.basis, SHOWN.text, when=test.shows_certificates),
            judged(P[55, 2].says("制作笔录"), "询问、检查已经制作笔录", when=test.on_record),
            fit_party(),
            rows_fit(),
        ),
        document=papers.RECORD,
        help="每次调查登记一次；可以补充证据、当事人情况。回避决定作出前不停止调查。",
    )  # fmt: skip
    sample = Step(
        "抽样取证",
        P[56].says("抽样取证"),
        investigating,
        may=(Case.officers,),
        asks=(
            Input("样品、数量、地点", "long", code="samples"),
            Input("当事人或者见证人", code="present", personal=True),
        ),
        conditions=(*ACTING, SHOWN),
        document=papers.SAMPLING,
    )
    preserve = Step(
        "先行登记保存",
        P[56].says("先行登记保存"),
        investigating,
        rare=True,
        needs=(Case.preserved_items,),
        may=(Case.officers,),
        asks=(Input("保存地点", code="place"),),
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(
            judged(P[56].says("可能灭失"), "证据可能灭失或者以后难以取得"),
            computed(
                P[56].says("七日内"), "前一次先行登记保存已经处理",
                test.none_open("preserve", "dispose_preserved", "前一次先行登记保存尚未处理"),
            ),
            *ACTING,
        ),
        document=papers.PRESERVATION,
        help="经机关负责人批准。自保存之日起七个工作日内作出处理决定。",
    )  # fmt: skip
    dispose_preserved = Step(
        "处理先行登记保存的证据",
        P[56].says("及时作出处理决定"),
        investigating,
        needs=(Case.preservation_outcome,),
        conditions=(
            computed(
                P[56], "有先行登记保存的证据",
                test.open_since("preserve", "dispose_preserved", "没有尚待处理的先行登记保存"),
            ),
        ),
        document=papers.PRESERVATION_DONE,
        help="返还；作为证据提取、送鉴定；转为查封、扣押的，另办行政强制措施。",
    )  # fmt: skip
    review_surveillance = Step(
        "审核电子技术监控记录",
        (P[41, 1].says("法制和技术审核"), P[41, 2].says("未经审核")),
        investigating,
        by=(Role.REVIEWER, Role.AGENCY_HEAD),
        when=test.surveillance_used,
        asks=(
            Input("审核结果", "choice", (("fit", "符合要求"), ("unfit", "不符合要求")), code="result"),
            Input("告知当事人违法事实的日期", "date", code="informed_on", basis=P[41, 3].says("及时告知")),
        ),
        conditions=(
            judged(
                P[41, 1].says("设置合理"), "设备经法制和技术审核，符合标准、设置合理、标志明显，设置地点已公布",
                when=test.surveillance_fit,
            ),
            judged(P[41, 2].says("真实、清晰"), "记录真实、清晰、完整、准确", when=test.surveillance_fit),
        ),
        document=papers.SURVEILLANCE,
    )  # fmt: skip
    ask_recusal = Step(
        "当事人申请回避",
        P[43, 2].says("申请回避"),
        investigating | examining | noticed,
        rare=True,
        by=Role.APPLICANT,
        asks=(Input("申请回避的人员", code="whom", personal=True), Input("理由", "long", code="why")),
        help="决定作出之前不停止调查。",
    )
    decide_recusal = Step(
        "决定回避",
        (P[43, 1].says("应当回避"), P[43, 3].says("负责人决定")),
        investigating | examining | noticed,
        rare=True,
        by=Role.ORGAN_HEAD,
        may=(Case.officers,),
        asks=(
            Input("决定", "choice", (("recused", "回避"), ("refused", "驳回申请")), code="result"),
            Input("理由", "long", code="why"),
        ),
        conditions=ACTING,
        document=papers.RECUSAL,
        help="决定回避的，同时更换执法人员。",
    )
    order_correction = Step(
        "责令改正",
        P[28, 1].says("限期改正"),
        clue | investigating | examining | noticed,
        needs=(Case.corrective_order,),
        may=(Case.corrective_due, Case.officers),
        conditions=ACTING,
        document=papers.CORRECTION,
        help="责令改正不是行政处罚，不计入处罚数量；当事人可以申请复议、提起诉讼。",
    )
    check_correction = Step(
        "核查改正情况",
        P[28, 1].says("改正违法行为"),
        clue | investigating | examining | noticed | decided | executing,
        asks=(
            Input(
                "核查结果", "choice", (("done", "已经改正"), ("partly", "部分改正"), ("not", "没有改正")), code="result"
            ),
            Input("情况", "long", code="found"),
        ),
        may=(Case.corrected_on, Case.officers),
        conditions=ACTING,
        document=papers.CORRECTION_CHECKED,
        help="已经改正的，填写改正日。",
    )  # fmt: skip
    dispute = Step(
        "管辖争议报请指定",
        P[25, 2].says("协商不成"),
        clue | investigating,
        rare=True,
        asks=(Input("争议的机关", code="organ"), Input("争议和协商情况", "long", code="why")),
        document=papers.DISPUTE,
    )
    settle_dispute = Step(
        "管辖确定",
        P[25, 2].says("指定管辖"),
        clue | investigating,
        rare=True,
        requires=(dispute,),
        asks=(
            Input("方式", "choice", (("agreed", "协商"), ("assigned", "共同的上一级机关指定")), code="way"),
            Input("由谁管辖", "choice", (("ours", "本机关"), ("theirs", "对方机关")), code="whose"),
            Input("文号", required=False, code="paper"),
        ),
        help="由对方机关管辖的，随后移送。",
    )
    transfer = Step(
        "移送其他机关",
        (P[22], P[25, 2], P[24, 2].says("规定范围")),
        (clue | investigating | examining) >> transferred,
        rare=True,
        may=(Case.transfer_to, Case.transfer_to_name),
        asks=(Input("移送的理由", "long", code="why"),),
        approved_by=SIGNED,
        conditions=(computed(P[22], "写明移送的机关", test.receiver_known),),
        document=papers.TRANSFER,
        echo=TRANSFERRED,
        help="受移送机关在系统内的，自动为其登记线索。涉嫌犯罪的，不用本环节，作出移送司法机关的决定。",
    )
    join = Step(
        "并入另一案件",
        P[54, 1],
        investigating >> joined,
        rare=True,
        needs=(Case.join_with,),
        asks=(Input("并案的理由", "long", code="why"),),
        conditions=(computed(P[54, 1], "可以并案", test.may_join),),
        echo=JOINED,
        help="同一当事人的数个违法行为，或者数人共同违法，由同一机关办理的，可以并案；本案随之办结。",
    )
    receive_joined = Step(
        "接受并案",
        P[54, 1],
        investigating,
        rare=True,
        may=(Case.other_acts, Case.co_parties, Case.evidence),
        asks=(Input("并入的案件", code="source"),),
        help="随被并入案件的并案自动登记。办案期限仍自本案立案之日起算。",
    )
    split = Step(
        "分案处理",
        P[54, 1],
        investigating | examining,
        rare=True,
        needs=(Case.split_party,),
        asks=(Input("分案的理由", "long", code="why"),),
        conditions=(computed(P[54, 1], "分案处理的人是共同当事人", test.named_co_party),),
        echo=SPLIT,
        help="为共同当事人另建案件，办案期限仍自原案立案之日起算。",
    )
    split_off = Step(
        "分案立案",
        P[54, 1],
        NEW >> investigating,
        rare=True,
        needs=(*party_fields(Case), *item_fields(Case), *WHAT, Case.limitation_class, Case.officers, Case.filed_date),
        may=(*more_party_fields(Case), *MORE_FACTS, *CLUE, Case.clue_source, Case.evidence),
        asks=(Input("原案件", code="source"),),
        help="随原案的分案自动登记。",
    )
    exclude = Step(
        "开始扣除办案期间",
        P[60].says("另有规定"),
        investigating | examining | noticed,
        rare=True,
        when=lambda situation: bool(situation.record.regime.excludes),
        asks=(Input("事由", "choice", tuple(c.Exclusion.choices), code="why"), Input("说明", "long", code="note")),
        conditions=(
            computed(P[60], "本类案件可以扣除该期间", test.exclusion_allowed),
            computed(P[60], "没有正在扣除的期间", test.none_open("exclude", "resume", "正在扣除的期间尚未结束")),
        ),
        help="只有法律、法规、规章规定可以扣除的案件才能办理；行政处罚法本身没有扣除的规定。",
    )
    resume = Step(
        "结束扣除办案期间",
        P[60].says("另有规定"),
        investigating | examining | noticed,
        rare=True,
        requires=(exclude,),
        conditions=(computed(P[60], "有正在扣除的期间", test.open_since("exclude", "resume", "没有正在扣除的期间")),),
    )
    extend = Step(
        "延长办案期限",
        P[60].says("另有规定"),
        investigating | examining | noticed,
        rare=True,
        when=lambda situation: situation.record.regime.extensions != 0,
        asks=(
            Input("延长天数", "int", code="days", at_least=1, at_most=180),
            Input("理由", "long", code="why"),
            Input("批准机关和文号", code="approval"),
        ),
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(
            computed(P[60], "本类案件可以延长", test.extension_allowed),
            computed(P[60], "办案期限尚未届满", test.still_running),
        ),
        document=papers.EXTENSION,
        help="治安案件由上一级公安机关批准，每次三十日，至多二次；市场监管案件首次三十日，再次延长集体讨论决定。",
    )
