"""Django's entry to supervision by numbers."""

from __future__ import annotations

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Clue models, their hits and judgements, similar cases, 双公示 exchange."""

    name = "yifa.oversight"
    label = "oversight"
    verbose_name = "执法监督模型"
    default_auto_field = "django.db.models.BigAutoField"
