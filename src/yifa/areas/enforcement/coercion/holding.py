"""While a measure lasts (检测、延长、保管): 行政强制法第二十五条、第二十六条、第三十二条."""

from __future__ import annotations

from yifa.areas.enforcement.coercion import conditions as test
from yifa.areas.enforcement.coercion import papers
from yifa.areas.enforcement.coercion.acts import C
from yifa.areas.enforcement.coercion.measure import Measure
from yifa.areas.enforcement.coercion.models import CoercionCase as Case
from yifa.areas.enforcement.common.service import serving
from yifa.kernel.declare import ON, Condition, Input, Step, Test, computed, judged
from yifa.law import Basis
from yifa.office.roles import Role

DAYS = Input("延长日数", "int", code="days", at_least=1, help="不超过三十日；法律、行政法规另有规定的除外。")
RUNNING = Measure.in_force | Measure.testing


def of_each(things: Basis, money: Basis, text: str, tested: Test) -> tuple[Condition, Condition]:
    """The same condition under the provision on sealing and seizure and under that on freezing."""
    return (
        computed(things, text, tested, when=lambda situation: not test.frozen(situation)),
        computed(money, text, tested, when=test.frozen),
    )


STILL_HOLDS = of_each(
    C[28, 1].item(4).says("期限已经届满"), C[33, 1].item(4).says("期限已经届满"), "期限没有届满", test.not_over
)


class Held(Measure, abstract=True):
    """The steps while the measure lasts."""

    send_test = Step(
        "送检测、检验、检疫、鉴定",
        C[25, 3].says("检测、检验、检疫"),
        Measure.in_force >> Measure.testing,
        needs=(Case.test_item, Case.tester, Case.test_until),
        when=test.held,
        conditions=(
            *STILL_HOLDS,
            judged(C[25, 3].says("书面告知"), "检测、鉴定的期间明确，已经书面告知当事人"),
            computed(C[25, 3].says("应当明确"), "告知的届满日在办理日期以后", test.test_until_after),
        ),
        document=papers.TEST_NOTICE,
        help="检测、鉴定期间不计入查封、扣押期限；告知的期间届满没有结论的，自届满之日起恢复计算。费用由本机关承担。",
    )
    retell_test = Step(
        "变更检测期间并告知", C[25, 3].says("书面告知"), Measure.testing, needs=(Case.test_until,), rare=True,
        asks=(Input("变更的理由", "long", code="why"),),
        conditions=(
            judged(C[25, 3].says("书面告知"), "变更后的期间已经书面告知当事人"),
            computed(C[25, 3].says("应当明确"), "变更后的届满日在办理日期以后", test.test_until_after),
        ),
    )  # fmt: skip
    test_report = Step(
        "收到检测、鉴定结论", C[25, 3], Measure.testing >> Measure.in_force, needs=(Case.test_result,),
    )  # fmt: skip
    test_over = Step(
        "告知的检测期间届满", C[25, 3].says("应当明确"), Measure.testing >> Measure.in_force, by=Role.SYSTEM,
        help="没有收到结论，告知的期间已经届满，查封、扣押期限恢复计算。",
    )  # fmt: skip
    late_report = Step(
        "期间届满后收到检测、鉴定结论", C[25, 3], Measure.in_force, needs=(Case.test_result,),
        requires=(test_over,),
    )  # fmt: skip
    extend = Step(
        "决定延长",
        (C[25, 1].says("可以延长"), C[32, 1].says("可以延长")),
        RUNNING,
        asks=(DAYS,),
        needs=(Case.extension_reason,),
        sets=((Case.extended_on, ON),),
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(
            *STILL_HOLDS,
            judged(C[25, 1].says("情况复杂"), "情况复杂，有必要延长", when=test.held),
            judged(C[32, 1].says("情况复杂"), "情况复杂，有必要延长冻结", when=test.frozen),
            *of_each(
                C[25, 1].says("不得超过三十日"),
                C[32, 1].says("不得超过三十日"),
                "延长不超过三十日",
                test.extension_short_enough,
            ),
            *of_each(
                C[25, 1].says("不得超过三十日"), C[32, 1].says("不得超过三十日"), "没有延长过", test.extended_once
            ),
        ),
        when=lambda situation: not test.other(situation),
        document=papers.EXTENSION,
        help="应当在期限届满前决定，延长不超过三十日，并及时书面告知当事人、说明理由。",
    )
    tell_extension = Step(
        "送达延长决定书", (C[25, 2].says("书面告知"), C[32, 2].says("书面告知")), RUNNING | Measure.lifting,
        requires=(extend,), **serving(Case, Case.extension_told_on),
    )  # fmt: skip
    entrust = Step(
        "委托第三人保管", C[26, 2].says("委托第三人保管"), RUNNING, needs=(Case.custodian, Case.custody_place),
        when=test.sealed, document=papers.CUSTODY,
        conditions=(
            *STILL_HOLDS,
            judged(C[26, 2].says("擅自转移、处置"), "已经告知第三人不得损毁或者擅自转移、处置"),
        ),
        help="只有查封的场所、设施或者财物可以委托第三人保管；扣押的由本机关保管。",
    )  # fmt: skip
    note_fee = Step(
        "登记保管、检测费用",
        (C[26, 3].says("行政机关承担"), C[25, 3].says("费用由行政机关承担")),
        RUNNING | Measure.lifting | Measure.settled,
        needs=(Case.custody_fee,), may=(Case.charged_fee,), when=test.held,
        conditions=(computed(C[26, 3].says("行政机关承担"), "没有向当事人收取", test.nothing_charged),),
    )  # fmt: skip
    note_loss = Step(
        "登记财物损毁、灭失", C[26, 1].says("赔偿责任"), RUNNING | Measure.lifting, when=test.held, rare=True,
        needs=(Case.loss, Case.loss_by, Case.loss_amount),
    )  # fmt: skip
    indemnify = Step(
        "赔付损失", (C[26, 1].says("赔偿责任"), C[26, 2].says("先行赔付")), RUNNING | Measure.lifting | Measure.settled,
        requires=(note_loss,), needs=(Case.indemnity,), document=papers.INDEMNITY,
        help="第三人造成的损失，由本机关先行赔付，再向第三人追偿。",
    )  # fmt: skip
    recover = Step(
        "向第三人追偿", C[26, 2].says("追偿"), RUNNING | Measure.lifting | Measure.settled, requires=(indemnify,),
        needs=(Case.recovered,), when=test.private_custody,
        conditions=(computed(C[26, 2].says("追偿"), "不超过已经赔付的金额", test.recovery_small_enough),),
    )  # fmt: skip
    sell = Step(
        "先行变卖、拍卖不易保管的财物",
        C[28, 2].says("不易保管的财物"),
        RUNNING,
        needs=(Case.sold_items, Case.proceeds),
        may=(Case.market_value, Case.compensation),
        when=test.held,
        rare=True,
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(
            *STILL_HOLDS,
            computed(C[28, 2].says("不易保管的财物"), "清单中标明鲜活或者不易保管", test.perishable_listed),
        ),
        document=papers.SALE,
        help="价款妥善保管；解除的退还价款，没收的上缴国库。",
    )
