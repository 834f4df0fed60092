"""Computed conditions of dossier review."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from yifa.areas.enforcement.dossier_review import choices as c
from yifa.areas.enforcement.dossier_review import sampling
from yifa.areas.enforcement.dossier_review.defaults import widest_gap
from yifa.areas.enforcement.dossier_review.sheet import problems_in, sheet_for, total
from yifa.clock.periods import local_day
from yifa.kernel.clocks import clock_of
from yifa.kernel.declare import Test
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar


def place_of(record: Any) -> str:
    """The code of the place of a record; blank in a scenario."""
    return str(record.organ.place.code) if record.organ_id is not None else ""


# --- the batch ------------------------------------------------------------------------------------


def period_sound(situation: Situation) -> str | None:
    """The period ends after it begins, and lies in the past."""
    record = situation.record
    if record.period_from is None or record.period_to is None:
        return None  # a form not yet filled in: what is missing is told by itself
    if record.period_from > record.period_to:
        return "案卷办结日期的起讫颠倒"
    return None if record.period_to < situation.on else f"案卷办结日期止{record.period_to}还没有过去"


def bodies_named(situation: Situation) -> str | None:
    """It says whose dossiers are reviewed, each once."""
    names = [row["organ"] for row in situation.record.bodies]
    if not names:
        return "没有填写被评查机关"
    twice = sorted({name for name in names if names.count(name) > 1})
    return f"被评查机关重复：{'、'.join(twice)}" if twice else None


def digest_given(situation: Situation) -> str | None:
    """What is committed to is a digest, not the secret itself."""
    digest = situation.record.secret_digest
    sound = len(digest) == 64 and all(letter in "0123456789abcdef" for letter in digest)
    return None if sound else "密值摘要应当是64位十六进制数，请用 yifa dossier-draw secret 生成"


def frame_sound(situation: Situation) -> str | None:
    """No dossier stands twice in the list."""
    codes = [row["code"] for row in situation.record.frame]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    return f"案卷目录重复：{'、'.join(twice[:5])}" if twice else None


def frame_there(situation: Situation) -> str | None:
    """There is something to draw from."""
    return None if situation.record.frame else "案卷目录是空的，没有可以抽取的案卷"


def secret_is_committed(situation: Situation) -> str | None:
    """The secret is the one whose digest was published."""
    record = situation.record
    if sampling.digest_of_secret(record.secret) == record.secret_digest:
        return None
    return "密值与承诺时公布的摘要不符，请使用承诺时生成的密值"


def drawn_later(situation: Situation) -> str | None:
    """The draw comes after the day of the commitment: the public value was not known then."""
    frozen = situation.record.frozen_on
    if frozen is None or frozen < situation.on:
        return None
    return f"目录{frozen}才锁定，公开数值应当在承诺之后产生，最早次日抽取"


# --- one dossier ----------------------------------------------------------------------------------


def sheet_filled(scores: str, vetoes: str) -> Test:
    """Every item of the sheet is scored once, within its points, and marked down only with a reason."""

    def test(situation: Situation) -> str | None:
        record = situation.record
        sheet = sheet_for(record.kind, place_of(record))
        found = list(problems_in(sheet, getattr(record, scores), getattr(record, vetoes)))
        return "；".join(found[:6]) or None

    return test


ONE_ONLY = "两名评查员还没有都提交评分"


def both_in(situation: Situation) -> bool:
    """Whether both reviewers have handed in their sheets."""
    return situation.did(situation.procedure.step("score_second"))


def gap(record: Any) -> Decimal:
    """How far the two totals lie apart."""
    return abs(total(record.first_scores) - total(record.second_scores))


def differs(situation: Situation) -> bool:
    """The two reviewers are too far apart, or one sees a fault that fails the dossier and the other does not."""
    record = situation.record
    unlike = set(record.first_vetoes) != set(record.second_vetoes)
    return unlike or gap(record) > widest_gap(situation)


def reconciled(situation: Situation) -> str | None:
    """Where they differ they agreed first; of a single sheet nothing is told."""
    if not both_in(situation):
        return ONE_ONLY
    if not differs(situation) or situation.did(situation.procedure.step("reconcile")):
        return None
    record = situation.record
    if set(record.first_vetoes) != set(record.second_vetoes):
        return "两名评查员认定的否决项不一致，应当会商"
    return f"两名评查员总分相差{gap(record)}分，超过{widest_gap(situation)}分，应当会商"


def must_differ(situation: Situation) -> str | None:
    """They only meet where they differ."""
    if not both_in(situation):
        return ONE_ONLY
    return None if differs(situation) else "两名评查员的评分没有超过差异限度，取平均分，不需要会商"


def objection_answered(situation: Situation) -> str | None:
    """An objection was rechecked."""
    step = situation.procedure.step
    objected, checked = situation.last(step("object")), situation.last(step("recheck"))
    if objected is None or (checked is not None and objected.place < checked.place):
        return None
    return "被评查机关的异议还没有复核"


def objection_open(situation: Situation) -> str | None:
    """There is an objection that was not rechecked."""
    return "没有尚未复核的异议" if objection_answered(situation) is None else None


def change_is_scored(situation: Situation) -> str | None:
    """Whoever gives an objection its due fills in the sheet again."""
    record = situation.record
    if record.recheck in (c.Recheck.UPHELD, c.Recheck.PARTLY) and not record.agreed_scores:
        return "异议成立、部分成立的，应当重新填写会商评分"
    return None


def needs_no_rectification(situation: Situation) -> str | None:
    """Nothing has to be put right."""
    return "案卷存在问题，应当整改" if situation.record.problems else None


def grave(situation: Situation) -> str | None:
    """What goes to supervision is a dossier that failed, or one that was not put right in time."""
    if situation.record.grade == c.Grade.FAIL:
        return None
    clock = clock_of(situation, situation.procedure.limit("rectify_in_time"), current_calendar())
    last = clock.due.judged if clock is not None and clock.due is not None else None
    if last is not None and local_day(last) < situation.on:
        return None
    return "等次不是不合格，整改期限也没有届满，由机关整改，不转监督"
