"""Anybody gives an opinion on a draft: it stands in the register, and its giver reads the answer to it by the code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from yifa.areas.rulemaking.consultation.models import Opinion
from yifa.areas.rulemaking.consultation.register import ConsultationOpinions
from yifa.areas.rulemaking.major_decision.tests.conftest import County, fresh
from yifa.kernel.engine import Entry
from yifa.kernel.publish import publish, withdraw
from yifa.kernel.registers import entries
from yifa.office import scope
from yifa.office.roles import Role
from yifa.portal.tests.test_suggestions import ask, code_in, word_of

pytestmark = [pytest.mark.django_db, pytest.mark.data]
TODAY = timezone.localdate()
VOICE = {
    "source": "citizen", "name": "王五六", "contact": "13812345678", "article": "第一条",
    "content": "建议增加夜间停车泊位。王五六",
}  # fmt: skip


@pytest.fixture
def county(db: None) -> Iterator[County]:
    with scope.everything("征求意见页面测试"):
        yield County()


def called(county: County, since: int = 10, days: int = 30, copy: bool = True) -> Any:
    """A decision whose draft was published so many days ago, for so many days; with its public copy."""
    case, on = county.drafted(), TODAY - timedelta(since)
    asked = {
        "solicit_until": on + timedelta(days), "solicit_channels": "县政府网站", "solicit_how": "网上",
        "shorten_reason": "" if days >= 30 else "情况紧急",
    }  # fmt: skip
    step(county, case, "solicit", on, asked)
    if copy:
        by = Entry(county.people[case.organ_id], timezone.now())
        publish(case, case.declaration.publication("draft_published"), on, by)
    return fresh(case)


def step(county: County, case: Any, code: str, on: Any, fields: Any) -> None:
    from yifa.areas.rulemaking.major_decision.tests import conftest

    before, conftest.LATE = conftest.LATE, timezone.now()
    try:
        county.take(case, code, on.isoformat(), fields)
    finally:
        conftest.LATE = before


def send(client: Client, case: Any, **more: Any) -> Any:
    address = f"/open/drafts/{case.pk}/"
    return client.post(address, {"word": word_of(client.get(address).content.decode()), **VOICE, **more})


def test_an_opinion_from_the_page_stands_in_the_register_and_names_nobody_in_public(
    client: Client, county: County
) -> None:
    case = called(county)
    answer = send(client, case)
    assert "第1条意见" in answer.content.decode()
    row = Opinion.objects.get()
    assert (row.case_id, row.seq, row.received_on, row.form, row.source) == (case.pk, 1, TODAY, "solicited", "citizen")
    assert (row.name, row.contact, row.adopt) == ("王五六", "13812345678", "")
    assert "王五六" not in client.get(f"/open/drafts/{case.pk}/").content.decode()
    send(client, case, content="另一条")
    assert list(Opinion.objects.order_by("seq").values_list("seq", flat=True)) == [1, 2]


def test_its_giver_reads_the_answer_once_the_consultation_is_closed(client: Client, county: County) -> None:
    case = called(county, since=40)
    assert "征求意见已经截止" in client.get(f"/open/drafts/{case.pk}/").content.decode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("yifa.areas.rulemaking.consultation.calling.Call.open_on", lambda self, day: True)
        code = code_in(send(client, case).content.decode())
    row = Opinion.objects.get()
    told = {"adopt": "采纳", "reason": "已在第一条增加一款。", "answered_on": TODAY.isoformat()}
    by = county.people[case.organ_id]
    entries.amend(ConsultationOpinions, row.pk, told, seen=row.version, by=by, at=timezone.now())
    assert "已在第一条增加一款" not in ask(client, code)
    step(county, case, "close_consultation", TODAY, {"adoption_summary": "采纳一条。"})
    assert "已在第一条增加一款" in ask(client, code)
    assert "征求意见已经结束" in (page := client.get(f"/open/drafts/{case.pk}/").content.decode())
    assert "采纳1条" not in page
    feedback = case.declaration.publication("consultation_feedback")
    publish(case, feedback, TODAY, Entry(by, timezone.now()))
    page = client.get(f"/open/drafts/{case.pk}/").content.decode()
    assert "收到意见1条，采纳1条" in page
    assert "王五六" not in page


def test_the_same_form_twice_is_one_opinion(client: Client, county: County) -> None:
    case = called(county)
    address = f"/open/drafts/{case.pk}/"
    told = {"word": word_of(client.get(address).content.decode()), **VOICE}
    first, again = (client.post(address, told).content.decode() for _ in range(2))
    assert code_in(first) == code_in(again)
    assert Opinion.objects.count() == 1


def test_the_last_day_counts_and_the_next_does_not(client: Client, county: County) -> None:
    last, over = called(county, since=30), called(county, since=31)
    assert send(client, last).status_code == 200
    page = client.get(f"/open/drafts/{over.pk}/").content.decode()
    assert 'name="word"' not in page
    refused = client.post(f"/open/drafts/{over.pk}/", {"word": "a" * 32, **VOICE})
    assert (refused.status_code, "征求意见已经截止" in refused.content.decode()) == (422, True)
    assert Opinion.objects.count() == 1


def test_a_draft_without_a_public_copy_is_nowhere(client: Client, county: County) -> None:
    case = called(county, copy=False)
    assert client.get(f"/open/drafts/{case.pk}/").status_code == 404
    assert client.post(f"/open/drafts/{case.pk}/", {"word": "a" * 32, **VOICE}).status_code == 404
    assert case.matter not in client.get("/open/drafts/").content.decode()


def test_after_the_copy_was_taken_back_its_givers_still_read_theirs(client: Client, county: County) -> None:
    case = called(county)
    code = code_in(send(client, case).content.decode())
    county.person("公开", county.government, Role.PUBLISHER)
    by = Entry(county.people[case.organ_id], timezone.now())
    withdraw(case.published.get(), "文本有误", TODAY, by)
    assert client.get(f"/open/drafts/{case.pk}/").status_code == 404
    assert "建议增加夜间停车泊位" in ask(client, code)


def test_an_opinion_says_something_and_who_gives_it(client: Client, county: County) -> None:
    case = called(county)
    text = send(client, case, content="", source="king").content.decode()
    assert "请写明意见" in text
    assert "请选择您以什么身份提出" in text
    assert send(client, case, name="", contact="").status_code == 200


def test_the_number_of_queries_does_not_grow_with_the_drafts(
    client: Client, county: County, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    cases = [called(county, since=10 + number) for number in range(3)]
    with django_assert_max_num_queries(3):
        assert client.get("/open/drafts/").content.decode().count("征求意见至") == len(cases)


def test_an_opinion_taken_out_of_the_register_says_why(client: Client, county: County) -> None:
    case = called(county)
    code = code_in(send(client, case).content.decode())
    row, by = Opinion.objects.get(), county.people[case.organ_id]
    entries.withdraw(ConsultationOpinions, row.pk, "与第三条意见重复", seen=row.version, by=by, at=timezone.now())
    assert "与第三条意见重复" in ask(client, code)


def test_the_hearing_and_who_takes_part_in_it_stand_beside_the_draft(client: Client, county: County) -> None:
    case, soon = called(county), (TODAY + timedelta(20)).isoformat()
    step(county, case, "announce_hearing", TODAY, {"hearing_on": soon, "hearing_place": "县政府一楼会议室"})
    people = [{"name": "王五六", "kind": "居民代表", "unit": "柳湾社区3号楼"}]
    step(county, case, "publish_participants", TODAY, {"hearing_people": people})
    assert "王五六" not in client.get(f"/open/drafts/{case.pk}/").content.decode()
    by = Entry(county.people[case.organ_id], timezone.now())
    publish(case, case.declaration.publication("participants_announced"), TODAY, by)
    text = client.get(f"/open/drafts/{case.pk}/").content.decode()
    assert "王五六，居民代表" in text
    assert "柳湾社区" not in text
