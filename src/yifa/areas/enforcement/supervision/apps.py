"""Django's entry to supervision."""

from __future__ import annotations

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """Supervision of administrative enforcement (行政执法监督)."""

    name = "yifa.areas.enforcement.supervision"
    label = "supervision"
    verbose_name = "行政执法监督"
    default_auto_field = "django.db.models.BigAutoField"
