"""Structures counted by hand: newer acts are checked to the item too."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.law import ArticleMissing, act
from yifa.law.citations import Finding, citations

NEW = act("行政复议法实施条例", on=date(2026, 7, 1))


@pytest.mark.parametrize(("article", "item"), [(4, 10), (23, 6), (36, 5), (40, 4), (62, 5)])
def test_the_regulation_of_2026_has_the_items_that_were_counted(article: int, item: int) -> None:
    assert NEW[article].item(item).exists() is True
    with pytest.raises(ArticleMissing):
        NEW[article].item(item + 1)


def test_an_article_of_the_old_regulation_is_missed_in_the_new_one() -> None:
    text = "依照《行政复议法实施条例》第四十九条第二款办理。"
    assert [c.finding for c in citations(text, date(2025, 1, 1))] == [Finding.OK]
    assert [c.finding for c in citations(text, date(2026, 8, 1))] == [Finding.PARAGRAPH_MISSING]
