"""Taking steps: what is written, what is refused, and that nothing is half-written."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.kernel import reckon
from yifa.kernel.engine import Authority, Entry, perform
from yifa.kernel.models import Case, Clock, Event, EventKind
from yifa.kernel.rules import Attempt, Override, Refused
from yifa.kernel.tests.conftest import Bureau, at
from yifa.kernel.tests.toy import LaterToy, Toy
from yifa.kernel.ticking import tick

pytestmark = pytest.mark.data


def test_the_first_step_opens_the_case_numbers_it_and_starts_its_clock(bureau: Bureau) -> None:
    case = bureau.take(None, Toy.receive, "2025-01-24").case
    case = Case._base_manager.get(pk=case.pk)
    assert (case.stage, case.length, case.number) == ("review", 1, "洪试〔2025〕1号")
    clock = Clock.objects.get(case=case)
    assert (clock.limit, clock.due, clock.state) == ("examine", date(2025, 2, 7), "running")
    assert any("春节" in line for line in clock.trace)


def test_every_reason_is_given_at_once_with_its_article(bureau: Bureau) -> None:
    case = bureau.take(None, Toy.receive, "2025-03-10").case
    with pytest.raises(Refused) as refused:
        bureau.take(case, Toy.accept, "2025-03-09", entered="2025-03-12")
    text = str(refused.value)
    assert "早于“收到申请”的日期2025-03-10" in text
    assert "“有明确的申请人”未确认（行政复议法30①）" in text
    assert Event.objects.filter(case=case).count() == 1


def test_a_step_from_the_wrong_stage_says_where_it_can_be_taken(bureau: Bureau) -> None:
    case = bureau.take(None, Toy.receive, "2025-03-10").case
    with pytest.raises(Refused, match="案件处于“审查”，本环节只能在“审理”办理"):
        bureau.take(case, Toy.decide, "2025-03-12")


def test_a_date_in_the_future_is_refused(bureau: Bureau) -> None:
    with pytest.raises(Refused, match="晚于今天"):
        bureau.take(None, Toy.receive, "2025-03-10", entered="2025-03-09")
    assert not Case._base_manager.exists()


def test_a_second_click_on_a_stale_page_is_refused_and_nothing_is_doubled(bureau: Bureau) -> None:
    case = bureau.take(None, Toy.receive, "2025-03-10").case
    bureau.take(case, Toy.accept, "2025-03-12", seen=1, confirmed=["accept.1"])
    with pytest.raises(Refused, match="请刷新"):
        bureau.take(case, Toy.accept, "2025-03-12", seen=1, confirmed=["accept.1"])
    assert Event.objects.filter(case=case).count() == 2


def test_a_person_without_the_post_is_refused(bureau: Bureau) -> None:
    with pytest.raises(Refused, match="郑主任在县政府没有这一岗位"):
        bureau.take(None, Toy.receive, "2025-03-10", by=bureau.head)


def test_two_steps_that_need_two_people_are_refused_to_one(bureau: Bureau) -> None:
    case = bureau.accepted()
    with pytest.raises(Refused, match="不得由同一人办理"):
        bureau.take(case, Toy.decide, "2025-04-10")
    bureau.take(case, Toy.decide, "2025-04-10", by=bureau.second)
    assert Case._base_manager.get(pk=case.pk).closed_on == date(2025, 4, 10)


def test_a_computed_no_is_overridden_with_a_reason_which_the_event_keeps(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-10", "2025-03-11")
    with pytest.raises(Refused, match="距收到申请仅3日，不足7日；有行政复议法61②规定的情形的，可说明理由后办理"):
        bureau.take(case, Toy.decide, "2025-03-13", by=bureau.second)
    event = bureau.take(
        case, Toy.decide, "2025-03-13", by=bureau.second, overrides={"decide.1": Override("紧急", "61②")}
    )
    assert event.data["overrides"] == {"decide.1": ["紧急", "61②"]}


def test_a_suspension_stops_the_clock_and_moves_the_due_date_by_its_days(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-14", "2025-03-17")
    bureau.take(case, Toy.suspend, "2025-04-10", data={"ground": "death"})
    assert Clock.objects.get(case=case, limit="conclude").state == "paused"
    bureau.take(case, Toy.resume, "2025-05-12")
    clock = Clock.objects.get(case=case, limit="conclude")
    assert (clock.state, clock.due) == ("running", date(2025, 6, 17))


def test_an_input_outside_its_choices_is_refused(bureau: Bureau) -> None:
    case = bureau.accepted()
    with pytest.raises(Refused, match="“中止事由”应为以下之一：申请人死亡、其他"):
        bureau.take(case, Toy.suspend, "2025-03-20", data={"ground": "tired"})


def test_the_law_deems_the_case_accepted_on_the_due_date_when_nobody_acted(bureau: Bureau) -> None:
    case = bureau.take(None, Toy.receive, "2025-03-10").case
    assert list(tick(at("2025-03-17", 23))) == []
    (ticked,) = tick(at("2025-03-18", 1))
    assert (ticked.step, ticked.on, ticked.error) == ("视为受理", date(2025, 3, 17), "")
    event = Event.objects.get(case=case, step="deemed")
    assert (event.actor_id, event.data["authority"]) == (None, "law")
    assert Clock.objects.get(case=case, limit="conclude").due == date(2025, 5, 16)
    assert list(tick(at("2025-03-19", 1))) == []


def test_acceptance_fixes_the_version_that_governs_and_leaves_an_event_of_it(bureau: Bureau) -> None:
    case = bureau.take(None, Toy.receive, "2026-06-29").case
    bureau.take(case, Toy.accept, "2026-07-01", confirmed=["accept.1"])
    case = Case._base_manager.get(pk=case.pk)
    assert (case.version, case.declaration) == (date(2026, 7, 1), LaterToy)
    assert Event.objects.filter(case=case, kind=EventKind.VERSION).count() == 1


def test_history_is_imported_without_refusals_and_marked(bureau: Bureau) -> None:
    case = bureau.take(None, Toy.receive, "2025-03-10").case
    attempt = Attempt(Toy.accept, date(2025, 3, 12))
    event = perform(case, attempt, Entry(bureau.handler, at("2025-06-01"), Authority.IMPORT))
    assert event.imported


def test_an_error_in_the_middle_leaves_nothing_behind(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    case = bureau.take(None, Toy.receive, "2025-03-10").case
    before = list(Event.objects.values_list("digest", flat=True))

    def broken(*args: object, **more: object) -> None:
        raise OSError("磁盘已满")

    monkeypatch.setattr(reckon, "keep", broken)
    with pytest.raises(OSError, match="磁盘已满"):
        bureau.take(case, Toy.accept, "2025-03-12", confirmed=["accept.1"])
    assert list(Event.objects.values_list("digest", flat=True)) == before
    assert Case._base_manager.get(pk=case.pk).stage == "review"
