"""The steps of a fair competition review (公平竞争审查条例 8—18, 21—25)."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.rulemaking.fair_competition import conditions as test
from yifa.areas.rulemaking.fair_competition import papers
from yifa.areas.rulemaking.fair_competition.acts import F
from yifa.areas.rulemaking.fair_competition.choices import CheckResult, Conclusion
from yifa.areas.rulemaking.fair_competition.models import FairCompetitionCase as Case
from yifa.areas.rulemaking.fair_competition.standards import STANDARDS
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

POLICY = (
    Case.policy_kind, Case.policy_number, Case.issuer_kind, Case.drafter, Case.drafter_name, Case.draft,
    Case.draft_digest, Case.public_interest,
)  # fmt: skip
FIRST = (Case.initial_conclusion, Case.initial_opinion, Case.initial_on)
EXEMPTION = (
    Case.exemption, Case.exemption_basis, Case.no_alternative, Case.exempt_until, Case.end_condition,
    Case.exemption_detail,
)  # fmt: skip
BY = (Role.HANDLER, Role.REVIEWER)


def to_check(record: Any, on: date) -> list[dict[str, str]]:
    """The nineteen standards, each still to be answered, unless that was begun."""
    return record.hits or [{"standard": standard.code} for standard in STANDARDS]


class FairCompetitionSteps(Procedure, abstract=True):
    """Stages and steps of a review."""

    key, label, mark = "fair_competition", "公平竞争审查", "竞"
    model = Case
    since = date(2024, 8, 1)
    version_basis = F[27]

    determining = Stage("认定")
    reviewing = Stage("审查")
    concluded = Stage("已有结论")
    issued = Stage("实施")
    rectifying = Stage("整改")
    not_concerned = Stage("不涉及", final=True)
    dropped = Stage("不再出台", final=True)
    ended = Stage("终止实施", final=True)

    receive = Step(
        "登记政策措施",
        (F[2], F[14].says("送市场监督管理部门")),
        NEW >> determining,
        by=BY,
        needs=(Case.policy_title, Case.issuer_kind),
        may=(*(ref for ref in POLICY if ref is not Case.issuer_kind), *FIRST, Case.consultees),
        sets=((Case.received_on, ON),),
        help="起草单位在系统内送审时自动建立。部门、乡镇出台的由起草单位自行审查，政府出台的送本级市场监督管理部门。",
    )
    exclude = Step(
        "认定不涉及经营者经济活动",
        F[2].says("涉及经营者"),
        determining >> not_concerned,
        rare=True,
        by=BY,
        needs=(Case.not_concerned_reason,),
        sets=((Case.conclusion, Conclusion.NOT_APPLICABLE.value), (Case.concluded_on, ON)),
    )
    concern = Step(
        "认定涉及经营者经济活动",
        F[2].says("涉及经营者"),
        (determining | not_concerned) >> reviewing,
        by=BY,
        may=(Case.public_interest, Case.issuer_kind),
        sets=((Case.hits, to_check), (Case.conclusion, ""), (Case.concluded_on, None)),
        help="已经认定不涉及，后来发现认定有误的，也在此改正，继续审查。",
    )
    first_opinion = Step(
        "起草单位初审",
        F[14].says("初审"),
        determining | reviewing,
        by=BY,
        needs=(Case.initial_conclusion, Case.initial_opinion),
        sets=((Case.initial_on, ON),),
        document=papers.FIRST,
        when=test.by_government,
        help="拟由政府出台的，起草单位应当初审，并将草案和初审意见送市场监督管理部门；随送审材料收到的，也在此登记。",
    )
    hear = Step(
        "听取意见",
        F[16],
        reviewing,
        by=BY,
        needs=(Case.consultees,),
        help="应当听取有关经营者、行业协会商会等利害关系人的意见；涉及社会公众利益的，还应当听取社会公众意见。",
    )
    examine = Step(
        "对照审查标准",
        (F[8], F[9], F[10], F[11], F[17, 1]),
        reviewing,
        by=BY,
        needs=(Case.hits,),
        conditions=(computed(F[17, 1].says("审查标准"), "存在问题的写明内容", test.hits_explained),),
        help="第八条至第十一条共十九项，逐项填写。",
    )
    justify = Step(
        "说明适用例外规定",
        (F[12], F[17, 2].says("详细说明")),
        reviewing,
        by=BY,
        needs=(Case.exemption,),
        may=EXEMPTION[1:],
        conditions=(computed(F[12], "例外规定的要件齐备", test.exemption_complete),),
    )
    conclude = Step(
        "作出审查结论",
        (F[17, 1].says("作出审查结论"), F[13, 1], F[13, 2], F[14]),
        reviewing >> concluded,
        by=BY,
        needs=(Case.conclusion, Case.conclusion_text),
        may=EXEMPTION,
        sets=((Case.concluded_on, ON),),
        document=papers.CONCLUSION,
        conditions=(
            computed(
                F[14].says("会同起草单位"), "由本级市场监督管理部门审查", test.at_the_regulator, when=test.by_government
            ),
            computed(F[14].says("初审"), "起草单位已经初审", test.first_opinion_given, when=test.by_government),
            computed(F[13, 1].says("起草单位"), "由起草单位审查", test.at_the_drafter, when=test.own_review),
            computed(F[13, 2].says("牵头起草单位"), "由牵头起草单位审查", test.at_the_drafter, when=test.joint),
            computed(F[16].says("利害关系人"), "听取了利害关系人的意见", test.interested_heard),
            computed(F[16].says("社会公众意见"), "涉及社会公众利益的，听取了社会公众意见", test.public_heard),
            computed(F[17, 1].says("审查标准"), "十九项审查标准逐项对照", test.every_standard_checked),
            computed(F[17, 1].says("审查标准"), "修改后重新对照了审查标准", test.compared_since_revised),
            computed(F[17, 1].says("审查标准"), "存在问题的写明内容", test.hits_explained),
            computed(F[18], "结论与对照结果相符", test.conclusion_fits),
            computed(F[12], "例外规定的要件齐备", test.exemption_complete, when=test.exempted),
            judged(F[19].says("商业秘密"), "没有在结论中公开国家秘密、商业秘密和个人隐私"),
        ),
    )
    revise = Step(
        "修改后重新审查",
        F[18],
        (concluded | issued) >> reviewing,
        rare=True,
        by=BY,
        may=(Case.draft, Case.draft_digest),
        sets=((Case.conclusion, ""), (Case.concluded_on, None)),
        help="修改政策措施，或者例外措施到期后需要继续实施的，重新审查。",
    )
    issue = Step(
        "出台",
        F[18].says("不得出台"),
        (concluded | not_concerned) >> issued,
        by=BY,
        sets=((Case.issued_on, ON),),
        conditions=(
            computed(F[18].says("不得出台"), "经过审查，可以出台", test.may_be_issued),
            computed(F[12].says("实施期限"), "例外措施的实施期限没有届满", test.term_not_over, when=test.exempted),
        ),
    )
    drop = Step(
        "不再出台",
        F[18].says("不得出台"),
        (determining | reviewing | concluded) >> dropped,
        by=BY,
        rare=True,
        help="审查结论为不得出台而不再修改的，以及起草单位撤回的。",
    )
    spot_check = Step(
        "抽查",
        F[21, 1].says("抽查"),
        issued,
        by=BY,
        needs=(Case.check_result,),
        may=(Case.check_finding,),
    )
    find = Step(
        "发现未经审查即出台",
        (F[18], F[21, 1].says("抽查")),
        NEW >> issued,
        by=BY,
        needs=(Case.policy_title, Case.issuer_kind, Case.check_finding),
        may=tuple(ref for ref in POLICY if ref is not Case.issuer_kind),
        sets=((Case.check_result, CheckResult.UNREVIEWED.value),),
        help="抽查、举报中发现没有审查就已经出台的，另立一案，计入应审未审。",
    )
    urge = Step(
        "督促整改",
        F[21, 1].says("督促"),
        issued >> rectifying,
        by=BY,
        needs=(Case.check_finding,),
        asks=(Input("整改期限", "date", code="until", help="要求整改完成的最后一天。"),),
        document=papers.URGE,
        when=test.problem_found,
    )
    rectify = Step("整改完成", F[21, 1].says("整改"), rectifying >> issued, by=BY, needs=(Case.rectification,))
    repeal = Step(
        "废止有关政策措施", F[21, 1].says("整改"), rectifying >> ended, rare=True, by=BY,
        needs=(Case.rectification,), sets=((Case.ended_on, ON),),
    )  # fmt: skip
    interview = Step(
        "约谈负责人",
        F[24].says("约谈"),
        rectifying,
        by=BY,
        requires=(urge,),
        asks=(Input("约谈情况", "long", code="what"),),
        conditions=(computed(F[24].says("逾期仍未整改"), "整改期限届满", test.rectification_overdue),),
        help="由上一级市场监督管理部门约谈。",
    )
    discipline = Step(
        "移送处分",
        F[25].says("处分"),
        issued | rectifying | ended,
        by=BY,
        asks=(Input("移送的机关和事由", "long", code="what"),),
        conditions=(judged(F[25].says("严重不良影响"), "未依法审查，造成严重不良影响"),),
    )
    report_in = Step(
        "收到举报",
        F[22, 1].says("举报"),
        (NEW | issued) >> issued,
        by=BY,
        needs=(Case.policy_title, Case.reports),
        may=(Case.policy_kind, Case.issuer_kind, Case.drafter, Case.drafter_name),
    )
    report_more = Step(
        "整改、终止后收到举报",
        F[22, 1].says("举报"),
        rectifying | ended,
        by=BY,
        rare=True,
        needs=(Case.reports,),
    )
    handle_report = Step(
        "处理举报",
        F[22, 1].says("及时处理"),
        issued | rectifying | ended,
        by=BY,
        needs=(Case.reports,),
        asks=(Input("处理情况", "long", code="result"),),
        document=papers.REPORT_ANSWER,
        conditions=(
            computed(F[22, 1].says("举报"), "收到过举报", test.reported),
            computed(F[22, 1].says("处理或者转送"), "写明处理结果", test.reports_dealt_with),
        ),
    )
    end = Step(
        "终止实施",
        F[12].says("终止条件"),
        issued >> ended,
        rare=True,
        by=BY,
        sets=((Case.ended_on, ON),),
        asks=(Input("终止的原因", "long", code="why"),),
        help="例外措施期限届满或者终止条件成就的，以及政策措施废止、失效的。",
    )
