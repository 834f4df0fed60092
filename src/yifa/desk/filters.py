"""Filters of a list as chips (筛选): what an address asks for, in words, each with the address that takes it away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.http import QueryDict
from markupsafe import Markup, escape


@dataclass(frozen=True)
class Choice:
    """One value of a filter."""

    value: str
    label: str


@dataclass(frozen=True)
class Filter:
    """A filter of a list: its name in the address, its Chinese label (none: shown elsewhere) and its values.

    Values that cost a query are given as a function: it is called when the filter is on or its panel is opened.
    """

    name: str
    label: str
    choices: Sequence[Choice] | Callable[[], Sequence[Choice]] = ()

    @cached_property
    def values(self) -> Sequence[Choice]:
        """The values to choose from; none where any text will do."""
        return self.choices() if callable(self.choices) else self.choices


@dataclass(frozen=True)
class Chip:
    """A filter that is on, with the address of the page without it."""

    text: str
    without: str


@dataclass
class Filters:
    """The filters of a page as asked for by its address; a value that is not among the choices is left out."""

    declared: Sequence[Filter]
    query: QueryDict
    chosen: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.chosen = {}
        for each in self.declared:
            value = self.query.get(each.name, "").strip()[:100]
            if value and (not each.choices or value in {choice.value for choice in each.values}):
                self.chosen[each.name] = value

    def get(self, name: str) -> str:
        """The value of a filter; blank where it is off."""
        return self.chosen.get(name, "")

    def number(self, name: str) -> int | None:
        """The value of a filter that is a number."""
        value = self.get(name)
        return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None

    @property
    def chips(self) -> list[Chip]:
        """Those that are on; words looked for stand in their own box."""
        return [
            Chip(f"{each.label}：{_label(each, self.chosen[each.name])}", self.address({each.name: ""}))
            for each in self.declared
            if each.label and each.name != "q" and each.name in self.chosen
        ]

    @property
    def controls(self) -> list[tuple[Filter, Markup]]:
        """Those with choices, each with its options; a template that loops over them costs as much as the list."""
        return [(each, _options(each, self.get(each.name))) for each in self.declared if each.label and each.choices]

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Those that are on and have no control of their own; a form sends them along."""
        controlled = {each.name for each in self.declared if each.label and each.choices} | {"q"}
        return [(name, value) for name, value in self.chosen.items() if name not in controlled]

    def address(self, changes: Mapping[str, str]) -> str:
        """The page with some filters changed, from its beginning."""
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in {**self.chosen, **changes}.items() if value})
        return f"?{query.urlencode()}"

    @property
    def words(self) -> str:
        """The filters in the form that is kept as a saved view."""
        query = QueryDict(mutable=True)
        query.update(self.chosen)
        return query.urlencode()


def _options(declared: Filter, chosen: str) -> Markup:
    """The options of a select, the present one marked."""
    lines = []
    for each in declared.values:
        mark = " selected" if each.value == chosen else ""
        lines.append(f'<option value="{escape(each.value)}"{mark}>{escape(each.label)}</option>')
    return Markup("".join(lines))


def _label(declared: Filter, value: str) -> str:
    return next((choice.label for choice in declared.values if choice.value == value), value)


def choices(pairs: Iterable[tuple[object, object]]) -> list[Choice]:
    """Choices out of value and label."""
    return [Choice(str(value), str(label)) for value, label in pairs]
