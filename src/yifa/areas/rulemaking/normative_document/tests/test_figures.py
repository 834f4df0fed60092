"""The figures of documents: what each counts, and that the stock follows from the flows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yifa.areas.rulemaking.normative_document.procedure import NormativeDocument as N
from yifa.areas.rulemaking.normative_document.tests.conftest import LATE, County, fresh
from yifa.kernel.figure import Window
from yifa.kernel.ticking import tick


def windows(county: County) -> tuple[Window, Window]:
    organs = [county.government.pk, county.civil.pk, county.town.pk]
    return Window.year(2025, organs), Window.year(2026, organs)


def number(figure: object, window: Window) -> Decimal | None:
    value: Decimal | None = figure.value(window).value  # type: ignore[attr-defined]
    return value


def test_in_force_at_the_end_is_what_was_plus_issued_less_ended(county: County) -> None:
    county.published(county.government)
    county.published(county.civil, name="洪河县临时救助实施细则", valid_until=date(2025, 12, 31))
    ended = county.published(county.town, name="柳林镇集贸市场秩序管理规定")
    said = {
        "ended_how": "repealed",
        "ended_on": date(2025, 11, 3),
        "ended_by": "镇长办公会",
        "end_reason": "上位法修改",
    }
    county.take(ended, "repealed", "2025-11-03", said)
    year, following = windows(county)
    assert (number(N.nd_issued, year), number(N.nd_repealed, year), number(N.nd_in_force, year)) == (3, 1, 2)
    assert (number(N.nd_issued, following), number(N.nd_repealed, following)) == (0, 1)
    assert number(N.nd_in_force, following) == 1
    list(tick(LATE))
    assert number(N.nd_repealed, following) == 1
    assert number(N.nd_expired, following) == 1
    assert number(N.nd_abolished, year) == 1


def test_filing_rates_look_at_every_filing_of_a_document(county: County) -> None:
    government = county.published(county.government)
    county.take(government, "file_superior", "2025-04-28")
    late = county.published(county.civil, name="洪河县临时救助实施细则")
    county.take(late, "file_government", "2025-06-03")
    intime = county.published(county.town, name="柳林镇集贸市场秩序管理规定")
    county.take(intime, "file_government", "2025-04-28")
    year, _ = windows(county)
    assert number(N.nd_filing_due, year) == 3
    assert list(N.nd_filed.rows(year)) == [fresh(late), fresh(intime)]
    assert list(N.nd_filed_in_time.rows(year)) == [fresh(intime)]
    assert number(N.nd_filing_rate, year) == Decimal("66.67")
    assert number(N.nd_filing_timely_rate, year) == Decimal("33.33")
    assert number(N.nd_filing_norm_rate, year) == 100


def test_what_is_not_yet_due_for_filing_counts_nowhere(county: County) -> None:
    county.published(county.civil, name="洪河县临时救助实施细则")
    organs = (county.civil.pk,)
    assert number(N.nd_filing_due, Window(date(2025, 1, 1), date(2025, 4, 25), organs)) == 0
    assert number(N.nd_filing_due, Window(date(2025, 1, 1), date(2025, 6, 30), organs)) == 1


def test_the_review_rate_has_all_printed_documents_below(county: County) -> None:
    county.published(county.government)
    year, _ = windows(county)
    assert N.nd_legal_review_rate.value(year).numerator == 1
    assert N.nd_legal_review_rate.value(year).denominator == 1
    assert number(N.nd_opinions, year) == 0
    assert number(N.nd_opinion_adopt_rate, year) is None
