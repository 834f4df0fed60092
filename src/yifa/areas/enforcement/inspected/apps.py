"""Django's entry to the registers of what is inspected."""

from __future__ import annotations

from django.apps import AppConfig


class InspectedConfig(AppConfig):
    """Inspection items with standards and caps; objects of inspection, and the pools of a draw."""

    name = "yifa.areas.enforcement.inspected"
    label = "inspected"
    verbose_name = "检查事项和检查对象"
    default_auto_field = "django.db.models.BigAutoField"
