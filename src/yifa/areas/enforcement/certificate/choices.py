"""Choices of certificates (执法证件的选项), with their Chinese labels."""

from __future__ import annotations

from django.db import models


class ExamResult(models.TextChoices):
    """What became of the latest exam."""

    PASSED = "passed", "合格"
    FAILED = "failed", "不合格"
    ABSENT = "absent", "缺考"


class Outcome(models.TextChoices):
    """How the application or the certificate stands (E15 之六)."""

    ISSUED = "issued", "已发证"
    REFUSED = "refused", "不予发证"
    SUSPENDED = "suspended", "暂扣"
    EXPIRED = "expired", "到期失效"
    REVOKED = "revoked", "吊销"
    CANCELLED = "cancelled", "注销"
    WITHDRAWN = "withdrawn", "撤回申领"
