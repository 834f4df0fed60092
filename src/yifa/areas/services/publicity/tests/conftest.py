"""A bureau with its clerk and the register of law publicity, on which the mechanism of all registers is tested."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from yifa.areas.services.publicity.models import Activity
from yifa.areas.services.publicity.register import LawPublicity
from yifa.kernel.registers import entries, importing
from yifa.office import scope
from yifa.office.models import Organ, Person, Place, Post
from yifa.office.roles import Role

TODAY = date(2026, 11, 20)


def at(day: str = "2026-11-20", hour: int = 10) -> datetime:
    """A moment of entry in Beijing time."""
    return datetime.fromisoformat(f"{day}T{hour:02}:00:00+08:00")


def values(**more: Any) -> dict[str, Any]:
    """A right entry, as people write it."""
    written = {
        "number": "普1", "on": "2025-12-04", "theme": "宪法进校园", "kind": "法律进学校", "place": "一中",
        "organizer": "司法局", "people": "800", "materials": "1,000",
    }  # fmt: skip
    return {**written, **more}


class Bureau:
    """The organ, its clerk, a supervisor and somebody from elsewhere; shorthand for writing in the book."""

    def __init__(self) -> None:
        place = Place.objects.create(code="419001", name="洪河县", level="county")
        self.organ = Organ.objects.create(place=place, name="洪河县司法局", short_name="县司法局", kind="justice")
        self.other = Organ.objects.create(place=place, name="洪河县城管局", short_name="城管局", kind="department")
        self.clerk = self._person("周明", self.organ, Role.HANDLER)
        self.second = self._person("吴芳", self.organ, Role.HANDLER)
        self.supervisor = self._person("郑立", self.organ, Role.SUPERVISOR)
        self.outsider = self._person("孙强", self.other, Role.HANDLER)

    def _person(self, name: str, organ: Organ, role: Role) -> Person:
        person = Person.objects.create(name=name)
        Post.objects.create(person=person, organ=organ, role=role, since=date(2020, 1, 1))
        return person

    def add(self, **more: Any) -> Activity:
        """Record an activity."""
        entry: Activity = entries.add(LawPublicity, self.organ, values(**more), by=self.clerk, at=at())
        return entry

    def take(self, path: Path, **more: Any) -> importing.ImportReport:
        """Import a file."""
        return importing.import_file(LawPublicity, self.organ, path, by=self.clerk, at=at(), **more)

    def check(self, path: Path) -> importing.ImportReport:
        """Check a file."""
        return importing.dry_run(LawPublicity, self.organ, path, today=TODAY)


@pytest.fixture
def bureau(db: None) -> Bureau:
    """The bureau."""
    return Bureau()


@pytest.fixture
def all_seen() -> Iterator[None]:
    """Everything may be seen."""
    with scope.everything("测试"):
        yield


HEADER = ["活动编号", "活动日期", "主题", "类型", "地点", "主办单位", "受众人次", "发放资料"]


def line(number: int, **more: Any) -> list[Any]:
    """One right row under `HEADER`."""
    cells = {
        "活动编号": f"普{number}", "活动日期": "2025-12-04", "主题": f"宪法宣传{number}", "类型": "法律进社区",
        "地点": "广场", "主办单位": "司法局", "受众人次": 100, "发放资料": 50,
    }  # fmt: skip
    return list({**cells, **more}.values())


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes rows into an xlsx."""

    def write(rows: list[list[Any]], name: str = "活动.xlsx") -> Path:
        path = tmp_path / name
        book = xlsxwriter.Workbook(path, {"strings_to_formulas": False})
        page = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for at_row, row in enumerate(rows):
            for at_column, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(at_row, at_column, cell, day)
                elif cell is not None:
                    page.write(at_row, at_column, cell)
        book.close()
        return path

    return write
