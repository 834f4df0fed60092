"""Quotations are masked character for character, in time that grows with the text."""

from __future__ import annotations

from time import perf_counter

import pytest

from yifa.check.zones import MASK, annex_start, mask_quotations


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("依照《关于〈某法〉的解释》办理", f"依照《{MASK * len('关于〈某法〉的解释')}》办理"),
        ("《甲《乙》丙》丁", "《□□□□□》丁"),
        ("没有关的“引号\n下一行”", "没有关的“引号\n下一行”"),
        ("《《甲》", "《《□》"),
        ("多出的》和“甲”", "多出的》和“□”"),
        ("“" + "长" * 400 + "”", "“" + "长" * 400 + "”"),
    ],
)
def test_quotations_are_masked_in_their_line(text: str, masked: str) -> None:
    assert mask_quotations(text) == masked


@pytest.mark.parametrize("text", ["“", "《“", "》", "《》", "「“《"])
def test_marks_without_end_take_no_longer_than_others(text: str) -> None:
    started = perf_counter()
    assert len(mask_quotations(text * 30_000)) == len(text) * 30_000
    assert perf_counter() - started < 3


_ARTICLES = "第一条 为了规范集市，制定本办法。\n第二条 摊位按号使用。\n第三条 本办法自2026年5月1日起施行。\n"


@pytest.mark.parametrize(
    ("annexes", "looked_at"),
    [
        ("", ""),
        ("附件\n申请表\n姓名：\n", ""),
        (f"附件1\n某县集市管理办法\n{_ARTICLES}", f"附件1\n某县集市管理办法\n{_ARTICLES}"),
        (f"附件1\n{_ARTICLES}附件2\n申请表\n姓名：\n", f"附件1\n{_ARTICLES}"),
        (f"附件1\n申请表\n姓名：\n附件2\n{_ARTICLES}", f"附件1\n申请表\n姓名：\n附件2\n{_ARTICLES}"),
    ],
)
def test_an_annex_that_lays_down_rules_is_looked_at_and_a_form_is_not(annexes: str, looked_at: str) -> None:
    notice = "现将《某县集市管理办法》印发给你们。\n"
    text = notice + annexes
    assert text[: annex_start(text)] == notice + looked_at
