"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("decision_review", "0001_initial"), ("registers", "0002_append_only")]

    operations = [AppendOnly("DirectoryItem", ("DELETE",), "法制审核目录事项")]
