"""The page of a case: who sees it, what it shows, what it says about what cannot be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from django.utils import timezone

from yifa.desk.dossier_view import groups, result
from yifa.desk.tests.conftest import Office
from yifa.kernel.correction import void
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.engine import Entry, perform
from yifa.kernel.models import Event
from yifa.kernel.rules import Attempt
from yifa.kernel.situation import Happened, Situation
from yifa.kernel.tests.toy import Toy
from yifa.office import scope
from yifa.office.models import Person

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]


def test_the_handler_sees_trail_limits_and_what_can_be_done(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(30)
    text = signed_in(office.handler).get(f"/cases/{case.pk}/").content.decode()
    assert case.number in text
    for words in (
        "收到申请",
        "受理",
        "有明确的申请人",
        "审理",
        "还有",
        "起算",
        "作出决定",
        "可以办理",
        "行政复议法30②",
    ):
        assert words in text


def test_another_organ_finds_no_such_case_and_the_public_must_sign_in(
    office: Office, signed_in: SignIn, client: Client
) -> None:
    case = office.accepted()
    assert client.get(f"/cases/{case.pk}/")["Location"].startswith("/account/login/")
    assert signed_in(office.cast.outsider).get(f"/cases/{case.pk}/").status_code == 404


def test_a_step_of_another_role_names_the_role(office: Office, signed_in: SignIn) -> None:
    case = office.received()
    data = signed_in(office.signer).get(f"/cases/{case.pk}/?format=json").json()
    assert not any(step["ready"] for step in data["steps"])


def test_a_step_says_why_it_cannot_be_taken_with_the_article(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(3)
    steps = signed_in(office.handler).get(f"/cases/{case.pk}/?format=json").json()["steps"]
    decide = next(step for step in steps if step["code"] == "decide")
    assert "不足7日" in decide["reasons"][0]
    assert "行政复议法61" in decide["reasons"][0]


def test_late_entry_shows_both_dates(office: Office, signed_in: SignIn) -> None:
    case = office.received(2)
    with scope.everything("测试"):
        attempt = Attempt(case.declaration.step("accept"), office.day(2), confirmed=["accept.1"])
        perform(case, attempt, Entry(office.handler, timezone.now()))
    text = signed_in(office.handler).get(f"/cases/{case.pk}/").content.decode()
    assert f"{office.today:%Y-%m-%d}" in text
    assert "录入</span>" in text


def test_a_voided_entry_stays_struck_through_with_its_reason(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(5)
    with scope.everything("测试"):
        event = Event.objects.get(case_id=case.pk, step=Toy.accept.code)
        void(case, event, "误登", Entry(office.signer, timezone.now()))
    text = signed_in(office.handler).get(f"/cases/{case.pk}/").content.decode()
    assert "<s>受理</s>" in text
    assert "已撤销登记：误登" in text


def test_a_suspended_limit_says_how_much_is_left(office: Office, signed_in: SignIn) -> None:
    case = office.take(office.accepted(30), "suspend", 10, data={"ground": "death"})
    text = signed_in(office.handler).get(f"/cases/{case.pk}/").content.decode()
    assert "中止，余" in text
    assert "申请人死亡" in text


def test_the_twin_carries_the_whole_computation(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(30)
    clocks = signed_in(office.handler).get(f"/cases/{case.pk}/?format=json").json()["clocks"]
    conclude = next(clock for clock in clocks if clock["limit"] == "conclude")
    assert conclude["due"] == datetime.fromisoformat(conclude["due"]).date().isoformat()
    assert any("次日" in line or "不计入" in line for line in conclude["explanation"])


def test_an_unknown_format_is_refused_in_chinese(office: Office, signed_in: SignIn) -> None:
    answer = signed_in(office.handler).get(f"/cases/{office.received().pk}/?format=xml")
    assert answer.status_code == 422
    assert "不能按“xml”格式输出" in answer.content.decode()


def test_the_next_step_says_everything_that_blocks_it(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(3)
    page = signed_in(office.handler).get(f"/cases/{case.pk}/").content.decode()
    shown = signed_in(office.handler).get(f"/cases/{case.pk}/", {"format": "json"}).json()["next"]
    assert (shown["label"], shown["blocked"]) == ("作出决定", True)
    early, same = shown["by"]
    assert "不足7日" in early["text"]
    assert (same["text"], same["first"]) == ("“受理”由您办理，不得由同一人办理", [])
    assert "还差2项" in page


def test_the_next_step_of_another_post_names_it(office: Office, signed_in: SignIn) -> None:
    page = signed_in(office.signer).get(f"/cases/{office.received().pk}/").content.decode()
    assert '<h2 id="h-next">下一步</h2><small>由承办人办理</small>' in page


def test_what_a_step_brought_stands_under_the_step_that_was_taken() -> None:
    """查明的事实 may be written by 调解书生效 too, which stands first in the declaration."""
    version = PROCEDURES.latest("reconsideration")
    record = version.model(facts_found="经审理查明。", decision_kind="uphold")
    decided = groups(version, record, {}, {"file", "decide"})
    assert [group.label for group in decided if ("查明的事实", ("经审理查明。",)) in group.rows] == ["作出决定"]
    mediated = groups(version, record, {}, {"file", "mediated"})
    assert [group.label for group in mediated if ("查明的事实", ("经审理查明。",)) in group.rows] == ["调解书生效"]


def test_how_a_case_ended_is_the_step_that_closed_it_and_what_was_chosen_there() -> None:
    version, day = PROCEDURES.latest("reconsideration"), date(2026, 8, 3)
    record = version.model(decision_kind="uphold", stage=version.step("decide").target.code)
    told = [Happened(seq, version.step(code), day) for seq, code in enumerate(("file", "accept", "decide"), 1)]
    assert result(Situation(version, record, told)) == "作出决定：维持"
    record.stage = version.step("accept").target.code
    assert result(Situation(version, record, told[:2])) == ""
