"""双公示: what goes out comes in the same; every fault names row and field; a file is taken whole or not at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yifa.kernel.models import Link
from yifa.office.codes import credit_check_character
from yifa.office.personal import BLOCK
from yifa.oversight.exchange.checking import faults
from yifa.oversight.exchange.exporting import Exported, as_csv, as_xlsx, export
from yifa.oversight.exchange.importing import NotImported, Report, import_file
from yifa.oversight.exchange.layouts import LICENCE, PENALTY, Layout
from yifa.oversight.models import CreditRow
from yifa.oversight.tests.conftest import NOW, TODAY, County

CODE = "91130999000000001"
CODE += credit_check_character(CODE)
CITIZEN = "11010519491231002X"
FIRM = {
    "party_type": "legal_person", "party_name": "洪河县甲食品店", "party_id_no": CODE, "party_representative": "周平",
    "item_name": "进货查验", "penalty_basis": "《食品安全法》第一百二十六条", "number": "洪市监罚〔2026〕1号",
    "penalty_kinds": [{"kind": "fine"}], "violation": "未查验进货", "social_impact": True,
}  # fmt: skip
PERSON = FIRM | {
    "party_type": "natural", "party_name": "张三丰", "party_id_no": CITIZEN, "number": "洪市监罚〔2026〕2号",
    "violation": f"张三丰（{CITIZEN}）未查验进货",
}  # fmt: skip
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture(autouse=True)
def _codes(county: County) -> None:
    county.market.credit_code = CODE
    county.market.save()


def out(county: County, layout: Layout = PENALTY) -> Exported:
    return export(layout, *YEAR, [county.market.pk, county.city.pk], TODAY)


def taken(county: County, content: bytes, name: str = "f.csv") -> Report:
    return import_file(name, content, organ=county.city, by=county.handler, at=NOW, today=TODAY)


def test_a_penalty_goes_out_with_its_amount_in_ten_thousands(county: County) -> None:
    county.penalty(**FIRM)
    (row,) = out(county).rows
    assert (row["CF_XDR_MC"], row["CF_XDR_SHXYM"], row["CF_NR_FK"]) == ("洪河县甲食品店", CODE, "2")
    assert (row["CF_CFLB"], row["CF_JDRQ"], row["CF_CFJG"]) == ("罚款", "2026-05-06", "洪河县市场监督管理局")
    assert row["CF_XDR_ZJHM"] == ""


def test_a_citizen_is_masked_in_every_field(county: County) -> None:
    county.penalty(**PERSON)
    (row,) = out(county).rows
    assert (row["CF_XDR_MC"], row["CF_XDR_LB"], row["CF_XDR_ZJHM"]) == ("张某", "自然人", BLOCK)
    assert CITIZEN not in "".join(row.values())
    assert "张三丰" not in "".join(row.values())


@pytest.mark.parametrize("hidden", [
    {"case_regime": "public_security"}, {"social_impact": False}, {"decision_type": "no_penalty_minor"},
    {"party_type": "natural", "party_birth_date": date(2010, 1, 1)},
    # 17 years and eleven months old when it acted, on 2026-02-10
    {"party_type": "natural", "party_birth_date": date(2008, 3, 1), "party_id_no": CITIZEN},
    *({"changed_by": changed} for changed in ("changed", "revoked", "confirmed_illegal", "confirmed_void")),
])  # fmt: skip
def test_what_must_stay_sealed_or_has_no_impact_does_not_go_out(county: County, hidden: dict[str, Any]) -> None:
    county.penalty(**FIRM | hidden)
    assert not out(county).rows


def test_who_was_eighteen_when_it_acted_and_what_was_upheld_goes_out(county: County) -> None:
    county.penalty(**PERSON | {"party_birth_date": date(2008, 2, 9)})
    county.penalty(**FIRM | {"changed_by": "upheld"})
    assert len(out(county).rows) == 2


def test_on_the_eighteenth_birthday_itself_one_is_not_eighteen_yet(county: County) -> None:
    county.penalty(**PERSON | {"party_birth_date": date(2008, 2, 10)})
    assert not out(county).rows


def test_what_was_judged_not_to_be_public_does_not_go_out(county: County) -> None:
    case = county.penalty(**FIRM)
    publication = county.case("penalty_publication")
    Link.objects.create(source_id=case.pk, target_id=publication.pk, kind="penalty_publication", on=TODAY)
    assert len(out(county).rows) == 1
    publication.withheld = "no_impact"
    publication.save()
    assert not out(county).rows


def test_a_number_of_the_business_register_is_no_identity_number(county: County) -> None:
    county.penalty(**FIRM)
    row = out(county).rows[0] | {"CF_XDR_GSZC": "130999000012345", "CF_SY": "订单202611221300123涉案"}
    assert not list(faults(PENALTY, row, 2, TODAY))
    (fault,) = faults(PENALTY, row | {"CF_SY": "（130999800101123）无证经营"}, 2, TODAY)
    assert (fault.code, "没有遮蔽的身份证件号码" in fault.why) == ("CF_SY", True)


def test_a_row_with_a_fault_stays_and_is_named(county: County) -> None:
    county.penalty(**FIRM | {"party_id_no": CODE[:-1] + "X", "penalty_basis": ""})
    exported = out(county)
    assert not exported.rows
    told = [str(fault) for fault in exported.faults]
    assert any(one.startswith("第2行“统一社会信用代码”（CF_XDR_SHXYM）：") for one in told)
    assert "第2行“处罚依据”（CF_YJ）：没有填写，应当填写。" in told


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_export_then_import_then_export_gives_the_same(county: County, kind: str) -> None:
    county.penalty(**FIRM)
    county.penalty(**PERSON)
    first = out(county)
    content = as_csv(first).encode() if kind == "csv" else as_xlsx(first)
    report = taken(county, content, f"f.{kind}")
    assert (report.rows, report.faults, report.old) == (2, (), False)
    again = export(PENALTY, *YEAR, [county.city.pk], TODAY)
    assert again.rows == first.rows
    assert as_csv(again) == as_csv(first)


def test_a_licence_goes_out_and_comes_back(county: County) -> None:
    county.case("licence", outcome="granted", decided_on=date(2026, 6, 1), number="洪市监许〔2026〕1号",
                scope="餐饮服务", certificate="食品经营许可证", licence_no="JY1",
                valid_from=date(2026, 6, 1), kind="general",
                party_type="legal_person", party_name="洪河县甲食品店", party_id_no=CODE)  # fmt: skip
    first = out(county, LICENCE)
    assert (first.rows[0]["XK_XKLB"], first.rows[0]["XK_YXQZI"], first.rows[0]["XK_ZT"]) == ("普通", "2099-12-31", "1")
    taken(county, as_csv(first).encode())
    assert export(LICENCE, *YEAR, [county.city.pk], TODAY).rows == first.rows


def test_a_renewal_goes_out_with_the_kind_of_its_licence(county: County) -> None:
    party = {"party_type": "legal_person", "party_name": "洪河县甲食品店", "party_id_no": CODE, "licence_no": "JY1"}
    county.case("licence", **party, outcome="granted", decided_on=date(2021, 6, 1), kind="qualification")
    county.case("licence_change", **party, kind="renewal", outcome="granted", decided_on=date(2026, 6, 1),
                number="洪市监许变〔2026〕1号", scope="餐饮服务", certificate="食品经营许可证",
                valid_from=date(2021, 6, 1), valid_to=date(2026, 6, 1), new_valid_to=date(2031, 6, 1))  # fmt: skip
    county.case("licence_change", **party, kind="change", outcome="denied", decided_on=date(2026, 6, 2))
    (row,) = out(county, LICENCE).rows
    assert (row["XK_XKLB"], row["XK_XKWS"]) == ("认可", "准予变更（延续）行政许可决定书")
    assert (row["XK_NR"], row["XK_YXQZI"], row["XK_WSH"]) == ("餐饮服务", "2031-06-01", "洪市监许变〔2026〕1号")


def test_one_fault_and_nothing_of_the_file_is_taken(county: County) -> None:
    county.penalty(**FIRM)
    county.penalty(**FIRM | {"number": "洪市监罚〔2026〕3号"})
    lines = as_csv(out(county)).replace("2026-05-06", "2026-13-06", 1)
    report = taken(county, lines.encode())
    assert [str(one) for one in report.faults] == [
        "第3行“处罚决定日期”（CF_JDRQ）：“2026-13-06”不是日期，写成2026-03-04。"
    ]
    assert not CreditRow.objects.exists()


def test_a_file_is_not_taken_twice(county: County) -> None:
    county.penalty(**FIRM)
    content = as_csv(out(county)).encode()
    taken(county, content)
    (fault,) = taken(county, content).faults
    assert fault.why == "“洪市监罚〔2026〕1号”已经导入过"


def test_a_full_identity_number_never_comes_in(county: County) -> None:
    county.penalty(**PERSON)
    report = taken(county, as_csv(out(county)).replace(BLOCK, CITIZEN).encode())
    assert any("没有遮蔽的身份证件号码" in fault.why for fault in report.faults)


def test_the_layout_of_2016_is_taken_with_headings_in_gbk(county: County) -> None:
    head = "CF_WSH,CF_CFMC,CF_CFLB1,CF_CFLB2,CF_SY,CF_YJ,CF_XDR_MC,CF_XDR_SHXYM,CF_XDR_ZDM,CF_XDR_GSDJ,CF_XDR_SWDJ,"
    head += "CF_XDR_SFZ,CF_FR,CF_JG,CF_JDRQ,CF_XZJG,CF_ZT,DFBM,SJC,BZ"
    row = (
        f"洪市监罚〔2016〕1号,进货查验,罚款,没收违法所得,事实,依据,洪河县甲食品店,{CODE},,,,,周平,罚款二万元,2016/5/6,"
    )
    row += "洪河县市场监督管理局,0,130999,2016-05-07,"
    report = taken(county, f"{head}\n{row}\n".encode("gb18030"))
    assert (report.old, report.rows, report.faults) == (True, 1, ())
    kept = CreditRow.objects.get()
    assert (kept.decided_on, kept.values["CF_CFLB"], kept.values["CF_NR"]) == (
        date(2016, 5, 6), "罚款；没收违法所得", "罚款二万元"
    )  # fmt: skip


TEMPLATE = (
    "CF_XDR_MC,CF_XDR_SHXYM,CF_XDR_GSZC,CF_XDR_ZZJG,CF_XDR_SWDJ,CF_XDR_SYDW,CF_XDR_SHZZ,CF_FRDB,CF_FR_ZJHM,CF_XDR_ZJLX,"
    "CF_XDR_ZJHM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_NR_WFFF,CF_NR_ZKDX,CF_JDRQ,CF_YXQ,CF_GSJZQ,"
    "CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,BZ"
)
"""The fields of the template without the kind of party, which not every program writes."""
REST = f"进货查验,事实,依据,罚款,罚款二万元,2,,,2026/05/06,,,某局,{CODE},某局,{CODE},"


@pytest.mark.parametrize(("party", "kind"), [
    (f"某公司,{CODE},,,,,,周平,,,", "法人及非法人组织"), ("张某,,,,,,,,,身份证,*", "自然人"),
    (f"某店,{'92130999MA0000001'}{credit_check_character('92130999MA0000001')},,,,,,周平,,,", "个体工商户"),
])  # fmt: skip
def test_a_file_without_the_kind_of_party_is_taken_and_the_kind_is_told_from_its_numbers(
    county: County, party: str, kind: str
) -> None:
    report = taken(county, f"{TEMPLATE},CF_ZJ\n{party},洪市监罚〔2026〕1号,{REST},多余\n".encode())
    assert (report.faults, report.left) == ((), ("CF_ZJ",))
    assert CreditRow.objects.get().values["CF_XDR_LB"] == kind


def test_a_column_that_stands_twice_is_refused_rather_than_joined(county: County) -> None:
    content = f"{TEMPLATE},CF_WSH\n某公司,{CODE},,,,,,周平,,,,洪市监罚〔2026〕1号,{REST},洪市监罚〔2026〕9号\n"
    with pytest.raises(NotImported, match="“CF_WSH”一项有两栏"):
        taken(county, content.encode())


@pytest.mark.parametrize(("number", "party"), [
    ("1", "张某,1,,,,,,,,,身份证,*"), ("3", f"某公司,3,{CODE},,,,,,周平,,,"),
])  # fmt: skip
def test_a_licence_file_with_numbered_kinds_of_parties_is_taken(county: County, number: str, party: str) -> None:
    head = (
        "XK_XDR_MC,XK_XDR_TYPE,XK_XDR_SHXYM,XK_XDR_GSZC,XK_XDR_ZZJG,XK_XDR_SWDJ,XK_XDR_SYDW,XK_XDR_SHZZ,XK_FRDB,"
        "XK_FR_SFZH,XK_XDR_ZJLX,XK_XDR_ZJHM,XK_XKWS,XK_WSH,XK_XKLB,XK_XKZS,XK_XKBH,XK_NR,XK_JDRQ,XK_YXQZ,XK_YXQZI,"
        "XK_XKJG,XK_XKJGDM,XK_ZT,XK_ITEM_ID,XK_ITEM_BM,XK_SJLY,XK_SJLYDM,BZ"
    )
    rest = f"决定书,许〔2026〕1号,普通,证,1,内容,2026-05-06,2026-05-06,2031-05-05,某局,{CODE},1,a,b,某局,{CODE},"
    report = taken(county, f"{head}\n{party},{rest}\n".encode())
    assert (report.faults, report.left) == ((), ("XK_ITEM_ID", "XK_ITEM_BM"))
    assert CreditRow.objects.get().values["XK_XDR_LB"] == {"1": "自然人", "3": "法人及非法人组织"}[number]


@pytest.mark.parametrize(("state", "told"), [("0", "1"), ("1", "2"), ("", ""), ("2", None)])
def test_the_state_of_a_licence_of_2016_is_called_as_today_or_asked_for(
    county: County, state: str, told: str | None
) -> None:
    head = "XK_WSH,XK_XMMC,XK_SPLB,XK_NR,XK_XDR,XK_XDR_SHXYM,XK_XDR_ZDM,XK_XDR_GSDJ,XK_XDR_SWDJ,XK_XDR_SFZ,XK_FR,"
    head += "XK_JDRQ,XK_JZQ,XK_XZJG,XK_ZT,DFBM,SJC,BZ"
    row = f"许1,名称,普通,内容,某公司,{CODE},,,,,周平,2016/5/6,2017/5/5,某局,{state},130999,2016-05-07,"
    report = taken(county, f"{head}\n{row}\n".encode())
    assert report.left == ()
    if told is None:
        assert [fault.code for fault in report.faults] == ["XK_ZT"]
    else:
        assert CreditRow.objects.get().values.get("XK_ZT", "") == told


@pytest.mark.parametrize(("content", "why"), [
    (b"a,b\n1,2\n", "没有认出双公示的表头"), (b"\xff\xfe\x00\x81\xff", "编码无法识别"),
    (",".join(field.code for field in PENALTY.fields).encode(), "表头下面没有数据"),
])  # fmt: skip
def test_what_cannot_be_read_says_why(county: County, content: bytes, why: str) -> None:
    with pytest.raises(NotImported, match=why):
        taken(county, content)
    with pytest.raises(NotImported, match="不是可以打开的"):
        taken(county, content, "f.xlsx")


@pytest.mark.parametrize(("changes", "code", "why"), [
    ({"CF_XDR_LB": "企业"}, "CF_XDR_LB", "不在可选的值内"),
    ({"CF_NR_FK": "二万"}, "CF_NR_FK", "不是数字"),
    ({"CF_NR_FK": "0.1234567"}, "CF_NR_FK", "小数超过6位"),
    ({"CF_NR_FK": ""}, "CF_NR_FK", "应当填写金额"),
    ({"CF_JDRQ": "2026-12-01"}, "CF_JDRQ", "晚于今天"),
    ({"CF_GSJZQ": "2026-01-01"}, "CF_GSJZQ", "早于决定日期"),
    ({"CF_CFLB": "吊销许可证件", "CF_NR_FK": ""}, "CF_NR_ZKDX", "证照名称及编号"),
    ({"CF_XDR_SHXYM": ""}, "CF_XDR_SHXYM", "应当填写统一社会信用代码"),
    ({"CF_XDR_LB": "自然人"}, "CF_XDR_SHXYM", "不填单位的代码"),
    ({"CF_XDR_LB": "自然人", "CF_XDR_SHXYM": ""}, "CF_XDR_MC", "姓名没有遮蔽"),
    ({"CF_XDR_LB": "自然人", "CF_XDR_SHXYM": "", "CF_XDR_MC": "张某"}, "CF_XDR_ZJHM", "应当填写证件号码"),
    ({"CF_XDR_LB": "自然人", "CF_XDR_SHXYM": "", "CF_XDR_MC": "张某"}, "CF_XDR_ZJLX", "应当填写证件类型"),
    ({"CF_XDR_LB": "自然人", "CF_XDR_GSZC": "1"}, "CF_XDR_GSZC", "不填单位的代码"),
    ({"CF_XDR_ZJLX": "身份证"}, "CF_XDR_ZJLX", "不填自然人的证件"),
    ({"CF_XDR_ZJHM": "■■■■"}, "CF_XDR_ZJHM", "不填自然人的证件"),
    ({"CF_SY": "长" * 5001}, "CF_SY", "超过5000字"),
])  # fmt: skip
def test_each_field_is_checked_against_the_others(county: County, changes: dict[str, str], code: str, why: str) -> None:
    county.penalty(**FIRM)
    row = out(county).rows[0] | changes
    found = [fault for fault in faults(PENALTY, row, 2, TODAY) if fault.code == code]
    assert found
    assert why in found[0].why


def test_of_a_licence_with_business_secrets_the_decision_goes_out_without_its_scope(county: County) -> None:
    county.case("licence", outcome="granted", decided_on=date(2026, 6, 1), number="许1", scope="秘方", kind="general",
                item_name="食品生产许可", confidential=True, party_type="legal_person", party_name="甲",
                party_id_no=CODE)  # fmt: skip
    (row,) = out(county, LICENCE).rows
    assert row["XK_NR"] == "食品生产许可"
