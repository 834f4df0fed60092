"""What can be chosen in a dispute over a contract."""

from __future__ import annotations

from django.db import models


class Side(models.TextChoices):
    """On which side the organ stands (诉讼地位)."""

    CLAIMANT = "claimant", "原告、申请人"
    RESPONDENT = "respondent", "被告、被申请人"
    THIRD = "third_party", "第三人"


class Ruling(models.TextChoices):
    """What the court or tribunal issued (裁判文书种类)."""

    JUDGMENT = "judgment", "判决"
    ORDER = "order", "裁定"
    MEDIATION = "mediation", "调解书"
    AWARD = "award", "仲裁裁决"


class Result(models.TextChoices):
    """What it came to for the organ (裁判结果)."""

    WON = "won", "支持本机关"
    PARTLY = "partly", "部分支持"
    LOST = "lost", "不支持本机关"
    SETTLED = "settled", "调解结案"
    WITHDRAWN = "withdrawn", "撤诉、撤回申请"


class Debtor(models.TextChoices):
    """Who has to perform (履行义务方)."""

    OURSELVES = "ourselves", "本机关"
    OTHER = "other", "对方"
    BOTH = "both", "双方"
    NOBODY = "nobody", "没有给付内容"


class Ending(models.TextChoices):
    """How the dispute ended (办结方式)."""

    AGREED = "agreed", "协商、和解"
    MEDIATED = "mediated", "调解"
    PERFORMED = "performed", "裁判履行完毕"
    ENFORCED = "enforced", "执行完毕"
    UNENFORCEABLE = "unenforceable", "终结执行、终结本次执行"
    WITHDRAWN = "withdrawn", "撤诉、放弃请求"
    NOTHING = "nothing", "裁判没有给付内容"


BY_RULING = (Ending.PERFORMED, Ending.NOTHING)
BY_ENFORCEMENT = (Ending.ENFORCED, Ending.UNENFORCEABLE)
