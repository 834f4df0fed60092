"""What can be chosen in a referral."""

from __future__ import annotations

from django.db import models


class Direction(models.TextChoices):
    """Which way a case goes."""

    FORWARD = "forward", "行政执法机关移送公安机关"
    REVERSE = "reverse", "司法机关移送行政处理"


class Source(models.TextChoices):
    """Who sends a case back, and when."""

    POLICE_NONE = "police_not_filed", "公安机关审查后没有立案"
    POLICE_CLOSED = "police_withdrawn", "公安机关撤销案件"
    PROSECUTOR = "not_prosecuted", "人民检察院不起诉（检察意见）"
    COURT = "exempted", "人民法院免予刑事处罚或者宣告无罪"


class Outcome(models.TextChoices):
    """How the referral ended."""

    NOT_APPROVED = "not_approved", "不批准移送"
    FILED = "filed", "公安机关立案"
    REFILED = "reconsidered_filed", "经复议、监督立案"
    NOT_FILED = "not_filed", "不予立案，依法作行政处理"
    RETURNED = "returned_admin", "立案后移送行政处理"
    JUDGED = "judged", "刑事裁判生效"
    HANDLED = "reverse_handled", "反向移送已经处理并回复"


class Presence(models.TextChoices):
    """Whether a document is attached."""

    PRESENT = "present", "具备"
    MISSING = "missing", "缺少"
    NOT_APPLICABLE = "not_applicable", "不适用"


GOODS_FROM = (("seized", "查封、扣押、冻结"), ("preserved", "先行登记保存"), ("other", "其他"))
"""Where what is handed over comes from."""
DOCUMENTS = (
    ("涉嫌犯罪案件移送书", True),
    ("涉嫌犯罪案件情况的调查报告", True),
    ("涉案物品清单", True),
    ("有关检验报告或者鉴定结论", False),
    ("其他有关涉嫌犯罪的材料", False),
)
"""The five documents of the referral, and whether there is always one (移送规定6); the others where there are any."""
