"""Django's entry to the benchmarks of discretion and the lists of leniency."""

from __future__ import annotations

from django.apps import AppConfig


class DiscretionConfig(AppConfig):
    """Tiers of penalty benchmarks; acts that are not, or less, punished."""

    name = "yifa.areas.enforcement.discretion"
    label = "discretion"
    verbose_name = "裁量权基准和免罚清单"
    default_auto_field = "django.db.models.BigAutoField"
