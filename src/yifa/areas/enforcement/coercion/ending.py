"""How a measure ends (解除、处理、移送): 行政强制法第二十一条、第二十七条、第二十八条、第三十三条."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from yifa.areas.enforcement.coercion import conditions as test
from yifa.areas.enforcement.coercion import papers
from yifa.areas.enforcement.coercion.acts import TRANSFER, C
from yifa.areas.enforcement.coercion.choices import Disposal
from yifa.areas.enforcement.coercion.holding import RUNNING, STILL_HOLDS, Held, of_each
from yifa.areas.enforcement.coercion.measure import Measure
from yifa.areas.enforcement.coercion.models import CoercionCase as Case
from yifa.kernel.declare import ON, Step, computed, judged
from yifa.office.roles import Role


def released(record: Any, on: Any) -> Disposal:
    """Released, or released with the price of what was sold in its stead."""
    return Disposal.PROCEEDS if record.proceeds is not None else Disposal.RELEASED


class Ending(Held, abstract=True):
    """The steps that end a measure."""

    lift = Step(
        "决定解除",
        (C[28, 1].says("解除查封、扣押"), C[33, 1].says("解除冻结决定"), C[20, 2].says("立即解除")),
        RUNNING >> Measure.lifting,
        needs=(Case.lift_ground,),
        may=(Case.lift_reason, Case.final_decision),
        sets=((Case.lifted_on, ON), (Case.disposal, released)),
        conditions=(
            *of_each(
                C[28, 1].item(4).says("期限已经届满"),
                C[33, 1].item(4).says("期限已经届满"),
                "解除情形与期限相符",
                test.expired,
            ),
            *of_each(
                C[28, 1].item(3).says("处理决定"),
                C[33, 1].item(3).says("处理决定"),
                "写明处理决定文号",
                test.decided_named,
            ),
        ),
        document=papers.LIFTING,
        help="没有违法行为、与违法行为无关、已经处理、期限届满、不再需要（目的达到、条件消失）的，应当及时解除。",
    )
    return_items = Step(
        "退还财物",
        C[28, 2].says("立即退还财物"),
        Measure.lifting >> Measure.settled,
        needs=(Case.return_note,),
        may=(Case.compensation, Case.market_value, Case.indemnity),
        sets=((Case.returned_on, ON), (Case.disposed_on, ON)),
        when=lambda situation: not test.frozen(situation) and not test.other(situation),
        conditions=(
            judged(C[28, 2].says("立即退还财物"), "已经逐项核对清单，当事人签收；查封的已经撕揭封条"),
            computed(C[26, 1].says("赔偿责任"), "损毁、灭失的已经赔付", test.lost_paid),
            computed(C[26, 3].says("行政机关承担"), "没有向当事人收取保管费用", test.nothing_charged),
            computed(C[28, 2].says("给予补偿"), "变卖价格明显偏低的已经补偿", test.price_fair),
            computed(C[28, 2].says("立即退还财物"), "涉案财物台账已经登记去向", test.things_settled),
        ),
        document=papers.RETURN,
        help="已经变卖的退还价款。逐项在涉案财物台账中登记去向。",
    )
    unfreeze = Step(
        "通知金融机构和当事人解除冻结", C[33, 2].says("及时通知"), Measure.lifting >> Measure.settled,
        sets=((Case.returned_on, ON), (Case.disposed_on, ON)), when=test.frozen, document=papers.BANK_NOTICE,
        conditions=(judged(C[33, 2].says("金融机构和当事人"), "金融机构和当事人都已经通知"),),
    )  # fmt: skip
    close_other = Step(
        "执行解除", C[20, 2].says("立即解除"), Measure.lifting >> Measure.settled, sets=((Case.disposed_on, ON),),
        when=test.other,
    )  # fmt: skip
    lapse = Step(
        "期满解除冻结", C[33, 3].says("期满之日起解除"), RUNNING >> Measure.lapsed, by=Role.SYSTEM,
        sets=((Case.disposal, Disposal.EXPIRED), (Case.disposed_on, ON)), when=test.frozen,
        help="逾期没有处理、没有解除的，金融机构应当自冻结期满之日起解除。",
    )  # fmt: skip
    deal_frozen = Step(
        "对冻结的款项作出处理决定",
        (C[32, 1].says("作出处理决定"), C[47, 1].says("书面通知金融机构")),
        Measure.in_force >> Measure.settled,
        needs=(Case.final_decision,),
        sets=((Case.disposal, Disposal.DEALT), (Case.disposed_on, ON)),
        when=test.frozen,
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(
            *STILL_HOLDS,
            judged(C[47, 1].says("法律规定的行政机关"), "法律规定本机关可以划拨，已经书面通知金融机构"),
        ),
        rare=True,
        help="在冻结期限内作出处理决定并划拨的办理本环节；不划拨、不再需要冻结的，决定解除冻结。",
    )  # fmt: skip
    dispose = Step(
        "没收、销毁",
        C[27].says("作出处理决定"),
        RUNNING >> Measure.settled,
        needs=(Case.final_decision, Case.disposal),
        sets=((Case.disposed_on, ON),),
        when=test.held,
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(
            *STILL_HOLDS,
            computed(C[27].says("予以没收"), "处理结果是没收或者销毁", test.confiscated),
            judged(C[27].says("违法事实清楚"), "违法事实清楚，依法应当没收，或者法律、行政法规规定应当销毁"),
            computed(C[26, 3].says("行政机关承担"), "没有向当事人收取保管费用", test.nothing_charged),
        ),
        document=papers.DISPOSAL,
        help="没收、销毁的决定应当在查封、扣押期限内作出；期限届满的先解除。",
    )
    offset = Step(
        "依法拍卖抵缴罚款",
        C[46, 3].says("拍卖抵缴罚款"),
        RUNNING >> Measure.settled,
        needs=(Case.final_decision, Case.sold_items, Case.proceeds),
        sets=((Case.disposal, Disposal.AUCTIONED), (Case.disposed_on, ON)),
        when=test.held,
        rare=True,
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(
            replace(STILL_HOLDS[0], qualified=C[46, 3].says("已经采取查封、扣押措施")),
            judged(C[46, 3].says("不申请行政复议"), "当事人在法定期限内不申请行政复议、不提起行政诉讼，期限都已届满"),
            judged(C[46, 3].says("经催告仍不履行"), "经催告仍不履行"),
            judged(C[48].says("委托拍卖机构"), "委托拍卖机构依法拍卖，所得上缴国库，余款退还"),
        ),
        document=papers.DISPOSAL,
        help="没有强制执行权的机关，在实施行政管理过程中已经采取查封、扣押的，可以拍卖抵缴罚款。",
    )
    police_filed = Step(
        "收到公安机关立案通知", TRANSFER[12].says("立案通知书"), RUNNING, needs=(Case.police,), once=True,
        help="自接到立案通知书之日起三日内将涉案物品移交公安机关。",
    )  # fmt: skip
    transfer_criminal = Step(
        "随案移送司法机关",
        (C[21].says("一并移送"), TRANSFER[12].says("涉案物品")),
        RUNNING >> Measure.handed,
        needs=(Case.police, Case.party_told_on),
        sets=((Case.disposal, Disposal.CRIMINAL), (Case.disposed_on, ON)),
        conditions=(
            *STILL_HOLDS,
            judged(C[21].says("一并移送"), "查封、扣押、冻结的财物一并移送，办结交接手续"),
            computed(C[21].says("书面告知当事人"), "已经书面告知当事人", test.party_told),
        ),
        document=papers.HAND_OVER,
        rare=True,
    )
