"""Django's entry to publishing decisions."""

from __future__ import annotations

from django.apps import AppConfig


class PenaltyPublicationConfig(AppConfig):
    """Decisions of enforcement in public: limits, masking, withdrawal, credit repair (执法决定公示)."""

    name = "yifa.areas.enforcement.penalty_publication"
    label = "penalty_publication"
    verbose_name = "执法决定公示"
    default_auto_field = "django.db.models.BigAutoField"
