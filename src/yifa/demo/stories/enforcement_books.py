"""Books of enforcement in the demonstration county (执法台账): bodies, officers, what they may do, to whom, how much.

What a supervisor should find is planted: a certificate that expired, one that will, one suspended; a letter of
delegation that one side did not publish; an evaluation that is late; an item without cap; tiers that overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts.books import Book, books
from yifa.demo.place import County
from yifa.demo.registers import Row
from yifa.office.codes import credit_check_character
from yifa.office.models import Organ, OrganKind

MARKET, CITY = "县市场监管局", "县城管局"
FIELDS = {MARKET: ("食品", "特种设备"), CITY: ("市容", "户外广告")}
NAMES = ("陈立", "林晓", "何勇", "梁敏", "宋涛", "唐佳", "许强", "邓洁")
TOWNS = ("城关镇", "柳林镇", "白石镇", "双桥镇")
OUTDOOR = "《城市市容和环境卫生管理条例》第三十六条"


def body_rows(organ: Organ) -> list[Row]:
    """Every department and township, and the one organisation that acts for a department."""
    rows: list[Row] = []
    for one in Organ.objects.filter(kind__in=(OrganKind.DEPARTMENT, OrganKind.TOWNSHIP)).order_by("pk"):
        township = one.kind == OrganKind.TOWNSHIP
        rows.append(
            {
                "执法主体": one.name,
                "主体类别": "乡镇人民政府" if township else "行政机关",
                "统一社会信用代码": one.credit_code,
                "执法权限": "行政处罚、行政检查" if township else "行政处罚、行政检查、行政强制措施",
                "执法依据": f"《行政处罚法》第{'二十四' if township else '十七'}条",
                "在岗执法人员数": 6 if township else 18,
            }
        )
    rows.append({
        "执法主体": "洪河县市容环境卫生服务中心", "主体类别": "受委托组织", "委托机关": _named(CITY).name,
        "执法权限": "行政处罚", "执法依据": "《行政处罚法》第二十条",
    })  # fmt: skip
    common = {
        "程序和救济渠道": "行政处罚流程图和救济告知",
        "确认日期": date(2025, 2, 10),
        "公告日期": date(2025, 2, 20),
    }
    return [row | common for row in rows]


def _named(short: str) -> Organ:
    return Organ.objects.get(short_name=short)


def officer_rows(organ: Organ) -> list[Row]:
    """Eight officers of a department: one expired, one about to, one suspended."""
    rows: list[Row] = []
    for number, name in enumerate(NAMES, 1):
        row: Row = {
            "证件编号": f"130999{organ.pk:02}{number:03}",
            "姓名": name,
            "执法主体": organ.name,
            "人员性质": "公务员、参公人员" if number % 3 else "事业编制",
            "证件类别": "行政执法证",
            "执法领域": "、".join(FIELDS[organ.short_name][: 1 + number % 2]),
            "考试合格日期": date(2023, 11, 20),
            "本年培训学时": 40,
            "发证日期": date(2023, 12, 8),
            "有效期至": date(2028, 12, 7),
            "证件状态": "有效",
        }
        if number in (6, 7):
            row |= {"考试合格日期": date(2021, 9, 10), "发证日期": date(2021, 10, 11)}
            row |= {"有效期至": date(2026, 10, 10) if number == 6 else date(2026, 12, 31)}
        if number == 8:
            row |= {"证件状态": "暂扣", "状态变动日期": date(2025, 2, 24), "变动原因": "年审不合格"}
        rows.append(row)
    rows[6] |= {"发证日期": date(2022, 1, 4)}
    return rows


def delegation_rows(organ: Organ) -> list[Row]:
    """One letter; the agent has not published it."""
    return [{
        "委托书编号": "洪城委〔2025〕1号", "委托事务": "行政处罚", "委托机关": organ.name,
        "受委托方": "洪河县市容环境卫生服务中心", "受委托方性质": "管理公共事务的组织",
        "委托事项": "随地倾倒垃圾的处罚、占道经营的处罚", "委托权限": "调查取证，以委托机关名义作出罚款决定",
        "委托依据": "《城市市容和环境卫生管理条例》第三十四条", "已核实受托条件": "是",
        "委托期限起": date(2025, 1, 1), "委托期限止": date(2026, 12, 31), "委托机关公布日期": date(2025, 1, 2),
    }]  # fmt: skip


def grant_rows(organ: Organ) -> list[Row]:
    """Two powers for two towns; the evaluation of one is late."""
    return [
        {
            "事项编码": f"冀赋-{n:03}", "赋权事项": name, "承接机关": _named(town).name, "承接机关类别": "乡镇人民政府",
            "原行使部门": _named(CITY).name, "处罚依据": basis, "省级决定文号": "冀政字〔2024〕9号（演示）",
            "决定公布日期": date(2024, 5, 10), "承接日期": date(2024, 7, 1),
            "下次评估期限": date(2026, 10, 31) if n == 1 else date(2027, 6, 30),
        }
        for town in ("柳林镇", "白石镇")
        for n, (name, basis) in enumerate(
            (("擅自设置户外广告的处罚", OUTDOOR), ("随地倾倒垃圾的处罚", "《城市市容和环境卫生管理条例》第三十四条")), 1
        )
    ]  # fmt: skip


def item_rows(organ: Organ) -> list[Row]:
    """What a department inspects; the cap of the last item is not set yet."""
    listed = {
        MARKET: (
            ("食品生产经营监督检查", "食品", "《食品安全法》第一百一十条", 2),
            ("特种设备使用单位监督检查", "特种设备", "《特种设备安全法》第五十七条", 1),
        ),
        CITY: (("户外广告设施检查", "户外广告", OUTDOOR, None),),
    }[organ.short_name]
    rows: list[Row] = []
    for n, (name, field, basis, cap) in enumerate(listed, 1):
        row: Row = {
            "事项编码": f"130999-JC-{organ.pk:02}{n}", "检查事项": name, "检查领域": field, "检查依据": basis,
            "检查内容": "证照、设施、记录", "检查标准": "逐项对照检查表",
            "对象范围": f"{field}领域的生产经营者",
            "事项公布日期": date(2025, 5, 20), "标准公布日期": date(2025, 6, 20), "双随机": "是",
            "列入日期": date(2025, 5, 12),
        }  # fmt: skip
        rows.append(row | ({"年度频次上限": cap, "上限公布日期": date(2025, 6, 20)} if cap else {}))
    return rows


def object_rows(organ: Organ) -> list[Row]:
    """Twenty-four enterprises and individual businesses."""
    rows: list[Row] = []
    for n in range(1, 25):
        individual = n % 4 == 0
        body = f"{92 if individual else 91}130999{n:09}"
        rows.append({
            "对象编号": body + credit_check_character(body),
            "对象名称": f"{TOWNS[n % 4]}第{n}小吃店" if individual else f"洪河县第{n}食品有限公司",
            "对象类型": "个体工商户" if individual else "企业", "行业": "餐饮服务" if individual else "食品生产",
            "检查领域": "食品、特种设备" if n % 6 == 0 else "食品", "风险等级": "ABBC"[n % 4] if n % 9 else "D",
            "信用等级": "AABC"[n % 4], "所在乡镇街道": TOWNS[n % 4], "列入日期": date(2025, 3, 10),
            "评级日期": date(2025, 3, 7),
        })  # fmt: skip
    return rows


def tier_rows(organ: Organ) -> list[Row]:
    """Two acts; the tiers of the second overlap."""
    acts = (
        ("SP-122", "未取得许可从事食品经营（货值不足一万元）", "《食品安全法》第一百二十二条", 50000, 100000,
         ((50000, 65000), (65000, 85000), (85000, 100000))),
        ("SP-126", "未按规定建立并遵守进货查验记录制度（拒不改正）", "《食品安全法》第一百二十六条", 5000, 50000,
         ((5000, 18000), (16000, 36000), (36000, 50000))),
    )  # fmt: skip
    words = (("从轻", "货值小，没有危害后果"), ("一般", "没有从轻、从重情节"), ("从重", "有危害后果，或者再次违法"))
    return [
        {
            "违法行为编码": code, "违法行为": act, "处罚依据": basis, "版次": 1, "阶次": n, "阶次性质": kind,
            "适用条件": when, "幅度单位": "元", "幅度下限": low, "幅度上限": high, "不含上限": "否" if n == 3 else "是",
            "法定下限": least, "法定上限": most, "制定层级": "县级", "制定形式": "行政规范性文件",
            "文件名称和文号": "洪市监规〔2025〕1号", "合法性审核文号": "洪司审〔2025〕12号",
            "公布日期": date(2025, 5, 20), "施行日期": date(2025, 7, 1),
        }
        for code, act, basis, least, most, ranges in acts
        for n, ((kind, when), (low, high)) in enumerate(zip(words, ranges, strict=True), 1)
    ]  # fmt: skip


def lenient_rows(organ: Organ) -> list[Row]:
    """What must and what may be spared."""
    items = (
        ("未在经营场所公示营业执照", "轻微不罚", "违法行为轻微，及时改正，没有造成危害后果", ""),
        (
            "未按规定办理变更登记",
            "首违可以不罚",
            "初次违法，危害后果轻微，在责令期限内改正",
            "本县登记的市场主体，两年内",
        ),
    )
    return [
        {
            "事项编码": f"MF-{n:03}", "违法行为": act, "处理": kind, "适用条件": when, "初次违法的范围": scope,
            "违法行为的处罚依据": f"《市场主体登记管理条例》第四十{'八' if n == 1 else '六'}条", "版次": 1,
            "清单文件": "洪市监规〔2025〕2号", "公布日期": date(2025, 5, 20), "施行日期": date(2025, 7, 1),
        }
        for n, (act, kind, when, scope) in enumerate(items, 1)
    ]  # fmt: skip


BOOKS: tuple[Book, ...] = (
    (date(2025, 2, 21), "enforcement_body", "县司法局", body_rows),
    *((date(2025, 3, 3), "enforcement_officer", name, officer_rows) for name in FIELDS),
    (date(2025, 3, 4), "enforcement_delegation", CITY, delegation_rows),
    (date(2025, 3, 4), "granted_power", "县司法局", grant_rows),
    (date(2025, 3, 12), "inspection_object", MARKET, object_rows),
    *((date(2025, 6, 23), "inspection_item", name, item_rows) for name in FIELDS),
    (date(2025, 6, 24), "discretion_benchmark", MARKET, tier_rows),
    (date(2025, 6, 24), "leniency_list", MARKET, lenient_rows),
)


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Each book on its day."""
    return books(BOOKS, county, today)
