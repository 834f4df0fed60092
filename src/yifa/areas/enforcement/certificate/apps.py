"""Django's entry to certificates of enforcement officers."""

from __future__ import annotations

from django.apps import AppConfig


class CertificateConfig(AppConfig):
    """Certificates of enforcement officers (行政执法证件)."""

    name = "yifa.areas.enforcement.certificate"
    label = "certificate"
    verbose_name = "行政执法证件"
    default_auto_field = "django.db.models.BigAutoField"
