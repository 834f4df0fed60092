"""Sentences of our own, in many wordings, are given the right indicator for every figure."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from yifa.reader import read_text
from yifa.reader.catalogue import catalogue
from yifa.reader.phrases import NOTHING, phrasebook

_HEADINGS = {
    "领导": "坚持党的领导", "职能": "依法全面履行政府职能", "制度": "完善依法行政制度体系", "决策": "健全行政决策机制",
    "执法": "规范行政执法", "应急": "依法应对突发事件", "纠纷": "化解矛盾纠纷", "监督": "强化权力监督制约",
}  # fmt: skip
_PIECE = re.compile(r"([^\[]*)\[([^\]]*)\]|([^\[]+)$")


def _cases() -> list[tuple[str, str]]:
    source = (resources.files("yifa.reader.tests") / "wordings.txt").read_text("utf-8")
    rows = (line.split("\t", 1) for line in source.splitlines() if line and not line.startswith("#"))
    return [(area, text) for area, text in rows]


@pytest.mark.parametrize(("area", "marked"), _cases())
def test_every_figure_of_a_sentence_gets_its_indicator(area: str, marked: str) -> None:
    plain, expected = "", []
    for match in _PIECE.finditer(marked):
        plain += match.group(1) or match.group(3) or ""
        if match.group(2):
            expected.append((plain, match.group(2)))
    head = f"某县2024年法治政府建设情况报告\n一、主要举措\n（一）{_HEADINGS[area]}\n"
    reading = read_text(f"{head}{plain}\n", "某县.txt")
    found = [(plain[: f.end - len(head)], f.indicator or "-") for f in reading.figures]
    assert found == expected


def test_the_sentences_reach_most_of_the_catalogue() -> None:
    named = {code for _, text in _cases() for code in re.findall(r"\[([a-z_]+\.[a-z_]+)\]", text)}
    assert named <= set(catalogue())
    assert len(named) > 0.9 * len(catalogue()), sorted(set(catalogue()) - named)


def test_every_indicator_of_the_catalogue_has_wordings() -> None:
    assert {line.code for line in phrasebook().lines} == {NOTHING, *catalogue()}


def test_rates_name_known_indicators_as_their_basis() -> None:
    for indicator in catalogue().values():
        named = (*indicator.numerator, *indicator.denominator, *indicator.support)
        assert set(named) - {"*"} <= set(catalogue()), indicator.code
