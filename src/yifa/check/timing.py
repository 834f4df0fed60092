"""What the rules on procedure and time share: when a draft takes effect, when it is dated, where its last words are."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date

from yifa.check.draft import Draft
from yifa.check.model import DraftKind, Hit
from yifa.law.numerals import NotANumeral, to_int

START = re.compile(r"[自从][^。；]{1,30}?起[^。；，]{0,4}?(?:施行|实施|执行|生效|试行)")
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_SIGNED = re.compile(r"^[ \t\u3000]*(\d{4})年(\d{1,2})月(\d{1,2})日[ \t\u3000]*$", re.MULTILINE)
_LEAST_ARTICLES = 3


def is_whole(draft: Draft) -> bool:
    """Whether it is a whole normative document with numbered articles, so that what is missing is missing."""
    return draft.kind is DraftKind.NORMATIVE and len(draft.outline.articles) >= _LEAST_ARTICLES


def last_article(draft: Draft) -> tuple[int, int]:
    """The first line of the last article, where what is missing at the end would stand."""
    start, end = draft.outline.articles[-1]
    line = draft.text.find("\n", start, end)
    return start, line if line > 0 else end


def whole_hit(draft: Draft, message: str | None = None) -> Hit:
    """A hit on the first statement, for what concerns the draft as a whole."""
    first = draft.statements[0] if draft.statements else None
    return Hit(first.start, first.end, message) if first else Hit(0, min(len(draft.text), 1), message)


def starts(draft: Draft) -> Iterator[re.Match[str]]:
    """Where the draft says when it takes effect."""
    return START.finditer(draft.masked)


def day_in(text: str) -> date | None:
    """The first day written in full in a text."""
    found = _DAY.search(text)
    return _day(found) if found else None


def dated(draft: Draft) -> date | None:
    """The day of publication of the metadata, else the date under the text."""
    given = draft.facts.get("published_on")
    if isinstance(given, str) and given:
        try:
            return date.fromisoformat(given)
        except ValueError:
            return None
    signed = list(_SIGNED.finditer(draft.text))
    return _day(signed[-1]) if signed else None


def number(text: str) -> int | None:
    """A numeral, Chinese or Arabic; None where it is none."""
    try:
        return to_int(text)
    except NotANumeral:
        return None


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def text_hash(text: str) -> str:
    """SHA-256 of a text without its blanks, by which a review names the text it has seen."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()
