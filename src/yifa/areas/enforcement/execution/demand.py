"""What precedes execution of either kind (催告、陈述申辩): 行政强制法第三十四条至第三十六条、第五十四条."""

from __future__ import annotations

from yifa.areas.enforcement.common.acting import fit_body
from yifa.areas.enforcement.common.party import fit_party, more_party_fields, party_fields
from yifa.areas.enforcement.common.service import serving
from yifa.areas.enforcement.execution import conditions as test
from yifa.areas.enforcement.execution import papers
from yifa.areas.enforcement.execution.acts import LITIGATION, PENALTY, REVIEW, C
from yifa.areas.enforcement.execution.models import ForcedExecutionCase as Case
from yifa.kernel.declare import NEW, ON, Procedure, Stage, Step, computed
from yifa.office.roles import Role

PARTY = party_fields(Case)
ABOUT = (
    Case.client_title, Case.client_number, *PARTY[2:], *more_party_fields(Case), Case.decision_on, Case.principal,
    Case.surcharge, Case.surcharge_basis_told, Case.deferred_until, Case.dwelling, Case.remedies_told,
    Case.review_first, Case.suit_until, Case.suit_basis, Case.withhold_reason, Case.remedy, Case.remedy_from,
    Case.remedy_result, Case.remedy_ended_on, Case.review_served_on, Case.judgment_until,
)  # fmt: skip
NEEDED = (
    *PARTY[:2], Case.decision_title, Case.decision_number, Case.decision_served_on, Case.perform_by, Case.obligation,
    Case.obligation_text,
)  # fmt: skip
"""The fields are those of the abstract parts; each procedure has them in a model of its own under the same names."""

STANDS = computed(C[40].item(4).says("行政决定被撤销"), "据以执行的行政决定没有被撤销", test.still_stands)
HEARD = computed(C[36].says("记录、复核"), "陈述、申辩已经复核，成立的已经采纳", test.heard)


class Demand(Procedure, abstract=True):
    """The stages and steps until the demand is served and what the party says is heard."""

    version_basis = C[71]

    preparing = Stage("待催告")
    urging = Stage("催告书待送达")
    demanded = Stage("催告期间")
    performed_itself = Stage("当事人已经履行", final=True)
    terminated = Stage("终结执行", final=True)

    start = Step(
        "建立执行案件",
        (C[34].says("不履行义务"), C[13, 2]),
        NEW >> preparing,
        needs=NEEDED,
        may=ABOUT,
        conditions=(
            fit_body(),
            fit_party(),
            computed(C[35].item(3).says("明确的金额"), "金钱给付的有明确数额，加处部分不超出本金", test.amounts),
            computed(C[34].says("决定的期限内"), "决定、送达、履行期限的日期先后相符", test.dates_in_order),
            computed(LITIGATION[46, 1].says("另有规定"), "另行规定的起诉期限写明依据", test.suit_founded),
        ),
        help="由处罚、收缴罚款等案件带出，或者直接建立。送达日决定复议、起诉和申请执行的期限，按送达回证填写。",
    )
    correct = Step(
        "补充、更正据以执行的情况", C[34], preparing | urging | demanded, may=(*NEEDED, *ABOUT),
        conditions=(
            computed(C[35].item(3).says("明确的金额"), "金钱给付的有明确数额，加处部分不超出本金", test.amounts),
            computed(C[34].says("决定的期限内"), "决定、送达、履行期限的日期先后相符", test.dates_in_order),
            computed(LITIGATION[46, 1].says("另有规定"), "另行规定的起诉期限写明依据", test.suit_founded),
        ),
    )  # fmt: skip
    defer = Step(
        "批准暂缓、分期缴纳", (PENALTY[66, 2].says("暂缓或者分期缴纳"), PENALTY[72, 2].says("期限结束之日")),
        preparing | urging | demanded, needs=(Case.deferred_until,), when=test.money,
        conditions=(
            computed(C[34].says("决定的期限内"), "日期先后相符", test.dates_in_order),
        ),
        help="申请人民法院强制执行的期限自暂缓、分期缴纳期限结束之日起重新计算。",
    )  # fmt: skip
    note_remedy = Step(
        "当事人申请复议、提起诉讼", (REVIEW[20, 1], LITIGATION[46, 1]), preparing | urging | demanded,
        needs=(Case.remedy, Case.remedy_from),
        sets=((Case.remedy_result, ""), (Case.remedy_ended_on, None)),
        conditions=(computed(C[44].says("不申请行政复议"), "写明复议还是诉讼", test.remedy_told),),
        help="没有强制执行权的，在救济终结以前不得申请法院执行；违法建筑不得强制拆除。",
    )  # fmt: skip
    end_remedy = Step(
        "复议、诉讼终结", (REVIEW[78], LITIGATION[45]), preparing | urging | demanded,
        needs=(Case.remedy_result, Case.remedy_ended_on), may=(Case.review_served_on, Case.judgment_until),
        requires=(note_remedy,),
        conditions=(computed(LITIGATION[45].says("收到复议决定书之日"), "送达、生效日已经填写", test.remedy_ended),),
    )  # fmt: skip
    demand = Step(
        "催告",
        (C[35].says("事先催告"), C[54].says("应当催告")),
        (preparing | demanded) >> urging,
        needs=(Case.demand_text, Case.demand_until),
        may=(Case.principal, Case.surcharge),
        sets=((Case.demand_served_on, None), (Case.statement, ""), (Case.adopted, "")),
        conditions=(
            computed(C[34].says("决定的期限内"), "履行期限（含暂缓、分期）已经届满", test.due_past),
            computed(C[35].item(3).says("明确的金额"), "金钱给付的有明确数额，加处部分不超出本金", test.amounts),
            computed(C[35].item(1).says("履行义务的期限"), "给当事人留有履行的期限", test.demand_long_enough),
            STANDS,
            computed(C[36].says("记录、复核"), "以前提出的陈述、申辩已经复核", test.answered),
        ),
        document=papers.DEMAND,
        help="写明履行期限、方式、金额和陈述申辩权。申请法院执行的，催告书送达满十个工作日的次日起才能申请。",
    )
    serve_demand = Step(
        "送达催告书", C[38].says("直接送达"), urging >> demanded, **serving(Case, Case.demand_served_on)
    )
    hear = Step(
        "当事人陈述、申辩", C[36].says("陈述和申辩"), demanded | urging, needs=(Case.statement,),
        sets=((Case.statement_on, ON), (Case.adopted, "")),
    )  # fmt: skip
    review_statement = Step(
        "复核陈述、申辩", C[36].says("记录、复核"), demanded | urging, needs=(Case.statement_review, Case.adopted),
        requires=(hear,), document=papers.STATEMENT, help="事实、理由或者证据成立的，应当采纳。",
    )  # fmt: skip
    demand_lapsed = Step(
        "催告的履行期限届满", C[37, 1].says("逾期仍不履行"), demanded, by=Role.SYSTEM,
        help="当事人没有履行的，可以作出强制执行决定；申请法院执行的另须送达满十个工作日。",
    )  # fmt: skip
    remedies_lapsed = Step(
        "复议、起诉期限届满", C[53].says("期限届满之日"), preparing | urging | demanded, by=Role.SYSTEM,
        help="当事人没有申请复议、没有起诉，期限都已届满。",
    )  # fmt: skip
