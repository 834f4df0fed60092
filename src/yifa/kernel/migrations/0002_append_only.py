"""Events can only be added: the database itself refuses to change or delete them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import migrations

TABLE = "kernel_event"

SQLITE = [
    f"""CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE}
    BEGIN SELECT RAISE(ABORT, '事件只能追加，不能修改或者删除'); END"""
    for verb in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    f"""CREATE FUNCTION {TABLE}_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '事件只能追加，不能修改或者删除'; END $$""",
    f"""CREATE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION {TABLE}_append_only()""",
    f"""CREATE TRIGGER {TABLE}_no_truncate BEFORE TRUNCATE ON {TABLE}
    FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_append_only()""",
]


def add_triggers(apps: Any, schema_editor: Any) -> None:
    """Create the triggers of the database in use."""
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def remove_triggers(apps: Any, schema_editor: Any) -> None:
    """Drop them again."""
    if schema_editor.connection.vendor == "sqlite":
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER {TABLE}_no_{verb}")
        return
    schema_editor.execute(f"DROP FUNCTION {TABLE}_append_only() CASCADE")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("kernel", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(add_triggers, remove_triggers)]
