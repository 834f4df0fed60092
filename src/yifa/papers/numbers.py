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

from django.db import connections, router

from yifa.errors import YifaError
from yifa.office.models import Organ, Person
from yifa.papers.models import RetiredNumber, Series, compose

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


def allocate(organ: Organ, mark: str, year: int) -> str:
    """Give out the next number of an organ, a mark and a year; call it inside `transaction.atomic()`.

    Raises:
        NumberError: the organ has no mark (机关代字), or no transaction is open.
    """
    if not organ.mark:
        raise NumberError(f"无法为“{organ.name}”编文号：没有填写机关代字。请管理员在机关信息中填写，例如“洪复”。")
    return compose(organ.mark, mark, year, serial(organ, mark, year))


def serial(organ: Organ, mark: str, year: int) -> int:
    """Give out the next serial of a series, for numbers written in another way than `allocate` writes them.

    Raises:
        NumberError: no transaction is open.
    """
    database = router.db_for_write(Series)
    if not connections[database].in_atomic_block:
        raise NumberError("无法编文号：文号只能与文书在同一事务中取得。请联系系统管理员。")
    series = _locked(organ, mark, year)
    series.last += 1
    series.save(update_fields=["last"])
    return int(series.last)


def _locked(organ: Organ, mark: str, year: int) -> Series:
    rows = Series.objects.select_for_update().filter(organ=organ, mark=mark, year=year)
    series = rows.first()
    if series is None:  # two may come here at once: the unique constraint lets one create the row
        Series.objects.get_or_create(organ=organ, mark=mark, year=year)
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
    series = Series.objects.filter(organ=organ, mark=mark, year=year, last__gte=serial).first()
    if series is None or compose(organ.mark, mark, year, serial) != number.strip():
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
    series = Series.objects.filter(organ=organ, mark=mark, year=year).first()
    if series is None:
        return []
    known = set(used) | set(series.retired.values_list("number", flat=True))
    given = (compose(organ.mark, mark, year, serial) for serial in range(1, series.last + 1))
    return [number for number in given if number not in known]
