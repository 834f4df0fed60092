"""Guards and computed conditions of a legal review."""

from __future__ import annotations

from yifa.areas.enforcement.decision_review import choices as c
from yifa.areas.enforcement.decision_review.defaults import DEFAULTS
from yifa.areas.enforcement.decision_review.materials import incomplete
from yifa.kernel.situation import Situation


def of_penalty(situation: Situation) -> bool:
    """A penalty is proposed."""
    return bool(situation.record.act_kind == c.ActKind.PENALTY)


def triggers_said(situation: Situation) -> str | None:
    """Why it is submitted is said; a hearing that took place is one of the reasons."""
    record = situation.record
    said = {row.get("trigger") for row in record.triggers}
    if not said:
        return "没有填写“送审情形”"
    if record.heard and of_penalty(situation) and c.Trigger.HEARD not in said:
        return f"本案经过听证程序，送审情形应当包括“{c.Trigger.HEARD.label}”"
    return None


def materials_complete(situation: Situation) -> str | None:
    """Every material that the kind of act asks for is there."""
    record = situation.record
    lacking = incomplete(record.act_kind, record.materials)
    if record.heard:
        states = {row.get("item"): row.get("state") for row in record.materials}
        lacking += [
            str(item) for item, state in states.items()
            if item and str(item).startswith("听证笔录") and state != c.Presence.PRESENT and item not in lacking
        ]  # fmt: skip
    return f"送审材料不齐，缺少：{'、'.join(lacking)}" if lacking else None


def reviewer_qualified(situation: Situation) -> str | None:
    """Who reviews penalties for the first time has passed the national examination."""
    record = situation.record
    every = DEFAULTS.flag("first_time_all_acts", situation)
    if not record.first_time or record.qualification_no or not (of_penalty(situation) or every):
        return None
    return f"{record.reviewer}初次从事法制审核，没有填写法律职业资格证号；应当由取得法律职业资格的人员审核"


def reviewer_not_officer(situation: Situation) -> str | None:
    """Nobody reviews their own case."""
    record = situation.record
    if not DEFAULTS.flag("reviewer_not_officer", situation):
        return None
    names = {str(row.get("name") or "").strip() for row in record.officers}
    return f"{record.reviewer}是本案执法人员，不得审核本案" if record.reviewer.strip() in names - {""} else None


def every_point(situation: Situation) -> str | None:
    """All nine points were looked at, and what is wrong is said."""
    found = {row.get("point"): row for row in situation.record.points}
    open_ = [point.label for point in c.Point if not (found.get(point.value) or {}).get("finding")]
    if open_:
        return f"以下项目没有审核意见：{'、'.join(open_)}"
    bare = [
        c.Point(point).label for point, row in found.items()
        if row["finding"] != c.Finding.OK and not row.get("text")
    ]  # fmt: skip
    return f"“{'”“'.join(bare)}”应当写明具体意见和依据" if bare else None


def result_fits(situation: Situation) -> str | None:
    """The result agrees with the findings on the points."""
    record = situation.record
    found = record.findings
    if record.result == c.Result.PASS and found - {c.Finding.OK}:
        return "有应当修改或者有严重问题的项目，结论不能是“审核通过”"
    if record.result == c.Result.CHANGES and c.Finding.FATAL in found:
        return "有严重问题的项目，结论应为“审核不通过”"
    if record.result == c.Result.CHANGES and c.Finding.CHANGE not in found:
        return "结论为“修改后通过”的，应当至少有一个应当修改的项目"
    if record.result == c.Result.REJECT and not record.result_text:
        return "审核不通过的，应当在“结论说明”中写明理由"
    return None


def to_change(situation: Situation) -> bool:
    """Something has to be changed before it passes."""
    return bool(situation.record.result == c.Result.CHANGES)


def not_passed(situation: Situation) -> bool:
    """It did not pass as it was."""
    return situation.record.result in (c.Result.CHANGES, c.Result.REJECT)


def answered(situation: Situation) -> str | None:
    """What became of every point to change is said."""
    bare = [
        c.Point(row["point"]).label for row in situation.record.points
        if row.get("finding") != c.Finding.OK and not row.get("answer")
    ]  # fmt: skip
    return f"“{'”“'.join(bare)}”没有填写采纳情况" if bare else None


def cleared(situation: Situation) -> str | None:
    """The decision passed review, with its changes checked where there were any."""
    record = situation.record
    if record.result == c.Result.REJECT:
        return "法制审核不通过，不得作出决定；修改后可以重新送审"
    if record.cleared_on is None:
        return "修改情况尚未经审核人员核对"
    return None
