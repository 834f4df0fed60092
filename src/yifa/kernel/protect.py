"""Migration operations that make tables append-only (只增不改): the database itself refuses.

Who owns the database can still drop a trigger; that is what the chain of digests is for.
"""

from __future__ import annotations

from typing import Any, Literal

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation

Act = Literal["UPDATE", "DELETE"]

_PG_FUNCTION = """
CREATE OR REPLACE FUNCTION yifa_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


class AppendOnly(Operation):
    """Refuse the given acts on the table of a model, with a Chinese sentence that says so.

    SQLite makes a table anew for most changes of a column and forgets its triggers; a migration that changes a
    protected table therefore ends with this operation again.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, model: str, acts: tuple[Act, ...] = ("UPDATE", "DELETE"), label: str = "") -> None:
        self.model, self.acts, self.label = model, acts, label

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        return (type(self).__name__, (self.model, self.acts, self.label), {})

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The state of models does not change."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        table = to_state.apps.get_model(app_label, self.model)._meta.db_table
        sqlite = _is_sqlite(schema_editor)
        statements = _sqlite(table, self.acts, self.label) if sqlite else _pg(table, self.acts, self.label)
        for statement in [*drop(table, sqlite=sqlite), *statements]:
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        table = from_state.apps.get_model(app_label, self.model)._meta.db_table
        for statement in drop(table, sqlite=_is_sqlite(schema_editor)):
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        return f"{self.model}: {' and '.join(self.acts)} refused by the database"


def _is_sqlite(schema_editor: BaseDatabaseSchemaEditor) -> bool:
    return schema_editor.connection.vendor == "sqlite"


def _sentence(act: Act, label: str) -> str:
    return f"{label}不得{'删除' if act == 'DELETE' else '修改'}"


def _sqlite(table: str, acts: tuple[Act, ...], label: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{_sentence(act, label)}'); END"
        for act in acts
    ]


def _pg(table: str, acts: tuple[Act, ...], label: str) -> list[str]:
    rows = [
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION yifa_append_only('{_sentence(act, label)}')"
        for act in acts
    ]
    truncate = (
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION yifa_append_only('{_sentence('DELETE', label)}')"
    )
    return [_PG_FUNCTION, *rows, truncate]


def drop(table: str, *, sqlite: bool) -> list[str]:
    """The statements that take the protection off again (reverse migrations, and tests that play the intruder)."""
    names = [f"{table}_no_{act}" for act in ("update", "delete")]
    if sqlite:
        return [f"DROP TRIGGER IF EXISTS {name}" for name in names]
    return [f"DROP TRIGGER IF EXISTS {name} ON {table}" for name in [*names, f"{table}_no_truncate"]]
