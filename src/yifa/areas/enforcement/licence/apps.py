"""Django's entry to licences."""

from __future__ import annotations

from django.apps import AppConfig


class LicenceConfig(AppConfig):
    """Administrative licences (行政许可), their changes and ends."""

    name = "yifa.areas.enforcement.licence"
    label = "licence"
    verbose_name = "行政许可"
    default_auto_field = "django.db.models.BigAutoField"
