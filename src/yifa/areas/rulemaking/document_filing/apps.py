"""Django's entry to this procedure."""

from __future__ import annotations

from django.apps import AppConfig


class DocumentFilingConfig(AppConfig):
    """Filing review (备案审查) at the government with which a document is filed."""

    name = "yifa.areas.rulemaking.document_filing"
    label = "document_filing"
    verbose_name = "规范性文件备案审查"
    default_auto_field = "django.db.models.BigAutoField"
