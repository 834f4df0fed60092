"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("watchers", "0001_initial"), ("registers", "0002_append_only")]

    operations = [
        AppendOnly("Watcher", ("DELETE",), "行政执法监督员"),
        AppendOnly("ContactPoint", ("DELETE",), "行政执法监督联系点"),
    ]
