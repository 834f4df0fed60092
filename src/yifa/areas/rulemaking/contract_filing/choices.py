"""What can be chosen when a filed contract is looked at."""

from __future__ import annotations

from django.db import models


class Fault(models.TextChoices):
    """What is wrong with a contract (问题类别)."""

    UNREVIEWED = "unreviewed", "未经合法性审查签订"
    DIFFERENT = "different", "签订文本与审查文本不一致"
    PARTY = "party", "签约主体、代理权限"
    SECURITY = "security", "担保、举借债务"
    BUDGET = "budget", "预算、资金来源"
    CLAUSE = "clause", "条款缺失或者不明"
    RIGHTS = "rights", "违约责任、争议解决"
    COMPETITION = "competition", "公平竞争"
    PROCEDURE = "procedure", "采购、决策程序"
    OTHER = "other", "其他"


class Measure(models.TextChoices):
    """What the bureau asks for (处理建议)."""

    SUPPLEMENT = "supplement", "签订补充协议"
    TERMINATE = "terminate", "依法解除"
    REMEDY = "remedy", "补办程序"
    WATCH = "watch", "履行中防范风险"
