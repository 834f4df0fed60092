"""Start Django for the commands that need the database."""

from __future__ import annotations

import os


def setup() -> None:
    """Load settings and apps once."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.settings")
    django.setup()
