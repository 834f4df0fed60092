"""Django's entry to inspection plans."""

from __future__ import annotations

from django.apps import AppConfig


class InspectionPlanConfig(AppConfig):
    """Yearly and special plans of inspection (检查计划)."""

    name = "yifa.areas.enforcement.inspection_plan"
    label = "inspection_plan"
    verbose_name = "检查计划"
    default_auto_field = "django.db.models.BigAutoField"
