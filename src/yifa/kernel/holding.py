"""Deciding on what is scarce one after the other (名额): the last place of a cap or a quota is given to one case only.

Two decisions in two cases lock two rows and would both find the place free. A step that takes such a place names it
(`Step.holds`); the engine waits here until nobody else decides on the same, and only then looks at the conditions.
SQLite lets one writer in at a time anyway.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from django.db import connection


def hold(names: Iterable[str]) -> None:
    """Wait for whoever holds one of these names, and hold them until the end of the transaction.

    They are taken in one order, so that two who want the same never wait for each other. Names whose digests begin
    alike would wait for each other without need, and nothing worse.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for name in sorted(set(names)):
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_number(name)])


def _number(name: str) -> int:
    return int.from_bytes(sha256(name.encode()).digest()[:8], signed=True)
