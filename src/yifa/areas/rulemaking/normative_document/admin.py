"""What the system administrator enters for the numbers of normative documents."""

from __future__ import annotations

from django.contrib import admin

from yifa.areas.rulemaking.normative_document.models import Numbering


@admin.register(Numbering)
class NumberingAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Mark and prefix of an organ's documents."""

    list_display = ("organ", "mark", "code")
    list_select_related = ("organ",)
