"""What the engine refuses beyond a declaration's own conditions: inputs, dates that do not fit, minimums, secrecy."""

from __future__ import annotations

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from yifa.kernel import reckon
from yifa.kernel.declare import Extension, Input, Step
from yifa.kernel.engine import Authority, Entry, new_case, perform
from yifa.kernel.entering import problems
from yifa.kernel.models import Case, Clock, Event, Secrecy
from yifa.kernel.rules import Attempt, Refused, reasons_against
from yifa.kernel.tests.conftest import Bureau, at
from yifa.kernel.tests.test_clocks import Small, situation
from yifa.kernel.tests.toy import L, Toy
from yifa.kernel.timing import too_long
from yifa.office.models import Delegation, Person, Post
from yifa.office.roles import Role


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("int", "thirty", "应为整数"), ("int", True, "应为整数"), ("int", "12", ""), ("int", [1], "应为整数"),
        ("decimal", "NaN", "应为数字"), ("decimal", "3000.50", ""), ("decimal", {}, "应为数字"),
        ("date", "2025-02-30", "应为日期"), ("date", "2025-02-28", ""), ("date", 20250228, "应为日期"),
        ("time", "25:00", "应为时刻"), ("time", "14:30", ""), ("bool", "yes", "应为是或者否"), ("bool", False, ""),
        ("text", {"a": 1}, "应为文字"), ("long", "正文", ""), ("choice", ["x"], "应为以下之一"), ("text", "", "未填写"),
    ],
)  # fmt: skip
def test_an_input_of_the_wrong_form_is_named_and_never_crashes(kind: Any, value: Any, said: str) -> None:
    asked = Input("事项", kind, choices=(("x", "甲"),), code="it")
    found = [text for text, _, _ in problems(Step("环节", L[30], Toy.review, asks=(asked,)), {"it": value})]
    assert (said in found[0]) if said else not found


def test_a_bound_on_an_input_is_compared_as_a_number() -> None:
    step = Step("环节", L[30], Toy.review, asks=(Input("人数", "int", at_least=2, code="n"),))
    assert [t for t, _, _ in problems(step, {"n": "1"})] == ["“人数”不得少于2"]
    assert not list(problems(step, {"n": "10"}))


def test_a_minimum_period_refuses_the_step_that_comes_too_early() -> None:
    taken = ((Small.file, "2025-03-10"), (Small.post, "2025-03-10"))
    for on, refused in ((date(2025, 4, 9), True), (date(2025, 4, 10), False)):
        asked = situation(*taken).asked(Small.close, on, SimpleNamespace(made=None, hearing=None, filed=None), {})
        reasons = [str(r) for r in reasons_against(asked, Attempt(Small.close, on), today=date.max)]
        assert bool(reasons) is refused
        assert reasons in ([], ["“公示期”不得少于30日，自2025-03-10起至2025-04-09届满，次日起方可办理（行政复议法30）"])


def test_an_extension_may_not_be_longer_than_the_law_allows_nor_extend_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    at_ = situation((Toy.receive, "2025-03-10"), (Toy.accept, "2025-03-12"), procedure=Toy)
    assert [text for text, _, _ in too_long(at_, Toy.extend, {"extended_by": 31})] == ["延长不得超过30日"]
    assert not list(too_long(at_, Toy.extend, {"extended_by": 30}))
    until = Extension(Toy.extend, Toy.conclude.extension.at_most, L[62], until=Input("延至", "date", code="to"))  # type: ignore[union-attr]
    monkeypatch.setattr(Toy.conclude, "extension", until)
    said = [[t for t, _, _ in too_long(at_, Toy.extend, {"to": d})] for d in ("2025-05-11", "2025-06-10", "2025-06-11")]
    assert said == [["“审理”原至2025-05-11届满，延长后的日期应当晚于该日"], [], ["延长不得超过30日，最晚至2025-06-10"]]


pytestmark = pytest.mark.data


def test_a_step_in_a_stage_is_refused_on_a_day_when_the_case_was_in_another(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-10", "2025-03-12")
    attempt = Attempt(Toy.extend, date(2025, 3, 11), {"extended_by": 10})
    with pytest.raises(Refused, match="案件在2025-03-11处于“审查”，该日不能“延期”"):
        perform(case, attempt, Entry(bureau.handler, at("2025-03-13"), Authority.SIGNED))


def test_a_step_that_would_strand_one_already_taken_is_refused_and_names_it(bureau: Bureau) -> None:
    case = bureau.accepted("2025-03-10", "2025-03-12")
    extend = Attempt(Toy.extend, date(2025, 5, 6), {"extended_by": 10})
    perform(case, extend, Entry(bureau.handler, at("2025-05-06"), Authority.SIGNED))
    with pytest.raises(Refused, match="早于已登记的“延期”（2025-05-06），办理后该环节不能成立"):
        bureau.take(case, Toy.decide, "2025-05-05", by=bureau.second, entered="2025-05-07")


@pytest.mark.parametrize(
    ("authority", "said"),
    [
        (Authority.PERSON, "自2024-01-01起收录，0205-03-10的案件请作为历史数据导入"),
        (Authority.IMPORT, "0205-03-10过早，请核对年份"),
    ],
)
def test_a_year_that_is_a_slip_of_the_keyboard_is_refused(bureau: Bureau, authority: Authority, said: str) -> None:
    case = new_case("toy", bureau.organ, date(2025, 3, 10))
    with pytest.raises(Refused, match=said):
        perform(case, Attempt(Toy.receive, date(205, 3, 10)), Entry(bureau.handler, at("2025-03-10"), authority))


def test_a_secret_case_is_not_entered_and_the_object_stays_unsaved(bureau: Bureau) -> None:
    case = new_case("toy", bureau.organ, date(2025, 3, 10))
    case.secrecy = Secrecy.SECRET
    with pytest.raises(Refused, match="涉密案件不得录入本系统"):
        bureau.take(case, Toy.receive, "2025-03-10")
    assert case.pk is None
    assert case._state.adding
    case.secrecy = Secrecy.OPEN
    assert bureau.take(case, Toy.receive, "2025-03-10").case.handler == bureau.handler


def test_a_failure_after_the_row_was_made_leaves_the_object_unsaved_too(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **more: object) -> None:
        raise OSError("磁盘已满")

    case = new_case("toy", bureau.organ, date(2025, 3, 10))
    monkeypatch.setattr(reckon, "keep", broken)
    with pytest.raises(OSError, match="磁盘已满"):
        bureau.take(case, Toy.receive, "2025-03-10")
    assert (case.pk, case.number, case._state.adding) == (None, "", True)
    monkeypatch.undo()
    assert bureau.take(case, Toy.receive, "2025-03-10").case.number == "洪试〔2025〕1号"


def test_the_opening_step_chooses_the_version_by_its_own_date(bureau: Bureau) -> None:
    case = new_case("toy", bureau.organ, date(2026, 7, 2))
    opened = bureau.take(case, Toy.receive, "2026-06-29", entered="2026-07-02").case
    assert (opened.version, opened.opened_on) == (date(2024, 1, 1), date(2026, 6, 29))


def test_a_version_once_fixed_stays(bureau: Bureau) -> None:
    case = bureau.accepted("2026-06-01", "2026-06-03")
    bureau.take(case, Toy.suspend, "2026-06-10", data={"ground": "death"})
    bureau.take(case, Toy.resume, "2026-07-10")
    attempt = Attempt(Toy.accept, date(2026, 7, 10))
    perform(case, attempt, Entry(bureau.handler, at("2026-07-10"), Authority.IMPORT))
    assert Case._base_manager.get(pk=case.pk).version == date(2024, 1, 1)


def test_what_was_set_on_an_unsaved_case_stands_in_its_first_event(bureau: Bureau) -> None:
    event = bureau.take(None, Toy.receive, "2025-03-10")
    assert event.data["number"] == "洪试〔2025〕1号"
    assert event.data["handler"] == bureau.handler.pk


def test_late_entry_keeps_both_days_apart(bureau: Bureau) -> None:
    event = bureau.take(None, Toy.receive, "2025-03-10", entered="2025-03-20")
    event.refresh_from_db()
    assert (event.at.date() - event.on).days == 10


def test_who_stands_in_for_a_handler_may_act_only_while_he_does(bureau: Bureau) -> None:
    deputy = Person.objects.create(name="冯代理")
    Delegation.objects.create(
        post=Post.objects.get(person=bureau.handler), person=deputy, reason="外出培训",
        since=date(2025, 3, 1), until=date(2025, 3, 10),
    )  # fmt: skip
    assert bureau.take(None, Toy.receive, "2025-03-10", by=deputy).actor == deputy
    with pytest.raises(Refused, match="没有这一岗位"):
        bureau.take(None, Toy.receive, "2025-03-11", by=deputy)


def test_a_supervisor_sees_and_takes_no_step(bureau: Bureau) -> None:
    person = Person.objects.create(name="何监督")
    Post.objects.create(person=person, organ=bureau.organ, role=Role.SUPERVISOR, since=date(2020, 1, 1))
    with pytest.raises(Refused, match="没有这一岗位"):
        bureau.take(None, Toy.receive, "2025-03-11", by=person)


def test_imported_history_with_gaps_has_no_clock_that_ended_and_whole_history_has(bureau: Bureau) -> None:
    def imported(*steps: tuple[Step, str]) -> set[tuple[str, str]]:
        case = new_case("toy", bureau.organ, date(2023, 3, 10), historic=True)
        for step, on in steps:
            event = perform(case, Attempt(step, date.fromisoformat(on)), Entry(bureau.handler, NOW, Authority.IMPORT))
            case = Case._base_manager.get(pk=event.case_id)
        assert case.imported
        return set(Clock.objects.filter(case=case).values_list("limit", "state"))

    whole = imported((Toy.receive, "2023-03-10"), (Toy.accept, "2023-03-13"), (Toy.decide, "2023-05-04"))
    assert whole == {("examine", "kept"), ("conclude", "kept")}
    assert imported((Toy.receive, "2023-03-10"), (Toy.decide, "2023-05-04")) == set()


NOW = datetime.fromisoformat("2026-01-05T09:00:00+08:00")


def test_tomorrow_is_no_history(bureau: Bureau) -> None:
    case = bureau.take(None, Toy.receive, "2025-03-10").case
    with pytest.raises(Refused, match="晚于今天"):
        perform(case, Attempt(Toy.accept, date(2026, 2, 1)), Entry(bureau.handler, NOW, Authority.IMPORT))
    assert Event.objects.filter(case=case).count() == 1
