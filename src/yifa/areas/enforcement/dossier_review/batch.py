"""A round of reviewing dossiers (案卷评查批次): 监督条例第十五条、第十八条、第十九条、第三十条、第三十一条."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.dossier_review import conditions as test
from yifa.areas.enforcement.dossier_review import gathering, papers
from yifa.areas.enforcement.dossier_review.acts import BEFORE, EXAMINED, OPEN, S
from yifa.areas.enforcement.dossier_review.defaults import DEFAULTS
from yifa.areas.enforcement.dossier_review.models import DossierReviewCase as Case
from yifa.areas.enforcement.supervision.conditions import is_supervision_body
from yifa.clock import Period, working_days
from yifa.kernel.declare import (
    NEW,
    ON,
    Consequence,
    Echo,
    Input,
    Limit,
    Procedure,
    Publication,
    Shown,
    Stage,
    Step,
    computed,
    judged,
)
from yifa.kernel.figures import Count
from yifa.kernel.linking import linked_cases
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

BY = (Role.HANDLER, Role.REVIEWER)


def objection_time(situation: Situation) -> Period:
    """How long a body may object after it was told, as the place has it."""
    return working_days(DEFAULTS.number("objection_days", situation), S[30].says("异议"))


def all_done(situation: Situation) -> str | None:
    """Every dossier was put right or needed nothing."""
    record = situation.record
    if record.pk is None:
        return None
    left = linked_cases(record, "dossier_score").filter(closed_on=None).count()
    return f"还有{left}卷没有整改完毕" if left else None


class DossierReview(Procedure):
    """Review of dossiers by the supervision body."""

    key, label, mark = "dossier_review", "行政执法案卷评查", "评查"
    model = Case
    since = date(2026, 2, 1)
    version_basis = S[44]

    planned = Stage("拟定方案")
    approved = Stage("待锁定目录")
    frozen = Stage("待抽取")
    scoring = Stage("评分")
    fed_back = Stage("反馈和复核")
    concluded = Stage("整改")
    closed = Stage("办结", final=True)
    cancelled = Stage("取消", final=True)

    plan = Step(
        "拟定评查方案",
        (BEFORE, EXAMINED),
        NEW >> planned,
        by=BY,
        needs=(
            Case.title_text, Case.period_from, Case.period_to, Case.bodies, Case.per_stratum, Case.rectify_days,
            Case.plan_text, Case.public_source,
        ),
        conditions=(
            computed(S[6, 1].says("行政执法监督机构"), "由行政执法监督机构组织", is_supervision_body),
            computed(EXAMINED, "评查的是已经办结的案卷", test.period_sound),
            computed(EXAMINED, "写明被评查机关", test.bodies_named),
        ),
        help="评查频次、等次和整改期限没有全国规定，由方案确定。",
    )  # fmt: skip
    numbered_by = (plan,)

    approve = Step(
        "批准方案", S[19].says("评议方案、标准"), planned >> approved, by=BY, approved_by=(Role.ORGAN_HEAD,),
        may=(Case.plan_text, Case.per_stratum, Case.rectify_days), document=papers.PLAN,
    )  # fmt: skip
    freeze = Step(
        "锁定案卷目录，公布抽取承诺",
        EXAMINED,
        approved >> frozen,
        by=BY,
        needs=(Case.secret_digest,),
        may=(Case.frame, Case.public_source),
        sets=(
            (Case.frame, gathering.frame_of), (Case.commitment, gathering.commitment_of), (Case.frozen_on, ON),
        ),
        conditions=(
            computed(OPEN, "填写密值摘要", test.digest_given),
            computed(EXAMINED, "案卷目录没有重复", test.frame_sound),
        ),
        once=True,
        help="系统按机关、种类和办结日期汇总案卷，纸质案卷另行补充；锁定后不能改。密值由经办人保存，抽取前不公开。",
    )  # fmt: skip
    draw = Step(
        "抽取案卷",
        (EXAMINED, OPEN),
        frozen >> scoring,
        by=BY,
        needs=(Case.secret, Case.public_value),
        sets=((Case.sample, gathering.sample_of), (Case.drawn_on, ON)),
        conditions=(
            computed(EXAMINED, "案卷目录不是空的", test.frame_there),
            computed(OPEN, "密值与承诺相符", test.secret_is_committed),
            computed(OPEN, "承诺在前，公开数值在后", test.drawn_later),
        ),
        once=True,
        document=papers.DRAW,
        echo=Echo("dossier_score.receive", each=gathering.opened),
        help="一次评查只抽取一次；任何人可以用公布的材料重算。",
    )
    feed_back = Step(
        "反馈被评查机关",
        S[30].says("作出的处理结果"),
        scoring >> fed_back,
        by=BY,
        sets=((Case.fed_back_on, ON),),
        help="全部案卷评分完毕才能反馈；反馈书逐卷制作。",
    )
    conclude = Step(
        "确定结果，通报",
        (S[31].says("进行通报"), OPEN),
        fed_back >> concluded,
        by=BY,
        needs=(Case.summary,),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.RESULT,
        conditions=(judged(S[18].says("证据是否真实"), "评查结果有评分表和案卷材料支持"),),
        help="全部异议复核完毕、异议期满才能确定结果。",
    )
    close = Step(
        "整改完毕，办结",
        S[34].says("监督结果运用"),
        concluded >> closed,
        by=BY,
        conditions=(computed(S[34], "案卷都已整改或者不需要整改", all_done),),
    )
    cancel = Step(
        "取消评查", BEFORE, (planned | approved | frozen) >> cancelled, by=BY, rare=True,
        asks=(Input("理由", "long", code="why"),), help="抽取以后不得取消；承诺以后取消的，理由随结果公布。",
    )  # fmt: skip

    objection_window = Limit(
        "被评查机关提出异议", S[30].says("异议"), objection_time, ref="FRV-T01", since=(feed_back,), until=(conclude,),
        floor=True, bound=Role.RESPONDENT, on_expiry=Consequence("期满没有异议的，可以确定结果", S[30]),
    )  # fmt: skip

    standard_public = Publication(
        "评查标准公开", OPEN, after=(approve,),
        shows=(Shown(Case.title_text), Shown(Case.period_from), Shown(Case.period_to), Shown(Case.plan_text)),
    )  # fmt: skip
    commitment_public = Publication(
        "抽取承诺公开", OPEN, after=(freeze,),
        shows=(Shown(Case.title_text), Shown(Case.secret_digest), Shown(Case.commitment), Shown(Case.public_source)),
    )  # fmt: skip
    result_public = Publication(
        "评查结果公开", OPEN, after=(conclude,), shows=(Shown(Case.title_text), Shown(Case.summary)),
    )  # fmt: skip

    dr_batches = Count(
        "案卷评查", unit="次", by=(draw,), indicator="enforcement.file_reviews", definition="期内抽取案卷的评查批次。"
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The name of the round."""
        return record.title_text or cls.label
