"""The licence and what becomes of it (颁证与许可之后): 许可法 8, 39, 40, 44, 49, 50, 61, 69, 70."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.licence import conditions as when
from yifa.areas.enforcement.licence import deciding_conditions as test
from yifa.areas.enforcement.licence import echoes, papers
from yifa.areas.enforcement.licence.acts import COMMITMENT, LICENCE
from yifa.areas.enforcement.licence.choices import GROUNDS, EndGround, EndKind, Standing
from yifa.areas.enforcement.licence.examination import DECIDED, WHY, Examination
from yifa.areas.enforcement.licence.intake import WINDOW
from yifa.areas.enforcement.licence.item import item_of
from yifa.areas.enforcement.licence.models import LicenceCase as Case
from yifa.kernel.declare import ON, Input, Publication, Shown, Step, computed, judged
from yifa.kernel.situation import Situation
from yifa.office.personal import Mask
from yifa.office.roles import Role

S = Examination
ALIVE = S.in_force | S.lapsed


def _grounds(kind: EndKind) -> Input:
    choices = tuple((code, EndGround(code).label) for code in GROUNDS[kind])
    return Input("情形", "choice", choices, code="ground")


FACTS = Input("事实和理由", "long", code="facts")
WANTED = Input("申请的内容", "long", code="wanted")


def renewal_days(record: Any, on: date) -> int:
    """How many days before the end renewal is asked for, as the guide says."""
    item = item_of(record.organ_id, record.item_code)
    return int(item.renewal_days if item is not None else record.renewal_days)


def secret(situation: Situation) -> bool:
    """The applicant's papers hold trade secrets and nobody agreed to their being shown (许可法5②)."""
    return bool(situation.record.confidential)


def not_secret(situation: Situation) -> bool:
    """The whole decision is public, so that the extract is not needed."""
    return not secret(situation)


class Aftermath(Examination, abstract=True):
    """From the decision to the end of the licence."""

    deliver = Step(
        "颁发、送达许可证件",
        (LICENCE[39, 1], LICENCE[44].says("颁发、送达")),
        S.granted >> S.in_force,
        by=WINDOW,
        needs=(Case.certificate, Case.licence_no, Case.valid_from),
        may=(*DECIDED, Case.delivery, Case.receiver, Case.renewal_days),
        sets=(
            (Case.delivered_on, ON),
            (Case.standing, Standing.VALID.value),
            (Case.renewal_days, renewal_days),
        ),
        conditions=(
            computed(LICENCE[39, 1], "许可证号没有重复", test.number_free),
            computed(LICENCE[50, 1].says("有效期"), "有效期起止与决定日期相符", test.dates_in_order),
        ),
        help="加贴标签、加盖检验检测检疫印章的也在此登记。有效期止填写最后有效的一天。",
    )
    no_certificate = Step(
        "不需要颁发许可证件",
        (LICENCE[39, 1].says("需要颁发"), LICENCE[39, 2].says("加贴标签")),
        S.granted >> S.in_force,
        by=WINDOW,
        needs=(Case.valid_from, Case.delivery),
        may=(Case.valid_to, Case.licence_no, Case.receiver),
        sets=(
            (Case.delivered_on, ON), (Case.standing, Standing.VALID.value), (Case.renewal_days, renewal_days),
        ),
        conditions=(
            judged(LICENCE[39, 1], "该许可不需要颁发证件，准予决定书已送达，或者已加贴标签、加盖检验检测检疫印章"),
            computed(LICENCE[50, 1].says("有效期"), "有效期起止与决定日期相符", test.dates_in_order),
        ),
        rare=True,
    )  # fmt: skip
    serve_denial = Step(
        "送达不予许可决定书",
        LICENCE[38, 2].says("行政复议"),
        S.denied,
        by=WINDOW,
        needs=(Case.delivery,),
        may=(Case.receiver,),
        sets=((Case.delivered_on, ON),),
        once=True,
        help="以送达之日办理；复议、诉讼期限自申请人收到决定书起算。",
    )
    decision_copy = Publication(
        "准予许可决定", LICENCE[40].says("予以公开"), after=(S.grant, S.grant_at_once),
        shows=(
            Shown(Case.party_name, Mask.NAME), Shown(Case.party_id_no, Mask.ID_NUMBER), Shown(Case.item_name),
            Shown(Case.kind), Shown(Case.certificate),
            Shown(Case.licence_no), Shown(Case.scope), Shown(Case.decided_on), Shown(Case.valid_from),
            Shown(Case.valid_to), Shown(Case.standing),
        ),
        withheld_if=secret,
    )  # fmt: skip
    decision_extract = Publication(
        "准予许可决定（不含商业秘密）", LICENCE[40].says("予以公开"), after=(S.grant, S.grant_at_once),
        shows=(
            Shown(Case.party_name, Mask.NAME), Shown(Case.party_id_no, Mask.ID_NUMBER), Shown(Case.item_name),
            Shown(Case.kind), Shown(Case.certificate),
            Shown(Case.licence_no), Shown(Case.decided_on), Shown(Case.valid_from),
            Shown(Case.valid_to), Shown(Case.standing),
        ),
        withheld_if=not_secret,
    )  # fmt: skip
    """What stays public where the papers hold secrets: all but the scope, which may tell them (许可法5②、40)."""
    supervise = Step(
        "监督检查记录",
        (LICENCE[61, 2].says("监督检查"), LICENCE[63]),
        S.in_force,
        asks=(
            Input("检查人员", "text", code="who", help="写姓名和证件编号，由检查人员签字。"),
            Input("检查情况", "long", code="how"),
            Input("处理结果", "text", code="result"),
        ),
        document=papers.SUPERVISION,
        help="签字后归档，公众有权查阅。",
    )
    verify_commitment = Step(
        "核查承诺",
        COMMITMENT,
        S.in_force,
        asks=(
            Input("核查结果", "choice", (("true", "承诺属实"), ("mended", "不符，已限期整改到位"),
                                       ("false", "虚假承诺，应当撤销")), code="result"),
            Input("核查情况", "long", code="how"),
        ),
        when=when.committed,
        once=True,
        help="虚假承诺的，接着办理“启动撤销”。",
    )  # fmt: skip
    apply_change = Step(
        "收到变更申请",
        LICENCE[49].says("变更"),
        S.in_force,
        by=Role.APPLICANT,
        asks=(WANTED,),
        sets=((Case.pending, "change"),),
        conditions=(computed(LICENCE[49], "没有其他变更、延续正在办理", test.nothing_pending),),
        echo=echoes.CHANGE_ASKED,
        help="同时建立变更案件，在该案件中审查、决定。",
    )
    apply_renewal = Step(
        "收到延续申请",
        LICENCE[50, 1].says("三十日前"),
        S.in_force,
        by=Role.APPLICANT,
        asks=(WANTED,),
        sets=((Case.pending, "renewal"),),
        conditions=(
            computed(LICENCE[50, 1], "许可有有效期", test.has_term),
            computed(LICENCE[50, 1], "有效期尚未届满", test.still_valid),
            computed(LICENCE[50, 1], "没有其他变更、延续正在办理", test.nothing_pending),
        ),
        echo=echoes.RENEWAL_ASKED,
        help="同时建立延续案件；有效期届满前没有作出决定的，视为准予延续。",
    )
    changed = Step(
        "许可已变更", LICENCE[49].says("变更手续"), S.in_force, may=(Case.scope,), sets=((Case.pending, ""),),
        help="变更案件准予后自动登记。",
    )  # fmt: skip
    renewed = Step(
        "许可已延续", LICENCE[50, 2].says("准予延续"), S.in_force, may=(Case.valid_to,), sets=((Case.pending, ""),),
        help="延续案件准予或者视为准予后自动登记，有效期自原届满次日起延续。",
    )  # fmt: skip
    not_changed = Step(
        "未变更、未延续", (LICENCE[49], LICENCE[50, 2]), ALIVE, sets=((Case.pending, ""),),
        help="变更、延续案件不予、不予受理或者撤回后自动登记。",
    )  # fmt: skip
    start_withdrawal = Step(
        "启动撤回",
        LICENCE[8, 2].says("公共利益"),
        S.in_force,
        asks=(_grounds(EndKind.WITHDRAWAL), FACTS),
        echo=echoes.WITHDRAWAL_BEGUN,
        rare=True,
    )
    start_revocation = Step(
        "启动撤销",
        (LICENCE[69, 1].says("撤销行政许可"), LICENCE[69, 2].says("应当予以撤销")),
        ALIVE,
        asks=(_grounds(EndKind.REVOCATION), FACTS),
        echo=echoes.REVOCATION_BEGUN,
        rare=True,
    )
    start_cancellation = Step(
        "启动注销",
        LICENCE[70].says("注销手续"),
        ALIVE,
        asks=(_grounds(EndKind.CANCELLATION), FACTS),
        echo=echoes.CANCELLATION_BEGUN,
        rare=True,
    )
    taken_back = Step(
        "许可已撤回", LICENCE[8, 2].says("撤回"), S.in_force >> S.lapsed,
        sets=((Case.standing, Standing.WITHDRAWN.value), (Case.ended_on, ON), (Case.pending, "")), rare=True,
    )  # fmt: skip
    revoked = Step(
        "许可已撤销", LICENCE[69, 1].says("撤销行政许可"), ALIVE >> S.lapsed,
        sets=((Case.standing, Standing.REVOKED.value), (Case.ended_on, ON), (Case.pending, "")), rare=True,
    )  # fmt: skip
    expire = Step(
        "有效期届满未延续", LICENCE[70].item(1).says("届满未延续"), S.in_force >> S.lapsed, by=Role.SYSTEM,
        sets=((Case.standing, Standing.EXPIRED.value), (Case.ended_on, ON)),
    )  # fmt: skip
    penalised = Step(
        "许可证件被吊销", LICENCE[70].item(4).says("依法被吊销"), S.in_force >> S.lapsed,
        asks=(Input("吊销决定的机关、文号", "text", code="decision"), WHY),
        sets=((Case.standing, Standing.REVOKED.value), (Case.ended_on, ON), (Case.pending, "")), rare=True,
        help="行政处罚吊销许可证件的，由处罚机关的决定登记，随后办理注销。",
    )  # fmt: skip
    cancelled = Step(
        "许可已注销", LICENCE[70].says("注销手续"), (S.in_force | S.lapsed) >> S.ended,
        sets=((Case.standing, Standing.CANCELLED.value), (Case.pending, "")), rare=True,
    )  # fmt: skip
