"""The list page of cases at 10⁴, 10⁵ and 10⁶ rows: the desk's page, Django admin's changelist, the bare SQL query.

“List alone” is the query within the scope, the clocks of its cases and the rows as HTML, without the request around it
(session, sign-in, frame, filters, count).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bench.measure import Result, rate_of
from bench.place import prepared

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 20
COLUMNS = "procedure, version, organ_id, number, title, stage, opened_on, closed_on, secrecy, imported, length, head"


def run(quick: bool) -> list[Result]:
    """Each size in the same database, grown in place; the middle page of the list, not only the first."""
    county = prepared()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["testserver"]
    _admin_site()
    results: list[Result] = []
    for size in SIZES[: 1 if quick else 3]:
        grow(county, size)
        pages = {
            "desk page": _desk(), "list alone": _alone(county), "admin changelist": _admin(), "bare SQL": _sql(county)
        }  # fmt: skip
        rates = {name: _median(work) for name, work in pages.items()}
        for own, other in (("desk page", "admin changelist"), ("desk page", "bare SQL"), ("list alone", "bare SQL")):
            results.append(Result(f"list page at {size:,} cases", own, rates[own], other, rates[other], "pages"))
    return results


def _median(work: Callable[[], int]) -> float:
    work()
    return sorted(rate_of(work) for _ in range(ROUNDS))[ROUNDS // 2]


def _client() -> Any:
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.get(username="zhou"), "yifa.office.backend.OfficeBackend")
    return client


def _desk() -> Callable[[], int]:
    client = _client()

    def page() -> int:
        response = client.get("/cases/")
        assert response.status_code == 200, response.status_code
        b"".join(response.streaming_content) if response.streaming else response.content
        return 1

    return page


def _alone(county: Any) -> Callable[[], int]:
    from django.http import QueryDict
    from django.utils import timezone

    from yifa.desk import case_list
    from yifa.desk.filters import Filters
    from yifa.office import scope

    filters, person = Filters([], QueryDict()), county.people["zhou"]

    def page() -> int:
        today = timezone.localdate()
        with scope.of(person, today):
            assert case_list.body(case_list.lines(case_list.found(filters, today)[: case_list.PAGE + 1], today))
        return 1

    return page


def _admin_site() -> None:
    """Put cases into Django's admin, as a project without pages of its own would."""
    from django.contrib import admin

    from yifa.kernel.models import Case

    class Changelist(admin.ModelAdmin):  # type: ignore[type-arg]
        list_display = ("number", "title", "procedure", "stage", "organ", "handler", "opened_on", "closed_on")
        ordering = ("-opened_on", "-id")
        list_per_page = 50

    admin.site.register(Case, Changelist)


def _admin() -> Callable[[], int]:
    from django.contrib import admin
    from django.contrib.auth import get_user_model
    from django.test import RequestFactory

    from yifa.kernel.models import Case
    from yifa.office import scope

    request = RequestFactory().get("/admin/kernel/case/")
    request.user = get_user_model().objects.get(username="admin")
    request.session = {}  # type: ignore[assignment]
    changelist = admin.site.get_model_admin(Case)

    def page() -> int:
        with scope.everything("测量"):
            response = changelist.changelist_view(request)
            response.render()  # type: ignore[attr-defined]
        return 1

    return page


def _sql(county: Any) -> Callable[[], int]:
    from django.db import connection

    statement = f"SELECT id, {COLUMNS} FROM kernel_case WHERE organ_id = %s ORDER BY opened_on DESC, id DESC LIMIT 51"

    def page() -> int:
        with connection.cursor() as cursor:
            cursor.execute(statement, [county.government.pk])
            cursor.fetchall()
        return 1

    return page


NUMBERS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last})",
    "postgresql": "WITH n(i) AS (SELECT generate_series({first}, {last}))",
}
DAY = {"sqlite": "date('2001-01-01', '+' || (i % 9000) || ' days')", "postgresql": "date '2001-01-01' + (i % 9000)"}


def grow(county: Any, size: int) -> None:
    """Bring the number of cases up to a size by plain SQL: only the list is measured, not the engine."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM kernel_case")
        (there,) = cursor.fetchone()
        typed = "date " if connection.vendor == "postgresql" else ""
        numbers = NUMBERS[connection.vendor].format(first=there + 1, last=size)
        cursor.execute(
            f"""INSERT INTO kernel_case ({COLUMNS})
            {numbers} SELECT 'reconsideration', {typed}'2024-01-01', {county.government.pk},
            '洪复〔' || (2000 + i % 25) || '〕' || i || '号', '王某不服县城管局行政处罚',
            CASE i % 5 WHEN 0 THEN 'trial' ELSE 'concluded' END, {DAY[connection.vendor]},
            CASE i % 5 WHEN 0 THEN NULL ELSE {typed}'2025-12-31' END, 'open', false, 1, '' FROM n"""
        )
        cursor.execute("ANALYZE")
