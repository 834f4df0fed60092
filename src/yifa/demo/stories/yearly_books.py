"""Books of the demonstration that come once a year or after a change: lists, arrears, changes of law (年度台账)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yifa.areas.rulemaking.government_contract.register import arrears_of
from yifa.areas.rulemaking.law_change.impact import impact
from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts.books import Book, books
from yifa.demo.place import County
from yifa.demo.registers import Row
from yifa.kernel.models import Case
from yifa.law import act
from yifa.office.models import Organ

FIRST = {"版次": 1, "状态": "现行", "调整原因": "首次列入"}
POWERS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "县市场监管局": (
        ("食品经营许可", "行政许可", "《食品安全法》第三十五条"),
        ("食品生产经营监督检查", "行政检查", "《食品安全法》第一百一十条"),
        ("无证从事食品经营的处罚", "行政处罚", "《食品安全法》第一百二十二条"),
        ("查封扣押不合格产品", "行政强制", "《产品质量法》第十八条"),
    ),
    "县生态环境分局": (
        ("排污单位现场检查", "行政检查", "《环境保护法》第二十四条"),
        ("超标排放的处罚", "行政处罚", "《环境保护法》第六十条"),
        ("查封扣押排污设施", "行政强制", "《环境保护法》第二十五条"),
        ("建设项目环境影响评价审批", "行政许可", "《环境影响评价法》第二十二条"),
    ),
    "县自然资源局": (
        ("建设用地规划许可", "行政许可", "《城乡规划法》第三十七条"),
        ("违法占地的处罚", "行政处罚", "《土地管理法》第七十七条"),
        ("不动产登记", "行政确认", "《不动产登记暂行条例》第五条"),
        ("土地征收补偿", "行政征收征用", "《土地管理法》第四十八条"),
    ),
    "县人社局": (
        ("劳务派遣经营许可", "行政许可", "《劳动合同法》第五十七条"),
        ("劳动保障监察", "行政检查", "《劳动保障监察条例》第十条"),
        ("拖欠工资的处罚", "行政处罚", "《保障农民工工资支付条例》第五十五条"),
        ("工伤认定", "行政确认", "《工伤保险条例》第十七条"),
    ),
    "县民政局": (
        ("社会团体登记", "行政许可", "《社会团体登记管理条例》第九条"),
        ("最低生活保障", "行政给付", "《社会救助暂行办法》第九条"),
        ("慈善组织认定", "行政确认", "《慈善法》第十条"),
        ("社会团体监督检查", "行政检查", "《社会团体登记管理条例》第二十四条"),
    ),
    "县城管局": (
        ("临时占用城市道路许可", "行政许可", "《城市道路管理条例》第三十一条"),
        ("擅自设置户外广告的处罚", "行政处罚", "《城市市容和环境卫生管理条例》第三十六条"),
        ("城镇垃圾处理费", "行政征收征用", "《城市市容和环境卫生管理条例》第十九条"),
        ("强制拆除违法建设", "行政强制", "《城乡规划法》第六十八条"),
    ),
}
"""Powers of six departments, with the provisions they rest on; those of the old environmental acts need adjusting."""

ROUNDS = ("初次办理", "变更", "延续、复查", "撤销、注销", "举报处理")
"""How one power is split into items."""


def power_rows(organ: Organ) -> list[Row]:
    """The list of powers of a department: each power split into items."""
    rows = []
    for number, (name, kind, basis) in enumerate(POWERS[organ.short_name], 1):
        for part, word in enumerate(ROUNDS, 1):
            rows.append(
                FIRST
                | {
                    "事项编码": f"130999-{organ.pk:02}-{number:02}{part}",
                    "事项名称": f"{name}（{word}）",
                    "依据": basis,
                    "权力类型": kind,
                    "责任事项": "受理、审查、决定、送达、事后监管。",
                    "追责情形": "不依法履行职责的，依照《公务员法》等规定处理。",
                    "列入、调整日期": date(2025, 3, 3),
                    "公布日期": date(2025, 3, 21),
                }
            )
    return rows


def licence_rows(organ: Organ) -> list[Row]:
    """The licences among the powers."""
    licences = [(name, basis) for name, kind, basis in POWERS[organ.short_name] if kind == "行政许可"]
    return [
        FIRST
        | {
            "国家编码": f"0001{organ.pk:02}{number:03}000",
            "事项名称": name,
            "依据": basis,
            "子项": word,
            "实施层级": "县级",
            "实施区域": "洪河县",
            "许可条件": "符合法律、法规规定的条件。",
            "申请材料": "申请书、身份证明和相关资料。",
            "办理时限": 10,
            "收费": "不收费",
            "监管规则": "双随机、一公开检查。",
            "列入、调整日期": date(2025, 2, 10),
            "公布日期": date(2025, 3, 4),
        }
        for number, (name, basis) in enumerate(licences, 1)
        for word in ROUNDS[:4]
    ]


def certificate_rows(organ: Organ) -> list[Row]:
    """Certificates that may be asked for."""
    items = (("无犯罪记录证明", "《教师法》第十四条"), ("居住证明", "《义务教育法》第十二条"))
    return [
        FIRST
        | {
            "事项名称": name,
            "依据": basis,
            "索要单位": organ.short_name,
            "开具单位": "公安派出所",
            "办理指南": "办事指南",
            "可以告知承诺": "否",
            "列入、调整日期": date(2025, 2, 10),
            "公布日期": date(2025, 3, 3),
        }
        for name, basis in items
    ]


def fee_rows(organ: Organ) -> list[Row]:
    """What enterprises are asked to pay."""
    items = (
        ("城镇垃圾处理费", "涉企行政事业性收费", "《城市市容和环境卫生管理条例》第十九条", "每吨60元"),
        ("城市道路占用挖掘修复费", "涉企行政事业性收费", "《城市道路管理条例》第三十七条", "按面积和结构计算"),
        ("农民工工资保证金", "涉企保证金", "《保障农民工工资支付条例》第三十二条", "合同价的1%，可以用保函替代"),
    )
    return [
        FIRST
        | {
            "事项名称": name,
            "类别": kind,
            "依据": basis,
            "收费标准": standard,
            "执收单位": organ.short_name,
            "可以用保函替代": "是" if "保证金" in name else "否",
            "列入、调整日期": date(2025, 2, 10),
            "公布日期": date(2025, 3, 3),
        }
        for name, kind, basis, standard in items
    ]


def intermediary_rows(organ: Organ) -> list[Row]:
    """Services that are a condition of an approval."""
    items = (
        ("建设项目环境影响评价文件编制", "《环境影响评价法》第十九条", "建设项目环境影响评价审批"),
        ("地质灾害危险性评估", "《地质灾害防治条例》第二十一条", "建设用地规划许可"),
    )
    return [
        FIRST
        | {
            "事项名称": name,
            "依据": basis,
            "对应的审批事项": used,
            "服务时限": "30日",
            "收费标准": "市场调节价",
            "列入、调整日期": date(2025, 2, 10),
            "公布日期": date(2025, 3, 3),
        }
        for name, basis, used in items
    ]


def arrears_rows(organ: Organ) -> list[Row]:
    """What was owed to SMEs at the end of 2025."""
    number, amount = arrears_of(2025, organ.pk)
    return [
        {
            "年度": 2025,
            "逾期尚未支付的合同数量": number,
            "逾期尚未支付的金额": float(amount or 0),
            "统计日期": date(2026, 1, 15),
            "公开日期": date(2026, 3, 26),
            "公开方式": "政府网站",
        }
    ]


def assessment_rows(organ: Organ) -> list[Row]:
    """The assessment of counsel for the year."""
    return [
        {
            "考核编号": f"顾考〔2025〕{n}号",
            "顾问编号": f"顾2025-{n:02}",
            "考核年度": 2025,
            "考核日期": date(2026, 1, 20),
            "考核结果": "优秀" if n % 4 == 0 else "合格",
            "评价和处理意见": "同意续聘",
        }
        for n in range(1, 11)
    ]


def risk_rows(organ: Organ) -> list[Row]:
    """Warnings over the contracts of an organ: the first closed, the later ones open."""
    numbers = Case._base_manager.filter(organ=organ, procedure="government_contract").exclude(number="")
    rows = []
    for n, number in enumerate(numbers.order_by("pk").values_list("number", flat=True), 1):
        open_ = n > 1
        rows.append(
            {
                "预警编号": f"险〔2026〕{n}号",
                "合同": number,
                "等级": "高" if open_ else "低",
                "预警情形": "逾期付款" if open_ else "节点滞后",
                "风险内容": "款项逾期未付，可能引起诉讼" if open_ else "交付比约定晚五日",
                "预警日期": date(2026, 9, 1),
                "处置措施": "" if open_ else "约谈对方，已按期交付",
                "解除日期": "" if open_ else date(2026, 9, 20),
            }
        )
    return rows


def change_rows(organ: Organ) -> list[Row]:
    """The code of 2026 replaced the environmental acts."""
    return [
        {
            "编号": f"变〔2026〕{n}号",
            "法律文件": name,
            "变动": "被新法替代",
            "变动日期": date(2026, 8, 15),
            "新的法律文件": "生态环境法典",
            "完成期限": date(2026, 12, 31),
        }
        for n, name in enumerate(("环境保护法", "环境影响评价法"), 1)
    ]


def item_rows(organ: Organ) -> list[Row]:
    """What the repeal of 环境保护法 touches; the first items are dealt with."""
    rows = []
    for n, one in enumerate((found for found in impact(act("环境保护法")) if found.pk), 1):
        row = {
            "序号": f"变〔2026〕1号-{n}",
            "法律变动": "变〔2026〕1号",
            "类别": one.what,
            "名称": one.title,
            "所属单位": one.holder,
            "所引条款": one.cited,
            "系统内的记录": one.address,
            "处理结果": "待处理",
            "列入日期": date(2026, 8, 17),
        }
        if n <= 3:
            row |= {"处理结果": "不受影响，保留", "理由": "新法规定了相同的职责。", "处理日期": date(2026, 9, 10)}
        rows.append(row)
    return rows


BOOKS: tuple[Book, ...] = (
    *((date(2025, 3, 25), "power_list", name, power_rows) for name in POWERS),
    *((date(2025, 3, 26), "licence_list", name, licence_rows) for name in POWERS),
    (date(2025, 3, 26), "certificate_list", "县教育局", certificate_rows),
    (date(2025, 3, 26), "fee_list", "县城管局", fee_rows),
    (date(2025, 3, 26), "intermediary_list", "县政府", intermediary_rows),
    (date(2026, 1, 22), "counsel_assessment", "县政府", assessment_rows),
    *((date(2026, 3, 27), "sme_arrears", name, arrears_rows) for name in ("县交通局", "县住建局", "县教育局")),
    (date(2026, 8, 17), "law_change", "县司法局", change_rows),
    (date(2026, 9, 18), "law_change_item", "县司法局", item_rows),
    (date(2026, 10, 9), "contract_risk", "县交通局", risk_rows),
)


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Each book on its day."""
    return books(BOOKS, county, today)
