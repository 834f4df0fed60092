"""Quotations are masked character for character, in time that grows with the text."""

from __future__ import annotations

from time import perf_counter

import pytest

from yifa.check.zones import MASK, mask_quotations


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
