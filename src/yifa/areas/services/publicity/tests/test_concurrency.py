"""Two people at once, or one who clicks twice: nothing is lost and nothing is doubled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.racing import at_once
from yifa.areas.services.publicity.models import Activity
from yifa.areas.services.publicity.register import LawPublicity
from yifa.areas.services.publicity.tests.conftest import HEADER, Bureau, at, line, values
from yifa.kernel.registers import entries, importing
from yifa.kernel.registers.errors import AlreadyImported, EntryRefused, Stale
from yifa.kernel.registers.models import ImportBatch
from yifa.kernel.registers.verify import verify_books
from yifa.office import scope

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.data]


def sound() -> bool:
    with scope.everything("测试"):
        return not list(verify_books([LawPublicity]))


def test_a_file_confirmed_twice_at_once_is_imported_once(bureau: Bureau, sheet: Callable[..., Path]) -> None:
    path = sheet([HEADER, *(line(n) for n in range(300))])

    def confirm() -> None:
        importing.import_file(LawPublicity, bureau.organ, path, by=bureau.clerk, at=at())

    (refused,) = at_once(confirm, confirm)
    assert isinstance(refused, AlreadyImported)
    assert Activity._base_manager.count() == 300
    assert ImportBatch.objects.count() == 1
    assert sound()


def test_one_number_entered_twice_at_once_is_recorded_once(bureau: Bureau) -> None:
    def add() -> None:
        entries.add(LawPublicity, bureau.organ, values(), by=bureau.clerk, at=at())

    (refused,) = at_once(add, add)
    assert isinstance(refused, EntryRefused)
    assert Activity._base_manager.count() == 1
    assert sound()


def test_of_two_changes_at_once_the_second_is_shown_the_first(bureau: Bureau) -> None:
    with scope.everything("测试"):
        entry = bureau.add()

    def change(people: str) -> Callable[[], object]:
        return lambda: entries.amend(LawPublicity, entry.pk, {"people": people}, seen=1, by=bureau.clerk, at=at())

    (refused,) = at_once(change("1"), change("2"))
    assert isinstance(refused, Stale)
    entry.refresh_from_db()
    assert (entry.version, entry.people in (1, 2)) == (2, True)
    assert sound()


def test_ten_people_record_at_once_in_one_book(bureau: Bureau) -> None:
    def add(number: int) -> Callable[[], object]:
        return lambda: entries.add(LawPublicity, bureau.organ, values(number=f"普{number}"), by=bureau.clerk, at=at())

    assert at_once(*(add(n) for n in range(10))) == []
    assert Activity._base_manager.count() == 10
    assert sound()
