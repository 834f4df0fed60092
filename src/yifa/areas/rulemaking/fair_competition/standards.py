"""The review standards of articles 8 to 11, item by item (审查标准), and the exemptions of article 12."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from yifa.areas.rulemaking.fair_competition.acts import F
from yifa.law import Basis


@dataclass(frozen=True)
class Standard:
    """One standard: its code in the rows of a case (9.3), what it forbids in our words, and its provision."""

    code: str
    label: str
    basis: Basis


_ITEMS: Final = {
    8: (
        "负面清单以外违法设置审批程序",
        "违法设置或者授予特许经营权",
        "限定特定经营者的商品或者服务",
        "不合理或者歧视性的准入、退出条件",
        "其他限制市场准入和退出的内容",
    ),
    9: (
        "限制外地、进口商品要素进入，阻碍迁出、输出",
        "排斥、限制、强制外地经营者投资或者设分支机构",
        "排斥、限制外地经营者参加政府采购、招标投标",
        "对外地、进口商品要素歧视性收费、价格、补贴",
        "资质标准、监管执法等方面的歧视性要求",
        "其他限制商品、要素自由流动的内容",
    ),
    10: (
        "给予特定经营者税收优惠",
        "给予特定经营者选择性、差异化的财政奖补",
        "要素获取、收费、基金、社会保险费等方面的优惠",
        "其他影响生产经营成本的内容",
    ),
    11: (
        "强制实施垄断行为，或者为其提供便利",
        "超越权限定价，为特定经营者提供优惠价格",
        "违法干预市场调节价",
        "其他影响生产经营行为的内容",
    ),
}


def _place(basis: Basis) -> str:
    """第八条第一项, without the act."""
    return str(basis).rpartition("》")[2]


STANDARDS: Final = tuple(
    Standard(f"{article}.{n}", f"{_place(F[article].item(n))} {label}", F[article].item(n))
    for article, labels in _ITEMS.items()
    for n, label in enumerate(labels, 1)
)
"""All nineteen, in order."""

PLACES: Final = {standard.code: _place(standard.basis) for standard in STANDARDS}
"""Where each stands: 第八条第一项."""

CHOICES: Final = tuple((standard.code, standard.label) for standard in STANDARDS)

EXEMPTIONS: Final = (
    ("12.1", "为维护国家安全和发展利益"),
    ("12.2", "为促进科学技术进步、增强国家自主创新能力"),
    ("12.3", "为实现节约能源、保护环境、救灾救助等社会公共利益"),
    ("12.4", "法律、行政法规规定的其他情形"),
)
