"""Django's entry to changes of law."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class LawChangeConfig(AppConfig):
    """Changes of law and what they touch (法律变动影响)."""

    name = "yifa.areas.rulemaking.law_change"
    label = "law_change"
    verbose_name = "法律变动影响"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Import the module `holdings` of every app: what it declares is indexed whenever it is stored."""
        from yifa.areas.rulemaking.law_change import indexing

        autodiscover_modules("holdings")
        indexing.connect()
