"""Each model of penalties fires on the fault it is about, and on nothing that is in order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from yifa.areas.enforcement.discretion.models import DiscretionTier
from yifa.oversight.clue import all_clues
from yifa.oversight.tests.conftest import NOW, TEAM, County

D = date
FAULTS: list[tuple[str, dict[str, Any]]] = [
    ("before_hearing_window", {"hearing_required": True, "notice_served_date": D(2026, 4, 28)}),
    # 04-29, 04-30, 05-06 (May holidays), 05-07, 05-08: the fifth working day is 05-08.
    ("before_hearing_window", {"hearing_required": True, "notice_served_date": D(2026, 4, 28),
                               "decision_date": D(2026, 5, 8)}),
    ("hearing_not_held", {"hearing_requested": True}),
    ("not_told", {"notice_served_date": None}),
    ("not_told", {"notice_served_date": D(2026, 5, 7)}),
    ("review_missing", {"hearing_outcome": "held", "legal_review_result": ""}),
    ("review_missing", {"complicated": True, "legal_review_result": "reject"}),
    ("review_missing", {"legal_review_required": True}),
    ("collective_missing", {"collective_required": True}),
    ("outside_tier", {"fine_amount": 8000}),
    ("outside_tier", {"grade": "lighter"}),
    ("heavier_after_statement", {"noticed_fine": 15000}),
    ("statement_not_reviewed", {"statement_received": True}),
    ("time_barred", {"violation_date": D(2023, 12, 31), "discovered_date": D(2026, 1, 1)}),
    ("light_act_heavy_fine", {"base_amount": 60, "fine_amount": 50000, "proposed_high": 50000, "harm": "none"}),
    ("no_correction_order", {"corrective_order": ""}),
    ("no_education", {"decision_type": "no_penalty_minor", "spare_ground": "none_minor_corrected"}),
    ("not_referred", {"matter": "食品", "base_amount": 50000}),
    ("set_aside", {"changed_by": "revoked", "changed_on": D(2026, 8, 3)}),
    ("one_officer", {"officers": TEAM[:1]}),
    ("publication_missing", {"social_impact": True}),
]  # fmt: skip
RIGHT: list[tuple[str, dict[str, Any]]] = [
    ("before_hearing_window", {"hearing_required": True, "notice_served_date": D(2026, 4, 23)}),
    ("before_hearing_window", {"hearing_required": True, "notice_served_date": D(2026, 4, 28),
                               "hearing_outcome": "waived"}),
    ("hearing_not_held", {"hearing_requested": True, "hearing_outcome": "held"}),
    ("review_missing", {"hearing_outcome": "held", "legal_review_result": "pass_with_changes"}),
    ("collective_missing", {"collective_required": True, "collective_on": D(2026, 5, 5)}),
    ("outside_tier", {"fine_amount": 8000, "deviation_reason": "主动消除危害后果，集体讨论决定。"}),
    ("heavier_after_statement", {"noticed_fine": 25000}),
    ("statement_not_reviewed", {"statement_received": True, "statement_review": "不予采纳，理由如下"}),
    # an act that went on until 2023-12-31 may be found until the last day of 2025
    ("time_barred", {"violation_date": D(2020, 1, 1), "violation_end_date": D(2023, 12, 31),
                     "discovered_date": D(2025, 12, 31)}),
    ("time_barred", {"violation_date": D(2022, 3, 1), "discovered_date": D(2026, 3, 2), "limitation_class": "5y"}),
    ("light_act_heavy_fine", {"base_amount": 60, "fine_amount": 50000, "harm": "real"}),
    ("no_education", {"decision_type": "no_penalty_minor", "education_record": "当面批评教育"}),
    ("not_referred", {"matter": "市容", "base_amount": 90000}),
    ("not_referred", {"matter": "食品", "base_amount": 49999}),
    ("set_aside", {"changed_by": "upheld"}),
    ("publication_missing", {"social_impact": True, "decision_date": D(2026, 11, 12)}),
    ("publication_missing", {"social_impact": True, "case_regime": "public_security"}),
]  # fmt: skip


@pytest.mark.parametrize(("model", "fields"), FAULTS)
def test_a_fault_is_found_with_its_case_and_day(county: County, model: str, fields: dict[str, Any]) -> None:
    case = county.penalty(**fields)
    (hit,) = county.found(model)
    assert (hit.case_id, hit.organ_id, hit.on) == (case.pk, county.market.pk, case.filed_date if model == "one_officer"
                                                   else case.decision_date)  # fmt: skip
    assert hit.explanation.endswith("。")


@pytest.mark.parametrize(("model", "fields"), RIGHT)
def test_what_is_in_order_is_not_found(county: County, model: str, fields: dict[str, Any]) -> None:
    county.penalty(**fields)
    assert not county.found(model)


def test_a_penalty_in_order_is_found_by_no_model_of_penalties(county: County) -> None:
    county.penalty()
    quiet = [clue for clue in all_clues() if "penalty" in clue.reads and not clue.missing]
    assert len(quiet) >= 25
    unknown = {"bad_certificate", "missing_step"}  # the test county keeps no certificates
    assert not [(c.code, f) for c in quiet if c.code not in unknown for f in county.found(c.code)]


def test_one_party_fined_twice_for_one_act_is_found_at_the_later_decision(county: County) -> None:
    same = {"party_id_no": "91130999MA0ABCDE1X", "party_type": "legal_person"}
    county.penalty(**same)
    later = county.penalty(**same, organ=county.city, decision_date=D(2026, 6, 10))
    county.penalty(**same, violation_date=D(2026, 2, 11))
    (hit,) = county.found("fined_twice")
    assert hit.case_id == later.pk
    assert "县市场监管局2026-05-06已罚款20000元" in hit.explanation


def test_a_fine_far_from_its_peers_is_found_with_the_spread(county: County) -> None:
    for amount in (18000, 19000, 20000, 20000, 20000, 21000, 22000, 23000):
        county.penalty(fine_amount=amount)
    outlier = county.penalty(fine_amount=36000)
    (hit,) = county.found("unequal_fines")
    assert hit.case_id == outlier.pk
    assert "高于同类9件的中位数20000元" in hit.explanation
    assert "没有记录理由" in hit.explanation


def test_seven_peers_are_too_few_to_compare(county: County) -> None:
    for amount in (20000,) * 6 + (36000,):
        county.penalty(fine_amount=amount)
    assert not county.found("unequal_fines")


def test_fines_measured_by_goods_are_compared_by_their_multiple(county: County) -> None:
    for goods in (1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000):
        county.penalty(base_amount=goods, fine_amount=goods * 12)
    assert not county.found("unequal_fines")
    county.penalty(base_amount=1000, fine_amount=20000)
    assert "20倍" in county.found("unequal_fines")[0].explanation


def test_fines_all_of_one_round_number_are_one_hit_of_the_organ(county: County) -> None:
    for amount in (20000,) * 9 + (16500,):
        county.penalty(fine_amount=amount)
    (hit,) = county.found("round_fines")
    assert (hit.case_id, hit.organ_id, len(hit.rows)) == (None, county.market.pk, 9)
    assert "其中9件（90%）都是20000元" in hit.explanation


def test_always_the_lowest_tier_and_many_withdrawals_are_patterns(county: County) -> None:
    for _ in range(10):
        county.penalty(grade="lighter", proposed_grade="lighter")
        county.penalty(decision_type="withdrawn_filing", opened_on=D(2026, 6, 1))
    assert "10件（100%）" in county.found("lowest_grade")[0].explanation
    assert len(county.found("withdrawn_filings")) == 1


def test_a_december_with_half_of_the_years_fines_is_found(county: County) -> None:
    for month in range(1, 12):
        county.penalty(decision_date=D(2025, month, 5), fine_amount=1000)
    county.penalty(decision_date=D(2025, 12, 30), fine_amount=11000)
    (hit,) = county.found("year_end_rush")
    assert "占金额的50%" in hit.explanation


def test_a_fine_without_benchmark_is_found_only_where_the_organ_has_some(county: County) -> None:
    county.penalty(benchmark="", grade="", proposed_grade="")
    assert not county.found("no_benchmark")
    DiscretionTier._base_manager.create(
        organ=county.market, act_code="SP-126", act="未查验", tier=1, tier_kind="lighter", conditions="轻", unit="yuan",
        range_from=1, range_to=2, statute_from=1, statute_to=2, issuer_level="county", form="document", document="文",
        effective_on=D(2025, 7, 1), created_at=NOW, updated_at=NOW,
    )  # fmt: skip
    assert len(county.found("no_benchmark")) == 1


def test_a_case_without_an_event_for_half_a_year_is_never_closed(county: County) -> None:
    from yifa.kernel.models import Event

    for days in (181, 180):
        case = county.penalty(decision_type="", decision_date=None, opened_on=D(2026, 1, 5))
        Event._base_manager.create(
            case=case, seq=1, kind="step", step="file", on=D(2026, 11, 20) - timedelta(days), at=NOW, algorithm="x",
            digest=str(days),
        )  # fmt: skip
    (hit,) = county.found("never_closed")
    assert "已有181日没有动静" in hit.explanation


def test_a_penalty_that_is_only_intended_is_no_penalty_yet(county: County) -> None:
    faults = {"collective_required": True, "legal_review_required": True, "corrective_order": "", "noticed_fine": 1}
    county.penalty(decision_date=None, **faults)
    for model in ("collective_missing", "review_missing", "no_correction_order", "heavier_after_statement", "not_told"):
        assert not county.found(model), model


def test_a_deviation_with_a_reason_is_to_be_read_not_a_fault(county: County) -> None:
    county.penalty(fine_amount=8000, deviation_reason="主动消除危害后果")
    (hit,) = county.found("reasoned_deviation")
    assert "记录的理由：主动消除危害后果，没有集体讨论的记录" in hit.explanation
    assert not county.found("outside_tier")
