"""Which step a limit is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from yifa.clock import days
from yifa.desk.casework import next_step
from yifa.desk.pages.case import CaseView
from yifa.desk.tests.conftest import Office
from yifa.kernel.declare import PROCEDURES, Consequence, Limit, Stage, Step
from yifa.kernel.engine import situation_of
from yifa.kernel.models import Case
from yifa.kernel.tests.toy import L, LaterToy, Toy
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = pytest.mark.django_db


class RareToy(LaterToy, abstract=True):
    """A version in which nobody should take the withdrawal by a reflex."""

    since = date(2026, 7, 2)
    withdraw = Step("撤回", L[74], (Toy.review | Toy.trial | Toy.held) >> Toy.closed, rare=True)


class CourtToy(LaterToy, abstract=True):
    """A version in which the case goes before a court, may be reopened, and is filed away."""

    since = date(2026, 7, 2)
    filed_away = Stage("归档", final=True)
    grant = Step("法院准予", L[74], Toy.held >> Toy.trial, by=Role.COURT)
    deny = Step("法院不准予", L[74], Toy.held >> Toy.closed, by=Role.COURT)
    state = Step("陈述意见", L[74], Toy.trial, by=Role.APPLICANT)
    resume = Step("恢复", L[39, 2], Toy.held >> Toy.trial, rare=True)
    withdraw = Step("撤回", L[74], (Toy.review | Toy.trial | Toy.held) >> Toy.closed, rare=True)
    reopen = Step("重新受理", L[74], Toy.closed >> Toy.trial)
    put_away = Step("归档", L[74], Toy.closed >> filed_away)
    state_in_time = Limit(
        "陈述意见", L[74], days(5), since=(Toy.accept,), until=(state,), bound=Role.APPLICANT,
        on_expiry=Consequence("期满没有陈述的，可以作出决定"),
    )  # fmt: skip


def _named(office: Office, *until: Step, bound: Role = Role.HANDLER) -> Step | None:
    limit = Limit(
        "某期限",
        L[62, 1],
        days(60),
        since=(Toy.accept,),
        until=until,
        bound=bound,
        on_expiry=Consequence("可以提起诉讼"),
    )
    with scope.everything("测试"):
        return next_step(situation_of(office.accepted().record), limit)


def test_a_rare_step_is_not_named_while_another_keeps_the_limit(office: Office) -> None:
    PROCEDURES.add(RareToy)
    assert _named(office, Toy.resume, RareToy.withdraw) is None  # 恢复 is not offered in this stage


def test_a_rare_step_is_named_by_a_limit_that_nothing_else_keeps(office: Office) -> None:
    PROCEDURES.add(RareToy)
    assert _named(office, RareToy.withdraw) is RareToy.withdraw


def test_what_else_keeps_a_limit_is_not_named_in_the_place_of_what_it_is_about(office: Office) -> None:
    assert _named(office, Toy.resume, Toy.decide) is None  # 作出决定 keeps another limit, and 恢复 is not offered


def test_of_several_that_a_limit_is_about_the_first_declared_is_named(office: Office) -> None:
    assert _named(office, Toy.suspend, Toy.withdraw) is Toy.suspend
    assert _named(office, Toy.withdraw, Toy.suspend) is Toy.withdraw


def test_a_limit_of_somebody_else_names_a_step_only_where_there_is_but_one_that_they_take(office: Office) -> None:
    PROCEDURES.add(CourtToy)
    assert _named(office, CourtToy.state, Toy.suspend, bound=Role.APPLICANT) is CourtToy.state
    assert _named(office, Toy.withdraw, Toy.suspend, bound=Role.APPLICANT) is None


def _primary(office: Office, case: Case) -> str:
    with scope.everything("测试"):
        found = CaseView(case, office.handler, office.today).offer.primary
    return found.step.label if found is not None else ""


def test_what_comes_from_outside_is_not_chosen_for_the_clerk(office: Office) -> None:
    PROCEDURES.add(CourtToy)
    case = office.take(office.accepted(), Toy.suspend.code, 20, data={"ground": "other"})
    assert _primary(office, case) == ""


def test_a_closed_case_is_filed_away_rather_than_reopened(office: Office) -> None:
    PROCEDURES.add(CourtToy)
    case = office.take(office.accepted(), CourtToy.withdraw.code, 20)
    assert _primary(office, case) == "归档"


def test_the_time_of_somebody_else_that_is_over_is_told_with_what_follows_and_waited_for_no_longer(
    office: Office, signed_in: Callable[[Person], Client]
) -> None:
    PROCEDURES.add(CourtToy)
    case = office.accepted(20)
    client = signed_in(office.handler)

    page, work = client.get(f"/cases/{case.pk}/"), client.get("/").content.decode()

    assert "期满没有陈述的，可以作出决定" in page.content.decode()
    assert "对方期限已过" in work
    assert "期满没有陈述的，可以作出决定" in work
    assert "对方逾期" not in work
    assert f"/cases/{case.pk}/steps/{CourtToy.state.code}/" not in work
    assert client.get("/limits/?show=passed&format=json").json()["counts"]["passed"] == 1
    assert client.get("/limits/?show=late&format=json").json()["counts"]["late"] == 0
