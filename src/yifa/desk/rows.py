"""Tables (列表): one list of columns drives the page, CSV, xlsx and JSON; rows are rendered by a compiled function.

A template that loops over rows and cells costs ten times as much as the query behind it. Here the tags around the
cells are made once, and one function joins them with the escaped values of a row.
"""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from markupsafe import Markup, escape

T = TypeVar("T")

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Cells that begin so would be taken for formulas by spreadsheet programs."""


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column of a table.

    Attributes:
        text: the value as text, for files and, unless `html` is given, for the page.
        html: the cell of the page where it is more than text; must return markup.
        css: the class of the cell (num, date, wide).
        shown: whether it stands on the page; every column stands in the files.
    """

    name: str
    label: str
    text: Callable[[T], str]
    html: Callable[[T], Markup] | None = None
    css: str = ""
    shown: bool = True


def compiled(columns: Sequence[Column[T]], key: Callable[[T], int] | None = None) -> Callable[[Iterable[T]], Markup]:
    """A function from rows to the inside of a `<tbody>`; text is escaped, `key` gives each row its number."""
    visible = [column for column in columns if column.shown]
    cells = [(_opening(column), column.html or _escaped(column.text)) for column in visible]

    def body(rows: Iterable[T]) -> Markup:
        lines = []
        for row in rows:
            lines.append(f'<tr data-row="{key(row)}">' if key else "<tr>")
            lines.extend(f"{opening}{cell(row)}</td>" for opening, cell in cells)
            lines.append("</tr>")
        return Markup("".join(lines))

    return body


def _opening(column: Column[Any]) -> str:
    css = f' class="{escape(column.css)}"' if column.css else ""
    return f'<td{css} data-label="{escape(column.label)}">'


def _escaped(text: Callable[[T], str]) -> Callable[[T], str]:
    # `markupsafe.escape` makes an object of each of the 400 cells of a page, which takes three times as long.
    return lambda row: html.escape(text(row))


def headings(columns: Sequence[Column[Any]]) -> Markup:
    """The inside of a `<thead>`."""
    cells = [
        f'<th scope="col"{f" class={chr(34)}{escape(c.css)}{chr(34)}" if c.css else ""}>{escape(c.label)}</th>'
        for c in columns
        if c.shown
    ]
    return Markup("<tr>" + "".join(cells) + "</tr>")


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def csv_lines(columns: Sequence[Column[T]], rows: Iterable[T]) -> Iterator[str]:
    """The table as CSV, line by line, with the mark by which spreadsheet programs know UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)

    def flushed() -> str:
        line = buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
        return line

    buffer.write("\ufeff")
    writer.writerow([column.label for column in columns])
    yield flushed()
    for row in rows:
        writer.writerow([safe_cell(column.text(row)) for column in columns])
        yield flushed()


def xlsx(columns: Sequence[Column[T]], rows: Iterable[T], title: str) -> bytes:
    """The table as a spreadsheet of text cells with a frozen heading."""
    import xlsxwriter

    buffer = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        for position, column in enumerate(columns):
            sheet.set_column(position, position, 40 if column.css == "wide" else 18)
            sheet.write_string(0, position, column.label, bold)
        for line, row in enumerate(rows, 1):
            for position, column in enumerate(columns):
                sheet.write_string(line, position, column.text(row))
    return buffer.getvalue()


def plain(columns: Sequence[Column[T]], rows: Iterable[T]) -> list[dict[str, str]]:
    """The table as a list of objects, for JSON."""
    return [{column.name: column.text(row) for column in columns} for row in rows]
