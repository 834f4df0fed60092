"""Tables and lists inside forms, apart from any page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from yifa.desk.filters import Filter, Filters, choices
from yifa.desk.pages.search import marked
from yifa.desk.row_forms import RowsFormField
from yifa.desk.rows import Column, compiled, csv_lines
from yifa.kernel.fields import RowColumn, RowsField


@dataclass
class Row:
    pk: int
    name: str


COLUMNS = [
    Column[Row]("name", "名称", lambda row: row.name),
    Column[Row]("hidden", "编号", lambda r: str(r.pk), shown=False),
]
PEOPLE = RowsField(
    "申请人", columns=(RowColumn("name", "姓名", required=True), RowColumn("kind", "类型", choices=(("a", "公民"),)))
)


def test_a_compiled_row_escapes_what_stands_in_it_and_leaves_out_columns_of_files() -> None:
    body = compiled(COLUMNS, key=lambda row: row.pk)([Row(7, "<b>王某</b>")])
    assert '<tr data-row="7">' in body
    assert "&lt;b&gt;王某&lt;/b&gt;" in body
    assert "编号" not in body


def test_a_csv_begins_with_the_mark_of_utf8_and_takes_no_cell_for_a_formula() -> None:
    text = "".join(csv_lines(COLUMNS, [Row(1, "=1+1"), Row(2, "@x"), Row(3, "王某")]))
    assert text.startswith("\ufeff名称,编号")
    assert "'=1+1" in text
    assert "'@x" in text
    assert "\n王某" in text.replace("\r", "")


def test_rows_of_a_list_are_read_in_order_and_blank_ones_left_out() -> None:
    field = RowsFormField(PEOPLE)
    data = {
        "f-2-name": " 周某 ",
        "f-0-name": "王某",
        "f-0-kind": "a",
        "f-1-name": "  ",
        "f-0-evil": "x",
        "g-0-name": "y",
    }
    assert field.widget.value_from_datadict(data, {}, "f") == [{"name": "王某", "kind": "a"}, {"name": "周某"}]


def test_a_column_offers_values_and_says_which_cell_takes_their_words() -> None:
    number = RowColumn("number", "编号", suggest=lambda record, on: [("1", f"<{record}>")], fills="name")
    field = RowsFormField(RowsField("人员", columns=(number, RowColumn("name", "姓名"))))
    assert "datalist" not in str(field.widget.render("f", [], {"id": "f"}))
    field.widget.offer("钱某", date(2026, 11, 20))
    html = str(field.widget.render("f", [], {"id": "f"}))
    assert '<datalist id="f-number-offers"><option value="1">&lt;钱某&gt;</option></datalist>' in html
    assert 'list="f-number-offers" data-fills="name"' in html


def test_a_list_shows_its_rows_and_one_to_spare_without_scripts() -> None:
    html = str(RowsFormField(PEOPLE).widget.render("f", [{"name": '"><script>'}], {"id": "f"}))
    assert 'name="f-0-name"' in html
    assert 'name="f-1-name"' in html
    assert "<script>" not in html


def test_a_chip_takes_only_its_own_filter_away() -> None:
    declared = [Filter("stage", "阶段", choices([("trial", "审理")])), Filter("q", "名称")]
    filters = Filters(declared, QueryDict("stage=trial&q=王某&stage2=x&after=9"))
    assert [chip.text for chip in filters.chips] == ["阶段：审理"]  # words stand in the box of their own
    assert filters.chips[0].without == "?q=%E7%8E%8B%E6%9F%90"


def test_a_value_that_is_not_offered_filters_nothing() -> None:
    filters = Filters([Filter("stage", "阶段", choices([("trial", "审理")]))], QueryDict("stage=' OR 1=1"))
    assert filters.chosen == {}


def test_words_are_marked_and_everything_else_is_escaped() -> None:
    assert str(marked("<i>听证</i>程序", ["听证"])) == "&lt;i&gt;<mark>听证</mark>&lt;/i&gt;程序"


def test_long_words_in_a_row_are_shown_whole_and_come_back_as_they_were() -> None:
    field, said = RowsFormField(PEOPLE), "第二条第一款“应当经镇人民政府批准后方可设置”\n自行设定行政许可。"
    page = field.widget.render("f", [{"name": said, "kind": "a"}])
    assert page.count("<textarea") == 3  # the row, the spare one and the pattern of more
    assert said in page
    sent = {"f-0-name": said.replace("\n", "\r\n"), "f-0-kind": "a"}
    assert field.widget.value_from_datadict(sent, {}, "f") == [{"name": said, "kind": "a"}]
    assert "<textarea" not in field.widget.render("f", [{"name": "王某"}])
