"""Django's entry to fair competition review."""

from __future__ import annotations

from django.apps import AppConfig


class FairCompetitionConfig(AppConfig):
    """Fair competition reviews, their spot checks and reports (公平竞争审查)."""

    name = "yifa.areas.rulemaking.fair_competition"
    label = "fair_competition"
    verbose_name = "公平竞争审查"
    default_auto_field = "django.db.models.BigAutoField"
