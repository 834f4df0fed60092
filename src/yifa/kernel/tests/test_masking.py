"""Names in a public copy: hidden everywhere alike, two of one kind told apart, companies readable."""

from __future__ import annotations

from types import SimpleNamespace

from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.masking import Names, is_open
from yifa.office.personal import Mask, Personal

PEOPLE = RowsField(
    "申请人",
    columns=(
        RowColumn("name", "名称", mask=Mask.NAME, public_if=("kind", ("company",))),
        RowColumn("kind", "类型", choices=(("citizen", "公民"), ("company", "法人"))),
        RowColumn("contact", "电话", mask=Mask.PHONE),
    ),
)
PEOPLE.set_attributes_from_name("people")


class Record(SimpleNamespace):
    """A record with one list of people, as far as masking looks at it."""

    _meta = SimpleNamespace(get_fields=lambda: [PEOPLE])


def names(*people: tuple[str, str]) -> Names:
    return Names.of(Record(people=[{"name": name, "kind": kind} for name, kind in people]))


def test_a_name_is_hidden_in_running_text_as_in_its_row() -> None:
    found = names(("王小五", "citizen"))
    assert found.masked("王小五", Mask.NAME) == "王某"
    assert found.masked("王小五称电话13800138000无人接听", Mask.TEXT) == "王某称电话■■■■无人接听"
    assert found.hide("王小五不服处罚") == "王某不服处罚"


def test_two_people_of_one_surname_are_told_apart_everywhere() -> None:
    found = names(("王五", "citizen"), ("王六", "citizen"))
    assert found.hide("王六与王五") == "王某2与王某1"
    assert found.masked("王六", Mask.NAME) == "王某2"


def test_a_company_is_readable_even_where_it_bears_a_hidden_name() -> None:
    found = names(("张三", "citizen"), ("张三商贸有限公司", "company"))
    assert found.hide("张三系张三商贸有限公司股东") == "张某系张三商贸有限公司股东"
    assert is_open(PEOPLE.columns[0], {"kind": "company"})
    assert not is_open(PEOPLE.columns[2], {"kind": "company"})


def test_a_marked_field_is_readable_in_the_records_where_it_names_no_person() -> None:
    mark = Personal(Mask.NAME, "当事人", public_if=("kind", ("company",)))
    assert mark.is_public(SimpleNamespace(kind="company"))
    assert not mark.is_public(SimpleNamespace(kind="citizen"))
    assert not Personal(Mask.NAME, "当事人").is_public(SimpleNamespace(kind="company"))


def test_without_people_nothing_is_replaced() -> None:
    assert names().hide("某县") == "某县"
