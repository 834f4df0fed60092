"""Whether the counsel named in a review may give an opinion (法律顾问、公职律师出具意见的条件)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yifa.areas.rulemaking.counsel.models import Counsel
from yifa.areas.rulemaking.legality_review.counsel_ledger import counsel_named, day_of
from yifa.kernel.situation import Situation


def _rows(situation: Situation) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in situation.record.counsel_opinions:
        yield str(row.get("counsel", "")).strip(), row


def _found(situation: Situation, number: str) -> Counsel | None:
    organ = situation.record.organ
    return counsel_named(organ, number) if getattr(organ, "pk", None) is not None else None


def counsel_known(situation: Situation) -> str | None:
    """Every counsel stands in the book of the reviewing organ or of its government, so that the service is counted."""
    if getattr(situation.record.organ, "pk", None) is None:  # a jurist's scenario: there are no books
        return None
    unknown = sorted({number for number, _ in _rows(situation) if _found(situation, number) is None})
    if not unknown:
        return None
    return (
        f"法律顾问聘任台账中没有编号“{'、'.join(unknown)}”，这次意见不能自动记入服务台账；"
        "请核对编号，或者先登记聘任；临时聘请的说明理由"
    )


def counsel_in_term(situation: Situation) -> str | None:
    """Counsel gives opinions within the term of engagement only, by the day of each opinion."""
    for number, row in _rows(situation):
        counsel, on = _found(situation, number), day_of(row) or situation.on
        if counsel is not None and not counsel.term_start <= on <= counsel.term_end:
            return (
                f"顾问{number}的聘期为{counsel.term_start}至{counsel.term_end}，{on}不在聘期内；"
                "已经续聘的，请先登记新聘期并改用新编号"
            )
    return None


def counsel_dated(situation: Situation) -> str | None:
    """The day of an opinion is a day, and not after the one on which it is recorded."""
    if getattr(situation.record.organ, "pk", None) is None:
        return None
    for number, row in _rows(situation):
        on = day_of(row)
        if on is None:
            return f"顾问{number}的意见日期“{row.get('on', '')}”不是日期，请写成 2025-03-05"
        if on > situation.on:
            return f"顾问{number}的意见日期{on}晚于办理日期{situation.on}"
    return None
