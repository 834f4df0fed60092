"""Django's entry to the catalogue of decisions."""

from __future__ import annotations

from django.apps import AppConfig


class DecisionCatalogueConfig(AppConfig):
    """Catalogues of the matters to be decided in a year (重大行政决策事项目录)."""

    name = "yifa.areas.rulemaking.decision_catalogue"
    label = "decision_catalogue"
    verbose_name = "重大行政决策事项目录"
    default_auto_field = "django.db.models.BigAutoField"
