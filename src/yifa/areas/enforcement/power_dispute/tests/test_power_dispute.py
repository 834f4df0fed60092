"""Coordination as it is recorded: letters, who may, what is refused, figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yifa.areas.enforcement.power_dispute.procedure import PowerDisputeCoordination
from yifa.areas.enforcement.supervision.tests.conftest import County, county, fresh
from yifa.kernel.engine import new_case
from yifa.kernel.faults import faults
from yifa.kernel.figure import Window
from yifa.kernel.models import Case, Paper
from yifa.kernel.rules import Refused
from yifa.papers import store
from yifa.text.docx import docx_to_text

__all__ = ["county"]
pytestmark = pytest.mark.data

OWN = {"standing": "own", "claim": "not_ours"}


def dispute(county: County, **fields: Any) -> Case:
    """A dispute that was registered at the justice bureau."""
    case = new_case("power_dispute", county.bureau, date(2026, 3, 2))
    told = {
        "kind": "list", "question": "露天烧烤油烟由谁查处",
        "bodies": [{"name": county.city.name, **OWN}, {"name": county.market.name, **OWN}],
    }  # fmt: skip
    county.take(case, "receive", "2026-03-02", told | fields)
    return fresh(case)


def text_of(case: Case, title: str) -> str:
    """What a letter says."""
    paper = Paper.objects.get(case=case, title=title)
    return docx_to_text(store.read(paper.digest), paper.name)


def test_the_declaration_has_no_faults() -> None:
    assert faults(PowerDisputeCoordination) == []


def test_an_agreement_is_signed_by_the_head_and_names_who_acts(county: County) -> None:
    case = dispute(county)
    county.take(case, "ask", "2026-03-03", asked="各自职权依据", until=date(2026, 3, 13))
    assert "2026年3月13日前" in text_of(case, "行政执法争议协调通知书")
    county.take(fresh(case), "meet", "2026-03-16", {"minutes": "各方到会"})
    settled = {"agreement": "由城管局查处，市场监管局移送线索。", "competent": county.city.name}
    county.take(fresh(case), "agree", "2026-03-17", settled)
    letter = text_of(case, "行政执法争议协调意见书")
    assert county.city.name in letter
    assert "由城管局查处" in letter
    county.take(fresh(case), "serve", "2026-03-18")
    county.take(fresh(case), "carry_out", "2026-04-01", {"carried_out": "清单已经调整并公布。"})
    closed = fresh(case)
    assert (closed.stage, closed.result) == ("closed", "agreed")


@pytest.mark.parametrize(
    ("bodies", "why"),
    [
        ([{"name": "洪河县城市管理局", **OWN}], "不足两个"),
        ([{"name": "洪河县城市管理局", **OWN}, {"name": "洪河县城市管理局", **OWN}], "重复登记"),
        ([{"name": "洪河县城市管理局", **OWN}, {"name": "洪河县司法局", **OWN}], "不能由它协调"),
        ([{"name": "甲局", **OWN, "filed_on": "三月二日"}, {"name": "乙局", **OWN}], "第1行立案日期“三月二日”不是日期"),
        ([{"name": "甲局", **OWN}, {"name": "乙局", **OWN, "filed_on": "2026-03-03"}], "晚于本环节日期"),
    ],
)
def test_bodies_that_make_no_dispute_are_refused(county: County, bodies: list[dict[str, str]], why: str) -> None:
    with pytest.raises(Refused, match=why):
        dispute(county, bodies=bodies)


def test_what_fails_goes_to_the_government_and_may_come_back(county: County) -> None:
    case = dispute(county)
    county.take(case, "ask", "2026-03-03", asked="各自职权依据")
    county.take(fresh(case), "meet", "2026-03-16", {"minutes": "各方坚持己见"})
    opinion = {"opinion": "由城管局查处。", "legal_basis": "《大气污染防治法》第八十一条"}
    county.take(fresh(case), "propose", "2026-03-17", opinion)
    assert "由城管局查处" in text_of(case, "关于行政执法争议处理意见的请示")
    county.take(fresh(case), "send_back", "2026-03-20", why="再听取乡镇意见")
    county.take(fresh(case), "themselves", "2026-03-25", {"agreement": "由城管局查处。", "competent": county.city.name})
    assert fresh(case).result == "themselves"
    window = Window.year(2026, [county.bureau.pk])
    values = {figure.code: figure.value(window).value for figure in PowerDisputeCoordination.figures()}
    assert (values["disputes_received"], values["disputes_settled"], values["disputes_ruled"]) == (1, 1, Decimal(0))
