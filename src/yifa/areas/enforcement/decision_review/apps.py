"""Django's entry to legal review of enforcement decisions."""

from __future__ import annotations

from django.apps import AppConfig


class DecisionReviewConfig(AppConfig):
    """Legal review of major enforcement decisions (法制审核)."""

    name = "yifa.areas.enforcement.decision_review"
    label = "decision_review"
    verbose_name = "重大执法决定法制审核"
    default_auto_field = "django.db.models.BigAutoField"
