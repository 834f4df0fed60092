"""Deciding and bringing out a document, ND08 to ND12 (审议、签发、编号、公布、解读、备案)."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.rulemaking.normative_document import as_written as written
from yifa.areas.rulemaking.normative_document import conditions as test
from yifa.areas.rulemaking.normative_document import echoes, guards, numbering, papers
from yifa.areas.rulemaking.normative_document.acts import (
    BUSINESS,
    DECISION_17,
    DISCLOSURE,
    NOTICE_37,
    ORGANIC,
    RULES,
    STEPS_75,
    SUPERVISION,
)
from yifa.areas.rulemaking.normative_document.making import BY, WHY, MakingSteps, legality
from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase as Case
from yifa.areas.rulemaking.normative_document.record_life import effect_of, expiry_of
from yifa.kernel.declare import ON, Condition, Step, computed, judged
from yifa.office.roles import Role

S = MakingSteps
OFFICE = (Role.SECRETARY, Role.HANDLER)
FORCE = S.published | S.expired | S.repealed_stage | S.invalid | S.revoked
VALIDITY = (Case.effect, Case.effective_on, Case.trial, Case.valid_years, Case.valid_until, Case.hasty_reason)
COLLECTIVE: tuple[Condition, ...] = (
    *legality("通过合法性审核，文本与经审核的一致"),
    computed(
        ORGANIC[78].says("常务会议或者全体会议"),
        "经政府常务会议或者全体会议",
        test.meeting_fits,
        when=guards.government,
    ),
    computed(NOTICE_37, "经本机关会议集体审议", test.meeting_fits, when=guards.neither(guards.government)),
)


def files_with_government(situation: Any) -> bool:
    """Departments and townships file with the county's government, unless they are led from above."""
    return not guards.government(situation) and not guards.vertical(situation)


def _number(record: Any, on: date) -> str:
    """Once it is out, the case goes by the number of the document."""
    number: str = record.document_number
    return number


class DecidingSteps(MakingSteps, abstract=True):
    """Stages and steps from the agenda to the filing."""

    put_on_agenda = Step(
        "提请集体审议",
        (NOTICE_37, STEPS_75.says("集体讨论决定")),
        S.checked >> S.agenda,
        by=OFFICE,
        needs=(Case.text, Case.meeting),
        conditions=COLLECTIVE,
        help="合法性审核未通过，或者文本与经审核的文本有实质性差异的，不能提请审议。",
    )
    adopt = Step(
        "审议通过",
        (NOTICE_37, STEPS_75.says("集体讨论决定"), ORGANIC[78].says("讨论决定")),
        S.agenda >> S.adopted,
        by=OFFICE,
        needs=(Case.meeting, Case.meeting_number),
        may=(Case.meeting_view,),
        document=papers.MINUTES,
        conditions=COLLECTIVE,
    )
    adopt_with_changes = Step(
        "原则通过，按审议意见修改",
        (NOTICE_37, STEPS_75.says("集体讨论决定"), ORGANIC[78].says("讨论决定")),
        S.agenda >> S.adopted,
        by=OFFICE,
        needs=(Case.meeting, Case.meeting_number, Case.meeting_view),
        document=papers.MINUTES_CHANGED,
        conditions=COLLECTIVE,
        rare=True,
    )
    defer = Step(
        "暂缓审议", NOTICE_37, S.agenda >> S.checked, by=OFFICE, asks=(WHY,),
        help="调整后再提请审议；修改涉及实质内容的，先重新送审。",
        rare=True,
    )  # fmt: skip
    turn_down = Step("审议不予通过", NOTICE_37, S.agenda >> S.abandoned, by=OFFICE, asks=(WHY,), rare=True)
    finish_text = Step(
        "按审议意见修改文本",
        NOTICE_37,
        S.adopted,
        by=BY,
        needs=(Case.text,),
        may=(Case.consolidated,),
        conditions=(
            computed(NOTICE_37, "会议要求修改", test.only_ordered_changes),
            judged(NOTICE_37, "修改限于会议的审议意见；涉及实质内容的，已经审核机构确认"),
        ),
    )
    sign = Step(
        "签发",
        NOTICE_37,
        S.adopted >> S.signed,
        by=Role.ORGAN_HEAD,
        needs=(Case.signed_by,),
        sets=((Case.signed_on, ON),),
        help="由主要负责人签发；签发日期与成文、印发、公布、施行日期分别登记。",
    )
    issue = Step(
        "统一登记、编号、印发",
        NOTICE_37,
        S.signed >> S.issued,
        by=OFFICE,
        needs=(Case.made_on, Case.effect),
        may=(*VALIDITY, Case.interpretation_organ, Case.doc_kind),
        sets=(
            (Case.printed_on, ON),
            (Case.document_number, numbering.document_number),
            (Case.unified_number, numbering.unified_number),
        ),
        once=True,
        conditions=(
            computed(NOTICE_37, "写明施行日期", test.effect_named),
            computed(NOTICE_37, "规定了有效期，不超过最长年限", test.valid_long, qualified=NOTICE_37),
            computed(NOTICE_37, "登记的施行日期与文本一致", written.effect_as_written, qualified=NOTICE_37),
            computed(NOTICE_37, "登记的有效期与文本一致", written.validity_as_written, qualified=NOTICE_37),
        ),
        help="由制定机关办公机构统一登记、统一编号、统一印发；发文字号和统一编号由系统按机关和年度连续编定。",
    )
    publish = Step(
        "公布",
        (DISCLOSURE[20].item(1).says("规范性文件"), STEPS_75.says("公布"), BUSINESS[64, 2].says("未经公布")),
        S.issued >> S.published,
        by=(Role.PUBLISHER, Role.SECRETARY, Role.HANDLER),
        needs=(Case.published_where, Case.effect),
        may=(*VALIDITY, Case.interpretation_where, Case.consolidated),
        sets=(
            (Case.published_on, ON),
            (Case.effective_on, effect_of),
            (Case.expires_on, expiry_of),
            (Case.number, _number),
        ),
        once=True,
        document=papers.DOCUMENT,
        conditions=(
            computed(NOTICE_37, "已经统一登记、编号", test.numbered),
            computed(
                BUSINESS[64, 2].says("未经公布"), "施行日期不早于公布日期", test.not_backdated, when=guards.market
            ),
            computed(NOTICE_37, "施行日期不早于公布日期", test.not_backdated, when=guards.neither(guards.market)),
            computed(
                RULES[32].says("30日后施行"),
                "留出施行准备的时间，或者说明即时施行的理由",
                test.time_to_adapt,
                qualified=RULES[36].says("参照"),
                when=guards.government,
            ),
            computed(
                NOTICE_37,
                "留出施行准备的时间，或者说明即时施行的理由",
                test.time_to_adapt,
                qualified=NOTICE_37,
                when=guards.neither(guards.government),
            ),
            computed(NOTICE_37, "规定了有效期，不超过最长年限", test.valid_long, qualified=NOTICE_37),
            computed(NOTICE_37, "修改原文件的，附修改后的全文", test.consolidated),
            judged(BUSINESS[65, 1].says("适应调整期"), "已经确定是否为市场主体留出适应调整期", when=guards.market),
            computed(NOTICE_37, "登记的施行日期与文本一致", written.effect_as_written, qualified=NOTICE_37),
            computed(NOTICE_37, "登记的有效期与文本一致", written.validity_as_written, qualified=NOTICE_37),
        ),
        echo=(echoes.AMENDS, echoes.ENDS, echoes.POLICY_ISSUED),
        help="在政府公报、政府网站公布；未经公布的，不得作为行政管理依据。修改、替代、废止原文件的，系统同时登记到原文件。",
    )
    interpret = Step(
        "发布政策解读",
        NOTICE_37,
        S.issued | S.published,
        by=(Role.PUBLISHER, *BY),
        needs=(Case.interpretation_where,),
        sets=((Case.interpreted_on, ON),),
    )
    file_superior = Step(
        "报上一级人民政府备案",
        (STEPS_75.says("备案"), ORGANIC[73].item(3).says("不适当的决定"), DECISION_17),
        FORCE,
        by=OFFICE,
        sets=((Case.filed_superior_on, ON),),
        when=guards.government,
        document=papers.FILING_REPORT,
        echo=echoes.FILED,
    )
    file_congress = Step(
        "报本级人大常委会备案",
        (STEPS_75.says("备案"), SUPERVISION[39]),
        FORCE,
        by=OFFICE,
        sets=((Case.filed_congress_on, ON),),
        when=guards.government,
        document=papers.FILING_REPORT,
    )
    file_government = Step(
        "报县级人民政府备案",
        (ORGANIC[73].item(3).says("不适当的命令"), DECISION_17),
        FORCE,
        by=OFFICE,
        sets=((Case.filed_government_on, ON),),
        when=files_with_government,
        document=papers.FILING_REPORT,
        echo=echoes.FILED,
        help="部门报本级人民政府；乡镇人民政府、街道办事处报县级人民政府；联合制定的由主办机关报。",
    )
    file_higher = Step(
        "报上级主管部门备案",
        (NOTICE_37, DECISION_17),
        FORCE,
        by=OFFICE,
        sets=((Case.filed_higher_on, ON),),
        when=guards.vertical,
        document=papers.FILING_REPORT,
        help="实行垂直管理的部门报上级主管部门，同时抄送本级人民政府。",
    )
    filing_registered = Step(
        "备案登记",
        DECISION_17,
        FORCE,
        by=OFFICE,
        may=(Case.filing_number,),
        follows=echoes.REGISTERED,
        help="收到备案机关准予登记的通知；系统内报备的自动登记。",
    )
    filing_sent_back = Step(
        "报备材料被退回补正",
        DECISION_17,
        FORCE,
        by=OFFICE,
        asks=(WHY,),
        sets=((Case.filing_returned, True),),
        follows=echoes.RETURNED,
        help="补正后再次办理相应的报备环节。",
    )
    filing_questioned = Step(
        "收到备案审查纠正意见",
        (ORGANIC[73].item(3), ORGANIC[50, 1].item(12), SUPERVISION[39]),
        FORCE,
        by=OFFICE,
        needs=(Case.filing_opinion,),
        follows=echoes.QUESTIONED,
    )
    report_correction = Step(
        "报告纠正情况",
        (ORGANIC[73].item(3), ORGANIC[50, 1].item(12), SUPERVISION[39]),
        FORCE,
        by=OFFICE,
        needs=(Case.correction,),
        requires=(filing_questioned,),
        document=papers.CORRECTION_REPORT,
        echo=echoes.CORRECTED,
        help="修改、废止文件的，另行办理；不同意见在此说明。",
    )
