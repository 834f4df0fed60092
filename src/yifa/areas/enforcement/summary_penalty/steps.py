"""The steps of an on-the-spot penalty (当场处罚的环节): PSM-S01 to PSM-S05 in one step on the scene, then the money."""

from __future__ import annotations

from datetime import date

from yifa.areas.enforcement.bases import PENALTY
from yifa.areas.enforcement.common.acting import entrusted_item, fit_body, fit_officers, granted_item, item_fields
from yifa.areas.enforcement.common.party import fit_party
from yifa.areas.enforcement.receipts.checking import own_receipts
from yifa.areas.enforcement.summary_penalty import conditions as test
from yifa.areas.enforcement.summary_penalty import echoes, papers
from yifa.areas.enforcement.summary_penalty.acts import (
    DELIVERED,
    FILED,
    HANDED,
    HEARD,
    ORDER,
    PAID,
    RECEIPT,
    RECONSIDERATION_FIRST,
    SHOWN,
    SMALL,
    SPOT,
    TELL_FIRST,
    TOLD,
    WHOLE_FILE,
)
from yifa.areas.enforcement.summary_penalty.choices import Outcome
from yifa.areas.enforcement.summary_penalty.models import SummaryCase as Case
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.kernel.situation import Situation
from yifa.office.models import Organ, OrganKind
from yifa.office.roles import Role

AT = Input("时间", "time", code="at", help="现场作出决定的时刻，写成 14:30 的形式。")
WHEN_FILED = Input("备案时间", "time", required=False, code="at", help="治安管理当场处罚二十四小时以内备案，须填写。")
PARTY = (
    Case.party_id_type, Case.party_id_no, Case.party_birth_date, Case.party_representative, Case.party_address,
    Case.party_phone,
)  # fmt: skip
SCENE = (Case.evidence, Case.statement, Case.corrective_order, Case.no_objection, Case.recorded, Case.victim)
SPOT_MONEY = (Case.collected_on_spot, Case.collect_reason, Case.receipt_no, Case.landed_on)
OFFICERS = fit_officers(test.least_officers)


def remedy_organ(record: Case, on: date) -> str:
    """Who reconsiders: what was written; else the government of the organ (复议法24), or the one above a government."""
    if record.remedy_organ:
        return record.remedy_organ
    organ: Organ | None = record.organ
    if organ is not None and organ.kind == OrganKind.GOVERNMENT:
        return "上一级人民政府"
    above = organ.parent if organ is not None else None
    while above is not None and above.kind != OrganKind.GOVERNMENT:
        above = above.parent
    return above.name if above is not None else "本级人民政府"


def bank(record: Case, on: date) -> str:
    """Who takes the money, for the decision (罚缴分离办法7①): as written, else the one that the county settled on."""
    if record.bank or not record.to_bank:
        return record.bank
    return test.DEFAULTS.text("collecting_bank", Situation(record.declaration, record))


def collected_on(record: Case, on: date) -> date | None:
    """The day of the penalty where its fine was collected there and then."""
    return on if record.fined and record.collected_on_spot else None


class SummarySteps(Procedure, abstract=True):
    """Stages and steps."""

    key, label, mark = "summary_penalty", "行政处罚（简易程序）", "当罚"
    model = Case

    started = Stage("现场处理")
    imposed = Stage("已当场处罚")
    closed = Stage("已结案", final=True)
    converted = Stage("已转普通程序", final=True)
    spared = Stage("不予处罚", final=True)
    revoked = Stage("已撤销", final=True)

    start = Step(
        "现场登记",
        SHOWN,
        NEW >> started,
        needs=(Case.violation,),
        may=(Case.party_type, Case.party_name, Case.scene_place, Case.officers, *item_fields(Case), *PARTY, *SCENE),
        help="还不能确定是否当场处罚时使用；能够当场处罚的，直接办理“当场处罚”一个环节。",
    )
    impose = Step(
        "当场处罚",
        (SPOT, SHOWN, DELIVERED, RECONSIDERATION_FIRST, TELL_FIRST),
        (NEW | started) >> imposed,
        needs=(
            Case.party_type, Case.party_name, Case.violation, Case.penalty_basis, Case.penalty_kind, Case.scene_place,
            Case.officers, Case.evidence,
        ),
        may=(
            Case.fine_amount, *SPOT_MONEY, *SCENE, *PARTY, *item_fields(Case), Case.agent, Case.party_refused_sign,
            Case.refusal_note, Case.regime, Case.remedy_organ, Case.social_impact, Case.bank, Case.preprinted_no,
        ),
        asks=(AT,),
        sets=(
            (Case.decision_date, ON),
            (Case.served_on, ON),
            (Case.collected_on, collected_on),
            (Case.bank, bank),
            (Case.remedy_organ, remedy_organ),
            (Case.review_first_notice, True),
            (Case.outcome, Outcome.SUMMARY.value),
        ),
        conditions=(
            judged(SPOT, "违法事实确凿并有法定依据，不属于依法不予处罚的情形"),
            judged(TOLD, "已出示执法证件，告知处罚内容、事实、理由、依据和权利"),
            judged(HEARD, "已听取陈述、申辩并复核，当事人明确放弃的除外"),
            judged(DELIVERED, "编有号码的决定书当场交付，已告知先申请行政复议"),
            computed(SPOT, "适用法律允许当场处罚", test.regime_fits),
            computed(SPOT, "罚款不超过当场处罚的数额", test.within_threshold),
            computed(PENALTY[52, 2].says("罚款数额"), "处罚种类与罚款数额一致", test.amount_fits_kind),
            *OFFICERS,
            fit_body(),
            granted_item(),
            entrusted_item(),
            fit_party(PENALTY[52, 1]),
            computed(PENALTY[30].says("不满十四周岁"), "当事人已满十四周岁", test.old_enough),
            computed(PENALTY[29].says("两次以上罚款"), "同一违法行为没有受过罚款", test.not_punished_already,
                     qualified=PENALTY[29].says("同一个违法行为")),
            computed(DELIVERED, "拒绝签收的已经注明", test.refusal_noted),
            computed(SMALL, "有当场收缴的法定理由", test.may_collect, when=test.collected),
            computed(RECEIPT, "已出具专用票据", test.receipt_given, when=test.collected),
            *own_receipts(test.paid_with, test.collected),
            computed(ORDER[136], "治安违法记录不公开", test.not_sealed, when=test.public_security),
            computed(SHOWN, "预印决定书的编号没有用过", test.preprinted_once),
        ),
        document=papers.DECISION,
        echo=(echoes.FINE_OWED, echoes.TO_PUBLISH),
        help="现场一次填完：当事人、违法行为、依据、处罚、地点、执法人员；没有罚款、没有当场收缴的，其余保持原样。",
    )  # fmt: skip
    convert = Step(
        "转为普通程序",
        (PENALTY[54, 1].says("全面、客观、公正"), SPOT),
        (NEW | started) >> converted,
        needs=(Case.violation, Case.item_code, Case.item_name),
        may=(Case.party_type, Case.party_name, Case.scene_place, Case.officers, Case.matter, *PARTY, *SCENE),
        asks=(Input("转为普通程序的理由", "long", code="why"),),
        sets=((Case.outcome, Outcome.CONVERTED.value),),
        echo=echoes.CONVERTED,
        help="超过当场处罚的数额，或者事实需要调查的；同时在本机关登记一条普通程序的线索。",
    )
    spare = Step(
        "不予处罚",
        (PENALTY[33, 1].says("不予行政处罚"), PENALTY[33, 3].says("进行教育")),
        (NEW | started) >> spared,
        needs=(Case.party_type, Case.party_name, Case.violation, Case.scene_place, Case.officers, Case.spare_ground),
        may=(Case.education, *item_fields(Case), *PARTY, *SCENE),
        sets=((Case.outcome, Outcome.SPARED.value),),
        conditions=(
            *OFFICERS,
            computed(PENALTY[30].says("不满十四周岁"), "不满十四周岁的年龄相符", test.spare_fits),
            computed(PENALTY[33, 3].says("进行教育"), "已对当事人进行教育", test.educated),
        ),
        document=papers.SPARED,
    )
    file = Step(
        "报所属机关备案",
        FILED,
        imposed,
        asks=(WHEN_FILED,),
        sets=((Case.filed_on, ON),),
        once=True,
        document=papers.FILING,
    )
    hand_in = Step(
        "罚款交至机关",
        HANDED,
        imposed,
        sets=((Case.handed_on, ON),),
        when=test.collected,
        once=True,
        help="执法人员当场收缴的罚款，自收缴之日起二日内交至机关；水上收缴的自抵岸之日起算。",
    )
    remit = Step(
        "罚款缴付银行",
        HANDED,
        imposed,
        needs=(Case.remittance_no,),
        sets=((Case.remitted_on, ON),),
        when=test.collected,
        requires=(hand_in,),
        once=True,
    )
    pay = Step(
        "当事人缴纳罚款",
        PAID,
        imposed,
        needs=(Case.payment_no,),
        sets=((Case.paid_on, ON),),
        when=test.to_bank,
        once=True,
        follows=echoes.FINE_PAID,
        help="在罚款收缴案件中登记缴清后自动记入；延期、分期、加处罚款、催告都在该案件办理。",
    )
    deferred = Step(
        "批准延期、分期缴纳",
        PENALTY[66, 2].says("暂缓或者分期"),
        imposed,
        when=test.to_bank,
        follows=echoes.FINE_DEFERRED,
        rare=True,
        help="罚款收缴案件批准后自动记入；以后的缴款期限在该案件计算。",
    )
    fine_ended = Step(
        "罚款终结执行",
        PENALTY[72, 1].item(4).says("强制执行"),
        imposed,
        when=test.to_bank,
        once=True,
        follows=echoes.FINE_ENDED,
        rare=True,
        help="罚款收缴案件终结执行后自动记入。",
    )
    close = Step(
        "结案归档",
        WHOLE_FILE,
        imposed >> closed,
        may=(Case.archive_no,),
        conditions=(
            computed(FILED, "已报所属机关备案", test.filed),
            computed(PENALTY[66, 1].says("予以履行"), "罚款已经缴清，或者终结执行", test.money_settled),
        ),
    )
    revoke = Step(
        "自行撤销处罚决定",
        PENALTY[75, 2].says("主动改正"),
        (imposed | closed) >> revoked,
        asks=(Input("撤销的事实和理由", "long", code="why"),),
        sets=((Case.outcome, Outcome.REVOKED.value),),
        by=(Role.HANDLER, Role.REVIEWER),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.REVOKED,
        rare=True,
        echo=(echoes.FINE_CANCELLED, echoes.PUBLICATION_CHANGED),
        help="已经公开的，三个工作日内撤回并公开说明理由（行政处罚法第四十八条第二款）。",
    )
    refund = Step(
        "退还当场收缴的罚款",
        PENALTY[74, 3].says("退还、退赔"),
        revoked,
        asks=(Input("退付凭证号码", "text", code="voucher"),),
        when=test.collected,
        once=True,
        help="当场收缴的罚款在本案登记退还；到银行缴纳的，在罚款收缴案件登记。",
    )
