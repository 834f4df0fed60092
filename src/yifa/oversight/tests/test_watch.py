"""Running models: nothing is doubled, judgements stay, what no longer holds is marked, confirmed hits become clues."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from yifa.kernel.models import Case, Link
from yifa.office import scope
from yifa.oversight import judging, score
from yifa.oversight.clues import all_clues, clue_of
from yifa.oversight.models import Hit, HitState, Judgement, WatchRun
from yifa.oversight.tests.conftest import NOW, TODAY, County
from yifa.oversight.watch import Tally, looks, run

pytestmark = pytest.mark.data


def ran(model: str, on: date = TODAY) -> Tally:
    clue = clue_of(model)
    assert clue is not None
    return run(clue, on, NOW)


def test_every_model_says_what_it_is_and_has_a_basis_thresholds_and_a_label() -> None:
    clues = all_clues()
    assert len(clues) >= 50
    assert len({clue.label for clue in clues}) == len(clues)
    for clue in clues:
        assert clue.basis, clue.code
        assert clue.looks_at, clue.code
        assert all(choice.source for choice in clue.choices()), clue.code


def test_every_model_can_run_on_an_empty_place(county: County) -> None:
    for clue in all_clues():
        if not clue.missing:
            assert run(clue, TODAY, NOW).found == 0, clue.code


def test_a_second_run_doubles_nothing(county: County) -> None:
    county.penalty(corrective_order="")
    assert (ran("no_correction_order").new, ran("no_correction_order").new) == (1, 0)
    assert Hit.objects.count() == 1
    assert WatchRun.objects.count() == 2


def test_a_hit_that_no_longer_holds_is_marked_and_comes_back(county: County) -> None:
    case = county.penalty(corrective_order="")
    ran("no_correction_order")
    case.corrective_order = "停止违法行为"
    case.save()
    assert ran("no_correction_order").gone == 1
    assert Hit.objects.get().gone_on == TODAY
    case.corrective_order = ""
    case.save()
    assert (ran("no_correction_order").gone, Hit.objects.get().gone_on) == (0, None)


def test_the_sentence_of_a_new_hit_follows_the_record_and_that_of_a_judged_one_stays(county: County) -> None:
    case = county.penalty(noticed_fine=15000)
    ran("heavier_after_statement")
    case.noticed_fine = 16000
    case.save()
    ran("heavier_after_statement")
    assert "16000元" in Hit.objects.get().explanation
    judging.confirm(Hit.objects.get(), county.supervisor, NOW)
    case.noticed_fine = 17000
    case.save()
    ran("heavier_after_statement")
    assert "16000元" in Hit.objects.get().explanation


def test_a_rejected_hit_stays_rejected_with_its_reason(county: County) -> None:
    county.penalty(corrective_order="")
    ran("no_correction_order")
    judging.reject(Hit.objects.get(), county.supervisor, NOW, "当场已经改正，见现场笔录。")
    ran("no_correction_order")
    hit = Hit.objects.get()
    assert (hit.state, hit.reason, hit.judged_by) == (
        HitState.REJECTED,
        "当场已经改正，见现场笔录。",
        county.supervisor,
    )


def test_rejecting_needs_a_reason_and_nobody_says_the_same_twice(county: County) -> None:
    county.penalty(corrective_order="")
    ran("no_correction_order")
    hit = Hit.objects.get()
    with pytest.raises(judging.NotJudged, match="没有写理由"):
        judging.reject(hit, county.supervisor, NOW, "  ")
    judging.confirm(hit, county.supervisor, NOW)
    with pytest.raises(judging.NotJudged, match="已经确认"):
        judging.confirm(hit, county.supervisor, NOW)


def test_a_confirmed_hit_becomes_a_clue_at_the_supervision_body_tied_to_the_case(county: County) -> None:
    case = county.penalty(corrective_order="", number="洪市监罚〔2026〕1号")
    ran("no_correction_order")
    hit = judging.confirm(Hit.objects.get(), county.supervisor, NOW, supervise=True)
    opened = Case.objects.get(procedure="supervision_case")
    record = opened.record
    assert (hit.supervision, opened.organ, record.target_organ) == (opened, county.bureau, county.market)
    assert (record.clue_source, record.clue_model, record.target_number) == ("model", "只罚不改", "洪市监罚〔2026〕1号")
    assert "《行政处罚法》第二十八条第一款" in record.clue_text
    assert Link.objects.filter(source=opened, target_id=case.pk).exists()
    with pytest.raises(judging.NotJudged, match="已经据此登记监督线索"):
        judging.reject(hit, county.supervisor, NOW, "误报")


def test_what_was_said_is_kept_and_cannot_be_changed(county: County) -> None:
    county.penalty(corrective_order="")
    ran("no_correction_order")
    hit = judging.confirm(Hit.objects.get(), county.supervisor, NOW)
    judging.reject(hit, county.supervisor, NOW, "复核后认为不成立")
    assert [each.state for each in Judgement.objects.all()] == ["rejected", "confirmed"]
    with pytest.raises(IntegrityError, match="核查记录"), transaction.atomic():
        Judgement.objects.update(reason="改")
    with pytest.raises(IntegrityError, match="监督模型命中"), transaction.atomic():
        Hit.objects.all()._raw_delete("default")


def test_only_supervisors_see_hits(county: County) -> None:
    county.penalty(corrective_order="", organ=county.city)
    ran("no_correction_order")
    with scope.of(county.supervisor, TODAY):
        assert Hit.objects.count() == 1
    with scope.of(county.handler, TODAY):
        assert Hit.objects.count() == 0


def test_a_place_sets_its_own_thresholds(county: County, settings: object, tmp_path: object) -> None:
    settings.HOME = tmp_path  # type: ignore[attr-defined]
    (tmp_path / "places" / "130999").mkdir(parents=True)  # type: ignore[operator]
    own = '[idle_days]\nvalue = 30\nsource = "洪司发〔2026〕3号"\n'
    (tmp_path / "places" / "130999" / "clues.toml").write_text(own, encoding="utf-8")  # type: ignore[operator]
    mine, rest = looks(TODAY)
    assert (mine.number("idle_days"), rest.number("idle_days")) == (30, 180)
    assert mine.organs == {o.pk for o in (county.government, county.bureau, county.market, county.city)}


def test_a_model_is_scored_against_labels(county: County) -> None:
    county.penalty(corrective_order="", party_name="洪河县甲公司")
    county.penalty(corrective_order="", party_name="洪河县乙公司")
    ran("no_correction_order")
    labels = [("no_correction_order", "甲公司", ""), ("no_correction_order", "丙公司", "")]
    (one,) = score.scored(labels)
    assert (one.planted, one.found, one.missed, one.hits, one.right) == (2, 1, ["丙公司"], 2, 1)
    assert (one.precision, one.recall) == (50, 50)
    assert "乙公司" in one.false[0]


def test_precision_on_the_desk_counts_only_what_was_judged(county: County) -> None:
    for _ in range(3):
        county.penalty(corrective_order="")
    ran("no_correction_order")
    first, second, _ = Hit.objects.order_by("pk")
    judging.confirm(first, county.supervisor, NOW)
    judging.reject(second, county.supervisor, NOW, "误报")
    mine = score.judged()["no_correction_order"]
    assert (mine.found, mine.new, mine.precision) == (3, 1, 50)
