"""The declaration, the lists of materials, who reviews, and what may go on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from yifa.areas.rulemaking.legality_review.agenda import AgendaItem
from yifa.areas.rulemaking.legality_review.choices import TargetType
from yifa.areas.rulemaking.legality_review.clearance import why_not
from yifa.areas.rulemaking.legality_review.defaults import DEFAULTS
from yifa.areas.rulemaking.legality_review.drafts import digest_of
from yifa.areas.rulemaking.legality_review.materials import incomplete, list_for, lists
from yifa.areas.rulemaking.legality_review.review_procedure import LegalityReview
from yifa.areas.rulemaking.legality_review.tests.conftest import County, complete
from yifa.areas.rulemaking.legality_review.where import reviewing_organ
from yifa.kernel.declare import Consequence, Procedure
from yifa.kernel.faults import bases_of, faults


@pytest.mark.parametrize("procedure", [LegalityReview, AgendaItem])
def test_the_declaration_has_no_fault(procedure: type[Procedure]) -> None:
    assert faults(procedure) == []


def test_every_type_of_matter_has_its_list_of_materials_with_a_source() -> None:
    assert set(lists()) == set(TargetType.values)
    assert all(one.basis and one.mark in "VPM" and one.required for one in lists().values())


def test_what_is_required_must_be_there_and_the_rest_at_least_said_not_to_apply() -> None:
    rows = complete("major_decision")
    assert incomplete("major_decision", rows) == []
    assert incomplete("major_decision", rows[1:]) == ["决策草案"]
    assert incomplete("major_decision", [*rows[:4], {"item": "风险评估报告", "state": "not_applicable"}]) == []
    assert incomplete("major_decision", [*rows[:4], {"item": "风险评估报告"}]) == ["风险评估报告"]
    assert incomplete("other", [*complete("other"), {"item": "公证书", "state": "missing"}]) == ["公证书"]


def test_a_list_begins_with_every_item_still_open() -> None:
    assert list_for("contract").rows()[0] == {"item": "合同文本"}


@pytest.mark.parametrize(
    ("conclusion", "digests", "why"),
    [
        ("", {}, "尚未收到"),
        ("illegal", {"reviewed": "a", "now": "a"}, "不合法"),
        ("legal", {"reviewed": "a", "now": "a"}, None),
        ("legal", {"reviewed": "a", "now": "b"}, "重新送审"),
        ("legal", {"reviewed": "a", "cleared": "b", "now": "b"}, None),
        ("revise", {"reviewed": "a", "now": "a"}, "尚未经审查机构核对"),
        ("revise", {"reviewed": "a", "cleared": "b", "now": "a"}, "重新送审"),
        ("revise", {"reviewed": "a", "cleared": "b", "now": "b"}, None),
        ("risk_disclosed", {"reviewed": "a", "now": "a"}, None),
        ("legal", {}, None),
    ],
)
def test_what_a_review_lets_pass(conclusion: str, digests: dict[str, str], why: str | None) -> None:
    said = why_not(conclusion, **digests)
    assert said is None if why is None else said is not None and why in said


def test_layout_alone_does_not_make_another_draft() -> None:
    assert digest_of("第一条　目的\n\n第二条") == digest_of("第一条 目的\r\n第二条 ")
    assert digest_of("第一条") != digest_of("第二条")
    assert digest_of(" \n") == ""


def test_silence_is_never_consent() -> None:
    for limit in LegalityReview.limits():
        text = limit.on_expiry.text if isinstance(limit.on_expiry, Consequence) else limit.on_expiry.help
        assert "不视为同意" in text or "不表示同意" in text or "反馈" in text


def test_every_choice_that_is_not_law_names_its_source() -> None:
    assert {choice.mark for choice in DEFAULTS.values()} <= {"P", "M"}
    assert all(choice.source and choice.label for choice in DEFAULTS.values())


@pytest.mark.skipif("YIFA_LAWS_DIR" not in os.environ, reason="needs a folder of acts named by YIFA_LAWS_DIR")
def test_every_key_word_stands_in_its_provision() -> None:
    from yifa.law.corpus import LawText, read_library

    texts = {
        (text.title, text.promulgated): text
        for text in read_library(Path(os.environ["YIFA_LAWS_DIR"]))
        if isinstance(text, LawText)
    }
    for basis in (*bases_of(LegalityReview), *bases_of(AgendaItem)):
        found = texts.get((basis.act.title, (basis.act.pinned or basis.act.latest).promulgated))
        if found is not None and basis.key is not None:
            part = found.by_key[basis.key].part(basis.paragraph, basis.item_number)
            assert part is not None, basis
            assert [word for word in basis.key_words if word not in part] == [], basis


@pytest.mark.data
def test_a_county_organ_reviews_for_its_government_and_for_its_townships(county: County) -> None:
    assert reviewing_organ(county.government) == county.bureau
    assert reviewing_organ(county.township) == county.bureau
    assert reviewing_organ(county.finance) == county.finance
    assert reviewing_organ(None) is None
