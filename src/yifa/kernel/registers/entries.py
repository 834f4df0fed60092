"""The only writers of entries (登记、修改、撤回): each change is one event of its book, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from yifa.kernel import chain
from yifa.kernel.registers.declare import Register
from yifa.kernel.registers.errors import EntryRefused, Problem, RegisterError, Stale
from yifa.kernel.registers.models import Book, BookEvent, BookEventKind, Entry, ImportBatch
from yifa.kernel.registers.values import RowReader, digest_of, general_problems, key_of
from yifa.office.models import Organ, Person
from yifa.office.posts import roles_of
from yifa.office.roles import Role

WRITERS = frozenset({Role.HANDLER, Role.REVIEWER, Role.PUBLISHER, Role.AGENCY_HEAD, Role.ORGAN_HEAD})
"""Who may write in the books of the organ of their post; supervision and administration only look."""

BLOCK = 100
"""Rows an import block holds: a forged row is narrowed down to so many."""


def add(register: type[Register[Any]], organ: Organ, raw: Mapping[str, Any], *, by: Person | None, at: datetime) -> Any:
    """Record one entry.

    Args:
        raw: the values by field name, typed or as people write them.
        by: who records it; None for a job of the system.

    Raises:
        EntryRefused: with every reason.
    """
    today = timezone.localdate(at)
    require_writer(by, organ, today)
    values, problems = RowReader(register, organ.pk).read(raw)
    if problems:
        raise EntryRefused("登记", problems)
    entry = register.model(organ=organ, created_at=at, updated_at=at, created_by=by, updated_by=by, **values)
    with transaction.atomic():
        book = locked_book(register, organ)
        _settle(register, entry, today, "登记")
        entry.save(force_insert=True)
        data = {"values": _stored(register, entry), "digest": entry.digest}
        record(book, BookEventKind.ADD, entry=entry.pk, data=data, by=by, at=at)
    return entry


def amend(
    register: type[Register[Any]],
    pk: int,
    raw: Mapping[str, Any],
    *,
    seen: int,
    by: Person | None,
    at: datetime,
) -> Any:
    """Change fields of an entry; `seen` is the version that the editor had before them.

    Raises:
        Stale: somebody else changed it meanwhile; the message shows what.
        EntryRefused: with every reason.
    """
    today = timezone.localdate(at)
    with transaction.atomic():
        book, entry = _opened(register, pk, seen, by, today)
        values, problems = RowReader(register, entry.organ_id).read(raw, partly=True)
        if problems:
            raise EntryRefused("修改", problems)
        before = _stored(register, entry)
        for name, value in values.items():
            setattr(entry, name, value)
        _settle(register, entry, today, "修改")
        after = _stored(register, entry)
        changes = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
        if not changes:
            return entry
        entry.version += 1
        entry.updated_at, entry.updated_by = at, by
        entry.save()
        data = {"version": entry.version, "changes": changes, "digest": entry.digest}
        record(book, BookEventKind.AMEND, entry=entry.pk, data=data, by=by, at=at)
    return entry


def withdraw(register: type[Register[Any]], pk: int, reason: str, *, seen: int, by: Person | None, at: datetime) -> Any:
    """Withdraw an entry: it stays in the book, is no longer listed, counted or published.

    Raises:
        Stale, EntryRefused: no reason is given, or entries of other registers rest on it.
    """
    _require_reason(reason)
    with transaction.atomic():
        book, entry = _opened(register, pk, seen, by, timezone.localdate(at))
        if problems := list(_resting_on(register, [entry.pk])):
            raise EntryRefused("撤回", problems)
        entry.withdrawn, entry.withdrawn_why = True, reason.strip()
        entry.version += 1
        entry.updated_at, entry.updated_by = at, by
        entry.save()
        data = {"version": entry.version, "reason": entry.withdrawn_why}
        record(book, BookEventKind.WITHDRAW, entry=entry.pk, data=data, by=by, at=at)
    return entry


def withdraw_batch(
    register: type[Register[Any]], batch: ImportBatch, reason: str, *, by: Person | None, at: datetime
) -> int:
    """Withdraw whatever of an import still stands, as one event; the file may then be imported again."""
    _require_reason(reason)
    with transaction.atomic():
        book = locked_book(register, batch.book.organ)
        require_writer(by, book.organ, timezone.localdate(at))
        standing = register.model._base_manager.filter(batch=batch, withdrawn=False)
        pks = list(standing.values_list("pk", flat=True))
        if problems := list(_resting_on(register, pks)):
            raise EntryRefused("整批撤回", problems)
        from django.db.models import F

        count: int = standing.update(
            withdrawn=True, withdrawn_why=reason.strip(), version=F("version") + 1, updated_at=at, updated_by=by
        )
        data = {"batch": batch.pk, "reason": reason.strip(), "rows": count}
        record(book, BookEventKind.WITHDRAW_BATCH, data=data, by=by, at=at)
    return count


def history(entry: Any, register: type[Register[Any]]) -> list[BookEvent]:
    """The events of an entry, oldest first, its import and the withdrawal of its import included."""
    events = BookEvent.objects.filter(book__register=register.key, book__organ_id=entry.organ_id)
    own = list(events.filter(entry=entry.pk).select_related("actor"))
    whole: list[BookEvent] = []
    if entry.batch_id is not None:
        kinds = (BookEventKind.IMPORT, BookEventKind.WITHDRAW_BATCH)
        whole = list(events.filter(kind__in=kinds, data__batch=entry.batch_id).select_related("actor"))
    return sorted([*own, *whole], key=lambda event: event.seq)


# --- parts that the import shares ---------------------------------------------------------------


def require_writer(by: Person | None, organ: Organ, today: date) -> None:
    """Refuse whoever holds no writing post at the organ."""
    if by is not None and not roles_of(by, organ, today) & WRITERS:
        raise RegisterError(f"不能登记：{by}今天在{organ}没有可以登记台账的岗位。请由该机关的承办人员登记。")


def locked_book(register: type[Register[Any]], organ: Organ) -> Book:
    """The book of a register at an organ, held until the transaction ends."""
    Book._base_manager.get_or_create(register=register.key, organ=organ)
    return Book._base_manager.select_for_update().get(register=register.key, organ=organ)


def record(
    book: Book, kind: BookEventKind, *, data: dict[str, Any], by: Person | None, at: datetime, entry: int | None = None
) -> BookEvent:
    """Append one event to the trail of a locked book."""
    event = BookEvent(
        book=book, seq=book.length + 1, kind=kind, entry=entry, at=at, actor=by,
        data=chain.plain(data), algorithm=chain.ALGORITHM, previous=book.head,
    )  # fmt: skip
    event.digest = event_digest(event)
    event.save(force_insert=True)
    book.length, book.head = event.seq, event.digest
    book.save(update_fields=["length", "head"])
    return event


def event_digest(event: BookEvent) -> str:
    """The digest of an event's content and of the digest before it."""
    at = event.at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = [event.book_id, event.seq, event.kind, event.entry, at, event.actor_id, event.data, event.previous]
    return chain.digest(chain.canonical(parts), event.algorithm)


def blocks(origins: Sequence[str]) -> list[str]:
    """The digests over each block of rows of an import, from the digests of the rows."""
    return [chain.digest("".join(origins[n : n + BLOCK])) for n in range(0, len(origins), BLOCK)]


# --- inner parts --------------------------------------------------------------------------------


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise EntryRefused("撤回", [Problem("", "撤回理由", "没有填写", "撤回必须说明理由")])
    if len(reason.strip()) > 200:
        raise EntryRefused("撤回", [Problem("", "撤回理由", "超过200个字", "请精简")])


def _opened(register: type[Register[Any]], pk: int, seen: int, by: Person | None, today: date) -> tuple[Book, Any]:
    found = register.model._default_manager.filter(pk=pk).first()
    if found is None:
        raise RegisterError(f"找不到{register.label}的第{pk}号记录，或者它不在您的数据范围内。")
    require_writer(by, found.organ, today)
    book = locked_book(register, found.organ)
    entry = register.model._default_manager.get(pk=pk)  # once more, now that the book is held
    if entry.version != seen:
        raise _stale(register, entry, seen)
    if entry.withdrawn:
        raise RegisterError("不能修改：这条记录已撤回。请重新登记一条。")
    return book, entry


def _stale(register: type[Register[Any]], entry: Any, seen: int) -> Stale:
    events = [event for event in history(entry, register) if event.data.get("version", 0) > seen]
    changes = [change for event in events for change in changes_of(register, event)]
    who = str(entry.updated_by) if entry.updated_by else "系统"
    when = timezone.localtime(entry.updated_at).strftime("%Y-%m-%d %H:%M")
    return Stale(who, when, changes)


def changes_of(register: type[Register[Any]], event: BookEvent) -> list[tuple[str, str, str]]:
    """What an amendment changed: label, before, after, as text."""
    columns = {column.name: column for column in register.columns}
    listed = []
    for name, (old, new) in event.data.get("changes", {}).items():
        column = columns.get(name)
        if column is None:
            listed.append((name, str(old), str(new)))
        else:
            listed.append((column.label, column.shown(old), column.shown(new)))
    return listed


def _stored(register: type[Register[Any]], entry: Any) -> dict[str, Any]:
    """The values as an event keeps them."""
    values: dict[str, Any] = chain.plain({c.name: getattr(entry, c.model_field.attname) for c in register.asked()})
    return values


def _settle(register: type[Register[Any]], entry: Entry, today: date, action: str) -> None:
    """Check the entry as a whole, fill in what is computed, give it its digest."""
    problems = [*general_problems(register, entry, today), *register.check(entry, today), *_taken(register, entry)]
    if problems:
        raise EntryRefused(action, problems)
    register.derive(entry)
    entry.digest = digest_of(register, entry)


def _taken(register: type[Register[Any]], entry: Any) -> Iterable[Problem]:
    for names in register.key_sets():
        key = key_of(register, entry, names)
        if key is None:
            continue
        same = register.model._base_manager.filter(
            organ_id=entry.organ_id, withdrawn=False, **dict(zip(names, key, strict=True))
        )
        if same.exclude(pk=entry.pk).exists():
            label = next(c.label for c in register.columns if c.name == names[0])
            yield Problem(names[0], label, f"“{register.title_of(entry)}”已经登记过", "请核对编号，或者修改原有记录")


def _resting_on(register: type[Register[Any]], pks: Sequence[int]) -> Iterable[Problem]:
    for relation in register.model._meta.related_objects:
        other = relation.related_model
        if isinstance(other, type) and issubclass(other, Entry):
            name = relation.field.name
            manager: Any = other._base_manager
            count = manager.filter(**{f"{name}__in": list(pks)}, withdrawn=False).count()
            if count:
                yield Problem("", "", f"还有{count}条{other._meta.verbose_name}以它为依据", "请先撤回或者修改那些记录")
