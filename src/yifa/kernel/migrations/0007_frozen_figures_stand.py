"""A frozen figure stands as it was frozen: the database itself refuses to change or delete it."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies: ClassVar = [("kernel", "0006_circle")]
    operations: ClassVar = [AppendOnly("FrozenFigure", label="冻结数字")]
