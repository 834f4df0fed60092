"""Several bodies entered one enterprise within a short time without coming together (repeated_visits)."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from yifa.areas.enforcement.bases import ENVIRONMENT, VISITS
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import CHUNK


class _Visit(NamedTuple):
    pk: int
    organ: int
    short: str
    on: date


def _find(look: Look) -> Iterator[Found]:
    rows = look.cases("inspection").filter(mode="onsite", visited_on__isnull=False, joint_with=[])
    rows = rows.exclude(object_code="").exclude(kind="service").order_by("object_code", "visited_on", "pk")
    fields = ("object_code", "pk", "organ_id", "organ__short_name", "visited_on")
    for code, group in groupby(rows.values_list(*fields).iterator(chunk_size=CHUNK), key=lambda row: str(row[0])):
        yield from _crowded(look, code, [_Visit(*row[1:]) for row in group])


def _crowded(look: Look, code: str, visits: list[_Visit]) -> Iterator[Found]:
    """The visit that makes it too many bodies within the span; a new crowd begins after it."""
    span, most = timedelta(look.number("visit_span")), look.number("visit_bodies")
    near: deque[_Visit] = deque()
    for visit in visits:
        near.append(visit)
        while near[0].on < visit.on - span:
            near.popleft()
        bodies = {each.organ: each.short for each in near}
        if len(bodies) >= most:
            days = (visit.on - near[0].on).days
            text = (
                f"{near[0].on}至{visit.on}（{days}日内），{'、'.join(bodies.values())}分别入企检查同一对象"
                f"共{len(near)}次，没有合并或者联合。"
            )
            yield Found(f"case:{visit.pk}", visit.organ, text, visit.on, visit.pk, rows=tuple(v.pk for v in near))
            near.clear()


CLUE = Clue(
    code="repeated_visits", label="多头、重复检查", basis=(ENVIRONMENT[54, 1], VISITS),
    looks_at="各机关入企检查同一对象的日期（联合、合并检查和非执法走访不计）", severity=Severity.PLAIN, find=_find,
    reads=("inspection",), act_kind="inspection", thresholds=("visit_span", "visit_bodies"),
)  # fmt: skip
