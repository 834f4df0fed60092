"""What the text of a document itself says of its effect and validity, held against what is recorded of them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from yifa.areas.rulemaking.normative_document.choices import Effect
from yifa.areas.rulemaking.normative_document.validity import last_day
from yifa.kernel.situation import Situation
from yifa.law.numerals import NotANumeral, to_int

_EFFECT: Final = re.compile(
    r"本[\u4e00-\u9fff]{1,4}自(?:(\d{4})年(\d{1,2})月(\d{1,2})日|(?:公布|发布|印发)之日)起(?:施行|实施|执行|生效)"
)
_YEARS: Final = re.compile(r"有效期(?:限)?(?:为|是)?(\d{1,2}|[一二两三四五六七八九十]{1,3})年(?!\d)")


def effect_as_written(situation: Situation) -> str | None:
    """The day of effect is the one the last article names."""
    record = situation.record
    written = [*_EFFECT.finditer(record.text or "")][-1:]
    if not written:
        return None
    told = _day(written[0])
    if told is None:
        return _unlike("自公布之日起施行", record) if record.effect == Effect.DATE else None
    if record.effect == Effect.DATE and record.effective_on in (None, told):
        return None
    return _unlike(f"自{told}起施行", record)


def validity_as_written(situation: Situation) -> str | None:
    """The validity is as long as the text says."""
    record = situation.record
    written = [*_YEARS.finditer(record.text or "")][-1:]
    years = _number(written[0][1]) if written else None
    if not years:
        return None
    effective: date | None = record.effective_on if record.effect == Effect.DATE else None
    if record.valid_until and effective and record.valid_until != last_day(effective, years):
        return f"文本写明有效期{years}年，应当至{last_day(effective, years)}，登记的是至{record.valid_until}"
    if not record.valid_until and record.valid_years and record.valid_years != years:
        return f"文本写明有效期{years}年，登记的是{record.valid_years}年"
    return None


def _day(written: re.Match[str]) -> date | None:
    """The day that is named; None for that of publication, and for one that the calendar has not."""
    try:
        return date(*map(int, written.groups())) if written[1] else None
    except ValueError:
        return None


def _unlike(told: str, record: object) -> str:
    effective = getattr(record, "effective_on", None)
    recorded = f"自{effective}起施行" if getattr(record, "effect", "") == Effect.DATE else "自公布之日起施行"
    return f"文本写明{told}，登记的是{recorded}，应当一致"


def _number(text: str) -> int | None:
    try:
        return to_int(text)
    except NotANumeral:
        return None
