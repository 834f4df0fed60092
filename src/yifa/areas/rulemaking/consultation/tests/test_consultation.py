"""Every opinion gets an answer with a reason before the consultation can be closed, and nobody is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter

from yifa.areas.rulemaking.consultation.register import ConsultationOpinions
from yifa.areas.rulemaking.consultation.rules import counts_of, public_summary
from yifa.areas.rulemaking.major_decision.tests.conftest import LATE, County, fresh
from yifa.kernel.registers import entries
from yifa.kernel.registers.errors import EntryRefused, Stale
from yifa.kernel.registers.importing import import_file
from yifa.kernel.rules import Refused
from yifa.office import scope

pytestmark = pytest.mark.data


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county, with all its records in view."""
    with scope.everything("征求意见测试"):
        yield County()


def answer(county: County, entry: object, seen: int = 1, **values: str) -> object:
    """Answer an opinion."""
    told = {"adopt": "采纳", "reason": "已采纳。", "answered_on": "2025-04-02"} | values
    by = county.people[county.government.pk]
    return entries.amend(ConsultationOpinions, entry.pk, told, seen=seen, by=by, at=LATE)  # type: ignore[attr-defined]


def test_a_consultation_with_open_opinions_cannot_be_closed(county: County) -> None:
    case = county.drafted()
    county.solicit(case)
    first, second = county.opinion(case, 1), county.opinion(case, 2)
    answer(county, first)
    with pytest.raises(Refused, match="还有1条意见没有研究答复（第2条）") as refused:
        county.take(case, "close_consultation", "2025-04-03", {"adoption_summary": "采纳。"})
    assert refused.value.reasons[0].basis is not None
    assert refused.value.reasons[0].basis.article == 18
    answer(county, second, adopt="不采纳", reason="与上位法不一致。")
    county.take(case, "close_consultation", "2025-04-03", {"adoption_summary": "采纳一条。"})
    assert fresh(case).counts.text == "收到意见2条，采纳1条，部分采纳0条，不采纳1条"


def test_an_answer_dated_after_the_close_is_refused(county: County) -> None:
    case = county.drafted()
    county.solicit(case)
    answer(county, county.opinion(case, 1), answered_on="2025-05-06")
    with pytest.raises(Refused, match="第1条意见的收到或者答复日期晚于"):
        county.take(case, "close_consultation", "2025-04-03", {"adoption_summary": "采纳。"})


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"reason": ""}, "每条意见都要写明怎样采纳或者不采纳的理由"),
        ({"adopt": ""}, "请选择采纳、部分采纳或者不采纳"),
        ({"answered_on": ""}, "请填写研究答复的日期"),
        ({"answered_on": "2025-03-01"}, "早于收到日期"),
    ],
)
def test_an_answer_is_whole(county: County, values: dict[str, str], why: str) -> None:
    entry = county.opinion(county.drafted(), 1)
    with pytest.raises(EntryRefused, match=why):
        answer(county, entry, **values)


def test_the_second_editor_is_shown_what_the_first_changed(county: County) -> None:
    entry = county.opinion(county.drafted(), 1)
    answer(county, entry)
    with pytest.raises(Stale, match="采纳"):
        answer(county, entry, adopt="不采纳")


def test_the_public_summary_names_nobody(county: County) -> None:
    case = county.drafted()
    answer(county, county.opinion(case, 1), reason="王五六的建议已在第一条采纳。")
    (row,) = public_summary(case)
    assert "王五六" not in row.content + row.reason
    assert "13812345678" not in row.content
    assert (row.source, row.adopt) == ("公民", "采纳")
    assert not {"name", "contact"} & set(vars(row))


def test_opinions_are_imported_by_the_number_of_the_case(county: County, tmp_path: Path) -> None:
    case = county.drafted()
    sheet = [
        ["事项", "序号", "收到日期", "来源", "提出人", "联系方式", "提出方式", "针对条款", "意见内容", "采纳情况",
         "采纳情况说明", "研究答复日期", "研究答复人"],
        [case.number, 1, "2025-03-10", "公民", "王五六", "", "座谈会", "第一条", "增加泊位", "采纳", "已增加",
         "2025-03-20", ""],
        [case.number, 2, "2025-03-11", "企业", "", "", "公开征求意见", "", "减少收费", "", "", "", ""],
    ]  # fmt: skip
    path = tmp_path / "意见.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        for number, row in enumerate(sheet):
            page.write_row(number, 0, row)
    by = county.people[county.government.pk]
    report = import_file(ConsultationOpinions, county.government, path, by=by, at=LATE)
    assert report.batch is not None, report.faults
    assert (counts_of(case).received, counts_of(case).open) == (2, 1)


def test_the_same_number_is_not_entered_twice_for_one_case_and_is_free_in_another(county: County) -> None:
    case, other = county.drafted(), county.drafted()
    county.opinion(case, 1)
    county.opinion(other, 1)
    with pytest.raises(EntryRefused, match="已经登记过"):
        county.opinion(case, 1)
    assert (counts_of(case).received, counts_of(other).received) == (1, 1)
