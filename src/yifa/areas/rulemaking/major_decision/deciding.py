"""Collective discussion, decision, publication (集体讨论、决定、公布): articles 30—33."""

from __future__ import annotations

from yifa.areas.rulemaking.major_decision import choices as c
from yifa.areas.rulemaking.major_decision import conditions as test
from yifa.areas.rulemaking.major_decision import echoes, gates, papers
from yifa.areas.rulemaking.major_decision.acts import EXPROPRIATION, ORGANIC, D
from yifa.areas.rulemaking.major_decision.course import not_adjusting
from yifa.areas.rulemaking.major_decision.models import DecisionCase as Case
from yifa.areas.rulemaking.major_decision.preparation import BY
from yifa.areas.rulemaking.major_decision.reviewing import Reviewing
from yifa.areas.rulemaking.major_decision.where import applies, bound, refers
from yifa.kernel.declare import ON, Condition, Input, Step, computed, judged
from yifa.office.roles import Role

R = Reviewing
FOR = (c.Majority.APPROVE, c.Majority.APPROVE_CHANGED)


def _decided_after_discussion(*majority: c.Majority) -> tuple[Condition, ...]:
    return (
        *bound(D[30, 1].says("讨论"), "经过集体讨论", gates.discussed),
        *bound(D[30, 2].says("说明理由"), "与多数人意见一致，或者说明了理由", gates.deviation_explained(*majority)),
    )


class Deciding(Reviewing, abstract=True):
    """From the meeting to publication."""

    discuss = Step(
        "集体讨论", (D[30, 1].says("会议讨论"), ORGANIC[78]), (R.submitted | R.discussed) >> R.discussed,
        by=(Role.SECRETARY, Role.HANDLER),
        needs=(
            Case.meeting, Case.meeting_no, Case.attendance, Case.head_spoke_last, Case.majority, Case.meeting_record,
        ),
        may=(Case.dissent, Case.deviation_reason), document=papers.MINUTES,
        conditions=(
            computed(D[30, 1].says("常务会议或者全体会议"), "常务会议或者全体会议", gates.meeting_fits, when=applies),
            judged(D[42].says("参照"), "参照条例，经领导班子成员组成的会议集体讨论", when=refers),
            judged(D[30, 2].says("充分发表意见"), "会议组成人员充分发表意见"),
            *bound(D[30, 2].says("行政首长最后"), "行政首长最后发表意见", gates.head_last),
            judged(D[30, 3].says("如实载明"), "讨论决定情况如实记录，不同意见如实载明"),
        ),
    )  # fmt: skip
    adopt = Step(
        "作出决定", (D[30, 1].says("作出决定"), D[24]),
        (R.submitted | R.discussed) >> R.decided,
        by=(Role.SECRETARY, Role.HANDLER),
        approved_by=(Role.ORGAN_HEAD,), needs=(Case.result, Case.decision_text),
        may=(Case.draft, Case.deviation_reason), sets=((Case.decided_on, ON),), document=papers.DECISION,
        conditions=(
            *_decided_after_discussion(*FOR),
            *bound(D[24].says("风险不可控"), "风险可控", gates.risk_controllable),
            *bound(D[25, 2].says("未经合法性审查"), "决定的文本经过合法性审查", gates.reviewed_or_changed_at_meeting),
            computed(D[30, 1], "结果为通过或者修改后通过", gates.result_fits),
        ),
        help="行政首长在集体讨论的基础上作出决定；会上修改的，填写修改后的文本和“修改后通过”。",
    )  # fmt: skip
    defer = Step(
        "暂缓决定", D[30, 1].says("作出决定"),
        (R.submitted | R.discussed) >> R.reviewed,
        by=(Role.SECRETARY, Role.HANDLER),
        approved_by=(Role.ORGAN_HEAD,), needs=(Case.outcome_reason,), may=(Case.deviation_reason,),
        sets=((Case.result, c.Result.DEFERRED.value),),
        conditions=_decided_after_discussion(c.Majority.DEFER),
        help="草案没有改动的，可以再次提交；有改动的，重新送审后提交。",
    )  # fmt: skip
    reject = Step(
        "不予通过", D[30, 1].says("作出决定"),
        (R.submitted | R.discussed) >> R.rejected,
        by=(Role.SECRETARY, Role.HANDLER),
        approved_by=(Role.ORGAN_HEAD,), needs=(Case.outcome_reason,), may=(Case.deviation_reason,),
        sets=((Case.result, c.Result.REJECTED.value), (Case.decided_on, ON)),
        when=not_adjusting, conditions=_decided_after_discussion(c.Majority.REJECT),
    )  # fmt: skip
    report_party = Step(
        "向同级党委请示报告", D[31].says("请示报告"), R.drafting | R.reviewed | R.submitted | R.discussed | R.decided,
        by=(*BY, Role.PARTY_COMMITTEE), may=(Case.party_report_no,), sets=((Case.party_report_on, ON),),
        document=papers.PARTY_REPORT, asks=(Input("请示的党委", code="to", help="部门、乡镇为本单位党组、党委。"),),
    )  # fmt: skip
    report_congress = Step(
        "向人大及其常委会报告、提请", (D[8, 1].says("讨论决定"), ORGANIC[50, 1].item(4)),
        R.drafting | R.reviewed | R.submitted | R.discussed | R.decided, by=BY,
        may=(Case.congress_result,), sets=((Case.congress_report_on, ON),),
        when=lambda situation: situation.record.congress in (c.Congress.REPORT, c.Congress.DISCUSS),
    )  # fmt: skip
    announce = Step(
        "公布决策", D[32].says("及时公布"), R.decided >> R.executing, by=(*BY, Role.PUBLISHER),
        needs=(Case.publish_channels,),
        may=(
            Case.document_number, Case.gazette_no, Case.publish_url, Case.public_adoption, Case.exec_unit,
        ),
        sets=((Case.published_on, ON),), document=papers.PUBLISHED, when=test.open_matter, echo=echoes.FAIR_ISSUED,
        conditions=(
            *bound(D[31].says("请示报告"), "出台前向同级党委请示报告", gates.party_told),
            *bound(D[8, 1].says("出台前"), "属于人大讨论决定或者应当报告的，已经办理", gates.congress_told),
            *bound(D[32].says("采纳情况"), "说明公众意见、专家论证意见的采纳情况", gates.adoption_explained),
            computed(
                EXPROPRIATION[11, 1].says("征求意见情况"), "征收补偿方案公布征求意见和修改的情况", gates.plan_answered,
                when=test.expropriation,
            ),
        ),
        help="途径为本级人民政府公报、政府网站和在本行政区域内发行的报纸等。",
    )  # fmt: skip
    issue_withheld = Step(
        "印发（依法不予公开）", D[32].says("依法不予公开"), R.decided >> R.executing, by=BY,
        may=(Case.document_number, Case.exec_unit), when=test.confidential, echo=echoes.FAIR_ISSUED,
        conditions=(
            *bound(D[31].says("请示报告"), "出台前向同级党委请示报告", gates.party_told),
            *bound(D[8, 1].says("出台前"), "属于人大讨论决定或者应当报告的，已经办理", gates.congress_told),
            computed(D[32].says("依法不予公开"), "写明不予公开的依据", test.confidentiality_founded),
        ),
    )  # fmt: skip
    explain = Step(
        "说明意见采纳情况", D[32].says("采纳情况"), R.decided | R.executing, by=(*BY, Role.PUBLISHER),
        needs=(Case.public_adoption,), document=papers.ADOPTION, when=test.open_matter,
    )  # fmt: skip
    interpret = Step(
        "宣传解读", D[32].says("宣传解读"), R.decided | R.executing, by=(*BY, Role.PUBLISHER),
        needs=(Case.interpretation,), may=(Case.interpretation_url,), document=papers.INTERPRETATION,
        asks=(Input("方式", code="way", help="例如新闻发布会、接受访谈。"),), when=test.open_matter,
    )  # fmt: skip
    file = Step(
        "归档", D[33].says("及时完整归档"),
        R.executing | R.suspended | R.completed | R.stopped | R.rejected | R.terminated,
        by=(*BY, Role.PUBLISHER), needs=(Case.archive_no,),
        conditions=(judged(D[33].says("过程记录"), "履行决策程序形成的记录、材料及时完整归档"),),
    )  # fmt: skip
    terminate = Step(
        "终止决策程序", (D[10].says("决策程序"), D[31]),
        (R.drafting | R.reviewing | R.reviewed | R.submitted | R.discussed | R.decided) >> R.terminated, by=BY,
        rare=True, when=not_adjusting,
        approved_by=(Role.ORGAN_HEAD,), needs=(Case.outcome_reason,), sets=((Case.result, "terminated"),),
        document=papers.TERMINATED, echo=echoes.WITHDRAWN,
        help="公布以前，事项不再办理的（包括党委、人大不同意出台的）；已经送审的，同时撤回送审。",
    )  # fmt: skip
