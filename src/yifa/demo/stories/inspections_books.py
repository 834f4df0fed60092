"""What a second body inspects in the demonstration county: items, objects and officers of the emergency bureau."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts.books import Book, books
from yifa.demo.place import County
from yifa.demo.registers import Row
from yifa.demo.stories.enforcement_books import TOWNS
from yifa.office.codes import credit_check_character
from yifa.office.models import Organ

SAFETY = "县应急局"
DAILY, KEY = "130999-JC-YJ1", "130999-JC-YJ2"
SHARED = (5, 7)
"""Food companies that the emergency bureau inspects too."""
OWN = tuple(range(101, 119))


def code_of(number: int) -> str:
    """The credit code of the company of a number; every fourth of the small numbers is an individual business."""
    body = f"{92 if number % 4 == 0 and number < 100 else 91}130999{number:09}"
    return body + credit_check_character(body)


def name_of(number: int) -> str:
    """Its name."""
    if number >= 100:
        return f"洪河县第{number}机械有限公司"
    return f"{TOWNS[number % 4]}第{number}小吃店" if number % 4 == 0 else f"洪河县第{number}食品有限公司"


def officer_rows(organ: Organ) -> list[Row]:
    """Six officers with valid certificates."""
    return [
        {
            "证件编号": f"130999YJ{number:03}", "姓名": name, "执法主体": organ.name, "人员性质": "公务员、参公人员",
            "证件类别": "行政执法证", "执法领域": "安全生产", "考试合格日期": date(2023, 11, 20), "本年培训学时": 40,
            "发证日期": date(2023, 12, 8), "有效期至": date(2028, 12, 7), "证件状态": "有效",
        }
        for number, name in enumerate(("田野", "石磊", "范明", "卢晨", "汪洋", "江涛"), 1)
    ]  # fmt: skip


def item_rows(organ: Organ) -> list[Row]:
    """A daily item with a cap of two, and one under special supervision."""
    common: Row = {
        "检查领域": "安全生产", "检查依据": "《安全生产法》第六十五条", "检查标准": "逐项对照检查表",
        "对象范围": "工业企业", "事项公布日期": date(2025, 5, 20), "标准公布日期": date(2025, 6, 20), "双随机": "否",
        "列入日期": date(2025, 5, 12),
    }  # fmt: skip
    return [
        common | {
            "事项编码": DAILY, "检查事项": "安全生产执法检查", "检查内容": "安全设施、操作规程、教育培训",
            "年度频次上限": 2, "上限公布日期": date(2025, 6, 20),
        },
        common | {
            "事项编码": KEY, "检查事项": "危险作业场所重点检查", "检查内容": "危险作业审批和现场管理", "重点监管": "是",
            "重点监管理由": "直接涉及公共安全和人民群众生命健康",
        },
    ]  # fmt: skip


def object_rows(organ: Organ) -> list[Row]:
    """Eighteen machine works and the two food companies."""
    return [
        {
            "对象编号": code_of(number), "对象名称": name_of(number), "对象类型": "企业",
            "行业": "机械制造" if number >= 100 else "食品生产", "检查领域": "安全生产", "风险等级": "ABC"[number % 3],
            "信用等级": "A", "所在乡镇街道": TOWNS[number % 4], "地址": f"{TOWNS[number % 4]}工业路{number}号",
            "列入日期": date(2025, 3, 10), "评级日期": date(2025, 3, 7),
        }
        for number in (*OWN, *SHARED)
    ]  # fmt: skip


BOOKS: tuple[Book, ...] = (
    (date(2025, 3, 3), "enforcement_officer", SAFETY, officer_rows),
    (date(2025, 3, 12), "inspection_object", SAFETY, object_rows),
    (date(2025, 6, 23), "inspection_item", SAFETY, item_rows),
)


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Each book on its day."""
    return books(BOOKS, county, today)
