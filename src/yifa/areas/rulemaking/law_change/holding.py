"""Who holds texts that cite the law (持有文本): each app says so in a module `holdings.py`, and knows nothing else.

    HOLDINGS.add(Holding("government_contract", "政府合同", ContractCase, ("draft", "change_text"), ContractCase.title))

Which rows still matter is asked when a question is put (`standing`); what they cite is indexed when they are stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Q

from yifa.kernel.declare import DeclarationError


@dataclass(frozen=True)
class Holding:
    """Rows of one model that hold texts.

    Attributes:
        key, label: what it is called in the index, and for people.
        model: a case of a procedure or an entry of a register.
        fields: the text fields (or lists of texts) that are read.
        standing: which rows still matter: in force, not yet over.
        title: what a row is called in a list; its `str()` unless given.
    """

    key: str
    label: str
    model: type[models.Model]
    fields: tuple[str, ...]
    standing: Q = field(default_factory=Q)
    title: Callable[[Any], str] = str

    def texts(self, row: Any) -> Iterator[tuple[str, str]]:
        """Each field that holds something, with its text."""
        for name in self.fields:
            value = getattr(row, name)
            if isinstance(value, list | tuple):
                value = "\n".join(str(item) for item in value)
            if value:
                yield name, str(value)

    def rows(self) -> models.QuerySet[Any]:
        """Every row, standing or not."""
        return self.model._base_manager.all()


@dataclass
class Holdings:
    """All holdings, by key."""

    known: dict[str, Holding] = field(default_factory=dict)

    def add(self, holding: Holding) -> Holding:
        """Enter one; two may not share a key, nor a field be missing."""
        if self.known.get(holding.key, holding) != holding:
            raise DeclarationError(f"持有文本的代号“{holding.key}”已被占用。")
        names = {one.name for one in holding.model._meta.get_fields()}
        if strange := [name for name in holding.fields if name not in names]:
            raise DeclarationError(f"“{holding.label}”没有字段：{'、'.join(strange)}。")
        self.known[holding.key] = holding
        return holding

    def all(self) -> list[Holding]:
        """Every holding in the order of their keys."""
        return [self.known[key] for key in sorted(self.known)]

    def of_model(self, model: type[Any]) -> list[Holding]:
        """The holdings of one model."""
        return [holding for holding in self.all() if holding.model is model]


HOLDINGS = Holdings()
"""Whatever any app holds."""
