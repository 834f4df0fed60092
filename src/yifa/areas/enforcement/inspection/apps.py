"""Django's entry to inspections."""

from __future__ import annotations

from django.apps import AppConfig


class InspectionConfig(AppConfig):
    """Inspections, draws, arrivals registered and ratings given by enterprises (行政检查)."""

    name = "yifa.areas.enforcement.inspection"
    label = "inspection"
    verbose_name = "行政检查"
    default_auto_field = "django.db.models.BigAutoField"
