"""Special case limits and large amounts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yifa.areas.enforcement.common.rules import regime_on, regimes, threshold_on
from yifa.errors import YifaError


def test_public_security_cases_change_with_the_act_of_2026() -> None:
    before, after = regime_on("public_security", date(2025, 12, 31)), regime_on("public_security", date(2026, 1, 1))
    assert (before.start, before.case_days, before.extensions, before.sealed) == ("accepted", 30, 1, False)
    assert (after.start, after.case_days, after.extensions, after.sealed) == ("filed", 30, 2, True)
    assert after.limitation_months == 6


def test_without_a_kind_the_ordinary_ninety_days_hold() -> None:
    one = regime_on("", date(2026, 5, 1))
    assert (one.case_days, one.extensions, one.service_days, one.service_working) == (90, 0, 7, True)


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(YifaError, match=r"“customs”.*ordinary"):
        regime_on("customs", date(2026, 1, 1))


def test_amounts_for_hearings_differ_by_party_and_day() -> None:
    market, plain = threshold_on("", "食品", date(2025, 8, 1)), threshold_on("", "市容", date(2025, 8, 1))
    police = (
        threshold_on("public_security", "", date(2025, 12, 31)),
        threshold_on("public_security", "", date(2026, 1, 1)),
    )
    assert market is not None
    assert market.of("fine", "legal_person") == 100000
    assert market.of("fine", "individual_business") == 10000
    assert plain is not None
    assert plain.of("fine", "natural") == 5000
    assert [one and one.of("fine", "natural") for one in police] == [2000, 4000]


def test_a_place_puts_its_own_rows_first_and_names_its_source(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    folder = tmp_path / "places" / "130999"
    folder.mkdir(parents=True)
    row = '[[row]]\nregime = ""\nmatter = ""\nsince = 2025-01-01\ncitizen = 3000\norganisation = 30000\nmark = "V"\n'
    (folder / "thresholds.toml").write_text(row + 'source = "某省听证标准"\n', encoding="utf-8")
    own, other = (
        threshold_on("", "市容", date(2025, 2, 1), "130999"),
        threshold_on("", "市容", date(2025, 2, 1), "130111"),
    )
    assert own is not None
    assert own.of("fine", "natural") == 3000
    assert other is not None
    assert other.of("fine", "natural") == 5000
    (folder / "regimes.toml").write_text('[[regime]]\nkey = "market"\n', encoding="utf-8")
    with pytest.raises(YifaError, match="出处"):
        regime_on("market", date(2025, 2, 1), "130999")


def test_every_kind_ships_with_its_label() -> None:
    assert dict(regimes()) == {"ordinary": "一般案件", "market": "市场监管案件", "public_security": "治安案件"}
