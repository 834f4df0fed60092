"""Django's entry to the public pages."""

from __future__ import annotations

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Public pages of inspections and draws (公开页面)."""

    name = "yifa.portal"
    label = "portal"
    verbose_name = "公开页面"
