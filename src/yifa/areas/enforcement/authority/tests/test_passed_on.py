"""Delegations and powers given to townships: what the law does not allow, terms, publication, evaluation."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from yifa.areas.enforcement.authority.models import DelegatedAct, Delegation, GrantedPower
from yifa.areas.enforcement.authority.passed_on import Delegations, GrantedPowers
from yifa.areas.enforcement.authority.register import EnforcementBodies
from yifa.areas.enforcement.authority.standing import delegation_problems, grant_problems
from yifa.kernel.figure import Window
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused
from yifa.office.models import Organ

pytestmark = [pytest.mark.django_db, pytest.mark.data]
NOW = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
TODAY = date(2026, 11, 20)
LETTER = {
    "number": "洪城委〔2025〕1号", "act": "行政处罚", "principal": "洪河县城市管理综合行政执法局",
    "agent": "洪河县环卫中心",
    "agent_kind": "管理公共事务的组织", "matters": "乱倒垃圾的处罚、占道经营的处罚", "powers": "调查取证",
    "legal_basis": "《城市市容和环境卫生管理条例》第三十四条", "conditions_met": "是", "since": "2025-04-01",
    "until": "2026-03-31", "principal_published_on": "2025-04-01", "agent_published_on": "2025-04-01",
}  # fmt: skip
GRANT = {
    "item_code": "冀赋-001", "name": "擅自设置户外广告的处罚", "receiver": "洪河县柳林镇人民政府",
    "receiver_kind": "乡镇人民政府", "former": "洪河县城市管理综合行政执法局",
    "legal_basis": "《城市市容和环境卫生管理条例》第三十六条", "decision_no": "冀政字〔2024〕9号",
    "published_on": "2024-05-10", "taken_on": "2024-07-01",
}  # fmt: skip


def entrust(organ: Organ, **more: Any) -> Delegation:
    entry: Delegation = entries.add(Delegations, organ, LETTER | more, by=None, at=NOW)
    return entry


def grant(organ: Organ, **more: Any) -> GrantedPower:
    entry: GrantedPower = entries.add(GrantedPowers, organ, GRANT | more, by=None, at=NOW)
    return entry


@pytest.mark.parametrize(("changed", "message"), [
    ({"act": "行政强制"}, "行政强制不得委托（行政强制法17①）"),
    ({"matters": "查封违法场所"}, "“查封违法场所”不得委托（行政强制法17①）"),
    ({"matters": "、"}, "“委托事项”没有填写（行政处罚法20②）"),
    ({"legal_basis": "、"}, "“委托依据”没有填写"),
    ({"agent_kind": "其他组织、个人"}, "不得委托其他组织或者个人实施行政处罚（行政处罚法20①）"),
    ({"conditions_met": "否"}, "没有核实（行政处罚法21）"),
    ({"act": "行政许可"}, "行政许可只能委托其他行政机关（行政许可法24①）"),
    ({"until": "2025-03-31"}, "早于委托期限起"),
    ({"until": ""}, "没有填写"),
    ({"ended_on": "2026-04-01"}, "不在委托期限内"),
    ({"agent": LETTER["principal"]}, "与委托机关相同"),
    ({"matters": "行政拘留"}, "“行政拘留”不得委托（行政处罚法18③）"),
    ({"agent_published_on": "2026-11-21"}, "2026-11-21晚于今天2026-11-20（行政处罚法20②），还没有公布的留空"),
])  # fmt: skip
def test_a_delegation_is_refused_with_the_article(market: Organ, changed: dict[str, str], message: str) -> None:
    with pytest.raises(EntryRefused) as refused:
        entrust(market, **changed)
    assert message in str(refused.value)


def test_products_under_compulsory_certification_are_no_coercion(market: Organ) -> None:
    assert entrust(market, matters="强制性产品认证违法行为的处罚、违反强制性标准的处罚").pk


def test_what_was_delegated_is_not_delegated_again(market: Organ) -> None:
    entrust(market)
    again = {"number": "2", "principal": "洪河县环卫中心", "agent": "某服务站"}
    with pytest.raises(EntryRefused, match=r"“乱倒垃圾的处罚”本身是受委托的（行政处罚法20④）"):
        entrust(market, **again, matters="乱倒垃圾的处罚")
    assert entrust(market, **again, matters="养犬的处罚").pk
    after = again | {"number": "3", "since": "2026-04-01", "until": "2027-03-31"}
    assert entrust(market, **after, matters="乱倒垃圾的处罚").pk


@pytest.mark.parametrize(("on", "matter", "allowed"), [
    ("2025-03-31", "乱倒垃圾的处罚", False),
    ("2025-04-01", "乱倒垃圾的处罚", True),
    ("2026-03-31", "乱倒垃圾的处罚", True),
    ("2026-04-01", "乱倒垃圾的处罚", False),
    ("2025-06-01", "养犬的处罚", False),
])  # fmt: skip
def test_an_agent_acts_within_term_and_matters(market: Organ, on: str, matter: str, *, allowed: bool) -> None:
    entrust(market)
    found = list(delegation_problems("洪河县环卫中心", DelegatedAct.PENALTY, matter, date.fromisoformat(on)))
    assert (not found) is allowed


def test_an_ended_delegation_ends_on_its_day(market: Organ) -> None:
    entrust(market, ended_on="2025-10-01")
    for day, faults in ((date(2025, 9, 30), 0), (date(2025, 10, 1), 1)):
        found = list(delegation_problems("洪河县环卫中心", DelegatedAct.PENALTY, "乱倒垃圾的处罚", day))
        assert len(found) == faults


def test_terms_that_end_and_letters_not_published_are_warned_of(market: Organ) -> None:
    entrust(market, agent_published_on="")
    (warned,) = Delegations.warnings(date(2025, 6, 1), [market.pk])
    assert (warned.code, "受委托组织尚未公布" in warned.text) == ("delegation_unpublished", True)
    codes = [w.code for w in Delegations.warnings(date(2026, 3, 2), [market.pk])]
    assert codes == ["ends", "delegation_unpublished"]
    entrust(market, number="2", since="2026-04-01", until="2028-03-31")
    assert "ends" not in [w.code for w in Delegations.warnings(date(2026, 3, 2), [market.pk])]


def test_of_a_licence_only_the_principal_has_to_publish(market: Organ) -> None:
    entrust(market, act="行政许可", agent_kind="其他行政机关", agent_published_on="", conditions_met="否")
    assert list(Delegations.warnings(date(2025, 6, 1), [market.pk])) == []


@pytest.mark.parametrize(("changed", "message"), [
    ({"published_on": "2024-07-02"}, "晚于承接日期2024-07-01（行政处罚法24①），决定公布后才能承接"),
    ({"published_on": ""}, "没有填写"),
    ({"decision_no": ""}, "没有填写"),
    ({"legal_basis": "、"}, "“处罚依据”没有填写"),
    ({"published_on": "2026-11-21", "taken_on": "2026-12-01"}, "没有公布的决定不得承接"),
    ({"coercion": "是"}, "没有法律、法规或者省级规定的明确授权（行政强制法17①）"),
    ({"evaluated_on": "2025-12-20"}, "与最近评估日期不一致"),
    ({"evaluation": "保留"}, "与最近评估日期不一致"),
    ({"recalled_on": "2024-06-30"}, "早于承接日期"),
    ({"receiver_kind": "居民委员会"}, "不在可选项中"),
])  # fmt: skip
def test_a_granted_power_is_refused_with_the_article(bureau: Organ, changed: dict[str, str], message: str) -> None:
    with pytest.raises(EntryRefused) as refused:
        grant(bureau, **changed)
    assert message in str(refused.value)


def test_coercion_comes_only_with_a_rule_of_the_province(bureau: Organ, settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    (tmp_path / "places" / "130999").mkdir(parents=True)
    rule = '[granted_coercion]\nvalue = true\nsource = "某省条例第二十条"\n'
    (tmp_path / "places" / "130999" / "authority.toml").write_text(rule, encoding="utf-8")
    assert grant(bureau, coercion="是").coercion


def test_a_township_acts_on_what_was_given_to_it_until_it_is_recalled(bureau: Organ) -> None:
    grant(bureau, recalled_on="2026-05-01")
    receiver = GRANT["receiver"]
    for day, faults in (("2024-06-30", 1), ("2024-07-01", 0), ("2026-04-30", 0), ("2026-05-01", 1)):
        assert len(list(grant_problems(receiver, "冀赋-001", date.fromisoformat(day)))) == faults
    (problem,) = grant_problems(receiver, "冀赋-002", TODAY)
    assert "请移送县级有权部门" in str(problem)
    assert "行政处罚法24②" in str(problem)


def test_evaluations_due_late_and_without_effect_are_warned_of(bureau: Organ) -> None:
    grant(bureau, evaluate_by="2026-12-31")
    grant(bureau, item_code="2", evaluate_by="2026-06-30")
    grant(bureau, item_code="3", evaluated_on="2026-03-01", evaluation="收回")
    codes = [w.code for w in GrantedPowers.warnings(TODAY, [bureau.pk])]
    assert codes == ["evaluation_due", "grant_unevaluated", "grant_to_recall"]


def test_an_entrusted_organisation_does_not_entrust_others(market: Organ, bureau: Organ) -> None:
    told = {
        "name": "洪河县环卫中心", "kind": "受委托组织", "principal": LETTER["principal"], "powers": "行政处罚",
        "legal_basis": "《行政处罚法》第二十条", "confirmed_on": "2025-02-10",
    }  # fmt: skip
    entries.add(EnforcementBodies, bureau, told, by=None, at=NOW)
    with pytest.raises(EntryRefused, match=r"“洪河县环卫中心”是受委托组织（行政处罚法20④）"):
        entrust(market, principal="洪河县环卫中心", agent="某服务站", matters="养犬的处罚")


def test_a_power_is_taken_on_once_until_it_is_recalled(bureau: Organ, market: Organ) -> None:
    first = grant(bureau)
    with pytest.raises(EntryRefused, match=r"同一事项已于2024-07-01承接，没有收回（行政处罚法24①）"):
        grant(bureau, taken_on="2025-07-01")
    entries.amend(GrantedPowers, first.pk, {"recalled_on": "2025-06-30"}, seen=1, by=None, at=NOW)
    assert grant(bureau, taken_on="2025-07-01").pk
    with pytest.raises(EntryRefused, match="不能由“县市场监管局”登记"):
        grant(market, item_code="9")


def test_doubts_about_names_and_terms_are_said(bureau: Organ, market: Organ) -> None:
    entry = grant(bureau, evaluated_on="2026-03-01", evaluation="保留", evaluate_by="2026-03-01")
    assert {doubt.field for doubt in GrantedPowers.doubts(entry)} == {"receiver", "former", "evaluate_by"}
    assert {doubt.field for doubt in Delegations.doubts(entrust(market))} == {"principal"}


def test_figures_of_delegations_and_grants_are_those_of_the_last_day(market: Organ, bureau: Organ) -> None:
    entrust(market, ended_on="2025-12-31")
    grant(bureau, recalled_on="2025-12-31")
    grant(bureau, item_code="2", evaluated_on="2025-11-01", evaluation="保留")
    organs = [market.pk, bureau.pk]
    before, year = Window(date(2025, 1, 1), date(2025, 12, 30), tuple(organs)), Window.year(2025, organs)
    assert [Delegations.delegations.value(w).value for w in (before, year)] == [Decimal(1), Decimal(0)]
    assert [GrantedPowers.granted_powers.value(w).value for w in (before, year)] == [Decimal(2), Decimal(1)]
    assert GrantedPowers.granted_evaluated.value(year).value == Decimal(1)
    assert GrantedPowers.granted_recalled.value(year).value == Decimal(1)


@pytest.mark.parametrize("register", [Delegations, GrantedPowers])
def test_what_the_law_has_published_is_public(register: Any) -> None:
    assert register.disclosed is not None
    assert {"matters", "powers", "since", "until"} <= {c.name for c in Delegations.public()}
    assert {"decision_no", "published_on", "name", "receiver"} <= {c.name for c in GrantedPowers.public()}
