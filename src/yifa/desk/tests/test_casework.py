"""Which step a limit is about."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.clock import days
from yifa.desk.casework import next_step
from yifa.desk.tests.conftest import Office
from yifa.kernel.declare import PROCEDURES, Consequence, Limit, Step
from yifa.kernel.engine import situation_of
from yifa.kernel.tests.toy import L, LaterToy, Toy
from yifa.office import scope

pytestmark = pytest.mark.django_db


class RareToy(LaterToy, abstract=True):
    """A version in which nobody should take the withdrawal by a reflex."""

    since = date(2026, 7, 2)
    withdraw = Step("撤回", L[74], (Toy.review | Toy.trial | Toy.held) >> Toy.closed, rare=True)


def _named(office: Office, *until: Step) -> Step | None:
    limit = Limit("某期限", L[62, 1], days(60), since=(Toy.accept,), until=until, on_expiry=Consequence("可以提起诉讼"))
    with scope.everything("测试"):
        return next_step(situation_of(office.accepted().record), limit)


def test_a_rare_step_is_not_named_while_another_keeps_the_limit(office: Office) -> None:
    PROCEDURES.add(RareToy)
    assert _named(office, Toy.resume, RareToy.withdraw) is None  # 恢复 is not offered in this stage


def test_a_rare_step_is_named_by_a_limit_that_nothing_else_keeps(office: Office) -> None:
    PROCEDURES.add(RareToy)
    assert _named(office, RareToy.withdraw) is RareToy.withdraw
