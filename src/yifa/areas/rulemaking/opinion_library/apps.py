"""Django's entry to the library of opinions."""

from __future__ import annotations

from django.apps import AppConfig


class OpinionLibraryConfig(AppConfig):
    """Opinions that are given again and again (审查意见库)."""

    name = "yifa.areas.rulemaking.opinion_library"
    label = "opinion_library"
    verbose_name = "审查意见库"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Opinions that were given are indexed whenever a review is stored."""
        from yifa.areas.rulemaking.opinion_library import given

        given.connect()
