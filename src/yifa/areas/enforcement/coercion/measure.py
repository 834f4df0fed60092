"""From the report to the scene (报告、批准、实施): 行政强制法第十六条至第二十四条、第二十九条至第三十一条."""

from __future__ import annotations

from typing import Any

from yifa.areas.enforcement.coercion import conditions as test
from yifa.areas.enforcement.coercion import papers, powers, reviewing
from yifa.areas.enforcement.coercion.acts import PRIVATE_SECTOR, C
from yifa.areas.enforcement.coercion.choices import Disposal, LiftGround
from yifa.areas.enforcement.coercion.models import CoercionCase as Case
from yifa.areas.enforcement.common.acting import fit_body, fit_officers, item_fields
from yifa.areas.enforcement.common.party import fit_party, more_party_fields, party_fields
from yifa.areas.enforcement.common.recording import RECORDING, WHOLE_SCENE
from yifa.areas.enforcement.common.service import serving
from yifa.areas.enforcement.decision_review.acts import SYSTEM
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

AT = Input("实施时刻", "time", code="at", required=False, help="写成 14:30 的形式。")
URGENT_AT = Input("实施时刻", "time", code="at", help="写成 14:30 的形式；自此起算二十四小时，节假日不停。")
WHY_URGENT = Input("紧急情况", "long", code="why", help="写明来不及事先批准的情况。")
REPORTED_AT = Input("补办批准时刻", "time", code="at", help="写成 14:30 的形式。")
PARTY = party_fields(Case)
ABOUT = (
    Case.client_title, Case.client_number, *item_fields(Case), Case.agent, *PARTY, *more_party_fields(Case),
    Case.officers, Case.sealed_place, Case.items, Case.bank, Case.account_no, Case.freeze_amount, Case.involved_amount,
    Case.special_days, Case.special_basis, Case.withhold_reason,
)  # fmt: skip
KIND = (Case.measure_type, Case.purpose, Case.facts, Case.legal_basis, Case.party_type, Case.party_name)
SCENE = (Case.custody_place, Case.custodian, Case.witness, Case.statement)

POWER = (
    fit_body(),
    computed(C[17, 1].says("不得委托"), "强制措施权没有委托，由本机关的执法人员实施", powers.not_delegated),
    computed(C[17, 1].says("法定职权范围"), "本机关有实施行政强制措施的职权", powers.body_may),
    computed(C[29, 1].says("法律规定"), "冻结依照法律规定", powers.basis_is_law, when=test.frozen),
    computed(C[10, 1].says("由法律设定"), "限制人身自由依照法律规定", powers.basis_is_law, when=test.liberty),
    computed(C[22].says("法律、法规规定"), "查封、扣押依照法律、法规的规定", powers.basis_is_statute, when=test.held),
    computed(
        C[10, 2].says("行政法规可以设定"), "其他措施依照法律、行政法规的规定", powers.basis_is_regulation,
        when=test.neither_things_nor_persons,
    ),
    computed(
        C[25, 1].says("另有规定"), "特别期限有法律、行政法规依据", powers.special_term_founded, when=test.held
    ),
    computed(C[20, 2].says("法定期限"), "期限有法律依据", powers.special_term_founded, when=test.liberty),
    computed(
        C[4].says("法定的权限"), "期限有法律、行政法规依据", powers.special_term_founded,
        when=test.neither_things_nor_persons,
    ),
    computed(C[32, 1].says("另有规定"), "特别期限有法律依据", powers.special_term_founded, when=test.frozen),
)  # fmt: skip
"""Whether this organ may do this at all."""

OFFICERS = (
    *fit_officers(enough=C[18].item(2).says("两名以上")),
    judged(C[18].item(3).says("出示"), "已经出示执法身份证件"),
)
SPOT = (
    *OFFICERS,
    judged(C[18].item(4).says("通知当事人到场"), "已经通知当事人到场"),
    judged(C[18].item(5).says("当场告知"), "已经当场告知理由、依据和依法享有的权利、救济途径"),
    judged(C[18].item(6).says("陈述和申辩"), "已经听取当事人的陈述和申辩"),
    judged(C[18].item(7).says("制作现场笔录"), "已经制作现场笔录，逐项签名、盖章或者注明"),
    computed(C[18].item(9).says("见证人"), "当事人不到场的，有见证人签名", test.scene_signed),
    WHOLE_SCENE,
)
THINGS = (
    judged(C[23, 1].says("限于涉案"), "限于涉案的场所、设施或者财物，与违法行为有关", when=test.held),
    judged(
        C[23, 1].says("生活必需品"), "不是公民个人及其所扶养家属的生活必需品",
        when=lambda situation: test.held(situation) and test.of_citizen(situation),
    ),
    judged(C[23, 2].says("不得重复查封"), "没有被其他国家机关依法查封", when=test.held),
    judged(
        PRIVATE_SECTOR, "已经区分涉案财物与合法财产、企业财产与经营者个人财产、涉案人财产与案外人财产",
        when=lambda situation: test.held(situation) and test.of_business(situation),
    ),
    computed(C[24, 1].says("清单"), "清单写明名称和数量", test.listed, when=test.held),
    judged(C[24, 1].says("当场交付"), "决定书和清单已经当场交付，清单一式二份", when=test.handed_at_once),
)  # fmt: skip
FREEZING = (
    computed(C[29, 2].says("金额相当"), "冻结数额与违法行为涉及的金额相当", test.amount_matches),
    judged(C[29, 2].says("不得重复冻结"), "没有被其他国家机关依法冻结"),
)
NOT_FROZEN = computed(C[30, 1].says("第一项"), "冻结应当事先批准，不适用当场紧急实施", test.freeze_approved_before)
PERSONAL = (
    computed(C[20, 2].says("法定期限"), "写明法定期限", test.term_known, when=test.liberty),
    judged(C[20, 1].item(1).says("通知当事人家属"), "已经告知家属实施机关、地点和期限", when=test.liberty),
)


def organ_custodian(record: Any, on: Any) -> str:
    """The organ keeps what it holds, unless somebody else was named."""
    return str(record.custodian or record.organ.name)


class Measure(Procedure, abstract=True):
    """Stages of a measure, and its steps until it is in force."""

    key, label, mark = "coercive_measure", "行政强制措施", "强"
    model = Case
    version_basis = C[71]

    proposed = Stage("待批准")
    approved = Stage("已批准，待实施")
    urgent = Stage("紧急实施，待补办批准")
    in_force = Stage("实施中")
    testing = Stage("检测、鉴定期间")
    lifting = Stage("已解除，待退还")
    dropped = Stage("没有采取", final=True)
    lapsed = Stage("期满由金融机构解除", final=True)
    handed = Stage("已移送司法机关", final=True)
    settled = Stage("办结", final=True)

    report = Step(
        "报告", C[18].item(1).says("报告"), NEW >> proposed, needs=KIND, may=ABOUT,
        conditions=(
            *POWER,
            fit_party(),
        ),
        help="由查处案件带出，或者直接建立。实施前应当经机关负责人批准；来不及的办理“当场紧急实施”。",
    )  # fmt: skip
    submit_review = Step(
        "送法制审核", SYSTEM, proposed, may=ABOUT, echo=reviewing.ASKED,
        help="列入重大执法决定法制审核目录的，审核通过后才能批准；不在目录的也可以送审。紧急实施的除外。",
    )  # fmt: skip
    review_done = Step(
        "收到法制审核意见", SYSTEM, proposed | approved | urgent | in_force | testing | lifting,
        needs=(Case.review_result,), may=(Case.review_number, Case.review_cleared), follows=reviewing.ANSWERED,
    )  # fmt: skip
    approve = Step(
        "批准", C[18].item(1).says("经批准"), proposed >> approved, may=ABOUT, sets=((Case.approved_on, ON),),
        approved_by=(Role.ORGAN_HEAD,), document=papers.APPROVAL,
        conditions=(
            *POWER,
            judged(C[5].says("非强制手段"), "采用非强制手段不能达到行政管理目的"),
            judged(C[16, 2].says("显著轻微"), "已经考量情节和社会危害，需要采取（显著轻微、没有明显危害的可以不采取）"),
            computed(SYSTEM, "应当法制审核的已经审核通过", reviewing.reviewed),
        ), echo=reviewing.ADOPTED,
    )  # fmt: skip
    drop = Step(
        "不批准、不采取", C[16, 2].says("可以不采取"), (proposed | approved) >> dropped, rare=True,
        asks=(Input("理由", "long", code="why"),),
    )  # fmt: skip
    implement = Step(
        "实施查封、扣押",
        (C[18], C[24, 1].says("当场交付")),
        approved >> in_force,
        needs=(Case.officers, Case.scene, Case.party_address),
        may=(*ABOUT, *SCENE),
        asks=(AT, RECORDING),
        sets=((Case.implemented_on, ON), (Case.custodian, organ_custodian)),
        conditions=(*POWER, *SPOT, *THINGS),
        document=papers.DECISION,
        when=test.held,
        help="当事人拒绝签名的在笔录中注明；不到场的邀请见证人。期限自实施当日的次日起算三十日，末日遇节假日不顺延。",
    )
    freeze = Step(
        "实施冻结",
        (C[30, 1].says("冻结通知书"), C[18].item(7)),
        approved >> in_force,
        needs=(
            Case.officers,
            Case.party_address,
            Case.bank,
            Case.account_no,
            Case.freeze_amount,
            Case.involved_amount,
        ),
        may=ABOUT,
        asks=(AT,),
        sets=((Case.implemented_on, ON),),
        conditions=(*POWER, *OFFICERS, judged(C[18].item(7), "已经制作现场笔录"), *FREEZING),
        document=papers.FREEZE_NOTICE,
        when=test.frozen,
        help="向金融机构交付冻结通知书之日办理；不得在冻结前告知当事人，三个工作日内向当事人交付冻结决定书。",
    )
    implement_other = Step(
        "实施其他强制措施",
        C[18],
        approved >> in_force,
        needs=(Case.officers, Case.scene),
        may=(*ABOUT, *SCENE),
        asks=(AT, RECORDING),
        sets=((Case.implemented_on, ON),),
        conditions=(*POWER, *SPOT, *PERSONAL),
        document=papers.OTHER_DECISION,
        when=test.other,
    )
    implement_urgent = Step(
        "当场紧急实施",
        (C[19].says("情况紧急"), C[18]),
        (NEW | proposed) >> urgent,
        needs=(*KIND, Case.officers, Case.scene, Case.party_address),
        may=(*ABOUT, *SCENE),
        asks=(URGENT_AT, WHY_URGENT, RECORDING),
        sets=((Case.implemented_on, ON), (Case.emergency, True), (Case.custodian, organ_custodian)),
        conditions=(
            *POWER,
            fit_party(),
            *SPOT,
            *THINGS,
            NOT_FROZEN,
            computed(C[24, 1].says("决定书和清单"), "是查封或者扣押", test.urgent_of_things),
        ),
        document=papers.DECISION,
        rare=True,
        help="二十四小时内向机关负责人报告并补办批准，节假日不停。当事人不到场的，事后送达决定书和清单。",
    )  # fmt: skip
    implement_other_urgent = Step(
        "当场紧急实施其他强制措施",
        (C[19].says("情况紧急"), C[20, 1].item(2)),
        (NEW | proposed) >> urgent,
        needs=(*KIND, Case.officers, Case.scene),
        may=(*ABOUT, *SCENE),
        asks=(URGENT_AT, WHY_URGENT, RECORDING),
        sets=((Case.implemented_on, ON), (Case.emergency, True)),
        conditions=(
            *POWER,
            fit_party(),
            *SPOT,
            *PERSONAL,
            NOT_FROZEN,
            computed(C[19].says("当场实施"), "不是查封、扣押", test.urgent_of_others),
        ),
        document=papers.OTHER_DECISION,
        rare=True,
        help="二十四小时内报告并补办批准，节假日不停；限制人身自由的，返回机关后立即报告并补办。",
    )  # fmt: skip
    deliver_decision = Step(
        "送达决定书和清单（当事人不到场）", C[24, 1].says("决定书和清单"), urgent | in_force | testing | lifting,
        when=test.absent, once=True, **serving(Case, Case.decision_told_on),
    )  # fmt: skip
    ratify = Step(
        "补办批准", C[19].says("补办批准手续"), urgent >> in_force, asks=(REPORTED_AT,),
        sets=((Case.approved_on, ON),), approved_by=(Role.ORGAN_HEAD,), document=papers.RATIFIED,
    )  # fmt: skip
    refuse_ratify = Step(
        "不予批准，立即解除", C[19].says("立即解除"), urgent >> lifting,
        asks=(REPORTED_AT, Input("理由", "long", code="why")), rare=True,
        sets=((Case.lift_ground, LiftGround.NOT_APPROVED), (Case.lifted_on, ON), (Case.disposal, Disposal.RELEASED)),
        approved_by=(Role.ORGAN_HEAD,), document=papers.LIFTING,
    )  # fmt: skip
    deliver_freeze = Step(
        "向当事人交付冻结决定书", C[31].says("三日内"), in_force | lifting, when=test.frozen, once=True,
        document=papers.FREEZE_DECISION, **serving(Case, Case.freeze_told_on),
    )  # fmt: skip
