"""A hearing in the database: the walk with its instruments, the night, publication, figures, clearance."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from yifa.areas.enforcement.hearing.choices import Outcome
from yifa.areas.enforcement.hearing.clearance import last_day_to_ask, why_not
from yifa.areas.enforcement.hearing.procedure import EnforcementHearing
from yifa.areas.enforcement.hearing.tests.office import COMPANY, LATE, OFFICERS, Bureau, fresh, papers_of
from yifa.clock import Calendar
from yifa.kernel import publish, ticking
from yifa.kernel.engine import Entry
from yifa.kernel.figure import Window
from yifa.kernel.models import Case, Published
from yifa.kernel.rules import Refused

ABOUT = {
    "kind": "penalty", "client_title": "未经许可从事食品经营", "client_number": "洪市监立〔2025〕12号",
    "trigger_item": "fine", "proposed": "罚款十万元", "investigators": OFFICERS, **COMPANY,
}  # fmt: skip


def asked(bureau: Bureau, **more: object) -> Case:
    """A hearing that was asked for on 4 March 2025."""
    case = bureau.opened("enforcement_hearing", "tell", "2025-03-03", {**ABOUT, **more})
    bureau.take(case, "request", "2025-03-04", {"request_channel": "written"})
    bureau.take(case, "appoint", "2025-03-05", {"host": "周审", "recorder": "吴记", "investigators": OFFICERS})
    return fresh(case)


def arranged(bureau: Bureau, **more: object) -> Case:
    """A hearing whose notice was served for 20 March."""
    case = asked(bureau)
    fields = {"hearing_on": "2025-03-20", "hearing_time": "上午9:00", "venue": "县市场监管局三楼会议室", "public": True}
    bureau.take(case, "notify", "2025-03-06", fields | more)
    return fresh(case)


def held(bureau: Bureau) -> Case:
    """A hearing that took place."""
    case = arranged(bureau)
    told = {
        "attended": "当事人的代理人；调查人员钱进、孙立", "claims": "违法事实清楚，建议罚款十万元。",
        "defence": "请求从轻。", "transcript": "听笔1", "agents": [{"name": "罗明", "authority": "一般代理"}],
    }  # fmt: skip
    bureau.take(case, "hold", "2025-03-20", told)
    bureau.take(case, "sign", "2025-03-20", {"transcript_signed": "signed"})
    return fresh(case)


def test_a_hearing_runs_from_telling_to_the_report(bureau: Bureau) -> None:
    case = held(bureau)
    bureau.take(case, "report", "2025-03-24", {"report_opinion": "keep", "report_summary": "事实清楚。"})
    case = fresh(case)
    assert (case.stage, case.outcome, case.closed_on) == ("reported", Outcome.HELD, date(2025, 3, 24))
    assert papers_of(case) == ["听证通知书", "听证笔录", "听证报告"]
    assert case.number == "洪市监听字〔2025〕1号"
    assert case.title == "未经许可从事食品经营（听证）"


def test_the_night_closes_a_window_nobody_used_and_a_posted_request_opens_it_again(bureau: Bureau) -> None:
    case = bureau.opened("enforcement_hearing", "tell", "2025-03-03", ABOUT)
    list(ticking.tick(datetime.fromisoformat("2025-03-11T00:30:00+08:00")))
    case = fresh(case)
    assert (case.stage, case.outcome) == ("not_asked", Outcome.NOT_REQUESTED)
    with pytest.raises(Refused, match="已经超过"):
        bureau.take(case, "request", "2025-03-12", {"request_channel": "written"})
    bureau.take(case, "request", "2025-03-12", {"request_channel": "mail", "posted_on": "2025-03-10"})
    assert (fresh(case).stage, fresh(case).outcome) == ("requested", "")


def test_an_officer_of_the_case_may_not_preside(bureau: Bureau) -> None:
    case = bureau.opened("enforcement_hearing", "tell", "2025-03-03", ABOUT)
    bureau.take(case, "request", "2025-03-04", {"request_channel": "oral"})
    with pytest.raises(Refused, match="钱进是本案调查、审查人员"):
        bureau.take(case, "appoint", "2025-03-05", {"host": "钱进"})
    with pytest.raises(Refused, match="孙立"):
        bureau.take(case, "appoint", "2025-03-05", {"host": "周审", "members": "吴记、孙立"})


def test_every_other_end_issues_its_instrument(bureau: Bureau) -> None:
    case = arranged(bureau)
    recused = [{"whom": "周审", "by": "当事人", "why": "亲属", "decision": "rejected"}]
    bureau.take(case, "recuse", "2025-03-07", {"recusals": recused})
    bureau.take(case, "postpone", "2025-03-10", why="当事人住院")
    bureau.take(case, "notify", "2025-03-11", {"hearing_on": "2025-03-25", "venue": "会议室", "public": True})
    bureau.take(case, "absent", "2025-03-25", why="无正当理由拒不出席")
    assert fresh(case).outcome == Outcome.ABSENT
    assert papers_of(case) == ["听证通知书", "听证回避决定书", "延期听证通知书", "听证通知书", "终止听证通知书"]
    other = asked(bureau)
    bureau.take(other, "refuse", "2025-03-05", {"refusal": "不属于应当听证的情形。"})
    assert papers_of(other) == ["不予组织听证通知书"]
    ex_officio = {"kind": "licence_duty", "trigger_item": "public_interest", "proposed": "垃圾焚烧厂许可",
                  "client_title": "垃圾焚烧厂许可", "announced_where": "县政府网站"}  # fmt: skip
    public = bureau.opened("enforcement_hearing", "announce", "2025-03-03", ex_officio)
    assert papers_of(public) == ["听证公告"]


def test_a_public_hearing_is_announced_without_the_partys_name_and_a_closed_one_is_not(bureau: Bureau) -> None:
    copy = EnforcementHearing.publication("notice_of_hearing")
    case = arranged(bureau)
    shown = publish.publish(case, copy, date(2025, 3, 6), Entry(bureau.publisher, LATE))
    assert all("周审" not in text for _, text, _ in shown.content)
    closed = arranged(bureau, public=False, closed_reason="trade_secret")
    with pytest.raises(Refused, match="不予公开"):
        publish.publish(closed, copy, date(2025, 3, 6), Entry(bureau.publisher, LATE))
    assert Published._base_manager.count() == 1


def test_a_place_may_count_leniently(bureau: Bureau) -> None:
    case = asked(bureau)
    fields = {"hearing_on": "2025-03-20", "venue": "会议室", "public": True}
    with pytest.raises(Refused, match="最迟应在2025-03-10通知"):
        bureau.take(case, "notify", "2025-03-11", fields)
    path = Path(settings.HOME) / "places" / "130999" / "hearing.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[notice_counting]\nvalue = "lenient"\nsource = "本省规定"\n', encoding="utf-8")
    try:
        bureau.take(case, "notify", "2025-03-11", fields)
    finally:
        path.unlink()
    assert fresh(case).stage == "arranged"


def test_figures_count_what_was_asked_for_and_held(bureau: Bureau) -> None:
    held(bureau)
    asked(bureau)
    window = Window.year(2025, [bureau.organ.pk])
    values = {figure.code: figure.value(window).value for figure in EnforcementHearing.figures()}
    assert values["hearings_asked"] == Decimal(2)
    assert values["hearings_held"] == values["penalty_hearings"] == Decimal(1)
    assert values["licence_hearings"] == Decimal(0)


CALENDAR = Calendar.load()


@pytest.mark.parametrize(
    ("outcome", "on", "requested", "why"),
    [
        ("", date(2025, 2, 7), False, "2025-02-07"),
        ("", date(2025, 2, 8), False, None),
        ("", date(2025, 2, 8), True, "尚未结束"),
        ("held", date(2025, 1, 27), True, None),
        ("waived", date(2025, 1, 25), False, None),
    ],
)
def test_no_decision_before_the_window_is_over_or_the_hearing_ended(
    outcome: str, on: date, requested: bool, why: str | None
) -> None:
    told = why_not(outcome, on, date(2025, 1, 24), CALENDAR, requested=requested)
    assert told is None if why is None else why in str(told)


def test_nobody_decides_who_was_not_told() -> None:
    assert "尚未告知" in str(why_not("", date(2025, 3, 3), None, CALENDAR, requested=False))
    assert last_day_to_ask(date(2026, 9, 18), CALENDAR) == date(2026, 9, 24)
