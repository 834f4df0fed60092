"""Django's entry to legality review."""

from __future__ import annotations

from django.apps import AppConfig


class LegalityReviewConfig(AppConfig):
    """Reviews of decisions, documents, contracts and other matters, and the topics of meetings (合法性审查)."""

    name = "yifa.areas.rulemaking.legality_review"
    label = "legality_review"
    verbose_name = "合法性审查"
    default_auto_field = "django.db.models.BigAutoField"
