"""Models of inspections, coercion, licences, fines, publications and registers: each fires on its fault alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.common.identity import identity_check_character
from yifa.areas.enforcement.inspected.models import InspectionItem
from yifa.areas.enforcement.inspection.models import Arrival, Rating
from yifa.kernel.models import Clock, Event, Published
from yifa.office import scope
from yifa.office.models import Person, Post
from yifa.office.roles import Role
from yifa.oversight.models import Hit
from yifa.oversight.tests.conftest import NOW, TEAM, TODAY, County

D = date
pytestmark = pytest.mark.data
ENTERED: dict[str, Any] = {"created_at": NOW, "updated_at": NOW}
VISIT: dict[str, Any] = {
    "kind": "special", "mode": "onsite", "visited_on": D(2026, 5, 6), "object_code": "91130999000000001X",
    "officers": TEAM, "items": [{"item_code": "JC-1"}], "freq_cap": 2, "entry_code": "",
}  # fmt: skip


def visit(county: County, **fields: Any) -> Any:
    return county.case("inspection", **VISIT | fields)


def officer(county: County, number: str, **fields: Any) -> Officer:
    good = {
        "organ": county.market, "cert_no": number, "name": "某", "body": "某局", "staffing": "civil_servant",
        "cert_kind": "national", "exam_on": D(2023, 1, 1), "issued_on": D(2023, 1, 2), "valid_to": D(2028, 1, 1),
    }  # fmt: skip
    return Officer._base_manager.create(**good | fields | ENTERED)


@pytest.mark.parametrize(("fields", "why"), [
    ({"valid_to": D(2026, 5, 5)}, "已于2026-05-05到期"), ({"issued_on": D(2026, 5, 7)}, "2026-05-07才发放"),
    ({"status": "suspended", "status_on": D(2026, 5, 6)}, "自2026-05-06起暂扣"),
])  # fmt: skip
def test_who_acts_with_a_certificate_that_does_not_hold_is_found(
    county: County, fields: dict[str, Any], why: str
) -> None:
    officer(county, "13099901001", **fields)
    officer(county, "13099901002")
    visit(county)
    (hit,) = county.found("bad_certificate")
    assert why in hit.explanation


@pytest.mark.parametrize("fields", [
    {"valid_to": D(2026, 5, 6)}, {"issued_on": D(2026, 5, 6)}, {"status": "suspended", "status_on": D(2026, 5, 7)},
])  # fmt: skip
def test_a_certificate_holds_on_its_first_and_last_day_and_before_a_suspension(
    county: County, fields: dict[str, Any]
) -> None:
    officer(county, "13099901001", **fields)
    officer(county, "13099901002")
    visit(county)
    assert not county.found("bad_certificate")


def test_who_acted_is_asked_of_the_events_and_not_of_the_team_of_today(county: County) -> None:
    officer(county, "13099901001")
    officer(county, "13099901002")
    officer(county, "9", issued_on=D(2026, 6, 1))
    later = [{"cert_no": "9"}, {"cert_no": "13099901002"}]
    case = visit(county, officers=later)
    assert len(county.found("bad_certificate")) == 1  # an import: nothing else is known
    for seq, (on, team) in enumerate([(D(2026, 5, 4), TEAM), (D(2026, 6, 2), later)], 1):
        Event.objects.create(
            case=case, seq=seq, kind="step", step="s", on=on, at=NOW, data={"fields": {"officers": team}}, digest="x"
        )
    assert not county.found("bad_certificate")
    Officer._base_manager.filter(cert_no="13099901001").update(pauses=["2026-05-01至2026-05-31"])
    (hit,) = county.found("bad_certificate")
    assert "证件13099901001在2026-05-01至2026-05-31期间暂扣" in hit.explanation


def test_a_certificate_for_another_field_is_found(county: County) -> None:
    officer(county, "13099901001", matters=["食品"])
    officer(county, "13099901002")
    visit(county, matter="特种设备")
    assert "证件13099901001不含" in county.found("wrong_matter")[0].explanation


def test_one_officer_is_found_and_a_visit_that_is_no_enforcement_is_not(county: County) -> None:
    visit(county, kind="service", officers=TEAM[:1])
    assert not county.found("one_officer")
    visit(county, officers=TEAM[:1] * 2)  # the same certificate twice is one officer
    assert len(county.found("one_officer")) == 1


def test_three_bodies_within_thirty_days_are_too_many_unless_they_come_together(county: County) -> None:
    visit(county, visited_on=D(2026, 5, 1))
    visit(county, visited_on=D(2026, 5, 10), organ=county.city)
    assert not county.found("repeated_visits")
    last = visit(county, visited_on=D(2026, 5, 31), organ=county.bureau)
    (hit,) = county.found("repeated_visits")
    assert (hit.case_id, len(hit.rows)) == (last.pk, 3)
    assert "30日内" in hit.explanation
    last.joint_with = [{"organ": "县城管局"}]
    last.save()
    assert not county.found("repeated_visits")


def test_thirty_one_days_apart_is_not_a_crowd(county: County) -> None:
    for day, organ in ((D(2026, 5, 1), county.market), (D(2026, 5, 10), county.city), (D(2026, 6, 1), county.bureau)):
        visit(county, visited_on=day, organ=organ)
    assert not county.found("repeated_visits")


def test_the_visit_after_the_cap_is_found_and_only_of_the_same_year(county: County) -> None:
    for day in (D(2025, 12, 31), D(2026, 1, 4), D(2026, 3, 1)):
        visit(county, visited_on=day)
    visit(county, visited_on=D(2026, 4, 1), kind="case")
    visit(county, visited_on=D(2026, 4, 2), superior=True)
    visit(county, visited_on=D(2026, 4, 3), mode="remote")
    assert not county.found("over_cap")
    third = visit(county, visited_on=D(2026, 6, 1))
    assert [hit.case_id for hit in county.found("over_cap")] == [third.pk]


def test_a_visit_that_nobody_registered_at_the_door_is_found(county: County) -> None:
    Arrival._base_manager.create(case=visit(county, entry_code="A"), at=NOW)
    visit(county, mode="remote")
    assert not county.found("no_entry_code")
    visit(county)
    assert "没有检查码" in county.found("no_entry_code")[0].explanation


def test_items_that_are_not_published_on_the_day_are_found(county: County) -> None:
    item = InspectionItem._base_manager.create(
        organ=county.market, item_code="JC-1", name="检查", matter="食品", content="x", targets="x",
        published_on=D(2026, 5, 6), listed_on=D(2026, 1, 1), **ENTERED,
    )  # fmt: skip
    visit(county)
    assert not county.found("unlisted_item")
    item.ended_on = D(2026, 5, 6)
    item.save()
    assert len(county.found("unlisted_item")) == 1
    visit(county, visited_on=D(2026, 5, 5))
    assert len(county.found("unlisted_item")) == 2


def test_a_daily_visit_for_a_random_item_must_come_from_a_draw(county: County) -> None:
    InspectionItem._base_manager.create(
        organ=county.market, item_code="JC-1", name="检查", matter="食品", content="x", targets="x",
        listed_on=D(2026, 1, 1), **ENTERED,
    )  # fmt: skip
    visit(county, kind="daily", draw_number="抽1")
    visit(county, kind="case")
    assert not county.found("no_draw")
    visit(county, kind="daily")
    assert len(county.found("no_draw")) == 1


def test_an_item_that_was_not_yet_or_no_longer_random_need_not_be_drawn(county: County) -> None:
    InspectionItem._base_manager.create(
        organ=county.market, item_code="JC-1", name="检查", matter="食品", content="x", targets="x",
        listed_on=D(2026, 5, 7), **ENTERED,
    )  # fmt: skip
    visit(county, kind="daily")
    assert not county.found("no_draw")


def test_visits_of_one_case_fill_the_cap_only_where_the_place_says_so(
    county: County, settings: Any, tmp_path: Any
) -> None:
    for day in (D(2026, 1, 4), D(2026, 3, 1)):
        visit(county, visited_on=day, kind="case")
    visit(county, visited_on=D(2026, 6, 1))
    assert not county.found("over_cap")
    settings.HOME = tmp_path
    (tmp_path / "places" / "130999").mkdir(parents=True)
    own = '[case_counts_to_cap]\nvalue = true\nsource = "洪检发〔2026〕1号"\n'
    (tmp_path / "places" / "130999" / "inspection.toml").write_text(own, encoding="utf-8")
    assert "第3次" in county.found("over_cap")[0].explanation


def test_away_from_home_without_a_letter_and_what_enterprises_say_is_found(county: County) -> None:
    visit(county, cross_region=True, assist_ref="协1")
    case = visit(county, cross_region=True)
    assert [hit.case_id for hit in county.found("cross_region")] == [case.pk]
    Rating._base_manager.create(case=case, at=NOW, stars=4, charged=True)
    assert "收费" in county.found("bad_rating")[0].explanation


def test_what_an_enterprise_said_is_hidden_from_supervisors_within_the_body(county: County) -> None:
    for model in ("bad_rating", "no_draw"):
        Hit._base_manager.create(
            model=model, subject="case:1", organ=county.market, explanation="某事", severity="plain", found_on=TODAY
        )
    inside = Person.objects.create(name="法规科长")
    Post.objects.create(person=inside, organ=county.market, role=Role.SUPERVISOR, since=D(2020, 1, 1))
    seen = {}
    for person in (county.supervisor, inside):
        with scope.of(person, TODAY):
            seen[person.name] = set(Hit.objects.values_list("model", flat=True))
    assert seen == {"陆明": {"bad_rating", "no_draw"}, "法规科长": {"no_draw"}}


def clock(case: Any, limit: str, **fields: Any) -> Clock:
    good = {"run": 1, "bound": "handler", "since": D(2026, 5, 1), "due": D(2026, 5, 31), "state": "running"}
    return Clock._base_manager.create(case=case, limit=limit, **good | fields)


def test_a_limit_over_today_is_overdue_from_tomorrow_on_and_only_if_it_binds_the_organ(county: County) -> None:
    running = clock(county.penalty(), "decide_in_time", due=TODAY)
    assert not county.found("overdue")
    assert "逾期1日" in county.found("overdue", TODAY + timedelta(1))[0].explanation
    running.bound = "applicant"
    running.save()
    assert not county.found("overdue", TODAY + timedelta(1))


def test_lateness_with_a_model_of_its_own_is_found_once(county: County) -> None:
    clock(county.case("licence"), "decide")
    clock(county.case("licence"), "decide", state="late", ended_on=D(2026, 6, 3))
    clock(county.case("complaint"), "accept_in_time")
    assert (len(county.found("licence_overdue")), len(county.found("complaint_unanswered"))) == (2, 1)
    assert not county.found("overdue")
    assert not county.found("late")


def test_a_paper_that_was_not_answered_is_the_omission_of_the_supervised_body(county: County) -> None:
    case = county.case("supervision_case", organ=county.bureau, target_organ=county.city)
    clock(case, "urge_in_time")
    clock(county.case("supervision_reply", organ=county.city), "reply_in_time")
    (hit,) = county.found("supervision_unanswered")
    assert (hit.organ_id, hit.case_id) == (county.city.pk, case.pk)
    assert not county.found("overdue")


def test_each_limit_is_told_with_its_own_article(county: County) -> None:
    clock(county.penalty(), "decide_in_time")
    assert county.found("overdue")[0].explanation.startswith("“作出处罚决定”（行政处罚法60）自2026-05-01起算")


def test_what_was_done_late_is_found_with_its_days(county: County) -> None:
    clock(county.penalty(), "decide_in_time", state="late", ended_on=D(2026, 6, 3))
    assert "迟3日" in county.found("late")[0].explanation


def test_a_seizure_over_its_term_is_found_by_its_own_model_only(county: County) -> None:
    clock(county.case("coercive_measure", measure_type="seize"), "seal_term")
    assert len(county.found("coercion_over_term")) == 1
    assert not county.found("overdue")


def test_money_taken_for_custody_or_a_licence_without_basis_is_found(county: County) -> None:
    county.case("coercive_measure", charged_fee=1)
    county.case("coercive_measure", charged_fee=0)
    county.case("licence", fee=300)
    county.case("licence", fee=300, fee_basis="《某法》第一条")
    assert (len(county.found("custody_charged")), len(county.found("licence_fee"))) == (1, 1)


def test_licences_all_on_the_last_day_are_one_pattern(county: County) -> None:
    for n in range(10):
        day = D(2026, 5, 31) if n < 5 else D(2026, 5, 20)
        clock(county.case("licence"), "decide", state="kept", ended_on=day)
    assert "10件，5件（50%）" in county.found("licence_last_day")[0].explanation


def paid(case: Any, amount: str, step: str = "pay") -> None:
    Event._base_manager.create(
        case=case, seq=Event._base_manager.filter(case=case).count() + 1, kind="step", step=step, on=TODAY, at=NOW,
        data={"inputs": {"amount": amount}}, algorithm="x", digest=f"{case.pk}{step}{amount}",
    )  # fmt: skip


def test_a_late_payment_without_addition_is_found_unless_it_was_remitted(county: County) -> None:
    late = {"outcome": "paid_late", "fine_amount": 20000, "surcharge_stated": True, "received_on": D(2026, 5, 6)}
    bare, added, remitted = (county.case("fine_collection", **late) for _ in range(3))
    paid(bare, "20000")
    paid(added, "26000")
    paid(remitted, "20000")
    paid(remitted, "6000", "waive")
    assert [hit.case_id for hit in county.found("surcharge_missing")] == [bare.pk]


def test_fines_nobody_collects_and_additions_over_the_fine_are_found(county: County) -> None:
    """Before the six months for suing are over nobody can go to court; half a month later it is time to urge."""
    county.case("fine_collection", stage="owing", fine_amount=100, received_on=D(2026, 5, 5))
    assert not county.found("fine_unpaid")
    late = county.case("fine_collection", stage="owing", fine_amount=100, received_on=D(2026, 5, 4),
                       owed_surcharge=101)  # fmt: skip
    assert (len(county.found("fine_unpaid")), len(county.found("surcharge_over_cap"))) == (1, 1)
    paid(late, "0", "stop")  # 复议、诉讼期间
    assert not county.found("fine_unpaid")
    paid(late, "0", "resume")
    assert len(county.found("fine_unpaid")) == 1


def test_only_a_real_identity_number_in_a_copy_that_stands_is_found(county: County) -> None:
    first = "13099919800101123"
    number = first + identity_check_character(first)
    case = county.case("penalty_publication")
    for text, gone in ((f"号码{number}。", None), (f"订单{first}0。", None), (f"号码{number}。", TODAY)):
        Published._base_manager.create(
            case=case, publication="copy", on=TODAY, at=NOW, by=county.handler, content=[["内容", text, ""]],
            digest="x", withdrawn_on=gone,
        )  # fmt: skip
    (hit,) = county.found("publication_unmasked")
    assert number not in hit.explanation


@pytest.mark.parametrize(("party", "amount", "found"), [
    ("natural", 200, 0), ("natural", 201, 1), ("individual_business", 201, 1), ("legal_person", 3000, 0),
    ("legal_person", 3001, 1),
])  # fmt: skip
def test_a_fine_on_the_spot_has_a_limit_by_party(county: County, party: str, amount: int, found: int) -> None:
    county.case("summary_penalty", party_type=party, fine_amount=amount, served_on=D(2026, 5, 6), regime="general")
    assert len(county.found("summary_over_limit")) == found


def test_a_step_without_what_must_come_before_is_found_and_a_voided_one_is_not(county: County) -> None:
    case = county.case("summary_penalty")
    paid(case, "1", "hand_in")
    paid(case, "1", "remit")
    assert not county.found("missing_step")
    other = county.case("summary_penalty")
    paid(other, "2", "remit")
    (hit,) = county.found("missing_step")
    assert "之前没有“罚款交至机关”的记录" in hit.explanation
    assert hit.case_id == other.pk


def test_what_was_entered_later_but_done_before_is_in_order(county: County) -> None:
    def took(case: Any, *steps: tuple[str, date]) -> None:
        for seq, (step, on) in enumerate(steps, 1):
            Event._base_manager.create(
                case=case, seq=seq, kind="step", step=step, on=on, at=NOW, algorithm="x", digest=f"{case.pk}{step}"
            )

    took(county.case("summary_penalty"), ("remit", D(2026, 5, 8)), ("hand_in", D(2026, 5, 7)))
    assert not county.found("missing_step")
    late = county.case("summary_penalty")
    took(late, ("hand_in", D(2026, 5, 9)), ("remit", D(2026, 5, 8)))
    assert [hit.case_id for hit in county.found("missing_step")] == [late.pk]


def test_a_freezing_that_ran_out_at_the_bank_was_over_its_term_too(county: County) -> None:
    case = county.case("coercive_measure", measure_type="freeze")
    clock(case, "freeze_term", state="lapsed", ended_on=D(2026, 5, 31))
    assert "由法律规定期满生效" in county.found("coercion_over_term")[0].explanation


def test_what_stands_for_long_by_its_nature_is_not_idle(county: County) -> None:
    for procedure, stage in (
        ("penalty_publication", "ready"),
        ("licence", "in_force"),
        ("inspection_plan", "approved"),
    ):
        case = county.case(procedure, stage=stage, opened_on=D(2026, 1, 2))
        paid(case, procedure)
    assert not county.found("never_closed", D(2027, 11, 20))


def test_a_publication_that_waits_is_missing_and_one_that_came_late_is_late(county: County) -> None:
    waiting, late = county.case("penalty_publication"), county.case("penalty_publication")
    clock(waiting, "publish_in_time")
    clock(late, "publish_in_time", state="late", ended_on=D(2026, 6, 3))
    assert [hit.case_id for hit in county.found("publication_missing")] == [waiting.pk]
    assert [hit.case_id for hit in county.found("publication_late")] == [late.pk]
