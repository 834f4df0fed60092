"""Complaints and reports as they are recorded: who sent them stays secret, and each part goes its own way."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from yifa.areas.enforcement.authority.models import EnforcementBody
from yifa.areas.enforcement.complaint.models import REPORTER, ComplaintCase
from yifa.areas.enforcement.complaint.procedure import Complaint
from yifa.areas.enforcement.complaint.tests.conftest import SENDER, County, fresh, receive
from yifa.areas.enforcement.inspected.models import InspectionObject
from yifa.areas.enforcement.supervision.tests.conftest import LATE
from yifa.kernel.circle import admit, dismiss
from yifa.kernel.correction import assign
from yifa.kernel.declare import field_name
from yifa.kernel.engine import Entry
from yifa.kernel.faults import faults
from yifa.kernel.figure import Window
from yifa.kernel.insiders import may_open
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case, Clock, Event
from yifa.kernel.publish import copy_of
from yifa.kernel.rules import Refused
from yifa.kernel.verify import verify_everything
from yifa.office import scope
from yifa.office.models import Person, Post
from yifa.office.personal import personal_fields
from yifa.office.roles import Role

pytestmark = pytest.mark.data

NOON = datetime.fromisoformat("2026-03-01T12:00:00+08:00")


def test_the_declaration_has_no_fault() -> None:
    assert faults(Complaint) == []


def test_whoever_complains_is_marked_personal_and_in_no_public_copy() -> None:
    assert set(REPORTER) <= set(personal_fields(ComplaintCase))
    shown = {field_name(one.field) for publication in Complaint.publications() for one in publication.shows}
    assert not shown & {*REPORTER, "facts", "source_number"}


def test_a_title_never_tells_who_sent_it(county: County) -> None:
    case = receive(county, county.market, "report", matter="食品")
    assert case.title == "举报（食品）"
    assert SENDER["reporter_name"] not in str(case)
    for kind, told in (("", "消费投诉：某某"), ("natural", "消费投诉：某某"), ("legal_person", "消费投诉：某食品厂")):
        assert receive(county, county.market, "consumer_complaint", target_type=kind).title == told


class TestCircle:
    """A report is open to its handler, to whom the handler or a head names, and to the heads; to no other colleague."""

    def may(self, person: Person, case: Case) -> bool:
        return may_open(person, case, date(2026, 3, 3))

    def test_colleagues_and_those_who_look_from_elsewhere_do_not_open_it(self, county: County) -> None:
        case = receive(county, county.market, "report")
        handler, head = county.people[county.market.pk], county.heads[county.market.pk]
        colleague = county.person("同事", county.market, Role.HANDLER, Role.REVIEWER, Role.SECRETARY, Role.PUBLISHER)
        outside = county.person("督察", county.bureau, Role.SUPERVISOR)
        Post.objects.filter(person=outside).update(reach="place")
        assert [self.may(one, case) for one in (handler, head, colleague, outside)] == [True, True, False, False]
        with pytest.raises(Refused, match="同事不在本案的知悉范围"):
            county.take(case, "decide_filing", "2026-03-10", {"filing": "filed", "filing_reason": "x"}, by=colleague)

    def test_somebody_is_taken_in_and_out_by_name_with_a_reason(self, county: County) -> None:
        case = receive(county, county.market, "report")
        handler, colleague = county.people[county.market.pk], county.person("同事", county.market, Role.HANDLER)
        with pytest.raises(Refused, match="只有本案知悉范围内的人员"):
            admit(case, colleague, "我想看看", Entry(colleague, LATE))
        with pytest.raises(Refused, match="未写明理由"):
            admit(case, colleague, " ", Entry(handler, LATE))
        admit(case, colleague, "一同核查", Entry(handler, LATE))
        assert self.may(colleague, case)
        with pytest.raises(Refused, match="已经可以查看"):
            admit(case, colleague, "再来一次", Entry(handler, LATE))
        dismiss(case, colleague, "调离", Entry(handler, LATE))
        assert not self.may(colleague, case)
        told = [event.data["reason"] for event in Event.objects.filter(case=case, kind="circle")]
        assert told == ["纳入同事：一同核查", "移出同事：调离"]
        assert list(verify_everything()) == []

    def test_who_handles_it_no_longer_does_not_open_it_any_more(self, county: County) -> None:
        case = receive(county, county.market, "report")
        handler, head = county.people[county.market.pk], county.heads[county.market.pk]
        other = county.person("新承办人", county.market, Role.HANDLER)
        with pytest.raises(Refused, match="由机构负责人、机关负责人办理"):
            assign(case, other, "x", Entry(county.person("审核人", county.market, Role.REVIEWER), LATE))
        assign(case, other, "换人办理", Entry(head, LATE))
        assert [self.may(one, fresh(case)) for one in (handler, other, head)] == [False, True, True]

    def test_what_came_from_elsewhere_is_open_to_the_office_until_a_head_names_the_handler(
        self, county: County
    ) -> None:
        case = receive(county, county.city, "report")
        county.take(case, "transfer", "2026-03-04", {"transfer_organ": county.market.pk})
        there = fresh(linked_case(case, "complaint", county.market))  # type: ignore[arg-type]
        office = county.person("收文", county.market, Role.SECRETARY)
        handler = county.person("承办", county.market, Role.HANDLER)
        assert there.handler is None
        assert [self.may(one, there) for one in (office, handler)] == [True, False]
        assign(there, handler, "指定承办人", Entry(office, LATE))
        assert [self.may(one, fresh(there)) for one in (office, handler)] == [False, True]

    def test_what_was_split_off_stays_with_whoever_split_it(self, county: County) -> None:
        case = receive(county, county.market, "consumer_complaint", mixed=True)
        county.take(case, "split", "2026-03-03", {"split_kind": "report", "split_facts": "虚假宣传"})
        report = linked_case(case, "complaint", county.market)
        assert report is not None
        assert report.handler == county.people[county.market.pk]


def test_a_consumer_complaint_that_is_not_ours_is_refused_and_not_sent_away(county: County) -> None:
    case = receive(county, county.market, "consumer_complaint")
    with pytest.raises(Refused):
        county.take(case, "tell_elsewhere", "2026-03-03", {"transfer_name": "某机关"})
    county.take(case, "refuse", "2026-03-03", {"refusal": "1"})


def test_supervision_learns_of_the_matter_and_not_of_the_person(county: County) -> None:
    case = receive(
        county, county.government, "law_enforcement_complaint", target_name="", target_organ=county.city.pk,
        facts="执法人员没有出示证件，请回电13812345678", channel="enterprise",
    )  # fmt: skip
    county.take(case, "refer", "2026-03-03")
    clue = linked_case(case, "supervision_case", county.bureau)
    assert clue is not None
    record = fresh(clue)
    assert (record.clue_source, record.clue_number) == ("enterprise", case.number)
    told = json.dumps(list(Event.objects.filter(case=clue).values_list("data", flat=True)), default=str)
    assert not any(str(value) in told for value in SENDER.values() if value is not True)
    county.take(clue, "not_file", "2026-03-10", why="已经处理")
    assert fresh(case).stage == "telling"
    county.take(case, "answer", "2026-03-11", {"answer": "已转请监督机构研判，情况如下。"})
    assert fresh(case).outcome == "answered"


def test_other_organs_do_not_see_a_complaint(county: County) -> None:
    receive(county, county.market, "report")
    with scope.of(county.people[county.city.pk], on=date(2026, 3, 3)):
        assert not Case.objects.filter(procedure="complaint").exists()


def test_both_parts_of_a_mixed_material_run_from_the_same_day(county: County) -> None:
    case = receive(county, county.market, "consumer_complaint", on="2026-02-12", mixed=True)
    county.take(case, "split", "2026-02-24", {"split_kind": "report", "split_facts": "虚假宣传"})
    report = linked_case(case, "complaint", county.market)
    assert report is not None
    assert fresh(report).reporter_name == SENDER["reporter_name"]
    assert Clock.objects.get(case=case, limit="accept_in_time").since == date(2026, 2, 12)
    assert Clock.objects.get(case=report, limit="verify").since == date(2026, 2, 12)


def test_what_is_transferred_runs_anew_at_the_competent_organ(county: County) -> None:
    case = receive(county, county.city, "report")
    county.take(case, "transfer", "2026-03-04", {"transfer_organ": county.market.pk})
    there = linked_case(case, "complaint", county.market)
    assert there is not None
    record = fresh(there)
    assert (record.channel, record.source_number, record.line) == ("transferred", case.number, "market")
    assert record.received_on == date(2026, 3, 4)


def test_a_complaint_about_an_organ_is_not_handed_to_it(county: County) -> None:
    case = receive(county, county.government, "law_enforcement_complaint", target_organ=county.city.pk)
    with pytest.raises(Refused, match="不得把投诉、举报转给被投诉、被举报的机关"):
        county.take(case, "transfer", "2026-03-03", {"transfer_organ": county.city.pk})


def test_a_report_filed_counts_towards_conversion_and_a_late_answer_as_late(county: County) -> None:
    filed = receive(county, county.market, "report")
    county.take(filed, "decide_filing", "2026-03-10", {"filing": "filed", "filing_reason": "有违法事实"})
    county.take(filed, "tell_reporter", "2026-03-27")
    other = receive(county, county.market, "report", on="2026-03-05")
    county.take(other, "decide_filing", "2026-03-10", {"filing": "not_filed", "filing_reason": "没有证据"})
    county.take(other, "tell_reporter", "2026-03-12")
    window = Window.year(2026, [county.market.pk])
    share = Complaint.cp_conversion.value(window)
    assert (share.numerator, share.denominator) == (1, 2)
    late = Complaint.cp_late_rate.value(window)
    assert (late.numerator, late.denominator) == (1, 2)


def test_a_reward_goes_to_a_report_that_was_filed(county: County) -> None:
    case = receive(county, county.market, "report")
    county.take(case, "decide_filing", "2026-03-10", {"filing": "filed", "filing_reason": "有违法事实"})
    county.take(case, "tell_reporter", "2026-03-12")
    county.take(case, "reward", "2026-06-01", {"reward_amount": "2000"})
    assert Complaint.cp_rewarded.value(Window.year(2026, [county.market.pk])).value == 1


def test_a_consumer_complaint_is_public_without_the_consumer(county: County) -> None:
    case = receive(county, county.market, "consumer_complaint", target_address="城关镇", target_type="legal_person")
    county.take(case, "accept", "2026-03-05")
    county.take(case, "agree", "2026-03-20", {"agreement": "退款200元"})
    text = "".join(line.label + line.text for line in copy_of(fresh(case), Complaint.consumer_public))
    assert "某食品厂" in text
    assert SENDER["reporter_name"] not in text


@pytest.mark.parametrize("kind", ["natural", ""])
def test_a_natural_person_complained_of_is_not_named_in_public(county: County, kind: str) -> None:
    case = receive(
        county, county.market, "consumer_complaint", target_address="城关镇", target_name="马小四", target_type=kind
    )
    county.take(case, "accept", "2026-03-05")
    county.take(case, "agree", "2026-03-20", {"agreement": "退款200元"})
    lines = copy_of(fresh(case), Complaint.consumer_public)
    assert ("被投诉人、被举报人", "马某") in [(line.label, line.text) for line in lines]
    assert "马小四" not in str(lines) + fresh(case).title


def test_the_register_tells_what_the_one_complained_of_is(county: County) -> None:
    InspectionObject.objects.create(
        organ=county.market, code="x", name="某食品厂", kind="individual", risk="A", township="x",
        listed_on=date(2025, 1, 1), created_at=NOON, updated_at=NOON,
    )  # fmt: skip
    assert receive(county, county.market, "consumer_complaint").target_type == "individual_business"


def test_a_report_that_is_filed_opens_the_penalty_case_without_the_reporter(county: County) -> None:
    EnforcementBody.objects.create(
        organ=county.market, name=county.market.name, kind="department", powers=["行政处罚"], legal_basis=["x"],
        confirmed_on=date(2025, 1, 1), created_at=NOON, updated_at=NOON,
    )  # fmt: skip
    case = receive(county, county.market, "report", facts="过期食品，详询13812345678")
    told = {"filing": "filed", "filing_reason": "有违法事实", "item_code": "SP-124", "item_name": "经营过期食品"}
    county.take(case, "decide_filing", "2026-03-10", told)
    penalty = linked_case(case, "penalty", county.market)
    assert penalty is not None
    record = fresh(penalty)
    assert (record.clue_source, record.clue_number, record.party_name) == ("complaint", case.number, "某食品厂")
    kept = json.dumps(list(Event.objects.filter(case=penalty).values_list("data", flat=True)), default=str)
    assert not any(str(value) in kept for value in SENDER.values() if value is not True)


def test_a_clue_found_in_mediation_is_still_checked_after_an_agreement(county: County) -> None:
    case = receive(county, county.market, "consumer_complaint", target_address="城关镇")
    county.take(case, "accept", "2026-03-05")
    county.take(case, "find_clue", "2026-03-10", {"clue": "无标签"})
    county.take(case, "agree", "2026-03-11", {"agreement": "退款"})
    assert fresh(case).stage == "closed"
    county.take(case, "check_clue", "2026-03-31", {"check_result": "已另行立案"})
    clock = Clock.objects.get(case=case, limit="check_clue_in_time")
    assert (clock.due, clock.state) == (date(2026, 3, 31), "kept")


def test_an_organ_named_in_either_way_does_not_get_the_complaint_about_it(county: County) -> None:
    by_name = receive(county, county.market, "law_enforcement_complaint", target_name=county.city.name)
    with pytest.raises(Refused, match="不得把投诉、举报转给"):
        county.take(by_name, "transfer", "2026-03-03", {"transfer_organ": county.city.pk})
    by_key = receive(county, county.market, "law_enforcement_complaint", target_name="", target_organ=county.city.pk)
    with pytest.raises(Refused, match="不得把投诉、举报转给"):
        county.take(by_key, "transfer", "2026-03-03", {"transfer_name": county.city.short_name})


def test_a_report_need_not_know_whom_but_must_say_what(county: County) -> None:
    case = receive(county, county.market, "report", target_name="", facts="城南桥头夜间有人无照屠宰")
    assert case.title == "举报"
    with pytest.raises(Refused, match="具体线索"):
        receive(county, county.market, "report", target_name="", facts="")
