"""Lists of lines that are drawn from cases and books (明细): as a page, as a file and as data, alike for every kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from markupsafe import Markup

from yifa.desk import answers, rows
from yifa.desk.filters import Filters
from yifa.desk.rows import Column
from yifa.kernel.registers.paging import page_of

Row = tuple[Any, ...]
BATCH = 500
"""So many rows of a file are completed together."""


def positions(paths: Sequence[str]) -> dict[str, int]:
    """Where each value stands in a row: the key and the day first, then the paths."""
    return {name: position for position, name in enumerate(("pk", "on", *paths))}


def source_of(row: Row, at: Mapping[str, int]) -> str:
    """The address of the case or of the entry of a register that a line comes from."""
    if row[at["case_id"]]:
        return reverse("case", args=[row[at["case_id"]]])
    return reverse("register_entry", args=[row[at["register"]], row[at["entry"]]])


@dataclass(frozen=True)
class DerivedList:
    """One kind of lines.

    Attributes:
        title: the name of the file; key: the name of the lines in the data.
        paths: what is read of a line besides its key and its day (`positions`).
        completed: adds to some rows what does not stand in them; one query or none, however many rows.
    """

    title: str
    key: str
    template: str
    paths: tuple[str, ...]
    columns: Sequence[Column[Row]]
    completed: Callable[[list[Row]], list[Row]] = list

    def answer(self, request: HttpRequest, filters: Filters, found: QuerySet[Any]) -> HttpResponseBase:
        """What the filters found, newest first, in the form that is asked for."""
        kind = answers.wanted(request)
        if kind in ("csv", "xlsx"):
            return answers.file(kind, self.title, self.columns, self._all(found))
        asked = request.GET
        page = page_of(found, "on", self.paths, after=asked.get("after", ""), before=asked.get("before", ""))
        listed = self.completed([tuple(row) for row in page.rows])
        following = filters.address({"after": page.older}) if page.older else ""
        preceding = filters.address({"before": page.newer}) if page.newer else ""
        if kind == "json":
            told = {self.key: rows.plain(self.columns, listed), "next": following, "previous": preceding}
            return answers.as_json(told)
        context = {
            "filters": filters, "head": rows.headings(self.columns), "body": self._body(listed), "shown": len(listed),
            "following": following, "preceding": preceding, "twins": answers.twins(request, "xlsx", "csv", "json"),
        }  # fmt: skip
        return render(request, self.template, context)

    @cached_property
    def _body(self) -> Callable[[Sequence[Row]], Markup]:
        return rows.compiled(self.columns, key=lambda row: row[0])

    def _all(self, found: QuerySet[Any]) -> Iterator[Row]:
        ordered = found.order_by("-on", "-pk").values_list("pk", "on", *self.paths)[: answers.MOST_ROWS]
        batch: list[Row] = []
        for row in ordered.iterator(chunk_size=BATCH):
            batch.append(row)
            if len(batch) == BATCH:
                yield from self.completed(batch)
                batch = []
        yield from self.completed(batch)
