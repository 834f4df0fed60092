"""Django's entry to complaints and reports."""

from __future__ import annotations

from django.apps import AppConfig


class ComplaintConfig(AppConfig):
    """Complaints and reports (投诉举报)."""

    name = "yifa.areas.enforcement.complaint"
    label = "complaint"
    verbose_name = "投诉举报"
    default_auto_field = "django.db.models.BigAutoField"
