"""What can be chosen in a legality review: matters, conclusions, opinions and what became of them."""

from __future__ import annotations

from django.db import models


class TargetType(models.TextChoices):
    """What is reviewed."""

    DECISION = "major_decision", "重大行政决策"
    DOCUMENT = "normative_document", "行政规范性文件"
    CONTRACT = "contract", "政府合同"
    AGREEMENT = "administrative_agreement", "行政协议"
    TOWNSHIP = "township_matter", "乡镇（街道）事项"
    TOPIC = "meeting_topic", "涉法会议议题"
    VILLAGE_RULE = "village_rule", "村规民约"
    OTHER = "other", "其他涉法事项"


class Conclusion(models.TextChoices):
    """What the review comes to."""

    LEGAL = "legal", "合法"
    REVISE = "revise", "应予修改"
    ILLEGAL = "illegal", "不合法"
    RISK = "risk_disclosed", "明示法律风险"
    OUT_OF_SCOPE = "not_in_scope", "不属于审查范围"


class Presence(models.TextChoices):
    """Whether a material is there."""

    PRESENT = "present", "具备"
    MISSING = "missing", "缺少"
    NOT_APPLICABLE = "not_applicable", "不适用"


class Category(models.TextChoices):
    """What an opinion is about."""

    AUTHORITY = "authority", "权限"
    PROCEDURE = "procedure", "程序"
    CONTENT = "content", "内容"
    COMPETITION = "competition", "公平竞争"
    TECHNICAL = "technical", "文字技术"
    RISK = "risk", "法律风险"


class Weight(models.TextChoices):
    """How much an opinion weighs."""

    MUST = "must", "必须修改"
    SHOULD = "should", "建议修改"
    NOTE = "note", "提示"


class Adoption(models.TextChoices):
    """What became of an opinion."""

    PENDING = "pending", "未反馈"
    FULL = "full", "采纳"
    PARTIAL = "partial", "部分采纳"
    NONE = "none", "不采纳"


class Verdict(models.TextChoices):
    """What the reviewer does with a finding of the checker."""

    PENDING = "pending", "待处理"
    ACCEPTED = "accepted", "采纳"
    REJECTED = "rejected", "不采纳"


class ReviewerKind(models.TextChoices):
    """In what capacity somebody reviews."""

    LEAD = "lead", "主审"
    ASSIST = "assist", "协审"
    SHARED = "shared", "县乡共用审查员"
    COUNSEL = "counsel", "法律顾问、公职律师"
