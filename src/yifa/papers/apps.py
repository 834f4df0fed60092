"""The Django app of instruments, their numbers and their files."""

from __future__ import annotations

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """文书、文号与文件."""

    name = "yifa.papers"
    label = "papers"
    verbose_name = "文书与案卷"
    default_auto_field = "django.db.models.BigAutoField"
