"""Django's entry to the register."""

from __future__ import annotations

from django.apps import AppConfig


class LawStudyConfig(AppConfig):
    """Law study of officials (学法)."""

    name = "yifa.areas.leadership.law_study"
    label = "law_study"
    verbose_name = "学法"
    default_auto_field = "django.db.models.BigAutoField"
