"""Django's entry to this procedure."""

from __future__ import annotations

from django.apps import AppConfig


class ReviewSuggestionConfig(AppConfig):
    """Requests of citizens and organisations to review a document (审查建议)."""

    name = "yifa.areas.rulemaking.review_suggestion"
    label = "review_suggestion"
    verbose_name = "规范性文件审查建议"
    default_auto_field = "django.db.models.BigAutoField"
