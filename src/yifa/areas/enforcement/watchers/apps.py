"""Django's entry to the registers of those who watch enforcement."""

from __future__ import annotations

from django.apps import AppConfig


class WatchersConfig(AppConfig):
    """Volunteer supervisors and contact points."""

    name = "yifa.areas.enforcement.watchers"
    label = "watchers"
    verbose_name = "行政执法监督员和联系点"
    default_auto_field = "django.db.models.BigAutoField"
