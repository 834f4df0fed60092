"""Carrying-out, evaluation, change, responsibility (执行、后评估、调整、责任): articles 34—41."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.rulemaking.major_decision import choices as c
from yifa.areas.rulemaking.major_decision import gates, papers
from yifa.areas.rulemaking.major_decision.acts import D
from yifa.areas.rulemaking.major_decision.course import adjusting
from yifa.areas.rulemaking.major_decision.deciding import Deciding
from yifa.areas.rulemaking.major_decision.echoes import WITHDRAWN
from yifa.areas.rulemaking.major_decision.models import DecisionCase as Case
from yifa.areas.rulemaking.major_decision.preparation import BY
from yifa.areas.rulemaking.major_decision.where import bound
from yifa.kernel.declare import Input, Stages, Step, computed, judged
from yifa.office.roles import Role

B = Deciding
RUNNING = B.executing | B.suspended
AFTER = B.executing | B.suspended | B.completed | B.stopped
ADJUSTED = B.drafting | B.reviewing | B.reviewed | B.submitted | B.discussed | B.decided
ANY = Stages((*AFTER.members, *ADJUSTED.members, B.proposed, B.not_started, B.rejected, B.terminated))


def original_result(record: Any, on: date) -> str:
    """The original decision was adopted, whatever came of its adjustment."""
    return str(record.result if record.result in c.ADOPTED else c.Result.APPROVED)


class Executing(Deciding, abstract=True):
    """What becomes of a decision."""

    assign_execution = Step(
        "明确执行单位", D[34].says("决策执行单位"), RUNNING, by=BY, needs=(Case.exec_unit,),
        asks=(Input("执行要求", "long", code="what", required=False),),
    )  # fmt: skip
    report_execution = Step(
        "报告执行情况", D[34].says("报告决策执行情况"), AFTER, by=BY, needs=(Case.exec_report,),
    )  # fmt: skip
    inspect = Step("督促检查", D[34].says("督促检查"), RUNNING, by=BY, asks=(Input("检查情况", "long", code="what"),))
    report_problem = Step(
        "报告执行中的问题", D[35, 1].says("及时向决策机关报告"), RUNNING, by=BY,
        asks=(
            Input("情形", "choice", tuple(c.Trouble.choices), code="kind"), Input("问题", "long", code="what"),
        ),
    )  # fmt: skip
    hear_public = Step(
        "收到公众意见", D[35, 2].says("意见建议"), AFTER, by=(*BY, Role.CITIZEN),
        asks=(
            Input("提出人", code="who", required=False, personal=True, help="匿名的留空；不公开。"),
            Input("意见建议", "long", code="what"),
            Input("处理", "long", code="answer", required=False),
        ),
    )  # fmt: skip
    begin_evaluation = Step(
        "组织决策后评估", D[36, 1].says("决策后评估"), AFTER, by=BY,
        needs=(Case.eval_trigger, Case.evaluator, Case.eval_third_party),
        conditions=bound(D[36, 2].says("除外"), "受委托的第三方没有承担决策前的主要论证评估", gates.evaluator_free),
        help="三种情形之一：明显未达到预期效果；收到较多意见；决策机关认为有必要。",
    )  # fmt: skip
    finish_evaluation = Step(
        "完成决策后评估", D[36, 4].says("重要依据"), AFTER, by=BY, needs=(Case.eval_report, Case.eval_action),
        requires=(begin_evaluation,), document=papers.EVALUATION,
        conditions=(
            judged(D[36, 3].says("社会公众的意见"), "注重听取社会公众的意见"),
            judged(D[36, 3].says("人大代表"), "吸收人大代表、政协委员、人民团体、基层组织、社会组织参与评估"),
        ),
    )  # fmt: skip
    complete = Step(
        "执行完毕", D[34].says("全面、及时、正确执行"), B.executing >> B.completed, by=BY,
        requires=(report_execution,),
        conditions=(computed(D[36, 4], "已经组织的后评估已经完成", gates.evaluated),),
    )  # fmt: skip
    suspend = Step(
        "中止执行", D[37].says("先决定中止执行"), B.executing >> B.suspended, by=BY, rare=True,
        approved_by=(Role.ORGAN_HEAD,),
        needs=(Case.change_reason,), may=(Case.change_text,), document=papers.SUSPENDED,
        conditions=(
            *bound(D[37].says("第三十五条规定的情形"), "出现了第三十五条规定的情形", gates.trouble_came),
            judged(D[37].says("情况紧急"), "情况紧急"),
        ),
        help="由行政首长先决定中止；是否调整或者停止，再履行法定程序。",
    )  # fmt: skip
    resume = Step(
        "恢复执行", D[37].says("法定程序"), B.suspended >> B.executing, by=BY, approved_by=(Role.ORGAN_HEAD,),
        asks=(Input("恢复的理由", "long", code="why"),), document=papers.RESUMED,
    )  # fmt: skip
    adjust = Step(
        "启动重大调整", D[37].says("履行相关法定程序"), RUNNING >> B.drafting,
        by=BY, rare=True,
        approved_by=(Role.ORGAN_HEAD,),
        needs=(Case.change_reason,), may=(Case.change_text,), document=papers.ADJUSTED,
        conditions=(
            computed(D[36, 4].says("重要依据"), "已经组织的后评估已经完成", gates.evaluated),
            judged(D[37].says("随意变更"), "需要作出重大调整，依照条例重新履行参与、论证、评估、审查、讨论程序"),
        ),
        help="回到草案形成，各项程序重新履行；此前履行过的不再作数。新决定公布以前，原决定没有中止的，继续执行。",
    )  # fmt: skip
    keep_original = Step(
        "不再调整，继续执行原决定", D[37].says("不得随意变更"), ADJUSTED >> B.executing, by=BY, rare=True,
        when=adjusting, approved_by=(Role.ORGAN_HEAD,), needs=(Case.outcome_reason,),
        sets=((Case.result, original_result),), echo=WITHDRAWN,
        help="调整没有通过或者不再进行的，原决定仍然有效；原来中止执行的，同时恢复执行。已经送审的，撤回送审。",
    )  # fmt: skip
    stop = Step(
        "停止执行", D[37].says("停止执行"), RUNNING >> B.stopped,
        by=BY, rare=True,
        approved_by=(Role.ORGAN_HEAD,),
        needs=(Case.change_reason, Case.stop_meeting_no), may=(Case.change_text,), document=papers.STOPPED,
        conditions=(
            computed(D[36, 4].says("重要依据"), "已经组织的后评估已经完成", gates.evaluated),
            judged(D[37].says("法定程序"), "已经履行合法性审查、集体讨论等法定程序，没有随意停止执行"),
        ),
    )  # fmt: skip
    corrected = Step(
        "被上级责令改正、撤销", D[38, 1].says("责令改正"), ANY, by=BY,
        asks=(
            Input("上级机关", code="who"), Input("处理", "choice", tuple(c.Correction.choices), code="kind"),
            Input("理由和要求", "long", code="what"),
        ),
    )  # fmt: skip
    hold_accountable = Step(
        "责任追究", (D[38, 2].says("终身责任追究"), D[39], D[40], D[41]),
        ANY, by=BY,
        asks=(
            Input("情形", "choice", tuple(c.Liability.choices), code="ground"),
            Input("责任单位、人员", code="who", personal=True),
            Input("处理", "long", code="what"),
            Input(
                "减免责任", "long", code="exempted", required=False, personal=True,
                help="集体讨论时对严重失误的决策表示不同意见的，按照规定减免责任（第三十八条第三款）。",
            ),
        ),
        help="造成决策严重失误或者久拖不决的，实行终身责任追究：案件办结后也可以登记；久拖不决、不履行程序的，办理中也可以登记。",
    )  # fmt: skip
