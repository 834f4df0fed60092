"""The steps of a legality review (合法性审查的环节): 决策条例 25—28, and what other matters take from them."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.rulemaking.legality_review import conditions as test
from yifa.areas.rulemaking.legality_review import papers
from yifa.areas.rulemaking.legality_review.acts import COUNSEL, DOCUMENTS, ORGANIC, D
from yifa.areas.rulemaking.legality_review.counsel_conditions import counsel_dated, counsel_in_term, counsel_known
from yifa.areas.rulemaking.legality_review.drafts import digest_of
from yifa.areas.rulemaking.legality_review.materials import list_for
from yifa.areas.rulemaking.legality_review.models import LegalityReviewCase as Case
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

SUBMISSION = (
    Case.submitter, Case.submitter_name, Case.target_number, Case.urgent, Case.urgent_reason, Case.exploratory,
    Case.materials, Case.draft, Case.draft_digest,
)  # fmt: skip
OFFICE = (Role.HANDLER, Role.REVIEWER)


def listed(record: Any, on: date) -> list[dict[str, str]]:
    """The materials as submitted; the list of the type still to be ticked where nothing was said."""
    return record.materials or list_for(record.target_type).rows()


def draft_digest(record: Any, on: date) -> str:
    """The digest of the draft; what was given where the draft itself is not in the books."""
    return digest_of(record.draft) or record.draft_digest


def final_digest(record: Any, on: date) -> str:
    """The digest of the text that goes on: the final one, else the one that was reviewed."""
    return digest_of(record.final_draft) or record.final_digest or record.draft_digest


def next_round(record: Any, on: date) -> int:
    """One more round of review."""
    return int(record.round) + 1


class ReviewSteps(Procedure, abstract=True):
    """Stages and steps of a review."""

    key, label, mark = "legality_review", "合法性审查", "审"
    model = Case
    since = date(2019, 9, 1)
    version_basis = D[44]

    intake = Stage("形式检查")
    supplementing = Stage("待补充材料")
    reviewing = Stage("审查")
    suspended = Stage("审查中补充材料")
    opined = Stage("待反馈和核对")
    returned = Stage("已退回", final=True)
    withdrawn = Stage("已撤回", final=True)
    closed = Stage("归档", final=True)

    receive = Step(
        "收到送审材料",
        (D[26, 1].says("送请合法性审查"), ORGANIC[75]),
        (NEW | returned) >> intake,
        by=OFFICE,
        needs=(Case.target_type, Case.target_title),
        may=SUBMISSION,
        sets=(
            (Case.received_on, ON),
            (Case.supplemented_on, None),
            (Case.accepted_on, None),
            (Case.draft_digest, draft_digest),
            (Case.materials, listed),
        ),
        conditions=(computed(DOCUMENTS, "紧急制定的写明理由", test.urgent_explained),),
        help="送审单位在系统内送审时自动建立；纸质送审的，由本机构登记。退回后重新送审的，在原案登记。",
    )
    require = Step(
        "通知补充材料",
        D[26, 1].says("要求补充"),
        intake >> supplementing,
        rare=True,
        by=OFFICE,
        needs=(Case.return_reason,),
        may=(Case.materials,),
        document=papers.SUPPLEMENT,
        help="时间自材料齐备之日起计算。",
    )
    supplement = Step(
        "补齐材料",
        D[26, 1].says("要求补充"),
        supplementing >> intake,
        by=OFFICE,
        may=SUBMISSION,
        sets=((Case.supplemented_on, ON), (Case.draft_digest, draft_digest)),
    )
    send_back = Step(
        "退回送审材料",
        D[26, 1].says("可以退回"),
        (intake | supplementing | reviewing | suspended) >> returned,
        rare=True,
        by=OFFICE,
        needs=(Case.return_reason,),
        document=papers.RETURNED,
        help="审查中要求补充的材料迟迟没有补充的，也可以退回。",
    )
    accept = Step(
        "受理",
        D[26, 1].says("决策草案及相关材料"),
        intake >> reviewing,
        by=OFFICE,
        needs=(Case.materials,),
        sets=((Case.accepted_on, ON),),
        conditions=(
            computed(D[26, 1].says("决策草案及相关材料"), "送审材料齐全", test.materials_complete),
            judged(
                D[25, 1].says("不得以征求意见"),
                "不是以征求意见、会签、参加审议等方式代替合法性审查",
                when=lambda situation: test.is_decision(situation) or test.is_document(situation),
            ),
        ),
        help="材料齐备之日是收到或者补齐材料的日期；规范性文件的审核时间自受理之日起算。",
    )
    query = Step(
        "审查中要求补充材料",
        D[26, 1].says("要求补充"),
        reviewing >> suspended,
        rare=True,
        by=OFFICE,
        needs=(Case.return_reason,),
        document=papers.SUPPLEMENT,
        help="补充材料的时间不计入审查时间：自通知次日起至补齐当日止。",
    )
    answer = Step(
        "收到补充的材料",
        D[26, 1].says("要求补充"),
        suspended >> reviewing,
        by=OFFICE,
        may=(Case.materials, Case.draft, Case.draft_digest),
        sets=((Case.draft_digest, draft_digest),),
    )
    assign = Step(
        "确定审查人员",
        D[28].says("合法性审查的部门"),
        reviewing,
        by=(Role.HANDLER, Role.REVIEWER, Role.AGENCY_HEAD),
        needs=(Case.reviewers,),
        conditions=(
            judged(D[28].says("对合法性审查意见负责"), "审查人员没有参与起草，与送审事项没有利害关系"),
            computed(D[28], "有可以办理的审查人员", test.reviewers_named),
        ),
        help="县乡共用审查员的，写明其所在单位。",
    )
    recuse = Step(
        "审查人员回避",
        D[28].says("对合法性审查意见负责"),
        reviewing,
        by=(Role.HANDLER, Role.REVIEWER, Role.AGENCY_HEAD),
        needs=(Case.reviewers,),
        asks=(Input("回避的人员和原因", "long", code="why"),),
        conditions=(computed(D[28], "有可以办理的审查人员", test.reviewers_named),),
    )
    advise = Step(
        "法律顾问、公职律师提出意见",
        (D[28].says("法律顾问、公职律师"), COUNSEL),
        reviewing,
        by=(Role.COUNSEL, Role.HANDLER),
        needs=(Case.counsel_opinions,),
        conditions=(
            computed(COUNSEL, "顾问编号在法律顾问聘任台账中", counsel_known, qualified=COUNSEL),
            computed(COUNSEL, "出具意见在聘期内", counsel_in_term),
            computed(COUNSEL, "意见的日期填写正确，不晚于登记日期", counsel_dated),
        ),
        help="每条意见自动记入聘任机关的法律顾问服务台账，不必另行登记；更正、撤销登记的，台账随之更正、撤回。",
    )
    screen = Step(
        "登记系统检查意见",
        D[27].says("合法性审查的内容"),
        reviewing,
        by=(Role.HANDLER, Role.REVIEWER, Role.COUNSEL),
        may=(Case.draft, Case.findings, Case.opinions),
        sets=((Case.draft_digest, draft_digest),),
        help="在审查台上逐条采纳或者不采纳系统的检查意见，也可以写入自己的意见，分几次保存。",
    )
    propose = Step(
        "拟定审查意见",
        (D[27], D[28]),
        reviewing,
        by=(Role.HANDLER, Role.REVIEWER, Role.COUNSEL),
        needs=(Case.conclusion,),
        may=(Case.conclusion_text, Case.risk_note, Case.opinions),
        requires=(assign,),
        conditions=(
            judged(D[27].item(1).says("法定权限"), "已经审查是否符合法定权限"),
            judged(D[27].item(2).says("法定程序"), "已经审查是否履行相关法定程序"),
            judged(D[27].item(3).says("国家政策"), "已经审查内容是否符合法律、法规、规章和国家政策"),
            computed(D[28], "系统检查意见已经逐条处理", test.findings_dealt_with),
            computed(D[28], "结论与审查意见相符", test.conclusion_fits),
            computed(D[25, 2].says("探索性改革"), "明示法律风险只用于探索性改革决策", test.risk_only_for_reforms),
        ),
        help="审查意见在审查台上逐条写好，这里定结论；没有用审查台的，也可以在这里填写意见。",
    )
    verify = Step(
        "复核审查意见",
        D[28].says("对合法性审查意见负责"),
        reviewing,
        by=(Role.REVIEWER, Role.AGENCY_HEAD),
        not_by=propose,
        requires=(propose,),
        asks=(
            Input("复核意见", "choice", (("agree", "同意"), ("return", "退回修改")), code="verdict"),
            Input("说明", "long", required=False, code="remark"),
        ),
    )
    opine = Step(
        "出具审查意见书",
        (D[28].says("及时提出"), ORGANIC[75]),
        reviewing >> opined,
        by=(Role.HANDLER, Role.REVIEWER, Role.AGENCY_HEAD),
        needs=(Case.conclusion,),
        sets=((Case.opined_on, ON),),
        requires=(propose, verify),
        document=papers.OPINION,
        conditions=(
            computed(D[28], "审查意见经另一人复核同意", test.verified_since_drafted),
            computed(
                D[28].says("法律顾问、公职律师"), "已经组织法律顾问、公职律师提出意见", test.counsel_heard,
                when=test.decides_lawfully,
            ),
            computed(
                D[26, 2].says("7个工作日"), "保证了必要的审查时间", test.time_was_given("decision_time"),
                qualified=D[26, 2].says("一般不少于"), when=test.decides_lawfully,
            ),
            computed(
                DOCUMENTS, "保证了必要的审核时间", test.time_was_given("document_time"),
                qualified=DOCUMENTS, when=test.is_document,
            ),
        ),
        help="决策为审查、规范性文件为审核，文书标题随之不同。对意见负责的是审查机构。",
    )  # fmt: skip
    time_up = Step(
        "必要的审查时间已满",
        D[26, 2].says("必要的审查时间"),
        reviewing | suspended | opined,
        by=Role.SYSTEM,
        help="由系统自动登记，只说明时间，不表示同意。",
    )
    feed_back = Step(
        "反馈采纳情况",
        D[28].says("必要的调整或者补充"),
        opined,
        by=OFFICE,
        may=(Case.opinions, Case.final_draft),
        sets=((Case.fed_back_on, ON),),
        conditions=(computed(D[28].says("必要的调整或者补充"), "逐条反馈采纳情况", test.all_answered),),
        help="送审单位在系统内反馈时自动登记；纸质反馈的，由本机构登记。",
    )
    confirm_adoption = Step(
        "核对采纳情况",
        (D[28].says("必要的调整或者补充"), D[25, 2]),
        opined,
        by=OFFICE,
        needs=(Case.adoption_note,),
        may=(Case.final_draft, Case.final_digest, Case.opinions),
        sets=((Case.final_digest, final_digest),),
        document=papers.ADOPTION,
        conditions=(
            computed(D[28], "逐条反馈采纳情况", test.all_answered),
            computed(D[28], "必须修改的意见已经采纳", test.must_be_adopted),
            computed(D[25, 2], "没有审查要求以外的实质性修改", test.no_other_change),
            computed(D[28], "反馈采纳的意见在定稿中已经修改", test.adopted_in_text, qualified=D[28]),
            computed(D[25, 2], "意见没有提到的条文没有实质性修改", test.nothing_beyond, qualified=D[25, 2]),
            judged(D[28].says("必要的调整或者补充"), "修改都是为采纳审查意见作出的，没有新的实质性修改"),
        ),
        help="按审查意见修改后的文本，经核对才能提交审议或者签署；有新的实质性修改的，重新送审。",
    )
    resubmit = Step(
        "修改后重新送审",
        (D[25, 2], D[26, 1]),
        (opined | closed) >> reviewing,
        rare=True,
        by=OFFICE,
        may=(Case.draft, Case.draft_digest, Case.materials, Case.opinions),
        sets=(
            (Case.received_on, ON),
            (Case.accepted_on, ON),
            (Case.supplemented_on, None),
            (Case.conclusion, ""),
            (Case.draft_digest, draft_digest),
            (Case.final_draft, ""),
            (Case.final_digest, ""),
            (Case.adoption_note, ""),
            (Case.fed_back_on, None),
            (Case.round, next_round),
        ),
        help="文本有实质性修改的，在原案开始新一轮审查，各轮意见都保留；审查时间重新起算。",
    )
    archive = Step(
        "归档",
        D[33].says("归档"),
        opined >> closed,
        by=(Role.HANDLER, Role.REVIEWER, Role.PUBLISHER),
        conditions=(computed(D[28], "逐条反馈采纳情况", test.all_answered, when=test.goes_on),),
        help="结论为不合法、不属于审查范围的，不待反馈即可归档。",
    )
    withdraw = Step(
        "撤回送审",
        D[26, 1].says("送请合法性审查"),
        (intake | supplementing | reviewing | suspended | opined) >> withdrawn,
        rare=True,
        by=OFFICE,
        asks=(Input("撤回的原因", "long", code="why"),),
        help="事项不再办理的，由送审单位撤回。",
    )
