"""How the organ ends a licence (撤回、撤销、注销): 许可法 8②, 69, 70."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.common.acting import fit_body, in_books
from yifa.areas.enforcement.common.party import more_party_fields, party_fields
from yifa.areas.enforcement.licence import echoes, papers
from yifa.areas.enforcement.licence.acts import LICENCE
from yifa.areas.enforcement.licence.choices import GROUNDS, EndGround, EndKind, EndOutcome
from yifa.areas.enforcement.licence.models import LicenceEndCase as Case
from yifa.clock.periods import plus_months
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.kernel.linking import linked_case
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

ABOUT = (
    Case.item_code, Case.item_name, Case.licence_no, Case.certificate, Case.scope, Case.valid_from, Case.valid_to,
    Case.safety, *party_fields(Case), *more_party_fields(Case),
)  # fmt: skip
OPEN = Input("情况", "long", code="how")


def withdrawing(situation: Situation) -> bool:
    """Taking a lawful licence back for a public interest."""
    return bool(situation.record.kind == EndKind.WITHDRAWAL)


def revoking(situation: Situation) -> bool:
    """Revoking a licence that should not have been granted."""
    return bool(situation.record.kind == EndKind.REVOCATION)


def cancelling(situation: Situation) -> bool:
    """Striking a licence off that is at an end."""
    return bool(situation.record.kind == EndKind.CANCELLATION)


def adverse(situation: Situation) -> bool:
    """The holder loses something and is heard first."""
    return not cancelling(situation)


def to_make_good(situation: Situation) -> bool:
    """The holder has a loss that is to be made good: by withdrawal always, by revocation unless it was fraud."""
    return withdrawing(situation) or (revoking(situation) and not situation.record.fraud)


def ground_fits(situation: Situation) -> str | None:
    """The ground belongs to this way of ending a licence."""
    record = situation.record
    if not record.kind or record.ground in GROUNDS[record.kind]:
        return None
    known = "、".join(EndGround(code).label for code in GROUNDS[record.kind])
    return f"{EndKind(record.kind).label}的情形应为：{known}"


def heard(situation: Situation) -> str | None:
    """What the holder said was written down and answered (许可法7)."""
    record = situation.record
    if not situation.did(situation.procedure.step("tell")):
        return "撤回、撤销许可前，应当告知被许可人事实、理由和陈述、申辩的权利"
    if not record.opinion:
        return "没有登记被许可人的陈述、申辩，没有意见的写“没有提出”"
    return None if record.opinion_answer or "没有提出" in record.opinion else "被许可人提出意见的，应当填写复核意见"


def loss_settled(situation: Situation) -> str | None:
    """Losses were found out, and are made good by a sum that is said (许可法8②、69④)."""
    record = situation.record
    if record.loss is None:
        return "没有填写被许可人的财产损失，没有损失的写0"
    if record.loss and record.compensation is None:
        word = "补偿" if withdrawing(situation) else "赔偿"
        return f"被许可人财产损失{record.loss}元，应当依法给予{word}，请填写金额和依据、方式"
    return None


def nothing_for_fraud(situation: Situation) -> str | None:
    """What was got by fraud is not protected (许可法69④)."""
    record = situation.record
    return (
        "以欺骗、贿赂等不正当手段取得的，取得的利益不受保护，不予赔偿" if record.fraud and record.compensation else None
    )


def no_public_harm(situation: Situation) -> str | None:
    """A licence is not revoked where that would gravely harm the public (许可法69③)."""
    if situation.record.public_harm:
        return "撤销可能对公共利益造成重大损害的，不予撤销，请登记“不予撤销、撤回”"
    return None


def is_over(situation: Situation) -> str | None:
    """Cancelled for having been revoked or withdrawn: then it must have been; for expiry: then the term is over."""
    record = situation.record
    if record.ground == EndGround.EXPIRED and record.valid_to is None:
        return "许可长期有效，没有届满，不能以有效期届满未延续注销"
    if record.ground == EndGround.EXPIRED and situation.on <= record.valid_to:
        return f"有效期至{record.valid_to}，尚未届满"
    if record.ground != EndGround.ENDED or not in_books(situation):
        return None
    licence = linked_case(record, "licence")
    if licence is None or licence.stage == "lapsed":
        return None
    return "许可没有被撤销、撤回，证件没有被吊销，不能以此为由注销"


def not_kept(situation: Situation) -> str | None:
    """Keeping a licence that was got by fraud needs the public harm (许可法69②、③)."""
    record = situation.record
    if record.fraud and not record.public_harm:
        return "以欺骗、贿赂等不正当手段取得的应当撤销，只有可能对公共利益造成重大损害的才不予撤销"
    return None


def barred_until(record: Any, on: date) -> date | None:
    """Three years without a new application after fraud in matters of safety (许可法79)."""
    return plus_months(on, 36) if record.fraud and record.safety else None


class EndSteps(Procedure, abstract=True):
    """Stages and steps."""

    key, label, mark = "licence_end", "行政许可撤回、撤销、注销", "许撤"
    model = Case

    examining = Stage("调查")
    heard_stage = Stage("听取意见")
    decided = Stage("已决定，待送达")
    paying = Stage("待补偿、赔偿")
    done = Stage("已办结", final=True)
    kept = Stage("不予撤销、撤回", final=True)

    open = Step(
        "启动撤回、撤销、注销",
        (LICENCE[8, 2], LICENCE[69, 1], LICENCE[70]),
        NEW >> examining,
        needs=(Case.kind, Case.ground, Case.facts),
        may=(*ABOUT, Case.on_request),
        conditions=(computed(LICENCE[69, 1], "情形与办理事项相符", ground_fits),),
        help="由许可案件的“启动撤回”“启动撤销”“启动注销”自动建立。",
    )
    investigate = Step(
        "调查核实", (LICENCE[61, 1], LICENCE[69, 1]), examining, may=(Case.facts, Case.public_harm, Case.loss),
        asks=(OPEN,),
    )  # fmt: skip
    tell = Step(
        "告知并听取陈述、申辩",
        LICENCE[7].says("陈述权、申辩权"),
        examining >> heard_stage,
        may=(Case.facts, Case.loss),
        sets=((Case.told_on, ON),),
        when=adverse,
        document=papers.END_TOLD,
        help="以告知书送达之日办理。许可直接关系他人重大利益的，同时告知利害关系人。",
    )
    hear = Step(
        "登记陈述、申辩和复核",
        LICENCE[7].says("陈述权、申辩权"),
        heard_stage,
        needs=(Case.opinion,),
        may=(Case.opinion_answer, Case.loss, Case.compensation, Case.compensation_how, Case.public_harm),
        when=adverse,
    )
    take_back = Step(
        "撤回许可",
        LICENCE[8, 2].says("给予补偿"),
        heard_stage >> decided,
        may=(Case.facts, Case.loss, Case.compensation, Case.compensation_how),
        sets=((Case.decided_on, ON), (Case.outcome, EndOutcome.DONE.value)),
        when=withdrawing,
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.WITHDRAWN,
        conditions=(
            judged(LICENCE[8, 2].says("公共利益"), "为了公共利益的需要"),
            judged(LICENCE[8, 2].says("修改或者废止"), "依据已经修改、废止，或者客观情况发生重大变化"),
            computed(LICENCE[7], "已经听取陈述、申辩并复核", heard),
            computed(LICENCE[8, 2].says("给予补偿"), "造成财产损失的依法补偿", loss_settled),
            fit_body(),
        ),
        echo=echoes.TAKEN_BACK,
    )
    revoke = Step(
        "撤销许可",
        (LICENCE[69, 1].says("可以撤销"), LICENCE[69, 2].says("应当予以撤销")),
        heard_stage >> decided,
        may=(Case.facts, Case.loss, Case.compensation, Case.compensation_how, Case.public_harm),
        sets=((Case.decided_on, ON), (Case.outcome, EndOutcome.DONE.value), (Case.banned_until, barred_until)),
        when=revoking,
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.REVOKED,
        conditions=(
            judged(LICENCE[69, 1], "有证据证明存在该种情形"),
            computed(LICENCE[7], "已经听取陈述、申辩并复核", heard),
            computed(LICENCE[69, 3].says("重大损害"), "不会对公共利益造成重大损害", no_public_harm),
            computed(LICENCE[69, 4].says("给予赔偿"), "合法权益受到损害的依法赔偿", loss_settled, when=to_make_good),
            computed(LICENCE[69, 4].says("不受保护"), "骗取的不予赔偿", nothing_for_fraud),
            fit_body(),
        ),
        echo=echoes.REVOKED,
        help="以欺骗、贿赂取得的应当撤销；其他情形可以撤销，权衡信赖利益和公共利益。",
    )
    cancel = Step(
        "注销许可",
        LICENCE[70].says("注销手续"),
        examining >> decided,
        may=(Case.facts, Case.certificate_back),
        sets=((Case.decided_on, ON), (Case.outcome, EndOutcome.DONE.value)),
        when=cancelling,
        approved_by=(Role.AGENCY_HEAD,),
        document=papers.CANCELLED,
        conditions=(
            judged(LICENCE[70], "存在应当注销的情形"),
            computed(LICENCE[70].item(4), "确已失效", is_over),
        ),
        echo=echoes.CANCELLED,
    )
    keep = Step(
        "不予撤销、撤回",
        (LICENCE[69, 3].says("不予撤销"), LICENCE[8, 1].says("擅自改变")),
        (examining | heard_stage) >> kept,
        asks=(Input("理由", "long", code="why"),),
        may=(Case.public_harm,),
        sets=((Case.outcome, EndOutcome.KEPT.value),),
        conditions=(computed(LICENCE[69, 2], "骗取的许可不予撤销有法定理由", not_kept),),
        rare=True,
    )
    serve = Step(
        "送达决定书",
        (LICENCE[38, 2], LICENCE[44]),
        decided >> paying,
        may=(Case.certificate_back,),
        sets=((Case.served_on, ON),),
        asks=(Input("送达方式和签收人", "text", code="how"),),
        help="没有补偿、赔偿的，接着办理“办结”。",
    )
    pay = Step(
        "支付补偿、赔偿", (LICENCE[8, 2].says("给予补偿"), LICENCE[69, 4].says("给予赔偿")), paying,
        needs=(Case.compensation,), sets=((Case.paid_on, ON),), when=to_make_good, once=True,
    )  # fmt: skip
    finish = Step(
        "办结",
        LICENCE[70],
        paying >> done,
        may=(Case.certificate_back,),
        conditions=(
            computed(LICENCE[8, 2].says("给予补偿"), "补偿、赔偿已经支付", lambda situation: (
                "补偿、赔偿尚未支付" if situation.record.compensation and situation.record.paid_on is None else None
            )),
        ),
    )  # fmt: skip
