"""Django's entry to the yearly statistics."""

from __future__ import annotations

from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    """The yearly statistics of enforcement (行政执法统计年报)."""

    name = "yifa.areas.enforcement.statistics"
    label = "enforcement_statistics"
    verbose_name = "行政执法统计年报"
    default_auto_field = "django.db.models.BigAutoField"
