"""Django's entry to on-the-spot penalties."""

from __future__ import annotations

from django.apps import AppConfig


class SummaryPenaltyConfig(AppConfig):
    """On-the-spot penalties (行政处罚简易程序)."""

    name = "yifa.areas.enforcement.summary_penalty"
    label = "summary_penalty"
    verbose_name = "行政处罚（简易程序）"
    default_auto_field = "django.db.models.BigAutoField"
