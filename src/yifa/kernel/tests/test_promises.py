"""A place may promise less time than the law gives, never more; and each promise says on what it rests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from yifa.clock import Period, days, hours, months, working_days, years
from yifa.kernel import promises
from yifa.kernel.models import Clock
from yifa.kernel.tests.conftest import Bureau, at
from yifa.kernel.tests.toy import LaterToy, Toy
from yifa.kernel.ticking import tick

FILE = """
来源: 洪河县人民政府办公室政务服务承诺（虚构）
时限:
  - {程序: toy, 期限: examine, 长度: 3个工作日, 依据: 洪政办〔2025〕3号}
  - {程序: 试验程序, 期限: 审理, 长度: 45日, 依据: 洪政办〔2025〕3号}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the county's own promises, alone."""
    monkeypatch.setattr(promises, "_folders", lambda: (tmp_path,))
    promises.of_place.cache_clear()
    yield tmp_path
    promises.of_place.cache_clear()


def write(folder: Path, text: str, place: str = "130999") -> Path:
    path = folder / place / "limits.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("promise", "law", "holds"),
    [
        (working_days(3), working_days(5), True), (working_days(5), working_days(5), False),
        (days(5), working_days(5), True), (days(6), working_days(5), False), (working_days(5), days(60), False),
        (days(45), days(60), True), (days(27), months(1), True), (days(28), months(1), False),
        (months(6), years(1), True), (days(300), years(1), True), (hours(2), days(1), False),
    ],
)  # fmt: skip
def test_a_promise_must_end_before_the_limit_of_the_law_in_any_calendar(
    promise: Period, law: Period, holds: bool
) -> None:
    assert promises.shorter(promise, law) is holds


def test_the_promises_of_a_place_become_limits_beside_those_of_the_law(folder: Path) -> None:
    write(folder, FILE)
    made = promises.limits_for("130999", Toy)
    assert [(limit.code, limit.label, str(limit.period), limit.promised) for limit in made] == [
        ("examine.promised", "受理审查（承诺）", "3个工作日", True),
        ("conclude.promised", "审理（承诺）", "45日", True),
    ]
    assert promises.limits_for("130998", Toy) == []
    assert Toy.limit("examine.promised").label == "受理审查（承诺）"
    assert len(promises.limits_for("130999", LaterToy)) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FILE.replace("3个工作日", "12个工作日"), "“受理审查”法定为10个工作日，承诺12个工作日不短于法定期限"),
        (FILE.replace("45日", "60日"), "“审理”法定为60日，承诺60日不短于法定期限"),
        (FILE.replace("45日", "六周"), "“六周”不是期间"),
        (FILE.replace("期限: 审理", "期限: 审限"), "没有“审限”"),
        (FILE.replace("试验程序", "别的程序"), "没有名为“别的程序”的程序"),
        (FILE.replace(", 依据: 洪政办〔2025〕3号", ""), "应当写明程序、期限、长度、依据"),
        (FILE.replace("来源: 洪", "出处: 洪"), "应当写明“来源”"),
        ("时限: [", "不能读取"),
    ],
)
def test_a_faulty_entry_is_told_with_its_file_and_not_used(folder: Path, text: str, said: str) -> None:
    write(folder, text)
    (first, *_) = list(promises.faults())
    assert first.startswith("places/130999/limits.yaml")
    assert said in first


@pytest.mark.data
def test_a_promise_runs_beside_the_law_and_has_no_effect_of_its_own(folder: Path, bureau: Bureau) -> None:
    write(folder, FILE)
    bureau.take(None, Toy.receive, "2025-03-10")
    rows = Clock.objects.order_by("limit").values_list("limit", "promised", "due")
    assert list(rows) == [("examine", False, date(2025, 3, 17)), ("examine.promised", True, date(2025, 3, 13))]
    assert Clock.objects.get(promised=True).declaration.promised
    assert list(tick(at("2025-03-14", 1))) == []
    assert [ticked.on for ticked in tick(at("2025-03-18", 1))] == [date(2025, 3, 17)]
    assert Clock.objects.get(limit="examine.promised").state == "late"
