"""Whole texts of documents (全文) as fields of a record."""

from __future__ import annotations

from typing import Any

from django.db import models


class DraftText(models.TextField):  # type: ignore[type-arg]  # not generic while it runs
    """The text of a draft from its first to its last line, which a form can also take from a file (.docx, .pdf, …)."""

    def deconstruct(self) -> Any:
        """For the database it is a text like any other."""
        name, _, args, options = super().deconstruct()
        return name, "django.db.models.TextField", args, options
