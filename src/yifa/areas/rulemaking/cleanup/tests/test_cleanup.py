"""A clean-up round: what must be on its list, and what its publication does to the documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.template import Context

from yifa.areas.rulemaking.cleanup.procedure import RESULT, Cleanup
from yifa.areas.rulemaking.normative_document.tests.conftest import County, fresh
from yifa.kernel.engine import new_case
from yifa.kernel.figure import Window
from yifa.kernel.models import Case, Clock
from yifa.kernel.rules import Refused
from yifa.office import scope
from yifa.papers.strict import compiled


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county of the documents."""
    with scope.everything("清理测试"):
        yield County()


def item(document: Any, conclusion: str, reason: str = "") -> dict[str, str]:
    """A row of the list."""
    row = {"number": document.unified_number, "title": document.name, "conclusion": conclusion, "reason": reason}
    return {name: text for name, text in row.items() if text}


def started(county: County, on: str = "2025-07-01", **fields: Any) -> Case:
    """A general round of the county government."""
    case = new_case("cleanup", county.government, date.fromisoformat(on))
    county.take(case, "start", on, {"name": f"{on[:4]}年规范性文件清理", "kind": "general", "scope": "全部"} | fields)
    return case


def published(county: County, case: Case, items: list[dict[str, str]], year: str = "2025") -> None:
    """The round through to its publication."""
    county.take(case, "sort", f"{year}-07-10", {"items": items})
    county.take(case, "check", f"{year}-07-15", {"opinion": "已征求意见。"})
    county.take(case, "decide", f"{year}-07-20", {"meeting_number": "第48次常务会议"})
    county.take(
        case, "publish", f"{year}-07-25", {"published_where": "县政府网站", "document_number": "洪政发〔2025〕9号"}
    )


def test_publication_writes_the_conclusions_into_the_documents(county: County) -> None:
    documents = [county.published(county.government, name=f"洪河县{name}管理办法") for name in ("犬类", "停车", "集市")]
    kept, repealed, invalid = documents
    items = [item(kept, "keep"), item(repealed, "repeal", "上位法废止"), item(invalid, "expire", "适用期已过")]
    case = started(county)
    published(county, case, items)
    assert [fresh(d).stage for d in documents] == ["published", "repealed_stage", "invalid"]
    assert fresh(kept).cleanup == "keep"
    ended = fresh(repealed)
    assert (ended.ended_by, ended.end_reason) == ("2025年规范性文件清理（洪政发〔2025〕9号）", "上位法废止")
    assert fresh(invalid).ended_on == date(2025, 7, 25)
    year = Window.year(2025, (county.government.pk,))
    figures = (Cleanup.nd_cleanup_batches, Cleanup.cl_screened, Cleanup.cl_repealed, Cleanup.cl_kept)
    assert [figure.value(year).value for figure in figures] == [1, 3, 1, 1]


def test_a_general_round_may_leave_no_document_in_force_out(county: County) -> None:
    listed, left = (county.published(county.government, name=f"洪河县{name}管理办法") for name in ("犬类", "停车"))
    case = started(county)
    with pytest.raises(Refused, match=f"没有列入清单，公布后将不得作为依据：{left.name}"):
        published(county, case, [item(listed, "keep")])


def test_the_next_general_round_is_due_in_two_years_and_kept_by_starting_it(county: County) -> None:
    document = county.published(county.government)
    first = started(county)
    published(county, first, [item(document, "keep")])
    clock = Clock._base_manager.get(case=first, limit="again_in_time")
    assert (clock.due, clock.state) == (date(2027, 7, 25), "running")
    started(county, "2026-07-01")
    clock.refresh_from_db()
    assert clock.state == "kept"


def test_a_round_starts_with_the_documents_in_force(county: County) -> None:
    document = county.published(county.government)
    case = fresh(started(county))
    assert case.items == [{"number": document.unified_number, "title": document.name, "issuer": "洪河县人民政府"}]


def test_a_change_of_law_lists_the_documents_that_cite_it(county: County) -> None:
    citing = county.published(
        county.government, name="洪河县犬类管理办法", text="第一条 根据《动物防疫法》，制定本办法。"
    )
    county.published(county.government, name="洪河县停车管理办法")
    said = {"kind": "special", "trigger": "动物防疫法修订", "trigger_act": "《中华人民共和国动物防疫法》"}
    assert [row["title"] for row in fresh(started(county, **said)).items] == [citing.name]


def test_a_special_round_says_nothing_of_the_documents_it_does_not_list(county: County) -> None:
    general, special = (started(county, kind=kind, trigger="上级部署") for kind in ("general", "special"))
    told = [notice(fresh(case)) for case in (general, special)]
    assert ["不得作为行政管理的依据" in text for text in told] == [True, False]


def notice(case: Any) -> str:
    """The text of the notice that a round ends with."""
    source = RESULT.template.read_text(encoding="utf-8")
    return str(compiled(source, "result").render(Context({"case": case})))
