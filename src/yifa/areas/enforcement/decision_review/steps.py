"""The steps of a legal review (法制审核的环节): 处罚法 58, 118号文."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.common.party import more_party_fields, party_fields
from yifa.areas.enforcement.decision_review import conditions as test
from yifa.areas.enforcement.decision_review import papers
from yifa.areas.enforcement.decision_review.acts import BEFORE_DECISION, PENALTY, QUALIFICATION, REVIEWED, SYSTEM
from yifa.areas.enforcement.decision_review.choices import Point, Result
from yifa.areas.enforcement.decision_review.materials import list_for
from yifa.areas.enforcement.decision_review.models import DecisionReviewCase as Case
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

UNIT = (Role.HANDLER, Role.AGENCY_HEAD)
LEGAL = (Role.REVIEWER, Role.COUNSEL)
ABOUT: tuple[Any, ...] = (
    Case.client_number, Case.unit, Case.proposed, Case.triggers, Case.heard, Case.officers, Case.materials,
    *party_fields(Case), *more_party_fields(Case),
)  # fmt: skip


def listed(record: Any, on: date) -> list[dict[str, str]]:
    """The materials as submitted; the list of the kind still to be ticked where nothing was said."""
    return record.materials or list_for(record.act_kind).rows()


def nine_points(record: Any, on: date) -> list[dict[str, str]]:
    """The nine points, still open."""
    return [{"point": point.value} for point in Point]


def cleared_on(record: Any, on: date) -> date | None:
    """What passes as it stands is cleared at once."""
    return on if record.result == Result.PASS else None


def next_round(record: Any, on: date) -> int:
    """One more review of the same decision."""
    return int(record.round) + 1


class DecisionReviewSteps(Procedure, abstract=True):
    """Stages and steps of a review."""

    key, label, mark = "decision_review", "重大执法决定法制审核", "法审"
    model = Case
    since = date(2021, 7, 15)
    version_basis = PENALTY[86]

    reviewing = Stage("审核")
    supplementing = Stage("待补充材料")
    opined = Stage("已出具意见")
    adopted = Stage("审核完毕", final=True)
    dropped = Stage("撤回送审", final=True)

    submit = Step(
        "送法制审核",
        (REVIEWED, SYSTEM),
        NEW >> reviewing,
        by=UNIT,
        needs=(Case.act_kind, Case.client_title),
        may=ABOUT,
        sets=((Case.submitted_on, ON), (Case.materials, listed), (Case.points, nine_points)),
        conditions=(computed(PENALTY[58, 1], "写明送审情形", test.triggers_said),),
        help="调查终结、听证之后，集体讨论和负责人决定之前送审。由所涉案件送审时自动建立。",
    )
    return_materials = Step(
        "退回补充材料",
        SYSTEM,
        reviewing >> supplementing,
        by=LEGAL,
        rare=True,
        needs=(Case.lacking,),
        may=(Case.materials,),
        document=papers.RETURNED,
        help="审核时间自补齐之日起计算。",
    )
    supplement = Step(
        "补齐材料",
        SYSTEM,
        supplementing >> reviewing,
        by=UNIT,
        may=(Case.materials, Case.proposed),
        sets=((Case.lacking, ""),),
    )
    assign = Step(
        "确定审核人员",
        (REVIEWED, QUALIFICATION),
        reviewing,
        by=(Role.REVIEWER, Role.AGENCY_HEAD),
        needs=(Case.reviewer, Case.first_time),
        may=(Case.qualification_no,),
        conditions=(
            computed(QUALIFICATION, "初次从事审核的人员取得法律职业资格", test.reviewer_qualified),
            computed(REVIEWED, "审核人员不是本案执法人员", test.reviewer_not_officer),
        ),
    )
    opine = Step(
        "出具法制审核意见书",
        (BEFORE_DECISION, SYSTEM),
        reviewing >> opined,
        by=LEGAL,
        needs=(Case.points, Case.result),
        may=(Case.result_text, Case.materials),
        sets=((Case.opined_on, ON), (Case.cleared_on, cleared_on)),
        requires=(assign,),
        not_by=submit,
        document=papers.OPINION,
        conditions=(
            computed(SYSTEM, "送审材料齐全", test.materials_complete),
            computed(QUALIFICATION, "初次从事审核的人员取得法律职业资格", test.reviewer_qualified),
            computed(REVIEWED, "审核人员不是本案执法人员", test.reviewer_not_officer),
            computed(SYSTEM, "九个项目逐项审核", test.every_point),
            computed(BEFORE_DECISION, "结论与逐项意见相符", test.result_fits),
        ),
        help="审核主体资格、职权、事实、证据、法律适用、裁量、程序、文书、是否涉嫌犯罪九项。",
    )
    confirm = Step(
        "核对修改情况",
        BEFORE_DECISION,
        opined,
        by=LEGAL,
        needs=(Case.points,),
        sets=((Case.cleared_on, ON),),
        once=False,
        when=test.to_change,
        document=papers.CHECKED,
        conditions=(
            computed(SYSTEM, "承办机构逐条反馈采纳情况", test.answered),
            judged(BEFORE_DECISION, "应当修改的已经修改，没有新的实质性改变"),
        ),
        help="结论为修改后通过的，核对后方可作出决定。",
    )
    resubmit = Step(
        "修改后重新送审",
        BEFORE_DECISION,
        opined >> reviewing,
        by=UNIT,
        may=(Case.proposed, Case.materials, Case.triggers, Case.heard),
        sets=(
            (Case.submitted_on, ON), (Case.result, ""), (Case.result_text, ""), (Case.opined_on, None),
            (Case.cleared_on, None), (Case.points, nine_points), (Case.round, next_round),
        ),
        when=test.not_passed,
        conditions=(computed(PENALTY[58, 1], "写明送审情形", test.triggers_said),),
        help="审核不通过，或者修改较大的，在原案再次送审；各次意见都保留在案件记录中。",
    )  # fmt: skip
    adopt = Step(
        "登记采纳情况",
        BEFORE_DECISION,
        opined >> adopted,
        by=UNIT,
        needs=(Case.adopted,),
        may=(Case.adopted_text, Case.points),
        conditions=(computed(BEFORE_DECISION, "审核已经通过", test.cleared),),
        help="由所涉案件作出决定时自动登记。",
    )
    drop = Step(
        "撤回送审",
        REVIEWED,
        (reviewing | supplementing | opined) >> dropped,
        by=UNIT,
        rare=True,
        asks=(Input("原因", "long", code="why", help="例如 撤销立案、移送其他机关、改变拟作的决定另行送审。"),),
    )
