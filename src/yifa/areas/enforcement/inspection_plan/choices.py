"""Choices of inspection plans."""

from __future__ import annotations

from django.db import models


class PlanKind(models.TextChoices):
    """Which plan it is."""

    ANNUAL = "annual", "年度检查计划"
    SPECIAL = "special", "专项检查计划"


class Way(models.TextChoices):
    """How an object is looked at; only the first enters the enterprise."""

    ONSITE = "onsite", "现场检查（入企）"
    REMOTE = "remote", "远程检查"
    DOCUMENT = "document", "书面检查"
    SHARED = "info_share", "信息共享比对"


class Strata(models.TextChoices):
    """By what objects are put in strata; the same words as the pools of a draw."""

    NONE = "none", "不分层"
    RISK = "risk", "按风险等级"
    KIND = "kind", "按对象类型"
    TOWNSHIP = "township", "按乡镇街道"
