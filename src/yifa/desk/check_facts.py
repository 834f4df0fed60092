"""What the text of a draft cannot tell (程序信息), asked for on the page 检查文件; what is left blank is not judged."""

from __future__ import annotations

import json
from typing import Any, Final

from django.http import QueryDict

from yifa.errors import YifaError

UNKNOWN: Final = ("", "不填（不判断）")
FIELDS: Final[tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]] = (
    ("impact", "影响企业等市场主体", (UNKNOWN, ("yes", "影响"), ("no", "不影响"))),
    ("legal_review", "合法性审查", (UNKNOWN, ("legal", "已审查，合法"), ("none", "还没有审查"))),
    ("meeting", "集体审议", (UNKNOWN, ("done", "已审议"), ("none", "还没有审议"))),
    (
        "fcr",
        "公平竞争审查",
        (UNKNOWN, ("no_restriction", "已审查，可以出台"), ("not_applicable", "不需要审查"), ("none", "还没有审查")),
    ),
)
"""Name, label and choices of each select. `none` is known to be missing, which the rules hold against the draft."""
_MOST: Final = 20_000


def facts_of(sent: QueryDict) -> dict[str, Any]:
    """The facts of a draft: `facts`, the `metadata` of a NAME.meta.json, or else what the form asked.

    Raises:
        YifaError: no JSON object, or a number of days that is none.
    """
    written = sent.get("facts", "").strip()
    return _read(written) if written else _asked(sent)


def _read(written: str) -> dict[str, Any]:
    try:
        facts = json.loads(written) if len(written) <= _MOST else None
    except (json.JSONDecodeError, RecursionError):
        facts = None
    if not isinstance(facts, dict):
        raise YifaError('程序信息（facts）应当是一个 JSON 对象，例如 {"solicit": {"days": 30}}。请改正。')
    return facts


def _asked(sent: QueryDict) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for name, _, choices in FIELDS:
        value = sent.get(name, "")
        if value in {code for code, _ in choices if code}:
            facts[name] = _fact(name, value)
    days = sent.get("days", "").strip()
    if days:
        if not (days.isascii() and days.isdigit() and len(days) < 5):
            raise YifaError(f"征求意见的天数“{days[:20]}”不是整数。没有征求意见的填0，不清楚的留空。")
        facts["solicit"] = {"days": int(days)} if int(days) else None
    return facts


def _fact(name: str, value: str) -> Any:
    if name == "impact":
        return ["market_entity"] if value == "yes" else []
    if value == "none":
        return None
    return {"type": "standing"} if name == "meeting" else {"conclusion": value}
