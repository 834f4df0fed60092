"""Execution as it is recorded: instruments, windows, what the law performs, figures."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yifa.areas.enforcement.coercion.tests.conftest import LATE, OFFICERS, County, fresh
from yifa.areas.enforcement.execution.court_procedure import CourtExecution
from yifa.areas.enforcement.execution.force_procedure import ForcedExecution
from yifa.areas.enforcement.execution.tests.conftest import ALL, MAIL, begun, demanded
from yifa.kernel.faults import faults
from yifa.kernel.figure import Window
from yifa.kernel.models import Case, Clock, Event, Paper
from yifa.kernel.rules import Refused
from yifa.kernel.ticking import tick
from yifa.papers import store
from yifa.text.docx import docx_to_text

pytestmark = pytest.mark.data
APPLY = {"court": "洪河县人民法院", "requests": "强制执行罚款二万元。", "materials": ALL}
REMOVAL = {"obligation": "removal", "obligation_text": "拆除违法建设的厂房。", "principal": None}


def text_of(case: Case, title: str) -> str:
    """What the instrument issued last says, as plain text."""
    paper = Paper.objects.filter(case=case, title=title).order_by("-pk")[0]
    return docx_to_text(store.read(paper.digest), paper.name)


def clock(case: Case, limit: str) -> Clock:
    """The last run of a limit."""
    return Clock.objects.filter(case=case, limit=limit).order_by("-run")[0]


@pytest.mark.parametrize("version", [ForcedExecution, CourtExecution])
def test_the_declarations_have_no_faults(version: type[Any]) -> None:
    assert faults(version) == []


def test_the_board_shows_the_window_and_the_latest_day_for_the_demand(county: County) -> None:
    case = begun(county)
    assert case.number == "洪市监申执字〔2025〕1号"
    assert clock(case, "apply_in_time").due == date(2025, 10, 15)
    assert clock(case, "demand_in_time").due == date(2025, 9, 24)


def test_an_application_in_time_names_the_demand_and_the_materials(county: County) -> None:
    case = demanded(county)
    assert "20,000元" in text_of(case, "履行行政决定催告书")
    county.take(case, "apply", "2025-10-15", APPLY)
    text = text_of(case, "强制执行申请书")
    for wanted in ("洪河县人民法院", "2025年9月24日送达催告书", "20,000元", "第五十三条", "负责人（签名）"):
        assert wanted in text
    assert clock(case, "apply_in_time").state == "kept"


def test_who_demands_too_late_loses_the_window(county: County) -> None:
    case = demanded(county, on="2025-09-25", until="2025-10-20")
    assert clock(case, "demand_in_time").state == "late"
    with pytest.raises(Refused, match="十日"):
        county.take(case, "apply", "2025-10-15", APPLY)
    with pytest.raises(Refused, match="2025-10-15届满"):
        county.take(case, "apply", "2025-10-17", APPLY)
    county.take(case, "window_lost", "2025-10-17", why="催告书送达过晚。")
    assert (fresh(case).outcome, clock(case, "apply_in_time").state) == ("window_lost", "late")


def test_an_application_posted_within_the_window_is_in_time(county: County) -> None:
    case = demanded(county)
    county.take(case, "apply", "2025-10-17", APPLY | {"mailed_on": "2025-10-15"})
    assert clock(case, "apply_in_time").state == "kept"


def test_a_deferral_restarts_the_window(county: County) -> None:
    case = begun(county)
    county.take(case, "defer", "2025-03-03", {"deferred_until": "2025-12-31"})
    assert clock(case, "apply_in_time").due == date(2026, 3, 31)
    assert clock(case, "demand_in_time").due == date(2026, 3, 16)
    with pytest.raises(Refused, match="次日起方可催告"):
        county.take(case, "demand", "2025-12-31", {"demand_text": "缴款。", "demand_until": "2026-01-20"})


def test_a_demand_by_announcement_takes_effect_after_thirty_days(county: County) -> None:
    case = begun(county)
    county.take(case, "demand", "2025-07-20", {"demand_text": "缴款。", "demand_until": "2025-09-10"})
    county.take(case, "serve_demand", "2025-07-21", {
        "service_mode": "announcement", "service_reason": "登记的住所已人去楼空。", "service_medium": "法治日报",
    })  # fmt: skip
    assert fresh(case).demand_served_on == date(2025, 8, 20)
    assert clock(case, "demanded_long_enough").due == date(2025, 9, 3)


def test_what_the_law_brings_about_is_entered_by_the_nightly_run(county: County) -> None:
    case = demanded(county, on="2025-09-10", until="2025-09-26")
    county.take(case, "apply", "2025-09-30", APPLY)
    county.take(case, "accept", "2025-10-09")
    ruling = {"refusal": "facts", "refusal_reason": "主要证据没有收集。"}
    county.take(case, "refuse", "2025-10-15", ruling)
    county.take(case, "receive_refusal", "2025-10-17")
    assert [told.error for told in tick(LATE)] == [""]
    assert (fresh(case).stage, fresh(case).closed_on) == ("denied", date(2025, 11, 3))
    steps = set(Event.objects.filter(case=case).values_list("step", flat=True))
    assert "remedies_lapsed" not in steps  # it was entered by hand, late, after the application


def test_a_building_waits_for_both_windows_and_is_announced(county: County) -> None:
    case = demanded(county, "forced_execution", "2025-02-20", "2025-03-10", **REMOVAL)
    county.take(
        case, "announce", "2025-03-03", {"announced_at": "厂区门口、村委公告栏", "announce_until": "2025-03-20"}
    )
    decision = {"force_basis": "《城乡规划法》第六十八条", "method": "restore", "force_on": "2025-07-21"}
    with pytest.raises(Refused, match="起诉期限至2025-07-15"):
        county.take(case, "decide", "2025-07-15", decision)
    county.take(case, "decide", "2025-07-16", decision)
    county.take(case, "serve_decision", "2025-07-17", MAIL)
    with pytest.raises(Refused, match="夜间"):
        county.take(case, "execute", "2025-07-21", {"officers": OFFICERS}, at="23:00")
    county.take(case, "execute", "2025-07-21", {"officers": OFFICERS}, at="09:00")
    county.take(case, "finish", "2025-07-22", {"result": "厂房一处三百平方米全部拆除。"})
    assert fresh(case).outcome == "self_enforced"
    for title, wanted in (
        ("限期拆除公告", "自行拆除"),
        ("行政强制执行决定书", "行政诉讼"),
        ("强制执行记录", "三百平方米"),
    ):
        assert wanted in text_of(case, title)


def test_a_substitute_is_decided_served_urged_supervised_and_charged(county: County) -> None:
    case = demanded(
        county, "forced_execution", "2025-08-25", "2025-09-10", obligation="restore", principal=None,
        obligation_text="清除河道内的渣土。",
    )  # fmt: skip
    county.take(case, "decide_substitute", "2025-09-15", {
        "performer": "某环境服务有限公司", "substitute_on": "2025-10-13", "budget": "30000",
    })  # fmt: skip
    county.take(case, "serve_substitute", "2025-09-17", MAIL)
    county.take(case, "urge_substitute", "2025-09-30")
    fields = {"cost": "28000", "supervisors": "陈立、林晓", "result": "清运渣土一百二十方。"}
    county.take(case, "substitute", "2025-10-13", fields, at="08:30")
    county.take(case, "charge", "2025-10-20")
    assert "28,000元" in text_of(case, "代履行费用缴纳通知书")
    assert "30,000元" in text_of(case, "代履行决定书")


def test_the_other_papers_are_written(county: County) -> None:
    case = demanded(
        county, "forced_execution", "2025-03-27", "2025-04-15", decision_served_on="2025-03-10",
        perform_by="2025-03-25", surcharge="18600", surcharge_basis_told=True,
    )  # fmt: skip
    county.take(case, "hear", "2025-04-02", {"statement": "资金周转困难。"})
    county.take(case, "review_statement", "2025-04-03", {"statement_review": "不是法定事由。", "adopted": "rejected"})
    county.take(case, "decide_at_once", "2025-04-04", {
        "force_basis": "《税收征收管理法》第四十条", "method": "transfer", "force_on": "2025-04-07", "bank": "某银行",
    }, evidence="近三日账户大额转出。")  # fmt: skip
    county.take(case, "agree", "2025-04-08", {
        "agreement": "分三期缴清罚款。", "agreement_until": "2025-07-31", "waived": "18600",
    })  # fmt: skip
    county.take(case, "break_agreement", "2025-08-01", why="第二期起没有缴纳。")
    county.take(case, "stay", "2025-08-04", {"stay_ground": "unable", "stay_reason": "停产。", "harmless": True})
    county.take(case, "terminate", "2025-10-09", {"end_ground": "dissolved", "end_reason": "公司注销，没有财产。"})
    titles = set(Paper.objects.filter(case=case).values_list("title", flat=True))
    assert {
        "陈述申辩复核意见书", "立即强制执行决定书", "执行协议", "恢复执行通知书", "中止执行通知书", "终结执行决定书"
    } <= titles  # fmt: skip


def test_the_figures_tell_methods_and_outcomes(county: County) -> None:
    county.take(demanded(county), "apply", "2025-10-15", APPLY)
    lost = demanded(county, on="2025-09-25", until="2025-10-20")
    county.take(lost, "window_lost", "2025-10-17", why="催告书送达过晚。")
    forced = demanded(county, "forced_execution", "2025-08-25", "2025-09-10", obligation="restore", principal=None)
    county.take(forced, "decide_substitute", "2025-09-15", {
        "performer": "本机关", "substitute_on": "2025-10-13", "budget": "30000",
    })  # fmt: skip
    window = Window.year(2025, [county.market.pk])
    court = {f.code: f.value(window).value for f in CourtExecution.figures()}
    force = {f.code: f.value(window).value for f in ForcedExecution.figures()}
    assert (court["applications"], court["applied_sum"], court["lost_windows"]) == (1, 20000, 1)
    assert court["in_time_rate"] == 50
    assert (force["executions"], force["substitutions"], force["demands"]) == (1, 1, 1)
