"""Filing review (规范性文件备案审查): what the government above does with a document that was filed with it.

The regulation on filing review of 2024 governs regulations and rules only; its periods are taken over here as the
place's own choices, never as the law's.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import Q

from yifa.areas.rulemaking.document_filing.models import DocumentFilingCase as Case
from yifa.areas.rulemaking.normative_document.acts import DECISION_17, FILING, MODEL, NOTICE_37, ORGANIC
from yifa.areas.rulemaking.normative_document.defaults import DEFAULTS
from yifa.clock import Period, days, months, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import (
    NEW,
    ON,
    Consequence,
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
from yifa.kernel.figures import Count, Share, Timely
from yifa.kernel.situation import Situation
from yifa.office.roles import Role
from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"
BY = (Role.HANDLER, Role.REVIEWER)
GIVEN = (
    Case.issuer, Case.issuer_name, Case.document, Case.document_number, Case.unified_number, Case.published_on,
    Case.text, Case.note,
)  # fmt: skip
OPINION_PAPER = Instrument("行政规范性文件备案审查意见书", "备审", FOLDER / "opinion.txt")
RETURN_PAPER = Instrument("行政规范性文件报备材料补正通知书", "备补", FOLDER / "return.txt")
REVOCATION_PAPER = Instrument("关于改变或者撤销行政规范性文件的决定", "备撤", FOLDER / "revocation.txt")
URGE = Consequence("督促办理")
WHOLE = "whole"
EXTENT = ((WHOLE, "撤销整个文件"), ("part", "撤销部分条款"), ("change", "改变部分内容"))
"""What of the document the government changes or revokes (组织法73(三) 改变或者撤销)."""


def problems_named(situation: Situation) -> str | None:
    """An opinion names at least one problem."""
    return None if situation.record.problems else "提出纠正意见的，应当逐项写明问题"


def issuer_named(situation: Situation) -> str | None:
    """It is known who filed it."""
    record = situation.record
    return None if record.issuer is not None or record.issuer_name else "未填写制定机关"


def form_check(situation: Situation) -> Period:
    """How soon the form is checked, as the place has it."""
    return working_days(DEFAULTS.number("registered_days", situation), DECISION_17)


def review_time(situation: Situation) -> Period:
    """How soon the review ends, as the place has it."""
    return months(DEFAULTS.number("review_months", situation), FILING[11, 1])


def refile_time(situation: Situation) -> Period:
    """How soon the issuer files again."""
    return days(DEFAULTS.number("refile_days", situation), FILING[9, 2])


def correction_time(situation: Situation) -> Period:
    """How soon the issuer reports."""
    return days(DEFAULTS.number("correction_days", situation), FILING[21])


class DocumentFiling(Procedure):
    """Filing review of normative documents."""

    key, label, mark = "document_filing", "规范性文件备案审查", "规备"
    model = Case
    since = date(2018, 5, 16)
    version_basis = NOTICE_37

    received = Stage("形式审查")
    returned = Stage("退回补正")
    registered = Stage("审查")
    correcting = Stage("待制定机关纠正")
    closed = Stage("审结", final=True)
    refused = Stage("不予登记", final=True)

    receive = Step(
        "收到报备",
        (ORGANIC[73].item(3).says("不适当的命令"), FILING[25].says("备案审查制度"), DECISION_17),
        (NEW | returned) >> received,
        by=BY,
        needs=(Case.name,),
        may=GIVEN,
        sets=((Case.received_on, ON),),
        conditions=(computed(DECISION_17, "写明制定机关", issuer_named),),
        help="制定机关在系统内报备时自动建立；纸质报备的，由本机关登记。规范性文件的备案审查，各环节依照"
        "《法规规章备案审查条例》的有关规定（第二十五条），不适用该条例第四条报国务院备案的三十日。",
    )
    send_back = Step(
        "退回补正",
        FILING[9, 2].says("补充报送备案"),
        received >> returned,
        by=BY,
        needs=(Case.return_reason,),
        sets=((Case.returned_once, True),),
        document=RETURN_PAPER,
        help="备案报告、文本、说明不齐或者不合格式的，通知补正；计入报备规范率。",
        rare=True,
    )
    refuse = Step(
        "不予登记",
        FILING[9, 1].says("不予备案登记"),
        (received | returned) >> refused,
        by=BY,
        asks=(Input("理由", "long", code="why"),),
        help="不属于行政规范性文件，或者不应向本机关报备的。",
        rare=True,
    )
    register = Step(
        "备案登记",
        (FILING[9, 1].says("予以备案登记"), DECISION_17),
        received >> registered,
        by=BY,
        sets=((Case.registered_on, ON),),
        conditions=(judged(FILING[9, 1], "备案报告、文本、说明齐全，符合格式"),),
    )
    ask_issuer = Step(
        "要求制定机关说明",
        FILING[14].says("说明有关情况"),
        registered,
        by=BY,
        asks=(Input("要求说明的事项", "long", code="what"), Input("说明的期限", "date", code="until")),
    )
    issuer_explains = Step(
        "制定机关说明", FILING[14].says("予以说明"), registered, by=BY, asks=(Input("说明", "long", code="what"),)
    )
    approve = Step(
        "审查通过",
        (ORGANIC[73].item(3), MODEL),
        registered >> closed,
        by=BY,
        sets=((Case.concluded_on, ON),),
        conditions=(
            judged(FILING[13].item(2).says("超越权限"), "没有超越权限"),
            judged(FILING[13].item(3).says("违反上位法"), "没有违反上位法，没有违法减损权利、增加义务"),
            judged(FILING[13].item(6).says("法定程序"), "没有违背法定程序"),
            judged(FILING[13].item(5).says("适当"), "规定适当"),
        ),
    )
    ask_to_correct = Step(
        "提出纠正意见",
        (ORGANIC[73].item(3).says("改变或者撤销"), FILING[18].says("书面审查意见")),
        registered >> correcting,
        by=BY,
        needs=(Case.problems, Case.opinion),
        approved_by=(Role.AGENCY_HEAD,),
        document=OPINION_PAPER,
        conditions=(computed(FILING[18].says("书面审查意见"), "写明问题", problems_named),),
    )
    receive_correction = Step(
        "收到处理情况报告",
        FILING[21].says("处理情况"),
        correcting,
        by=BY,
        asks=(Input("处理情况", "long", code="how"),),
        help="制定机关在系统内报告的自动登记。",
    )
    accept_correction = Step(
        "纠正到位",
        FILING[18].says("修改或者废止"),
        correcting >> closed,
        by=BY,
        needs=(Case.correction,),
        requires=(receive_correction,),
        sets=((Case.concluded_on, ON),),
    )
    revoke = Step(
        "改变或者撤销",
        ORGANIC[73].item(3).says("改变或者撤销"),
        (registered | correcting) >> closed,
        by=BY,
        needs=(Case.opinion,),
        approved_by=(Role.ORGAN_HEAD,),
        asks=(Input("范围", "choice", EXTENT, code="extent"),),
        sets=((Case.concluded_on, ON),),
        document=REVOCATION_PAPER,
        conditions=(judged(ORGANIC[73].item(3).says("不适当的命令"), "文件不适当，制定机关不纠正或者情节严重"),),
        help="只改变、撤销部分条款的，文件的其他内容继续有效；撤销整个文件的，文件同时登记为已被撤销。",
        rare=True,
    )

    form_check_in_time = Limit(
        "形式审查", DECISION_17, form_check, since=(receive,), until=(register, send_back, refuse), on_expiry=URGE
    )
    refile_in_time = Limit(
        "制定机关补正", FILING[9, 2].says("15日内"), refile_time, since=(send_back,), until=(receive, refuse),
        on_expiry=Consequence("通知限期报送；逾期仍不报送的，给予通报，责令限期改正", FILING[23]),
    )  # fmt: skip
    review_in_time = Limit(
        "备案审查", FILING[11, 1].says("2个月内"), review_time, since=(register,),
        until=(approve, ask_to_correct, revoke), on_expiry=URGE,
    )  # fmt: skip
    correct_in_time = Limit(
        "制定机关报告处理情况", FILING[21].says("30日内"), correction_time, since=(ask_to_correct,),
        until=(receive_correction, revoke),
        on_expiry=Consequence("可以改变或者撤销", ORGANIC[73].item(3)),
    )  # fmt: skip

    df_received = Count("收到报备", by=(receive,), definition="期内收到报备的文件，补正后再次收到的不重复计。")
    df_registered = Count("备案登记", by=(register,), definition="期内准予登记的文件。")
    df_returned = Count("退回补正", by=(send_back,), definition="期内退回补正的文件。")
    df_first_time = Count(
        "一次报备合格", by=(register,), where=Q(returned_once=False), definition="期内登记、没有被退回补正的文件。"
    )
    df_norm_rate = Share(
        "报备规范率", numerator=df_first_time, denominator=df_registered,
        definition="一次报备合格的占准予登记的比率。",
    )  # fmt: skip
    df_reviewed = Count(
        "审查完毕", by=(approve, ask_to_correct, revoke), definition="期内审查通过、提出纠正意见或者撤销的文件。"
    )
    df_questioned = Count("要求纠正", by=(ask_to_correct,), definition="期内提出纠正意见的文件。")
    df_corrected = Count("已经纠正", by=(accept_correction,), definition="期内纠正到位的文件。")
    df_revoked = Count("改变或者撤销", by=(revoke,), definition="期内改变或者撤销的文件。")
    df_in_time = Timely(
        "按期审查", limits=(review_in_time,), states=(State.KEPT,), definition="期内在规定期限内审查完毕的文件。"
    )

    filing_list = Publication(
        "备案登记目录", FILING[10, 1].says("公布目录"), after=(register,),
        shows=(
            Shown(Case.name), Shown(Case.document_number), Shown(Case.unified_number), Shown(Case.published_on),
            Shown(Case.registered_on),
        ),
    )  # fmt: skip

    numbered_by = (register,)
    fixed_by = (receive,)

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The document's name."""
        return record.name or cls.label

    @classmethod
    def counterpart_of(cls, record: Any) -> Any:
        """Who issued it."""
        return record.issuer
