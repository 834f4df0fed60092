"""The choices of on-the-spot penalties (选项)."""

from __future__ import annotations

from django.db import models


class Regime(models.TextChoices):
    """Under which act the penalty is imposed on the spot; the numbers stand in `regimes.toml`."""

    GENERAL = "general", "行政处罚法"
    PUBLIC_SECURITY = "public_security", "治安管理"
    ROAD_TRAFFIC = "road_traffic", "道路交通"


class PenaltyKind(models.TextChoices):
    """What may be imposed on the spot."""

    WARNING = "warning", "警告"
    FINE = "fine", "罚款"
    BOTH = "warning_and_fine", "警告并处罚款"


class SpotGround(models.TextChoices):
    """Why a fine is collected on the spot (当场收缴理由)."""

    SMALL = "small", "依法给予小额罚款"
    HARD = "hard_to_enforce", "不当场收缴事后难以执行"
    REMOTE = "remote_requested", "边远、水上、交通不便，缴纳确有困难，当事人提出"
    NO_HOME = "no_home", "当地没有固定住所，事后难以执行（治安管理）"
    ON_FOOT = "on_foot", "行人、乘车人、非机动车驾驶人，无异议（道路交通）"


class Outcome(models.TextChoices):
    """How the matter ended."""

    SUMMARY = "summary_penalty", "当场处罚"
    CONVERTED = "converted_to_ordinary", "转为普通程序"
    SPARED = "no_penalty", "不予处罚"
    REVOKED = "revoked", "处罚决定已自行撤销"


class SpareGround(models.TextChoices):
    """Why no penalty is imposed (不予处罚的情形)."""

    MINOR = "minor", "违法行为轻微并及时改正，没有造成危害后果"
    FIRST = "first", "初次违法且危害后果轻微并及时改正"
    NO_FAULT = "no_fault", "当事人有证据足以证明没有主观过错"
    CHILD = "child", "不满十四周岁"
    IMPAIRED = "impaired", "不能辨认或者不能控制自己行为"
    UNFOUNDED = "not_established", "违法事实不能成立"
    TOO_LATE = "too_late", "已过追究责任的期限"


SPARED_BY: dict[str, str] = {
    SpareGround.MINOR: "第三十三条第一款", SpareGround.FIRST: "第三十三条第一款",
    SpareGround.NO_FAULT: "第三十三条第二款", SpareGround.CHILD: "第三十条", SpareGround.IMPAIRED: "第三十一条",
    SpareGround.UNFOUNDED: "第四十条",
    SpareGround.TOO_LATE: "第三十六条",
}  # fmt: skip
"""The provision of the act on penalties under which nobody is punished."""
