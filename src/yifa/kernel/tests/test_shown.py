"""What a publication shows of a field of rows: which columns, which names as they stand, nothing else of anybody."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from yifa.kernel.declare import NEW, DeclarationError, Publication, Shown, Stage, Step
from yifa.kernel.publish import copy_of
from yifa.kernel.tests.test_masking import PEOPLE, Record
from yifa.kernel.tests.toy import L
from yifa.office.personal import Mask

HELD = Step("举行", L[30], NEW >> Stage("举行"))
ROW = {"name": "王小五", "kind": "citizen", "contact": "13800138000"}


class Told(Record):
    """A record with its one field, as far as a public copy looks at it."""

    _meta = SimpleNamespace(get_fields=lambda: [PEOPLE], get_field=lambda name: PEOPLE)


def lines(shown: Shown, *rows: dict[str, str]) -> list[tuple[str, str]]:
    record: Any = Told(people=[dict(row) for row in rows])
    return [(line.text, line.why) for line in copy_of(record, Publication("名单", L[30], (HELD,), (shown,)))]


def test_without_a_word_everything_personal_is_hidden() -> None:
    assert lines(Shown(PEOPLE), ROW) == [("王某，公民，■■■■", "个人信息：姓名、个人信息：联系方式")]


def test_an_opened_name_stands_as_it_is_and_the_telephone_does_not() -> None:
    assert lines(Shown(PEOPLE, open=("name",)), ROW) == [("王小五，公民，■■■■", "个人信息：联系方式")]


def test_columns_that_are_not_named_are_left_out() -> None:
    assert lines(Shown(PEOPLE, columns=("name", "kind"), open=("name",)), ROW) == [("王小五，公民", "")]


def test_names_alike_are_not_numbered_where_they_are_open() -> None:
    both = lines(Shown(PEOPLE, columns=("name",), open=("name",)), ROW, ROW | {"name": "王小六"})
    assert [text for text, _ in both] == ["王小五", "王小六"]


@pytest.mark.parametrize("column", ["contact", "kind", "age"])
def test_nothing_but_a_name_is_opened(column: str) -> None:
    with pytest.raises(DeclarationError, match="只能公开姓名栏目"):
        Shown(PEOPLE, Mask.TEXT, open=(column,))


def test_a_column_that_there_is_not_is_found_at_once() -> None:
    with pytest.raises(DeclarationError, match="栏目不存在：age"):
        Shown(PEOPLE, columns=("name", "age"))
