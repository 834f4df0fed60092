"""Django's entry to the annual report."""

from __future__ import annotations

from django.apps import AppConfig


class ReportConfig(AppConfig):
    """年度报告."""

    name = "yifa.report"
    label = "report"
    verbose_name = "年度报告"
    default_auto_field = "django.db.models.BigAutoField"
