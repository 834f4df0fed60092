"""The organ's case and the respondent's case move together."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.areas.remedies.reconsideration.tests.conftest import County, fresh
from yifa.kernel.engine import new_case
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case, Clock, Event, Paper
from yifa.kernel.rules import Refused
from yifa.office.models import Organ, Post
from yifa.office.roles import Role

pytestmark = pytest.mark.data


def test_sending_the_copy_opens_the_respondents_case(county: County) -> None:
    case = county.accepted()
    county.take(case, "send_copy", "2025-03-13")
    reply = fresh(county.reply_to(case))
    assert (reply.organ, reply.stage, reply.reconsideration_number) == (county.police, "arrived", case.number)
    assert (reply.applicant, reply.act_title) == ("王五", "洪公（治）行罚决字〔2025〕31号行政处罚决定")


def test_signing_for_the_copy_starts_the_ten_days_on_both_sides(county: County) -> None:
    case = county.accepted()
    county.take(case, "send_copy", "2025-03-13")
    reply = county.reply_to(case)
    county.take(reply, "sign", "2025-03-14")
    here = Clock.objects.get(case=case, limit="reply")
    there = Clock.objects.get(case=reply, limit="reply_in_time")
    assert here.due == there.due == date(2025, 3, 28)


def test_the_written_reply_arrives_with_its_list_of_evidence(county: County) -> None:
    case = county.heard()
    assert case.evidence_list == "询问笔录"
    assert Clock.objects.get(case=case, limit="reply").state == "kept"
    assert fresh(county.reply_to(case)).stage == "awaiting"


def test_serving_the_decision_brings_it_to_the_respondent_and_its_performance_comes_back(county: County) -> None:
    case = county.decided(decision_kind="revoke", decision_text="撤销该处罚决定。", redo=True)
    county.take(case, "serve_respondent", "2025-04-22", mode="direct")
    reply = county.reply_to(case)
    assert fresh(reply).stage == "performing"
    assert Clock.objects.get(case=reply, limit="redo_in_time").due == date(2025, 6, 23)
    with pytest.raises(Refused, match="尚未重新作出"):
        county.take(reply, "finish", "2025-05-20")
    county.take(reply, "redo", "2025-05-20", {"redo_act": "洪公（治）行罚决字〔2025〕58号"})
    county.take(reply, "finish", "2025-05-21")
    assert Clock.objects.get(case=case, limit="redo_in_time").state == "kept"


def test_the_end_of_a_case_ends_the_reply(county: County) -> None:
    case = county.accepted()
    county.take(case, "send_copy", "2025-03-13")
    county.take(case, "withdraw", "2025-03-17")
    county.take(case, "terminate", "2025-03-18", {"termination_ground": "withdrawn"}, why="申请人自愿撤回")
    county.take(case, "serve_end", "2025-03-19", mode="direct")
    assert fresh(county.reply_to(case)).stage == "closed"


def test_an_opinion_letter_reaches_the_respondent_and_its_answer_comes_back(county: County) -> None:
    case = county.decided()
    county.take(case, "opinion", "2025-04-21", {"opinion_text": "告知程序不规范", "opinion_to": "洪河县公安局"})
    county.take(case, "opinion_received", "2025-04-22")
    reply = county.reply_to(case)
    county.take(reply, "answer_opinion", "2025-05-30", {"opinion_reply": "已经整改"})
    assert Clock.objects.get(case=case, limit="opinion_reply").state == "kept"


def test_an_application_made_through_the_penalty_organ_is_entered_at_the_government(county: County) -> None:
    mine = new_case("reconsideration_reply", county.police, date(2025, 3, 10))
    mine = county.take(mine, "submit", "2025-03-10", {"applicant": "王五", "act_title": "当场处罚决定"}).case
    county.take(mine, "transfer", "2025-03-14")
    case = linked_case(mine, "reconsideration")
    assert case is not None
    record = fresh(case)
    assert (record.channel, record.punisher_received_on) == ("via_punisher", date(2025, 3, 10))
    assert record.stage == "received"
    assert Clock.objects.get(case=case, limit="forward_application").state == "kept"
    about = {
        "respondent_kind": "department", "act_kind": "penalty", "act_domain": "police", "mandatory_first": "on_spot",
        "claims": "撤销", "remedy_told": True, "known_on": date(2025, 3, 3),
    }  # fmt: skip
    county.take(case, "accept", "2025-03-17", about)
    county.take(case, "send_copy", "2025-03-18")
    assert Case._base_manager.filter(procedure="reconsideration_reply").count() == 1


def test_every_instrument_of_a_whole_case_is_issued_and_numbered(county: County) -> None:
    case = county.decided()
    county.take(case, "serve", "2025-04-22", mode="post", receiver="王五")
    titles = list(Paper.objects.filter(case=case).order_by("pk").values_list("title", "number"))
    assert ("行政复议受理通知书", "洪复受字〔2025〕1号") in titles
    assert ("行政复议决定书", "洪复决字〔2025〕1号") in titles
    assert "行政复议文书送达回证" in dict(titles)


def test_the_title_masks_the_citizen_and_names_the_respondent(county: County) -> None:
    assert county.accepted().title == "王某不服洪河县公安局行政处罚"


def test_the_version_is_that_of_the_day_of_acceptance(county: County) -> None:
    case = county.filed("2026-06-29", known_on=date(2026, 6, 1))
    assert fresh(case).version == date(2024, 1, 1)
    about = {
        "respondent_kind": "department", "act_kind": "penalty", "act_domain": "police", "act_title": "处罚决定",
        "mandatory_first": "no",
    }  # fmt: skip
    county.take(case, "accept", "2026-07-01", about)
    assert fresh(case).version == date(2026, 7, 1)


def test_a_change_of_the_act_by_the_respondent_is_entered_in_the_case(county: County) -> None:
    case = county.heard()
    county.take(county.reply_to(case), "correct", "2025-03-28", {"self_corrected": "已撤销处罚决定"})
    event = Event.objects.get(case=case, step="act_changed")
    assert (event.on, event.data["inputs"]["how"]) == (date(2025, 3, 28), "已撤销处罚决定")


def test_a_respondent_that_was_replaced_has_nothing_more_to_do_with_the_case(county: County) -> None:
    case = county.accepted()
    county.take(case, "send_copy", "2025-03-13")
    heir = Organ.objects.create(
        place=county.police.place, name="洪河县综合行政执法局", short_name="县执法局", kind="department",
        mark="洪执", parent=county.government,
    )  # fmt: skip
    Post.objects.create(person=county.officer, organ=heir, role=Role.HANDLER, since=date(2020, 1, 1))
    fields = {"respondent": heir.pk, "respondent_kind": "department"}
    county.take(case, "succeed", "2025-03-17", fields, why="职权划转")
    first = county.reply_to(case)
    assert fresh(first).stage == "closed"
    county.take(case, "send_copy", "2025-03-18")
    second = county.reply_to(case)
    assert (second.organ, fresh(second).stage) == (heir, "arrived")
    county.take(second, "sign", "2025-03-19")
    assert Clock.objects.get(case=case, limit="reply").due == date(2025, 4, 2)
    county.take(
        second, "reply", "2025-03-28", {"reply_text": "合法", "evidence_list": "笔录", "basis_list": "治安管理处罚法"}
    )
    county.take(case, "hear_opinion", "2025-03-31", {"opinion_mode": "phone"}, who="王五", record="坚持申请")
    said = {"decision_kind": "uphold", "decision_text": "维持。", "facts_found": "经审理查明的事实。"}
    county.take(case, "decide", "2025-04-20", said, approval="agreed")
    county.take(case, "serve_respondent", "2025-04-22", mode="direct")
    assert fresh(second).decision_received_on == date(2025, 4, 22)
    assert (fresh(first).stage, fresh(first).decision_received_on) == ("closed", None)
