"""Whoever changes the books behind the program's back is found out, and the place is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.db.models import F, Model

from yifa.areas.services.publicity.models import Activity
from yifa.areas.services.publicity.register import LawPublicity
from yifa.areas.services.publicity.tests.conftest import HEADER, Bureau, at, line
from yifa.kernel.protect import drop
from yifa.kernel.registers import entries
from yifa.kernel.registers.models import Book, BookEvent
from yifa.kernel.registers.values import digest_of
from yifa.kernel.registers.verify import heads, verify_books

pytestmark = [pytest.mark.django_db, pytest.mark.data, pytest.mark.usefixtures("all_seen")]


def found() -> list[str]:
    return [str(broken) for broken in verify_books([LawPublicity])]


def unprotected(model: type[Model]) -> None:
    """What an intruder with the rights of the database's owner would do first."""
    with connection.cursor() as cursor:
        for statement in drop(model._meta.db_table, sqlite=connection.vendor == "sqlite"):
            cursor.execute(statement)


@pytest.fixture
def books(bureau: Bureau, sheet: Callable[..., Path]) -> Bureau:
    """Two entries by hand, one of them changed; an import of 250; all of it sound."""
    first = bureau.add(number="手1")
    bureau.add(number="手2")
    entries.amend(LawPublicity, first.pk, {"people": "5"}, seen=1, by=bureau.clerk, at=at())
    bureau.take(sheet([HEADER, *(line(n) for n in range(1, 251))]))
    assert found() == []
    return bureau


def test_sound_books_stay_sound_through_every_change(books: Bureau) -> None:
    imported = Activity.objects.get(number="普7")
    entries.amend(LawPublicity, imported.pk, {"theme": "改过的"}, seen=1, by=books.clerk, at=at())
    entries.withdraw(LawPublicity, Activity.objects.get(number="普8").pk, "重复", seen=1, by=books.clerk, at=at())
    assert found() == []
    entries.withdraw_batch(LawPublicity, imported.batch, "导错机关", by=books.clerk, at=at())
    assert found() == []
    assert heads()[0][1] == BookEvent.objects.count()


def test_an_altered_entry_is_named(books: Bureau) -> None:
    Activity.objects.filter(number="手2").update(people=99999)
    assert len(found()) == 1
    assert "（手2）：内容被改动（与其摘要不符）" in found()[0]


def test_an_entry_altered_together_with_its_digest_is_named(books: Bureau) -> None:
    for number in ("手1", "普9"):
        entry = Activity.objects.get(number=number)
        entry.people = 99999
        entry.digest = digest_of(LawPublicity, entry)
        entry.save()
    assert [text.split("：")[1] for text in found()] == ["内容和摘要被改动（与登记它的变动不符）"] * 2


def test_an_imported_row_altered_with_both_its_digests_is_narrowed_down_to_a_hundred(books: Bureau) -> None:
    entry = Activity.objects.get(number="普150")
    entry.people = 99999
    entry.digest = entry.origin = digest_of(LawPublicity, entry)
    entry.save()
    assert len(found()) == 1
    assert "第101至200行：导入时的摘要被改动" in found()[0]


def test_missing_entries_are_named(books: Bureau) -> None:
    unprotected(Activity)
    by_hand = BookEvent.objects.get(seq=2).entry
    batch = Activity.objects.get(number="普1").batch_id
    Activity._base_manager.filter(number__in=("手2", "普42")).delete()
    texts = "\n".join(found())
    assert len(found()) == 2
    assert f"第{by_hand}号记录：缺失（第2号变动登记过）" in texts
    assert f"第{batch}批导入第42行：缺失" in texts


def test_inserted_entries_are_named(books: Bureau) -> None:
    template = Activity.objects.get(number="普1")
    for number, batch, row in (("插1", None, None), ("插2", template.batch_id, 251), ("插3", template.batch_id, 5)):
        entry = Activity.objects.get(pk=template.pk)
        entry.pk, entry.number, entry.batch_id, entry.row = None, number, batch, row
        entry.digest = entry.origin = digest_of(LawPublicity, entry)
        entry.save(force_insert=True)
    texts = found()
    assert any("插1）：系插入（没有登记它的变动）" in text for text in texts)
    assert sum("系插入（不在第" in text for text in texts) == 2


def test_an_entry_of_an_organ_without_a_book_is_named(books: Bureau) -> None:
    Activity.objects.filter(number="手2").update(organ=books.other)
    assert any("系插入（该机关没有这本台账）" in text for text in found())
    assert any("缺失" in text for text in found())


def test_a_withdrawal_undone_behind_the_back_is_named(books: Bureau) -> None:
    entries.withdraw(LawPublicity, Activity.objects.get(number="手2").pk, "重复", seen=1, by=books.clerk, at=at())
    Activity.objects.filter(number="手2").update(withdrawn=False)
    assert "撤回状态被改动" in found()[0]


def test_an_altered_event_is_named(books: Bureau) -> None:
    unprotected(BookEvent)
    BookEvent.objects.filter(seq=3).update(actor=books.outsider)
    assert any("第3号变动：内容被改动（修改）" in text for text in found())


def test_a_missing_and_a_last_missing_event_are_named(books: Bureau) -> None:
    unprotected(BookEvent)
    BookEvent.objects.filter(seq__in=(2, 4)).delete()
    texts = "\n".join(found())
    assert "第2号变动：缺失（序号不连续）" in texts
    assert "第4号变动：缺失（末尾变动被删除）" in texts


def test_an_event_cut_off_together_with_the_length_of_the_book_is_seen_at_the_head(books: Bureau) -> None:
    unprotected(BookEvent)
    BookEvent.objects.filter(seq=4).delete()
    Book.objects.update(length=F("length") - 1)
    assert any("链头：与末一变动的摘要不符" in text for text in found())
