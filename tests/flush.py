"""Emptying the database after a transactional test, append-only tables included.

Triggers refuse to delete events, as they should; only the tests' own clean-up steps round them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection

from yifa.kernel import protect


def unprotected(table: str) -> None:
    """Play the intruder who owns the database: take the triggers of a table off while the test lasts."""
    with connection.cursor() as cursor:
        for statement in protect.drop(table, sqlite=connection.vendor == "sqlite"):
            cursor.execute(statement)


@contextmanager
def _without_triggers(cursor: Any) -> Iterator[None]:
    if connection.vendor == "postgresql":
        cursor.execute("SET session_replication_role = replica")
        try:
            yield
        finally:
            cursor.execute("SET session_replication_role = DEFAULT")
        return
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = cursor.fetchall()
    for name, _ in triggers:
        cursor.execute(f'DROP TRIGGER "{name}"')
    try:
        yield
    finally:
        for _, sql in triggers:
            cursor.execute(sql)


@pytest.fixture(scope="session", autouse=True)
def emptying_past_triggers() -> Iterator[None]:
    """Every flush of the session runs without triggers; they are back before the next test."""
    operations = type(connection.ops)
    flush = operations.execute_sql_flush

    def execute_sql_flush(self: Any, sql_list: Sequence[str]) -> None:
        with connection.cursor() as cursor, _without_triggers(cursor):
            flush(self, sql_list)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operations, "execute_sql_flush", execute_sql_flush)
        yield
