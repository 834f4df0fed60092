"""Django's entry to the register."""

from __future__ import annotations

from django.apps import AppConfig


class PublicityConfig(AppConfig):
    """Law publicity (普法)."""

    name = "yifa.areas.services.publicity"
    label = "publicity"
    verbose_name = "普法"
    default_auto_field = "django.db.models.BigAutoField"
