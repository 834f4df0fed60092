"""Document numbers (文号): given out one after another, without gap or double, and never twice.

A number is taken inside the transaction that issues the document. The row of the series stays locked until that
transaction ends (on SQLite, where transactions are IMMEDIATE, the whole database does), so the next one waits; if the
transaction is rolled back, the number goes back with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connections, router

from yifa.errors import YifaError
from yifa.office.models import Organ, Person
from yifa.papers.models import OrganMark, RetiredNumber, Series, compose

__all__ = ["Number", "NumberError", "allocate", "compose", "parse", "retire", "serial", "unaccounted"]


class NumberError(YifaError):
    """A document number cannot be given out, read or made void."""


@dataclass(frozen=True)
class Number:
    """A document number taken apart; `marks` are the organ's and the instrument's together, without 字."""

    marks: str
    year: int
    serial: int


_NUMBER = re.compile(r"(?P<marks>[^〔〕\s\d]+?)字?〔(?P<year>\d{4})〕(?P<serial>[1-9]\d*)号")


def parse(number: str) -> Number:
    """Read a document number; raises `NumberError` where it is not written as GB/T 9704 7.2.5 orders."""
    found = _NUMBER.fullmatch(number.strip())
    if found is None:
        raise NumberError(
            f"“{number}”不是规范的文号：年份应当用六角括号〔〕括四位数字，序号不编虚位、不加“第”。"
            "请改成“洪复受字〔2025〕12号”的样式。"
        )
    return Number(found["marks"], int(found["year"]), int(found["serial"]))


def allocate(organ: Organ, mark: str, year: int, *, work: str = "") -> str:
    """Give out the next number of an organ, a mark and a year; call it inside `transaction.atomic()`.

    Args:
        work: the procedure in which it is given, for organs that use another mark of theirs there.

    Raises:
        NumberError: the organ has no mark (机关代字), or no transaction is open.
    """
    head = _head(organ, work)
    if not head:
        raise NumberError(f"无法为“{organ.name}”编文号：没有填写机关代字。请管理员在机关信息中填写，例如“洪政”。")
    series = _advanced(organ, head, mark, year)
    return series.number(series.last)


def serial(organ: Organ, mark: str, year: int) -> int:
    """Give out the next serial of a series, for numbers written in another way than `allocate` writes them.

    Raises:
        NumberError: no transaction is open.
    """
    return int(_advanced(organ, organ.mark, mark, year).last)


def _head(organ: Organ, work: str) -> str:
    own = OrganMark.objects.filter(organ=organ, work=work).values_list("mark", flat=True).first() if work else None
    return own or organ.mark


def _advanced(organ: Organ, head: str, mark: str, year: int) -> Series:
    database = router.db_for_write(Series)
    if not connections[database].in_atomic_block:
        raise NumberError("无法编文号：文号只能与文书在同一事务中取得。请联系系统管理员。")
    series = _locked(organ, head, mark, year)
    series.last += 1
    series.save(update_fields=["last"])
    return series


def _locked(organ: Organ, head: str, mark: str, year: int) -> Series:
    of_series: dict[str, Any] = {"organ": organ, "head": head, "mark": mark, "year": year}
    rows = Series.objects.select_for_update().filter(**of_series)
    series = rows.first()
    if series is None:  # two may come here at once: the unique constraint lets one create the row
        Series.objects.get_or_create(**of_series)
        series = rows.get()
    return series


def retire(organ: Organ, mark: str, number: str, *, reason: str, on: date, by: Person | None = None) -> RetiredNumber:
    """Make a number void (作废). It is recorded with its reason and is never given out again.

    Raises:
        NumberError: no reason, the number was not given out in this series, or it is void already.
    """
    if not reason.strip():
        raise NumberError(f"无法作废文号“{number}”：没有写明理由。请填写作废理由。")
    year, serial = parse(number).year, parse(number).serial
    known = Series.objects.filter(organ=organ, mark=mark, year=year, last__gte=serial)
    series = next((one for one in known if one.number(serial) == number.strip()), None)
    if series is None:
        raise NumberError(f"无法作废文号“{number}”：“{organ.name}”没有编过这个文号。请核对文号。")
    row, new = RetiredNumber.objects.get_or_create(
        series=series,
        serial=serial,
        defaults={
            "number": number.strip(),
            "reason": reason.strip(),
            "retired_on": on,
            "retired_by": by,
        },
    )
    if not new:
        raise NumberError(f"文号“{number}”已于{row.retired_on}作废，理由是：{row.reason}。不需要再次作废。")
    return row


def unaccounted(organ: Organ, mark: str, year: int, used: Iterable[str]) -> list[str]:
    """Numbers that were given out but are neither on a document nor void; empty when the books are in order."""
    known = Series.objects.filter(organ=organ, mark=mark, year=year)
    settled = set(used) | set(RetiredNumber.objects.filter(series__in=known).values_list("number", flat=True))
    given = (series.number(serial) for series in known for serial in range(1, series.last + 1))
    return [number for number in given if number not in settled]
