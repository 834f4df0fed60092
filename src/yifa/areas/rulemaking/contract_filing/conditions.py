"""Computed conditions of the filing of contracts: None where met, otherwise why not, in Chinese."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.rulemaking.contract_acts import LOCAL
from yifa.areas.rulemaking.government_contract.defaults import DEFAULTS as CONTRACTS
from yifa.areas.rulemaking.legality_review.drafts import digest_of
from yifa.clock import Roll, days, due, working_days
from yifa.clock.periods import local_day
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar


def filer_named(situation: Situation) -> str | None:
    """It is known who filed it."""
    record = situation.record
    return None if record.filer is not None or record.filer_name else "未填写报备单位"


def unreviewed_said(situation: Situation) -> str | None:
    """A contract that was signed without its review is not passed without a word."""
    record = situation.record
    if record.reviewed_before or record.review_number:
        return None
    return "报备材料没有合法性审查意见，应当提出备案审查意见，或者说明依本级规定不需要审查"


def text_as_reviewed(situation: Situation) -> str | None:
    """The text that was signed is the one that was reviewed, where both are in the books."""
    record = situation.record
    if not (record.text and record.reviewed_digest) or digest_of(record.text) == record.reviewed_digest:
        return None
    return "报备的合同文本与经过合法性审查的文本不一致"


def filed_late(record: Any, on: date) -> bool:
    """Whether the contract came in after the time that the place gives for filing."""
    if record.signed_on is None or record.returned_once:
        return bool(record.late)
    choices = CONTRACTS.at(record.organ.place.code) if record.organ_id is not None else CONTRACTS
    amount = choices.number("filing_days")
    period = working_days(amount, LOCAL) if choices.flag("filing_in_working_days") else days(amount, LOCAL)
    last = due(record.signed_on, period, calendar=current_calendar(), roll=Roll.NEXT, allow_provisional=True).judged
    return last is not None and on > local_day(last)
