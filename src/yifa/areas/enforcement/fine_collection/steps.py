"""The steps of collecting a fine (罚款收缴的环节): 处罚法 66—74, 强制法 35—54, 罚缴分离办法."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from yifa.areas.enforcement.common.money import Channel
from yifa.areas.enforcement.common.party import more_party_fields, party_fields
from yifa.areas.enforcement.fine_collection import acts, papers
from yifa.areas.enforcement.fine_collection import conditions as test
from yifa.areas.enforcement.fine_collection.ledger import account, number
from yifa.areas.enforcement.fine_collection.models import FineCase as Case
from yifa.areas.enforcement.fine_collection.models import Outcome
from yifa.areas.enforcement.receipts.checking import bank_receipts, own_receipts
from yifa.kernel.declare import NEW, ON, Condition, Input, Procedure, Stage, Step, computed, judged
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

BY = (Role.HANDLER, Role.SECRETARY)
AMOUNT = Input(
    "缴纳罚款、加处罚款的金额", "decimal", code="amount", at_least=0, help="元；先冲抵罚款，再冲抵加处罚款。"
)
CONFISCATED = Input("缴纳没收款的金额", "decimal", required=False, code="confiscated", at_least=0)
RECEIPT = Input(
    "财政票据号码", "text", code="receipt_no", basis=acts.RECEIPT, help="几张的用顿号隔开，连号的写 000123至000125。"
)
WHY = Input("说明", "long", code="why")


def paid_with(situation: Situation) -> tuple[str, Decimal]:
    """The receipts of the payment that is being entered, and its amount."""
    data = situation.data
    return str(data.get("receipt_no") or ""), number(data, "amount") + number(data, "confiscated")


def collected_on(record: Any, on: date) -> date | None:
    """The day on which officers collected money themselves, of the latest such payment."""
    day: date | None = record.collected_on
    return on if record.channel == Channel.ON_SPOT else day


PAYMENT: tuple[Condition, ...] = (
    computed(acts.FIFTEEN, "缴纳的金额与应缴的相符", test.paid_something),
    judged(
        acts.ON_SPOT,
        "属于可以当场收缴罚款的情形：当场处罚依第六十八条、第六十九条，普通程序只依第六十九条",
        when=test.on_the_spot,
    ),
    judged(acts.PENALTY[70].says("专用票据"), "已经向当事人出具财政部门统一制发的专用票据", when=test.on_the_spot),
    *own_receipts(paid_with, test.on_the_spot),
    *bank_receipts(paid_with, lambda situation: not test.on_the_spot(situation)),
    computed(acts.AUCTION, "有已经查封、扣押的财物", test.seized, when=test.by_auction),
    judged(acts.AUCTION, "当事人在法定期限内没有复议、诉讼，经催告仍不履行", when=test.by_auction),
)


def settled(record: Any, on: date) -> str:
    """How it came to be paid in full."""
    if record.channel == Channel.AUCTION:
        return str(Outcome.AUCTION.value)
    if record.stage == "executing" or record.channel == Channel.COURT:
        return str(Outcome.COURT.value)
    if record.plan_ends_on is not None:
        return str((Outcome.INSTALMENT if len(record.plan_rows) > 1 else Outcome.DEFERRED).value)
    late = record.due_on is not None and on > record.due_on
    return str((Outcome.PAID_LATE if late else Outcome.PAID).value)


def granted(record: Any, on: date) -> list[dict[str, str]]:
    """The rows of the plan with the day on which those of today were granted."""
    return [row | {"granted_on": row.get("granted_on") or on.isoformat()} for row in record.plan]


def plan_ends_on(record: Any, on: date) -> date | None:
    """The last day of the plan that holds."""
    days = [str(row.get("due")) for row in record.plan_rows]
    return date.fromisoformat(max(days)) if days else None


def owed_fine(record: Any, on: date) -> Decimal:
    """What is left of the fine on the day."""
    return account(record, on).fine_left


def owed_surcharge(record: Any, on: date) -> Decimal:
    """What is left of the additional fine on the day."""
    return account(record, on).surcharge_left


OWED = ((Case.owed_fine, owed_fine), (Case.owed_surcharge, owed_surcharge))


class FineSteps(Procedure, abstract=True):
    """Stages and steps of collecting a fine."""

    key, label, mark = "fine_collection", "罚款收缴", "罚缴"
    model = Case
    since = date(2021, 7, 15)
    version_basis = acts.PENALTY[86]

    owing = Stage("待缴纳")
    deferred = Stage("延期、分期缴纳")
    executing = Stage("强制执行")
    paid = Stage("已缴清", final=True)
    terminated = Stage("终结执行", final=True)
    cancelled = Stage("决定被撤销", final=True)

    open = Step(
        "建立罚款收缴",
        (acts.FIFTEEN, acts.STATED),
        NEW >> owing,
        by=BY,
        needs=(Case.client_title, Case.fine_amount, Case.received_on, Case.surcharge_stated),
        may=(
            Case.client_number, Case.decision_number, Case.decision_date, Case.confiscated_amount, Case.bank,
            Case.own_power, Case.seized, *party_fields(Case), *more_party_fields(Case),
        ),
        conditions=(
            computed(acts.PENALTY[66, 1], "有应缴的款项", test.something_owed),
            computed(acts.FIFTEEN, "收到决定书的日期不早于决定日期", test.received_in_order),
        ),
        help="由处罚案件送达决定书时自动建立。",
    )  # fmt: skip
    pay_part = Step(
        "缴纳部分款项",
        (acts.FIFTEEN, acts.RECEIPT),
        owing | deferred | executing,
        by=BY,
        needs=(Case.channel,),
        may=(Case.landed_on,),
        asks=(AMOUNT, CONFISCATED, RECEIPT),
        sets=((Case.collected_on, collected_on),),
        conditions=(*PAYMENT, computed(acts.FIFTEEN, "尚未缴清", test.not_all_paid)),
        help="以缴款之日办理；分期的每期、部分缴纳的每笔登记一次。",
    )
    pay = Step(
        "缴清款项",
        (acts.FIFTEEN, acts.RECEIPT),
        (owing | deferred | executing) >> paid,
        by=BY,
        needs=(Case.channel,),
        may=(Case.landed_on,),
        asks=(AMOUNT, CONFISCATED, RECEIPT),
        sets=((Case.outcome, settled), (Case.collected_on, collected_on)),
        conditions=(*PAYMENT, computed(acts.THREE_PER_CENT, "罚款、加处罚款和没收款全部缴清", test.all_paid)),
        help="以缴款之日办理。逾期的连同加处罚款一并缴纳，应缴数额由系统计算。数额变更、减免以后已经没有欠款的，"
        "金额填0、票据号码填原来的票据。",
    )
    hand_in = Step(
        "当场收缴的罚款交至机关",
        acts.HANDED,
        owing | deferred | executing | paid | terminated | cancelled,
        by=BY,
        when=test.collected_here,
        asks=(Input("交至机关的金额", "decimal", code="amount", at_least=0),),
        conditions=(computed(acts.HANDED, "不超过当场收缴、尚未交出的", test.handed_in_bounds),),
        help="执法人员当场收缴的，自收缴之日起二日内交至机关，水上收缴的自抵岸之日起算；机关在二日内缴付指定的银行，"
        "登记“登记入库”。",
    )
    remit = Step(
        "登记入库",
        acts.TREASURY,
        owing | deferred | executing | paid,
        by=BY,
        asks=(
            Input("入库金额", "decimal", code="amount", at_least=0),
            Input("缴款书、入库凭证号码", "text", code="voucher"),
        ),
        conditions=(
            computed(acts.TREASURY, "有缴款记录", test.paid_any),
            computed(acts.TREASURY, "入库的不超过实缴的", test.remitted_in_bounds),
        ),
        help="罚没收入全部上缴国库，不得与本机关的考核、经费挂钩。",
    )
    refund = Step(
        "退还已缴款项",
        (acts.GIVEN_BACK, acts.PENALTY[74, 3].says("退还、退赔")),
        owing | deferred | executing | paid | cancelled,
        by=BY,
        rare=True,
        asks=(
            Input("退还金额", "decimal", code="amount", at_least=0),
            Input("退付凭证号码", "text", code="voucher"),
            WHY,
        ),
        conditions=(computed(acts.GIVEN_BACK, "退还的不超过应当退还的款项", test.refund_in_bounds),),
        help="处罚决定被撤销的，退还全部已缴款项；数额变更的，退还多缴的部分。",
    )
    apply_deferral = Step(
        "申请延期、分期缴纳",
        acts.HARDSHIP,
        owing | deferred,
        by=Role.APPLICANT,
        needs=(Case.hardship_reason,),
        help="当事人确有经济困难的，可以申请；在期限届满前提出的，期间照常计算，直至批准。",
    )
    approve_deferral = Step(
        "批准延期、分期缴纳",
        (acts.HARDSHIP, acts.AFTER_PLAN),
        (owing | deferred) >> deferred,
        by=(Role.HANDLER, Role.AGENCY_HEAD, Role.ORGAN_HEAD),
        needs=(Case.plan,),
        sets=((Case.plan, granted), (Case.plan_ends_on, plan_ends_on), (Case.refusal, "")),
        requires=(apply_deferral,),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.APPROVAL,
        conditions=(
            judged(acts.HARDSHIP, "当事人确有经济困难，有材料证明"),
            computed(acts.HARDSHIP, "各期合计等于尚未缴纳的罚款，期限依次、都是工作日", test.plan_fits),
        ),
        help="申请人民法院强制执行的三个月，自延期、分期的期限结束之日起计算。",
    )
    refuse_deferral = Step(
        "不予批准延期、分期",
        acts.HARDSHIP,
        owing | deferred,
        by=(Role.HANDLER, Role.AGENCY_HEAD, Role.ORGAN_HEAD),
        needs=(Case.refusal,),
        requires=(apply_deferral,),
        document=papers.REFUSAL,
        rare=True,
    )
    stop = Step(
        "复议、诉讼受理，停止计算加处罚款",
        acts.STANDS_STILL,
        owing | deferred | executing,
        by=BY,
        rare=True,
        asks=(
            Input("种类", "choice", (("reconsideration", "行政复议"), ("litigation", "行政诉讼")), code="kind"),
            Input("案号", "text", required=False, code="number"),
        ),
        conditions=(computed(acts.STANDS_STILL, "没有进行中的复议、诉讼", test.nothing_pending),),
        help="以受理之日办理。处罚不停止执行；加处罚款在复议、诉讼期间不计算。申请复议不以先缴纳罚款为条件。",
    )
    resume = Step(
        "复议、诉讼结束，恢复计算加处罚款",
        acts.STANDS_STILL,
        owing | deferred | executing,
        by=BY,
        asks=(
            Input("结果", "choice", (
                ("upheld", "维持、驳回"), ("withdrawn", "撤回"), ("changed", "变更"), ("revoked", "撤销、确认违法等")
            ), code="result"),
            Input("文号", "text", required=False, code="number"),
        ),
        conditions=(computed(acts.STANDS_STILL, "有进行中的复议、诉讼", test.pending),),
        help="以决定、裁判生效（送达）之日办理；变更、撤销的，再登记“罚款数额变更”“决定被撤销”。",
    )  # fmt: skip
    waive = Step(
        "减免加处罚款",
        acts.AGREEMENT,
        owing | deferred | executing,
        by=(Role.HANDLER, Role.AGENCY_HEAD, Role.ORGAN_HEAD),
        rare=True,
        asks=(Input("减免的数额", "decimal", code="amount", at_least=0), WHY),
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(
            judged(acts.AGREEMENT, "与当事人达成执行协议，当事人采取了补救措施，不损害公共利益和他人合法权益"),
            computed(acts.AGREEMENT, "减免的只是加处罚款", test.waived_in_bounds),
        ),
    )
    urge = Step(
        "送达催告书",
        (acts.URGE, acts.COERCION[35].says("书面形式")),
        owing | deferred,
        by=BY,
        sets=((Case.urged_on, ON), *OWED),
        document=papers.URGE,
        conditions=(computed(acts.URGE, "已经逾期", test.overdue),),
        help="以送达之日办理。送达十日（工作日）后仍不履行的，可以申请法院执行；由执行案件催告的，不重复。",
    )
    hand_over = Step(
        "移送强制执行",
        (acts.OVER_THIRTY, acts.PENALTY[72, 1].item(4).says("强制执行")),
        (owing | deferred) >> executing,
        by=BY,
        sets=OWED,
        conditions=(
            computed(acts.PENALTY[72, 1], "已经逾期", test.overdue),
            computed(
                acts.OVER_THIRTY,
                "延期、分期的，逾期后加处罚款也超过三十日",
                test.thirty_days_after_plan,
                when=test.direct_with_plan,
            ),
        ),
        help="本机关有强制执行权的，加处罚款超过三十日、经催告仍不履行后执行；没有的，申请人民法院强制执行。",
    )
    change_amount = Step(
        "罚款数额变更",
        acts.PENALTY[66, 1],
        owing | deferred | executing | paid,
        by=BY,
        rare=True,
        needs=(Case.fine_amount,),
        may=(Case.confiscated_amount,),
        asks=(Input("变更的文书", "text", code="document", help="复议决定书、判决书、变更决定书的文号。"), WHY),
        conditions=(computed(acts.GIVEN_BACK, "已经缴清的，变更后没有新的欠款", test.nothing_new_owed),),
        help="处罚决定被变更的，按变更后的数额自始计算；多缴的登记“退还已缴款项”。",
    )
    terminate = Step(
        "终结执行",
        (acts.ENDS, acts.NO_MORE),
        (owing | deferred | executing) >> terminated,
        by=(Role.HANDLER, Role.AGENCY_HEAD, Role.ORGAN_HEAD),
        rare=True,
        asks=(
            Input("情形", "choice", (
                ("death", "公民死亡，无遗产可供执行，又无义务承受人"),
                ("dissolved", "法人或者其他组织终止，无财产可供执行，又无义务承受人"),
                ("lost", "执行标的灭失"),
                ("three_years", "没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复（第三十九条第二款）"),
                ("other", "本机关认为需要终结执行的其他情形"),
            ), code="reason", basis=acts.ENDS),
            WHY,
        ),
        approved_by=(Role.ORGAN_HEAD,),
        sets=((Case.outcome, Outcome.WRITTEN_OFF.value), *OWED),
        document=papers.ENDED,
    )  # fmt: skip
    cancel = Step(
        "决定被撤销",
        acts.COERCION[40].item(4).says("行政决定被撤销"),
        (owing | deferred | executing | paid) >> cancelled,
        by=BY,
        rare=True,
        asks=(Input("撤销的文书", "text", code="document"),),
        sets=((Case.outcome, Outcome.CANCELLED.value),),
        help="处罚决定被撤销、确认无效的；已经缴纳的款项应当退还，接着登记“退还已缴款项”。",
    )
