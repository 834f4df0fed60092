"""Suggestion, start and draft (建议、启动、草案): 重大行政决策程序暂行条例 chapter two, section one."""

from __future__ import annotations

from datetime import date

from yifa.areas.rulemaking.major_decision import conditions as test
from yifa.areas.rulemaking.major_decision import papers
from yifa.areas.rulemaking.major_decision.acts import D
from yifa.areas.rulemaking.major_decision.models import DecisionCase as Case
from yifa.areas.rulemaking.major_decision.where import bound
from yifa.kernel.declare import NEW, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

BY = (Role.HANDLER, Role.SECRETARY)
NATURE = (
    Case.affects_market, Case.highly_technical, Case.stability_risk, Case.public_concern, Case.other_units,
)  # fmt: skip
NATURE_MORE = (
    Case.specific_group, Case.expropriation_plan, Case.hearing_by_law, Case.exploratory, Case.congress,
    Case.confidential, Case.confidential_basis,
)  # fmt: skip


class Preparation(Procedure, abstract=True):
    """Stages of the whole procedure, and the steps up to the draft."""

    key, label, mark = "major_decision", "重大行政决策", "策"
    model = Case
    since = date(2019, 9, 1)
    version_basis = D[44]

    proposed = Stage("研究论证")
    drafting = Stage("草案形成")
    reviewing = Stage("合法性审查")
    reviewed = Stage("审查完毕")
    submitted = Stage("提请讨论")
    discussed = Stage("已经讨论")
    decided = Stage("已决定待公布")
    executing = Stage("执行")
    suspended = Stage("中止执行")
    not_started = Stage("不启动", final=True)
    rejected = Stage("不予通过", final=True)
    terminated = Stage("程序终止", final=True)
    completed = Stage("执行完毕", final=True)
    stopped = Stage("停止执行", final=True)

    propose = Step(
        "提出决策事项建议", (D[10].says("决策事项建议"), D[3, 1]), NEW >> proposed, by=(*BY, Role.CITIZEN),
        needs=(Case.matter, Case.matter_type, Case.source_type),
        may=(
            Case.proposer, Case.proposer_unit, Case.proposal, Case.problem, Case.grounds, Case.plan, Case.necessity,
        ),
        conditions=(
            *bound(D[10].item(2).says("必要性、可行性等"), "部门、下一级政府的建议经过论证", test.argued),
            *bound(D[10].item(3).says("书面"), "公民、法人或者其他组织的书面建议写明建议人", test.written_by_citizen),
        ),
        help="领导人员、部门、下一级政府、人大代表、政协委员和公众都可以提出。",
    )  # fmt: skip
    study = Step(
        "研究论证", D[10].says("研究论证"), proposed, by=BY, needs=(Case.study_unit, Case.study_report),
        may=(Case.problem, Case.grounds, Case.plan, Case.necessity),
    )  # fmt: skip
    start = Step(
        "决定启动并明确承办单位", (D[10].says("是否启动决策程序"), D[11].says("承办单位")), proposed >> drafting,
        by=BY, approved_by=(Role.ORGAN_HEAD,), needs=(Case.lead_unit,),
        may=(Case.co_units, Case.catalogue_year, Case.catalogue_item, Case.off_catalogue_reason),
        requires=(study,), document=papers.STARTED,
        conditions=(
            judged(D[3, 2].says("应急处置决策"), "不是财政、货币等宏观调控决策，政府立法决策、突发事件应急处置决策"),
            judged(D[3, 2].says("另有规定"), "法律、行政法规对决策程序没有另外规定，或者同时依照其规定"),
            *bound(D[3, 3].says("事项目录"), "列入年度目录，或者写明目录外启动的理由", test.in_catalogue),
        ),
        help="两个以上单位承办的，承办单位填写牵头单位。",
    )  # fmt: skip
    decline = Step(
        "决定不启动", D[10].says("是否启动决策程序"), proposed >> not_started, by=BY, approved_by=(Role.ORGAN_HEAD,),
        needs=(Case.decline_reason,), requires=(study,), document=papers.DECLINED,
    )  # fmt: skip
    reassign = Step(
        "变更承办单位", D[11].says("牵头的决策承办单位"), drafting, by=BY, needs=(Case.lead_unit,),
        may=(Case.co_units,), asks=(Input("变更的原因", "long", code="why"),),
    )  # fmt: skip
    prepare = Step(
        "拟订决策草案", (D[12, 1].says("拟订决策草案"), D[12, 2]), drafting, by=BY,
        needs=(Case.draft, Case.explanation, Case.legal_basis, *NATURE),
        may=(*NATURE_MORE, Case.cost_benefit, Case.alternatives),
        conditions=(
            judged(D[12, 1].says("调查研究"), "已经广泛深入开展调查研究，全面准确掌握有关信息"),
            judged(D[12, 2].says("全面梳理"), "已经全面梳理有关法律、法规、规章和政策，与有关政策相衔接"),
            computed(D[14, 1].says("依法不予公开"), "不公开的写明依据", test.confidentiality_founded),
        ),
        help="修改草案的，再次办理本环节。根据需要分析成本和效益；分歧较大的，可以提出两个以上方案。",
    )  # fmt: skip
    consult_units = Step(
        "征求有关单位意见", D[13].says("充分协商"), drafting, by=BY, needs=(Case.unit_opinions,),
        may=(Case.dispute_note,),
        conditions=bound(D[13].says("争议的主要问题"), "不能取得一致意见的，说明争议", test.disputes_told),
    )  # fmt: skip
