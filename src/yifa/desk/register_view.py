"""What the pages of registers share: filters, form fields, facts, who may write where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, QueryDict

from yifa.desk.filters import Filter, Filters, choices
from yifa.kernel.declare import DeclarationError, field_name
from yifa.kernel.registers import REGISTERS, Column, Problem, Register
from yifa.kernel.registers.entries import WRITERS
from yifa.kernel.registers.exporting import entries_of
from yifa.kernel.registers.values import options_of
from yifa.office.models import Organ, Person
from yifa.office.posts import posts_of
from yifa.office.roles import Role

YEARS = 12
"""How many years back the list can be narrowed to by a choice."""


def register_of(key: str) -> type[Register[Any]]:
    """The register of an address."""
    try:
        return REGISTERS.get(key)
    except DeclarationError as missing:
        raise Http404(str(missing)) from None


def entry_in(register: type[Register[Any]], pk: int) -> Any:
    """One entry in scope; outside of it there is no such entry."""
    found = register.model._default_manager.filter(pk=pk).select_related("organ", "updated_by", "batch").first()
    if found is None:
        raise Http404("没有这条记录，或者不在您的数据范围内。")
    return found


def writable(person: Person, today: date) -> list[Organ]:
    """The organs in whose books a person may write today."""
    organs = {p.organ_id: p.organ for p in posts_of(person, today) if Role(p.role) in WRITERS}
    return [organs[pk] for pk in sorted(organs)]


# --- the list -------------------------------------------------------------------------------------


def filters_of(register: type[Register[Any]], organs: Sequence[Organ], query: QueryDict, today: date) -> Filters:
    """Year, organ, kind and words."""
    declared = [Filter("q", "包含")] if register.searched else []
    years = range(today.year + (1 if register.future else 0), today.year - YEARS, -1)
    declared.append(Filter("year", "年度", choices((year, f"{year}年") for year in years)))
    if len(organs) > 1:
        declared.append(Filter("organ", "机关", choices((organ.pk, organ) for organ in organs)))
    if register.sorted_by is not None:
        column = next(c for c in register.columns if c.name == field_name(register.sorted_by))
        declared.append(Filter("kind", column.label, choices(column.choices)))
    return Filters(declared, query)


def found(register: type[Register[Any]], filters: Filters) -> QuerySet[Any]:
    """The standing entries that the filters let through."""
    rows = entries_of(register)
    if (year := filters.number("year")) is not None:
        rows = rows.filter(**{f"{register.dated_name()}__range": (date(year, 1, 1), date(year, 12, 31))})
    if (organ := filters.number("organ")) is not None:
        rows = rows.filter(organ_id=organ)
    if kind := filters.get("kind"):
        rows = rows.filter(**{field_name(register.sorted_by): kind})
    if words := filters.get("q"):
        anywhere = Q()
        for reference in register.searched:
            anywhere |= Q(**{f"{field_name(reference)}__icontains": words})
        rows = rows.filter(anywhere)
    return rows


def columns_of(register: type[Register[Any]], organs: Sequence[Organ]) -> tuple[Column, ...]:
    """The columns of the list; with the organ where there are several."""
    model: Any = register.model
    return (*register.listed(), Column(model.organ, lookup=Organ.short_name)) if len(organs) > 1 else register.listed()


# --- the form -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class FormField:
    """One field of the form as the template draws it."""

    column: Column
    value: str
    errors: tuple[Problem, ...] = ()
    options: tuple[tuple[str, str], ...] = ()

    @property
    def on(self) -> bool:
        """Whether a box is ticked."""
        return self.value in ("是", "True", "on")

    @property
    def long(self) -> bool:
        """Whether it takes a whole line."""
        return self.column.kind == "long" or self.column.width >= 30


def written(register: type[Register[Any]], entry: Any) -> dict[str, str]:
    """The values of an entry as the form shows them; choices by their code."""
    values = {}
    for column in register.asked():
        value = getattr(entry, column.name, None)  # a new entry refers to nothing yet
        if column.kind == "choice":
            values[column.name] = str(value or "")
        elif column.kind == "reference":
            values[column.name] = str(getattr(value, field_name(column.lookup), "") if value else "")
        else:
            values[column.name] = column.shown(value)
    return values


def posted(register: type[Register[Any]], post: QueryDict) -> dict[str, str]:
    """What the form brought; a box that is not ticked says 否."""
    return {c.name: post.get(c.name, "否" if c.kind == "bool" else "") for c in register.asked()}


def defaults(register: type[Register[Any]], today: date) -> dict[str, str]:
    """What a new form starts with: the defaults of the fields."""
    blank = register.model()
    return {**written(register, blank), **({} if register.future else {register.dated_name(): today.isoformat()})}


def groups(
    register: type[Register[Any]], values: Mapping[str, str], problems: Iterable[Problem], organ: Organ | None
) -> list[tuple[str, list[FormField]]]:
    """The fields under their headings, with what is wrong with each."""
    listed = list(problems)
    grouped: dict[str, list[FormField]] = {}
    for column in register.asked():
        errors = tuple(problem for problem in listed if problem.field == column.name)
        field = FormField(column, values.get(column.name, ""), errors, _options(column, organ))
        grouped.setdefault(column.group or "登记事项", []).append(field)
    return list(grouped.items())


def _options(column: Column, organ: Organ | None) -> tuple[tuple[str, str], ...]:
    if column.kind == "choice":
        return tuple((str(value), label) for value, label in column.choices)
    if column.kind == "reference" and organ is not None:
        return tuple((word, word) for word in options_of(column, organ.pk))
    return ()


# --- one entry ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Fact:
    """One value of an entry as its page shows it."""

    label: str
    text: str
    about: str
    personal: bool
    long: bool


def facts(register: type[Register[Any]], entry: Any) -> list[tuple[str, list[Fact]]]:
    """The values under their headings; blank ones are left out."""
    grouped: dict[str, list[Fact]] = {}
    for column in register.columns:
        value = getattr(entry, column.name)
        if column.kind == "reference" and value is not None:
            value = getattr(value, field_name(column.lookup))
        text = column.shown(value)
        if text:
            shown = f"{text} {column.unit}".strip()
            fact = Fact(column.bare_label, shown, _about(column), column.personal is not None, len(text) > 40)
            grouped.setdefault(column.group or "登记事项", []).append(fact)
    return list(grouped.items())


def _about(column: Column) -> str:
    """What a pointer held over the label tells: the article, and whether the public sees it."""
    basis = f"依据：{column.basis}。" if column.basis else ""
    return basis + ("依法公开。" if column.public else "不公开。")
