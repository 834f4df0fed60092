"""Service, performance, closing, archiving (送达、执行、结案、归档): 行政处罚法 33③, 47, 48, 61, 66—73."""

from __future__ import annotations

from typing import Any

from yifa.areas.enforcement.bases import COERCION
from yifa.areas.enforcement.common.service import not_in_effect, serving
from yifa.areas.enforcement.evidence.conditions import all_accounted_for, only_custody_changed, rows_fit
from yifa.areas.enforcement.penalty import choices as c
from yifa.areas.enforcement.penalty import deciding_conditions as test
from yifa.areas.enforcement.penalty import papers
from yifa.areas.enforcement.penalty.acts import POLICE, POLICE_2012, P
from yifa.areas.enforcement.penalty.deciding import Deciding
from yifa.areas.enforcement.penalty.models import PenaltyCase as Case
from yifa.areas.enforcement.penalty.service_ties import (
    COPY_CHANGED,
    FINE_CANCELLED,
    FINE_CHANGED,
    FINE_ENDED,
    FINE_OPENED,
    FINE_PAID,
    HANDED_OVER,
    TO_EXECUTION,
)
from yifa.kernel.declare import ON, Input, Step, computed, judged
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

MONEY_KINDS = {c.PenaltyKind.FINE, c.PenaltyKind.GAINS, c.PenaltyKind.WARNING, c.PenaltyKind.CRITICISM}


def _performance(record: Any, on: Any) -> str:
    """Performed, where money was all there was to do."""
    return c.Performance.PERFORMED.value if set(record.kind_codes) <= MONEY_KINDS else record.performance


def _performed(record: Any, on: Any) -> Any:
    return on if set(record.kind_codes) <= MONEY_KINDS else record.performed_date


def _police(start: str) -> Any:
    """A penalty under the law on public security, of the version whose case limit runs from `start`."""

    def guard(situation: Situation) -> bool:
        record = situation.record
        punished = record.decision_type == c.DecisionType.PENALTY
        return bool(punished and record.is_police and record.regime.start == start)

    return guard


class CarryingOut(Deciding, abstract=True):
    """What follows the decision."""

    try_service = Step(
        "送达未成",
        P[61, 1].says("送达当事人"),
        Deciding.noticed | Deciding.decided,
        rare=True,
        asks=(Input("方式", code="way"), Input("未能送达的情况", "long", code="why")),
        help="逐次登记，作为改用其他方式、公告送达的根据。",
    )
    serve = Step(
        "送达决定书",
        (P[61, 1].says("当场交付"), P[61, 2]),
        Deciding.decided >> Deciding.executing,
        **serving(Case, Case.served_date),
        document=papers.SERVED,
        echo=FINE_OPENED,
    )
    educate = Step(
        "教育当事人",
        P[33, 3].says("进行教育"),
        Deciding.examining | Deciding.noticed | Deciding.decided | Deciding.executing,
        needs=(Case.education_record,),
        document=papers.EDUCATION,
        help="不予处罚的应当教育，没有教育记录的不能结案、归档。",
    )
    paid = Step(
        "罚没款缴清",
        P[67, 3].says("缴纳罚款"),
        Deciding.executing,
        sets=((Case.fine_paid_on, ON), (Case.performance, _performance), (Case.performed_date, _performed)),
        follows=FINE_PAID,
        help="罚款收缴案件缴清时自动登记。还有其他处罚内容的，另行登记履行情况。",
    )
    perform = Step(
        "登记履行情况",
        P[66, 1].says("予以履行"),
        Deciding.executing,
        needs=(Case.performance,),
        may=(Case.performed_date,),
        asks=(Input("情况", "long", code="note"),),
        conditions=(computed(P[66, 1], "决定书已经送达", not_in_effect(Case.served_date, "决定书")),),
    )
    hand_over = Step(
        "移交强制执行",
        P[72, 1].item(4).says("申请人民法院"),
        Deciding.executing,
        rare=True,
        follows=HANDED_OVER,
        echo=TO_EXECUTION,
        help="当事人在法定期限内不申请复议、不起诉，又不履行，经催告仍不履行的。",
    )
    end_execution = Step(
        "执行终结",
        COERCION[40],
        Deciding.executing,
        rare=True,
        sets=((Case.performance, c.Performance.ENDED.value),),
        asks=(Input("终结的原因", "long", required=False, code="why"),),
        follows=FINE_ENDED,
    )
    change = Step(
        "登记复议、诉讼、自行纠正结果",
        (P[48, 2].says("变更、撤销"), P[75, 2].says("主动改正")),
        Deciding.decided | Deciding.executing | Deciding.closed | Deciding.archived,
        rare=True,
        needs=(Case.changed_by,),
        may=(Case.changed_fine, Case.changed_text),
        sets=((Case.changed_on, ON),),
        asks=(Input("文书和文号", code="paper"),),
        conditions=(
            judged(P[48, 2].says("依法变更"), "结果已经生效"),
            computed(P[48, 2].says("依法变更"), "写明变更后的处罚", test.change_stated),
        ),
        echo=(COPY_CHANGED, FINE_CHANGED, FINE_CANCELLED),
        help="以生效之日办理。变更、撤销、确认违法、确认无效的，三个工作日内撤回公示并说明理由。统计仍按原决定计入。",
    )
    keep_evidence = Step(
        "登记证据、物品的保管和去向",
        (P[47].says("全过程记录"), P[46, 2]),
        Deciding.investigating | Deciding.examining | Deciding.noticed | Deciding.decided | Deciding.executing
        | Deciding.referred | Deciding.closed | Deciding.withdrawn,
        by=(Role.HANDLER, Role.PUBLISHER),
        needs=(Case.evidence,),
        conditions=(rows_fit(), only_custody_changed()),
        help="换保管地点、返还、移送、销毁时登记一次，所有案件的证据、物品在证据物品一览中可以查到。"
             "不改变已经查证的事实；新的证据在调查取证中登记。",
    )  # fmt: skip
    close = Step(
        "结案",
        P[47].says("执行"),
        Deciding.executing >> Deciding.closed,
        sets=((Case.closed_date, ON),),
        approved_by=(Role.AGENCY_HEAD,),
        document=papers.CLOSING,
        conditions=(
            computed(P[61, 1], "决定书已经送达", not_in_effect(Case.served_date, "决定书")),
            computed(P[66, 1], "处罚已经履行完毕或者执行终结", test.carried_out),
            computed(P[33, 3].says("进行教育"), "不予处罚的已经教育当事人", test.educated, when=test.spared),
            judged(POLICE[116, 2], "有被侵害人的，决定书已经送达被侵害人", when=_police("filed")),
            judged(POLICE_2012[97, 2], "有被侵害人的，决定书副本已经抄送被侵害人", when=_police("accepted")),
            all_accounted_for(),
        ),
    )
    archive = Step(
        "归档",
        P[47].says("归档保存"),
        Deciding.closed >> Deciding.archived,
        by=(Role.HANDLER, Role.PUBLISHER),
        needs=(Case.archive_no,),
        conditions=(
            judged(P[47].says("全过程记录"), "启动、调查、审核、决定、送达、执行的文字和音像记录齐全"),
            computed(P[33, 3].says("进行教育"), "不予处罚的已经教育当事人", test.educated, when=test.spared),
        ),
    )
    archive_early = Step(
        "登记档号（没有作出决定的案件）",
        P[47].says("归档保存"),
        Deciding.not_filed | Deciding.withdrawn | Deciding.transferred | Deciding.joined,
        by=(Role.HANDLER, Role.PUBLISHER),
        once=True,
        needs=(Case.archive_no,),
        help="不予立案、撤销立案、移送、并案的，材料同样归档。",
    )
