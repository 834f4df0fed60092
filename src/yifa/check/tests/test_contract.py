"""Parties, sides, amounts and periods of contracts."""

from __future__ import annotations

import re
import time
from datetime import date
from decimal import Decimal

import pytest

from yifa.check import Draft, DraftKind, check
from yifa.check.amounts import amounts, capital_value
from yifa.check.contract import PERCENT, PERIOD, days, share
from yifa.check.parties import Side, read_parties

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("heading", "government", "private"),
    [
        ("甲方：某县水利局\n乙方：某水务有限公司", "甲方", "乙方"),
        ("甲方：某水务有限公司\n乙方：某县水利局", "乙方", "甲方"),
        ("采购人（甲方）：某县水利局\n供应商（乙方）：某泵业公司", "采购人", "供应商"),
        ("受让人：某县自然资源和规划局\n出让人：某置业有限公司", "受让人", "出让人"),
        ("", "甲方", "乙方"),
    ],
)
def test_the_heading_says_which_side_is_the_government(heading: str, government: str, private: str) -> None:
    parties = read_parties(heading)
    assert parties.government.fullmatch(government)
    assert parties.private.fullmatch(private)


@pytest.mark.parametrize(
    ("sentence", "words", "side"),
    [
        ("甲方应当支付价款。", "支付", Side.GOVERNMENT),
        ("乙方应当向甲方支付租金。", "支付", Side.PRIVATE),
        ("由甲方向乙方支付价款。", "支付", Side.GOVERNMENT),
        ("乙方逾期的，应当支付违约金。", "支付", Side.PRIVATE),
        ("甲方要求乙方提供担保。", "提供", Side.PRIVATE),
        ("乙方不能还款的，由县财政局偿还。", "偿还", Side.GOVERNMENT),
        ("甲方对乙方交付的货物支付价款。", "支付", Side.GOVERNMENT),
        ("价款在验收后支付。", "支付", Side.UNKNOWN),
        ("双方各自支付税费。", "支付", Side.BOTH),
    ],
)
def test_who_is_to_act_is_read_from_the_sentence(sentence: str, words: str, side: Side) -> None:
    draft = Draft.read(sentence, DAY, DraftKind.CONTRACT, "")
    (spot,) = draft.statements[0].find(re.compile(words))
    assert draft.parties.actor(spot) is side


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("壹佰贰拾万元整", 1_200_000),
        ("叁仟零伍元整", 3_005),
        ("拾万元整", 100_000),
        ("壹亿贰仟万零叁佰元整", 120_000_300),
        ("¥1,250,000.00元", 1_250_000),
        ("12.5万元", 125_000),
        ("￥86000", 86_000),
    ],
)
def test_amounts_are_read_in_capitals_and_figures(text: str, yuan: int) -> None:
    (one,) = amounts(text)
    assert one.yuan == yuan


def test_cents_are_read_in_capitals() -> None:
    (one,) = amounts("壹佰元伍角贰分")
    assert one.yuan == Decimal("100.52")
    assert capital_value("甲乙") is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("三十日", 30, 30),
        ("60个工作日", 80, 90),
        ("三个月", 90, 92),
        ("半年", 180, 184),
        ("一年半", 540, 550),
        ("2个月", 59, 62),
    ],
)
def test_periods_are_reckoned_in_calendar_days(text: str, low: int, high: int) -> None:
    found = PERIOD.search(text)
    assert found is not None
    assert low <= days(found) <= high


@pytest.mark.parametrize(
    "text",
    [
        "甲方应当" * 9_000, "支付合同价的5%，" * 6_000, "壹佰万元（¥100元）" * 4_000,
        "甲方：某县水利局\n乙方：某公司\n" * 3_000,
        "“第一条 ”\n“" * 5_000, "待上级资金" * 6_000, "合同总价5元，其中" * 5_000,
        "某县人民政府关于防汛的通知\n各镇：\n请。\n" + "某" * 5_000 + "\n2026年5月1日",
    ],
)  # fmt: skip
def test_odd_contracts_and_letters_are_checked_in_time(text: str) -> None:
    began = time.monotonic()
    for kind in (DraftKind.CONTRACT, DraftKind.NORMATIVE):
        check(Draft.read(text, DAY, kind))
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    ("text", "value"), [("5%", 0.05), ("千分之五", 0.005), ("8‰", 0.008), ("万分之五", 0.0005), ("百分之七点五", 0.075)]
)
def test_shares_are_read_in_figures_and_words(text: str, value: float) -> None:
    found = PERCENT.search(text)
    assert found is not None
    assert share(found) == pytest.approx(value)
