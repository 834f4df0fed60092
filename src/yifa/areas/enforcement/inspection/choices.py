"""Choices of inspections and draws."""

from __future__ import annotations

from django.db import models

from yifa.areas.enforcement.inspection_plan.choices import Strata, Way

__all__ = ["Kind", "Outcome", "Result", "Service", "Strata", "Trigger", "Verdict", "Way"]


class Kind(models.TextChoices):
    """Why anybody goes there (54号文); the last is no enforcement."""

    DAILY = "daily", "日常检查"
    CASE = "case", "个案检查"
    SPECIAL = "special", "专项检查"
    SERVICE = "service", "非执法走访"


class Service(models.TextChoices):
    """What a visit is for that is no enforcement."""

    GUIDANCE = "guidance", "政策宣传和行政指导"
    HELP = "help", "上门服务、帮扶"
    SURVEY = "survey", "调研、统计"
    CEREMONY = "ceremony", "其他走访"


class Trigger(models.TextChoices):
    """What gave rise to an inspection of one object (营商环境条例54②)."""

    COMPLAINT = "complaint", "投诉举报"
    ASSIGNED = "assigned", "转办交办"
    DATA = "data", "数据监测"
    APPLICATION = "application", "企业申请"
    EMERGENCY = "emergency", "突发事件"


class Verdict(models.TextChoices):
    """What the yearly cap says of a visit (年度频次上限)."""

    WITHIN = "within", "未达上限"
    ALERT = "allowed_with_alert", "可以检查，已预警"
    BLOCKED = "blocked", "已达上限"
    EXEMPT = "exempt", "不受上限限制"
    NOT_COUNTED = "not_counted", "不入企，不计次数"


class Result(models.TextChoices):
    """What an inspection found."""

    NO_ISSUE = "no_issue", "未发现问题"
    CORRECTED = "corrected_on_spot", "当场改正"
    ORDERED = "rectification_ordered", "责令限期改正"
    FILED = "case_filed", "立案查处"
    REFERRED = "referred_other", "移送其他机关"
    CRIMINAL = "criminal_referral", "涉嫌犯罪，移送司法机关"


PROBLEMS = (Result.CORRECTED, Result.ORDERED, Result.FILED, Result.REFERRED, Result.CRIMINAL)
"""Results that count as problems found (发现问题)."""


class Outcome(models.TextChoices):
    """How the case ended; the first six are the results."""

    NO_ISSUE = "no_issue", "未发现问题"
    CORRECTED = "corrected_on_spot", "当场改正"
    ORDERED = "rectification_ordered", "责令限期改正"
    FILED = "case_filed", "立案查处"
    REFERRED = "referred_other", "移送其他机关"
    CRIMINAL = "criminal_referral", "涉嫌犯罪，移送司法机关"
    REFUSED = "refused_illegal_inspection", "企业依法拒绝检查"
    ABORTED = "aborted", "终止检查"
    SERVED = "served", "走访完毕"
