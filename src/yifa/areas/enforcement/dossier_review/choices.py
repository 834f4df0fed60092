"""Choices of dossier review (案卷评查的选项), with their Chinese labels."""

from __future__ import annotations

from django.db import models


class FileKind(models.TextChoices):
    """The kinds of dossier that have a score sheet (案卷种类)."""

    PENALTY = "penalty", "行政处罚（普通程序）"
    SUMMARY = "summary", "行政处罚（简易程序）"
    LICENCE = "licence", "行政许可"
    COERCION = "coercion", "行政强制"
    INSPECTION = "inspection", "行政检查"


PROCEDURES_OF = {
    FileKind.PENALTY: "penalty",
    FileKind.SUMMARY: "summary_penalty",
    FileKind.LICENCE: "licence",
    FileKind.COERCION: "coercive_measure",
    FileKind.INSPECTION: "inspection",
}
"""The procedure whose cases make dossiers of a kind."""


class Grade(models.TextChoices):
    """What a dossier comes to (等次)."""

    EXCELLENT = "excellent", "优秀"
    GOOD = "good", "良好"
    PASS = "pass", "合格"
    FAIL = "fail", "不合格"


PASSED = (Grade.EXCELLENT, Grade.GOOD, Grade.PASS)
"""The grades that count as passed."""


class Recheck(models.TextChoices):
    """What an objection led to (复核结果)."""

    UPHELD = "upheld", "异议成立，改分"
    PARTLY = "partly", "部分成立，改分"
    REJECTED = "rejected", "异议不成立，维持"
