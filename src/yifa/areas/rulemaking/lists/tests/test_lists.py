"""The lists: editions, publication within twenty working days, and bases that no longer stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from yifa.areas.rulemaking.lists.register import CertificateList, FeeList, IntermediaryList, LicenceList, PowerList
from yifa.kernel.figure import Window
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused
from yifa.office import scope
from yifa.office.models import Organ, Place

pytestmark = [pytest.mark.django_db, pytest.mark.data]
NOW = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
POWER = {
    "item_code": "130999-XK-001", "name": "食品经营许可", "legal_basis": "《食品安全法》第三十五条", "edition": "1",
    "status": "现行", "power_type": "行政许可", "duty": "受理、审查、决定", "accountability": "依法处分",
    "listed_on": "2025-09-12", "adjust_reason": "首次列入",
}  # fmt: skip
LICENCE = {
    "item_code": "000131005000", "name": "食品经营许可", "legal_basis": "《食品安全法》第三十五条", "edition": "1",
    "status": "现行", "level": "县级", "region": "洪河县", "conditions": "有场所", "materials": "申请书",
    "limit_workdays": "10", "fee": "不收费", "supervision_rule": "双随机", "listed_on": "2025-09-12",
    "adjust_reason": "首次列入",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _all_seen() -> Iterator[None]:
    with scope.everything("测试"):
        yield


@pytest.fixture
def organ() -> Organ:
    place = Place.objects.create(code="130999", name="洪河县", level="county")
    return Organ.objects.create(place=place, name="洪河县市场监督管理局", short_name="县市场监管局", kind="department")


def add(register: Any, organ: Organ, values: dict[str, Any], **more: Any) -> Any:
    return entries.add(register, organ, values | more, by=None, at=NOW)


def test_an_adjusted_list_is_public_within_twenty_working_days(organ: Organ) -> None:
    entry = add(PowerList, organ, POWER)
    assert (entry.due_on, entry.on_time) == (date(2025, 10, 16), None)  # 国庆 days off, 09-28 and 10-11 worked
    assert "20个工作日" in PowerList.explain(entry)
    assert [w.code for w in PowerList.warnings(date(2025, 10, 10), [organ.pk])] == ["publish"]
    assert [w.code for w in PowerList.warnings(date(2025, 10, 17), [organ.pk])] == ["list_unpublished"]
    entry = entries.amend(PowerList, entry.pk, {"published_on": "2025-10-17"}, seen=1, by=None, at=NOW)
    assert entry.on_time is False
    assert PowerList.power_on_time.value(Window.year(2025, [organ.pk])).value == Decimal(0)


def test_a_new_edition_needs_the_old_one_to_become_history_and_both_stay(organ: Organ) -> None:
    first = add(PowerList, organ, POWER)
    second = {"edition": "2", "adjust_reason": "法律法规立改废释", "listed_on": "2026-01-05"}
    with pytest.raises(EntryRefused, match="同一事项已有现行的版次"):
        add(PowerList, organ, POWER, **second)
    entries.amend(PowerList, first.pk, {"status": "历史版本"}, seen=1, by=None, at=NOW)
    with pytest.raises(EntryRefused, match="第1版选首次列入"):
        add(PowerList, organ, POWER, **second | {"adjust_reason": "首次列入"})
    add(PowerList, organ, POWER, **second)
    editions = PowerList.model.objects.order_by("edition").values_list("edition", "status")
    assert list(editions) == [(1, "former"), (2, "in_force")]
    with pytest.raises(EntryRefused, match="已经登记过"):
        add(PowerList, organ, POWER, **second | {"status": "历史版本"})


def test_an_item_without_basis_is_refused(organ: Organ) -> None:
    with pytest.raises(EntryRefused, match="依据"):
        add(FeeList, organ, {
            "name": "某费", "legal_basis": "", "edition": "1", "status": "现行", "fee_kind": "涉企行政事业性收费",
            "standard": "5元", "collector": "县城管局", "listed_on": "2025-03-03", "adjust_reason": "首次列入",
        })  # fmt: skip


def test_only_fees_funds_and_deposits_need_a_law_or_an_approval_not_regulated_prices(organ: Organ) -> None:
    entry = add(FeeList, organ, {
        "name": "某费", "legal_basis": "《互联网药品信息服务管理办法》第四条", "edition": "1", "status": "现行",
        "fee_kind": "涉企行政事业性收费", "standard": "5元", "collector": "县城管局", "listed_on": "2025-03-03",
        "adjust_reason": "首次列入",
    })  # fmt: skip
    assert any("部门规章" in str(doubt) for doubt in FeeList.doubts(entry))
    entry.fee_kind = "regulated"
    assert list(FeeList.doubts(entry)) == []


def test_a_licence_resting_on_a_ministry_s_rule_is_doubted(organ: Organ) -> None:
    entry = add(LicenceList, organ, LICENCE)
    assert list(LicenceList.doubts(entry)) == []
    entry.legal_basis = ["《规章制定程序条例》第三条", "《互联网药品信息服务管理办法》第四条", "有关规定"]
    doubts = [str(doubt) for doubt in LicenceList.doubts(entry)]
    assert not any("规章制定程序条例" in doubt for doubt in doubts)
    assert any("部门规章" in doubt for doubt in doubts)
    assert any("“有关规定”没有认出法律文件" in doubt for doubt in doubts)


def test_the_same_licence_at_two_levels_is_two_items(organ: Organ) -> None:
    add(LicenceList, organ, LICENCE)
    add(LicenceList, organ, LICENCE, level="乡级", region="柳林镇")
    with pytest.raises(EntryRefused, match="同一事项已有现行的版次"):
        add(LicenceList, organ, LICENCE)


def test_an_item_whose_basis_was_repealed_is_to_be_adjusted(organ: Organ) -> None:
    entry = add(PowerList, organ, POWER, legal_basis="《环境保护法》第四十二条")
    before = [w.code for w in PowerList.warnings(date(2026, 8, 14), [organ.pk])]
    assert "basis_repealed" not in before
    (warned,) = [w for w in PowerList.warnings(date(2026, 8, 15), [organ.pk]) if w.code == "basis_repealed"]
    assert warned.entry == entry.pk
    assert "依据《环境保护法》第四十二条已经废止（由《生态环境法典》替代）。请进行清单动态调整。" in warned.text
    entries.amend(PowerList, entry.pk, {"legal_basis": "《食品安全法》第三十五条"}, seen=1, by=None, at=NOW)
    assert "basis_repealed" not in [w.code for w in PowerList.warnings(date(2026, 8, 15), [organ.pk])]


def test_an_item_listed_before_its_act_was_amended_is_to_be_checked(organ: Organ) -> None:
    basis = "《保障中小企业款项支付条例》第十七条"
    add(PowerList, organ, POWER, legal_basis=basis, listed_on="2025-03-03")
    codes = [w.code for w in PowerList.warnings(date(2025, 5, 31), [organ.pk])]
    assert "basis_amended" not in codes
    (warned,) = [w for w in PowerList.warnings(date(2025, 6, 1), [organ.pk]) if w.code == "basis_amended"]
    assert "2025-06-01起施行新的文本，第十七条已有变动" in warned.text


@pytest.mark.parametrize("register", [PowerList, LicenceList, CertificateList, FeeList, IntermediaryList])
def test_every_list_is_public_with_its_basis(register: Any) -> None:
    public = {column.name for column in register.public()}
    assert {"name", "legal_basis", "edition", "status", "published_on"} <= public
    assert register.disclosed is not None
