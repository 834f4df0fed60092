"""The steps of a referral (移送的环节): 移送规定 3—13, 处罚法 8, 27, 35, 强制法 21."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.common.acting import fit_officers
from yifa.areas.enforcement.common.party import more_party_fields, party_fields
from yifa.areas.enforcement.criminal_referral import acts, papers
from yifa.areas.enforcement.criminal_referral import conditions as test
from yifa.areas.enforcement.criminal_referral.choices import Direction, Outcome
from yifa.areas.enforcement.criminal_referral.models import ReferralCase as Case
from yifa.areas.enforcement.criminal_referral.models import document_rows
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

HEADS = (Role.HANDLER, Role.ORGAN_HEAD)
ABOUT: tuple[Any, ...] = (Case.client_number, *party_fields(Case), *more_party_fields(Case))
TIME = Input("时刻", "time", code="at", help="写成 16:20 的形式；二十四小时自这一时刻起算，节假日照走。")
WHY = Input("理由", "long", code="why")


def how_filed(record: Any, on: date) -> str:
    """Filed at once, or after reconsideration or supervision."""
    return str((Outcome.REFILED if record.not_filed_why else Outcome.FILED).value)


class ReferralSteps(Procedure, abstract=True):
    """Stages and steps of a referral."""

    key, label, mark = "criminal_referral", "涉嫌犯罪案件移送", "移"
    model = Case
    since = date(2020, 8, 7)
    version_basis = acts.REFERRAL[20]

    verifying = Stage("专案组核实")
    reported = Stage("待审批移送")
    approved = Stage("已批准，待移送")
    transferred = Stage("已移送，待接受")
    accepted = Stage("公安机关审查")
    refused = Stage("不予立案")
    reconsidering = Stage("公安机关复议")
    upheld = Stage("复议维持不立案")
    supervised = Stage("建议立案监督")
    filed = Stage("公安机关已立案")
    back = Stage("反向移送，待处理")
    not_approved = Stage("不批准移送", final=True)
    administrative = Stage("转行政处理", final=True)
    sent_back = Stage("立案后移送行政处理", final=True)
    sentenced = Stage("刑事裁判生效", final=True)
    answered = Stage("已处理并回复", final=True)

    open = Step(
        "指定专案组核实",
        (acts.TEAM, acts.MUST),
        NEW >> verifying,
        needs=(Case.client_title, Case.suspected_crime, Case.officers),
        may=(Case.facts, Case.prior_penalties, *ABOUT),
        sets=((Case.direction, Direction.FORWARD.value), (Case.documents, document_rows)),
        conditions=fit_officers(2, enough=acts.TEAM),
        help="发现涉嫌犯罪的，立即指定两名以上执法人员组成专案组。由所涉案件自动建立，也可以直接登记。",
    )
    report = Step(
        "提出移送书面报告",
        acts.TEAM,
        verifying >> reported,
        needs=(Case.facts, Case.suspected_crime),
        may=(Case.officers, Case.prior_penalties),
        sets=((Case.reported_on, ON),),
        document=papers.REPORT,
        conditions=(*fit_officers(2, enough=acts.TEAM), judged(acts.TEAM, "已经核实情况")),
        help="以正职负责人接到报告之日办理；三日自该日起算，遇休息日不顺延，须值班审批。",
    )
    approve = Step(
        "批准移送",
        (acts.CHIEF, acts.DECIDE),
        reported >> approved,
        by=HEADS,
        needs=(Case.chief, Case.chief_role),
        asks=(TIME,),
        conditions=(
            computed(acts.CHIEF, "写明审批人和职务", test.not_a_deputy),
            judged(acts.CHIEF, "由本机关正职负责人或者主持工作的负责人审批，不是分管副职"),
        ),
        help="批准后二十四小时内移送。",
    )
    disapprove = Step(
        "不批准移送",
        (acts.CHIEF, acts.REASONS),
        reported >> not_approved,
        by=HEADS,
        needs=(Case.chief, Case.chief_role, Case.reject_reason),
        sets=((Case.outcome, Outcome.NOT_APPROVED.value),),
        conditions=(
            computed(acts.CHIEF, "写明审批人和职务", test.not_a_deputy),
            judged(acts.NO_SUBSTITUTE, "确实不涉嫌犯罪或者依法不需要追究刑事责任，不是以罚代刑"),
        ),
        help="理由记录在案。",
    )
    transfer = Step(
        "移送公安机关",
        (acts.SEND, acts.PAPERS),
        approved >> transferred,
        needs=(Case.police, Case.documents),
        may=(Case.prior_penalties, Case.procuratorate_on),
        asks=(TIME,),
        document=papers.REFERRAL,
        conditions=(computed(acts.PAPERS, "移送材料齐全", test.documents_there),),
        help="向同级公安机关移送，同时抄送人民检察院的填写抄送日。",
    )
    receipt = Step(
        "公安机关接受并签回执",
        acts.RECEIPT,
        transferred >> accepted,
        by=Role.POLICE,
        asks=(TIME,),
        may=(Case.receipt_no, Case.police),
        sets=((Case.receipt_on, ON),),
        help="以回执载明的时间办理；立案审查的三日自接受之日起算。公安机关拒绝接受的，可以请求检察机关监督。",
    )
    passed_on = Step(
        "公安机关转送有管辖权的机关",
        acts.PASS_ON,
        accepted >> transferred,
        by=Role.POLICE,
        needs=(Case.police,),
        asks=(TIME,),
        rare=True,
        help="不属于其管辖的，在二十四小时内转送；把“受移送的公安机关”改为转送到的机关。",
    )
    file = Step(
        "收到立案通知书",
        acts.FILED,
        (accepted | reconsidering | supervised) >> filed,
        by=Role.POLICE,
        needs=(Case.filed_no,),
        sets=((Case.outcome, how_filed),),
        help="以接到立案通知书之日办理；三日内移交涉案物品和材料。",
    )
    not_file = Step(
        "收到不予立案通知书",
        acts.NOT_FILED,
        accepted >> refused,
        by=Role.POLICE,
        needs=(Case.not_filed_why,),
        may=(Case.not_filed_no,),
        conditions=(judged(acts.NOT_FILED.says("退回案卷材料"), "公安机关书面通知、说明理由，并退回案卷材料"),),
        help="以接到通知书之日办理。",
    )
    reconsider = Step(
        "提请公安机关复议",
        acts.RECONSIDER,
        refused >> reconsidering,
        asks=(WHY,),
        document=papers.RECONSIDER,
        conditions=(computed(acts.RECONSIDER, "自接到通知书之日起三日内提请", test.in_three_days),),
        help="以公安机关收到提请复议文件之日办理。",
    )
    uphold = Step(
        "收到维持不立案的复议决定",
        acts.REDECIDE,
        reconsidering >> upheld,
        by=Role.POLICE,
        asks=(Input("复议决定通知书文号", "text", required=False, code="number"),),
        help="仍有异议的，三日内建议人民检察院立案监督。",
    )
    supervise = Step(
        "建议人民检察院立案监督",
        (acts.REFERRAL[9, 1].says("立案监督"), acts.SUPERVISE),
        (refused | upheld | transferred | accepted | reconsidering) >> supervised,
        asks=(Input("人民检察院", "text", code="to"), WHY),
        document=papers.SUPERVISE,
        help="公安机关不接受移送、逾期不作决定的，也可以建议监督。",
    )
    supervision_ends = Step(
        "立案监督后仍不立案",
        acts.REFERRAL[9, 3].says("立案监督"),
        supervised >> upheld,
        by=Role.PROCURATORATE,
        rare=True,
        asks=(Input("人民检察院的答复", "long", code="answer"),),
    )
    handle = Step(
        "不予立案，转行政处理",
        acts.HANDLE,
        (refused | upheld | supervised) >> administrative,
        sets=((Case.outcome, Outcome.NOT_FILED.value),),
        help="依法应当给予行政处罚的，由所涉案件依法处罚。",
    )
    hand_over = Step(
        "移交涉案物品和材料",
        acts.HAND_OVER,
        filed,
        needs=(Case.goods,),
        document=papers.HAND_OVER,
        conditions=(
            computed(acts.HAND_OVER, "写明移交的物品和材料", test.goods_said),
            judged(acts.HAND_OVER.says("办结交接手续"), "与公安机关办结交接手续，双方签字"),
        ),
    )
    tell_party = Step(
        "书面告知当事人财物移送",
        acts.WITH_GOODS,
        filed | transferred | accepted,
        may=(Case.goods,),
        document=papers.TELL,
        conditions=(computed(acts.HAND_OVER, "写明移交的物品和材料", test.goods_said),),
        help="查封、扣押、冻结的财物一并移送的，应当书面告知当事人。",
    )
    returned = Step(
        "司法机关移送行政处理",
        acts.BACK,
        filed >> sent_back,
        needs=(Case.source, Case.source_organ, Case.source_document),
        may=(Case.reply_by,),
        sets=((Case.outcome, Outcome.RETURNED.value),),
        help="立案后撤销案件、不起诉或者免予刑事处罚，依法应当给予行政处罚的；所涉案件恢复办理。",
    )
    judge = Step(
        "登记刑事裁判",
        acts.OFFSET,
        filed >> sentenced,
        needs=(Case.source_document,),
        may=(Case.criminal_fine, Case.offset_fine),
        sets=((Case.outcome, Outcome.JUDGED.value),),
        conditions=(computed(acts.OFFSET, "折抵的罚款不超过判处的罚金", test.offset_in_bounds),),
        help="已经给予罚款的，折抵相应罚金；尚未给予罚款的，不再给予罚款。",
    )
    receive_back = Step(
        "收到司法机关移送的案件",
        (acts.BACK, acts.POLICE_BACK),
        NEW >> back,
        needs=(Case.client_title, Case.source, Case.source_organ, Case.source_document),
        may=(Case.facts, Case.reply_by, *ABOUT),
        sets=((Case.direction, Direction.REVERSE.value),),
        help="公安机关、检察院、法院认为依法应当给予行政处罚而移送，本机关此前没有移送过的。",
    )
    reply_back = Step(
        "处理并书面回复",
        (acts.BACK, acts.PENALTY[27, 2].says("案件处理信息通报")),
        (back | administrative | sent_back) >> answered,
        needs=(Case.source_organ, Case.handled),
        sets=((Case.outcome, Outcome.HANDLED.value),),
        document=papers.REPLY,
        help="立案、处罚或者不予处罚的结果书面回复移送机关。",
    )
