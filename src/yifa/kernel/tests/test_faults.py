"""A declaration that contradicts itself is found before it runs."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.clock import days
from yifa.kernel.declare import (
    NEW,
    Consequence,
    DeclarationError,
    Echo,
    Follows,
    Limit,
    Procedure,
    Publication,
    Shown,
    Stage,
    Step,
)
from yifa.kernel.declare import PROCEDURES as REGISTRY
from yifa.kernel.faults import faults
from yifa.kernel.figures import Count
from yifa.kernel.models import Case
from yifa.kernel.tests.toy import L, LaterToy, Toy


class Faulty(Procedure, abstract=True):
    """Everything that can be wrong."""

    key, label, model, since = "faulty", "有缺陷的程序", Case, date(2024, 1, 1)

    start = Stage("开始")
    island = Stage("孤岛")
    begin = Step("开始办理", L[30], NEW >> start)
    endless = Limit("永远", L[62, 1], days(60), since=(begin,), until=(), on_expiry=Consequence("无"))
    paused = Limit(
        "停而无据", L[62, 1], days(60), since=(begin,), until=(begin,), on_expiry=Consequence("无"), stops_in=(start,)
    )
    unheard = Step("无人应答", L[30], start, echo=Echo("toy.begin"))
    lonely = Step("无所跟随", L[30], start, follows=Follows("faulty.begin"))
    copy = Publication("决定书公开", L[79], after=(begin,), shows=(Shown(Case.number),))
    copies = Count("公开的决定书", by=(copy.done,))


@pytest.mark.parametrize(
    "fault",
    [
        "阶段“孤岛”没有环节能到",
        "阶段“开始”没有环节能离开，也不是终结阶段",
        "没有终结阶段",
        "期限“永远”没有任何环节使它终止",
        "环节“无人应答”联动的环节“toy.begin”不在试验程序（2024-01-01起）中",
        "环节“无所跟随”联动的程序“faulty.begin”没有声明",
        "数字“公开的决定书”所数的“决定书公开”不是本程序的环节",
        "期限“停而无据”在某些阶段停止计算，但没有写明依据",
    ],
)
def test_each_fault_is_named(fault: str) -> None:
    assert any(fault in found for found in faults(Faulty))


def test_a_sound_declaration_has_none() -> None:
    assert faults(Toy) == []


def test_a_later_version_keeps_the_parts_it_does_not_declare_again() -> None:
    assert [limit.code for limit in LaterToy.limits()] == [limit.code for limit in Toy.limits()]
    assert LaterToy.limit("examine").length(None).amount == 10  # type: ignore[arg-type]
    assert LaterToy.limit("conclude") is Toy.conclude


def test_the_version_is_the_one_in_force_on_the_day_and_before_the_first_there_is_none() -> None:
    assert REGISTRY.on("toy", date(2026, 6, 30)) is Toy
    assert REGISTRY.on("toy", date(2026, 7, 1)) is LaterToy
    with pytest.raises(DeclarationError, match="作为历史数据导入"):
        REGISTRY.on("toy", date(2023, 12, 31))


def test_a_part_that_does_not_exist_is_answered_with_those_that_do() -> None:
    with pytest.raises(DeclarationError, match="没有“受理了”，可用的有：收到申请（receive）、受理（accept）"):
        Toy.step("受理了")
