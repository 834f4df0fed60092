"""Django's entry to the register of opinions."""

from __future__ import annotations

from django.apps import AppConfig


class ConsultationConfig(AppConfig):
    """Opinions on drafts of decisions and documents (征求意见台账)."""

    name = "yifa.areas.rulemaking.consultation"
    label = "consultation"
    verbose_name = "征求意见"
    default_auto_field = "django.db.models.BigAutoField"
