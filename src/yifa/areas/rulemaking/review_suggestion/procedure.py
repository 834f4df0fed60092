"""Review suggestions (规范性文件审查建议): anybody may ask that a document be reviewed; it is registered and answered.

No national act sets a time for county documents; the place's own choice counts, sixty days where it has none.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import Q

from yifa.areas.rulemaking.normative_document.acts import FILING, MODEL, NOTICE_37, ORGANIC, SUPERVISION
from yifa.areas.rulemaking.normative_document.defaults import term
from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase
from yifa.areas.rulemaking.review_suggestion.models import ReviewSuggestionCase as Case
from yifa.clock import Period, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import (
    NEW,
    ON,
    Consequence,
    Echo,
    Follows,
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
from yifa.kernel.defaults import Defaults
from yifa.kernel.figures import Count, Share, Timely
from yifa.kernel.situation import Situation
from yifa.kernel.ties import Target
from yifa.office.personal import Mask
from yifa.office.roles import Role
from yifa.papers.instrument import Instrument

DEFAULTS = Defaults.beside(__file__)
BY = (Role.HANDLER, Role.REVIEWER)
REPLY = Instrument("行政规范性文件审查建议答复书", "规建", Path(__file__).parent / "instruments" / "reply.txt")


def document_named(situation: Situation) -> str | None:
    """It says which document."""
    record = situation.record
    named = record.document is not None or record.document_name or record.unified_number
    return None if named else "未填写建议审查的文件"


def _document(record: Any, on: date) -> Any:
    """The document chosen, else the one with the number given, of the organ itself or of those below it."""
    if record.document is not None or not record.unified_number or record.organ_id is None:
        return record.document
    manager: Any = NormativeDocumentCase._base_manager
    own = Q(organ_id=record.organ_id) | Q(organ__parent_id=record.organ_id)
    return manager.filter(own, unified_number=record.unified_number).first()


def issuer_below(situation: Situation) -> str | None:
    """A government reviews its own documents and those of its departments and of the governments below it."""
    record = situation.record
    document = record.document
    if document is None or record.organ_id in (document.organ_id, document.organ.parent_id):
        return None
    return f"{document.organ.name}不是本机关所属的机关，应当移送有权机关"


def answer_time(situation: Situation) -> Period:
    """How soon it is answered, as the place has it."""
    return term("suggestion", FILING[12], situation)


def intake_time(situation: Situation) -> Period:
    """How soon a person looks at what came in through the public page, as the place has it."""
    return working_days(DEFAULTS.number("intake_days", situation), FILING[12])


def _to_issuer(situation: Situation) -> list[Target]:
    record = situation.record
    told = {"clauses": record.clauses or "全文", "why": record.reasons}
    return [(record.document, {}, told)] if record.document is not None else []


class ReviewSuggestion(Procedure):
    """Suggestions to review normative documents."""

    key, label, mark = "review_suggestion", "规范性文件审查建议", "规建"
    model = Case
    since = date(2018, 5, 16)
    version_basis = NOTICE_37

    inbox = Stage("网上收到")
    received = Stage("登记")
    supplementing = Stage("待补充")
    studying = Stage("研究")
    answered = Stage("已答复", final=True)
    transferred = Stage("已移送", final=True)
    withdrawn = Stage("已撤回", final=True)
    set_aside = Stage("不作为审查建议办理", final=True)

    hand_in = Step(
        "网上提交审查建议",
        (FILING[12].says("书面提出"), FILING[25], MODEL),
        NEW >> inbox,
        by=Role.SYSTEM,
        needs=(Case.suggesters, Case.reasons),
        may=(
            Case.unified_number, Case.document, Case.document_name, Case.issuer, Case.clauses, Case.against,
        ),
        sets=((Case.received_on, ON), (Case.online, True)),
        conditions=(computed(FILING[12], "写明建议审查的文件", document_named),),
        help="公民、法人和其他组织在公开页面提交，当日为收到日，答复的期限自当日起算。",
    )  # fmt: skip
    take_in = Step(
        "接收网上提交的建议", FILING[12].says("审查建议"), inbox >> received, by=BY,
        may=(Case.document, Case.document_name, Case.unified_number, Case.issuer),
        help="核对建议审查的文件后接收；收到日仍为网上提交的当日。",
    )  # fmt: skip
    decline = Step(
        "不作为审查建议办理", FILING[12].says("审查建议"), (inbox | received) >> set_aside, by=BY,
        asks=(Input("理由", "long", code="why", help="提交人凭查询码可以看到。"),),
        conditions=(judged(FILING[12], "属于重复提交，或者没有提出对文件的审查建议"),),
        rare=True,
    )  # fmt: skip
    receive = Step(
        "收到审查建议",
        (FILING[12].says("审查建议"), FILING[25], MODEL),
        NEW >> received,
        by=Role.CITIZEN,
        needs=(Case.suggesters, Case.reasons),
        may=(Case.unified_number, Case.document, Case.document_name, Case.issuer, Case.clauses, Case.against),
        sets=((Case.received_on, ON), (Case.document, _document)),
        conditions=(computed(FILING[12], "写明建议审查的文件", document_named),),
        help="公民、法人和其他组织书面提出；建议人的信息不公开。",
    )
    ask_more = Step(
        "告知补充内容", FILING[12].says("书面提出"), received >> supplementing, by=BY,
        asks=(Input("需要补充的内容", "long", code="what"),),
    )  # fmt: skip
    supplement = Step(
        "补充完整", FILING[12].says("书面提出"), supplementing >> received, by=Role.CITIZEN,
        may=(Case.reasons, Case.document, Case.document_name, Case.clauses, Case.against),
    )  # fmt: skip
    accept = Step(
        "交付研究",
        FILING[12].says("研究并提出处理意见"),
        received >> studying,
        by=BY,
        conditions=(judged(ORGANIC[73].item(3), "文件属于本机关有权审查的范围"),),
    )
    transfer = Step(
        "移送有权机关",
        (SUPERVISION[44].says("移送"), FILING[7].says("移交处理")),
        (inbox | received | studying) >> transferred,
        by=BY,
        needs=(Case.transferred_to,),
        help="应当由其他机关处理的，移送并告知建议人。",
        rare=True,
    )
    ask_issuer = Step(
        "要求制定机关说明",
        FILING[14].says("说明有关情况"),
        studying,
        by=BY,
        conditions=(computed(ORGANIC[73].item(3), "制定机关是本机关或者所属机关", issuer_below),),
        echo=Echo("normative_document.suggested", each=_to_issuer),
    )
    issuer_explains = Step(
        "制定机关说明",
        FILING[14].says("予以说明"),
        studying,
        by=BY,
        needs=(Case.explanation,),
        follows=Follows(
            "normative_document.answer_suggestion",
            fields=lambda situation: {"explanation": situation.data["answer"]},
        ),
    )  # fmt: skip
    answer = Step(
        "答复建议人",
        (FILING[12].says("处理意见"), MODEL),
        studying >> answered,
        by=BY,
        needs=(Case.result, Case.reply),
        sets=((Case.answered_on, ON),),
        document=REPLY,
    )
    withdraw = Step(
        "建议人撤回", FILING[12], (inbox | received | supplementing | studying) >> withdrawn, by=Role.CITIZEN,
        rare=True,
    )  # fmt: skip

    answer_in_time = Limit(
        "答复审查建议", FILING[12].says("处理意见"), answer_time, ref="ND14",
        since=(hand_in, receive, supplement), until=(answer, transfer, withdraw, decline), stops_in=(supplementing,),
        stop_basis=FILING[12], on_expiry=Consequence("督促研究答复"),
    )  # fmt: skip
    taken_in_time = Limit(
        "接收网上提交的建议", FILING[12].says("审查建议"), intake_time, since=(hand_in,),
        until=(take_in, transfer, withdraw, decline), on_expiry=Consequence("督促接收；答复的期限不因此推迟"),
    )  # fmt: skip

    rs_received = Count(
        "收到审查建议", by=(receive, hand_in), where=~Q(stage="set_aside"),
        definition="期内收到的审查建议，网上提交的按提交的当日计；重复提交等不作为审查建议办理的不计。",
    )  # fmt: skip
    rs_answered = Count("答复审查建议", by=(answer,), definition="期内答复建议人的审查建议。")
    rs_in_time = Timely(
        "按期答复审查建议", limits=(answer_in_time,), states=(State.KEPT,), definition="期内按期答复、移送的审查建议。"
    )
    rs_due = Timely(
        "应当答复的审查建议", limits=(answer_in_time,), states=(State.KEPT, State.LATE),
        definition="期内答复、移送的审查建议。",
    )  # fmt: skip
    rs_rate = Share(
        "审查建议按期答复率", numerator=rs_in_time, denominator=rs_due, definition="按期答复的占答复的比率。"
    )

    result_public = Publication(
        "审查建议处理结果", MODEL, after=(answer,),
        shows=(
            Shown(Case.document_name), Shown(Case.clauses), Shown(Case.against), Shown(Case.reasons, Mask.TEXT),
            Shown(Case.result), Shown(Case.reply, Mask.TEXT),
        ),
    )  # fmt: skip

    numbered_by = (receive, take_in)
    fixed_by = (receive, hand_in)

    @classmethod
    def title_of(cls, record: Any) -> str:
        """Which document it is about; the people are not named."""
        name = record.document.name if record.document is not None else record.document_name
        return f"对{name if '《' in name else f'《{name}》'}的审查建议" if name else cls.label

    @classmethod
    def counterpart_of(cls, record: Any) -> Any:
        """Who issued the document."""
        return record.issuer
