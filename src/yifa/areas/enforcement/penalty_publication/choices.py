"""What can be chosen when a decision is published."""

from __future__ import annotations

from django.db import models


class DecisionClass(models.TextChoices):
    """Which kind of decision (118号文: 许可、处罚七个工作日，其他二十个工作日)."""

    PENALTY = "penalty", "行政处罚"
    LICENCE = "licence", "行政许可"
    COERCION = "coercion", "行政强制"
    INSPECTION = "inspection", "行政检查"
    OTHER = "other", "其他执法决定"


class Regime(models.TextChoices):
    """Under which special rules it falls."""

    ORDINARY = "ordinary", "一般案件"
    MARKET = "market", "市场监管案件"
    SECURITY = "public_security", "治安案件"


class Withheld(models.TextChoices):
    """Why a decision is not published."""

    NO_IMPACT = "no_impact", "不具有一定社会影响"
    WARNING = "warning_only", "仅给予警告（市场监管）"
    STATE = "state_secret", "国家秘密，或者危及国家安全、公共安全、经济安全、社会稳定"
    OTHERS = "trade_secret_privacy", "商业秘密、个人隐私，公开会损害第三方合法权益"
    SECURITY = "public_security", "治安违法记录，应当封存"
    CHILD = "juvenile", "未成年人，应当封存"
    BY_LAW = "by_law", "法律、行政法规禁止公开的其他情形"


class Change(models.TextChoices):
    """What became of a published decision (处罚法48②)."""

    CHANGED = "changed", "变更"
    REVOKED = "revoked", "撤销"
    ILLEGAL = "confirmed_illegal", "确认违法"
    VOID = "confirmed_void", "确认无效"


class CreditClass(models.TextChoices):
    """How grave the discredit is (失信行为分级)."""

    MINOR = "minor", "轻微失信"
    GENERAL = "general", "一般失信"
    SERIOUS = "serious", "严重失信"


class Outcome(models.TextChoices):
    """How it ended."""

    PUBLISHED = "published", "已公示"
    NO_IMPACT = "not_published_no_impact", "不予公示（无社会影响）"
    SECRET = "withheld_secret", "不予公示（保密、隐私等）"
    SEALED = "sealed_public_security", "封存"
    WITHDRAWN = "withdrawn", "已撤回"
    EXPIRED = "expired", "公示期满"
    REPAIRED = "repaired", "信用修复"
