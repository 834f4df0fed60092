"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("coercion", "0001_initial"), ("registers", "0002_append_only")]

    operations = [AppendOnly("SeizedItem", ("DELETE",), "涉案财物")]
