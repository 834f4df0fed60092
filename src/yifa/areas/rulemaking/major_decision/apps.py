"""Django's entry to major decisions."""

from __future__ import annotations

from django.apps import AppConfig


class MajorDecisionConfig(AppConfig):
    """Major administrative decisions of governments, and by reference of departments and townships (重大行政决策)."""

    name = "yifa.areas.rulemaking.major_decision"
    label = "major_decision"
    verbose_name = "重大行政决策"
    default_auto_field = "django.db.models.BigAutoField"
