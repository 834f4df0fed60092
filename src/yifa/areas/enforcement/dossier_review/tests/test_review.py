"""A round of dossier review as it is recorded: the draw, two reviewers, the body's objection, the result."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from yifa.areas.enforcement.dossier_review import sampling
from yifa.areas.enforcement.dossier_review.batch import DossierReview
from yifa.areas.enforcement.dossier_review.dossier import DossierScore
from yifa.areas.enforcement.dossier_review.models import DossierScoreCase, ReviewedDossier
from yifa.areas.enforcement.dossier_review.register import enter_results
from yifa.areas.enforcement.dossier_review.results import by_body
from yifa.areas.enforcement.dossier_review.sheet import sheet_for
from yifa.areas.enforcement.dossier_review.tests.conftest import SECRET, County, begun, drawn, frame, fresh, scores
from yifa.cli.dossier_draw import command
from yifa.kernel.declare import Procedure
from yifa.kernel.faults import faults
from yifa.kernel.figure import Window
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case, Clock, Paper
from yifa.kernel.rules import Refused
from yifa.office.roles import Role
from yifa.papers import store
from yifa.text.docx import docx_to_text

pytestmark = pytest.mark.data

NOON = datetime.fromisoformat("2026-09-01T12:00:00+08:00")


def scored(county: County, case: Case, first: dict[str, str], second: dict[str, str], veto: str = "") -> None:
    """Two people score a dossier; it is settled."""
    kind = fresh(case).kind
    other = county.people[county.bureau.pk], county.person(f"评查员{case.pk}", county.bureau, Role.REVIEWER)
    vetoes = [veto] if veto else []
    county.take(
        case, "score_first", "2026-07-13", {"first_scores": scores(kind, **first), "first_vetoes": vetoes}, by=other[0]
    )
    county.take(
        case, "score_second", "2026-07-14", {"second_scores": scores(kind, **second), "second_vetoes": vetoes},
        by=other[1],
    )  # fmt: skip
    county.take(case, "settle", "2026-07-15")


def concluded(county: County) -> Case:
    """A round with one failed dossier and the rest clean, concluded on 2026-07-29."""
    batch, dossiers = drawn(county)
    for number, one in enumerate(dossiers):
        item = "P11" if fresh(one).kind == "penalty" else "I05"
        if number == 0:
            veto = "PV4" if fresh(one).kind == "penalty" else "IV1"
            scored(county, one, {item: "4"}, {item: "4"}, veto)
        else:
            scored(county, one, {}, {})
    county.take(batch, "feed_back", "2026-07-20")
    county.take(batch, "conclude", "2026-07-29", {"summary": "总体较好。"})
    return fresh(batch)


@pytest.mark.parametrize("procedure", [DossierReview, DossierScore])
def test_the_declaration_has_no_fault(procedure: type[Procedure]) -> None:
    assert faults(procedure) == []


def test_the_draw_takes_so_many_of_each_body_and_kind_and_opens_a_case_for_each(county: County) -> None:
    batch, dossiers = drawn(county)
    assert Counter((row["organ"], row["kind"]) for row in batch.sample) == Counter(
        dict.fromkeys([(o.name, k) for o in (county.city, county.market) for k in ("penalty", "inspection")], 2)
    )
    assert [fresh(one).dossier_code for one in dossiers] == [row["code"] for row in batch.sample]
    assert {fresh(one).body_id for one in dossiers} == {county.city.pk, county.market.pk}


def test_an_outsider_draws_the_same_from_the_published_file(county: County, tmp_path: Path) -> None:
    batch, _ = drawn(county)
    file = tmp_path / "抽取.json"
    told = sampling.published(batch)
    file.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    assert CliRunner().invoke(command, ["check", str(file)]).exit_code == 0
    for part, changed in (
        ("public_value", "1"), ("sample", told["sample"][::-1]), ("frame", told["frame"][1:]), ("secret", "ab" * 32),
    ):  # fmt: skip
        assert sampling.differences(told | {part: changed}), part


def test_another_public_value_draws_others(county: County) -> None:
    rows = frame(county, 50)
    first = [row["code"] for row in sampling.sample(rows, 5, SECRET, "1")]
    assert first == [row["code"] for row in sampling.sample(list(reversed(rows)), 5, SECRET, "1")]
    assert first != [row["code"] for row in sampling.sample(rows, 5, SECRET, "2")]


def test_the_list_comes_from_the_books_without_parties(county: County) -> None:
    Case.objects.create(
        procedure="penalty", version=date(2021, 7, 15), organ=county.city, stage="closed", number="洪城罚〔2026〕9号",
        title="张三丰无证经营案", opened_on=date(2026, 2, 2), closed_on=date(2026, 3, 2),
    )  # fmt: skip
    case = begun(county)
    mine = [row for row in case.frame if row["code"] == "洪城罚〔2026〕9号"]
    assert [row["kind"] for row in mine] == ["penalty"]
    assert "张三丰" not in json.dumps(case.frame, ensure_ascii=False)
    county.take(case, "draw", "2026-07-10", {"secret": SECRET, "public_value": "1"})
    assert sampling.differences(sampling.published(fresh(case))) == []


def test_a_draw_is_neither_repeated_nor_done_with_another_secret(county: County) -> None:
    case = begun(county)
    with pytest.raises(Refused, match="密值与承诺时公布的摘要不符"):
        county.take(case, "draw", "2026-07-10", {"secret": "00" * 32, "public_value": "1"})
    with pytest.raises(Refused, match="最早次日抽取"):
        county.take(case, "draw", "2026-07-08", {"secret": SECRET, "public_value": "1"})
    county.take(case, "draw", "2026-07-10", {"secret": SECRET, "public_value": "1"})
    with pytest.raises(Refused):
        county.take(case, "draw", "2026-07-11", {"secret": SECRET, "public_value": "2"})


def test_the_same_person_does_not_score_twice(county: County) -> None:
    _, dossiers = drawn(county)
    kind = fresh(dossiers[0]).kind
    county.take(dossiers[0], "score_first", "2026-07-13", {"first_scores": scores(kind)})
    with pytest.raises(Refused, match="不得由同一人办理"):
        county.take(dossiers[0], "score_second", "2026-07-14", {"second_scores": scores(kind)})


def test_feedback_waits_until_every_dossier_is_scored(county: County) -> None:
    batch, dossiers = drawn(county)
    scored(county, dossiers[0], {}, {})
    with pytest.raises(Refused, match="反馈机关"):
        county.take(batch, "feed_back", "2026-07-20")


def test_results_per_body_come_with_the_denominator(county: County) -> None:
    batch = concluded(county)
    results = by_body(DossierScoreCase.objects.filter(batch=batch))
    told = {one.body: (one.dossiers, one.passed, one.rate_text) for one in results}
    assert sorted(told.values()) == [(4, 3, "75.00%（3／4）"), (4, 4, "100.00%（4／4）")]
    rate = DossierScore.dr_pass_rate.value(Window.year(2026, [county.bureau.pk]))
    assert (rate.value, rate.numerator, rate.denominator) == (Decimal("87.50"), 7, 8)
    paper = Paper.objects.get(case=batch, title="行政执法案卷评查情况通报")
    text = docx_to_text(store.read(paper.digest), paper.name)
    assert "87.50%（7／8）" in text
    assert "75.00%（3／4）" in text


def test_the_result_waits_for_the_objection_window(county: County) -> None:
    batch, dossiers = drawn(county)
    for one in dossiers:
        scored(county, one, {}, {})
    county.take(batch, "feed_back", "2026-07-20")
    with pytest.raises(Refused):
        county.take(batch, "conclude", "2026-07-24", {"summary": "总体较好。"})


def test_an_objection_is_rechecked_by_the_head_and_may_change_the_grade(county: County) -> None:
    batch, dossiers = drawn(county)
    head = county.person("监督机构负责人", county.bureau, Role.AGENCY_HEAD)
    one = dossiers[0]
    kind = fresh(one).kind
    item = {"penalty": {"P03": "0", "P04": "0"}, "inspection": {"I04": "0"}}[kind]
    scored(county, one, item, item)
    for other in dossiers[1:]:
        scored(county, other, {}, {})
    county.take(batch, "feed_back", "2026-07-20")
    before = fresh(one).points
    county.take(one, "object", "2026-07-21", {"objection": "证据在副卷中"})
    with pytest.raises(Refused, match="异议还没有复核"):
        county.take(batch, "conclude", "2026-07-29", {"summary": "总体较好。"})
    with pytest.raises(Refused, match="应当重新填写会商评分"):
        county.take(one, "recheck", "2026-07-22", {"recheck": "upheld", "agreed_why": "证据完整"}, by=head)
    county.take(
        one, "recheck", "2026-07-22",
        {"recheck": "upheld", "agreed_why": "证据完整", "agreed_scores": scores(kind), "agreed_vetoes": []}, by=head,
    )  # fmt: skip
    assert before < fresh(one).points == Decimal(100)
    assert fresh(one).problems == []


def test_a_failed_dossier_goes_to_supervision_with_its_case_and_into_the_register(county: County) -> None:
    batch = concluded(county)
    failed = DossierScoreCase.objects.get(grade="fail")
    county.take(failed, "to_supervision", "2026-07-30")
    clue = linked_case(failed, "supervision_case", county.bureau)
    assert clue is not None
    assert (fresh(clue).clue_source, fresh(clue).target_number) == ("dossier", failed.dossier_code)
    with pytest.raises(Refused, match="还有8卷没有整改完毕"):
        county.take(batch, "close", "2026-07-31")
    county.take(failed, "rectified", "2026-08-20", {"rectification": "已补充制作文书"})
    for one in DossierScoreCase.objects.exclude(pk=failed.pk):
        county.take(one, "archive", "2026-08-20")
    county.take(fresh(batch), "close", "2026-08-21")
    assert enter_results(fresh(batch), by=county.people[county.bureau.pk], at=NOON) == 8
    assert enter_results(fresh(batch), by=county.people[county.bureau.pk], at=NOON) == 0
    entry = ReviewedDossier.objects.get(grade="fail")
    assert entry.rectified_on == date(2026, 8, 20)
    assert any("否决项" in problem for problem in entry.problems)


def test_a_passed_dossier_goes_to_supervision_only_when_it_was_not_put_right_in_time(county: County) -> None:
    batch, dossiers = drawn(county)
    for one in dossiers:
        item = {"P11" if fresh(one).kind == "penalty" else "I05": "4"} if one == dossiers[0] else {}
        scored(county, one, item, item)
    county.take(batch, "feed_back", "2026-07-20")
    county.take(batch, "conclude", "2026-07-29", {"summary": "总体较好。"})
    last = Clock.objects.get(case=dossiers[0], limit="rectify_in_time").due
    assert last == date(2026, 8, 28)
    with pytest.raises(Refused, match="整改期限也没有届满"):
        county.take(dossiers[0], "to_supervision", "2026-08-28")
    county.take(dossiers[0], "to_supervision", "2026-08-31")


@pytest.mark.parametrize("kind", ["penalty", "summary", "licence", "coercion", "inspection"])
def test_every_kind_has_a_sheet_of_a_hundred_points_with_vetoes(kind: str) -> None:
    sheet = sheet_for(kind)
    assert sum(item.points for item in sheet.items) == 100
    assert sheet.vetoes
    assert all("第" in item.basis for item in (*sheet.items, *sheet.vetoes))
