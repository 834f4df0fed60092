"""Choices the law leaves open: where they stand, and how a place changes them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from yifa.errors import YifaError
from yifa.kernel.defaults import Defaults


@pytest.fixture
def choices(tmp_path: Path) -> Defaults:
    folder = tmp_path / "review"
    folder.mkdir()
    (folder / "defaults.toml").write_text(
        '[days]\nlabel = "审查多少个工作日"\nvalue = 5\nmark = "P"\nsource = "地方综述"\n'
        '[counted]\nlabel = "算不算"\nvalue = true\nmark = "M"\nsource = "推论"\n',
        encoding="utf-8",
    )
    return Defaults.beside(str(folder / "procedure.py"))


def case_of(place: str) -> Any:
    """A situation of a case of an organ of this place."""
    organ = SimpleNamespace(place=SimpleNamespace(code=place))
    return SimpleNamespace(record=SimpleNamespace(organ=organ, organ_id=1))


def local(home: Path, text: str) -> None:
    folder = home / "places" / "130999"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "review.toml").write_text(text, encoding="utf-8")


def test_a_choice_carries_its_value_and_its_source(choices: Defaults) -> None:
    assert (choices.number("days"), choices["days"].source, choices.flag("counted")) == (5, "地方综述", True)


def test_a_place_changes_a_choice_for_its_own_cases_only(choices: Defaults, tmp_path: Path, settings: Any) -> None:
    settings.HOME = tmp_path
    local(tmp_path, '[days]\nvalue = 10\nsource = "洪政办〔2025〕3号"\n')
    assert choices.number("days", case_of("130999")) == 10
    assert choices.number("days", case_of("130998")) == choices.number("days") == 5
    unplaced: Any = SimpleNamespace(record=SimpleNamespace(organ_id=None))
    assert choices.number("days", unplaced) == 5


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[dayz]\nvalue = 10\nsource = "甲"\n', "口径“dayz”不存在，可以改的有：days、counted"),
        ('[days]\nvalue = "十"\nsource = "甲"\n', "口径“days”应当是整数"),
        ("[days]\nvalue = 10\n", "口径“days”没有写明出处"),
        ("[", "不能读取口径配置 review.toml"),
    ],
)
def test_a_wrong_file_of_a_place_is_named(
    choices: Defaults, tmp_path: Path, settings: Any, text: str, told: str
) -> None:
    settings.HOME = tmp_path
    local(tmp_path, text)
    with pytest.raises(YifaError, match=told):
        choices.number("days", case_of("130999"))


def test_a_choice_without_source_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "defaults.toml").write_text('[days]\nlabel = "日数"\nvalue = 5\nmark = "P"\n', encoding="utf-8")
    with pytest.raises(YifaError, match="“days”缺少：source"):
        Defaults.beside(str(tmp_path / "procedure.py"))
