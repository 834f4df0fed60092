"""Django's entry to the ordinary procedure of penalties."""

from __future__ import annotations

from django.apps import AppConfig


class PenaltyConfig(AppConfig):
    """Administrative penalties under the ordinary procedure (行政处罚普通程序)."""

    name = "yifa.areas.enforcement.penalty"
    label = "penalty"
    verbose_name = "行政处罚"
    default_auto_field = "django.db.models.BigAutoField"
