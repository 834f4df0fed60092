"""Django's entry to legality review."""

from __future__ import annotations

from django.apps import AppConfig


class LegalityReviewConfig(AppConfig):
    """Reviews of decisions, documents, contracts and other matters, and the topics of meetings (合法性审查)."""

    name = "yifa.areas.rulemaking.legality_review"
    label = "legality_review"
    verbose_name = "合法性审查"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What counsel say in a review goes into the book of their services."""
        from yifa.areas.rulemaking.legality_review import counsel_ledger

        counsel_ledger.connect()
