"""Lines that are derived from cases and entries (推算行) and kept beside them, so that lists over all cases are fast.

A payment stands in the event of its case and nowhere else; what a list of payments, receipts or evidence shows is
read from there whenever the case is stored, in the same transaction, and can be made anew at any time. An app says
in a module `kept_lines.py` which of its rows yield lines:

    SOURCES.add(Source(FineCase, lines, (MoneyLine, ReceiptUse), watched=("channel",)))

Whoever stores a case or an entry does not know of this: it hangs on Django's signal. An import writes its entries in
bulk, which sends no signal; the event of the book that closes the import does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.db import models, transaction
from django.db.models import Q
from django.db.models.signals import post_save

from yifa.kernel.declare import DeclarationError
from yifa.kernel.models import Case
from yifa.kernel.registers import REGISTERS
from yifa.kernel.registers.models import BookEvent, BookEventKind, Entry
from yifa.office.models import Organ
from yifa.office.scope import Scope, ScopedManager

CHUNK = 500


class DerivedRow(models.Model):
    """A line of a case, or of an entry of a register; nobody writes it but this module.

    Attributes:
        found_out: the fields that its origin does not tell, filled in by `write`.
        tolerated: whether a line that contradicts others is kept all the same, marked as such: of what happened
            before anybody checked, and nobody can change.
    """

    found_out: ClassVar[tuple[str, ...]] = ()
    tolerated = False

    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="机关", related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, verbose_name="案件", related_name="+", null=True)
    register = models.CharField("台账", max_length=60, blank=True)
    entry = models.BigIntegerField("台账条目", null=True)

    objects = ScopedManager()

    class Meta:
        abstract = True

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """A line belongs to the organ of its case or book."""
        return Q(organ_id__in=scope.organs)

    @classmethod
    def write(cls, fresh: list[Any]) -> None:
        """Write new lines, in the transaction in which their origin is stored; may refuse them."""
        cls._base_manager.bulk_create(fresh, CHUNK)


@dataclass(frozen=True)
class Source:
    """Cases of a procedure or entries of a register that yield lines.

    Attributes:
        lines: what a row yields, without its origin; nothing of an entry that was withdrawn is asked for.
        yields: the kinds of lines among it.
        watched: the fields on which the lines rest; a store that names its fields and none of these changes nothing.
    """

    model: type[models.Model]
    lines: Callable[[Any], Iterable[DerivedRow]]
    yields: tuple[type[DerivedRow], ...]
    watched: tuple[str, ...] = ()


@dataclass
class Sources:
    """All sources, by model."""

    known: dict[type[models.Model], list[Source]] = field(default_factory=dict)

    def add(self, source: Source) -> None:
        """Enter one; a kind of line has one source a model."""
        others = self.known.setdefault(source.model, [])
        if any(set(other.yields) & set(source.yields) for other in others):
            raise DeclarationError(f"“{source.model._meta.verbose_name}”的推算行重复声明。")
        others.append(source)


SOURCES = Sources()


def connect() -> None:
    """Listen to what is stored; once more does no harm."""
    for model in SOURCES.known:
        post_save.connect(_stored, sender=model, dispatch_uid=f"kept_lines.{model._meta.label}")
    post_save.connect(_booked, sender=BookEvent, dispatch_uid="kept_lines.book")


def keep(source: Source, rows: Collection[Any], *, tolerated: bool = False) -> None:
    """Bring the lines that are kept of these rows up to what the rows tell."""
    fresh = [line for row in rows for line in _with_origin(source, row)]
    for line in fresh if tolerated else ():
        line.tolerated = True
    with transaction.atomic():
        for kind in source.yields:
            _replace(kind, _origins(source, rows), [line for line in fresh if type(line) is kind])


def keep_all() -> int:
    """Make all lines anew, for cases and books stored before there were any; how many rows were read."""
    read = 0
    for sources in SOURCES.known.values():
        for source in sources:
            for rows in _chunks(source.model._base_manager.order_by("pk").iterator(CHUNK)):
                keep(source, rows, tolerated=True)
                read += len(rows)
    return read


def _stored(sender: type[Any], instance: Any, update_fields: Collection[str] | None = None, **rest: Any) -> None:
    for source in SOURCES.known[sender]:
        if update_fields is None or not source.watched or set(update_fields) & set(source.watched):
            keep(source, [instance])


def _booked(sender: type[Any], instance: BookEvent, created: bool = False, **rest: Any) -> None:
    if not created or instance.kind not in (BookEventKind.IMPORT, BookEventKind.WITHDRAW_BATCH):
        return
    for source in SOURCES.known.get(REGISTERS.get(instance.book.register).model, []):
        entries = source.model._base_manager.filter(batch_id=instance.data["batch"]).order_by("pk")
        for rows in _chunks(entries.iterator(CHUNK)):
            keep(source, rows)


def _chunks(rows: Iterable[Any]) -> Iterable[list[Any]]:
    chunk: list[Any] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _with_origin(source: Source, row: Any) -> Iterable[DerivedRow]:
    if isinstance(row, Entry):
        origin = {"organ_id": row.organ_id, "register": _key(source), "entry": row.pk}
    else:
        origin = {"organ_id": row.organ_id, "case_id": row.pk}
    for line in () if getattr(row, "withdrawn", False) else source.lines(row):
        for name, value in origin.items():
            setattr(line, name, value)
        yield line


def _origins(source: Source, rows: Collection[Any]) -> Q:
    keys = [row.pk for row in rows]
    return Q(register=_key(source), entry__in=keys) if issubclass(source.model, Entry) else Q(case_id__in=keys)


def _key(source: Source) -> str:
    return REGISTERS.of_model(source.model).key


def _replace(kind: type[DerivedRow], origins: Q, fresh: list[DerivedRow]) -> None:
    """Take away what is told no longer and write what is told newly; what stays is not touched."""
    gone: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for line in kind._base_manager.filter(origins).order_by("-pk"):
        gone[_told(line)].append(line.pk)
    added = []
    for line in fresh:
        if gone.get(_told(line)):
            gone[_told(line)].pop()
        else:
            added.append(line)
    if keys := [key for keys in gone.values() for key in keys]:
        kind._base_manager.filter(pk__in=keys).delete()
    if added:
        kind.write(added)


def _told(line: DerivedRow) -> tuple[Any, ...]:
    """A line as its origin tells it: without its key and what was found out when it was written."""
    own = ("id", *line.found_out)
    return tuple(getattr(line, f.attname) for f in line._meta.concrete_fields if f.name not in own)
