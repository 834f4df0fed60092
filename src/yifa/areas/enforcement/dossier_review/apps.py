"""Django's entry to dossier review."""

from __future__ import annotations

from django.apps import AppConfig


class DossierReviewConfig(AppConfig):
    """Review of enforcement dossiers (行政执法案卷评查)."""

    name = "yifa.areas.enforcement.dossier_review"
    label = "dossier_review"
    verbose_name = "行政执法案卷评查"
    default_auto_field = "django.db.models.BigAutoField"
