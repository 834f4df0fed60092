"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0001_initial"), ("registers", "0002_append_only")]

    operations = [
        AppendOnly("Information", ("DELETE",), "主动公开信息"),
    ]
