"""Opinions held against the text that goes on: adopted and changed, adopted and untouched, changed beyond them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yifa.areas.rulemaking.legality_review.adoption import Trace, places_of, traced
from yifa.areas.rulemaking.legality_review.tests.conftest import LATE, County, fresh
from yifa.kernel.engine import Entry, perform
from yifa.kernel.rules import Attempt, Override, Refused

DRAFT = """第一条 为了加强停车管理，制定本办法。
第二条 未经许可经营停车场的，处五万元罚款。
第三条 停车企业须缴纳停车管理费。
第四条 本办法自2025年6月1日起施行。"""
MENDED = DRAFT.replace("，处五万元罚款", "，依照有关法律、法规处罚")


def opinion(seq: str, text: str, adopted: str = "full", severity: str = "must") -> dict[str, Any]:
    """One opinion with what the submitter says of it."""
    return {"seq": seq, "text": text, "severity": severity, "adopt_status": adopted}


PENALTY = opinion("1", "第二条“处五万元罚款”：设定了行政处罚。建议：依照有关法律处罚。")
FEE = opinion("2", "删除第三条设定的收费")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("第二条“处罚款”：没有依据", ("第二条",)),
        ("删除第六条、第八条之一的内容", ("第六条", "第八条之一")),
        ("违反《行政处罚法》第十六条", ()),
        ("统一使用“应当”", ()),
        ("第二条与第二条第二款重复", ("第二条",)),
    ],
)
def test_the_articles_of_the_draft_are_read_and_those_of_acts_are_not(text: str, places: tuple[str, ...]) -> None:
    assert places_of(text) == places


def test_an_adopted_opinion_shows_in_the_text_or_does_not() -> None:
    found = traced([PENALTY, FEE], DRAFT, MENDED).by_seq
    assert (found["1"].trace, found["2"].trace) == (Trace.DONE, Trace.UNTOUCHED)
    assert found["2"].untouched == ("第三条",)


def test_a_deleted_article_was_changed_and_a_renumbered_one_was_not() -> None:
    final = DRAFT.replace("第三条 停车企业须缴纳停车管理费。\n", "").replace("第四条", "第三条")
    assert traced([FEE], DRAFT, final).by_seq["2"].trace is Trace.DONE
    assert traced([FEE], DRAFT, final).beyond == ()


def test_what_was_not_adopted_or_names_no_article_is_left_to_people() -> None:
    rows = [opinion("1", "第二条不当", "none"), opinion("2", "统一用语"), opinion("3", "第二条供参考", severity="note")]
    assert [one.trace for one in traced(rows, DRAFT, DRAFT).opinions] == [
        Trace.NOT_ADOPTED, Trace.UNPLACED, Trace.NOT_ADOPTED,
    ]  # fmt: skip


def test_an_article_changed_beyond_the_opinions_is_found() -> None:
    final = MENDED.replace("须缴纳停车管理费", "须缴纳停车管理费每年一万元")
    assert traced([PENALTY], DRAFT, final).beyond == ("第三条（修改）",)
    assert traced([PENALTY], DRAFT, MENDED).beyond == ()
    assert traced([PENALTY, opinion("2", "统一用语")], DRAFT, final).beyond == ()  # may stem from the second


def test_a_final_text_without_articles_is_left_to_people() -> None:
    found = traced([PENALTY, FEE], DRAFT, "第一条 为了加强停车管理，制定本办法。")
    assert ({one.trace for one in found.opinions}, found.beyond) == ({Trace.UNPLACED}, ())


def test_signs_and_blanks_are_no_change_beyond() -> None:
    assert traced([PENALTY], DRAFT, MENDED.replace("第三条 停车企业须缴纳", "第三条　停车企业须 缴纳")).beyond == ()


# --- in the procedure --------------------------------------------------------------------------------


def answered(county: County, final: str, *rows: dict[str, Any]) -> Any:
    """A township matter whose opinions were answered with a text."""
    case = county.reviewing("township_matter", draft=DRAFT)
    bare = [row | {"adopt_status": "pending"} for row in rows]
    county.take(case, "propose", "2025-03-14", {"conclusion": "revise", "opinions": bare})
    county.take(case, "verify", "2025-03-14", by=county.second, verdict="agree")
    county.take(case, "opine", "2025-03-17")
    county.take(case, "feed_back", "2025-03-19", {"opinions": list(rows), "final_draft": final})
    return fresh(case)


@pytest.mark.data
def test_the_check_refuses_what_is_only_said_to_be_adopted(county: County) -> None:
    case = answered(county, MENDED, PENALTY, FEE)
    with pytest.raises(Refused, match="第2条意见反馈为采纳，定稿第三条没有改动"):
        county.take(case, "confirm_adoption", "2025-03-20", {"adoption_note": "已核对"})


@pytest.mark.data
def test_the_check_refuses_changes_beyond_the_opinions_unless_they_follow_from_them(county: County) -> None:
    case = answered(county, MENDED.replace("第四条 本办法自2025年6月1日", "第四条 本办法自2025年5月1日"), PENALTY)
    with pytest.raises(Refused, match="第四条（修改）有实质性修改"):
        county.take(case, "confirm_adoption", "2025-03-20", {"adoption_note": "已核对"})
    step = case.declaration.step("confirm_adoption")
    codes = [code for code, _ in step.condition_codes]
    held = {codes[4]: Override("施行日期随公布日期调整")}
    attempt = Attempt(step, date(2025, 3, 20), {}, codes, held)
    perform(case, attempt, Entry(county.handler, LATE), {"adoption_note": "已核对"})
    assert fresh(case).final_digest


@pytest.mark.data
def test_what_was_changed_as_asked_passes(county: County) -> None:
    case = answered(county, MENDED, PENALTY)
    county.take(case, "confirm_adoption", "2025-03-20", {"adoption_note": "已核对"})
    assert fresh(case).final_digest
