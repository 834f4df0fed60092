"""Entries are withdrawn, never deleted."""

from django.db import migrations

from yifa.kernel.protect import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("consultation", "0001_initial"), ("registers", "0002_append_only")]

    operations = [
        AppendOnly("Opinion", ("DELETE",), "征求意见"),
    ]
