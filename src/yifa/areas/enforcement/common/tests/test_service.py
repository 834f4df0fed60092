"""The day on which service takes effect, and what each mode asks for."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from yifa.areas.enforcement.common.service import _lacking, effective_day

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("announced", "effective"),
    [("2025-03-03", "2025-04-02"), ("2024-09-03", "2024-10-03"), ("2026-01-20", "2026-02-19"),
     ("2021-12-31", "2022-03-01"), ("2022-01-01", "2022-01-31")],
)  # fmt: skip
def test_an_announcement_takes_effect_on_its_last_day_without_rolling_over(announced: str, effective: str) -> None:
    assert effective_day("announcement", date.fromisoformat(announced)) == date.fromisoformat(effective)


def test_a_place_may_count_the_day_after_the_thirtieth() -> None:
    assert effective_day("announcement", date(2025, 3, 3), day_after=True) == date(2025, 4, 3)


@pytest.mark.parametrize("mode", ["handed", "direct", "left", "mail", "electronic", "entrust", "transfer_military"])
def test_every_other_mode_takes_effect_on_the_day_of_the_act(mode: str) -> None:
    assert effective_day(mode, DAY) == DAY


def served(mode: str, **fields: Any) -> str | None:
    blank = dict.fromkeys(
        ("receiver", "signer", "refusal", "witness", "recording", "mail_no", "system", "through", "reason", "medium"),
        "",
    )
    row = {f"service_{name}": value for name, value in (blank | fields).items()}
    row |= {
        "service_mode": mode,
        "service_consented_on": fields.get("consented_on"),
        "is_citizen": fields.get("citizen"),
    }
    return _lacking(SimpleNamespace(**row), DAY)


@pytest.mark.parametrize(
    ("mode", "fields", "wrong"),
    [
        ("direct", {}, "签收人"),
        ("direct", {"signer": "周某", "receiver": "family", "citizen": False}, "受送达人是单位"),
        ("direct", {"signer": "周某", "receiver": "mailroom", "citizen": True}, "受送达人是自然人"),
        ("left", {"witness": "村委会王某"}, "拒收事由"),
        ("left", {"refusal": "拒绝签字"}, "见证人"),
        ("mail", {}, "邮件号码"),
        ("electronic", {"system": "政务平台账号"}, "确认书"),
        ("electronic", {"system": "政务平台账号", "consented_on": date(2026, 3, 3)}, "晚于送达日期"),
        ("entrust", {"signer": "周某", "receiver": "self"}, "受委托"),
        ("announcement", {"medium": "县政府网站"}, "原因和经过"),
        ("announcement", {"reason": "下落不明"}, "公告载体"),
    ],
)
def test_each_mode_asks_for_its_own(mode: str, fields: dict[str, Any], wrong: str) -> None:
    assert wrong in (served(mode, **fields) or "")


@pytest.mark.parametrize(
    ("mode", "fields"),
    [
        ("handed", {"signer": "周某", "receiver": "self", "citizen": True}),
        ("direct", {"signer": "周某", "receiver": "mailroom", "citizen": False}),
        ("left", {"refusal": "拒绝签字", "recording": "SP-20260302-01"}),
        ("mail", {"mail_no": "XA123456789CN"}),
        ("electronic", {"system": "政务平台账号", "consented_on": date(2026, 3, 2)}),
        ("transfer_custody", {"signer": "周某", "receiver": "self", "through": "县看守所"}),
        ("announcement", {"reason": "下落不明，邮寄退回", "medium": "县政府网站、住所地"}),
    ],
)
def test_a_complete_service_is_accepted(mode: str, fields: dict[str, Any]) -> None:
    assert served(mode, **fields) is None
