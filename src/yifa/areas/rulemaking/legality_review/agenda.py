"""Topics of meetings (会议议题): no matter of law goes on the agenda without its legality review."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yifa.areas.rulemaking.legality_review import asking
from yifa.areas.rulemaking.legality_review.acts import BUSINESS, ORGANIC, D
from yifa.areas.rulemaking.legality_review.choices import TargetType
from yifa.areas.rulemaking.legality_review.clearance import why_not
from yifa.areas.rulemaking.legality_review.drafts import digest_of
from yifa.areas.rulemaking.legality_review.models import AgendaCase as Case
from yifa.kernel.declare import NEW, Echo, Follows, Input, Procedure, Stage, Step, computed, judged
from yifa.kernel.figures import Count
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

BY = (Role.SECRETARY, Role.HANDLER)


def needs_review(situation: Situation) -> bool:
    """The topic is one of law."""
    return bool(situation.record.needs_review)


def reason_given(situation: Situation) -> str | None:
    """A topic that is said to need no review says why."""
    record = situation.record
    return None if record.needs_review or record.no_review_reason else "不需要合法性审查的，应当写明理由"


def cleared(situation: Situation) -> str | None:
    """The review lets the topic on the agenda, with the text that was reviewed."""
    record = situation.record
    return why_not(
        record.review_conclusion,
        reviewed=record.reviewed_digest,
        cleared=record.cleared_digest,
        now=digest_of(record.draft),
    )


def was_deferred(situation: Situation) -> str | None:
    """The meeting put the topic off; what it decided is not proposed again."""
    return None if situation.record.outcome == "deferred" else "会议已有审议结果，需要再议的另行申报"


def organ_known(situation: Situation) -> str | None:
    """There is an organ to send it to."""
    return None if situation.record.reviewing_organ is not None else "没有填写“审查机关”"


def submission(situation: Situation) -> Mapping[str, Any]:
    """What the review is asked about."""
    record = situation.record
    return {
        "target_type": TargetType.TOPIC.value,
        "target_title": record.topic,
        "submitter": record.proposer or record.organ,
        "draft": record.draft,
        "draft_digest": digest_of(record.draft),
    }


def opinion(situation: Situation) -> Mapping[str, Any]:
    """What came of the review."""
    review = situation.record
    return {
        "review_conclusion": review.conclusion,
        "review_number": review.opinion_number,
        "reviewed_digest": review.draft_digest,
        "review_opinions": review.opinions,
    }


def answers(situation: Situation) -> Mapping[str, Any]:
    """What the proposer says to each opinion, with the text as changed."""
    return {"opinions": situation.record.review_opinions, "final_draft": situation.record.draft}


def next_draft(situation: Situation) -> Mapping[str, Any]:
    """The changed text that is reviewed again."""
    return {"draft": situation.record.draft, "draft_digest": digest_of(situation.record.draft)}


def bureau(record: Any) -> Any:
    """The organ that reviews the topic."""
    return record.reviewing_organ


class AgendaItem(Procedure):
    """A topic on its way to the meeting."""

    key, label = "agenda_item", "会议议题"
    model = Case
    since = date(2019, 9, 1)
    version_basis = D[44]

    proposed = Stage("申报")
    scheduled = Stage("列入议程")
    discussed = Stage("已审议", final=True)
    withdrawn = Stage("已撤回", final=True)

    propose = Step(
        "申报议题",
        (ORGANIC[78].says("讨论决定"), D[25, 1]),
        NEW >> proposed,
        by=BY,
        needs=(Case.topic, Case.meeting, Case.needs_review),
        may=(Case.proposer, Case.draft, Case.no_review_reason, Case.reviewing_organ),
        conditions=(computed(D[25, 1], "不需要合法性审查的写明理由", reason_given),),
        help="重大行政决策、规范性文件、合同有各自的程序，不在此申报。",
    )
    send_to_review = Step(
        "送合法性审查",
        D[25, 1].says("进行合法性审查"),
        proposed,
        by=BY,
        needs=(Case.draft,),
        may=(Case.reviewing_organ, Case.proposer),
        when=needs_review,
        conditions=(computed(D[25, 1], "有审查机关", organ_known),),
        echo=Echo("legality_review.receive", bureau, submission),
        help="不得以征求意见、会签、参加审议等方式代替合法性审查。",
    )
    materials_asked = Step(
        "审查机关要求补充材料", D[26, 1].says("要求补充"), proposed, by=BY, asks=(asking.WHAT,), when=needs_review,
        follows=asking.ASKED, rare=True,
    )  # fmt: skip
    materials_supplied = Step(
        "补充送审材料", D[26, 1].says("要求补充"), proposed, by=BY, may=(Case.draft,), asks=(asking.SUPPLIED,),
        when=asking.asked_since("materials_asked", "materials_supplied"), echo=asking.supplied(next_draft),
        help="材料原件在“登记材料”中补传；补充以后审查机关接着审查。",
    )  # fmt: skip
    review_returned = Step(
        "送审材料被退回", D[26, 1].says("可以退回"), proposed, by=BY, asks=(Input("退回的原因", "long", code="why"),),
        when=needs_review, rare=True,
        follows=Follows(
            "legality_review.send_back",
            data=lambda situation: {"why": situation.record.return_reason},
        ),
        help="补齐材料后再“送合法性审查”，仍是同一件审查。",
    )  # fmt: skip
    reviewed = Step(
        "收到审查意见",
        D[25, 2],
        proposed | scheduled,
        by=BY,
        needs=(Case.review_conclusion,),
        may=(Case.review_number, Case.reviewed_digest, Case.review_opinions),
        when=needs_review,
        follows=Follows("legality_review.opine", fields=opinion),
        help="审查机关在系统内出具意见时自动登记；纸质意见由本机关登记。",
    )
    respond = Step(
        "反馈采纳情况",
        D[28].says("必要的调整或者补充"),
        proposed,
        by=BY,
        needs=(Case.review_opinions,),
        may=(Case.draft,),
        requires=(reviewed,),
        when=needs_review,
        echo=Echo("legality_review.feed_back", bureau, answers),
        help="按审查意见修改上会文本，逐条写明采纳情况。",
    )
    send_again = Step(
        "修改后重新送审",
        D[25, 2],
        proposed,
        by=BY,
        needs=(Case.draft,),
        sets=((Case.review_conclusion, ""), (Case.cleared_digest, "")),
        requires=(reviewed,),
        when=needs_review,
        echo=Echo("legality_review.resubmit", bureau, next_draft),
        help="文本有实质性修改的，重新送审；收到新的意见以前不得列入议程。",
    )
    adoption_confirmed = Step(
        "采纳情况经核对",
        D[28].says("必要的调整或者补充"),
        proposed | scheduled,
        by=BY,
        may=(Case.cleared_digest,),
        when=needs_review,
        follows=Follows(
            "legality_review.confirm_adoption",
            fields=lambda situation: {"cleared_digest": situation.record.final_digest},
        ),
    )
    schedule = Step(
        "列入议程",
        (D[25, 2].says("不得提交"), BUSINESS[63, 2].says("合法性审核"), ORGANIC[78]),
        proposed >> scheduled,
        by=Role.SECRETARY,
        needs=(Case.meeting_on,),
        may=(Case.meeting_number,),
        conditions=(
            computed(D[25, 2].says("不得提交"), "经过合法性审查，可以提交讨论", cleared, when=needs_review),
            judged(
                D[25, 1], "该议题不涉及公民、法人和其他组织权利义务，也不涉及重大行政决策、规范性文件和合同",
                when=lambda situation: not needs_review(situation),
            ),
        ),
    )  # fmt: skip
    defer = Step(
        "暂不列入", ORGANIC[78], scheduled >> proposed, by=BY, rare=True, asks=(Input("原因", "long", code="why"),)
    )
    discuss = Step(
        "登记审议结果",
        ORGANIC[78].says("讨论决定"),
        scheduled >> discussed,
        by=BY,
        needs=(Case.outcome,),
        conditions=(computed(D[25, 2].says("不得提交"), "经过合法性审查，可以提交讨论", cleared, when=needs_review),),
    )
    propose_again = Step(
        "暂缓后再次提请",
        ORGANIC[78],
        discussed >> proposed,
        by=BY,
        may=(Case.draft,),
        sets=((Case.outcome, ""), (Case.meeting_on, None), (Case.meeting_number, "")),
        conditions=(computed(ORGANIC[78], "上次审议结果为暂缓", was_deferred),),
        rare=True,
    )
    withdraw = Step(
        "撤回议题",
        ORGANIC[78],
        (proposed | scheduled) >> withdrawn,
        by=BY,
        rare=True,
        asks=(Input("原因", "long", code="why"),),
    )

    ag_proposed = Count("申报议题", by=(propose,), definition="期内申报的会议议题。")
    ag_reviewed = Count("经审查的议题", by=(reviewed,), definition="期内收到合法性审查意见的议题。")
    ag_scheduled = Count("列入议程的议题", by=(schedule,), definition="期内列入会议议程的议题。")

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The topic."""
        return record.topic or cls.label

    @classmethod
    def counterpart_of(cls, record: Any) -> Any:
        """Who proposed it."""
        return record.proposer
