from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection, connections, transaction

from yifa.office.models import Organ, OrganKind, Place
from yifa.papers import numbers
from yifa.papers.models import OrganMark, RetiredNumber, Series
from yifa.papers.numbers import NumberError

pytestmark = pytest.mark.data


def organ(mark: str = "洪复", name: str = "洪河县人民政府") -> Organ:
    place, _ = Place.objects.get_or_create(code="330299", defaults={"name": "洪河县", "level": "county"})
    return Organ.objects.create(place=place, name=name, short_name=name, kind=OrganKind.GOVERNMENT, mark=mark)


@pytest.mark.django_db
def test_numbers_follow_each_other_in_each_series() -> None:
    county = organ()
    assert numbers.allocate(county, "受", 2025) == "洪复受字〔2025〕1号"
    assert numbers.allocate(county, "受", 2025) == "洪复受字〔2025〕2号"
    assert numbers.allocate(county, "决", 2025) == "洪复决字〔2025〕1号"
    assert numbers.allocate(county, "", 2025) == "洪复〔2025〕1号"
    assert numbers.allocate(county, "受", 2026) == "洪复受字〔2026〕1号"


@pytest.mark.django_db
def test_each_organ_counts_for_itself() -> None:
    numbers.allocate(organ(), "受", 2025)
    assert numbers.allocate(organ("溪复", "溪口县人民政府"), "受", 2025) == "溪复受字〔2025〕1号"


@pytest.mark.django_db
def test_an_organ_without_a_mark_gets_no_number_and_is_told_where_to_enter_it() -> None:
    with pytest.raises(NumberError, match=r"没有填写机关代字。请管理员在机关信息中填写"):
        numbers.allocate(organ(mark=""), "受", 2025)


@pytest.mark.django_db(transaction=True)
def test_a_number_is_given_out_only_inside_a_transaction() -> None:
    with pytest.raises(NumberError, match="同一事务"):
        numbers.allocate(organ(), "受", 2025)
    assert not Series.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_rollback_gives_the_number_back() -> None:
    county = organ()
    with transaction.atomic():
        numbers.allocate(county, "受", 2025)

    def fail() -> None:
        with transaction.atomic():
            assert numbers.allocate(county, "受", 2025) == "洪复受字〔2025〕2号"
            raise RuntimeError("制作失败")

    with pytest.raises(RuntimeError):
        fail()
    with transaction.atomic():
        assert numbers.allocate(county, "受", 2025) == "洪复受字〔2025〕2号"


def take(pk: int, count: int, taken: Callable[[str], object], fail_every: int = 0) -> None:
    """Take numbers one transaction each; every so often the transaction fails after taking one."""
    county = Organ.objects.get(pk=pk)
    for turn in range(1, count + 1):
        try:
            with transaction.atomic():
                number = numbers.allocate(county, "受", 2025)
                if fail_every and turn % fail_every == 0:
                    raise RuntimeError("制作失败")
        except RuntimeError:
            continue
        taken(number)
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_threads_that_issue_at_once_leave_no_gap_and_no_double() -> None:
    county = organ()
    taken: list[str] = []
    threads = [threading.Thread(target=take, args=(county.pk, 12, taken.append, 4)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == 6 * 9
    assert set(taken) == {f"洪复受字〔2025〕{n}号" for n in range(1, 55)}
    assert Series.objects.get().last == 54


@pytest.mark.django_db(transaction=True)
def test_processes_that_issue_at_once_leave_no_gap_and_no_double() -> None:
    county = organ()
    connections.close_all()  # a connection must not be shared across a fork
    context = multiprocessing.get_context("fork")
    queue = context.SimpleQueue()
    processes = [context.Process(target=take, args=(county.pk, 15, queue.put)) for _ in range(3)]
    for process in processes:
        process.start()
    taken = [queue.get() for _ in range(45)]
    for process in processes:
        process.join(30)
        assert process.exitcode == 0
    assert sorted(numbers.parse(number).serial for number in taken) == list(range(1, 46))


@pytest.mark.django_db
def test_a_retired_number_stays_in_the_books_and_is_never_given_out_again() -> None:
    county = organ()
    first = numbers.allocate(county, "受", 2025)
    row = numbers.retire(county, "受", first, reason="打印有误", on=date(2025, 3, 4))
    assert row.number == "洪复受字〔2025〕1号"
    assert numbers.allocate(county, "受", 2025) == "洪复受字〔2025〕2号"
    with pytest.raises(NumberError, match="已于2025-03-04作废，理由是：打印有误"):
        numbers.retire(county, "受", first, reason="再次", on=date(2025, 3, 5))
    assert RetiredNumber.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("洪复受字〔2025〕9号", "没有编过这个文号"),
        ("溪复受字〔2025〕1号", "没有编过这个文号"),
        ("洪复受字[2025]1号", "不是规范的文号"),
    ],
)
def test_a_number_that_was_not_given_out_cannot_be_retired(number: str, why: str) -> None:
    county = organ()
    numbers.allocate(county, "受", 2025)
    with pytest.raises(NumberError, match=why):
        numbers.retire(county, "受", number, reason="误", on=date(2025, 3, 4))


@pytest.mark.django_db
def test_a_number_is_retired_only_with_a_reason() -> None:
    county = organ()
    number = numbers.allocate(county, "受", 2025)
    with pytest.raises(NumberError, match="没有写明理由"):
        numbers.retire(county, "受", number, reason=" ", on=date(2025, 3, 4))


@pytest.mark.django_db
def test_numbers_that_are_neither_used_nor_retired_are_listed() -> None:
    county = organ()
    given = [numbers.allocate(county, "受", 2025) for _ in range(4)]
    numbers.retire(county, "受", given[1], reason="误", on=date(2025, 3, 4))
    assert numbers.unaccounted(county, "受", 2025, [given[0], given[3]]) == [given[2]]
    assert numbers.unaccounted(county, "决", 2025, []) == []


@pytest.mark.parametrize(
    ("text", "marks", "year", "serial"),
    [("洪复受字〔2025〕12号", "洪复受", 2025, 12), ("国办发〔2018〕37号", "国办发", 2018, 37)],
)
def test_a_number_is_taken_apart(text: str, marks: str, year: int, serial: int) -> None:
    assert numbers.parse(text) == numbers.Number(marks, year, serial)


@pytest.mark.parametrize(
    "text",
    [
        "洪复[2025]12号",
        "洪复〔25〕12号",
        "洪复〔2025〕012号",
        "洪复〔2025〕第12号",
        "洪复（2025）12号",
        "〔2025〕12号",
        "",
    ],
)
def test_a_number_not_written_by_the_standard_is_refused(text: str) -> None:
    with pytest.raises(NumberError, match="不是规范的文号"):
        numbers.parse(text)


@pytest.mark.django_db
def test_an_organ_may_use_another_mark_in_one_kind_of_work() -> None:
    county = organ("洪政")
    assert numbers.allocate(county, "受", 2025, work="reconsideration") == "洪政受字〔2025〕1号"
    OrganMark.objects.create(organ=county, work="reconsideration", mark="洪复")
    assert numbers.allocate(county, "受", 2025, work="reconsideration") == "洪复受字〔2025〕1号"
    assert numbers.allocate(county, "受", 2025, work="major_decision") == "洪政受字〔2025〕2号"
    used = ["洪政受字〔2025〕1号", "洪政受字〔2025〕2号"]
    assert numbers.unaccounted(county, "受", 2025, used) == ["洪复受字〔2025〕1号"]
    void = numbers.retire(county, "受", "洪复受字〔2025〕1号", reason="误编", on=date(2025, 1, 5))
    assert void.series.head == "洪复"
    assert numbers.unaccounted(county, "受", 2025, used) == []
