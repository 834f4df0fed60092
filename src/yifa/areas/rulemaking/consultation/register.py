"""The register of opinions on drafts (征求意见台账)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from yifa.areas.rulemaking.consultation.models import Adoption, Opinion
from yifa.kernel.figures import Share
from yifa.kernel.models import Case
from yifa.kernel.registers import Column, EntryCount, Problem, Register
from yifa.law import act

D = act("重大行政决策程序暂行条例")
STUDIED = D[18].says("研究论证")
CONSENT = act("个人信息保护法")[25]

ANSWERED = ~Q(adopt="")
ADOPTED = Q(adopt__in=(Adoption.FULL, Adoption.PARTIAL))
OF_DECISIONS = Q(case__procedure="major_decision")
OF_DOCUMENTS = Q(case__procedure="normative_document")

RATE = "期内收到的意见中，采纳和部分采纳的条数÷已经研究答复的条数；没有答复的不计入分母，另以“未答复”列出。"


class ConsultationOpinions(Register[Opinion]):
    """征求意见台账."""

    key, label = "consultation_opinions", "征求意见台账"
    basis = STUDIED
    note = "一条意见登记一行；一封来信有几条意见的，分几行登记。提出人和联系方式不公开。"
    model = Opinion
    columns = (
        Column(Opinion.case, D[15, 1], lookup=Case.number, width=26, example="洪决策〔2025〕3号"),
        Column(Opinion.seq, width=8, example="1"),
        Column(Opinion.received_on, example="2025-03-10"),
        Column(Opinion.source, D[14, 3], width=16, example="公民"),
        Column(Opinion.name, CONSENT, width=14, listed=False),
        Column(Opinion.contact, CONSENT, width=18, listed=False),
        Column(Opinion.form, D[14, 2], width=14, example="公开征求意见"),
        Column(Opinion.article, width=12, example="第五条"),
        Column(Opinion.content, STUDIED, width=40, example="建议增加夜间停车泊位。"),
        Column(Opinion.adopt, STUDIED, width=10, example="采纳"),
        Column(Opinion.reason, STUDIED, width=40, example="已在第五条增加一款。"),
        Column(Opinion.answered_on, listed=False, example="2025-04-08"),
        Column(Opinion.answered_by, listed=False, width=12),
    )
    unique = (Opinion.case, Opinion.seq)
    dated = Opinion.received_on
    sorted_by = Opinion.adopt
    searched = (Opinion.content, Opinion.article, Opinion.reason)

    md_opinions_count = EntryCount(
        "重大行政决策收到意见", unit="条", where=OF_DECISIONS, basis=D[18],
        definition="期内收到的对重大行政决策草案的意见条数；一封来信有几条意见的分别计。",
    )  # fmt: skip
    md_opinions_open = EntryCount(
        "重大行政决策意见未答复", unit="条", where=OF_DECISIONS & ~ANSWERED, definition="其中没有研究答复的。"
    )
    md_opinion_adopt_rate = Share(
        "重大行政决策意见采纳率", basis=D[18], definition=RATE,
        numerator=EntryCount("", where=OF_DECISIONS & ADOPTED),
        denominator=EntryCount("", where=OF_DECISIONS & ANSWERED),
    )  # fmt: skip
    nd_opinions_count = EntryCount(
        "规范性文件收到意见", unit="条", where=OF_DOCUMENTS,
        definition="期内收到的对行政规范性文件草案的意见条数；一封来信有几条意见的分别计。",
    )  # fmt: skip
    nd_opinions_open = EntryCount(
        "规范性文件意见未答复", unit="条", where=OF_DOCUMENTS & ~ANSWERED, definition="其中没有研究答复的。"
    )
    nd_opinion_adopt_rate = Share(
        "规范性文件意见采纳率", definition=RATE,
        numerator=EntryCount("", where=OF_DOCUMENTS & ADOPTED),
        denominator=EntryCount("", where=OF_DOCUMENTS & ANSWERED),
    )  # fmt: skip

    @classmethod
    def check(cls, entry: Opinion, today: date) -> Iterable[Problem]:
        """An answer is whole: whether it was adopted, why, and when; and not before the opinion came."""
        said = bool(entry.adopt)
        if said and not entry.reason.strip():
            yield Problem("reason", "采纳情况说明", "没有填写", "每条意见都要写明怎样采纳或者不采纳的理由", STUDIED)
        if not said and (entry.reason.strip() or entry.answered_on):
            yield Problem("adopt", "采纳情况", "没有填写", "已经写了说明或者日期的，请选择采纳、部分采纳或者不采纳")
        if said and entry.answered_on is None:
            yield Problem("answered_on", "研究答复日期", "没有填写", "请填写研究答复的日期")
        if entry.answered_on is not None and entry.answered_on < entry.received_on:
            yield Problem("answered_on", "研究答复日期", f"早于收到日期{entry.received_on}", "请核对两个日期")
        if entry.answered_on is not None and entry.answered_on > today:
            yield Problem("answered_on", "研究答复日期", "晚于今天", "请核对日期")

    @classmethod
    def title_of(cls, entry: Opinion) -> str:
        """洪决策〔2025〕3号第2条意见."""
        return f"{entry.case.number or entry.case.title}第{entry.seq}条意见"
