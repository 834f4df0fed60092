"""A daily inspection of an item that is to be drawn at random did not come out of a draw (no_draw)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from yifa.areas.enforcement.bases import ENVIRONMENT
from yifa.law import act
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases


def _find(look: Look) -> Iterator[Found]:
    listed: dict[tuple[int, str], list[Any]] = defaultdict(list)
    items = look.entries("inspection_item").filter(random=True, exempt=False)
    for organ, code, since, ended in items.values_list("organ_id", "item_code", "listed_on", "ended_on"):
        listed[organ, code].append((since, ended))
    rows = look.cases("inspection").filter(kind="daily", visited_on__isnull=False, draw_number="")

    def explain(row: Mapping[str, Any]) -> str | None:
        codes = [str(item.get("item_code") or "") for item in row["items"] or []]
        drawn = [
            code for code in codes
            if any(since <= row["visited_on"] and (ended is None or row["visited_on"] < ended)
                   for since, ended in listed.get((row["organ_id"], code), []))
        ]  # fmt: skip
        if not drawn:
            return None
        return f"{row['visited_on']}日常检查事项{'、'.join(drawn)}列为双随机，检查对象不是抽取产生的。"

    return of_cases(rows, "items", explain=explain, dated="visited_on")


CLUE = Clue(
    code="no_draw", label="应当双随机而没有抽取", basis=(ENVIRONMENT[54, 1], act("民营经济促进法")[52, 2]),
    looks_at="日常检查的事项、双随机批次；检查事项清单", severity=Severity.PLAIN, find=_find,
    reads=("inspection", "inspection_item"), act_kind="inspection",
)  # fmt: skip
