"""Matters of law that have no procedure of their own (事项送审): submitted by townships and departments, and taken up
again there only when the review lets them pass.

Decisions, documents, contracts and topics of meetings submit themselves; answers to petitions, village rules, notices
and whatever else a township does of legal weight are submitted here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yifa.areas.rulemaking.legality_review import asking
from yifa.areas.rulemaking.legality_review import conditions as test
from yifa.areas.rulemaking.legality_review.acts import D
from yifa.areas.rulemaking.legality_review.agenda import answers, cleared, next_draft, opinion
from yifa.areas.rulemaking.legality_review.choices import TargetType
from yifa.areas.rulemaking.legality_review.drafts import digest_of
from yifa.areas.rulemaking.legality_review.materials import list_for
from yifa.areas.rulemaking.legality_review.models import ReviewSubmissionCase as Case
from yifa.areas.rulemaking.legality_review.review_procedure import feedback
from yifa.areas.rulemaking.legality_review.where import reviewing_organ
from yifa.kernel.declare import NEW, Consequence, Echo, Follows, Input, Limit, Procedure, Stage, Step, computed, judged
from yifa.kernel.figures import Count
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

BY = (Role.HANDLER, Role.SECRETARY)
WHY = Input("原因", "long", code="why")
OWN = (TargetType.DECISION, TargetType.DOCUMENT, TargetType.CONTRACT, TargetType.AGREEMENT, TargetType.TOPIC)
"""Kinds of matters that are submitted from their own procedures."""


def kind_fits(situation: Situation) -> str | None:
    """Decisions, documents, contracts and topics go their own way."""
    kind = situation.record.target_type
    if kind in OWN:
        return f"{TargetType(kind).label}在各自的程序中送审，不在此登记"
    return None


def reviewer_known(situation: Situation) -> str | None:
    """There is an organ that reviews it."""
    record = situation.record
    if record.organ.pk is None or organ_of(record) is not None:
        return None
    return "找不到审查机关，请在“审查机关”中选择；审查机关不在系统中的，纸质送审"


def reviewer(record: Any, on: date) -> Any:
    """The organ chosen, else the one that reviews what this organ does."""
    return record.reviewing_organ if record.organ.pk is None else organ_of(record)


def listed(record: Any, on: date) -> list[dict[str, str]]:
    """The materials as ticked; the list of the kind still to be ticked where nothing was said."""
    return record.materials or list_for(record.target_type).rows()


def submission(situation: Situation) -> Mapping[str, Any]:
    """What the review is asked about."""
    record = situation.record
    return {
        "target_type": record.target_type, "target_title": record.matter, "target_number": record.number,
        "submitter": record.organ, "materials": record.materials or list_for(record.target_type).rows(),
        "draft": record.draft, "draft_digest": digest_of(record.draft),
    }  # fmt: skip


def supplied(situation: Situation) -> Mapping[str, Any]:
    """What the submitter sends anew."""
    record = situation.record
    return {"materials": record.materials, "draft": record.draft, "draft_digest": digest_of(record.draft)}


def organ_of(record: Any) -> Any:
    """The organ chosen, else the one that reviews what this organ does."""
    return record.reviewing_organ or reviewing_organ(record.organ)


def with_opinions(situation: Situation) -> bool:
    """There are opinions to answer, on a matter that may go on."""
    record = situation.record
    return bool(record.review_opinions) and record.review_conclusion not in ("illegal", "not_in_scope")


def answered(situation: Situation) -> str | None:
    """Every opinion is answered, with a reason where it was not followed."""
    rows = situation.record.review_opinions
    return test.unanswered(rows)


class ReviewSubmission(Procedure):
    """A matter on its way through legality review, at the organ that submits it."""

    key, label, mark = "review_submission", "事项送审", "送审"
    model = Case
    since = date(2019, 9, 1)
    version_basis = D[44]

    submitted = Stage("审查中")
    returned = Stage("被退回")
    opined = Stage("收到意见")
    done = Stage("办结", final=True)
    given_up = Stage("不再办理", final=True)

    submit = Step(
        "送审",
        D[26, 1].says("送请合法性审查"),
        NEW >> submitted,
        by=BY,
        needs=(Case.matter, Case.target_type),
        may=(Case.draft, Case.materials, Case.reviewing_organ, Case.secrecy),
        sets=((Case.reviewing_organ, reviewer), (Case.materials, listed)),
        conditions=(
            computed(D[26, 1], "决策、文件、合同、会议议题在各自的程序中送审", kind_fits),
            computed(D[25, 1], "有审查机关", reviewer_known),
        ),
        echo=Echo("legality_review.receive", organ_of, submission),
        help="乡镇（街道）默认送县司法局，部门送本部门法制机构；审查案件自动建立。送审稿粘贴在此，原件在“登记材料”中上传。",
    )
    materials_asked = Step(
        "审查机关要求补充材料", D[26, 1].says("要求补充"), submitted, by=BY, asks=(asking.WHAT,),
        follows=asking.ASKED, rare=True,
    )  # fmt: skip
    materials_supplied = Step(
        "补充送审材料", D[26, 1].says("要求补充"), submitted, by=BY, may=(Case.draft, Case.materials),
        asks=(asking.SUPPLIED,), when=asking.asked_since("materials_asked", "materials_supplied"),
        echo=asking.supplied(supplied),
    )  # fmt: skip
    sent_back = Step(
        "送审材料被退回", D[26, 1].says("可以退回"), submitted >> returned, by=BY, asks=(WHY,), rare=True,
        follows=Follows(
            "legality_review.send_back",
            data=lambda situation: {"why": situation.record.return_reason},
        ),
    )  # fmt: skip
    submit_again = Step(
        "备齐后重新送审", D[26, 1].says("送请合法性审查"), returned >> submitted, by=BY,
        may=(Case.draft, Case.materials),
        echo=Echo("legality_review.receive", organ_of, submission),
        help="仍是同一件审查，时间重新起算。",
    )  # fmt: skip
    receive_opinion = Step(
        "收到审查意见", D[28], (submitted | opined) >> opined, by=BY, needs=(Case.review_conclusion,),
        may=(Case.review_number, Case.reviewed_digest, Case.review_opinions),
        follows=Follows("legality_review.opine", fields=opinion),
        help="审查机关在系统内出具意见时自动登记；纸质意见由本机关登记。",
    )  # fmt: skip
    respond = Step(
        "反馈采纳情况", D[28].says("必要的调整或者补充"), opined, by=BY, needs=(Case.review_opinions,),
        may=(Case.draft,), requires=(receive_opinion,),
        conditions=(computed(D[28], "逐条反馈，没有全部采纳的说明理由", answered),),
        echo=Echo("legality_review.feed_back", organ_of, answers),
        help="按意见修改送审稿，逐条写明采纳情况；审查机关核对以后才能办理。",
    )  # fmt: skip
    adoption_confirmed = Step(
        "采纳情况经核对", D[28].says("必要的调整或者补充"), opined, by=BY, may=(Case.cleared_digest,),
        follows=Follows(
            "legality_review.confirm_adoption",
            fields=lambda situation: {"cleared_digest": situation.record.final_digest},
        ),
    )  # fmt: skip
    submit_changed = Step(
        "修改后重新送审", D[25, 2], opined >> submitted, by=BY, needs=(Case.draft,),
        sets=((Case.review_conclusion, ""), (Case.cleared_digest, "")),
        echo=Echo("legality_review.resubmit", organ_of, next_draft),
        help="文本有实质性修改的，在原审查案件开始新一轮。",
    )  # fmt: skip
    go_ahead = Step(
        "办理该事项",
        D[25, 2].says("不得提交"),
        opined >> done,
        by=BY,
        needs=(Case.outcome,),
        conditions=(
            computed(D[25, 2].says("不得提交"), "经过合法性审查，文本与审查、核对的一致", cleared),
            judged(D[25, 2], "印发、签订、答复的文本就是审查、核对过的文本"),
        ),
        help="写明怎样办理：印发、公布、答复、签订的日期和文号。",
    )  # fmt: skip
    withdraw = Step(
        "撤回送审", D[26, 1], (submitted | returned | opined) >> given_up, by=BY, asks=(WHY,), rare=True,
        echo=Echo(
            "legality_review.withdraw",
            data=lambda situation: {"why": situation.data["why"]}, if_awaited=True,
        ),
    )  # fmt: skip

    respond_in_time = Limit(
        "反馈采纳情况", D[28].says("必要的调整或者补充"), feedback, since=(receive_opinion,),
        until=(respond, submit_changed, go_ahead, withdraw), when=with_opinions,
        on_expiry=Consequence("督促反馈；没有反馈、核对的不得办理", D[28]),
    )  # fmt: skip

    rs_submitted = Count("送审的事项", by=(submit,), definition="期内送审的事项，退回后重新送审的不重复计。")
    rs_done = Count("审查后办理的事项", by=(go_ahead,), definition="期内经过审查后办理的事项。")
    rs_given_up = Count("审查后不再办理的事项", by=(withdraw,), definition="期内撤回送审、不再办理的事项。")

    numbered_by = (submit,)
    fixed_by = (submit,)

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The matter."""
        return record.matter or cls.label

    @classmethod
    def counterpart_of(cls, record: Any) -> Any:
        """Who reviews it."""
        return record.reviewing_organ
