"""What a public text must not show."""

from __future__ import annotations

import pytest

from yifa.areas.enforcement.penalty_publication.privacy import exposed

CITIZEN = {"name": "张三", "party_type": "natural", "id_type": "id_card", "id_no": "11010519491231002X",
           "address": "洪河县柳林镇柳湾村八组12号"}  # fmt: skip
COMPANY = {"name": "洪河县惠民商贸有限公司", "party_type": "legal_person", "id_type": "credit_code",
           "id_no": "91110000600037341L", "address": "洪河县城关镇建设路1号"}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("当事人身份证号11010519491231002X。", "公民身份号码"),
        ("当事人身份证号11010519491231002x。", "公民身份号码"),
        ("身份证号１１０１０５１９４９１２３１００２Ｘ。", "公民身份号码"),
        ("账号6222020200112233445。", "银行账号"),
        ("电话13800138000。", "手机号码"),
        ("电话0312-1234567。", "固定电话"),
        ("邮箱zhang@example.com。", "电子邮箱"),
        ("车辆冀A12345。", "车牌号"),
        ("当事人张三。", "姓名"),
        ("住洪河县柳林镇柳湾村八组12号。", "住址"),
    ],
)
def test_numbers_names_and_addresses_of_people_are_found(text: str, what: str) -> None:
    found = exposed(text, [CITIZEN])
    assert any(what in one for one in found)
    assert not any("1101051949" in one for one in found), "a message never repeats the number"


@pytest.mark.parametrize(
    "text",
    [
        "当事人张某，罚款5000元。",
        "洪河县惠民商贸有限公司（统一社会信用代码91110000600037341L），住所洪河县城关镇建设路1号。",
        "罚款20000元，没收违法所得3000.50元；决定书文号洪市监罚〔2025〕8号；2025年3月10日。",
        "",
    ],
)
def test_what_is_public_stays(text: str) -> None:
    assert exposed(text, [CITIZEN, COMPANY]) == []


def test_a_citizens_number_is_no_credit_code_though_it_stands_in_a_company_row() -> None:
    row = COMPANY | {"id_type": "id_card", "id_no": "11010519491231002X"}
    assert exposed("11010519491231002X", [row])


def test_an_individual_business_may_be_where_its_owner_lives() -> None:
    row = {"name": "洪河县马家面馆", "party_type": "individual_business", "address": "洪河县城关镇柳湾村三组12号"}
    assert exposed("洪河县马家面馆（洪河县城关镇柳湾村三组12号）", [row]) == ["有个体工商户的住址（第9字起）"]
