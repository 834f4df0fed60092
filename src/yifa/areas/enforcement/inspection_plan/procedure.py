"""Inspection plans: E14 INS-S03, S04; found by the kernel when Django starts."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from yifa.areas.enforcement.bases import ENVIRONMENT, VISITS
from yifa.areas.enforcement.common.acting import fit_body
from yifa.areas.enforcement.inspection_plan import conditions as test
from yifa.areas.enforcement.inspection_plan import papers
from yifa.areas.enforcement.inspection_plan.choices import PlanKind
from yifa.areas.enforcement.inspection_plan.defaults import DEFAULTS
from yifa.areas.enforcement.inspection_plan.models import PlanCase as Case
from yifa.clock import Period, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import (
    NEW,
    ON,
    Consequence,
    Input,
    Limit,
    Omitted,
    Procedure,
    Publication,
    Shown,
    Stage,
    Step,
    computed,
    judged,
)
from yifa.kernel.figures import Count, Share, Timely
from yifa.kernel.situation import Situation
from yifa.office.personal import Mask
from yifa.office.roles import Role

RANDOM = ENVIRONMENT[54, 1].says("随机抽取")
MERGED = ENVIRONMENT[54, 1].says("尽可能合并")
ABOUT = (Case.kind, Case.year, Case.plan_title, Case.lines)
SPECIAL = (Case.reason, Case.superior, Case.since, Case.until)
SUPERIOR = (Case.approver, Case.approval_number, Case.superior_approved_on)
SOUND = (
    computed(VISITS, "计划事项填写完整", test.lines_readable),
    computed(VISITS, "事项在已公布的检查事项清单内", test.items_published),
    computed(VISITS, "不超过年度频次上限", test.caps_kept),
    judged(MERGED, "同一对象的多个事项已经合并，能联合的已经联合"),
)


def publishing(situation: Situation) -> Period:
    """In how many working days a plan becomes public, as the place has it."""
    return working_days(DEFAULTS.number("publish_days", situation), VISITS)


def filing(situation: Situation) -> Period:
    """In how many working days a plan is filed, as the place has it."""
    return working_days(DEFAULTS.number("file_days", situation), VISITS)


class InspectionPlan(Procedure):
    """Yearly plans of inspection and special plans."""

    key, label, mark = "inspection_plan", "检查计划", "检计"
    model = Case
    since = date(2020, 1, 1)
    version_basis = ENVIRONMENT[72]

    drafting = Stage("拟订")
    approved = Stage("执行")
    closed = Stage("执行完毕", final=True)
    abandoned = Stage("不再实施", final=True)

    draft = Step(
        "拟订检查计划", (RANDOM, VISITS), NEW >> drafting, by=(Role.HANDLER, Role.SECRETARY),
        needs=ABOUT, may=SPECIAL,
        conditions=(
            fit_body(),
            computed(VISITS, "计划事项填写完整", test.lines_readable),
            computed(VISITS, "一个年度一个年度计划", test.only_annual),
        ),
        help="一个事项、一类对象一行；写明方式、次数和月份，便于与其他机关合并入企。",
    )  # fmt: skip
    revise = Step("修改检查计划", VISITS, drafting, by=(Role.HANDLER, Role.SECRETARY), may=(*ABOUT[2:], *SPECIAL))
    consent = Step(
        "取得专项检查批准", VISITS, drafting, needs=SUPERIOR, when=test.is_special,
        conditions=(computed(VISITS, "批准机关、日期齐全", test.superior_agreed),),
        help="专项检查计划由县级以上人民政府批准；实行垂直管理的，由上一级主管部门批准。",
    )  # fmt: skip
    approve = Step(
        "批准检查计划",
        VISITS,
        drafting >> approved,
        sets=((Case.approved_on, ON), (Case.lines, test.lines_named)),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.PLAN,
        conditions=(
            *SOUND,
            computed(VISITS, "专项检查写明理由", lambda s: None if s.record.reason else "没有写明专项检查的理由",
                     when=test.is_special),
            computed(VISITS, "专项检查写明起止日期", test.dates_in_order, when=test.is_special),
            computed(VISITS, "专项检查经有权机关批准", test.superior_agreed, when=test.is_special),
            computed(VISITS, "专项检查计划不超过年度控制数", test.few_enough, qualified=VISITS, when=test.is_special),
        ),
    )  # fmt: skip
    file = Step(
        "报送备案", VISITS, approved, needs=(Case.filed_with,), sets=((Case.filed_on, ON),), document=papers.FILING,
        help="年度计划向行政执法监督机关、上级主管部门报备；专项检查计划同时报备。",
    )  # fmt: skip
    adjust = Step(
        "调整检查计划",
        VISITS,
        approved,
        needs=(Case.lines, Case.adjusted_why),
        may=(Case.since, Case.until, *SUPERIOR),
        sets=((Case.filed_on, None), (Case.lines, test.lines_named)),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.PLAN,
        rare=True,
        conditions=(
            *SOUND,
            computed(VISITS, "专项检查写明起止日期", test.dates_in_order, when=test.is_special),
            judged(VISITS, "超出原批准的范围、内容、时限的，已经原批准机关同意", when=test.is_special),
        ),
        help="调整后重新报备、公布；已经公布的先撤回并说明理由，再公布调整后的计划。",
    )
    close = Step(
        "计划执行完毕", VISITS, approved >> closed, needs=(Case.performed,),
        help="写明计划检查和实际检查的次数、没有检查的原因。",
    )  # fmt: skip
    abandon = Step(
        "不再实施", VISITS, (drafting | approved) >> abandoned, rare=True,
        asks=(Input("不再实施的理由", "long", code="why"),),
    )  # fmt: skip

    public = Publication(
        "检查计划公布", RANDOM, after=(approve,),
        shows=(
            Shown(Case.number), Shown(Case.plan_title), Shown(Case.kind), Shown(Case.year), Shown(Case.lines),
            Shown(Case.reason, Mask.TEXT), Shown(Case.since), Shown(Case.until), Shown(Case.approver),
            Shown(Case.approval_number), Shown(Case.approved_on), Shown(Case.filed_on),
            Shown(Case.adjusted_why, Mask.TEXT),
        ),
    )  # fmt: skip

    public_in_time = Limit(
        "检查计划公布", RANDOM, publishing, since=(approve, adjust), until=(public.done,), outlives=True,
        on_expiry=Consequence("督促公布；没有公布的计划不作为检查的依据", VISITS),
    )  # fmt: skip
    public_by_spring = Limit(
        "年度检查计划最迟公布", VISITS, None, since=(draft,), until=(public.done,), ends_on=Case.public_by,
        when=test.is_annual, on_expiry=Consequence("督促制定并公布年度检查计划", VISITS),
    )  # fmt: skip
    filed_in_time = Limit(
        "检查计划报备", VISITS, filing, since=(approve, adjust), until=(file,),
        on_expiry=Consequence("督促报备", VISITS),
    )  # fmt: skip

    plans_annual = Count("年度检查计划", unit="个", by=(approve,), where=Q(kind=PlanKind.ANNUAL),
                         definition="期内批准的年度检查计划。", basis=VISITS)  # fmt: skip
    plans_special = Count("专项检查计划", unit="个", by=(approve,), where=Q(kind=PlanKind.SPECIAL),
                          definition="期内批准的专项检查计划，包括上级部署的。", basis=VISITS)  # fmt: skip
    plans_public_due = Timely("公布的检查计划", unit="个", limits=(public_in_time,), states=(State.KEPT, State.LATE),
                              definition="期内公布的检查计划。")  # fmt: skip
    plans_public_kept = Timely("按期公布的检查计划", unit="个", limits=(public_in_time,), states=(State.KEPT,),
                               definition="其中在期限内公布的。")  # fmt: skip
    plans_public_rate = Share("检查计划按期公布率", numerator=plans_public_kept, denominator=plans_public_due,
                              definition="按期公布的占公布的比率。")  # fmt: skip

    numbered_by = (approve,)
    omitted = (Omitted(ENVIRONMENT[54, 2], "重点监管的事项在检查事项清单中标明；个案检查按线索办理，不列入计划"),)

    @classmethod
    def title_of(cls, record: Case) -> str:
        """The title of the plan."""
        return record.plan_title or "检查计划"
