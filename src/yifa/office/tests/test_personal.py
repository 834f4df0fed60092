"""Marking and masking personal data."""

from __future__ import annotations

import pytest

from yifa.office.models import Organ, Person
from yifa.office.personal import (
    BLOCK,
    Mask,
    Personal,
    found_in,
    masked,
    masked_names,
    personal_fields,
)


def test_a_marked_field_is_found_by_its_model() -> None:
    assert personal_fields(Person) == {"phone": Personal(Mask.PHONE, "个人联系方式")}
    assert personal_fields(Organ) == {}


@pytest.mark.parametrize(
    ("value", "mask", "expected"),
    [
        ("张三", Mask.NAME, "张某"),
        ("张三丰", Mask.NAME, "张某"),
        ("欧阳修远", Mask.NAME, "欧阳某"),
        ("欧阳", Mask.NAME, "欧某"),
        ("古丽娜尔·艾合买提", Mask.NAME, "古某"),
        ("John Smith", Mask.NAME, "J某"),
        ("419001199003070011", Mask.ID_NUMBER, BLOCK),
        ("13800000000", Mask.PHONE, BLOCK),
        ("洪河县青石镇柳湾村3组12号", Mask.ADDRESS, "洪河县青石镇柳湾村" + BLOCK),
        ("洪河县城关街道向阳社区5号楼2单元301室", Mask.ADDRESS, "洪河县城关街道向阳社区" + BLOCK),
        ("洪河县城关街道人民路8号院3号楼", Mask.ADDRESS, "洪河县城关街道" + BLOCK),
        ("洪河县人民路8号", Mask.ADDRESS, "洪河县" + BLOCK),
        ("人民路8号", Mask.ADDRESS, BLOCK),
        ("  ", Mask.PHONE, ""),
    ],
)
def test_masking_by_kind(value: str, mask: Mask, expected: str) -> None:
    assert masked(value, mask) == expected


def test_the_mask_has_one_width_whatever_it_hides() -> None:
    assert masked("1", Mask.PHONE) == masked("1" * 30, Mask.PHONE) == BLOCK


def test_people_who_would_look_alike_are_numbered() -> None:
    names = ["张三", "张四", "李五", "张三"]
    assert masked_names(names) == {"张三": "张某1", "张四": "张某2", "李五": "李某"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("身份证号419001199003070011，", ["公民身份号码"]),
        ("身份证号41900119900307001X。", ["公民身份号码"]),
        ("电话138 0000 0000或0371-66668888", ["手机号码", "固定电话"]),
        ("账号6222021234567890123", ["银行账号"]),
        ("邮箱a.b@example.com", ["电子邮箱"]),
        ("豫A12345号车", ["车牌号"]),
        ("全角１３８００００００００", ["手机号码"]),
        ("洪复〔2025〕12号，罚款2000元，2025-03-04", []),
        ("文号20250304001", []),
    ],
)
def test_numbers_of_people_are_found_in_text(text: str, kinds: list[str]) -> None:
    assert [found.kind for found in found_in(text)] == kinds


def test_words_around_a_masked_number_stay() -> None:
    text = "申请人张某，身份证号419001199003070011，电话13800000000。"
    assert masked(text, Mask.TEXT) == f"申请人张某，身份证号{BLOCK}，电话{BLOCK}。"


def test_the_credit_code_of_an_organisation_is_public_and_one_typed_badly_is_not() -> None:
    assert masked("统一社会信用代码91110000600037341L的公司", Mask.TEXT) == "统一社会信用代码91110000600037341L的公司"
    assert BLOCK in masked("统一社会信用代码91110000600037341M的公司", Mask.TEXT)
