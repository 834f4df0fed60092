"""A year of register entries, written into spreadsheets and brought in through the importer as an office would."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter
from django.utils import timezone

from yifa.demo.place import County
from yifa.errors import YifaError
from yifa.kernel.registers import REGISTERS
from yifa.kernel.registers.importing import import_file
from yifa.office.models import Organ

Row = dict[str, Any]
Maker = Callable[[County, Organ, int, int, Random], Row]

AUDIENCES = {
    "法律进乡村": ("赶集日法律咨询", "村民说事会以案释法"),
    "法律进社区": ("社区普法课堂", "物业纠纷法律讲堂"),
    "法律进学校": ("开学第一堂法治课", "防范校园欺凌宣讲"),
    "法律进企业": ("企业用工法律风险提示", "安全生产法宣讲"),
    "法律进机关": ("机关干部法治讲座", "行政处罚法专题培训"),
    "宪法宣传周": ("国家宪法日集中宣传", "宪法进万家"),
    "民法典宣传月": ("民法典主题宣传", "婚姻家庭编解读"),
}
STUDIES = (
    "行政复议法",
    "行政处罚法",
    "行政许可法",
    "行政诉讼法",
    "宪法",
    "民法典",
    "保守国家秘密法",
    "政府信息公开条例",
)
MATTERS = (
    "城区供热特许经营协议",
    "土地收储补偿协议",
    "招商引资项目合同",
    "公共停车场管理办法",
    "信访积案化解",
    "工程款纠纷",
)
TITLES = {
    "20-01 法规规章和规范性文件": "关于印发{topic}管理办法的通知",
    "20-02 机构职能": "{organ}机构职能和内设机构",
    "20-03 规划": "{topic}专项规划",
    "20-06 行政处罚和行政强制": "行政处罚结果公示（第{n}批）",
    "20-11 民生政策": "{topic}政策问答（第{n}期）",
    "20-13 监督检查": "{topic}监督检查情况通报",
}
TOPICS = ("农村道路", "公共停车场", "集贸市场", "饮用水源", "校园周边", "城乡低保", "养老服务", "安全生产")

DATES = ("活动日期", "日期", "服务日期", "形成日期", "公开日期", "聘期起")
"""Columns whose days must not lie in the future."""


def fill(
    county: County, year: int, random: Random, shares: dict[str, int], *, until: date,
    progress: Callable[[float], None] = lambda done: None,
) -> int:  # fmt: skip
    """Import the entries of a year up to a day; returns their number.

    Args:
        shares: how many entries of each register an organ makes in a whole year.
    """
    books = [(key, organ) for key in MAKERS for organ in _makers_of(key, county)]
    total = 0
    for number, (key, organ) in enumerate(books, 1):
        rows = [MAKERS[key](county, organ, year, n, random) for n in range(1, shares[key] + 1)]
        known = [row for row in rows if all(day <= until for label, day in row.items() if label in DATES)]
        total += imported(county, key, organ, known, min(until, date(year, 12, 31)))
        progress(number / len(books))
    return total


def _makers_of(key: str, county: County) -> list[Organ]:
    return [county.government] if key.startswith("counsel") else county.organs


def imported(county: County, key: str, organ: Organ, rows: list[Row], on: date) -> int:
    """Bring rows into a register of an organ on a day, through a spreadsheet and the importer; how many.

    Raises:
        YifaError: the importer found faults: the rows or the declaration are wrong.
    """
    if not rows:
        return 0
    register = REGISTERS.get(key)
    at = timezone.make_aware(datetime.combine(on, time(18)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{organ.short_name}{register.label}{on:%Y%m%d}.xlsx"
        _write(path, rows)
        report = import_file(register, organ, path, by=county.clerks[organ.pk], at=at)
    if not report.clean:
        first = "；".join(str(fault) for fault in report.faults[:3])
        raise YifaError(f"演示数据未能导入{register.label}（{organ}）：{first}")
    return len(rows)


def _write(path: Path, rows: list[Row]) -> None:
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        labels = list(dict.fromkeys(label for row in rows for label in row))
        sheet.write_row(0, 0, labels)
        for number, row in enumerate(rows, 1):
            for column, label in enumerate(labels):
                sheet.write(number, column, row.get(label, ""))


def _day(year: int, random: Random, last: int = 364) -> date:
    return date(year, 1, 1) + timedelta(days=random.randrange(last))


def _activity(county: County, organ: Organ, year: int, n: int, random: Random) -> Row:
    kind = random.choice(list(AUDIENCES))
    return {
        "活动编号": f"普〔{year}〕{n}号", "活动日期": _day(year, random),
        "主题": random.choice(AUDIENCES[kind]), "类型": kind,
        "地点": random.choice(("文化广场", "便民服务中心", "中心小学", "集贸市场", "会议室")),
        "主办单位": organ.short_name,
        "受众人次": random.randrange(30, 900), "发放资料": random.randrange(50, 1200),
        "媒体宣传": random.choice((0, 0, 1, 2)),
    }  # fmt: skip


def _study(county: County, organ: Organ, year: int, n: int, random: Random) -> Row:
    kind = ("中心组学法", "会前学法", "会前学法", "专题讲座")[n % 4] if n % 12 else "网络考试"
    row: Row = {
        "编号": f"学〔{year}〕{n}号", "日期": _day(year, random), "形式": kind, "学习主题": random.choice(STUDIES),
        "主讲人": "县委党校讲师" if kind == "专题讲座" else "分管负责人", "参加人数": random.randrange(8, 60),
    }  # fmt: skip
    if kind == "网络考试":
        taken = random.randrange(10, 40)
        row |= {"应考人数": taken + random.randrange(2), "参考人数": taken, "合格人数": taken - random.randrange(3)}
    return row


def _counsel(county: County, organ: Organ, year: int, n: int, random: Random) -> Row:
    return {
        "顾问编号": f"顾{year}-{n:02}", "类别": "外聘法律顾问" if n % 3 else "公职律师",
        "姓名": f"{'赵钱孙李周吴郑王'[n % 8]}律师",
        "执业证号": f"1130999{year}{n:06}", "所在单位": f"洪河第{n % 4 + 1}律师事务所", "聘任单位": organ.name,
        "聘期起": date(year, 1, 1), "聘期止": date(year + 1, 12, 31), "已作利益冲突声明": "是",
    }  # fmt: skip


def _service(county: County, organ: Organ, year: int, n: int, random: Random) -> Row:
    kind = random.choice(("出具法律意见书", "参加会议", "合同审查", "参与接访", "培训授课"))
    return {
        "服务编号": f"顾服〔{year}〕{n}号", "顾问编号": f"顾{year}-{random.randrange(1, 13):02}", "服务类别": kind,
        "服务日期": _day(year, random), "事项": random.choice(MATTERS), "时长": random.randrange(2, 17) / 2,
        "采纳情况": "采纳" if random.random() < 0.9 else "部分采纳",
    }  # fmt: skip


def _information(county: County, organ: Organ, year: int, n: int, random: Random) -> Row:
    category = random.choice(list(TITLES))
    formed = _day(year, random, 330)
    published = min(formed + timedelta(days=random.choice((2, 5, 9, 12, 20, 26, 34))), date(year, 12, 31))
    title = TITLES[category].format(topic=random.choice(TOPICS), organ=organ.short_name, n=n)
    return {
        "索引号": f"{str(organ.credit_code)[:8]}/{year}-{n:05}", "名称": title, "内容概述": f"{title}的主要内容。",
        "形成日期": formed, "类别": category,
        "保密审查人": "保密员", "保密审查日期": formed, "保密审查结论": "可以公开",
        "个人信息审查人": "法制员", "个人信息审查日期": formed, "公开日期": published, "公开渠道": "政府网站",
    }  # fmt: skip


MAKERS: dict[str, Maker] = {
    "law_publicity": _activity,
    "law_study": _study,
    "counsel": _counsel,
    "counsel_service": _service,
    "disclosure": _information,
}
