"""What the system administrator enters for document numbers."""

from __future__ import annotations

from django.contrib import admin

from yifa.papers.models import OrganMark


@admin.register(OrganMark)
class OrganMarkAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """The marks of organs by kind of work."""

    list_display = ("organ", "work", "mark")
    list_select_related = ("organ",)
