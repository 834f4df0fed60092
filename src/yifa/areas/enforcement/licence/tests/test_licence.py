"""A licence as it is recorded: the window, the guide, the decision, what follows, the figures."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yifa.areas.enforcement.licence.change_steps import as_long_again
from yifa.areas.enforcement.licence.procedure import AdministrativeLicence, LicenceChange, LicenceEnd
from yifa.areas.enforcement.licence.register import LicenceGuides
from yifa.areas.enforcement.licence.special_days import days_fault
from yifa.areas.enforcement.licence.tests.conftest import CERTIFICATE, County, fresh
from yifa.kernel.clocks import State
from yifa.kernel.faults import faults
from yifa.kernel.figure import Window
from yifa.kernel.models import Case, Clock, Paper
from yifa.kernel.publish import copy_of
from yifa.kernel.replay import situation_of
from yifa.kernel.rules import Refused
from yifa.papers import store
from yifa.text.docx import docx_to_text

pytestmark = pytest.mark.data


def text_of(case: Case, title: str) -> str:
    """What the instrument issued last says, as plain text."""
    paper = Paper.objects.filter(case=case, title=title).order_by("-pk")[0]
    return docx_to_text(store.read(paper.digest), paper.name)


@pytest.mark.parametrize("version", [AdministrativeLicence, LicenceChange, LicenceEnd])
def test_the_declarations_have_no_faults(version: type[Any]) -> None:
    assert faults(version) == []


@pytest.mark.parametrize(
    ("amount", "basis", "wrong"),
    [
        (20, "", False), (None, "", False), (30, "《危险化学品安全管理条例》第三十五条", False),
        (30, "《某省食品小作坊条例》第五条", False), (30, "", True), (30, "某局通知", True),
        (30, "《食品经营许可和备案管理办法》第二十条", True),
    ],
)  # fmt: skip
def test_only_laws_and_regulations_set_another_time(amount: int | None, basis: str, wrong: bool) -> None:
    assert (days_fault(amount, basis, date(2025, 3, 3)) is not None) is wrong


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        ("2020-07-01", "2025-06-30", "2030-06-30"), ("2021-11-01", "2026-10-31", "2031-10-31"),
        ("2024-02-29", "2025-02-28", "2026-02-28"), ("2025-03-15", "2026-03-14", "2027-03-14"),
        ("2025-01-01", "2025-01-10", "2025-01-20"), (None, "2025-12-31", "2026-12-31"),
    ],
)  # fmt: skip
def test_a_renewed_term_is_as_long_as_the_one_before(first: str | None, last: str, wanted: str) -> None:
    begun = date.fromisoformat(first) if first else None
    assert as_long_again(begun, date.fromisoformat(last)) == date.fromisoformat(wanted)


def test_the_guide_lists_the_papers_and_other_guides_fill_the_record(county: County) -> None:
    case = county.applied()
    assert [row["name"] for row in case.materials] == ["申请书", "营业执照"]
    assert county.applied(item_code="XK-3", item_name="烟花爆竹零售").quota == 1


def test_an_item_that_is_not_published_is_not_accepted(county: County) -> None:
    with pytest.raises(Refused, match="没有公布"):
        county.accepted(item_code="XK-4", item_name="未公布的许可")
    with pytest.raises(Refused, match="清单之外"):
        county.accepted(item_code="XK-9", item_name="没有的许可")


def test_a_wrong_credit_code_is_refused(county: County) -> None:
    with pytest.raises(Refused, match="校验码"):
        county.applied(party_id_no="91410100MA45678901")


def test_acceptance_decision_and_licence_are_numbered_and_say_the_periods(county: County) -> None:
    case = county.accepted()
    assert case.number == "洪市监许受字〔2025〕1号"
    assert "二十个工作日内作出决定" in text_of(case, "行政许可申请受理通知书")
    case = county.take(case, "grant", "2025-03-20", {"scope": "热食类食品制售"})
    assert (case.outcome, case.decided_on) == ("granted", date(2025, 3, 20))
    assert case.decision_number == "洪市监许准字〔2025〕1号"
    case = county.take(case, "deliver", "2025-03-24", CERTIFICATE | {"valid_to": "2030-03-19"})
    assert (case.stage, case.standing, case.closed_on) == ("in_force", "valid", date(2025, 3, 24))


def test_a_refusal_gives_reasons_and_tells_of_the_remedies(county: County) -> None:
    case = county.accepted()
    with pytest.raises(Refused, match="不予许可的理由"):
        county.take(case, "deny", "2025-03-20")
    county.take(case, "deny", "2025-03-20", {"decision_reason": "经营场所不符合第三十三条第一款第一项"})
    text = text_of(case, "不予行政许可决定书")
    assert "经营场所不符合" in text
    assert "行政复议" in text
    assert "行政诉讼" in text
    assert county.take(case, "serve_denial", "2025-03-21", {"delivery": "直接送达"}).stage == "denied"


def test_silence_for_five_working_days_is_acceptance_from_the_day_of_receipt(county: County) -> None:
    case = county.applied("2026-09-14")
    assert county.night() == ["视为受理 2026-09-20"]
    case = fresh(case)
    assert (case.accepted_on, case.accept_mode) == (date(2026, 9, 14), "deemed_accepted")
    assert Clock.objects.get(case=case, limit="decide").due == date(2026, 10, 16)


def test_an_extension_names_its_reasons_and_is_signed_once(county: County) -> None:
    case = county.accepted()
    county.take(case, "extend", "2025-03-25", why="需要向外省核实从业经历")
    assert "需要向外省核实从业经历" in text_of(case, "延长行政许可办理期限告知书")
    with pytest.raises(Refused, match="不得重复"):
        county.take(case, "extend", "2025-03-26", why="再延")
    late = county.accepted(party_name="丙店", party_id_type="", party_id_no="")
    with pytest.raises(Refused, match="不能再延长"):
        county.take(late, "extend", "2025-04-01", why="期限已过")


def test_whoever_was_accepted_first_comes_first_and_the_quota_holds(county: County) -> None:
    goods = {"item_code": "XK-3", "item_name": "烟花爆竹零售"}
    first = county.accepted("2025-03-03", **goods)
    second = county.accepted("2025-03-04", **goods, party_id_type="", party_id_no="", party_name="乙店")
    with pytest.raises(Refused, match="先后顺序"):
        county.take(second, "grant", "2025-03-20", {"scope": "零售"})
    third = county.applied("2025-03-05", **goods, party_id_type="", party_id_no="", party_name="丙店")
    with pytest.raises(Refused, match="先后顺序"):
        county.take(third, "grant_at_once", "2025-03-05", {"scope": "零售"})
    county.take(first, "grant", "2025-03-20", {"scope": "零售"})
    with pytest.raises(Refused, match="不得超过数量限制"):
        county.take(second, "grant", "2025-03-20", {"scope": "零售"})


def test_a_liar_may_not_apply_again_for_a_year(county: County) -> None:
    goods = {"item_code": "XK-3", "item_name": "烟花爆竹零售"}
    case = county.accepted(**goods)
    county.take(case, "deny_false", "2025-03-10", {"decision_reason": "场地证明系伪造"})
    assert "在2026年3月10日以前不得再次申请" in text_of(case, "不予行政许可决定书")
    with pytest.raises(Refused, match="2026-03-10以前不得再次申请"):
        county.accepted("2026-03-10", **goods)
    county.accepted("2026-03-11", **goods)


def test_renewal_is_a_case_of_its_own_and_comes_back(county: County) -> None:
    case = county.licensed("2026-06-30")
    case = county.take(case, "apply_renewal", "2026-05-20", wanted="延续")
    assert case.pending == "renewal"
    renewal = county.linked(case, "licence_change")
    assert (renewal.kind, renewal.late_application, renewal.valid_to) == ("renewal", False, date(2026, 6, 30))
    with pytest.raises(Refused, match="正在办理"):
        county.take(case, "apply_change", "2026-05-21", wanted="增项")
    county.take(renewal, "accept", "2026-05-21")
    county.take(renewal, "grant", "2026-06-10", {"new_valid_to": "2031-06-30"})
    case = fresh(case)
    assert (case.valid_to, case.pending, case.stage) == (date(2031, 6, 30), "", "in_force")


def test_a_renewal_nobody_decides_is_granted_by_law_and_the_licence_goes_on(county: County) -> None:
    case = county.licensed("2026-06-30")
    county.take(case, "apply_renewal", "2026-05-20", wanted="延续")
    county.take(county.linked(case, "licence_change"), "accept", "2026-05-21")
    assert county.night() == ["视为准予延续 2026-07-01"]
    renewal, case = county.linked(case, "licence_change"), fresh(case)
    assert renewal.outcome == "deemed_renewed"
    assert (case.valid_to, case.standing) == (renewal.new_valid_to, "valid")


def test_a_renewal_that_is_refused_lets_the_licence_lapse_at_its_end(county: County) -> None:
    case = county.licensed("2026-06-30")
    county.take(case, "apply_renewal", "2026-06-20", wanted="延续")
    renewal = county.linked(case, "licence_change")
    assert renewal.late_application
    county.take(renewal, "refuse", "2026-06-22", {"decision_reason": "晚于届满三十日前"})
    assert county.night() == ["有效期届满未延续 2026-07-01"]
    case = fresh(case)
    assert (case.stage, case.standing, case.closed_on) == ("lapsed", "expired", None)
    county.take(case, "start_cancellation", "2026-07-02", ground="expired", facts="期满未延续")
    end = county.linked(case, "licence_end")
    county.take(end, "cancel", "2026-07-06", {"certificate_back": True})
    assert fresh(case).stage == "ended"


def test_the_renewal_of_a_licence_that_was_revoked_is_not_granted_by_silence(county: County) -> None:
    case = county.licensed("2026-06-30")
    county.take(case, "apply_renewal", "2026-05-20", wanted="延续")
    county.take(county.linked(case, "licence_change"), "accept", "2026-05-21")
    county.take(case, "start_revocation", "2026-05-22", ground="fraud", facts="伪造材料")
    end = county.linked(case, "licence_end")
    county.take(end, "tell", "2026-05-22")
    county.take(end, "hear", "2026-05-29", {"opinion": "没有提出"})
    renewal = county.linked(case, "licence_change")
    running = Clock._base_manager.filter(case=renewal, limit="renew_time", state=State.RUNNING)
    assert running.exists()
    county.take(end, "revoke", "2026-06-01")
    assert not running.exists()  # the limit looks at the licence, which moved
    assert county.night() == []
    county.take(fresh(renewal), "deny", "2026-07-02", {"decision_reason": "许可已经撤销"})
    assert fresh(case).standing == "revoked"


def test_papers_with_trade_secrets_leave_the_decision_public_without_its_scope(county: County) -> None:
    case = county.licensed(confidential=True)
    lines = {line.label: line.text for line in copy_of(case, AdministrativeLicence.decision_extract)}
    assert lines["当事人"] == "洪河县福来餐饮有限公司"
    assert "许可内容" not in lines
    situation = situation_of(case)
    assert AdministrativeLicence.decision_copy.withheld_if(situation)
    assert not AdministrativeLicence.decision_extract.withheld_if(situation)


def test_a_change_brings_the_new_scope_back(county: County) -> None:
    case = county.licensed()
    county.take(case, "apply_change", "2025-05-20", wanted="增加冷食类")
    change = county.linked(case, "licence_change")
    county.take(change, "accept", "2025-05-21")
    county.take(change, "grant", "2025-06-03", {"new_scope": "热食类、冷食类食品制售"})
    assert fresh(case).scope == "热食类、冷食类食品制售"
    assert "热食类、冷食类" in text_of(change, "准予变更（延续）行政许可决定书")


def test_withdrawal_in_the_public_interest_pays_and_revocation_for_fraud_does_not(county: County) -> None:
    case = county.licensed()
    county.take(case, "start_withdrawal", "2025-06-02", ground="facts_changed", facts="地块列入征收范围")
    end = county.linked(case, "licence_end")
    county.take(end, "tell", "2025-06-03")
    county.take(end, "hear", "2025-06-10", {"opinion": "损失八万元", "opinion_answer": "属实", "loss": "80000"})
    with pytest.raises(Refused, match="给予补偿"):
        county.take(end, "take_back", "2025-06-12")
    county.take(end, "take_back", "2025-06-12", {"compensation": "80000", "compensation_how": "评估，一次支付"})
    assert (fresh(case).standing, fresh(case).stage) == ("withdrawn_public_interest", "lapsed")
    assert "补偿80,000元" in text_of(end, "撤回行政许可决定书").replace("80,000.00", "80,000")
    other = county.licensed(number="JY2", party_id_type="", party_id_no="", party_name="丙店")
    county.take(other, "start_revocation", "2025-06-02", ground="fraud", facts="伪造场地证明")
    end = county.linked(other, "licence_end")
    county.take(end, "tell", "2025-06-03")
    county.take(end, "hear", "2025-06-12", {"opinion": "没有提出"})
    county.take(end, "revoke", "2025-06-13")
    assert fresh(other).standing == "revoked"


def test_two_licences_do_not_have_one_number(county: County) -> None:
    county.licensed()
    case = county.accepted(party_id_type="", party_id_no="", party_name="丙店")
    county.take(case, "grant", "2025-03-20", {"scope": "热食类"})
    with pytest.raises(Refused, match="已用于"):
        county.take(case, "deliver", "2025-03-21", CERTIFICATE)


def test_commitment_is_for_items_that_say_so_and_is_verified_afterwards(county: County) -> None:
    text = {"commitment_text": "场所符合卫生条件"}
    with pytest.raises(Refused, match="没有列为可以告知承诺"):
        county.take(county.applied(), "commit", "2025-03-03", text)
    case = county.applied(item_code="XK-2", item_name="小餐饮登记")
    county.take(case, "commit", "2025-03-03", text)
    county.take(case, "grant_at_once", "2025-03-03", {"scope": "小餐饮"})
    county.take(case, "deliver", "2025-03-03", CERTIFICATE | {"valid_from": "2025-03-03"})
    assert Clock.objects.get(case=case, limit="verify_time").due == date(2025, 4, 28)
    county.take(case, "verify_commitment", "2025-04-01", result="true", how="现场核查属实")
    assert Clock.objects.get(case=case, limit="verify_time").state == "kept"


def test_the_public_copy_shows_companies_and_hides_citizens(county: County) -> None:
    company = {line.label: line.text for line in copy_of(county.licensed(), AdministrativeLicence.decision_copy)}
    assert company["许可内容"] == "热食类食品制售"
    assert company["当事人"] == "洪河县福来餐饮有限公司"
    citizen = county.licensed(
        number="JY2", party_type="natural", party_id_type="id_card", party_id_no="", party_name="马长贵"
    )
    lines = {line.label: line.text for line in copy_of(citizen, AdministrativeLicence.decision_copy)}
    assert lines["当事人"] == "马某"


def test_the_figures_count_applications_acceptances_grants_and_refusals(county: County) -> None:
    county.licensed()
    denied = county.accepted(party_id_type="", party_id_no="", party_name="丙店")
    county.take(denied, "deny", "2025-04-30", {"decision_reason": "不符合条件"})
    refused = county.applied(party_id_type="", party_id_no="", party_name="丁店")
    county.take(refused, "not_needed", "2025-03-03", {"refusal_reason": "不需要许可"})
    window, figure = Window.year(2025, [county.market.pk]), AdministrativeLicence
    values = [
        figure.lc_applied, figure.lc_accepted, figure.lc_granted, figure.lc_denied, figure.lc_not_accepted,
        figure.lc_in_time_rate,
    ]  # fmt: skip
    assert [value.value(window).value for value in values] == [3, 2, 1, 1, 1, 50]
    assert LicenceGuides.licence_guides.value(window).value == 3
