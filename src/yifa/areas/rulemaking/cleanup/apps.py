"""Django's entry to this procedure."""

from __future__ import annotations

from django.apps import AppConfig


class CleanupConfig(AppConfig):
    """Rounds of cleaning up documents (清理)."""

    name = "yifa.areas.rulemaking.cleanup"
    label = "cleanup"
    verbose_name = "规范性文件清理"
    default_auto_field = "django.db.models.BigAutoField"
