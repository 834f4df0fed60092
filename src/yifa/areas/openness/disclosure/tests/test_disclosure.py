"""Proactive disclosure: dates of the law reference, checks before publication, figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from yifa.areas.openness.disclosure import limits
from yifa.areas.openness.disclosure.models import Attribute, Category, Information
from yifa.areas.openness.disclosure.register import ProactiveDisclosure
from yifa.kernel.figure import Window
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused
from yifa.kernel.registers.models import BookEvent
from yifa.kernel.registers.reckon import reckon_all
from yifa.kernel.registers.verify import verify_books
from yifa.office import scope
from yifa.office.models import Organ, Place

pytestmark = [pytest.mark.django_db, pytest.mark.data]
NOW = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
CHECKED = {
    "secrecy_by": "张明", "secrecy_on": "2025-01-15", "secrecy_result": "可以公开",
    "privacy_by": "李红", "privacy_on": "2025-01-15",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _all_seen() -> Iterator[None]:
    with scope.everything("测试"):
        yield


@pytest.fixture
def organ() -> Organ:
    place = Place.objects.create(code="419001", name="洪河县", level="county")
    return Organ.objects.create(place=place, name="洪河县人民政府", short_name="县政府", kind="government")


def add(organ: Organ, number: str = "1", **more: Any) -> Information:
    values = {
        "number": number, "title": "停车场管理办法", "summary": "规范停车场。", "formed_on": "2025-01-15",
        "category": "20-01", **more,
    }  # fmt: skip
    entry: Information = entries.add(ProactiveDisclosure, organ, values, by=None, at=NOW)
    return entry


@pytest.mark.parametrize(
    ("formed", "due"),
    [
        ("2024-09-10", "2024-10-14"),
        ("2025-01-15", "2025-02-18"),
        ("2026-01-30", "2026-03-05"),
        ("2025-09-26", "2025-10-30"),
    ],
)
def test_twenty_working_days_from_the_day_it_was_formed(organ: Organ, formed: str, due: str) -> None:
    entry = add(organ, formed_on=formed)
    assert entry.due_on == entry.due_strict == date.fromisoformat(due)
    assert not entry.provisional
    assert "20个工作日" in limits.explain(entry)


def test_a_change_starts_the_twenty_days_again(organ: Organ) -> None:
    assert add(organ, changed_on="2025-09-26").due_on == date(2025, 10, 30)


def test_a_budget_has_twenty_natural_days_from_its_ratification(organ: Organ) -> None:
    entry = add(organ, category="20-07 预算决算", ratified_on="2025-01-20")
    assert (entry.due_strict, entry.due_rolled, entry.due_on) == (
        date(2025, 2, 9),
        date(2025, 2, 10),
        date(2025, 2, 10),
    )
    with pytest.raises(EntryRefused, match="“批准批复日期”没有填写"):
        add(organ, "2", category="20-07 预算决算")


def test_a_due_date_in_a_year_without_a_holiday_notice_is_provisional() -> None:
    entry = Information(attribute=Attribute.ACTIVE, category=Category.RULES, formed_on=date(2026, 12, 20))
    limits.reckon(entry)
    assert entry.provisional
    assert entry.due_on is not None
    assert entry.due_on.year == 2027


def test_on_time_and_late(organ: Organ) -> None:
    timely = add(organ, "1", published_on="2025-02-18", **CHECKED)
    late = add(organ, "2", published_on="2025-02-19", **CHECKED)
    pending = add(organ, "3")
    assert (timely.on_time, late.on_time, pending.on_time) == (True, False, None)
    assert [entry.outcome for entry in (timely, late, pending)] == ["published", "published", "pending"]
    assert "晚于最迟公开日2025-02-18" in str(list(ProactiveDisclosure.doubts(late)))


def test_what_was_published_before_its_change_is_not_yet_published_anew(organ: Organ) -> None:
    assert add(organ, changed_on="2025-09-26", published_on="2025-01-20", **CHECKED).on_time is None


@pytest.mark.parametrize(
    ("missing", "why"),
    [
        ({"secrecy_by": ""}, "没有完成保密审查"),
        ({"secrecy_result": ""}, "没有完成保密审查"),
        ({"secrecy_on": "2025-01-21"}, "保密审查日期”2025-01-21晚于公开日期2025-01-20"),
        ({"secrecy_result": "不得公开"}, "结论是不得公开"),
        ({"secrecy_result": "不能确定，已报请确定"}, "能否公开尚未确定（政府信息公开条例17③）"),
        ({"privacy_by": ""}, "没有完成个人信息审查"),
        ({"privacy_on": "2025-01-21"}, "应当先审查、后公开"),
        ({"consult_organs": "财政局、住建局"}, "涉及财政局、住建局，尚未协商确认"),
        ({"approval_required": "是"}, "在公开日期前没有批准"),
        ({"title": "关于张某410101199003074515的公告"}, "含有公民身份号码"),
        ({"attribute": "不予公开", "not_public_basis": "14"}, "公开属性为不予公开，却有公开日期"),
        ({"published_on": "2025-01-14"}, "早于形成日期"),
        ({"retracted_on": "2025-02-01"}, "撤下已公开的信息必须说明理由"),
    ],
)
def test_nothing_is_published_before_its_checks(organ: Organ, missing: dict[str, str], why: str) -> None:
    with pytest.raises(EntryRefused) as refused:
        add(organ, **{"published_on": "2025-01-20", **CHECKED, **missing})
    assert why in str(refused.value)


def test_before_publication_an_entry_may_wait_without_checks(organ: Organ) -> None:
    assert add(organ).outcome == "pending"


def test_what_is_not_public_needs_its_provision(organ: Organ) -> None:
    with pytest.raises(EntryRefused, match="不予公开必须写明依据"):
        add(organ, attribute="不予公开")
    entry = add(organ, attribute="不予公开", not_public_basis="第十五条（商业秘密、个人隐私）")
    assert (entry.outcome, entry.due_on) == ("not_public", None)


def test_a_telephone_number_is_only_pointed_out(organ: Organ) -> None:
    entry = add(organ, summary="咨询电话0398-2345678。", published_on="2025-01-20", channels="政府网站", **CHECKED)
    assert [d.field for d in ProactiveDisclosure.doubts(entry)] == ["summary"]


def test_rates_are_of_what_fell_due(organ: Organ) -> None:
    add(organ, "1", published_on="2025-02-18", **CHECKED)
    add(organ, "2", published_on="2025-02-19", masked_fields="住址", **CHECKED)
    add(organ, "3")
    add(organ, "4", attribute="依申请公开")
    add(organ, "5", formed_on="2025-12-25")  # falls due in 2026
    year = Window.year(2025, [organ.pk])
    found = {figure.code: figure.value(year) for figure in ProactiveDisclosure.figures()}
    assert found["pd_count"].value == 2
    assert found["pd_due"].value == 3
    assert found["pd_on_time_rate"].value == Decimal("33.33")
    assert (found["pd_on_time_rate"].numerator, found["pd_on_time_rate"].denominator) == (1, 3)
    assert found["pd_rate_self"].value == Decimal("66.67")
    assert ProactiveDisclosure.pd_on_time_rate.denominator_rows(year).count() == 3
    assert ProactiveDisclosure.pd_on_time_rate.value(Window.year(2020, [organ.pk])).value is None


def test_what_is_near_and_what_is_past_its_due_date_is_warned_of(organ: Organ) -> None:
    add(organ)
    assert list(ProactiveDisclosure.warnings(date(2025, 2, 13), [organ.pk])) == []
    assert [w.code for w in ProactiveDisclosure.warnings(date(2025, 2, 14), [organ.pk])] == ["publish"]
    late = list(ProactiveDisclosure.warnings(date(2025, 2, 20), [organ.pk]))
    assert [w.code for w in late] == ["disclosure_overdue"]
    assert "已逾期2日" in late[0].text


def test_only_published_entries_and_named_columns_are_public(organ: Organ) -> None:
    add(organ, "1", published_on="2025-01-20", **CHECKED)
    add(organ, "2")
    add(organ, "3", published_on="2025-01-20", retracted_on="2025-02-01", retracted_why="内容变更", **CHECKED)
    disclosed = ProactiveDisclosure.disclosed
    assert disclosed is not None
    assert [entry.number for entry in Information.objects.filter(disclosed.when)] == ["1"]
    assert not {"secrecy_by", "privacy_by", "not_public_basis"} & {c.name for c in ProactiveDisclosure.public()}


def test_due_dates_are_reckoned_anew_and_what_moved_is_recorded(organ: Organ) -> None:
    entry = add(organ)
    Information.objects.update(due_on=date(2025, 2, 1), on_time=None)
    assert list(reckon_all(at=NOW)) == []  # not provisional: a notice to come does not move it
    (moved,) = reckon_all(at=NOW, whole=True)
    assert str(moved) == "主动公开台账 1：最迟公开日2025-02-01→2025-02-18"
    assert BookEvent.objects.get(kind="reckon").data == {
        "moved": [[entry.pk, {"due_on": ["2025-02-01", "2025-02-18"]}]]
    }
    assert list(reckon_all(at=NOW, whole=True)) == []
    assert list(verify_books([ProactiveDisclosure])) == []


NOTICE = """
年份: 2027
标题: 测试用的放假安排
文号: 试〔2026〕1号
成文日期: 2026-12-24
来源: 测试
状态: 已公布
放假:
  元旦: 2027-01-01 至 2027-01-03
上班:
  元旦: 2027-01-09、2027-01-10
"""


def test_a_holiday_notice_makes_a_provisional_date_firm(organ: Organ, settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    later = datetime.fromisoformat("2026-12-25T10:00:00+08:00")
    values = {"number": "1", "title": "办法", "summary": "概述", "formed_on": "2026-12-21", "category": "20-01"}
    entry = entries.add(ProactiveDisclosure, organ, values, by=None, at=later)
    assert (entry.due_on, entry.provisional) == (date(2027, 1, 19), True)
    (tmp_path / "calendars").mkdir()
    (tmp_path / "calendars" / "2027.yaml").write_text(NOTICE, encoding="utf-8")
    (moved,) = reckon_all(at=later)
    entry.refresh_from_db()
    assert (entry.due_on, entry.provisional) == (date(2027, 1, 15), False)  # two make-up working days more
    assert "最迟公开日2027-01-19→2027-01-15" in str(moved)
