"""Django's entry to reconsideration."""

from __future__ import annotations

from django.apps import AppConfig


class ReconsiderationConfig(AppConfig):
    """Reconsideration cases (行政复议案件) and the respondents' replies to them."""

    name = "yifa.areas.remedies.reconsideration"
    label = "reconsideration"
    verbose_name = "行政复议"
    default_auto_field = "django.db.models.BigAutoField"
