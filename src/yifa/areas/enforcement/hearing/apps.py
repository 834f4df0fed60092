"""Django's entry to hearings."""

from __future__ import annotations

from django.apps import AppConfig


class HearingConfig(AppConfig):
    """Hearings before penalties and licences (听证)."""

    name = "yifa.areas.enforcement.hearing"
    label = "enforcement_hearing"
    verbose_name = "行政执法听证"
    default_auto_field = "django.db.models.BigAutoField"
