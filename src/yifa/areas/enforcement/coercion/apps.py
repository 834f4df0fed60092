"""Django's entry to compulsory measures."""

from __future__ import annotations

from django.apps import AppConfig


class CoercionConfig(AppConfig):
    """Compulsory measures (行政强制措施) and the register of what is held."""

    name = "yifa.areas.enforcement.coercion"
    label = "coercion"
    verbose_name = "行政强制措施"
    default_auto_field = "django.db.models.BigAutoField"
