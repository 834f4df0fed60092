"""Events can only be added: the database itself refuses to change or delete them."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies: ClassVar = [("kernel", "0001_initial")]
    operations: ClassVar = [AppendOnly("Event", label="案件事件")]
