"""Inspection items and objects, and the pools that a draw is made from."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from yifa.areas.enforcement.authority.register import Officers
from yifa.areas.enforcement.inspected.models import InspectionItem, InspectionObject
from yifa.areas.enforcement.inspected.pools import object_rows, officer_rows, write_pools
from yifa.areas.enforcement.inspected.register import InspectionItems, InspectionObjects
from yifa.draw import files, reading
from yifa.errors import YifaError
from yifa.kernel.figure import Window
from yifa.kernel.registers import entries, importing
from yifa.kernel.registers.errors import EntryRefused, RegisterError
from yifa.kernel.registers.exporting import entries_of, public_of
from yifa.office.codes import credit_check_character
from yifa.office.models import Organ
from yifa.office.personal import personal_fields

pytestmark = [pytest.mark.django_db, pytest.mark.data]
NOW = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
TODAY = date(2026, 11, 20)
ITEM = {
    "item_code": "JC-001", "name": "食品生产经营监督检查", "matter": "食品",
    "legal_basis": "《食品安全法》第一百一十条",
    "content": "进货查验", "targets": "食品生产企业", "standard": "记录完整", "published_on": "2025-05-20",
    "standard_published_on": "2025-06-20", "cap": "2", "cap_published_on": "2025-06-20", "random": "是",
    "listed_on": "2025-05-12",
}  # fmt: skip
PLAN = """
title = "食品抽查"
on = 2026-11-24
public_source = "某公开开奖号码2026-11-24"
team = 2
[quotas]
A = 1
C = 2
[weights."风险等级"]
A = 1
C = 3
"""


def code(number: int, kind: str = "91") -> str:
    body = f"{kind}130999{number:09}"
    return body + credit_check_character(body)


def item(organ: Organ, **more: Any) -> InspectionItem:
    entry: InspectionItem = entries.add(InspectionItems, organ, ITEM | more, by=None, at=NOW)
    return entry


def shop(organ: Organ, number: int = 1, **more: Any) -> InspectionObject:
    values = {
        "code": code(number), "name": f"洪河县第{number}食品厂", "kind": "企业", "matters": "食品、特种设备",
        "risk": "C",
        "township": "柳林镇", "listed_on": "2025-03-10", **more,
    }  # fmt: skip
    entry: InspectionObject = entries.add(InspectionObjects, organ, values, by=None, at=NOW)
    return entry


def officer(organ: Organ, number: str, **more: Any) -> None:
    values = {
        "cert_no": number, "name": f"执法员{number}", "body": organ.name, "staffing": "事业编制",
        "cert_kind": "行政执法证", "matters": "食品", "exam_on": "2024-11-20", "issued_on": "2024-12-05",
        "valid_to": "2029-12-04", **more,
    }  # fmt: skip
    entries.add(Officers, organ, values, by=None, at=NOW)


@pytest.mark.parametrize(("changed", "message"), [
    ({"legal_basis": "、"}, "（54号文），没有依据的事项不得列入清单"),
    ({"standard": ""}, "没有填写，却有标准公布日期（54号文）"),
    ({"cap": ""}, "没有填写，却有上限公布日期（54号文）"),
    ({"cap": "0"}, "上限从1次开始"),
    ({"cap": "两次"}, "不是数字"),
    ({"exempt": "是"}, "写明特殊行业、重点领域"),
    ({"published_on": "2026-11-21"}, "晚于今天"),
    ({"ended_on": "2025-05-11"}, "早于列入日期"),
    ({"matter": ""}, "没有填写"),
])  # fmt: skip
def test_an_item_is_refused_with_the_article(market: Organ, changed: dict[str, str], message: str) -> None:
    with pytest.raises(EntryRefused) as refused:
        item(market, **changed)
    assert message in str(refused.value)


@pytest.mark.parametrize(("changed", "message"), [
    ({"code": code(1)[:17]}, "应为18位，现为17位"),
    ({"code": code(1)[:17] + ("0" if code(1)[17] != "0" else "1")}, "最后一位校验码不符"),
    ({"code": code(1)[:17] + ("0" if code(1)[17] != "0" else "1")}, "（优化营商环境条例19①）"),
    ({"code": "91130999MA0OOOOOOO"}, "不使用字符“O”"),
    ({"code": code(1, "92")}, "92开头的是个体工商户的代码，与对象类型不一致"),
    ({"matters": "、"}, "至少填写一个领域"),
    ({"risk": "高"}, "不在可选项中"),
    ({"graded_on": "2026-11-21"}, "晚于今天"),
    ({"ended_on": "2025-03-09"}, "早于列入日期"),
    ({"name": ""}, "没有填写"),
])  # fmt: skip
def test_an_object_is_refused(market: Organ, changed: dict[str, str], message: str) -> None:
    with pytest.raises(EntryRefused) as refused:
        shop(market, **changed)
    assert message in str(refused.value)


def test_a_place_without_code_has_a_number_of_the_organ(market: Organ) -> None:
    assert shop(market, code="水源地-01", kind="场所、设施").pk
    with pytest.raises(EntryRefused, match="已经登记过"):
        shop(market, code="水源地-01", kind="场所、设施")


def test_items_of_which_something_is_not_published_are_warned_of(market: Organ) -> None:
    item(market)
    item(market, item_code="2", published_on="", cap="", cap_published_on="")
    item(market, item_code="3", published_on="", ended_on="2026-01-01")
    (warned,) = InspectionItems.warnings(TODAY, [market.pk])
    assert "事项、年度频次上限尚未公布" in warned.text
    assert public_of(InspectionItems, entries_of(InspectionItems), TODAY).count() == 1


def test_neither_random_nor_special_is_doubted(market: Organ) -> None:
    assert list(InspectionItems.doubts(item(market))) == []
    plain = item(market, item_code="2", random="否")
    assert "优化营商环境条例54①" in str(next(iter(InspectionItems.doubts(plain))))
    special = item(market, item_code="3", random="否", exempt="是", exempt_why="特种设备")
    assert list(InspectionItems.doubts(special)) == []


def test_the_register_of_objects_is_not_public_and_its_persons_are_marked(market: Organ) -> None:
    shop(market)
    assert InspectionObjects.public() == ()
    with pytest.raises(RegisterError, match="没有依法公开的栏目"):
        public_of(InspectionObjects, entries_of(InspectionObjects), TODAY)
    assert {"name", "address", "contact", "phone"} <= set(personal_fields(InspectionObject))


def test_the_pools_hold_who_is_on_the_register_that_day_and_name_no_person(market: Organ) -> None:
    shop(market, 1)
    shop(market, 2, kind="个体工商户", code=code(2, "92"), name="张三小吃店", risk="A")
    shop(market, 3, ended_on="2026-11-20")
    shop(market, 4, matters="药品")
    shop(market, 5, listed_on="2026-11-20")
    rows = object_rows(market, "食品", TODAY)
    assert [(r["编号"], r["名称"], r["分层"]) for r in rows] == [
        (code(1), "洪河县第1食品厂", "C"), (code(5), "洪河县第5食品厂", "C"), (code(2, "92"), "某个体工商户", "A")
    ]  # fmt: skip
    assert [r["编号"] for r in object_rows(market, "食品", date(2026, 11, 19))][1:2] == [code(3)]
    assert object_rows(market, "食品", TODAY, "township")[0]["分层"] == "柳林镇"


def test_suspended_officers_are_in_the_pool_as_such_and_those_who_left_are_not(market: Organ) -> None:
    officer(market, "1", recused=code(1))
    officer(market, "2", status="暂扣", status_on="2026-11-01", status_why="年审")
    officer(market, "3", status="离岗收回", status_on="2026-11-01", status_why="退休")
    officer(market, "4", matters="药品")
    officer(market, "5", matters="", valid_to="2026-11-01")
    rows = officer_rows(market, "食品", TODAY, {"1": 3})
    assert [(r["证号"], r["状态"], r["回避"], r["已查次数"]) for r in rows] == [
        ("1", "", code(1), "3"), ("2", "暂扣", "", "0"), ("5", "", "", "0")
    ]  # fmt: skip
    assert [r["状态"] for r in officer_rows(market, "食品", date(2026, 10, 31), {})][:2] == ["", ""]


def test_a_draw_is_committed_and_run_on_the_pools_of_the_registers(market: Organ, tmp_path: Path) -> None:
    for number in range(1, 5):
        shop(market, number, risk="A" if number == 4 else "C")
    for number in ("1", "2", "3"):
        officer(market, number)
    officer(market, "9", valid_to="2026-11-23")
    folder = tmp_path / "抽查"
    assert write_pools(market, folder, "食品", date(2026, 11, 24)) == (4, 4)
    (folder / reading.PLAN).write_text(PLAN, encoding="utf-8")
    secret, key, public = "ab" * 32, "cd" * 32, tmp_path / "public"
    public.mkdir()
    for name, content in files.published_first(folder, secret, key).items():
        (public / name).write_bytes(content)
    result = files.run(folder, public, secret, key, "03 07 11")
    assert len(result["drawn"]) == 3
    assert not any(member["code"] == "9" for line in result["drawn"] for member in line["team"])
    with pytest.raises(YifaError, match="不能覆盖"):
        write_pools(market, folder, "食品", date(2026, 11, 24))


def test_the_command_writes_the_pools_and_refuses_what_is_not_there(market: Organ, tmp_path: Path) -> None:
    shop(market)
    officer(market, "1")
    out = StringIO()
    call_command("draw_pools", "县市场监管局", tmp_path / "一", matter="食品", on=TODAY, stdout=out)
    assert "检查对象1个、执法人员1人" in out.getvalue()
    with pytest.raises(CommandError, match="没有“烟草”领域的检查对象"):
        call_command("draw_pools", "县市场监管局", tmp_path / "二", matter="烟草", on=TODAY)
    with pytest.raises(CommandError, match="找不到机关“某局”"):
        call_command("draw_pools", "某局", tmp_path / "三", matter="食品", on=TODAY)
    assert not (tmp_path / "二").exists()


def test_figures_count_items_and_objects_of_the_last_day(market: Organ) -> None:
    item(market)
    item(market, item_code="2", random="否", cap="", cap_published_on="")
    item(market, item_code="3", ended_on="2025-12-31")
    shop(market)
    shop(market, 2, ended_on="2025-12-31")
    window = Window.year(2025, [market.pk])
    values = [
        figure.value(window).value
        for figure in (
            InspectionItems.inspection_items, InspectionItems.inspection_items_random,
            InspectionItems.inspection_items_capped, InspectionObjects.inspection_objects,
            InspectionObjects.inspection_objects_added,
        )
    ]  # fmt: skip
    assert values == [Decimal(2), Decimal(1), Decimal(1), Decimal(1), Decimal(2)]


def test_a_table_of_objects_is_imported_whole_or_not_at_all(market: Organ, tmp_path: Path) -> None:
    path = tmp_path / "对象.csv"
    head = "对象编号,对象名称,对象类型,检查领域,风险等级,所在乡镇街道,列入日期"
    good = [f"{code(n)},第{n}厂,企业,食品、药品,B,柳林镇,2025-03-10" for n in (1, 2)]
    wrong = [f"{code(1)},第1厂,企业,食品,B,柳林镇,2025-03-10", f"{code(3)[:17]}?,第3厂,企业,食品,B,柳林镇,2025-03-10"]
    path.write_text("\n".join([head, *good, *wrong]), encoding="utf-8")
    report = importing.import_file(InspectionObjects, market, path, by=None, at=NOW)
    assert (report.batch, InspectionObject.objects.count(), report.fault_count) == (None, 0, 2)
    assert "与第2行重复" in str(report.faults[0])
    assert "不使用字符“?”" in str(report.faults[1])
    path.write_text("\n".join([head, *good]), encoding="utf-8")
    assert importing.import_file(InspectionObjects, market, path, by=None, at=NOW).batch is not None
    assert InspectionObject.objects.count() == 2
    pasted = f" {code(5)[:8]} {code(5)[8:].lower()}"
    path.write_text("\n".join([head, f"{pasted},第5厂,企业,食品,b,柳林镇,2025-03-10"]), encoding="utf-8")
    assert importing.import_file(InspectionObjects, market, path, by=None, at=NOW).batch is not None
    assert InspectionObject.objects.filter(code=code(5), risk="B").count() == 1
