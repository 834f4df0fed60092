"""Django's entry to the registers of who may enforce."""

from __future__ import annotations

from django.apps import AppConfig


class AuthorityConfig(AppConfig):
    """Enforcement bodies, officers and certificates, delegations, powers given to townships."""

    name = "yifa.areas.enforcement.authority"
    label = "authority"
    verbose_name = "执法主体和人员"
    default_auto_field = "django.db.models.BigAutoField"
