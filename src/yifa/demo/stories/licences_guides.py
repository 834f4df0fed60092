"""The guides to the licences of the demonstration county (许可办事指南), and who applies for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from yifa.areas.enforcement.common.identity import identity_check_character
from yifa.demo.parts.books import Book
from yifa.demo.registers import Row
from yifa.office.codes import credit_check_character
from yifa.office.models import Organ

LISTED, PUBLISHED = date(2025, 1, 2), date(2025, 1, 6)
MARKET, HEALTH, CITY, ROADS = "县市场监管局", "县卫健局", "县城管局", "县交通局"
SAFETY, HOUSING, WATER, PEOPLE = "县应急局", "县住建局", "县水利局", "县人社局"
FARMS, LAND, ENVIRONMENT, SCHOOLS = "县农业农村局", "县自然资源局", "县生态环境分局", "县教育局"


@dataclass(frozen=True)
class Item:
    """One item: at which organ, its code, name, kind, certificate, the usual scope, and what is special about it."""

    organ: str
    code: str
    name: str
    kind: str
    certificate: str
    scope: str
    basis: str
    matter: str = ""
    months: int | None = 60
    special: tuple[tuple[str, Any], ...] = ()


FOOD = Item(
    MARKET, "XK-SP-01", "食品经营许可", "普通", "食品经营许可证", "热食类食品制售", "《食品安全法》第三十五条", "食品"
)
DIET = Item(MARKET, "XK-SP-02", "小餐饮登记", "登记", "小餐饮登记证", "小餐饮经营", "《食品安全法》第三十六条", "食品",
            36, (("可以告知承诺", "是"),))  # fmt: skip
PUBLIC = Item(HEALTH, "XK-WS-01", "公共场所卫生许可", "普通", "卫生许可证", "住宿场所",
              "《公共场所卫生管理条例》第四条", "公共卫生", 48)  # fmt: skip
SIGNS = Item(CITY, "XK-CG-01", "大型户外广告设置审批", "普通", "户外广告设置批准书", "临街墙面广告一处",
             "《城市市容和环境卫生管理条例》第十一条", "户外广告", 24)  # fmt: skip
STREET = Item(CITY, "XK-CG-02", "临时占用城市道路审批", "普通", "临时占道许可证", "占用人行道八平方米",
              "《城市道路管理条例》第三十一条", "市容", 36)  # fmt: skip
LORRIES = Item(ROADS, "XK-JT-01", "道路货物运输经营许可", "普通", "道路运输经营许可证", "普通货运",
               "《道路运输条例》第二十四条", "道路运输", 48)  # fmt: skip
FIREWORKS = Item(SAFETY, "XK-YJ-01", "烟花爆竹经营（零售）许可", "普通", "烟花爆竹经营（零售）许可证",
                 "烟花爆竹零售", "《烟花爆竹安全管理条例》第十六条", "安全生产", 24,
                 (("数量限制", 3), ("直接关系公共安全、人身健康、生命财产安全", "是")))  # fmt: skip
CHEMICALS = Item(SAFETY, "XK-YJ-02", "危险化学品经营许可", "普通", "危险化学品经营许可证", "危险化学品零售",
                 "《危险化学品安全管理条例》第三十三条", "安全生产", 36,
                 (("列入法制审核目录", "是"), ("直接关系公共安全、人身健康、生命财产安全", "是")))  # fmt: skip
GAS = Item(HOUSING, "XK-ZJ-01", "燃气经营许可", "普通", "燃气经营许可证", "瓶装燃气经营",
           "《城镇燃气管理条例》第十五条", "燃气", 36)  # fmt: skip
INTAKE = Item(
    WATER, "XK-SL-01", "取水许可", "普通", "取水许可证", "年取水量二万立方米", "《水法》第四十八条", "水资源", 60
)
LABOUR = Item(PEOPLE, "XK-RS-01", "劳务派遣经营许可", "认可", "劳务派遣经营许可证", "劳务派遣",
              "《劳动合同法》第五十七条", "人力资源", 36)  # fmt: skip
DRUGS = Item(FARMS, "XK-NY-01", "兽药经营许可", "核准", "兽药经营许可证", "兽药零售", "《兽药管理条例》第二十二条",
             "农资", 60)  # fmt: skip
SCHOOL = Item(SCHOOLS, "XK-JY-01", "民办学校设立审批", "普通", "民办学校办学许可证", "学前教育，六个班",
              "《民办教育促进法》第十二条", "教育", 36, (("法定办理工作日", 60),
              ("另有规定的依据", "《民办教育促进法》第十四条")))  # fmt: skip
WASTE = Item(ENVIRONMENT, "XK-HJ-01", "危险废物经营许可", "普通", "危险废物收集许可证", "废矿物油收集",
             "《固体废物污染环境防治法》第八十条", "环境", 36)  # fmt: skip
SAND = Item(WATER, "XK-SL-02", "河道采砂许可", "特许", "河道采砂许可证", "年采砂量一万立方米", "《水法》第三十九条",
            "水资源", 36)  # fmt: skip
ITEMS = (
    FOOD, DIET, PUBLIC, SIGNS, STREET, LORRIES, FIREWORKS, CHEMICALS, GAS, INTAKE, LABOUR, DRUGS, SCHOOL, WASTE, SAND,
)  # fmt: skip


def guide_rows(organ: Organ) -> list[Row]:
    """The guides of an organ."""
    return [
        {
            "事项编码": item.code, "许可事项": item.name, "许可类别": item.kind, "领域": item.matter,
            "设定依据": item.basis, "许可条件": "有相适应的场所、设施、人员和管理制度",
            "申请材料": "申请书、主体资格证明、场所证明、管理制度", "法定办理工作日": 20,
            "延续申请提前天数": 30, "列入日期": LISTED, "公布日期": PUBLISHED,
        }
        | ({"有效期（月）": item.months} if item.months else {})
        | dict(item.special)
        for item in ITEMS
        if item.organ == organ.short_name
    ]  # fmt: skip


BOOKS: tuple[Book, ...] = tuple(
    (date(2025, 2, 24), "licence_guide", organ, guide_rows) for organ in dict.fromkeys(item.organ for item in ITEMS)
)

SURNAMES, GIVEN = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨",
    ("建国", "秀兰", "志强", "丽", "伟", "芳", "国庆", "桂英", "海", "敏"),
)
TRADES = ("福来", "永盛", "惠民", "金穗", "顺达", "祥和", "长青", "同心", "新源", "宏达", "瑞丰", "清河")
FIRMS = {"食品经营许可": "餐饮", "公共场所卫生许可": "宾馆", "道路货物运输经营许可": "物流", "燃气经营许可": "燃气",
         "取水许可": "农业开发", "劳务派遣经营许可": "人力资源", "兽药经营许可": "兽药", "大型户外广告设置审批": "广告",
         "危险废物经营许可": "环保", "危险化学品经营许可": "化工贸易", "河道采砂许可": "砂石"}  # fmt: skip


def firm(number: int, item: Item) -> dict[str, Any]:
    """A company of the county that does not exist."""
    body = f"91130999{number:09}"
    name = f"洪河县{TRADES[number % len(TRADES)]}{FIRMS.get(item.name, '商贸')}有限公司"
    return {
        "party_type": "legal_person", "party_name": name, "party_id_type": "credit_code",
        "party_id_no": body + credit_check_character(body), "party_address": f"洪河县解放路{number % 200 + 1}号",
    }  # fmt: skip


def citizen(number: int, random: Random, born: int = 0) -> dict[str, Any]:
    """A person who does not exist; the division code belongs to no place."""
    birth = date(born or 1960 + number * 7 % 40, number % 12 + 1, number % 28 + 1)
    body = f"130999{birth:%Y%m%d}{number % 999 + 1:03}"
    return {
        "party_type": "natural", "party_name": random.choice(SURNAMES) + random.choice(GIVEN),
        "party_id_type": "id_card", "party_id_no": body + identity_check_character(body),
        "party_address": f"洪河县城关镇西街村{number % 90 + 1}号",
    }  # fmt: skip


def shop(number: int, random: Random) -> dict[str, Any]:
    """An individual business."""
    body = f"92130999{number:09}"
    return {
        "party_type": "individual_business", "party_name": f"城关镇{random.choice(SURNAMES)}记{TRADES[number % 12]}店",
        "party_id_type": "credit_code", "party_id_no": body + credit_check_character(body),
        "party_address": f"洪河县城关镇东街{number % 120 + 1}号",
    }  # fmt: skip
