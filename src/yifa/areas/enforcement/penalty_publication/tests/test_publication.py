"""A publication in the database: the masked copy, taking it back, repair, sealing, figures."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from yifa.areas.enforcement.hearing.tests.office import LATE, Bureau, fresh, papers_of
from yifa.areas.enforcement.penalty_publication.procedure import PenaltyPublication
from yifa.areas.enforcement.penalty_publication.tests.test_privacy import CITIZEN, COMPANY
from yifa.kernel import publish, ticking
from yifa.kernel.engine import Entry
from yifa.kernel.figure import Window
from yifa.kernel.models import Clock, Published
from yifa.kernel.rules import Refused

COPY, NOTICE = PenaltyPublication.publication("copy"), PenaltyPublication.publication("withdrawal")


def opened(bureau: Bureau, on: str = "2026-05-11", **more: Any) -> Any:
    """A decision of that day."""
    fields = {
        "decision_class": "penalty", "client_title": "张三未经许可从事食品经营",
        "decision_number": "洪市监罚〔2026〕8号", "decision_date": on, "parties": [CITIZEN, COMPANY],
        "violation": "张三未经许可从事食品经营。",
        "decision_basis": "《食品安全法》第一百二十二条", "decision_text": "罚款5000元。",
    }  # fmt: skip
    return bureau.opened("penalty_publication", "open", on, fields | more)


def ready(bureau: Bureau, **more: Any) -> Any:
    """A decision that may be published."""
    case = opened(bureau, **more)
    bureau.take(case, "judge", "2026-05-12")
    text = {"public_text": "张某未经许可从事食品经营，罚款5000元。", "screener": "吴公", "violation": "未经许可经营。"}
    bureau.take(case, "screen", "2026-05-13", text, by=bureau.publisher)
    return fresh(case)


def shown(bureau: Bureau, case: Any, on: str = "2026-05-14") -> Published:
    """Its public copy."""
    return publish.publish(case, COPY, date.fromisoformat(on), Entry(bureau.publisher, LATE))


def test_the_copy_masks_citizens_and_names_companies(bureau: Bureau) -> None:
    case = ready(bureau)
    text = "\n".join(line for _, line, _ in shown(bureau, case).content)
    assert "张三" not in text
    assert "张某" in text
    assert CITIZEN["id_no"] not in text
    assert COMPANY["name"] in text
    assert "91110000600037341L" in text
    assert Clock._base_manager.get(case=case, limit="publish_in_time").state == "kept"


def test_an_unmasked_number_is_refused_whatever_field_it_stands_in(bureau: Bureau) -> None:
    case = opened(bureau)
    bureau.take(case, "judge", "2026-05-12")
    text = {"public_text": "张某，罚款5000元。", "screener": "吴公", "violation": f"当事人{CITIZEN['id_no']}无证经营。"}
    with pytest.raises(Refused, match="“违法事实”第4字起有未遮蔽的公民身份号码"):
        bureau.take(case, "screen", "2026-05-13", text, by=bureau.publisher)
    with pytest.raises(Refused, match="“违法事实”有自然人的姓名"):
        bureau.take(case, "screen", "2026-05-13", text | {"violation": "张三无证经营"}, by=bureau.publisher)


@pytest.mark.parametrize("kind", ["changed", "revoked", "confirmed_illegal", "confirmed_void"])
def test_whatever_becomes_of_the_decision_the_copy_is_taken_back_with_a_public_reason(
    bureau: Bureau, kind: str
) -> None:
    case = ready(bureau)
    copy = shown(bureau, case)
    bureau.take(case, "change", "2026-09-30", {"change": kind, "change_document": "洪政复〔2026〕31号"})
    reason = {"withdraw_reason": "该决定已被复议机关依法处理。"}
    with pytest.raises(Refused, match="公开副本仍在公开"):
        bureau.take(case, "take_down", "2026-10-09", reason)
    publish.withdraw(copy, "决定已被依法处理", date(2026, 10, 9), Entry(bureau.publisher, LATE))
    with pytest.raises(Refused, match="姓名"):
        bureau.take(case, "take_down", "2026-10-09", {"withdraw_reason": "张三的处罚被撤销。"})
    bureau.take(case, "take_down", "2026-10-09", reason)
    clock = Clock._base_manager.get(case=case, limit="take_down_in_time")
    assert (clock.due, clock.state) == (date(2026, 10, 10), "kept")
    notice = publish.publish(fresh(case), NOTICE, date(2026, 10, 10), Entry(bureau.publisher, LATE))
    assert any("复议机关依法处理" in text for _, text, _ in notice.content)
    assert Clock._base_manager.get(case=case, limit="explain_in_time").state == "kept"
    assert papers_of(case)[-1] == "撤回行政处罚决定信息的公告"


def test_sealed_records_never_become_public(bureau: Bureau) -> None:
    case = opened(bureau, regime="public_security")
    with pytest.raises(Refused, match="治安管理处罚法136"):
        bureau.take(case, "judge", "2026-05-12")
    child = opened(bureau, juvenile=True)
    with pytest.raises(Refused, match="预防未成年人犯罪法59②"):
        bureau.take(child, "judge", "2026-05-12")


def test_what_was_published_before_is_taken_off_and_sealed(bureau: Bureau) -> None:
    case = ready(bureau)
    copy = shown(bureau, case)
    with pytest.raises(Refused, match="仍在公开"):
        bureau.take(case, "seal", "2026-05-20", {"juvenile": True}, why="核实为未成年人")
    publish.withdraw(copy, "依法封存", date(2026, 5, 20), Entry(bureau.publisher, LATE))
    bureau.take(case, "seal", "2026-05-20", {"juvenile": True}, why="核实为未成年人")
    assert fresh(case).outcome == "sealed_public_security"


def test_the_credit_site_ends_by_itself_and_can_be_repaired_before(bureau: Bureau) -> None:
    case = ready(bureau)
    bureau.take(case, "credit", "2026-05-14", {"credit_class": "minor"})
    list(ticking.tick(datetime.fromisoformat("2026-08-13T00:30:00+08:00")))
    assert Clock._base_manager.get(case=case, limit="credit_term").state == "lapsed"
    other = ready(bureau)
    bureau.take(other, "credit", "2026-05-14", {"credit_class": "general"})
    bureau.take(other, "ask_repair", "2026-08-03", {"repair_why": "已经缴清罚款。"})
    with pytest.raises(Refused, match="不得少于3个月"):
        bureau.take(other, "repair", "2026-08-11")
    bureau.take(other, "refuse_repair", "2026-08-11", why="最短公示期未满。")
    bureau.take(other, "ask_repair", "2026-08-12", {"repair_why": "已经缴清罚款。"})
    bureau.take(other, "repair", "2026-08-12")
    assert papers_of(other)[-2:] == ["不予信用修复决定书", "信用修复决定书"]
    shown(bureau, fresh(other), "2026-08-12")
    bureau.take(other, "finish", "2026-08-13")
    assert (fresh(other).stage, fresh(other).outcome) == ("ended", "repaired")


def test_a_place_may_follow_the_ministrys_twenty_days(bureau: Bureau) -> None:
    path = Path(settings.HOME) / "places" / "130999" / "penalty_publication.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[market_days]\nvalue = 20\nsource = "市场监管处罚信息公示规定第九条"\n', encoding="utf-8")
    try:
        case = opened(bureau, regime="market")
        assert Clock._base_manager.get(case=case, limit="publish_in_time").due == date(2026, 6, 8)
        assert case.due_rule == "20个工作日（市场监管处罚信息公示规定第九条）"
    finally:
        path.unlink()


def test_figures_tell_what_was_published_in_time(bureau: Bureau) -> None:
    shown(bureau, ready(bureau))
    shown(bureau, ready(bureau), "2026-06-10")
    withheld = opened(bureau)
    bureau.take(withheld, "withhold", "2026-05-12", {"withheld": "no_impact", "withheld_why": "情节轻微。"})
    window = Window.year(2026, [bureau.organ.pk])
    values = {figure.code: figure.value(window).value for figure in PenaltyPublication.figures()}
    assert (values["decisions_due"], values["decisions_withheld"]) == (3, 1)
    assert values["published_in_time_rate"] == Decimal("66.67")
