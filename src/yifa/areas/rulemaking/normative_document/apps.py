"""Django's entry to normative documents."""

from __future__ import annotations

from django.apps import AppConfig


class NormativeDocumentConfig(AppConfig):
    """Normative documents (行政规范性文件) of governments, departments, townships and authorised organisations."""

    name = "yifa.areas.rulemaking.normative_document"
    label = "normative_document"
    verbose_name = "行政规范性文件"
    default_auto_field = "django.db.models.BigAutoField"
