"""The Django app of the staff pages."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """工作台."""

    name = "yifa.desk"
    verbose_name = "工作台"
