"""The unlawful acts of the demonstration, with their provisions and the benchmark the county made (违法行为)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yifa.demo.registers import Row

MARKET, CITY, SAFETY, FARM = "县市场监管局", "县城管局", "县应急局", "县农业农村局"
NATURE, HEALTH, ROADS, POLICE, TOWN = "县生态环境分局", "县卫健局", "县交通局", "县公安局", "柳林镇"
SINCE = date(2025, 3, 10)
KINDS = ("从轻", "一般", "从重")


@dataclass(frozen=True)
class Act:
    """One unlawful act.

    Attributes:
        organ: who punishes it; holder: at which organ its benchmark stands, where that is another.
        tiers: the upper ends of the three tiers, from the statutory minimum up; in yuan, or days.
        regime, limitation: as in the case; done: what was found, after date and place.
    """

    code: str
    organ: str
    name: str
    matter: str
    violated: str
    basis: str
    done: str
    order: str
    low: float
    tiers: Sequence[float]
    item: str = ""
    unit: str = "元"
    regime: str = "ordinary"
    limitation: str = "2y"
    holder: str = ""

    @property
    def item_code(self) -> str:
        """The code of the item of power."""
        return self.item or f"130999-CF-{self.code}"

    def bounds(self, tier: int) -> tuple[float, float]:
        """The range of a tier, 1 to 3."""
        return (self.low, *self.tiers)[tier - 1], self.tiers[tier - 1]


ACTS = {
    act.code: act
    for act in (
        Act("SP-125", MARKET, "经营标签不符合规定的预包装食品", "食品", "《食品安全法》第六十七条第一款",
            "《食品安全法》第一百二十五条第一款第二项", "在售的预包装糕点没有标明生产日期和保质期，货值不足一万元",
            "停止销售标签不符合规定的食品", 5000, (18000, 36000, 50000), regime="market"),
        Act("SP-124", MARKET, "经营超过保质期的食品", "食品", "《食品安全法》第三十四条第十项",
            "《食品安全法》第一百二十四条第一款第五项", "货架上陈列销售超过保质期的袋装食品，货值不足一万元",
            "立即下架并停止销售超过保质期的食品", 50000, (65000, 85000, 100000), regime="market"),
        Act("TS-83", MARKET, "未按规定办理特种设备使用登记", "特种设备", "《特种设备安全法》第三十三条",
            "《特种设备安全法》第八十三条第一项", "使用的叉车没有办理使用登记，经责令限期改正，逾期没有改正",
            "停止使用，办理使用登记", 10000, (37000, 73000, 100000), regime="market"),
        Act("DQ-118", CITY, "餐饮服务经营者未安装油烟净化设施", "市容", "《大气污染防治法》第八十一条第一款",
            "《大气污染防治法》第一百一十八条第一款", "经营炒菜类餐饮，没有安装油烟净化设施，超过排放标准排放油烟",
            "安装油烟净化设施并保持正常使用", 5000, (18500, 36500, 50000)),
        Act("DQ-115", CITY, "施工工地未采取有效防尘降尘措施", "市容", "《大气污染防治法》第六十九条第三款",
            "《大气污染防治法》第一百一十五条第一款第一项", "施工工地土方没有覆盖，出入口没有冲洗设施，扬尘外溢",
            "覆盖土方，设置冲洗设施", 10000, (37000, 73000, 100000)),
        Act("ZS-77", CITY, "夜间违规进行产生噪声的建筑施工作业", "市容", "《噪声污染防治法》第四十三条第一款",
            "《噪声污染防治法》第七十七条第二项", "未取得证明，夜间在住宅区旁浇筑混凝土，产生噪声",
            "停止夜间产生噪声的施工作业", 10000, (37000, 73000, 100000)),
        Act("GF-111", TOWN, "个人随意倾倒生活垃圾", "市容", "《固体废物污染环境防治法》第四十九条第二款",
            "《固体废物污染环境防治法》第一百一十一条第二款", "将装修垃圾和生活垃圾倾倒在河道边",
            "清理倾倒的垃圾，恢复原状", 100, (220, 380, 500), item="冀赋-002", holder=CITY),
        Act("AQ-97", SAFETY, "未按规定对从业人员进行安全生产教育培训", "安全生产", "《安全生产法》第二十八条第一款",
            "《安全生产法》第九十七条第三项", "新进从业人员没有经过三级安全教育即上岗作业",
            "对从业人员进行安全生产教育和培训", 0, (30000, 70000, 100000)),
        Act("AQ-99", SAFETY, "未在有较大危险因素的设备上设置安全警示标志", "安全生产", "《安全生产法》第三十五条",
            "《安全生产法》第九十九条第一项", "配电室、危险品库房没有设置明显的安全警示标志",
            "设置明显的安全警示标志", 0, (15000, 35000, 50000)),
        Act("DW-100", FARM, "经营未附有检疫证明的动物产品", "动物卫生", "《动物防疫法》第五十一条",
            "《动物防疫法》第一百条第一款", "摊位销售的生鲜猪肉没有附检疫证明", "停止经营未附有检疫证明的动物产品",
            0, (0.3, 0.7, 1), unit="货值倍数"),
        Act("PW-37", NATURE, "未按排污许可证规定建立环境管理台账", "排污许可", "《排污许可管理条例》第二十一条第一款",
            "《排污许可管理条例》第三十七条第一项", "没有按照排污许可证规定记录污染防治设施运行情况",
            "按照规定记录并保存环境管理台账", 5000, (9500, 15500, 20000)),
        Act("YF-45", HEALTH, "未对医疗废物进行登记", "医疗卫生", "《医疗废物管理条例》第十二条",
            "《医疗废物管理条例》第四十五条第四项", "没有登记医疗废物的来源、种类、数量，经限期改正，逾期没有改正",
            "建立并保存医疗废物登记资料", 2000, (2900, 4100, 5000)),
        Act("DL-63", ROADS, "未取得道路货物运输经营许可擅自经营", "道路运输", "《道路运输条例》第二十四条第一款",
            "《道路运输条例》第六十三条第一项", "没有取得道路运输经营许可，使用轻型货车从事货物运输，没有违法所得",
            "停止经营，依法申请许可", 3000, (5100, 7900, 10000)),
        Act("ZA-51", POLICE, "殴打他人", "治安", "《治安管理处罚法》第五十一条第一款",
            "《治安管理处罚法》第五十一条第一款",
            "因停车纠纷殴打他人，致其面部软组织挫伤", "停止侵害", 5, (6, 8, 10), unit="日",
            regime="public_security", limitation="6m"),
    )
}  # fmt: skip
"""Every act by its code; amounts are those of the acts cited."""


def benchmark_rows(organ: str) -> list[Row]:
    """The benchmark of an organ: three tiers an act."""
    rows: list[Row] = []
    for act in ACTS.values():
        if (act.holder or act.organ) != organ:
            continue
        for tier, kind in enumerate(KINDS, 1):
            low, high = act.bounds(tier)
            rows.append({
                "违法行为编码": act.code, "违法行为": act.name, "处罚依据": act.basis, "版次": 1, "阶次": tier,
                "阶次性质": kind, "适用条件": _WHEN[tier - 1],
                "幅度单位": act.unit, "幅度下限": low, "幅度上限": high,
                "不含上限": "否" if tier == 3 else "是", "法定下限": act.low, "法定上限": act.tiers[-1],
                "制定层级": "县级", "制定形式": "行政规范性文件",
                "文件名称和文号": f"{organ}行政处罚裁量权基准（2025年版）",
                "合法性审核文号": "洪司审〔2025〕3号", "公布日期": date(2025, 3, 6), "施行日期": SINCE,
            })  # fmt: skip
    return rows


_WHEN = ("主动消除、减轻危害后果，或者危害后果轻微", "没有从轻、从重情节", "再次实施同类违法，或者造成较重危害后果")
