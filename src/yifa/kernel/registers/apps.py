"""Django's entry to the registers."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RegistersConfig(AppConfig):
    """Books, their trail and the imports into them."""

    name = "yifa.kernel.registers"
    label = "registers"
    verbose_name = "台账"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Import the module `register` of every app: whatever is declared there is a register."""
        autodiscover_modules("register")
        from yifa.kernel.registers import faults

        faults.activate()
