"""A small library of invented law, so that the rule on copied law has something to compare with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from yifa.law import Kind
from yifa.law.corpus import LawText
from yifa.law.sqlite_library import open_library
from yifa.law.statute import Article, Paragraph

_DUTY = (
    "灯塔看守人应当在日落前半小时点亮灯器，每两小时记录一次灯光和海面情况，发现船舶遇险的，"
    "应当立即鸣放雾笛并报告海务机构。"
)
_SURROUNDINGS = (
    "灯塔周围五百米以内不得建造高于灯器的建筑物、种植高大树木或者设置与灯光颜色相同的灯具。",
    "海务机构应当公布具体范围。",
)


def invented_law() -> LawText:
    """灯塔守护条例, which does not exist."""
    articles = (
        Article((5, 0), [Paragraph([_DUTY])]),
        Article((6, 0), [Paragraph([line]) for line in _SURROUNDINGS]),
    )
    day = date(2020, 1, 1)
    return LawText("灯塔守护条例.md", "灯塔守护条例", False, Kind.REGULATION, day, day, False, (), "", articles)


@pytest.fixture(autouse=True, scope="session")
def invented_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The home of these tests: its library holds only the invented law, whatever the machine has imported."""
    home = tmp_path_factory.mktemp("home")
    library = open_library(home / "law.sqlite3", create=True)
    library.replace([invented_law()])
    library.connection.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("YIFA_HOME", str(home))
        yield home
