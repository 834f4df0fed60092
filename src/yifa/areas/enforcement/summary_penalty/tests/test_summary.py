"""An on-the-spot penalty as it is recorded: one step on the scene, its decision, the money, the figures."""

from __future__ import annotations

import itertools
import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from yifa.areas.enforcement.summary_penalty.models import SummaryCase
from yifa.areas.enforcement.summary_penalty.procedure import SummaryPenalty, SummaryPenalty2026
from yifa.areas.enforcement.summary_penalty.regimes import rule_on, rules
from yifa.areas.enforcement.summary_penalty.suggest import earlier_deeds, suggested
from yifa.areas.enforcement.summary_penalty.tests.conftest import FINE, SCENE, SPOT, County, fresh
from yifa.kernel.engine import new_case
from yifa.kernel.faults import faults
from yifa.kernel.figure import Window
from yifa.kernel.models import Case, Clock, Paper
from yifa.kernel.rules import Refused
from yifa.papers import store
from yifa.text.docx import docx_to_text

pytestmark = pytest.mark.data


def text_of(case: Case, title: str) -> str:
    """What the instrument issued last says, as plain text."""
    paper = Paper.objects.filter(case=case, title=title).order_by("-pk")[0]
    return docx_to_text(store.read(paper.digest), paper.name)


@pytest.mark.parametrize("version", [SummaryPenalty, SummaryPenalty2026])
def test_the_declarations_have_no_faults(version: type[Any]) -> None:
    assert faults(version) == []


def test_rules_of_one_act_follow_each_other_without_overlap() -> None:
    spans: dict[str, list[tuple[date, date]]] = {}
    for rule in rules():
        spans.setdefault(rule.code, []).append((rule.since, rule.until))
    for pairs in spans.values():
        ordered = sorted(pairs)
        assert all(before[1] < after[0] for before, after in itertools.pairwise(ordered))


@pytest.mark.parametrize(
    ("code", "day", "most"), [("general", "2026-03-02", 200), ("public_security", "2025-12-31", 200),
                              ("public_security", "2026-01-01", 500), ("road_traffic", "2026-03-02", 200)],
)  # fmt: skip
def test_the_threshold_for_citizens_by_act_and_day(code: str, day: str, most: int) -> None:
    rule = rule_on(code, date.fromisoformat(day))
    assert rule is not None
    assert rule.most(citizen=True) == most


def test_one_step_on_the_scene_makes_the_numbered_decision(county: County) -> None:
    case = county.imposed(**FINE)
    assert (case.number, case.stage) == ("洪城当罚字〔2026〕1号", "imposed")
    assert case.title == "马某：在人行道上摆放货架经营"
    text = text_of(case, "当场行政处罚决定书")
    assert "10:20" in text
    assert "《行政处罚法》第五十一条" in text
    assert "伍拾元整" in text
    assert "先向洪河县人民政府申请行政复议" in text
    assert "十五日内" in text


def test_the_decision_says_that_the_fine_was_collected_or_that_nothing_is_to_be_paid(county: County) -> None:
    collected = county.imposed(**FINE, **SPOT)
    assert "票据号P-001" in text_of(collected, "当场行政处罚决定书")
    warned = county.imposed(violation="遛犬不牵绳")
    assert "缴纳罚款" not in text_of(warned, "当场行政处罚决定书")
    refused = county.imposed(violation="乱倒垃圾", party_refused_sign=True, refusal_note="居委会人员在场")
    assert "拒绝签收" in text_of(refused, "当场行政处罚决定书")


def test_an_expired_certificate_or_a_body_without_standing_is_refused(county: County) -> None:
    officers = [{"cert_no": "13099901001"}, {"cert_no": "13099901003"}]
    with pytest.raises(Refused, match="到期"):
        county.imposed(officers=officers)
    with pytest.raises(Refused, match="执法主体资格"):
        county.imposed(on="2023-06-01")
    with pytest.raises(Refused, match="领域"):
        county.imposed(matter="食品")


def test_the_same_act_is_not_fined_twice_on_one_day(county: County) -> None:
    county.imposed(**FINE)
    with pytest.raises(Refused, match="两次以上罚款"):
        county.imposed(**FINE)
    county.imposed(**FINE, party_name="马长富")


def test_a_wrong_identity_number_is_refused_without_repeating_it(county: County) -> None:
    with pytest.raises(Refused, match="公民身份号码不正确") as refused:
        county.imposed(party_id_type="id_card", party_id_no="130999199001010011")
    assert "130999199001010011" not in str(refused.value)


def test_money_collected_goes_to_the_organ_and_to_the_bank(county: County) -> None:
    case = county.imposed(**FINE, **SPOT)
    due = Clock.objects.get(case=case, limit="hand_in_time")
    assert (due.since, due.due) == (date(2026, 3, 2), date(2026, 3, 4))
    with pytest.raises(Refused, match="尚未缴付"):
        county.take(case, "close", "2026-03-05")
    county.take(case, "hand_in", "2026-03-06")
    assert Clock.objects.get(case=case, limit="hand_in_time").state == "late"
    county.take(case, "remit", "2026-03-09", {"remittance_no": "J-1"})
    county.take(case, "file", "2026-03-04")
    assert county.take(case, "close", "2026-03-10").stage == "closed"


def test_a_decision_that_was_wrong_is_revoked_on_the_head_s_signature(county: County) -> None:
    case = county.imposed(**FINE)
    case = county.take(case, "revoke", "2026-03-10", why="当事人认定错误")
    assert (case.stage, case.outcome) == ("revoked", "revoked")
    assert "当事人认定错误" in text_of(case, "撤销当场行政处罚决定书")


def test_the_figures_count_decisions_and_their_amounts(county: County) -> None:
    county.imposed(**FINE, **SPOT)
    county.imposed(violation="遛犬不牵绳")
    revoked = county.imposed(violation="乱倒垃圾", penalty_kind="warning_and_fine", fine_amount="100")
    county.take(revoked, "revoke", "2026-03-10", why="当事人认定错误")
    figure, window = SummaryPenalty2026, Window.year(2026, [county.city.pk])
    assert figure.sp_imposed.value(window).value == 3
    assert figure.sp_warnings.value(window).value == 1
    assert figure.sp_fine_amount.value(window).value == Decimal(150)
    assert figure.sp_collected.value(window).value == 1
    assert figure.sp_revoked.value(window).value == 1


def test_a_fine_for_the_bank_is_collected_in_a_case_of_its_own_and_comes_back(county: County) -> None:
    case = county.imposed(**FINE)
    fine = county.linked(case, "fine_collection")
    assert (fine.fine_amount, fine.received_on, fine.decision_number) == (Decimal(50), date(2026, 3, 2), case.number)
    county.take(fine, "pay", "2026-03-10", {"channel": "bank"}, amount="50", receipt_no="H-1")
    case = fresh(case)
    assert (case.paid_on, case.payment_no) == (date(2026, 3, 10), "H-1")
    assert Clock.objects.get(case=case, limit="pay_time").state == "kept"
    assert county.linked(county.imposed(violation="遛犬不牵绳", **FINE, **SPOT), "fine_collection") is None


def test_revoking_cancels_the_fine_that_is_still_owed(county: County) -> None:
    case = county.imposed(**FINE)
    county.take(case, "revoke", "2026-03-10", why="当事人认定错误")
    assert county.linked(case, "fine_collection").stage == "cancelled"


def test_only_a_decision_of_social_impact_goes_to_publication(county: County) -> None:
    assert county.linked(county.imposed(), "penalty_publication") is None
    case = county.imposed(violation="乱倒垃圾", social_impact=True, penalty_kind="fine", fine_amount="200")
    published = county.linked(case, "penalty_publication")
    assert (published.decision_text, published.regime, published.juvenile) == ("罚款200元", "ordinary", False)


def test_what_is_too_much_for_the_spot_becomes_a_clue_of_the_ordinary_procedure(county: County) -> None:
    case = new_case("summary_penalty", county.city, date(2026, 3, 2))
    fields = {name: SCENE[name] for name in ("violation", "party_type", "party_name", "officers", "item_code")}
    case = county.take(case, "convert", "2026-03-02", fields | {"item_name": "占道经营的处罚"}, why="拟罚五千元")
    clue = county.linked(case, "penalty")
    assert (case.stage, clue.stage, clue.violation) == ("converted", "clue", SCENE["violation"])


def test_one_form_sent_from_a_phone_makes_the_case_and_the_decision(county: County, client: Client) -> None:
    county.handler.user = get_user_model().objects.create(username="sunli")
    county.handler.save()
    client.force_login(county.handler.user, backend="yifa.office.backend.OfficeBackend")
    address = f"/cases/new/summary_penalty/{county.city.pk}/impose/"
    page = client.get(address).content.decode()
    assert 'type="time"' in page
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token is not None
    rows = [(f"f_officers-{n}-{name}", row[name]) for n, row in enumerate(SCENE["officers"]) for name in row]
    typed = {f"f_{name}": value for name, value in SCENE.items() if name != "officers"} | dict(rows) | {
        "on": "2026-03-02", "token": token[1], "i_at": "10:20", "f_penalty_kind": "fine", "f_fine_amount": "50",
        "f_evidence": "现场照片", "f_regime": "general", "c_1": "on", "c_2": "on", "c_3": "on", "c_4": "on",
    }  # fmt: skip
    assert client.post(address, typed).status_code == 302
    case = SummaryCase.objects.get()
    assert (case.stage, case.fine_amount, case.number) == ("imposed", Decimal(50), "洪城当罚字〔2026〕1号")
    assert suggested(county.handler, county.city)["officers"] == case.officers
    assert earlier_deeds(county.city, date(2026, 3, 3))[0].violation == SCENE["violation"]


def test_a_decision_names_who_takes_the_money_and_a_spared_one_its_article(county: County) -> None:
    case = county.imposed(**FINE, bank="洪河农商银行城关支行（人民路8号）")
    assert "洪河农商银行城关支行" in text_of(case, "当场行政处罚决定书")
    assert county.linked(case, "fine_collection").bank == "洪河农商银行城关支行（人民路8号）"
    spared = SummaryCase(spare_ground="no_fault")
    assert spared.spare_basis == "第三十三条第二款"


def test_a_granted_deferral_ends_the_fifteen_days_here_too(county: County) -> None:
    case = county.imposed(**FINE)
    fine = county.linked(case, "fine_collection")
    county.take(fine, "apply_deferral", "2026-03-04", {"hardship_reason": "低保户"})
    plan = [{"due": "2026-06-30", "amount": "50"}]
    county.take(fine, "approve_deferral", "2026-03-05", {"plan": plan})
    assert Clock.objects.get(case=case, limit="pay_time").state == "kept"


def test_revoking_a_decision_whose_fine_was_paid_opens_the_way_to_a_refund(county: County) -> None:
    case = county.imposed(**FINE)
    fine = county.linked(case, "fine_collection")
    county.take(fine, "pay", "2026-03-04", {"channel": "bank"}, amount="50", receipt_no="1")
    county.take(case, "revoke", "2026-03-10", why="当事人认定错误")
    fine = county.linked(case, "fine_collection")
    assert fine.stage == "cancelled"
    county.take(fine, "refund", "2026-03-11", amount="50", voucher="退1", why="自行撤销")


def test_money_collected_on_the_spot_goes_back_when_the_decision_is_revoked(county: County) -> None:
    case = county.imposed(**FINE, **SPOT)
    with pytest.raises(Refused):
        county.take(case, "refund", "2026-03-09", voucher="退2")
    county.take(case, "revoke", "2026-03-10", why="当事人认定错误")
    assert county.take(case, "refund", "2026-03-11", voucher="退2").stage == "revoked"


def test_a_decision_numbered_on_paper_beforehand_is_used_once(county: County) -> None:
    made = county.imposed(preprinted_no="预印0012")
    assert made.preprinted_no == "预印0012"
    with pytest.raises(Refused, match="编号预印0012的纸质决定书已用于洪城当罚字"):
        county.imposed("2026-03-03", preprinted_no="预印0012", party_name="乔大年")
