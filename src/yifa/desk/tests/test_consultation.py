"""The consultation page: answers beside opinions, what remains open, two people at once, nothing public of persons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.fixtures import employ
from yifa.areas.rulemaking.consultation.models import Opinion
from yifa.areas.rulemaking.major_decision.tests.conftest import County
from yifa.kernel.models import Case
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = pytest.mark.data
SignIn = Callable[[Person], Client]
ANSWERED = {"adopt": "full", "reason": "已在第一条增加一款。", "answered_on": "2025-04-01"}


class Desk:
    """A county with a decision whose draft is out for opinions, and a clerk at the screen."""

    def __init__(self) -> None:
        with scope.everything("测试"):
            self.county = County()
            self.case: Case = self.county.drafted()
            self.county.solicit(self.case)
            self.first = self.county.opinion(self.case, 1)
            self.second = self.county.opinion(self.case, 2)
        self.clerk = employ("clerk", "周办事", self.county.government, Role.HANDLER)
        self.address = f"/cases/{self.case.pk}/consultation/"

    def answer(self, client: Client, opinion: Any, seen: int = 1, **values: str) -> Any:
        """Send an answer as the page does."""
        return client.post(
            f"{self.address}{opinion.pk}/", {"seen": seen, **ANSWERED, **values}, headers={"HX-Request": "true"}
        )


@pytest.fixture
def desk(db: None) -> Desk:
    """The desk."""
    return Desk()


def test_the_case_leads_to_the_page_and_the_page_shows_what_is_open(desk: Desk, signed_in: SignIn) -> None:
    client = signed_in(desk.clerk)
    assert desk.address in client.get(f"/cases/{desk.case.pk}/").content.decode()
    text = client.get(desk.address).content.decode()
    assert "还有 <b>2</b> 条没有研究答复" in text
    assert "还有2条意见没有研究答复（第1、2条）" in text
    assert "第1条建议" in text


def test_an_answer_is_kept_and_the_rest_counted_down(desk: Desk, signed_in: SignIn) -> None:
    client = signed_in(desk.clerk)
    text = desk.answer(client, desk.first).content.decode()
    assert "已保存" in text
    assert "还有 <b>1</b> 条没有研究答复" in text
    desk.answer(client, desk.second, adopt="none", reason="与上位法不一致。")
    page = client.get(desk.address).content.decode()
    assert f"/cases/{desk.case.pk}/steps/close_consultation/" in page
    kept = Opinion._base_manager.get(pk=desk.first.pk)
    assert (kept.adopt, kept.answered_by) == ("full", "周办事")


def test_an_answer_without_its_reason_is_refused_and_what_was_typed_stays(desk: Desk, signed_in: SignIn) -> None:
    answer = desk.answer(signed_in(desk.clerk), desk.first, adopt="none", reason="")
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "每条意见都要写明怎样采纳或者不采纳的理由" in text
    assert '<option value="none" selected>' in text


def test_the_second_of_two_is_shown_the_change_of_the_first_and_may_then_save(desk: Desk, signed_in: SignIn) -> None:
    client = signed_in(desk.clerk)
    desk.answer(client, desk.first)
    late = desk.answer(client, desk.first, adopt="none", reason="我的理由。")
    text = late.content.decode()
    assert late.status_code == 422
    assert "采纳情况：（空） → 采纳" in text
    assert "我的理由。" in text
    assert 'name="seen" value="2"' in text
    assert desk.answer(client, desk.first, seen=2, adopt="none", reason="我的理由。").status_code == 200


def test_it_works_without_scripts(desk: Desk, signed_in: SignIn) -> None:
    client = signed_in(desk.clerk)
    answer = client.post(f"{desk.address}{desk.first.pk}/", {"seen": 1, **ANSWERED})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{desk.address}#o{desk.first.pk}")
    refused = client.post(f"{desk.address}{desk.second.pk}/", {"seen": 1, **ANSWERED, "reason": ""})
    assert refused.status_code == 422
    assert "第2条建议" in refused.content.decode()


def test_an_opinion_is_recorded_under_the_next_number(desk: Desk, signed_in: SignIn) -> None:
    client = signed_in(desk.clerk)
    said = {"received_on": "2025-03-20", "source": "company", "form": "seminar", "content": "建议延长过渡期。"}
    client.post(f"{desk.address}add/", said)
    assert Opinion._base_manager.get(seq=3).content == "建议延长过渡期。"
    refused = client.post(f"{desk.address}add/", said | {"source": ""})
    assert refused.status_code == 422
    assert "建议延长过渡期。" in refused.content.decode()


def test_the_preview_and_the_data_name_nobody(desk: Desk, signed_in: SignIn) -> None:
    client = signed_in(desk.clerk)
    text = client.get(desk.address).content.decode()
    preview = text[text.index("h-public") :]
    assert "王五六" not in preview
    assert "13812345678" not in preview
    data = client.get(desk.address + "?format=json").json()
    assert data["counts"]["open"] == 2
    assert "王五六" not in str(data)
    assert "13812345678" not in str(data)


def test_the_public_summary_is_a_file_without_persons(desk: Desk, signed_in: SignIn) -> None:
    answer = signed_in(desk.clerk).get(desk.address + "?format=csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert text.splitlines()[0] == "序号,来源,针对条款,意见,采纳情况,说明"
    assert "第2条建议" in text
    assert "王五六" not in text


def test_outsiders_find_nothing_and_other_procedures_have_no_such_page(desk: Desk, signed_in: SignIn) -> None:
    outsider = employ("outsider", "孙外人", desk.county.township, Role.HANDLER)
    assert signed_in(outsider).get(desk.address).status_code == 404
    with scope.everything("测试"):
        other = desk.county.catalogue()
    assert signed_in(desk.clerk).get(f"/cases/{other.pk}/consultation/").status_code == 404


def test_a_list_can_be_narrowed_to_what_is_open(desk: Desk, signed_in: SignIn) -> None:
    client = signed_in(desk.clerk)
    desk.answer(client, desk.first)
    text = client.get(desk.address + "?shown=open").content.decode()
    assert f'id="o{desk.second.pk}"' in text
    assert f'id="o{desk.first.pk}"' not in text


def test_an_opinion_on_a_case_without_a_number_is_recorded_too(desk: Desk, signed_in: SignIn) -> None:
    Case._base_manager.filter(pk=desk.case.pk).update(number="")
    said = {"received_on": "2025-03-20", "source": "company", "form": "seminar", "content": "建议延长过渡期。"}
    signed_in(desk.clerk).post(f"{desk.address}add/", said)
    assert Opinion._base_manager.get(seq=3).case_id == desk.case.pk
