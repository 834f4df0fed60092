"""Django's entry to this procedure."""

from __future__ import annotations

from django.apps import AppConfig


class AnnualReportConfig(AppConfig):
    """The yearly report on law-based government (法治政府建设年度报告): discussed, submitted, published."""

    name = "yifa.areas.leadership.annual_report"
    label = "annual_report"
    verbose_name = "法治政府建设年度报告"
    default_auto_field = "django.db.models.BigAutoField"
