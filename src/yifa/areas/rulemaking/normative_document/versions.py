"""The texts of a document through time (版本): drafts, the published text, and what amendments made of it.

They are read from the events, which keep every text that ever came in, so that the text of any day can be shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from yifa.areas.rulemaking.normative_document.validity import covers
from yifa.kernel.replay import Told, told_of

PUBLISHED, AMENDED = "publish", "amended"


@dataclass(frozen=True)
class Draft:
    """One text that came in with a step, by the date of the step."""

    on: date
    step: str
    text: str


@dataclass(frozen=True)
class Version:
    """One version in force: from its day of effect to the day before the next, or to the end.

    Attributes:
        by: the document that made it, empty for the first.
        until: the last day on which this was the text in force; None while it goes on.
    """

    number: int
    since: date
    published_on: date
    text: str
    by: str = ""
    until: date | None = None

    @property
    def label(self) -> str:
        """公布文本, 第2版."""
        return "公布文本" if self.number == 1 else f"第{self.number}版"


def drafts_of(record: Any) -> list[Draft]:
    """Every text of a document in the order it came in, each once."""
    found: list[Draft] = []
    for event, text in _texts(told_of(record.pk)):
        if text and "text" in _brought(event) and (not found or found[-1].text != text):
            found.append(Draft(event.on, event.step, text))
    return found


def versions_of(record: Any) -> list[Version]:
    """The versions that were or are in force, the first first; none before publication."""
    return told_versions(told_of(record.pk), end_of(record))


def end_of(record: Any) -> date | None:
    """The last day on which it has force, by expiry or by an end that came before; None where none is known."""
    ends = [record.expires_on, record.ended_on and record.ended_on - timedelta(days=1)]
    return min((end for end in ends if end is not None), default=None)


def told_versions(events: Sequence[Told], end: date | None) -> list[Version]:
    """The versions that events tell of a document whose force ends on a day."""
    found: list[Version] = []
    for event, text in _texts(events):
        fields = _brought(event)
        since = fields.get("effective_on" if event.step == PUBLISHED else "amended_on")
        if event.step in (PUBLISHED, AMENDED) and since:
            by = str(event.data.get("inputs", {}).get("through", ""))
            found.append(Version(0, date.fromisoformat(since), event.on, text, by))
    return list(_following(sorted(found, key=lambda v: (v.since, v.published_on)), end))


def _following(versions: list[Version], end: date | None) -> Iterator[Version]:
    for place, version in enumerate(versions):
        later = versions[place + 1].since - timedelta(days=1) if place + 1 < len(versions) else None
        yield replace(version, number=place + 1, until=later if later is not None else end)


def _texts(events: Iterable[Told]) -> Iterator[tuple[Told, str]]:
    """Each event with the text of the document as it was after it."""
    text = ""
    for event in sorted(events, key=lambda told: told.seq):
        text = str(_brought(event).get("text", text))
        yield event, text


def _brought(event: Told) -> dict[str, Any]:
    changed = {name: pair[1] for name, pair in event.data.get("changed", {}).items()}
    return {**event.data.get("fields", {}), **changed}


def text_on(versions: Sequence[Version], day: date) -> Version | None:
    """The version in force on a day; None where the document had no force."""
    return next((version for version in reversed(versions) if covers(version.since, version.until, day)), None)
