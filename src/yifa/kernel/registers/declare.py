"""What a register declares (台账声明).

    class LawPublicity(Register[Activity]):
        key, label, basis = "law_publicity", "普法活动台账", L[8]
        model = Activity
        columns = (Column(Activity.number, public=True), …)
        unique = (Activity.number,)
        dated = Activity.on
        lp_activities = EntryCount("普法活动场次", unit="场次", definition="…")

Everything generic (`importing`, `exporting`, `entries`, the desk) reads this and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from django.db.models import Q

from yifa.clock import Period, Unit
from yifa.clock.periods import plus_days
from yifa.kernel.declare import DeclarationError, Declared, field_name, type_of_field
from yifa.kernel.figure import Figure
from yifa.kernel.registers.columns import Column
from yifa.kernel.registers.errors import Problem
from yifa.law import Basis

if TYPE_CHECKING:
    from yifa.kernel.registers.models import Entry

EntryT = TypeVar("EntryT", bound="Entry")


@dataclass(frozen=True)
class Disclosed:
    """How a register is made public (公开): its public columns, of the entries that `when` lets through.

    Attributes:
        until: the date field after whose day an entry is public no longer (证件有效期至); blank lasts.
    """

    label: str
    basis: Basis
    when: Q = field(default_factory=Q)
    until: type_of_field = None

    def on(self, day: date) -> Q:
        """Which entries are public on a day."""
        if self.until is None:
            return self.when
        name = field_name(self.until)
        return self.when & (Q(**{f"{name}__gte": day}) | Q(**{name: None}))


@dataclass(eq=False)
class Expiry(Declared):
    """What ends on a date (到期): the field with the last day, and how long before it people are reminded.

    Attributes:
        done: entries for which nothing needs doing any more.
    """

    label: str
    field: type_of_field
    remind: Period
    basis: Basis | None = None
    advice: str = ""
    done: Q | None = None
    code: str = ""

    def remind_on(self, last: date) -> date:
        """The first day of the reminder: the period is counted back from the end (24:00) of the last day."""
        if self.remind.unit is not Unit.DAY:
            raise DeclarationError(f"“{self.label}”的提前提醒只能以日计。")
        return plus_days(last, 1 - self.remind.amount)


@dataclass(frozen=True)
class Warned:
    """Something in a book that a person should look at (提醒), over one entry or over the book as a whole."""

    code: str
    text: str
    organ: int
    entry: int | None = None
    on: date | None = None
    basis: Basis | None = None


class Register(Generic[EntryT]):
    """A register; subclass it and declare its parts as class attributes.

    Attributes:
        unique: the fields that tell entries of one organ apart, besides the organ; other_keys: further such sets,
            which bind only where none of their fields is blank.
        dated: the date that places an entry in a year and orders lists.
        sorted_by: the field whose choices the list can be filtered by (类别).
        searched: the fields in which words are looked up.
        future: whether `dated` may lie after today.
        unsettled: entries whose computed columns a holiday notice to come may still move.
    """

    key: ClassVar[str] = ""
    label: ClassVar[str] = ""
    basis: ClassVar[Basis]
    note: ClassVar[str] = ""
    model: type[EntryT]
    columns: ClassVar[tuple[Column, ...]] = ()
    unique: ClassVar[tuple[type_of_field, ...]] = ()
    other_keys: ClassVar[tuple[tuple[type_of_field, ...], ...]] = ()
    dated: ClassVar[type_of_field] = None
    sorted_by: ClassVar[type_of_field] = None
    searched: ClassVar[tuple[type_of_field, ...]] = ()
    future: ClassVar[bool] = False
    unsettled: ClassVar[Q | None] = None
    disclosed: ClassVar[Disclosed | None] = None
    do_not_call_in_templates: ClassVar[bool] = True
    parts: ClassVar[dict[str, Declared]] = {}

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.parts = {
            name: value
            for owner in reversed(cls.__mro__)
            for name, value in vars(owner).items()
            if isinstance(value, Declared)
        }
        for figure in cls.figures():
            figure.belong_to(cls)
        REGISTERS.add(cls)

    # --- parts ----------------------------------------------------------------------------------

    @classmethod
    def figures(cls) -> list[Figure]:
        """All figures in the order of their declaration."""
        return [part for part in cls.parts.values() if isinstance(part, Figure)]

    @classmethod
    def expiries(cls) -> list[Expiry]:
        """All that expires."""
        return [part for part in cls.parts.values() if isinstance(part, Expiry)]

    @classmethod
    def asked(cls) -> tuple[Column, ...]:
        """The columns that people fill in."""
        return tuple(column for column in cls.columns if not column.computed)

    @classmethod
    def listed(cls) -> tuple[Column, ...]:
        """The columns of the list page."""
        return tuple(column for column in cls.columns if column.listed)

    @classmethod
    def public(cls) -> tuple[Column, ...]:
        """The columns that the public may see."""
        return tuple(column for column in cls.columns if column.public)

    @classmethod
    def dated_name(cls) -> str:
        """The name of the date field."""
        return field_name(cls.dated)

    @classmethod
    def unique_names(cls) -> tuple[str, ...]:
        """The names of the key fields."""
        return tuple(field_name(reference) for reference in cls.unique)

    @classmethod
    def key_sets(cls) -> tuple[tuple[str, ...], ...]:
        """Every set of fields that tells entries apart, the main one first."""
        return tuple(tuple(field_name(r) for r in key) for key in (cls.unique, *cls.other_keys) if key)

    # --- what a register says of its entries --------------------------------------------------------

    @classmethod
    def derive(cls, entry: EntryT) -> None:
        """Fill in the computed columns (a due date, whether it was kept). Called before every write."""

    @classmethod
    def check(cls, entry: EntryT, today: date) -> Iterable[Problem]:
        """Why an entry cannot be recorded, beyond what its fields say themselves."""
        return ()

    @classmethod
    def once(cls, entry: EntryT) -> tuple[str, Any] | None:
        """What may stand only once in a file besides the keys: the field to be named, and the value compared."""
        return None

    @classmethod
    def explain(cls, entry: EntryT) -> str:
        """How the computed columns came about, as lines of Chinese text."""
        return ""

    @classmethod
    def doubts(cls, entry: EntryT) -> Iterable[Problem]:
        """What looks wrong and may be right: shown, never refused (校验只告警)."""
        return ()

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """What a person should look at in the books of these organs today."""
        yield from reminders(cls, today, organs)

    @classmethod
    def listing(cls) -> list[str]:
        """The declaration as lines, for the lock and for the version of frozen figures."""
        marks = {c.name: " required" * c.required + " public" * c.public for c in cls.columns}
        columns = [f"column {c.name} {c.label} {c.kind}{marks[c.name]}" for c in cls.columns]
        figures = [f"figure {f.code} {f.label} {f.unit} {f.definition}" for f in cls.figures()]
        expiries = [f"expiry {e.code} {e.label} {e.remind}" for e in cls.expiries()]
        return [f"register {cls.key} {cls.label} {cls.basis.short}", *columns, *expiries, *figures]

    @classmethod
    def title_of(cls, entry: EntryT) -> str:
        """How an entry is called in lists and messages."""
        return " ".join(str(getattr(entry, name)) for name in cls.unique_names())


def reminders(register: type[Register[Any]], today: date, organs: Iterable[int]) -> Iterator[Warned]:
    """Entries whose last day is near (not yet past)."""
    for expiry in register.expiries():
        name = field_name(expiry.field)
        until = today + timedelta(days=max(expiry.remind.amount - 1, 0))
        rows = register.model._default_manager.filter(
            withdrawn=False, organ_id__in=list(organs), **{f"{name}__range": (today, until)}
        )
        if expiry.done is not None:
            rows = rows.exclude(expiry.done)
        for entry in rows.order_by(name, "pk").iterator(100):
            last: date = getattr(entry, name)
            text = f"“{register.title_of(entry)}”{expiry.label}为{last}，还有{(last - today).days}日。{expiry.advice}"
            yield Warned(expiry.code, text, entry.organ_id, entry.pk, last, expiry.basis)


@dataclass
class Registry:
    """All registers that were imported, by key."""

    known: dict[str, type[Register[Any]]] = field(default_factory=dict)

    def add(self, register: type[Register[Any]]) -> None:
        """Enter a register; two may not share a key."""
        other = self.known.get(register.key)
        if not register.key or (other is not None and other.__qualname__ != register.__qualname__):
            raise DeclarationError(f"台账“{register.label}”没有代号，或者代号“{register.key}”已被占用。")
        self.known[register.key] = register

    def all(self) -> list[type[Register[Any]]]:
        """Every register, by key."""
        return [self.known[key] for key in sorted(self.known)]

    def get(self, key: str) -> type[Register[Any]]:
        """The register of this key or of this Chinese label.

        Raises:
            DeclarationError: there is none; the message lists what there is.
        """
        for register in self.known.values():
            if key in (register.key, register.label):
                return register
        listed = "、".join(f"{r.key}（{r.label}）" for r in self.all())
        raise DeclarationError(f"没有名为“{key}”的台账。可用的有：{listed}。")

    def of_model(self, model: type[Any]) -> type[Register[Any]]:
        """The register whose entries are rows of this model."""
        return next(register for register in self.known.values() if register.model is model)


REGISTERS = Registry()
"""Every register that an installed area declares."""


@lru_cache(maxsize=64)
def parsers(key: str) -> Mapping[str, Any]:
    """The cell parser of every column of a register that people fill in, made once."""
    from yifa.kernel.registers.cells import parser_for

    return {c.name: parser_for(c.model_field) for c in REGISTERS.get(key).asked() if c.kind != "reference"}
