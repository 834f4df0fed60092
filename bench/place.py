"""A database of its own with one county, for measurements that need one."""

from __future__ import annotations

from typing import Any


def prepared() -> Any:
    """Migrate the database of this run once and return the demonstration county."""
    from django.core.management import call_command

    from yifa.cli._django import setup

    setup()
    from random import Random

    from yifa.demo.place import build
    from yifa.office.models import Organ

    if not _COUNTY:
        call_command("migrate", verbosity=0)
        _COUNTY.append(build(Random(1), "not-used"))
    assert Organ.objects.exists()
    return _COUNTY[0]


_COUNTY: list[Any] = []
