"""Checking all that is kept against what proves it (校验): chains, records, clocks, documents, public copies, anchors.

Each finding names the case, what was recorded and what was found. A chain proves the events; the events prove the
record; the digests in them prove the files and the public copies; the anchors prove the chains.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from yifa.clock import ClockError
from yifa.errors import YifaError
from yifa.kernel import chain
from yifa.kernel.chain import Broken
from yifa.kernel.declare import Procedure
from yifa.kernel.engine import closing_of
from yifa.kernel.filling import as_stored
from yifa.kernel.models import Case, Clock, Event, EventKind, Paper, Published
from yifa.kernel.reckon import COLUMNS, fresh_rows
from yifa.kernel.replay import Told, fields_told, handler_told, happened, records_of, told_by, valid
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar
from yifa.papers import store

BATCH = 200


def verify_everything() -> Iterator[Broken]:
    """Every finding over all cases, in the order of their keys."""
    cases = Case._base_manager.order_by("pk")
    for batch in _batches(cases.iterator(BATCH)):
        yield from _verify_batch(batch)


def _batches(cases: Iterable[Case]) -> Iterator[list[Case]]:
    for _, group in groupby(enumerate(cases), key=lambda numbered: numbered[0] // BATCH):
        yield [case for _, case in group]


def _verify_batch(cases: list[Case]) -> Iterator[Broken]:
    keys = [case.pk for case in cases]
    events = _by_case(Event._base_manager.filter(case_id__in=keys).order_by("case_id", "seq"))
    papers = _by_case(Paper._base_manager.filter(case_id__in=keys).order_by("pk"))
    copies = _by_case(Published._base_manager.filter(case_id__in=keys).order_by("pk"))
    clocks = _by_case(Clock._base_manager.filter(case_id__in=keys).order_by("pk"))
    records = records_of(cases)
    for case in cases:
        own = events.get(case.pk, [])
        found = list(chain.verify_case(case, own))
        yield from found
        yield from _papers(case, own, papers.get(case.pk, []))
        yield from _copies(case, own, copies.get(case.pk, []))
        if not found:  # what a broken chain tells proves nothing
            yield from _record(case, records.get(case.pk), own, clocks.get(case.pk, []))


def _by_case(rows: Iterable[Any]) -> dict[int, list[Any]]:
    grouped: dict[int, list[Any]] = {}
    for row in rows:
        grouped.setdefault(row.case_id, []).append(row)
    return grouped


def _name(case: Case) -> str:
    return str(case) or f"案件{case.pk}"


def _record(case: Case, record: Any, events: list[Event], clocks: list[Clock]) -> Iterator[Broken]:
    if record is None:
        yield Broken(_name(case), None, f"“{case.declaration.label}”的登记事项缺失（数据被删除）")
        return
    told = valid([told_by(event) for event in events])
    procedure: type[Procedure] = case.declaration
    situation = Situation(procedure, record, happened(told, procedure))
    yield from _fields(case, record, told)
    yield from _columns(case, situation, told, events)
    yield from _clocks(case, record, situation, clocks)


def _fields(case: Case, record: Any, told: list[Told]) -> Iterator[Broken]:
    """Each field that events told of against the record."""
    for name, value in fields_told(told).items():
        field = record._meta.get_field(name)
        found = getattr(record, field.attname)
        recorded = as_stored(field, value)
        if found != recorded:
            yield _altered(case, str(field.verbose_name), recorded, found)


def _altered(case: Case, label: str, recorded: Any, found: Any) -> Broken:
    return Broken(_name(case), None, f"“{label}”在系统之外被改动：登记为“{_shown(recorded)}”，现为“{_shown(found)}”")


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return "空" if value in (None, "", []) else str(value)


def _columns(case: Case, situation: Situation, told: list[Told], events: list[Event]) -> Iterator[Broken]:
    """The columns that the engine derives from events."""
    wanted: dict[str, Any] = {"stage": situation.stage.code, "closed_on": closing_of(situation)}
    numbers = [event.data["number"] for event in events if "number" in event.data]
    if numbers:
        wanted["number"] = numbers[-1]
    versions = [event.data["to"] for event in events if event.kind == EventKind.VERSION]
    if versions:
        wanted["version"] = as_stored(Case._meta.get_field("version"), versions[-1])
    handler = handler_told(told)
    if handler is not None:
        wanted["handler_id"] = handler
    for name, value in wanted.items():
        if getattr(case, name) != value:
            field: Any = Case._meta.get_field(name.removesuffix("_id"))
            yield _altered(case, str(field.verbose_name), value, getattr(case, name))


def _clocks(case: Case, record: Any, situation: Situation, clocks: list[Clock]) -> Iterator[Broken]:
    """The stored clocks against a fresh computation."""
    try:
        fresh = fresh_rows(record, situation, current_calendar())
    except (ClockError, YifaError) as error:
        yield Broken(_name(case), None, f"期限不能重算：{error}")
        return
    stored = {(row.limit, row.run): row for row in clocks}
    for key, (row, clock) in fresh.items():
        label = f"期限“{clock.limit.label}”（第{key[1]}次）"
        was = stored.pop(key, None)
        if was is None:
            yield Broken(_name(case), None, f"{label}没有登记，重算应有")
            continue
        for column in [c for c in COLUMNS if getattr(was, c) != getattr(row, c)]:
            values = f"登记为{_told_by(was, column)}，重算为{_told_by(row, column)}"
            yield Broken(_name(case), None, f"{label}的“{_column(column)}”与重算不符：{values}")
    for limit, run in stored:
        yield Broken(_name(case), None, f"期限“{limit}”（第{run}次）多出，重算没有")


def _column(name: str) -> str:
    field: Any = Clock._meta.get_field(name)
    return str(field.verbose_name)


def _told_by(clock: Clock, column: str) -> str:
    """A column of a clock as people read it."""
    return _shown(getattr(clock, f"get_{column}_display", lambda: getattr(clock, column))())


def _papers(case: Case, events: list[Event], papers: list[Paper]) -> Iterator[Broken]:
    """Documents against the digests their events told, and their files against their digests."""
    told = {event.pk: _paper_digest(event) for event in events}
    kept = {paper.event_id for paper in papers}
    for event in events:
        if told[event.pk] and event.pk not in kept:
            yield Broken(_name(case), event.seq, "制作或者收到的文书、材料缺失（登记被删除）")
    for paper in papers:
        if paper.event_id not in told or told[paper.event_id] != paper.digest:
            yield Broken(_name(case), None, f"“{paper}”的文件摘要与事件不符（登记被改动或者插入）")
        for fault in store.faults([paper.digest]):
            yield Broken(_name(case), None, f"“{paper}”：{fault}")


def _paper_digest(event: Event) -> str:
    data: Mapping[str, Any] = event.data
    return str(data["paper"][2]) if event.kind == EventKind.STEP and "paper" in data else (
        str(data.get("digest", "")) if event.kind == EventKind.MATERIAL else ""
    )  # fmt: skip


def _copies(case: Case, events: list[Event], copies: list[Published]) -> Iterator[Broken]:
    """Public copies against their own digests, and against the events of publishing and of taking back."""
    published = [e.data["digest"] for e in events if e.kind == EventKind.PUBLICATION and "withdrawn" not in e.data]
    taken_back = [e.data["digest"] for e in events if e.kind == EventKind.PUBLICATION and "withdrawn" in e.data]
    for copy in copies:
        what = f"{copy.on}公开的“{case.declaration.publication(copy.publication).label}”"
        if chain.digest(chain.canonical(copy.content)) != copy.digest:
            yield Broken(_name(case), None, f"{what}内容被改动（与摘要不符）")
        if copy.digest in published:
            published.remove(copy.digest)
        else:
            yield Broken(_name(case), None, f"{what}系插入或者摘要被改动（没有公开它的事件）")
        withdrawn = copy.withdrawn_on is not None
        if withdrawn and copy.digest in taken_back:
            taken_back.remove(copy.digest)
        elif withdrawn:
            yield Broken(_name(case), None, f"{what}的撤回状态被改动（没有撤回它的事件）")
    for _ in published:
        yield Broken(_name(case), None, "公开副本缺失（登记被删除）")
    for _ in taken_back:
        yield Broken(_name(case), None, "公开副本的撤回状态被改动（已登记撤回）")
