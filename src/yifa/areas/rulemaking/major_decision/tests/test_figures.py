"""The figures of decisions and of the catalogue, each with its own denominator."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yifa.areas.rulemaking.consultation.register import ConsultationOpinions
from yifa.areas.rulemaking.decision_catalogue.procedure import DecisionCatalogue
from yifa.areas.rulemaking.major_decision.procedure import MajorDecision
from yifa.areas.rulemaking.major_decision.tests.conftest import ITEM, County, fresh
from yifa.kernel.figure import Value, Window
from yifa.office.models import Organ

pytestmark = pytest.mark.data
SECOND = ITEM | {"no": "2", "name": "县域水网建设规划", "kind": "plan"}


def year_of(number: int = 2025) -> Window:
    """A year over all organs."""
    return Window.year(number, Organ.objects.values_list("pk", flat=True))


def value(code: str, owner: Any = MajorDecision, year: int = 2025) -> Value:
    """A figure over a year."""
    figure = next(f for f in owner.figures() if f.code == code)
    found: Value = figure.value(year_of(year))
    return found


def technical(county: County, *, argued: bool) -> None:
    """A technical decision, with or without experts; the township may explain why there were none."""
    organ = county.government if argued else county.township
    case = county.consulted(organ, highly_technical=True)
    if argued:
        experts = [{"name": "赵一二", "unit": "某大学", "interest": "no", "signed": "yes"}]
        told = {
            "experts": experts,
            "expert_form": "meeting",
            "expert_opinion": "可行。",
            "expert_adoption": "全部采纳。",
        }
        county.take(case, "argue", "2025-04-04", told)
    county.opine(county.sent(case))
    step = case.declaration.step("submit")
    reasons = {n: "情况说明" for n, c in enumerate(step.conditions, 1) if c.qualified and "专家论证" in c.text}
    county.take(case, "submit", "2025-04-21", overrides={} if argued else reasons)
    county.adopted(case)


def test_rates_have_their_own_denominators(county: County) -> None:
    county.adopted(county.submitted())
    technical(county, argued=True)
    technical(county, argued=False)
    assert value("md_decided").value == 3
    assert value("md_expert_rate") == Value(Decimal("50.00"), Decimal(1), Decimal(2))
    assert value("md_risk_rate").value is None
    assert value("md_public_participation_rate").value == 100
    assert value("md_collective_rate").value == 100
    assert value("md_legal_review_rate").value == 100


def test_the_review_rate_counts_decisions_made_without_review_in_its_denominator(county: County) -> None:
    county.adopted(county.submitted())
    case = county.consulted(county.township)
    county.take(case, "send_review", "2025-04-07", {"procedure_statement": "已经征求意见。"}, to="县司法局")
    review = county.review_of(case)
    county.opine(review, conclusion="not_in_scope")
    step = case.declaration.step("submit")
    reasons = {n: "属于内部安排" for n, c in enumerate(step.conditions, 1) if c.qualified and "合法性审查" in c.text}
    county.take(case, "submit", "2025-04-21", overrides=reasons)
    said = {
        "meeting": "office", "meeting_no": "第三次", "attendance": 6, "head_spoke_last": True, "majority": "approve",
        "meeting_record": "讨论。",
    }  # fmt: skip
    county.take(case, "discuss", "2025-04-24", said)
    adopt = case.declaration.step("adopt")
    reasons = {n: "属于内部安排" for n, c in enumerate(adopt.conditions, 1) if c.qualified and "合法性审查" in c.text}
    county.take(case, "adopt", "2025-04-24", {"result": "approved", "decision_text": "通过。"}, overrides=reasons)
    assert value("md_legal_review_rate") == Value(Decimal("50.00"), Decimal(1), Decimal(2))


def test_the_catalogue_counts_what_was_last_published(county: County) -> None:
    case = county.catalogue(2025, ITEM, SECOND)
    county.catalogue(2025, ITEM, organ=county.township)
    assert value("md_catalogue_count", DecisionCatalogue).value == 2
    assert value("md_catalogue_sub", DecisionCatalogue).value == 1
    county.take(case, "adjust", "2025-07-01", {"adjust_reason": "水网规划转入下一年度"})
    moved = SECOND | {"status": "transferred_next_year", "note": "资金未落实"}
    county.take(case, "draft", "2025-07-03", {"items": [ITEM, moved]})
    assert value("md_catalogue_count", DecisionCatalogue).value == 2, "the adjustment is not published yet"
    county.take(case, "deliberate", "2025-07-10", {"meeting": "standing", "meeting_no": "第四十次"})
    county.take(case, "consent", "2025-07-14", {"party_consent_no": "洪委〔2025〕20号"})
    county.take(case, "announce", "2025-07-15", {"published_url": "https://example.gov.cn/mulu2"})
    assert value("md_catalogue_count", DecisionCatalogue).value == 1
    assert value("md_taken_out", DecisionCatalogue).value == 1


def test_items_taken_out_leave_the_denominator_of_the_finish_rate(county: County) -> None:
    third = ITEM | {"no": "3", "name": "东河防洪工程", "kind": "project"}
    moved = SECOND | {"status": "withdrawn", "note": "不再实施"}
    county.catalogue(2025, ITEM, moved, third)
    case = county.started(off_catalogue_reason="", catalogue_year=2025, catalogue_item="1")
    texts = {"draft": "草案。", "explanation": "说明。", "legal_basis": "依据。"}
    flags = dict.fromkeys(
        ("affects_market", "highly_technical", "stability_risk", "public_concern", "other_units"), False
    )
    county.take(case, "prepare", "2025-03-02", texts | flags)
    county.solicit(case)
    county.take(case, "close_consultation", "2025-04-03", {"adoption_summary": "没有收到意见。"})
    county.opine(county.sent(case))
    county.take(case, "submit", "2025-04-21")
    county.adopted(fresh(case))
    assert value("md_finish_rate") == Value(Decimal("50.00"), Decimal(1), Decimal(2))


def test_evaluations_and_corrections_are_counted(county: County) -> None:
    case = county.published(county.adopted(county.submitted()))
    county.take(case, "corrected", "2025-06-03", who="洪河市人民政府", kind="ordered", what="补正程序")
    asked = {"eval_trigger": "necessary", "evaluator": "某大学", "eval_third_party": True}
    county.take(case, "begin_evaluation", "2025-10-09", asked)
    county.take(case, "finish_evaluation", "2025-11-20", {"eval_report": "达到预期。", "eval_action": "continue"})
    assert (value("md_revoked_count").value, value("md_post_eval_count").value) == (1, 1)


def test_opinions_are_counted_by_what_they_are_about(county: County) -> None:
    case = county.consulted()
    county.opinion(case, 3, received_on="2025-04-10")
    window = year_of()
    figures = {figure.code: figure.value(window) for figure in ConsultationOpinions.figures()}
    assert figures["md_opinions_count"].value == 3
    assert figures["md_opinions_open"].value == 1
    assert figures["md_opinion_adopt_rate"] == Value(Decimal("50.00"), Decimal(1), Decimal(2))
    assert figures["nd_opinions_count"].value == 0
    assert date(2025, 1, 1) == window.since


def test_what_was_ended_before_it_was_issued_is_no_decision(county: County) -> None:
    county.adopted(county.submitted())
    stopped = county.adopted(county.submitted())
    county.take(stopped, "terminate", "2025-05-06", {"outcome_reason": "县委不同意出台。"})
    assert fresh(stopped).stage == "terminated"
    assert value("md_decided").value == 1
    assert value("md_legal_review_rate") == Value(Decimal("100.00"), Decimal(1), Decimal(1))
