"""Django's entry to execution."""

from __future__ import annotations

from django.apps import AppConfig


class ExecutionConfig(AppConfig):
    """Execution by the organ itself (行政强制执行), and applications to the court (申请人民法院强制执行)."""

    name = "yifa.areas.enforcement.execution"
    label = "execution"
    verbose_name = "行政强制执行"
    default_auto_field = "django.db.models.BigAutoField"
