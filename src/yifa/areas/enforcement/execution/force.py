"""Decision, carrying out, stay, agreement, end (行政机关强制执行): 行政强制法第三十七条至第四十九条."""

from __future__ import annotations

from yifa.areas.enforcement.coercion import reviewing
from yifa.areas.enforcement.common.acting import fit_officers
from yifa.areas.enforcement.common.recording import RECORDING, WHOLE_SCENE
from yifa.areas.enforcement.common.service import serving
from yifa.areas.enforcement.decision_review.acts import SYSTEM
from yifa.areas.enforcement.execution import conditions as shared
from yifa.areas.enforcement.execution import force_conditions as test
from yifa.areas.enforcement.execution import papers
from yifa.areas.enforcement.execution.acts import LITIGATION, REVIEW, C
from yifa.areas.enforcement.execution.choices import Outcome
from yifa.areas.enforcement.execution.demand import HEARD, STANDS, Demand
from yifa.areas.enforcement.execution.models import ForcedExecutionCase as Case
from yifa.kernel.declare import ON, Input, Stage, Step, computed, judged
from yifa.office.roles import Role

AT = Input("开始时刻", "time", code="at", help="写成 09:30 的形式；不得在夜间实施。")
POWER = computed(C[13, 1].says("由法律设定"), "强制执行权由法律设定", test.basis_is_law)
BY_DAY = computed(
    C[43, 1].says("夜间或者法定节假日"),
    "不在夜间、法定节假日实施",
    test.by_day,
    qualified=C[43, 1].says("情况紧急的除外"),
)
NO_CUTTING = judged(C[43, 2].says("停止供水、供电"), "没有停止供水、供电、供热、供燃气等方式", when=test.in_dwelling)
WINDOWS = computed(
    C[44].says("不申请行政复议"), "复议、诉讼期限都已届满，没有进行中的复议、诉讼", test.building_windows_over,
    when=shared.building,
)  # fmt: skip
ANNOUNCED = computed(C[44].says("予以公告"), "已经公告，限期自行拆除已经届满", test.announced, when=shared.building)
REVIEWED = computed(SYSTEM, "应当法制审核的已经审核通过", reviewing.reviewed)
OURS = computed(REVIEW[78].item(2).says("复议机关"), "由本机关执行", shared.who_executes)
FITS = computed(C[12], "执行方式与义务、本环节相符", test.method_fits)
BY_LAW_TRANSFER = judged(C[47, 1].says("法律规定的行政机关"), "法律规定本机关可以划拨存款、汇款", when=test.by_transfer)
DEMANDED = computed(C[35].says("事先催告"), "催告时履行期限已经届满", shared.demanded_after)
NOT_STAYED = judged(LITIGATION[56, 1].says("停止执行"), "复议机关、人民法院没有决定、裁定停止执行")


class Force(Demand, abstract=True):
    """The steps of execution by the organ that has the power."""

    decided = Stage("已决定，待实施")
    executing = Stage("实施中")
    stayed = Stage("中止执行")
    agreed = Stage("履行执行协议")
    executed = Stage("执行完毕", final=True)
    abandoned = Stage("不再执行", final=True)

    announce = Step(
        "公告限期自行拆除",
        C[44].says("予以公告"),
        Demand.preparing | Demand.urging | Demand.demanded,
        needs=(Case.announced_at, Case.announce_until),
        sets=((Case.announced_on, ON),),
        when=shared.building,
        conditions=(
            computed(C[44].says("限期当事人自行拆除"), "给当事人留有自行拆除的期限", test.announce_after),
            STANDS,
        ),
        document=papers.ANNOUNCEMENT,
    )
    announce_lapsed = Step(
        "公告的自行拆除期限届满", C[44].says("限期当事人自行拆除"),
        Demand.preparing | Demand.urging | Demand.demanded, by=Role.SYSTEM,
    )  # fmt: skip
    submit_review = Step(
        "送法制审核", SYSTEM, Demand.preparing | Demand.urging | Demand.demanded,
        may=(Case.method, Case.force_basis, Case.officers), echo=reviewing.ASKED,
        help="列入重大执法决定法制审核目录的，审核通过后才能决定；不在目录的也可以送审。",
    )  # fmt: skip
    review_done = Step(
        "收到法制审核意见", SYSTEM,
        Demand.preparing | Demand.urging | Demand.demanded | decided | executing | stayed | agreed,
        needs=(Case.review_result,), may=(Case.review_number, Case.review_cleared), follows=reviewing.ANSWERED,
    )  # fmt: skip
    decide = Step(
        "作出强制执行决定",
        (C[37, 1].says("强制执行决定"), C[46, 1], C[44]),
        Demand.demanded >> decided,
        needs=(Case.party_address, Case.force_basis, Case.method, Case.force_on),
        may=(Case.bank, Case.surcharge, Case.withhold_reason),
        sets=((Case.force_decided_on, ON),),
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(
            POWER,
            computed(C[37, 1].says("逾期仍不履行"), "催告书已经送达，催告的期限已经届满", shared.demand_over),
            DEMANDED,
            judged(C[37, 1].says("无正当理由"), "当事人没有正当理由"),
            HEARD,
            STANDS,
            NOT_STAYED,
            computed(C[46, 1].says("超过三十日"), "已经告知标准并实施加处罚款、滞纳金", test.surcharge_told,
                     when=shared.money),
            BY_LAW_TRANSFER,
            WINDOWS,
            ANNOUNCED,
            REVIEWED,
            FITS,
            OURS,
        ),
        document=papers.DECISION,
        echo=reviewing.ADOPTED,
        help="违法建筑的强制拆除：公告限期自行拆除，且复议、诉讼期限都届满后才能决定。",
    )  # fmt: skip
    decide_at_once = Step(
        "作出立即强制执行决定",
        C[37, 3].says("立即强制执行决定"),
        Demand.demanded >> decided,
        needs=(Case.party_address, Case.force_basis, Case.method, Case.force_on),
        may=(Case.bank, Case.withhold_reason),
        asks=(Input("转移、隐匿财物的证据", "long", code="evidence"),),
        sets=((Case.force_decided_on, ON),),
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(
            POWER,
            judged(C[37, 3].says("转移或者隐匿财物"), "有证据证明有转移或者隐匿财物迹象"),
            computed(C[37, 3].says("在催告期间"), "在催告期间作出", test.within_demand),
            computed(C[44].says("限期当事人自行拆除"), "不是违法建筑的强制拆除", test.not_a_building),
            HEARD,
            STANDS,
            NOT_STAYED,
            DEMANDED,
            BY_LAW_TRANSFER,
            FITS,
            OURS,
        ),
        document=papers.AT_ONCE,
        rare=True,
    )
    serve_decision = Step("送达强制执行决定书", C[38].says("直接送达"), decided, **serving(Case, Case.force_served_on))
    execute = Step(
        "实施强制执行",
        (C[37, 2].item(3), C[43, 1]),
        decided >> executing,
        needs=(Case.officers,),
        asks=(AT, RECORDING),
        sets=((Case.executed_on, ON),),
        conditions=(
            *fit_officers(),
            computed(C[38].says("直接送达"), "强制执行决定书已经送达", test.decision_served),
            BY_DAY,
            NO_CUTTING,
            STANDS,
            WINDOWS,
            WHOLE_SCENE,
            judged(C[48].says("委托拍卖机构"), "委托拍卖机构依照拍卖法办理", when=test.by_auction),
            judged(C[47, 1].says("书面通知金融机构"), "已经书面通知金融机构", when=test.by_transfer),
            computed(C[37, 2].item(3).says("时间"), "不早于决定书载明的时间", test.on_the_day),
        ),
        help="情况紧急确需在夜间、法定节假日实施的，写明理由。",
    )
    finish = Step(
        "执行完毕",
        (C[41].says("执行完毕"), C[49].says("上缴国库")),
        executing >> executed,
        needs=(Case.result,),
        may=(Case.collected, Case.treasury_no),
        sets=((Case.outcome, Outcome.SELF),),
        conditions=(computed(C[49].says("上缴国库"), "所得款项上缴国库、财政专户", test.accounted),),
        document=papers.RECORD,
    )
    stay = Step(
        "中止执行", C[39, 1].says("中止执行"), (decided | executing) >> stayed,
        needs=(Case.stay_ground, Case.stay_reason), may=(Case.harmless,), sets=((Case.stayed_on, ON),),
        approved_by=(Role.ORGAN_HEAD,), document=papers.STAY,
    )  # fmt: skip
    resume = Step(
        "恢复执行", C[39, 2].says("恢复执行"), stayed >> decided, document=papers.RESUME,
        asks=(Input("中止情形消失的情况", "long", code="why"),),
    )  # fmt: skip
    abandon = Step(
        "不再执行", C[39, 2].says("不再执行"), stayed >> abandoned, by=Role.SYSTEM, when=test.hopeless,
        sets=((Case.outcome, Outcome.ABANDONED),),
    )  # fmt: skip
    agree = Step(
        "达成执行协议",
        C[42, 1].says("执行协议"),
        (decided | executing) >> agreed,
        needs=(Case.agreement, Case.agreement_until),
        may=(Case.instalments, Case.waived),
        conditions=(
            judged(C[42, 1].says("公共利益"), "不损害公共利益和他人合法权益"),
            judged(C[42, 1].says("补救措施"), "当事人已经采取补救措施", when=test.waived),
            computed(C[42, 1].says("加处的罚款"), "只减免加处的罚款、滞纳金", test.waiver_small_enough),
            computed(C[42, 1].says("分阶段履行"), "写明履行日期", test.agreement_dated),
            computed(C[42, 1].says("分阶段履行"), "分阶段履行的写明日期", test.stages_dated),
        ),
        document=papers.AGREEMENT,
    )
    note_stage = Step(
        "登记分阶段履行", C[42, 1].says("分阶段履行"), agreed, needs=(Case.instalments,),
        conditions=(computed(C[42, 1].says("分阶段履行"), "写明履行日期", test.stages_dated),),
    )  # fmt: skip
    keep_agreement = Step(
        "执行协议履行完毕", C[42, 2].says("应当履行"), agreed >> Demand.performed_itself,
        sets=((Case.outcome, Outcome.AGREEMENT),),
    )  # fmt: skip
    break_agreement = Step(
        "不履行执行协议，恢复强制执行", C[42, 2].says("恢复强制执行"), agreed >> decided, document=papers.RESUME,
        asks=(Input("不履行的情况", "long", code="why"),),
    )  # fmt: skip
    performed = Step(
        "当事人履行",
        C[37, 1].says("履行行政决定"),
        (Demand.preparing | Demand.urging | Demand.demanded | decided | executing | stayed) >> Demand.performed_itself,
        asks=(Input("履行情况", "long", code="how"),),
        sets=((Case.outcome, Outcome.PERFORMED),),
        help="催告后、实施中当事人自行履行的，停止强制执行。",
    )
    terminate = Step(
        "终结执行",
        C[40].says("终结执行"),
        (Demand.preparing | Demand.urging | Demand.demanded | decided | executing | stayed | agreed)
        >> Demand.terminated,
        needs=(Case.end_ground, Case.end_reason),
        sets=((Case.outcome, Outcome.TERMINATED),),
        conditions=(computed(C[40], "终结情形与当事人、行政决定的情况相符", shared.ground_fits),),
        document=papers.END,
        rare=True,
    )
    reverse = Step(
        "执行回转", C[41].says("恢复原状或者退还财物"), executed, needs=(Case.reversal,), rare=True,
        asks=(Input("撤销、变更行政决定的文书或者执行错误的情况", "long", code="why"),),
        help="据以执行的决定被撤销、变更或者执行错误的，恢复原状、退还财物；不能的依法赔偿。",
    )  # fmt: skip
