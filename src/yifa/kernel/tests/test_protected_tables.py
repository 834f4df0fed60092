"""Every table that a migration once protected is still protected after the last one."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from yifa.kernel.protect import AppendOnly

pytestmark = [pytest.mark.django_db, pytest.mark.data]

TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def test_no_migration_takes_the_protection_of_a_table_off() -> None:
    declared = [
        (app, operation)
        for (app, _), migration in MigrationLoader(None).disk_migrations.items()
        for operation in migration.operations
        if isinstance(operation, AppendOnly)
    ]
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor])
        standing = {name for (name,) in cursor.fetchall()}
    tables = {(apps.get_model(app, one.model)._meta.db_table, act) for app, one in declared for act in one.acts}
    assert len(tables) > 40
    wanted = {f"{table}_no_{act.lower()}" for table, act in tables}
    assert sorted(wanted - standing) == []
