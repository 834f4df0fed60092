"""Django's entry to the register."""

from __future__ import annotations

from django.apps import AppConfig


class CounselConfig(AppConfig):
    """Legal counsel and what they do (法律顾问)."""

    name = "yifa.areas.rulemaking.counsel"
    label = "counsel"
    verbose_name = "法律顾问"
    default_auto_field = "django.db.models.BigAutoField"
