"""Making a document, ND01 to ND07 (立项、起草、征求意见、审查): what is in place before a meeting may see it."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.rulemaking.consultation.rules import counts_of
from yifa.areas.rulemaking.legality_review import asking
from yifa.areas.rulemaking.normative_document import conditions as test
from yifa.areas.rulemaking.normative_document import echoes, guards, papers
from yifa.areas.rulemaking.normative_document.acts import (
    BUSINESS,
    COMPETITION,
    MODEL,
    NOTICE_37,
    NOTICE_115,
    OFFICIAL_PAPERS,
    RULES,
    STEPS_75,
)
from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase as Case
from yifa.kernel.declare import NEW, ON, Condition, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

BY = (Role.HANDLER, Role.SECRETARY)
MARKS = (Case.is_public, Case.affects_rights, Case.is_general, Case.is_repeated)
IMPACT = (Case.market, Case.economic, Case.others_powers, Case.reports_to)
WHY = Input("理由", "long", code="why")


def _received(record: Any, on: date) -> int | None:
    """How many opinions came in; unknown where the case is not in the books."""
    return counts_of(record).received if record.pk is not None else record.opinions_received


def _adopted(record: Any, on: date) -> int | None:
    """How many of them were adopted, wholly or in part."""
    if record.pk is None:
        adopted: int | None = record.opinions_adopted
        return adopted
    counts = counts_of(record)
    return counts.full + counts.partial


def _submitted(record: Any, on: date) -> str:
    """The text that goes to the reviewer, until its opinion says which one it reviewed."""
    text: str = record.text
    return text


def legality(text: str) -> tuple[Condition, ...]:
    """The legality review, on the basis that binds the issuer."""
    check = test.legality_passed
    return (
        computed(STEPS_75.says("合法性审查"), text, check, when=guards.bound_by_75),
        computed(
            BUSINESS[63, 2].says("合法性审核"), text, check,
            when=guards.both(guards.market, guards.neither(guards.bound_by_75)),
        ),
        computed(NOTICE_115, text, check, when=guards.neither(guards.bound_by_75, guards.market)),
    )  # fmt: skip


MATERIALS_IN_PLACE: tuple[Condition, ...] = (
    computed(STEPS_75.says("评估论证"), "已经评估论证", test.assessed, when=guards.bound_by_75),
    computed(BUSINESS[62, 2].says("公开征求意见"), "已经公开征求意见", test.consulted, when=guards.market),
    computed(
        STEPS_75.says("公开征求意见"), "已经公开征求意见", test.consulted,
        when=guards.both(guards.bound_by_75, guards.neither(guards.market)),
    ),
    computed(
        MODEL, "已经公开征求意见", test.consulted, when=guards.neither(guards.bound_by_75, guards.market)
    ),
    computed(BUSINESS[62, 1].says("充分听取"), "听取了企业、行业协会商会意见", test.market_heard, when=guards.market),
    computed(
        OFFICIAL_PAPERS[19].item(6), "征求了有关部门、地区意见", test.departments_heard, when=guards.others_powers
    ),
    computed(
        OFFICIAL_PAPERS[16].item(4), "有关部门协商一致", test.departments_agreed,
        when=guards.both(guards.others_powers, guards.neither(guards.government)),
    ),
    computed(
        OFFICIAL_PAPERS[19].item(6), "与有关部门、地区力求达成一致", test.departments_agreed,
        qualified=OFFICIAL_PAPERS[19].item(6), when=guards.both(guards.others_powers, guards.government),
    ),
    computed(
        COMPETITION[18].says("不得出台"), "通过公平竞争审查", test.competition_passed, when=guards.bound_by_competition
    ),
    computed(
        BUSINESS[63, 1].says("公平竞争审查"), "通过公平竞争审查", test.competition_passed,
        when=guards.both(guards.competitive, guards.neither(guards.bound_by_competition)),
    ),
)  # fmt: skip


class MakingSteps(Procedure, abstract=True):
    """Stages and steps from the project to the legality review."""

    key, label, mark = "normative_document", "行政规范性文件", ""
    model = Case
    since = date(2018, 5, 16)
    version_basis = NOTICE_37

    project = Stage("立项认定")
    drafting = Stage("起草")
    soliciting = Stage("公开征求意见")
    checking = Stage("合法性审核")
    checked = Stage("审核意见处理")
    agenda = Stage("待集体审议")
    adopted = Stage("审议通过")
    signed = Stage("已签发")
    issued = Stage("待公布")
    published = Stage("已公布")
    expired = Stage("已失效", final=True)
    repealed_stage = Stage("已废止", final=True)
    invalid = Stage("已宣布失效", final=True)
    revoked = Stage("已被撤销", final=True)
    abandoned = Stage("终止制定", final=True)
    not_normative = Stage("不属于规范性文件", final=True)

    propose = Step(
        "提出立项",
        NOTICE_37,
        NEW >> project,
        by=BY,
        needs=(Case.name, Case.drafter, Case.purpose, Case.planned),
        may=(
            Case.plan_year, Case.unplanned_reason, Case.target, Case.doc_kind, Case.co_issuers, Case.trial, *MARKS,
            *IMPACT, Case.urgent_reason,
        ),
        conditions=(
            judged(NOTICE_37, "确有制定必要，没有重复发文、照抄照转上级文件"),
            judged(NOTICE_37, "制定机关不是临时性机构、议事协调机构或者部门内设机构"),
            computed(NOTICE_37, "列入年度计划，或者说明计划外立项的理由", test.planned),
            computed(NOTICE_37, "名称规范", test.named_properly),
            computed(NOTICE_37, "暂行、试行的已标明", test.trial_named),
            computed(NOTICE_37, "修改、替代、废止的写明原文件", test.target_named),
            computed(
                RULES[39, 1].says("修改、废止程序"), "原文件由本机关制定", test.target_is_own,
                qualified=RULES[36].says("参照"), when=guards.government,
            ),
            computed(
                NOTICE_37, "原文件由本机关制定", test.target_is_own, qualified=NOTICE_37,
                when=guards.neither(guards.government),
            ),
        ),
        help="由制定机关登记；政府文件由部门起草的，起草单位填写该部门。",
    )  # fmt: skip
    recognise = Step(
        "认定为规范性文件",
        NOTICE_37,
        project >> drafting,
        by=(Role.SECRETARY, Role.HANDLER, Role.REVIEWER),
        needs=(*MARKS, Case.recognised_by, *IMPACT[:3]),
        may=IMPACT[3:],
        document=papers.RECOGNITION,
        conditions=(computed(NOTICE_37, "四项要件均具备", test.four_tests),),
        help="公开发布、涉及权利义务、普遍约束力、反复适用，逐项认定，写明由谁认定。",
    )
    recognise_not = Step(
        "认定为不属于规范性文件",
        NOTICE_37,
        (project | drafting | checked) >> not_normative,
        by=(Role.SECRETARY, Role.HANDLER, Role.REVIEWER),
        needs=(Case.not_normative, Case.recognised_by),
        may=MARKS,
        document=papers.RECOGNITION,
        conditions=(computed(NOTICE_37, "四项要件不全具备", test.not_all_tests),),
        help="内部工作制度、机构编制、会议纪要、请示报告等，不按规范性文件制定，也不得作为管理依据。",
        rare=True,
    )
    draft = Step(
        "完成草案",
        (NOTICE_37, BUSINESS[64, 1].says("不得减损")),
        drafting,
        by=BY,
        needs=(Case.text, Case.drafting_note, Case.grounds),
        may=(
            Case.name, Case.doc_kind, Case.trial, Case.consolidated, Case.interpretation_organ, Case.urgent_reason,
            *IMPACT,
        ),
        conditions=(
            judged(
                BUSINESS[64, 1].says("国务院决定和命令"),
                "没有法律、法规或者国务院决定和命令依据的，没有减损市场主体权益、增加其义务、设置准入和退出条件",
                when=guards.market,
            ),
            judged(NOTICE_37, "没有违法设定行政许可、行政处罚、行政强制、行政征收、行政收费和证明事项"),
            computed(NOTICE_37, "名称规范", test.named_properly),
            computed(NOTICE_37, "暂行、试行的已标明", test.trial_named),
        ),
        help="粘贴草案全文；每次修改后再次办理本环节，各稿都保留，可以按条对照。",
    )  # fmt: skip
    assess = Step(
        "评估论证",
        (NOTICE_37, STEPS_75.says("评估论证")),
        drafting,
        by=BY,
        needs=(Case.assessment,),
        document=papers.ASSESSMENT,
        help="县级以上人民政府涉及权利义务的文件，是法定必经程序；其他机关按国办发〔2018〕37号办理。",
    )
    ask_departments = Step(
        "征求部门和下级意见",
        (OFFICIAL_PAPERS[19].item(6), OFFICIAL_PAPERS[16].item(4)),
        drafting,
        by=BY,
        needs=(Case.department_opinions,),
        may=(Case.others_powers,),
        help="涉及其他部门、地区职权的必须征求；未协商一致的，不得下发。",
    )
    solicit = Step(
        "公开征求意见",
        (MODEL, STEPS_75.says("公开征求意见"), BUSINESS[62, 2].says("不少于30日")),
        drafting >> soliciting,
        by=BY,
        needs=(Case.solicit_until, Case.solicit_where, Case.text),
        may=(Case.shorten_reason, Case.market),
        sets=((Case.solicit_from, ON),),
        document=papers.SOLICITATION,
        conditions=(
            computed(
                BUSINESS[62, 2].says("不少于30日"), "征求意见不少于三十日", test.long_enough, when=guards.market
            ),
            computed(
                MODEL, "征求意见不少于规定的工作日", test.long_enough, when=guards.neither(guards.market)
            ),
        ),
        help="公布草案及其说明、提出意见的方式和期限；意见在征求意见台账中逐条登记和答复。",
    )  # fmt: skip
    close_consultation = Step(
        "征求意见结束并反馈",
        (MODEL, BUSINESS[62, 2].says("采纳情况反馈")),
        soliciting >> drafting,
        by=BY,
        needs=(Case.feedback,),
        may=(Case.opinions_received, Case.opinions_adopted),
        sets=((Case.opinions_received, _received), (Case.opinions_adopted, _adopted)),
        document=papers.FEEDBACK,
        conditions=(
            computed(BUSINESS[62, 2].says("采纳情况反馈"), "意见已逐条研究答复", test.all_answered, when=guards.market),
            computed(MODEL, "意见已逐条研究答复", test.all_answered, when=guards.neither(guards.market)),
            computed(MODEL, "意见和答复的日期不晚于本日", test.none_later),
            computed(MODEL, "公告的截止日已经届满", test.announced_time_over),
        ),
    )
    exempt_consultation = Step(
        "不公开征求意见",
        (NOTICE_37, BUSINESS[62, 2].says("需要保密")),
        drafting,
        by=BY,
        needs=(Case.exempt, Case.exempt_reason),
        conditions=(
            computed(BUSINESS[62, 2].says("需要保密"), "属于可以不公开征求意见的情形", test.exempt_allowed),
            computed(
                STEPS_75.says("公开征求意见"), "法律规定了例外", test.exempt_from_75, qualified=STEPS_75,
                when=guards.both(guards.bound_by_75, guards.neither(guards.market)),
            ),
            computed(NOTICE_37, "写明理由", test.exempt_explained),
        ),
        rare=True,
    )  # fmt: skip
    hear_market = Step(
        "听取企业、行业协会商会意见",
        (BUSINESS[62, 1].says("充分听取"), COMPETITION[16]),
        drafting | soliciting,
        by=BY,
        needs=(Case.heard,),
        when=guards.competitive,
    )
    to_competition = Step(
        "送公平竞争审查",
        (COMPETITION[13, 1].says("起草单位"), COMPETITION[14].says("市场监督管理部门"), BUSINESS[63, 1]),
        drafting,
        by=BY,
        needs=(Case.text,),
        may=(Case.competition_first, Case.competition_first_result),
        when=guards.competitive,
        conditions=(
            computed(COMPETITION[14].says("初审"), "起草单位已经初审", test.initial_review, when=guards.government),
        ),
        echo=echoes.TO_COMPETITION,
        help="部门文件由起草单位自行审查；县级以上人民政府的文件，由本级市场监督管理部门会同起草单位审查。",
    )
    competition_concluded = Step(
        "收到公平竞争审查结论",
        COMPETITION[17, 1].says("审查结论"),
        drafting | soliciting,
        by=BY,
        needs=(Case.competition_result,),
        may=(Case.competition_number, Case.competition_until),
        when=guards.competitive,
        follows=echoes.COMPETITION_CONCLUDED,
    )
    to_review = Step(
        "送合法性审核",
        (NOTICE_115, STEPS_75.says("合法性审查"), BUSINESS[63, 2].says("合法性审核")),
        drafting >> checking,
        by=BY,
        needs=(Case.text, Case.drafting_note, Case.grounds),
        may=(Case.urgent_reason,),
        sets=((Case.reviewed_text, _submitted), (Case.cleared_text, "")),
        document=papers.REVIEW_LETTER,
        conditions=(
            *MATERIALS_IN_PLACE,
            judged(NOTICE_115, "不以征求意见、会签、参加审议等方式代替合法性审核"),
        ),
        echo=(echoes.TO_REVIEW, echoes.TO_REVIEW_LATER),
        help="系统内有审核机构的，送审后在该机构自动建立审查案件；没有的，纸质送审。",
    )
    review_returned = Step(
        "审核机构退回",
        NOTICE_115,
        checking >> drafting,
        by=BY,
        asks=(WHY,),
        follows=echoes.SENT_BACK,
        rare=True,
    )
    materials_asked = Step(
        "审核机构要求补充材料", NOTICE_115, checking, by=BY, asks=(asking.WHAT,), follows=asking.ASKED, rare=True
    )
    materials_supplied = Step(
        "补充送审材料", NOTICE_115, checking, by=BY, may=(Case.drafting_note,), asks=(asking.SUPPLIED,),
        when=asking.asked_since("materials_asked", "materials_supplied"), echo=asking.supplied(),
        help="材料原件在“登记材料”中补传。补齐以后审核时间重新起算，或者接着计算。",
    )  # fmt: skip
    legality_opined = Step(
        "收到合法性审核意见",
        (NOTICE_115, STEPS_75.says("合法性审查")),
        checking >> checked,
        by=BY,
        needs=(Case.legality_result,),
        may=(
            Case.legality_number, Case.legality_on, Case.legality_opinions, Case.reviewed_text, Case.cleared_text,
        ),
        follows=echoes.OPINED,
        help="审核机构在系统内出具意见时自动登记；纸质意见由本机关登记，并粘贴经审核的文本。",
    )  # fmt: skip
    answer_opinions = Step(
        "修改文本并反馈采纳情况",
        NOTICE_115,
        checked,
        by=BY,
        may=(Case.text, Case.legality_opinions),
        conditions=(computed(NOTICE_115, "逐条反馈采纳情况", test.opinions_answered),),
        echo=echoes.OPINIONS_ANSWERED,
    )
    legality_cleared = Step(
        "采纳情况经核对",
        NOTICE_115,
        checked,
        by=BY,
        needs=(Case.cleared_text,),
        may=(Case.legality_opinions,),
        follows=echoes.CLEARED,
    )
    review_again = Step(
        "修改后重新送审",
        NOTICE_115,
        checked >> checking,
        by=BY,
        may=(Case.text,),
        sets=((Case.reviewed_text, _submitted), (Case.cleared_text, "")),
        echo=echoes.TO_REVIEW_AGAIN,
        help="审核结论为不合法，或者修改涉及实质内容的，重新送审。",
        rare=True,
    )
    back_to_drafting = Step(
        "退回起草单位", NOTICE_37, (checked | agenda | adopted | signed) >> drafting, by=BY, asks=(WHY,),
        help="审议通过、签发以后发现须作实质性修改的，也退回修改，重新审核、审议。", rare=True,
    )  # fmt: skip
    abandon = Step(
        "终止制定",
        NOTICE_37,
        (project | drafting | soliciting | checking | checked | agenda | adopted | signed | issued) >> abandoned,
        by=BY,
        asks=(WHY,),
        echo=echoes.WITHDRAWN,
        help="公布以前，文件不再制定的；已经送审的，同时撤回送审。已经编定的文号不再使用。",
        rare=True,
    )
