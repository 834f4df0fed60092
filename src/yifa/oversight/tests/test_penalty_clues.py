"""Each model of penalties fires on the fault it is about, and on nothing that is in order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from yifa.areas.enforcement.discretion.models import DiscretionTier
from yifa.kernel.models import Event, Link
from yifa.oversight.clues import all_clues
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
    ("review_missing", {"hearing_outcome": "held", "legal_review_result": "pass_with_changes"}),
    ("collective_missing", {"collective_required": True, "collective_on": D(2026, 5, 7)}),
    ("collective_missing", {"collective_on": D(2026, 5, 5), "collective_conclusion": "no_penalty"}),
    ("heavier_after_statement", {"noticed_kinds": [{"kind": "warning"}], "noticed_fine": None,
                                 "penalty_kinds": [{"kind": "fine"}]}),
    ("heavier_after_statement", {"noticed_kinds": [{"kind": "fine"}],
                                 "penalty_kinds": [{"kind": "fine"}, {"kind": "revoke_permit"}]}),
    ("heavier_after_statement", {"noticed_confiscated": 100, "confiscated_amount": 60, "confiscated_value": 41}),
    ("outside_tier", {"other_acts": [{"act": "另一行为", "fine": "5000"}]}),
    ("mitigated_without_ground", {"grade": "mitigated", "proposed_grade": "mitigated",
                                  "circumstances": [{"kind": "repeated"}]}),
    # five working days after 04-28 end on 05-08; nothing was said and nothing given up
    ("statement_window", {"notice_served_date": D(2026, 4, 28)}),
    # the publication of a mere warning is left out in market supervision alone
    ("publication_missing", {"social_impact": True, "heaviest_kind": "warning"}),
    ("set_aside", {"changed_by": "revoked", "changed_on": D(2026, 8, 3)}),
    ("one_officer", {"officers": TEAM[:1]}),
    ("publication_missing", {"social_impact": True}),
]  # fmt: skip
RIGHT: list[tuple[str, dict[str, Any]]] = [
    ("before_hearing_window", {"hearing_required": True, "notice_served_date": D(2026, 4, 23)}),
    ("before_hearing_window", {"hearing_required": True, "notice_served_date": D(2026, 4, 28),
                               "hearing_outcome": "waived"}),
    ("hearing_not_held", {"hearing_requested": True, "hearing_outcome": "held"}),
    ("review_missing", {"hearing_outcome": "held", "legal_review_result": "pass_with_changes",
                        "legal_review_cleared": True}),
    # who stays away without reason gives the hearing up: there is nothing to review for that alone
    ("review_missing", {"hearing_outcome": "absent_terminated"}),
    ("collective_missing", {"collective_required": True, "collective_on": D(2026, 5, 5)}),
    ("collective_missing", {"collective_on": D(2026, 5, 6), "collective_conclusion": "modify"}),
    ("outside_tier", {"fine_amount": 8000, "deviation_reason": "主动消除危害后果，集体讨论决定。"}),
    ("heavier_after_statement", {"noticed_fine": 25000}),
    # told of a fine and a warning, fined less; what was told is not on record: nothing can be compared
    ("heavier_after_statement", {"noticed_kinds": [{"kind": "fine"}, {"kind": "warning"}], "noticed_fine": 30000,
                                 "penalty_kinds": [{"kind": "fine"}]}),
    ("heavier_after_statement", {"noticed_fine": None, "penalty_kinds": [{"kind": "fine"}]}),
    ("heavier_after_statement", {"noticed_confiscated": 100, "confiscated_amount": 60, "confiscated_value": 40}),
    # a request in a case that article 63 does not name may be turned down
    ("hearing_not_held", {"hearing_requested": True, "hearing_outcome": "refused"}),
    # two acts: 20,000 for the one, 30,000 for the other; only the first is measured against its tier
    ("outside_tier", {"fine_amount": 50000, "noticed_fine": 50000, "other_acts": [{"act": "另一行为",
                                                                                 "fine": "30000"}]}),
    ("mitigated_without_ground", {"grade": "mitigated", "circumstances": [{"kind": "32-1", "fact": "主动召回"}]}),
    ("mitigated_without_ground", {"grade": "mitigated", "circumstances": [{"kind": "31"}]}),
    ("statement_window", {"notice_served_date": D(2026, 4, 28), "statement_waived": True}),
    ("statement_window", {"notice_served_date": D(2026, 4, 28), "statement_received": True}),
    ("statement_window", {"notice_served_date": D(2026, 4, 23)}),  # 04-24, 04-27 to 04-30
    ("no_correction_order", {"corrective_order": "", "corrected_on": D(2026, 3, 1)}),
    ("no_correction_order", {"corrective_order": "", "case_regime": "public_security"}),
    ("no_education", {"decision_type": "no_penalty_minor", "spare_ground": "none_under14",
                      "guardian_order": "责令监护人严加管教"}),
    ("no_education", {"decision_type": "no_penalty_minor", "spare_ground": "none_time_barred"}),
    # the two years end on Saturday 2026-02-07; the next working day is the last (民法典 203)
    ("time_barred", {"violation_date": D(2024, 2, 7), "discovered_date": D(2026, 2, 9)}),
    # another law gives three years
    ("time_barred", {"violation_date": D(2023, 3, 1), "discovered_date": D(2026, 2, 27),
                     "limitation_class": "other_law", "limitation_months": 36}),
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
    ("publication_missing", {"social_impact": True, "case_regime": "market", "heaviest_kind": "warning"}),
    ("publication_missing", {"social_impact": True, "party_type": "natural", "party_birth_date": D(2010, 1, 1)}),
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


@pytest.mark.parametrize("changed", ["revoked", "confirmed_void"])
def test_a_fine_that_was_set_aside_or_is_void_may_be_imposed_anew(county: County, changed: str) -> None:
    same = {"party_id_no": "91130999MA0ABCDE1X", "party_type": "legal_person"}
    county.penalty(**same, changed_by=changed)
    county.penalty(**same, decision_date=D(2026, 6, 10))
    assert not county.found("fined_twice")


def test_a_fine_on_the_spot_counts_for_the_same_item_and_day(county: County) -> None:
    same = {"party_id_no": "91130999MA0ABCDE1X", "party_type": "legal_person", "item_code": "CF-1"}
    county.case("summary_penalty", **same, fine_amount=3000, served_on=D(2026, 2, 10))
    county.case("summary_penalty", **same, fine_amount=3000, served_on=D(2026, 2, 11))
    later = county.penalty(**same, organ=county.city)
    (hit,) = county.found("fined_twice")
    assert hit.case_id == later.pk
    assert "县市场监管局2026-02-10已罚款3000元" in hit.explanation


def test_a_request_for_a_hearing_that_came_too_late_may_be_turned_down(county: County) -> None:
    case = county.penalty(hearing_required=True, hearing_requested=True, hearing_outcome="refused",
                          decision_date=D(2026, 5, 20), notice_served_date=D(2026, 4, 28))  # fmt: skip
    assert "登记为不予组织" in county.found("hearing_not_held")[0].explanation
    hearing = county.case("enforcement_hearing", requested_on=D(2026, 5, 11))
    Link.objects.create(source_id=case.pk, target_id=hearing.pk, kind="enforcement_hearing", on=D(2026, 5, 11))
    assert not county.found("hearing_not_held")
    hearing.requested_on = D(2026, 5, 8)
    hearing.save()
    assert county.found("hearing_not_held")


def test_the_last_day_for_publishing_over_the_spring_festival_is_not_late(county: County) -> None:
    """Seven working days after 2026-02-13 end on 03-02: 14, 24 to 28 February, 2 March."""
    county.penalty(social_impact=True, decision_date=D(2026, 2, 13), notice_served_date=D(2026, 1, 5))
    assert not county.found("publication_missing", D(2026, 3, 2))
    assert "（至2026-03-02）" in county.found("publication_missing", D(2026, 3, 3))[0].explanation


def test_the_first_time_is_the_first_whoever_decided(county: County) -> None:
    spared = {"decision_type": "no_penalty_minor", "spare_ground": "none_first_offence", "education_record": "教育",
              "party_id_no": "91130999MA0ABCDE1X", "party_type": "legal_person"}  # fmt: skip
    county.penalty(**spared | {"decision_date": D(2026, 3, 4)})
    county.penalty(**spared | {"benchmark": "SP-1", "decision_date": D(2026, 4, 4)})
    assert not county.found("first_twice")
    again = county.penalty(**spared, organ=county.city, decision_date=D(2026, 6, 1))
    assert [hit.case_id for hit in county.found("first_twice")] == [again.pk]


def test_money_that_doubles_from_year_to_year_is_one_pattern(county: County) -> None:
    for month in range(1, 11):
        county.penalty(decision_date=D(2025, month, 5), fine_amount=10000)
        county.penalty(decision_date=D(2026, month, 5), fine_amount=15000, confiscated_amount=4999)
    assert not county.found("fines_jump")
    county.penalty(decision_date=D(2026, 10, 6), fine_amount=10)
    (hit,) = county.found("fines_jump")
    assert (hit.organ_id, len(hit.rows)) == (county.market.pk, 11)


def test_fines_that_the_law_fixes_are_no_cluster(county: County) -> None:
    for _ in range(6):
        county.penalty(fine_amount=20000, proposed_low=20000, proposed_high=20000)
    assert not county.found("round_fines")


def test_a_case_with_several_acts_has_no_peers(county: County) -> None:
    for amount in (18000, 19000, 20000, 20000, 20000, 21000, 22000, 23000):
        county.penalty(fine_amount=amount)
    county.penalty(fine_amount=50000, other_acts=[{"act": "另一行为", "fine": "30000"}])
    assert not county.found("unequal_fines")


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


def test_no_benchmark_is_missing_for_what_no_tier_covers_or_while_none_is_in_force(county: County) -> None:
    tier = DiscretionTier._base_manager.create(
        organ=county.market, act_code="SP-126", act="未查验", tier=1, tier_kind="lighter", conditions="轻", unit="yuan",
        legal_basis=["《食品安全法》第一百二十六条第一款"], range_from=1, range_to=2, statute_from=1, statute_to=2,
        issuer_level="county", form="document", document="文", effective_on=D(2025, 7, 1), created_at=NOW,
        updated_at=NOW,
    )  # fmt: skip
    bare = {"benchmark": "", "grade": "", "proposed_grade": ""}
    county.penalty(**bare, penalty_basis="《食品安全法》第一百二十四条第一款")
    assert not county.found("no_benchmark")
    county.penalty(**bare, penalty_basis="《中华人民共和国食品安全法》第一百二十六条第一款第（三）项")
    assert len(county.found("no_benchmark")) == 1
    tier.ended_on = D(2026, 5, 6)
    tier.save()
    assert not county.found("no_benchmark")


def test_a_case_without_an_event_for_half_a_year_is_never_closed(county: County) -> None:
    for days in (181, 180):
        case = county.penalty(decision_type="", decision_date=None, opened_on=D(2026, 1, 5))
        Event._base_manager.create(
            case=case, seq=1, kind="step", step="file", on=D(2026, 11, 20) - timedelta(days), at=NOW, algorithm="x",
            digest=str(days),
        )  # fmt: skip
    (hit,) = county.found("never_closed")
    assert "已有181日没有动静" in hit.explanation
    fine = county.case("fine_collection", stage="deferred", plan_ends_on=D(2027, 3, 1))
    Link.objects.create(source_id=hit.case_id, target_id=fine.pk, kind="fine_collection", on=D(2026, 5, 1))
    assert not county.found("never_closed")


@pytest.mark.parametrize(("procedure", "stage"), [
    ("criminal_referral", "accepted"), ("court_execution", "under_review"), ("forced_execution", "stayed"),
])  # fmt: skip
def test_waiting_for_the_police_the_court_or_by_law_is_not_idle(county: County, procedure: str, stage: str) -> None:
    case = county.case(procedure, stage=stage, opened_on=D(2026, 1, 5))
    Event._base_manager.create(case=case, seq=1, kind="step", step="x", on=D(2026, 1, 5), at=NOW, algorithm="x",
                               digest="x")  # fmt: skip
    assert not county.found("never_closed")


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
