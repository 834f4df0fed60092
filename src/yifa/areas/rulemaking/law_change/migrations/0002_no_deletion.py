"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("law_change", "0001_initial"), ("registers", "0002_append_only")]

    operations = [
        AppendOnly("LawChange", ("DELETE",), "法律变动"),
        AppendOnly("LawChangeItem", ("DELETE",), "法律变动影响事项"),
    ]
