"""A small procedure for the kernel's own tests: an application is received, accepted (or deemed accepted), decided."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from yifa.clock import days, working_days
from yifa.kernel.declare import (
    NEW,
    PROCEDURES,
    Consequence,
    Extension,
    Input,
    Limit,
    Procedure,
    Stage,
    Step,
    computed,
    judged,
)
from yifa.kernel.figures import Count, Share
from yifa.kernel.models import Case
from yifa.kernel.situation import Situation
from yifa.law import act
from yifa.office.roles import Role

L = act("行政复议法")


def not_before_seven_days(situation: Situation) -> str | None:
    """A made-up computed condition: seven days must lie between receipt and decision."""
    received = situation.dates(Toy.receive)[0]
    return None if (situation.on - received).days >= 7 else f"距收到申请仅{(situation.on - received).days}日，不足7日"


class Toy(Procedure, abstract=True):
    """Version one."""

    key, label, model = "toy", "试验程序", Case
    since = date(2024, 1, 1)

    review = Stage("审查")
    trial = Stage("审理")
    held = Stage("中止")
    closed = Stage("办结", final=True)

    ground = Input("中止事由", "choice", choices=(("death", "申请人死亡"), ("other", "其他")))
    extended_by = Input("延长日数", "int", at_least=1, at_most=30)

    receive = Step("收到申请", L[30], NEW >> review)
    accept = Step("受理", L[30, 2], review >> trial, conditions=(judged(L[30, 1], "有明确的申请人"),))
    deemed = Step("视为受理", L[30, 3], review >> trial)
    suspend = Step("中止", L[39], trial >> held, asks=(ground,))
    resume = Step("恢复", L[39, 2], held >> trial)
    extend = Step("延期", L[62], trial, asks=(extended_by,), approved_by=(Role.AGENCY_HEAD,), once=True)
    decide = Step(
        "作出决定", L[61], trial >> closed,
        conditions=(computed(L[61], "满七日", not_before_seven_days, qualified=L[61, 2]),),
        not_by=accept,
    )  # fmt: skip
    withdraw = Step("撤回", L[74], (review | trial | held) >> closed)

    examine = Limit(
        "受理审查", L[30, 1], working_days(5, L[88, 2]), since=(receive,), until=(accept, deemed), on_expiry=deemed
    )
    conclude = Limit(
        "审理", L[62, 1], days(60), since=(accept, deemed), until=(decide,), on_expiry=Consequence("可以提起诉讼"),
        stops_in=(held,), stop_basis=L[39], extension=Extension(extend, days(30), L[62, 1], days=extended_by),
    )  # fmt: skip

    fixed_by = (accept, deemed)
    numbered_by = (receive,)

    received = Count("收到", by=(receive,))
    accepted = Count("受理", by=(accept, deemed))
    decided = Count("办结", by=(decide,))
    pending = Count("未结", by=(accept, deemed), without=(decide, withdraw), standing=True)
    decided_share = Share("办结率", numerator=decided, denominator=accepted)


class LaterToy(Toy, abstract=True):
    """Version two, from 2026-07-01: ten working days for the examination."""

    since = date(2026, 7, 1)
    examine = Limit(
        "受理审查", L[30, 1], working_days(10, L[88, 2]), since=(Toy.receive,), until=(Toy.accept, Toy.deemed),
        on_expiry=Toy.deemed,
    )  # fmt: skip


@contextmanager
def toys() -> Iterator[None]:
    """Enter both versions for a test and take them out again."""
    PROCEDURES.add(Toy)
    PROCEDURES.add(LaterToy)
    try:
        yield
    finally:
        PROCEDURES.versions.pop("toy")
