"""Django's entry to the kernel."""

from __future__ import annotations

from django.apps import AppConfig


class KernelConfig(AppConfig):
    """Cases, events, clocks and figures of every procedure."""

    name = "yifa.kernel"
    label = "kernel"
    verbose_name = "程序内核"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Read every area's `procedure` module and register the system check that walks the declarations."""
        from django.utils.module_loading import autodiscover_modules

        from yifa.kernel import faults

        autodiscover_modules("procedure")
        faults.register()
