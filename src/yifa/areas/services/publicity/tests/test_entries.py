"""Recording, changing and withdrawing entries, and the trail that each leaves."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from yifa.areas.services.publicity.models import Activity
from yifa.areas.services.publicity.register import LawPublicity
from yifa.areas.services.publicity.tests.conftest import Bureau, at
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused, RegisterError, Stale
from yifa.kernel.registers.models import Book, BookEvent
from yifa.office import scope

pytestmark = [pytest.mark.django_db, pytest.mark.data, pytest.mark.usefixtures("all_seen")]


def amend(bureau: Bureau, entry: Activity, seen: int | None = None, **values: object) -> Activity:
    done: Activity = entries.amend(
        LawPublicity, entry.pk, values, seen=entry.version if seen is None else seen, by=bureau.second, at=at(hour=11)
    )
    return done


def test_an_entry_is_recorded_with_its_values_and_one_event(bureau: Bureau) -> None:
    entry = bureau.add()
    entry.refresh_from_db()
    assert (entry.number, entry.kind, entry.people, entry.materials) == ("普1", "schools", 800, 1000)
    assert entry.created_by == bureau.clerk
    event = BookEvent.objects.get()
    assert (event.kind, event.entry, event.actor) == ("add", entry.pk, bureau.clerk)
    assert event.data["digest"] == entry.digest


def test_every_fault_of_an_entry_is_named_at_once(bureau: Bureau) -> None:
    with pytest.raises(EntryRefused) as refused:
        bureau.add(on="2025-02-30", kind="不知道", people="很多", theme="")
    assert [problem.field for problem in refused.value.problems] == ["on", "theme", "kind", "people"]
    assert not Activity.objects.exists()
    assert not BookEvent.objects.exists()


def test_a_date_to_come_is_refused(bureau: Bureau) -> None:
    with pytest.raises(EntryRefused, match="2026-11-21晚于今天2026-11-20"):
        bureau.add(on="2026-11-21")


def test_a_number_is_taken_once_in_an_organ_and_free_in_another(bureau: Bureau) -> None:
    bureau.add()
    with pytest.raises(EntryRefused, match="“普1”已经登记过"):
        bureau.add()
    entries.add(LawPublicity, bureau.other, {**VALUES, "number": "普1"}, by=bureau.outsider, at=at())


def test_only_who_holds_a_writing_post_may_write(bureau: Bureau) -> None:
    for person in (bureau.outsider, bureau.supervisor):
        with pytest.raises(RegisterError, match="没有可以登记台账的岗位"):
            entries.add(LawPublicity, bureau.organ, VALUES, by=person, at=at())


def test_a_change_keeps_what_stood_there_before(bureau: Bureau) -> None:
    entry = amend(bureau, bureau.add(), people="900", theme="宪法进校园活动")
    event = BookEvent.objects.last()
    assert event is not None
    assert event.data["changes"] == {"people": [800, 900], "theme": ["宪法进校园", "宪法进校园活动"]}
    assert ("受众人次（人次）", "800", "900") in entries.changes_of(LawPublicity, event)
    assert (entry.version, entry.updated_by) == (2, bureau.second)
    assert len(entries.history(entry, LawPublicity)) == 2


def test_a_change_that_changes_nothing_leaves_no_event(bureau: Bureau) -> None:
    entry = amend(bureau, bureau.add(), people="800")
    assert entry.version == 1
    assert BookEvent.objects.count() == 1


def test_the_second_of_two_editors_is_shown_the_change_of_the_first(bureau: Bureau) -> None:
    entry = bureau.add()
    amend(bureau, entry, seen=1, people="900")
    with pytest.raises(Stale, match=r"吴芳已于2026-11-20 11:00修改.*“受众人次（人次）”由“800”改为“900”"):
        amend(bureau, entry, seen=1, people="700")
    entry.refresh_from_db()
    assert entry.people == 900


def test_a_withdrawn_entry_stays_with_its_reason_and_frees_its_number(bureau: Bureau) -> None:
    entry = bureau.add()
    entries.withdraw(LawPublicity, entry.pk, "重复登记", seen=1, by=bureau.clerk, at=at())
    entry.refresh_from_db()
    assert (entry.withdrawn, entry.withdrawn_why) == (True, "重复登记")
    with pytest.raises(RegisterError, match="已撤回"):
        amend(bureau, entry, people="1")
    bureau.add()


def test_a_withdrawal_needs_a_reason(bureau: Bureau) -> None:
    with pytest.raises(EntryRefused, match="撤回必须说明理由"):
        entries.withdraw(LawPublicity, bureau.add().pk, " ", seen=1, by=bureau.clerk, at=at())


def test_the_database_refuses_to_delete_an_entry_and_to_touch_the_trail(bureau: Bureau) -> None:
    entry = bureau.add()
    for act in (
        lambda: Activity._base_manager.filter(pk=entry.pk).delete(),
        lambda: BookEvent.objects.all().delete(),
        lambda: BookEvent.objects.update(kind="amend"),
    ):
        with pytest.raises(DatabaseError, match="不得"), transaction.atomic():
            act()


def test_who_works_elsewhere_sees_and_changes_nothing(bureau: Bureau) -> None:
    entry = bureau.add()
    with scope.of(bureau.outsider, at().date()):
        assert not Activity.objects.exists()
        assert not Book.objects.exists()
        with pytest.raises(RegisterError, match="不在您的数据范围内"):
            amend(bureau, entry, people="1")


VALUES = {
    "number": "普2", "on": "2025-12-04", "theme": "宪法", "kind": "其他", "place": "广场", "organizer": "司法局",
}  # fmt: skip
