"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("discretion", "0001_initial"), ("registers", "0002_append_only")]

    operations = [
        AppendOnly("DiscretionTier", ("DELETE",), "裁量权基准阶次"),
        AppendOnly("LenientItem", ("DELETE",), "免罚减罚事项"),
    ]
