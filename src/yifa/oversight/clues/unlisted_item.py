"""An inspection of something that the organ's published list does not have (unlisted_item)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from yifa.areas.enforcement.bases import SUPERVISION, VISITS
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases


def _find(look: Look) -> Iterator[Found]:
    listed: dict[tuple[int, str], list[Any]] = {}
    for organ, code, published, ended in look.entries("inspection_item").values_list(
        "organ_id", "item_code", "published_on", "ended_on"
    ):
        listed.setdefault((organ, code), []).append((published, ended))

    def open_on(organ: int, code: str, day: Any) -> bool:
        spans = listed.get((organ, code), [])
        return any(published and published <= day and (ended is None or day < ended) for published, ended in spans)

    def explain(row: Mapping[str, Any]) -> str | None:
        codes = [str(item.get("item_code") or "") for item in row["items"] or []]
        bad = [code for code in codes if code and not open_on(row["organ_id"], code, row["visited_on"])]
        if not codes:
            return f"{row['visited_on']}检查，没有写明检查事项。"
        return f"{row['visited_on']}检查的事项{'、'.join(bad)}当日不在本机关公布的清单内。" if bad else None

    rows = look.cases("inspection").filter(visited_on__isnull=False).exclude(kind="service")
    return of_cases(rows, "items", explain=explain, dated="visited_on")


CLUE = Clue(
    code="unlisted_item", label="清单外检查", basis=(VISITS, SUPERVISION[17, 1]),
    looks_at="检查案件的事项编码、检查日期；检查事项清单的公布和取消日期", severity=Severity.GRAVE, find=_find,
    reads=("inspection", "inspection_item"), act_kind="inspection", problem="procedure",
)  # fmt: skip
