"""Export: the same columns as xlsx, CSV and JSON; harmless, scoped, and readable by our own import."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import python_calamine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from yifa.areas.services.publicity.models import Activity
from yifa.areas.services.publicity.register import LawPublicity
from yifa.areas.services.publicity.tests.conftest import HEADER, Bureau, at, line
from yifa.kernel.registers import exporting, importing
from yifa.kernel.registers.columns import compiled
from yifa.kernel.registers.errors import RegisterError
from yifa.kernel.registers.paging import page_of
from yifa.office import scope

pytestmark = [pytest.mark.django_db, pytest.mark.data]


def exported(format_: str, **options: object) -> bytes:
    return b"".join(exporting.export(LawPublicity, exporting.entries_of(LawPublicity), format_, **options))  # type: ignore[arg-type]


@pytest.mark.usefixtures("all_seen")
class TestFormats:
    """The three formats."""

    def test_a_csv_opens_in_excel_and_its_text_is_no_formula(self, bureau: Bureau) -> None:
        bureau.add(theme="=HYPERLINK(A1)", place="@广场", organizer="+司法局")
        raw = exported("csv")
        assert raw.startswith(b"\xef\xbb\xbf")
        header, row = csv.reader(io.StringIO(raw.decode("utf-8-sig")))
        cells = dict(zip(header, row, strict=True))
        assert (cells["主题"], cells["地点"], cells["主办单位"]) == ("'=HYPERLINK(A1)", "'@广场", "'+司法局")
        assert (cells["机关"], cells["活动日期"], cells["受众人次（人次）"]) == ("洪河县司法局", "2025-12-04", "800")

    def test_an_xlsx_has_dates_numbers_and_text_never_a_formula(self, bureau: Bureau) -> None:
        bureau.add(theme="=1+1")
        sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(exported("xlsx"))).get_sheet_by_index(0)
        row = sheet.to_python()[1]
        assert row[1:4] == ["普1", date(2025, 12, 4), "=1+1"]
        assert row[7] == 800.0

    def test_json_names_columns_and_values(self, bureau: Bureau) -> None:
        bureau.add()
        found = json.loads(exported("json"))
        assert found["columns"]["people"] == "受众人次（人次）"
        assert found["entries"][0]["people"] == 800
        assert found["entries"][0]["on"] == "2025-12-04"
        assert found["entries"][0]["banners"] is None

    @pytest.mark.parametrize("format_", ["xlsx", "csv"])
    def test_what_was_exported_can_be_imported_elsewhere_and_is_the_same(
        self, bureau: Bureau, sheet: Callable[..., Path], tmp_path: Path, format_: str
    ) -> None:
        bureau.take(sheet([HEADER, *(line(n) for n in range(1, 20)), line(20, 主题="=危险")]))
        path = tmp_path / f"导出.{format_}"
        exporting.save(iter([exported(format_)]), path)
        importing.import_file(LawPublicity, bureau.other, path, by=bureau.outsider, at=at())
        here, there = (
            list(Activity.objects.filter(organ=organ).order_by("number").values_list("number", "theme", "on", "people"))
            for organ in (bureau.organ, bureau.other)
        )
        assert here == there

    def test_an_unknown_format_is_refused(self) -> None:
        with pytest.raises(RegisterError, match="xlsx、csv、json"):
            exported("pdf")

    def test_the_public_columns_hold_no_personal_data(self, bureau: Bureau) -> None:
        bureau.add(photos="档2025-1")
        text = exported("json", columns=LawPublicity.public()).decode()
        assert "档2025-1" not in text
        assert "普1" in text

    def test_withdrawn_entries_are_not_exported(self, bureau: Bureau) -> None:
        bureau.add()
        Activity.objects.update(withdrawn=True)
        assert json.loads(exported("json"))["entries"] == []


def test_only_what_may_be_seen_is_exported(bureau: Bureau) -> None:
    with scope.everything("测试"):
        bureau.add()
    with scope.of(bureau.outsider, date(2026, 11, 20)):
        assert json.loads(exported("json"))["entries"] == []


@pytest.mark.usefixtures("all_seen")
class TestPages:
    """Pages and rows of lists."""

    def test_pages_go_through_everything_once_and_back(self, bureau: Bureau, sheet: Callable[..., Path]) -> None:
        days = [f"2025-12-0{1 + n % 3}" for n in range(25)]
        bureau.take(sheet([HEADER, *(line(n, 活动日期=day) for n, day in enumerate(days))]))
        rows = Activity.objects.filter(withdrawn=False)
        seen: list[int] = []
        page = page_of(rows, "on", ["number"], size=10)
        assert page.newer == ""
        backwards = [page]
        while page.older:
            seen += [row[0] for row in page.rows]
            page = page_of(rows, "on", ["number"], after=page.older, size=10)
            backwards.append(page)
        seen += [row[0] for row in page.rows]
        assert seen == list(rows.order_by("-on", "-pk").values_list("pk", flat=True))
        assert page_of(rows, "on", ["number"], before=page.newer, size=10).rows == backwards[1].rows
        assert page_of(rows, "on", ["number"], before=backwards[1].newer, size=10).newer == ""

    def test_a_page_costs_one_query_wherever_it_stands(self, bureau: Bureau, sheet: Callable[..., Path]) -> None:
        bureau.take(sheet([HEADER, *(line(n) for n in range(200))]))
        rows = Activity.objects.filter(withdrawn=False)
        older = page_of(rows, "on", ["number"]).older
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page_of(rows, "on", ["number"], after=older)
        assert len(queries) == 1

    def test_a_position_that_is_none_shows_the_first_page(self, bureau: Bureau) -> None:
        bureau.add()
        assert len(page_of(Activity.objects.all(), "on", ["number"], after="<script>").rows) == 1

    def test_rows_are_escaped_and_link_to_their_entry(self) -> None:
        render = compiled(LawPublicity.listed()[:3], "/registers/law_publicity/{pk}/")
        html = render((7, "普1", date(2025, 12, 4), "<b>宪法</b>"))
        assert '<a href="/registers/law_publicity/7/">普1</a>' in html
        assert "&lt;b&gt;宪法&lt;/b&gt;" in html
        assert '<td class="yf-date" data-label="活动日期">2025-12-04</td>' in html
