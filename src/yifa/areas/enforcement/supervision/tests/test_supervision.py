"""Supervision as it is recorded: three organs, their papers, and what goes to and fro."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from yifa.areas.enforcement.supervision.case_procedure import Supervision
from yifa.areas.enforcement.supervision.decision import SupervisionDecision
from yifa.areas.enforcement.supervision.register import WorkReports
from yifa.areas.enforcement.supervision.reply import SupervisionReply
from yifa.areas.enforcement.supervision.tests.conftest import LATE, OMITTED, OPINION, UNLAWFUL, URGE, County, fresh
from yifa.kernel.declare import Procedure
from yifa.kernel.engine import new_case
from yifa.kernel.faults import faults
from yifa.kernel.figure import Window
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case, Clock, Link, Paper
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused
from yifa.kernel.rules import Refused
from yifa.office.models import Organ
from yifa.papers import store
from yifa.text.docx import docx_to_text

pytestmark = pytest.mark.data


def text_of(case: Case, title: str) -> str:
    """What the instrument issued last says, as plain text."""
    paper = Paper.objects.filter(case=case, title=title).order_by("-pk")[0]
    return docx_to_text(store.read(paper.digest), paper.name)


def year(county: County) -> Window:
    return Window.year(2026, [county.bureau.pk, county.government.pk, county.city.pk])


@pytest.mark.parametrize("procedure", [Supervision, SupervisionDecision, SupervisionReply])
def test_the_declaration_has_no_fault(procedure: type[Procedure]) -> None:
    assert faults(procedure) == []


def test_an_opinion_reaches_the_organ_with_its_term_and_its_answer_comes_back(county: County) -> None:
    case = county.opined()
    reply = linked_case(case, "supervision_reply", county.city)
    assert reply is not None
    record = fresh(reply)
    assert record.paper_number == "洪司执意字〔2026〕1号"
    clock = Clock.objects.get(case=reply, limit="reply_in_time")
    assert clock.due == date(2026, 5, 21)
    assert Clock.objects.get(case=case, limit="opinion_in_time").due == date(2026, 5, 21)
    county.take(reply, "reply", "2026-05-20", {"rectification": "已撤销并重新作出决定"})
    assert fresh(case).rectification == "已撤销并重新作出决定"
    county.take(case, "confirm", "2026-05-22", {"checked_note": "已核查"})
    county.take(case, "close", "2026-05-25", {"outcome": "corrected_after_opinion", "closing_note": "已纠正"})
    share = Supervision.sup_in_time_rate.value(year(county))
    assert (share.numerator, share.denominator) == (1, 1)
    assert Supervision.sup_corrected.value(year(county)).value == 1


def test_the_letter_names_the_article_and_the_term_written_in_it(county: County) -> None:
    letter = text_of(county.opined(), "行政执法监督意见书")
    assert "第二十八条" in letter
    assert "收到之日起15个工作日内" in letter
    case = county.found(OMITTED)
    county.take(
        case, "urge", "2026-03-05", {"urge_demand": "依法处理", "urge_term": "date", "urge_until": "2026-04-01"}
    )
    letter = text_of(case, "行政执法监督督办函")
    assert "第二十七条" in letter
    assert "2026年4月1日前" in letter


def test_the_government_issues_the_decision_in_its_own_name(county: County) -> None:
    case = county.found(UNLAWFUL | {"grave": True})
    county.take(case, "propose_decision", "2026-03-06", {"proposal": "责令撤销罚款指标"})
    decision = linked_case(case, "supervision_decision", county.government)
    assert decision is not None
    county.take(decision, "decide", "2026-03-10", {"demand": "撤销罚款指标"})
    county.take(decision, "serve", "2026-03-11")
    paper = Paper.objects.get(case=decision)
    assert (paper.title, paper.number) == ("行政执法监督决定书", "洪政执决字〔2026〕1号")
    record = fresh(case)
    assert (record.stage, record.ruling, record.decision_number) == ("handled", "correct", "洪政执决字〔2026〕1号")
    reply = linked_case(case, "supervision_reply", county.city)
    assert reply is not None
    assert fresh(reply).paper_kind == "decision"
    county.take(reply, "reply", "2026-03-20", {"rectification": "已撤销"})
    county.take(case, "confirm", "2026-03-23", {"checked_note": "属实"})
    assert fresh(decision).stage == "corrected"
    county.take(case, "close", "2026-03-24", {"outcome": "gov_decision_corrected", "closing_note": "已纠正"})
    assert SupervisionDecision.sup_decisions.value(year(county)).value == 1


def test_a_government_that_declines_sends_the_case_back(county: County) -> None:
    case = county.found(UNLAWFUL | {"grave": True})
    county.take(case, "propose_decision", "2026-03-06", {"proposal": "责令纠正"})
    decision = linked_case(case, "supervision_decision")
    assert decision is not None
    county.take(decision, "decline", "2026-03-10", why="先由监督机构制发意见书")
    assert (fresh(case).stage, fresh(case).ruling) == ("handled", "not_needed")
    county.take(case, "opine", "2026-03-11", OPINION)


def test_a_bureau_cannot_open_a_decision(county: County) -> None:
    case = new_case("supervision_decision", county.bureau, date(2026, 3, 2))
    with pytest.raises(Refused, match="决定书由本级人民政府制发"):
        county.take(case, "receive", "2026-03-02", {"proposal": "建议", "target_organ": county.city.pk})


def test_a_department_cannot_issue_an_opinion(county: County) -> None:
    case = new_case("supervision_case", county.market, date(2026, 3, 2))
    told = {"clue_source": "patrol", "clue_text": "问题", "target_organ": county.city.pk}
    county.take(case, "register_clue", "2026-03-02", told)
    sorted_as = {"track": "simple", "manner": "daily", "relation": "department", "dispute": "none"}
    county.take(case, "triage", "2026-03-02", sorted_as)
    with pytest.raises(Refused, match="不是行政执法监督机构，司法所只是协助"):
        county.take(case, "file", "2026-03-02")


def test_a_department_supervises_only_its_own_dispatched_office(county: County) -> None:
    office = Organ.objects.create(
        place=county.place, name="洪河县市场监督管理局城关所", short_name="城关所", kind="dispatched", mark="洪市监城",
        parent=county.market,
    )  # fmt: skip
    case = new_case("supervision_case", county.market, date(2026, 3, 2))
    told = {"clue_source": "patrol", "clue_text": "问题", "target_organ": office.pk}
    county.take(case, "register_clue", "2026-03-02", told)
    sorted_as = {"track": "simple", "manner": "daily", "relation": "dispatched", "dispute": "none"}
    county.take(case, "triage", "2026-03-02", sorted_as)
    county.take(case, "file", "2026-03-02")
    county.take(case, "find", "2026-03-02", UNLAWFUL)
    county.take(case, "opine", "2026-03-03", OPINION)
    issued = fresh(case)
    assert (issued.stage, issued.paper_kind) == ("handled", "opinion")


def test_nobody_disobeyed_a_paper_before_the_time_it_states_is_over(county: County) -> None:
    case = county.opined()
    for day in ("2026-05-11", "2026-05-21"):
        with pytest.raises(Refused, match="2026-05-21才届满"):
            county.take(case, "find_uncorrected", day, {"checked": "not", "checked_note": "没有纠正"})
        with pytest.raises(Refused, match="2026-05-21才届满"):
            county.take(case, "propose_decision", day, {"proposal": "责令纠正"})
    county.take(case, "propose_decision", "2026-05-22", {"proposal": "责令纠正"})


def test_a_second_answer_after_the_first_was_checked_does_not_keep_the_case_open(county: County) -> None:
    case = county.opined()
    county.take(case, "receive_reply", "2026-05-12", {"rectification": "已改"})
    county.take(case, "confirm", "2026-05-13", {"checked_note": "属实"})
    county.take(case, "receive_reply", "2026-05-14", {"rectification": "补充材料"})
    end = {"outcome": "corrected_after_opinion", "closing_note": "已纠正"}
    with pytest.raises(Refused, match="不符"):
        county.take(case, "close", "2026-05-15", end)
    county.take(case, "confirm", "2026-05-15", {"checked_note": "属实"})
    county.take(case, "close", "2026-05-15", end)


def test_a_decision_is_withdrawn_by_the_government_that_made_it(county: County) -> None:
    case = county.found(UNLAWFUL | {"grave": True})
    county.take(case, "propose_decision", "2026-03-06", {"proposal": "责令纠正"})
    decision = linked_case(case, "supervision_decision", county.government)
    assert decision is not None
    county.take(decision, "decide", "2026-03-10", {"demand": "撤销", "term": "days", "amount": 10})
    county.take(decision, "serve", "2026-03-11")
    reply = linked_case(case, "supervision_reply", county.city)
    assert reply is not None
    assert Clock.objects.get(case=reply, limit="reply_in_time").due == date(2026, 3, 23)
    county.take(reply, "object", "2026-03-12", {"objection": "事实有误"})
    county.take(case, "answer_objection", "2026-03-13", {"objection_result": "upheld", "objection_reply": "属实"})
    with pytest.raises(Refused, match="由本级人民政府撤回"):
        county.take(case, "withdraw_paper", "2026-03-13")
    county.take(decision, "withdraw", "2026-03-16", why="异议成立")
    assert (fresh(case).stage, fresh(reply).stage, fresh(decision).stage) == ("corrected", "withdrawn", "lapsed")
    county.take(case, "close", "2026-03-17", {"outcome": "objection_upheld", "closing_note": "政府撤回"})


def test_the_notice_of_listing_tells_the_organ_nothing_of_the_clue(county: County) -> None:
    case = new_case("supervision_case", county.bureau, date(2026, 3, 2))
    told = {"clue_source": "complaint", "clue_text": "柳湾村孙大姐反映多次上门收费", "target_organ": county.city.pk}
    county.take(case, "register_clue", "2026-03-02", told)
    sorted_as = {"track": "general", "manner": "key", "relation": "department", "dispute": "none"}
    county.take(case, "triage", "2026-03-02", sorted_as)
    county.take(case, "list_case", "2026-03-03", what="违规收费")
    text = text_of(case, "挂牌督办通知书")
    assert "违规收费" in text
    assert "孙大姐" not in text


def test_an_objection_made_in_the_organ_is_answered_there_and_may_void_the_paper(county: County) -> None:
    case = county.opined()
    reply = linked_case(case, "supervision_reply", county.city)
    assert reply is not None
    county.take(reply, "object", "2026-05-06", {"objection": "当事人已放弃陈述申辩"})
    answer = {"objection_result": "upheld", "objection_reply": "经核实属实"}
    county.take(case, "answer_objection", "2026-05-08", answer)
    assert fresh(reply).objection_result == "upheld"
    county.take(case, "withdraw_paper", "2026-05-08")
    assert fresh(reply).stage == "withdrawn"
    county.take(case, "close", "2026-05-11", {"outcome": "objection_upheld", "closing_note": "撤回"})


def test_a_letter_then_an_opinion_keep_their_own_terms(county: County) -> None:
    case = county.found(OMITTED)
    county.take(case, "urge", "2026-03-05", URGE)
    county.take(case, "urge_served", "2026-03-05")
    county.take(case, "find_uncorrected", "2026-03-27", {"checked": "not", "checked_note": "没有履行"})
    county.take(case, "find", "2026-03-30", UNLAWFUL)
    county.take(case, "opine", "2026-03-31", OPINION | {"opinion_amount": 5})
    county.take(case, "opinion_served", "2026-03-31")
    dues = dict(Clock.objects.filter(case=case).values_list("limit", "due"))
    assert dues["urge_in_time"] == date(2026, 3, 26)
    assert dues["opinion_in_time"] == date(2026, 4, 8)


def test_a_case_pending_in_reconsideration_stops_supervision_of_the_same_act(county: County) -> None:
    act = new_case("supervision_reply", county.city, date(2026, 3, 2))
    county.take(act, "receive", "2026-03-02", {"paper_kind": "opinion", "term": "days", "amount": 30})
    case = county.clue(target_case=Case.objects.get(organ=county.city).pk, dispute="none")
    pending = Case.objects.create(
        procedure="reconsideration", version=date(2024, 1, 1), organ=county.government, stage="hearing",
        opened_on=date(2026, 3, 2), number="洪复〔2026〕1号",
    )  # fmt: skip
    Link.objects.create(source=pending, target=case.target_case, kind="行政复议", on=date(2026, 3, 2))
    with pytest.raises(Refused, match="尚未办结，不重复监督"):
        county.take(case, "file", "2026-03-03")


def test_staff_are_only_suggested_about_and_counted(county: County) -> None:
    case = county.opined()
    staff = [
        {"name": "赵某甲", "cert_no": "1", "measure": "revoke", "reason": "多次违法"},
        {"name": "钱某乙", "cert_no": "2", "measure": "criticism", "reason": "情节轻微"},
    ]
    county.take(case, "suggest_staff", "2026-05-06", {"staff": staff, "transfer_to": "洪河县城市管理局"})
    with pytest.raises(Refused, match="没有填写有权机关的处理结果"):
        county.take(case, "staff_result", "2026-05-20", {"staff": staff})
    assert Supervision.sup_revoked.value(year(county)).value == Decimal(1)
    assert Supervision.sup_measures.value(year(county)).value == Decimal(1)


def test_a_suit_ends_supervision_at_the_organ_and_at_the_government_too(county: County) -> None:
    case = county.opined()
    county.take(case, "find_uncorrected", "2026-05-22", {"checked": "not", "checked_note": "没有纠正"})
    county.take(case, "propose_decision", "2026-05-25", {"proposal": "责令纠正"})
    decision, reply = linked_case(case, "supervision_decision"), linked_case(case, "supervision_reply")
    assert decision is not None
    assert reply is not None
    county.take(case, "remedy_began", "2026-05-27", {"dispute": "suit"})
    assert (fresh(decision).stage, fresh(reply).stage) == ("lapsed", "withdrawn")


def test_a_case_that_waits_for_a_correction_closes_only_where_the_government_declined(county: County) -> None:
    case = county.opined()
    with pytest.raises(Refused, match="问题还没有纠正"):
        county.take(case, "close", "2026-05-25", {"outcome": "corrected_after_opinion", "closing_note": "算了"})
    county.take(case, "find_uncorrected", "2026-05-26", {"checked": "not", "checked_note": "没有纠正"})
    county.take(case, "propose_decision", "2026-05-27", {"proposal": "责令纠正"})
    decision = linked_case(case, "supervision_decision")
    assert decision is not None
    county.take(decision, "decline", "2026-06-02", why="已由上级统一整治")
    county.take(case, "close", "2026-06-03", {"outcome": "gov_declined", "closing_note": "本级政府决定不制发。"})
    assert Case.objects.filter(closed_on=None).count() == 0


def test_the_next_report_to_the_government_is_reminded_of(county: County) -> None:
    values = {
        "number": "洪司报〔2026〕12号", "since": "2026-02-01", "until": "2026-06-30", "reported_on": "2026-07-15",
        "content": "立案监督12件", "next_by": "2026-12-01",
    }  # fmt: skip
    entries.add(WorkReports, county.bureau, values, by=county.people[county.bureau.pk], at=LATE)
    warned = list(WorkReports.warnings(date(2026, 11, 20), [county.bureau.pk]))
    assert [one.on for one in warned] == [date(2026, 12, 1)]
    with pytest.raises(EntryRefused, match="早于报告期间止"):
        entries.add(
            WorkReports, county.bureau, values | {"number": "2", "reported_on": "2026-06-01"},
            by=county.people[county.bureau.pk], at=LATE,
        )  # fmt: skip
