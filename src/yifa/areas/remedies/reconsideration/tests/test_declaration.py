"""What the declaration says, held against the acts: coverage, versions, and the traps of reconsideration."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from yifa.areas.remedies.reconsideration.acts import L
from yifa.areas.remedies.reconsideration.choices import CORRECTED, DecisionKind
from yifa.areas.remedies.reconsideration.defaults import DEFAULTS
from yifa.areas.remedies.reconsideration.procedure import (
    Reconsideration,
    Reconsideration2026,
    ReconsiderationReply,
    ReconsiderationReply2026,
)
from yifa.areas.remedies.reconsideration.titles import title_of
from yifa.clock import Unit
from yifa.kernel.clocks import starts_of
from yifa.kernel.declare import Consequence, Procedure
from yifa.kernel.faults import bases_of, faults
from yifa.kernel.scenario_values import blank_record
from yifa.law import Basis
from yifa.office.roles import Role

REGULATION = "行政复议法实施条例"
VERSIONS = (Reconsideration, Reconsideration2026, ReconsiderationReply, ReconsiderationReply2026)
OLD, NEW = (Reconsideration, ReconsiderationReply), (Reconsideration2026, ReconsiderationReply2026)


def regulations(procedure: type[Procedure]) -> set[int]:
    """The years of the versions of the implementing regulation that a procedure cites."""
    cited = [basis.act.pinned for basis in bases_of(procedure) if basis.act.title == REGULATION]
    return {version.promulgated.year for version in cited if version and version.promulgated}


@pytest.mark.parametrize("procedure", VERSIONS)
def test_the_declaration_has_no_fault(procedure: type[Procedure]) -> None:
    assert faults(procedure) == []


def test_every_article_of_the_act_is_expressed_or_omitted_with_a_reason_and_none_is_both() -> None:
    omitted = {entry.basis.article for entry in Reconsideration.omitted}
    expressed: set[int | None] = {90}  # 施行日期: `since` and `version_basis`
    for procedure in VERSIONS:
        left_out = {entry.basis for entry in procedure.omitted}
        expressed |= {b.article for b in bases_of(procedure) if b.act.title == L.title and b not in left_out}
    assert expressed | omitted == set(range(1, 91))
    assert expressed & omitted == set()
    assert all(entry.reason for entry in Reconsideration.omitted)


def test_every_article_of_the_regulation_of_2026_is_expressed_or_omitted_with_a_reason_and_none_is_both() -> None:
    omitted = {entry.basis.article for entry in Reconsideration2026.omitted if entry.basis.act.title != L.title}
    expressed: set[int | None] = {77}  # 施行日期: `since` and `version_basis`
    for procedure in NEW:
        left_out = {entry.basis for entry in procedure.omitted}
        expressed |= {b.article for b in bases_of(procedure) if b.act.title == REGULATION and b not in left_out}
    assert expressed | omitted == set(range(1, 78))
    assert expressed & omitted == set()


@pytest.mark.parametrize("procedure", OLD)
def test_before_july_2026_only_the_regulation_of_2007_is_cited(procedure: type[Procedure]) -> None:
    assert regulations(procedure) <= {2007}


@pytest.mark.parametrize("procedure", NEW)
def test_since_july_2026_only_the_regulation_of_2026_is_cited(procedure: type[Procedure]) -> None:
    assert regulations(procedure) == {2026}


@pytest.mark.skipif("YIFA_LAWS_DIR" not in os.environ, reason="needs a folder of acts named by YIFA_LAWS_DIR")
def test_every_key_word_stands_in_its_provision() -> None:
    from yifa.law.corpus import LawText, read_library

    texts = {}
    for text in read_library(Path(os.environ["YIFA_LAWS_DIR"])):
        if isinstance(text, LawText) and text.title in ("行政复议法", "行政复议法实施条例", "行政诉讼法"):
            texts[(text.title, text.promulgated)] = text
    for procedure in VERSIONS:
        for basis in bases_of(procedure):
            version = basis.act.pinned or basis.act.latest
            found = texts.get((basis.act.title, version.promulgated))
            if found is not None and basis.key is not None:
                assert _wrong(basis, found) == []


def _wrong(basis: Basis, text: object) -> list[str]:
    article = text.by_key[basis.key]  # type: ignore[attr-defined]
    part = article.part(basis.paragraph, basis.item_number)
    return [str(basis)] if part is None else [word for word in basis.key_words if word not in part]


def test_each_limit_of_the_law_reference_is_declared() -> None:
    refs = {limit.ref for procedure in VERSIONS for limit in procedure.limits()}
    assert refs - {""} == {f"REC-T{number:02}" for number in range(1, 27)}


def test_three_five_seven_and_ten_days_are_working_days_and_the_longer_ones_are_not() -> None:
    for procedure in VERSIONS:
        for limit in procedure.limits():
            if limit.promised or callable(limit.period) or limit.period.unit in (Unit.YEAR, Unit.MONTH):
                continue
            short = limit.period.amount <= 10
            assert (limit.period.unit is Unit.WORKING_DAY) is short, limit.label


def test_an_extension_is_approved_by_the_head_of_the_agency_and_only_in_the_ordinary_procedure() -> None:
    assert Reconsideration.extend.approved_by == (Role.AGENCY_HEAD,)
    assert Reconsideration.convert.approved_by == (Role.AGENCY_HEAD,)
    assert Role.ORGAN_HEAD in Reconsideration.decide.approved_by
    assert Reconsideration.conclude_simplified.extension is None


def test_the_reply_cannot_be_extended_and_silence_counts_as_no_evidence() -> None:
    for limit in (Reconsideration.reply, Reconsideration.reply_simplified, ReconsiderationReply.reply_in_time):
        assert limit.extension is None
        assert isinstance(limit.on_expiry, Consequence)
        assert "视为该行政行为没有证据" in limit.on_expiry.text


def test_rejecting_a_claim_is_a_decision_and_rejecting_an_application_is_not() -> None:
    assert DecisionKind.REJECT_CLAIM == "reject_claim"
    assert Reconsideration.reject_application.label == "驳回申请"
    assert set(DecisionKind.values) - set(CORRECTED) == {"uphold", "reject_claim"}


def test_a_review_of_the_document_runs_from_the_suspension() -> None:
    for procedure in (Reconsideration, Reconsideration2026):
        assert starts_of(procedure.norm_deal) == ["中止（附带审查）"]
        assert starts_of(procedure.norm_forward) == ["中止（附带审查）"]


def test_the_letter_of_opinion_is_the_organs_and_has_a_term_the_letter_of_advice_is_the_agencys_and_has_none() -> None:
    assert Reconsideration.opinion.document is not None
    assert Reconsideration.advice.document is not None
    assert (Reconsideration.opinion.document.seal, Reconsideration.advice.document.seal) == ("organ", "agency")
    assert not [limit for limit in Reconsideration.limits() if Reconsideration.advice in limit.since]


def test_the_decision_takes_effect_when_it_is_served() -> None:
    fields = {reference.field.name for reference, _ in Reconsideration.serve.sets}
    assert "effective_on" in fields


def test_only_since_july_2026_materials_are_handed_over_within_five_days() -> None:
    assert "hand_over_in_time" not in Reconsideration.parts
    assert Reconsideration2026.limit("REC-T24").period.amount == 5


def test_a_running_case_counts_the_days_of_the_petition_for_elevation_only_since_july_2026() -> None:
    assert "报请提级期间" not in [span.label for span in Reconsideration.conclude.excludes]
    assert "报请提级期间" in [span.label for span in Reconsideration2026.conclude.excludes]


def test_what_the_law_leaves_open_is_stated_with_its_source() -> None:
    assert {choice.mark for choice in DEFAULTS.values()} <= {"M", "P"}
    assert all(choice.source and choice.label for choice in DEFAULTS.values())


@pytest.mark.parametrize(
    ("people", "count", "title"),
    [
        ([{"name": "王五", "kind": "citizen"}], 1, "王某不服洪河县公安局行政处罚"),
        ([{"name": "欧阳娜娜"}, {"name": "赵六"}], 2, "欧阳某等2人不服洪河县公安局行政处罚"),
        ([{"name": "王五"}], 38, "王某等38人不服洪河县公安局行政处罚"),
        (
            [{"name": "洪河县丰收农资有限公司", "kind": "legal_person"}],
            1,
            "洪河县丰收农资有限公司不服洪河县公安局行政处罚",
        ),
        ([], 1, "申请人不服洪河县公安局行政处罚"),
    ],
)
def test_a_title_masks_citizens_and_counts_them(people: list[dict[str, str]], count: int, title: str) -> None:
    record = blank_record(Reconsideration, "洪河县人民政府")
    record.respondent = blank_record(Reconsideration, "洪河县公安局").organ
    record.applicants, record.applicant_count, record.act_kind = people, count, "penalty"
    assert title_of(record) == title


def test_nobody_is_asked_for_age_workplace_or_postcode() -> None:
    columns = {column.label for column in Reconsideration.model._meta.get_field("applicants").columns}  # type: ignore[union-attr]
    assert not {label for label in columns if "年龄" in label or "单位" in label or "邮" in label}


def test_the_governing_version_changes_on_the_first_of_july_2026() -> None:
    from yifa.kernel.declare import PROCEDURES

    for key in ("reconsideration", "reconsideration_reply"):
        assert PROCEDURES.on(key, date(2026, 6, 30)).since == date(2024, 1, 1)
        assert PROCEDURES.on(key, date(2026, 7, 1)).since == date(2026, 7, 1)
