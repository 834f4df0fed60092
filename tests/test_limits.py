"""Every declared limit of every version, asked from nothing but a day (已声明的期限逐条试算)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from yifa.clock import Calendar
from yifa.errors import YifaError
from yifa.kernel.clocks import starts_of
from yifa.kernel.declare import PROCEDURES, Limit, Procedure, field_label
from yifa.kernel.limits import compute, usual

DAY = date(2026, 3, 16)


def asked(version: type[Procedure], limit: Limit) -> dict[str, object]:
    """The limit from its start, or from the date it counts back from or ends on, and from nothing else."""
    day = max(DAY, version.since)
    events = dict.fromkeys(starts_of(limit)[:1], day)
    later = [field_label(one) for one in (limit.before, limit.ends_on) if one is not None]
    if limit.before is not None and not limit.since:
        events[version.steps()[0].label] = day
    events |= {label: day + timedelta(days=60) for label in later}
    return compute(f"{version.key}.{limit.code}", events, version.since, allow_provisional=True)


UNTOLD = {
    "contract_obligation.keep_date",
    "reconsideration.perform_in_time",
    "reconsideration_reply.perform_in_time",
    "supervision_case.opinion_in_time",
    "supervision_case.urge_in_time",
    "supervision_decision.answer_in_time",
    "supervision_reply.reply_in_time",
}
"""The periods that a contract, a decision or an instrument sets, which the law does not."""


@pytest.mark.parametrize("version", PROCEDURES.all(), ids=lambda version: f"{version.key}-{version.since}")
def test_a_limit_tells_its_last_day_or_what_the_case_has_to_say_first(version: type[Procedure]) -> None:
    for limit in version.limits():
        if f"{version.key}.{limit.code}" in UNTOLD:
            assert usual(version, limit) is None
            with pytest.raises(YifaError, match=r"没有(写明|以日数载明)"):
                asked(version, limit)
        else:
            assert asked(version, limit)["explanation"], limit.code


def test_what_a_contract_has_not_agreed_is_asked_for_by_its_name() -> None:
    with pytest.raises(YifaError, match="案件还没有写明“约定日期”，无法计算，请补上"):
        compute("contract_obligation.keep_date", {"约定日期的起算": DAY}, calendar=Calendar.load())


def test_the_date_a_limit_ends_on_is_asked_for_where_only_its_start_is_given() -> None:
    with pytest.raises(YifaError, match="没有给出“有效期最后一日”，请一并给出，写作 有效期最后一日=日期"):
        compute("normative_document.validity", {"公布": date(2024, 4, 1)})
    with pytest.raises(YifaError, match="没有给出起算事由，应给出以下之一：公布"):
        compute("normative_document.validity", {"有效期最后一日": date(2029, 3, 31)})
