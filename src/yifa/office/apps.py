"""The Django app of places, organs, people and posts."""

from __future__ import annotations

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """机关与人员."""

    name = "yifa.office"
    verbose_name = "机关与人员"

    def ready(self) -> None:
        """Register the system checks."""
        from yifa.office import checks  # noqa: F401
