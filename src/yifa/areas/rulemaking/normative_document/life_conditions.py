"""Computed conditions on a document in force."""

from __future__ import annotations

from datetime import timedelta

from yifa.areas.rulemaking.normative_document.choices import Evaluation, HowEnded
from yifa.areas.rulemaking.normative_document.defaults import DEFAULTS
from yifa.areas.rulemaking.normative_document.validity import last_day
from yifa.kernel.situation import Situation


def evaluated_to_keep(situation: Situation) -> str | None:
    """The evaluation says that it goes on."""
    record = situation.record
    if record.evaluation == Evaluation.KEEP:
        return None
    return f"评估结论为“{record.get_evaluation_display() or '未填写'}”，不能延长有效期"


def still_valid(situation: Situation) -> str | None:
    """What has expired cannot be prolonged."""
    end = situation.record.expires_on
    if end is None:
        return "文件没有规定有效期，不需要延长"
    return f"有效期已于{end}届满，文件已经失效，应当重新制定" if situation.on > end else None


def prolonged(situation: Situation) -> str | None:
    """The longer validity is longer."""
    record = situation.record
    if record.valid_until is None or record.expires_on is None or record.valid_until > record.expires_on:
        return None
    return f"延长后的日期应当晚于原有效期最后一日{record.expires_on}"


def prolonged_within(situation: Situation) -> str | None:
    """What is added is not over the longest; it begins on the day after the last one, which counts (C10)."""
    record = situation.record
    if record.valid_until is None or record.expires_on is None:
        return None
    longest = DEFAULTS.number("trial_years" if record.trial else "validity_years", situation)
    latest = last_day(record.expires_on + timedelta(days=1), longest)
    return None if record.valid_until <= latest else f"一次延长最长{longest}年，最晚至{latest}"


def ended_by_repeal(situation: Situation) -> str | None:
    """This step is for repeal and replacement only."""
    fits = situation.record.ended_how in (HowEnded.REPEALED, HowEnded.REPLACED)
    return None if fits else "失去效力的方式应当填写“废止”或者“被新文件替代”"


def ends_from_now(situation: Situation) -> str | None:
    """Nothing is repealed backward."""
    end = situation.record.ended_on
    return f"失去效力之日{end}早于本日{situation.on}，废止不溯及既往" if end and end < situation.on else None
