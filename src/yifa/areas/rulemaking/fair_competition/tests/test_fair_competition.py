"""Fair competition review: the standards, who reviews, letters, figures."""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from yifa.areas.rulemaking.fair_competition.acts import F
from yifa.areas.rulemaking.fair_competition.clearance import why_not
from yifa.areas.rulemaking.fair_competition.defaults import DEFAULTS
from yifa.areas.rulemaking.fair_competition.procedure import FairCompetitionReview as R
from yifa.areas.rulemaking.fair_competition.standards import STANDARDS
from yifa.areas.rulemaking.fair_competition.tests.conftest import EXEMPTION, HEARD, County, checked, fresh
from yifa.areas.rulemaking.fair_competition.where import reviewing_organ
from yifa.kernel.engine import new_case
from yifa.kernel.faults import bases_of, faults
from yifa.kernel.figure import Window
from yifa.kernel.models import Case, Clock, Paper
from yifa.kernel.rules import Refused
from yifa.papers import store
from yifa.text.docx import docx_to_text


def test_the_declaration_has_no_fault() -> None:
    assert faults(R) == []


def test_every_article_of_the_regulation_is_expressed_or_omitted_with_a_reason() -> None:
    omitted = {entry.basis.article for entry in R.omitted if entry.basis.paragraph is None}
    left_out = {entry.basis for entry in R.omitted}
    expressed = {b.article for b in bases_of(R) if b.act.title == F.title and b not in left_out} | {27}
    assert expressed | omitted == set(range(1, 28))
    assert expressed & omitted == set()


def test_there_are_nineteen_standards_in_four_articles() -> None:
    counts = [sum(one.code.startswith(f"{article}.") for one in STANDARDS) for article in (8, 9, 10, 11)]
    assert counts == [5, 6, 4, 4]
    assert str(STANDARDS[7].basis) == "《公平竞争审查条例》第九条第三项"


def test_every_choice_that_is_not_law_names_its_source() -> None:
    assert all(choice.source and choice.mark in "PM" for choice in DEFAULTS.values())


@pytest.mark.skipif("YIFA_LAWS_DIR" not in os.environ, reason="needs a folder of acts named by YIFA_LAWS_DIR")
def test_every_key_word_stands_in_its_provision() -> None:
    from yifa.law.corpus import LawText, read_library

    [text] = [
        text for text in read_library(Path(os.environ["YIFA_LAWS_DIR"]))
        if isinstance(text, LawText) and text.title == F.title
    ]  # fmt: skip
    for basis in bases_of(R):
        if basis.act.title == F.title and basis.key is not None:
            part = text.by_key[basis.key].part(basis.paragraph, basis.item_number)
            assert part is not None, basis
            assert [word for word in basis.key_words if word not in part] == [], basis


@pytest.mark.parametrize(
    ("concerned", "conclusion", "why"),
    [
        (False, "", None),
        (True, "", "尚未经公平竞争审查"),
        (True, "restriction_prohibited", "不得出台"),
        (True, "restriction_exempt", None),
        (True, "no_restriction", None),
    ],
)
def test_what_may_be_issued(concerned: bool, conclusion: str, why: str | None) -> None:
    said = why_not(concerned, conclusion)
    assert said is None if why is None else said is not None and why in said


@pytest.mark.data
def test_the_regulator_reviews_for_the_government_and_the_drafter_for_departments(county: County) -> None:
    assert reviewing_organ("government", county.science) == county.regulator
    assert reviewing_organ("congress", county.government) == county.regulator
    assert reviewing_organ("department", county.science) == county.science
    assert reviewing_organ("government", None) is None


@pytest.mark.data
def test_a_department_does_not_conclude_on_what_the_government_issues(county: County) -> None:
    case = county.reviewing(issuer="government")
    county.take(case, "first_opinion", "2025-03-04", {
        "initial_conclusion": "no_restriction", "initial_opinion": "没有问题",
    })  # fmt: skip
    with pytest.raises(Refused, match="由本级市场监督管理部门会同起草单位审查"):
        county.take(case, "conclude", "2025-03-06", {"conclusion": "no_restriction", "conclusion_text": "可以"})


@pytest.mark.data
def test_an_exempted_measure_states_its_four_requirements_in_its_conclusion_and_ends_on_its_day(
    county: County,
) -> None:
    with pytest.raises(Refused, match="缺少：没有影响更小的替代方案的说明、详细说明"):
        county.concluded("restriction_exempt", exemption="12.2", end_condition="项目结束")
    case = county.concluded("restriction_exempt", **EXEMPTION)
    paper = Paper.objects.get(case=case, title="公平竞争审查结论")
    letter = docx_to_text(store.read(paper.digest), paper.name)
    for words in ("面向全部符合条件的企业", "2026年12月31日", "鼓励研发投入", "每家奖励五十万元"):
        assert words in letter
    county.take(case, "issue", "2025-03-20")
    clock = Clock.objects.get(case=case, limit="exemption_ends")
    assert clock.due == date(2026, 12, 31)
    county.take(case, "end", "2026-10-30", why="项目结束")
    assert fresh(case).ended_on == date(2026, 10, 30)


@pytest.mark.data
def test_a_policy_that_is_prohibited_is_not_issued(county: County) -> None:
    case = county.concluded("restriction_prohibited")
    with pytest.raises(Refused, match="不得出台"):
        county.take(case, "issue", "2025-03-20")


def unreviewed(county: County) -> Case:
    """The regulator finds a policy that nobody reviewed."""
    case = new_case("fair_competition", county.regulator, date(2025, 5, 6))
    county.take(case, "find", "2025-05-06", {
        "policy_title": "采购评审办法", "issuer_kind": "department", "check_finding": "没有审查",
    })  # fmt: skip
    return case


@pytest.mark.data
def test_what_went_out_unreviewed_lowers_the_rate(county: County) -> None:
    county.concluded()
    county.concluded("restriction_prohibited")
    county.concluded("restriction_exempt", **EXEMPTION)
    found = unreviewed(county)
    county.take(found, "urge", "2025-05-07", until="2025-06-06")
    county.take(found, "rectify", "2025-06-04", {"rectification": "已补充审查"})
    window = Window.year(2025, [county.regulator.pk, county.science.pk])
    values = {figure.code: figure.value(window).value for figure in R.figures()}
    assert values["fcr_rate"] == Decimal("75.00")
    assert (values["fcr_count"], values["fcr_exempt"], values["fcr_prohibited"]) == (3, 1, 1)
    assert (values["fcr_spot_checked"], values["fcr_rectified"]) == (1, 1)


@pytest.mark.data
def test_a_policy_reviewed_only_after_it_was_found_unreviewed_does_not_count_as_reviewed(county: County) -> None:
    county.concluded()
    found = unreviewed(county)
    county.take(found, "revise", "2025-05-07")
    county.take(found, "hear", "2025-05-08", {"consultees": HEARD})
    county.take(found, "examine", "2025-05-09", {"hits": checked()})
    county.take(found, "conclude", "2025-05-12", {"conclusion": "no_restriction", "conclusion_text": "补充审查。"})
    rate = R.fcr_rate.value(Window.year(2025, [county.regulator.pk, county.science.pk]))
    assert (rate.numerator, rate.denominator) == (1, 2)
