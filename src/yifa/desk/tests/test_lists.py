"""The lists: my work, cases, limits, figures, search; their filters, pages, files and number of queries."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from python_calamine import CalamineWorkbook

from yifa.desk import case_list
from yifa.desk.case_list import PAGE, mark_of
from yifa.desk.case_pages import Found, Whole
from yifa.desk.filters import Filters
from yifa.desk.tests.conftest import Office
from yifa.kernel.figure import Window
from yifa.kernel.figures import Share
from yifa.kernel.frozen import all_figures, freeze
from yifa.kernel.models import Case
from yifa.office import scope
from yifa.office.models import Person

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]


def many(office: Office, number: int, template: Case, first: int = 0) -> None:
    """Bare rows like one case; enough for lists."""
    rows = [
        Case(
            procedure="toy", version=template.version, organ=office.organ, handler=office.handler, number=f"试{n}号",
            title=f"案件{n}", stage="trial", opened_on=office.day(n % 40 + 1),
        )
        for n in range(first, first + number)
    ]  # fmt: skip
    Case._base_manager.bulk_create(rows)


def queries(client: Client, address: str) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_list_takes_the_same_number_of_queries_however_long_it_is(office: Office, signed_in: SignIn) -> None:
    client = signed_in(office.handler)
    case = office.accepted()
    client.get("/cases/")
    few = queries(client, "/cases/")
    many(office, 120, case)
    assert queries(client, "/cases/") <= few + 1  # a second page brings the one query that counts, up to its cap
    many(office, 400, case, first=120)
    assert queries(client, "/cases/") <= few + 1
    assert few <= 16


def test_my_work_takes_the_same_number_of_queries_however_much_there_is(office: Office, signed_in: SignIn) -> None:
    client = signed_in(office.handler)
    office.received(20)
    client.get("/")
    few = queries(client, "/")
    for _ in range(4):
        office.received(20)
        office.accepted(80)
    assert queries(client, "/") <= few + 1
    assert few <= 25


def test_pages_follow_each_other_without_gap_or_repetition(office: Office, signed_in: SignIn) -> None:
    many(office, PAGE * 2 + 7, office.accepted())
    client, address, seen = signed_in(office.handler), "/cases/?format=json", list[int]()
    while address:
        page: dict[str, Any] = client.get(address).json()
        seen += [line["id"] for line in page["cases"]]
        address = f"/cases/{page['next']}&format=json" if page["next"] else ""
    assert len(seen) == len(set(seen)) == PAGE * 2 + 8


def test_only_cases_in_scope_are_listed(office: Office, signed_in: SignIn) -> None:
    office.accepted()
    assert signed_in(office.cast.outsider).get("/cases/?format=json").json()["cases"] == []


@pytest.mark.parametrize(
    ("query", "number"),
    [("stage=trial", 1), ("stage=review", 1), ("late=late", 1), ("q=试", 2), ("q=没有", 0), ("open=closed", 0),
     ("handler=none", 0), ("procedure=toy", 2), ("year=1999", 2)],
)  # fmt: skip
def test_filters(office: Office, signed_in: SignIn, query: str, number: int) -> None:
    office.received(40)
    office.accepted(20)
    found = signed_in(office.handler).get(f"/cases/?format=json&{query}").json()["cases"]
    assert len(found) == number


def test_files_hold_every_line_with_the_columns_of_the_page(office: Office, signed_in: SignIn) -> None:
    many(office, 60, office.accepted())
    client = signed_in(office.handler)
    text = b"".join(client.get("/cases/?format=csv")).decode()
    assert len(text.strip().splitlines()) == 62
    book = CalamineWorkbook.from_filelike(io.BytesIO(client.get("/cases/?format=xlsx").content))
    assert len(book.get_sheet_by_index(0).to_python()) == 62


def test_a_view_is_kept_shown_and_dropped_by_its_owner_only(office: Office, signed_in: SignIn) -> None:
    client = signed_in(office.handler)
    client.post("/cases/views/", {"name": "逾期的", "query": "late=late"})
    assert "逾期的" in client.get("/cases/").content.decode()
    again = client.post("/cases/views/", {"name": "逾期的", "query": "late=late"}, follow=True)
    assert "已有名为“逾期的”的视图" in again.content.decode()
    assert "逾期的" not in signed_in(office.signer).get("/cases/").content.decode()


def test_my_work_puts_what_is_late_first_with_its_next_step(office: Office, signed_in: SignIn) -> None:
    case = office.received(40)
    sections = {s["section"]: s["lines"] for s in signed_in(office.handler).get("/?format=json").json()}
    line = sections["late"][0]
    assert line["case"] == case.pk
    assert line["words"].startswith("逾期")
    assert line["next"]["label"] == "受理"


def test_the_head_sees_what_the_whole_organ_has_to_do(office: Office, signed_in: SignIn) -> None:
    office.received(40)
    sections = {s["section"]: s["lines"] for s in signed_in(office.cast.head).get("/?format=json").json()}
    assert len(sections["late"]) == 1


def test_the_board_counts_by_day_and_keeps_tabs_apart(office: Office, signed_in: SignIn) -> None:
    office.received(40)
    office.accepted(40)
    office.take(office.accepted(30), "suspend", 5, data={"ground": "other"})
    client = signed_in(office.handler)
    data = client.get("/limits/?format=json").json()
    assert data["counts"]["late"] == 1
    assert data["counts"]["paused"] == 1
    assert len(data["days"]) == 30
    busy = next(day["day"] for day in data["days"] if day["count"])
    lines = client.get(f"/limits/?format=json&day={busy}").json()["limits"]
    assert {line["due"] for line in lines} == {busy}
    assert "已逾期" in client.get("/limits/").content.decode()
    assert b"".join(client.get("/limits/?format=csv&show=late")).decode().count("\n") == 2


def test_a_figure_opens_onto_the_records_it_counts(office: Office, signed_in: SignIn) -> None:
    case, _ = office.accepted(5), office.received(4)
    client = signed_in(office.handler)
    year = case.opened_on.year
    data = client.get(f"/figures/toy.accepted/?format=json&year={year}").json()
    assert data["value"] == "1"
    assert [record["number"] for record in data["records"]] == [case.number]
    page = client.get(f"/figures/toy.decided_share/?year={year}").content.decode()
    assert "分子 / 分母" in page
    assert "0 / 1" in page
    assert "受理" in client.get(f"/figures/?owner=toy&year={year}").content.decode()


def test_a_figure_says_what_came_since_it_was_frozen(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(5)
    with scope.everything("测试"):
        window = Window.year(case.opened_on.year, [office.organ.pk])
        freeze(all_figures()["toy.accepted"], window, organ=office.organ, by=office.handler, at=timezone.now())
    office.accepted(4)
    page = signed_in(office.handler).get(f"/figures/toy.accepted/?year={case.opened_on.year}").content.decode()
    assert "增加1条记录" in page


def test_the_records_of_a_figure_take_the_same_number_of_queries_however_many(
    office: Office, signed_in: SignIn
) -> None:
    case, client = office.accepted(5), signed_in(office.handler)
    address = f"/figures/toy.accepted/?year={case.opened_on.year}"
    client.get(address)
    few = queries(client, address)
    for _ in range(5):
        office.accepted(5)
    assert queries(client, address) == few


def test_every_declared_figure_opens_with_its_denominator_and_as_a_file(office: Office, signed_in: SignIn) -> None:
    client = signed_in(office.handler)
    for key, figure in all_figures().items():
        below = ("?part=denominator", "?part=denominator&format=csv") if isinstance(figure, Share) else ()
        for query in ("", "?format=csv", *below):
            assert client.get(f"/figures/{key}/{query}").status_code == 200, (key, query)


def test_figures_of_another_organ_count_nothing(office: Office, signed_in: SignIn) -> None:
    case = office.accepted(5)
    address = f"/figures/toy.accepted/?format=json&year={case.opened_on.year}"
    assert signed_in(office.cast.outsider).get(address).json()["value"] == "0"


def test_a_whole_number_goes_straight_to_its_case(office: Office, signed_in: SignIn) -> None:
    case = office.received()
    client = signed_in(office.handler)
    assert client.get("/search/", {"q": case.number})["Location"] == f"/cases/{case.pk}/"
    assert signed_in(office.cast.outsider).get("/search/", {"q": case.number}).status_code == 200


@pytest.mark.parametrize("words", ["", "，。", "' OR 1=1 --", "王" * 500])
def test_odd_words_find_nothing_and_break_nothing(office: Office, signed_in: SignIn, words: str) -> None:
    office.received()
    answer = signed_in(office.handler).get("/search/", {"q": words, "format": "json"})
    assert answer.json()["cases"] == []


@pytest.mark.parametrize(
    "address",
    ["/", "/cases/", "/cases/new/", "/cases/1/", "/limits/", "/limits/calculator/", "/figures/", "/search/?q=x",
     "/papers/1/", "/cases/1/dossier.pdf", "/cases/1/steps/accept/", "/figures/toy.received/", "/cases/?format=csv"],
)  # fmt: skip
def test_the_public_sees_nothing_of_the_desk(db: None, client: Client, address: str) -> None:
    assert client.get(address)["Location"].startswith("/account/login/")


def test_an_account_that_belongs_to_nobody_is_told_whom_to_ask(client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_user("nobody"), backend="yifa.office.backend.OfficeBackend")
    assert client.get("/cases/").status_code in (403, 422)


@pytest.mark.data
@pytest.mark.parametrize("organs", [1, 2])
def test_the_list_without_filters_is_worded_once_and_finds_what_the_query_finds(office: Office, organs: int) -> None:
    case, today = office.accepted(), timezone.localdate()
    many(office, 2 * PAGE, case)
    everything = Filters([], QueryDict())
    with scope.of(office.handler, today) as present:
        seen = sorted(present.organs)[:1] + [0] * (organs - 1)
        whole, found = Whole(seen), Found(everything, case_list.found(everything, today))
        first, again = whole.lines("", today), found.lines("", today)
        assert first == again
        assert len(first) == PAGE + 1
        mark = mark_of(first[PAGE - 1])
        assert whole.lines(mark, today) == found.lines(mark, today)
        assert whole.counted() == found.counted() == f"{2 * PAGE + 1}件"
        assert (Whole([0]).lines("", today), Whole([0]).counted()) == ([], "0件")
        assert (Whole([]).lines("", today), Whole([]).counted()) == ([], "0件")


def test_what_waits_for_a_signature_stands_first_for_whoever_signs(office: Office, signed_in: SignIn) -> None:
    for person, first in ((office.handler, "#late"), (office.signer, "#sign")):
        page = signed_in(person).get("/").content.decode()
        assert min(("#late", "#sign"), key=lambda code: page.index(f'href="{code}"')) == first
