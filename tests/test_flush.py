"""The tests' own clean-up works on append-only tables and leaves the triggers in place."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.data]


def triggers() -> set[str]:
    source = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(source)
        return {name for (name,) in cursor.fetchall()}


def test_emptying_keeps_every_trigger() -> None:
    before = triggers()
    call_command("flush", interactive=False, verbosity=0)
    assert triggers() == before
