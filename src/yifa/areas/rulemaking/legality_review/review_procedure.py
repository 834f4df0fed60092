"""Limits, figures and omissions of legality review: 重大行政决策程序暂行条例 25—28; other matters follow it."""

from __future__ import annotations

from django.db.models import Q

from yifa.areas.rulemaking.legality_review import conditions as test
from yifa.areas.rulemaking.legality_review.acts import DOCUMENTS, D
from yifa.areas.rulemaking.legality_review.choices import Conclusion, TargetType
from yifa.areas.rulemaking.legality_review.defaults import DEFAULTS
from yifa.areas.rulemaking.legality_review.figures import Holding, Items, adopted, answered, asks_for_change
from yifa.areas.rulemaking.legality_review.review import ReviewSteps
from yifa.clock import Period, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit
from yifa.kernel.figures import Count, Share, Timely
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

S = ReviewSteps
STARTS = (S.receive, S.supplement, S.resubmit)
"""The materials are complete on the day of the last of these before acceptance."""
NOT_CONSENT = Consequence("督促审查机构及时提出意见；逾期不视为同意", D[28])
REMIND = Consequence("督促送审单位反馈", D[28])


def document_min(situation: Situation) -> Period:
    """The time that documents are given at least."""
    return working_days(DEFAULTS.number("document_days_min", situation), DOCUMENTS)


def document_max(situation: Situation) -> Period:
    """The time that the review of a document takes at most."""
    return working_days(DEFAULTS.number("document_days_max", situation), DOCUMENTS)


def contract_max(situation: Situation) -> Period:
    """The time that the review of a contract takes at most, as the place has it."""
    return working_days(DEFAULTS.number("contract_days", situation), D[28])


def other_max(situation: Situation) -> Period:
    """The time that the review of other matters takes at most, as the place has it."""
    return working_days(DEFAULTS.number("township_days", situation), D[28])


def feedback(situation: Situation) -> Period:
    """The time in which the submitter says what became of the opinions, as the place has it."""
    return working_days(DEFAULTS.number("feedback_days", situation), D[28])


def decisions(situation: Situation) -> bool:
    """A decision whose materials were found complete."""
    return test.is_decision(situation) and test.accepted(situation)


def documents(situation: Situation) -> bool:
    """A document that is not made in an emergency."""
    return test.is_document(situation) and not situation.record.urgent


def contracts(situation: Situation) -> bool:
    """A contract whose materials were found complete."""
    return test.is_contract(situation) and test.accepted(situation)


def others(situation: Situation) -> bool:
    """Another matter whose materials were found complete."""
    return test.is_other(situation) and test.accepted(situation)


def with_opinions(situation: Situation) -> bool:
    """There are opinions to answer."""
    return bool(situation.record.opinions) and test.goes_on(situation)


class LegalityReview(ReviewSteps):
    """Legality review of decisions, documents, contracts and other matters."""

    since = ReviewSteps.since
    fixed_by = (S.receive,)
    numbered_by = (S.receive,)

    decision_time = Limit(
        "决策的必要审查时间", D[26, 2].says("7个工作日"), working_days(7, D[26, 2].says("7个工作日")), ref="T-MD-3",
        since=STARTS, until=(S.time_up,), on_expiry=S.time_up, when=decisions, bound=Role.SYSTEM,
        stops_in=(S.suspended,), stop_basis=D[26, 1].says("要求补充"),
    )  # fmt: skip
    document_time = Limit(
        "规范性文件的必要审核时间", DOCUMENTS, document_min, ref="T-ND-3",
        since=(S.accept, S.resubmit), until=(S.time_up,), on_expiry=S.time_up, when=documents, bound=Role.SYSTEM,
        stops_in=(S.suspended,), stop_basis=DOCUMENTS,
    )  # fmt: skip
    document_in_time = Limit(
        "规范性文件合法性审核", DOCUMENTS, document_max, ref="T-ND-3a",
        since=(S.accept, S.resubmit), until=(S.opine,), on_expiry=NOT_CONSENT, when=documents, judge_by="strict",
        stops_in=(S.suspended,), stop_basis=DOCUMENTS,
    )  # fmt: skip
    contract_in_time = Limit(
        "合同、协议合法性审查", D[28].says("及时提出"), contract_max, ref="T-GC-5",
        since=STARTS, until=(S.opine,), on_expiry=NOT_CONSENT, when=contracts,
        stops_in=(S.suspended,), stop_basis=D[26, 1].says("要求补充"),
    )  # fmt: skip
    other_in_time = Limit(
        "其他事项合法性审查", D[28].says("及时提出"), other_max,
        since=STARTS, until=(S.opine,), on_expiry=NOT_CONSENT, when=others,
        stops_in=(S.suspended,), stop_basis=D[26, 1].says("要求补充"),
    )  # fmt: skip
    feedback_in_time = Limit(
        "反馈审查意见采纳情况", D[28].says("必要的调整或者补充"), feedback,
        since=(S.opine,), until=(S.feed_back, S.confirm_adoption, S.resubmit, S.archive, S.withdraw),
        on_expiry=REMIND, when=with_opinions,
    )  # fmt: skip

    lr_received = Count("收到送审", by=(S.receive,), definition="期内收到送审材料的事项，退回后重新送审的不重复计。")
    lr_count = Count(
        "合法性审查",
        by=(S.opine,),
        indicator="decision.matters_reviewed",
        definition="期内出具审查意见书的事项；同一事项几轮审查的计一件。",
    )
    lr_decisions = Count(
        "重大行政决策合法性审查", by=(S.opine,), where=Q(target_type=TargetType.DECISION),
        indicator="decision.legality_reviews", definition="其中送审事项为重大行政决策的。",
    )  # fmt: skip
    lr_documents = Count(
        "行政规范性文件合法性审核", by=(S.opine,), where=Q(target_type=TargetType.DOCUMENT),
        indicator="normative.reviewed", definition="其中送审事项为行政规范性文件的。",
    )  # fmt: skip
    lr_contracts = Count(
        "政府合同合法性审查", by=(S.opine,), where=Q(target_type=TargetType.CONTRACT),
        definition="其中送审事项为政府合同（民事合同）的。",
    )  # fmt: skip
    lr_agreements = Count(
        "行政协议合法性审查", by=(S.opine,), where=Q(target_type=TargetType.AGREEMENT),
        definition="其中送审事项为行政协议的。",
    )  # fmt: skip
    lr_township = Count(
        "乡镇（街道）事项合法性审查", by=(S.opine,), where=Q(target_type=TargetType.TOWNSHIP),
        definition="其中送审事项为乡镇（街道）事项的；乡镇（街道）的规范性文件、合同计入各自类型。",
    )  # fmt: skip
    lr_topics = Count(
        "涉法会议议题合法性审查", by=(S.opine,), where=Q(target_type=TargetType.TOPIC),
        definition="其中送审事项为会议议题的。",
    )  # fmt: skip
    lr_village_rules = Count(
        "村规民约合法性审查", by=(S.opine,), where=Q(target_type=TargetType.VILLAGE_RULE),
        definition="其中送审事项为村规民约的。",
    )  # fmt: skip
    lr_others = Count(
        "其他事项合法性审查", by=(S.opine,), where=Q(target_type=TargetType.OTHER),
        definition="其中送审事项为其他涉法事项的。",
    )  # fmt: skip
    lr_returned = Count("退回送审", by=(S.send_back,), definition="期内因材料不符合要求退回的事项。")
    lr_illegal_blocked = Count(
        "审查不合法未提交审议", by=(S.opine,), where=Q(conclusion=Conclusion.ILLEGAL),
        definition="期内出具意见书，审查结论为不合法的事项；重新送审后合法的，按最后一次结论不再计。",
    )  # fmt: skip
    lr_opinion_items = Items(
        "审查意见", over=lr_count, definition="期内出具意见书的事项的全部审查意见条数，各轮相加，含提示性意见。"
    )
    lr_answered_items = Items(
        "已反馈的审查意见", over=lr_count, wanted=answered,
        definition="其中送审单位已经反馈采纳、部分采纳或者不采纳的条数。",
    )  # fmt: skip
    lr_adopted_items = Items(
        "采纳的审查意见", over=lr_count, wanted=adopted, definition="其中反馈为采纳或者部分采纳的条数。"
    )
    lr_adopt_rate_items = Share(
        "审查意见采纳率（按条）", numerator=lr_adopted_items, denominator=lr_answered_items,
        indicator="decision.review_adoption_rate",
        definition="采纳和部分采纳的条数占已反馈条数的比率；未反馈的不计入分母。与按件的采纳率不可互比。",
    )  # fmt: skip
    lr_revised_cases = Holding(
        "提出修改意见的事项", over=lr_count, wanted=asks_for_change,
        definition="期内出具意见书，有必须修改或者建议修改意见的事项。",
    )  # fmt: skip
    lr_adopted_cases = Holding(
        "采纳修改意见的事项", over=lr_count, wanted=asks_for_change, also=adopted,
        definition="其中修改意见至少有一条采纳或者部分采纳的事项。",
    )  # fmt: skip
    lr_adopt_rate_cases = Share(
        "审查意见采纳率（按件）", numerator=lr_adopted_cases, denominator=lr_revised_cases,
        definition="全部或者部分采纳修改意见的事项占提出修改意见的事项的比率。与按条的采纳率不可互比。",
    )  # fmt: skip
    lr_limited = Timely(
        "有办理期限的审查", limits=(document_in_time, contract_in_time, other_in_time),
        states=(State.KEPT, State.LATE),
        definition="期内出具意见书的规范性文件、合同协议和其他事项；决策没有最长时限，不计。",
    )  # fmt: skip
    lr_in_time = Timely(
        "按期审查", limits=(document_in_time, contract_in_time, other_in_time), states=(State.KEPT,),
        definition="其中在期限内出具意见书的。",
    )  # fmt: skip
    lr_in_time_rate = Share(
        "审查按期率", numerator=lr_in_time, denominator=lr_limited, definition="按期审查占有办理期限的审查的比率。"
    )

    @classmethod
    def title_of(cls, record: object) -> str:
        """What is reviewed."""
        return f"{getattr(record, 'target_title', '') or cls.label}"

    @classmethod
    def counterpart_of(cls, record: object) -> object:
        """The organ that submitted it."""
        return getattr(record, "submitter", None)
