"""Computed conditions of a review."""

from __future__ import annotations

from yifa.areas.rulemaking.legality_review import choices as c
from yifa.areas.rulemaking.legality_review.adoption import Trace, Tracing, traced
from yifa.areas.rulemaking.legality_review.materials import incomplete
from yifa.clock.periods import local_day
from yifa.kernel.clocks import clock_of
from yifa.kernel.declare import Test
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar
from yifa.text.compare import substantive


def is_decision(situation: Situation) -> bool:
    """The matter is a major decision."""
    return bool(situation.record.target_type == c.TargetType.DECISION)


def is_document(situation: Situation) -> bool:
    """The matter is a normative document."""
    return bool(situation.record.target_type == c.TargetType.DOCUMENT)


def is_contract(situation: Situation) -> bool:
    """The matter is a contract or an administrative agreement."""
    return situation.record.target_type in (c.TargetType.CONTRACT, c.TargetType.AGREEMENT)


def is_other(situation: Situation) -> bool:
    """The matter is none of these: of a township, a topic, a village rule or something else."""
    return not (is_decision(situation) or is_document(situation) or is_contract(situation))


def accepted(situation: Situation) -> bool:
    """The submission was found complete and accepted."""
    return situation.did(situation.procedure.step("accept"))


def urgent_explained(situation: Situation) -> str | None:
    """Whoever hurries says why."""
    record = situation.record
    return "标明紧急制定的，应当写明理由" if record.urgent and not record.urgent_reason else None


def materials_complete(situation: Situation) -> str | None:
    """Every material that the type of matter asks for is there."""
    record = situation.record
    lacking = incomplete(record.target_type, record.materials)
    return f"送审材料不齐，缺少：{'、'.join(lacking)}" if lacking else None


def counsel_heard(situation: Situation) -> str | None:
    """Counsel or a public lawyer gave an opinion on the text of this round."""
    step = situation.procedure.step
    advised, begun = situation.last(step("advise")), situation.last(step("accept"), step("resubmit"))
    if advised is not None and (begun is None or begun.place < advised.place):
        return None
    return "尚未组织法律顾问、公职律师对本次送审的文本提出法律意见"


def reviewers_named(situation: Situation) -> str | None:
    """Somebody who did not withdraw leads the review."""
    active = [row for row in situation.record.reviewers if not row.get("recused")]
    return None if active else "没有可以办理的审查人员，全部已经回避"


def findings_dealt_with(situation: Situation) -> str | None:
    """Every finding of the checker was accepted or rejected with a reason; information may be left."""
    open_, bare = [], []
    for number, row in enumerate(situation.record.findings, 1):
        verdict = row.get("verdict") or c.Verdict.PENDING
        if verdict == c.Verdict.PENDING and row.get("severity") != "info":
            open_.append(number)
        elif verdict == c.Verdict.REJECTED and not row.get("reason"):
            bare.append(number)
    if open_:
        return f"系统检查意见第{_list(open_)}条尚未处理"
    return f"系统检查意见第{_list(bare)}条不采纳，没有写明理由" if bare else None


def conclusion_fits(situation: Situation) -> str | None:
    """The conclusion agrees with the opinions on which it rests."""
    record = situation.record
    weights = {row.get("severity") for row in record.opinions if _of_this_round(row, record)}
    if record.conclusion == c.Conclusion.LEGAL and c.Weight.MUST in weights:
        return "有“必须修改”的审查意见，结论不能是“合法”"
    if record.conclusion == c.Conclusion.REVISE and not weights & {c.Weight.MUST, c.Weight.SHOULD}:
        return "结论为“应予修改”的，应当至少有一条必须修改或者建议修改的意见"
    if record.conclusion in (c.Conclusion.ILLEGAL, c.Conclusion.OUT_OF_SCOPE) and not record.conclusion_text:
        return "应当在“结论说明”中写明理由"
    return None


def risk_only_for_reforms(situation: Situation) -> str | None:
    """Risk is disclosed only for a decision on a reform the state has not yet regulated (决策条例 25②)."""
    record = situation.record
    if record.conclusion != c.Conclusion.RISK:
        return None
    if not (is_decision(situation) and record.exploratory):
        return "“明示法律风险”只适用于国家尚无明确规定的探索性改革决策事项"
    return None if record.risk_note else "应当写明法律风险"


def verified_since_drafted(situation: Situation) -> str | None:
    """The opinion of this round was checked by a second person after it was last changed."""
    drafted = situation.last(situation.procedure.step("propose"))
    verified = situation.last(situation.procedure.step("verify"))
    again = situation.last(situation.procedure.step("resubmit"))
    if drafted is None or (again is not None and drafted.place < again.place):
        return "重新送审后尚未拟定审查意见"
    if verified is None or verified.place < drafted.place:
        return "拟定的审查意见尚未复核"
    return "复核意见为退回修改，请修改后重新拟定" if verified.data.get("verdict") == "return" else None


def time_was_given(code: str) -> Test:
    """The minimum time of a limit is over on the day of the step."""

    def test(situation: Situation) -> str | None:
        limit = situation.procedure.limit(code)
        clock = clock_of(situation, limit, current_calendar())
        if clock is None or not clock.open:
            return None
        if clock.due.judged is None:
            return f"“{limit.label}”正在中止"
        last = local_day(clock.due.judged)
        if situation.on >= last:
            return None
        return f"{limit.label}一般不少于{limit.length(situation)}，自{clock.since}起至{last}；在此之前办理应当说明理由"

    return test


def decides_lawfully(situation: Situation) -> bool:
    """A decision within the scope of review: its time and counsel's opinion are required."""
    return is_decision(situation) and situation.record.conclusion != c.Conclusion.OUT_OF_SCOPE


def no_other_change(situation: Situation) -> str | None:
    """A text on which no change was asked for goes on as it was reviewed."""
    record = situation.record
    asked = any(
        row.get("severity") in (c.Weight.MUST, c.Weight.SHOULD) and _of_this_round(row, record)
        for row in record.opinions
    )
    if asked or not (record.draft and record.final_draft) or not substantive(record.draft, record.final_draft):
        return None
    return "审查没有要求修改，而文本已有实质性修改，应当重新送审"


def all_answered(situation: Situation) -> str | None:
    """The submitter answered every opinion, and gave reasons where it did not follow."""
    return unanswered(situation.record.opinions)


def unanswered(rows: list[dict[str, str]]) -> str | None:
    """Which opinions were not answered, or not followed without a reason; None where all is said."""
    blank = c.Adoption.PENDING, "", None
    open_ = [row["seq"] for row in rows if row.get("adopt_status") in blank and row.get("severity") != c.Weight.NOTE]
    if open_:
        return f"审查意见第{'、'.join(map(str, open_))}条没有反馈采纳情况"
    unfounded = [
        row["seq"] for row in rows
        if row.get("adopt_status") in (c.Adoption.NONE, c.Adoption.PARTIAL) and not row.get("reason_if_not")
    ]  # fmt: skip
    return f"审查意见第{'、'.join(map(str, unfounded))}条没有全部采纳，应当说明理由" if unfounded else None


def goes_on(situation: Situation) -> bool:
    """The matter may go on, so that its opinions have to be answered."""
    return situation.record.conclusion not in (c.Conclusion.ILLEGAL, c.Conclusion.OUT_OF_SCOPE)


def must_be_adopted(situation: Situation) -> str | None:
    """What this round said must be changed was changed; otherwise the matter is reviewed again."""
    record, adopted = situation.record, (c.Adoption.FULL, c.Adoption.PARTIAL)
    refused = [
        row["seq"] for row in record.opinions
        if row.get("severity") == c.Weight.MUST and row.get("adopt_status") not in adopted
        and _of_this_round(row, record)
    ]  # fmt: skip
    if not refused:
        return None
    return f"“必须修改”的审查意见第{'、'.join(map(str, refused))}条没有采纳，应当重新送审"


def _tracing(situation: Situation) -> Tracing | None:
    """The opinions of this round held against both texts; None where one of them is not in the books."""
    record = situation.record
    if not (record.draft and record.final_draft):
        return None
    return traced([row for row in record.opinions if _of_this_round(row, record)], record.draft, record.final_draft)


def adopted_in_text(situation: Situation) -> str | None:
    """What is said to be adopted was changed in the text that goes on, as far as an opinion names an article."""
    tracing = _tracing(situation)
    left = [one for one in tracing.opinions if one.trace is Trace.UNTOUCHED] if tracing else []
    if not left:
        return None
    told = "；".join(f"第{one.seq}条意见反馈为采纳，定稿{'、'.join(one.untouched)}没有改动" for one in left)
    return f"{told}。请退回修改；修改在其他条文中的说明理由"


def nothing_beyond(situation: Situation) -> str | None:
    """No article changed in substance that no opinion asked to change."""
    tracing = _tracing(situation)
    if tracing is None or not tracing.beyond:
        return None
    return (
        f"{'、'.join(tracing.beyond[:6])}有实质性修改，审查意见没有提到，应当重新送审；属于采纳意见的连带修改的说明理由"
    )


def _of_this_round(row: dict[str, object], record: object) -> bool:
    return str(row.get("round") or 1) == str(getattr(record, "round", 1))


def _list(numbers: list[int]) -> str:
    return "、".join(str(number) for number in numbers)
