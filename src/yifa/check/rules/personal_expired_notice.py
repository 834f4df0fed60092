"""A public notice with personal data is still online after its term (PII-009)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import ALL_KINDS, Example, Rule
from yifa.check.timing import day_in, whole_hit
from yifa.law import act

_TERM = re.compile(r"公示(?:期|时间|日期)[^。\n]{0,40}?(?:至|到|—|-|－|～)\s*(?P<end>\d{4}年\d{1,2}月\d{1,2}日)")


def _look(draft: Draft) -> Iterator[Hit]:
    facts = draft.facts
    still_there = facts.get("online") is True or ("unpublished_on" in facts and not facts["unpublished_on"])
    end = _end(draft)
    if facts.get("contains_personal") and still_there and end and end < draft.at:
        yield whole_hit(draft, f"公示期到{end}已满，含个人信息的名单还没有撤下。")


def _end(draft: Draft) -> date | None:
    """The last day of the notice: of the metadata, else of the text."""
    given = draft.facts.get("publicity_end")
    if isinstance(given, str) and given:
        try:
            return date.fromisoformat(given)
        except ValueError:
            return None
    found = _TERM.search(draft.text)
    return day_in(found["end"]) if found else None


RULE = Rule(
    id="PII-009",
    group=Group.PERSONAL,
    severity=Severity.INFO,
    summary="公示期满，含个人信息的名单没有撤下",
    basis=(
        act("个人信息保护法")[19],
        act("个人信息保护法")[47],
    ),
    suggestion="撤下或者删去个人信息，并设定下架日期",
    look=_look,
    fires=(
        Example("名单公示。", {"contains_personal": True, "publicity_end": "2024-05-07", "online": True}),
        Example("名单公示。", {"contains_personal": True, "publicity_end": "2024-05-07", "unpublished_on": None}),
        Example("公示期自2026年1月5日至2026年1月11日。", {"contains_personal": True, "online": True}),
        Example("公示时间：2026年1月5日—2026年1月11日。", {"contains_personal": True, "unpublished_on": ""}),
        Example("低保名单。", {"contains_personal": True, "publicity_end": "2026-11-21", "online": True}),
    ),
    silent=(
        Example(
            "名单公示。", {"contains_personal": True, "publicity_end": "2024-05-07", "unpublished_on": "2024-05-08"}
        ),
        Example("名单公示。", {"contains_personal": True, "publicity_end": "2027-05-07", "online": True}),
        Example("规划公示。", {"contains_personal": False, "publicity_end": "2024-05-07", "online": True}),
        Example("名单公示。", {"contains_personal": True, "publicity_end": "2024-05-07"}),
        "公示期自2026年1月5日至2026年1月11日。",
    ),
    kinds=ALL_KINDS,
)
